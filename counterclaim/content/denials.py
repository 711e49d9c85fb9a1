"""Denials that name no part of one's own: "rejected the accusation", "denied shelling the town"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.content.arguments import arguments, is_passive
from counterclaim.content.avowals import REJECTS, Avowal, spoken_for
from counterclaim.content.behind import means_source
from counterclaim.content.charge import Page
from counterclaim.content.deeds import Events
from counterclaim.model.event import Degree, PartyType
from counterclaim.model.statement import Act, Polarity, Statement
from counterclaim.model.text import Cited
from counterclaim.model.tree import Words

NEAR = 3
"""Sentences in which a charge still stands that is rejected without being told again."""
NONE_DID = "says_none_did"
"""A denial that something was: it may be of anything."""
OF_A_CLAUSE = "deed_by_its_cue"
"""A denial by its verb, which says itself what is denied: "denied that the deal had"."""
OUTRIGHT = frozenset({"xcomp", "ccomp", "pcomp", "dobj"})


@dataclass(frozen=True, slots=True)
class Laid:
    """A charge by the word for the party, the event it is about, and who lays it."""

    word: int
    number: int
    holder: str


def denials(page: Page, events: Events, laid: Sequence[Laid]) -> Iterator[Avowal]:
    """Yield who rejects a charge laid just before, or denies a deed of their own side."""
    for statement in page.scene.statements:
        if statement.act.value is not Act.DENY:
            continue
        rule, number = statement.act.rule, _deed(page, events, statement)
        if number is None and (rule == NONE_DID or _is_a_finding(page, statement)):
            continue  # "there were no casualties", "had found no evidence that"
        if number is None:
            rule, number = REJECTS, _rejected(page, events, statement, laid)
        if number is None:
            continue
        degree = Cited(Degree.DENIED, statement.act.spans, rule)
        for party in spoken_for(page, statement.source, statement):
            if party.type is not PartyType.PERSON or rule == REJECTS:
                yield Avowal(number, party, degree, statement)


def _deed(page: Page, events: Events, statement: Statement) -> int | None:
    """Return the event that a source denies to have done: "denied that it had shelled the town"."""
    if statement.polarity.value is not Polarity.FALSE:
        return None
    for word in _content(page, statement):
        if word in events.by_word and _is_own(page, statement, word):
            return events.by_word[word]
    return None


def _is_own(page: Page, statement: Statement, word: int) -> bool:
    """Whether a deed is the source's own: its subject means the source, or is left out."""
    tree = page.tree
    doers = [one.word for one in arguments(tree, page.cast.links, word) if one.bond.value == "doer"]
    if doers:
        return any(means_source(page.scene, at, statement) for at in doers)
    bare = tree.tokens[word].tag == "VBG" and tree.tokens[word].dep in OUTRIGHT
    return bare and not is_passive(tree, word)


def _rejected(page: Page, events: Events, statement: Statement, laid: Sequence[Laid]) -> int | None:
    """Return the event of the charge just before that is rejected: "baseless allegations"."""
    words = _content(page, statement)
    if not words or _tells_of_another(page, events, statement) or _counts(page, words):
        return None
    here = page.tree.sentence[words[0]]
    near = [
        one.number
        for one in laid
        if one.word < words[0] and here - page.tree.sentence[one.word] <= NEAR
    ]
    if near:
        return near[-1]
    bare = any(page.blame.listed(page.tree, word, "charges") for word in words)
    if bare and _is_of_no_event(page, words, laid):
        return None
    number = events.among(words)
    return events.before(words[0]) if number is None and bare else number


def _tells_of_another(page: Page, events: Events, statement: Statement) -> bool:
    """Whether what is denied is a deed of somebody else, or one that befell him."""
    words = _content(page, statement)
    if any(page.blame.listed(page.tree, word, "charges") for word in words):
        return False
    told = [at for at in words if at in events.by_word]
    deeds = [
        at
        for at in told
        if page.tree.tokens[at].pos == "VERB" or page.cast.listed(page.tree, at, "befallen")
    ]
    if any(not _is_own(page, statement, word) for word in deeds):
        return True
    doers = _subjects(page, words) if statement.act.rule == OF_A_CLAUSE else ()
    return any(
        page.tree.tokens[at].pos in {"NOUN", "PROPN"}
        and at not in events.by_word
        and not means_source(page.scene, at, statement)
        for at in doers
    )


def _subjects(page: Page, words: Words) -> Words:
    """Return who does or is what a clause says: "that the deal had anything to do with it"."""
    tree = page.tree
    tops = (at for at in words if tree.tokens[at].dep in {"ccomp", "ROOT", "pcomp"})
    return tuple(doer for at in tops for doer in tree.under(at, "nsubj", "nsubjpass"))


def _counts(page: Page, words: Words) -> bool:
    """Whether it is a number that is rejected, and nobody's part: "called the figure a fantasy"."""
    first = next((at for at in words if page.tree.tokens[at].pos in {"NOUN", "PROPN"}), None)
    return first is not None and page.blame.listed(page.tree, first, "figures")


def _is_of_no_event(page: Page, words: Words, laid: Sequence[Laid]) -> bool:
    """Whether the charge just before is of something else: of sheltering, of lying."""
    here = page.tree.sentence[words[0]]
    before = [each for each in page.scene.statements if each.content[0].begin < _begin(page, words)]
    charge = next((each for each in reversed(before) if each.act.value is Act.ACCUSE), None)
    said = _content(page, charge) if charge else ()
    near = bool(said) and here - page.tree.sentence[said[0]] <= NEAR
    return near and not any(one.word in said for one in laid)


def _begin(page: Page, words: Words) -> int:
    return page.tree.tokens[words[0]].span.begin


def _is_a_finding(page: Page, statement: Statement) -> bool:
    """Whether a source says what it could not find: that clears others, and not itself."""
    tree, listed = page.tree, page.blame.listed
    words = _content(page, statement)
    found = (at for at in words if listed(tree, at, "finding"))
    nothing = (one for at in found for one in tree.under(at, "dobj"))
    return any(listed(tree, at, "nobody") for one in nothing for at in tree.under(one, "det"))


def _content(page: Page, statement: Statement) -> Words:
    return tuple(word for span in statement.content for word in page.tree.at(span))
