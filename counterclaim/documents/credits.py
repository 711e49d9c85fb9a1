"""Bylines and notes on the author: who wrote it is said at the head of a text or at its foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from counterclaim.documents.authors import (
    NOTE_MARKS,
    credited,
    is_name,
    same_person,
    split_cue,
    split_note,
)
from counterclaim.documents.dates import parse_day
from counterclaim.documents.mastheads import by_somebody
from counterclaim.documents.page import WORD, Page, Paragraph
from counterclaim.model.text import Passage, PassageKind

HEAD, FOOT = 12, 8  # paragraphs at each end of a text in which credits may stand
LONGEST_BYLINE, LONGEST_BIO = 120, 600  # characters
FEW = 3  # words after a name, where they say the place
ROLE_WITHIN = 12  # words after the name in which a note on the author gives the role


def author_credits(page: Page) -> Iterator[Passage]:
    """Mark the bylines under the headline, then bylines and notes on the author at the foot."""
    yield from _at_head(page)
    yield from _at_foot(page)


def _credits_known(page: Page) -> tuple[str, ...]:
    """Return the names of the author that the user, or a byline with its cue, gives."""
    given = re.split(r"\s*[;,&]\s*", page.document.author)
    lines = (*page.paragraphs[:HEAD], *page.paragraphs[-FOOT:])
    cued = (credited(line.text, page.words) for line in lines if _has_cue(page, line))
    return (*filter(None, given), *(name for names in cued for name in names))


def _at_head(page: Page) -> Iterator[Passage]:
    """Find bylines: after their cue also under a standfirst, bare only under the headline."""
    prose = 0
    for at, paragraph in enumerate(page.paragraphs[:HEAD]):
        prose += paragraph.prose
        if prose > 2:
            return
        signed = _is_bare(page, paragraph, True) or by_somebody(page, paragraph)
        if _has_cue(page, paragraph) or (at and not prose and signed):
            yield Passage(PassageKind.BYLINE, paragraph.span)


def _at_foot(page: Page) -> Iterator[Passage]:
    first_prose = next((at for at, each in enumerate(page.paragraphs) if each.prose), None)
    if first_prose is None:
        return
    strange = 0
    for paragraph in reversed(page.paragraphs[first_prose + 1 :][-FOOT:]):
        if _is_bio(page, paragraph):
            yield Passage(PassageKind.BIO, paragraph.span)
        elif _is_byline(page, paragraph):
            yield Passage(PassageKind.BYLINE, paragraph.span)
        elif (strange := strange + paragraph.prose) > 1:
            return


def _is_byline(page: Page, paragraph: Paragraph) -> bool:
    if _has_cue(page, paragraph) or _is_bare(page, paragraph):
        return True
    cue, rest = split_cue(paragraph.text, page.words.credits)
    if cue and len(rest) <= LONGEST_BYLINE and rest[:1].isupper():
        return True
    closing = paragraph.text[-LONGEST_BYLINE:].casefold().rstrip(" .)_*")
    return len(paragraph.text) <= 2 * LONGEST_BYLINE and closing.endswith(page.words.credit_endings)


def _has_cue(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line is "By" and the authors' names."""
    if len(paragraph.text) > LONGEST_BYLINE or not split_cue(paragraph.text, page.words.bylines)[0]:
        return False
    return bool(credited(paragraph.text, page.words)) and len(paragraph.text.split()) <= 16


def _is_bare(page: Page, paragraph: Paragraph, at_head: bool = False) -> bool:
    """Whether a line is an agency, or an author's name with little else.

    Under the headline a name will do that the text does not speak of; at the foot, where menus
    of a website stand too, the author must be known, have a note, or sign twice.
    """
    text = paragraph.text.strip(" .*_")
    if text.casefold() in page.words.agencies:
        return True
    name, _, rest = text.partition(",")
    if len(text) > LONGEST_BYLINE or not is_name(name, page.words):
        return False
    if _is_known(page, name) or _signs(page, name) > 1 or _is_noted(page, name, paragraph):
        return len(rest.split()) <= FEW or _is_role(page, rest)
    if name.isupper() and parse_day(rest):
        return False  # a dateline: "PORT OSSEL, 3 May 2024"
    capitals = all(word[0].isupper() for word in WORD.findall(rest))
    place = at_head and capitals and len(rest.split()) <= FEW
    return (place or _is_role(page, rest)) and _is_unspoken(page, name)


def _is_bio(page: Page, paragraph: Paragraph) -> bool:
    """Whether a paragraph at the foot says who the author is."""
    text = paragraph.text.strip(NOTE_MARKS)
    if len(text) > LONGEST_BIO:
        return False
    if split_cue(text, page.words.bio_labels)[0]:
        return True
    cue, rest = split_cue(text, page.words.bio_openings)
    return bool(cue and _has_role(page, rest)) or _names_author(page, text)


def _names_author(page: Page, text: str) -> bool:
    """Whether a note begins with a name, then says the role with a verb or in bare words."""
    name, mark, rest = split_note(text, page.words)
    known = mark and (_is_known(page, name) or _signs(page, name))
    if not mark or not (known or _is_unspoken(page, name)):
        return False
    if mark in page.words.bio_marks_of_known:
        return bool(known)
    if mark != ",":
        return bool(known) or _has_role(page, rest)
    return _is_role(page, rest)


def _is_role(page: Page, text: str) -> bool:
    """Whether text is a role and its institution, and holds no word that would make a sentence."""
    small = {word for word in WORD.findall(text) if word[0].islower()}
    return _has_role(page, text) and small <= page.words.bio_links | page.words.bio_roles


def _has_role(page: Page, text: str) -> bool:
    first = (word.casefold() for word in WORD.findall(text)[:ROLE_WITHIN])
    return any(word in page.words.bio_roles for word in first)


def _is_known(page: Page, name: str) -> bool:
    return any(same_person(name, known, page.words) for known in _credits_known(page))


def _signs(page: Page, name: str) -> int:
    """Count the lines at the foot that are the name alone."""
    foot = (each.text for each in page.paragraphs[-FOOT:])
    return sum(is_name(line, page.words) and same_person(name, line, page.words) for line in foot)


def _is_noted(page: Page, name: str, line: Paragraph) -> bool:
    """Whether another paragraph at the foot begins with the name, as a note on the author does."""
    foot = (other for other in page.paragraphs[-FOOT:] if len(other.text) <= LONGEST_BIO)
    noted = (split_note(other.text, page.words)[0] for other in foot if other is not line)
    return any(same_person(name, author, page.words) for author in noted if author)


def _is_unspoken(page: Page, name: str) -> bool:
    """Whether the running text holds no word of the name, but for notes that begin with it.

    In a text all in capitals nothing tells a name from other words.
    """
    if page.shouted:
        return False
    foot = (other for other in page.paragraphs[-FOOT:] if len(other.text) <= LONGEST_BIO)
    notes = (
        other.text
        for other in foot
        if other.prose and same_person(split_note(other.text, page.words)[0], name, page.words)
    )
    own = Counter(word.casefold() for note in notes for word in WORD.findall(note))
    parts = (word.casefold() for word in WORD.findall(name) if len(word) > 2)
    return all(page.body[part] <= own[part] for part in parts)
