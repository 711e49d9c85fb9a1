"""Verbs that are left out the second time: "the ministry spoke of 20 dead, the rebels of 60".

What stands behind the second party is its own. The gap is seen by what it shares with the words
before: the same preposition, or an infinitive, or a number beside a number. Where the object of the
verb is a party too, the gap may be the object's ("accused A of war, B of theft"): nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import FINITE, VERBAL, can_speak

NAMING = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
MARKS = frozenset({";", ":", "—", "–", "-"})
BEFORE_NUMBER = frozenset({"ADJ", "ADP", "ADV"})
"""Parts of speech of "more than", "at least", "about"."""
SAYING_HOW = frozenset({"ADJ", "ADV", "CCONJ", "VERB"})
"""Parts of speech of "dead", "killed and wounded"."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A party behind a comma, and where what it says begins: the verb before is its verb too."""

    comma: int
    party: Words
    begin: int


def fill_gaps(page: Page, found: Sequence[Finding]) -> list[Finding]:
    """Give what follows a verb that is left out to the party that is named there."""
    return [one for finding in found for one in _parted(page, finding)]


def _parted(page: Page, finding: Finding) -> Iterator[Finding]:
    gaps = list(_gaps(page, finding)) if _may_go_on(page, finding) else []
    if not gaps:
        yield from _echoed(page, finding)
        return
    own = tuple(at for at in finding.content if at < gaps[0].comma)
    yield finding.but(content=own, spans=())
    ends = [*(gap.comma for gap in gaps[1:]), _end(page.tree, gaps[-1].comma)]
    for gap, end in zip(gaps, ends, strict=True):
        yield Finding(
            source=gap.party[-1],
            cue=finding.cue,
            content=tuple(range(gap.begin, end)),
            group=finding.group,
            rule="gapped",
            phrase=gap.party,
            holder=finding.holder,
        )


def _echoed(page: Page, finding: Finding) -> Iterator[Finding]:
    """Give what one party says to whom the text has say the same: "A denied it, as did B"."""
    tree, cue = page.tree, finding.cue
    yield finding
    if not _may_go_on(page, finding) or any(
        tree.tokens[at].tag in FINITE for at in finding.content
    ):
        return
    for verb in range(cue[-1] + 2, _end(tree, cue[-1]) - 1):
        listed = page.lexicon.listed
        if listed(tree, verb, "likewise") and listed(tree, verb - 1, "as"):
            party = _party(page, verb + 1)
            if party and _clause_end(tree, verb + 1) == party[-1] + 1:
                yield finding.but(source=party[-1], phrase=party, rule="gapped", tag=None, via=None)


def _may_go_on(page: Page, finding: Finding) -> bool:
    """Whether a party, a verb and what it says stand in this order, outside quotations."""
    tree, source, cue = page.tree, finding.source, finding.cue
    if source is None or not cue or not finding.content or not source < cue[0]:
        return False
    plain = page.quoted[cue[0]] < 0 and tree.tokens[cue[0]].pos in VERBAL
    return plain and finding.content[-1] > cue[-1] and not _object_speaks(page, finding)


def _object_speaks(page: Page, finding: Finding) -> bool:
    objects = (at for word in finding.cue for at in page.tree.under(word, "dobj", "dative"))
    first = min(objects, default=None)  # what stands behind a gap may be tied to the verb too
    return first is not None and can_speak(page, first)


def _gaps(page: Page, finding: Finding) -> Iterator[Gap]:
    tree, first = page.tree, finding.cue[-1] + 1
    for comma in range(first, _end(tree, first) - 1):
        if tree.lower(comma) == "," and page.quoted[comma] < 0:
            begin = comma + 1 + (tree.tokens[comma + 1].dep == "cc")
            party = _party(page, begin)
            start = _start(page, finding, comma, party) if party else None
            if start is not None:
                yield Gap(comma, party, start)


def _end(tree: Tree, word: int) -> int:
    """Return where the part of a sentence ends that a word is in: at a semicolon, or the stop."""
    last = tree.bounds[tree.sentence[word]][1]
    stops = (at for at in range(word, last) if tree.lower(at) in MARKS)
    return next(stops, last)


def _party(page: Page, begin: int) -> Words:
    """Return the noun phrase that starts at a word, if it is of one who can speak."""
    tree, end = page.tree, begin
    while end < len(tree.tokens) and tree.tokens[end].pos in NAMING:
        end += 1
    words = tuple(range(begin, end))
    return words if words and can_speak(page, words[-1]) else ()


def _start(page: Page, finding: Finding, comma: int, party: Words) -> int | None:
    """Return where a party's own words begin, if they are of the shape of the first one's."""
    tree, begin = page.tree, party[-1] + 1
    said = [word for word in finding.content if finding.cue[-1] < word < comma]
    rest = range(begin, _clause_end(tree, begin))
    verbs = {*FINITE, "MD"}
    if not said or not rest or any(tree.tokens[at].tag in FINITE for at in said):
        return None
    if any(tree.tokens[at].tag in verbs for at in range(begin, _end(tree, begin))):
        return None
    if tree.lower(begin) in {tree.lower(word) for word in finding.cue[1:]}:
        return begin + 1 if _both_count(tree, said, rest[1:]) else None
    if tree.tokens[begin].tag == "TO" and tree.tokens[begin].dep == "aux":
        return begin if tree.tokens[said[0]].tag == "TO" else None
    if tree.lower(begin) in {tree.lower(word) for word in _ties(tree, finding, said)}:
        return begin
    alone = len(rest) == 1 and _is_told_apart(tree, party)
    return begin if alone and _both_count(tree, said, rest) else None


def _clause_end(tree: Tree, begin: int) -> int:
    """Return where the marks end what begins at a word."""
    last = tree.bounds[tree.sentence[begin]][1] if begin < len(tree.tokens) else begin
    return next((at for at in range(begin, last) if tree.tokens[at].pos == "PUNCT"), last)


def _is_told_apart(tree: Tree, party: Words) -> bool:
    """Whether a number right behind a party is none of its own: "the Red Crescent 22"."""
    return tree.tokens[party[-1]].pos == "PROPN" or tree.tokens[party[0]].pos == "DET"


def _ties(tree: Tree, finding: Finding, said: Sequence[int]) -> list[int]:
    """Return the prepositions of a cue; those on its object are, where the cue takes them."""
    phrases = [at for at in said if tree.tokens[at].dep == "prep"]
    objects = [at for word in finding.cue for at in tree.under(word, "dobj")]
    return [
        at
        for at in phrases
        if tree.tokens[at].head in finding.cue
        or (tree.tokens[at].head in objects and tree.lower(at) in finding.group.takes)
    ]


def _both_count(tree: Tree, said: Sequence[int], rest: Sequence[int]) -> bool:
    """Whether two parties give a number of one thing: "of 34 burials", "of more than 80 dead".

    The second leaves the thing out or names the same: "residents of 3 villages" are no count.
    """
    things = {tree.tokens[at].lemma for at in said}
    behind = _behind_number(tree, rest)
    return (
        _behind_number(tree, said) is not None
        and behind is not None
        and all(
            tree.tokens[at].pos in SAYING_HOW or tree.tokens[at].lemma in things for at in behind
        )
    )


def _behind_number(tree: Tree, words: Sequence[int]) -> Sequence[int] | None:
    """Return what follows the number that words begin with; None where they begin with none."""
    first = next((n for n, at in enumerate(words) if tree.tokens[at].pos == "NUM"), None)
    if first is None or any(tree.tokens[at].pos not in BEFORE_NUMBER for at in words[:first]):
        return None
    return [at for at in words[first:] if tree.tokens[at].pos != "NUM"]
