"""Figures go between their marks; the words of a page are left alone."""

from pathlib import Path

import pytest

from evaluation.bench import PAGES, PARTS
from evaluation.report import DOCS, figures_table, write_measured

PAGE = "Words.\n<!-- measured: speed -->\nold\n<!-- end: speed -->\nMore words.\n"


def test_only_the_measured_part_is_replaced(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(PAGE)
    for _ in range(2):
        write_measured(page, "speed", "new\n")
    assert page.read_text() == PAGE.replace("old", "\nnew\n")


def test_a_page_without_the_marks_is_left_as_it_is(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(PAGE)
    with pytest.raises(ValueError, match="no marks for what was measured of growth"):
        write_measured(page, "growth", "new\n")
    assert page.read_text() == PAGE


def test_a_table_has_a_line_for_each_figure():
    assert figures_table({"cue F1": 50.0}, "per cent").splitlines() == [
        "| figure | per cent |",
        "| --- | ---: |",
        "| cue F1 | 50.0 |",
    ]


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("evaluation.md", "figures"),
        *((PAGES.get(part, "benchmarks.md"), part) for part in PARTS),
    ],
)
def test_every_part_has_its_place_on_a_page(page: str, part: str):
    text = (DOCS / page).read_text(encoding="utf-8")
    assert text.index(f"<!-- measured: {part} -->\n") < text.index(f"<!-- end: {part} -->\n")
