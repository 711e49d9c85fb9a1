"""Which of one's own rows an event is coded in: sure, perhaps, never against place or day."""

import pytest

from counterclaim.coding.matching import Coded
from tests.coding.happened import happened, ledger_of
from tests.coding.own import GTD, UCDP, coded, own_table

BOMB = (
    "On [when:2031-05-03 3 May] a car bomb [trigger exploded] in [place:PAK:Karsin Karsin], killing"
    " [killed:7 seven people]. [claimed The Hill Front] claimed it."
)


def held(marked: str, *changes: dict[str, str]) -> Coded:
    (only,) = coded(ledger_of(happened("bombing", marked)), own_table(*changes))
    return only


def rows(found: Coded) -> list[int]:
    return [each.row.number for each in found.matches]


def test_an_event_is_found_in_its_row_with_the_reasons():
    found = held(BOMB, {})
    assert (found.sure, rows(found)) == (True, [2])
    why = {sign.name: sign.why for sign in found.matches[0].signs}
    assert why["day"] == "the same day, 2031-05-03"
    assert why["place"] == "the same place, Karsin"
    assert why["kind"] == "both are Remote explosive/landmine/IED"
    assert why["number"] == "7 killed is told"


@pytest.mark.parametrize(
    "change",
    [
        {"latitude": "", "longitude": ""},
        {"location": "Karsin Bazar"},
        {"location": "Qarsin"},
        {"fatalities": "12"},
        {"event_date": "2031-05-04"},
        {"event_date": "3 May 2031", "country": "", "admin1": "", "actor1": ""},
        {"country": "Islamic Republic of Pakistan"},
        {"actor1": "Military Forces of Pakistan (2024-)"},
    ],
)
def test_a_row_that_differs_in_a_cell_is_the_event_still(change):
    assert held(BOMB, change).sure


@pytest.mark.parametrize(
    "change",
    [
        {"event_date": "2031-05-06"},
        {"country": "Peru"},
        {"location": "Elsewhere", "latitude": "31.5", "longitude": "74.3"},
        {"location": "Karsin", "latitude": "-12.0", "longitude": "-77.0", "country": ""},
    ],
)
def test_never_across_a_contradiction_of_day_or_place(change):
    assert held(BOMB, change) == Coded(held(BOMB, change).event)


def test_of_two_rows_that_fit_none_is_chosen():
    found = held(BOMB, {}, {"event_id_cnty": "PAK7002"})
    assert (found.sure, rows(found)) == (False, [2, 3])
    assert found.why == "several rows fit"


def test_of_many_rows_that_fit_none_is_named():
    found = held(BOMB, *({"event_id_cnty": f"PAK{number}"} for number in range(9)))
    assert (found.matches, found.why) == ((), "9 rows fit it, and none better")


def test_of_two_rows_the_one_that_fits_in_more_is_taken():
    other = {"sub_event_type": "Grenade", "fatalities": "40"}
    found = held(BOMB, other, {})
    assert (found.sure, rows(found)) == (True, [3])


def test_a_row_is_left_to_the_event_that_it_fits_best():
    raid = (
        "On [when:2031-05-03 3 May] police [trigger raided] a house in [place:PAK:Karsin Karsin]"
        " and [killed:2 two men] died."
    )
    ledger = ledger_of(happened("bombing", BOMB), happened("raid", raid, "Post"))
    found = {each.event: each for each in coded(ledger, own_table({}))}
    types = {event.id: event.type for event in ledger.events}
    sure = [types[id] for id, each in found.items() if each.sure]
    assert sure == ["bombing"]


def test_an_event_in_a_province_only_may_be_a_row_of_a_town_there():
    vague = (
        "On [when:2031-05-03 3 May] a bomb [trigger exploded] in [place:PAK:Vale:province Vale]."
    )
    found = held(vague, {"admin1": "Vale", "fatalities": ""})
    assert (found.sure, rows(found)) == (False, [2])


def test_an_event_without_a_day_is_looked_for_before_its_report():
    bomb = "A bomb [trigger exploded] in [place:PAK:Karsin Karsin], killing [killed:7 seven]."
    found = held(bomb, {})
    assert (found.sure, rows(found)) == (False, [2])
    assert "no day told" in " ".join(sign.why for sign in found.matches[0].signs)
    assert held(bomb, {"event_date": "2031-04-02"}).matches == ()


def test_a_month_fits_a_day_in_it():
    found = held(BOMB.replace("2031-05-03", "2031-05-01/2031-05-31"), {"sub_event_type": ""})
    assert (found.sure, rows(found)) == (True, [2])


def test_what_is_no_happening_is_held_against_no_row():
    ledger = ledger_of(happened("bombing", BOMB, kind="aggregate"))
    assert coded(ledger, own_table({})) == []


def test_a_row_of_a_month_fits_a_day_in_it():
    found = held(BOMB, {"event_date": "2031-05-15", "time_precision": "3"})
    assert found.sure


@pytest.mark.parametrize("row", [UCDP, GTD])
def test_ucdp_and_gtd_rows_are_matched_by_their_own_columns(row):
    (found,) = coded(ledger_of(happened("bombing", BOMB)), own_table({}, row=row))
    assert found.sure
