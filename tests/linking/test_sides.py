"""Who stands on which side of a dispute, in small reports that are read and linked."""

import pytest

from counterclaim.documents.description import describe
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.model.claim import Dispute, DisputeState
from counterclaim.model.statement import Polarity
from counterclaim.model.text import Document
from counterclaim.pipeline import link_readings, read_document

HEAD = "Plain League says it did not plant car bomb\n\nHalmar Courier, May 4, 2024\n\nTARN — "


def disputes(words: str) -> list[Dispute]:
    known = load_knowledge()
    read = read_document(describe(Document(HEAD + words, key="1", language="en"), known), known)
    linked = link_readings((read,), (), load_actors(), known.events)
    return [each for each in linked.disputes if each.state is DisputeState.CONTESTED]


def held(dispute: Dispute, sign: Polarity) -> set[str]:
    sides = [side for side in dispute.sides if side.polarity is sign]
    return {name for side in sides for name in side.held_by}


def test_who_only_tells_what_happened_lays_it_on_nobody():
    (dispute,) = disputes(
        "A car bomb killed one person and wounded five in Tarn on Saturday, the army said, and"
        " attributed the attack to the Ridge Front.\n\nThe Ridge Front's commander, Anton Mede,"
        " blamed the Plain League, which he said had staged the explosion to discredit him. The"
        ' Plain League rejected the accusation in a statement. "Our units have not used explosives'
        ' in the town," it read.'
    )
    assert held(dispute, Polarity.TRUE) == {"Anton Mede"}
    assert held(dispute, Polarity.FALSE) == {"Plain League"}


@pytest.mark.parametrize("army", ["Nigeria's army", "The Nigerian army"])
def test_an_officer_is_not_denied_by_his_own_army(army: str):
    found = disputes(
        f"{army} rejected as false reports that its soldiers had arrived hours late.\n\n"
        '"Our troops engaged the bandits within 30 minutes," Major Samson Zako told reporters.'
        " Villagers said no soldier had been seen before dawn."
    )
    assert not [each for each in found if army in held(each, Polarity.FALSE)]
