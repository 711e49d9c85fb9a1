"""What a file is: by its name, checked against how it begins."""

from __future__ import annotations

import io
import re
import zipfile

from counterclaim.errors import DocumentError, UnknownFormat, UnsafeDocument
from counterclaim.model.intake import Limits, Original

BEGINNINGS = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".zip"),
    (b"PK\x05\x06", ".zip"),
    (b"\x1f\x8b", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\x00", ".xz"),
    (b"PAR1", ".parquet"),
)
FOREIGN = (  # how it begins, what it is, what to do
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file", "Save it as .docx, unencrypted"),
    (b"{\\rtf", "rich text", "Save it as .docx or .txt"),
    (b"\x89PNG", "a picture", "Read its text with OCR first"),
    (b"\xff\xd8\xff", "a picture", "Read its text with OCR first"),
    (b"GIF8", "a picture", "Read its text with OCR first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it"),
    (b"Rar!", "a RAR archive", "Unpack it"),
    (b"SQLite format 3", "a database", "Export its texts to CSV"),
    (b"\x7fELF", "a program", "Leave it out"),
    (b"MZ\x90", "a program", "Leave it out"),
)
PACKAGES = (  # a file inside a zip that tells what the zip is
    ("word/document.xml", ".docx"),
    ("content.xml", ".odt"),
    ("xl/workbook.xml", ".xlsx"),
    ("ppt/presentation.xml", ".pptx"),
    ("META-INF/container.xml", ".epub"),
)
PACKED = frozenset({".pdf", ".docx", ".odt", ".parquet", ".zip", ".gz", ".bz2", ".xz"})
TEXTS = frozenset({".txt", ".md", ".csv", ".tsv", ".jsonl", ".ndjson", ".eml"})
ALIASES = {".tgz": ".gz", ".tbz2": ".bz2", ".txz": ".xz"}
PAGE = re.compile(
    rb"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
FEED = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]")
HEAD = 4096  # bytes in which a format shows
TAR = slice(257, 262)  # where a tar archive says so


def recognise(original: Original, limits: Limits) -> str:
    """Return the suffix of what a file really is, `.txt` for text without a name.

    A wrong name is put right where the content is known (a PDF named .txt); text stays what its
    name says. Raises UnknownFormat for what is known and not read, DocumentError where the name
    promises a format that the content does not have.
    """
    head = original.content[:HEAD]
    named = ALIASES.get(original.suffix, original.suffix)
    _refuse_foreign(head)
    if found := _packed(original, limits):
        return found
    if (found := _markup(head)) and named not in TEXTS:
        return found
    if named in PACKED:
        raise DocumentError(f"named {named}, but it is none", "Check how the file was saved")
    return named or ".txt"


def _refuse_foreign(head: bytes) -> None:
    for beginning, name, next_step in FOREIGN:
        if head.startswith(beginning):
            raise UnknownFormat(f"{name}: no reader for it", next_step)


def _packed(original: Original, limits: Limits) -> str:
    """Return the suffix of a format that is not text, "" for text."""
    if original.content[TAR] == b"ustar":
        return ".tar"
    for beginning, suffix in BEGINNINGS:
        if original.content.startswith(beginning):
            return _package(original.content, limits) if suffix == ".zip" else suffix
    return ""


def _package(content: bytes, limits: Limits) -> str:
    """Return what a zip is: an office document, or an archive of files."""
    with zip_entries(content, limits) as entries:
        names = set(entries.namelist())
    for name, suffix in PACKAGES:
        if name in names and (suffix != ".odt" or "mimetype" in names):
            return suffix
    return ".zip"


def _markup(head: bytes) -> str:
    """Return what marked-up text is, a page or a feed; "" where it does not show."""
    if PAGE.match(head):
        return ".html"
    return ".xml" if FEED.search(head) else ""


def zip_entries(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """Open a zip's list of contents. Raises UnsafeDocument if it is too long, DocumentError if bad.

    Every entry begins with the same four bytes, so the list is counted before it is built.
    """
    if content.count(b"PK\x01\x02") > limits.members:
        raise UnsafeDocument(f"more than {limits.members:,} files in one archive", "Split it")
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DocumentError(f"a damaged zip archive ({error})", "Make the archive anew") from error
