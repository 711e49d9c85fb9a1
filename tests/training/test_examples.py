"""Sets of others come to the ledger's own convention of spans."""

import gzip
import json

import pytest

from counterclaim.model.text import Span
from training.examples import (
    AUXILIARY,
    THAT,
    read_dossiers,
    read_polnear,
    sentences_of,
    spans_of,
    trim,
)


def parts(text, spans):
    return [text[span.begin : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("“We held the bridge,”", ["We held the bridge"]),
        (" – a lie!", ["a lie"]),
        ("it’s over.", ["it’s over"]),
        ("“”", []),
        ("…", ["…"]),
    ],
)
def test_edges_are_trimmed(text, trimmed):
    assert parts(text, trim(text, [Span(0, len(text))])) == trimmed


@pytest.mark.parametrize(
    ("text", "head", "trimmed"),
    [
        ("has also denied", AUXILIARY, "denied"),
        ("was told", AUXILIARY, "told"),
        ("wasted", AUXILIARY, "wasted"),
        ("to be", AUXILIARY, "be"),
        ("that it fell", THAT, "it fell"),
        ("That it fell", THAT, "it fell"),
        ("thatched roofs", THAT, "thatched roofs"),
        ("that", THAT, "that"),
    ],
)
def test_a_head_that_does_not_belong_is_dropped(text, head, trimmed):
    assert parts(text, trim(text, [Span(0, len(text))], head)) == [trimmed]


def test_several_spans_are_trimmed_each_and_empty_ones_dropped():
    text = "“One,” he said, “.”"
    assert parts(text, trim(text, [Span(0, 6), Span(16, 19)])) == ["One"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One. ", "Two."]),
        ("“One.” “Two?” Three", ["“One.” ", "“Two?” ", "Three"]),
        ("Gen. Nuri met Mr. Daud. They spoke.", ["Gen. Nuri met Mr. Daud. ", "They spoke."]),
        ("It was 5 p.m. and dark.", ["It was 5 p.m. and dark."]),
        ("A heading\n\nOne.", ["A heading\n\n", "One."]),
        ("George W. Daud left.", ["George W. Daud left."]),
        ("One", ["One"]),
    ],
)
def test_a_content_is_cut_at_the_ends_of_its_sentences(text, sentences):
    assert parts(text, sentences_of(text, Span(0, len(text)))) == sentences


def test_a_content_is_cut_within_its_own_edges():
    text = "No. He said: One. Two. Three."
    assert parts(text, sentences_of(text, Span(13, 22))) == ["One. ", "Two."]


@pytest.mark.parametrize(
    ("value", "spans"),
    [(None, ()), ([], ()), ([1, 2], (Span(1, 2),)), ([[1, 2], [3, 5]], (Span(1, 2), Span(3, 5)))],
)
def test_spans_may_be_given_in_three_ways(value, spans):
    assert spans_of(value) == spans


TEXT = "“It fell. It broke,” the mayor has said."


def row(*attributions):
    return {"id": "a1", "text": TEXT, "attributions": list(attributions)}


def at(words):
    begin = TEXT.index(words)
    return [{"b": begin, "e": begin + len(words)}]


def test_of_several_annotators_the_one_who_saw_most_is_taken(tmp_path):
    whole = {
        "source": at("the mayor"),
        "cue": at("has said"),
        "content": at("“It fell. It broke,”"),
    }
    path = tmp_path / "rows.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(one) + "\n" for one in (row(), row(whole), row()))
    [marked] = read_polnear(path)
    [label] = marked.labels
    assert (marked.key, parts(TEXT, label.source)) == ("a1", ["the mayor"])
    assert parts(TEXT, label.cue) == ["said"]
    assert parts(TEXT, label.content) == ["It fell", "It broke"]


def test_an_attribution_without_content_is_left_out(tmp_path):
    path = tmp_path / "rows.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(row({"source": [], "cue": at("said"), "content": []})))
    [marked] = read_polnear(path)
    assert marked.labels == ()


def test_dossiers_give_a_text_for_each_document(tmp_path):
    statement = {
        "doc": "d1",
        "source": {"name": "the mayor", "span": [21, 30]},
        "cue": [35, 39],
        "content": [[1, 8], [10, 18]],
        "via": None,
        "act": "assert",
        "polarity": "+",
        "certainty": "certain",
    }
    documents = [
        {"id": id, "text": TEXT, "published": "2023-04-18", "outlet": "Wire"} for id in ("d1", "d2")
    ]
    dossier = {"id": "T1", "documents": documents, "statements": [statement]}
    (tmp_path / "T1.json").write_text(json.dumps(dossier), encoding="utf-8")
    (tmp_path / "index.json").write_text("[]", encoding="utf-8")
    first, second = read_dossiers([tmp_path])
    assert (first.key, first.day, first.outlet) == ("T1/d1", "2023-04-18", "Wire")
    [label] = first.labels
    assert parts(TEXT, label.content) == ["It fell", "It broke"]
    assert (label.name, label.via, parts(TEXT, label.cue)) == ("the mayor", "", ["said"])
    assert second.labels == ()
