"""Each field of an event shows what else it is given, and by whom."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.page.conftest import Page, opened
from tests.page.written import make_contested


@pytest.fixture(scope="module")
def contested(tmp_path_factory) -> Iterator[Page]:
    yield from opened(make_contested(tmp_path_factory.mktemp("cases") / "rivals"))


def bombing(page: Page, rest: str = "") -> Any:
    events = page.shelf.linked.entries.ledger.events
    event = max(events, key=lambda each: len(each.tolls))
    return page.client.get(f"/events/{event.id}{rest}.json").json()


def killed(page: Page) -> list[tuple[str, list[str]]]:
    [field] = [each for each in bombing(page)["fields"] if each["name"] == "killed"]
    return [(each["value"], [v["who"] for v in each["voices"]]) for each in field["told"]]


def test_numbers_of_several_voices_are_never_one_range(contested: Page):
    shown = bombing(contested)
    assert shown["counted"]["killed"] == "4, 6 or 9"
    assert " to " not in shown["counted"]["killed"]


def test_each_number_stands_with_who_says_so(contested: Page):
    told = {value: {name.casefold() for name in who} for value, who in killed(contested)}
    assert "omar haddad" in told["4"]
    assert any("army" in name for name in told["6"])
    assert any("ministry" in name for name in told["9"])


def test_a_voice_leads_to_its_passage(contested: Page):
    [field] = [each for each in bombing(contested)["fields"] if each["name"] == "killed"]
    voice = field["told"][0]["voices"][0]
    address = f"/read/{voice['document']}?statement={voice['statement']}"
    assert voice["words"] in contested.client.get(address).text


def test_a_cell_shows_the_numbers_that_it_did_not_take(contested: Page):
    cells = {each["column"]: each for each in bombing(contested, "/acled")["cells"]}
    taken = str(cells["fatalities"]["value"])
    rivals = {each["value"] for each in cells["fatalities"]["rivals"]}
    assert rivals == {"4", "6", "9"} - {taken}
    assert cells["notes"]["rivals"] == []
