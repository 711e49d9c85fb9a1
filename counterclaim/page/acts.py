"""What the page does: decide, take back, sign, export, lead to an entry, give out its own files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request
from fastapi.responses import FileResponse, Response
from starlette.background import BackgroundTask

from counterclaim.case import Case
from counterclaim.errors import CounterclaimError, MissingExtra, UnknownId
from counterclaim.exports import write_export
from counterclaim.exports.redaction import redacted
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking.corrections import FIELDS as CORRECTED
from counterclaim.model.record import Verdict
from counterclaim.page import regrouping
from counterclaim.page.opened import Bench, Opened, Words
from counterclaim.page.render import SHEETS, STATIC
from counterclaim.page.respond import ALL_NAMES, attachment, back, json_answer, wants_json
from counterclaim.page.screens import provenance
from counterclaim.page.screens import review as reviewing
from counterclaim.page.screens.exports import format_of
from counterclaim.page.screens.review import Decision, Queue
from counterclaim.page.shelf import Shelf
from counterclaim.page.worker import Workbench

SCRIPTS = ("page.js", "keys.js", "drawer.js", "reading.js", "review.js", "intake.js", "charts.js")
FILES: Mapping[str, str] = {
    **dict.fromkeys(SHEETS, "text/css"),
    **dict.fromkeys(SCRIPTS, "text/javascript"),
    "mark.svg": "image/svg+xml",
}
"""Our own files, by the only names under which any is given out."""
NAME = 80  # characters of a reviewer's name
FIELDS, LONGEST = 40, 5000  # fields of a form, characters of each
ID = re.compile(r"[0-9a-f]{16}")
HERE = re.compile(r"/(?!/)[\w\-./?=&%#]*")
"""An address on this page, and on no other."""


def go(shelf: Opened, id: str) -> Response:
    """Lead to the screen that shows an entry of any kind."""
    return back(provenance.address(shelf, id))


def static(name: str) -> Response:
    """Give out one of our own files."""
    if name not in FILES:
        raise UnknownId(f"the page has no file '{name}'", "Load the page again")
    return FileResponse(STATIC / name, media_type=FILES[name])


def state(shelf: Opened, bench: Bench) -> Response:
    """Say whether the links are older than documents or decisions, and whether files are read."""
    return json_answer("page-state", {"stale": shelf.stale, "working": bench.working})


def export(shelf: Opened, name: str, names: Words = "") -> Response:
    """Save the ledger in one format, as a file to download; without private names, as published.

    `names=all` keeps them in.
    """
    wanted = format_of(name, shelf.name)
    if wanted.missing:
        raise MissingExtra(f"{name} needs {wanted.missing}", f"pip install {wanted.missing}")
    folder = TemporaryDirectory(prefix="counterclaim-")
    try:
        with Case.open(shelf.folder) as case:
            ledger = case.ledger()
        kept = ledger if names == ALL_NAMES else redacted(ledger, load_actors())
        path = write_export(kept, name, Path(folder.name) / wanted.file)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(
        path,
        headers=attachment(wanted.file),
        media_type="application/octet-stream",
        background=BackgroundTask(folder.cleanup),
    )


async def form_of(request: Request) -> Mapping[str, str]:
    """Return the fields of a form, files left out, each no longer than a person would write."""
    async with request.form(max_files=0, max_fields=FIELDS) as form:
        return {name: value[:LONGEST] for name, value in form.items() if isinstance(value, str)}


Form = Mapping[str, str]
Given = Annotated[Form, Depends(form_of)]


def decide(shelf: Opened, bench: Bench, request: Request, form: Given) -> Response:
    """Keep a decision of this reviewer, and lead to the next item."""
    decision = _decision(form)
    reviewing.decide(decision, shelf, _now())
    bench.relink_soon()
    queue = Queue(form.get("queue", Queue.DISPUTED))
    return _after(request, f"/review?queue={queue}&after={quote(decision.target)}", form)


def join(shelf: Opened, bench: Bench, request: Request, form: Given) -> Response:
    """Join two events or two actors, and lead back to where that was asked."""
    decisions = regrouping.join(form.get("one", ""), form.get("other", ""), shelf)
    return _regrouped(decisions, shelf, bench, request, form)


def split(shelf: Opened, bench: Bench, request: Request, form: Given) -> Response:
    """Split a telling off an event or a name off an actor, and lead back."""
    decisions = regrouping.split(form.get("one", ""), form.get("part", ""), shelf)
    return _regrouped(decisions, shelf, bench, request, form)


def _regrouped(
    decisions: tuple[Decision, ...], shelf: Shelf, bench: Workbench, request: Request, form: Form
) -> Response:
    now = _now()
    for decision in decisions:
        reviewing.decide(decision, shelf, now)
    bench.relink_soon()
    return _after(request, "/events", form)


def undo(shelf: Opened, bench: Bench, request: Request, form: Given) -> Response:
    """Take back the last deed of this reviewer, and lead to what it was on."""
    target = reviewing.undo(shelf, _now())
    bench.relink_soon()
    at = f"&at={quote(target)}" if target else ""
    return _after(request, f"/review?queue={Queue(form.get('queue', Queue.DISPUTED))}{at}", form)


def sign(shelf: Opened, request: Request, form: Given) -> Response:
    """Take the name under which decisions are kept from now on."""
    name = " ".join(form.get("name", "").split())[:NAME]
    if not name:
        raise CounterclaimError(
            "a reviewer needs a name", "Write the one to stand beside decisions"
        )
    shelf.reviewer = name
    return _after(request, "/review", form)


def _decision(form: Mapping[str, str]) -> Decision:
    """Read a decision. Raises CounterclaimError for one that cannot be meant."""
    try:
        verdict = Verdict(form.get("verdict", ""))
    except ValueError as error:
        raise CounterclaimError("this is no decision", "Use the buttons of the page") from error
    target = form.get("target", "")
    changed = tuple(
        (field, form[field].strip())
        for field in CORRECTED
        if field in form and form[field].strip() != form.get(f"{field}-before", "")
    )
    if verdict is Verdict.WITHDRAW or not ID.fullmatch(target):
        raise CounterclaimError("this is no decision", "Use the buttons of the page")
    if verdict is Verdict.CORRECT and not changed:
        raise CounterclaimError("nothing was changed", "Change a field, or accept it as it is")
    fields = changed if verdict is Verdict.CORRECT else ()
    return Decision(target, verdict, form.get("note", ""), fields, form.get("value", ""))


def _after(request: Request, address: str, form: Mapping[str, str]) -> Response:
    """Lead on: to the address that the form names on this page, else to the next item."""
    wanted = form.get("next", "")
    local = wanted if HERE.fullmatch(wanted) else address
    return json_answer("page-done", {"next": local}) if wants_json(request) else back(local)


def _now() -> datetime:
    """Return the time, so fine that no two deeds have the same: undo takes back one of them."""
    return datetime.now(UTC)
