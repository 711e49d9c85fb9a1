"""Verbs that are left out the second time: whose words stand behind the second party."""

import pytest

from counterclaim.model.statement import Kind

GAPS = """
The ministry spoke of 20 dead, the rebels of 60. | ministry: 20 dead | rebels: 60
The deputy governor, Idi Osk, spoke of 34 burials, villagers of more than 80 dead. \
| Idi Osk: 34 burials | villagers: more than 80 dead
Kyiv put its losses at 50, Moscow at 200. | Kyiv: its losses at 50 | Moscow: at 200
The army put the dead at 12, the rebels at 30, and the hospital at 41. \
| army: the dead at 12 | rebels: at 30 | hospital: at 41
The UN mission put the dead at 27, the local hospital at 29. \
| UN mission: the dead at 27 | local hospital: at 29
The hospital counted 15 bodies, the Red Crescent 22. \
| hospital: 15 bodies | Red Crescent: 22
Moscow blames the blast on a rocket, Kyiv on Russian shelling. \
| Moscow: the blast on a rocket | Kyiv: on Russian shelling
The army claimed to have killed 40 rebels, the rebels to have killed 25 soldiers. \
| army: to have killed 40 rebels | rebels: to have killed 25 soldiers
"""

WHOLE = """
Moscow blames Kyiv for the blast, Washington for the war.
The ministry accused Iran of arming rebels, Syria of sheltering them.
The minister spoke of the deaths of 30 people, residents of 3 villages.
The army said that 12 soldiers had died, the rebels 30.
The army put the toll at 12, its highest so far.
The army put the toll at 12, the rebels said at noon.
Amnesty said the strike killed 12 civilians, HRW that it killed 14.
The UN said that 12 people had died, as did the Red Cross.
The army denied it, as it did last year.
The envoy praised the leader of the panel, Karim Osk of the Gazette.
The army spoke of “20 dead, the rebels of 60”.
"""


def said(told):
    text = told.document.text
    return {
        one.source.name: " ".join(text[part.begin : part.end] for part in one.content)
        for one in told.statements
        if one.kind is not Kind.NARRATION
    }


@pytest.mark.parametrize("line", GAPS.strip().replace("\\\n", "").splitlines())
def test_each_party_says_what_stands_behind_it(read, line):
    text, *wanted = line.split(" | ")
    assert said(read(text)) == dict(one.strip().split(": ") for one in wanted)


@pytest.mark.parametrize("line", WHOLE.strip().splitlines())
def test_without_a_gap_nobody_else_says_it(read, line):
    assert "gapped" not in {one.rule for one in read(line).statements}


def test_who_does_likewise_says_the_same(read):
    told = read("Hezbollah denied responsibility, as did Hamas.")
    assert said(told) == {"Hezbollah": "responsibility", "Hamas": "responsibility"}
    assert {one.polarity.value.value for one in told.statements} == {"-"}


def test_what_stands_behind_a_gap_shares_the_cue(read):
    first, second = (one for one in read("Kyiv reported 12 dead, Moscow 30.").statements)
    assert first.cue == second.cue
    assert first.polarity.value is second.polarity.value
    assert (second.rule, second.source.rule) == ("gapped", "named")


@pytest.mark.parametrize(
    "line",
    [",", "He said, the", "The army put it at 5,", "A put, B at, C at 7.", "It spoke of 20 dead,"],
)
def test_broken_sentences_break_nothing(read, line):
    assert read(line).statements is not None
