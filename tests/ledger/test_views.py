"""The views that people question in SQL and R: their columns stay, and are documented."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from counterclaim.ledger.audit import record
from counterclaim.ledger.failures import add_failure
from counterclaim.ledger.linked import keep_links
from counterclaim.ledger.reviews import add_review
from counterclaim.ledger.store import Store
from counterclaim.model.intake import Failure
from counterclaim.model.record import Review, Verdict
from tests.ledger.made import KABUL, dated, kept, linked

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "ledger.md"
VIEWS = (
    *("v1_documents", "v1_statements", "v1_passages", "v1_mentions", "v1_actors", "v1_aliases"),
    *("v1_places", "v1_events", "v1_event_mentions", "v1_participants", "v1_responsibility"),
    *("v1_interactions", "v1_estimates", "v1_relations"),
    *("v1_claims", "v1_stances", "v1_disputes", "v1_failures", "v1_reviews"),
)


def views(store: Store) -> set[str]:
    rows = store.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'v1!_%' ESCAPE '!'"
    )
    return {row[0] for row in rows}


def columns(store: Store, view: str) -> list[str]:
    return [row[1] for row in store.rows(f"PRAGMA table_info({view})")]


def documented(view: str) -> list[str]:
    """Return the columns that the documentation lists in a view's table."""
    text = DOCUMENTATION.read_text(encoding="utf-8")
    section = re.search(rf"^### `{view}`$(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
    return re.findall(r"^\| `(\w+)` \|", section[1], re.MULTILINE) if section else []


@pytest.fixture
def case(store):
    first, second = kept(store, dated(path="a.txt")), kept(store, dated(path="b.txt", day=2))
    keep_links(store, linked(first, second), "made")
    add_failure(
        store, Failure("c.pdf", "damaged", "Save it again"), record(store, "read begun", ".")
    )
    add_review(store, Review("c1", Verdict.CONFIRM, "ana", datetime(2024, 5, 1, tzinfo=UTC)))
    return store


def questions() -> list[str]:
    """Return every question that the documentation asks, in SQL blocks, Python and R."""
    text = DOCUMENTATION.read_text(encoding="utf-8")
    blocks = re.findall(r"^```sql$(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return blocks + re.findall(r'(?:read_sql\(|dbGetQuery\(db, )"(SELECT .*)"', text)


@pytest.mark.parametrize("sql", questions())
def test_every_question_of_the_documentation_is_answered(case, sql):
    case.run("UPDATE disputes SET state = 'contested'")
    assert case.rows(sql)


def test_the_documentation_asks_in_three_languages():
    assert len(questions()) == 6


def test_the_views_are_those_that_are_promised(store):
    assert views(store) == set(VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_every_column_is_documented(store, view):
    assert documented(view) == columns(store, view)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_answers(case, view):
    assert case.rows(f"SELECT * FROM {view}")


def test_a_statement_is_shown_with_its_words_and_its_actor(case):
    sql = "SELECT source, actor, cue, content, polarity FROM v1_statements"
    said = ("Kabul", "a1", "said", "it was not involved in Bisham", "-")
    assert case.rows(sql) == [said, said]


def test_a_document_is_shown_with_its_particulars(case):
    sql = "SELECT path, outlet, published, language, unread, text FROM v1_documents ORDER BY path"
    assert case.rows(sql) == [
        ("a.txt", "Wire", "2024-04-01", "en", "", KABUL),
        ("b.txt", "Wire", "2024-04-02", "en", "", KABUL),
    ]


def test_a_copy_names_what_it_copies(case):
    assert case.rows(
        "SELECT c.path, o.path FROM v1_documents AS c JOIN v1_documents AS o ON o.id = c.copy_of"
    ) == [("b.txt", "a.txt")]


def test_who_disputes_what_in_one_question(case):
    [row] = case.rows("SELECT question, state, position, held_by, origins FROM v1_disputes")
    assert row == ("Who?", "possible", "not it", '["Kabul","Kabul"]', 1)


def test_an_event_is_shown_with_its_place_its_toll_and_how_often_it_is_told(case):
    columns = "type, first_day, place_name, country, killed_low, documents, tellings"
    assert case.rows(f"SELECT {columns} FROM v1_events") == [
        ("bombing", "2024-03-26", "Bisham", "PAK", 5.0, 2, 1)
    ]
    assert case.rows("SELECT quote FROM v1_event_mentions") == [("Bisham",)] * 2


def test_a_charge_is_shown_with_its_degree_and_who_says_it(case):
    sql = "SELECT DISTINCT party, role, degree, said_by FROM v1_responsibility"
    assert case.rows(sql) == [("Kabul", "host", "denied", "Kabul")]


def test_a_deed_is_shown_with_both_parties_and_on_whose_word_it_rests(case):
    columns = "source, source_actor, deed, target, target_actor, said_by, quote"
    sql = f"SELECT DISTINCT {columns} FROM v1_interactions"
    deed = ("Kabul", "a1", "deny_responsibility", None, None, "Kabul", "said")
    assert case.rows(sql) == [deed]


def test_a_number_and_a_tie_are_shown_with_their_parties(case):
    sql = "SELECT DISTINCT subject, actor, measure, low, high, quote FROM v1_estimates"
    assert case.rows(sql) == [("Kabul", "a1", "members", 5.0, None, "Kabul")]
    sql = "SELECT DISTINCT subject, subject_actor, predicate, object_actor FROM v1_relations"
    assert case.rows(sql) == [("Kabul", "a1", "accuses", "a1")]


def test_a_claim_and_a_dispute_name_their_event(case):
    assert case.rows("SELECT event FROM v1_claims") == [("e1",)]
    assert case.rows("SELECT event, score FROM v1_disputes") == [("e1", 0.5)]
