"""Two readings of one text into one: the learned reader's, and the rules' as a second opinion.

Where both see an attribution, it is the surer; where only one does, it must be sure by itself.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.tree import Words

ALONE = float(os.environ.get("ALONE", "0.5"))
"""How sure the learned reader must be of a cue that no rule sees."""

DOUBTED = float(os.environ.get("DOUBTED", "0.15"))
"""How likely a cue must be that only a rule sees."""

ALIKE = float(os.environ.get("ALIKE", "0.5"))


def weigh(page: Page, ruled: Sequence[Finding], tagged: Sequence[Finding]) -> list[Finding]:
    """Bring the findings of the rules and of the learned reader together."""
    if not page.tree.parse.tags.roles:
        return list(ruled)
    kept: list[Finding | None] = []
    met: set[int] = set()
    for finding in ruled:
        rival = _rival(finding, tagged)
        if rival is not None:
            met.update(n for n, one in enumerate(tagged) if one.tag == rival.tag and one.cue)
            alone = sum(1 for one in ruled if one.cue == finding.cue) == 1
            kept.append(_agreed(page, finding, rival, alone=alone))
        else:
            kept.append(finding if _credible(page, finding) else None)
    found = [one for one in kept if one is not None]
    taken = {word for one in found for word in one.cue}
    rest = [one for n, one in enumerate(tagged) if n not in met]
    return found + [one for one in rest if _sure(page, one) and taken.isdisjoint(one.cue)]


def _rival(finding: Finding, tagged: Sequence[Finding]) -> Finding | None:
    """Return the learned finding with the same cue, the one with the likest content."""
    cue, content = set(finding.cue), set(finding.content)
    same = [one for one in tagged if cue & set(one.cue)]
    return max(same, key=lambda one: len(content & set(one.content)), default=None)


def alike(one: Words, other: Words) -> float:
    """Return how far two sets of words are the same: 0 to 1."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first | second else 1.0


def _agreed(page: Page, ruled: Finding, tagged: Finding, *, alone: bool) -> Finding:
    """Take each part from the one that is the better at it."""
    found = ruled.but(tag=tagged.tag)
    if alone and alike(ruled.content, tagged.content) < ALIKE:
        found = found.but(content=tagged.content, spans=())
    if ruled.source != tagged.source and ruled.rule not in {"not_verified", "quoted_as_saying"}:
        found = found.but(source=tagged.source, phrase=tagged.phrase)
    return found


def _credible(page: Page, finding: Finding) -> bool:
    """Whether the learned reader holds words for a cue at all that a rule does."""
    if not finding.cue:
        return True
    roles = page.tree.parse.tags.roles
    return max(roles[word].cue for word in finding.cue) >= DOUBTED


def _sure(page: Page, finding: Finding) -> bool:
    tagged = page.tree.parse.tags.statements[finding.tag or 0]
    return tagged.cue_score >= ALONE
