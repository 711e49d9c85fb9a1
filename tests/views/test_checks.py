"""A text held against a case: what others say too, what they deny, what nobody says."""

from dataclasses import replace
from datetime import date

from counterclaim.model.claim import DisputeState
from counterclaim.views.checks import Standing, check
from counterclaim.views.entries import enter
from tests.views.built import ARMY, ATTACK, COPY, FOREIGN, LEDGER, MINISTRY, QUESTION, read, spoken

OWN = frozenset({MINISTRY.document.id})


def test_what_others_affirm_and_the_text_denies_is_contested():
    [found] = check(OWN, enter(LEDGER)).checked
    assert found.standing is Standing.CONTESTED
    assert found.said_by == ()
    assert [each.speaker for each in found.against] == ["The army", "The army"]


def test_what_others_say_too_is_known_and_copies_are_no_tellings():
    own = frozenset({ARMY.document.id})
    apart = replace(LEDGER, copies=(), disputes=())
    claim = replace(apart.claims[0], stances=tuple(s for s in apart.claims[0].stances[::2]))
    found = check(own, enter(replace(apart, claims=(claim,)))).checked[0]
    assert found.standing is Standing.KNOWN
    assert (found.documents, found.tellings, found.origins) == (1, 1, 1)
    assert [each.outlet for each in found.said_by] == ["Plain Wire"]


def test_what_nobody_says_is_new_and_narration_alone_is_not_listed():
    pasted = read(
        "[content:9 Rain fell.]\n[source:1 The mayor] [cue:1 said] that [content:1 it rained].",
        key="p.txt",
        published=date(2024, 4, 1),
    )
    ledger = replace(LEDGER, readings=(*LEDGER.readings, pasted))
    [found] = check(frozenset({pasted.document.id}), enter(ledger)).checked
    assert (found.standing, found.statement.speaker) == (Standing.NEW, "The mayor")
    assert (found.documents, found.tellings, found.origins) == (0, 0, 0)


def test_a_dispute_that_is_only_possible_contests_nothing_across_its_sides():
    possible = replace(QUESTION, state=DisputeState.POSSIBLE)
    ledger = replace(LEDGER, claims=(), disputes=(possible,))
    [found] = check(OWN, enter(ledger)).checked
    assert found.standing is Standing.NEW
    shown = check(OWN, enter(replace(ledger, disputes=(QUESTION,)))).checked[0]
    assert {each.id for each in shown.against} == {spoken(ARMY).id, spoken(COPY).id}


def test_a_text_tells_of_the_events_that_others_tell_of():
    entries = enter(LEDGER)
    assert [each.id for each in check(OWN, entries).events] == [ATTACK.id]
    assert check(OWN, entries, known=()).events == ()


def test_a_copy_and_a_text_that_cannot_be_read_say_so():
    entries = enter(LEDGER)
    assert check(frozenset({COPY.document.id}), entries).copy_of == (ARMY.document.id,)
    found = check(frozenset({FOREIGN.document.id}), entries)
    assert found.checked == ()
    assert "no reader for 'de'" in found.unread[0]
