"""What sources say of their own part: claims, admissions, denials, and that none came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from counterclaim.content.arguments import (
    Bond,
    arguments,
    doers_of,
    joined,
    noun_that_acts,
    of_the_by_phrase,
    of_the_of_phrase,
    of_the_verb_before,
    own_subject,
    owner,
)
from counterclaim.content.behind import means_source, owner_meant
from counterclaim.content.cast import called
from counterclaim.content.charge import Page
from counterclaim.content.deeds import Events
from counterclaim.content.naming import name_in
from counterclaim.content.parties import (
    NOBODY,
    SPEAKERS,
    Party,
    parties,
    party_of_source,
)
from counterclaim.model.event import Degree, PartyType
from counterclaim.model.statement import Act, Polarity, Source, SourceType, Statement
from counterclaim.model.text import Cited
from counterclaim.model.tree import Words

UNKNOWN = "unknown"
REJECTS = "rejects_a_charge"
"""It may be laid on somebody else: linking knows who the parties are."""
OBJECTS = frozenset({"dobj", "pobj"})
ITSELF = "did_it_itself"
"""A deed in so many words, of which the text must have told."""
OWN_WORDS = frozenset({ITSELF, "denies_its_part"})
"""Rules by which a pronoun for who did it is the source itself: "it was not responsible"."""
LEARNED = "learned"
"""An act that only the learned reader sees must name its event."""


@dataclass(frozen=True, slots=True)
class Avowal:
    """What a source says of the part of its own side in an event; nobody's where none came."""

    number: int
    party: Party
    degree: Cited[Degree]
    statement: Statement


def avowals(page: Page, events: Events, charged: Set[int]) -> Iterator[Avowal]:
    """Yield what sources say of their own part, in the order of the text.

    `charged` are the words for those on whom something is laid.
    """
    for statement in page.scene.statements:
        degree = _degree(page, statement)
        words = _words(page, statement)
        if degree is None or not words:
            continue
        learned = degree.rule == LEARNED
        if learned and not _is_its_own(page, events, statement, charged):
            continue
        number = events.among(words)
        if number is None and _may_point_back(page, degree, words):
            number = events.before(words[0])
        if number is None:
            continue
        for party in _whose(page, statement, degree.value, charged):
            yield Avowal(number, party, degree, statement)


def _whose(page: Page, statement: Statement, degree: Degree, charged: Set[int]) -> list[Party]:
    """Return whose part it is: that of a body, or of the one on whom somebody denies it to lie.

    "The president rejected the idea that his country had a hand in it" is no word on himself, and
    "officials dispute that the front was behind it" none on the officials.
    """
    if degree is Degree.UNCLAIMED:
        return [NOBODY]
    found = spoken_for(page, statement.source, statement)
    spans = statement.content if degree is Degree.DENIED else statement.act.spans
    words = (word for span in spans for word in page.tree.at(span))
    others = (at for at in words if at in charged and not _is_ours(page, at, statement))
    named = (one for word in others for one in _parties(page, word))
    return [one for one in named if one.type is not PartyType.PERSON] or found


def _is_ours(page: Page, word: int, statement: Statement) -> bool:
    """Whether a doer is of the speaker's own side: "our fighters", "said it was behind it"."""
    if statement.act.rule in OWN_WORDS and page.tree.tokens[word].pos == "PRON":
        return True
    owners = page.tree.under(word, "poss")
    spoken = any(page.tree.tokens[at].tag == "PRP$" for at in owners)
    return spoken or means_source(page.scene, word, statement)


def _may_point_back(page: Page, degree: Cited[Degree], words: Words) -> bool:
    """Whether words may be about the event told before: "denied involvement", "we did it".

    Not what somebody has done, or denies to do, that is told in so many words.
    """
    if degree.rule == LEARNED:
        return degree.value is Degree.UNCLAIMED
    if degree.rule == ITSELF:
        objects = (at for at in words if page.tree.tokens[at].dep in OBJECTS)
        return any(page.blame.listed(page.tree, at, "it", "deeds", "devices") for at in objects)
    aids = any(page.blame.listed(page.tree, word, "aiding") for word in words)
    return not (degree.value is Degree.DENIED and (aids or _is_another_deed(page, words)))


def _is_another_deed(page: Page, words: Words) -> bool:
    """Whether a source denies a deed of which nothing was told: "denied having threatened it"."""
    tree, first = page.tree, words[0]
    done = first if tree.tokens[first].tag == "VBG" else None
    if done is not None and page.blame.listed(tree, done, "having"):
        done = next((at for at in words[1:] if tree.tokens[at].tag == "VBN"), None)
    return done is not None and not page.blame.listed(tree, done, "committing")


def _is_its_own(page: Page, events: Events, statement: Statement, charged: Set[int]) -> bool:
    """Whether nobody else is told to have done it: "admitted that rebels had hit the plane"."""
    content = [word for span in statement.content for word in page.tree.at(span)]
    if any(page.cast.listed(page.tree, word, "losing") for word in content):
        return False
    doers = [
        one.word
        for word in content
        if word in events.by_word
        for one in arguments(page.tree, page.cast.links, word)
        if one.bond is Bond.DOER
    ]
    told = [*doers, *(word for word in content if word in charged)]
    if told:
        return any(means_source(page.scene, at, statement) for at in told)
    cue = page.tree.at(statement.cue) if statement.cue else ()
    if any(page.blame.listed(page.tree, word, "confirming") for word in cue):
        return False
    hits = [word for word in content if word in events.by_word]
    return not hits or not all(page.cast.listed(page.tree, at, "befallen") for at in hits)


def spoken_for(page: Page, source: Source, statement: Statement | None = None) -> list[Party]:
    """Return whom a source speaks for: the body that its words name, else the source itself.

    Papers speak for those who put them out; for whom an unknown source speaks, nobody knows.
    """
    words = page.tree.at(source.span) if source.span else ()
    if words and source.type is SourceType.UNSPECIFIED:
        return []
    first = [page.scene.head(words)] if words else list(_claimants(page, statement))
    heads = [at for head in first for at in (head, *joined(page.tree, head))]
    found = [one for head in heads for one in _behind(page, head)]
    bodies = [_whole(one, source) for one in found if one.type is not PartyType.PERSON]
    told = source.type is not SourceType.UNSPECIFIED and source.name != UNKNOWN
    told = told and not _speaks_of_itself(page, source)
    known = bool(found) if words else source.mention is not None
    return bodies or ([party_of_source(page.scene, source)] if known and told else [])


def _whole(party: Party, source: Source) -> Party:
    """Return a party under the whole name of the source that begins with it: "Sons of Telmar"."""
    begins = source.name.startswith(f"{party.name} ") and source.type is SourceType.NAMED
    return replace(party, name=source.name) if begins and party.mention is None else party


def _speaks_of_itself(page: Page, source: Source) -> bool:
    """Whether the text calls a source by "we" alone: nobody knows who that is."""
    mention = next((one for one in page.scene.mentions if one.id == source.mention), None)
    return mention is not None and mention.rule == SPEAKERS


def _claimants(page: Page, statement: Statement | None) -> Iterator[int]:
    """Yield who claims or denies, by the tree, where no source was found."""
    tree, links = page.tree, page.cast.links
    for verb in page.tree.at(statement.cue) if statement and statement.cue else ():
        for rule in (own_subject, noun_that_acts, of_the_verb_before):
            # Whom a pronoun stands for was weighed when the source was left open.
            yield from (at for at in rule(tree, links, verb) if tree.tokens[at].pos != "PRON")


def _behind(page: Page, word: int) -> list[Party]:
    if page.blame.listed(page.tree, word, "papers"):
        return [one for at in _issuers(page, word) for one in _parties(page, at)]
    found = _parties(page, word)
    people = all(one.type is PartyType.PERSON for one in found)
    return (_employers(page, found) if found and people else []) or found


def _employers(page: Page, people: Sequence[Party]) -> list[Party]:
    """Return the one body that the text says people are of, wherever it names them; else none."""
    names = {one.mention.name for one in people if one.mention is not None}
    bodies = {
        one.name: one
        for mention in page.scene.mentions
        if mention.name in names and (words := page.scene.words(mention))
        for role in _roles(page, page.scene.head(words))
        for one in _bodies_of(page, role)
    }
    return list(bodies.values()) if len(bodies) == 1 else []


def _roles(page: Page, name: int) -> Words:
    """Return the words that say what the bearer of a name is: before it, beside it, after "of"."""
    tree = page.tree
    above = (tree.tokens[name].head,) if tree.tokens[name].dep == "appos" else ()
    of = (tie for tie in tree.under(name, "prep") if tree.lower(tie) in page.cast.links.suffering)
    after = (at for tie in of for at in tree.under(tie, "pobj"))
    return (*tree.under(name, "compound", "nmod", "appos"), *above, *after)


def _bodies_of(page: Page, role: int) -> Iterator[Party]:
    """Yield whose a role is: "Front commander", "its spokesman"; an office is its state's."""
    if (owner := owner_meant(page.scene, role)) is not None:
        yield Party(owner.name, PartyType.ORGANISATION, (role,), owner)
        return
    found = [one for one in _parties(page, role) if one.type is not PartyType.PERSON]
    if found and page.blame.listed(page.tree, role, "offices"):
        words = called(page.scene, page.cast, role)
        yield Party(name_in(page.scene, words), PartyType.STATE, words, found[0].mention)
        return
    yield from found


def _parties(page: Page, word: int) -> list[Party]:
    return list(parties(page.scene, page.cast, page.blame, word))


def _issuers(page: Page, paper: int) -> Iterator[int]:
    """Yield who put out a paper: its owner, whom it is of, or who is told to have sent it."""
    tree, links = page.tree, page.cast.links
    for rule in (owner, of_the_of_phrase, of_the_by_phrase):
        yield from rule(tree, links, paper)
    for verb in (tree.tokens[paper].head, *tree.under(paper, "acl", "relcl")):
        if tree.tokens[paper].dep == "dobj" or verb != tree.tokens[paper].head:
            yield from doers_of(tree, links, verb)


def _degree(page: Page, statement: Statement) -> Cited[Degree] | None:
    act = statement.act
    if act.value is Act.DENY_RESPONSIBILITY:
        said = (word for span in statement.content for word in page.tree.at(span))
        others = any(page.blame.listed(page.tree, word, "charges") for word in said)
        return Cited(Degree.DENIED, act.spans, REJECTS if others else act.rule)
    if act.value not in {Act.CLAIM_RESPONSIBILITY, Act.CONCEDE}:
        return None
    nobody = statement.source.type is SourceType.NONE
    if nobody or statement.polarity.value is not Polarity.TRUE:
        return Cited(Degree.UNCLAIMED, act.spans, act.rule)
    words = page.tree.at(statement.cue) if statement.cue else ()
    admits = any(page.blame.listed(page.tree, word, "admitting") for word in words)
    if act.value is Act.CONCEDE and not admits:
        return None
    return Cited(Degree.ADMITTED if admits else Degree.CLAIMED, act.spans, act.rule)


def _words(page: Page, statement: Statement) -> Words:
    """Return the words of what is said, then those of its cue."""
    spans = (*statement.content, *((statement.cue,) if statement.cue else ()))
    return tuple(word for span in spans for word in page.tree.at(span))
