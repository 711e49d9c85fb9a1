"""The command as a process of its own: pipes, colours, start-up, signals."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from time import perf_counter, sleep

import pytest

from counterclaim.case import LOCK
from counterclaim.cli.demo import REPORTS
from counterclaim.ledger.lock import writing
from tests.cli.conftest import Command

HEAVY = {"spacy", "numpy", "lxml", "sqlite3", "msgspec", "datasketch", "pandas", "click"}
COMMAND = [sys.executable, "-m", "counterclaim"]
GENEROUS = 1.0  # seconds; the budgets of 0.2 and 0.15 are measured in docs/benchmarks.md


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


def loaded(code: str) -> set[str]:
    script = f"{code}\nimport sys; print(' '.join(sys.modules))"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(found.stdout.split())


def test_import_loads_nothing_heavy():
    assert not HEAVY & loaded("import counterclaim")


def test_help_loads_nothing_heavy():
    code = "from counterclaim.cli.program import run; run(['--help'])"
    assert HEAVY & loaded(code) == {"click"}


def test_help_is_quick():
    took = []
    for _ in range(3):
        begun = perf_counter()
        assert process("--help").returncode == 0
        took.append(perf_counter() - begun)
    assert min(took) < GENEROUS


def test_a_reader_that_stops_listening_is_no_error(case):
    with subprocess.Popen(
        [*COMMAND, "export", "json", "--case", case], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the streams")
@pytest.mark.parametrize(
    ("stream", "arguments"),
    [
        ("<&-", "read - --json"),
        (">&-", "export json --case"),
        (">&-", "search dam --case"),
        ("2>&-", "search dam --case"),
        ("<&- >&- 2>&-", "search dam --case"),
    ],
)
def test_a_closed_stream_is_no_error_of_ours(case, stream, arguments):
    folder = f"{shlex.quote(case)}" if arguments.endswith("--case") else ""
    line = f"{shlex.quote(sys.executable)} -m counterclaim {arguments} {folder} {stream}"
    ended = subprocess.run(
        ["sh", "-c", line], capture_output=True, text=True, check=False, timeout=60
    )
    assert "internal error" not in ended.stderr
    assert ended.returncode == (3 if "read" in arguments else 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", [["export", "json"], ["search", "dam"], ["show", "army.txt"]])
def test_a_full_disk_is_one_line(case, arguments):
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, *arguments, "-q", "--case", case],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert ended.returncode == 1
    assert "No space left" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_no_colour_reaches_a_pipe(case):
    assert "\x1b" not in process("show", "ministry.txt", "--case", case).stdout


@pytest.mark.skipif(not REPORTS.exists(), reason="the bundled reports are not there")
def test_the_demo_fits_a_screen_and_says_who_disagrees(command: Command, tmp_path):
    ended = command("demo", str(tmp_path / "demo"))
    assert ended.code == 0
    assert "affirmed" in ended.out
    assert "denied" in ended.out
    assert "adds no voice" in " ".join(ended.out.split())
    assert max(map(len, ended.out.splitlines()[:-3])) <= 80
    assert len(ended.out.splitlines()) <= 48
    again = command("demo", str(tmp_path / "demo"))
    assert again.code == 0


def test_the_demo_opens_its_page_until_interrupted(tmp_path):
    quiet = {**os.environ, "BROWSER": "true"}
    with subprocess.Popen(
        [*COMMAND, "demo", str(tmp_path / "demo"), "--open"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=quiet,
    ) as running:
        assert running.stdout is not None
        address = next((line for line in running.stdout if "http://127.0.0.1:" in line), "")
        running.send_signal(signal.SIGTERM)
    assert "/open?key=" in address


def test_the_demo_gives_the_same_export_wherever_it_lies(command: Command, tmp_path, monkeypatch):
    exports = []
    for name in ("one", "another folder"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert command("demo", "case").code == 0
        exports.append(command("export", "json", "--case", "case").out)
    assert exports[0] == exports[1]
    assert '"path": "demo/reports.jsonl#1"' in exports[0]


def test_the_demo_touches_no_case_of_ones_own(command: Command, case):
    ended = command("demo", case)
    assert ended.code == 2
    assert "of your own" in ended.err


def test_the_demo_touches_no_other_folder(command: Command, reports):
    ended = command("demo", str(reports))
    assert ended.code == 2
    assert "no case" in ended.err


def test_a_terminal_without_our_letters_gets_others(case):
    ended = process("show", "name with blank é.txt", "--case", case, PYTHONIOENCODING="cp1252")
    assert ended.returncode == 0
    assert "?[31mbridge?[0m" in ended.stdout


def test_a_second_writer_is_told_at_once(command: Command, reports, tmp_path):
    folder = tmp_path / "case"
    assert command("read", str(reports / "army.txt"), "--into", str(folder)).code == 0
    with writing(folder / LOCK):
        ended = process("read", str(reports), "--into", str(folder))
    assert ended.returncode == 5
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="sends a signal of POSIX")
def test_an_interrupted_run_can_be_resumed(tmp_path):
    reports, folder = tmp_path / "reports", tmp_path / "case"
    reports.mkdir()
    for number in range(400):
        text = f"The army of valley {number} said that it had fired {number} shells at the dam. "
        (reports / f"{number}.txt").write_text(text * 20)
    command = [*COMMAND, "read", str(reports), "--into", str(folder), "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        assert running.stderr is not None
        while not (folder / "ledger.db").exists():
            sleep(0.02)
        sleep(2.0)
        os.killpg(running.pid, signal.SIGINT)  # as Ctrl-C does: the workers get it too
        said = running.stderr.read().decode()
        assert running.wait(60) == 130, said
    assert "run the same command again to resume" in said
    assert "Traceback" not in said
