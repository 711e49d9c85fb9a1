"""Who did it, as a coder's row has it, beside whom reports hold responsible, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.coding.own_parties import Party, Sort, names_somebody, same_party
from counterclaim.model.event import Degree, PartyType, Responsibility, Share
from counterclaim.model.record import Told
from counterclaim.views.own_held import Difference, Held, News
from counterclaim.views.voices import voice_of

OPPOSED = frozenset({Degree.DENIED, Degree.ACQUITTED})
Named = tuple[str, Party]
"""A party of a row, and the column that it stands in."""


def charges(held: Held) -> Iterator[Difference]:
    """Compare who is charged with it, by whom and how firmly, with the parties of the row."""
    own = list(held.signs.own_parties(held.row, held.signs.book.did_it))
    tellings = {telling.id: (telling, reading) for telling, reading in held.tellings()}
    for told in held.event.responsibility:
        if told.telling in tellings and _is_charge(told) and names_somebody(_called(told, held)):
            charge, (telling, reading) = told.value, tellings[told.telling]
            party = held.happenings.party(charge.party, charge.whose, told.actor)
            found = _news(charge, party, own, held)
            span = (*charge.degree.spans, telling.triggers[0].span)[0]
            voice = voice_of(span, reading, charge.statement)
            degree = charge.degree.value.value.replace("_", " ")
            for news, column in found:
                yield Difference(
                    news, column, held.cell(column), f"{_called(told, held)} ({degree})", (voice,)
                )


def _called(told: Told[Responsibility], held: Held) -> str:
    """Name who is charged: "the army" by the name that it has in the ledger."""
    actor = held.entries.actors.get(told.actor) if told.actor else None
    return actor.name if actor else told.value.party


def _is_charge(told: Told[Responsibility]) -> bool:
    """Whether it charges a party with the deed itself; a person is no party of a codebook's."""
    charge = told.value
    real = charge.party_type not in {PartyType.NONE, PartyType.PERSON}
    firm = charge.degree.value is not Degree.UNCLAIMED
    return bool(charge.party) and real and firm and charge.share is Share.PERPETRATOR


def _news(
    charge: Responsibility, party: Party, own: Sequence[Named], held: Held
) -> Iterator[tuple[News, str]]:
    """Say how a charge stands to the row, and to which of its cells."""
    named = [each for each in own if each[1].sort is Sort.PARTY]
    alike = [(same_party(known, party), column) for column, known in named]
    same = next((column for found, column in alike if found), None)
    if charge.degree.value in OPPOSED:
        if same:
            yield News.DENIED, same
    elif same is None and (column := _open(own, held)):
        yield News.NEW, column
    elif same is None:
        unsure = any(found is None for found, _ in alike)
        yield (News.MAY if unsure else News.CONTRADICTS), named[0][0]


def _open(own: Sequence[Named], held: Held) -> str:
    """Return the column that waits for a name: one of nobody in particular, else the first."""
    unnamed = [column for column, party in own if party.sort is Sort.UNNAMED]
    first = held.signs.book.did_it[0]
    parties = any(party.sort is Sort.PARTY for _, party in own)
    return next(iter(unnamed), "" if parties and held.cell(first) else first)
