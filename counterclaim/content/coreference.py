"""Which words of a text speak of the same event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from counterclaim.content import modes
from counterclaim.content.scene import Hit, Scene
from counterclaim.content.ties import Ties
from counterclaim.content.told import Thread, Told, is_sum, last_sentence, only_place, tell, whom
from counterclaim.model.text import PassageKind

BACK = 6
"""Sentences over which words for what befell people still belong to the event before them."""

OPEN = 30
"""Events begun last, among which later words look for theirs."""


def follow(scene: Scene, hits: Sequence[Hit], ties: Ties) -> tuple[Thread, ...]:
    """Put the words for each event together, sentence by sentence."""
    threads: list[Thread] = []
    waiting: list[Told] = []
    for _, group in groupby(hits, key=lambda hit: scene.tree.sentence[hit.head]):
        here: list[int] = []
        together = sorted(group, key=lambda hit: _order(scene, hit))
        where = only_place(scene, ties, together)
        for hit in together:
            told = tell(scene, ties, hit, where)
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


def _order(scene: Scene, hit: Hit) -> tuple[int, bool, int]:
    """Put words that name an event before those that may only belong to one, "an attack" first."""
    weight = 2 if not hit.type else int(hit.weak)
    return weight, not modes.is_new(scene, hit), hit.head


def _befallen(told: Told, waiting: Sequence[Told]) -> list[Told]:
    """Find the words before an event that tell what befell people in it."""
    begun = _joined(told, _new(told))
    near = [one for one in waiting if told.sentence - one.sentence <= BACK]
    return [one for one in near if not begun.several and one.fits(begun)]


def _new(told: Told) -> Thread:
    """Begin an event."""
    summed = bool(is_sum(told.scene, told.hit))
    return Thread(told.hit.type, (), together=summed, several=told.is_loose)


def _thread(told: Told, threads: Sequence[Thread], here: Sequence[int]) -> int | None:
    """Choose the thread that words belong to: the number of a new one, or None for no thread."""
    if not told.hit.type:
        return _owner(told, threads, here)
    if told.hit.weak and (owner := _owner(told, threads, here)) is not None:
        return owner
    if is_sum(told.scene, told.hit):
        return len(threads)
    beside = next((number for number in here if told.fits(threads[number])), None)
    if beside is not None:
        return beside
    if told.is_loose:
        return len(threads)
    fitting = [number for number in _recent(threads) if told.fits(threads[number])]
    if told.is_brought_in:
        fitting = [number for number in fitting if _is_headline(told.scene, threads[number])]
    upon = (number for number in fitting if _befell_the_same(told, threads[number]))
    named = (number for number in fitting if _is_named_alike(told, threads[number]))
    return next(iter((*upon, *named, *fitting)), len(threads))


def _is_headline(scene: Scene, thread: Thread) -> bool:
    """Whether only a headline has told of an event: the report that follows brings it in again."""
    heads = scene.tree.parse.document.passages(PassageKind.HEADLINE)
    spans = [scene.tree.span(hit.words) for hit in thread.hits]
    return all(any(span in head for head in heads) for span in spans)


def _befell_the_same(told: Told, thread: Thread) -> bool:
    """Whether an event taken for known is told of those whom the other befell."""
    if not modes.is_definite(told.scene, told.hit):
        return False
    struck = whom(told.scene, told.hit.head)
    return any(not struck.isdisjoint(whom(told.scene, hit.head)) for hit in thread.hits)


def _is_named_alike(told: Told, thread: Thread) -> bool:
    """Whether a noun that takes an event for known is the very noun by which it was just told."""
    scene, noun = told.scene, modes.noun_of(told.scene.tree, told.hit)
    if noun is None or not (modes.is_definite(scene, told.hit) and _reaches(told, thread)):
        return False
    nouns = (modes.noun_of(scene.tree, hit) for hit in thread.hits)
    lemma = scene.tree.tokens[noun].lemma
    return any(at is not None and scene.tree.tokens[at].lemma == lemma for at in nouns)


def _owner(told: Told, threads: Sequence[Thread], here: Sequence[int]) -> int | None:
    """Find the event that befell them, or that is meant: in the sentence, else the last before."""
    beside = [number for number in here if told.fits(threads[number])]
    before = [number for number in beside if not _is_counted_later(told, threads[number])]
    if before:
        return _nearest(told, threads, before)
    if modes.is_together(told.scene, told.hit):
        return None
    others = (number for number in _recent(threads) if number not in beside)
    return next((number for number in others if _reaches(told, threads[number])), None)


def _is_counted_later(told: Told, thread: Thread) -> bool:
    """Whether an event is told behind a stop, with a toll of its own: "54 died; raids killed two".

    It is begun by words that come after those for what befell people.
    """
    scene, first = told.scene, min(hit.head for hit in thread.hits)
    if told.hit.rule != "effect" or first < told.hit.head:
        return False
    between = scene.tree.tokens[told.hit.head : first]
    return any(token.text == ";" for token in between) and "counts" in told.own


def _reaches(told: Told, thread: Thread) -> bool:
    return told.fits(thread) and told.sentence - last_sentence(told.scene, thread) <= BACK


def _nearest(told: Told, threads: Sequence[Thread], here: Sequence[int]) -> int:
    """Return the event of the sentence whose words stand nearest to these."""
    return min(here, key=lambda number: abs(told.hit.head - threads[number].hits[-1].head))


def _recent(threads: Sequence[Thread]) -> Iterator[int]:
    """Yield the threads begun last, the one spoken of last first."""
    begun = range(max(0, len(threads) - OPEN), len(threads))
    yield from sorted(begun, key=lambda number: -threads[number].hits[-1].head)


def _joined(told: Told, thread: Thread) -> Thread:
    return replace(
        thread,
        type=told.hit.type if _is_nearer(told, thread) else thread.type,
        hits=(*thread.hits, told.hit),
        days=thread.days or told.days,
        place=thread.place or told.place,
        setting=thread.setting or told.setting,
    )


def _is_nearer(told: Told, thread: Thread) -> bool:
    """Whether words say more nearly what happened: a kind of it, or what is told apart from it."""
    types = told.scene.lexicon.types
    if not told.hit.type or told.hit.weak:
        return False
    return thread.type in types.line(told.hit.type) or types.types[told.hit.type].apart


def _in_order(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: hit.words))
