"""What the network is asked for: a tag for each piece, and the parts of each statement."""

import random

import pytest

from counterclaim.language.decoding import TAGS
from counterclaim.language.pieces import ROOM
from counterclaim.model.text import Span
from training.windows import (
    HEADS,
    NOT_ATTITUDE,
    UNKNOWN,
    pieces_at,
    prepare,
    starts,
    windows,
)
from training.written import Label, Marked, unmark


def marked(body, **given):
    """Return a marked text; `given` holds other values for all of its labels."""
    text, marks, faults = unmark(body)
    assert not faults
    numbers = sorted({number for number, _, _ in marks})
    spans = [
        {role: tuple(s for n, r, s in marks if (n, r) == (number, role)) for role in "SCNV"}
        for number in numbers
    ]
    labels = tuple(Label(one["S"], one["C"], one["N"], one["V"], **given) for one in spans)
    return Marked("a", text, labels)


def prepared(body, *, own=True, relays_known=True, **given):
    return prepare(marked(body, **given), own=own, relays_known=relays_known)


def only_window(body, **given):
    text = prepared(body, **given)
    [window] = windows(text)
    return text, window


def tagged(text, tags):
    """Return the words of each tag, as they follow one another."""
    found: list[tuple[str, str]] = []
    for piece, number in zip(text.pieces, tags, strict=True):
        words = text.marked.text[piece.begin : piece.end]
        if TAGS[number].startswith("I"):
            found[-1] = (found[-1][0], f"{found[-1][1]} {words}")
        elif number:
            found.append((TAGS[number][2:], words))
    return found


def words(text, ranges):
    """Return the words of ranges of pieces."""
    places = [(text.pieces[begin].begin, text.pieces[end - 1].end) for begin, end in ranges]
    return [text.marked.text[begin:end] for begin, end in places]


def test_pieces_have_the_role_of_their_words():
    text, window = only_window("[S1 The army] [C1 denied] that [N1 it fired].")
    assert tagged(text, window.tags) == [
        ("source", "The army"),
        ("cue", "denied"),
        ("content", "it fired"),
    ]
    assert window.ids == [piece.id for piece in text.pieces]


def test_the_inner_role_shows_and_the_outer_one_begins_again():
    text, window = only_window("[S1 He] [C1 said] [N1 that day [S2 they] [C2 told] [N2 lies]].")
    assert tagged(text, window.tags) == [
        ("source", "He"),
        ("cue", "said"),
        ("content", "that day"),
        ("source", "they"),
        ("cue", "told"),
        ("content", "lies"),
    ]
    outer, inner = window.targets
    assert words(text, outer.content) == ["that day", "lies"]
    assert words(text, inner.content) == ["lies"]


def test_a_statement_has_its_parts_and_answers():
    text, window = only_window(
        "[S1 The army] [C1 denied] that [N1 it fired].", act="deny", polarity="-"
    )
    [target] = window.targets
    assert words(text, [target.cue, target.source, *target.content]) == [
        "denied",
        "The army",
        "it fired",
    ]
    answers = [HEADS[head][number] for head, number in zip(HEADS, target.heads, strict=True)]
    assert answers == ["statement", "deny", "-", "certain"]
    assert target.source_known


def test_no_source_is_known_to_be_none():
    _, window = only_window("[C1 Reportedly] [N1 it fell].")
    [target] = window.targets
    assert (target.source, target.source_known) == (None, True)


def test_a_source_within_another_cue_is_lost_not_none():
    _, window = only_window("[C2 [S1 They] said] [C1 told] [N1,2 lies].")
    first, _ = window.targets
    assert (first.source, first.source_known) == (None, False)


@pytest.mark.parametrize("body", ["[N1 It fell].", "[S1 He] [C1 spoke].", "[S1 He] came."])
def test_without_cue_or_content_nothing_is_asked(body):
    _, window = only_window(body)
    assert window.targets == []


def test_a_content_is_parted_where_its_cue_stands_in_it():
    text, window = only_window("[N1 It [C1 reportedly] fell].")
    [target] = window.targets
    assert words(text, target.content) == ["It", "fell"]


@pytest.mark.parametrize(("relays_known", "elsewhere"), [(True, 0), (False, UNKNOWN)])
def test_relays_have_tags_of_their_own(relays_known, elsewhere):
    body = "[S1 He] [C1 told] [V1 Harbour Radio] [N1 it fell]."
    _, window = only_window(body, relays_known=relays_known)
    assert window.relays == [elsewhere, elsewhere, 1, 2, *[elsewhere] * 3]


@pytest.mark.parametrize(
    ("own", "sort", "heads"),
    [
        (True, "belief", (HEADS["sort"].index("belief"), 0, 0, 0)),
        (True, "", (NOT_ATTITUDE, 0, 0, 0)),
        (False, "belief", (HEADS["sort"].index("belief"), UNKNOWN, UNKNOWN, UNKNOWN)),
        (False, "", (UNKNOWN,) * 4),
    ],
)
def test_only_what_a_set_tells_is_asked(own, sort, heads):
    _, window = only_window("[C1 Reportedly] [N1 it fell].", own=own, sort=sort)
    assert window.targets[0].heads == heads


def test_windows_part_a_long_text_without_overlap():
    text = prepared(" ".join(f"[S{n} He] [C{n} said] [N{n} it fell]." for n in range(1, 200)))
    found = list(windows(text))
    assert [id for window in found for id in window.ids] == [piece.id for piece in text.pieces]
    assert all(len(window.ids) <= ROOM for window in found)
    assert sum(len(window.targets) for window in found) == 199
    for window in found:
        for target in window.targets:
            assert TAGS[window.tags[target.cue[0]]] == "B-cue"
            assert TAGS[window.tags[target.content[0][0]]] == "B-content"


def test_a_source_in_another_window_is_not_asked_for():
    text = prepared("[S1 He] came. " + "They left. " * 100 + "It was [C1 said] [N1 to fall].")
    target = next(target for window in windows(text) for target in window.targets)
    assert (target.source, target.source_known) == (None, False)


def test_the_first_window_may_be_short():
    text = prepared("They left. " * 200)
    short, *_ = windows(text, start=40)
    assert 30 <= len(short.ids) <= 40


def test_first_windows_have_lengths_of_all_kinds():
    random.seed(1)
    drawn = {starts() for _ in range(500)}
    assert min(drawn) == 0
    assert max(drawn) <= ROOM
    assert len(drawn) > 100


def test_pieces_of_a_span_are_those_that_share_a_character():
    text = prepared("He said so.")
    assert list(pieces_at(text.pieces, Span(3, 7))) == [1]
    assert list(pieces_at(text.pieces, Span(1, 4))) == [0, 1]
    assert list(pieces_at(text.pieces, Span(2, 3))) == []
    assert list(pieces_at(text.pieces, Span(0, 99))) == [0, 1, 2, 3]
