"""A reprint adds no voice."""

from datetime import date
from random import Random
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.linking import find_copies
from counterclaim.model.record import Reading
from counterclaim.model.text import Document

STORY = (
    "The governor said that the shell which struck the market of Old Tarn on Friday had been "
    "fired from the eastern bank. Nine people were killed, the town's hospital said, and the "
    "army of the eastern bank denied having any gun within reach of the town that day."
)
OTHER = (
    "A commission of three judges is to look into the shelling of Old Tarn, the governor's "
    "office announced on Sunday. Witnesses from both banks of the river will be heard behind "
    "closed doors, and a first report is expected before the end of the summer."
)


def printed(text: str, outlet: str, day: int | None = 1) -> Reading:
    return Reading(Document(text, outlet=outlet, published=date(2031, 5, day) if day else None))


def pairs(*readings: Reading) -> set[tuple[str, str]]:
    outlets = {reading.document.id: reading.document.outlet for reading in readings}
    return {(outlets[copy.document], outlets[copy.of]) for copy in find_copies(readings)}


def test_a_reprint_is_a_copy_of_the_earliest_print():
    assert pairs(printed(STORY, "Wire", 2), printed(STORY, "Daily", 3), printed(OTHER, "Post")) == {
        ("Daily", "Wire")
    }


def test_a_reprint_with_a_sentence_more_is_still_a_copy():
    longer = f"{STORY} The Daily could not reach the governor."
    [copy] = find_copies([printed(STORY, "Wire", 2), printed(longer, "Daily", 3)])
    assert 0.6 <= copy.likeness < 1


def test_a_dated_print_comes_before_an_undated_one():
    assert pairs(printed(STORY, "Wire", None), printed(STORY, "Daily", 9)) == {("Wire", "Daily")}


def test_twenty_mastheads_are_one_telling():
    prints = [printed(STORY, f"Masthead {n}", 2 + n) for n in range(20)]
    assert pairs(*prints) == {(f"Masthead {n}", "Masthead 0") for n in range(1, 20)}


def test_two_reports_of_one_happening_are_no_copies():
    assert not pairs(printed(STORY, "Wire"), printed(OTHER, "Daily"))


def test_half_a_story_is_no_copy():
    assert not pairs(printed(STORY, "Wire"), printed(f"{STORY[:150]} {OTHER}", "Daily"))


def test_short_texts_are_copies_only_where_equal():
    short = "The army denied it. The governor stood by it."
    near = "The army denied it. The governor still stood by it."
    assert pairs(printed(short, "Wire"), printed(short.upper(), "Daily", 2)) == {("Daily", "Wire")}
    assert not pairs(printed(short, "Wire"), printed(near, "Daily", 2))


def test_texts_without_words_do_not_stop_the_linking():
    assert find_copies([]) == ()
    assert pairs(printed("…", "Wire"), printed("\ud800?", "Daily", 2)) <= {("Daily", "Wire")}


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_reading_changes_nothing(random: Random):
    readings = [printed(text, f"{n}", 1 + n % 3) for n in range(4) for text in (STORY, OTHER)]
    shuffled = random.sample(readings, len(readings))
    assert find_copies(shuffled) == find_copies(readings)


def test_the_cost_of_a_document_does_not_grow():
    random = Random(11)
    words = ["".join(random.choices("aeioulmnrst", k=6)) for _ in range(3000)]
    texts = [printed(" ".join(random.choices(words, k=60)), f"{n}") for n in range(1200)]
    find_copies(texts[:10])
    few = _seconds(texts[:300]) / 300
    many = _seconds(texts) / 1200
    assert many < 3 * few


def _seconds(readings: list[Reading]) -> float:
    begin = process_time()
    find_copies(readings)
    return process_time() - begin
