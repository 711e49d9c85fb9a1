"""A text into tellings: what it says happened, with when, where and how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from counterclaim.content import modes
from counterclaim.content.coreference import follow
from counterclaim.content.lands import lands_of
from counterclaim.content.scene import Happening, Hit, Scene
from counterclaim.content.ties import Ties, tie
from counterclaim.content.told import Thread, harms
from counterclaim.content.tolls import tolls_of
from counterclaim.content.triggers import find_hits
from counterclaim.content.when import own_time, times_of
from counterclaim.content.where import Story, own_place, places_of
from counterclaim.model.event import EventKind, Modality, Part, Status, Telling, Trigger, telling_id
from counterclaim.model.statement import MentionId
from counterclaim.model.text import Cited
from counterclaim.model.time import Time

TELLING = frozenset({Part.PERPETRATOR, Part.VICTIM, Part.TARGET, Part.WEAPON})
RECENT = timedelta(days=366)
UNREAL = frozenset({Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE})


def tell(scene: Scene) -> Iterator[tuple[Happening, Telling]]:
    """Read each event that a text tells of."""
    hits = find_hits(scene)
    ties = tie(scene, hits)
    threads = follow(scene, hits, ties)
    ties = tie(scene, _telling_of(hits, threads))
    story = Story(scene, threads, ties)
    when, where = times_of(scene, threads, ties), places_of(story)
    settings = zip(threads, when, where, lands_of(story, where), strict=True)
    for thread, time, place, land in settings:
        if told := _telling(scene, thread, ties, time, place):
            yield Happening(thread.type, thread.hits), replace(told, country=land)


def _telling_of(hits: Sequence[Hit], threads: Sequence[Thread]) -> tuple[Hit, ...]:
    """Leave out words for any event that are of none: "arrested two in an operation at Karsk"."""
    kept = {hit for thread in threads for hit in thread.hits}
    return tuple(hit for hit in hits if hit in kept or hit.rule != "general")


def says_enough(telling: Telling, detail: int) -> bool:
    """Whether a text tells something of an event, and does not only name it."""
    parts = {one.part for one in telling.participants} & TELLING
    known = [own_time(telling.when), own_place(telling.place), telling.tolls or None, *parts]
    said = sum(one is not None for one in known)
    return said >= (detail if len(telling.triggers) == 1 else min(detail, 1))


def _telling(
    scene: Scene,
    thread: Thread,
    ties: Ties,
    time: Cited[Time] | None,
    place: Cited[MentionId] | None,
) -> Telling | None:
    named = [hit for hit in thread.hits if hit.type]
    real = [hit for hit in named if not _unreal(scene, hit)]
    if not real or all(_loose(scene, hit) for hit in real):
        return None
    document = scene.tree.parse.document
    first = scene.tree.span(thread.hits[0].words)
    return Telling(
        id=telling_id(document.id, first),
        document=document.id,
        type=_type(scene, thread),
        triggers=tuple(_triggers(scene, thread.hits)),
        status=_status(scene, real),
        kind=_kind(scene, thread, real),
        modality=(*_modality(scene, named), *_historical(scene, time)),
        when=time,
        place=place,
        tolls=tolls_of(scene, thread, ties),
    )


def _type(scene: Scene, thread: Thread) -> Cited[str]:
    hit = next(hit for hit in thread.hits if hit.type == thread.type)
    return Cited(thread.type, (scene.tree.span(hit.words),), hit.rule)


def _triggers(scene: Scene, hits: Sequence[Hit]) -> Iterator[Trigger]:
    """Take the first words for the event in each sentence."""
    for _, group in groupby(hits, key=lambda hit: scene.tree.sentence[hit.head]):
        hit = next(group)
        held = scene.held.get(hit.head)
        yield Trigger(scene.tree.span(hit.words), held.id if held else None)


def _status(scene: Scene, hits: Sequence[Hit]) -> Cited[Status]:
    """Take what most words say; what occurred in one of them occurred."""
    firm = [hit for hit in hits if not hit.weak] or hits
    found = [modes.status_of(scene, hit) for hit in firm]
    return next((one for one in found if one.value is Status.OCCURRED), found[0])


def _modality(scene: Scene, hits: Iterable[Hit]) -> Iterator[Cited[Modality]]:
    found = [tuple(modes.modality_of(scene, hit)) for hit in hits]
    if all(found):
        yield from found[0]


def _historical(scene: Scene, time: Cited[Time] | None) -> Iterator[Cited[Modality]]:
    """Mark what lies more than a year before its publication."""
    published = scene.tree.parse.document.published
    days = time.value.days if time else None
    if time and days and published and days[1] < published - RECENT:
        yield Cited(Modality.HISTORICAL, time.spans, "historical")


def _unreal(scene: Scene, hit: Hit) -> bool:
    return any(one.value in UNREAL for one in modes.modality_of(scene, hit))


def _loose(scene: Scene, hit: Hit) -> bool:
    """Whether it is only a manner of happening: "attacks", not "the attacks"."""
    known = modes.is_definite(scene, hit) or harms(scene, hit)
    return modes.is_plural(scene, hit) and not known


def _kind(scene: Scene, thread: Thread, hits: Sequence[Hit]) -> EventKind:
    if thread.together:
        return EventKind.AGGREGATE
    if all(modes.is_definite(scene, hit) for hit in hits) and len(thread.hits) == 1:
        return EventKind.REFERENCE
    return EventKind.INCIDENT
