"""The processes that read: limited, replaced, and never left behind."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from counterclaim.documents import Sandbox
from counterclaim.documents.extract import Extract
from counterclaim.model.intake import Failure, Limits, Original
from tests.documents.hostile import pdf_of_many_words
from tests.documents.made import page, pdf

PAGE = Original("a.html", page(), ".html")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has these limits")


def read(sandbox, original=PAGE):
    return list(sandbox.read(original, original.suffix, ""))


def process_of(sandbox):
    return sandbox._places.queue[-1]._process


def test_a_process_reads_many_files():
    with Sandbox(Limits(seconds=5)) as sandbox:
        read(sandbox)
        first = process_of(sandbox).pid
        read(sandbox)
        assert process_of(sandbox).pid == first


def test_a_process_is_replaced_after_a_failure():
    with Sandbox(Limits(seconds=5)) as sandbox:
        read(sandbox)
        (failure,) = read(sandbox, Original("a.pdf", b"%PDF-1.4 nothing", ".pdf"))
        assert isinstance(failure, Failure)
        assert isinstance(read(sandbox)[0], Extract)


def test_a_file_that_takes_too_long_is_a_failure():
    with Sandbox(Limits(seconds=0.3)) as sandbox:
        begun = time.monotonic()
        (failure,) = read(sandbox, Original("a.pdf", pdf_of_many_words(), ".pdf"))
        assert failure.reason == "reading it took over 0.3 s"
        assert time.monotonic() - begun < 5


@LINUX
def test_a_file_that_takes_too_much_memory_is_a_failure():
    heavy = Original("a.pdf", pdf() + b"\n%" + b"x" * (200 << 20), ".pdf")
    with Sandbox(Limits(seconds=5, memory=300 << 20)) as sandbox:
        (failure,) = read(sandbox, heavy)
        assert "memory" in failure.reason or "ended the process" in failure.reason
        assert isinstance(read(sandbox, Original("b.pdf", pdf(), ".pdf"))[0], Extract)


@LINUX
def test_a_process_that_cannot_start_is_a_failure():
    with Sandbox(Limits(seconds=5, memory=1 << 20)) as sandbox:
        (failure,) = read(sandbox)
        assert failure.next_step == "Run counterclaim doctor"


def test_a_process_that_dies_fails_one_file_only():
    with Sandbox(Limits(seconds=5)) as sandbox:
        read(sandbox)
        os.kill(process_of(sandbox).pid, signal.SIGKILL)
        (failure,) = read(sandbox)
        assert failure.reason == "it ended the process that read it (SIGKILL)"
        assert isinstance(read(sandbox)[0], Extract)


def test_threads_share_the_processes():
    with Sandbox(Limits(seconds=30), workers=2) as sandbox, ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda _: read(sandbox), range(12)))
    assert all(len(each) == 1 and isinstance(each[0], Extract) for each in found)


def test_a_reading_that_is_given_up_leaves_the_place_free():
    with Sandbox(Limits(seconds=5)) as sandbox:
        reading = sandbox.read(PAGE, ".html", "")
        next(iter(reading))
        del reading
        assert isinstance(read(sandbox)[0], Extract)


@LINUX
def test_no_process_outlives_a_killed_run():
    program = (
        "from counterclaim.documents import Sandbox\n"
        "from counterclaim.model.intake import Limits, Original\n"
        "import time\n"
        "pool = Sandbox(Limits())\n"
        "list(pool.read(Original('a.html', b'<p>denied</p>', '.html'), '.html', ''))\n"
        "pool._places.put(pool._start())\n"
        "print(pool._places.queue[-1]._process.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        child = Path(f"/proc/{int(run.stdout.readline())}")
        assert child.exists()
        run.kill()
    until = time.monotonic() + 5
    while child.exists() and "zombie" not in (child / "status").read_text():
        assert time.monotonic() < until, "outlived the run"
        time.sleep(0.05)
