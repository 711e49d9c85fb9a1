import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger.audit import breaks, record


@pytest.fixture
def chain(store):
    for subject in ("a", "b", "c", "d"):
        record(store, "made", subject)
    return store


def unguarded(store):
    store.run("DROP TRIGGER audit_is_never_edited")
    store.run("DROP TRIGGER audit_is_never_deleted")
    return store


def test_a_chain_that_nobody_touched_holds(chain):
    assert list(breaks(chain)) == []


def test_an_empty_chain_holds(store):
    assert list(breaks(store)) == []


@pytest.mark.parametrize("sql", ["UPDATE audit SET subject = 'x'", "DELETE FROM audit"])
def test_entries_only_grow(chain, sql):
    with pytest.raises(LedgerError, match="audit is never"):
        chain.run(sql)


@pytest.mark.parametrize("column", ["at", "action", "subject", "detail"])
def test_an_edited_entry_is_found(chain, column):
    unguarded(chain).run(f"UPDATE audit SET {column} = 'x' WHERE number = 2")
    assert list(breaks(chain)) == ["audit: entry 2 is not what was written"]


def test_a_deleted_entry_is_found(chain):
    unguarded(chain).run("DELETE FROM audit WHERE number IN (2, 3)")
    assert list(breaks(chain)) == ["audit: entries 2 to 3 are missing"]


def test_a_chain_cut_off_at_its_end_is_found(chain):
    unguarded(chain).run("DELETE FROM audit WHERE number > 2")
    assert list(breaks(chain)) == ["audit: entries 3 to 4 are missing"]


def test_a_chain_cut_off_whole_is_found(chain):
    unguarded(chain).run("DELETE FROM audit")
    assert list(breaks(chain)) == ["audit: entries 1 to 4 are missing"]


def test_an_entry_resealed_without_its_successors_is_found(chain):
    unguarded(chain).run("UPDATE audit SET link = 'x' WHERE number = 4")
    assert list(breaks(chain)) == ["audit: entry 4 is not what was written"]
