"""Tables of a coder's own, as exported, as cut down by hand, and as a spreadsheet left them."""

from datetime import date

import pytest

from counterclaim.coding.own_days import Order, order_of, read_days
from counterclaim.coding.own_rows import OwnTable, read_own_rows, whole
from counterclaim.errors import DocumentError, UnsafeDocument

ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,actor1,country,location,latitude,longitude,"
    "geo_precision,notes,fatalities\n"
    "PAK7001,03 May 2031,1,Explosions/Remote violence,Unidentified Armed Group (Pakistan),Pakistan,"
    'Karsin,34.9,72.8,1,"A bomb, it is said,\nwent off.",7\n'
    "PAK7002,May 2031,3,Battles,,Pakistan,Karsin,,,,,\n"
)
MARCH_31 = (date(2024, 3, 31), date(2024, 3, 31))


def table(text: str, codebook: str = "", order: Order = Order.OPEN) -> OwnTable:
    return read_own_rows(text.encode(), codebook, order)


def flaws(found: OwnTable) -> list[tuple[int, str]]:
    return [(each.row, each.what) for each in found.flaws]


def test_a_row_is_counted_as_a_spreadsheet_counts_it():
    found = table(ACLED)
    assert found.codebook == "acled"
    assert [(row.number, row.id) for row in found.rows] == [(2, "PAK7001")]
    assert found.rows[0].days == (date(2031, 5, 3), date(2031, 5, 3))
    assert found.rows[0].point == (34.9, 72.8)
    [(row, what)] = flaws(found)
    assert (row, "May 2031" in what) == (3, True)


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_seen(separator):
    lines = ["EVENT_DATE", "Country", "Fatalities", "location"], ["2024-03-31", "Peru", "3", "Ayo"]
    found = table("\n".join(map(separator.join, lines)))
    assert found.rows[0].cells["fatalities"] == "3"


def test_a_spreadsheet_may_name_the_separator_and_put_a_mark_before_all():
    found = table("\ufeffsep=;\nevent_date;country;fatalities\n31/03/2024;Peru;3\n")
    assert (found.rows[0].number, found.rows[0].days) == (2, MARCH_31)


def test_a_title_may_stand_above_the_names_of_columns():
    found = table("My rows of spring,,\n,,\nevent_date,country,fatalities\n2024-03-31,Peru,3\n")
    assert found.rows[0].number == 4


@pytest.mark.parametrize(
    ("names", "codebook"),
    [
        ("fatalities,actor1,event_date", "acled"),
        ("Event Date,ACTOR1,Fatalities,Admin1", "acled"),
        ("date_start,date_end,side_a,side_b,best_est", "ucdp"),
        ("iyear,imonth,iday,gname,nkill", "gtd"),
    ],
)
def test_the_codebook_is_told_by_the_columns_in_any_order(names, codebook):
    row = ",".join(["2024"] * len(names.split(",")))
    assert table(f"{names}\n{row}\n").codebook == codebook


def test_columns_that_are_not_there_are_named():
    found = table("event_date,country,fatalities\n2024-03-31,Peru,3\n")
    assert {"actor1", "location", "sub_event_type"} <= set(found.missing)
    assert "fatalities" not in found.missing


@pytest.mark.parametrize("text", ["", "name,age\nAna,3\n", "event_date\n2024-03-31\n", "\n\n\n"])
def test_what_is_no_table_of_rows_says_so(text):
    with pytest.raises(DocumentError) as raised:
        table(text)
    assert "event_date" in raised.value.next_step


@pytest.mark.parametrize(
    "cell",
    [
        *("2024-03-31", "2024/3/31", "31/03/2024", "3/31/2024", "31.03.2024", "31-03-24"),
        *("31 March 2024", "March 31, 2024", "31-Mar-24", "31-Mar-2024", "20240331", "45382"),
        *("45382.75", "2024-03-31 00:00:00", "31/03/2024 00:00", "2024-03-31T12:00:00"),
    ],
)
def test_a_day_is_read_as_a_spreadsheet_writes_it(cell):
    assert read_days(cell, Order.OPEN) == MARCH_31


@pytest.mark.parametrize("cell", ["", "soon", "99/99/2024", "2024-13-01", "31/31/2024", "7", "1e9"])
def test_what_is_no_day_is_none(cell):
    assert read_days(cell, Order.OPEN) is None


def test_the_order_of_day_and_month_is_that_of_the_column():
    assert read_days("03/04/2024", Order.OPEN) is None
    assert order_of(["03/04/2024", "31/03/2024"]) is Order.DAY_FIRST
    assert order_of(["03/04/2024", "3/31/2024"]) is Order.MONTH_FIRST
    found = table("event_date,country,fatalities\n03/04/2024,Peru,3\n31/03/2024,Peru,1\n")
    assert [row.days[0] for row in found.rows] == [date(2024, 4, 3), date(2024, 3, 31)]


def test_a_column_of_both_orders_has_none_and_a_person_may_give_one():
    text = "event_date,country,fatalities\n03/04/2024,Peru,3\n31/03/2024,Peru,1\n3/31/2024,Peru,1\n"
    found = table(text)
    assert [row.number for row in found.rows] == [3, 4]
    assert flaws(found) == [(2, "no day that can be read in one way: event_date '03/04/2024'")]
    assert table(text, order=Order.MONTH_FIRST).rows[0].days[0] == date(2024, 3, 4)


def test_a_precision_leaves_days_open():
    rows = "event_date,time_precision,country\n2024-03-15,3,Peru\n2024-03-15,2,Peru\n"
    month, week = table(rows).rows
    assert month.days == (date(2024, 2, 14), date(2024, 4, 14))
    assert week.days == (date(2024, 3, 9), date(2024, 3, 21))


def test_gtd_knows_days_and_months_that_are_not_known():
    rows = "iyear,imonth,iday,gname\n2024,3,31,Unknown\n2024,3,0,X\n2024,0,0,X\n2024,2,31,X\n"
    found = table(rows)
    assert found.rows[0].days == MARCH_31
    assert found.rows[1].days == (date(2024, 3, 1), date(2024, 3, 31))
    assert found.rows[2].days == (date(2024, 1, 1), date(2024, 12, 31))
    assert [row for row, _ in flaws(found)] == [5]
    assert "gname" not in found.rows[0].cells


def test_one_bad_row_ends_no_other():
    text = (
        "event_date,country,latitude,longitude,fatalities\n"
        "2024-03-31,Peru,-13.1,-74.2,3\n"
        "\n"
        "2024-03-31,Peru,1,2,3,4,5\n"
        "soon,Peru,1,2,3\n"
        "2024-03-31,Peru,95,200,three\n"
        "2024-04-01,Peru\n"
    )
    found = table(text)
    assert [row.number for row in found.rows] == [2, 6, 7]
    assert [row for row, _ in flaws(found)] == [4, 5, 6, 6]
    assert found.rows[1].point is None


def test_a_quotation_mark_that_never_closes_is_told():
    found = table(
        'event_date,country,notes\n2024-03-31,Peru,fine\n2024-03-31,Peru,"open\n2024,x,y\n'
    )
    assert [row.number for row in found.rows] == [2]
    assert "never closes" in found.flaws[0].what


def test_ids_that_a_spreadsheet_has_cut_are_told():
    found = table("eventid,iyear,imonth,iday\n2.02403E+11,2024,3,31\n")
    assert flaws(found) == [(0, "eventid: a spreadsheet has cut the digits of 1 ids")]


def test_letters_of_a_western_spreadsheet_are_read():
    text = "event_date,country,location\n2024-03-31,Côte d'Ivoire,Bouaké\n"
    found = read_own_rows(text.encode("cp1252"))
    assert found.rows[0].cells["location"] == "Bouaké"
    assert "not UTF-8" in found.flaws[0].what


def test_our_own_marks_against_formulas_are_taken_off():
    found = table("event_date,country,actor1,notes\n'2024-03-31,Peru,'+Front,'tis\n")
    assert found.rows[0].days == MARCH_31
    assert found.rows[0].cells["actor1"] == "+Front"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        *(("7", 7), ("7.0", 7), ("1,200", 1200), ("1 200", 1200), ("12.00", 12), ("0", 0)),
        *(("", None), ("seven", None), ("-1", None), ("7-10", None), ("1e3", None), ("7.5", None)),
    ],
)
def test_numbers_are_whole_or_none(cell, number):
    assert whole(cell) == number


def test_a_table_larger_than_any_is_refused(monkeypatch):
    monkeypatch.setattr("counterclaim.coding.own_rows.MOST_ROWS", 3)
    with pytest.raises(UnsafeDocument):
        table("event_date,country,fatalities\n" + "2024-03-31,Peru,1\n" * 4)
