"""A chart is one drawing: on its screen, and as a file that every program opens."""

import pytest
from lxml import etree, html

from counterclaim.page.charts import light_rules, shortened
from counterclaim.page.routes import SCREENS
from tests.page.conftest import HOME, Page, opened
from tests.page.written import make_contested

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = [screen for screen in SCREENS if screen.chart]


@pytest.fixture(scope="module")
def contested(tmp_path_factory):
    """Two voices, two days, two numbers, a witness."""
    yield from opened(make_contested(tmp_path_factory.mktemp("cases") / "contested"))


def address(page: Page, screen) -> str:
    ledger = page.shelf.linked.entries.ledger
    event = next(each for each in ledger.events if len(each.tolls) > 1)
    ids = {"/disputes/{id}": ledger.disputes[0].id, "/events/{id}": event.id}
    path: str = screen.path
    return path.replace("{id}", ids.get(path, ""))


@pytest.mark.parametrize("screen", CHARTS, ids=lambda each: each.chart)
def test_a_chart_is_saved_as_it_is_shown(contested: Page, screen):
    shown = html.document_fromstring(contested.client.get(address(contested, screen)).text)
    [drawing] = shown.xpath("//svg[contains(@class, 'chart')]")
    assert drawing.get("class") == f"drawn chart chart-{screen.chart}"
    [link] = shown.xpath("//figcaption//a/@href")
    answer = contested.client.get(link)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"].startswith("attachment")
    saved = etree.fromstring(answer.content)
    for part in ("circle", "rect", "path"):
        own = 1 if part == "rect" else 0  # the sheet of paper
        there = len(drawing.xpath(f".//{part}"))
        assert len(list(saved.iter(SVG + part))) == there + own, part


@pytest.mark.parametrize("screen", CHARTS, ids=lambda each: each.chart)
def test_a_saved_chart_needs_nothing_and_leads_nowhere(contested: Page, screen):
    text = contested.client.get(f"{address(contested, screen)}.svg").text
    saved = etree.fromstring(text.encode())
    assert not saved.xpath(
        "//@href | //@class | //*[local-name()='style' or local-name()='script']"
    )
    assert "var(" not in text
    told = " ".join(saved.itertext())
    for words in ("contested", "counterclaim", "Unreviewed", "Private names blotted out"):
        assert words in told


def test_a_saved_chart_names_no_private_person(contested: Page):
    page = contested.client
    tolls = next(each for each in CHARTS if each.chart == "tolls")
    chart = f"{address(contested, tolls)}.svg"
    assert "Haddad" in page.get(f"{chart}?names=all").text
    assert "Haddad" not in page.get(chart).text


def test_a_saved_page_names_no_private_person_unless_asked(contested: Page):
    ledger = contested.shelf.linked.entries.ledger
    witness = next(each.id for each in ledger.actors if "Haddad" in each.name)
    assert "Haddad" in contested.client.get(f"/actors/{witness}.html?names=all").text
    assert "Haddad" not in contested.client.get(f"/actors/{witness}.html").text


def test_an_export_names_no_private_person_unless_asked(contested: Page):
    assert b"Haddad" in contested.client.get("/exports/json?names=all").content
    assert b"Haddad" not in contested.client.get("/exports/json").content


def test_what_has_nothing_to_draw_says_so(page: Page):
    ledger = page.shelf.linked.entries.ledger
    answer = page.client.get(f"/disputes/{ledger.disputes[0].id}.svg")
    assert answer.status_code == 404
    assert "nothing to draw" in answer.text


def test_every_look_has_a_light_colour():
    assert light_rules()["killed"] == {"fill": "#8f2f22", "stroke": "#8f2f22", "stroke-width": "2"}
    assert "var" not in str(light_rules())


@pytest.mark.parametrize(
    ("text", "most", "label"),
    [
        ("short", 10, "short"),
        ("a spokesman for the armed group", 20, "a spokesman for the…"),
        ("Unternehmensverantwortung", 10, "Unternehm…"),
        ("  much   room  ", 20, "much room"),
    ],
)
def test_a_label_is_cut_between_words(text: str, most: int, label: str):
    assert shortened(text, most) == label


def test_decisions_stand_in_the_source_line(contested: Page):
    id = contested.client.get("/review.json").json()["item"]["said"]["card"]["id"]
    form = {"target": id, "verdict": "confirm"}
    contested.client.post("/review", data=form, headers={"Origin": HOME})
    assert (
        "1 decision by reviewers; all else unreviewed."
        in contested.client.get("/timeline.svg").text
    )
