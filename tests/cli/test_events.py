"""What happened, from the command line: a list, a timeline, one event and why it is one."""

import json
from pathlib import Path

import pytest

from counterclaim.cli.program import run

REPORTS = (
    {
        "id": "first",
        "outlet": "Vell Gazette",
        "published": "2031-05-04",
        "text": "A car bomb exploded at the Chaman Gate market in Quetta on Saturday, killing 12"
        " people. The Red Dawn Brigade carried out the bombing, Colonel Tarik Osmani said.",
    },
    {
        "id": "second",
        "outlet": "Hill Courier",
        "published": "2031-05-05",
        "text": "The bombing at the Chaman Gate market in Quetta on Saturday killed 15 people,"
        " Colonel Tarik Osmani said. The Red Dawn Brigade denied that it was behind the attack.",
    },
    {
        "id": "third",
        "outlet": "Plain Wire",
        "published": "2031-06-20",
        "text": "Police in Lima arrested 4 men on Thursday, Mayor Ines Prado said.",
    },
)


@pytest.fixture(scope="module")
def case(tmp_path_factory) -> str:
    folder: Path = tmp_path_factory.mktemp("events")
    lines = "\n".join(json.dumps(each) for each in REPORTS)
    (folder / "reports.jsonl").write_text(lines, "utf-8")
    made = str(folder / "case")
    assert run(["read", str(folder / "reports.jsonl"), "--into", made, "-q", "--jobs", "1"]) == 0
    return made


@pytest.fixture
def bombing(command, case) -> dict[str, object]:
    found = json.loads(command("events", "--type", "bombing", "--json", "--case", case).out)
    assert found["schema"] == "counterclaim/events/1"
    [event] = found["events"]
    return dict(event)


def test_events_lists_the_latest_first_with_place_and_toll(command, case):
    shown = command("events", "--case", case).out
    assert shown.index("Arrest") < shown.index("Bombing at Quetta")
    assert "2031-05-03" in shown
    assert "15 killed · 2 documents, 2 tellings" in shown


def test_two_reports_are_one_event_with_both_tellings(bombing):
    assert bombing["schema"] == "counterclaim/event/1"
    assert {each["document"] for each in bombing["mentions"]} == {
        each["document"] for each in bombing["tellings"]
    }
    assert len({each["document"] for each in bombing["mentions"]}) == 2


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (("--place", "quetta"), "Bombing"),
        (("--since", "2031-06-01"), "Arrest"),
        (("--until", "2031-05-31"), "Bombing"),
        (("--type", "arrest"), "Arrest"),
    ],
)
def test_events_can_be_chosen(command, case, chosen, shown):
    out = command("events", *chosen, "--case", case).out
    assert shown in out
    assert ("Bombing" in out) != ("Arrest" in out)


def test_no_event_says_why(command, case):
    ended = command("events", "--place", "Atlantis", "--case", case)
    assert (ended.code, ended.out) == (0, "")
    assert "No event to show" in ended.err


def test_a_timeline_runs_from_the_first_day_to_the_last(command, case):
    out = command("timeline", "--case", case).out
    assert out.index("2031-05-03") < out.index("2031-06-19")
    assert "reported 2031-05-04 to 2031-05-05" in " ".join(out.split())
    written = json.loads(command("timeline", "--json", "--case", case).out)
    assert written["schema"] == "counterclaim/timeline/1"
    assert written["events"][0]["reported"] == ["2031-05-04", "2031-05-05"]


def test_a_timeline_of_an_event_follows_the_reports(command, case, bombing):
    out = command("timeline", str(bombing["id"]), "--case", case).out
    assert out.index("Vell Gazette, 2031-05-04") < out.index("Hill Courier, 2031-05-05")
    assert out.index("12 people killed") < out.index("15 people killed")


def test_a_timeline_of_something_else_is_refused_in_one_line(command, case):
    ended = command("timeline", "first", "--case", case)
    assert ended.code == 2
    assert "a timeline is of an event" in ended.err


def test_show_and_explain_take_an_event_and_any_of_its_tellings(command, case, bombing):
    id = str(bombing["id"])
    telling = bombing["tellings"][0]["id"]
    page = command("show", id, "--provenance", "--case", case).out
    assert "Bombing at Quetta" in page
    assert page.count("reports.jsonl") == 2
    assert id in command("show", telling, "--case", case).out
    assert f"event {id}" in command("explain", id, "--case", case).out
    assert "one event = " in command("explain", id, "--case", case).out
    assert "rule time_of_trigger" in command("explain", telling, "--case", case).out


def test_show_takes_a_place(command, case, bombing):
    out = command("show", str(bombing["place"]), "--case", case).out
    assert out.startswith("Quetta (town)")
    assert "Bombing at Quetta" in out


def test_the_end_of_read_counts_events(command, case):
    source = str(Path(case).parent / "reports.jsonl")
    out = command("read", source, "--into", case, "--jobs", "1").out
    assert "  events            2\n" in out
    assert len(out.splitlines()) <= 10
