"""The application: every address of the table, behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from counterclaim.errors import CounterclaimError, UnknownId
from counterclaim.model.version import VERSION
from counterclaim.page.described import describe
from counterclaim.page.respond import as_chart, as_file, as_json, as_page, refuse
from counterclaim.page.routes import ACTS, SCREENS
from counterclaim.page.security import Guard, Keys, TooLarge
from counterclaim.page.shelf import Shelf
from counterclaim.page.worker import Workbench

HTTP_GET = ["GET"]


def create_app(shelf: Shelf, keys: Keys) -> ASGIApp:
    """Return the page of one case. FastAPI's own pages stay off: they load from other hosts."""
    app = FastAPI(
        title="counterclaim",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.shelf = shelf
    app.state.bench = Workbench(shelf.folder)
    for act in ACTS:
        app.add_api_route(act.path, act.do, methods=[act.method], response_model=None)
    for screen in SCREENS:
        _add(app, screen.json_path, as_json(screen), f"{screen.name}_json")
        if screen.chart:
            _add(app, f"{screen.path}.svg", as_chart(screen), f"{screen.name}_chart")
        if screen.saved:
            _add(app, f"{screen.path}.html", as_file(screen), f"{screen.name}_file")
    for screen in SCREENS:
        _add(app, screen.path, as_page(screen), screen.name)
    app.openapi = partial(_described, app)  # type: ignore[method-assign]
    for kind, answer in REFUSALS:
        app.add_exception_handler(kind, answer)
    return Guard(app, keys)


def _add(app: FastAPI, path: str, answer: Any, name: str) -> None:
    """Add an address; only those that answer with JSON are described as the API."""
    told = path.endswith(".json")
    app.add_api_route(
        path, answer, methods=HTTP_GET, response_model=None, name=name, include_in_schema=told
    )


def _described(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = describe(FastAPI.openapi(app), SCREENS)
    return app.openapi_schema


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    if app.state.shelf.stale:
        app.state.bench.relink_soon(0)
    yield
    app.state.bench.close()
    app.state.shelf.close()


def _refused(request: Request, error: Exception) -> Response:
    return refuse(request, error)


def _unknown(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException) and error.status_code != 404:
        answer = refuse(request, CounterclaimError("this address takes no such request", ""))
        answer.status_code = error.status_code
        return answer
    return refuse(request, UnknownId("there is no such page", "Begin at the desk"))


def _misused(request: Request, error: Exception) -> Response:
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {}
    where = ".".join(str(part) for part in first.get("loc", ())[1:])
    said = CounterclaimError(f"{where}: {first.get('msg', 'not understood')}", "Change the address")
    return refuse(request, said)


def _too_large(request: Request, _: Exception) -> Response:
    answer = refuse(request, CounterclaimError("this is more than one drop may hold", "Drop less"))
    answer.status_code = 413
    return answer


REFUSALS: tuple[tuple[type[Exception], Any], ...] = (
    (CounterclaimError, _refused),
    (HTTPException, _unknown),
    (RequestValidationError, _misused),
    (TooLarge, _too_large),
)
