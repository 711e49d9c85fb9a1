"""What a dispute rests on, what is asked for, and which questions it leaves."""

from dataclasses import replace

from counterclaim.linking.evidence import inquire
from counterclaim.model.event import Degree, PartyType, Responsibility, Share
from counterclaim.model.record import Told
from counterclaim.model.statement import Act, Polarity, SourceType
from counterclaim.model.text import Cited
from tests.views.built import ARMY, ATTACK, LEDGER, MINISTRY, QUESTION, spoken

CITED = Cited("video", spoken(ARMY).content, "by hand")


def saying(**changed):
    """Change what the army says."""
    own = spoken(ARMY)
    told = tuple(replace(s, **changed) if s.id == own.id else s for s in ARMY.statements)
    return replace(LEDGER, readings=(replace(ARMY, statements=told), *LEDGER.readings[1:]))


def rules(ledger, dispute=QUESTION) -> list[str]:
    return [each.rule for each in inquire(dispute, ledger).questions]


def test_a_side_without_evidence_or_company_is_asked_for_both():
    assert rules(LEDGER) == ["no_evidence_cited"] * 2 + ["one_origin_only"] * 2
    first = inquire(QUESTION, LEDGER).questions[0].text
    assert first.startswith("What does The army rest it on?")


def test_evidence_is_cited_with_its_words_and_by_whom():
    found = inquire(QUESTION, saying(evidence=(CITED,)))
    [exhibit] = found.cited
    assert (exhibit.kind, exhibit.cited_by) == ("video", "The army")
    assert exhibit.words == "the attack was planned across the border"
    assert [each.rule for each in found.questions].count("no_evidence_cited") == 1


def test_sides_with_several_origins_are_not_asked_who_else():
    sides = tuple(replace(side, origins=2) for side in QUESTION.sides)
    assert "one_origin_only" not in rules(LEDGER, replace(QUESTION, sides=sides))


def test_a_side_without_a_name_is_asked_who_said_so():
    source = replace(spoken(MINISTRY).source, type=SourceType.UNNAMED)
    denial = replace(spoken(MINISTRY), source=source)
    reading = replace(MINISTRY, statements=(denial,))
    assert "source_not_named" in rules(replace(LEDGER, readings=(ARMY, reading)))


def test_what_could_not_be_verified_is_asked_again():
    ledger = saying(act=Cited(Act.UNABLE_TO_VERIFY, (), "by hand"))
    assert "not_verified" in rules(ledger, replace(QUESTION, event=ATTACK.id))


def test_a_demand_on_the_event_is_asked_for():
    ledger = saying(act=Cited(Act.DEMAND, (), "by hand"))
    assert inquire(replace(QUESTION, event=ATTACK.id), ledger).asked_for == (spoken(ARMY).id,)
    assert inquire(QUESTION, ledger).asked_for == ()


def charge(party: str, degree: Degree, statement) -> Told[Responsibility]:
    held = Cited(degree, (), "by hand")
    charged = Responsibility(party, PartyType.STATE, Share.PERPETRATOR, held, statement.id)
    return Told(charged, ATTACK.tellings[0])


def test_the_matrix_fills_in_only_what_is_cited_for_and_against():
    charges = (
        charge("Osteria", Degree.ACCUSED, spoken(ARMY)),
        charge("the rebels", Degree.DENIED, spoken(ARMY)),
        charge("Karvania", Degree.ACCUSED, spoken(MINISTRY)),
        charge("nobody", Degree.UNCLAIMED, spoken(MINISTRY)),
    )
    ledger = saying(evidence=(CITED,))
    ledger = replace(ledger, events=(replace(ATTACK, responsibility=charges),))
    who = replace(QUESTION, slot="perpetrator", event=ATTACK.id)
    found = inquire(who, ledger).weighing
    assert found.hypotheses == ("Osteria", "the rebels", "Karvania")
    [(exhibit, cells)] = found.rows
    assert exhibit.kind == "video"
    assert cells == (Polarity.TRUE, Polarity.FALSE, None)
    assert inquire(replace(who, slot="killed"), ledger).weighing.rows == ()
