"""Pages with their layout marked: `[headline ...]`, `[byline ...]`; what is not marked is read."""

import time
from itertools import pairwise

import pytest

from counterclaim.documents.layout import find_layout
from counterclaim.documents.page import open_page
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.layout import Layout
from counterclaim.model.text import Document, PassageKind, Span
from tests.marked import read_marked

LEAD = "The army said on Tuesday that the bridge at Olmar had been closed to all traffic."
PROSE = "Two people were hurt when a shell fell near the market, the health office said on Monday."
MORE = "A spokeswoman for the district said that the market would open again within a week."

PAGES = {
    "headline above an article": f"[headline Bridge closed after shelling]\n\n{PROSE}\n\n{MORE}",
    "headline in Markdown": f"# [headline Bridge closed after shelling]\n\n{PROSE}",
    "headline that asks": f"[headline Who closed the bridge?]\n\n{PROSE}",
    "section above the headline": f"[heading World]\n[headline Bridge closed at Olmar]\n\n{PROSE}",
    "letterhead of a ministry": (
        f"[heading Ministry of Defence]\n[headline Bridge at Olmar closed]\n\n{PROSE}"
    ),
    "series above the headline": f"[heading BRIEF No 12]\n[headline Olmar under fire]\n\n{PROSE}",
    "first sentence is no headline": f"{LEAD}\n\n{PROSE}",
    "short first sentence": f"The bridge is closed.\n\n{PROSE}",
    "line broken for its width": (
        "The army said on Tuesday that the bridge at Olmar had been closed to\n"
        "Sunday traffic, and that nobody was told of it before the town woke.\n"
    ),
    "byline with its cue": f"[headline Bridge closed]\n[byline By Jana Doru]\n\n{PROSE}",
    "two authors and a place": (
        f"[headline Bridge closed]\n[byline By Jana Doru and Paul Ek in Olmar]\n\n{PROSE}"
    ),
    "byline under a standfirst": (
        f"[headline Bridge closed]\n\n{LEAD}\n\n[byline By Jana Doru]\n\n{PROSE}"
    ),
    "bare name under the headline": f"[headline Bridge closed]\n[byline Jana Doru]\n\n{PROSE}",
    "name and place under the headline": (
        f"[headline Bridge closed]\n[byline Jana Doru, Olmar]\n\n{PROSE}"
    ),
    "agency under the headline": f"[headline Bridge closed]\n[byline Reuters]\n\n{PROSE}",
    "name of whom the text speaks": (
        f"[headline Bridge closed]\n\nJana Doru\n\n{PROSE} Doru was one of them."
    ),
    "sentence that begins with the cue": f"{PROSE}\n\nBy Monday Morning had come nobody knew.",
    "words like a name, all in capitals": (
        f"THE ARMY SAID THAT THE TWO COLONELS\nLEFT OLMAR, TOLD REUTERS.\n\n{PROSE.upper()}"
    ),
    "ambassador on record, all in capitals": (
        f"{PROSE.upper()}\n\nJANA DORU, AMBASSADOR TO OLMAR, TOLD REUTERS THAT NOBODY WAS HURT."
    ),
    "name signed twice": f"{PROSE}\n\n[byline Jana Doru]\n[byline Jana Doru]",
    "menu of a website": f"{PROSE}\n\nCookie Policy",
    "further credits": f"{PROSE}\n\n[byline Reporting by Jana Doru; Editing by Paul Ek]",
    "helpers": f"{PROSE}\n\n[byline Paul Ek in Vell contributed to this report.]",
    "note with a verb": f"{PROSE}\n\n[bio Jana Doru is a senior fellow at the Olmar Institute.]",
    "note in bare words": f"{PROSE}\n\n[bio Jana Doru, associate professor, Olmar University.]",
    "note with its opening": f"{PROSE}\n\n[bio The writer is a lecturer in law at Olmar College.]",
    "name, then note": (
        f"{PROSE}\n\n[byline Jana Doru]\n[bio Jana Doru teaches history at Olmar College.]"
    ),
    "professor on record": f"{PROSE}\n\nJana Doru, a professor at Olmar College, said it lied.",
    "director of a hospital": f"{PROSE}\n\nAl-Omra's director, Jana Doru, said it lied.",
    "teacher who was killed": f"{PROSE}\n\nPaul Ek was a teacher in Olmar and left two children.",
    "man of whom the text speaks": f"{PROSE} Doru fled.\n\nPaul Doru is a journalist from Olmar.",
    "dateline": f"[dateline KABUL —] {PROSE}",
    "dateline with region, day, agency": f"[dateline OLMAR, Ravel, March 31 (Reuters) —] {PROSE}",
    "dateline in small letters": f"[dateline Olmar, March 31 (AFP) -] {PROSE}",
    "dateline with a colon": f"[dateline ISLAMABAD:] {PROSE}",
    "dateline with two places": f"[dateline NEW DELHI/ISLAMABAD —] {PROSE}",
    "dateline on a line of its own": f"[dateline KABUL, Afghanistan (Dec. 7, 2012)]\n{PROSE}",
    "dateline on a line of its own, all in capitals": (
        f"[dateline OLMAR, 7 DEC 12 (RADIO RAVEL) --]\n\n{PROSE.upper()}"
    ),
    "dateline with a long country": (
        f"[dateline OLMAR, Democratic Republic of Ravel, March 31, 2024 (Lake Wire) -] {PROSE}"
    ),
    "agency alone": f"[dateline (Reuters) -] {PROSE}",
    "day above the text": f"[dateline Monday, July 8, 2019]\n\n{PROSE}",
    "day of a revision": f"[headline Bridge closed]\n[dateline Updated: 8 July 2019]\n\n{PROSE}",
    "day and a dash": f"March 31 — {PROSE}",
    "acronym and a colon": f"ISPR: {PROSE} The ISPR gave no names.",
    "label and a colon": f"BREAKING: {PROSE}",
    "speakers": f"SPOKESPERSON: {PROSE}\n\nQUESTION: Who said so?\n\nSPOKESPERSON: {MORE}",
    "aside between dashes": f"Olmar — a town of two bridges — was hit. {PROSE}",
    "heading between paragraphs": f"{PROSE}\n\n[heading What happens next]\n\n{MORE}",
    "heading in Markdown": f"{PROSE}\n\n[heading ## Reactions?]\n\n{MORE}",
    "short paragraph": f"{PROSE}\n\nNobody was told.\n\n{MORE}",
    "quote left open": f"{PROSE}\n\n“Nobody told us\n\n{MORE}",
    "list": f"{PROSE}\n\n- Two bridges\n- One market\n\n{MORE}",
    "lead above its article": f"{LEAD}\n\n[repeated {LEAD}] {PROSE}",
    "lead below a dateline": f"{LEAD}\n\n[dateline OLMAR —] [repeated {LEAD}] {PROSE}",
    "lead in other quotes": (
        "“We closed the bridge at Olmar, and we would close it again”, he said.\n\n"
        '[repeated "We closed the bridge at  Olmar, and we would close it again", he said.]'
        f" {PROSE}"
    ),
    "two paragraphs twice": f"{LEAD}\n\n{PROSE}\n\n{MORE}\n\n[repeated {LEAD}\n\n{PROSE}]",
    "slogan said twice": f"{PROSE} We will be back. {MORE} We will be back.",
    "one sentence of two events": f"A raid failed. {PROSE} It began.\n\nOne won. {PROSE}",
}


def passages(document: Document, words: Layout | None = None) -> list[tuple[str, Span]]:
    words = words or load_knowledge().languages["en"].layout
    return [(str(found.kind), found.span) for found in find_layout(open_page(document, words))]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_layout_is_marked_to_the_letter(page: str):
    text, marks = read_marked(page)
    assert passages(Document(text)) == [(mark.label, mark.span) for mark in marks]


@pytest.mark.parametrize(
    ("title", "page"),
    [
        ("Bridge closed", f"[headline Bridge closed]\n\n{PROSE}"),
        ("‘Bridge’ closed", f"[headline 'BRIDGE' CLOSED.]\n\n{PROSE}"),
        ("Bridge closed - Olmar Times", f"[headline Bridge closed]\n\n{PROSE}"),
        ("Bridge closed", f"[headline Bridge closed.] {PROSE}"),
        ("Bridge closed", f"Bridge closed for a week, army says\n\n{PROSE}"),
        ("Bridge closed", PROSE),
    ],
)
def test_a_given_title_is_marked_only_where_the_text_begins_with_it(title: str, page: str):
    text, marks = read_marked(page)
    found = passages(Document(text, title=title))
    assert found == [(mark.label, mark.span) for mark in marks]


def test_a_repeated_lead_names_what_it_repeats():
    text = f"{LEAD}\n\n{LEAD} {PROSE}"
    (found,) = find_layout(open_page(Document(text), Layout()))
    assert found.kind is PassageKind.REPEATED
    assert found.of == Span(0, len(LEAD))


def test_unseen_marks_and_blanks_stand_outside_the_spans():
    text = f"\ufeff\u200f Bridge closed\u200e \r\n\r\n{PROSE}"
    ((_, span),) = passages(Document(text))
    assert text[span.begin : span.end] == "Bridge closed"


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "\n" * 200_000,
        "a\n" * 20_000,
        "-" * 200_000,
        "(" * 200_000,
        "'o" * 100_000,
        "".join(map(chr, range(1, 0x3000))) * 8,
        "\ud800\udfff " * 20_000,
        f"KABUL — {LEAD}\n" * 2_000,
        "Jane Doe\n" * 20_000,
        "THE ARMY SAID SO. " * 10_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_no_text_is_too_odd_or_takes_long(text: str):
    began = time.process_time()
    found = passages(Document(text))
    assert time.process_time() - began < 4
    assert found == sorted(found, key=lambda each: each[1])
    assert not any(a[1].overlaps(b[1]) for a, b in pairwise(found))


def test_without_words_of_the_language_only_what_shows_without_them_is_marked():
    text = f"By Jana Doru\n\n{LEAD}\n\n{LEAD} {PROSE}"
    assert [kind for kind, _ in passages(Document(text), Layout())][-1:] == ["repeated"]
    assert "byline" not in dict(passages(Document(text), Layout()))
