"""The values that a field of an event is given, each with who says so.

Two numbers of two voices stay two: a range from the lowest to the highest is what nobody says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from counterclaim.model.event import Telling, Toll
from counterclaim.model.quantity import Effect, Quantity
from counterclaim.model.record import Event, Reading
from counterclaim.model.statement import StatementId
from counterclaim.model.text import DocumentId, Span
from counterclaim.views.entries import Entries
from counterclaim.views.events import number
from counterclaim.views.statements import own_voice, speaker
from counterclaim.views.texts import is_spoken

TOLLS = {"killed": Effect.KILLED, "injured": Effect.INJURED}
FEW = 5  # numbers that are named one by one
Said = tuple[str, Span, bool]
"""A value, the words for it, and whether the field's own value may rest on it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who gives a value, in which words of which report."""

    who: str
    outlet: str
    published: date | None
    words: str
    document: DocumentId
    statement: StatementId | None


@dataclass(frozen=True, slots=True)
class Rival:
    """A value of a field and who gives it; `used` where it is what the field has."""

    value: str
    used: bool
    voices: tuple[Voice, ...]


def rivals_of(event: Event, entries: Entries) -> Mapping[str, tuple[Rival, ...]]:
    """Return the values that each field of an event is given, those that are used first.

    A report that prints another's text adds no voice.
    """
    return {name: _rivals(name, say, event, entries) for name, say in SAID.items()}


def _rivals(name: str, say: Say, event: Event, entries: Entries) -> tuple[Rival, ...]:
    resting = {id for each in event.fields if each.name == name for id in each.tellings}
    voices: dict[str, dict[Voice, None]] = defaultdict(dict)
    used: dict[str, bool] = {}
    for telling, reading in _told(event, entries):
        for value, span, firm in say(telling, reading, entries, event):
            voices[value][voice_of(span, reading)] = None
            used[value] = used.get(value, False) or (firm and telling.id in resting)
    found = (Rival(value, used[value], tuple(told)) for value, told in voices.items())
    return tuple(sorted(found, key=_in_order))


def _in_order(rival: Rival) -> tuple[bool, int, int, str]:
    """Put what is used first: numbers in their order, all else by how many say so."""
    first = rival.value.split()[0].strip(",")
    counted = int(first) if first.isdecimal() else 0
    return (not rival.used, counted, -len(rival.voices), rival.value)


def _told(event: Event, entries: Entries) -> Iterator[tuple[Telling, Reading]]:
    for id in event.tellings:
        if id in entries.tellings and entries.tellings[id][0].document not in entries.copy_of:
            yield entries.tellings[id]


def voice_of(span: Span, reading: Reading) -> Voice:
    """Return who says what stands in a span: the innermost source, else the outlet."""
    document = reading.document
    around = [
        (content.end - content.begin, each)
        for each in reading.statements
        for content in each.content
        if span in content and is_spoken(each)
    ]
    own = own_voice(document)
    inner = min(around, key=lambda each: each[0])[1] if around else None
    return Voice(
        speaker(inner, document) if inner else own,
        own,
        document.published,
        document.quote(span),
        document.id,
        inner.id if inner else None,
    )


def counted_in(event: Event) -> dict[str, str]:
    """Write how many were killed and injured, each number by itself, never as a range."""
    return {name: _in_words(_counts(event, effect)) for name, effect in TOLLS.items()}


def _counts(event: Event, effect: Effect) -> list[str]:
    told = (each.value for each in event.tolls if each.value.effect is effect)
    found = [each.count.value for each in told if _is_whole(each, event)]
    found.sort(key=lambda each: (each.low or 0, each.high or 0))
    return list(dict.fromkeys(map(number, found)))


def _in_words(counts: list[str]) -> str:
    if len(counts) > FEW:
        return f"{len(counts)} counts between {counts[0]} and {counts[-1]}"
    return " or ".join(filter(None, (", ".join(counts[:-1]), *counts[-1:])))


def _type(telling: Telling, *_: object) -> Iterator[Said]:
    yield telling.type.value.replace("_", " "), telling.triggers[0].span, True


def _status(telling: Telling, *_: object) -> Iterator[Said]:
    spans = telling.status.spans or (telling.triggers[0].span,)
    yield telling.status.value.value, spans[0], True


def _when(telling: Telling, *_: object) -> Iterator[Said]:
    days = telling.when.value.days if telling.when else None
    if telling.when and days:
        written = " to ".join(dict.fromkeys(day.isoformat() for day in days))
        yield written, (*telling.when.spans, telling.triggers[0].span)[0], True


def _place(telling: Telling, _: Reading, entries: Entries, __: Event) -> Iterator[Said]:
    if telling.place and telling.place.value in entries.mentions:
        mention, _ = entries.mentions[telling.place.value]
        yield mention.place.value.name if mention.place else mention.name, mention.span, True


def _toll(effect: Effect) -> Say:
    def say(telling: Telling, _: Reading, __: Entries, event: Event) -> Iterator[Said]:
        """Yield the numbers of those who were killed, or injured."""
        for toll in telling.tolls:
            if toll.effect is effect:
                counted, whole = toll.count.value, _is_whole(toll, event)
                value = _number(counted, whole, toll.earlier)
                yield value, (*toll.count.spans, telling.triggers[0].span)[0], whole

    return say


def _is_whole(toll: Toll, event: Event) -> bool:
    """Whether a number may count all: a part lies under the lowest, or beside those of all."""
    told = [each.value for each in event.tolls if each.value.effect is toll.effect]
    envelope = event.killed if toll.effect is Effect.KILLED else event.injured
    least = envelope.low if envelope else None
    counted = toll.count.value.low or toll.count.value.high or 0
    partial = toll.partial and not all(each.partial for each in told)
    return not (partial or toll.earlier) and (least is None or counted >= least)


def _number(counted: Quantity, whole: bool, earlier: bool) -> str:
    of = "" if whole or not counted.of else f" {counted.of}"
    return f"{number(counted)}{of}{', earlier' if earlier else ''}"


def _charged(telling: Telling, *_: object) -> Iterator[Said]:
    for charge in telling.responsibility:
        degree = charge.degree.value.value.replace("_", " ")
        spans = (*charge.degree.spans, telling.triggers[0].span)
        yield f"{charge.party or 'nobody'}, {degree}", spans[0], False


Say = Callable[[Telling, Reading, Entries, Event], Iterator[Said]]
SAID: Mapping[str, Say] = {
    "type": _type,
    "status": _status,
    "when": _when,
    "place": _place,
    "killed": _toll(Effect.KILLED),
    "injured": _toll(Effect.INJURED),
    "perpetrator": _charged,
}
