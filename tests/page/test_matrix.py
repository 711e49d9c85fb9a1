"""Who holds what about one event: each proposition once."""

from dataclasses import replace

from counterclaim.model.claim import Claim, ClaimId, Stance
from counterclaim.model.statement import Certainty, Polarity, StatementId
from counterclaim.page.screens.matrix import matrix
from counterclaim.views.entries import enter
from tests.views.built import LEDGER


def stance(statement: str, polarity: Polarity, name: str) -> Stance:
    return Stance(None, name, polarity, Certainty.CERTAIN, StatementId(statement))


FIRED = Claim(
    ClaimId("c1"),
    "perpetrator",
    "the column fired on the mill",
    (
        stance("s1", Polarity.TRUE, "army"),
        stance("s2", Polarity.FALSE, "column"),
    ),
    straw=False,
    rule="by hand",
)


def shown(*claims: Claim) -> list[str]:
    return [row.value for row in matrix(claims, enter(LEDGER), {}).rows]


def test_a_denial_is_no_second_proposition():
    denied = replace(
        FIRED,
        id=ClaimId("c2"),
        value="not so: the column fired on the mill",
        stances=(replace(FIRED.stances[1], polarity=Polarity.TRUE),),
    )
    assert shown(FIRED, denied) == ["the column fired on the mill"]


def test_what_one_more_says_is_a_proposition_of_its_own():
    other = replace(
        FIRED,
        id=ClaimId("c2"),
        value="the mill was empty",
        stances=(stance("s3", Polarity.TRUE, "mayor"),),
    )
    assert shown(FIRED, other) == ["the column fired on the mill", "the mill was empty"]
