"""What times and numbers are worth, in JSON and in tables."""

from datetime import date
from functools import cache

from counterclaim.exports.contract import Entry, mention
from counterclaim.exports.links import follow_links
from counterclaim.exports.parquet import to_arrow
from counterclaim.exports.tables import read_table
from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.model.record import Ledger, Reading
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Cited, Document, Span
from counterclaim.model.time import Precision, Relation, Time, TimeBasis, TimeKind

TEXT = "Dozens died since Tuesday in Kabul."
DOCUMENT = Document(TEXT, key="a.txt", published=date(2024, 3, 29))
TUESDAY = Time(
    "2024-03-26",
    TimeKind.DATE,
    (date(2024, 3, 26), date(2024, 3, 26)),
    Precision.DAY,
    TimeBasis.PUBLICATION,
    relation=Relation.SINCE,
)
DOZENS = Quantity(24, None, Bound.UNQUANTIFIED, effect=Effect.KILLED)
EMPTY = ("value", "first", "last", "low", "high", "bound", "unit", "effect")


def made(words: str, kind: MentionType, **value) -> Mention:
    span = at(words)
    return Mention(mention_id(DOCUMENT.id, span), span, kind, words, "made", **value)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


MENTIONS = (
    made("Dozens", MentionType.QUANTITY, quantity=Cited(DOZENS, (at("Dozens"), at("died")), "r")),
    made("Tuesday", MentionType.TIME, time=Cited(TUESDAY, (at("Tuesday"), at("since")), "weekday")),
    made("Kabul", MentionType.PLACE),
)
READING = Reading(DOCUMENT, MENTIONS)
LEDGER = Ledger((READING,))


@cache
def entries() -> list[Entry]:
    links = follow_links(LEDGER)
    return [mention(one, READING, links) for one in MENTIONS]


def test_a_time_is_its_value_with_its_days_and_what_they_rest_on():
    _, time, _ = entries()
    assert time["value"] == "2024-03-26"
    assert time["time"] == {
        "kind": "date",
        "days": ["2024-03-26", "2024-03-26"],
        "precision": "day",
        "basis": "publication",
        "modifier": None,
        "relation": "since",
        "edtf": "2024-03-26/..",
    }


def test_a_time_cites_the_word_outside_that_decided_it():
    _, time, _ = entries()
    spans = [DOCUMENT.quote(Span(*span)) for span in time["cited"]["value"]["spans"]]
    assert (spans, time["cited"]["value"]["rule"]) == (["Tuesday", "since"], "weekday")


def test_an_open_time_has_no_days():
    march = Time("XXXX-03", TimeKind.DATE, basis=TimeBasis.OPEN)
    found = made("Tuesday", MentionType.TIME, time=Cited(march, (at("Tuesday"),), "r"))
    written = mention(found, READING, follow_links(LEDGER))
    assert (written["value"], written["time"]["days"]) == ("XXXX-03", None)
    assert (written["time"]["precision"], written["time"]["edtf"]) == (None, None)


def test_a_number_is_its_interval_and_unknown_is_null():
    number, _, _ = entries()
    assert number["value"] == {
        "low": 24,
        "high": None,
        "bound": "unquantified",
        "unit": None,
        "of": None,
        "effect": "killed",
    }
    assert number["time"] is None


def test_another_mention_has_no_value():
    _, _, place = entries()
    assert (place["value"], place["time"], place["cited"]) == (None, None, {})


def test_tables_hold_values_in_columns_of_their_own():
    table = read_table(LEDGER, "mentions")
    cells = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    rows = {row["name"]: row for row in cells}
    assert (rows["Tuesday"]["first"], rows["Tuesday"]["relation"]) == (date(2024, 3, 26), "since")
    assert (rows["Dozens"]["low"], rows["Dozens"]["high"]) == (24.0, None)
    assert (rows["Dozens"]["bound"], rows["Dozens"]["effect"]) == ("unquantified", "killed")
    assert all(rows["Kabul"][name] is None for name in EMPTY)


def test_the_largest_number_fits_a_column():
    most = Cited(Quantity(10**18 - 1, 0.5), (at("Dozens"),), "plain")
    found = made("Dozens", MentionType.QUANTITY, quantity=most)
    table = to_arrow(read_table(Ledger((Reading(DOCUMENT, (found,)),)), "mentions"))
    assert table.column("high").to_pylist() == [0.5]
