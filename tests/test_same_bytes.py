"""The reports of the demo, read and linked anew, are the same bytes on every machine."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from counterclaim.case import ReadOptions, read_once
from counterclaim.cli.demo import REPORTS
from counterclaim.cli.options import CODEBOOKS
from counterclaim.exports import csv
from counterclaim.exports.json import chunks
from counterclaim.model.claim import DisputeState


def exported(seed: int, jobs: int) -> str:
    """Read the reports of this folder in an order of their own, and name the bytes of all."""
    files = sorted(str(path) for path in Path().glob("*.jsonl"))
    Random(seed).shuffle(files)
    ledger, failures = read_once(files, ReadOptions(jobs=jobs))
    assert not failures
    assert DisputeState.CONTESTED in {each.state for each in ledger.disputes}
    tables = (chunk for file in csv.files(ledger) for chunk in file.chunks)
    return sha256(b"".join([*chunks(ledger, CODEBOOKS), *tables])).hexdigest()


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> Path:
    """Each report of the demo in a file of its own."""
    folder: Path = tmp_path_factory.mktemp("reports")
    for line in REPORTS.read_text("utf-8").splitlines():
        (folder / f"{json.loads(line)['id']}.jsonl").write_text(line, "utf-8")
    return folder


def test_neither_order_nor_processes_nor_hashes_nor_the_country_change_a_byte(reports: Path):
    found = set()
    for seed, jobs, country in ((1, 1, "C"), (2, 2, "tr_TR.UTF-8")):
        program = f"from {__name__} import exported; print(exported({seed}, {jobs}))"
        surroundings = {"PYTHONHASHSEED": str(seed), "LC_ALL": country, "TZ": "Asia/Tokyo"}
        root = str(Path(__file__).parent.parent)
        told = subprocess.run(
            [sys.executable, "-c", program],
            cwd=reports,
            env={**os.environ, **surroundings, "PYTHONPATH": root},
            capture_output=True,
            check=True,
            text=True,
        )
        found.add(told.stdout)
    assert len(found) == 1
