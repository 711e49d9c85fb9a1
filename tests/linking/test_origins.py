"""How many voices stand behind a claim: papers, agencies and offices of one party are no more."""

from dataclasses import replace
from random import Random

import pytest

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking import count_origins, find_copies, link_actors, link_claims, voices_of
from counterclaim.model.claim import Corroboration
from counterclaim.model.record import Reading
from counterclaim.model.statement import (
    Account,
    Mention,
    MentionType,
    Source,
    SourceType,
    Treatment,
    mention_id,
)
from counterclaim.model.text import Document, Span
from tests.linking.told import told

SHOT = "the shell that hit Old Tarn on Friday was fired from the hills of Eastbank"
PEOPLE = SourceType.UNNAMED


def said(who: str, before: str = "", outlet: str = "Herald", day: int = 1) -> Reading:
    return told(
        f"assert + | {before}[source {who}] said that [content {SHOT}].", outlet=outlet, day=day
    )


def unnamed(who: str, outlet: str = "Daily", via: str = "", party: str = "") -> Reading:
    """Let people without a name say it; the words for them speak of a party."""
    reading = said(who, outlet=outlet)
    [statement], document = reading.statements, reading.document
    relay = Source(via, None, SourceType.NAMED) if via else None
    source = replace(statement.source, type=PEOPLE, mention=None)
    mentions = [_party(document, party)] if party else []
    return replace(
        reading,
        mentions=tuple(mentions),
        statements=(replace(statement, source=source, via=relay),),
    )


def _party(document: Document, name: str) -> Mention:
    begin = document.text.index(name)
    span = Span(begin, begin + len(name))
    return Mention(mention_id(document.id, span), span, MentionType.ORGANISATION, name, "by hand")


def person(office: str, name: str, outlet: str, type: MentionType = MentionType.PERSON) -> Reading:
    reading = said(name, f"{office} ", outlet)
    mentions = [replace(each, type=type) for each in reading.mentions]
    return replace(reading, mentions=tuple(mentions))


def officer(*armies: str) -> Reading:
    """Let a major say it, in a report that tells of some armies."""
    reading = said("Adil Raza", f"{' and '.join(armies)} were there. Major ", "Daily")
    ranked = replace(_party(reading.document, "Major Adil Raza"), type=MentionType.PERSON)
    told = [replace(_party(reading.document, one), type=MentionType.MILITARY) for one in armies]
    return replace(
        reading,
        document=replace(reading.document, language="en"),
        mentions=(*reading.mentions, *told, replace(ranked, name="Adil Raza")),
    )


def accounted(reading: Reading) -> Reading:
    """Account for the whole text as one sentence."""
    whole = Span(0, len(reading.document.text) - 1)
    ids = tuple(each.id for each in reading.statements)
    return replace(reading, accounts=(Account(whole, Treatment.STATED, "", ids),))


def counted(*readings: Reading) -> Corroboration:
    index = load_actors()
    actors = link_actors(readings, [], index)
    claims = link_claims(readings, actors, [])
    voices = voices_of(readings, actors, index)
    [count] = count_origins(readings, claims, find_copies(readings), voices).corroboration
    return count


def test_people_without_a_name_are_a_voice_but_an_office_is_none_beside_its_state():
    named = said("Pakistan")
    assert counted(named, unnamed("residents")).origins == 2
    assert counted(named, unnamed("a senior official")).origins == 1
    assert counted(unnamed("a senior official"), unnamed("prosecutors", "Mail")).origins == 1


def test_an_office_is_a_voice_beside_those_who_are_of_no_state():
    assert counted(unnamed("residents"), unnamed("a senior official", "Mail")).origins == 2
    offices = [unnamed("a senior official", "Mail"), unnamed("prosecutors", "Post")]
    assert counted(unnamed("residents"), *offices).origins == 2


def test_an_official_of_a_named_state_is_the_voice_of_that_state():
    official = unnamed("a French official")
    assert counted(said("Pakistan"), official).origins == 2
    assert counted(said("France"), official).origins == 1
    assert counted(said("Pakistan"), unnamed("a Pakistani official")).origins == 1


@pytest.mark.parametrize(
    ("office", "origins"),
    [
        *(("Health Minister", 1), ("Major General", 1), ("army spokesman Colonel", 1)),
        *(("the poet", 2), ("the miner", 2)),
    ],
)
def test_a_minister_beside_the_government_is_no_other_voice(office: str, origins: int):
    assert counted(said("Pakistan"), person(office, "Adil Raza", "Daily")).origins == origins


def test_an_officer_is_the_voice_of_the_one_army_that_is_told_of():
    army = said("Nigerian army")
    assert counted(army, officer("Nigerian army")).origins == 1
    assert counted(army, officer("Nigerian army", "Turkish army")).origins == 2
    assert counted(army, officer("the miners")).origins == 2


def test_ministers_of_no_named_state_are_one_voice():
    one = person("Prime Minister", "Ivan Orlov", "Daily")
    other = person("Interior Minister", "Petr Sokol", "Mail")
    assert counted(one, other).origins == 1


def test_an_inquiry_is_the_voice_of_whoever_it_is_of():
    inquiry = unnamed("investigators of UNICEF", party="UNICEF")
    assert counted(inquiry, unnamed("a team from UNHCR", "Mail", party="UNHCR")).origins == 1
    assert counted(inquiry, said("Pakistan")).origins == 2


def test_what_one_agency_heard_from_people_without_a_name_is_one_voice():
    heard = [unnamed("a medic", via="Wire"), unnamed("two drivers", "Mail", via="Wire")]
    assert counted(*heard).origins == 1
    assert counted(heard[0], unnamed("two drivers", "Mail", via="Other Wire")).origins == 2


def test_a_paper_without_an_author_is_no_voice_beside_others():
    paper = unnamed("a document")
    english = replace(paper, document=replace(paper.document, language="en"))
    assert counted(said("Tarn"), english).origins == 1
    assert counted(english, unnamed("residents", "Mail")).origins == 1


def test_a_ministry_called_after_its_owners_in_other_words_is_no_other_voice():
    one = said("Health Ministry of the Karsk council")
    assert counted(one, said("rebels' Health Ministry", outlet="Mail")).origins == 1
    assert counted(one, said("rebels' Energy Ministry", outlet="Mail")).origins == 2


def test_what_a_party_passes_on_is_its_own_word():
    reading = said("fighters", "As Amaq reported, ", "Mail")
    [statement] = reading.statements
    party = _party(reading.document, "Amaq")
    source = replace(statement.source, type=PEOPLE, mention=None)
    via = Source("Amaq", party.span, SourceType.NAMED, mention=party.id)
    passed = replace(statement, source=source, via=via)
    relayed = replace(reading, statements=(passed,), mentions=(party,))
    group = person("The", "Islamic State", "Daily", MentionType.ARMED_GROUP)
    assert counted(group, relayed).origins == 1
    assert counted(said("Pakistan"), relayed).origins == 2


def test_that_nobody_claims_it_is_one_voice():
    readings = [said("nobody"), said("nobody", outlet="Daily")]
    none = [
        replace(
            reading,
            statements=tuple(
                replace(s, source=replace(s.source, type=SourceType.NONE))
                for s in reading.statements
            ),
        )
        for reading in readings
    ]
    assert counted(*none).origins == 1


def test_a_paragraph_run_by_others_is_one_telling_and_its_page_no_voice():
    first = accounted(said("Tarn"))
    again = accounted(said("Tarn", outlet="Daily", day=2))
    other = accounted(said("Tarn", "On Sunday, ", outlet="Mail", day=3))
    count = counted(first, again, other)
    assert (count.documents, count.tellings, count.origins) == (3, 2, 1)


def test_a_flood_of_copies_with_small_changes_is_one_telling_of_one_origin():
    """Copies that each change a few words of the first count no more than the first."""
    random, words = Random(4), [f"word{number}" for number in range(300)]
    tail = ["told", "the", "council", "in", "its", "long", "report"]
    readings = []
    for number in range(60):
        changed = list(words)
        for at in random.sample(range(300), 6):
            changed[at] = f"other{number}"
        line = f"assert + | {' '.join((*changed, *tail))} [source Tarn] said that [content {SHOT}]."
        readings.append(told(line, outlet=f"Paper {number}", day=1 + number % 28))
    count = counted(*readings)
    assert (count.documents, count.tellings, count.origins) == (60, 1, 1)
