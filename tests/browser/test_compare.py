"""One's own rows in a real browser: chosen, compared, opened at the passage, forgotten."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Window

ROWS = (
    "event_date;country;location;sub_event_type;actor1;fatalities\n"
    "11/06/2024;;Sarn Bridge;Air/drone strike;Northern Ridge Front;9\n"
    "13/06/2024;Peru;Ayo;;;<b onclick=evil()>\n"
)


def test_rows_are_compared_opened_at_their_words_and_forgotten(looking: Window, tmp_path: Path):
    page = looking.page
    (tmp_path / "mine.csv").write_text(ROWS, "utf-8")
    looking.go("/compare")
    page.get_by_label("Your rows, as CSV").set_input_files(tmp_path / "mine.csv")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", name="mine.csv")).to_be_visible()
    expect(page.get_by_text("Already coded as row 2")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as a table").click()
    assert "evil" not in Path(download.value.path()).read_text("utf-8").partition("\n")[0]
    page.locator("article q a[href^='/read/']").first.click()
    page.wait_for_url("**/read/**")
    looking.go("/compare")
    page.get_by_role("button", name="Forget my rows").click()
    expect(page.get_by_role("button", name="Forget my rows")).to_have_count(0)
    assert not looking.complaints
