import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from counterclaim.ledger.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store.create(":memory:")
    yield made
    made.close()


@pytest.fixture
def read_only() -> Callable[[Path], AbstractContextManager[None]]:
    """Return what makes a folder one that cannot be written, even by an administrator."""
    return _read_only


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    bound = _done("mount", "--bind", folder, folder) and _done(
        "mount", "-o", "remount,ro,bind", folder
    )
    if not bound:
        folder.chmod(0o555)
    try:
        yield
    finally:
        if bound:
            _done("umount", folder)
        else:
            folder.chmod(0o755)


def _done(*command: str | Path) -> bool:
    try:
        return not subprocess.run(command, check=False, capture_output=True).returncode
    except FileNotFoundError:
        return False
