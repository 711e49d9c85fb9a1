"""What stands, what is contested and what is missing, on the pages of events, claims, disputes."""

import json

import pytest


@pytest.fixture
def dispute(command, bombing) -> dict[str, object]:
    [found] = json.loads(command("disputes", "--json", "--case", bombing).out)["disputes"]
    return dict(found)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_an_event_shows_what_nobody_denies_and_what_each_adds(command, bombing):
    [event] = json.loads(command("events", "--type", "bombing", "--json", "--case", bombing).out)[
        "events"
    ]
    page = flat(command("show", event["id"], "--case", bombing).out)
    assert "killed: at least 12 (2 documents, 2 tellings" in page
    assert "weapon: car bomb (1 document, 1 telling, 1 origin)" in page
    assert "Red Dawn Brigade adds perpetrator: Red Dawn Brigade, denied" in page
    fields = {each["field"]: each["value"] for each in event["core"]["agreed"]}
    assert fields["killed"] == "at least 12"
    assert {each["holder"] for each in event["core"]["added"]} >= {"Tarik Osmani"}


def test_a_dispute_shows_what_is_to_be_asked(command, bombing, dispute):
    page = flat(command("show", dispute["id"], "--case", bombing).out)
    assert "No evidence is cited." in page
    assert "What does Red Dawn Brigade rest it on?" in page


def test_a_claim_shows_its_history_and_its_rating_on_request_only(command, bombing, dispute):
    claim = dispute["sides"][0]["claim"]
    page = flat(command("show", claim, "--case", bombing).out)
    assert "2031-05-04 Tarik Osmani said" in page
    assert "2031-05-06 Red Dawn Brigade denied" in page
    assert "Admiralty" not in page
    assert "Admiralty F4: contested" in command("show", claim, "--admiralty", "--case", bombing).out
    ended = command("show", dispute["id"], "--admiralty", "--case", bombing)
    assert (ended.code, "only claims" in ended.err) == (2, True)


def test_a_denial_of_ones_own_part_serves_whoever_denies(command, bombing, dispute):
    denial = next(side for side in dispute["sides"] if side["polarity"] == "-")["statements"][0]
    assert "serves: denies its own part" in flat(command("show", denial, "--case", bombing).out)
    written = json.loads(command("show", denial, "--json", "--case", bombing).out)
    assert (written["interest"], written["interest_rule"]) == ("serves", "denies_its_own_part")
