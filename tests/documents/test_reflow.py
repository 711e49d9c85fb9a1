"""Printed lines back into paragraphs."""

from counterclaim.documents.reflow import Line, reflow


def pages(*texts):
    return [[Line(line) for line in text.splitlines()] for text in texts]


def test_full_lines_are_joined_and_short_ones_end_a_paragraph():
    text = (
        "The army denied on Monday that it\nhad hit the village.\nThe police said nothing of this."
    )
    assert reflow(pages(text)) == (
        "The army denied on Monday that it had hit the village.\n\nThe police said nothing of this."
    )


def test_a_sentence_goes_on_across_pages():
    first = "The Gazette 1\nThe army denied on Monday that it\nhad struck the village, and the\n1"
    second = "The Gazette 2\npolice said nothing of this at all.\n2"
    third = "The Gazette 3\nNothing more was to be heard then.\n3"
    assert reflow(pages(first, second, third)) == (
        "The army denied on Monday that it had struck the village, and the police said nothing of "
        "this at all. Nothing more was to be heard then."
    )


def test_a_divided_word_is_joined_unless_the_text_has_it_with_a_hyphen():
    assert reflow(pages("a vehi-\ncle")) == "a vehicle"
    assert reflow(pages("the ISIS-\nKhorasan group")) == "the ISIS-Khorasan group"
    assert reflow(pages("an anti-\nterror court, anti-terror law")) == (
        "an anti-terror court, anti-terror law"
    )


def test_a_wide_gap_begins_a_paragraph():
    lines = [Line("The army denied"), Line("it on Monday", 14), Line("The police did", 30)]
    assert reflow([[*lines, Line("not on Monday", 14)]]) == (
        "The army denied it on Monday\n\nThe police did not on Monday"
    )


def test_no_lines_are_no_text():
    assert reflow([]) == reflow([[]]) == ""


def test_numbers_of_a_table_at_the_edge_of_a_page_are_kept():
    rows = [f"Killed in the district\n{number} {number}\nEnd of table." for number in (5, 9, 4)]
    kept = reflow(pages(*rows))
    assert all(f"{number} {number}" in kept for number in (5, 9, 4))
    assert "7" in reflow(pages("The number killed is\n7", "The number hurt is\n12"))
