"""How many an event killed and hurt: of whom, since when, as whose word."""

import pytest

from counterclaim.model.quantity import Effect
from tests.content.told import only, reading, tellings, words

ATTACK = "A bomb went off at the market of Ostrel on Monday. "


def test_the_dead_belong_to_the_bombing_that_killed_them():
    text = "Nine people were killed in the bombing at the market on Monday."
    telling = only(text)
    assert words(text, telling) == ["killed"]
    (toll,) = telling.tolls
    assert (toll.effect, toll.count.value.low) == (Effect.KILLED, 9)


def test_nothing_stated_is_not_zero():
    silent = only("A bomb exploded outside the court in Ostrel on Monday.")
    assert silent.tolls == ()
    spared = only("A bomb exploded outside the court in Ostrel on Monday. No one was hurt.")
    (toll,) = spared.tolls
    assert (toll.effect, toll.count.value.high) == (Effect.INJURED, 0)


@pytest.mark.parametrize(
    ("text", "included"),
    [
        ("A suicide bomber killed six people, including the bomber, in Ostrel on Monday.", True),
        ("Six people died in the blast on Monday, not counting the bomber.", False),
        ("Six people died in the blast on Monday.", None),
    ],
)
def test_the_attacker_is_counted_where_the_text_says_so(text: str, included: bool | None):
    (toll,) = only(text).tolls
    assert toll.attackers_included is included


@pytest.mark.parametrize(
    ("text", "partial", "earlier"),
    [
        ("The blast in Ostrel on Monday killed 50 people.", False, False),
        ("The blast in Ostrel on Monday killed 30 children.", True, False),
        ("The ministry had earlier put the dead of the blast in Ostrel at 40.", False, True),
    ],
)
def test_a_toll_of_one_sort_or_of_before_is_marked(text: str, partial: bool, earlier: bool):
    (toll,) = only(text).tolls
    assert (toll.partial, toll.earlier) == (partial, earlier)


@pytest.mark.parametrize(
    ("text", "revised"),
    [
        (
            "The toll of the blast in Ostrel on Monday has risen to 50 dead, the ministry said.",
            True,
        ),
        ("The ministry cut the death toll of the blast in Ostrel on Monday to 25.", True),
        ("The number of people killed in the blast in Ostrel on Monday rose to 29.", True),
        ("The ministry put the dead of the blast in Ostrel on Monday at 50.", False),
    ],
)
def test_a_number_that_takes_the_place_of_another_is_marked(text: str, revised: bool):
    assert {toll.revised for toll in only(text).tolls} == {revised}


def test_those_who_die_of_their_wounds_are_not_the_whole_toll():
    told = only("The blast in Ostrel on Monday killed nine people. Two of the wounded died later.")
    assert [toll.count.value.low for toll in told.tolls] == [9]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # Whoever rejects a number gives none, and a whole is no part that died.
        ("The council rejected reports of 60 dead and said that 21 people had died.", [21]),
        ("A charity said that 3 of the 27 patients it took in had died.", [3]),
        ("The front has carried out several attacks. A neighbour counted 40 bodies.", [40]),
    ],
)
def test_a_toll_is_what_somebody_gives_for_this_event(text: str, killed: list[int]):
    (bombing,) = (one for one in tellings(ATTACK + text) if one.type.value == "bombing")
    assert [toll.count.value.low for toll in bombing.tolls] == killed


def test_missiles_shot_down_are_no_casualties():
    text = "The army said it had shot down all six missiles and 31 of 36 drones over Ostrel."
    assert [one for each in tellings(text) for one in each.tolls] == []


def test_who_says_that_he_killed_nobody_gives_no_toll():
    text = ATTACK + "His brother said that he was in mourning and had killed nobody."
    assert only(text).tolls == ()
    (toll,) = only(ATTACK + "The blast killed nobody.").tolls
    assert toll.count.value.high == 0


def test_the_toll_of_a_war_is_none_of_its_last_day():
    text = (
        "The blast in Ostrel on Monday killed two men. It brought the toll of men killed in the war"
    )
    told = only(f"{text} to 18.")
    assert [toll.count.value.low for toll in told.tolls] == [2]


def test_how_many_died_is_no_toll():
    assert only(ATTACK + "How many people died?").tolls == ()


def test_a_number_of_places_or_of_sources_is_no_toll():
    told = only("The blast in Ostrel on Monday killed six people in two hostels, two aides said.")
    assert [toll.count.value.low for toll in told.tolls] == [6]


def test_a_toll_names_the_statement_that_gives_it():
    text = "Rebels attacked a barracks on Monday. The army said that nine soldiers had been killed."
    read = reading(text)
    (telling,) = read.tellings
    (toll,) = telling.tolls
    holder = next(one for one in read.statements if one.id == toll.statement)
    assert holder.source.name == "army"


def test_a_driver_is_counted_with_his_passengers():
    told = only(
        "Five engineers and their driver were killed by a suicide bomber in Ostrel on Monday."
    )
    assert {toll.count.value.low for toll in told.tolls} == {5, 6}


def test_a_number_that_it_is_put_at_counts_what_was_spoken_of():
    told = only(
        "Jets bombed a camp near Ostrel on Monday. The minister gave no figure for the dead. "
        "Officials put it at about 300."
    )
    assert [(toll.effect, toll.count.value.low) for toll in told.tolls] == [(Effect.KILLED, 300)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The mayor, Dana Fell, spoke of 31 dead. The hospital counted 24.", [31, 24]),
        ("Police said that 31 people had died. The Red Column put the number at 40.", [31, 40]),
        (
            "At least 31 people died, said the mayor. The ministry put the number of victims at "
            "433, infants among them. The observatory speaks of 50.",
            [31, 433, 50],
        ),
        (
            "Police said that nine soldiers had died. It had earlier given the figure as five.",
            [9, 5],
        ),
    ],
)
def test_a_figure_set_beside_a_toll_counts_the_same_dead(text: str, killed: list[int]):
    tolls = only(ATTACK + text).tolls
    assert [toll.count.value.low for toll in tolls] == killed
    assert {toll.effect for toll in tolls} == {Effect.KILLED}
    assert len({toll.statement for toll in tolls}) == len(killed)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke of 31 dead and 45 wounded. The hospital counted 24.",  # of which?
        "The mayor spoke of 31 dead. The rebels fired 12 rockets. The army counted 24.",
        "The mayor spoke of 31 dead. Schools stayed shut. Rain fell. Roads were cut. He counted 9.",
        "The mayor spoke of 31 dead. The police counted 24 cartridges.",
        "The mayor spoke of 31 dead. The governor named four.",
        "The mayor spoke of 31 dead. The number of members is put at 900.",
    ],
)
def test_a_figure_that_may_count_others_is_no_toll(text: str):
    tolls = [toll for telling in tellings(ATTACK + text) for toll in telling.tolls]
    killed = [toll for toll in tolls if toll.effect is Effect.KILLED]
    assert [toll.count.value.low for toll in killed] == [31]


def test_what_befell_people_may_be_told_before_the_event():
    told = only(
        "Nine men died near Ostrel on Monday. A bomb exploded under their bus, police said."
    )
    assert [toll.count.value.low for toll in told.tolls] == [9]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb went off in Karsin on Monday. The war has left 15,000 people dead.", []),
        ("A bomb went off in Karsin. Some 1,200 people were killed since the war began.", []),
        ("A bomb went off in Karsin. So far 900 people were killed in the conflict.", []),
        ("A bomb killed nine people in Karsin on Monday, as the war went on.", [9]),
        ("A bomb killed nine people in Karsin, a town that the war has emptied.", [9]),
    ],
)
def test_what_a_war_took_is_no_toll_of_an_event(text, killed):
    tolls = [toll for telling in tellings(text) for toll in telling.tolls]
    assert [toll.count.value.low for toll in tolls] == killed
