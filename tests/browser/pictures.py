"""Pictures of every screen for docs/page, of the demo: `python -m tests.browser.pictures`.

The places of the demo are on no map: its picture is of reports on invented marches.

Light and dark, a narrow screen, and paper: made anew by this one command, to be looked at.
"""

import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize, sync_playwright

from counterclaim.case import Case, ReadOptions
from counterclaim.model.intake import Given, Original
from counterclaim.page.shelf import Shelf
from tests.browser.conftest import serving

OUT = Path(__file__).parent.parent.parent / "docs" / "page"
WIDE, NARROW = ViewportSize(width=1180, height=760), ViewportSize(width=320, height=640)

MARCHES = {
    "Rhone Courier": "About 4,000 people protested in Lyon on Monday, the police said.",
    "Lake Gazette": "Some 900 people protested in Geneva, Switzerland, on Tuesday.",
    "Harbour Post": "About 2,000 people protested in Marseille on Tuesday, the mayor said.",
    "Alpine Observer": "About 200 people protested in Lombardy, Italy, on Wednesday.",
    "Evening Sun": "Some 300 people protested in Genoa, Italy, on Thursday, the union said.",
}

PARTS = (
    ("fields", "event", "table.fields"),
    ("tolls", "event", "figure.chart-whole"),
    ("voices", "dispute", "figure.chart-whole"),
)
FLAGS = ["--no-sandbox", "--disable-lcd-text"]
SHRINK = ("pngquant", "--force", "--ext", ".png", "--speed", "1", "--strip", "80")


def addresses(folder: Path) -> dict[str, str]:
    """Return the screens that are shown, by the names of their pictures."""
    shelf = Shelf(folder, "Ana")
    links = shelf.linked
    lines = shelf.lines(shelf.documents)
    shelf.close()
    event = max(links.latest, key=lambda each: len(each.tellings))
    actor = max(links.entries.ledger.actors, key=lambda each: len(each.mentions))
    dispute = next((each for each in links.board if each.event), links.board[0])
    fullest = max(lines, key=lambda each: each.said)
    return {
        "desk": "/",
        "read": f"/read/{fullest.id}",
        "disputes": "/disputes",
        "dispute": f"/disputes/{dispute.id}",
        "event": f"/events/{event.id}",
        "row": f"/events/{event.id}/acled",
        "actor": f"/actors/{actor.id}",
        "search": "/search?q=drone",
        "review": "/review",
        "timeline": "/timeline",
        "network": "/network",
        "exports": "/exports",
    }


def take(page: Page, home: str, name: str, address: str) -> None:
    """Take one screen in light; the signature screens also in dark, narrow and on paper."""
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light", media="screen")
    page.goto(home + address)
    page.screenshot(path=OUT / f"{name}.png")
    if name in ("read", "dispute"):
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=OUT / f"{name}-dark.png")
        page.emulate_media(color_scheme="light", media="print")
        page.screenshot(path=OUT / f"{name}-print.png")
        page.emulate_media(media="screen")
        page.set_viewport_size(NARROW)
        page.screenshot(path=OUT / f"{name}-narrow.png")


def drawer(page: Page, home: str, address: str) -> None:
    """Take the drawer over a text."""
    page.set_viewport_size(WIDE)
    page.goto(home + address)
    page.locator(".margin [data-drawer]").first.click()
    page.locator("#drawer .reasons").wait_for()
    page.wait_for_timeout(300)
    page.screenshot(path=OUT / "why.png")


def parts(page: Page, home: str, found: dict[str, str]) -> None:
    """Take what lies further down on the screens of an event and a dispute."""
    for name, screen, part in PARTS:
        page.goto(home + found[screen])
        page.locator(part).first.screenshot(path=OUT / f"{name}.png")


def marches(folder: Path) -> Path:
    """Read reports whose places are on the map."""
    with Case.create(folder) as case:
        for outlet, text in MARCHES.items():
            original = Original(f"{outlet}.txt", text.encode(), ".txt")
            given = Given(outlet=outlet, published=date(2024, 6, 14))
            case.read([original], ReadOptions(given=given))
    return folder


def shrink() -> None:
    """Make the pictures a third of their size, where Debian's pngquant is there."""
    if which(SHRINK[0]):
        subprocess.run([*SHRINK, *sorted(map(str, OUT.glob("*.png")))], check=True)


def main() -> None:
    """Take all pictures."""
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as place, sync_playwright() as driver:
        folder = Path(place, "demo")
        demo = [sys.executable, "-m", "counterclaim", "demo", str(folder), "-q"]
        subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)
        found = addresses(folder)
        chromium = which("chromium") or which("google-chrome")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        with serving(folder) as served:
            page.goto(served.opening)
            for name, address in found.items():
                take(page, served.home, name, address)
            parts(page, served.home, found)
            drawer(page, served.home, found["read"])
        with serving(marches(Path(place, "marches"))) as served:
            page.goto(served.opening)
            take(page, served.home, "map", "/map")
        browser.close()
    shrink()


if __name__ == "__main__":
    main()
