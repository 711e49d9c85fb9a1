"""`counterclaim export`: the ledger for other tools."""

from __future__ import annotations

from pathlib import Path

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
@rows_option
@case_option
@talk_options
def export(
    name: str,
    out: Path | None,
    numbers: str | None,
    rows: tuple[str, ...],
    case: Path | None,
) -> None:
    """Write the ledger as FORMAT: json, csv, parquet; or events as rows of a codebook.

    The codebooks are acled, ucdp, gtd, plover and cameo. Beside the rows stand two tables: what
    each row came from, and every cell with its words and rule or the reason for its blank.
    Rows are as the machine read them unless their `review` says otherwise. Names of private
    persons are not taken out: see to that before you publish an export.
    """
    from counterclaim.case import Case
    from counterclaim.exports import ONE_FILE, write_export
    from counterclaim.exports.json import chunks

    _refuse_what_does_not_go_together(name, numbers, rows)
    folder = case_folder(case)
    with Case.open(folder) as opened:
        ledger = opened.ledger()
    if name in ONE_FILE and out in (None, TO_STDOUT):
        show_bytes(chunks(ledger, rows))
        return
    if out == TO_STDOUT:
        raise click.UsageError(f"{name} is several files: give a folder or a .zip with -o")
    path = write_export(ledger, name, out or folder / "exports" / name, numbers or "", rows)
    say(
        f"Wrote {path}. No person has checked what `review` calls unreviewed;"
        " names of private persons are not taken out."
    )


def _refuse_what_does_not_go_together(
    name: str, numbers: str | None, rows: tuple[str, ...]
) -> None:
    if numbers and name not in CODEBOOKS:
        raise click.UsageError(f"--numbers goes with a codebook: {', '.join(CODEBOOKS)}")
    if rows and name != "json":
        raise click.UsageError("--rows goes with json")
