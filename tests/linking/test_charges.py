"""Whose act it was, and when it is a party's own word: what no document alone can know."""

from datetime import date

import pytest

from counterclaim.content import find_tellings
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.language import find_mentions, locate, parse, resolve
from counterclaim.model.record import Reading
from counterclaim.model.text import Document
from counterclaim.pipeline import link_readings
from counterclaim.statements import find_statements

SETTLED = [
    (
        "Turkish prosecutors said that the Red Column had bombed the market in Ankara on Monday"
        " by order of its intelligence service.",
        {("Red Column", "accused_by_authorities")},
    ),
    (
        "NATO was blamed by the governor for the bombing of the market in Zakho on Monday.",
        {("NATO", "accused_by_authorities")},
    ),
    (
        "Police said the YPG had bombed the market in Kobani in northern Syria on Monday.",
        {("YPG", "accused_by_authorities")},
    ),
    (
        "Police said the People's Protection Units (YPG) had bombed the market in Kobani in Syria"
        " on Monday. The YPG denied it.",
        {
            ("People's Protection Units", "accused_by_authorities"),
            ("People's Protection Units", "denied"),
        },
    ),
    (
        "Russia's defence ministry said Russian jets had bombed a depot in Kharkiv on Monday.",
        {("Russia", "claimed")},
    ),
    (
        "Ukraine's defence ministry said Russian jets had bombed a depot in Kharkiv on Monday.",
        {("Russia", "accused_by_authorities")},
    ),
    (
        "The governor accused Ankara of shelling the market in Zakho on Monday.",
        {("Turkey", "accused_by_authorities")},
    ),
    (
        "The Ukrainian air force had bombed the market in Donetsk on Monday, the governor said.",
        {("Ukraine", "accused_by_authorities")},
    ),
    (
        "The governor accused the Mossad of the bombing of the market in Kabul on Monday.",
        {("Mossad", "accused_by_authorities")},
    ),
    (
        "The Turkish Air Force bombed the depot in Kobani, its chief, Marshal Can Demir, said.",
        {("Turkey", "claimed")},
    ),
    (
        "The bombing of the market in Kabul on Monday was claimed by the Islamic State's Afghan"
        " affiliate.",
        {("Islamic State Khorasan Province", "claimed")},
    ),
    (
        "Iraq accused Turkey of shelling the market on Monday. Ankara rejected the accusation.",
        {("Turkey", "accused"), ("Turkey", "denied")},
    ),
    (
        "A village near Kunduz in Afghanistan was shelled on Monday. The governor accused the"
        " government of having shelled it.",
        {("Afghanistan", "accused_by_authorities")},
    ),
    (
        "The village was shelled on Monday. The governor accused the intelligence service of"
        " having shelled it. On Tuesday a delegation met in Berlin.",
        {("intelligence service", "accused_by_authorities")},
    ),
    (
        "The governor accused the government of shelling the village on Monday. A delegation met"
        " in Germany.",
        {("government", "accused_by_authorities")},
    ),
    (
        "Iraq accused Turkey of shelling the market on Monday. Tehran rejected the accusation.",
        {("Turkey", "accused")},
    ),
]


@pytest.fixture(scope="module")
def settled():
    """Read a text by rules alone, link it, and return whom it holds responsible, how firmly."""
    known, index = load_knowledge(), load_actors()
    english = known.languages["en"]

    def charges(text: str) -> set[tuple[str, str]]:
        document = Document(text, language="en", published=date(2023, 5, 2))
        parsed = parse(document, english)
        found = find_mentions(parsed, english)
        mentions = locate(parsed, found, english, known.gazetteer)
        statements = find_statements(parsed, mentions, english)
        resolved = resolve(parsed, mentions, english)
        tellings = find_tellings(parsed, resolved, statements, english, known.events)
        reading = Reading(document, resolved, statements, tellings=tellings)
        ledger = link_readings((reading,), (), index, known.events)
        told = (one.value for event in ledger.events for one in event.responsibility)
        return {(one.whose or one.party, one.degree.value.value) for one in told}

    return charges


@pytest.mark.parametrize(("text", "wanted"), SETTLED)
def test_whose_act_it_was(settled, text, wanted):
    assert settled(text) == wanted
