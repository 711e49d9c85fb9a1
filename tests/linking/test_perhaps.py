"""Actors that may be one are offered with reasons, and stay apart until a person decides."""

import pytest

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking import link_actors
from counterclaim.linking.perhaps import perhaps_same
from tests.linking.told import told


def offered(*documents: str) -> dict[frozenset[str], tuple[str, ...]]:
    """Return the pairs that are offered, by their names, and the reasons."""
    readings = [told(document, outlet=f"Herald {at}") for at, document in enumerate(documents)]
    actors = link_actors(readings, [], load_actors())
    names = {actor.id: actor.name for actor in actors}
    found = perhaps_same(readings, actors, load_actors())
    return {frozenset((names[each.one], names[each.other])): each.reasons for each in found}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("[person Qasim] spoke.", "[person:Amir_Qasim Amir Qasim] left.", "same_surname"),
        (
            "[organisation RHF] spoke.",
            "[organisation:Red_Hill_Front Red Hill Front] left.",
            "same_initials",
        ),
        (
            "[organisation:Red_Hill_Front Red Hill Front] spoke.",
            "[organisation:Red_Hill_Front_North Red Hill Front North] left.",
            "longer_name",
        ),
        (
            "[organisation:Ansar_al-Sharia Ansar al-Sharia] spoke.",
            "[organisation:Ansar_al-Sharia_in_Libya Ansar al-Sharia in Libya] left [place Libya].",
            "shared_alias",
        ),
    ],
)
def test_what_may_be_one_is_offered_with_the_reason(one: str, other: str, reason: str):
    [reasons] = offered(one, other).values()
    assert reason in reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[person:Amir_Qasim Amir Qasim] spoke.", "[person:Salma_Qasim Salma Qasim] left."),
        ("[organisation ISIL] spoke.", "[organisation ISKP] left [place Kabul]."),
        ("[organisation Reuters] spoke.", "[person Reuters] left."),
        ("[organisation AB] spoke.", "[organisation:Amber_Bank Amber Bank] left."),
    ],
)
def test_what_nothing_speaks_for_is_not_offered(one: str, other: str):
    assert not offered(one, other)
