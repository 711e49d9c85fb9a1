"""What a document says about itself fills in what nobody said for it."""

from datetime import date

import pytest

from counterclaim.documents.description import describe
from counterclaim.knowledge import load_knowledge
from counterclaim.model.text import Document, PassageKind

LEAD = "The army said on Tuesday that the bridge at Olmar had been closed to all traffic."
PROSE = "Two people were hurt when a shell fell near the market, the health office said on Monday."
PAGE = (
    f"Bridge closed\nBy Georgi Asatrian\nPublished: March 31, 2024\n\n{LEAD}\n\n{LEAD} {PROSE}\n\n"
    "Georgi Asatryan, associate professor, Olmar University."
)


def described(text: str, **known: object) -> Document:
    return describe(Document(text, **known), load_knowledge())  # type: ignore[arg-type]


def test_a_page_tells_its_title_author_day_and_language():
    document = described(PAGE)
    assert document.title == "Bridge closed"
    assert document.author == "Georgi Asatrian"
    assert document.author_variants == ("Georgi Asatrian", "Georgi Asatryan")
    assert document.published == date(2024, 3, 31)
    assert document.language == "en"
    assert len(document.passages(PassageKind.REPEATED)) == 1


def test_what_is_given_is_kept():
    given = {"title": "Closed", "author": "Staff", "published": date(2024, 4, 2), "language": "fr"}
    document = described(PAGE, **given)
    assert {name: getattr(document, name) for name in given} == given


def test_a_given_author_is_joined_with_the_spellings_in_the_text():
    assert described(PAGE, author="Georgi Asatryan").author_variants == (
        "Georgi Asatryan",
        "Georgi Asatrian",
    )
    assert described(PAGE, author="Paul Ek").author_variants == ("Paul Ek",)


def test_neither_text_nor_id_changes_and_describing_twice_changes_nothing():
    document = Document(PAGE, key="a", outlet="Olmar Times")
    once = describe(document, load_knowledge())
    assert (once.text, once.id) == (document.text, document.id)
    assert describe(once, load_knowledge()) == once


def test_two_days_or_a_revision_give_no_day_of_publication():
    assert described(f"Updated: 3 May 2024\n\n{PROSE}").published is None
    assert described(f"3 May 2024\n\nOLMAR (May 4, 2024) — {PROSE}").published is None


def test_nothing_is_found_where_nothing_is_said():
    document = described(f"{LEAD} {PROSE}")
    assert (document.title, document.author, document.author_variants) == ("", "", ())
    assert document.published is None
    assert document.layout == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kabul denied it. Shells fell on Khan Yunis and Deir al-Balah, and on Rafah.", "en"),
        ("The Houthis hit Hodeidah. Sanaa said that Marib was next.", "en"),
        (
            "Seyed Mahmoud Karimi, adviser to Ayatollah Hossein Rahimi, met Gholamreza Vaezi and "
            "Akbar Torkan of Isfahan in Tehran; Mashhad, Qom, Shiraz, Tabriz and Kermanshah, the "
            "Tasnim agency reported, had sent Ebrahim Yazdi and Mehdi Karroubi.",
            "en",
        ),
        ("Die Armee teilte mit, dass die Brücke bei Olmar seit Dienstag gesperrt ist.", "de"),
        ("El ejército dijo el martes que el puente de Olmar estaba cerrado al tráfico.", "es"),
        ("قال الجيش يوم الثلاثاء إن الجسر مغلق أمام حركة المرور حتى إشعار آخر في المدينة", "ar"),
        ("Olmar.", ""),
        ("12 345 67 --- 89", ""),
        ("", ""),
        (
            f"{LEAD} {PROSE} " * 6
            + "Die Armee teilte am Dienstag mit, dass die Brücke für den Verkehr gesperrt ist. "
            * 12,
            "",
        ),
    ],
)
def test_a_language_is_named_only_where_it_is_clear(text: str, language: str):
    assert described(text).language == language
