"""Texts with their places, by a small gazetteer."""

from collections.abc import Callable
from functools import cache

import pytest

from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.language import find_mentions
from counterclaim.language.places import locate
from counterclaim.model.place import Place
from counterclaim.model.statement import Mention
from tests.atlas import make_gazetteer


@pytest.fixture(scope="session")
def world(tmp_path_factory) -> Gazetteer:
    return make_gazetteer(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def mentions(parsed, english, world) -> Callable[[str], tuple[Mention, ...]]:
    """Return what a text speaks of, located."""
    return cache(
        lambda text: locate(parsed(text), find_mentions(parsed(text), english), english, world)
    )


@pytest.fixture(scope="session")
def places(mentions) -> Callable[[str], dict[str, Place]]:
    """Return the places of a text by the words that name them."""

    def located(text: str) -> dict[str, Place]:
        found = [one for one in mentions(text) if one.place]
        return {text[one.span.begin : one.span.end]: one.place.value for one in found}

    return located
