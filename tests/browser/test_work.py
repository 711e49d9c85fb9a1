"""The work itself, done as a person does it: drop, look, decide by keys, export."""

from contextlib import closing
from pathlib import Path
from time import monotonic

from playwright.sync_api import expect

from counterclaim.page.shelf import Shelf
from tests.browser.conftest import Window

REPORTS = {
    "courier.txt": "The army said on Monday that the attack on the dam was planned in Pakistan.",
    "gazette.txt": "The Afghan ministry denied that the attack on the dam was planned in Pakistan.",
    "post.txt": "The mayor said that the dam was closed. Six engineers were killed, he said.",
}
MINUTES = 3
PLAIN = "main a[href^='/']"


def test_from_three_files_to_a_dispute_five_decisions_and_an_export(
    working: Window, tmp_path: Path
):
    page, begun = working.page, monotonic()
    files = []
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, "utf-8")
        files.append(tmp_path / name)
    working.go("/")
    page.locator("#files").set_input_files(files)
    page.get_by_role("button", name="Read").click()
    page.wait_for_url("**/intake")
    expect(page.get_by_text("3 files read")).to_be_visible(timeout=120_000)
    page.get_by_role("link", name="To the disputes").click()
    expect(page.locator(".dispute").first).to_be_visible()
    page.locator(".dispute a").first.click()
    page.wait_for_url("**/disputes/*")
    page.keyboard.press("g")
    page.keyboard.press("v")
    page.wait_for_url("**/review**")
    for number, key in enumerate(("a", "x", "f"), 1):
        page.keyboard.press(key)
        expect(page.locator(".latest li")).to_have_count(number)
    page.keyboard.press("u")
    expect(page.locator(".latest li")).to_have_count(2)
    page.keyboard.press("a")
    expect(page.locator(".latest li")).to_have_count(3)
    working.go("/exports")
    with page.expect_download() as download:
        page.get_by_role("link", name="ACLED").click()
    assert download.value.suggested_filename.endswith("-acled.zip")
    assert monotonic() - begun < 60 * MINUTES
    assert not working.complaints


def test_a_field_is_corrected_by_keys_alone(working: Window):
    page = working.page
    working.go("/review")
    page.keyboard.press("e")
    expect(page.locator("#edit input[name=source]")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("The navy")
    page.keyboard.press("Enter")
    expect(page.locator(".latest li").first).to_contain_text("source: The navy")


def test_a_skipped_item_gives_way_to_the_next(working: Window):
    page = working.page
    working.go("/review")
    first = page.locator("#item .sentence").text_content() or ""
    page.keyboard.press("Space")
    expect(page.locator("#item .sentence")).not_to_have_text(first)
    page.go_back()
    expect(page.locator("#item .sentence")).to_have_text(first)


def test_keys_lead_through_a_text_and_why_stands_beside_it(looking: Window, screens: list[str]):
    page = looking.page
    looking.go(next(each for each in screens if each.startswith("/read/")))
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".margin .is-selected")).to_have_count(1)
    assert "statement=" in page.url
    assert page.locator(".article .is-selected").count()
    page.locator(".margin .is-selected").get_by_text("why").click()
    expect(page.locator("#drawer")).to_be_visible()
    expect(page.locator("#drawer .reasons")).to_contain_text("polarity")
    page.keyboard.press("Escape")
    expect(page.locator("#drawer")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator("#drawer")).to_contain_text("next, previous entry")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


def test_a_telling_is_split_off_by_one_key_and_brought_back_by_another(looking: Window, demo: Path):
    page = looking.page
    with closing(Shelf(demo, "Ana")) as shelf:
        event = max(shelf.linked.latest, key=lambda each: len(each.tellings))
    looking.go(f"/events/{event.id}")
    page.locator(".telling").first.focus()
    page.keyboard.press("s")
    undo = page.get_by_role("button", name="Undo the last split")
    expect(undo).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("u")
    expect(undo).to_have_count(0)


def test_a_cell_opens_its_rule_by_a_key(looking: Window, screens: list[str]):
    page = looking.page
    looking.go(next(each for each in screens if each.endswith("/gtd")))
    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(page.locator("tr:focus details.rule[open]")).to_have_count(1)


def test_no_attack_runs(working: Window):
    page = working.page
    page.add_init_script("window.ran = 0; window.evil = () => { window.ran += 1; };")
    working.complaints.clear()
    for address in ("/", "/read", "/disputes?state=all", "/events", "/actors", "/search?q=closed"):
        working.go(address)
        links = page.eval_on_selector_all(PLAIN, "all => all.map(a => a.getAttribute('href'))")
        for link in list(dict.fromkeys(links))[:6]:
            if not link.startswith("/exports/"):
                working.go(link)
                assert page.evaluate("window.ran") == 0, link
    assert not working.complaints
