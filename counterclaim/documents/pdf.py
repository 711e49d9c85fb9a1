"""PDF reports: the running text of all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from counterclaim.documents.completeness import LOST, letters, missing
from counterclaim.documents.extract import Extract
from counterclaim.documents.reflow import Line, Page, reflow
from counterclaim.errors import DocumentError, EmptyDocument
from counterclaim.model.intake import Original

SAVE_AGAIN = "Save it again from a viewer"
PASSWORD_NEEDED = 4  # FPDF_ERR_PASSWORD
NAMED_BY_PROGRAM = re.compile(r"\.\w{2,5}$|^microsoft|^untitled", re.IGNORECASE)
PRINTED_LINE = re.compile(
    r"([^\r\n\x02\ufffe]+)([\x02\ufffe]?)"
)  # pdfium's marks of a divided word
DEEPEST = 8  # forms within forms of a page
MOST_LOST = 100  # pages: a file that promises millions holds none


@dataclass(frozen=True, slots=True)
class PageFound:
    """What a page holds: lines, letters counted apart, letters without a meaning, pictures.

    Of a damaged page nothing is known.
    """

    lines: Page = ()
    letters: int = 0
    unknown: int = 0
    drawn: bool = False
    damaged: bool = False


def read(original: Original, _text_column: str) -> Iterator[Extract]:
    """Yield the one document of a PDF.

    Raises EmptyDocument where all pages are pictures, DocumentError where it is damaged or a
    password is needed.
    """
    document = _open(original.content)
    found = list(_pages(document))
    if found and all(page.damaged for page in found):
        raise DocumentError("a damaged PDF (none of its pages can be read)", SAVE_AGAIN)
    if not any(page.lines for page in found):
        raise EmptyDocument("no text layer: its pages are pictures or empty", "OCR it first")
    text = reflow([page.lines for page in found])
    yield Extract(text, title=_title(document), incomplete=_incomplete(found))


def _open(content: bytes) -> Any:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD_NEEDED:
            hint = "Save a copy without a password"
            raise DocumentError("needs a password", hint) from error
        raise DocumentError(f"a damaged PDF ({error})", SAVE_AGAIN) from error


def _pages(document: Any) -> Iterator[PageFound]:
    """Yield what each page holds; a damaged one costs no other, many the rest of the file."""
    from pypdfium2 import PdfiumError

    lost = 0
    for index in range(len(document)):
        try:
            found = _read_page(document[index])
        except PdfiumError:
            found = PageFound(damaged=True)
        yield found
        lost += found.damaged
        if lost > MOST_LOST:
            return


def _lines(text_page: Any) -> Page:
    """Return the lines of a page with their distances, from pdfium's reading of its characters."""
    text = text_page.get_text_range()
    exact = len(text) == text_page.count_chars()
    lines, above = [], 0.0
    for found in PRINTED_LINE.finditer(text):
        words = " ".join(found[1].split()) + "-" * bool(found[2])
        if not words:
            continue
        bottom = text_page.get_charbox(found.start(), loose=True)[1] if exact else 0.0
        lines.append(Line(words, max(0.0, above - bottom)))
        above = bottom
    return lines


def _read_page(page: Any) -> PageFound:
    """Return the lines of a page, with what else it holds.

    The letters are counted by another way through pdfium than that of the lines.
    """
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDFText_HasUnicodeMapError

    text_page = page.get_textpage()
    unknown = sum(
        FPDFText_HasUnicodeMapError(text_page, index) == 1
        for index in range(text_page.count_chars())
    )
    found = PageFound(
        lines=_lines(text_page),
        letters=letters(text_page.get_text_bounded()),
        unknown=unknown,
        drawn=any(page.get_objects([FPDF_PAGEOBJ_IMAGE], DEEPEST)),
    )
    text_page.close()
    page.close()
    return found


def _incomplete(pages: list[PageFound]) -> str:
    """Return why the text is incomplete, "" if it is not."""
    text = "".join(line.text for page in pages for line in page.lines)
    unknown = sum(page.unknown for page in pages)
    pictures = [n for n, page in enumerate(pages, start=1) if page.drawn and not page.lines]
    damaged = [n for n, page in enumerate(pages, start=1) if page.damaged]
    if damaged:
        return f"pages that are damaged: {_numbers(damaged)}"
    if unknown > LOST * len(text):
        return f"{unknown:,} letters in fonts that do not say which letters they are"
    if pictures:
        return f"pages that are pictures only: {_numbers(pictures)}"
    return missing(text, sum(page.letters for page in pages))


def _numbers(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:20])) + (" ..." if len(pages) > 20 else "")


def _title(document: Any) -> str:
    """Return the title, unless it is a file name that a program put there."""
    title = str(document.get_metadata_dict().get("Title", ""))
    return "" if NAMED_BY_PROGRAM.search(title) else title
