"""Each set is read for what it marks, and for what it leaves open."""

import gzip
import json

import pytest

from counterclaim.model.text import Span
from training.markings import (
    geowebnews,
    gum,
    held_out,
    muc4,
    place_names,
    re3d,
    relocar,
    toponyms,
    unwrapped,
    wikievents,
)


@pytest.fixture
def written(tmp_path):
    """Write rows as the sets have them."""

    def write(*rows):
        path = tmp_path / "train.jsonl.gz"
        with gzip.open(path, "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)
        return path

    return write


def at(text, words, **given):
    begin = text.index(words)
    return {"b": begin, "e": begin + len(words), "t": words} | given


def words(text, spans):
    return [text[span.begin : span.end] for span in spans]


def only(lessons):
    [(_, text, lesson)] = lessons
    marked = {name: words(text, spans) for name, spans in lesson.marked.items()}
    silent = {name: words(text, spans) for name, spans in lesson.silent.items() if spans}
    return marked, silent


PARTIES = "General Omar Daud of the 3rd Tarn Brigade left."


def entities(*pairs):
    return [at(PARTIES, text, type=kind) for text, kind in pairs]


def test_parties_within_parties_have_a_layer_of_their_own(written):
    row = entities(
        ("General Omar Daud", "Person"),
        ("Omar Daud", "Person"),
        ("the 3rd Tarn Brigade", "Organisation"),
        ("Tarn", "Location"),
        ("left", "Temporal"),
    )
    path = written({"id": "a", "text": PARTIES, "licence": "OGL", "entities": row})
    marked, _ = only(re3d(path))
    assert marked["person"] == ["General Omar Daud"]
    assert marked["person/within"] == ["Omar Daud"]
    assert marked["location"] == ["Tarn"]
    assert marked["weapon"] == []
    assert "time" not in marked


def test_what_is_not_for_commercial_use_is_not_read(written):
    row = {"id": "a", "text": PARTIES, "licence": "CC-BY-NC-3.0", "entities": []}
    assert list(re3d(written(row))) == []


def test_names_are_marked_and_other_mentions_left_open(written):
    text = "Mira Solt's brother said he had met the mayor of Tarn."
    mentions = [
        at(text, "Mira Solt's", type="person"),
        at(text, "he", type="person"),
        at(text, "the mayor of Tarn", type="person", wiki="Someone"),
        at(text, "Tarn", type="place", wiki="Tarn"),
        at(text, "met", type="event"),
    ]
    marked, silent = only(gum(written({"id": "a", "text": text, "mentions": mentions})))
    assert marked["person"] == ["Mira Solt", "he"]
    assert marked["location"] == ["Tarn"]
    assert silent == {"person": ["the mayor of Tarn"]}


NAMES = "Tarn warned Tarnian troops near Ost, the Ost River Board said."


def test_names_of_places_are_told_from_adjectives_and_parts_of_names(written):
    places = [
        at(NAMES, "Tarn", type="Metonymic"),
        at(NAMES, "Tarnian", type="Non_Literal_Modifier", modifier="Adjective"),
        at(NAMES, "Ost", type="Literal"),
        at(NAMES, "Ost River", type="Embedded_Literal", modifier="Noun"),
        at(NAMES, "Board", type="Non_Toponym"),
    ]
    path = written({"id": "a", "text": NAMES, "places": places})
    marked, silent = only(geowebnews(path))
    assert marked == {"place": ["Tarn", "Ost"], "place_power": ["Tarn"]}
    assert silent == {"place": ["Ost River"], "place_power": ["Tarnian", "Ost River"]}


def test_a_set_that_tells_no_use_teaches_names_alone(written):
    path = written({"id": "a", "text": NAMES, "places": [at(NAMES, "Ost")]})
    assert only(toponyms(path)) == ({"place": ["Ost"]}, {})
    assert place_names([path]) == {"Ost"}


def test_one_reading_is_taught_of_one_place_and_a_fifth_is_kept(written):
    ids = [f"row-{n}" for n in range(60)]
    rows = [
        {"id": id, "text": NAMES, "locations": [at(NAMES, "Tarn", reading="met")]} for id in ids
    ]
    path = written(*rows)
    learned = {key: lesson for key, _, lesson in relocar(path)}
    kept = {key for key, _, _ in relocar(path, kept=True)}
    assert kept == {id for id in ids if held_out(id)}
    assert learned.keys() | kept == set(ids)
    assert 0 < len(kept) < 30
    assert all(lesson.only["place_power"] == (Span(0, 4),) for lesson in learned.values())


STORY = "GUERRILLAS SHELLED\nA CHURCH. " + "IT WAS A QUIET DAY. " * 30 + "GUERRILLAS SANG."


def filled(words, raw=None):
    begin = STORY.index(words)
    spans = [[begin, begin + len(words)]]
    if words == "GUERRILLAS":
        spans.append([STORY.rindex(words), STORY.rindex(words) + len(words)])
    return [{"raw": raw or f'"{words}"', "alts": [{"v": words, "spans": spans}]}]


@pytest.mark.parametrize(
    ("raw", "optional", "sure"), [(None, False, True), ('? "A"', False, False), (None, True, False)]
)
def test_a_part_counts_near_another_part_of_its_event(written, raw, optional, sure):
    template = {
        "optional": optional,
        "perp_individual": filled("GUERRILLAS", raw),
        "phys_id": filled("CHURCH", raw),
    }
    [(_, text, lesson)] = muc4(written({"id": "a", "text": STORY, "templates": [template]}))
    near = [Span(0, 10)] if sure else []
    assert list(lesson.marked["perpetrator_person"]) == near
    assert words(text, lesson.marked["target"]) == (["CHURCH"] if sure else [])
    assert (len(STORY) - 16) in {s.begin for s in lesson.silent["perpetrator_person"]}
    assert lesson.marked["victim"] == ()


def test_lines_are_joined_letter_for_letter():
    text = "   ONE\nTWO\n\n   THREE"
    assert unwrapped(text) == "   ONE TWO\n\n   THREE"


def test_words_of_events_are_told_by_kind(written):
    text = "A car bomb killed two; police held a man."
    told = [
        at(text, "bomb", type="Conflict.Attack.DetonateExplode"),
        at(text, "killed", type="Life.Die.Unspecified"),
        at(text, "held", type="Justice.ArrestJailDetain.Unspecified"),
    ]
    things = [at(text, "bomb", type="WEA"), at(text, "man", type="PER")]
    id = next(id for id in "abcdefgh" if not held_out(id))
    marked, _ = only(
        wikievents(written({"id": id, "text": text, "events": told, "entities": things}))
    )
    assert marked["event_violence"] == ["bomb", "killed"]
    assert marked["event_bombing"] == ["bomb"]
    assert marked["weapon"] == ["bomb"]
    assert "event_strike" not in marked
