"""Garbage is looked for between pieces of work, as it was before them."""

from __future__ import annotations

import gc

import pytest

from counterclaim.case.garbage import only_growing


def test_no_garbage_is_looked_for_within() -> None:
    with only_growing():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_looked_for_again_after_a_fault() -> None:
    with pytest.raises(ValueError, match="broken"), only_growing():
        raise ValueError("broken")
    assert gc.isenabled()


def test_who_looks_for_none_is_left_to_it() -> None:
    gc.disable()
    try:
        with only_growing():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
