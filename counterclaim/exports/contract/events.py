"""Events with all that is told of them, estimates and relations, as JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from counterclaim.exports.contract.parts import Entry, day, grounds, span
from counterclaim.exports.links import Links
from counterclaim.exports.values import count, edges
from counterclaim.model.derived import Core
from counterclaim.model.event import (
    Estimate,
    Participant,
    Responsibility,
    Telling,
    Tie,
    Toll,
    estimate_id,
    tie_id,
)
from counterclaim.model.record import Event, Join, Reading, Told
from counterclaim.model.text import Cited


def event(entry: Event, links: Links) -> Entry:
    """Return an event: the envelope of its tellings, and every telling with its words."""
    values = _values(entry)
    return {
        "id": entry.id,
        **values,
        "part_of": entry.part_of,
        "fields": {
            field.name: {
                "value": values[field.name],
                "rule": field.rule,
                "claims": list(field.claims),
                "tellings": list(field.tellings),
                "reason": field.reason.value if field.reason else None,
            }
            for field in entry.fields
        },
        "core": _core(links.cores.get(entry.id)),
        "tolls": [_toll(toll) for toll in entry.tolls],
        "participants": [_participant(each) for each in entry.participants],
        "responsibility": [_charge(each) for each in entry.responsibility],
        "mentions": [
            {
                "document": each.document,
                "telling": each.telling,
                "statement": each.trigger.statement,
                "trigger": span(each.trigger.span),
            }
            for each in entry.mentions
        ],
        "tellings": [telling(links.tellings[id]) for id in entry.tellings if id in links.tellings],
        "joins": [_join(each) for each in entry.joins],
        "review": links.review(entry.id),
    }


def _core(core: Core | None) -> Entry | None:
    """Return what nobody denies, and what each adds; null where no telling is at hand."""
    if core is None:
        return None
    return {
        "agreed": [
            {
                "field": each.field,
                "value": each.value,
                "rule": each.rule,
                "told_in": list(each.told_in),
                "statements": list(each.statements),
                "documents": each.documents,
                "tellings": each.tellings,
                "origins": each.origins,
            }
            for each in core.agreed
        ],
        "added": [
            {
                "holder": each.holder,
                "field": each.field,
                "value": each.value,
                "statement": each.statement,
                "telling": each.telling,
            }
            for each in core.added
        ],
    }


def _values(entry: Event) -> Entry:
    return {
        "type": entry.type,
        "status": entry.status.value,
        "modality": [each.value for each in entry.modality],
        "kind": entry.kind.value,
        "when": [day(each) for each in entry.when] if entry.when else None,
        "place": entry.place,
        "country": entry.country.code if entry.country else None,
        "country_basis": entry.country.basis.value if entry.country else None,
        "killed": count(entry.killed) if entry.killed else None,
        "injured": count(entry.injured) if entry.injured else None,
    }


def _participant(told: Told[Participant]) -> Entry:
    part = told.value
    return {
        "role": part.part.value,
        "actor": told.actor,
        "text": part.text,
        "count": count(part.count.value) if part.count else None,
        "nationality": part.nationality or None,
        "span": span(part.span),
        "telling": told.telling,
        "rule": part.rule,
    }


def _charge(told: Told[Responsibility]) -> Entry:
    charge = told.value
    return {
        "party": charge.whose or charge.party,
        "text": charge.party,
        "actor": told.actor,
        "party_type": charge.party_type.value,
        "role": charge.share.value,
        "degree": charge.degree.value.value,
        "statement": charge.statement,
        "telling": told.telling,
        "cited": {"degree": grounds(charge.degree)},
    }


def _toll(told: Told[Toll]) -> Entry:
    toll = told.value
    return {
        "effect": toll.effect.value,
        "count": {
            **count(toll.count.value),
            "attackers_included": toll.attackers_included,
            "partial": toll.partial,
            "earlier": toll.earlier,
            "revised": toll.revised,
        },
        "statement": toll.statement,
        "telling": told.telling,
        "cited": {"count": grounds(toll.count)},
    }


def telling(told: Telling) -> Entry:
    """Return an event as one document tells it, each field with its words."""
    fields: Mapping[str, Cited[Any] | None] = {
        "type": told.type,
        "status": told.status,
        "when": told.when,
        "place": told.place,
        "country": told.country,
    }
    return {
        "id": told.id,
        "document": told.document,
        "kind": told.kind.value,
        "type": told.type.value,
        "status": told.status.value.value,
        "modality": [each.value.value for each in told.modality],
        "when": edges(told.when.value) if told.when else None,
        "place": told.place.value if told.place else None,
        "country": told.country.value.code if told.country else None,
        "country_basis": told.country.value.basis.value if told.country else None,
        "part_of": told.part_of,
        "cited": {name: _plain(field) for name, field in fields.items() if field},
    }


def _plain(field: Cited[Any]) -> Entry:
    """Leave out answers that lost: a time or a place is no JSON value."""
    return {key: value for key, value in grounds(field).items() if key != "rivals"}


def _join(join: Join) -> Entry:
    return {
        "tellings": [join.one, join.other],
        "rule": join.rule,
        "score": join.score,
        "grounds": [{"ground": name, "worth": worth} for name, worth in join.features],
    }


def estimate(found: Estimate, reading: Reading, links: Links) -> Entry:
    """Return a number about a party or an area that is no event."""
    return {
        "id": estimate_id(reading.document.id, found),
        "document": reading.document.id,
        "subject": links.actors.get(found.mention) if found.mention else None,
        "subject_text": found.subject,
        "mention": found.mention,
        "measure": found.measure,
        "unit": found.count.value.unit or None,
        "count": count(found.count.value),
        "as_of": _days(found.as_of),
        "statement": found.statement,
        "span": span(found.span),
        "cited": {"count": _plain(found.count)},
    }


def relation(tie: Tie, reading: Reading, links: Links) -> Entry:
    """Return a relation between two parties; who is no known actor is meant by the mention."""
    return {
        "id": tie_id(tie),
        "document": reading.document.id,
        "subject": links.actors.get(tie.subject, tie.subject),
        "predicate": tie.predicate.value,
        "object": links.actors.get(tie.object, tie.object),
        "mentions": [tie.subject, tie.object],
        "statement": tie.statement,
        "when": edges(tie.when.value) if tie.when else None,
        "cited": {"predicate": _plain(tie.predicate)},
    }


def _days(field: Cited[Any] | None) -> list[str | None] | None:
    days: Iterable[Any] = field.value if field else ()
    return [day(each) for each in days] or None
