"""One happening, however many documents tell of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.knowledge.events import EventTypes
from counterclaim.linking.decisions import regrouped, rejected, standing
from counterclaim.linking.envelopes import (
    Envelope,
    finest_place,
    firmest_kind,
    most_told_status,
    most_told_type,
    narrowest_days,
    place_of_country,
    shared_modality,
    told_country,
)
from counterclaim.linking.happenings import find_happenings
from counterclaim.linking.reports import Report, Surroundings, reports_of, surroundings_of
from counterclaim.linking.tolls import lowest_to_highest
from counterclaim.model.actor import Actor
from counterclaim.model.claim import Claim
from counterclaim.model.event import EventId, TellingId
from counterclaim.model.quantity import Effect
from counterclaim.model.record import (
    Event,
    EventMention,
    Field,
    Join,
    Reading,
    Review,
    Told,
    Verdict,
)
from counterclaim.model.text import digest


def link_events(
    readings: Sequence[Reading],
    actors: Sequence[Actor],
    claims: Sequence[Claim],
    reviews: Sequence[Review],
    types: EventTypes,
) -> tuple[Event, ...]:
    """Bring the tellings of each happening together, as far as reviewers have not decided.

    Reviews point at tellings: MERGE brings the events of two together, SPLIT gives one an event of
    its own, REJECT leaves one out.
    """
    around, left_out = surroundings_of(readings, actors, claims), rejected(reviews)
    told = (report for reading in readings for report in reports_of(reading, around))
    reports = {report.id: report for report in told if report.id not in left_out}
    found, joins = find_happenings(tuple(reports.values()), types)
    together = {each.id: f"with {group[0].id}" for group in found for each in group}
    alone = {id: f"alone {id}" for id in reports}
    groups: dict[str, list[Report]] = defaultdict(list)
    for id, group in regrouped(together, alone, reviews).items():
        groups[group].append(reports[id])
    ordered = [sorted(group, key=lambda each: each.order) for group in groups.values()]
    joined = _joins_of((*joins, *decided_by_reviewer(reviews)), reports)
    events = [
        replace(_event(group, around, types), joins=_within(group, joined)) for group in ordered
    ]
    return tuple(sorted(_nested(events, reports), key=lambda event: event.id))


def decided_by_reviewer(reviews: Sequence[Review]) -> Iterator[Join]:
    """Join two events because a person says that they are one."""
    given = sorted(standing(reviews), key=lambda each: (each.at, each.target, each.value))
    for review in given:
        if review.verdict is Verdict.MERGE:
            one, other = TellingId(review.target), TellingId(review.value)
            yield Join(one, other, decided_by_reviewer.__name__, 0.0)


def _joins_of(
    joins: Sequence[Join], reports: Mapping[TellingId, Report]
) -> Mapping[TellingId, list[Join]]:
    found: dict[TellingId, list[Join]] = defaultdict(list)
    for join in joins:
        if join.one in reports and join.other in reports:
            found[join.one].append(join)
    return found


def _within(group: Sequence[Report], joins: Mapping[TellingId, list[Join]]) -> tuple[Join, ...]:
    """Return the joins between tellings of one event; those that a review undid are none."""
    ids = {each.id for each in group}
    return tuple(join for each in group for join in joins.get(each.id, ()) if join.other in ids)


def _event(reports: Sequence[Report], around: Surroundings, types: EventTypes) -> Event:
    """Sum up the tellings of one happening, the earliest first, which names it."""
    type, status = most_told_type(reports, types), most_told_status(reports)
    when, finest = narrowest_days(reports), finest_place(reports)
    country = told_country(reports, finest)
    place = finest if finest.value else place_of_country(country, around.countries)
    killed = lowest_to_highest(reports, Effect.KILLED, around)
    injured = lowest_to_highest(reports, Effect.INJURED, around)
    fields: dict[str, Envelope[object]] = {
        "type": type,
        "status": status,
        "when": when,
        "place": place,
        "country": country,
        "killed": killed,
        "injured": injured,
    }
    return Event(
        id=_named(reports[0].id),
        type=type.value,
        status=status.value,
        kind=firmest_kind(reports),
        tellings=tuple(each.id for each in reports),
        mentions=tuple(
            EventMention(each.document.id, each.id, trigger)
            for each in reports
            for trigger in each.telling.triggers
        ),
        fields=tuple(_field(name, each, around) for name, each in fields.items()),
        modality=shared_modality(reports),
        when=when.value,
        place=place.value,
        country=country.value,
        killed=killed.value,
        injured=injured.value,
        tolls=tuple(Told(toll, each.id) for each in reports for toll in each.telling.tolls),
        participants=tuple(
            Told(part, each.id, around.party(part.mention))
            for each in reports
            for part in each.telling.participants
        ),
        responsibility=tuple(
            Told(charge, each.id, around.party(charge.mention))
            for each in reports
            for charge in each.telling.responsibility
        ),
    )


def _field(name: str, envelope: Envelope[object], around: Surroundings) -> Field:
    """Say how a field came about: its rule, its tellings, the claims that these stand in."""
    told = envelope.reports
    statements = (trigger.statement for each in told for trigger in each.telling.triggers)
    claims = (around.claims[each] for each in statements if each and each in around.claims)
    return Field(
        name,
        envelope.rule,
        tuple(each.id for each in told),
        tuple(dict.fromkeys(claims)),
        envelope.reason,
    )


def _nested(events: Sequence[Event], reports: Mapping[TellingId, Report]) -> list[Event]:
    """Say which event each is a part of, where one of its tellings does."""
    event_of = {id: event.id for event in events for id in event.tellings}
    nested = []
    for event in events:
        wholes = (reports[id].telling.part_of for id in event.tellings)
        known = (event_of[whole] for whole in wholes if whole and whole in event_of)
        whole = next((id for id in known if id != event.id), None)
        nested.append(replace(event, part_of=whole))
    return nested


def _named(first: TellingId) -> EventId:
    return EventId(digest("event", first))
