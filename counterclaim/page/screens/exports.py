"""Exports: the ledger in the formats of other tools, as files to keep."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.errors import UnknownId
from counterclaim.exports import EXPORTERS, ONE_FILE
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.page.opened import Opened

FORMATS = {
    "json": "The whole ledger, with every span: for programs, and for the record.",
    "csv": "Every table of the ledger as a file that survives a spreadsheet.",
    "parquet": "Every table with its types, for pandas, polars, R and DuckDB.",
}
NEEDS = {"parquet": "pyarrow"}


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is, its file's name, and the library that it needs and is not there."""

    name: str
    about: str
    file: str
    missing: str


@dataclass(frozen=True, slots=True)
class ExportsPage:
    """The formats that the ledger can be saved in."""

    formats: tuple[Format, ...]
    reviewed: int
    stale: bool


def exports(shelf: Opened) -> ExportsPage:
    """List the formats."""
    return ExportsPage(
        tuple(format_of(name, shelf.name) for name in EXPORTERS),
        len({review.target for review in shelf.reviews()}),
        shelf.stale,
    )


def format_of(name: str, case: str) -> Format:
    """Describe a format. Raises UnknownId."""
    if name not in EXPORTERS:
        raise UnknownId(f"no export is called '{name}'", f"There are: {', '.join(EXPORTERS)}")
    books = load_codebooks()
    about = FORMATS.get(name) or f"{books[name].title}: drafts, with a reason for each blank."
    file = f"{_plain(case)}-{name}.{'json' if name in ONE_FILE else 'zip'}"
    return Format(name, about, file, _missing(name))


def _missing(name: str) -> str:
    from importlib.util import find_spec

    library = NEEDS.get(name, "")
    return library if library and find_spec(library) is None else ""


def _plain(name: str) -> str:
    """Keep what every system takes in the name of a file."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in name)[:60]
