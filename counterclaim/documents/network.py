"""Documents from the network: http and https only, within limits, and only where allowed."""

from __future__ import annotations

import ipaddress
import socket
from http.client import HTTPException, HTTPMessage
from time import monotonic
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from counterclaim.documents.archives import suffix_of
from counterclaim.errors import DocumentError, NetworkRefused, UnsafeDocument
from counterclaim.model.intake import Limits, Original

CHUNK = 1 << 16  # bytes
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/csv": ".csv",
    "text/markdown": ".md",
}
HEADERS = {"User-Agent": "counterclaim", "Accept-Encoding": "identity"}


def fetch(address: str, limits: Limits) -> Original:
    """Return what an address holds. Raises DocumentError where it cannot be had within limits.

    The user may name any address, also one of the own network; a redirect may not lead there from
    outside.
    """
    try:
        with _opener().open(Request(address, headers=HEADERS), timeout=limits.seconds) as answer:
            return Original(answer.url, _read(answer, limits), _suffix(answer.headers, answer.url))
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise DocumentError(
            f"cannot be fetched: {error}", "Check the address, try later"
        ) from error


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to http(s), and never from a public address to a private one."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the next request. Raises NetworkRefused where it would lead astray."""
        if urlsplit(newurl).scheme not in {"http", "https"}:
            raise NetworkRefused(f"redirected to {newurl}", "Name the final address")
        if _is_private(newurl) and not _is_private(req.full_url):
            raise NetworkRefused(f"redirected into a private network: {newurl}", "Name it yourself")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    """Return an opener of http(s) only: urllib's own would also take file: and ftp:."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        _Redirects(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _is_private(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False  # nothing will be fetched from a host that is not found
    return any(
        not ipaddress.ip_address(str(entry[4][0]).split("%")[0]).is_global for entry in found
    )


def _read(answer: Any, limits: Limits) -> bytes:
    content = bytearray()
    begun = monotonic()
    while chunk := answer.read1(CHUNK):
        content += chunk
        if len(content) > limits.unpacked:
            raise UnsafeDocument(f"larger than {limits.unpacked:,} bytes", "Fetch it in parts")
        if monotonic() - begun > limits.seconds:
            raise UnsafeDocument(f"took longer than {limits.seconds:g} s", "Try again later")
    return bytes(content)


def _suffix(headers: HTTPMessage, address: str) -> str:
    """Return the suffix of what was sent: as the server calls it, else as the address ends."""
    return SUFFIXES.get(headers.get_content_type()) or suffix_of(urlsplit(address).path)
