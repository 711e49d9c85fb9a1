"""How many, as codebooks write it: by a rule that is named, never a zero that nobody said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from counterclaim.coding.draft import Draft, blank, filled
from counterclaim.model.event import Blank, Part, TellingId, Toll
from counterclaim.model.quantity import Bound, Effect
from counterclaim.model.record import Told
from counterclaim.model.row import Cell, Passage
from counterclaim.model.text import Document, DocumentId


class Figure(NamedTuple):
    """A number of a toll, and its document: `origin` is the one that it copies, or itself."""

    value: int
    told: Told[Toll]
    document: Document
    origin: DocumentId

    @property
    def published(self) -> date:
        """The day of publication; the first of all days where that is not known."""
        return self.document.published or date.min


def number(draft: Draft) -> Cell:
    """Let one number stand for what the tellings say, by the rule in force."""
    return _by_rule(draft, draft.numbers)


def lowest(draft: Draft) -> Cell:
    """Take the lowest number told."""
    return _by_rule(draft, "lowest")


def highest(draft: Draft) -> Cell:
    """Take the highest number told."""
    return _by_rule(draft, "highest")


def number_of(draft: Draft) -> Cell:
    """Take how many there were in one role, where all that tell it agree."""
    found = [
        (int(part.value.count.value.low), part)
        for part in draft.taking_part(Part(draft.column.of))
        if part.value.count and part.value.count.value.low is not None
        if part.value.count.value.bound is Bound.EXACT
    ]
    passages = tuple(draft.passage(part.telling, part.value.span) for _, part in found)
    if len({value for value, _ in found}) != 1:
        return blank(Blank.CONTESTED if found else Blank.NOT_FOUND, passages=passages)
    return filled(found[0][0], passages)


def deaths_of_civilians(draft: Draft) -> Cell:
    """Take the dead who are called civilians."""
    return _by_rule(draft, draft.numbers, partial(_is_of, "civilian"))


def deaths_of_perpetrators(draft: Draft) -> Cell:
    """Take the dead among those who did it."""
    return _by_rule(draft, draft.numbers, partial(_is_of, "attacker"))


def people_hurt(draft: Draft, effect: Effect) -> bool:
    """Whether any telling says that at least one was killed, injured ..."""
    return any(figure.value > 0 for figure in _figures(draft, effect))


def _by_rule(draft: Draft, rule: str, asked: Callable[[Told[Toll]], bool] | None = None) -> Cell:
    effect = Effect(draft.column.of or Effect.KILLED)
    figures = [each for each in _figures(draft, effect) if asked is None or asked(each.told)]
    whole = _wholes(draft, figures)
    if not whole:
        return blank(Blank.NOT_FOUND, "no number is told", _vague(draft, effect))
    values = sorted({each.value for each in whole})
    note = f"told: {', '.join(map(str, values))}; {rule}" if len(values) > 1 else ""
    if rule == "all":
        if len(values) == 1:
            return filled(values[0], _words(draft, whole))
        return blank(Blank.CONTESTED, note, _words(draft, whole))
    chosen = NUMBER_RULES[rule](whole)
    return filled(chosen, _words(draft, [each for each in whole if each.value == chosen]), note)


def _wholes(draft: Draft, figures: list[Figure]) -> list[Figure]:
    """Keep the largest number of each voice in a telling: others count a part, or came before."""
    largest: dict[tuple[TellingId, str], Figure] = {}
    for figure in figures:
        statement = draft.world.statement(figure.told.value.statement)
        voice = figure.told.telling, statement.source.name if statement else ""
        known = largest.get(voice)
        if known is None or figure.value > known.value:
            largest[voice] = figure
    return list(largest.values())


def _figures(draft: Draft, effect: Effect) -> Iterator[Figure]:
    for told in draft.event.tolls:
        if told.value.effect is effect:
            value = _value(draft, told)
            if value is not None:
                id = draft.world.tellings[told.telling].document
                origin = draft.world.copies.get(id, id)
                yield Figure(value, told, draft.world.documents[id], origin)


def _value(draft: Draft, told: Told[Toll]) -> int | None:
    """Return a number that the words state, or what the codebook takes a word like dozens for."""
    count = told.value.count.value
    if count.bound is not Bound.UNQUANTIFIED:
        stated = count.high if count.bound is Bound.AT_MOST else count.low
        return None if stated is None else int(stated)
    words = set(draft.quote(*_at(draft, told)).lower().split())
    worth = draft.codebook.number_words
    return next((worth[word] for word in sorted(words & set(worth))), None)


def _is_of(sort: str, told: Told[Toll]) -> bool:
    return sort in told.value.count.value.of.lower()


def _lowest(figures: list[Figure]) -> int:
    return min(each.value for each in figures)


def _highest(figures: list[Figure]) -> int:
    return max(each.value for each in figures)


def _latest(figures: list[Figure]) -> int:
    """Take the number of the document published last; of several, the lowest."""
    newest = max(each.published for each in figures)
    return _lowest([each for each in figures if each.published == newest])


def _most_told(figures: list[Figure]) -> int:
    """Take the number that most documents have, copies aside; of several, the lowest."""
    values = [value for value, _ in {(each.value, each.origin) for each in figures}]
    return min(set(values), key=lambda value: (-values.count(value), value))


NUMBER_RULES: Mapping[str, Callable[[list[Figure]], int]] = {
    "lowest": _lowest,
    "highest": _highest,
    "most_origins": _most_told,
    "latest": _latest,
}


def _vague(draft: Draft, effect: Effect) -> tuple[Passage, ...]:
    told = (each for each in draft.event.tolls if each.value.effect is effect)
    return tuple(at for each in told for at in _at(draft, each))


def _words(draft: Draft, figures: list[Figure]) -> tuple[Passage, ...]:
    return tuple(at for each in figures for at in _at(draft, each.told))


def _at(draft: Draft, told: Told[Toll]) -> tuple[Passage, ...]:
    return tuple(draft.passage(told.telling, span) for span in told.value.count.spans)
