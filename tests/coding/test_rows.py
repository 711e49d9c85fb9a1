"""Events as rows of codebooks, by the standards of those who code them by hand."""

from dataclasses import replace
from datetime import date

import pytest

from counterclaim.coding import NUMBERS, code_events, world_of
from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.codebooks import Codebook, Column, load_codebooks
from counterclaim.model.event import Basis, Blank, Land
from counterclaim.model.row import Row
from counterclaim.model.text import Cited
from tests.coding.happened import happened, ledger_of

BOMB = (
    "On [when:2031-05-03 3 May] a [weapon car bomb] [trigger exploded] in [place:PAK:Karsin Karsin]"
    ", killing [killed:7 seven people] outside a [target mosque]."
)
SILENT = "There was an [trigger explosion], the paper says, and no more is known of it."
TYPES = {"integer": int, "number": float, "text": str, "date": date}


def rows(codebook: str, *readings, numbers: str = "") -> list[Row]:
    ledger = ledger_of(*readings)
    book = load_codebooks()[codebook]
    return list(code_events(ledger.events, codebook, book, world_of(ledger), numbers))


def row(codebook: str, *readings, numbers: str = "") -> dict[str, object]:
    (only,) = rows(codebook, *readings, numbers=numbers)
    return {name: cell.value for name, cell in only.cells.items()}


def why(codebook: str, column: str, *readings) -> Blank | None:
    (only,) = rows(codebook, *readings)
    return only.cells[column].reason


@pytest.mark.parametrize(("name", "columns"), [("acled", 31), ("ucdp", 49), ("gtd", 61)])
def test_a_row_has_the_columns_of_its_codebook_and_no_other(name, columns):
    assert len(row(name, happened("bombing", BOMB))) == columns


@pytest.mark.parametrize("name", load_codebooks())
@pytest.mark.parametrize("text", [BOMB, SILENT])
def test_every_cell_has_a_value_of_its_kind_or_a_reason(name, text):
    book = load_codebooks()[name]
    for one in rows(name, happened("bombing", text)):
        for column in book.columns:
            cell = one.cells[column.name]
            assert (cell.value is None) == (cell.reason is not None), column.name
            assert cell.rule, column.name
            if cell.value is not None:
                assert isinstance(cell.value, TYPES[column.type]), column.name
                assert not column.values or cell.value in column.values


@pytest.mark.parametrize("name", load_codebooks())
def test_a_text_that_is_silent_gives_no_zero_and_no_unknown(name):
    found = row(name, happened("bombing", SILENT))
    said = {
        column for column, value in found.items() if value in {0, "0", "none", "Unknown", -9, -99}
    }
    assert said <= set()


def test_where_and_when_are_those_of_the_event():
    found = row("acled", happened("bombing", BOMB))
    assert (found["event_date"], found["time_precision"]) == (date(2031, 5, 3), 1)
    assert (found["country"], found["admin1"], found["location"]) == (
        "Pakistan",
        "Upper Vale",
        "Karsin",
    )
    assert (found["region"], found["geo_precision"]) == ("South Asia", 1)
    assert found["sub_event_type"] == "Remote explosive/landmine/IED"


def test_a_country_that_is_only_inferred_says_so():
    [read] = [happened("bombing", "A [trigger bomb] killed [killed:7 seven] in Vellim.")]
    [told] = read.tellings
    land = Cited(Land("PAK", Basis.INFERRED), (told.triggers[0].span,), "only_country_told")
    (one,) = rows("acled", replace(read, tellings=(replace(told, country=land),)))
    cell = one.cells["country"]
    assert (cell.value, cell.note) == ("Pakistan", "inferred from the rest of what is told")
    assert cell.passages


def test_disputed_ground_is_nobodys_country():
    disputed = BOMB.replace("PAK:Karsin", "PAK/IND:Karsin")
    assert row("acled", happened("bombing", disputed))["country"] is None
    assert why("acled", "country", happened("bombing", disputed)) is Blank.CONTESTED


def test_a_place_told_as_a_country_only_gets_no_point():
    vague = BOMB.replace("PAK:Karsin", "PAK:Pakistan:country")
    assert row("acled", happened("bombing", vague))["latitude"] is None
    assert why("acled", "latitude", happened("bombing", vague)) is Blank.JUDGEMENT


def test_a_month_is_no_day():
    month = BOMB.replace("2031-05-03 3 May", "2031-05-01/2031-05-31 May")
    found = row("gtd", happened("bombing", month))
    assert (found["iyear"], found["imonth"], found["iday"]) == (2031, 5, 0)
    found = row("ucdp", happened("bombing", month))
    assert (found["date_start"], found["date_prec"]) == (date(2031, 5, 1), 4)


@pytest.mark.parametrize(
    ("rule", "number"),
    [("lowest", 7), ("highest", 10), ("latest", 10), ("most_origins", 7)],
)
def test_which_number_stands_for_several_is_a_rule_with_a_name(rule, number):
    later = BOMB.replace("killed:7 seven", "killed:10 ten")
    found = row(
        "acled",
        happened("bombing", BOMB, "Herald", 4),
        happened("bombing", BOMB, "Post", 4),
        happened("bombing", later, "Courier", 6),
        numbers=rule,
    )
    assert found["fatalities"] == number


def test_all_numbers_are_no_number():
    later = BOMB.replace("killed:7 seven", "killed:10 ten")
    readings = happened("bombing", BOMB, "Herald", 4), happened("bombing", later, "Courier", 6)
    [one] = rows("acled", *readings, numbers="all")
    cell = one.cells["fatalities"]
    assert (cell.value, cell.reason, cell.note) == (None, Blank.CONTESTED, "told: 7, 10; all")
    assert len(cell.passages) > 1


def test_every_rule_for_numbers_is_tried():
    assert set(NUMBERS) == {"lowest", "highest", "latest", "most_origins", "all"}


def test_dozens_are_worth_what_the_codebook_says():
    dozens = BOMB.replace("killed:7 seven people", "killed:some dozens")
    assert row("acled", happened("bombing", dozens))["fatalities"] == 12
    assert row("ucdp", happened("bombing", dozens))["low"] is None


def test_the_best_estimate_is_left_to_a_person():
    assert why("ucdp", "best", happened("bombing", BOMB)) is Blank.JUDGEMENT


def test_who_claims_it_stands_on_the_row_and_who_is_accused_does_not():
    claimed = BOMB + " [claimed Red Column] said it did it."
    accused = BOMB + " Police blamed [accused_by_authorities Red Column]."
    assert row("acled", happened("bombing", claimed))["actor1"] == "Red Column"
    assert row("acled", happened("bombing", accused))["actor1"] is None
    assert why("acled", "actor1", happened("bombing", accused)) is Blank.JUDGEMENT
    found = row("gtd", happened("bombing", accused))
    assert (found["gname"], found["guncertain1"], found["claimed"]) == ("Red Column", 1, None)


def test_rival_claims_leave_the_side_contested():
    rivals = BOMB + " [claimed Red Column] said it did it; so did the [claimed Blue Column]."
    assert why("acled", "actor1", happened("bombing", rivals)) is Blank.CONTESTED
    assert row("gtd", happened("bombing", rivals))["compclaim"] == 1


def test_nobody_has_claimed_it_only_where_a_text_says_so():
    unclaimed = BOMB + " [unclaimed No group] has claimed it."
    found = row("gtd", happened("bombing", unclaimed))
    assert (found["gname"], found["claimed"]) == ("Unknown", 0)
    found = row("gtd", happened("bombing", BOMB))
    assert (found["gname"], found["claimed"]) == (None, None)


def test_nameless_attackers_are_an_unidentified_group_and_a_coalition_is_not():
    gunmen = BOMB + " [perpetrator two men] ran."
    coalition = BOMB + " [perpetrator The Vale-led coalition] flew on."
    found = row("acled", happened("bombing", gunmen))
    assert found["actor1"] == "Unidentified Armed Group (Pakistan)"
    assert row("acled", happened("bombing", coalition))["actor1"] is None


def test_what_was_hit_is_sorted_by_its_words():
    found = row("gtd", happened("bombing", BOMB))
    assert found["targtype1_txt"] == "Religious Figures/Institutions"
    assert found["weaptype1_txt"] == "Explosives"


def test_a_sum_of_events_is_no_row():
    assert not rows("acled", happened("bombing", BOMB, kind="aggregate"))


def test_an_event_below_inclusion_is_kept_and_says_why():
    (one,) = rows("ucdp", happened("bombing", SILENT))
    assert one.below == ("no dead", "a side is not known", "no country")


def test_every_cell_read_from_a_text_cites_its_words():
    (one,) = rows("acled", happened("bombing", BOMB))
    fatalities = one.cells["fatalities"]
    (document,) = (reading.document for reading in (happened("bombing", BOMB),))
    assert [document.quote(at.span) for at in fatalities.passages] == ["seven people"]


def test_an_unknown_rule_of_a_codebook_is_named():
    book = Codebook("t", "v", "r", "s", "m", "lowest", (Column("a", derive="guess"),))
    ledger = ledger_of(happened("bombing", BOMB))
    with pytest.raises(KnowledgeError, match="no rule is called 'guess'"):
        list(code_events(ledger.events, "own", book, world_of(ledger)))
