"""When an event took place, by the words that hang on those that speak of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from counterclaim.content.scene import Scene
from counterclaim.content.ties import Found, Ties
from counterclaim.content.told import Thread, is_violent
from counterclaim.model.statement import Act, Mention
from counterclaim.model.text import Cited
from counterclaim.model.time import Precision, Time, TimeBasis, TimeKind

AHEAD = timedelta(days=1)
"""What may have happened "after" its own publication: clocks and time zones differ."""

FINE = frozenset({Precision.CLOCK, Precision.PART_OF_DAY, Precision.DAY})


def times_of(scene: Scene, threads: Sequence[Thread], ties: Ties) -> tuple[Cited[Time] | None, ...]:
    """Choose for each event its time; what only follows from the text's violence lies after it."""
    own = [when(scene, thread, ties) for thread in threads]
    known = scene.lexicon.types.types
    violent = [thread for thread in threads if is_violent(scene, thread)]
    main = max(violent, key=lambda one: len(one.hits), default=None)
    cause = own[threads.index(main)] if main else None
    return tuple(
        time or (_following(scene, thread, cause) if known[thread.type].follows else None)
        for thread, time in zip(threads, own, strict=True)
    )


def _following(scene: Scene, thread: Thread, cause: Cited[Time] | None) -> Cited[Time] | None:
    return when_it_was_announced(scene, thread) or since_what_it_follows(scene, cause)


def when_it_was_announced(scene: Scene, thread: Thread) -> Cited[Time] | None:
    """Take the day on which an inquiry or a trial was announced: it is made by announcing it."""
    for hit in thread.hits:
        statement = scene.held.get(hit.head)
        if statement and statement.said_on and statement.act.value is Act.ANNOUNCE:
            days = statement.said_on.value
            value = days[0].isoformat() if days[0] == days[1] else f"{days[0]}/{days[1]}"
            time = Time(value, TimeKind.DATE, days, basis=TimeBasis.PUBLICATION)
            return Cited(time, statement.said_on.spans, when_it_was_announced.__name__)
    return None


def own_time(time: Cited[Time] | None) -> Cited[Time] | None:
    """Return a time that the text tells of the event itself, none that is drawn from another."""
    return None if time and time.rule == since_what_it_follows.__name__ else time


def since_what_it_follows(scene: Scene, cause: Cited[Time] | None) -> Cited[Time] | None:
    """Draw the days between what an event follows from and the report that tells of both."""
    published = scene.tree.parse.document.published
    began = cause.value.days if cause else None
    if cause is None or began is None or published is None or began[0] > published:
        return None
    days = began[0], published
    value = f"{days[0]}/{days[1]}"
    time = Time(value, TimeKind.DATE, days, basis=TimeBasis.PUBLICATION)
    return Cited(time, cause.spans, since_what_it_follows.__name__)


def when(scene: Scene, thread: Thread, ties: Ties) -> Cited[Time] | None:
    """Choose the time that most words for the event give, else one beside them."""
    for rule in TIMES:
        found = [one for one in rule(scene, thread, ties) if _past(scene, one)]
        best = _most([one for one in found if not _is_any_night(scene, one)] or found)
        if best is not None and best.time is not None:
            return replace(best.time, rule=rule.__name__)
    return None


def time_of_trigger(_scene: Scene, thread: Thread, ties: Ties) -> Iterator[Mention]:
    """Take the times that hang on the words for the event."""
    return _tied(thread, ties.times)


def time_in_sentence(scene: Scene, thread: Thread, ties: Ties) -> Iterator[Mention]:
    """Take the times that stand free in the first sentence on the event that has any."""
    return _near(scene, thread, ties.near_times)


def time_in_paragraph(scene: Scene, thread: Thread, ties: Ties) -> Iterator[Mention]:
    """Take the times that stand free in the paragraph that first tells of the event."""
    return _around(scene, thread, ties.near_times)


def _tied(thread: Thread, found: Found) -> Iterator[Mention]:
    for hit in thread.hits:
        yield from found.get(hit.head, ())


def _near(scene: Scene, thread: Thread, found: Found) -> Iterator[Mention]:
    """Yield what stands in the first sentence on the event that has any."""
    for hit in thread.hits:
        listed = found.get(scene.tree.sentence[hit.head], ())
        if hit.type and listed:
            yield from listed
            return


def _around(scene: Scene, thread: Thread, found: Found) -> Iterator[Mention]:
    """Yield what stands free in the first paragraph on an event that the text comes back to."""
    tree = scene.tree
    first = next((hit for hit in thread.hits if hit.type), None)
    if first is None or len(thread.hits) < 2:
        return
    for number, listed in found.items():
        if tree.paragraph[tree.bounds[number][0]] == tree.paragraph[first.head]:
            yield from listed


def _past(scene: Scene, mention: Mention) -> bool:
    """Whether a day lies before the publication, as far as that is known."""
    published = scene.tree.parse.document.published
    days = mention.time.value.days if mention.time else None
    return days is None or published is None or days[0] <= published + AHEAD


def _is_any_night(scene: Scene, mention: Mention) -> bool:
    """Whether words name a part of a day, but not of which: "overnight to Sunday"."""
    part = mention.time is not None and mention.time.value.precision is Precision.PART_OF_DAY
    named = any(scene.tree.tokens[word].pos == "PROPN" for word in scene.words(mention))
    return part and not named


def _most(found: Sequence[Mention]) -> Mention | None:
    """Return the time that is given most often; of those, fine ones first, then the first."""
    if not found:
        return None
    days = [one.time.value.days if one.time else None for one in found]
    at = max(range(len(found)), key=lambda at: (_fine(found[at]), days.count(days[at]), -at))
    return found[at]


def _fine(mention: Mention) -> bool:
    return mention.time is not None and mention.time.value.precision in FINE


TIMES = (time_of_trigger, time_in_sentence, time_in_paragraph)
