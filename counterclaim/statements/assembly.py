"""Findings into statements: edges settled, sources named, stances judged."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model.statement import CueClass, Mention, Statement, statement_id
from counterclaim.statements import edges, stance
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.phrases import find_phrases
from counterclaim.statements.sources import Parties, source_at
from counterclaim.statements.verbs import find_verbs


def assemble(page: Page, mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Find all attributions of a text and write each down as a statement."""
    parties = Parties(mentions)
    found = [*find_verbs(page), *find_phrases(page)]
    settled = [edges.with_edges(page, finding) for finding in found]
    return tuple(statement(page, parties, one) for one in settled if one.spans)


def statement(page: Page, parties: Parties, finding: Finding) -> Statement:
    """Write a finding down as a statement."""
    source = source_at(page, parties, finding.source)
    said = stance.Said(page, finding, source.type)
    cue = page.tree.span(finding.cue) if finding.cue else None
    document = page.tree.parse.document
    return Statement(
        id=statement_id(document.id, source.span, cue, finding.spans),
        source=source,
        cue=cue,
        content=finding.spans,
        kind=edges.kind_of(page, finding.spans[0]),
        cue_class=CueClass(finding.group.sort),
        act=stance.act_of(said),
        polarity=stance.polarity_of(said),
        certainty=stance.certainty_of(said),
        rule=finding.rule,
    )
