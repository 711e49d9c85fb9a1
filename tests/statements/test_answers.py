"""Denials of what was said before: which one they answer, and when that stays open."""

import pytest

from counterclaim.model.statement import Act, Kind


def denial(reading):
    """Return the last denial, and the words of the statement that it answers."""
    denials = {Act.DENY, Act.DENY_RESPONSIBILITY}
    last = [one for one in reading.statements if one.act.value in denials][-1]
    words = {one.id: reading.document.quote(one.content[0]) for one in reading.statements}
    return last.general, words.get(last.answers)


ANSWERED = [
    "Kabul blamed the Taliban for the raid. The Taliban rejected the charge.",
    "Kabul blamed the Taliban for the raid. The market was full. Shops shut. People fled."
    " The Taliban dismissed the accusation as baseless.",
    "Kabul blamed the Taliban for the raid. The spokesman called the accusation baseless.",
    "Kabul blamed the Taliban for the raid. The rebels said Kabul's accusation was baseless.",
]


@pytest.mark.parametrize("text", ANSWERED)
def test_a_denial_answers_the_one_charge_it_can_mean(text, read):
    assert denial(read(text)) == (True, "the Taliban for the raid")


LEFT_OPEN = [
    "Kabul blamed the Taliban for the raid. Herat blamed the Taliban for the fire."
    " The Taliban rejected the charge.",
    "Kabul blamed the Taliban for the raid. The market was full. Shops shut. People fled."
    " The mayor rejected the charge.",
    "The Taliban rejected the charge. Kabul blamed the Taliban for the raid.",
    "The Taliban rejected these claims.",
]


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_a_denial_that_may_mean_another_answers_none(text, read):
    assert denial(read(text)) == (True, None)


OF_ITS_OWN = [
    "Kabul blamed the Taliban for the raid. The Taliban denied that their men were in the town.",
    "Kabul blamed the Taliban for the raid. The Taliban denied having fired.",
    "Kabul blamed the Taliban for the raid. The mayor denied that it was a crime.",
]


@pytest.mark.parametrize("text", OF_ITS_OWN)
def test_a_denial_with_words_of_its_own_answers_none(text, read):
    assert denial(read(text)) == (False, None)


def test_only_denials_are_general(read):
    told = read("The mayor repeated the claim. A bomb went off.").statements
    assert not any(one.general for one in told)
    assert any(one.kind is not Kind.NARRATION for one in told)
