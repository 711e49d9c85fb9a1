"""What a coder's own row has not: newer numbers, other parties, denials; and nothing else."""

from collections.abc import Mapping

import pytest

from counterclaim.views.entries import enter
from counterclaim.views.own_held import Difference
from counterclaim.views.own_rows import (
    COLUMNS,
    Comparison,
    compare_rows,
    comparison_rows,
    days_of,
)
from tests.coding.happened import happened, ledger_of
from tests.coding.own import GTD, ROW, UCDP, own_table

WHERE = "On [when:2031-05-03 3 May] a bomb [trigger exploded] in [place:PAK:Karsin Karsin]"
SEVEN = f"{WHERE}, killing [killed:7 seven people]."
TEN = f"{WHERE}. The toll has risen to [killed:10 ten people]."
CLAIMED = f"{WHERE}. It was the work of [claimed TTP]."
ACCUSED = f"{WHERE}. Police blame [accused_by_authorities TTP]."
DENIED = f"{WHERE}. It was not the work of [denied TTP]."


def compared(*reports, row: Mapping[str, str] = ROW, **cells: str) -> Comparison:
    """Hold one row, with some cells changed, against reports of the bombing, a day each."""
    readings = [
        happened("bombing", text, outlet=f"Paper {day}", day=day)
        for day, text in enumerate(reports, 5)
    ]
    entries = enter(ledger_of(*readings))
    table = own_table(cells, row=row)
    return compare_rows(table, entries.ledger, days_of(entries), lambda _: entries)


def told(*reports, row: Mapping[str, str] = ROW, **cells: str) -> list[tuple[str, str, str, str]]:
    """Return what the row has not, without the voices."""
    found = compared(*reports, row=row, **cells)
    assert len(found.news) + len(found.same) == 1
    return [
        (d.news.value, d.column, d.yours, d.told) for each in found.news for d in each.differences
    ]


def only(found: Comparison) -> Difference:
    ((difference,),) = [each.differences for each in found.news]
    return difference


def test_what_is_the_same_is_not_told():
    found = compared(SEVEN, SEVEN)
    assert (found.news, found.perhaps, found.uncoded, found.untold) == ((), (), (), 0)
    assert found.same[0].fit.row == 2
    assert found.same[0].fit.id == "PAK7001"


def test_a_toll_that_has_risen_is_new_with_who_says_so_and_when():
    difference = only(compared(SEVEN, TEN))
    assert (difference.news.value, difference.column) == ("new", "fatalities")
    assert (difference.yours, difference.told) == ("7", "10")
    (voice,) = difference.voices
    assert (voice.who, str(voice.published), voice.words) == ("Paper 6", "2031-05-06", "ten people")


def test_a_number_of_the_same_day_contradicts():
    assert told(TEN) == [("contradicts", "fatalities", "7", "10")]


def test_a_number_after_the_day_of_coding_is_new():
    assert told(TEN, timestamp="2031-05-04") == [("new", "fatalities", "7", "10")]
    assert told(TEN, timestamp="1936569600")[0][0] == "contradicts"  # the same day in May, later


@pytest.mark.parametrize("blank", ["", "NA", "0"])
def test_a_number_where_the_row_has_none_is_new(blank):
    assert told(TEN, fatalities=blank) == [("new", "fatalities", blank.replace("NA", ""), "10")]


def test_a_number_that_is_not_told_contradicts_nothing():
    assert told(f"{WHERE}, killing [killed:some dozens of people].") == []
    assert told(f"{WHERE}.") == []


def test_a_number_within_the_row_s_own_range_is_no_news():
    assert told(SEVEN, row=UCDP) == []
    assert told(SEVEN.replace("7 seven", "12 twelve"), row=UCDP) == [
        ("contradicts", "high", "9", "12")
    ]
    assert told(SEVEN.replace("7 seven", "2 two"), row=UCDP) == [("contradicts", "low", "6", "2")]


def test_who_claims_it_is_new_where_the_row_has_nobody():
    assert told(SEVEN, CLAIMED) == [("new", "actor1", ROW["actor1"], "TTP (claimed)")]
    assert told(SEVEN, CLAIMED, actor1="") == [("new", "actor1", "", "TTP (claimed)")]


def test_who_is_accused_contradicts_another_party_with_its_degree():
    assert told(SEVEN, ACCUSED, actor1="Islamic State Khorasan Province") == [
        (
            *("contradicts", "actor1", "Islamic State Khorasan Province"),
            "TTP (accused by authorities)",
        )
    ]


def test_a_party_that_nobody_knows_may_be_the_other():
    assert told(SEVEN, CLAIMED, actor1="Hill Front")[0][0] == "may contradict"


@pytest.mark.parametrize("name", ["TTP", "TTP: Tehreek-i-Taliban Pakistan"])
def test_a_party_is_the_same_by_any_of_its_names_and_on_either_side(name):
    assert told(SEVEN, CLAIMED, actor1=name) == []
    assert told(SEVEN, CLAIMED, actor1="Military Forces of Pakistan (2024-)", actor2=name) == []


def test_nobody_in_particular_is_no_news():
    unnamed = f"{WHERE}. Police blame [accused_by_authorities Terrorists]."
    assert told(SEVEN, unnamed) == []


def test_a_denial_of_the_row_s_party_is_told_and_no_other():
    assert told(SEVEN, DENIED, actor1="TTP") == [("denied", "actor1", "TTP", "TTP (denied)")]
    assert told(SEVEN, DENIED, actor1="Islamic State Khorasan Province") == []


def test_gtd_s_unknown_waits_for_a_name_and_its_claim_for_a_claimant():
    found = told(SEVEN, CLAIMED, row=GTD)
    assert ("new", "gname", "", "TTP (claimed)") in found
    assert ("contradicts", "claimed", "0", "1") in found


def test_another_day_contradicts_and_a_finer_one_is_new():
    assert told(SEVEN, event_date="2031-05-04") == [
        ("contradicts", "event_date", "2031-05-04", "2031-05-03")
    ]
    assert told(SEVEN, event_date="2031-05-15", time_precision="3") == [
        ("new", "event_date", "2031-05-15 (2031-04-15 to 2031-06-14)", "2031-05-03")
    ]


def test_a_town_is_new_where_the_row_has_a_province():
    found = told(SEVEN, location="Upper Vale", geo_precision="3")
    assert found == [("new", "location", "Upper Vale", "Karsin")]


def test_an_event_without_a_row_is_not_coded_yet():
    found = compared(SEVEN, event_date="2030-01-01")
    (new,) = found.uncoded
    assert (new.event.place, new.below, found.untold) == ("Karsin, Upper Vale, PAK", (), 1)
    (below,) = compared(
        f"{WHERE}.", row=UCDP, date_start="2030-01-01", date_end="2030-01-01"
    ).uncoded
    assert "no dead" in below.below


def test_a_copy_adds_no_voice():
    report = f"{SEVEN} {'The street was closed until the evening and shops stayed shut. ' * 8}"
    risen = report.replace("7 seven", "10 ten")
    readings = [
        happened("bombing", risen, outlet=name, day=day) for name, day in (("A", 5), ("B", 6))
    ]
    entries = enter(ledger_of(*readings))
    assert entries.copy_of
    found = compare_rows(own_table({}), entries.ledger, days_of(entries), lambda _: entries)
    assert [voice.who for voice in only(found).voices] == ["A"]


def test_as_a_table_it_has_a_row_for_each_voice():
    found = compared(SEVEN, TEN)
    ((*cells,),) = comparison_rows(found)
    row = dict(zip(COLUMNS, cells, strict=True))
    assert (row["row"], row["standing"], row["yours"], row["told"]) == (2, "new", "7", "10")
    for each in (compared(SEVEN), compared(SEVEN, event_date="2030-01-01")):
        assert all(len(line) == len(COLUMNS) for line in comparison_rows(each))


def test_the_same_rows_and_reports_say_the_same():
    assert compared(SEVEN, TEN) == compared(SEVEN, TEN)
