import errno
import os
import stat

import pytest

from counterclaim.errors import LedgerFull
from counterclaim.ledger.originals import (
    damage,
    disk_may_be_full,
    keep_original,
    place,
    sweep,
    write_whole,
)
from counterclaim.ledger.store import FULL_NEXT
from counterclaim.model.intake import Original
from tests.disks import small_disk

MADE = Original("a.txt", b"as it came \xff\x00", ".txt")


def test_bytes_are_kept_as_they_came_and_cannot_be_written(tmp_path):
    keep_original(tmp_path, MADE)
    path = place(tmp_path, MADE.digest)
    assert path.relative_to(tmp_path).parts == (MADE.digest[:2], MADE.digest[2:4], MADE.digest)
    assert path.read_bytes() == MADE.content
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert damage(tmp_path, MADE.digest) == ""


def test_bytes_that_are_there_are_not_written_again(tmp_path):
    keep_original(tmp_path, MADE)
    before = place(tmp_path, MADE.digest).stat().st_ino
    keep_original(tmp_path, MADE)
    assert place(tmp_path, MADE.digest).stat().st_ino == before


def test_a_flipped_byte_and_a_missing_file_are_found(tmp_path):
    keep_original(tmp_path, MADE)
    path = place(tmp_path, MADE.digest)
    path.chmod(0o644)
    path.write_bytes(b"X" + MADE.content[1:])
    assert "have changed" in damage(tmp_path, MADE.digest)
    path.unlink()
    assert "missing" in damage(tmp_path, MADE.digest)


def test_what_a_killed_run_left_half_written_is_swept(tmp_path):
    keep_original(tmp_path, MADE)
    part = tmp_path / ".part-x"
    part.write_bytes(b"half")
    sweep(tmp_path)
    assert not part.exists()
    assert damage(tmp_path, MADE.digest) == ""


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(tmp_path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "full").touch()
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        write_whole(tmp_path / "taken", b"x", tmp_path)
    assert os.listdir(tmp_path) == ["taken"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_told_with_a_next_step(code):
    with pytest.raises(LedgerFull) as caught, disk_may_be_full():
        raise OSError(code, os.strerror(code))
    assert caught.value.next_step == FULL_NEXT


def test_an_original_for_which_there_is_no_room_leaves_nothing(tmp_path):
    with small_disk(tmp_path / "disk", 64):
        with pytest.raises(LedgerFull):
            keep_original(tmp_path / "disk", Original("a.pdf", bytes(200_000), ".pdf"))
        assert not [path for path in (tmp_path / "disk").rglob("*") if path.is_file()]


def test_another_error_of_the_disk_stays_what_it_is():
    with pytest.raises(PermissionError), disk_may_be_full():
        raise PermissionError(errno.EACCES, "no")
