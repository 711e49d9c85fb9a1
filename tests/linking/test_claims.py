"""One proposition, with everybody who affirms it, denies it or leaves it open."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking import link_actors, link_claims
from counterclaim.model.claim import Claim
from counterclaim.model.record import Reading
from counterclaim.model.statement import CueClass, Kind, Polarity
from tests.linking.told import decided, told

SHOT = "the shell was fired from Eastbank"
SAID = f"assert + | [source Tarn] said that [content {SHOT}]."
DENIED = f"deny - | [source Eastbank] denied that [content {SHOT}]."
REJECTED = f"deny - | [source Eastbank] rejected [source:Tarn Tarn]'s claim that [content {SHOT}]."


def claims(*readings: Reading, reviews=()) -> tuple[Claim, ...]:
    return link_claims(readings, link_actors(readings, reviews), reviews)


def held(claim: Claim) -> list[str]:
    return [f"{stance.name} {stance.polarity}" for stance in claim.stances]


def test_equal_words_in_two_documents_are_one_claim():
    quoted = 'assert + | "[content The shell  was fired from “Eastbank”]," said [source Tarn].'
    [claim] = claims(told(quoted, day=1), told(DENIED, outlet="Daily", day=2))
    assert held(claim) == ["Tarn +", "Eastbank -"]
    assert claim.value == "The shell  was fired from “Eastbank”"
    assert claim.rule == "same_words"
    assert claim.slot is None
    assert not claim.straw


@pytest.mark.parametrize(
    "content",
    ["it was not so", "the shell killed 12 people", "Eastbank fired it", "no comment"],
)
def test_words_that_name_nothing_or_are_few_are_not_joined_across_documents(content: str):
    line = f"assert + | [source Tarn] said [content {content}]."
    other = f"assert + | In its evening bulletin [source Tarn] said [content {content}]."
    assert len(claims(told(line), told(other, outlet="Daily"))) == 2


def test_few_words_in_a_reprint_are_the_same_claim():
    story = [SAID, "assert + | [source The hospital] counted [content nine dead].", DENIED]
    printed = claims(told(*story), told(*story, outlet="Daily"))
    assert sorted(len(claim.stances) for claim in printed) == [2, 4]


def test_a_denial_and_the_claim_within_it_are_two_stances_on_one_claim():
    [claim] = claims(told(REJECTED))
    assert held(claim) == ["Eastbank -", "Tarn +"]
    assert claim.contested


def test_a_short_claim_is_joined_to_its_denial_by_its_passage():
    line = "deny - | [source Eastbank] rejected [source:Tarn Tarn]'s account of [content a raid]."
    [claim] = claims(told(line))
    assert claim.rule == "same_passage"
    assert held(claim) == ["Eastbank -", "Tarn +"]


def test_a_claim_known_only_through_its_denier_is_straw():
    [claim] = claims(told(DENIED))
    assert claim.straw
    assert not claim.contested


def test_an_open_stance_is_neither_side():
    line = f"other ? | [source Eastbank] could not say whether [content {SHOT}]."
    [claim] = claims(told(line), told(SAID, outlet="Daily"))
    assert sorted(held(claim)) == ["Eastbank ?", "Tarn +"]
    assert not claim.contested


def answering(line: str, **changes) -> Reading:
    """Tarn says so, and the second line answers it."""
    reading = told(SAID, line)
    said, answer = reading.statements
    return replace(reading, statements=(said, replace(answer, answers=said.id, **changes)))


@pytest.mark.parametrize(
    ("line", "position"),
    [
        ("deny - | [source Eastbank] rejected [content the accusation].", "-"),
        ("deny + | [source Eastbank] said [content its guns were silent].", "-"),
        ("reaffirm + | [source Westbank] stood by [content that account].", "+"),
        ("other ? | [source Westbank] would not confirm [content that account].", None),
        ("assert ? | [source Westbank] could not confirm [content that account].", "?"),
        (f"assert - | [source Westbank] did not believe that [content {SHOT}].", "-"),
    ],
)
def test_an_answer_is_a_stance_on_what_it_answers(line: str, position: str | None):
    [claim] = claims(answering(line))
    assert claim.value == SHOT
    assert claim.stances[1].polarity == Polarity(position or "?")
    assert claim.rule == "same_answer"


def test_a_general_denial_that_answers_nothing_known_makes_no_claim():
    line = "deny - | [source Eastbank] rejected [content such claims]."
    reading = told(line)
    [denial] = reading.statements
    assert not claims(replace(reading, statements=(replace(denial, general=True),)))
    assert len(claims(answering(line, general=True))) == 1


@pytest.mark.parametrize("act", ["demand", "condemn", "threaten", "promise", "decline"])
def test_what_proposes_nothing_is_no_claim(act: str):
    assert not claims(told(f"{act} + | [source Tarn] spoke of [content an inquiry into Eastbank]."))


def test_narration_wishes_and_silence_are_no_claims():
    reading = told(SAID)
    [said] = reading.statements
    for other in (
        replace(said, kind=Kind.NARRATION),
        replace(said, cue_class=CueClass.ATTITUDE),
        replace(said, content=()),
    ):
        assert not claims(replace(reading, statements=(other,)))


def test_the_holder_is_the_actor_of_the_source():
    readings = told(SAID), told(DENIED, outlet="Daily")
    actors = {actor.name: actor.id for actor in link_actors(readings, [])}
    [claim] = claims(*readings)
    assert {stance.name: stance.holder for stance in claim.stances} == actors


def test_a_source_without_a_mention_keeps_its_name():
    reading = replace(told(SAID), mentions=())
    [claim] = claims(reading)
    assert (claim.stances[0].holder, claim.stances[0].name) == (None, "Tarn")


def test_a_reviewer_parts_joins_and_rejects():
    reading = told(SAID, DENIED)
    said, denied = (statement.id for statement in reading.statements)
    assert len(claims(reading)) == 1
    parted = decided(denied, "split", minute=1)
    assert len(claims(reading, reviews=[parted])) == 2
    assert len(claims(reading, reviews=[parted, decided(denied, "merge", said, minute=2)])) == 1
    [left] = claims(reading, reviews=[decided(said, "reject")])
    assert held(left) == ["Eastbank -"]
    taken_back = [decided(said, "reject"), decided(said, "confirm", minute=3)]
    assert len(claims(reading, reviews=taken_back)[0].stances) == 2


@given(st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(random: Random):
    lines = enumerate([SAID, DENIED, REJECTED], 1)
    readings = [told(line, outlet=f"{n}", day=n) for n, line in lines]
    readings += [told(SAID, outlet="undated", published=False)]
    assert claims(*random.sample(readings, len(readings))) == claims(*readings)
