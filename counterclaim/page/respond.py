"""One screen, four answers: a page, the part of it that a drawer shows, a file to keep, JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.errors import CounterclaimError, LedgerBusy, UnknownId
from counterclaim.page.opened import bench_of, shelf_of
from counterclaim.page.render import render, stylesheet
from counterclaim.page.shelf import Shelf

Build = Callable[..., Any]
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
    """A screen: its address, what builds its values, its template; `saved`: also as one file."""

    path: str
    build: Build
    template: str
    saved: bool = False

    @property
    def name(self) -> str:
        """The name of the screen: that of the function which builds it."""
        return self.build.__name__

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
        return json_answer(f"page-{screen.name}", screen.build(**asked))

    return _plain


def as_file(screen: Screen) -> Build:
    """Return what answers with one HTML file that opens from disk, without scripts."""

    @wraps(screen.build)
    def _file(request: Request, **asked: Any) -> Response:
        values = _values(screen, request, screen.build(**asked))
        whole = {"frame": "saved.html", "saved": stylesheet()}
        content = render(screen.template, {**values, **whole})
        name = f"{screen.name}-{request.path_params.get('id', 'page')[:16]}.html"
        return HTMLResponse(content, headers=attachment(name))

    return _with_request(_file, screen.build)


def json_answer(kind: str, view: object) -> Response:
    """Answer with a schema's name and the values of a view."""
    found = msgspec.to_builtins(view, str_keys=True)
    values = found if isinstance(found, dict) else {"value": found}
    content = msgspec.json.encode({"schema": f"counterclaim/{kind}/1", **values})
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
        "here": request.url.path,
        "asked": dict(request.query_params),
        "case": shelf.name,
        "stale": shelf.stale,
        "working": bench_of(request).working,
        "reviewer": shelf.reviewer,
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
