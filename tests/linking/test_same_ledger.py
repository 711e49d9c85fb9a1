"""The same reports give the same ledger, byte for byte, in whatever order and surroundings."""

import os
import subprocess
import sys
from hashlib import sha256
from random import Random

import pytest

from counterclaim.exports.json import chunks
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.pipeline import link_readings
from evaluation.load import made_up

STATEMENTS = 400


def ledger(seed: int) -> str:
    """Link made-up readings in an order of their own, and name the bytes of the ledger."""
    readings = list(made_up(STATEMENTS))
    Random(seed).shuffle(readings)
    linked = link_readings(readings, (), load_actors(), load_knowledge().events)
    assert len(linked.events) < sum(len(each.tellings) for each in readings)
    return sha256(b"".join(chunks(linked))).hexdigest()


@pytest.fixture(scope="module")
def expected() -> str:
    return ledger(0)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_reports_changes_nothing(expected: str, seed: int):
    assert ledger(seed) == expected


@pytest.mark.parametrize(("hashes", "locale"), [("1", "C"), ("4242", "tr_TR.UTF-8")])
def test_neither_hash_seed_nor_locale_changes_anything(expected: str, hashes: str, locale: str):
    program = f"from {__name__} import ledger; print(ledger(3))"
    surroundings = {**os.environ, "PYTHONHASHSEED": hashes, "LC_ALL": locale, "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-c", program]
    told = subprocess.run(command, env=surroundings, capture_output=True, check=True, text=True)
    assert told.stdout.strip() == expected
