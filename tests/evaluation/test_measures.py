"""The scorer, on cases counted by hand."""

from typing import Any

import pytest

from evaluation.measures import measure

MARK: dict[str, Any] = {
    "doc": "d1",
    "source": {"name": "Tarn", "span": [0, 10]},
    "cue": [11, 15],
    "content": [20, 60],
    "act": "deny",
    "polarity": "-",
    "certainty": "certain",
}


def dossier(*marks: dict[str, Any], copies: list[tuple[str, str]] | None = None) -> dict[str, Any]:
    return {"id": "A", "statements": list(marks), "copies": [list(pair) for pair in copies or []]}


def ledger(*statements: dict[str, Any], copy_of: str | None = None) -> dict[str, Any]:
    entries = [{"kind": "indirect", "class": "statement", **one} for one in statements]
    documents = [
        {"id": "1", "key": "A/d1", "copy_of": None},
        {"id": "2", "key": "A/d2", "copy_of": copy_of},
    ]
    return {
        "documents": documents,
        "statements": [{**entry, "document": entry.get("document", "1")} for entry in entries],
    }


def test_the_same_marks_are_all_right():
    figures = measure([dossier(MARK)], ledger({**MARK, "content": [[20, 60]]}))
    assert figures.pop("copies F1") == 0.0
    assert set(figures.values()) == {100.0}


@pytest.mark.parametrize(
    ("part", "span", "right"),
    [
        ("content", [[40, 60]], True),
        ("content", [[41, 60]], False),
        ("content", [[20, 30], [50, 60]], True),
        ("content", [[0, 100]], False),
        ("cue", [11, 13], True),
        ("cue", None, False),
    ],
)
def test_spans_overlap_from_half_of_their_union(part: str, span: list[Any] | None, right: bool):
    figures = measure([dossier(MARK)], ledger({**MARK, part: span}))
    assert figures[f"{part} F1"] == (100.0 if right else 0.0)
    assert figures["relation F1"] == (100.0 if right else 0.0)


def test_a_statement_is_found_by_three_tenths_of_its_content():
    found = ledger({**MARK, "content": [48, 60], "cue": None, "source": {"span": None}})
    lost = ledger({**MARK, "content": [49, 60]})
    assert measure([dossier(MARK)], found)["statements found F1"] == 100.0
    assert measure([dossier(MARK)], lost)["statements found F1"] == 0.0


def test_the_same_characters_of_another_document_are_not_found():
    figures = measure([dossier(MARK)], ledger({**MARK, "document": "2"}))
    assert set(figures.values()) == {0.0}


def test_a_statement_too_much_costs_precision():
    further = {**MARK, "content": [70, 90], "cue": [62, 66]}
    figures = measure([dossier(MARK)], ledger(MARK, further))
    assert figures["statements found F1"] == 66.7
    assert figures["source F1"] == 100.0


def test_a_run_on_quotation_has_neither_source_nor_cue():
    run_on = {**MARK, "source": {"span": None}, "cue": None}
    assert measure([dossier(run_on)], ledger(run_on))["relation F1"] == 100.0
    assert measure([dossier(run_on)], ledger(MARK))["relation F1"] == 0.0


def test_narration_and_wishes_are_not_held_against_the_reader():
    told = {**MARK, "content": [70, 90]}
    figures = measure(
        [dossier(MARK)], ledger(MARK, {**told, "kind": "narration"}, {**told, "class": "attitude"})
    )
    assert figures["statements found F1"] == 100.0


def test_values_are_asked_of_found_statements_only():
    other = {**MARK, "content": [70, 90], "cue": [62, 66], "polarity": "+"}
    figures = measure([dossier(MARK, other)], ledger({**MARK, "act": "deny_responsibility"}))
    assert (figures["act accuracy"], figures["polarity accuracy"]) == (100.0, 100.0)
    figures = measure([dossier(MARK, other)], ledger(MARK, {**other, "polarity": "-"}))
    assert figures["polarity accuracy"] == 50.0


def test_copies_count_whichever_way_round():
    assert measure([dossier(copies=[("d2", "d1")])], ledger(copy_of="1"))["copies F1"] == 100.0
    assert measure([dossier(copies=[("d2", "d1")])], ledger())["copies F1"] == 0.0
    assert measure([dossier()], ledger(copy_of="1"))["copies F1"] == 0.0


def test_nothing_read_of_nothing_wanted_is_nothing():
    assert set(measure([], {"documents": [], "statements": []}).values()) == {0.0}
