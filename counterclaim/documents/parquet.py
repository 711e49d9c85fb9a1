"""Parquet tables: one document per row."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.documents.extract import Extract, failed
from counterclaim.documents.rows import choose_columns, read_row
from counterclaim.errors import DocumentError
from counterclaim.model.intake import Failure, Original

ROWS_AT_ONCE = 256


def read(original: Original, text_column: str) -> Iterator[Extract | Failure]:
    """Yield the documents of a table, a few rows at a time, of the columns that are used.

    Raises DocumentError where pyarrow is missing or there is no text column.
    """
    try:
        from pyarrow import BufferReader
        from pyarrow.parquet import ParquetFile
    except ModuleNotFoundError as error:
        hint = "pip install 'counterclaim[parquet]'"
        raise DocumentError("Parquet needs the package pyarrow", hint) from error

    table = ParquetFile(BufferReader(original.content))
    columns = choose_columns(table.schema_arrow.names, text_column)
    number = 0
    for batch in table.iter_batches(ROWS_AT_ONCE, columns=sorted(set(columns.values()))):
        for row in batch.to_pylist():
            number += 1
            try:
                yield read_row(row, columns, f"#{number}")
            except DocumentError as error:
                yield failed(f"{original.path}#{number}", error)
