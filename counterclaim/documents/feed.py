"""RSS and Atom feeds: one document per entry."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from counterclaim.documents.extract import Extract
from counterclaim.documents.html import flatten
from counterclaim.errors import DocumentError, EmptyDocument
from counterclaim.model.intake import Failure, Original

SUMMARY_ONLY = "the feed holds a summary only"


def read(original: Original, _text_column: str) -> Iterator[Extract | Failure]:
    """Yield a document per entry. Raises DocumentError if no feed, EmptyDocument if no entry."""
    from feedparser import parse

    feed = parse(io.BytesIO(original.content), resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise DocumentError("XML, but no RSS or Atom feed", "Convert it to text")
    if not feed.entries:
        raise EmptyDocument("a feed without entries", "Fetch it again later")
    for number, entry in enumerate(feed.entries, start=1):
        found = _entry(entry, feed.feed, f"#{number}")
        if found.text:
            yield found
        else:
            yield Failure(
                f"{original.path}{found.part}", "an entry without text", "Open its address"
            )


def _entry(entry: Any, feed: Any, part: str) -> Extract:
    """Return an entry's text: its content, or, marked as incomplete, its summary."""
    whole = "\n".join(str(content.get("value", "")) for content in entry.get("content", ()))
    markup = whole.strip() or str(entry.get("summary", ""))
    return Extract(
        flatten(markup),
        part,
        key=str(entry.get("id") or entry.get("link") or ""),
        title=flatten(str(entry.get("title") or "")),
        author=str(entry.get("author_detail", {}).get("name") or entry.get("author") or ""),
        outlet=str(entry.get("source", {}).get("title") or feed.get("title") or ""),
        published=str(entry.get("published") or entry.get("updated") or ""),
        url=str(entry.get("link") or ""),
        language=str(feed.get("language") or ""),
        incomplete="" if whole.strip() else SUMMARY_ONLY,
    )
