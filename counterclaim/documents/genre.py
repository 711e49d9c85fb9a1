"""What kind of text a document is, where it shows (coding practice, section 15)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import islice
from urllib.parse import urlsplit

from counterclaim.documents.authors import split_cue
from counterclaim.documents.page import WORD, Page, Paragraph, fold
from counterclaim.model.text import Genre, PassageKind

HEAD = 6  # paragraphs in which a text says what it is
LONGEST_LABEL = 120  # characters
SAMPLE = 400  # paragraphs on which a kind of text is judged
SPEAKER = re.compile(r"(?:\(\([^()\n]{1,40}\)\)|[^\W\d_][\w.'’ -]{0,40}:)(?=\s)")
FEWEST_TURNS, TURNS = 4, 0.5  # paragraphs that open with a speaker, and their share of all
FEWEST_ITEMS = 3  # datelines, or days, of a round-up
OWN_WORDS = 2  # "we", "our", "us" outside quotes
QUOTED = re.compile(r"[“«„][^”»“\n]{0,2000}[”»]|\"[^\"\n]{0,2000}\"")


def find_genre(page: Page) -> Genre:
    """Return what the first rule to answer sees, else unknown. The page's layout must be known."""
    return next((genre for genre, shows in RULES if shows(page)), Genre.UNKNOWN)


def declares_satire(page: Page) -> bool:
    """Tell whether the outlet, address, a label or a note at the foot says that it is made up."""
    labels = page.words.satire_labels
    ends = (*page.paragraphs[:HEAD], *page.paragraphs[HEAD:][-2:])
    noted = any(split_cue(end.text.lstrip("(*_["), labels)[0] for end in ends)
    return noted or fold(page.document.outlet) in labels or _in_address(page, labels)


def has_speakers(page: Page) -> bool:
    """Tell whether it is headed as a transcript, or half its paragraphs open with a speaker."""
    if _is_labelled(page, page.words.transcript_labels):
        return True
    spoken = [each for each in page.paragraphs[:SAMPLE] if each.prose or SPEAKER.match(each.text)]
    speakers = [turn[0] for each in spoken if (turn := SPEAKER.match(each.text))]
    taking_turns = len(set(speakers)) < len(speakers)
    return taking_turns and len(speakers) >= max(FEWEST_TURNS, TURNS * len(spoken))


def has_many_items(page: Page) -> bool:
    """Tell whether its title names a round-up, or it is filed from several places or days."""
    title = f" {fold(page.document.title)} "
    if any(f" {label} " in title for label in page.words.round_up_labels):
        return True
    prose = [paragraph for paragraph in page.paragraphs[:SAMPLE] if paragraph.prose]
    days = {day for paragraph in prose if (day := _opening_day(page, paragraph))}
    return _filings(page) >= FEWEST_ITEMS or len(days) >= max(FEWEST_ITEMS, len(prose) / 2)


def speaks_for_its_issuer(page: Page) -> bool:
    """Tell whether it is headed as a release, or a body that publishes says "we"."""
    heads = (each.text for each in page.paragraphs[:HEAD] if len(each.text) <= LONGEST_LABEL)
    if any(_opens_release(page, head) for head in heads):
        return True
    if not page.words.organisations.intersection(fold(page.document.outlet).split()):
        return False
    own = (_own_words(page, each) for each in page.paragraphs[:SAMPLE])
    return sum(own) >= OWN_WORDS


def has_an_author_with_views(page: Page) -> bool:
    """Tell whether a label says opinion, or a note says who the author, no reporter, is."""
    labels = page.words.opinion_labels
    if _is_labelled(page, labels) or _in_address(page, labels):
        return True
    notes = [page.document.quote(span) for span in page.document.passages(PassageKind.BIO)]
    staff = any(
        word.casefold() in page.words.staff_roles for note in notes for word in WORD.findall(note)
    )
    return bool(notes) and not staff and not _filings(page)


def is_filed(page: Page) -> bool:
    """Tell whether it has a dateline before its first sentence, or credits an agency."""
    lines = map(page.document.quote, page.document.passages(PassageKind.BYLINE))
    return _filings(page) > 0 or any(fold(line).strip(".") in page.words.agencies for line in lines)


def _opens_release(page: Page, line: str) -> bool:
    return line[0].isupper() and bool(split_cue(line, page.words.release_labels)[0])


def _filings(page: Page) -> int:
    """Count the datelines that a sentence follows; a line with the day alone is none."""
    lines = {paragraph.span for paragraph in page.paragraphs}
    return sum(span not in lines for span in page.document.passages(PassageKind.DATELINE))


def _is_labelled(page: Page, labels: Collection[str]) -> bool:
    """Whether one of the first lines is a label, or a label and a colon."""
    heads = (each.text for each in page.paragraphs[:HEAD] if len(each.text) <= LONGEST_LABEL)
    return any(fold(re.split(r"[:|]", head)[0]).strip(" .*#") in labels for head in heads)


def _in_address(page: Page, labels: Collection[str]) -> bool:
    try:
        path = urlsplit(page.document.url).path
    except ValueError:
        return False
    return any(part in labels for part in path.casefold().split("/"))


def _opening_day(page: Page, paragraph: Paragraph) -> str:
    """Return the day of a month that a paragraph begins with, or nothing."""
    words = paragraph.text[:40].lstrip("-*•– ").split()[:2]
    plain = [word.casefold().strip(".,:–-") for word in words]
    months = sum(word in page.words.months for word in plain)
    return " ".join(plain) if months == 1 and any(map(str.isdecimal, plain)) else ""


def _own_words(page: Page, paragraph: Paragraph) -> int:
    plain = QUOTED.sub(" ", paragraph.text)
    return sum(word.casefold() in page.words.own_voice for word in islice(WORD.findall(plain), 500))


RULES: tuple[tuple[Genre, Callable[[Page], bool]], ...] = (
    (Genre.SATIRE, declares_satire),
    (Genre.TRANSCRIPT, has_speakers),
    (Genre.ROUND_UP, has_many_items),
    (Genre.COMMUNIQUE, speaks_for_its_issuer),
    (Genre.OPINION, has_an_author_with_views),
    (Genre.NEWS, is_filed),
)
