"""When the interpreter looks for garbage: between pieces of work, not within them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def only_growing() -> Iterator[None]:
    """Look for no garbage where next to none is made: it takes a good part of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
