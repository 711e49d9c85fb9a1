"""Findings into statements: edges settled, sources named, stances judged."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model.statement import (
    CueClass,
    Kind,
    Mention,
    Source,
    Statement,
    StatementId,
    statement_id,
)
from counterclaim.model.text import Span
from counterclaim.statements import edges
from counterclaim.statements.accounts import ASIDE
from counterclaim.statements.answers import answer
from counterclaim.statements.confidence import extraction_of, sure_of_sources
from counterclaim.statements.days import day_said
from counterclaim.statements.doubts import likelihood_of
from counterclaim.statements.evidence import with_evidence
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.gaps import fill_gaps
from counterclaim.statements.joint import share
from counterclaim.statements.judgement import judge
from counterclaim.statements.opinions import weigh
from counterclaim.statements.phrases import find_phrases
from counterclaim.statements.relays import renumbered, untangle
from counterclaim.statements.runs import find_runs
from counterclaim.statements.silence import find_silence
from counterclaim.statements.sources import (
    UNKNOWN,
    Parties,
    gather,
    outlet,
    source_at,
    without_span,
)
from counterclaim.statements.speakers import resolve
from counterclaim.statements.stance import Said
from counterclaim.statements.tagged import find_tagged
from counterclaim.statements.turns import find_turns, source_by_label, within_turns
from counterclaim.statements.verbs import find_verbs


def assemble(page: Page, mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Find all attributions of a text and write each down as a statement."""
    told, relays = hear(page, mentions)
    ids = [_id(page, one.finding, one.source) for one in told]
    written = {
        ids[number]: _statement(one, relays.get(number), ids) for number, one in enumerate(told)
    }
    return tuple(answer(page, with_evidence(page, tuple(written.values()))))


def hear(page: Page, mentions: Sequence[Mention]) -> tuple[list[Said], dict[int, Source]]:
    """Find all attributions of a text with their sources, and by number the relays of some."""
    found = _settled(page)
    parties = gather(mentions)
    told = [_source(page, parties, one) for one in found]
    sources, relays = resolve(page, parties, found, told)
    sources = sure_of_sources(page, found, sources)
    types = {each.id: each.type for each in mentions}
    sorts = [types.get(each.mention) if each.mention else None for each in sources]
    return [Said(page, *one) for one in zip(found, sources, sorts, strict=True)], dict(relays)


def _settled(page: Page) -> list[Finding]:
    """Find the attributions, bring their contents to their edges, sort out what nests."""
    found: list[Finding] = []
    for find in (find_silence, find_verbs, find_phrases, find_turns):
        taken = {word for one in found for word in one.cue}
        found += [one for one in find(page) if taken.isdisjoint(one.cue)]
    found = untangle(page, [edges.with_edges(page, one) for one in found])
    tagged = [edges.with_edges(page, one) for one in within_turns(page, find_tagged(page))]
    found = untangle(page, [edges.with_edges(page, one) for one in weigh(page, found, tagged)])
    found = fill_gaps(page, found)
    found += find_runs(page, found)
    found += share(page, found)
    settled = (edges.with_edges(page, one) for one in found)
    stray = (_aside, _names_itself, _removes)
    return renumbered(
        [one if one.spans and not any(is_(page, one) for is_ in stray) else None for one in settled]
    )


def _aside(page: Page, finding: Finding) -> bool:
    """Whether an attribution stands where nothing is read: in a byline, in what is repeated."""
    parts = page.tree.parse.document.passages(*ASIDE)
    return any(part.overlaps(finding.spans[0]) for part in parts)


def _names_itself(page: Page, finding: Finding) -> bool:
    """Whether words only tell by what name somebody goes: "a group calling itself the Owls"."""
    tree, listed = page.tree, page.lexicon.listed
    naming = [at for at in finding.cue if listed(tree, at, "calling")]
    objects = (under for at in naming for under in tree.under(at, "dobj", "nsubj"))
    itself = any(listed(tree, at, "reflexive") for at in (*finding.cue, *objects))
    return bool(naming) and itself and any(tree.tokens[at].pos == "PROPN" for at in finding.content)


def _removes(page: Page, finding: Finding) -> bool:
    """Whether it is a person who is dismissed from office, and nothing that was said."""
    tree, lexicon = page.tree, page.lexicon
    if not any(lexicon.listed(tree, at, "removing") for at in finding.cue) or not finding.content:
        return False
    if any(
        lexicon.listed(tree, at, "as") or tree.tokens[at].pos == "VERB" for at in finding.content
    ):
        return False
    heads = [at for at in finding.content if tree.tokens[at].head in finding.cue]
    named = [at for head in heads for at in (head, *tree.under(head, "appos"))]
    people = lexicon.attribution.roles.get("person", ())
    return any(
        tree.tokens[at].entity[2:] == "PERSON" or tree.tokens[at].lemma in people for at in named
    )


def _source(page: Page, parties: Parties, finding: Finding) -> Source:
    if finding.rule == "not_verified":
        return outlet(page.tree.parse.document)
    if finding.rule in {"turn", "run_on"} and finding.phrase:
        source = source_by_label(page, parties, finding.phrase)
        return source if finding.source is not None else without_span(source)
    if finding.source is None and finding.named_by is not None:
        return without_span(source_at(page, parties, finding.named_by))
    if finding.source is None and not finding.cue:
        return UNKNOWN
    return source_at(page, parties, finding.source, finding.phrase)


def _id(page: Page, finding: Finding, source: Source) -> StatementId:
    return statement_id(
        page.tree.parse.document.id, source.span, _cue(page, finding), finding.spans
    )


def _cue(page: Page, finding: Finding) -> Span | None:
    return page.tree.span(finding.cue) if finding.cue else None


def _statement(said: Said, via: Source | None, ids: Sequence[StatementId]) -> Statement:
    """Write a finding down as a statement."""
    page, finding, source = said.page, said.finding, said.source
    stance = judge(said)
    kind = Kind.DIRECT if finding.rule == "turn" else edges.kind_of(page, finding.spans[0])
    return Statement(
        id=_id(page, finding, source),
        source=source,
        cue=_cue(page, finding),
        content=finding.spans,
        kind=kind,
        cue_class=CueClass(finding.group.sort),
        act=stance.act,
        polarity=stance.polarity,
        certainty=stance.certainty,
        rule=finding.rule,
        likelihood=likelihood_of(said),
        via=via,
        embedded_in=None if finding.holder is None else ids[finding.holder],
        said_on=day_said(page, finding),
        extraction=extraction_of(page, finding),
    )
