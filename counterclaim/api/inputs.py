"""What a Python program holds, as what the reader takes: texts and data frames become a table."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from counterclaim.errors import DocumentError
from counterclaim.model.intake import Original

NAME = "reports.jsonl"
"""Under which texts and frames stand in the ledger: their rows are `reports.jsonl#1` and so on."""


def as_inputs(reports: object) -> list[str | Original]:
    """Return what is to be read: paths and addresses, or texts and rows as one table of bytes."""
    if isinstance(reports, str | os.PathLike):
        return [os.fspath(reports)]
    found = _rows(reports)
    if found and all(isinstance(each, os.PathLike) for each in found):
        return [os.fspath(each) for each in found]
    lines = "".join(_line(number, each) for number, each in enumerate(found, 1))
    return [Original(NAME, lines.encode(), ".jsonl")]


def _rows(reports: object) -> list[Any]:
    """Return the rows of a data frame, or the items of a list."""
    for rows, options in (("to_dicts", {}), ("to_pylist", {}), ("to_dict", {"orient": "records"})):
        if not isinstance(reports, Mapping) and hasattr(reports, rows):
            return list(getattr(reports, rows)(**options))
    if isinstance(reports, Iterable) and not isinstance(reports, bytes | Mapping):
        return list(reports)
    raise TypeError(
        f"reports are paths, texts, mappings or a data frame, not {type(reports).__name__}"
    )


def _line(number: int, report: object) -> str:
    if isinstance(report, str):
        if len(report) < 4096 and "\n" not in report and Path(report).exists():
            raise DocumentError(
                f"'{report}' is a file, and a list of str is a list of texts",
                f"Give pathlib.Path('{report}'), or one path without a list",
            )
        report = {"id": str(number), "text": report}
    if not isinstance(report, Mapping):
        raise TypeError(f"a report is a text, a path or a mapping, not {type(report).__name__}")
    kept = {str(name): value for name, value in report.items() if not _is_missing(value)}
    return json.dumps(kept, default=_plain) + "\n"


def _is_missing(value: object) -> bool:
    """Whether a cell of a data frame is empty: None, NaN, NaT or NA."""
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or type(value).__name__ in ("NAType", "NaTType")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
