"""Every screen in a real browser: light and dark, narrow, on paper, with keys alone."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser.conftest import Window

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"
LEAST = 10_000  # bytes of a picture with anything on it
REACHED = """() => {
  const seen = each => each.checkVisibility({visibilityProperty: true});
  const able = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  return able.filter(seen).filter(each => !each.disabled && each.tabIndex < 0)
    .map(each => each.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(looking: Window, screens: list[str], scheme: str):
    looking.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = []
    for address in screens:
        looking.go(address)
        looking.page.evaluate(AXE)
        found += [
            (address, each["id"], [node["target"] for node in each["nodes"]][:3])
            for each in looking.page.evaluate(RUN)
        ]
    assert not found


def test_nothing_complains_and_no_other_host_is_asked(looking: Window, screens: list[str]):
    looking.complaints.clear()
    for address in screens:
        looking.go(address)
    assert not looking.complaints


def test_a_narrow_screen_holds_every_page(looking: Window, screens: list[str]):
    looking.page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for address in screens:
        looking.go(address)
        if looking.page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)
    looking.page.set_viewport_size({"width": 1280, "height": 800})
    assert not wide


def test_every_action_is_reached_by_keys(looking: Window, screens: list[str]):
    for address in screens:
        looking.go(address)
        assert not looking.page.evaluate(REACHED), address


def test_paper_shows_words_and_nothing_to_press(looking: Window, screens: list[str]):
    looking.page.emulate_media(media="print")
    for address in screens:
        looking.go(address)
        for part in (".top", ".foot", ".keys", ".tabs", ".acts"):
            assert not looking.page.locator(part).locator("visible=true").count(), (address, part)
    looking.page.emulate_media(media="screen")


def test_charts_are_saved_as_pictures(looking: Window, screens: list[str], tmp_path: Path):
    saved = set()
    looking.complaints.clear()
    for address in screens:
        looking.go(address)
        for button in looking.page.locator("[data-chart]").all():
            with looking.page.expect_download() as download:
                button.click()
            target = tmp_path / download.value.suggested_filename
            download.value.save_as(target)
            assert target.read_bytes().startswith(b"\x89PNG")
            assert target.stat().st_size > LEAST
            saved.add(target.name)
    assert saved >= {"tolls.png", "voices.png", "timeline.png", "network.png"}
    assert not looking.complaints


def test_it_reads_without_scripts(looking: Window, screens: list[str], browser):
    context = browser.new_context(
        java_script_enabled=False, storage_state=looking.page.context.storage_state()
    )
    page = context.new_page()
    for address in screens:
        answer = page.goto(looking.home + address)
        assert answer.ok, address
        assert page.locator("h1").inner_text().strip(), address
        assert page.locator("nav a").count() > 5, address
    context.close()
