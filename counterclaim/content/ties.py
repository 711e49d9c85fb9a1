"""Which times and places belong to which words for events: those that hang on them in the tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.content.scene import Hit, Scene
from counterclaim.knowledge.geography import distance
from counterclaim.model.place import Place, PlacePrecision
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.text import PassageKind
from counterclaim.model.time import Precision, Relation, TimeKind
from counterclaim.model.tree import Words

Found = Mapping[int, tuple[Mention, ...]]

NEAR_BY = frozenset(
    {
        PlacePrecision.SITE,
        PlacePrecision.TOWN,
        PlacePrecision.NEAR,
        PlacePrecision.DISTRICT,
        PlacePrecision.PROVINCE,
    }
)
"""How finely a place must lie to be where something is without a preposition: "the Kabul blast"."""

WIDTHS = tuple(PlacePrecision)
BEFORE = frozenset({"compound", "nmod", "npadvmod"})
STRUCK = frozenset({"dobj", "nsubjpass"})
BODIES = frozenset(
    {
        *(MentionType.ORGANISATION, MentionType.ARMED_GROUP, MentionType.GOVERNMENT),
        *(MentionType.MILITARY, MentionType.MEDIA, MentionType.DOCUMENT),
    }
)
"""Mentions whose names hold places that tell of no event: "the Kunduz police"."""

FORCES = frozenset({MentionType.ARMED_GROUP, MentionType.GOVERNMENT, MentionType.MILITARY})
"""Mentions that act wherever they are from: "the armed forces of Kandria"."""

TOO_COARSE = frozenset({Precision.DECADE, Precision.CENTURY, Precision.NONE})
AWAY = 50.0
"""Kilometres within which places may be told of one event."""
LONG = 400
"""Days beyond which a stretch of time says nothing of when one event took place."""


@dataclass(frozen=True, slots=True)
class Ties:
    """By the head of a hit: the times, places and counts that hang on it, in order of the text.

    `near_...` hold, by sentence, those that hang on no hit.
    """

    times: Found = field(default_factory=dict)
    places: Found = field(default_factory=dict)
    near_times: Found = field(default_factory=dict)
    near_places: Found = field(default_factory=dict)
    counts: Found = field(default_factory=dict)
    near_counts: Found = field(default_factory=dict)


def tie(scene: Scene, hits: Sequence[Hit]) -> Ties:
    """Find for each time and place the words for an event that it hangs on."""
    heads = {word: hit.head for hit in hits for word in hit.words}
    said = _cues(scene)
    times = [one for one in scene.mentions if dated(one)]
    filed = scene.tree.parse.document.passages(PassageKind.DATELINE)
    places = [
        one
        for one in scene.mentions
        if one.type is MentionType.PLACE and not any(one.span in line for line in filed)
    ]
    tied_times, near_times = _tied(scene, times, heads, said)
    located = [one for one in places if _locates(scene, one, heads)]
    tied_places, near_places = _tied(scene, located, heads, said)
    counts = [one for one in scene.mentions if one.quantity and one.quantity.value.effect]
    tied_counts, near_counts = _tied(scene, counts, heads, frozenset())
    return Ties(tied_times, tied_places, near_times, near_places, tied_counts, near_counts)


def dated(mention: Mention) -> bool:
    """Whether a mention is a time on which something can have happened."""
    if mention.time is None or mention.time.value.days is None:
        return False
    time = mention.time.value
    first, last = time.days or (None, None)
    short = first is not None and last is not None and (last - first).days <= LONG
    kinds = {TimeKind.DATE, TimeKind.TIME}
    return (
        time.kind in kinds
        and time.relation is Relation.IN
        and time.precision not in TOO_COARSE
        and short
    )


def _tied(
    scene: Scene, mentions: Sequence[Mention], heads: Mapping[int, int], said: frozenset[int]
) -> tuple[Found, Found]:
    tied: dict[int, list[Mention]] = defaultdict(list)
    near: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        words = scene.words(mention)
        if not words:
            continue
        path = _climb(scene, scene.head(words))
        stop = next((word for word in path if word in heads or word in said), None)
        if stop is not None and stop in heads:
            tied[heads[stop]].append(mention)
        elif stop is None or _within_what_is_said(scene, words[0], stop):
            near[scene.tree.sentence[words[0]]].append(mention)
    return _frozen(tied), _frozen(near)


def _within_what_is_said(scene: Scene, word: int, cue: int) -> bool:
    """Whether a word stands in the content of a cue, and hangs on the cue by mistake."""
    held = scene.held.get(word)
    return held is not None and held.cue is not None and scene.tree.tokens[cue].span in held.cue


def _climb(scene: Scene, word: int) -> Words:
    """Return a word and those above it, up to the root of its sentence."""
    path = [word]
    while (head := scene.tree.tokens[path[-1]].head) != path[-1]:
        path.append(head)
    return tuple(path)


def _cues(scene: Scene) -> frozenset[int]:
    """Return the words of saying: what hangs on them is when it was said."""
    cues = (statement.cue for statement in scene.statements)
    return frozenset(word for cue in cues if cue is not None for word in scene.tree.at(cue))


def _locates(scene: Scene, place: Mention, heads: Mapping[int, int]) -> bool:
    """Whether a place is where something is, and neither who acts, nor whose it is, nor a name."""
    words = scene.words(place)
    owned = any(one.type in FORCES and place.span in one.span for one in scene.mentions)
    return bool(words) and not owned and _is_where(scene, scene.head(words), place, heads)


def _is_where(scene: Scene, word: int, place: Mention, heads: Mapping[int, int]) -> bool:
    """Whether a word stands where a place does: behind "in", before a noun, as what is struck."""
    tree = scene.tree
    above, label = tree.tokens[word].head, tree.tokens[word].dep
    if label == "pobj":
        locating = scene.lexicon.listed(tree, above, "locating")
        return locating and not (_is_origin(scene, above) or _is_a_seat(scene, above, place))
    if label in {"appos", "conj"}:
        listed = scene.mentioned(above, MentionType.PLACE) is not None
        return listed and _is_where(scene, above, place, heads)
    whole = scene.mentioned(word)
    if whole is None or whole.type in BODIES:
        return False
    fine = place.place is not None and place.place.value.precision in NEAR_BY
    return fine and (label in BEFORE or (label in STRUCK and above in heads))


def _is_a_seat(scene: Scene, tie: int, place: Mention) -> bool:
    """Whether a place says only which group speaks: "the movement in Karvania denied"."""
    noun = scene.tree.parent(tie)
    whole = scene.mentioned(noun, *GROUPS) if noun is not None else None
    return whole is not None and scene.speaks_by(place.span)


GROUPS = (MentionType.ORGANISATION, MentionType.ARMED_GROUP)


def _is_origin(scene: Scene, tie: int) -> bool:
    """Whether words say where something came from: "fired from a field near Karsk"."""
    noun = scene.tree.parent(tie)
    above = scene.tree.parent(noun) if noun is not None else None
    return above is not None and scene.lexicon.listed(scene.tree, above, "leaving")


def _frozen(found: Mapping[int, list[Mention]]) -> Found:
    return {key: tuple(listed) for key, listed in found.items()}


def narrowed(places: Iterable[Mention]) -> Mention | None:
    """Return the first place, or the finest later one that lies in it; known ones before others."""
    found = list(places)
    known = [one for one in found if one.place and one.place.value.precision != "unknown"] or found
    best = known[0] if known else None
    for one in known[1:]:
        if best and one.place and best.place and _lies_in(one.place.value, best.place.value):
            best = one
    return best


def _lies_in(inner: Place, outer: Place) -> bool:
    """Whether a place is finer than another of its country, and not farther than that reaches."""
    finer = WIDTHS.index(inner.precision) < WIDTHS.index(outer.precision)
    if not finer or inner.country != outer.country:
        return False
    apart = _kilometres(inner, outer)
    if outer.precision is PlacePrecision.COUNTRY or apart is None:
        return True
    return apart <= (outer.extent or 0.0)


def are_apart(one: Place, other: Place) -> bool:
    """Whether what is at one place is surely not at the other."""
    if one.country and other.country and one.country != other.country:
        return True
    if not {one.precision, other.precision} <= NEAR_BY:
        return False
    apart = _kilometres(one, other)
    return apart is not None and apart > AWAY + (one.extent or 0.0) + (other.extent or 0.0)


def _kilometres(one: Place, other: Place) -> float | None:
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    return distance((one.latitude, one.longitude), (other.latitude, other.longitude))
