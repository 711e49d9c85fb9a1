"""What every command keeps to: one-line errors with a next step, nearest names, exit codes."""

from pathlib import Path

import pytest

from counterclaim import errors
from counterclaim.cli import COMMANDS
from counterclaim.cli import program as commands
from counterclaim.cli.options import case_argument
from counterclaim.cli.options import command as command_line
from counterclaim.cli.program import EXIT_CODES, run
from counterclaim.cli.progress import described
from counterclaim.cli.terminal import Painted, harmless
from counterclaim.cli.wrapping import beside, clipped, columns, duration, paragraphs, wrapped
from counterclaim.model.run import Progress


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["reed"], "Did you mean 'read'?"),
        (["xyzzy"], "There are: demo, read"),
        (["read", "x", "--jsn"], "--json"),
        (["--versoin"], "--version"),
        (["export", "csw"], "Did you mean 'csv'?"),
        (["completion", "bsh"], "Did you mean 'bash'?"),
        (["show"], "Missing argument"),
        (["search", "x", "--limit", "0"], "0 is not in the range"),
    ],
)
def test_wrong_use_is_one_line_with_the_nearest_name(command, arguments, hint):
    ended = command(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert hint in ended.err
    assert len(ended.err.splitlines()) == 1
    assert "--help" in ended.err


@pytest.mark.parametrize("name", ["show", "explain", "search"])
def test_no_case_is_one_line_with_a_next_step(command, name, tmp_path):
    ended = command(name, "x", "--case", str(tmp_path / "no case"))
    assert ended.code == 2
    assert "counterclaim read" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_an_unknown_id_says_what_to_do(command, case):
    ended = command("show", "zzzz", "--case", case)
    assert (ended.code, ended.out) == (2, "")
    assert "counterclaim search" in ended.err


def test_only_documents_have_coverage(command, case):
    ended = command("search", "denied", "--case", case, "--json")
    assert ended.code == 0
    assert command("show", "ministry.txt", "--coverage", "--case", case).code == 0


def test_no_arguments_show_the_help(command):
    ended = command()
    assert ended.code == 2
    assert "Usage: counterclaim" in ended.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(command, name):
    ended = command(name, "--help")
    assert ended.code == 0
    assert "--quiet" in ended.out


def test_quiet_leaves_data_alone(command, case):
    assert command("-q", "search", "dam", "--case", case).err == ""
    assert command("search", "dam", "-q", "--case", case).out


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.LedgerBusy("busy", "wait"), 5),
        (errors.LedgerDamaged("damaged", "restore"), 4),
        (errors.LedgerFull("full", "make room"), 1),
        (errors.NotACase("none", "read"), 2),
        (errors.UnknownId("none", "search"), 2),
        (errors.QueryError("what", "this"), 2),
        (errors.MissingExtra("pandas", "install it"), 2),
        (KeyboardInterrupt(), 130),
        (OSError(28, "No space left on device", "/tmp/x"), 1),
        (ValueError("a bug"), 1),
    ],
)
def test_every_end_has_its_exit_code_and_one_line(error, code, capsys, monkeypatch):
    def end(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(commands.program, "main", end)
    assert run([]) == code
    said = capsys.readouterr().err
    assert said.startswith("counterclaim: ")
    assert len(said.splitlines()) == 1


def test_a_bug_shows_its_traceback_when_asked(capsys, monkeypatch):
    def end(*_: object, **__: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr(commands.program, "main", end)
    assert run(["-v"]) == 1
    said = capsys.readouterr().err
    assert "Traceback" in said
    assert "doctor" in said


def test_every_error_of_ours_has_an_exit_code():
    assert EXIT_CODES[-1][0] is errors.CounterclaimError


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07", "a␀b␇"),
        ("left\u202eright", "left\ufffdright"),
        ("\x9b2J", "\ufffd2J"),
        ("\ud800", "\ufffd"),
        ("tab\tand\nline é", "tab\tand\nline é"),
    ],
)
def test_control_characters_are_shown_not_obeyed(text, shown):
    assert harmless(text) == shown


def test_lines_break_at_words_and_keep_their_style():
    lines = list(wrapped(["one ", Painted("two three", "cue"), " four"], "", "  ", 10))
    assert lines == [
        ("", "one ", Painted("two", "cue")),
        ("  ", Painted("three", "cue"), ""),
        ("  ", "four"),
    ]
    assert list(wrapped([])) == [("",)]


def test_wide_and_combining_letters_take_their_columns():
    assert (columns("Kabul"), columns("喀布尔"), columns("e\u0301")) == (5, 6, 1)
    assert clipped("喀布尔喀布尔", 7) == "喀布尔…"


def test_columns_stand_next_to_each_other():
    assert list(beside([("a",), ("b",)], [("x",)], 4)) == [("a", "   ", "x"), ("b",)]


def test_paragraphs_are_split_inside_a_style():
    assert list(paragraphs(["a\n", Painted("b\nc", "cue")])) == [
        ("a",),
        ("", Painted("b", "cue")),
        (Painted("c", "cue"),),
    ]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (59, "59 s"), (65, "1 min 05 s"), (7800, "2 h 10 min")]
)
def test_durations_are_for_people(seconds, text):
    assert duration(seconds) == text


def test_progress_has_rate_and_time_left():
    line = described(Progress(done=10, failed=1, total=30, seconds=5.0, path="a.txt"))
    assert line == "read 10 of 30, 1 failed, 2.0 a second, 10 s left a.txt"
    assert described(Progress(0, 0, None, 0.0, "a.txt")) == "read 0 a.txt"


def test_the_rate_counts_from_when_reading_began():
    began = Progress(done=1, failed=0, total=101, seconds=60.0, path="a.txt")
    line = described(Progress(done=21, failed=0, total=101, seconds=70.0, path="b.txt"), began)
    assert line == "read 21 of 101, 2.0 a second, 40 s left b.txt"


def test_a_next_step_can_be_typed_as_it_stands(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.argv", [".venv/bin/counterclaim", "demo"])
    assert command_line() == str(Path(".venv/bin/counterclaim"))
    monkeypatch.setattr("sys.argv", ["/site-packages/counterclaim/__main__.py", "demo"])
    assert command_line() == "python -m counterclaim"


def test_a_case_is_named_in_a_command_as_a_shell_takes_it(tmp_path):
    assert case_argument(tmp_path / "my case") == f" --case '{tmp_path / 'my case'}'"


def test_a_sentence_of_any_length_is_cut_at_once():
    assert clipped("喀" * 400_000, 9) == "喀喀喀喀…"
