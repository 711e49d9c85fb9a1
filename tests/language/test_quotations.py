"""Which quotation marks belong together."""

import pytest

PAIRED = [
    ("“One,” he said. “Two.”", ["One,", "Two."]),
    ('"One," he said. "Two."', ["One,", "Two."]),
    ("«One», he said.", ["One"]),
    ("„One“, he said.", ["One"]),
    ("''One,'' he said.", ["One,"]),
    ("``One,'' he said.", ["One,"]),
    ("‘One,’ he said.", ["One,"]),
    ("'One,' he said.", ["One,"]),
    ('“One," he said.', ["One,"]),
    ("“He called it ‘a lie’ twice,” she said.", ["He called it ‘a lie’ twice,"]),
    ("The terrorists’ camp and the army’s camp.", []),
    ("It wasn't the rebels' fault, the soldiers' wives said.", []),
    ("He fell 5'10\" down.", []),
    ("“”", []),
]


@pytest.mark.parametrize(("text", "inner"), PAIRED)
def test_marks_are_paired_by_kind(text, inner, parsed):
    assert [text[one.inner.begin : one.inner.end] for one in parsed(text).quotations] == inner


def test_a_broken_quotation_ends_with_its_sentence(parsed):
    text = "“The road was closed. It was mined.\n\nHe said “no” to that."
    first, second = parsed(text).quotations
    assert not first.closed
    assert text[first.inner.begin : first.inner.end] == "The road was closed."
    assert text[second.inner.begin : second.inner.end] == "no"


def test_a_quotation_that_opens_again_runs_on(parsed):
    text = "He said: “The road was closed. It was mined.\n\n“Nobody came.”"
    first, second = parsed(text).quotations
    assert text[first.inner.begin : first.inner.end] == "The road was closed. It was mined."
    assert (first.runs_on, second.runs_on) == (False, True)


def test_a_closed_quotation_does_not_run_on(parsed):
    text = "“The road was closed,” he said.\n\n“Nobody came.”"
    assert [one.runs_on for one in parsed(text).quotations] == [False, False]
