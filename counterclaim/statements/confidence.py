"""How sure a statement is, and its source: below a measured bound the source is left open."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.model.statement import Extraction, Source, SourceType
from counterclaim.model.tags import TaggedStatement
from counterclaim.model.text import Rival
from counterclaim.model.tree import Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.sources import UNKNOWN, UNSPECIFIED
from counterclaim.statements.titles import bare_name

BORROWED = frozenset({"pronoun", "short_for", "inherited"})
"""Rules that name a source by another that stands elsewhere."""

QUOTED = "quoted_as_saying"
"""A rule of which the learned reader knows but the half: it takes the medium for the source."""

LEAST = 0.001
"""Chance that is not told from none."""

NEVER_OPEN = frozenset({SourceType.NONE, SourceType.OUTLET, SourceType.AUTHOR})
"""Sources that are read from the cue itself: nobody, or the one who writes."""


def extraction_of(page: Page, finding: Finding) -> Extraction | None:
    """Say how sure it is that a statement stands there, and who found it."""
    weights = page.confidence.statement
    if not page.tree.parse.tags.roles or not weights or denied_claim(finding):
        return None
    chance = _chance(weights, signs(page, finding))
    return Extraction(round(chance, 3), voices(finding))


def denied_claim(finding: Finding) -> bool:
    """Whether rules read a claim within its denial: the learned reader has no form for it."""
    return finding.holder is not None and finding.via is not None


def voices(finding: Finding) -> tuple[str, ...]:
    """Return what found a statement: rules, the learned reader, or both."""
    if finding.tag is None:
        return ("rules",)
    return ("learned",) if finding.rule == "learned" else ("rules", "learned")


def signs(page: Page, finding: Finding) -> dict[str, float]:
    """Return what speaks for a finding, by the names of `Confidence`."""
    tagged, heard = page.tagged(finding), voices(finding)
    roles = page.tree.parse.tags.roles
    cue = tagged.cue_score if tagged else max((roles[at].cue for at in finding.cue), default=0.5)
    return {
        "always": 1.0,
        "both": float(len(heard) == 2),
        "rules": float(heard == ("rules",)),
        "cue": _log_odds(cue),
        "source": _log_odds(_source_chance(page, finding, tagged)),
        "content": _log_odds(tagged.content_score) if tagged else 0.0,
    }


def sure_of_sources(
    page: Page, found: Sequence[Finding], sources: Sequence[Source]
) -> list[Source]:
    """Judge all sources; a name that rests on a doubtful one is as doubtful itself."""
    judged = [sure_of_source(page, *pair) for pair in zip(found, sources, strict=True)]
    pairs = list(zip(sources, judged, strict=True))
    opened = {one.name for one, after in pairs if after.name != one.name}
    sound = {after.name for after in judged if after.rule not in BORROWED}
    return [
        _opened(after, one.name, after.score)
        if one.rule in BORROWED and after.name in opened - sound
        else after
        for one, after in pairs
    ]


def sure_of_source(page: Page, finding: Finding, source: Source) -> Source:
    """Give a source its chance of being right and what lost to it; leave a doubtful one open.

    An open source keeps its words: they are the likeliest, and a person may decide.
    """
    known = page.confidence
    if not page.tree.parse.tags.roles or source.type in NEVER_OPEN or not known.words:
        return source
    if denied_claim(finding) or finding.rule == QUOTED:
        return source
    rivals = (*source.rivals, *_rivals(page, finding))  # whom a pronoun may stand for stays told
    if source.rule not in known.names:
        return replace(source, rivals=rivals)
    words = _chance(known.words, signs(page, finding))
    chance = round(words * known.names[source.rule], 3)
    judged = replace(source, score=chance, rivals=rivals)
    if chance >= known.open or source.rule == UNKNOWN.rule:
        return judged
    return _opened(judged, source.name, chance)


def _opened(source: Source, name: str, chance: float | None) -> Source:
    lost = Rival(name, source.rule, chance)
    return replace(UNKNOWN, span=source.span, score=chance, rivals=(lost, *source.rivals))


def _head(finding: Finding) -> int | None:
    """Return the head of the words on record, here or where they are inherited from."""
    return finding.source if finding.source is not None else finding.named_by


def _source_chance(page: Page, finding: Finding, tagged: TaggedStatement | None) -> float:
    """Return how likely the learned reader holds the head of a source to be the source's."""
    head = _head(finding)
    if tagged is None:
        return page.tree.parse.tags.roles[head].source if head is not None else 0.5
    if head is None:
        return sum(chance for words, chance in tagged.sources if not words)
    return sum(chance for words, chance in tagged.sources if _names(page, head, words))


def _names(page: Page, head: int, words: Words) -> bool:
    """Whether words hold a head, or what stands for the same one: "N. N., the envoy", "who"."""
    tree = page.tree
    beside = {head, *tree.under(head, "appos"), *_relatives(page, head)}
    if tree.tokens[head].dep == "appos":
        beside.add(tree.tokens[head].head)
    return not beside.isdisjoint(words)


def _relatives(page: Page, head: int) -> Words:
    """Return the relative pronouns that stand for a noun as subjects: "the rebels, who said"."""
    tree = page.tree
    clauses = tree.under(head, "relcl")
    subjects = (at for clause in clauses for at in tree.under(clause, "nsubj"))
    return tuple(at for at in subjects if page.lexicon.listed(tree, at, "relative"))


def _rivals(page: Page, finding: Finding) -> tuple[Rival[str], ...]:
    """Return the other words that the learned reader thought of, or that none are named."""
    tagged, head = page.tagged(finding), _head(finding)
    others = tagged.sources if tagged else ()
    return tuple(
        Rival(bare_name(page.tree, words) if words else UNSPECIFIED.name, "learned", chance)
        for words, chance in others
        if (head is None or not _names(page, head, words)) and (words or head is not None)
        if chance >= LEAST
    )


def _log_odds(chance: float) -> float:
    known = min(max(chance, LEAST), 1 - LEAST)
    return math.log(known / (1 - known))


def _chance(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    total = sum(weight * signs[name] for name, weight in weights.items())
    return 1 / (1 + math.exp(-total))
