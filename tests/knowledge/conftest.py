"""All parties that come with the program, loaded once."""

import pytest

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.actor_index import ActorIndex


@pytest.fixture(scope="session")
def index() -> ActorIndex:
    return load_actors()
