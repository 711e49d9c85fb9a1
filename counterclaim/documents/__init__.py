"""Files into documents. One module per format, listed in READERS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from counterclaim.documents import (
    delimited,
    docx,
    feed,
    html,
    json_lines,
    mail,
    odt,
    parquet,
    pdf,
    plain,
)
from counterclaim.documents.archives import name_of
from counterclaim.documents.dates import parse_day
from counterclaim.documents.description import describe
from counterclaim.documents.extract import Extract, Reader, failed, one_line, read_guarded
from counterclaim.documents.originals import find_originals
from counterclaim.documents.recognition import recognise
from counterclaim.documents.sandbox import Sandbox
from counterclaim.errors import DocumentError, EmptyDocument, UnknownFormat
from counterclaim.knowledge import Knowledge
from counterclaim.model.intake import Failure, Given, Original
from counterclaim.model.text import Document

__all__ = ["READERS", "Sandbox", "find_originals", "read_documents"]

READERS: Mapping[str, Reader] = {
    ".txt": plain.read,
    ".md": plain.read,
    ".csv": delimited.read,
    ".tsv": delimited.read,
    ".jsonl": json_lines.read,
    ".ndjson": json_lines.read,
    ".html": html.read,
    ".htm": html.read,
    ".xml": feed.read,
    ".rss": feed.read,
    ".atom": feed.read,
    ".eml": mail.read,
    ".pdf": pdf.read,
    ".docx": docx.read,
    ".odt": odt.read,
    ".parquet": parquet.read,
}
CONVERT = "Convert it to .txt, .pdf or .docx, or leave it out"
LANGUAGE_TAG = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
HARMLESS = frozenset({plain.read, delimited.read, json_lines.read})
"""Readers simple enough to run without a sandbox."""


def read_documents(
    original: Original, given: Given, knowledge: Knowledge, sandbox: Sandbox
) -> Iterator[Document | Failure]:
    """Yield the documents in a file; what cannot be read, whole or in part, is a Failure.

    What the user has given fills in what the file itself does not say. A text longer than will be
    read (`limits.characters`) is kept, and not described.
    """
    for found in _extracts(original, given, sandbox):
        if isinstance(found, Failure):
            yield found
            continue
        try:
            document = _document(found, original, given)
        except DocumentError as error:
            yield failed(f"{original.path}{found.part}", error)
        else:
            longer = len(document.text) > sandbox.limits.characters
            yield document if longer else describe(document, knowledge)


def _extracts(original: Original, given: Given, sandbox: Sandbox) -> Iterator[Extract | Failure]:
    """Yield what the file's reader finds, in this process or in the sandbox."""
    try:
        kind = _readable(original, sandbox)
    except DocumentError as error:
        yield failed(original.path, error)
        return
    if READERS[kind] in HARMLESS:
        yield from read_guarded(READERS[kind], original, given.text_column)
    else:
        yield from sandbox.read(original, kind, given.text_column)


def _readable(original: Original, sandbox: Sandbox) -> str:
    """Return the suffix of the file's reader. Raises DocumentError where there is none."""
    if not original.content:
        raise EmptyDocument("the file is empty", "Check how it was saved")
    kind = recognise(original, sandbox.limits)
    if kind not in READERS:
        raise UnknownFormat(f"no reader for '{kind}'", CONVERT)
    return kind


def _document(found: Extract, original: Original, given: Given) -> Document:
    """Return the document. Raises EmptyDocument for a blank text, DocumentError for no text."""
    if not found.text.strip():
        raise EmptyDocument("no text in it", "Check that it is what you meant")
    if "\0" in found.text or not _is_unicode(found.text):
        raise DocumentError("binary, not text", "Check how the file was saved")
    name = one_line(name_of(original.path))
    return Document(
        text=found.text,
        key=one_line(found.key) or f"{name}{found.part}",
        path=f"{original.path}{found.part}",
        original=original.digest,
        url=one_line(found.url) or _address(original.path),
        outlet=one_line(found.outlet) or given.outlet,
        title=one_line(found.title) or given.title,
        author=one_line(found.author) or given.author,
        published=parse_day(found.published) or given.published,
        language=_language_code(found.language) or given.language,
        incomplete=found.incomplete,
        note=found.note,
    )


def _language_code(name: str) -> str:
    """Return the two letters at the head of a language tag; "" for anything that is no tag."""
    found = LANGUAGE_TAG.fullmatch(name.strip())
    return found[1].lower() if found else ""


def _is_unicode(text: str) -> bool:
    """Whether a text has no half of a surrogate pair: such a text cannot be stored."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _address(path: str) -> str:
    return path if path.startswith(("http://", "https://")) and "!" not in path else ""
