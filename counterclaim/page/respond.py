"""One screen, four answers: a page, the part of it that a drawer shows, a file to keep, JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.errors import CounterclaimError, LedgerBusy, UnknownId
from counterclaim.linking.decisions import standing
from counterclaim.page.opened import bench_of, shelf_of
from counterclaim.page.render import render, stylesheet, without_addresses
from counterclaim.page.shelf import Shelf

Build = Callable[..., Any]
SCHEMA = "counterclaim/{}/1"
FILED = "charts/filed.svg"
ALL_NAMES = "all"
JSON = "application/json"
DRAWER = "x-counterclaim-part"
"""The header with which our own script asks for the part of a page alone."""
STATUSES: tuple[tuple[type[CounterclaimError], HTTPStatus], ...] = (
    (UnknownId, HTTPStatus.NOT_FOUND),
    (LedgerBusy, HTTPStatus.CONFLICT),
    (CounterclaimError, HTTPStatus.UNPROCESSABLE_ENTITY),
)


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its address, what builds its values, its template.

    `saved`: it is one to keep as a file; `chart`: the drawing on it that can be saved alone.
    """

    path: str
    build: Build
    template: str
    saved: bool = False
    chart: str = ""

    @property
    def name(self) -> str:
        """The name of the screen: that of the function which builds it."""
        return self.build.__name__

    @property
    def kind(self) -> str:
        """What the JSON of the screen is called in its schema's name."""
        return f"page-{self.name}"

    @property
    def json_path(self) -> str:
        """The address of the same values as JSON."""
        return f"{self.path.rstrip('/') or '/desk'}.json"


def as_page(screen: Screen) -> Build:
    """Return what answers with HTML."""

    @wraps(screen.build)
    def _page(request: Request, **asked: Any) -> Response:
        values = _values(screen, request, screen.build(**asked))
        return HTMLResponse(render(screen.template, values))

    return _with_request(_page, screen.build)


def as_json(screen: Screen) -> Build:
    """Return what answers with the same values as JSON."""

    @wraps(screen.build)
    def _plain(**asked: Any) -> Response:
        return json_answer(screen.kind, screen.build(**asked))

    return _plain


def as_file(screen: Screen) -> Build:
    """Return what answers with one HTML file that opens from disk, without scripts."""

    @wraps(screen.build)
    def _file(request: Request, **asked: Any) -> Response:
        values = to_keep(screen, request, screen.build(**asked))
        whole = {"frame": "saved.html", "saved": stylesheet()}
        content = without_addresses(render(screen.template, {**values, **whole}))
        return HTMLResponse(content, headers=attachment(_file_name(screen.name, request, "html")))

    return _with_request(_file, screen.build)


def as_chart(screen: Screen) -> Build:
    """Return what answers with the drawing of a screen, as an SVG that every program opens."""

    @wraps(screen.build)
    def _chart(request: Request, **asked: Any) -> Response:
        view = screen.build(**asked)
        if not view.is_drawn:
            raise UnknownId("there is nothing to draw here", "Look at the table")
        values = to_keep(screen, request, view)
        content = render(f"charts/{screen.chart}.svg", {**values, "chart_frame": FILED})
        headers = attachment(_file_name(screen.chart, request, "svg"))
        return Response(content, headers=headers, media_type="image/svg+xml")

    return _with_request(_chart, screen.build)


def to_keep(screen: Screen, request: Request, view: object) -> dict[str, Any]:
    """Return the values of a screen as they leave the case: private names blotted out.

    `?names=all` keeps them in.
    """
    shelf = shelf_of(request)
    blots = request.query_params.get("names") != ALL_NAMES
    own = {
        "filed": True,
        "blotted": blots,
        "decided": len(standing(shelf.reviews())),
        "today": datetime.now(UTC).date(),
    }
    return {**_values(screen, request, shelf.published_view(view) if blots else view), **own}


def _file_name(name: str, request: Request, ending: str) -> str:
    parts = (name, request.path_params.get("id", "")[:16])
    return f"{'-'.join(filter(None, parts))}.{ending}"


def json_answer(kind: str, view: object) -> Response:
    """Answer with a schema's name and the values of a view."""
    found = msgspec.to_builtins(view, str_keys=True)
    values = found if isinstance(found, dict) else {"value": found}
    content = msgspec.json.encode({"schema": SCHEMA.format(kind), **values})
    return Response(content, media_type=JSON)


def attachment(name: str) -> dict[str, str]:
    """Return the header that makes a browser save an answer, and never show it."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def refuse(request: Request, error: Exception) -> Response:
    """Say what went wrong and what to do next, as the command line does."""
    status = next(status for kind, status in STATUSES if isinstance(error, kind))
    said = error if isinstance(error, CounterclaimError) else CounterclaimError(str(error))
    view = {"message": said.message, "next_step": said.next_step}
    if request.url.path.endswith(".json") or wants_json(request):
        answer = json_answer("error", view)
        answer.status_code = status
        return answer
    values = _values(None, request, view)
    return HTMLResponse(render("error.html", values), status)


def wants_json(request: Request) -> bool:
    """Whether our own script asks, which reads answers itself."""
    return JSON in request.headers.get("accept", "")


def back(address: str) -> Response:
    """Lead to a page after a deed, so that loading it again does not do the deed again."""
    return RedirectResponse(address, HTTPStatus.SEE_OTHER)


def _values(screen: Screen | None, request: Request, view: object) -> dict[str, Any]:
    shelf: Shelf = shelf_of(request)
    return {
        "view": view,
        "screen": screen.name if screen else "error",
        "saves": bool(screen and screen.saved),
        "chart": screen.chart if screen else "",
        "chart_frame": "charts/here.svg",
        "filed": False,
        "here": request.url.path,
        "asked": dict(request.query_params),
        "case": shelf.name,
        "stale": shelf.stale and bool(shelf.documents),
        "working": bench_of(request).working,
        "reviewer": shelf.reviewer,
        "reviewed": bool(standing(shelf.reviews())),
        "saved": "",
        "frame": "alone.html" if DRAWER in request.headers else "layout.html",
    }


def _with_request(answer: Build, build: Build) -> Build:
    """Show FastAPI the parameters of the screen, and the request before them."""
    from inspect import Parameter, signature

    kind = Parameter.KEYWORD_ONLY
    own = signature(build, eval_str=True).parameters.values()
    asked = [each.replace(kind=kind) for each in own]
    request = Parameter("request", kind, annotation=Request)
    shown = signature(build).replace(parameters=[request, *asked], return_annotation=Response)
    answer.__signature__ = shown  # type: ignore[attr-defined]
    return answer
