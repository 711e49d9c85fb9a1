"""One strike, as many tolls as voices: none is put in another's mouth, none is the machine's."""

from datetime import date
from functools import cache

import pytest

from counterclaim.coding import code_events, world_of
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.model.event import Blank
from counterclaim.model.quantity import Effect
from counterclaim.model.record import Ledger
from counterclaim.model.row import Cell
from counterclaim.model.text import Document
from counterclaim.pipeline import link_readings, read_document

PAPERS = (
    (
        "Herald",
        date(2031, 5, 7),
        "About 300 militants were killed in the air strike on the camp near Balakot on Tuesday, a"
        " senior Indian official said. No one was killed in the air strike, Pakistan's military"
        " said.",
    ),
    (
        "Courier",
        date(2031, 5, 11),
        "At least 251 militants died in Tuesday's air strike near Balakot, the ruling party's"
        " president, Amar Shah, said. The air force chief declined to give a toll of the strike."
        " One villager was hurt in the strike near Balakot, residents said.",
    ),
)


@cache
def ledger() -> Ledger:
    known = load_knowledge()
    documents = (
        Document(text, language="en", outlet=outlet, published=day, key=outlet)
        for outlet, day, text in PAPERS
    )
    readings = [read_document(one, known) for one in documents]
    return link_readings(readings, (), load_actors(), known.events)


def cell(codebook: str, column: str, numbers: str = "") -> Cell:
    world = world_of(ledger())
    [row] = code_events(ledger().events, codebook, load_codebooks()[codebook], world, numbers)
    return row.cells[column]


def test_each_voice_keeps_its_toll_and_who_declines_has_none():
    [event] = ledger().events
    statements = {one.id: one for each in ledger().readings for one in each.statements}
    told = {
        (statements[toll.value.statement].source.name, toll.value.count.value.low)
        for toll in event.tolls
        if toll.value.effect is Effect.KILLED and toll.value.statement
    }
    assert told == {
        ("senior Indian official", 300),
        ("Pakistan's military", 0),
        ("Amar Shah", 251),
    }
    assert [one.value.count.value.low for one in event.tolls if one.value.effect is Effect.INJURED]


@pytest.mark.parametrize(
    ("codebook", "column", "rule", "number"),
    [
        ("acled", "fatalities", "lowest", 0),
        ("acled", "fatalities", "highest", 300),
        ("ucdp", "low", "", 0),
        ("ucdp", "high", "", 300),
    ],
)
def test_the_lowest_is_none_and_the_highest_is_300(codebook, column, rule, number):
    found = cell(codebook, column, rule)
    assert (found.value, bool(found.passages)) == (number, True)


def test_the_best_number_is_for_a_person_to_judge():
    found = cell("ucdp", "best")
    assert (found.value, found.reason) == (None, Blank.JUDGEMENT)
