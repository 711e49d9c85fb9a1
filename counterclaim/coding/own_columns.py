"""Which codebook a table follows, told by the names of its columns in any order and any case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.errors import DocumentError
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.knowledge.own_rows import OwnBook, load_own_rows

SEARCHED = 10  # rows in which the names of columns may stand, below a title
SHOWN = 8  # names of columns that are shown where no codebook has them


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of a table that names its columns: which codebook's, and which stands where."""

    row: int
    codebook: str
    columns: Mapping[str, int]
    width: int

    def missing(self) -> tuple[str, ...]:
        """Return the columns that tell rows apart, and are not there."""
        wanted = load_own_rows().books[self.codebook].columns
        own = {column.name for column in load_codebooks()[self.codebook].columns}
        return tuple(name for name in wanted if name in own and name not in self.columns)


def recognise(rows: Sequence[tuple[int, list[str]]], codebook: str = "") -> Heading:
    """Find the names of columns among the first rows, and the codebook that has most of them.

    Raises DocumentError where they have no day, or are of no codebook.
    """
    books = [codebook] if codebook else list(load_own_rows().books)
    found = [_heading(number, cells, name) for number, cells in rows for name in books]
    best = max(found, key=lambda each: (_has_a_day(each), len(each.columns)), default=None)
    if best is None or not _has_a_day(best) or len(best.columns) < 3:
        raise _no_codebook(rows, books)
    return best


def _heading(number: int, cells: list[str], name: str) -> Heading:
    book = load_own_rows().books[name]
    names = {_plain(column.name): column.name for column in load_codebooks()[name].columns}
    names |= {_plain(old): new for new, olds in book.also.items() for old in olds}
    names |= {_plain(own): own for own in book.columns}
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if _plain(cell) in names:
            columns.setdefault(names[_plain(cell)], place)
    return Heading(number, name, columns, len(cells))


def _has_a_day(heading: Heading) -> bool:
    return any(name in heading.columns for name in load_own_rows().books[heading.codebook].days)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _no_codebook(rows: Iterable[tuple[int, list[str]]], books: list[str]) -> DocumentError:
    cells = next((cells for _, cells in rows if any(cells)), [])
    there = ", ".join(cells[:SHOWN]) + (" ..." if len(cells) > SHOWN else "")
    wanted = "; ".join(f"{name}: {_needed(load_own_rows().books[name])}" for name in books)
    return DocumentError(
        f"no rows of {' or '.join(books)}: the columns are {there or 'without names'}",
        f"Keep the codebook's names of columns, at least ({wanted}) and two more",
    )


def _needed(book: OwnBook) -> str:
    return " or ".join(book.days)
