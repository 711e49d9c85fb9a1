"""Three hundred attacks in every field of a document, looked at in a real browser."""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from counterclaim.case import Case, ReadOptions
from counterclaim.model.intake import Original
from counterclaim.page.shelf import Shelf
from tests.browser.conftest import Window, serving, window
from tests.browser.payloads import payloads
from tests.page.addresses import addresses

# All of them take five minutes: `EVERY_ATTACK=1 python -m pytest tests/browser/test_attacks.py`.
STEP, ADDRESSES = (1, 800) if os.environ.get("EVERY_ATTACK") else (30, 60)
TRAP = "window.ran = []; window.evil = () => { window.ran.push(location.href); };"


def rows() -> Iterator[str]:
    """A report for each attack: in its names, in its words, in who speaks and in what they say."""
    for number, attack in enumerate(islice(payloads(), 0, None, STEP)):
        report = {
            "id": f"{number} {attack}",
            "title": f"Title {attack}",
            "source": f"Gazette {attack}",
            "author": f"Ana {attack}",
            "date": "2024-06-12",
            "text": f"The army said that bridge {number} was closed by {attack} on Monday.\n\n"
            f"“{attack}” said Omar {attack} Vell, a spokesman. The ministry denied that bridge "
            f"{number} was closed by {attack} on Monday. Nine men were killed in {attack}.",
        }
        yield json.dumps(report)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("cases") / "attacked"
    table = Original("reports.jsonl", "\n".join(rows()).encode(), ".jsonl")
    with Case.create(folder) as case:
        case.read([table], ReadOptions())
    return folder


def test_an_attack_that_runs_is_noticed(browser):
    """Else the test below would look for something that is nowhere."""
    page = browser.new_page()
    page.add_init_script(TRAP)
    page.goto("about:blank")
    page.set_content(next(each for each in payloads() if each.startswith("<img")))
    page.wait_for_function("window.ran.length === 1")
    page.close()


def test_no_attack_runs_on_any_screen(browser, attacked: Path):
    with closing(Shelf(attacked, "Ana")) as shelf:
        found = addresses(shelf)
        assert len(shelf.documents) == len(list(rows()))
    with serving(attacked) as served:
        context = browser.new_context()
        looked: Window = window(context, served)
        looked.page.add_init_script(TRAP)
        looked.page.goto(served.opening)
        for address in found[:: max(1, len(found) // ADDRESSES)]:
            looked.go(address)
            assert looked.page.evaluate("window.ran") == [], address
        context.close()
    assert not looked.complaints
