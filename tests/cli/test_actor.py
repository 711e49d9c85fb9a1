"""All on one party, from the command line and from Python."""

import json

import counterclaim


def test_a_dossier_has_names_words_numbers_and_charges(command, bombing):
    out = command("actor", "red dawn", "--case", bombing).out
    assert out.startswith("Red Dawn Brigade (armed_group)")
    assert "“Red Dawn Brigade” (3) by Hill Courier, Vell Gazette" in " ".join(out.split())
    assert out.index("Says:") < out.index("Said of it:") < out.index("Events:")
    assert "Bombing at Quetta" in out


def test_a_dossier_for_programs_says_the_same(command, bombing):
    written = json.loads(command("actor", "red dawn", "--case", bombing, "--json").out)
    assert written["schema"] == "counterclaim/dossier/1"
    assert written["actor"]["name"] == "Red Dawn Brigade"
    said = [each["speaker"] for each in written["said_about"]]
    assert "Tarik Osmani" in said
    denial = next(each for each in written["says"] if each["act"].startswith("deny"))
    assert denial["published"] == "2031-05-06"


def test_a_long_part_says_how_much_is_not_shown(command, bombing):
    out = command("actor", "red dawn", "--limit", "1", "--case", bombing).out
    assert "more: --limit shows them" in out


def test_an_unknown_party_offers_the_nearest_in_one_line(command, bombing):
    ended = command("actor", "Red Dwan Brigade", "--case", bombing)
    assert (ended.code, ended.out) == (2, "")
    assert "no actor here is called 'Red Dwan Brigade'. The nearest: Red Dawn" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_python_has_the_same_dossier(bombing):
    found = counterclaim.open(bombing).actor("Red Dawn Brigade")
    assert found.actor.name == "Red Dawn Brigade"
    assert found.events[0].event.type == "bombing"
