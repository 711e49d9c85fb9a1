"""`counterclaim read`: reports into a ledger."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.options import (
    case_argument,
    case_folder,
    command,
    day,
    nearest,
    rows_option,
    talk_options,
)
from counterclaim.cli.terminal import (
    Line,
    Painted,
    complain,
    is_quiet,
    say_lines,
    show_bytes,
    show_lines,
)
from counterclaim.cli.wrapping import duration, numbered
from counterclaim.errors import DocumentError
from counterclaim.model.intake import Failure, Given

if TYPE_CHECKING:
    from counterclaim.model.run import Summary

SOME_FAILED = 3
LISTED = 20
COPIES = "  documents that print another: they add no voice"
UNREAD = "  documents that are kept, but not read"


def given_options(call: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a file does not say of itself."""
    for option in (
        click.option(
            "--text-col", metavar="NAME", default="", help="Column of a table with the text."
        ),
        click.option("--language", metavar="CODE", default="", help="Language, as `en`."),
        click.option("--title", default="", help="Title."),
        click.option("--author", default="", help="Author."),
        click.option("--outlet", default="", help="Who published it."),
        click.option(
            "--published",
            metavar="YYYY-MM-DD",
            type=day,
            default=None,
            help="Day of publication, as 2024-03-31.",
        ),
    ):
        call = option(call)
    return call


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--into",
    "--case",
    "into",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the case. Default: $COUNTERCLAIM_CASE, else ./counterclaim-case",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print the ledger; keep nothing without --into."
)
@rows_option
@given_options
@click.option("--allow-network", is_flag=True, help="Fetch addresses that PATH names.")
@click.option(
    "--jobs", type=click.IntRange(0, 256), default=0, help="Processes. Default: one for each core."
)
@talk_options
def read(
    paths: tuple[str, ...],
    into: Path | None,
    *,
    as_json: bool,
    rows: tuple[str, ...],
    allow_network: bool,
    jobs: int,
    **given: Any,
) -> int:
    """Read reports into a ledger.

    PATH is a file, a folder, an archive, an http(s) address (with --allow-network) or - for
    standard input: text, Markdown, HTML, PDF, DOCX, ODT, e-mail, feeds, and CSV, JSONL or Parquet
    tables with a text column. Run it again to resume, or to add what is new.
    """
    from counterclaim.case import Case, ReadOptions, read_once
    from counterclaim.cli.progress import Reporter
    from counterclaim.exports.json import chunks

    _refuse_missing(paths)
    if rows and not as_json:
        raise click.UsageError("--rows goes with --json")
    options = ReadOptions(given=_given(**given), allow_network=allow_network, jobs=jobs)
    if as_json and into is None:
        with Reporter() as report:
            ledger, failures = read_once(paths, options, report)
        show_bytes(chunks(ledger, rows))
        return list_failures(failures, len(failures))
    folder = case_folder(into)
    with Case.create(folder) as case:
        with Reporter() as report:
            summary = case.read(paths, options, report)
        if as_json:
            show_bytes(chunks(case.ledger(), rows))
        code = list_failures(summary.failures)
        if as_json or is_quiet():
            say_lines(_ending(summary, folder))
        else:
            show_lines(_ending(summary, folder))
    return code


def _given(published: date | None, text_col: str, **others: str) -> Given:
    return Given(published=published, text_column=text_col, **others)


def _refuse_missing(paths: Sequence[str]) -> None:
    """Make no case of names alone. Beside something that is there, a missing file is a failure."""
    if all(_is_missing(path) for path in paths):
        hints = "".join(_nearest_file(Path(path)) for path in paths)
        raise DocumentError(
            f"no such file or folder: {', '.join(paths)}", hints or "Check the name"
        )


def _is_missing(path: str) -> bool:
    if path == "-" or "://" in path:
        return False
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _nearest_file(path: Path) -> str:
    try:
        known = os.listdir(path.parent)
    except OSError:
        return ""
    return nearest(str(path), [str(path.with_name(name)) for name in known])


def list_failures(failures: Sequence[Failure], most: int = LISTED) -> int:
    """Say what could not be read, why, and what to do next. Return the exit code."""
    for failure in failures[:most]:
        complain(f"{failure.path}: {failure.reason}", failure.next_step)
    if len(failures) > most:
        complain(f"and {len(failures) - most} more that could not be read")
    return SOME_FAILED if failures else 0


def _ending(summary: Summary, folder: Path) -> Iterator[Line]:
    """Yield what the run came to, in at most ten lines."""
    narrated = numbered(summary.narrated, "sentence")
    new = f"{summary.added} new, {summary.unchanged} as before"
    yield (Painted(f"{folder}: read in {duration(summary.seconds)}", "heading"),)
    yield (f"  documents   {summary.documents:>7}  {new}",)
    yield (f"  copies      {summary.copies:>7}{COPIES if summary.copies else ''}",)
    yield (f"  statements  {summary.statements:>7}  and {narrated} of narration",)
    yield (f"  claims      {summary.claims:>7}",)
    yield (f"  events      {summary.events:>7}",)
    yield (f"  disputes    {summary.disputes:>7}",)
    yield (f"  unread      {summary.unread:>7}{UNREAD if summary.unread else ''}",)
    yield (f"  failures    {len(summary.failures):>7}{_where(summary, folder)}",)
    yield (f"Next: {command()} {_next(summary)}{case_argument(folder)}",)


def _where(summary: Summary, folder: Path) -> str:
    return f"  listed with the next step in {folder / 'failures.csv'}" if summary.failures else ""


def _next(summary: Summary) -> str:
    if not summary.documents:
        return "read PATH..."
    return "disputes" if summary.disputes else "search WORDS"
