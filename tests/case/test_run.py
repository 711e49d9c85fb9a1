"""The run itself, with readings made by hand."""

import os
import sys
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from counterclaim.case import run as run_module
from counterclaim.case.linking import WAITING, ledger_of
from counterclaim.case.readers import Alone
from counterclaim.case.reading import NEXT_STEPS, unread_entry
from counterclaim.case.run import Run, keeper
from counterclaim.errors import DocumentError, LedgerFull
from counterclaim.knowledge import load_knowledge
from counterclaim.ledger.entries import make_entry
from counterclaim.ledger.failures import failures
from counterclaim.ledger.store import Store
from counterclaim.model.intake import Given, Limits
from counterclaim.model.run import ReadOptions
from tests.ledger.made import reading

ENGLISH = Given(language="en", outlet="Wire")


class Bench:
    """A store in memory, a folder of reports, and a reader that counts what it reads."""

    def __init__(self, folder, store):
        self.folder, self.store, self.read_texts = folder, store, []
        self.progress = []

    def write(self, **texts):
        for name, text in texts.items():
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def entry(self, document):
        self.read_texts.append(document.text)
        return make_entry(reading(document))

    def read(self, entry=None, paths=None, **options):
        readers = Alone(entry or self.entry)
        run = Run(
            self.store,
            load_knowledge(),
            ReadOptions(**({"given": ENGLISH} | options)),
            keeper(self.store, None),
            self.progress.append,
        )
        return run.read(paths or [str(self.folder)], lambda _: nullcontext(readers))

    def bytes(self):
        return msgspec.json.encode(ledger_of(self.store))


@pytest.fixture
def bench(tmp_path):
    store = Store.create(":memory:")
    yield Bench(tmp_path, store)
    store.close()


def test_what_is_read_is_not_read_again(bench):
    bench.write(a="Kabul said no.", b="The army said yes.")
    first = bench.read()
    assert (first.documents, first.added, first.unchanged, first.statements) == (2, 2, 0, 2)
    bench.read_texts.clear()
    before = bench.bytes()
    again = bench.read()
    assert (again.documents, again.added, again.unchanged) == (2, 0, 2)
    assert bench.read_texts == []
    assert bench.bytes() == before


def test_only_what_is_new_is_read(bench):
    bench.write(a="Kabul said no.")
    bench.read()
    bench.write(b="The army said yes.")
    bench.read()
    assert bench.read_texts == ["Kabul said no.", "The army said yes."]


def test_other_particulars_are_read_again_but_not_doubled(bench):
    bench.write(a="Kabul said no.")
    bench.read()
    later = bench.read(given=Given(language="en", outlet="Wire", published=date(2024, 4, 1)))
    assert later.documents == 1
    assert len(bench.read_texts) == 2
    [only] = ledger_of(bench.store).readings
    assert only.document.published == date(2024, 4, 1)


def test_another_outlet_replaces_the_document(bench):
    bench.write(a="Kabul said no.")
    bench.read()
    assert bench.read(given=Given(language="en", outlet="Post")).documents == 1
    [only] = ledger_of(bench.store).readings
    assert only.document.outlet == "Post"


def test_new_code_reads_all_documents_again_also_those_not_named(bench, monkeypatch):
    bench.write(a="Kabul said no.", b="The army said yes.")
    bench.read()
    (bench.folder / "a.txt").unlink()
    monkeypatch.setattr(run_module, "reader_version", lambda _: "later")
    bench.read()
    assert sorted(bench.read_texts[2:]) == ["Kabul said no.", "The army said yes."]


def test_a_run_that_breaks_off_goes_on_where_it_stopped(bench):
    bench.write(**{f"n{n}": f"Kabul said it was not involved in case {n}." for n in range(6)})

    def breaks(document):
        if len(bench.read_texts) == 3:
            raise KeyboardInterrupt
        return bench.entry(document)

    with pytest.raises(KeyboardInterrupt):
        bench.read(breaks)
    unfinished = ledger_of(bench.store)
    assert sorted(one.unread for one in unfinished.readings) == ["", "", "", *[WAITING] * 3]
    bench.read()
    assert len(bench.read_texts) == 6
    whole = bench.bytes()
    with fresh(bench) as other:
        other.read()
        assert other.bytes() == whole


@contextmanager
def fresh(bench):
    store = Store.create(":memory:")
    try:
        yield Bench(bench.folder, store)
    finally:
        store.close()


def test_a_file_that_cannot_be_read_is_told_until_it_can(bench):
    bench.write(a="Kabul said no.", b="")
    first = bench.read()
    assert first.documents == 1
    assert [failure.path for failure in first.failures] == [str(bench.folder / "b.txt")]
    assert failures(bench.store) == first.failures
    bench.write(b="The army said yes.")
    assert bench.read().failures == ()
    assert failures(bench.store) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_name_that_is_not_utf_8_is_read_and_told_as_any_other(bench):
    good, bad = (os.fsdecode(name) for name in (b"ca\xe9.txt", b"vide\xe9.txt"))
    (bench.folder / good).write_text("Kabul said no.")
    (bench.folder / bad).touch()
    paths = [str(bench.folder / name) for name in (good, bad)]
    [failure] = bench.read(paths=paths).failures
    assert failure.path.endswith(r"vide\xe9.txt")
    [only] = ledger_of(bench.store).readings
    assert only.document.path.endswith(r"ca\xe9.txt")
    (bench.folder / bad).write_text("The army said yes.")
    assert bench.read(paths=paths).failures == failures(bench.store) == ()


def test_an_empty_name_is_not_the_folder_one_stands_in(bench):
    with pytest.raises(DocumentError, match="empty name"):
        bench.read(paths=[""])
    assert ledger_of(bench.store).readings == ()


def test_a_document_that_is_too_long_is_kept_and_told_every_time(bench):
    bench.write(a="Kabul said no. " * 20)
    limits = Limits(characters=100)
    for _ in range(2):
        summary = bench.read(limits=limits)
        assert (summary.documents, summary.unread) == (1, 1)
        [failure] = summary.failures
        assert failure.reason == "length: 300 characters, and 100 are allowed"
        assert failure.next_step == NEXT_STEPS["length"]
    assert bench.read_texts == []
    assert bench.read().failures == ()
    assert len(bench.read_texts) == 1


def test_a_document_that_ended_its_reader_is_tried_again(bench):
    bench.write(a="Kabul said no.")
    first = bench.read(lambda document: unread_entry(document, "crash: signal 9"))
    assert [failure.reason for failure in first.failures] == ["crash: signal 9"]
    assert bench.read().failures == ()


def test_a_document_in_another_language_is_kept_and_not_tried_again(bench):
    bench.write(a="Kabul said no.")
    tried = []

    def unknown(document):
        tried.append(document.path)
        return unread_entry(document, "language: no reader for 'xx', only for en")

    for _ in range(2):
        summary = bench.read(unknown)
        assert summary.unread == 1
        assert [failure.next_step for failure in summary.failures] == [NEXT_STEPS["language"]]
    assert len(tried) == 1


def test_a_reading_with_a_wrong_span_costs_its_document_not_the_run(bench):
    bench.write(a="Kabul said no.", b="The army said yes.")

    def astray(document):
        entry = bench.entry(document)
        wrong = entry.passages[0]._replace(quote="other words")
        return replace(entry, passages=(wrong,)) if "army" in document.text else entry

    summary = bench.read(astray)
    assert (summary.documents, summary.unread, summary.statements) == (2, 1, 1)
    [failure] = summary.failures
    assert failure.reason.startswith("fault: document")


def test_progress_counts_up_to_the_end(bench):
    bench.write(a="Kabul said no.", b="The army said yes.", c="")
    bench.read()
    assert bench.progress[0].total is None
    assert [(each.done, each.total) for each in bench.progress[-2:]] == [(1, 2), (2, 2)]
    assert bench.progress[-1].failed == 1


def test_a_full_disk_stops_the_run_and_it_goes_on_later(bench):
    bench.write(
        **{f"n{n}": f"Kabul said it was not involved in case {n}. " * 40 for n in range(20)}
    )
    [(pages,)] = bench.store.rows("PRAGMA page_count")
    bench.store.run(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(LedgerFull):
        bench.read()
    bench.store.run("PRAGMA max_page_count = 100000")
    assert bench.read().documents == 20
    whole = bench.bytes()
    with fresh(bench) as other:
        other.read()
        assert other.bytes() == whole
