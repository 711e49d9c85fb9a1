"""Which question a dispute is on."""

import pytest

from tests.linking.test_denials import denied, read

RAIN = "assert + | [source Police] [cue said] [content it had rained all night in the valley]."


def slot(act: str, claim: str, denial: str, denying: str = "deny") -> str | None:
    (found,) = denied(
        read(
            RAIN,
            f"{act} + | [source Tarn] [cue said] that [content {claim}].",
            f"{denying} - | [source Eastbank] [cue denied] that [content {denial}].",
        )
    )
    return found.slot


@pytest.mark.parametrize(
    ("claim", "denial", "asked"),
    [
        ("the strike was deliberate", "the strike was deliberate", "target"),
        ("the drones had crossed the border", "any drones had crossed the border", "origin"),
        ("the raid was a war crime", "the raid was a war crime", "legality"),
        ("the driver was a member of the Column", "the driver was a member", "membership"),
        ("the bridge had been blown up", "the bridge had been blown up", "occurrence"),
        ("a large number of men died at Osten", "a large number of men died there", "killed"),
        ("the fragments belonged to a missile", "they belonged to a missile", "weapon"),
        ("the blast was the cause of the deaths", "it was the cause", "cause"),
        ("the raid had been plotted in Osten", "the raid was plotted in Osten", "origin"),
        ("five of the men were Owls", "five of the men were Owls", "occurrence"),
        ("the Red Front had burned the mill", "the Red Front had burned it", "occurrence"),
        ("a plot to kill five men was made in Osten", "a plot was made in Osten", "occurrence"),
    ],
)
def test_words_of_a_question_tell_which_it_is(claim, denial, asked):
    assert slot("assert", claim, denial) == asked


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        ("the Column had burned the village of Osten", "responsibility"),
        ("the army had burned the village of Osten", "perpetrator"),
    ],
)
def test_a_denial_of_ones_own_part_is_on_who_did_it(claim, asked):
    assert slot("accuse", claim, claim, "deny_responsibility") == asked
