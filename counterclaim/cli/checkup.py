"""What `counterclaim doctor` finds out: versions, models, limits, the machine and the case."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from re import match
from typing import TYPE_CHECKING, Any

from counterclaim import __version__
from counterclaim.errors import CounterclaimError, KnowledgeError

if TYPE_CHECKING:
    from counterclaim.knowledge.parser import ParserChoice

MISSING = "not installed"
UNSOUND = "not sound"
CACHES = (
    "none outside the case: readings are kept in its ledger.db and made again when the program,"
    " its weights or its word lists change; to clear everything, delete the folder of the case"
)
Section = dict[str, Any]


def check_up(folder: Path) -> dict[str, Section]:
    """Look at everything, and go on where something is wrong."""
    libraries, extras = _libraries()
    return {
        "program": {"counterclaim": __version__, "python": sys.version.split()[0]},
        "system": {"platform": platform.platform(), **_machine()},
        "libraries": libraries,
        "extras": extras,
        "models": _models(),
        "places": {"gazetteer": _gazetteer()},
        "limits": _limits(),
        "caches": {"caches": CACHES},
        "case": _case(folder),
    }


def faults(found: dict[str, Section]) -> list[str]:
    """Say what must be there and is not, or is damaged."""
    needed = {**found["libraries"], **found["models"]}
    return [f"{name} is {value}" for name, value in needed.items() if _is_fault(value)]


def _is_fault(value: str) -> bool:
    return value == MISSING or value.startswith(UNSOUND)


def _libraries() -> tuple[Section, Section]:
    """Return the versions of what is required, and of what only some need."""
    needed: Section = {}
    extra: Section = {}
    for line in requires("counterclaim") or ():
        found = match(r"[\w.-]+", line)
        name = found.group() if found else line
        if name != "counterclaim":
            (extra if "extra ==" in line else needed)[name] = _version(name)
    return needed, extra


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return MISSING


def _machine() -> Section:
    memory = "unknown"
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        memory = f"{pages / (1 << 30):.1f} GiB"
    return {"cores": os.cpu_count(), "memory": memory}


def _models() -> Section:
    """Return the parser and the learned reader of each language, with their digests."""
    from counterclaim.knowledge import load_knowledge

    knowledge = load_knowledge()
    found: Section = {"word lists": knowledge.digest}
    for code, language in sorted(knowledge.languages.items()):
        if package := language.parser.package:
            found[f"{code} {package}"] = _parser(package)
        found |= {f"{code} {name}": said for name, said in _weights(language.parser).items()}
    return found


def _gazetteer() -> str:
    """Return what the gazetteer is, or how to make it; without it, places stay unlocated."""
    from counterclaim.knowledge.place_file import FILE, HOW_TO_BUILD, read_about

    about = read_about(FILE)
    if not about:
        return f"none, so places stay unlocated. {HOW_TO_BUILD}"
    return f"{FILE.stat().st_size:,} bytes, content {about['digest']}, {about['licence']}"


def _weights(choice: ParserChoice) -> Section:
    """Return size and digest of each part of the learned reader, or what is wrong with it."""
    from counterclaim.language import tagger

    try:
        parts = tagger.check(choice)
    except KnowledgeError as error:
        return {choice.tagger: f"{UNSOUND}: {error.message}"}
    return {one.name: f"{one.size:,} bytes, sha256 {one.sha256[:16]}, sound" for one in parts}


def _parser(package: str) -> str:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return MISSING
    return f"{_version(package)} sha256 {_digest(Path(spec.submodule_search_locations[0]))}"


def _digest(folder: Path) -> str:
    """Name the content of a folder by 16 digits, whatever order it is listed in."""
    content = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            content.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return content.hexdigest()[:16]


def _limits() -> Section:
    from counterclaim.model.intake import Limits

    children = "held" if sys.platform == "linux" else "time only: memory is held on Linux alone"
    return {**asdict(Limits()), "in child processes": children}


def _case(folder: Path) -> Section:
    from counterclaim.case import Case

    try:
        with Case.open(folder) as opened:
            ledger, failures = opened.ledger(), opened.failures()
    except CounterclaimError as error:
        return {"folder": str(folder), "state": str(error)}
    return {
        "folder": str(folder),
        "state": "can be read; `counterclaim verify` checks it in full",
        "documents": len(ledger.readings),
        "unread": sum(bool(reading.unread) for reading in ledger.readings),
        "failures": len(failures),
        "reviews": len(ledger.reviews),
        "bytes": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
    }
