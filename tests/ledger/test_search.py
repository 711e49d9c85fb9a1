from datetime import date

import pytest

from counterclaim.ledger.linked import keep_links
from counterclaim.ledger.search import (
    documents_behind,
    documents_in_dispute,
    find_statements,
    match,
)
from counterclaim.model.query import Query
from counterclaim.model.statement import Act, Certainty, Polarity
from tests.ledger.made import dated, kept, linked

NASTY = (
    *(
        '"',
        '""',
        "'",
        "*",
        "-",
        "--",
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "a:b",
        "title:x",
        "(",
        ")",
        "^x",
    ),
    *(
        "x*",
        "{a}",
        "a\0b",
        "%",
        "_",
        "\\",
        "'; DROP TABLE documents; --",
        "\u202e",
        "💣",
        '"a',
        "é",
    ),
)


@pytest.fixture
def case(store):
    """Hold three statements on two days."""
    made = (
        kept(store, dated("Kabul said it was not involved in Bisham.", 1, path="a.txt")),
        kept(store, dated("The army said the bomber came from Kabul.", 2, path="b.txt")),
        kept(
            store,
            dated(
                "São Paulo said nothing about dams.",
                3,
                path="c.txt",
                outlet="O Dia",
                title="Bisham",
            ),
        ),
    )
    keep_links(store, linked(made[0]), "made")
    return store


def passages(case, **query):
    return [hit.passage for hit in find_statements(case, Query(**query))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, 3),
        ({"words": "involved"}, 1),
        ({"words": "INVOLVED bisham"}, 1),
        ({"words": "bomber involved"}, 0),
        ({"words": '"not involved"'}, 1),
        ({"words": '"involved not"'}, 0),
        ({"words": "kabul"}, 1),
        ({"about": "Bisham"}, 2),
        ({"words": "dams", "about": "bisham"}, 1),
        ({"claimant": "kabul"}, 1),
        ({"claimant": "Afghanistan"}, 1),
        ({"claimant": "sao paulo"}, 1),
        ({"claimant": "army"}, 1),
        ({"claimant": "nobody"}, 0),
        ({"outlet": "dia"}, 1),
        ({"first": date(2024, 4, 2)}, 2),
        ({"first": date(2024, 4, 2), "last": date(2024, 4, 2)}, 1),
        ({"polarity": Polarity.FALSE}, 3),
        ({"polarity": Polarity.TRUE}, 0),
        ({"act": Act.DENY_RESPONSIBILITY, "certainty": Certainty.CERTAIN}, 3),
        ({"act": Act.DEMAND}, 0),
        ({"words": "--"}, 0),
        ({"slot": "origin"}, 1),
        ({"slot": "weapon"}, 0),
        ({"event": "e1"}, 1),
        ({"event": "Bombing"}, 1),
        ({"event": "bish"}, 1),
        ({"event": "air strike"}, 0),
        ({"without": (Query(words="involved"),)}, 2),
        ({"without": (Query(claimant="kabul"), Query(claimant="army"))}, 1),
        ({"without": (Query(outlet="dia"),)}, 2),
        ({"without": (Query(first=date(2024, 4, 2), last=date(2024, 4, 2)),)}, 2),
        ({"without": (Query(slot="origin"),)}, 2),
        ({"without": (Query(),)}, 3),
        ({"words": "bisham", "without": (Query(words="involved"),)}, 1),
    ],
)
def test_a_search_finds_what_was_said(case, query, found):
    assert len(passages(case, **query)) == found


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("field", ["words", "about", "claimant", "outlet", "event"])
def test_no_word_is_a_command(case, words, field):
    passages(case, **{field: words})
    assert len(passages(case)) == 3


def test_words_without_a_letter_are_left_out():
    assert match('a "b c" -- "!" d"') == '"a" AND "b c" AND "d "'


def test_a_hit_rests_on_its_words(case):
    [hit] = find_statements(case, Query(words="involved"))
    [text] = case.row("SELECT text FROM documents WHERE id = ?", hit.document)
    assert text[hit.span.begin : hit.span.end] == hit.passage == "it was not involved in Bisham"


def first(case, table):
    return case.row(f"SELECT min(id), document FROM {table}")


@pytest.mark.parametrize("table", ["statements", "mentions"])
def test_what_stands_in_a_document_leads_to_it(case, table):
    id, document = first(case, table)
    assert documents_behind(case, id) == {document}
    assert document in documents_behind(case, f" '{id[:4].upper()} ")


@pytest.mark.parametrize("id", ["a1", "c1", "d1", "e1", "p1"])
def test_what_documents_add_up_to_leads_to_them_all(store, id):
    first, second, _ = (kept(store, dated(path=f"{name}.txt")) for name in "abc")
    keep_links(store, linked(first, second), "made")
    assert documents_behind(store, id) == {first.document.id, second.document.id}
    assert documents_in_dispute(store) == {first.document.id, second.document.id}


def test_a_telling_leads_to_all_that_tell_of_its_event(store):
    first, second = (kept(store, dated(path=f"{name}.txt")) for name in "ab")
    ledger = linked(first, second)
    keep_links(store, ledger, "made")
    [telling, _] = ledger.events[0].tellings
    assert documents_behind(store, telling) == {first.document.id, second.document.id}


def test_a_document_is_found_by_its_id_its_key_and_its_path(case):
    [id] = case.row("SELECT id FROM documents WHERE key = 'a.txt'")
    assert documents_behind(case, id) == documents_behind(case, "a.txt") == {id}
    text = kept(case, dated("Kabul said no.", path="x/old.zip!b/d.txt", key="")).document
    for name in ("d.txt", "x/old.zip!b/d.txt"):
        assert documents_behind(case, name) == {text.id}


@pytest.mark.parametrize(
    "name", ["", "zzzz", "%", "_", "'; DROP TABLE documents; --", "a\0b", "💣"]
)
def test_what_nothing_is_called_leads_nowhere(case, name):
    assert documents_behind(case, name) == set()
