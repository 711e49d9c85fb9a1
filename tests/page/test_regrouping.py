"""Events and actors are joined and split on their screens, and one undo undoes one deed."""

from collections.abc import Iterator

import pytest

from counterclaim.case import Case
from counterclaim.model.actor import Actor
from counterclaim.model.record import Event
from tests.page.conftest import HOME, Page, opened
from tests.page.written import make_contested

SENT = {"Origin": HOME}


@pytest.fixture
def contested(tmp_path) -> Iterator[Page]:
    yield from opened(make_contested(tmp_path / "contested"))


def do(page: Page, what: str, **form: str) -> int:
    return page.client.post(what, data=form, headers=SENT).status_code


def relink(page: Page) -> None:
    with Case.open(page.shelf.folder) as case:
        case.relink()


def events(page: Page) -> tuple[Event, ...]:
    return page.shelf.linked.entries.ledger.events


def most_told(page: Page) -> Event:
    return max(events(page), key=lambda each: len(each.tellings))


def actor_with(page: Page, name: str) -> Actor:
    [found] = [each for each in page.shelf.linked.entries.ledger.actors if each.name == name]
    return found


def test_a_telling_is_split_off_and_joined_again(contested: Page):
    event, before = most_told(contested), len(events(contested))
    telling = event.tellings[-1]
    assert do(contested, "/split", one=event.id, part=telling) == 303
    relink(contested)
    assert len(events(contested)) == before + 1
    [alone] = [each for each in events(contested) if each.tellings == (telling,)]
    assert do(contested, "/join", one=alone.id, other=f"{HOME}/events/{event.id}") == 303
    relink(contested)
    assert len(events(contested)) == before


def test_an_event_answers_to_the_address_it_had_before(contested: Page):
    event = most_told(contested)
    do(contested, "/split", one=event.id, part=event.tellings[-1])
    relink(contested)
    first, second = events(contested)
    do(contested, "/join", one=first.id, other=second.id)
    relink(contested)
    [whole] = [each for each in events(contested) if {*first.tellings} < {*each.tellings}]
    for id in (first.id, second.id):
        shown = contested.client.get(f"/events/{id}.json").json()
        assert shown["card"]["id"] == whole.id


def test_a_name_is_split_off_with_all_its_mentions_and_one_undo_takes_all_back(contested: Page):
    witness = actor_with(contested, "Omar Haddad")
    entries = contested.shelf.entries(contested.shelf.documents)
    form = {"one": witness.id, "part": "Omar Haddad"}
    names = [entries.mentions[id][0].span for id in witness.mentions]
    assert len(names) > 2
    shown = contested.client.get(f"/actors/{witness.id}.json").json()
    of = dict(shown["card"]["forms"])
    assert len(of) > 1
    assert do(contested, "/split", **form) == 303
    assert len(contested.shelf.reviews()) == 2 * of["Omar Haddad"] - 1
    relink(contested)
    found = [
        each for each in contested.shelf.linked.entries.ledger.actors if each.name == "Omar Haddad"
    ]
    assert of["Omar Haddad"] in {len(each.mentions) for each in found}
    assert do(contested, "/review/undo", next=f"/actors/{witness.id}") == 303
    relink(contested)
    assert {*actor_with(contested, "Omar Haddad").mentions} == {*witness.mentions}


def test_the_screen_offers_what_may_be_the_same_and_the_way_back(contested: Page):
    event = most_told(contested)
    page = contested.client.get(f"/events/{event.id}").text
    assert "Undo the last" not in page
    do(contested, "/split", one=event.id, part=event.tellings[-1])
    relink(contested)
    shown = contested.client.get(f"/events/{event.id}.json").json()
    assert shown["undoable"] == "split"
    assert [each["common"] for each in shown["near"]]
    assert "Undo the last split" in contested.client.get(f"/events/{event.id}").text


def test_what_cannot_be_joined_or_split_is_refused(contested: Page):
    event, witness = most_told(contested), actor_with(contested, "Omar Haddad")
    for other in ("", "x", "0" * 16, witness.id, event.id):
        assert do(contested, "/join", one=event.id, other=other) in (404, 422), other
    for one, part in ((event.id, "x"), (witness.id, "Nobody"), ("0" * 16, "x")):
        assert do(contested, "/split", one=one, part=part) in (404, 422), one
    assert contested.shelf.reviews() == ()
