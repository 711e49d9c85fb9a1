"""The ledger as tables: rows for a spreadsheet, a data frame, a Parquet file.

Ids are those of every other export. A list in a cell is joined with ` | `, spans are written
`begin..end`. What a source holds is `affirmed`, `denied` or `open`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from counterclaim.exports import happenings
from counterclaim.exports.columns import BETWEEN, WRITTEN_BY, Row, Rows, Table, columns, written
from counterclaim.exports.contract import told
from counterclaim.exports.links import Links, follow_links, in_order
from counterclaim.exports.values import COLUMNS, TYPES, cells
from counterclaim.model.claim import Claim
from counterclaim.model.record import Ledger
from counterclaim.model.statement import Polarity, Statement, Treatment
from counterclaim.model.text import Document

HELD = {Polarity.TRUE: "affirmed", Polarity.FALSE: "denied", Polarity.OPEN: "open"}


def read_tables(ledger: Ledger) -> tuple[Table, ...]:
    """Return every table of a ledger."""
    return tuple(read_table(ledger, name) for name in TABLES)


def read_table(ledger: Ledger, name: str) -> Table:
    """Return one table of a ledger; `name` is a key of TABLES."""
    columns, rows = TABLES[name]
    return Table(name, columns, tuple(rows(ledger, follow_links(ledger))))


def _documents(ledger: Ledger, links: Links) -> Iterator[Row]:
    for reading in in_order(ledger):
        text = reading.document
        copy = links.copies.get(text.id)
        treatments = [account.treatment for account in reading.accounts]
        yield (
            text.id,
            text.key,
            text.path,
            text.url or None,
            text.outlet or None,
            text.title or None,
            text.author or None,
            text.published,
            text.language or None,
            text.genre.value,
            copy.of if copy else None,
            text.incomplete or None,
            reading.unread or None,
            len(treatments),
            treatments.count(Treatment.STATED),
            treatments.count(Treatment.NARRATED),
            treatments.count(Treatment.SET_ASIDE),
            WRITTEN_BY,
            text.text,
        )


def _statements(ledger: Ledger, links: Links) -> Iterator[Row]:
    for reading in in_order(ledger):
        for statement in told(reading):
            yield _statement(statement, reading.document, links)


def _statement(told: Statement, document: Document, links: Links) -> Row:
    low, high = told.likelihood.value if told.likelihood else (None, None)
    first, last = told.said_on.value if told.said_on else (None, None)
    return (
        told.id,
        document.id,
        document.outlet or None,
        document.published,
        document.id in links.copies,
        told.source.name,
        links.actor(told.source),
        told.source.type.value,
        told.via.name if told.via else None,
        document.quote(told.cue) if told.cue else None,
        " … ".join(document.quote(span) for span in told.content),
        told.kind.value,
        told.cue_class.value,
        told.act.value.value,
        HELD[told.polarity.value],
        told.certainty.value.value,
        low,
        high,
        first,
        last,
        " | ".join(each.value for each in told.evidence) or None,
        told.embedded_in,
        told.answers,
        told.general,
        written(told.source.span),
        written(told.cue),
        written(*told.content),
        told.rule,
        links.review(told.id),
        WRITTEN_BY,
    )


def _mentions(ledger: Ledger, links: Links) -> Iterator[Row]:
    for reading in in_order(ledger):
        for mention in reading.mentions:
            yield (
                mention.id,
                reading.document.id,
                mention.span.begin,
                mention.span.end,
                reading.document.quote(mention.span),
                mention.type.value,
                mention.name,
                *cells(mention),
                links.actors.get(mention.id),
                mention.refers_to,
                mention.rule,
                WRITTEN_BY,
            )


def _actors(ledger: Ledger, links: Links) -> Iterator[Row]:
    for actor in sorted(ledger.actors, key=lambda each: each.id):
        yield (
            actor.id,
            actor.name,
            actor.type.value,
            BETWEEN.join(sorted(actor.aliases)) or None,
            len(actor.mentions),
            actor.rule,
            links.review(actor.id),
            WRITTEN_BY,
        )


def _claims(ledger: Ledger, links: Links) -> Iterator[Row]:
    counts = {row.claim: row for row in ledger.corroboration}
    for claim in _claims_in_order(ledger):
        count = counts.get(claim.id)
        yield (
            claim.id,
            claim.slot,
            claim.value,
            claim.straw,
            claim.contested,
            _holders(claim, Polarity.TRUE),
            _holders(claim, Polarity.FALSE),
            _holders(claim, Polarity.OPEN),
            count.documents if count else None,
            count.tellings if count else None,
            count.origins if count else None,
            claim.rule,
            links.review(claim.id),
            WRITTEN_BY,
        )


def _stances(ledger: Ledger, links: Links) -> Iterator[Row]:
    for claim in _claims_in_order(ledger):
        for stance in claim.stances:
            yield (
                claim.id,
                stance.holder,
                stance.name,
                HELD[stance.polarity],
                stance.certainty.value,
                stance.statement,
                stance.state.value,
                links.review(stance.statement),
                WRITTEN_BY,
            )


def _disputes(ledger: Ledger, links: Links) -> Iterator[Row]:
    for dispute in sorted(ledger.disputes, key=lambda each: each.id):
        for number, side in enumerate(dispute.sides, 1):
            yield (
                dispute.id,
                dispute.slot,
                dispute.question,
                dispute.state.value,
                number,
                side.claim,
                HELD[side.polarity],
                side.position,
                BETWEEN.join(side.held_by),
                BETWEEN.join(side.statements),
                side.origins,
                dispute.rule,
                links.review(dispute.id),
                WRITTEN_BY,
            )


def _claims_in_order(ledger: Ledger) -> list[Claim]:
    return sorted(ledger.claims, key=lambda each: each.id)


def _holders(claim: Claim, polarity: Polarity) -> str | None:
    """Return the names of those who hold a claim so, each once."""
    names = (stance.name for stance in claim.stances if stance.polarity is polarity)
    return BETWEEN.join(dict.fromkeys(names)) or None


TABLES: Mapping[str, tuple[Mapping[str, type], Rows]] = {
    "documents": (
        columns(
            "id key path url outlet title author published language genre copy_of incomplete"
            " unread sentences stated narrated set_aside version text",
            published=date,
            sentences=int,
            stated=int,
            narrated=int,
            set_aside=int,
        ),
        _documents,
    ),
    "statements": (
        columns(
            "id document outlet published copy source source_actor source_type via cue content"
            " kind class act polarity certainty likelihood_low likelihood_high said_first said_last"
            " evidence embedded_in answers general source_span cue_span content_spans rule review"
            " version",
            published=date,
            copy=bool,
            likelihood_low=float,
            likelihood_high=float,
            said_first=date,
            said_last=date,
            general=bool,
        ),
        _statements,
    ),
    "mentions": (
        columns(
            f"id document begin end text type name {COLUMNS} actor refers_to rule version",
            **{"begin": int, "end": int, **TYPES},
        ),
        _mentions,
    ),
    "actors": (
        columns("id name type aliases mentions rule review version", mentions=int),
        _actors,
    ),
    "claims": (
        columns(
            "id slot value straw contested affirmed_by denied_by left_open_by documents tellings"
            " origins rule review version",
            straw=bool,
            contested=bool,
            documents=int,
            tellings=int,
            origins=int,
        ),
        _claims,
    ),
    "stances": (
        columns("claim holder name polarity certainty statement state review version"),
        _stances,
    ),
    "disputes": (
        columns(
            "id slot question state side claim polarity position held_by statements origins rule"
            " review version",
            side=int,
            origins=int,
        ),
        _disputes,
    ),
    **happenings.TABLES,
}
