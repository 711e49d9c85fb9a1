"""One happening in many reports, and many happenings that are not one."""

import random
from dataclasses import replace

import pytest

from counterclaim.linking import rule_book
from counterclaim.linking.likeness import GROUNDS
from counterclaim.model.event import Blank, EventKind, Modality, Status
from counterclaim.model.place import PlaceId, PlacePrecision
from counterclaim.model.record import Event, Reading
from counterclaim.model.text import Cited
from tests.linking.happened import linked, report
from tests.linking.told import decided

KARSK = "[place:Karsk@34,71 Karsk]"
FIRST = (
    f"bombing | A [event bomb] tore through a market in {KARSK} on [day:2031-05-03 Saturday], "
    "where the [party:Red_Dawn Red Dawn] group fights the [party:Vell_Guard Vell Guard]."
)
SECOND = (
    f"bombing | The [event bombing] on [day:2031-05-03 May 3] in {KARSK} hit a market between "
    "[party:Red_Dawn Red Dawn] and [party:Vell_Guard Vell Guard] lines."
)
ELSEWHERE = (
    "bombing | A [event bomb] hit a bus in [place:Osterburg@52,11 Osterburg] on "
    "[day:2031-05-03 Saturday], [party:North_Line North Line] staff said."
)


def telling(reading: Reading) -> str:
    return reading.tellings[0].id


def groups(events: tuple[Event, ...]) -> list[list[str]]:
    return sorted(sorted(event.tellings) for event in events)


HERALD, DAILY = report(FIRST), report(SECOND, outlet="Daily", day=5)
OTHER = report(ELSEWHERE, outlet="Post")


def test_two_reports_of_one_happening_are_one_event():
    [event] = linked(HERALD, DAILY)
    assert len(event.tellings) == 2
    assert [each.document for each in event.mentions] == [HERALD.document.id, DAILY.document.id]
    assert event.when is not None
    assert event.when[0].isoformat() == event.when[1].isoformat() == "2031-05-03"


def test_two_happenings_of_one_day_with_nothing_else_in_common_are_two():
    assert len(linked(HERALD, OTHER)) == 2


def test_two_happenings_of_one_kind_in_reports_of_two_countries_are_two():
    lake = "bombing | The [event bombing] killed fourteen traders."
    hills = "bombing | A [event bombing] was verified by monitors of the office."
    here = "Talks go on in [place:Karsk@34,71/VEL Karsk]."
    there = "Rain fell in [place:Osterburg@52,11/OST Osterburg]."
    assert len(linked(report(lake, here), report(hills, there, outlet="Daily"))) == 2


@pytest.mark.parametrize("day", ["2031-05-06", "2031-04-28"])
def test_nothing_joins_what_is_told_of_other_days(day):
    later = report(SECOND.replace("2031-05-03", day), outlet="Daily", day=7)
    assert len(linked(HERALD, later)) == 2


def test_a_day_more_is_the_night_between_but_not_in_another_town():
    night = SECOND.replace("2031-05-03", "2031-05-04")
    assert len(linked(HERALD, report(night, outlet="Daily", day=5))) == 1
    far = night.replace(KARSK, "[place:Osterburg@52,11 Osterburg]").replace("05-04", "05-05")
    assert len(linked(HERALD, report(far, outlet="Daily", day=6))) == 2


def test_an_attack_and_its_investigation_are_two_events():
    probe = report(
        SECOND.replace("bombing |", "investigation |").replace("bombing]", "investigation]"),
        outlet="Daily",
    )
    assert len(linked(HERALD, probe)) == 2


def test_violence_is_told_as_other_violence_of_its_kind():
    struck = report(SECOND.replace("bombing |", "air_strike |"), outlet="Daily", day=5)
    assert len(linked(HERALD, struck)) == 1


def test_the_downing_of_a_jet_is_not_told_as_a_raid():
    downed = report(SECOND.replace("bombing |", "shoot_down |"), outlet="Daily", day=5)
    assert len(linked(HERALD, downed)) == 2


def test_the_order_of_reading_changes_nothing():
    readings = [HERALD, DAILY, OTHER, report(ELSEWHERE, outlet="Mail", day=6)]
    first = linked(*readings)
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert linked(*readings) == first


def test_an_event_keeps_its_id_as_reports_come_in():
    [before] = linked(HERALD)
    [after] = linked(HERALD, DAILY)
    assert before.id == after.id


def test_a_reviewer_joins_and_undoes_it():
    joined = decided(telling(HERALD), "merge", telling(OTHER))
    undone = decided(telling(HERALD), "split", minute=1)
    [event] = linked(HERALD, OTHER, reviews=(joined,))
    assert [join.rule for join in event.joins] == ["decided_by_reviewer"]
    both = linked(HERALD, OTHER, reviews=(undone, joined))
    assert len(both) == 2
    assert not any(event.joins for event in both)


@pytest.mark.parametrize("reading", [HERALD, DAILY])
def test_a_reviewer_sets_a_telling_apart_and_puts_it_back(reading):
    apart = decided(telling(reading), "split")
    assert groups(linked(HERALD, DAILY, reviews=(apart,))) == sorted(
        [[telling(HERALD)], [telling(DAILY)]]
    )
    back = decided(telling(HERALD), "merge", telling(DAILY), minute=1)
    assert len(linked(HERALD, DAILY, reviews=(apart, back))) == 1


def test_a_decision_outlives_new_reports():
    apart = decided(telling(DAILY), "split")
    third = report(SECOND.replace("hit a market", "struck a market"), outlet="Mail", day=6)
    events = linked(HERALD, DAILY, third, reviews=(apart,))
    assert [telling(DAILY)] in groups(events)
    assert len(events) == 2


def test_what_a_reviewer_rejects_is_in_no_event_until_confirmed():
    gone = decided(telling(DAILY), "reject")
    [event] = linked(HERALD, DAILY, reviews=(gone,))
    assert event.tellings == (telling(HERALD),)
    back = decided(telling(DAILY), "confirm", minute=1)
    assert len(linked(HERALD, DAILY, reviews=(gone, back))[0].tellings) == 2


def test_a_decision_on_what_is_gone_is_passed_over():
    unknown = decided("0" * 16, "merge", telling(HERALD))
    assert linked(HERALD, reviews=(unknown,)) == linked(HERALD)


def test_a_join_says_what_it_weighed():
    [event] = linked(HERALD, DAILY)
    [join] = event.joins
    assert join.rule in rule_book()
    assert join.score == pytest.approx(sum(worth for _, worth in join.features), abs=0.05)
    assert {name for name, _ in join.features} <= {rule.__name__ for rule, _ in GROUNDS}
    assert dict(join.features)["same_days"] > 0
    assert {rule.__name__ for rule, _ in GROUNDS} <= rule_book().keys()


def test_every_field_names_its_rule_and_tellings_or_why_it_is_blank():
    vague = report("bombing | A [event bomb] went off, people said.")
    [event] = linked(vague)
    fields = {field.name: field for field in event.fields}
    assert fields["type"].tellings == event.tellings
    assert {name for name, field in fields.items() if field.reason is Blank.NOT_FOUND} == {
        *("when", "place", "country", "killed", "injured")
    }
    assert all(field.rule in rule_book() for field in event.fields)


def test_a_part_names_its_whole():
    [whole, part] = report(
        FIRST, "arrest | Police made an [event arrest] in [party:Hill_Fort Hill Fort]."
    ).tellings
    reading = report(
        FIRST, "arrest | Police made an [event arrest] in [party:Hill_Fort Hill Fort]."
    )
    reading = replace(reading, tellings=(whole, replace(part, part_of=whole.id)))
    events = {event.type: event for event in linked(reading)}
    assert events["arrest"].part_of == events["bombing"].id
    assert events["bombing"].part_of is None


def retold(reading: Reading, **changes) -> Reading:
    return replace(reading, tellings=(replace(reading.tellings[0], **changes),))


def test_an_incident_anywhere_is_no_mere_reference():
    pointing = retold(DAILY, kind=EventKind.REFERENCE)
    [event] = linked(HERALD, pointing)
    assert event.kind is EventKind.INCIDENT


def test_one_doubt_does_not_make_an_event_alleged_and_most_do():
    alleged = Cited(Status.ALLEGED, (), "by hand")
    third = retold(report(SECOND, outlet="Mail", day=6), status=alleged)
    [event] = linked(HERALD, DAILY, third)
    assert event.status is Status.OCCURRED
    [event] = linked(HERALD, retold(DAILY, status=alleged), third)
    assert event.status is Status.ALLEGED


def test_what_one_report_tells_as_done_is_not_only_feared():
    feared = retold(DAILY, modality=(Cited(Modality.HYPOTHETICAL, (), "by hand"),))
    [event] = linked(HERALD, feared)
    assert event.modality == ()


def test_the_finest_of_the_places_told_most_is_the_place():
    [mention] = [each for each in DAILY.mentions if each.place]
    assert mention.place is not None
    country = replace(mention.place.value, id=PlaceId("c"), precision=PlacePrecision.COUNTRY)
    wide = replace(mention, place=replace(mention.place, value=country))
    coarse = replace(DAILY, mentions=tuple(wide if m == mention else m for m in DAILY.mentions))
    [event] = linked(HERALD, coarse)
    [home] = [each.place for each in HERALD.mentions if each.place]
    assert event.place == home.value.id


def test_many_reports_make_one_event_and_many_happenings_stay_many():
    reports = [
        report(
            FIRST.replace("Karsk", f"Karsk{town}").replace("34,71", f"{20 + town},71"),
            f"Paper {number} wrote of [party:Camp_{town} Camp {town}].",
            outlet=f"Paper {number}",
            day=4 + number,
        )
        for town in range(12)
        for number in range(4)
    ]
    assert sorted(len(event.tellings) for event in linked(*reports)) == [4] * 12


def killing(who: str, outlet: str, day: str = "2031-05-03", published: int = 4) -> Reading:
    """Report that somebody was shot in the town, by people whom every paper names alike."""
    line = (
        f"armed_attack | [hit {who}] was [event shot] in {KARSK} on [day:{day} that day], the "
        "[party:Vell_Guard Vell Guard] said."
    )
    return report(line, outlet=outlet, day=published)


def test_two_killings_in_one_town_and_week_are_two_unless_the_dead_are_the_same():
    teacher = killing("the teacher Anna Orlova", "Herald")
    assert len(linked(teacher, killing("schoolteacher Orlova", "Daily"))) == 1
    assert len(linked(teacher, killing("a taxi driver", "Daily", "2031-05-05", 6))) == 2


def test_reports_that_name_nobody_are_held_together_by_their_words():
    plain = "bombing | A [event bomb] wrecked the grain elevator beside the northern canal lock."
    again = "bombing | The [event blast] at the grain elevator by the northern canal lock was loud."
    other = "bombing | An [event explosion] tore a shoe shop open during the midsummer carnival."
    assert len(linked(report(plain), report(again, outlet="Daily"))) == 1
    assert len(linked(report(plain), report(other, outlet="Daily"))) == 2


def undated(line: str, outlet: str) -> Reading:
    reading = report(line, outlet=outlet)
    return replace(reading, document=replace(reading.document, published=None))


def test_where_no_day_is_known_a_bomb_and_a_drone_in_one_town_are_two():
    bomb = undated(
        f"bombing | A [event bomb] on a bus killed [killed:7 seven] in {KARSK}.", "Daily"
    )
    drone = f"air_strike | A drone [event strike] killed [killed:{{}} {{}}] in {KARSK}."
    assert len(linked(bomb, undated(drone.format(3, "three"), "Post"))) == 2
    again = undated(f"bombing | The [event bomb] in {KARSK} killed [killed:7 seven].", "Post")
    assert len(linked(bomb, again)) == 1
