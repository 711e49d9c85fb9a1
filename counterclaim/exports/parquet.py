"""Every table as a Parquet file: typed columns for data frames and databases. Needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from counterclaim.errors import MissingExtra
from counterclaim.exports.columns import Cell, Table
from counterclaim.exports.files import File
from counterclaim.exports.tables import read_tables
from counterclaim.model.record import Ledger

if TYPE_CHECKING:
    import pyarrow


def files(ledger: Ledger) -> Iterator[File]:
    """Yield one file for each table. Raises MissingExtra without pyarrow."""
    for table in read_tables(ledger):
        yield File(f"{table.name}.parquet", (_encoded(to_arrow(table)),))


def to_arrow(table: Table) -> pyarrow.Table:
    """Return a table with typed columns in memory. Raises MissingExtra without pyarrow."""
    try:
        import pyarrow as arrow
    except ImportError as error:
        raise MissingExtra(
            "Parquet and Arrow tables need pyarrow", "Run: pip install 'counterclaim[parquet]'"
        ) from error
    kinds = {
        str: arrow.string(),
        int: arrow.int64(),
        float: arrow.float64(),
        bool: arrow.bool_(),
        date: arrow.date32(),
    }
    fields = [(name, kinds[kind]) for name, kind in table.columns.items()]
    values = zip(*table.rows, strict=True) if table.rows else [()] * len(fields)
    arrays = [
        arrow.array(map(_sound, column), kind)
        for column, (_, kind) in zip(values, fields, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=arrow.schema(fields))


def _sound(cell: Cell) -> Cell:
    """Spell out half a surrogate pair, which Arrow cannot hold."""
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell


def _encoded(table: pyarrow.Table) -> bytes:
    import pyarrow as arrow
    import pyarrow.parquet

    out = arrow.BufferOutputStream()
    pyarrow.parquet.write_table(table, out)
    return bytes(out.getvalue())
