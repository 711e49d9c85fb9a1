"""Tables and the diagram of chances: what they tell of a handful of answers."""

from xml.etree import ElementTree

import pytest

from training.reliability import bands, coverage, diagram, tables

PAIRS = [(0.96, True), (0.98, True), (1.0, False), (0.4, False)]


def test_each_band_that_holds_any_is_told():
    assert list(bands(PAIRS)) == [
        "  0.30-0.50      1  0.400  0.000",
        "  0.95-1.00      3  0.980  0.667",
    ]


def test_a_chance_belongs_to_the_band_that_it_begins():
    assert list(bands([(0.5, True)])) == ["  0.50-0.70      1  0.500  1.000"]


@pytest.mark.parametrize(
    ("bound", "named", "right"),
    [(0.0, "100.0", "50.0"), (0.4, "100.0", "50.0"), (0.95, "75.0", "66.7"), (1.1, "0.0", "0.0")],
)
def test_coverage_is_the_share_named_and_how_many_of_these_are_right(bound, named, right):
    assert coverage(PAIRS, bound).split() == [f"{bound:.3f}", named, "%", right, "%"]


def test_a_table_has_a_line_for_the_bound_of_a_source_left_open():
    lines = list(tables("ours", PAIRS, PAIRS, 0.617))
    assert lines[0].startswith("ours: statements")
    assert [line.split()[0] for line in lines if line.split()[0] == "0.617"] == ["0.617"]


def test_a_set_without_sources_has_no_table_of_them():
    assert not [line for line in tables("ours", PAIRS, [], 0.6) if "sources" in line]
    assert list(bands([])) == []


def test_the_diagram_has_a_dot_for_each_band_on_its_diagonal_where_it_tells_right():
    drawn = ElementTree.fromstring(diagram({"ours": [(0.5, True), (0.5, False)], "none": []}))
    [dot] = [one for one in drawn if one.tag.endswith("circle")]
    assert float(dot.attrib["cx"]) == float(dot.attrib["cy"])
    assert {"ours", "none"} <= {one.text for one in drawn}
