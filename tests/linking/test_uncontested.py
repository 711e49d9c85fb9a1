"""What nobody denies of an event, by how many origins, and what each holder adds."""

from dataclasses import replace

from counterclaim.linking.uncontested import find_cores
from counterclaim.linking.voices import Voices
from counterclaim.model.claim import Dispute, DisputeId, DisputeState, Side
from counterclaim.model.derived import Core
from counterclaim.model.event import Degree, Part, Participant, Toll
from counterclaim.model.quantity import Effect, Quantity
from counterclaim.model.record import Field, Told
from counterclaim.model.statement import Polarity
from counterclaim.model.text import Cited, Span
from tests.views.built import ARMY, ATTACK, LEDGER, MINISTRY, PLAN, spoken

ONE, OTHER = ATTACK.tellings


SAYS_SO = replace(
    MINISTRY,
    statements=(replace(spoken(MINISTRY), polarity=Cited(Polarity.TRUE, (), "by hand")),),
)
AGREEING = replace(LEDGER, readings=(ARMY, SAYS_SO, *LEDGER.readings[2:]), disputes=())


def core(event=ATTACK, **changed) -> Core:
    [found] = find_cores(replace(AGREEING, **changed), Voices(), [event])
    return found


def agreed(found: Core) -> dict[str, tuple[str, int]]:
    return {each.field: (each.value, each.origins) for each in found.agreed}


def toll(low: int | None, high: int | None, telling, statement) -> Told[Toll]:
    count = Cited(Quantity(low, high, unit="people", effect=Effect.KILLED), (), "by hand")
    return Told(Toll(Effect.KILLED, count, statement), telling)


DIFFERING = replace(
    ATTACK,
    tolls=(toll(6, 6, ONE, spoken(ARMY).id), toll(9, 9, OTHER, spoken(MINISTRY).id)),
    killed=Quantity(6, 9),
)


def disputed(slot: str, *signs: Polarity, state=DisputeState.CONTESTED) -> Dispute:
    sides = tuple(Side(PLAN.id, sign, "so", ("somebody",), (), 1) for sign in signs)
    return Dispute(DisputeId("d"), slot, "Is it so?", state, sides, "by hand", ATTACK.id)


def test_the_type_the_day_and_the_toll_stand_and_say_by_how_many():
    found = agreed(core())
    assert found["type"] == ("bombing", 2)
    assert found["when"] == ("2024-03-26", 1)
    assert found["killed"] == ("6", 1)
    assert found["target"] == ("bus", 1)
    assert "injured" not in found


def test_numbers_that_differ_agree_on_the_least_and_each_holder_adds_its_own():
    found = core(DIFFERING)
    assert agreed(found)["killed"] == ("at least 6", 2)
    numbers = [(each.holder, each.value) for each in found.added if each.field == "killed"]
    assert numbers == [("The army", "6 people"), ("The ministry", "9 people")]


def test_a_rival_number_leaves_the_least_but_a_denial_leaves_nothing():
    rival = disputed("killed", Polarity.TRUE, Polarity.TRUE)
    assert agreed(core(DIFFERING, disputes=(rival,)))["killed"] == ("at least 6", 2)
    denied = disputed("killed", Polarity.TRUE, Polarity.FALSE)
    found = core(DIFFERING, disputes=(denied,))
    assert "killed" not in agreed(found)
    assert len([each for each in found.added if each.field == "killed"]) == 2


def test_where_one_says_none_nothing_is_agreed():
    event = replace(DIFFERING, killed=Quantity(0, 9))
    assert "killed" not in agreed(core(event))


def test_dozens_are_no_number_to_agree_on():
    event = replace(ATTACK, tolls=(toll(None, None, ONE, None),), killed=Quantity(None, None))
    assert "killed" not in agreed(core(event))


def test_a_number_is_added_as_far_as_it_is_one():
    vague = replace(ATTACK, tolls=(toll(None, None, ONE, None),), killed=Quantity(None, None))
    [words] = [each.value for each in core(vague).added if each.field == "killed"]
    assert not any(map(str.isdigit, words))
    open_above = replace(ATTACK, tolls=(toll(33, None, ONE, None),), killed=Quantity(33, None))
    [value] = [each.value for each in core(open_above).added if each.field == "killed"]
    assert value.startswith("at least 33")


def test_an_event_that_is_denied_altogether_has_no_core():
    denied = disputed("occurrence", Polarity.TRUE, Polarity.FALSE)
    assert agreed(core(disputes=(denied,))) == {}
    possible = replace(denied, state=DisputeState.POSSIBLE)
    assert "type" in agreed(core(disputes=(possible,)))


def test_what_is_denied_of_a_statement_does_not_stand_on_it():
    other = disputed("number", Polarity.TRUE, Polarity.FALSE)
    sides = (replace(other.sides[0], statements=(spoken(ARMY).id,)), other.sides[1])
    event = replace(ATTACK, tolls=DIFFERING.tolls[:1])
    assert agreed(core(event))["killed"] == ("6", 1)
    assert "killed" not in agreed(core(event, disputes=(replace(other, sides=sides),)))
    denied = replace(event, tolls=(toll(6, 6, OTHER, spoken(MINISTRY).id),))
    assert agreed(core(denied))["killed"] == ("6", 1)
    assert "killed" not in agreed(core(denied, readings=LEDGER.readings))


def test_a_number_is_left_out_where_it_is_possibly_denied():
    possible = disputed("killed", Polarity.TRUE, Polarity.FALSE, state=DisputeState.POSSIBLE)
    assert "killed" not in agreed(core(disputes=(possible,)))


def test_a_copy_adds_a_document_but_no_telling_and_no_origin():
    field = Field("type", "most_told_type", (ONE,))
    [found] = core(replace(ATTACK, fields=(field,), tolls=(), participants=())).agreed
    assert (found.documents, found.tellings, found.origins) == (1, 1, 1)


def test_one_target_under_two_names_is_told_once():
    same = Told(Participant(Part.TARGET, "Bus", Span(0, 1), "by hand"), OTHER)
    event = replace(ATTACK, participants=(replace(ATTACK.participants[0], actor=None), same))
    [found] = [each for each in core(event).agreed if each.field == "target"]
    assert found.told_in == (ONE, OTHER)


def test_a_charge_is_always_somebodys_and_never_agreed():
    [added] = core().added
    assert (added.holder, added.field, added.value) == ("The army", "host", "Osteria, accused")


def test_that_nobody_claims_it_is_the_outlets_word():
    [charge] = ATTACK.responsibility
    unclaimed = replace(charge.value, degree=Cited(Degree.UNCLAIMED, (), "by hand"), statement=None)
    [added] = core(replace(ATTACK, responsibility=(replace(charge, value=unclaimed),))).added
    assert (added.holder, added.value) == ("Hill Courier", "unclaimed")


def test_without_reports_at_hand_nothing_is_said():
    found = core(readings=())
    assert (found.agreed, found.added) == ((), ())
