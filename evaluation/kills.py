"""Read runs killed at random moments: the case must hold what it would have held without.

python -m evaluation.kills 300
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

import msgspec

from counterclaim.case import Case
from counterclaim.errors import LedgerError
from counterclaim.ledger.store import Store
from counterclaim.model.record import Ledger

REPORTS = 30
KILLS_OF_ONE_CASE = 5
"""Then the run is left to end, and what it made is compared; and a new case begins."""
PLACES = ("Arvend", "Beshkent", "Corrin", "Dalmar", "Eskel", "Ferran")
SPEAKERS = ("the interior ministry", "a rebel spokesman", "the governor", "witnesses", "the army")


@dataclass(slots=True)
class Tally:
    """What became of the killed runs."""

    kills: int = 0
    cut: int = 0  # kills that came before the run had ended by itself
    cases: int = 0
    lost: int = 0
    doubled: int = 0
    different: int = 0
    unsound: int = 0
    orphans: int = 0
    seconds: float = 0.0


def write_reports(folder: Path, count: int, seed: int) -> None:
    """Write short reports of our own: a third as text files, a third in a table, a third zipped."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    texts = [_report(number, chance) for number in range(count)]
    for number, text in enumerate(texts[0::3]):
        (folder / f"report-{number:04}.txt").write_text(text, encoding="utf-8")
    with (folder / "wire.jsonl").open("w", encoding="utf-8") as table:
        for number, text in enumerate(texts[1::3]):
            table.write(json.dumps({"id": f"w{number}", "text": text, "outlet": "Wire"}) + "\n")
    with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
        for number, text in enumerate(texts[2::3]):
            archive.writestr(f"old-{number:04}.txt", text)


def run(kills: int, seed: int = 1) -> dict[str, float]:
    """Kill that many read runs at random moments of their lives; return what became of them.

    Half of the moments are measured in seconds, and fall mostly into the long steps; half in
    entries of the audit, and fall on every step alike. Every second case is read by two processes.
    """
    begun, chance, tally = monotonic(), random.Random(seed), Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_reports(folder / "reports", REPORTS, seed)
        unkilled, seconds = _unkilled(folder)
        entries = _entries(folder / "unkilled")
        while tally.kills < kills:
            case, jobs = folder / f"case-{tally.cases}", 1 + tally.cases % 2
            for _ in range(min(KILLS_OF_ONE_CASE, kills - tally.kills)):
                reading = start_reading(folder / "reports", case, jobs)
                if tally.kills % 2:
                    _sleep(reading, chance.uniform(0, seconds))
                else:
                    _follow(reading, case, chance.randint(1, entries))
                _kill(reading, tally)
            start_reading(folder / "reports", case, jobs).wait()
            _compare(case, unkilled, tally)
    tally.seconds = round(monotonic() - begun, 1)
    return {name: getattr(tally, name) for name in Tally.__dataclass_fields__}


def ledger_digest(ledger: Ledger) -> str:
    """Return the SHA-256 of all that a ledger says."""
    return sha256(msgspec.json.encode(ledger)).hexdigest()


def _unkilled(folder: Path) -> tuple[Ledger, float]:
    begun = monotonic()
    if start_reading(folder / "reports", folder / "unkilled", 1).wait():
        raise SystemExit("the run that is not killed fails")
    length = monotonic() - begun
    with Case.open(folder / "unkilled") as case:
        return case.ledger(), length


def start_reading(reports: Path, case: Path, jobs: int) -> subprocess.Popen[bytes]:
    """Start `counterclaim read` as a user would."""
    command = (sys.executable, "-m", "counterclaim", "read", str(reports))
    options = ("--into", str(case), "--jobs", str(jobs), "--quiet")
    return subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL)


def _sleep(run: subprocess.Popen[bytes], seconds: float) -> None:
    with suppress(subprocess.TimeoutExpired):
        run.wait(seconds)


def _follow(run: subprocess.Popen[bytes], case: Path, entries: int) -> None:
    """Wait until the audit has that many entries, or one more than it had."""
    entries = max(entries, _entries(case) + 1)
    while run.poll() is None and _entries(case) < entries:
        sleep(0.0005)


def _entries(case: Path) -> int:
    try:
        with closing(Store.open(case / "ledger.db")) as store:
            return int(store.rows("SELECT count(*) FROM audit")[0][0])
    except LedgerError:  # not there yet
        return 0


def _kill(run: subprocess.Popen[bytes], tally: Tally) -> None:
    tally.cut += run.poll() is None
    run.kill()
    run.wait()
    tally.kills += 1
    tally.orphans += len(orphans(run.pid))


def orphans(parent: int, patience: float = 2.0) -> list[int]:
    """Return the readers of a dead process that still live after some seconds (Linux)."""
    last = monotonic() + patience
    while (alive := _readers_of(parent)) and monotonic() < last:
        sleep(0.05)
    for reader in alive:
        os.kill(reader, signal.SIGKILL)
    return alive


def _readers_of(parent: int) -> list[int]:
    end = f"counterclaim.case.worker\0{parent}\0".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            number = int(path.parent.name)
            if path.read_bytes().endswith(end) and process_is_alive(number):
                found.append(number)
        except OSError:
            continue
    return found


def process_is_alive(number: int) -> bool:
    """Whether a process runs: it is there, and not a dead one that nobody has asked after."""
    try:
        status = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"


def _compare(folder: Path, unkilled: Ledger, tally: Tally) -> None:
    tally.cases += 1
    with Case.open(folder) as case:
        ledger = case.ledger()
        tally.unsound += bool(case.verify())
    expected = {reading.document.id for reading in unkilled.readings}
    found = [reading.document.id for reading in ledger.readings]
    tally.lost += len(expected - set(found))
    tally.doubled += len(found) - len(set(found) & expected)
    tally.different += ledger_digest(ledger) != ledger_digest(unkilled)


def _report(number: int, chance: random.Random) -> str:
    place, other = chance.sample(PLACES, 2)
    dead = chance.randint(2, 60)
    first, second, third = chance.sample(SPEAKERS, 3)
    return (
        f"Explosion in {place}\n\n"
        f"An explosion in {place} killed {dead} people on Monday, {first} said. "
        f'"Nobody in {other} gave the order," {second} said in bulletin {number}.\n\n'
        f"{third.capitalize()} denied that fighters from {other} were involved. "
        f"According to {first}, the road to {other} stays closed.\n"
    )


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else 300)))
