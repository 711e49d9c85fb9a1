"""Word documents: running text, tables, text boxes, then footnotes and endnotes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from counterclaim.documents.completeness import letters, missing
from counterclaim.documents.extract import Extract
from counterclaim.errors import DocumentError
from counterclaim.model.intake import Original

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
NOTES = ("/footnotes", "/endnotes")  # how the relationship to each part of notes ends
COUNTED = re.compile(r"word/(document|footnotes|endnotes)\.xml")
FALLBACK_XML = re.compile(rb"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)
TEXT_XML = re.compile(rb"<w:t(?:\s[^>]*)?>([^<]*)</w:t>")


def read(original: Original, _text_column: str) -> Iterator[Extract]:
    """Yield the one document of a .docx file. Raises DocumentError where it is damaged."""
    from docx import Document

    try:
        document = Document(io.BytesIO(original.content))
    except (BadZipFile, KeyError, ValueError) as error:
        raise DocumentError(f"a damaged Word file ({error})", "Save it again in Word") from error
    parts = [document.element.body, *_notes(document)]
    text = "\n\n".join(block for part in parts for block in _blocks(part))
    title = str(document.core_properties.title or "")
    yield Extract(text, title=title, incomplete=missing(text, _count(original.content)))


def _notes(document: Any) -> Iterator[Any]:
    from docx.oxml import parse_xml

    for relationship in document.part.rels.values():
        if relationship.reltype.endswith(NOTES) and not relationship.is_external:
            yield parse_xml(relationship.target_part.blob)


def _blocks(element: Any) -> Iterator[str]:
    """Yield the paragraphs, and the rows of tables, in the order of the file."""
    for child in element:
        if child.tag == f"{WORD}p":
            yield from _paragraph(child)
        elif child.tag == f"{WORD}tr":
            yield from _row(child)
        elif child.tag != FALLBACK:
            yield from _blocks(child)


def _paragraph(element: Any) -> Iterator[str]:
    """Yield a paragraph's own text, then that of the text boxes anchored in it."""
    if text := "".join(_runs(element)).strip():
        yield text
    for box in _boxes(element):
        yield from _blocks(box)


def _row(element: Any) -> Iterator[str]:
    """Yield a row of a table as one line, its cells apart by tabs."""
    cells = (" ".join(_blocks(cell)) for cell in element.iter(f"{WORD}tc"))
    if row := "\t".join(filter(None, cells)):
        yield row


def _runs(element: Any) -> Iterator[str]:
    """Yield the pieces of text of a paragraph, without its text boxes."""
    for child in element:
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in {FALLBACK, f"{WORD}txbxContent", f"{WORD}pPr"}:
            yield from _runs(child)


def _boxes(element: Any) -> Iterator[Any]:
    """Yield the outermost text boxes in a paragraph; the fallback for old programs repeats them."""
    for child in element:
        if child.tag == f"{WORD}txbxContent":
            yield child
        elif child.tag != FALLBACK:
            yield from _boxes(child)


def _count(content: bytes) -> int:
    """Count the letters of all text nodes in the raw XML, without the library."""
    with ZipFile(io.BytesIO(content)) as package:
        raw = b"".join(package.read(name) for name in package.namelist() if COUNTED.fullmatch(name))
    texts = TEXT_XML.findall(FALLBACK_XML.sub(b"", raw))
    return letters(b" ".join(texts).decode("utf-8", "replace"))
