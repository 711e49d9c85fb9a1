from dataclasses import replace

from counterclaim.ledger.linked import TABLES, Links, keep_links, links, with_links
from tests.ledger.made import dated, kept, linked


def made(store):
    return linked(
        kept(store, dated(path="a.txt")),
        kept(store, dated("The army said the bomber came from Kabul.", path="b.txt")),
    )


def test_links_come_back_as_they_were(store):
    ledger = made(store)
    keep_links(store, ledger, "made")
    found = links(store, "made")
    assert found is not None
    assert with_links(ledger.readings, (), found) == ledger


def test_links_made_from_something_else_are_none(store):
    keep_links(store, made(store), "made")
    assert links(store, "made from other readings") is None


def test_new_links_replace_the_old_ones_whole(store):
    ledger = made(store)
    keep_links(store, ledger, "made")
    nothing = replace(ledger, copies=(), actors=(), claims=(), disputes=(), places=(), events=())
    keep_links(store, nothing, "later")
    assert links(store, "later") == Links(corroboration=ledger.corroboration)
    assert not any(store.rows(f"SELECT * FROM {table}") for table in TABLES)
