from datetime import date

import pytest

from counterclaim.errors import UnknownId
from counterclaim.ledger.linked import keep_links
from counterclaim.ledger.search import find_statements, match, resolve
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
    ],
)
def test_a_search_finds_what_was_said(case, query, found):
    assert len(passages(case, **query)) == found


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("field", ["words", "about", "claimant", "outlet"])
def test_no_word_is_a_command(case, words, field):
    passages(case, **{field: words})
    assert len(passages(case)) == 3


def test_words_without_a_letter_are_left_out():
    assert match('a "b c" -- "!" d"') == '"a" AND "b c" AND "d "'


def test_a_hit_rests_on_its_words(case):
    [hit] = find_statements(case, Query(words="involved"))
    [text] = case.row("SELECT text FROM documents WHERE id = ?", hit.document)
    assert text[hit.span.begin : hit.span.end] == hit.passage == "it was not involved in Bisham"


def test_an_id_or_its_beginning_names_a_thing(case):
    [document] = case.row("SELECT min(id) FROM documents")
    [statement] = case.row("SELECT min(id) FROM statements")
    [mention, inside] = case.row("SELECT min(id), document FROM mentions")
    assert resolve(case, document) == ("document", document, document)
    assert resolve(case, statement[:8])[:2] == ("statement", statement)
    assert resolve(case, mention[:9]) == ("mention", mention, inside)
    assert resolve(case, "a1") == ("actor", "a1", None)
    assert resolve(case, "c1") == ("claim", "c1", None)
    assert resolve(case, "d1") == ("dispute", "d1", None)


def test_an_id_that_nothing_has_is_told(case):
    with pytest.raises(UnknownId, match="nothing in the case has the id 'zzzz'"):
        resolve(case, "zzzz")
    with pytest.raises(UnknownId):
        resolve(case, "")


def test_a_mistyped_id_is_shown_the_nearest(case):
    [statement] = case.row("SELECT min(id) FROM statements")
    with pytest.raises(UnknownId) as caught:
        resolve(case, f"{statement[:12]}zzzz")
    assert caught.value.next_step == f"Did you mean statement {statement}?"


def test_a_beginning_of_several_ids_names_them(store):
    for number in range(40):
        kept(
            store, dated(f"Kabul said it was not involved in case {number}.", path=f"{number}.txt")
        )
    firsts = [row[0][:1] for row in store.rows("SELECT id FROM documents")]
    common = max(firsts, key=firsts.count)
    with pytest.raises(UnknownId, match="may be any of: document") as caught:
        resolve(store, common)
    assert caught.value.next_step == "Give more of the id"
