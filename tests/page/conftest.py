"""A case whose every field holds an attack, and a browser's part played by a client."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim.case import Case, ReadOptions
from counterclaim.model.intake import Given, Original
from counterclaim.page.app import create_app
from counterclaim.page.security import Keys
from counterclaim.page.shelf import Shelf

PORT = 8123
HOME = f"http://127.0.0.1:{PORT}"
ATTACK = (
    "<img src=x onerror=alert(1)><script>evil()</script>\"'"
    " onload='evil()' {{7*7}} javascript:evil()"
)
REPORTS = {
    "army.txt": "The army said on Monday that the attack on the dam was planned in Pakistan.\n\n"
    f"“{ATTACK}” said Omar <b onclick=evil()>Vell</b>, a spokesman for the army. Six engineers"
    " were killed in the bombing in Peshawar on Monday. A militant group claimed responsibility.",
    "ministry.txt": "The Afghan ministry denied that the attack on the dam was planned in"
    f" Pakistan.\n\nThe ministry said that {ATTACK} was closed. Nine engineers were killed in the"
    " bombing in Peshawar on Monday, the ministry said.",
    f"{ATTACK.replace('/', '')[:60]}.txt": "The mayor said that the bridge was closed.",
}


@dataclass(frozen=True)
class Page:
    """A page that is open: the client with its cookie, the case behind it, and its keys."""

    client: TestClient
    shelf: Shelf
    keys: Keys


def make_case(folder: Path) -> Path:
    """Read the reports into a case."""
    given = Given(outlet=f"Gazette {ATTACK}", title=f"Title {ATTACK}", author=f"Ana {ATTACK}")
    originals = [Original(name, text.encode(), ".txt") for name, text in REPORTS.items()]
    with Case.create(folder) as case:
        case.read(originals, ReadOptions(given=given))
    return folder


def open_page(folder: Path) -> tuple[TestClient, Shelf, Keys]:
    """Return a client that has not yet used its key."""
    shelf, keys = Shelf(folder, "Ana"), Keys(PORT)
    client = TestClient(create_app(shelf, keys), base_url=HOME, follow_redirects=False)
    return client, shelf, keys


def opened(folder: Path) -> Iterator[Page]:
    """Open the page of a case as a browser does."""
    client, shelf, keys = open_page(folder)
    with client:
        assert client.get(f"/open?key={keys.once}").status_code == 303
        yield Page(client, shelf, keys)


@pytest.fixture(scope="session")
def attacked(tmp_path_factory) -> Path:
    return make_case(tmp_path_factory.mktemp("cases") / "attacked")


@pytest.fixture(scope="session")
def page(attacked) -> Iterator[Page]:
    """A page that is only looked at."""
    yield from opened(attacked)


@pytest.fixture
def own_page(tmp_path) -> Iterator[Page]:
    """A page of a case of its own, to decide on things and to drop files into."""
    yield from opened(make_case(tmp_path / "own"))
