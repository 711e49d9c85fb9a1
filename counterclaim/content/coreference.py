"""Which words of a text speak of the same event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from counterclaim.content import modes
from counterclaim.content.scene import Hit, Scene
from counterclaim.content.ties import Found, Ties, are_apart, narrowed
from counterclaim.model.place import Place
from counterclaim.model.statement import Mention
from counterclaim.model.time import Days

SIDES = frozenset({"nsubj", "nsubjpass", "dobj"})
BACK = 6
"""Sentences over which words for what befell people still belong to the event before them."""

WEAPON = "weapon"
"""The role that only types of violence have."""

OPEN = 30
"""Events begun last, among which later words look for theirs."""


@dataclass(frozen=True, slots=True)
class Thread:
    """One event as the text goes on about it: its nearest type, the words so far, its days.

    `together` marks the sum of several happenings, to which no other words belong; `several` what
    may be one or more, to which only words for several do.
    """

    type: str
    hits: tuple[Hit, ...]
    days: Days | None = None
    place: Place | None = None
    together: bool = False
    several: bool = False


def is_violent(scene: Scene, thread: Thread) -> bool:
    """Whether an event is violence, and not what follows from it or ends it."""
    return WEAPON in scene.lexicon.types.types[thread.type].roles


def follow(scene: Scene, hits: Sequence[Hit], ties: Ties) -> tuple[Thread, ...]:
    """Put the words for each event together, sentence by sentence."""
    threads: list[Thread] = []
    waiting: list[Told] = []
    for _, group in groupby(hits, key=lambda hit: scene.tree.sentence[hit.head]):
        here: list[int] = []
        together = sorted(group, key=_order)
        where = _only_place(scene, ties, together)
        for hit in together:
            told = _told(scene, ties, hit, where)
            number = None if told.is_idle else _thread(told, threads, here)
            if number is None:
                waiting.extend([told] if hit.rule == "effect" else ())
                continue
            before = _befallen(told, waiting) if number == len(threads) else []
            if number == len(threads):
                threads.append(_new(told))
            threads[number] = _joined(told, threads[number])
            for one in before:
                threads[number] = _joined(one, threads[number])
            waiting = [] if before else waiting
            if number not in here:
                here.append(number)
    return tuple(replace(one, hits=_in_order(one.hits)) for one in threads)


def _order(hit: Hit) -> tuple[int, int]:
    """Put words that name an event before those that may only belong to one."""
    return (2 if not hit.type else int(hit.weak)), hit.head


@dataclass(frozen=True, slots=True)
class Told:
    """Words for an event, where they stand, and the days that hang on them."""

    scene: Scene
    hit: Hit
    days: Days | None
    place: Place | None
    own: frozenset[str]

    @property
    def sentence(self) -> int:
        """Return the number of the sentence."""
        return self.scene.tree.sentence[self.hit.head]

    @property
    def is_idle(self) -> bool:
        """Whether it tells of no event: "attacks" as a manner, "acts" or "such operations" of any.

        Words for any event point back to one only where they take it for known.
        """
        several = modes.is_several(self.scene, self.hit)
        if self.hit.rule == "verb_of_event":
            return several and not self.own and modes.is_purpose(self.scene, self.hit)
        if modes.points_back(self.scene, self.hit):
            return False
        if self.hit.rule == "general" and not self._is_predicate():
            return modes.noun_of(self.scene.tree, self.hit) is not None
        return several and not self.own and not modes.is_together(self.scene, self.hit)

    @property
    def is_loose(self) -> bool:
        """Whether it may be any of several events: "attacks in the north"."""
        several = self.hit.rule == "noun_of_event" and modes.is_several(self.scene, self.hit)
        return several and not modes.points_back(self.scene, self.hit)

    @property
    def is_brought_in(self) -> bool:
        """Whether the words bring in an event that is not yet spoken of."""
        return modes.is_another(self.scene, self.hit) or modes.is_new(self.scene, self.hit)

    def _is_predicate(self) -> bool:
        return self.scene.tree.tokens[self.hit.head].dep in {"attr", "oprd", "appos"}

    def fits(self, thread: Thread) -> bool:
        """Whether it can be one event with others: of one type, on the same days, at one place."""
        here = self.scene.tree.sentence[thread.hits[0].head] == self.sentence
        beside = self.sentence == _last(self.scene, thread)
        if (beside and self._is_answered()) or self._stands_alone(thread):
            return False
        several = modes.is_several(self.scene, self.hit)
        fit = here or not (thread.together or (thread.several and not several))
        return fit and self._alike(thread) and not self._is_elsewhere(thread)

    def _is_elsewhere(self, thread: Thread) -> bool:
        if self.place and thread.place and are_apart(self.place, thread.place):
            return True
        return _apart(self.days, thread.days)

    def _stands_alone(self, thread: Thread) -> bool:
        """Whether it has a day and a place of its own, and the other has neither."""
        firm = self.hit.rule == "noun_of_event" and {"times", "places"} <= self.own
        return firm and self.place is not None and thread.place is None and thread.days is None

    def _is_answered(self) -> bool:
        """Whether it is what another event answers: "in retaliation for the raid"."""
        tree = self.scene.tree
        behind = tree.parent(self.hit.head) if self.hit.type else None
        if behind is not None and self.scene.lexicon.listed(tree, behind, "ordering"):
            return not self.hit.weak
        above = tree.parent(behind) if behind is not None else None
        return above is not None and self.scene.lexicon.listed(tree, above, "answering")

    def _alike(self, thread: Thread) -> bool:
        types = self.scene.lexicon.types
        if self.hit.rule == "effect":
            return is_violent(self.scene, thread)
        if not self.hit.type or types.related(self.hit.type, thread.type):
            return True
        lemma = self.scene.tree.tokens[self.hit.head].lemma
        back = modes.is_definite(self.scene, self.hit)
        loose = back and lemma in self.scene.lexicon.words.get("any_attack", ())
        return (self.hit.weak or loose) and types.kin(self.hit.type, thread.type)


def _befallen(told: Told, waiting: Sequence[Told]) -> list[Told]:
    """Find the words before an event that tell what befell people in it."""
    begun = _joined(told, _new(told))
    near = [one for one in waiting if told.sentence - one.sentence <= BACK]
    return [one for one in near if not begun.several and one.fits(begun)]


def _new(told: Told) -> Thread:
    """Begin an event."""
    summed = bool(_sum(told.scene, told.hit))
    return Thread(told.hit.type, (), together=summed, several=told.is_loose)


def _thread(told: Told, threads: Sequence[Thread], here: Sequence[int]) -> int | None:
    """Choose the thread that words belong to: the number of a new one, or None for no thread."""
    if not told.hit.type:
        return _owner(told, threads, here)
    if told.hit.weak and (owner := _owner(told, threads, here)) is not None:
        return owner
    if _sum(told.scene, told.hit):
        return len(threads)
    beside = next((number for number in here if told.fits(threads[number])), None)
    if beside is not None:
        return beside
    if told.is_loose or told.is_brought_in:
        return len(threads)
    return next((number for number in _recent(threads) if told.fits(threads[number])), len(threads))


def _owner(told: Told, threads: Sequence[Thread], here: Sequence[int]) -> int | None:
    """Find the event that befell them, or that is meant: in the sentence, else the last before."""
    beside = [number for number in here if told.fits(threads[number])]
    if beside:
        return _nearest(told, threads, beside)
    if modes.is_together(told.scene, told.hit):
        return None
    return next((number for number in _recent(threads) if _reaches(told, threads[number])), None)


def _reaches(told: Told, thread: Thread) -> bool:
    return told.fits(thread) and told.sentence - _last(told.scene, thread) <= BACK


def _nearest(told: Told, threads: Sequence[Thread], here: Sequence[int]) -> int:
    """Return the event of the sentence whose words stand nearest to these."""
    return min(here, key=lambda number: abs(told.hit.head - threads[number].hits[-1].head))


def _recent(threads: Sequence[Thread]) -> Iterator[int]:
    """Yield the threads begun last, the one spoken of last first."""
    begun = range(max(0, len(threads) - OPEN), len(threads))
    yield from sorted(begun, key=lambda number: -threads[number].hits[-1].head)


def _last(scene: Scene, thread: Thread) -> int:
    return scene.tree.sentence[thread.hits[-1].head]


def _joined(told: Told, thread: Thread) -> Thread:
    types = told.scene.lexicon.types
    nearer = bool(told.hit.type) and not told.hit.weak and thread.type in types.line(told.hit.type)
    return replace(
        thread,
        type=told.hit.type if nearer else thread.type,
        hits=(*thread.hits, told.hit),
        days=thread.days or told.days,
        place=thread.place or told.place,
    )


def _sum(scene: Scene, hit: Hit) -> bool:
    return modes.is_plural(scene, hit) and bool(modes.is_together(scene, hit))


def _days(scene: Scene, ties: Ties, hit: Hit) -> Days | None:
    """Return the days that hang on the words, else those that stand free in their sentence."""
    free = ties.near_times.get(scene.tree.sentence[hit.head], ()) if hit.type else ()
    found = _tied(scene, ties.times, hit) or free
    return next((one.time.value.days for one in found if one.time is not None), None)


def _tied(scene: Scene, found: Found, hit: Hit) -> tuple[Mention, ...]:
    """Return what hangs on the words, or on a clause of theirs: "the raid that killed two at"."""
    clauses = scene.tree.under(hit.head, "relcl", "acl")
    return tuple(one for word in (hit.head, *clauses) for one in found.get(word, ()))


def _place(scene: Scene, ties: Ties, hit: Hit) -> Place | None:
    """Return the place that hangs on the words, where it is known."""
    found = narrowed(_tied(scene, ties.places, hit))
    return found.place.value if found and found.place else None


def _only_place(scene: Scene, ties: Ties, hits: Sequence[Hit]) -> Place | None:
    """Return the one place that hangs on words for events in a sentence, if there is but one."""
    found = [place for hit in hits if (place := _place(scene, ties, hit))]
    return found[0] if found and len({place.id for place in found}) == 1 else None


def _told(scene: Scene, ties: Ties, hit: Hit, where: Place | None) -> Told:
    """Gather what is told by words for an event: when, where, and what hangs on them."""
    sorts = {"times": ties.times, "places": ties.places, "counts": ties.counts}
    verb = scene.tree.parent(hit.head) if scene.tree.tokens[hit.head].dep in SIDES else None
    own = {name for name, found in sorts.items() if _tied(scene, found, hit) or verb in found}
    place = _place(scene, ties, hit) or where
    return Told(scene, hit, _days(scene, ties, hit), place, frozenset(own))


def _apart(one: Days | None, other: Days | None) -> bool:
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def _in_order(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: hit.words))
