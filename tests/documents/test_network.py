"""Addresses: fetched within limits, from a server of this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from counterclaim.documents.network import _Redirects, fetch
from counterclaim.errors import DocumentError, NetworkRefused
from counterclaim.model.intake import Limits
from tests.documents.made import SENTENCE, page, rss

ANSWERS = {
    "/page": ("text/html; charset=utf-8", page()),
    "/feed": ("application/rss+xml", rss(f"<item><description>{SENTENCE}</description></item>")),
    "/a.txt": ("text/plain", SENTENCE.encode()),
    "/large": ("text/html", b"x" * 200_000),
}
REDIRECTS = {"/moved": "/page", "/local": "file:///etc/passwd", "/round": "/round"}


class Answering(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path in REDIRECTS:
            self.send_response(302)
            self.send_header("Location", REDIRECTS[self.path])
            self.end_headers()
            return
        kind, content = ANSWERS.get(self.path, ("text/plain", b""))
        self.send_response(200 if self.path in ANSWERS else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_is_fetched_and_read(site, read_inputs):
    (document,) = read_inputs(f"{site}/moved", allow_network=True)
    assert document.text.startswith(SENTENCE)
    assert document.url == f"{site}/page"


def test_entries_of_a_feed_become_documents(site, read_inputs):
    (document,) = read_inputs(f"{site}/feed", allow_network=True)
    assert document.text == SENTENCE


def test_a_text_file_is_fetched_as_it_is(site, read_inputs):
    (document,) = read_inputs(f"{site}/a.txt", allow_network=True)
    assert (document.text, document.key) == (SENTENCE, "a.txt")


@pytest.mark.parametrize("path", ["/none", "/round"])
def test_what_cannot_be_fetched_is_a_failure(path, site, read_inputs):
    (failure,) = read_inputs(f"{site}{path}", allow_network=True)
    assert failure.reason.startswith("cannot be fetched")


def test_a_redirect_to_a_file_is_refused(site):
    with pytest.raises(DocumentError):
        fetch(f"{site}/local", Limits(seconds=5))


def test_a_large_answer_is_refused(site):
    with pytest.raises(DocumentError, match="larger than"):
        fetch(f"{site}/large", Limits(seconds=5, unpacked=100_000))


def test_a_redirect_from_outside_into_the_own_network_is_refused():
    from http.client import HTTPMessage
    from io import BytesIO
    from urllib.request import Request

    asked = Request("http://192.0.43.10/")
    with pytest.raises(NetworkRefused, match="private network"):
        _Redirects().redirect_request(
            asked, BytesIO(), 302, "", HTTPMessage(), "http://169.254.169.254/latest"
        )
