"""Every screen answers as a page, as JSON and, where it is one to keep, as a file."""

import json

import pytest
from lxml import html

from counterclaim.page.routes import SCREENS
from counterclaim.page.shelf import Shelf
from tests.page.addresses import addresses, screen_addresses
from tests.page.conftest import Page, opened

LIMIT = 350 * 1024  # bytes of a page with all that it loads, before they are packed


def test_every_address_is_the_api_too(page: Page):
    for address in addresses(page.shelf):
        path, _, query = address.partition("?")
        answer = page.client.get(f"{path if path != '/' else '/desk'}.json?{query}")
        assert answer.status_code == 200, address
        assert json.loads(answer.content)["schema"].startswith("counterclaim/page-"), address


def test_the_api_describes_itself(page: Page):
    paths = page.client.get("/openapi.json").json()["paths"]
    assert {screen.json_path for screen in SCREENS} <= paths.keys()
    posted = {"/compare", "/intake", "/review"}
    assert not ({screen.path for screen in SCREENS} - posted) & paths.keys()
    assert {each["name"] for each in paths["/disputes.json"]["get"]["parameters"]} == {
        "state",
        "page",
    }


def test_every_answer_has_the_fields_that_the_api_describes(page: Page):
    api = page.client.get("/openapi.json").json()
    described = {}
    for screen in SCREENS:
        answer = api["paths"][screen.json_path]["get"]["responses"]["200"]["content"]
        [schema, named] = answer["application/json"]["schema"]["allOf"]
        told = api["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        described[named["properties"]["schema"]["const"]] = told["properties"].keys()
    assert len(described) == len(SCREENS)
    for address in screen_addresses(page.shelf):
        found = page.client.get(f"{address.rstrip('/') or '/desk'}.json").json()
        assert found.keys() - {"schema"} == described[found["schema"]], address


@pytest.mark.parametrize(
    "screen", [screen for screen in SCREENS if screen.saved], ids=lambda s: s.name
)
def test_what_is_saved_opens_from_disk(page: Page, screen):
    ledger = page.shelf.linked.entries.ledger
    first = (ledger.disputes[0].id, ledger.events[0].id, ledger.actors[0].id)
    id = dict(zip(("dispute", "event", "actor"), first, strict=True))[screen.name]
    answer = page.client.get(f"{screen.path.replace('{id}', id)}.html")
    assert answer.headers["content-disposition"].startswith("attachment")
    tree = html.document_fromstring(answer.text)
    assert not tree.xpath("//script | //link | //img | //form | //button")
    assert not tree.xpath("//a[starts-with(@href, '/')]")
    assert "--paper" in tree.findtext(".//style")


def test_a_page_is_light(page: Page):
    for address in addresses(page.shelf):
        answer = page.client.get(address)
        tree = html.document_fromstring(answer.text)
        loaded = {*tree.xpath("//link[@rel='stylesheet']/@href"), "/static/mark.svg"}
        weight = len(answer.content) + sum(len(page.client.get(each).content) for each in loaded)
        assert weight < LIMIT, address


def test_every_screen_has_one_heading_and_a_title(page: Page):
    for address in addresses(page.shelf):
        tree = html.document_fromstring(page.client.get(address).text)
        assert len(tree.xpath("//h1")) == 1, address
        assert tree.findtext(".//title").strip(), address
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), address


def test_every_field_has_a_name_for_ears(page: Page):
    for address in addresses(page.shelf):
        tree = html.document_fromstring(page.client.get(address).text)
        labelled = set(tree.xpath("//label/@for"))
        for field in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            inside = field.xpath("ancestor::label")
            assert inside or field.get("id") in labelled, (address, html.tostring(field))


def test_a_statement_leads_to_its_passage_and_back(page: Page):
    ledger = page.shelf.linked.entries.ledger
    statement = ledger.disputes[0].sides[0].statements[0]
    address = page.client.get(f"/go/{statement}").headers["location"]
    tree = html.document_fromstring(page.client.get(address).text)
    [card] = tree.xpath(f"//article[@id='s-{statement}']")
    assert "is-selected" in card.get("class")
    assert tree.xpath(f"//span[contains(@data-statements, '{statement}')]")


def test_the_clean_text_is_the_text(page: Page):
    for id in page.shelf.documents:
        tree = html.document_fromstring(page.client.get(f"/read/{id}?layer=none").text)
        shown = [each.text_content() for each in tree.xpath("//article[@class='article']/p")][1:]
        text = page.shelf.entries([id]).readings[id].document.text
        assert " ".join(shown).split() == text.split()


def test_marks_leave_the_text_as_it_is(page: Page):
    for id in page.shelf.documents:
        tree = html.document_fromstring(page.client.get(f"/read/{id}?layer=all").text)
        for number in tree.xpath("//a[@class='place']"):
            number.text = ""
        shown = [each.text_content() for each in tree.xpath("//article[@class='article']/p")][1:]
        text = page.shelf.entries([id]).readings[id].document.text
        assert "".join("".join(shown).split()) == "".join(text.split())


def test_an_empty_case_says_what_to_do(tmp_path):
    from counterclaim.case import Case

    Case.create(tmp_path / "new").close()
    for page in opened(tmp_path / "new"):
        for screen in SCREENS:
            if "{" not in screen.path:
                assert page.client.get(screen.path).status_code == 200, screen.path
        assert "Drop reports" in page.client.get("/").text
        assert isinstance(page.shelf, Shelf)
