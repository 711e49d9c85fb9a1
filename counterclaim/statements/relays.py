"""Words within words: who passes on whose, and whose claim is denied.

A relay ("Y said, X reported") makes one statement, Y's, via X. A denial of somebody's claim makes
two with one content: the denier's, and the other's via the denier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.hearers import asked_by, quoted_in, quoted_source, quoting, with_hearer
from counterclaim.statements.joint import PLURAL
from counterclaim.statements.parting import (
    LITTLE,
    Settled,
    each_its_own,
    marks_between,
    parted,
    side_by_side,
    then_another,
)
from counterclaim.statements.subjects import VERBAL, can_speak

SPOKEN = frozenset({"statement", "belief", "estimate"})
NEUTRAL = frozenset({"statement", "report", "belief"})


def untangle(page: Page, found: Sequence[Finding]) -> list[Finding]:
    """Settle every attribution that stands within another's content."""
    kept: list[Finding | None] = list(found)
    passing: dict[int, Finding] = {}
    holders = _holders(found)
    for number in sorted(holders, key=lambda one: len(found[one].content)):
        holder = holders[number]
        inner, outer = kept[number], kept[holder] or passing.get(holder)
        if inner is not None and outer is not None:
            inner, rest = _settle(page, inner, outer, holder)
            kept[number] = inner
            if holder not in passing:
                kept[holder] = rest
            if rest is None and inner is not None and inner.via is not None:
                passing[holder] = outer
    askers = {at for one in kept if one for at in asked_by(page, one)}
    heard = [one and (quoted_source(page, one) or with_hearer(page, one, askers)) for one in kept]
    denied = {(one.holder, one.source) for one in kept if one and one.via is not None}
    heard = [
        one.but(via=None) if one and (number, one.via) in denied else one
        for number, one in enumerate(heard)
    ]
    spent = {verb for one in heard if one is not None for verb in quoting(page, one)}
    spent |= {verb for one in heard if one for word in one.cue for verb in quoted_in(page, word)}
    relayed = _by_relay(filter(None, heard))
    return renumbered(
        [
            one if one and spent.isdisjoint(one.cue) and not _echoes(one, relayed) else None
            for one in heard
        ]
    )


def _by_relay(found: Iterable[Finding]) -> Mapping[int | None, list[Finding]]:
    """Return the findings that stand by themselves and come through somebody, by the relay."""
    relayed: dict[int | None, list[Finding]] = defaultdict(list)
    for one in found:
        if one.via is not None and one.holder is None:
            relayed[one.via].append(one)
    return relayed


def _echoes(finding: Finding, relayed: Mapping[int | None, list[Finding]]) -> bool:
    """Whether a finding is but the relay of another one's content, over again."""
    content = set(finding.content)
    passed_on = relayed.get(finding.source, ())
    return any(len(content & set(one.content)) > len(content) // 2 for one in passed_on)


def _settle(
    page: Page, inner: Finding, outer: Finding, holder: int
) -> tuple[Finding | None, Finding | None]:
    answers = (rule(page, inner, outer, holder) for rule in RULES)
    return next((answer for answer in answers if answer is not None), (None, outer))


def _holders(found: Sequence[Finding]) -> dict[int, int]:
    """Return, for each finding with its cue in others' contents, the narrowest of those."""
    at: dict[int, list[int]] = defaultdict(list)
    for number, finding in enumerate(found):
        for word in finding.content:
            at[word].append(number)
    holders: dict[int, int] = {}
    for number, finding in enumerate(found):
        around = [one for word in finding.cue[-1:] for one in at[word] if one != number]
        if around:
            holders[number] = min(around, key=lambda one: len(found[one].content))
    return holders


def renumbered(kept: Sequence[Finding | None]) -> list[Finding]:
    """Drop what was settled away, and let holders be known by their new places."""
    places: dict[int, int] = {}
    for number, finding in enumerate(kept):
        if finding is not None:
            places[number] = len(places)
    return [
        one.but(holder=None if one.holder is None else places.get(one.holder))
        for one in kept
        if one is not None
    ]


def both_ways(_page: Page, inner: Finding, outer: Finding, _holder: int) -> Settled | None:
    """Let go of two readings that hold each other: the first one stays."""
    if outer.cue[-1:] and outer.cue[-1] in inner.content and inner.cue[-1] in outer.content:
        return (None, outer) if len(inner.content) <= len(outer.content) else (inner, None)
    return None


def claim_denied(page: Page, inner: Finding, outer: Finding, holder: int) -> Settled | None:
    """Read "rejected Pakistan's claim that P": P denied by one, affirmed by the other."""
    noun = inner.rule == "noun_cue" or page.tree.tokens[inner.cue[-1]].pos == "NOUN"
    if not noun or not _denies(page, outer):
        return None
    if _same(page, inner, outer):
        return None
    return inner.but(via=outer.source, holder=holder), outer.but(content=inner.content)


def _denies(page: Page, finding: Finding) -> bool:
    """Whether a source does not hold a content to be true: by its cue, or as it is learned."""
    cue = range(finding.cue[0], finding.cue[-1] + 1) if finding.cue else ()
    if any(page.lexicon.listed(page.tree, word, "doubting") for word in cue):
        return True
    tagged = page.tagged(finding)
    ranked = tagged.stance.get("polarity", ()) if tagged else ()
    return finding.group.polarity == "-" or bool(ranked and ranked[0][0] == "-")


def told_in_a_turn(page: Page, inner: Finding, outer: Finding, holder: int) -> Settled | None:
    """Keep what a speaker of a transcript says that others say: theirs, via the speaker."""
    if outer.rule != "turn" or inner.source is None:
        return None
    if page.lexicon.listed(page.tree, inner.source, "speaker"):
        return None
    told = inner.but(via=outer.named_by)
    return (told, None) if _is_all(page, inner, outer) else (told.but(holder=holder), outer)


def joined_on(page: Page, inner: Finding, outer: Finding, _holder: int) -> Settled | None:
    """Part "P, X said, and Y denied Q": what "and" joins on has its own speaker."""
    after = bool(outer.cue) and outer.content[0] > outer.cue[-1]
    joins = after and page.tree.tokens[outer.content[0] - 1].dep == "cc"
    return (inner, None) if joins and inner.source is not None else None


def passed_on(page: Page, inner: Finding, outer: Finding, _holder: int) -> Settled | None:
    """Read "Y was to blame, X said, Z reported": the inner one's words, via the outer one."""
    plain = outer.group.act in {"", "announce"} and outer.group.sort in NEUTRAL
    spoken = inner.group.sort in SPOKEN and inner.source is not None
    relay = outer.source if outer.source is not None else outer.named_by
    if not plain or not spoken or relay is None or _same(page, inner, outer):
        return None
    if outer.group.sort != "report" and not can_speak(page, relay):
        return None
    apart = page.tree.sentence[inner.cue[-1]] != page.tree.sentence[relay]
    if (apart or marks_between(page, inner, outer)) and outer.rule != "turn":
        return None
    said = _is_all(page, inner, outer) and not _says_more(page, inner, outer)
    return (inner.but(via=relay), None) if said else None


def _says_more(page: Page, inner: Finding, outer: Finding) -> bool:
    """Whether a clause goes before what is passed on: "fire was halted, N. said, when X called"."""
    tree = page.tree
    before = [at for at in outer.content if at < min((*inner.content, *inner.cue))]
    verbs = (at for at in before if tree.tokens[at].pos in VERBAL)
    return any(tree.under(at, "nsubj", "nsubjpass") for at in verbs)


def seen_inside(page: Page, inner: Finding, outer: Finding, _holder: int) -> Settled | None:
    """Trust the learned reader where it sees the inner one and a rule alone the outer one."""
    plain = outer.group.act in {"", "announce"} and outer.group.sort in NEUTRAL
    tagged = page.tagged(inner)
    if not plain or tagged is None or outer.tag is not None or _same(page, inner, outer):
        return None
    sure = tagged.cue_score >= SURE
    apart = marks_between(page, inner, outer) or outer.source is None
    return (inner.but(via=outer.source), None) if sure and not apart else None


SURE = 0.8
"""How likely a cue must be to the learned reader to outdo a rule that it does not share."""


def _is_all(page: Page, inner: Finding, outer: Finding) -> bool:
    """Whether the content of the outer one is the inner attribution and little else."""
    own = {*inner.content, *inner.cue}
    if inner.source is not None:
        own |= set(page.tree.subtree(inner.source, frozenset(inner.cue)))
    head = page.tree.parent(inner.cue[-1])
    while head is not None and head in inner.cue:
        head = page.tree.parent(head)
    rest = [at for at in outer.content if at not in own]
    top = head is None or head not in outer.content or head in inner.content
    return top and len(rest) <= LITTLE


def _same(page: Page, inner: Finding, outer: Finding) -> bool:
    """Whether the inner source is but a pronoun for the outer one, or for the reader unknown."""
    if inner.source is None:
        return True
    pronoun = page.tree.tokens[inner.source].pos == "PRON"
    return inner.source == outer.source or (pronoun and not _unlike(page, inner.source, outer))


def _unlike(page: Page, pronoun: int, outer: Finding) -> bool:
    """Whether a pronoun cannot stand for the outer source, by its number or its sort."""
    if outer.source is None:
        return False
    lexicon, token = page.lexicon, page.tree.tokens[outer.source]
    several, people = token.tag in PLURAL, lexicon.attribution.roles.get("person", ())
    if lexicon.listed(page.tree, pronoun, "several"):
        return not several and token.entity[2:] not in {"ORG", "NORP"}
    person = token.entity[2:] == "PERSON" or token.lemma in people
    body = token.entity[2:] in {"ORG", "GPE", "FAC"} or (
        token.lemma in lexicon.roles and token.lemma not in people
    )
    return body if lexicon.listed(page.tree, pronoun, "personal") else person


Rule = Callable[[Page, Finding, Finding, int], "Settled | None"]

RULES: tuple[Rule, ...] = (
    both_ways,
    side_by_side,
    parted,
    each_its_own,
    then_another,
    claim_denied,
    told_in_a_turn,
    joined_on,
    passed_on,
    seen_inside,
)
