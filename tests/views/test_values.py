"""Why a time or a number has its value."""

from dataclasses import replace

import pytest

from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.model.text import Cited, Document
from counterclaim.views.entries import enter
from counterclaim.views.explanations import explain
from counterclaim.views.values import value_fields
from tests.exports.test_values import DOCUMENT, LEDGER, MENTIONS

NUMBER, TIME, PLACE = MENTIONS


def reasons(mention):
    return {one.field: one for one in explain("mention", mention.id, enter(LEDGER), {}).reasons}


def test_a_time_is_explained_by_its_words_and_the_word_outside():
    found = reasons(TIME)
    assert found["value"].value == "2024-03-26, date"
    assert (found["value"].rule, found["value"].words) == ("weekday", ("Tuesday",))
    assert found["days"].value == "2024-03-26"
    assert found["basis"].value == "counted from the publication"
    assert (found["relation"].value, found["relation"].words) == ("since", ("since",))


def test_a_number_is_explained_by_its_words_and_what_befell_the_counted():
    found = reasons(NUMBER)
    assert (found["value"].value, found["value"].words) == ("24 or more, unquantified", ("Dozens",))
    assert (found["effect"].value, found["effect"].words) == ("killed", ("died",))
    assert "unit" not in found


def test_a_name_has_no_value_to_explain():
    assert "value" not in reasons(PLACE)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (Quantity(24, 24), "24, exact"),
        (Quantity(4000, 6000), "4000 to 6000, exact"),
        (Quantity(None, 90, Bound.ABOUT), "up to 90, about"),
        (Quantity(None, None, Bound.UNQUANTIFIED), "open, unquantified"),
    ],
)
def test_an_interval_is_put_in_words(number: Quantity, told: str):
    [value] = fields(number)
    assert value.value == told


def test_what_is_counted_stands_beside_the_number():
    found = fields(Quantity(2, 2, unit="engineer", of="Chinese engineers", effect=Effect.KILLED))
    assert [one.value for one in found] == ["2, exact", "engineer", "Chinese engineers", "killed"]


def fields(number: Quantity, document: Document = DOCUMENT):
    assert NUMBER.quantity
    cited = Cited(number, NUMBER.quantity.spans, "plain")
    return [*value_fields(replace(NUMBER, quantity=cited), document)]
