"""Disks that fill up, for tests; only an administrator can make them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Callable[[int], None]]:
    """Make a folder a disk of that size, and give what gives it another; skip where one may not."""
    folder.mkdir()
    if not _mounted("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder):
        pytest.skip("only an administrator can make a small disk")

    def resize(kilobytes: int) -> None:
        """Give the disk another size."""
        assert _mounted("-o", f"remount,size={kilobytes}k", folder)

    try:
        yield resize
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def _mounted(*arguments: str | Path) -> bool:
    try:
        done = subprocess.run(["mount", *arguments], check=False, capture_output=True)
    except FileNotFoundError:
        return False
    return done.returncode == 0
