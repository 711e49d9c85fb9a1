"""What a wrong cell is: one that no codebook allows, or a zero that no words stand behind."""

from datetime import date

import pytest

from counterclaim.knowledge.codebooks import Column
from counterclaim.model.event import Blank
from counterclaim.model.row import Cell, Passage, Row
from counterclaim.model.text import DocumentId, Span
from evaluation.cells import faults

DEAD = Column("dead", "integer")
WORDS = (Passage(DocumentId("one"), Span(3, 8)),)


def row(cell: Cell, name: str = "dead") -> Row:
    return Row("acled", (), "split: day", {name: cell})


@pytest.mark.parametrize(
    "cell",
    [
        Cell(7, "killed", WORDS),
        Cell(0, "killed", WORDS),
        Cell(None, "killed", reason=Blank.TEXT_SILENT),
    ],
)
def test_a_value_of_its_kind_or_a_reason_is_right(cell):
    assert faults(row(cell), [DEAD]) == []


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (Cell("7; 10", "killed", WORDS), "invalid acled dead"),
        (Cell(date(2031, 5, 3), "killed", WORDS), "invalid acled dead"),
        (Cell(True, "killed", WORDS), "invalid acled dead"),
        (Cell(None, "killed"), "invalid acled dead"),
        (Cell(None, "", reason=Blank.NOT_FOUND), "invalid acled dead"),
        (Cell(7, "killed", WORDS, Blank.CONTESTED), "invalid acled dead"),
        (Cell(0, "killed"), "invented acled dead"),
    ],
)
def test_a_wrong_cell_is_named(cell, fault):
    assert faults(row(cell), [DEAD]) == [fault]


def test_an_unknown_that_nobody_says_is_invented():
    group = Column("group", "text", values=("Unknown", "Harab Front"))
    assert faults(row(Cell("Unknown", "by_name"), "group"), [group]) == ["invented acled group"]
    assert faults(row(Cell("Unknown", "by_name", WORDS), "group"), [group]) == []
    assert faults(row(Cell("Front", "by_name", WORDS), "group"), [group]) == ["invalid acled group"]


def test_a_row_has_the_columns_of_its_codebook():
    wounded = row(Cell(7, "killed", WORDS), "wounded")
    assert "missing or unknown columns acled" in faults(wounded, [DEAD])
