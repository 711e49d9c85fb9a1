"""One document into an entry of the ledger: whatever happens on the way, there is an entry."""

from __future__ import annotations

from counterclaim.case.garbage import only_growing
from counterclaim.knowledge import Knowledge
from counterclaim.ledger.entries import Entry, make_entry
from counterclaim.model.record import Reading
from counterclaim.model.text import Document

NEXT_STEPS = {
    "language": "Give --language if this is wrong; the document is kept for a reader to come",
    "length": "Split it into its reports and read those",
    "fault": "The document is kept; report this fault with its text if you may share it",
    "crash": "The document is kept and tried again next time; split it if it fails again",
}
"""What to do about a document that was kept unread, by the first word of the reason."""
LASTING = ("language",)
"""Reasons that hold until program or knowledge change; for any other, reading is tried again."""


def check_readers(knowledge: Knowledge) -> None:
    """Raise KnowledgeError where no document of some language could be read as it should be."""
    from counterclaim.language import check

    for language in knowledge.languages.values():
        check(language)


@only_growing()
def read_entry(document: Document, knowledge: Knowledge) -> Entry:
    """Read a document. A fault of the program costs this document its reading, not the run."""
    from counterclaim.pipeline import read_document

    try:
        return make_entry(read_document(document, knowledge))
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return unread_entry(document, f"fault: {reason[:200]}")


def unread_entry(document: Document, reason: str) -> Entry:
    """Return the entry of a document that is kept but not read."""
    return make_entry(Reading(document, unread=reason))


def length_reason(document: Document, limit: int) -> str:
    """Say why a document is too long to read, or return nothing."""
    if len(document.text) <= limit:
        return ""
    return f"length: {len(document.text):,} characters, and {limit:,} are allowed"


def next_step(unread: str) -> str:
    """Say what to do about a document that was kept unread."""
    return NEXT_STEPS.get(unread.partition(":")[0], "") if unread else ""


def lasts(unread: str) -> bool:
    """Whether an entry need not be made again by the same program."""
    return not unread or unread.partition(":")[0] in LASTING
