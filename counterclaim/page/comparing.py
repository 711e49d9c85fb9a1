"""One's own coded rows come in, are held against the case in memory, and are never kept."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from counterclaim.coding.own_days import Order
from counterclaim.coding.own_rows import read_own_rows
from counterclaim.errors import CounterclaimError, UnknownId
from counterclaim.exports.rows import csv_lines
from counterclaim.knowledge.own_rows import load_own_rows
from counterclaim.page.opened import Bench, Opened
from counterclaim.page.respond import attachment, back, json_answer, wants_json
from counterclaim.page.shelf import Shelf
from counterclaim.views.own_rows import COLUMNS, Comparison, compare_rows, comparison_rows

COMPARED = "/compare"
NAME = 120  # characters of a file's name that are shown


async def take(request: Request, shelf: Opened, bench: Bench) -> Response:
    """Take a table in and hold it against the case. Raises CounterclaimError for no such table."""
    async with request.form(max_files=1, max_fields=4) as form:
        name, content = await _table(form)
        codebook, order = _told(form)
    bench.compared = name, await run_in_threadpool(_compared, shelf, content, codebook, order)
    answer = {"next": COMPARED}
    return json_answer("page-done", answer) if wants_json(request) else back(COMPARED)


def forget(bench: Bench) -> Response:
    """Forget the rows that came in, and what was found on them."""
    bench.compared = "", None
    return back(COMPARED)


def table(bench: Bench) -> Response:
    """Save the comparison as one table. Raises UnknownId where there is none."""
    _, found = bench.compared
    if found is None:
        raise UnknownId("there is nothing to save yet", "Compare your rows first")
    lines = csv_lines(COLUMNS, comparison_rows(found))
    return StreamingResponse(lines, headers=attachment("compared-rows.csv"), media_type="text/csv")


async def _table(form: FormData) -> tuple[str, bytes]:
    upload = form.get("rows")
    if not isinstance(upload, UploadFile) or not upload.filename:
        raise CounterclaimError("no table came in", "Choose a CSV of your own rows")
    return upload.filename[-NAME:], await upload.read()


def _told(form: FormData) -> tuple[str, Order]:
    """Return the codebook and the order of days, where the form says them."""
    codebook, order = str(form.get("codebook") or ""), str(form.get("dates") or Order.OPEN.value)
    if (codebook and codebook not in load_own_rows().books) or order not in list(Order):
        raise CounterclaimError("this is no codebook, or no order of days", "Use the page's form")
    return codebook, Order(order)


def _compared(shelf: Shelf, content: bytes, codebook: str, order: Order) -> Comparison:
    rows, ledger = read_own_rows(content, codebook, order), shelf.linked.entries.ledger
    documents = {mention.document for event in ledger.events for mention in event.mentions}
    return compare_rows(rows, ledger, shelf.published(documents), shelf.entries)
