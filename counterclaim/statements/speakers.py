"""Who "he", "it" and "the ministry" are: the one brought up last, if there is no doubt.

One claim in the wrong mouth is worse than ten that nobody is named for. A pronoun goes to the one
figure that it fits in the nearest sentence that has any; two of them leave it open, and the source
then says who else may be meant and why nobody was chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.model.statement import Source, SourceType
from counterclaim.model.text import Rival
from counterclaim.model.tree import Words
from counterclaim.statements.figures import (
    Cast,
    Figure,
    figure_at,
    gender,
    is_several,
    narrated,
    sort_of,
)
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.sources import (
    UNKNOWN,
    UNSPECIFIED,
    Parties,
    narrator,
    source_at,
)

REACH = 3
"""Sentences back that a pronoun may reach."""

BENEATH = frozenset({"acl", "agent", "dative", "pobj", "prep"})
"""How a medium hangs on a cue: "in an interview with it", "in a note published by it"."""

NOBODY = frozenset({SourceType.NONE, SourceType.UNSPECIFIED, SourceType.OUTLET})


@dataclass(frozen=True, slots=True)
class Asked:
    """A noun phrase or pronoun whose bearer is looked for.

    `own` is the finding it is the source of: who stands in that one's content is not meant.
    """

    head: int
    source: Source
    person: bool | None
    own: int


@dataclass(frozen=True, slots=True)
class Voices:
    """The sources of the findings, and by their number the relays of those that have one.

    `by_cue` gives for each cue the heads of the sources that it has.
    """

    sources: list[Source]
    relays: dict[int, Source]
    by_cue: Mapping[Words, set[int]]


def resolve(
    page: Page, parties: Parties, found: Sequence[Finding], sources: Sequence[Source]
) -> tuple[list[Source], dict[int, Source]]:
    """Name the sources that are pronouns or short for an earlier one; leave open the doubtful.

    The relays are named likewise: they come by the number of the finding that has one.
    """
    cast = narrated(page, parties, found)
    resolved, relays = list(sources), dict[int, Source]()
    voices = Voices(resolved, relays, _by_cue(found))
    for number in sorted(range(len(found)), key=lambda one: _place(found[one])):
        finding = found[number]
        head, via = _head(finding), finding.via
        if via is not None:
            relay = source_at(page, parties, via)
            asked = Asked(via, relay, sort_of(page, parties, via), number)
            relays[number] = _named(page, asked, cast, found)
        if finding.rule == "impersonal":
            resolved[number] = UNSPECIFIED
        elif head is not None and sources[number].type not in NOBODY:
            asked = Asked(head, sources[number], sort_of(page, parties, head), number)
            resolved[number] = _named(page, asked, cast, found)
            cast.note(resolved[number].name, gender(page, (head,)))
            if finding.rule != "turn":
                cast.add(_speaker(page, parties, found, number, voices))
                if number in relays and finding.source is not None:
                    source = resolved[number]
                    told = figure_at(page, parties, finding.source, source, told_by=(number,))
                    cast.add(told)
    named = {number: one for number, one in relays.items() if _another(one, resolved[number])}
    return resolved, named


def _by_cue(found: Sequence[Finding]) -> Mapping[Words, set[int]]:
    heads: dict[Words, set[int]] = defaultdict(set)
    for finding in found:
        head = _head(finding)
        if finding.cue and head is not None:
            heads[finding.cue].add(head)
    return heads


def _another(relay: Source, source: Source) -> bool:
    """Whether a relay is known, and somebody else than the one whose words it passes on."""
    return relay.type not in NOBODY and relay.name != source.name


def _place(finding: Finding) -> int:
    return finding.source if finding.source is not None else min((*finding.cue, *finding.content))


def _head(finding: Finding) -> int | None:
    return finding.source if finding.source is not None else finding.named_by


def _speaker(
    page: Page, parties: Parties, found: Sequence[Finding], number: int, voices: Voices
) -> Figure:
    """Return who speaks in a sentence: the source, or the one who passes its words on."""
    finding, head = found[number], _head(found[number]) or 0
    source = voices.sources[number]
    if finding.via is not None and number in voices.relays and _passes_on(page, finding):
        head, source = finding.via, voices.relays[number]
    return figure_at(
        page,
        parties,
        head,
        source,
        spoke=True,
        accuses=finding.group.act == "accuse",
        open=source.rule == "doubtful",
        told_by=() if finding.holder is None else (finding.holder,),
        shared=len(voices.by_cue.get(finding.cue, ())) > 1,
    )


def _passes_on(page: Page, finding: Finding) -> bool:
    """Whether a relay is the one who speaks in the sentence, and not the one who is told."""
    tree, at = page.tree, finding.via
    while at is not None and tree.tokens[at].dep in BENEATH:
        if tree.tokens[at].head in finding.cue:
            break
        at = tree.parent(at)
    told = at is not None and tree.tokens[at].head in finding.cue
    return not told and finding.rule != "quoted_as_saying"


def _named(page: Page, asked: Asked, cast: Cast, found: Sequence[Finding]) -> Source:
    lexicon, tree, head = page.lexicon, page.tree, asked.head
    if lexicon.listed(tree, head, "speaker"):
        return _whose_words(page, asked, found)
    if lexicon.listed(tree, head, "personal", "group"):
        return _pronoun(page, asked, cast, found)
    if asked.source.type is SourceType.DESCRIBED and not tree.under(head, "poss"):
        return _short(page, asked, cast)
    return asked.source


def _whose_words(page: Page, asked: Asked, found: Sequence[Finding]) -> Source:
    """Give "I" and "we" to the one whose words hold them: the writer, or nobody for a quotation."""
    within = page.quoted[asked.head] >= 0 or any(
        asked.head in one.content for number, one in enumerate(found) if number != asked.own
    )
    if within:
        return _open(asked, [])
    return _as(asked.source, narrator(page.tree.parse.document), "pronoun")


def _pronoun(page: Page, asked: Asked, cast: Cast, found: Sequence[Finding]) -> Source:
    """Give a pronoun to the one figure of the nearest sentence that has any it fits."""
    sentence = page.tree.sentence[asked.head]
    back = [
        [one for one in figures if not one.told_by and _fits(page, asked, one, cast)]
        for figures in cast.back_from(asked.head, sentence, REACH)
    ]
    fitting = next(filter(None, back), [])
    return _chosen(asked, fitting, denies=found[asked.own].group.polarity == "-")


def _fits(page: Page, asked: Asked, figure: Figure, cast: Cast) -> bool:
    """Whether a pronoun may stand for a figure by sort, number and gender."""
    person = page.lexicon.listed(page.tree, asked.head, "personal")
    several = is_several(page, asked.head)
    if figure.person is None and not figure.spoke:
        return False
    if several:
        return figure.several
    if person:
        woman = gender(page, (asked.head,))
        known = cast.women.get(figure.source.name, figure.woman)
        return figure.person is not False and not figure.several and known in {None, woman}
    return figure.person is not True and (
        not figure.several or figure.source.type is SourceType.NAMED
    )


def _chosen(asked: Asked, fitting: Sequence[Figure], *, denies: bool) -> Source:
    """Take the one figure there is, unless another may be meant."""
    fitting = [one for one in fitting if not one.aside] or fitting
    names = dict.fromkeys(one.source.name for one in fitting)
    reason = "another_may_be_meant"
    if len(names) == 1:
        reason = _doubt(asked, fitting[-1], denies=denies)
    if not names or reason:
        return _open(asked, [(name, reason) for name in names])
    return _as(asked.source, fitting[-1].source, "pronoun")


def _doubt(asked: Asked, figure: Figure, *, denies: bool) -> str:
    """Return why the only figure there is may not be the one that a pronoun stands for."""
    named, human = figure.source.type is SourceType.NAMED, asked.person is True
    doubts = {
        "only_mentioned": figure.aside,
        "nobody_known": figure.open,
        "named_with_another": figure.shared,
        "may_be_a_person": figure.person is None and not named and not human,
        "accused_may_be_meant": figure.accuses and denies and not figure.person,
    }
    return next((reason for reason, holds in doubts.items() if holds), "")


def _open(asked: Asked, rivals: Sequence[tuple[str, str]]) -> Source:
    """Leave a source open, and say who may have been meant."""
    losing = tuple(Rival(name, reason) for name, reason in rivals)
    return replace(UNKNOWN, span=asked.source.span, mention=asked.source.mention, rivals=losing)


def _as(source: Source, other: Source, rule: str) -> Source:
    return replace(source, name=other.name, type=other.type, mention=other.mention, rule=rule)


def _short(page: Page, asked: Asked, cast: Cast) -> Source:
    """Give a description to the one earlier figure that has the same word for itself."""
    words, sentence = _same_word(page, asked.head), page.tree.sentence[asked.head]
    back = cast.back_from(asked.head, sentence, 2 * REACH)
    near = [one for figures in back for one in reversed(figures)]
    kind = _kind(page, asked.head)
    alike = [one for one in near if words & one.words and one.person is asked.person]
    alike = [one for one in alike if kind <= one.words | {*one.source.name.casefold().split()}]
    alike = [one for one in alike if one.spoke or one.source.type is SourceType.NAMED]
    alike = alike or _issuer(page, asked, cast)
    names = {one.source.name for one in alike}
    return _as(asked.source, alike[0].source, "short_for") if len(names) == 1 else asked.source


def _kind(page: Page, head: int) -> frozenset[str]:
    """Return what tells a noun from its like: the "health" ministry, the one "in Moscow"."""
    tree = page.tree
    before = tree.under(head, "compound", "nmod", "amod")
    telling = [at for at in before if tree.tokens[at].pos != "ADJ" or tree.tokens[at].entity]
    behind = (at for phrase in tree.under(head, "prep") for at in tree.under(phrase, "pobj"))
    telling += [at for at in behind if tree.tokens[at].pos == "PROPN"]
    return frozenset(tree.lower(at) for at in telling)


def _issuer(page: Page, asked: Asked, cast: Cast) -> list[Figure]:
    """Return who spoke in the nearest sentence that has a speaker: "the statement" is theirs."""
    if not page.lexicon.listed(page.tree, asked.head, "papers"):
        return []
    sentence = page.tree.sentence[asked.head]
    for figures in cast.back_from(asked.head, sentence, REACH):
        spoke = [one for one in figures if one.spoke and not one.told_by]
        if spoke:
            sure = all(not (one.open or one.shared or one.several) for one in spoke)
            return spoke if sure else []
    return []


def _same_word(page: Page, head: int) -> frozenset[str]:
    """Return the head of a noun phrase with the words that mean the same."""
    word = page.tree.lower(head)
    spokes = page.lexicon.words.get("spokes", frozenset())
    return spokes if word in spokes else frozenset({word})
