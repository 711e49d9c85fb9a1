"""`counterclaim export`: the ledger for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import (
    CODEBOOKS,
    Choice,
    case_folder,
    case_option,
    rows_option,
    talk_options,
)
from counterclaim.cli.terminal import say, show_bytes

if TYPE_CHECKING:
    from counterclaim.model.record import Ledger

FORMATS = ("json", "csv", "parquet", *CODEBOOKS)
NUMBERS = ("lowest", "highest", "latest", "most_origins", "all")
TO_STDOUT = Path("-")


@click.command()
@click.argument("name", type=Choice(FORMATS), metavar="FORMAT")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    help="File, folder or .zip; - is standard output. Default: json to standard output, tables to"
    " the folder `exports` of the case.",
)
@click.option(
    "--numbers",
    type=Choice(NUMBERS),
    help="Which number stands for several in a codebook's row; default: the codebook's own rule.",
)
@click.option(
    "--redacted",
    is_flag=True,
    help="For publication: blot out the names of private persons in texts, quotes, titles and"
    " addresses.",
)
@rows_option
@case_option
@talk_options
def export(
    name: str,
    out: Path | None,
    numbers: str | None,
    rows: tuple[str, ...],
    redacted: bool,
    case: Path | None,
) -> None:
    """Write the ledger as FORMAT: json, csv, parquet; or events as rows of a codebook.

    The codebooks are acled, ucdp, gtd, plover and cameo. Beside the rows stand two tables: what
    each row came from, and every cell with its words and rule or the reason for its blank.
    Rows are as the machine read them unless their `review` says otherwise. With --redacted, who
    is named and neither speaks for a known party nor bears an office is blotted out; people whom
    the machine did not see as people stay in: look it through before you publish it.
    """
    from counterclaim.case import Case
    from counterclaim.exports import ONE_FILE, write_export
    from counterclaim.exports.json import chunks

    _refuse_what_does_not_go_together(name, numbers, rows)
    folder = case_folder(case)
    with Case.open(folder) as opened:
        ledger = _for_publication(opened.ledger()) if redacted else opened.ledger()
    if name in ONE_FILE and out in (None, TO_STDOUT):
        show_bytes(chunks(ledger, rows))
        return
    if out == TO_STDOUT:
        raise click.UsageError(f"{name} is several files: give a folder or a .zip with -o")
    path = write_export(ledger, name, out or folder / "exports" / name, numbers or "", rows)
    persons = "blotted out as far as they were found" if redacted else "not taken out"
    say(
        f"Wrote {path}. No person has checked what `review` calls unreviewed;"
        f" names of private persons are {persons}."
    )


def _for_publication(ledger: Ledger) -> Ledger:
    from counterclaim.exports.redaction import redacted
    from counterclaim.knowledge.actor_files import load_actors

    return redacted(ledger, load_actors())


def _refuse_what_does_not_go_together(
    name: str, numbers: str | None, rows: tuple[str, ...]
) -> None:
    if numbers and name not in CODEBOOKS:
        raise click.UsageError(f"--numbers goes with a codebook: {', '.join(CODEBOOKS)}")
    if rows and name != "json":
        raise click.UsageError("--rows goes with json")
