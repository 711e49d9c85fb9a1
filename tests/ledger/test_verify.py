from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from counterclaim.ledger.entries import Findings
from counterclaim.ledger.linked import keep_links
from counterclaim.ledger.originals import keep_original, place
from counterclaim.ledger.packing import pack, seal
from counterclaim.ledger.reviews import add_review
from counterclaim.ledger.store import Store
from counterclaim.ledger.verify import problems
from counterclaim.model.record import Review, Verdict
from tests.ledger.made import kept, linked, original


@pytest.fixture
def case(store, tmp_path):
    """Hold one reading, its original and its links; triggers are off, as for who means harm."""
    made = kept(store)
    keep_original(tmp_path, original(made.document))
    keep_links(store, linked(made), "made")
    add_review(store, Review("c1", Verdict.CONFIRM, "ana", datetime(2024, 5, 1, tzinfo=UTC)))
    for (trigger,) in store.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        store.run(f"DROP TRIGGER {trigger}")
    return store


def empty_reading(store: Store) -> None:
    """Replace a reading, and its seal, by one of which nothing is left."""
    content = pack(Findings())
    store.run("UPDATE readings SET content = ?, digest = ?", content, seal(content))


def sql(text: str) -> Callable[[Store], object]:
    return lambda store: store.run(text)


def particular(name: str) -> Callable[[Store], object]:
    return sql(f"UPDATE sightings SET metadata = json_set(metadata, '$.{name}', 'x')")


DAMAGE = {
    "edited text": (sql("UPDATE documents SET text = replace(text, 'not', 'now')"), "has changed"),
    "edited outlet": (sql("UPDATE documents SET outlet = 'Post'"), "particulars have changed"),
    "edited key": (particular("key"), "has changed"),
    "edited title": (particular("title"), "particulars have changed"),
    "no metadata": (sql("UPDATE sightings SET metadata = 'x'"), "cannot be read"),
    "edited quote": (sql("UPDATE passages SET quote = 'Tabul' WHERE part = 'source'"), "'Tabul'"),
    "edited mention": (sql("UPDATE mentions SET quote = 'Tabul'"), "'Tabul'"),
    "moved span": (sql("UPDATE passages SET begin = begin + 1 WHERE part = 'cue'"), "'said'"),
    "lost passage": (sql("DELETE FROM passages WHERE part = 'cue'"), "its passages"),
    "edited statement": (sql("UPDATE statements SET polarity = '+'"), "its statements"),
    "edited name": (sql("UPDATE mentions SET name = 'Tabul'"), "its mentions"),
    "edited reading": (sql("UPDATE readings SET content = x'00'"), "its reading has changed"),
    "other reading": (empty_reading, "not the one that the audit names"),
    "lost reading": (sql("DELETE FROM readings"), "its reading is missing"),
    "lost document": (sql("DELETE FROM documents"), "it is missing"),
    "edited review": (sql("UPDATE reviews SET verdict = 'reject'"), "reviews: they are not"),
    "lost review": (sql("DELETE FROM reviews"), "reviews: they are not"),
    "lost audit entry": (sql("DELETE FROM audit WHERE number = 2"), "are missing"),
    "edited audit entry": (sql("UPDATE audit SET detail = 'x'"), "not what was written"),
    "edited links": (sql("UPDATE linked SET content = x'00'"), "have changed"),
    "lost links": (sql("DELETE FROM linked"), "were kept with is missing"),
    "edited actor": (sql("UPDATE actor_names SET name = 'x'"), "actor_names have changed"),
    "edited side": (sql("UPDATE sides SET polarity = '+'"), "sides have changed"),
    "edited search": (sql("UPDATE words SET content = 'x'"), "search: it does not"),
    "lost search": (sql("DELETE FROM words"), "search: it does not"),
    "edited claim": (sql("UPDATE claims SET value = 'x'"), "have changed"),
}


def test_a_sound_case_has_no_problems(case, tmp_path):
    assert list(problems(case, tmp_path)) == []


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found_and_told_in_one_line_each(case, tmp_path, name):
    harm, told = DAMAGE[name]
    harm(case)
    found = list(problems(case, tmp_path))
    assert any(told in line for line in found), found
    assert all("\n" not in line for line in found)


def test_a_flipped_byte_of_an_original_is_found(case, tmp_path):
    [digest] = case.row("SELECT digest FROM originals")
    path = place(tmp_path, digest)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes().replace(b"K", b"k"))
    assert list(problems(case, tmp_path)) == [f"original {digest}: its bytes have changed"]


def test_a_lost_original_is_found(case, tmp_path):
    [digest] = case.row("SELECT digest FROM originals")
    place(tmp_path, digest).unlink()
    assert list(problems(case, tmp_path)) == [f"original {digest}: the file is missing"]
