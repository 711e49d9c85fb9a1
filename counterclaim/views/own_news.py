"""What the ledger has on a coded event that its row has not: newer, contrary, denied; never sames.

What is not known contradicts nothing: a blank of ours is no value, and one of the row is filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.coding import code_cell
from counterclaim.coding.own_rows import whole
from counterclaim.coding.own_signs import POINTED
from counterclaim.knowledge.place_names import fold
from counterclaim.model.claim import Dispute, DisputeState
from counterclaim.model.statement import Polarity
from counterclaim.views.entries import Entries
from counterclaim.views.own_charges import charges
from counterclaim.views.own_held import Difference, Held, News
from counterclaim.views.own_tolls import tolls
from counterclaim.views.voices import Voice, voice_of

FLAGS = frozenset({"claimed", "competing_claims", "suicide", "hostages_taken"})
"""Rules for columns whose cells are held against ours as they are."""
FAR = 0.3
"""What the place is worth as a sign where the places are far enough apart to ask why."""


def news_of(held: Held) -> tuple[Difference, ...]:
    """Return all that a row has not, each with everybody who says it; nothing that it has."""
    found: dict[tuple[News, str, str, str], dict[Voice, None]] = {}
    for each in (each for rule in RULES for each in rule(held)):
        key = each.news, each.column, each.yours, each.told
        found.setdefault(key, {}).update(dict.fromkeys(each.voices))
    order = list(News)
    together = (Difference(*key, tuple(voices)) for key, voices in found.items())
    return tuple(sorted(together, key=lambda each: order.index(each.news)))


def days(held: Held) -> Iterator[Difference]:
    """Compare the days: one that the row does not leave open, one finer than it has."""
    book = held.signs.book
    column = held.first(tuple(filter(None, (*book.first_day, book.day, book.month, book.year))))
    told = [(each, telling.when) for telling, each in held.tellings() if telling.when]
    first, last = held.row.days
    spans = {when.value.days for _, when in told if when.value.days}
    inside = [days for days in spans if days[0] <= last and first <= days[1]]
    open_days = first != last and not book.last_day
    finer = open_days and len(spans) == 1 and inside and inside[0][0] == inside[0][1]
    news = News.NEW if finer else News.CONTRADICTS
    for reading, when in told if finer or not inside else ():
        if when.value.days and when.spans:
            words = " to ".join(dict.fromkeys(day.isoformat() for day in when.value.days))
            voice = voice_of(when.spans[0], reading)
            yield Difference(news, column, _days_of(held, column), words, (voice,))


def _days_of(held: Held, column: str) -> str:
    """Write the day of a row, or the days that its cell leaves open."""
    days = " to ".join(dict.fromkeys(day.isoformat() for day in held.row.days))
    return days if held.row.days[0] == held.row.days[1] else f"{held.cell(column)} ({days})"


def places(held: Held) -> Iterator[Difference]:
    """Compare the place: a town where the row has an area or none, a town that lies elsewhere."""
    book, place = held.signs.book, held.one.place
    if place is None or place.precision not in POINTED:
        return
    column = held.first(book.places)
    own = [fold(held.cell(name)) for name in book.places]
    far = any(sign.name == "place" and sign.worth == FAR for sign in held.match.signs)
    coarse = held.row.reach > 0 or not any(own)
    if any(f" {fold(place.name)} " in f" {name} " for name in own) or not (far or coarse):
        return
    news = News.NEW if coarse else News.MAY
    for telling, reading in held.tellings():
        if telling.place:
            voice = voice_of(telling.place.spans[0], reading)
            yield Difference(news, column, held.cell(column), place.name, (voice,))


def flags(held: Held) -> Iterator[Difference]:
    """Compare cells that are yes or no: claimed or not, suicide or not."""
    book = held.signs.codebook
    for column in (each for each in book.columns if each.derive in FLAGS):
        cell = code_cell(held.event, column, book, held.world)
        own, told = whole(held.cell(column.name)), cell.value
        if told is not None and told != own and (told or own is not None):
            news = News.NEW if own is None else News.CONTRADICTS
            readings = held.entries.readings
            voices = tuple(voice_of(at.span, readings[at.document]) for at in cell.passages)
            yield Difference(news, column.name, held.cell(column.name), str(told), voices)


def disputes(held: Held) -> Iterator[Difference]:
    """Name the contested questions whether it happened, and how many were hurt."""
    book = held.signs.book
    columns = {"killed": book.killed, "injured": book.injured, "occurrence": ()}
    for dispute in held.disputes:
        if dispute.state is DisputeState.CONTESTED and dispute.slot in columns:
            column = held.first(columns[dispute.slot])
            if held.cell(column) or not column:
                voices = tuple(_deniers(dispute, held.entries))
                yours, name = held.cell(column), column or "event"
                yield Difference(News.DISPUTED, name, yours, dispute.question, voices)


def _deniers(dispute: Dispute, entries: Entries) -> Iterator[Voice]:
    for side in dispute.sides:
        for id in side.statements if side.polarity is Polarity.FALSE else ():
            if id in entries.statements:
                statement, reading = entries.statements[id]
                yield voice_of(statement.content[0], reading, id)


RULES: tuple[Callable[[Held], Iterator[Difference]], ...] = (
    charges,
    tolls,
    disputes,
    days,
    places,
    flags,
)
"""What is held against each other."""
