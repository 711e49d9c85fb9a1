"""Deeds between parties as rows of PLOVER and CAMEO: country, sector, code, on whose word."""

from datetime import date
from functools import cache

import pytest

from counterclaim.coding import code_events, code_interactions, world_of
from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.knowledge.deeds import QUADS, load_deeds
from counterclaim.knowledge.sectors import load_leaders
from counterclaim.model.event import Blank
from counterclaim.model.record import Ledger
from counterclaim.model.row import Row
from counterclaim.model.text import Document
from counterclaim.pipeline import link_readings, read_document


@cache
def ledger(*texts: str, year: int = 2025) -> Ledger:
    known = load_knowledge()
    readings = [
        read_document(
            Document(text, key=str(number), language="en", published=date(year, 3, 28)), known
        )
        for number, text in enumerate(texts)
    ]
    return link_readings(readings, (), load_actors(), known.events)


def rows(codebook: str, *texts: str) -> list[Row]:
    found = ledger(*texts)
    book = load_codebooks()[codebook]
    return list(code_events(found.events, codebook, book, world_of(found)))


def sides(text: str, year: int = 2025) -> list[tuple[str, str]]:
    """Country and sector of both sides of the one deed of a text."""
    found = ledger(text, year=year)
    (coded,) = code_interactions(world_of(found), found.events)
    return [(one.country, one.sector) for one in (coded.source, coded.target) if one]


PARTIES = [
    ("Kenya condemned Uganda.", [("KEN", ""), ("UGA", "")]),
    ("Ugandan rebels condemned the Kenyan parliament.", [("UGA", "REB"), ("KEN", "LEG")]),
    (
        "The Kenyan opposition leader met the Ugandan prime minister.",
        [("KEN", "OPP"), ("UGA", "GOV")],
    ),
    ("Kenyan police arrested two Ugandan journalists.", [("KEN", "COP"), ("UGA", "JRN")]),
    ("The United Nations condemned Uganda.", [("IGO", ""), ("UGA", "")]),
    ("UN peacekeepers attacked Ugandan rebels.", [("IGO", "MIL"), ("UGA", "REB")]),
    ("The pro-Kenyan militia attacked Ugandan farmers.", [("", "REB"), ("UGA", "AGR")]),
]


@pytest.mark.parametrize(("text", "codes"), PARTIES)
def test_a_party_has_the_country_and_the_sector_that_its_words_show(text, codes):
    found = sides(text)
    if codes[0][0] == "":  # left to its sentence, which speaks of one other country
        assert found[0][1] == codes[0][1]
        assert found[0][0] != "KEN"
        assert found[1] == codes[1]
    else:
        assert found == codes


def test_a_leader_stands_for_the_country_in_the_years_of_office():
    assert sides("Zuma condemned Uganda.", year=2012)[0] == ("ZAF", "GOV")
    assert sides("Zuma condemned Uganda.", year=2023)[0][0] != "ZAF"


def test_a_surname_stands_alone_where_it_is_long_and_no_other_leader_has_it():
    leaders = load_leaders()
    assert leaders["marcos"].code == "PHL"
    assert "gandhi" in leaders
    assert not {"un", "khan jr", "saleh al"} & set(leaders)


def test_another_bearer_of_a_leader_s_surname_is_another():
    assert sides("Officer Ismail Putin condemned Uganda.", year=2012)[0][0] != "RUS"


def test_a_party_of_the_cases_own_table_has_its_code(tmp_path):
    table = tmp_path / "actors.csv"
    table.write_text("id,name,type,code\ncase.utopia,Utopia,government,UTO\n", encoding="utf-8")
    known = load_knowledge()
    text = "Utopia said that it had expelled two Kenyans. Kenya condemned the police of Utopia."
    document = Document(text, language="en")
    found = link_readings(
        (read_document(document, known),), (), load_actors(table, "utopia"), known.events
    )
    one, other = code_interactions(world_of(found))
    assert one.source is not None
    assert other.target is not None
    assert (one.source.country, one.source.sector) == ("UTO", "")
    assert (other.target.country, other.target.sector) == ("UTO", "COP")


def test_those_with_a_part_in_society_are_of_the_only_country_spoken_of_others_are_not():
    assert sides("Kenya condemned the rebels.")[1] == ("KEN", "REB")
    assert sides("Erewhon condemned Kenya.")[0] == ("", "")


def test_a_deed_is_a_row_with_its_codes_and_both_sides():
    (row,) = rows("plover", "Kenya threatened to bomb Uganda.")
    cells = {name: cell.value for name, cell in row.cells.items()}
    assert (cells["event"], cells["mode"], cells["quad_code"]) == ("THREATEN", "violence", 3)
    assert (cells["actor_country"], cells["recipient_country"]) == ("KEN", "UGA")
    assert cells["event_text"] == "threatened; bomb"
    (cameo,) = rows("cameo", "Kenya threatened to bomb Uganda.")
    assert (cameo.cells["cameo_root"].value, cameo.cells["cameo_code"].value) == ("13", "138")


def test_a_row_says_on_whose_word_it_rests():
    (row,) = rows("plover", "The Kenyan army said that Ugandan rebels had shelled a village.")
    told = row.cells["comment"].value
    assert isinstance(told, str)
    assert "army" in told


def test_an_end_that_no_word_names_is_blank_and_says_why():
    (row,) = rows("plover", "Two Kenyan soldiers were killed.")
    cell = row.cells["actor"]
    assert (cell.value, cell.reason) == (None, Blank.NOT_FOUND)


def test_two_tellings_of_one_deed_in_one_event_are_one_row():
    text = "Kenyan jets bombed the Ugandan town of Gulu on Monday, killing six people."
    again = "Six people died on Monday as Kenyan jets bombed Gulu, a town in Uganda."
    found = [row for row in rows("plover", text, again) if row.cells["event"].value == "ASSAULT"]
    assert len({row.events for row in found}) <= len(found)


def test_every_deed_has_codes_of_the_codebook():
    events = next(c for c in load_codebooks()["plover"].columns if c.name == "event").values
    for deed in load_deeds().deed.values():
        assert not deed.plover or deed.plover in events
        assert not deed.plover or deed.plover in QUADS
        assert deed.cameo[:2] in {f"{root:02}" for root in range(1, 21)}
        assert len(deed.cameo) in {3, 4}


def test_a_turn_into_an_unknown_deed_is_refused(tmp_path):
    file = tmp_path / "deeds.toml"
    file.write_text('[deed]\nmeet = {means = "meets", cameo = "040"}\n[turn.stop]\nalone = "met"\n')
    with pytest.raises(KnowledgeError, match="no deed is 'met'"):
        load_deeds(file)
