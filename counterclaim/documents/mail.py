"""E-mails: the body, with the subject as title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from typing import Any

from counterclaim.documents.encoding import decode
from counterclaim.documents.extract import Extract
from counterclaim.documents.html import flatten
from counterclaim.errors import DocumentError, EmptyDocument
from counterclaim.model.intake import Original


def read(original: Original, _text_column: str) -> Iterator[Extract]:
    """Yield the one document of a message; what is attached to it is named, not read.

    Raises DocumentError where there are no headers, EmptyDocument where there is no body.
    """
    message: Any = BytesParser(EmailMessage, policy=default).parsebytes(original.content)
    if not message.keys():
        raise DocumentError("named .eml, but it has no mail headers", "Name it .txt")
    body = message.get_body(("plain", "html"))
    text = _text(body) if body else ""
    if not text.strip():
        raise EmptyDocument("a message without text", "Read what is attached to it")
    yield Extract(
        text,
        title=str(message["Subject"] or ""),
        author=_sender(message),
        published=str(message["Date"] or ""),
        language=str(message["Content-Language"] or ""),
        note=_attached(message),
    )


def _text(body: Any) -> str:
    """Return the text of a body part, whatever encoding it has or says it has."""
    raw: bytes = body.get_payload(decode=True) or b""
    try:
        text = raw.decode(body.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError):
        text = decode(raw)[0]
    text = text.replace("\r\n", "\n")
    if body.get_content_subtype() == "html":
        return flatten(text)
    return _unflow(text) if body.get_param("format", "") == "flowed" else text


def _unflow(text: str) -> str:
    """Join the lines that a mail program broke: they end in a blank, the signature's mark aside.

    Source: RFC 3676, section 4.
    """
    return re.sub(r"(?<!\n--) \n", " ", text)


def _sender(message: Any) -> str:
    """Return the name of who sent it; an address alone is no name."""
    try:
        addresses = getattr(message["From"], "addresses", ())
    except AttributeError:
        return ""  # a colon in it ("From: Press: desk") is too much for Python's parser
    return str(addresses[0].display_name) if addresses else ""


def _attached(message: Any) -> str:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    return f"attached, not read: {', '.join(map(str, names[:20]))}" if names else ""
