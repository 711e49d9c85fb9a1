"""Marks stand exactly around their words, and taking them away gives the text back."""

from dataclasses import replace
from time import perf_counter

from counterclaim.model.record import Reading
from counterclaim.model.statement import CueClass, Source, SourceType
from counterclaim.model.text import Span
from counterclaim.views.texts import MarkedText, mark_text, passage_of, spoken
from tests.views.built import ARMY, FOREIGN, read
from tests.views.built import spoken as first_spoken


def bracketed(marked: MarkedText) -> str:
    return "".join(
        "".join(f"[{mark.label}:{mark.number} " for mark in segment.opens)
        + segment.text
        + "]" * len(segment.closes)
        for segment in marked.segments
    )


def test_marks_are_written_as_in_our_tests():
    assert bracketed(mark_text(ARMY)) == (
        "A blast hit a bus near the dam.\n"
        "[source:1 The army] [cue:1 said] that "
        "[content:1 the attack was planned across the border].\nWho was to blame?"
    )


def test_narration_is_marked_when_asked_for():
    assert bracketed(mark_text(ARMY, everything=True)).startswith("[content:1 A blast hit")


def test_without_marks_the_text_is_as_it_was():
    marked = mark_text(ARMY, everything=True)
    assert "".join(segment.text for segment in marked.segments) == ARMY.document.text


def test_a_source_within_the_content_opens_inside_it():
    reading = read("[content:1 Kabul, [source:1 he] [cue:1 complained], had done nothing].")
    assert bracketed(mark_text(reading)) == (
        "[content:1 Kabul, [source:1 he] [cue:1 complained], had done nothing]."
    )


def test_overlapping_statements_keep_their_marks():
    text = (
        "[source:1 X] [cue:1 rejected] [content:1 [source:2 Y]'s [cue:2 claim] that [content:2 Z]]."
    )
    segments = mark_text(read(text)).segments
    innermost = next(segment for segment in segments if segment.text == "Z")
    assert {mark.number for mark in innermost.marks} == {1, 2}


def test_attitudes_are_hidden_by_default():
    statement = replace(first_spoken(ARMY), cue_class=CueClass.ATTITUDE)
    reading = Reading(ARMY.document, ARMY.mentions, (statement,))
    assert spoken(reading) == ()
    assert spoken(reading, everything=True) == (statement,)


def test_a_relay_is_marked():
    statement = replace(
        first_spoken(ARMY), via=Source("A bus", Span(12, 17), SourceType.DESCRIBED, None, "relay")
    )
    reading = Reading(ARMY.document, ARMY.mentions, (statement,))
    assert "[via:1 a bus]" in bracketed(mark_text(reading))


def test_a_document_that_was_not_read_has_one_plain_segment():
    assert [segment.text for segment in mark_text(FOREIGN).segments] == [FOREIGN.document.text]


def test_a_passage_runs_from_source_to_last_word():
    assert ARMY.document.quote(passage_of(first_spoken(ARMY))).startswith("The army said that the")


def test_a_long_document_is_marked_in_no_time():
    text = " ".join(f"[source:{n} X] [cue:{n} said] [content:{n} it is {n}]." for n in range(3000))
    begun = perf_counter()
    assert len(mark_text(read(text)).segments) > 9000
    assert perf_counter() - begun < 10
