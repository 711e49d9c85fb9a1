"""The page of the demo in a real browser: Debian's chromium, or any on the path."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.page.addresses import screen_addresses
from tests.page.conftest import make_case

CHROMIUM = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)


@dataclass(frozen=True)
class Served:
    """A page that is served by a process of its own: its folder, its address, its first address."""

    folder: Path
    home: str
    opening: str


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve a case as a user does."""
    command = [sys.executable, "-m", "counterclaim", "serve", str(folder), "--reviewer", "Ana"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        opening = server.stdout.readline().strip()
        try:
            yield Served(folder, opening.partition("/open")[0], opening)
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on the path: apt-get install chromium")
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("cases") / "demo"
    subprocess.run(
        [sys.executable, "-m", "counterclaim", "demo", str(folder), "-q"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder


@dataclass(frozen=True)
class Window:
    """A window on a page: what it complained of, and what it asked of other hosts."""

    page: Page
    home: str
    complaints: list[str]

    def go(self, address: str) -> None:
        """Go to an address of the page."""
        self.page.goto(self.home + address, wait_until="load")


def window(context: BrowserContext, served: Served) -> Window:
    """Open a window that notes all complaints and all requests to other hosts."""
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog {dialog.message}"))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(served.home) else complaints.append(asked.url),
    )
    return Window(page, served.home, complaints)


@pytest.fixture(scope="session")
def looking(browser, demo) -> Iterator[Window]:
    """A window on the demo that is only looked at."""
    with serving(demo) as served:
        context = browser.new_context()
        found = window(context, served)
        found.page.goto(served.opening)
        yield found
        context.close()


@pytest.fixture
def working(browser, tmp_path) -> Iterator[Window]:
    """A window on a case of its own, to work in."""
    with serving(make_case(tmp_path / "own")) as served:
        context = browser.new_context(accept_downloads=True)
        found = window(context, served)
        found.page.goto(served.opening)
        yield found
        context.close()


@pytest.fixture(scope="session")
def screens(demo) -> list[str]:
    """An address of each screen, of the demo."""
    from counterclaim.page.shelf import Shelf

    shelf = Shelf(demo, "Ana")
    try:
        return screen_addresses(shelf)
    finally:
        shelf.close()
