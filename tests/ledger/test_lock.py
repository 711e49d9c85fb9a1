import os
import signal
import subprocess
import sys
from time import monotonic

import pytest

from counterclaim.errors import LedgerBusy
from counterclaim.ledger.lock import writing

HOLD = """
import sys, time
from pathlib import Path
from counterclaim.ledger.lock import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_is_held_once_and_let_go(tmp_path):
    path = tmp_path / "ledger.lock"
    with writing(path), pytest.raises(LedgerBusy, match=str(os.getpid())), writing(path):
        pass
    with writing(path):
        pass


def test_a_lock_is_let_go_when_the_work_fails(tmp_path):
    with pytest.raises(ZeroDivisionError), writing(tmp_path / "ledger.lock"):
        raise ZeroDivisionError
    with writing(tmp_path / "ledger.lock"):
        pass


def test_another_process_is_told_at_once_who_writes_and_a_killed_one_lets_go(tmp_path):
    path = tmp_path / "ledger.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        begun = monotonic()
        with pytest.raises(LedgerBusy, match=f"process {holder.pid}"), writing(path):
            pass
        assert monotonic() - begun < 1
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with writing(path):
        assert path.read_text() == str(os.getpid())
