"""Network: which parties contradict each other, and who holds whom responsible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import Dispute
from counterclaim.model.statement import StatementId
from counterclaim.page.opened import Opened
from counterclaim.page.shelf import Shelf
from counterclaim.views.entries import Entries

NODES = 24  # parties that can be told apart on one circle
EDGES = 80  # lines that can be told apart, those that are told most often
MIDDLE, RADIUS = (480.0, 250.0), 230.0
CONTRADICTS, CHARGES = "contradict each other", "holds responsible"


@dataclass(frozen=True, slots=True)
class Node:
    """A party on the circle, and which way its label runs."""

    id: ActorId
    name: str
    x: float
    y: float
    left: bool
    ties: int


@dataclass(frozen=True, slots=True)
class Edge:
    """What is between two parties, how often, and the address where one reads it."""

    one: ActorId
    other: ActorId
    names: tuple[str, str]
    kind: str
    times: int
    address: str
    ends: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The circle of parties: `left_out` have no room on it, nor have `lines_left_out`."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    lines_left_out: int

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.edges)


Pair = tuple[ActorId, ActorId, str]


def network(shelf: Opened) -> NetworkPage:
    """Show who stands against whom."""
    return shelf.once("network", lambda: _network(shelf))


def _network(shelf: Shelf) -> NetworkPage:
    entries = shelf.linked.entries
    often, first = Counter[Pair](), dict[Pair, str]()
    for pair, address in (*_contradictions(shelf), *_charges(entries)):
        often[pair] += 1
        first.setdefault(pair, address)
    weight = Counter[ActorId]()
    for (one, other, _), times in often.items():
        weight[one] += times
        weight[other] += times
    shown = [id for id, _ in sorted(weight.items(), key=lambda each: (-each[1], each[0]))][:NODES]
    nodes = {id: _node(n, len(shown), entries.actors[id], weight[id]) for n, id in enumerate(shown)}
    edges = [
        Edge(
            one,
            other,
            (nodes[one].name, nodes[other].name),
            kind,
            times,
            first[one, other, kind],
            (nodes[one].x, nodes[one].y, nodes[other].x, nodes[other].y),
        )
        for (one, other, kind), times in sorted(often.items(), key=lambda each: -each[1])
        if one in nodes and other in nodes
    ]
    left_out = (len(weight) - len(nodes), max(0, len(edges) - EDGES))
    return NetworkPage(tuple(nodes.values()), tuple(edges[:EDGES]), *left_out)


def _contradictions(shelf: Shelf) -> Iterator[tuple[Pair, str]]:
    """Yield every two parties on different sides of a dispute."""
    entries = shelf.linked.entries
    for dispute in shelf.linked.board:
        for here, there in combinations(_holders(dispute, entries), 2):
            for one, other in {(min(a, b), max(a, b)) for a in here for b in there if a != b}:
                yield (one, other, CONTRADICTS), f"/disputes/{dispute.id}"


def _holders(dispute: Dispute, entries: Entries) -> list[frozenset[ActorId]]:
    """Return the known parties of each side."""
    return [
        frozenset(holder for id in side.statements if (holder := _holder(id, entries)))
        for side in dispute.sides
    ]


def _holder(id: StatementId, entries: Entries) -> ActorId | None:
    for claim in entries.claims_of.get(id, ()):
        for stance in claim.stances:
            if stance.statement == id and stance.holder in entries.actors:
                return stance.holder
    return None


def _charges(entries: Entries) -> Iterator[tuple[Pair, str]]:
    """Yield who holds which party responsible for an event, in its own words."""
    for event in entries.events.values():
        for told in event.responsibility:
            holder = _holder(told.value.statement, entries) if told.value.statement else None
            if holder and told.actor in entries.actors and told.actor and told.actor != holder:
                yield (holder, told.actor, CHARGES), f"/events/{event.id}"


def _node(number: int, of: int, actor: Actor, ties: int) -> Node:
    """Place a party on the circle, so that labels on each side are as far apart as they can be."""
    right = -(-of // 2)
    left = number >= right
    each, at = (of - right, of - 1 - number) if left else (right, number)
    down = RADIUS * (2 * (at + 0.5) / each - 1)
    aside = sqrt(RADIUS**2 - down**2)
    x, y = MIDDLE[0] + (-aside if left else aside), MIDDLE[1] + down
    return Node(actor.id, actor.name, round(x, 1), round(y, 1), left, ties)
