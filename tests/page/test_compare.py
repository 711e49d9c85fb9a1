"""One's own coded rows beside the case: taken in, shown, saved, forgotten; never kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from counterclaim.case import Case, ReadOptions
from counterclaim.model.intake import Original
from tests.page.conftest import ATTACK, HOME, Page, opened

SENT = {"Origin": HOME}
ROWS = (
    "event_id_cnty,event_date,country,location,event_type,sub_event_type,actor1,fatalities,notes\n"
    f'"=1+1 {ATTACK}",2024-06-10,Pakistan,Peshawar,Explosions/Remote violence,'
    'Remote explosive/landmine/IED,"{0}",6,"{0}"\n'
    f"{ATTACK[:20]},soon,Peru,,,,,,\n"
).replace("{0}", ATTACK.replace('"', "'"))


@pytest.fixture
def dated_page(tmp_path) -> Iterator[Page]:
    """The page of a case with one bombing, on a day."""
    report = b"A bomb killed nine people in Peshawar on 10 June 2024, the police said."
    with Case.create(tmp_path / "dated") as case:
        case.read([Original("post.txt", report, ".txt")], ReadOptions())
    yield from opened(tmp_path / "dated")


def send(page: Page, content: str | bytes, **form: str) -> Any:
    raw = content.encode() if isinstance(content, str) else content
    files = {"rows": (f"{ATTACK[:40]}.csv", raw, "text/csv")}
    return page.client.post("/compare", files=files, data=form, headers=SENT)


def words(page: Page, address: str) -> str:
    return " ".join(html.fromstring(page.client.get(address).text).text_content().split())


def test_without_rows_there_is_a_form_and_nothing_to_save(own_page: Page):
    assert 'enctype="multipart/form-data"' in own_page.client.get("/compare").text
    assert own_page.client.get("/compare/table").status_code == 404


@pytest.mark.parametrize("show", ["news", "uncoded", "perhaps", "same"])
def test_what_rows_say_is_shown_and_runs_nothing(own_page: Page, show: str):
    assert send(own_page, ROWS).headers["location"] == "/compare"
    answer = own_page.client.get(f"/compare?show={show}")
    tree = html.fromstring(answer.text)
    assert answer.status_code == 200
    assert not tree.xpath("//img[@onerror] | //b[@onclick] | //script[not(@src)]")
    assert "What could not be read" in words(own_page, f"/compare?show={show}")
    assert own_page.client.get(f"/compare.json?show={show}").json()["codebook"] == "acled"


def test_a_row_and_its_event_stand_beside_each_other(dated_page: Page):
    (event,) = dated_page.shelf.linked.entries.ledger.events
    bench = f"/events/{event.id}/acled"
    assert dated_page.client.get(f"{bench}.json").json()["own"] is None
    send(dated_page, ROWS)
    for address in ("/compare", bench):
        shown = words(dated_page, address)
        assert "Already coded as row 2" in shown
        assert "contradicts your fatalities: 9; you have 6" in shown
        assert "killed nine people" in shown


def test_what_is_saved_runs_nothing_in_a_spreadsheet(own_page: Page):
    send(own_page, ROWS)
    answer = own_page.client.get("/compare/table")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.text.startswith("\ufeffrow,id,event")
    assert '"=1+1' not in answer.text.replace("'=1+1", "")


def test_rows_are_forgotten_and_never_written(own_page: Page):
    folder: Path = own_page.shelf.folder
    before = set(folder.rglob("*"))
    send(own_page, ROWS)
    assert set(folder.rglob("*")) == before
    own_page.client.post("/compare/forget", headers=SENT)
    assert own_page.client.get("/compare.json").json()["rows"] == 0


@pytest.mark.parametrize(
    ("content", "form", "said"),
    [
        ("name,age\nAna,3\n", {}, "no rows of acled"),
        (ROWS, {"codebook": "gtd"}, "no rows of gtd"),
        (ROWS, {"codebook": "../etc"}, "no codebook"),
        (ROWS, {"dates": "soon"}, "no order of days"),
        (b"\xff\xfe\x00\xd8" * 9, {}, "text"),
    ],
)
def test_what_makes_no_sense_is_refused(own_page: Page, content, form, said: str):
    answer = send(own_page, content, **form)
    assert answer.status_code == 422
    assert said in html.fromstring(answer.text).text_content()


def test_a_form_without_a_file_is_refused(own_page: Page):
    answer = own_page.client.post("/compare", data={"rows": "event_date"}, headers=SENT)
    assert answer.status_code == 422
