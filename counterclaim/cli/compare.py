"""`counterclaim compare`: one's own coded rows held against the case; nothing of them is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.happenings import headline
from counterclaim.cli.options import (
    Choice,
    case_folder,
    case_option,
    json_option,
    talk_options,
)
from counterclaim.cli.terminal import Line, Painted, Part, say, show_bytes, show_json, show_lines
from counterclaim.cli.wrapping import numbered, wrapped

if TYPE_CHECKING:
    from counterclaim.views.own_held import Difference
    from counterclaim.views.own_rows import (
        CodedEvent,
        Comparison,
        Fit,
        NotCoded,
        PerhapsCoded,
    )
    from counterclaim.views.voices import Voice

BOOKS = ("acled", "ucdp", "gtd")
ORDERS = ("day-first", "month-first")
STDIN = "-"
FLAWS = 8  # rows that are named before the rest is counted
VOICES = 4
STYLES = {"new": "affirmed", "may contradict": "open", "disputed": "open"}


@click.command()
@click.argument(
    "rows", type=click.Path(path_type=Path, exists=True, allow_dash=True, dir_okay=False)
)
@click.option(
    "--codebook",
    type=Choice(BOOKS),
    help="Whose columns the rows have; told from their names if not given.",
)
@click.option(
    "--dates",
    type=Choice(ORDERS),
    help="Which part of 03/04/2024 is the day; told from the column if not given.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Write one table: a row for each difference.")
@json_option
@case_option
@talk_options
def compare(
    rows: Path,
    codebook: str | None,
    dates: str | None,
    case: Path | None,
    *,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Hold your own coded rows against the case.

    ROWS is a CSV of ACLED's, UCDP's or GTD's columns, as many of them as you
    keep, in any order; - reads standard input. Shows which events your rows
    have already, what is told of them that your cells have not (newer numbers,
    contradictions, denials, each with who says so), and which events no row
    has. A row's number is the one that a spreadsheet shows. Nothing is kept.
    """
    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other")
    found = _compared(rows, codebook or "", dates or "open", case)
    if as_json:
        from counterclaim.cli.objects import view_object

        show_json(view_object("comparison", found))
    elif as_csv:
        from counterclaim.exports.rows import csv_lines
        from counterclaim.views.own_rows import COLUMNS, comparison_rows

        show_bytes(csv_lines(COLUMNS, comparison_rows(found)))
    else:
        show_lines(comparison_lines(found))
    _say_how_it_went(found)


def _compared(path: Path, codebook: str, dates: str, case: Path | None) -> Comparison:
    from counterclaim.case import Case
    from counterclaim.cli.show import index
    from counterclaim.coding.own_days import Order
    from counterclaim.coding.own_rows import read_own_rows
    from counterclaim.views.own_rows import compare_rows, days_of

    content = sys.stdin.buffer.read() if str(path) == STDIN else path.read_bytes()
    table = read_own_rows(content, codebook, Order(dates))
    with Case.open(case_folder(case)) as opened, opened.snapshot():
        entries = index(opened, None)
    return compare_rows(table, entries.ledger, days_of(entries), lambda _: entries)


def comparison_lines(found: Comparison) -> Iterator[Line]:
    """Yield what rows have not, then what is not coded, then what may be; what is the same last."""
    for coded in found.news:
        yield from _coded_lines(coded)
        yield ()
    within = [each for each in found.uncoded if not each.below]
    below = [each for each in found.uncoded if each.below]
    yield from _section("Not coded yet:", map(_new_line, within))
    yield from _section("May be coded already:", map(_perhaps_line, found.perhaps))
    yield from _section(
        f"Not coded, and below inclusion in {found.codebook}:", map(_new_line, below)
    )
    if found.same:
        named = ", ".join(_row(each.fit) for each in found.same)
        yield from wrapped([Painted("Already coded, nothing new: ", "faint"), named], "", "  ")


def _section(name: str, lines: Iterable[Iterator[Line]]) -> Iterator[Line]:
    found = list(lines)
    if found:
        yield (Painted(name, "faint"),)
        for each in found:
            yield from each
        yield ()


def _coded_lines(coded: CodedEvent) -> Iterator[Line]:
    head = f"Already coded as {_row(coded.fit)}: "
    event = coded.event
    yield from wrapped(
        [Painted(head, "heading"), headline(event), Painted(f" · {event.id}", "faint")], "", "  "
    )
    for each in coded.differences:
        yield from wrapped(_difference(each), "  ", "    ")
        for voice in each.voices[:VOICES]:
            yield from wrapped(_voice(voice), "      ", "        ")
        if len(each.voices) > VOICES:
            yield (Painted(f"      and {len(each.voices) - VOICES} more", "faint"),)


def _difference(each: Difference) -> list[Part]:
    news, yours = each.news.value, each.yours or "blank"
    style = STYLES.get(news, "denied")
    if news == "new":
        return [Painted("new: ", style), f"{each.column} {yours} → {each.told}"]
    if news == "denied":
        return [Painted("denied since: ", style), f"your {each.column}, {yours}: {each.told}"]
    if news == "disputed":
        whose = f"your {each.column}, {yours}" if each.yours else f"the {each.column}"
        return [Painted("disputed: ", style), f"{whose}: {each.told}"]
    return [Painted(f"{news} your {each.column}: ", style), f"{each.told}; you have {yours}"]


def _voice(voice: Voice) -> list[Part]:
    day = voice.published.isoformat() if voice.published else ""
    place = ", ".join(part for part in (voice.outlet, day) if part)
    about = f" [{place}] {voice.statement or voice.document}"
    return [Painted(voice.who, "source"), f": {voice.sentence}", Painted(about, "faint")]


def _new_line(each: NotCoded) -> Iterator[Line]:
    facts = "; ".join(part for part in (each.why, *each.below) if part)
    about = f" · {facts}" if facts else ""
    killed = f", {each.event.killed} killed" if each.event.killed else ""
    line: list[Part] = [
        f"{headline(each.event)}{killed}",
        Painted(f"{about} · {each.event.id}", "faint"),
    ]
    yield from wrapped(line, "  ", "    ")


def _perhaps_line(each: PerhapsCoded) -> Iterator[Line]:
    rows = " or ".join(_row(fit) for fit in each.fits)
    about = Painted(f" · {each.why} · {each.event.id}", "faint")
    yield from wrapped([f"{headline(each.event)}: may be {rows}", about], "  ", "    ")
    for fit in each.fits:
        signs = "; ".join(sign.why for sign in fit.signs)
        yield from wrapped([Painted(f"row {fit.row}: {signs}", "faint")], "      ", "        ")


def _row(fit: Fit) -> str:
    return f"row {fit.row} ({fit.id})" if fit.id else f"row {fit.row}"


def _say_how_it_went(found: Comparison) -> None:
    for flaw in found.flaws[:FLAWS]:
        say(f"Row {flaw.row}: {flaw.what}" if flaw.row else f"The table: {flaw.what}")
    if len(found.flaws) > FLAWS:
        say(f"and {len(found.flaws) - FLAWS} more that could not be read; --json has them all")
    if found.missing:
        say(f"Columns of {found.codebook} that are not there: {', '.join(found.missing)}")
    coded = numbered(len(found.news) + len(found.same), "event")
    say(
        f"{numbered(found.rows, 'row')} of {found.codebook} read. {coded} coded already,"
        f" {len(found.news)} with something new; {len(found.perhaps)} may be;"
        f" {len(found.uncoded)} not coded. The case tells nothing of"
        f" {numbered(found.untold, 'row')}. Nothing of your rows was kept"
    )
