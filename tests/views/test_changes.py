"""What a later ledger has that an earlier one has not."""

from dataclasses import replace

from counterclaim.model.claim import Side
from counterclaim.model.event import EventId
from counterclaim.model.quantity import Quantity
from counterclaim.views.changes import Change, compare
from counterclaim.views.entries import enter
from tests.views.built import ATTACK, EMPTY, LEDGER, MINISTRY, QUESTION, spoken

ENTRIES = enter(LEDGER)


def changed(**parts):
    return enter(replace(LEDGER, **parts))


def test_a_ledger_and_itself_are_the_same():
    assert compare(ENTRIES, ENTRIES).none


def test_all_is_new_to_an_empty_ledger_and_gone_from_it():
    new = compare(enter(EMPTY), ENTRIES)
    assert [each.id for each in new.events_added] == [ATTACK.id]
    assert [each.id for each in new.disputes_added] == [QUESTION.id]
    gone = compare(ENTRIES, enter(EMPTY))
    assert len(gone.documents_gone) == len(LEDGER.readings)
    assert [each.id for each in gone.events_gone] == [ATTACK.id]


def test_a_toll_that_rises_is_a_change_of_one_event_under_any_id():
    risen = replace(ATTACK, id=EventId("e000000000000001"), killed=Quantity(6, 9))
    [found] = compare(ENTRIES, changed(events=(risen,))).events_changed
    assert found.changes == (Change("killed", "6", "6 to 9"),)


def test_what_was_not_read_before_is_shown_with_the_change():
    before = changed(readings=tuple(each for each in LEDGER.readings if each is not MINISTRY))
    one_sided = replace(QUESTION, sides=QUESTION.sides[:1])
    before = enter(replace(before.ledger, disputes=(one_sided,)))
    [found] = compare(before, ENTRIES).disputes_changed
    assert [each.id for each in found.statements] == [spoken(MINISTRY).id]
    assert found.changes[0].field == "held by"


def test_an_event_cut_in_two_stays_itself_in_the_greater_part():
    one, other = ATTACK.tellings
    halves = (
        replace(ATTACK, id=EventId("e000000000000001"), tellings=(one,)),
        replace(ATTACK, id=EventId("e000000000000002"), tellings=(other,)),
    )
    found = compare(ENTRIES, changed(events=halves))
    assert len(found.events_added) == 1
    assert found.events_gone == ()


def test_disputes_that_are_only_possible_are_not_compared():
    possible = replace(QUESTION, state=type(QUESTION.state).POSSIBLE)
    found = compare(ENTRIES, changed(disputes=(possible,)))
    assert [each.id for each in found.disputes_gone] == [QUESTION.id]


def test_a_new_holder_is_a_change():
    side = QUESTION.sides[0]
    more = Side(
        side.claim,
        side.polarity,
        side.position,
        ("The army", "The mayor"),
        side.statements,
        2,
    )
    [found] = compare(
        ENTRIES, changed(disputes=(replace(QUESTION, sides=(more, QUESTION.sides[1])),))
    ).disputes_changed
    assert "The mayor" in found.changes[0].after
