"""Happenings as cards: what they say in words, which are shown, and why they are what they are."""

from dataclasses import replace
from datetime import date

import pytest

from counterclaim.linking import rule_book
from counterclaim.model.event import Basis, Degree, EventId, EventKind, Land, Modality
from counterclaim.model.quantity import Bound, Quantity
from counterclaim.model.record import Ledger
from counterclaim.model.statement import SourceType
from counterclaim.views.entries import enter
from counterclaim.views.events import (
    Wanted,
    chronology,
    event_card,
    event_cards,
    number,
    parts_of,
    why_none,
)
from counterclaim.views.explanations import explain
from counterclaim.views.grounds import documents_behind, statements_behind
from tests.views.attack import DAM
from tests.views.built import ARMY, ATTACK, COPY, EMPTY, LEDGER, MINISTRY, spoken

ENTRIES = enter(LEDGER)


def with_events(*events) -> Ledger:
    return replace(LEDGER, events=events)


def test_a_card_says_what_where_when_how_many_and_who_is_charged_by_whom():
    card = event_card(ATTACK, ENTRIES)
    assert (card.type, card.place, card.killed) == ("bombing", "Vell Dam, Upper Tarn, TRN", "6")
    assert card.when == (date(2024, 3, 26), date(2024, 3, 26))
    assert card.reported == (date(2024, 3, 27), date(2024, 3, 28))
    inferred = replace(ATTACK, place=None, country=Land("TRN", Basis.INFERRED))
    assert event_card(inferred, ENTRIES).place == "TRN (inferred)"
    [charge] = card.charges
    assert (charge.party, charge.degree, charge.held_by) == ("Osteria", "accused", "The army")
    assert [telling.outlet for telling in card.tellings] == ["Hill Courier", "Valley Post"]
    assert card.tellings[0].numbers == ("6 people killed",)


@pytest.mark.parametrize(
    ("degree", "party", "told", "held_by"),
    [
        (Degree.FACT, "Osteria", "host, reported as fact", "The army"),
        (Degree.ACCUSED_BY_AUTHORITIES, "Osteria", "host, accused by authorities", None),
        (Degree.UNCLAIMED, "responsibility", "claimed by nobody", "Hill Courier"),
    ],
)
def test_a_charge_is_told_as_what_it_is_and_by_whom(degree, party, told, held_by):
    [found] = ATTACK.responsibility
    charge = replace(found.value, degree=replace(found.value.degree, value=degree))
    entries = ENTRIES
    if degree is Degree.UNCLAIMED:
        reading = entries.tellings[found.telling][1]
        nobody = replace(spoken(ARMY), source=replace(spoken(ARMY).source, type=SourceType.NONE))
        entries = replace(ENTRIES, statements={nobody.id: (nobody, reading)})
    [card] = event_card(
        replace(ATTACK, responsibility=(replace(found, value=charge),)), entries
    ).charges
    assert (card.party, card.told) == (party, told)
    assert card.held_by == (held_by or card.held_by)


def test_whose_act_it_is_stands_beside_the_words_of_the_text():
    [found] = ATTACK.responsibility
    charge = replace(found.value, party="border guards", whose="Osteria")
    event = replace(ATTACK, responsibility=(replace(found, value=charge),))
    assert event_card(event, ENTRIES).charges[0].party == "border guards (Osteria)"


def test_copies_are_reports_and_no_voices():
    [mention] = ATTACK.mentions[:1]
    printed = replace(mention, document=COPY.document.id)
    card = event_card(replace(ATTACK, mentions=(*ATTACK.mentions, printed)), ENTRIES)
    assert (card.documents, card.voices) == (3, 2)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (None, ""),
        (Quantity(6, 6), "6"),
        (Quantity(251, 300), "251 to 300"),
        (Quantity(42, None, Bound.AT_LEAST), "at least 42"),
        (Quantity(None, 24, Bound.AT_MOST), "up to 24"),
        (Quantity(300, 300, Bound.ABOUT), "about 300"),
        (Quantity(None, None, Bound.UNQUANTIFIED), "number open"),
    ],
)
def test_a_number_keeps_what_its_words_leave_open(quantity, words):
    assert number(quantity) == words


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Wanted(), 1),
        (Wanted(type="bombing"), 1),
        (Wanted(type="Air strike"), 0),
        (Wanted(place="vell"), 1),
        (Wanted(place="Karsk"), 0),
        (Wanted(first=date(2024, 3, 26)), 1),
        (Wanted(first=date(2024, 3, 27)), 0),
        (Wanted(last=date(2024, 3, 25)), 0),
    ],
)
def test_what_is_asked_for_is_shown(wanted, shown):
    assert len(event_cards(ENTRIES, wanted)) == shown


@pytest.mark.parametrize(
    "change",
    [
        {"kind": EventKind.AGGREGATE},
        {"kind": EventKind.REFERENCE},
        {"modality": (Modality.NEGATED,)},
        {"modality": (Modality.FUTURE,)},
    ],
)
def test_what_is_no_happening_of_its_own_is_shown_on_request(change):
    entries = enter(with_events(replace(ATTACK, **change)))
    assert event_cards(entries) == ()
    assert len(event_cards(entries, Wanted(everything=True))) == 1


def test_the_latest_come_first_and_a_chronology_runs_the_other_way():
    later = replace(ATTACK, id=EventId("later"), when=(date(2024, 4, 2), date(2024, 4, 3)))
    undated = replace(ATTACK, id=EventId("undated"), when=None)
    cards = event_cards(enter(with_events(undated, ATTACK, later)))
    assert [card.id for card in cards] == ["later", ATTACK.id, "undated"]
    assert [card.id for card in chronology(cards)] == [ATTACK.id, "later"]


def test_a_whole_knows_its_parts():
    part = replace(ATTACK, id=EventId("part"), part_of=ATTACK.id)
    assert parts_of(ATTACK.id, enter(with_events(ATTACK, part))) == ("part",)


def test_none_is_never_shown_without_why():
    assert why_none(enter(EMPTY)) == "the case holds no documents"
    assert "no happening" in why_none(enter(Ledger((COPY,))))
    assert "as asked for" in why_none(ENTRIES)


def test_any_member_finds_its_entry():
    assert ENTRIES.find(ATTACK.id) == ("event", ATTACK.id)
    assert ENTRIES.find(DAM.id) == ("place", DAM.id)
    telling = ATTACK.tellings[0]
    assert ENTRIES.find(telling) == ("telling", telling)
    assert ENTRIES.event_of[telling] == ATTACK


def test_what_an_event_rests_on():
    both = (ARMY.document.id, MINISTRY.document.id)
    assert documents_behind("event", ATTACK.id, ENTRIES) == both
    assert documents_behind("place", DAM.id, ENTRIES) == both
    assert documents_behind("telling", ATTACK.tellings[1], ENTRIES) == both[1:]
    told = (spoken(ARMY).id, spoken(MINISTRY).id)
    assert statements_behind("event", ATTACK.id, ENTRIES) == told
    assert statements_behind("telling", ATTACK.tellings[0], ENTRIES) == told[:1]


def test_an_event_is_explained_by_its_rules_its_tellings_and_its_joins():
    told = explain("event", ATTACK.id, ENTRIES, rule_book())
    fields = {reason.field: reason for reason in told.reasons}
    assert fields["when"].value == "2024-03-26"
    assert fields["when"].words == (f"blast (Hill Courier, {ATTACK.tellings[0]})",)
    assert fields["injured"].value == "blank: not_found"
    assert fields["one event"].value.endswith("same type +1.5, same subject +1.0")
    assert all(reason.says for reason in told.reasons)


def test_a_telling_is_explained_word_by_word():
    told = explain("telling", ATTACK.tellings[0], ENTRIES, {})
    found = {reason.field: (reason.value, reason.rule) for reason in told.reasons}
    assert found["type"] == ("bombing", "noun_of_event")
    assert found["when"] == ("2024-03-26", "time_of_trigger")
    assert found["killed"] == ("6", "by hand")
    assert found["host"] == ("Osteria, accused", "by hand")
    assert found["target"] == ("bus", "by hand")


def test_a_place_is_explained_by_where_its_mentions_stand():
    told = explain("place", DAM.id, ENTRIES, {})
    assert [reason.value for reason in told.reasons] == ["Vell Dam (site)"] * 2
