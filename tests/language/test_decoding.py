"""Scores of the heads, made by hand, into attributions."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from counterclaim.language import decoding
from counterclaim.language.decoding import LINK, NEAR, REACH, SHARED, TAGS, decode
from counterclaim.language.encoding import Encoded

LETTERS = dict(zip(".SsCcKk", range(7), strict=True))
"""A letter for each tag: source, cue, content ("kontent"); capitals begin one."""

STANCES = {"sort": ("statement", "belief"), "polarity": ("+", "-", "?")}
LIKED = 200.0
"""What makes a link all but certain."""


def heard(tags, *, sentences="", gap=0, breaks=""):
    """Return what the heads give for words of one piece each, tagged like "SsC.Kk".

    `sentences` and `breaks` number the sentence and the paragraph of each word by a digit; `gap`
    puts untagged words before the last one.
    """
    tags = f"{tags[:-1]}{'.' * gap}{tags[-1]}" if gap else tags
    length = len(tags)
    scores = np.zeros((length, len(TAGS)), dtype=np.float32)
    scores[range(length), [LETTERS[letter] for letter in tags]] = 20
    outputs = {
        "tags": scores,
        "relays": np.zeros((length, 3), dtype=np.float32),
        "spans": np.zeros((length, 4 * LINK), dtype=np.float32),
        "stances": np.zeros((length, 3 * LINK), dtype=np.float32),
        "nobody": np.eye(LINK, dtype=np.float32)[-1],
        "orphan": np.eye(LINK, dtype=np.float32)[-1],
        "distance": np.zeros((2, 2 * len(NEAR) + 2), dtype=np.float32),
        "paragraph": np.zeros((2, 3), dtype=np.float32),
        "offset": np.zeros(2, dtype=np.float32),
        "stance_weight": np.zeros((5, LINK), dtype=np.float32),
        "stance_bias": np.zeros(5, dtype=np.float32),
    }
    places = list(range(length))
    numbers = [int(digit) for digit in sentences] if sentences else [0] * length
    paragraphs = np.array([int(digit) for digit in breaks] if breaks else [0] * length)
    return Encoded(outputs, places, [at + 1 for at in places], paragraphs, numbers)


def link(encoded, kind, cue, other, liking=LIKED):
    """Let a cue like a source (kind 0) or content (kind 1), each given as one of its words."""
    spans = encoded.outputs["spans"]
    spans[cue, 2 * kind * LINK + cue] = 1
    spans[other, (2 * kind + 1) * LINK + cue] = liking


def alone(encoded, kind, word, liking=LIKED):
    """Let a cue have no source (kind 0), or a content no cue (kind 1)."""
    column = 0 if kind == 0 else 3
    encoded.outputs["spans"][word, (column + 1) * LINK - 1] = liking


def read(encoded):
    """Return source, cue and content of each attribution as places of words."""
    found = decode(encoded, STANCES, "by hand").statements
    return [(one.source, one.cue, one.content) for one in found]


def test_words_become_an_attribution():
    encoded = heard("SsC.Kkk")
    link(encoded, 0, 2, 0)
    link(encoded, 1, 2, 4)
    assert read(encoded) == [((0, 1), (2,), (4, 5, 6))]


@pytest.mark.parametrize("tags", ["...", "SsC", "SKk", "CcC", "."])
def test_without_cue_and_content_there_is_none(tags):
    assert read(heard(tags)) == []


def test_a_cue_may_have_no_source():
    encoded = heard("SsC.Kk")
    alone(encoded, 0, 2)
    link(encoded, 1, 2, 4)
    assert read(encoded) == [((), (2,), (4, 5))]


def test_a_content_that_is_nobodys_is_left():
    encoded = heard("SC.KK")
    link(encoded, 0, 1, 0)
    link(encoded, 1, 1, 3)
    alone(encoded, 1, 4)
    assert read(encoded) == [((0,), (1,), (3,))]


def test_a_cue_without_content_is_none_though_it_has_a_source():
    encoded = heard("SC.K")
    link(encoded, 0, 1, 0)
    alone(encoded, 1, 3)
    assert read(encoded) == []


def test_two_cues_may_share_a_source():
    encoded = heard("SCKCK")
    for cue in (1, 3):
        link(encoded, 0, cue, 0)
        link(encoded, 1, cue, cue + 1)
    assert read(encoded) == [((0,), (1,), (2,)), ((0,), (3,), (4,))]


def test_a_content_may_be_of_two_cues():
    encoded = heard("SC.SC.Kk")
    for cue in (1, 4):
        link(encoded, 0, cue, cue - 1)
        link(encoded, 1, cue, 6)
    assert read(encoded) == [((0,), (1,), (6, 7)), ((3,), (4,), (6, 7))]


def test_of_two_cues_the_likelier_has_the_content():
    encoded = heard("CCK")
    link(encoded, 1, 0, 2, 10.0)
    link(encoded, 1, 1, 2, 60.0)
    assert read(encoded) == [((), (1,), (2,))]


def test_a_content_goes_to_its_likeliest_cue_however_unsure():
    encoded = heard("CCCCCK")
    for cue in range(5):
        link(encoded, 1, cue, 5, 50.0 if cue == 2 else 49.0)
    [found] = decode(encoded, STANCES, "by hand").statements
    assert (found.cue, found.content) == ((2,), (5,))
    assert found.content_score < SHARED


def test_a_cue_may_have_several_contents():
    encoded = heard("KkSC.K")
    for content in (0, 5):
        link(encoded, 1, 3, content)
    link(encoded, 0, 3, 2)
    assert read(encoded) == [((2,), (3,), (0, 1, 5))]


def test_the_cue_of_the_own_sentence_comes_first():
    encoded = heard("CCK", sentences="011")
    link(encoded, 1, 0, 2)
    assert read(encoded) == [((), (1,), (2,))]


def test_the_source_of_the_own_sentence_comes_first():
    encoded = heard("SSCK", sentences="0111")
    link(encoded, 0, 2, 0)
    link(encoded, 1, 2, 3)
    [(source, _, _)] = read(encoded)
    assert source in {(1,), ()}


@pytest.mark.parametrize(("gap", "number"), [(REACH - 1, 1), (REACH + 1, 0)])
def test_nothing_is_linked_beyond_what_the_reader_saw(gap, number):
    encoded = heard("CK", gap=gap)
    link(encoded, 1, 0, gap + 1)
    assert len(read(encoded)) == number


def test_the_distance_of_paragraphs_counts():
    encoded = heard("CCK", breaks="012")
    encoded.outputs["paragraph"][1] = [0, 50, 0]
    assert read(encoded) == [((), (1,), (2,))]


def test_answers_are_ranked_and_their_chances_given():
    encoded = heard("SSC.Kk")
    link(encoded, 0, 2, 0, 5.0)
    link(encoded, 0, 2, 1, 10.0)
    link(encoded, 1, 2, 4)
    encoded.outputs["stance_bias"][:] = [0, 3, 1, 5, 0]
    [found] = decode(encoded, STANCES, "by hand").statements
    assert [words for words, _ in found.sources] == [(1,), (0,), ()]
    assert sum(chance for _, chance in found.sources) == pytest.approx(1, abs=0.002)
    assert found.cue_score > 0.99
    assert found.content_score > 0.99
    assert [answer for answer, _ in found.stance["sort"]] == ["belief", "statement"]
    assert [answer for answer, _ in found.stance["polarity"]] == ["-", "+", "?"]


def test_a_stance_hears_cue_source_and_content():
    encoded = heard("SCK")
    link(encoded, 0, 1, 0)
    link(encoded, 1, 1, 2)
    encoded.outputs["stance_weight"][1, 0] = 5
    for word, column in ((1, 0), (0, 1), (2, 2)):
        encoded.outputs["stances"][:] = 0
        encoded.outputs["stances"][word, column * LINK] = 3
        [found] = decode(encoded, STANCES, "by hand").statements
        assert found.stance["sort"][0][0] == "belief"


def test_roles_are_the_chances_of_each_word():
    tags = decode(heard("SCK."), STANCES, "by hand")
    assert tags.model == "by hand"
    assert [(one.source, one.cue, one.content) for one in tags.roles] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 0, 1),
        (0, 0, 0),
    ]


def test_relays_are_stretches_of_words():
    encoded = heard(".......")
    for word, tag in enumerate([0, 1, 2, 0, 2, 1, 1]):
        encoded.outputs["relays"][word, tag] = 9
    assert decode(encoded, STANCES, "by hand").relays == ((1, 2), (4,), (5,), (6,))


def may_follow(before, after):
    return not TAGS[after].startswith("I") or TAGS[before][2:] == TAGS[after][2:]


def is_reading(path):
    return not TAGS[path[0]].startswith("I") and all(map(may_follow, path, path[1:]))


SCORES = st.integers(1, 4).flatmap(
    lambda length: arrays(np.float32, (length, len(TAGS)), elements=st.integers(-9, 9))
)


@settings(max_examples=60, deadline=None)
@given(SCORES)
def test_the_likeliest_of_all_readings_is_found(scores):
    path = decoding._best_path(scores)
    assert is_reading(path)
    every = filter(is_reading, product(range(len(TAGS)), repeat=len(scores)))
    words = range(len(scores))
    best = max(scores[words, list(one)].sum() for one in every)
    assert scores[words, path].sum() == best


@settings(max_examples=60, deadline=None)
@given(st.text("SsCcKk.", min_size=1, max_size=40), st.integers(0, 2**32 - 1))
def test_any_scores_give_whole_readings(tags, seed):
    encoded = heard(tags)
    random = np.random.default_rng(seed)
    for rows in encoded.outputs.values():
        rows[:] = random.normal(0, 3, rows.shape)
    found = decode(encoded, STANCES, "by hand")
    assert len(found.roles) == len(tags)
    cues = [word for one in found.statements for word in one.cue]
    assert len(cues) == len(set(cues))
    for one in found.statements:
        assert one.content == tuple(sorted(set(one.content)))
        assert not set(one.content) & {*one.cue, *one.source}
        assert list(one.cue) == list(range(one.cue[0], one.cue[-1] + 1))


def test_a_long_text_is_read_like_a_short_one():
    part = "SC.Kk" + "." * 300
    encoded = heard(part * 150)
    for at in range(0, 150 * len(part), len(part)):
        cue = at + 1
        encoded.outputs["spans"][cue, [0, 2 * LINK]] = 1
        encoded.outputs["spans"][at, LINK] = LIKED
        encoded.outputs["spans"][at + 3, 3 * LINK] = LIKED
    assert read(encoded) == [
        ((at,), (at + 1,), (at + 3, at + 4)) for at in range(0, 150 * len(part), len(part))
    ]
