"""One table of a ledger: values to loop over, and the same as a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from counterclaim.errors import MissingExtra
from counterclaim.exports.columns import Table
from counterclaim.exports.parquet import to_arrow
from counterclaim.exports.tables import read_table
from counterclaim.model.record import Ledger
from counterclaim.views import html

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")
PANDAS: Mapping[type, str] = {
    str: "string",
    int: "Int64",
    float: "Float64",
    bool: "boolean",
    date: "datetime64[s]",
}


class Rows(Generic[T]):
    """One table of a ledger: values to loop over, and the same as a data frame."""

    def __init__(self, ledger: Ledger, name: str, values: Iterable[T]) -> None:
        self.name = name
        self._ledger = ledger
        self._values = tuple(values)

    def __iter__(self) -> Iterator[T]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> T:
        return self._values[index]

    def df(self) -> pandas.DataFrame:
        """Return a pandas data frame. Raises MissingExtra without pandas."""
        with _extra("pandas"):
            import pandas
        table = self._table
        frame = pandas.DataFrame(list(table.rows), columns=list(table.columns))
        return frame.astype({name: PANDAS[kind] for name, kind in table.columns.items()})

    def pl(self) -> polars.DataFrame:
        """Return a polars data frame. Raises MissingExtra without polars."""
        with _extra("polars"):
            import polars
        table = self._table
        return polars.DataFrame(list(table.rows), schema=dict(table.columns), orient="row")

    def arrow(self) -> pyarrow.Table:
        """Return an Arrow table. Raises MissingExtra without pyarrow."""
        return to_arrow(self._table)

    @cached_property
    def _table(self) -> Table:
        return read_table(self._ledger, self.name)

    def __repr__(self) -> str:
        return f"<{len(self)} {self.name}>"

    def _repr_html_(self) -> str:
        return html.table_html(self._table.columns, self._table.rows, len(self._table.rows))


@contextmanager
def _extra(name: str) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise MissingExtra(
            f"this table needs {name}", f"Run: pip install 'counterclaim[{name}]'"
        ) from error
