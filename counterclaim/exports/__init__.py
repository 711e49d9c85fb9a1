"""The ledger in the formats of other tools: one module per format.

An exporter turns a ledger into files and knows no disk; `write_export` puts them where they go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from counterclaim.exports import csv, json, parquet, rows
from counterclaim.exports.files import File, write_file, write_folder, write_zip
from counterclaim.model.record import Ledger

Exporter = Callable[[Ledger], Iterator[File]]

EXPORTERS: Mapping[str, Exporter] = {
    "json": json.files,
    "csv": csv.files,
    "parquet": parquet.files,
    "acled": rows.exporter("acled"),
    "ucdp": rows.exporter("ucdp"),
    "gtd": rows.exporter("gtd"),
    "plover": rows.exporter("plover"),
    "cameo": rows.exporter("cameo"),
}
ONE_FILE = frozenset({"json"})


def write_export(
    ledger: Ledger, name: str, out: Path, numbers: str = "", codebooks: Sequence[str] = ()
) -> Path:
    """Write a ledger: one file, or a folder or `.zip` of tables. `name` is a key of EXPORTERS.

    `numbers` names the rule for several numbers in a codebook's row, empty for the codebook's own;
    `codebooks` are those whose rows the JSON has.
    Return where it lies: in a folder that is there, the one file gets a name of its own.
    """
    if numbers:
        files = rows.files(ledger, name, numbers)
    elif codebooks:
        files = json.files(ledger, codebooks)
    else:
        files = EXPORTERS[name](ledger)
    if name in ONE_FILE:
        file = next(files)
        out = out / file.name if out.is_dir() else out
        write_file(file, out)
    elif out.suffix.lower() == ".zip":
        write_zip(files, out)
    else:
        write_folder(files, out)
    return out
