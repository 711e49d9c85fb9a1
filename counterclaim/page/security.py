"""Who may ask: this machine's browser, that holds the key which the terminal printed.

Every request must name our host, come from our own page where it changes anything, and carry the
cookie that the one-time key was exchanged for. Every answer forbids all but our own files.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from hmac import compare_digest
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPENING = "/open"
BODY, TABLE_BODY, LARGE_BODY = 256 * 1024, 128 * 1024 * 1024, 512 * 1024 * 1024
BODIES = {"/intake": LARGE_BODY, "/compare": TABLE_BODY}
"""Bytes that a request may hold: a form, a table of one's own rows, a drop of files."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would take the Origin from our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), usb=()",
    "Cache-Control": "no-store",
}
SAFE = frozenset({"GET", "HEAD"})


class Keys:
    """The key of the first address, good once; and that of the cookie, good until the page ends."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.once: str | None = secrets.token_urlsafe(32)
        self._kept = secrets.token_urlsafe(32)

    @property
    def cookie(self) -> str:
        """The cookie's name: cookies know no ports, and two cases may be open at a time."""
        return f"counterclaim-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """The names that this page is asked for by."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})

    def exchange(self, given: str) -> str | None:
        """Take the key of the first address, and return the cookie's; None for a wrong one."""
        if self.once is None or not _same(given, self.once):
            return None
        self.once = None
        return self._kept

    def opens(self, cookie: str) -> bool:
        """Whether a cookie is ours."""
        return _same(cookie, self._kept)


class Guard:
    """Lets through what the keys open, within limits, and seals every answer."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._opened(scope) or self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _sealed(send))
            return
        await self._app(scope, _limited(receive, _limit(scope["path"])), _sealed(send))

    def _opened(self, scope: Scope) -> Response | None:
        """Exchange the one-time key for a cookie, and lead to the page itself."""
        headers = Headers(scope=scope)
        if scope["path"] != OPENING or self._elsewhere(headers):
            return None
        answer = RedirectResponse("/", HTTPStatus.SEE_OTHER)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("key", [""])[0]
        if cookie := self._keys.exchange(given):
            answer.set_cookie(self._keys.cookie, cookie, httponly=True, samesite="strict")
            return answer
        return answer if self._is_ours(headers) else None

    def _is_ours(self, headers: Headers) -> bool:
        cookies = cookie_parser(headers.get("cookie", ""))
        return self._keys.opens(cookies.get(self._keys.cookie, ""))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if why := self._elsewhere(headers) or self._foreign(scope["method"], headers):
            return _no(HTTPStatus.FORBIDDEN, why)
        if not self._is_ours(headers):
            return _no(HTTPStatus.UNAUTHORIZED, CLOSED)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _limit(scope["path"]):
            return _no(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "This is more than one drop may hold.")
        return None

    def _elsewhere(self, headers: Headers) -> str:
        """Refuse another name for this machine: it may be some web site's."""
        asked = headers.getlist("host")
        fine = len(asked) == 1 and asked[0].lower() in self._keys.hosts
        return "" if fine else "This page answers to 127.0.0.1 only."

    def _foreign(self, method: str, headers: Headers) -> str:
        """Refuse what another page asks for, and a change of which it is not told who asks."""
        origin = headers.get("origin")
        ours = {f"http://{host}" for host in self._keys.hosts}
        if origin is not None and origin not in ours:
            return "Another page has asked for this."
        if method not in SAFE and origin is None:
            return "It does not say which page asks for this."
        return ""


CLOSED = (
    "This page is locked. Open the address that the terminal printed; it is good once.\n"
    "For a new one, stop the program there (Ctrl-C) and run `counterclaim open` again."
)


class TooLarge(Exception):
    """A body went on after its limit."""


def _sealed(send: Send) -> Send:
    async def _seal(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return _seal


def _limited(receive: Receive, limit: int) -> Receive:
    taken = 0

    async def _counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise TooLarge
        return message

    return _counted


def _limit(path: str) -> int:
    return BODIES.get(path, BODY)


def _no(status: HTTPStatus, why: str) -> Response:
    return PlainTextResponse(f"{why}\n", status)


def _same(given: str, ours: str) -> bool:
    return compare_digest(given.encode("utf-8", "replace"), ours.encode())
