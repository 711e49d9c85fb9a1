"""OpenDocument texts: paragraphs and rows of tables, each followed by its notes and text boxes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from counterclaim.documents.completeness import letters, missing
from counterclaim.documents.extract import Extract
from counterclaim.errors import DocumentError
from counterclaim.model.intake import Original

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
ASIDES = frozenset({f"{TEXT}note", f"{DRAW}text-box"})
NOT_TEXT = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{TEXT}note-citation",
        f"{OFFICE}annotation",
        f"{OFFICE}forms",
    }
)
SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
MOST_SPACES = 100  # that one element may stand for


def read(original: Original, _text_column: str) -> Iterator[Extract]:
    """Yield the one document of an .odt file.

    Raises DocumentError where it is damaged or needs a password.
    """
    try:
        with ZipFile(io.BytesIO(original.content)) as package:
            content = _parse(package.read("content.xml"))
            meta = _parse(package.read("meta.xml")) if "meta.xml" in package.namelist() else None
    except (BadZipFile, KeyError, NotImplementedError) as error:
        raise DocumentError(f"a damaged ODT file ({error})", "Save it again") from error
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise DocumentError("an OpenDocument file without text", "Check what kind of file it is")
    text = "\n\n".join(_blocks(body))
    title = "" if meta is None else str(meta.findtext(f".//{TITLE}") or "")
    yield Extract(text, title=title, incomplete=missing(text, _count(body)))


def _parse(content: bytes) -> Any:
    """Parse XML without entities, outside files or boundless depth. Raises DocumentError."""
    from lxml import etree

    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        hint = "Save it again, without a password"
        raise DocumentError(f"damaged, or needs a password ({error})", hint) from error


def _blocks(element: Any) -> Iterator[str]:
    """Yield the paragraphs, and the rows of tables, in the order of the file."""
    for child in element:
        if child.tag in PARAGRAPHS:
            yield from _paragraph(child)
        elif child.tag == f"{TABLE}table-row":
            cells = (" ".join(_blocks(cell)) for cell in child)
            yield "\t".join(filter(None, cells))
        elif child.tag not in NOT_TEXT:
            yield from _blocks(child)


def _paragraph(element: Any) -> Iterator[str]:
    """Yield a paragraph's own text, then that of its notes and text boxes."""
    if text := "".join(_pieces(element)).strip():
        yield text
    for aside in _asides(element):
        yield from _blocks(aside)


def _pieces(element: Any) -> Iterator[str]:
    """Yield the pieces of text of a paragraph, without its notes and text boxes."""
    yield element.text or ""
    for child in element:
        if child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == f"{TEXT}s":
            yield " " * min(int(child.get(f"{TEXT}c", "1")), MOST_SPACES)
        elif child.tag not in NOT_TEXT | ASIDES:
            yield from _pieces(child)
        yield child.tail or ""


def _asides(element: Any) -> Iterator[Any]:
    """Yield the outermost notes and text boxes in a paragraph."""
    for child in element:
        if child.tag in ASIDES:
            yield child
        elif child.tag not in NOT_TEXT:
            yield from _asides(child)


def _count(body: Any) -> int:
    """Count the letters of all text nodes but those that are no text of the document."""
    hidden = sum(letters("".join(part.itertext())) for part in body.iter(*NOT_TEXT))
    return letters("".join(body.itertext())) - hidden
