import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

from counterclaim.case.readers import AHEAD, Alone, Together
from counterclaim.ledger.entries import make_entry
from evaluation.kills import process_is_alive
from tests.ledger.made import document, reading

WORKER = (str(Path(__file__).parent / "made_worker.py"),)
PARENT = f"""
import sys, threading
from counterclaim.case.readers import Together
from tests.ledger.made import document
texts = [document("Kabul said it waits.", f"{{n}}.txt") for n in range(2)]
readers = Together(2, ({WORKER[0]!r},))
threading.Thread(target=lambda: list(readers.read(texts)), daemon=True).start()
while not all(worker.number for worker in readers.workers):
    pass
print(*(worker.number for worker in readers.workers), flush=True)
sys.stdin.read()
"""


def documents(*texts):
    return [document(f"Kabul said {text}.", f"{n}.txt") for n, text in enumerate(texts)]


def test_one_process_reads_in_order():
    given = documents("a", "b", "c")
    found = list(Alone(lambda text: make_entry(reading(text))).read(given))
    assert [text for text, _ in found] == given


def test_several_processes_read_what_one_reads():
    given = documents(*(f"it was number {n}" for n in range(20)))
    with Together(2, WORKER) as readers:
        found = dict(readers.read(given))
    assert found == {text: make_entry(reading(text)) for text in given}


@pytest.mark.parametrize(
    ("fate", "told"), [("killed", "was ended by signal 9"), ("exits", "ended with code 7")]
)
def test_a_process_that_dies_costs_one_document(fate, told):
    given = documents("a", f"it {fate}", "b", "c")
    with Together(1, WORKER) as readers:
        found = {text.path: entry for text, entry in readers.read(given)}
    assert [path for path, entry in found.items() if entry.unread] == ["1.txt"]
    assert found["1.txt"].unread == f"crash: the process that read it {told}"
    assert len(found) == 4


def test_what_a_library_prints_does_not_get_into_the_answers():
    with Together(1, WORKER) as readers:
        [(text, entry)] = readers.read(documents("it prints"))
    assert entry == make_entry(reading(text))


def test_no_more_documents_are_asked_for_than_can_soon_be_read():
    asked = []

    def given():
        for text in documents(*map(str, range(40))):
            asked.append(text)
            yield text

    with Together(2, WORKER) as readers:
        found = readers.read(given())
        next(found)
        assert len(asked) <= 2 * AHEAD


def test_who_breaks_off_does_not_wait_for_a_long_document():
    begun = monotonic()
    with suppress(KeyboardInterrupt), Together(2, WORKER) as readers:
        next(readers.read(documents("a", "it waits", "it waits", "it waits", "b", "c")))
        raise KeyboardInterrupt
    assert monotonic() - begun < 10
    assert not any(worker.number for worker in readers.workers)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_no_process_outlives_a_killed_parent():
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        numbers = [int(number) for number in parent.stdout.readline().split()]
        assert len(numbers) == 2
        assert all(map(process_is_alive, numbers))
        os.kill(parent.pid, signal.SIGKILL)
    last = monotonic() + 10
    while any(map(process_is_alive, numbers)) and monotonic() < last:
        pass
    assert not any(map(process_is_alive, numbers))


def test_the_real_worker_reads_even_where_warnings_are_errors(monkeypatch):
    monkeypatch.setenv("PYTHONWARNINGS", "error::RuntimeWarning")
    with Together(1) as readers:
        [(text, entry)] = readers.read(documents("it was not involved in Bisham"))
    assert entry.unread == ""
    assert [statement.source for statement in entry.statements] == ["Kabul"]
    assert all(text.text[row.begin : row.end] == row.quote for row in entry.passages)
