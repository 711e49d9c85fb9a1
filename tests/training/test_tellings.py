"""Texts with attributions are read for names and events too."""

import json
from typing import Any

import pytest

from counterclaim.model.text import Span
from training.tellings import events, speakers, speaking
from training.written import Label, Marked


def words(text, spans):
    return [text[span.begin : span.end] for span in spans]


DOSSIER: dict[str, Any] = {
    "id": "X",
    "documents": [
        {"id": "d", "text": "Jets struck the port. A raid killed ten. They struck again."}
    ],
    "statements": [
        {"doc": "d", "source": {"name": "Mira Solt", "span": [0, 4]}},
        {"doc": "d", "source": {"name": "Tarn", "span": [16, 20]}},
        {"doc": "d", "source": {"name": "unnamed officials", "span": [22, 28]}},
        {"doc": "e", "source": {"name": "Tarn", "span": [1, 2]}},
    ],
    "events": [
        {"type": "air_strike", "mentions": [{"doc": "d", "trigger": [5, 11]}]},
        {"type": "massacre", "mentions": [{"doc": "d", "trigger": [29, 35]}]},
        {"type": "agreement", "mentions": [{"doc": "d", "trigger": [41, 45]}]},
    ],
}
SIDE = {
    "id": "X",
    "actors": {
        "Mira Solt": {"kind": "person"},
        "Tarn": {"kind": "state"},
        "unnamed officials": {"kind": "unnamed"},
    },
}


@pytest.fixture
def dossier(tmp_path):
    (tmp_path / "X.json").write_text(json.dumps(DOSSIER), encoding="utf-8")
    (tmp_path / "side.json").write_text(json.dumps([SIDE]), encoding="utf-8")
    return tmp_path


def test_only_the_first_word_of_an_event_in_a_sentence_is_marked(dossier):
    text = DOSSIER["documents"][0]["text"]
    [(key, lesson)] = events(dossier)
    assert key == "X/d"
    assert words(text, lesson.marked["event_strike"]) == ["struck"]
    assert words(text, lesson.marked["event_violence"]) == ["struck", "killed"]
    assert lesson.marked["event_bombing"] == ()


def battle(begin, end):
    return {"type": "battle", "mentions": [{"doc": "d", "trigger": [begin, end]}]}


def test_words_that_tell_of_events_elsewhere_are_left_open_beside_a_mark(dossier):
    row = DOSSIER | {
        "documents": [{"id": "d", "text": "Jets struck the port. They killed and struck."}],
        "events": [battle(5, 11), battle(27, 33)],
    }
    (dossier / "X.json").write_text(json.dumps(row), encoding="utf-8")
    [(_, lesson)] = events(dossier)
    text = row["documents"][0]["text"]
    assert words(text, lesson.silent["event_battle"]) == ["struck", "killed", "struck"]
    assert words(text, lesson.marked["event_battle"]) == ["struck", "killed"]


def test_who_speaks_in_a_dossier_is_a_person_or_an_organisation(dossier):
    [(key, kinds)] = speakers(dossier)
    assert key == "X/d"
    assert kinds == {Span(0, 4): "person", Span(16, 20): "organisation"}


SAID = "The Ost and Mira Solt agree, Tarn said."
SOURCES = [Span(0, 7), Span(12, 21), Span(29, 33)]


def spoken(kinds=None):
    labels = tuple(Label((source,), (Span(34, 38),), ()) for source in SOURCES)
    return speaking(Marked("a", SAID, labels), frozenset({"Ost", "Tarn"}), kinds)


def test_a_place_that_speaks_stands_for_a_power_and_other_sources_do_not():
    lesson = spoken()
    assert words(SAID, lesson.marked["place_power"]) == ["The Ost", "Tarn"]
    assert set(words(SAID, lesson.only["place_power"])) == {"said", "The Ost", "Mira Solt", "Tarn"}


def test_a_cue_names_nothing():
    lesson = spoken()
    for layer in ("person", "weapon", "place"):
        assert lesson.marked[layer] == ()
        assert set(words(SAID, lesson.only[layer])) == {"said"}


def test_a_speaker_is_taught_by_its_kind():
    lesson = spoken({SOURCES[1]: "person", SOURCES[2]: "organisation"})
    assert words(SAID, lesson.marked["person"]) == ["Mira Solt"]
    assert words(SAID, lesson.marked["organisation"]) == ["Tarn"]
    assert set(words(SAID, lesson.only["person"])) == {"said", "Mira Solt", "Tarn"}
    assert set(words(SAID, lesson.only["organisation"])) == {"said", "Tarn"}
