"""Our own marked reports: marks are read, may nest, and faults are told, not passed over."""

from pathlib import Path

import pytest

from counterclaim.model.text import Span
from training.written import Label, read_written, unmark

WRITTEN = sorted((Path(__file__).parents[2] / "training" / "written").glob("*.txt"))


@pytest.fixture
def read_one(tmp_path):
    """Read one document of a file that holds the given lines."""

    def read(*lines):
        path = tmp_path / "reports.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        [document] = read_written([path])
        return document

    return read


def report(body, *rows, head="== wire-001 | 2023-04-18 | Harbour Wire"):
    return (head, body, "--", *rows)


def quoted(document, spans):
    return [document.text[span.begin : span.end] for span in spans]


def test_marks_become_spans_and_rows_become_labels(read_one):
    document = read_one(
        *report(
            "[S1 The army of Olmar] [C1 denied] that [N1 it had shelled the village].",
            '1 act=deny_responsibility polarity=- source="armed forces of Olmar"',
        )
    )
    assert document.text == "The army of Olmar denied that it had shelled the village."
    assert (document.key, document.day, document.outlet, document.faults) == (
        "wire-001",
        "2023-04-18",
        "Harbour Wire",
        (),
    )
    [label] = document.labels
    assert quoted(document, label.source) == ["The army of Olmar"]
    assert quoted(document, label.cue) == ["denied"]
    assert quoted(document, label.content) == ["it had shelled the village"]
    assert (label.name, label.act, label.polarity) == (
        "armed forces of Olmar",
        "deny_responsibility",
        "-",
    )
    assert (label.certainty, label.sort) == (Label().certainty, Label().sort)


def test_marks_nest_and_may_be_shared(read_one):
    document = read_one(
        *report(
            "[S1 Olmar] [C1 rejected] [S2,3 the front]’s [C2 claim] that [N1,2 shells fell].",
            "1 source=Olmar polarity=-",
            '2 source="the front" via=Olmar',
            '3 source="the front"',
        )
    )
    first, second, third = document.labels
    assert quoted(document, first.content) == quoted(document, second.content) == ["shells fell"]
    assert second.source == third.source
    assert document.faults == ("statement 3: has no content",)


def test_a_content_may_hold_a_whole_statement(read_one):
    body = "[S1 He] [C1 said] [N1 [S2 the mayor] had [C2 warned] of [N2 a flood]]."
    document = read_one(*report(body, "1 source=he", "2 source=mayor"))
    outer, inner = document.labels
    assert quoted(document, outer.content) == ["the mayor had warned of a flood"]
    assert inner.content[0] in outer.content[0]


def test_the_ending_of_a_possessive_is_no_source(read_one):
    body = "[S1 The front’s] [C1 claim] that [N1 shells fell] was dropped."
    [label] = read_one(*report(body, '1 source="the front"')).labels
    assert label.source == (Span(0, len("The front")),)


def test_a_relay_and_several_parts(read_one):
    body = "“[N1 We held],” [S1 he] [C1 told] [V1 Harbour Radio]. “[N1 They fled].”"
    document = read_one(*report(body, '1 source=he via="Harbour Radio" class=report'))
    [label] = document.labels
    assert quoted(document, label.content) == ["We held", "They fled"]
    assert quoted(document, label.relay) == ["Harbour Radio"]
    assert (label.sort, document.faults) == ("report", ())


def test_documents_of_a_file_are_kept_apart(tmp_path):
    path = tmp_path / "two.txt"
    one = "\n".join(report("[N1 One].", "1 source=he"))
    path.write_text(
        f"{one}\n== wire-002 |  | Harbour Wire\n\nFirst.\n\nSecond.\n", encoding="utf-8"
    )
    first, second = read_written([path])
    assert (first.text, second.text) == ("One.", "First.\n\nSecond.")
    assert (second.day, second.labels, second.faults) == ("", (), ())


def test_a_document_without_statements_may_say_so(read_one):
    document = read_one(*report("It rained."))
    assert (document.text, document.labels, document.faults) == ("It rained.", (), ())


FAULTY = [
    (report("[N1 It fell."), "a mark is never closed: [N1"),
    (report("It] fell."), "a stray bracket"),
    (report("It [fell."), "a stray bracket"),
    (report("[N1 It fell]."), "statement 1: marked, but not listed"),
    (report("It fell.", "1 source=he"), "statement 1: has no content"),
    (report("[N1 It fell].", "1 act=deny"), "statement 1: names no source"),
    (report("[N1 It fell].", "1 source=he act=shout"), "act='shout' is not on the list"),
    (report("[N1 It fell].", "1 source=he polarity=no"), "polarity='no' is not on the list"),
    (report("[N1 It fell].", "1 source=he colour=red"), "unknown field 'colour'"),
    (report("[N1 It fell].", "1 source=he content=x"), "unknown field 'content'"),
    (report("[N1 It fell].", "first source=he"), "not a statement"),
    (report("[N1 It fell] [V1 Radio].", "1 source=he"), "has a relay span, but no via"),
    (report("[N1 It fell ]again.", "1 source=he"), "a span begins or ends with a blank"),
    (report("[N1 It fell,] they say.", "1 source=he"), "a span ends with punctuation"),
    (report("[C1 said] [N1 they fled the village.]", "1 source=he"), "ends with punctuation"),
    (report("[N1 It fell.]", "1 source=he"), "a span ends with punctuation: 'It fell.'"),
    (report("[N1 that it fell].", "1 source=he"), "a content begins with its complementiser"),
    (report("It fell.", head="== wire-001"), "the first line is not"),
]


@pytest.mark.parametrize(("lines", "fault"), FAULTY, ids=[fault for _, fault in FAULTY])
def test_a_fault_is_told(read_one, lines, fault):
    assert any(fault in told for told in read_one(*lines).faults)


@pytest.mark.parametrize("name", ["the U.S.", "Jr.", "Acme Inc."])
def test_the_stop_of_an_abbreviation_is_no_fault(read_one, name):
    body = f"[C1 According to] [S1 {name}] [N1 it fell]."
    assert read_one(*report(body, f'1 source="{name}"')).faults == ()


@pytest.mark.parametrize("marked", ["", "No marks.", "[S1 ]", "[[[", "]]]", "[S1,2 a[C1 b]"])
def test_no_mess_raises(marked):
    text, marks, _ = unmark(marked)
    assert all(span.end <= len(text) for _, _, span in marks)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_our_reports_have_no_fault(path):
    documents = list(read_written([path]))
    assert documents
    assert not [f"{one.key}: {fault}" for one in documents for fault in one.faults]
    assert len({one.key for one in documents}) == len(documents)
