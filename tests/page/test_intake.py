"""Files that are dropped and text that is pasted are read beside the page."""

from time import monotonic, sleep

import pytest
from msgspec import convert

from counterclaim.page.intake import _clean
from counterclaim.page.worker import Job
from tests.page.conftest import HOME, Page

SENT = {"Origin": HOME}


def wait(page: Page) -> Job:
    until = monotonic() + 60
    while monotonic() < until:
        job = page.client.get("/intake.json").json()["job"]
        if job and job["ended"]:
            return convert(job, Job)
        sleep(0.1)
    raise AssertionError("the job did not end")


def test_files_and_a_pasted_text_are_read(own_page: Page):
    before = set(own_page.shelf.documents)
    files = [("files", ("a.txt", b"The mayor said that the road was open.", "text/plain"))]
    form = {
        "path": "folder/a.txt",
        "text": "The navy denied that the road was open.",
        "title": "Seen <b>",
        "outlet": "Post",
        "published": "2024-06-12",
    }
    answer = own_page.client.post("/intake", data=form, files=files, headers=SENT)
    assert answer.headers["location"] == "/intake"
    job = wait(own_page)
    assert (job.problem, job.added, job.failures) == ("", 2, ())
    new = own_page.shelf.entries(set(own_page.shelf.documents) - before).readings.values()
    assert {each.document.path for each in new} == {"folder/a.txt", "pasted/Seen <b>.txt"}
    assert {(each.document.outlet, str(each.document.published)) for each in new} == {
        ("Post", "2024-06-12")
    }
    assert b'"ended":true' in own_page.client.get("/intake/stream").content


def test_what_cannot_be_read_says_why(own_page: Page):
    files = [("files", ("a.exe", b"MZ\x00\x01", "text/html"))]
    own_page.client.post("/intake", files=files, headers=SENT)
    [failure] = wait(own_page).failures
    assert failure.path == "a.exe"
    assert failure.next_step


@pytest.mark.parametrize(
    ("form", "said"), [({}, "nothing came in"), ({"text": "x", "published": "soon"}, "no day")]
)
def test_what_makes_no_sense_is_refused(own_page: Page, form: dict[str, str], said: str):
    answer = own_page.client.post("/intake", data=form, headers=SENT)
    assert answer.status_code == 422
    assert said in answer.text


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\Users\\a.txt", "C:/Users/a.txt"),
        ("/a//b/./c.txt", "a/b/c.txt"),
        ("..", "file"),
    ],
)
def test_a_name_leads_nowhere_else(name: str, clean: str):
    assert _clean(name) == clean


def test_a_decision_is_linked_soon(own_page: Page):
    statement = own_page.shelf.linked.entries.ledger.disputes[0].sides[0].statements[0]
    form = {"target": statement, "verdict": "reject"}
    own_page.client.post("/review", data=form, headers=SENT)
    assert own_page.client.get("/state.json").json()["stale"] is True
    until = monotonic() + 60
    while own_page.client.get("/state.json").json()["stale"] and monotonic() < until:
        sleep(0.1)
    voices = {
        id
        for dispute in own_page.shelf.linked.entries.ledger.disputes
        for side in dispute.sides
        for id in side.statements
    }
    assert statement not in voices
