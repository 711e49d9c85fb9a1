"""A decision is one request, stands beside a name, and can be taken back without end."""

from counterclaim.model.record import Verdict
from counterclaim.model.statement import StatementId
from tests.page.conftest import HOME, Page

SENT = {"Origin": HOME}


def decide(page: Page, target: str, verdict: str = "confirm", **more: str):
    form = {"target": target, "verdict": verdict, **more}
    return page.client.post("/review", data=form, headers=SENT)


def item(page: Page, query: str = "") -> str:
    found: str = page.client.get(f"/review.json{query}").json()["item"]["said"]["card"]["id"]
    return found


def kept(page: Page) -> list[tuple[str, str]]:
    return [(review.verdict.value, review.reviewer) for review in page.shelf.reviews()]


def test_a_decision_stands_beside_a_name_and_the_next_item_follows(own_page: Page):
    first = item(own_page)
    answer = decide(own_page, first)
    assert answer.status_code == 303
    assert kept(own_page) == [("confirm", "Ana")]
    assert item(own_page) != first
    with own_page.shelf._turn:
        assert own_page.shelf._case.verify() == ()


def test_a_skipped_item_comes_again(own_page: Page):
    first = item(own_page)
    second = item(own_page, f"?after={first}")
    assert second != first
    assert item(own_page, f"?after={second}") == first or item(own_page) == first


def test_undo_has_no_end(own_page: Page):
    first = item(own_page)
    for verdict in ("confirm", "flag", "reject"):
        decide(own_page, first, verdict)
    for _ in range(3):
        answer = own_page.client.post("/review/undo", headers=SENT)
        assert first in answer.headers["location"]
    assert "No decision yet" in own_page.client.get("/review").text
    assert [verdict for verdict, _ in kept(own_page)][3:] == ["withdraw"] * 3
    own_page.client.post("/review/undo", headers=SENT)
    assert len(kept(own_page)) == 6


def test_only_what_was_changed_is_corrected(own_page: Page):
    first = item(own_page)
    before = {"polarity": "+", "polarity-before": "+", "act": "warn", "act-before": "assert"}
    decide(own_page, first, "correct", **before, note="heard it myself")
    [review] = own_page.shelf.reviews()
    assert (review.verdict, review.field, review.value) == (Verdict.CORRECT, "act", "warn")
    assert review.note == "heard it myself"
    told, _ = own_page.shelf.around([StatementId(first)]).statements[StatementId(first)]
    assert (told.act.value, told.act.rule) == ("warn", "decided_by_reviewer")


def test_the_edges_of_what_is_said_are_words_of_the_text(own_page: Page):
    first = StatementId(item(own_page))
    told, reading = own_page.shelf.around([first]).statements[first]
    words = reading.document.quote(told.content[0])
    shorter = words.rpartition(" ")[0]
    decide(own_page, first, "correct", **{"content": shorter, "content-before": words})
    told, reading = own_page.shelf.around([first]).statements[first]
    assert [reading.document.quote(span) for span in told.content] == [shorter]
    answer = decide(own_page, first, "correct", **{"content": "unsaid", "content-before": words})
    assert answer.status_code == 422
    assert "not in the text" in answer.text


def test_a_correction_that_changes_nothing_is_refused(own_page: Page):
    same = {"act": "warn", "act-before": "warn"}
    assert decide(own_page, item(own_page), "correct", **same).status_code == 422
    assert kept(own_page) == []


def test_what_is_no_decision_is_refused(own_page: Page):
    for target, verdict in (
        ("x", "confirm"),
        (item(own_page), "maybe"),
        (item(own_page), "withdraw"),
    ):
        assert decide(own_page, target, verdict).status_code == 422
    assert kept(own_page) == []


def test_a_second_coder_sees_no_decision_of_the_first(own_page: Page):
    first = item(own_page)
    decide(own_page, first, "reject")
    own_page.client.post("/reviewer", data={"name": "  Ben  "}, headers=SENT)
    shown = own_page.client.get("/review.json").json()
    assert (shown["reviewer"], shown["item"]["said"]["card"]["id"]) == ("Ben", first)
    assert (shown["item"]["said"]["review"], shown["latest"]) == (None, [])
    decide(own_page, first, "confirm")
    [agreement] = own_page.client.get("/review.json").json()["agreements"]
    assert (agreement["both"], agreement["share"]) == (1, 0.0)


def test_a_decision_leads_nowhere_else(own_page: Page):
    first = item(own_page)
    for wanted in ("//evil.example/", "https://evil.example", "/\\evil.example", "javascript:x"):
        answer = decide(own_page, first, next=wanted)
        assert answer.headers["location"].startswith("/review?")


def test_a_busy_case_says_so_and_keeps_nothing(own_page: Page):
    from counterclaim.ledger.lock import writing

    with writing(own_page.shelf.folder / "ledger.lock"):
        answer = decide(own_page, item(own_page))
    assert answer.status_code == 409
    assert "being written" in answer.text
    assert kept(own_page) == []
