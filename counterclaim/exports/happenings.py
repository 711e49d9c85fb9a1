"""Places, events, estimates and relations as rows for a spreadsheet or a data frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from counterclaim.exports.columns import BETWEEN, WRITTEN_BY, Row, Rows, columns, written
from counterclaim.exports.contract import estimate, relation
from counterclaim.exports.interactions import interactions
from counterclaim.exports.links import Links, in_order
from counterclaim.model.event import Participant, Responsibility
from counterclaim.model.quantity import Quantity
from counterclaim.model.record import Event, Ledger, Told
from counterclaim.model.statement import StatementId


def _places(ledger: Ledger, _: Links) -> Iterator[Row]:
    for location in sorted(ledger.places, key=lambda each: each.place.id):
        place = location.place
        yield (
            *(place.id, place.name, place.precision.value, place.country or None),
            *(BETWEEN.join(place.claimed_by) or None, place.admin1 or None),
            *(place.latitude, place.longitude, place.feature or None, place.geonameid),
            *(len(location.mentions), WRITTEN_BY),
        )


def _events(ledger: Ledger, links: Links) -> Iterator[Row]:
    names = {each.place.id: each.place for each in ledger.places}
    for event in _in_order(ledger):
        place = names.get(event.place) if event.place else None
        first, last = event.when or (None, None)
        documents = {each.document for each in event.mentions}
        yield (
            *(event.id, event.type, event.status.value, event.kind.value),
            *(BETWEEN.join(each.value for each in event.modality) or None, first, last),
            *(event.place, place.name if place else None, *_land(event)),
            *(*_ends(event.killed), *_ends(event.injured)),
            *(event.part_of, len(documents), len(documents - links.copies.keys())),
            *(_reasons(event), links.review(event.id), WRITTEN_BY),
        )


def _land(event: Event) -> tuple[str | None, str | None]:
    """Return the country of an event, and what it rests on."""
    return (event.country.code, event.country.basis.value) if event.country else (None, None)


def _event_mentions(ledger: Ledger, _: Links) -> Iterator[Row]:
    texts = {each.document.id: each.document for each in ledger.readings}
    for event in _in_order(ledger):
        for each in event.mentions:
            span = each.trigger.span
            quote = texts[each.document].quote(span) if each.document in texts else None
            yield (
                *(event.id, each.telling, each.document, each.trigger.statement),
                *(span.begin, span.end, quote, WRITTEN_BY),
            )


def _participants(ledger: Ledger, _: Links) -> Iterator[Row]:
    for event in _in_order(ledger):
        yield from (_participant(event, told) for told in event.participants)


def _participant(event: Event, told: Told[Participant]) -> Row:
    part = told.value
    return (
        *(event.id, told.telling, part.part.value, part.text, told.actor),
        *(*_ends(part.count.value if part.count else None), part.nationality or None),
        *(written(part.span), part.rule, WRITTEN_BY),
    )


def _responsibility(ledger: Ledger, _: Links) -> Iterator[Row]:
    said_by = {s.id: s.source.name for each in ledger.readings for s in each.statements}
    for event in _in_order(ledger):
        for told in event.responsibility:
            yield _charge(event, told, said_by)


def _charge(event: Event, told: Told[Responsibility], said_by: Mapping[StatementId, str]) -> Row:
    """Return a charge, which never leaves without its degree and who says it."""
    charge = told.value
    return (
        *(event.id, told.telling, charge.party, told.actor, charge.party_type.value),
        *(charge.share.value, charge.degree.value.value, charge.statement),
        *(said_by.get(charge.statement) if charge.statement else None, charge.degree.rule),
        WRITTEN_BY,
    )


def _estimates(ledger: Ledger, links: Links) -> Iterator[Row]:
    for reading in in_order(ledger):
        for found in reading.estimates:
            entry = estimate(found, reading, links)
            first, last = found.as_of.value if found.as_of else (None, None)
            yield (
                *(entry["id"], reading.document.id, found.subject, entry["subject"]),
                *(found.measure, *_ends(found.count.value), found.count.value.bound.value),
                *(entry["unit"], found.count.value.of or None, first, last, found.statement),
                *(written(found.span), found.count.rule, WRITTEN_BY),
            )


def _relations(ledger: Ledger, links: Links) -> Iterator[Row]:
    for reading in in_order(ledger):
        for tie in reading.ties:
            entry = relation(tie, reading, links)
            yield (
                *(entry["id"], reading.document.id, entry["subject"], tie.predicate.value),
                *(entry["object"], tie.statement, written(*tie.predicate.spans)),
                *(tie.predicate.rule, WRITTEN_BY),
            )


def _in_order(ledger: Ledger) -> list[Event]:
    return sorted(ledger.events, key=lambda each: each.id)


def _ends(number: Quantity | None) -> tuple[float | None, float | None]:
    ends = (number.low, number.high) if number else (None, None)
    low, high = (None if end is None else float(end) for end in ends)
    return low, high


def _reasons(event: Event) -> str | None:
    """Say why fields are blank: `killed: not_found`."""
    blank = (f"{each.name}: {each.reason.value}" for each in event.fields if each.reason)
    return BETWEEN.join(blank) or None


TABLES: Mapping[str, tuple[Mapping[str, type], Rows]] = {
    "places": (
        columns(
            "id name precision country claimed_by admin1 latitude longitude feature geonameid"
            " mentions version",
            latitude=float,
            longitude=float,
            geonameid=int,
            mentions=int,
        ),
        _places,
    ),
    "events": (
        columns(
            "id type status kind modality first_day last_day place place_name country country_basis"
            " killed_low killed_high injured_low injured_high part_of documents tellings blank"
            " review version",
            first_day=date,
            last_day=date,
            killed_low=float,
            killed_high=float,
            injured_low=float,
            injured_high=float,
            documents=int,
            tellings=int,
        ),
        _events,
    ),
    "event_mentions": (
        columns("event telling document statement begin end quote version", begin=int, end=int),
        _event_mentions,
    ),
    "participants": (
        columns(
            "event telling role text actor low high nationality span rule version",
            low=float,
            high=float,
        ),
        _participants,
    ),
    "responsibility": (
        columns("event telling party actor party_type role degree statement said_by rule version"),
        _responsibility,
    ),
    "interactions": (
        columns(
            "id document deed source source_actor source_country source_sector target target_actor"
            " target_country target_sector plover mode context cameo first_day last_day event"
            " statement said_by spans rule version",
            first_day=date,
            last_day=date,
        ),
        interactions,
    ),
    "estimates": (
        columns(
            "id document subject_text subject measure low high bound unit of as_of_first"
            " as_of_last statement span rule version",
            low=float,
            high=float,
            as_of_first=date,
            as_of_last=date,
        ),
        _estimates,
    ),
    "relations": (
        columns("id document subject predicate object statement spans rule version"),
        _relations,
    ),
}
