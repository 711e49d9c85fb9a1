"""What belongs together: events and actors are joined and split, as one deed that one undo undoes.

Decisions point at members, never at groups: at tellings of events, at mentions of actors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.errors import CounterclaimError, UnknownId
from counterclaim.model.actor import Actor
from counterclaim.model.record import Event, Verdict
from counterclaim.page.screens.review import Decision
from counterclaim.page.shelf import Shelf

ID = re.compile(r"[0-9a-f]{16}")
MOST = 500
"""Mentions that are split off in one deed: a name that stands in more places is no slip."""


def join(one: str, other: str, shelf: Shelf) -> tuple[Decision, ...]:
    """Join two events, or two actors. The other may be given by its id or its address.

    Raises UnknownId; CounterclaimError for what cannot be joined.
    """
    found = ID.search(other)
    if found is None:
        raise UnknownId(f"“{other}” is neither an id nor an address", "Copy that of its screen")
    members = [_member(each, shelf) for each in (one, found[0])]
    if members[0][0] != members[1][0]:
        raise CounterclaimError("an event and an actor cannot be one", "Join two of a kind")
    if members[0] == members[1]:
        raise CounterclaimError("these are one already", "Load the page again")
    return (Decision(members[0][1], Verdict.MERGE, value=members[1][1]),)


def split(one: str, part: str, shelf: Shelf) -> tuple[Decision, ...]:
    """Split a telling off an event, or a name with all its mentions off an actor.

    Raises UnknownId; CounterclaimError where nothing would be left, or far too much is meant.
    """
    event = shelf.event_of(one)
    if event:
        return _split_telling(event, part)
    actor = shelf.actor_of(one)
    if actor is None:
        raise UnknownId(f"no event and no actor has the id '{one}'", "Load the page again")
    return tuple(_split_name(actor, part, shelf))


def _member(id: str, shelf: Shelf) -> tuple[str, str]:
    """Return what stands for an event or an actor in a decision: its kind, and its first member."""
    event, actor = shelf.event_of(id), shelf.actor_of(id)
    if event:
        return "event", event.tellings[0]
    if actor:
        return "actor", min(actor.mentions)
    raise UnknownId(f"no event and no actor has the id '{id}'", "Copy that of its screen")


def _split_telling(event: Event, telling: str) -> tuple[Decision, ...]:
    if telling not in event.tellings or len(event.tellings) == 1:
        raise CounterclaimError("this telling stands alone already", "Load the page again")
    return (Decision(telling, Verdict.SPLIT),)


def _split_name(actor: Actor, name: str, shelf: Shelf) -> Iterator[Decision]:
    """Give every mention of a name a group of its own, then bring these together."""
    entries = shelf.entries(shelf.behind(actor.id))
    own = sorted(id for id in actor.mentions if id in entries.mentions)
    spoken = [(entries.mentions[id], id) for id in own]
    told = [id for (mention, read), id in spoken if read.document.quote(mention.span) == name]
    if not told or len(told) == len(own):
        raise CounterclaimError("nothing would be left of one of them", "Split off another name")
    if len(told) > MOST:
        raise CounterclaimError(f"{name} stands in {len(told)} places", "Split off a rarer name")
    yield Decision(told[0], Verdict.SPLIT)
    for id in told[1:]:
        yield Decision(id, Verdict.SPLIT)
        yield Decision(id, Verdict.MERGE, value=told[0])
