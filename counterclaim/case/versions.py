"""What made a result: a change of code, knowledge or library makes it again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from counterclaim.knowledge import Knowledge

PACKAGE = Path(__file__).parent.parent
FORMATS = (
    *("charset-normalizer", "feedparser", "lxml", "py3langid", "pyarrow"),
    *("pypdfium2", "python-dateutil", "python-docx", "trafilatura"),
)
"""The libraries that a text may come out of."""

READING = ("numpy", "onnxruntime", "spacy", "tokenizers")
"""The libraries that words are read with, beside the parser package of each language."""

KINDS = {".py", ".json", ".toml"}
"""Code, vocabularies and manifests, word lists: a manifest pins its weights, byte for byte."""


def documents_version(knowledge: Knowledge) -> str:
    """Name all that decides which documents a file gives."""
    return _version(("documents", "model", "knowledge"), FORMATS, knowledge.digest)


def reader_version(knowledge: Knowledge) -> str:
    """Name all that decides what is read from a document."""
    parsers = tuple(sorted(known.parser.package for known in knowledge.languages.values()))
    stages = ("language", "statements", "content", "model", "knowledge", "pipeline.py")
    return _version((*stages, "data/models", "data/actors"), (*READING, *parsers), knowledge.digest)


def linking_version() -> str:
    """Name all that decides what readings add up to."""
    data = ("data/actors", "data/claims", "data/events")
    sources = ("linking", "model", "knowledge", *data, "pipeline.py")
    return _version(sources, ("datasketch",), "")


@cache
def _version(sources: tuple[str, ...], packages: tuple[str, ...], knowledge: str) -> str:
    found = sha256(knowledge.encode())
    for source in sources:
        for path in _files(PACKAGE / source):
            found.update(f"{path.relative_to(PACKAGE).as_posix()}\n".encode() + path.read_bytes())
    for package in packages:
        found.update(f"{package}={_installed(package)}\n".encode())
    return found.hexdigest()[:16]


def _files(source: Path) -> list[Path]:
    if not source.is_dir():
        return [source]
    return sorted(path for path in source.rglob("*") if path.suffix in KINDS)


def _installed(package: str) -> str:
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return "none"
