"""Who says what: marked-up sentences, read as they stand."""

from collections import defaultdict

import pytest

from counterclaim.model.statement import Kind
from counterclaim.model.text import Span
from tests.marked import read_marked

SPEECH = [
    "[source The ISPR] [cue said] that [content the attack was planned in Afghanistan].",
    "[content The attack was planned in Afghanistan], [cue said] [source the ISPR].",
    "[content The road was open again], [source the governor] [cue told] reporters on Friday.",
    "[source Kabul] [cue insists] [content it had no part in the raid].",
    "[content The convoy], [source he] [cue added][content , was unarmed].",
    "[cue According to] [source the ministry], [content nine people were killed in the blast].",
    "[content Nine people were killed in the blast], [cue according to] [source the ministry].",
    "[source The army's spokesman, Karim Daud], [cue said] [content two drones were shot down].",
    "[source The spokesman of the rebels] [cue warned] that [content the bridge would go up].",
    "[source Residents of Idlib] [cue say] [content the market was full when the bomb fell].",
    "[source A report by the commission] [cue found] that [content it came from the north].",
]

QUOTED = [
    "“[content We did not fire on the camp],” [source the colonel] [cue said].",
    "“[content We did not fire on the camp],” [cue said] [source Colonel Amin Saleh].",
    "[source The colonel] [cue said]: “[content We did not fire on the camp].”",
    '"[content The camp was never a target]," [source he] [cue told] parliament.',
    "«[content The camp was never a target],» [source the minister] [cue wrote].",
    "[source The minister] [cue called] [content the report “a work of fiction”].",
    "[source The mayor] [cue said] [content the town was “quiet as a grave” that night].",
    "“[content Why did nobody stop them]?” [source the mayor] [cue asked].",
]

DEEDS = [
    "[source Ankara] [cue accused] [content Damascus of shelling the border town].",
    "[source The group] [cue claimed responsibility for] [content the bombing].",
    "[source The envoy] [cue condemned] [content the bombing].",
    "[source The minister] [cue denied] that [content his troops had crossed the line].",
    "[source The army] [cue denies] [content having fired first].",
    "[source Tehran] [cue rejected] [content the accusation].",
    "[source The union] [cue called for] [content an independent inquiry].",
    "[source Washington] [cue urged] [content both sides to show restraint].",
    "[source The general] [cue vowed] [content to retake the town].",
    "[source The ministry] [cue put] [content the toll at 40].",
    "[source The president] [cue described] [content the raid as a mistake].",
    "[source Kyiv] [cue blamed] [content Moscow for the blast].",
    "[content The raid] was [cue condemned] by [source the envoy].",
]

NO_ONE_NAMED = [
    "It is [cue suggested] that [content the group has moved its camps].",
    "It was [cue reported] that [content two soldiers had died].",
    "[content The group is [cue believed] to command 2,000 men].",
    "[content Three men [cue reportedly] crossed the river].",
]

SILENCE = [
    "[source No group] has [cue claimed] [content responsibility for the attack].",
    "[source The ministry] [cue gave no] [content figure].",
    "[content The claim] [cue could not be independently verified].",
]


@pytest.mark.parametrize("line", SPEECH + QUOTED + DEEDS + NO_ONE_NAMED + SILENCE)
def test_one_statement(line, read):
    text, marks = read_marked(line)
    [found] = [one for one in read(text).statements if one.kind is not Kind.NARRATION]
    assert spans(text, found) == expected(text, marks)[""]


SEVERAL = [
    "[content:a The road was safe], [source:a the minister] [cue:a said], but"
    " [content:b the bridge was mined].",
    "[source:a The minister] [cue:a said] that [content:a the road was safe] and that"
    " [content:b the bridge was mined].",
    "[source:a The minister] [cue:a said] [content:a the road was safe] and [cue:b added] that"
    " [content:b the bridge would open soon].",
    "[source:a The minister] [cue:a said] [content:a the road was safe], [cue:b adding] that"
    " [content:b the bridge would open soon].",
    "[source:a Kabul] [cue:a rejected] [source:b Islamabad]'s [cue:b claim] that"
    " [content:a [content:b the plot was hatched on Afghan soil]].",
    "[source:a Russia] and [source:b Syria] [cue:a denied] [content:a [content:b the charge]].",
    "[content:a [content:b Nine people died]], [cue:a according to] [source:a the mayor] and"
    " [source:b local doctors].",
    "[source:a The army] [cue:a says] [content:a ten men died]; [source:b the rebels] [cue:b put]"
    " [content:b the number at thirty].",
]


@pytest.mark.parametrize("line", SEVERAL)
def test_several_statements(line, read):
    text, marks = read_marked(line)
    found = [one for one in read(text).statements if one.kind is not Kind.NARRATION]
    wanted = expected(text, marks)
    shared = wanted["a"][0]
    assert {spans(text, one) for one in found} == {
        (source or shared, cue or wanted["a"][1], content)
        for source, cue, content in wanted.values()
    }


NARRATED = [
    "A bomb went off in the market on Tuesday.",
    "The soldiers charged the hill and took it before noon.",
    "He held the door and looked out of the window.",
    "The village backs onto the river.",
    "Prices rose by nine percent per year.",
    "Three states have claims in the area.",
    "The city opened an office to hold the builders accountable.",
]


@pytest.mark.parametrize("line", NARRATED)
def test_what_no_one_says_is_narration(line, read):
    assert [one.kind for one in read(line).statements] == [Kind.NARRATION]


def expected(text, marks):
    """Group marks by key: the words of source, cue and content; content may run across the cue."""
    groups: dict[str, dict[str, Span]] = defaultdict(dict)
    for mark in marks:
        first = groups[mark.key].get(mark.label, mark.span)
        groups[mark.key][mark.label] = Span(
            min(first.begin, mark.span.begin), max(first.end, mark.span.end)
        )
    return {
        key: tuple(
            text[found[label].begin : found[label].end] if label in found else ""
            for label in ("source", "cue", "content")
        )
        for key, found in groups.items()
    }


def spans(text, statement):
    source, cue, content = statement.source.span, statement.cue, statement.content
    return (
        text[source.begin : source.end] if source else "",
        text[cue.begin : cue.end] if cue else "",
        text[content[0].begin : content[-1].end],
    )
