"""What documents say is shown as text, on every screen, whatever it is written like."""

import re
from urllib.parse import urlsplit

import pytest
from lxml import html

from counterclaim.page.acts import SCRIPTS
from counterclaim.page.respond import DRAWER
from tests.page.addresses import addresses
from tests.page.conftest import ATTACK, Page

RUNS = re.compile(r"^\s*(javascript|data|vbscript):", re.IGNORECASE)
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href")
SHOWN = ("/read", "/search?q=closed")


def elements(text: str) -> list[html.HtmlElement]:
    return [each for each in html.document_fromstring(text).iter() if isinstance(each.tag, str)]


def assert_harmless(text: str, address: str) -> None:
    for each in elements(text):
        told = f"{address}: {html.tostring(each)[:200]!r}"
        assert not [name for name in each.attrib if name.lower().startswith("on")], told
        assert "style" not in each.attrib, told
        assert each.tag not in ("iframe", "object", "embed", "base", "style"), told
        if each.tag == "script":
            assert each.get("src", "").removeprefix("/static/") in SCRIPTS, told
            assert not (each.text or "").strip(), told
        if each.tag == "img":
            assert each.get("src") == "/static/mark.svg", told
        for name in ADDRESSES:
            value = each.get(name, "")
            assert not RUNS.match(value), told
            assert not urlsplit(value).netloc, told


def test_no_screen_runs_what_a_document_says(page: Page):
    found = addresses(page.shelf)
    assert len(found) > 40
    for address in found:
        answer = page.client.get(address)
        assert answer.status_code == 200, address
        assert_harmless(answer.text, address)


@pytest.mark.parametrize("address", SHOWN)
def test_the_attack_is_there_to_be_read(page: Page, address: str):
    """Else the test above would look for something that is nowhere."""
    text = html.document_fromstring(page.client.get(address).text).text_content()
    assert "onerror=alert(1)" in text


@pytest.mark.parametrize(
    "query", [ATTACK, f"claimant:{ATTACK}", '"' * 40, "\0", "%s%n", "' OR 1=1"]
)
@pytest.mark.parametrize(
    "address", ["/search?q=", "/actors?q=", "/events?place=", "/review?after="]
)
def test_what_is_asked_is_harmless_too(page: Page, address: str, query: str):
    base, _, name = address.rstrip("=").partition("?")
    answer = page.client.get(base, params={name: query})
    assert answer.status_code == 200
    assert_harmless(answer.text, address)


@pytest.mark.parametrize(
    "address", ["/read/<script>", "/explain/<b>", "/disputes/'--", "/go/x", "/events?since=<b>"]
)
def test_an_unknown_name_is_told_as_text(page: Page, address: str):
    answer = page.client.get(address)
    assert answer.status_code in (404, 422)
    assert_harmless(answer.text, address)


def test_a_drawer_is_as_harmless_as_its_page(page: Page):
    statement = page.shelf.linked.entries.ledger.claims[0].stances[0].statement
    answer = page.client.get(f"/explain/{statement}", headers={DRAWER: "1"})
    assert "<html" not in answer.text
    assert_harmless(answer.text, "drawer")


def test_json_is_never_taken_for_a_page(page: Page):
    answer = page.client.get("/read.json")
    assert answer.headers["content-type"] == "application/json"
