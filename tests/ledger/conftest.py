from collections.abc import Iterator

import pytest

from counterclaim.ledger.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store.create(":memory:")
    yield made
    made.close()
