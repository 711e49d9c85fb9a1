"""Which claim a denial answers, in whatever words; and who stands on either side of it."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.knowledge.denials import Denials, load_denials
from counterclaim.linking import count_origins, find_disputes, link_actors, link_denials
from counterclaim.linking.signs import is_on_another_matter
from counterclaim.linking.voices import Voices
from counterclaim.model.claim import Claim, Dispute
from counterclaim.model.record import Reading
from counterclaim.model.statement import Account, MentionType, Polarity, Treatment
from counterclaim.model.text import Span
from tests.linking.told import decided, told

CHARGE = (
    "accuse + | [source Tarn] [cue accused] [content [armed_group:Red_Column the Red Column] "
    "of shelling the mill]."
)
ACCUSED = "accuse + | [source Tarn] [cue said] [content the Red Column had shelled the mill]."
DENIAL = "deny_responsibility - | The [source Red Column] [cue rejected] [content the charge]."
FELL = "assert + | [source Tarn] [cue said] that [content the harbour town of Ostrava had fallen]."
HELD = (
    "deny - | [source Eastbank] [cue denied] that [content the harbour town of Ostrava had fallen]."
)
RAIN = "assert + | [source Police] [cue said] [content it had rained all night in the valley]."


def read(*lines: str, outlet: str = "Herald", day: int = 1) -> Reading:
    """Read marked sentences as a document in English that knows where each of them ends."""
    reading = told(*lines, outlet=outlet, day=day)
    ends = [at for at, char in enumerate(reading.document.text) if char == "\n"]
    begins = [0, *(end + 1 for end in ends)]
    accounts = tuple(
        Account(Span(begin, end), Treatment.STATED)
        for begin, end in zip(begins, ends, strict=False)
    )
    return replace(reading, document=replace(reading.document, language="en"), accounts=accounts)


def denied(*readings: Reading, reviews=()) -> tuple[Claim, ...]:
    claims = link_denials(readings, (), link_actors(readings, []), Voices(), reviews)
    return tuple(claim for claim in claims if claim.rule == "denied_in_any_words")


def disputes(*readings: Reading) -> tuple[Dispute, ...]:
    claims = denied(*readings)
    return find_disputes(readings, claims, count_origins(readings, claims, ()))


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    held = [[s.name for s in claim.stances if s.polarity is sign] for sign in (TRUE, FALSE)]
    return held[0], held[1]


TRUE, FALSE = Polarity.TRUE, Polarity.FALSE


def test_what_several_deny_is_a_claim_of_its_own():
    other = "deny + | [source Police] [cue said] [content the harbour town of Ostrava never fell]."
    readings = [read(FELL, HELD, other)]
    claims = link_denials(readings, (), link_actors(readings, []), Voices(), ())
    [denial] = [claim for claim in claims if claim.rule == "same_denial"]
    assert denial.value == "the harbour town of Ostrava never fell"
    held = [(each.name, each.polarity) for each in denial.stances]
    assert held == [("Eastbank", TRUE), ("Police", TRUE)]


def test_a_denial_that_says_no_more_answers_the_charge_before_it():
    (claim,) = denied(read(RAIN, ACCUSED, DENIAL))
    assert claim.value == "the Red Column had shelled the mill"
    assert sides(claim) == (["Tarn"], ["Red Column"])
    assert (claim.slot, claim.of) == ("responsibility", "Red Column")


def test_a_denial_answers_what_was_said_in_its_own_words():
    (claim,) = denied(read(RAIN, FELL, HELD))
    assert sides(claim) == (["Tarn"], ["Eastbank"])
    assert claim.slot == "occurrence"


def test_a_claim_names_the_signs_it_was_found_by_and_how_sure_they_are():
    (claim,) = denied(read(RAIN, FELL, HELD))
    assert (claim.score or 0) > 0.3
    assert "likest of all" in dict(claim.grounds)


def test_a_denial_and_its_claim_are_a_dispute_with_its_score():
    (dispute,) = disputes(read(RAIN, FELL, HELD))
    assert (dispute.rule, dispute.state) == ("claimed_and_denied", "contested")
    assert dispute.score == denied(read(RAIN, FELL, HELD))[0].score


def test_who_denies_his_part_is_asked_about_by_name():
    (dispute,) = disputes(read(RAIN, ACCUSED, DENIAL))
    assert dispute.question == "Is Red Column responsible?"


def test_what_a_claimant_adds_on_the_same_place_stands_with_his_claim():
    osten = "[place:Osten Osten]"
    first = f"assert + | [source Tarn] [cue said] [content plans of the raid came from {osten}]."
    held = f"assert + | [source Tarn] [cue said] [content the raid was planned in {osten}]."
    no = f"deny - | [source Eastbank] [cue denied] [content the raid was planned in {osten}]."
    claim = next(each for each in denied(read(RAIN, first, held, no)) if each.slot)
    assert sides(claim) == (["Tarn", "Tarn"], ["Eastbank"])


def test_who_speaks_for_somebody_denies_no_part_of_his_own():
    spoken = DENIAL.replace("[source Red Column]", "[person:Can_Demir spokesman][source Can Demir]")
    reading = read(RAIN, ACCUSED, spoken)
    person = [replace(each, type=MentionType.PERSON) for each in reading.mentions]
    (dispute,) = disputes(replace(reading, mentions=tuple(person)))
    assert dispute.question == "Is it true that the Red Column had shelled the mill?"


@pytest.mark.parametrize(
    ("signs", "other"),
    [
        (["denier not named, another charged", "alike 0.05"], True),
        (["denier not named, another charged", "alike 0.05", "alike 0.15"], False),
        (["denier not named, another charged", "hollow: latest charge"], False),
        (["denier not named, another charged", "one content"], False),
        (["denier not named, another charged", "told of one event", "likest of all"], False),
        (["denier not named, another charged", "told of one event"], True),
        (["denier not named", "alike 0.05"], True),
        (["denier not named", "alike 0.05", "within 0.6"], False),
        (["denier named", "alike 0.05"], False),
        (["own part denied: denier not named in no charge"], True),
        (["own part denied: denier charged in a charge", "denier charged"], False),
        (["own part denied: denier named in no charge", "answers it"], False),
    ],
)
def test_a_denial_of_another_matter_is_no_firm_side(signs: list[str], other: bool):
    assert is_on_another_matter(signs) is other


def test_a_denial_of_nothing_that_was_said_is_no_claim():
    assert denied(read(HELD)) == ()


def test_who_says_no_in_the_same_words_denies_nothing():
    nobody = "assert + | [source Police] [cue said] that [content no houses were burnt in Ostrava]."
    none = "deny + | [source Tarn] [cue said] that [content no houses were burnt in Ostrava town]."
    assert denied(read(nobody, none)) == ()


def test_nobody_denies_his_own_words():
    own = "assert + | [source Eastbank] [cue said] that [content the town of Ostrava had fallen]."
    assert denied(read(own, HELD)) == ()


def test_a_refusal_to_answer_denies_nothing():
    silent = "decline - | [source Eastbank] [cue declined to discuss] [content the charge]."
    assert denied(read(ACCUSED, silent)) == ()


def test_what_a_reviewer_rejects_is_on_no_side():
    reading = read(RAIN, FELL, HELD)
    denial = reading.statements[-1].id
    assert denied(reading, reviews=(decided(denial, "reject"),)) == ()


def test_one_party_that_denies_a_thing_twice_denies_one_thing():
    again = "deny_responsibility - | The [source Red Column] [cue denied] [content any role]."
    (claim,) = denied(read(ACCUSED, DENIAL, again))
    assert sides(claim) == (["Tarn"], ["Red Column", "Red Column"])


def test_one_answer_told_by_two_papers_is_one_question():
    answer = "deny - | The [source Red Column] [cue called] [content the story “utter fiction”]."
    first = read(ACCUSED, answer)
    second = read(ACCUSED, RAIN, answer.replace("story", "account"), outlet="Gazette", day=2)
    assert len(denied(first)) == len(denied(second)) == 1
    (claim,) = denied(first, second)
    assert len({each.statement for each in claim.stances if each.polarity is FALSE}) == 2


def test_the_order_of_documents_changes_nothing():
    readings = [
        read(RAIN, FELL, HELD),
        read(ACCUSED, DENIAL, outlet="Post", day=2),
        read(FELL, RAIN, outlet="Echo", day=3),
    ]
    assert len({denied(*order) for order in permutations(readings)}) == 1


def test_a_language_without_words_for_denials_has_none():
    reading = read(RAIN, FELL, HELD)
    foreign = replace(reading, document=replace(reading.document, language="xx"))
    assert denied(foreign) == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([CHARGE, ACCUSED, DENIAL, FELL, HELD, RAIN]), max_size=6))
def test_every_denial_has_both_sides_and_each_statement_stands_on_one(lines):
    claims = denied(read(*lines))
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        held = {
            sign: {s.statement for s in claim.stances if s.polarity is sign}
            for sign in (TRUE, FALSE)
        }
        assert held[TRUE]
        assert held[FALSE]
        assert not held[TRUE] & held[FALSE]


def test_the_words_and_weights_of_a_language_are_read():
    known = load_denials()["en"]
    assert isinstance(known, Denials)
    assert known.weights.signs
