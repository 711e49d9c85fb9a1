from dataclasses import replace
from datetime import date

import pytest

from counterclaim.ledger import intake
from counterclaim.ledger.audit import record
from counterclaim.ledger.intake import Arrival, fingerprint
from counterclaim.ledger.readings import findings
from counterclaim.model.intake import Original
from tests.ledger.made import KABUL, document, kept, taken


def read_file(store, content, *documents, path="table.jsonl", made_from="made"):
    """Read a file that gives these documents; return what became of each."""
    original = Original(path, content, ".jsonl")
    run = record(store, "read begun", path)
    intake.take_original(store, original)
    became = [
        intake.take_document(store, replace(text, original=original.digest), original, run)
        for text in documents
    ]
    intake.finish_file(store, original, run, made_from)
    return became


def kept_texts(store):
    return sorted(row[0] for row in store.rows("SELECT text FROM documents"))


def row(key="r1", text=KABUL, **more):
    return document(text, path=f"table.jsonl#{key}", key=key, **more)


def test_the_same_file_again_changes_nothing(store):
    assert read_file(store, b"1", row()) == [Arrival.ADDED]
    assert read_file(store, b"1", row()) == [Arrival.UNCHANGED]
    assert store.rows("SELECT count(*) FROM sightings") == [(1,)]


def test_other_metadata_replaces_and_does_not_double(store):
    read_file(store, b"1", row())
    assert read_file(store, b"1", row(published=date(2024, 4, 1))) == [Arrival.CHANGED]
    [found] = intake.taken(store)
    assert intake.document(store, found.id).published == date(2024, 4, 1)
    assert ("document changed",) in store.rows("SELECT action FROM audit")


@pytest.mark.parametrize("content", [b"1", b"2"])
def test_another_outlet_replaces_the_document_though_its_id_changes(store, content):
    read_file(store, b"1", row(outlet="Wire"))
    assert read_file(store, content, row(outlet="The Post")) == [Arrival.ADDED]
    assert store.rows("SELECT outlet FROM documents") == [("The Post",)]
    assert ("document replaced",) in store.rows("SELECT action FROM audit")


def test_a_better_extraction_of_the_same_bytes_replaces_the_text(store):
    made = kept(store)
    original = Original("wire.txt", KABUL.encode(), ".txt")
    better = replace(made.document, text=KABUL + " More.")
    run = record(store, "read begun", "wire.txt")
    intake.take_document(store, better, original, run)
    intake.finish_file(store, original, run, "made")
    assert kept_texts(store) == [KABUL + " More."]
    assert findings(store, made.document.id) is None
    assert store.rows("SELECT count(*) FROM words") == [(0,)]


def test_an_edited_file_keeps_the_older_text_as_evidence(store):
    read_file(store, b"1", row(text="First version."))
    read_file(store, b"2", row(text="Second version."))
    assert kept_texts(store) == ["First version.", "Second version."]


def test_a_table_that_grows_adds_only_its_new_rows(store):
    read_file(store, b"1", row("r1"), row("r2", "Other text."))
    arrivals = read_file(store, b"2", row("r1"), row("r2", "Other text."), row("r3", "New text."))
    assert arrivals == [Arrival.UNCHANGED, Arrival.UNCHANGED, Arrival.ADDED]
    assert len(kept_texts(store)) == 3


def test_a_row_that_stands_twice_is_one_document(store):
    later = row(published=date(2024, 4, 1))
    assert read_file(store, b"1", row(), later) == [Arrival.ADDED, Arrival.UNCHANGED]
    [found] = intake.taken(store)
    assert intake.document(store, found.id).published is None


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_of_several_files_the_first_in_order_speaks(store, order):
    for folder in order:
        path = f"{folder}/wire.txt"
        taken(store, document(KABUL, path, key="wire.txt", title=f"from {folder}"))
    [found] = intake.taken(store)
    assert intake.document(store, found.id).title == "from a"
    assert found.path == "a/wire.txt"


def test_a_file_is_done_only_for_what_it_was_made_from(store):
    assert not intake.file_is_done(store, "table.jsonl", "made")
    read_file(store, b"1", row())
    assert intake.file_is_done(store, "table.jsonl", "made")
    assert not intake.file_is_done(store, "table.jsonl", "made by a later program")
    assert intake.count_documents(store, "table.jsonl") == 1


def test_a_file_that_fails_this_time_keeps_what_it_gave_before(store):
    read_file(store, b"1", row("r1"), row("r2", "Other text."))
    read_file(store, b"1", row("r1"), made_from=None)
    assert len(kept_texts(store)) == 2
    read_file(store, b"1", row("r1"))
    assert kept_texts(store) == [KABUL]


def test_a_file_of_which_a_part_failed_is_opened_again(store):
    read_file(store, b"1", row(), made_from=None)
    assert not intake.file_is_done(store, "table.jsonl", "made")


def test_where_a_document_lay_does_not_change_its_reading():
    text = document()
    assert fingerprint(text) == fingerprint(replace(text, path="elsewhere", original="00"))
    assert fingerprint(text) != fingerprint(replace(text, published=date(2024, 4, 1)))


def test_a_text_never_changes(store):
    read_file(store, b"1", row())
    with pytest.raises(Exception, match="never changes"):
        store.run("UPDATE documents SET text = 'other'")
