"""Web pages: the article, without menus and advertisements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from counterclaim.documents.completeness import letters
from counterclaim.documents.encoding import decode
from counterclaim.documents.extract import Extract
from counterclaim.errors import EmptyDocument
from counterclaim.model.intake import Original

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2})", re.IGNORECASE)
OPENED = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
PAID = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
HEAD = 4096  # bytes in which a page names its encoding
PARAGRAPH = 80  # letters; a <p> with fewer is seldom running text
ENOUGH = 0.5  # of the letters in paragraphs: with fewer the main text is broken off
SURROUNDINGS = "ancestor::*[self::nav or self::footer or self::aside or self::header or self::form]"
SECTIONS = frozenset(
    {"article", "aside", "figcaption", "figure", "footer", "header", "main", "nav", "section"}
)
CHANGES = frozenset({"del", "ins"})  # lxml counts them as blocks; they stand within sentences
UNSEEN = frozenset({"script", "style", "head", "title", "noscript", "template"})
DATES = {"extensive_search": False, "original_date": True}  # what the page says, no guess


def read(original: Original, _text_column: str) -> Iterator[Extract]:
    """Yield the one document of a page. Raises EmptyDocument where it has no main text."""
    from trafilatura import bare_extraction

    page, note = _decode_page(original.content)
    found = bare_extraction(
        page, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    text = (found.text or "").strip() if found else ""
    if not text:
        raise EmptyDocument("no main text found in the page", "Save the article as text")
    yield Extract(
        text.replace("\n", "\n\n"),
        title=found.title or "",
        author=found.author or "",
        outlet=found.sitename or "",
        published=found.date or "",
        url=found.url or "",
        language=_language_of(page),
        incomplete=_incomplete(page, text),
        note=note,
    )


def flatten(markup: str) -> str:
    """Return all text of a piece of HTML, a blank line between its blocks."""
    from lxml.etree import Comment, iterwalk, strip_elements
    from lxml.html import fromstring
    from lxml.html.defs import block_tags

    tree = fromstring(f"<div>{markup}</div>")
    strip_elements(tree, Comment, *UNSEEN, with_tail=False)
    apart = dict.fromkeys((block_tags | SECTIONS) - CHANGES, "\n\n") | {"br": "\n"}
    pieces: list[str] = []
    for event, element in iterwalk(tree, ("start", "end")):
        begins = event == "start"
        text = element.text if begins else element.tail
        pieces += [
            apart.get(element.tag, "") if begins or element.tag != "br" else "",
            re.sub(r"\s+", " ", text or ""),
        ]
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _language_of(page: str) -> str:
    """Return the language that a page says it is in, "" if it says none."""
    found = LANGUAGE.search(page[:HEAD])
    return found[1].lower() if found else ""


def _decode_page(content: bytes) -> tuple[str, str]:
    """Return a page's text: in the encoding that it names, if that fits. Raises DocumentError."""
    if named := CHARSET.search(content[:HEAD]):
        try:
            return content.decode(named[1].decode("ascii")), ""
        except (LookupError, UnicodeError):
            pass  # a false name is common; the bytes say more
    return decode(content)


def _incomplete(page: str, text: str) -> str:
    """Return why the main text is incomplete, "" if it is not."""
    if OPENED.search(page) and not CLOSED.search(page):
        return "the page breaks off before its end"
    if PAID.search(page):
        return "the page says that reading on needs payment"
    expected = sum(_paragraph_letters(page))
    if letters(text) < ENOUGH * expected:
        return f"main text broken off: {letters(text):,} of {expected:,} letters in its paragraphs"
    return ""


def _paragraph_letters(page: str) -> Iterator[int]:
    """Yield the letters of each paragraph of running text, without the library."""
    from lxml.etree import ParserError
    from lxml.html import fromstring

    try:
        tree: Any = fromstring(page.encode(), parser=_utf8_parser())
    except ParserError:
        return
    for paragraph in tree.iter("p"):
        count = letters("".join(paragraph.itertext()))
        if count >= PARAGRAPH and not paragraph.xpath(SURROUNDINGS):
            yield count


def _utf8_parser() -> Any:
    from lxml.html import HTMLParser

    return HTMLParser(encoding="utf-8")
