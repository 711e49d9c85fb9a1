"""`counterclaim demo`: the bundled reports on one happening, and who says what in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import talk_options
from counterclaim.cli.terminal import Line, Painted, Part, say, show_lines
from counterclaim.cli.wrapping import beside, clipped, duration, numbered, screen_width, wrapped
from counterclaim.errors import NotACase
from counterclaim.model.intake import Original
from counterclaim.views.statements import STANCES

if TYPE_CHECKING:
    from counterclaim.case import Case
    from counterclaim.views.disputes import BoardSide, DisputeBoard
    from counterclaim.views.entries import Entries

FOLDER = "counterclaim-demo"
REPORTS = Path(__file__).parent.parent / "data" / "demo" / "reports.jsonl"
PATH = "demo/reports.jsonl"  # under which they stand in the ledger, on every machine
SHOWN = 3  # disputes that fit on one screen
VOICES = 2  # of one side
BAR = 24  # columns of the longest bar


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=FOLDER)
@click.option("--open", "opened", is_flag=True, help="Open its page in the browser then.")
@talk_options
def demo(folder: Path, opened: bool) -> None:
    """Read the bundled reports into FOLDER and show who says what.

    The reports are invented, and so are the outlets and the happening.
    """
    from counterclaim.case import Case
    from counterclaim.cli.progress import Reporter
    from counterclaim.views.entries import enter

    with Case.create(folder) as case:
        _refuse_other(case)
        say(f"Reading the bundled reports into {folder} ...")
        with Reporter() as report:
            summary = case.read([Original(PATH, REPORTS.read_bytes(), ".jsonl")], None, report)
        entries = enter(case.ledger())
    show_lines(_screen(entries, folder, summary.seconds))
    if opened:
        from counterclaim.cli.serve import open_case

        open_case(folder)


def _refuse_other(case: Case) -> None:
    """Add the invented reports to no case of the user's own."""
    for reading in case.ledger().readings:
        if not reading.document.path.startswith(f"{PATH}#"):
            raise NotACase(
                f"{case.folder} is a case of your own", "Name another folder for the demo"
            )


def _screen(entries: Entries, folder: Path, seconds: float) -> Iterator[Line]:
    from counterclaim.views.disputes import dispute_boards, why_none

    boards = (*dispute_boards(entries), *dispute_boards(entries, possible=True))
    boards = tuple({board.id: board for board in boards}.values())
    documents = len(entries.readings)
    title = f"{documents} reports on one happening, read in {duration(seconds)}"
    yield (Painted(f"{title}. Who says what:", "heading"),)
    for board in boards[:SHOWN]:
        yield ()
        yield from _beside(board)
    if not boards:
        yield (f"No dispute to show: {why_none(entries.ledger)}.",)
    yield ()
    yield from _outlets(entries)
    yield from _next(boards, entries, folder)


def _beside(board: DisputeBoard) -> Iterator[Line]:
    """Yield a dispute with its first two sides next to each other."""
    state = Painted(f"  {board.state.value.upper()}", "open")
    yield from wrapped([Painted(board.question, "heading"), state])
    width = screen_width() // 2
    columns = [list(_side(side, width - 2)) for side in board.sides]
    for number in range(0, len(columns), 2):
        left, *right = columns[number : number + 2]
        yield from beside(left, right[0] if right else (), width)


def _side(side: BoardSide, width: int) -> Iterator[Line]:
    from counterclaim.cli.board import SIGNS
    from counterclaim.views.disputes import told_origins

    word = STANCES[side.polarity]
    origins = told_origins(side.origins)
    yield (Painted(f"  {SIGNS[side.polarity]} {word}, {origins}", word),)
    for voice in side.voices[:VOICES]:
        words = f" “{clipped(voice.said, 5 * width // 4)}”"
        parts: list[Part] = [
            Painted(voice.speaker, "source"),
            Painted(f" {voice.cue}", "cue"),
            words,
        ]
        yield from wrapped(parts, "    ", "      ", width)
        day = f", {voice.published.isoformat()}" if voice.published else ""
        yield from wrapped([Painted(f"{voice.outlet}{day}", "faint")], "      ", "      ", width)
    if (rest := len(side.voices) - VOICES) > 0:
        yield (Painted(f"    and {numbered(rest, 'more report')}", "faint"),)
    if copies := len(side.copies):
        yield (
            Painted(f"    and {copies} cop{'y' if copies == 1 else 'ies'}: no new voice", "faint"),
        )


def _outlets(entries: Entries) -> Iterator[Line]:
    from counterclaim.views.overview import outlet_rows

    rows = outlet_rows(entries.ledger)
    most = max((row.statements for row in rows), default=1) or 1
    yield (Painted("Statements by outlet", "heading"),)
    for row in rows:
        if row.copies:
            bar = Painted(f"prints {', '.join(row.copies)} again: adds no voice", "faint")
        else:
            length = max(1, round(BAR * row.statements / most)) if row.statements else 0
            bar = Painted("■" * length + f" {row.statements}", "via")
        yield from wrapped([bar], f"  {clipped(row.outlet, 28):<28}  ", " " * 32)


def _next(boards: tuple[DisputeBoard, ...], entries: Entries, folder: Path) -> Iterator[Line]:
    from counterclaim.cli.options import case_argument, command

    call, where = f"  {command()}", case_argument(folder)
    yield (Painted("Look further", "heading"),)
    if not entries.readings:
        return
    document = next(iter(entries.readings.values())).document
    voices = [voice for board in boards[:1] for side in board.sides for voice in side.voices]
    if voices:
        yield (f"{call} explain {voices[-1].id}{where}",)
        yield (f"{call} show {voices[-1].document}{where}",)
    else:
        yield (f"{call} show {document.id}{where}",)
    yield (f"{call} disputes{where}",)
