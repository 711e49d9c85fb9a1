"""One party under the same name; no other names are brought together."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking import link_actors
from counterclaim.model.record import Reading
from tests.linking.told import decided, told


def names(*readings: Reading, reviews=()) -> list[tuple[str, int]]:
    actors = link_actors(readings, reviews)
    return sorted((actor.name, len(actor.mentions)) for actor in actors)


def test_the_same_full_name_is_one_actor_in_all_documents():
    first = told("The [military Army of Tarn] moved.", outlet="Wire")
    second = told("The [military ARMY  of Tarn’s] guns.", outlet="Daily")
    [actor] = link_actors([first, second], [])
    assert actor.rule == "full_name"
    assert {actor.name, *actor.aliases} == {"Army of Tarn", "ARMY of Tarn"}
    assert len(actor.mentions) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[person Jan] spoke.", "[person Jan] left."),
        ("[person Tarn Front] spoke.", "[organisation Tarn Front] left."),
        ("[military the army] spoke.", "[military the army] left."),
        ("[government the ministry] spoke.", "[government The Ministry] left."),
        ("[organisation Tarn Relief] spoke.", "[organisation Tarn Relief Fund] left."),
    ],
)
def test_names_that_may_be_different_parties_stay_apart(one: str, other: str):
    assert len(names(told(one, outlet="Wire"), told(other, outlet="Daily"))) == 2


def test_a_surname_is_one_person_within_a_document():
    assert names(told("[person Jan] spoke.", "[person Jan] left.")) == [("Jan", 2)]


def test_a_reference_goes_to_the_one_it_stands_for():
    reading = told("[person Amir Jan] spoke.", "[person he] left.")
    full, he = reading.mentions
    linked = replace(reading, mentions=(full, replace(he, refers_to=full.id)))
    assert names(linked) == [("Amir Jan", 2)]


def test_references_in_a_ring_do_not_hang():
    reading = told("[person Amir Jan] spoke.", "[person he] left.")
    full, he = reading.mentions
    ring = (replace(full, refers_to=he.id), replace(he, refers_to=full.id))
    assert len(names(replace(reading, mentions=ring))) == 2


def test_places_and_times_are_no_actors():
    assert names(told("In [place Old Tarn] on [time Friday].")) == []


def test_a_name_in_capitals_is_shown_as_written_elsewhere():
    reading = told("[organisation TARN FRONT] spoke.", "[organisation Tarn Front] left.")
    [actor] = link_actors([reading], [])
    assert (actor.name, actor.aliases) == ("Tarn Front", ("TARN FRONT",))


def test_a_reviewer_joins_and_parts():
    reading = told("[person Amir Jan] spoke.", "[person A. Jan] left.", "[person A. Jan] sat.")
    full, short, again = (mention.id for mention in reading.mentions)
    joined = decided(short, "merge", full, minute=1)
    parted = decided(again, "split", minute=2)
    assert names(reading, reviews=[joined]) == [("A. Jan", 3)]
    assert names(reading, reviews=[parted, joined]) == [("A. Jan", 1), ("A. Jan", 2)]


def test_a_decision_on_what_is_not_there_is_passed_over():
    reading = told("[person Amir Jan] spoke.")
    reviews = [decided("gone", "merge", reading.mentions[0].id), decided("gone", "split")]
    assert names(reading, reviews=reviews) == [("Amir Jan", 1)]


@given(st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(random: Random):
    line = "[person Amir Jan] of the [armed_group Tarn Front] met [person Jan]."
    readings = [told(line, outlet=f"{n}") for n in range(5)]
    assert link_actors(random.sample(readings, 5), []) == link_actors(readings, [])
