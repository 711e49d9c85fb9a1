"""Bytes into text, without changing a character of it."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from typing import TextIO

from counterclaim.errors import DocumentError

MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHUNK = 1 << 20  # bytes
SAMPLE = 1 << 16  # bytes looked at where an encoding has to be guessed
CONTEXT = 4096  # bytes of them that stand before the first that is not ASCII
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
DOUBT = 0.1  # share of unlikely characters ("chaos") above which a guess is none
NO_CHARACTER = "\ufffd"
FEW = 10  # well-formed characters for each damaged one
WESTERN = "cp1252"  # what Windows writes in Western Europe and the Americas

SAVE_AS_UTF8 = "Save the file as UTF-8"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes stand for characters, what to do with those that do not, and a note on a guess."""

    name: str
    note: str = ""
    errors: str = "strict"


def decode(content: bytes) -> tuple[str, str]:
    """Return the text of a file code point for code point, and a note on how it was decoded.

    A byte order mark is part of the encoding. Raises DocumentError where the bytes are no text.
    """
    encoding = _find_encoding(content)
    try:
        return content.decode(encoding.name, encoding.errors), encoding.note
    except UnicodeError as error:
        raise DocumentError(f"not text in {encoding.name}: {error}", SAVE_AS_UTF8) from error


def open_text(content: bytes) -> tuple[TextIO, str]:
    """Return a file's text as a stream of lines with their ends as they are, and the note."""
    encoding = _find_encoding(content)
    lines = io.TextIOWrapper(io.BytesIO(content), encoding.name, encoding.errors, newline="")
    return lines, encoding.note


def _find_encoding(content: bytes) -> Encoding:
    """Return the encoding: by its mark, else UTF-8 if the bytes are that, else the likeliest.

    Raises DocumentError where none is likely enough.
    """
    if marked := find_mark(content):
        return Encoding(marked)
    if _is_utf8(content):
        return Encoding("utf-8")
    return _damaged_utf8(content) or _guess(content)


def find_mark(content: bytes) -> str:
    """Return the encoding that a byte order mark names, "" without one."""
    return next((name for mark, name in MARKS if content.startswith(mark)), "")


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(content)
    try:
        for begin in range(0, len(view), CHUNK):
            decoder.decode(view[begin : begin + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _damaged_utf8(content: bytes) -> Encoding | None:
    """Return UTF-8 where nearly all characters beyond ASCII are well formed in it, else None.

    A file cut off within a character, or joined of two, is still best read as what it is.
    """
    text = content.decode("utf-8", "replace")
    damaged = text.count(NO_CHARACTER)
    if damaged * FEW > len(text) - len(text.encode("ascii", "ignore")):
        return None
    return Encoding("utf-8", f"damaged: {damaged} places are no characters", "replace")


def _guess(content: bytes) -> Encoding:
    """Return the likeliest encoding, as charset-normalizer weighs them.

    Of the Western code pages it often names a neighbour (cp1250, a Macintosh one) that differs in a
    few letters; where cp1252 reads as much like a language, it is taken.
    """
    from charset_normalizer import from_bytes

    if _decodes(content, "utf-8", "surrogatepass"):
        raise DocumentError("binary, or halves of characters", SAVE_AS_UTF8)
    found = [match for match in from_bytes(_sample(content)) if match.chaos < DOUBT]
    if not found:
        raise DocumentError("binary, or text in an encoding that is not known", SAVE_AS_UTF8)
    western = any(
        WESTERN in match.could_be_from_charset and match.coherence >= found[0].coherence
        for match in found
    )
    name = WESTERN if western and _decodes(content, WESTERN) else found[0].encoding
    return Encoding(name, f"not UTF-8: read as {name}, the likeliest encoding")


def _sample(content: bytes) -> bytes:
    """Return the bytes around the first that is not ASCII: those before it tell nothing."""
    found = BEYOND_ASCII.search(content)
    first = max(0, found.start() - CONTEXT) // 4 * 4 if found else 0
    return content[first : first + SAMPLE]


def _decodes(content: bytes, name: str, errors: str = "strict") -> bool:
    try:
        content.decode(name, errors)
    except UnicodeError:
        return False
    return True
