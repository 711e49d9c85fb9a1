"""Mastheads and lines of credit: outlet, author and day, wherever a page puts them."""

from datetime import date

import pytest

from counterclaim.documents.description import describe
from counterclaim.knowledge import load_knowledge
from counterclaim.model.text import Document

PROSE = "Four guards were killed when gunmen attacked a post in Tarn on Sunday, the police said."

PAGES = [
    (
        "Osk rejects charge over Tarn blast\n\nBy Sana Olt, Halmar Courier, 17 May 2024",
        ("Osk rejects charge over Tarn blast", "Halmar Courier", "Sana Olt", date(2024, 5, 17)),
    ),
    (
        "Halmar Courier (20 May 2024)\n\nGunmen kill four in Tarn",
        ("Gunmen kill four in Tarn", "Halmar Courier", "", date(2024, 5, 20)),
    ),
    (
        "Gunmen kill four in Tarn\nLena Orst | Meridian Wire | May 20, 2024 09:14 GMT",
        ("Gunmen kill four in Tarn", "Meridian Wire", "Lena Orst", date(2024, 5, 20)),
    ),
    (
        "Gunmen kill four in Tarn\nBy staff, Halmar Courier",
        ("Gunmen kill four in Tarn", "Halmar Courier", "", None),
    ),
    (
        "Gunmen kill four in Tarn\nKarvanian News Agency",
        ("Gunmen kill four in Tarn", "Karvanian News Agency", "", None),
    ),
    (
        "The Daily Owl\nPublished: 2 June 2024\nUpdated: 3 June 2024\nAuthor: Ivo Kren",
        ("", "The Daily Owl", "Ivo Kren", date(2024, 6, 2)),
    ),
    (
        "Gunmen kill four in Tarn\n\nPORT OSSEL, 20 February 2025",
        ("Gunmen kill four in Tarn", "", "", date(2025, 2, 20)),
    ),
    ("Gunmen kill four in Tarn", ("Gunmen kill four in Tarn", "", "", None)),
    ("Gunmen attack army post", ("Gunmen attack army post", "", "", None)),
    ("Gunmen Attack Army Post", ("Gunmen Attack Army Post", "", "", None)),
    ("Rebels Free UN Observer", ("Rebels Free UN Observer", "", "", None)),
]


@pytest.mark.parametrize(("head", "wanted"), PAGES)
def test_a_page_says_who_printed_it_and_when(head, wanted):
    page = describe(Document(f"{head}\n\n{PROSE}", language="en"), load_knowledge())
    assert (page.title, page.outlet, page.author, page.published) == wanted


def test_an_agency_in_the_dateline_is_the_outlet_unless_one_is_given():
    text = f"TARN, May 3 (Meridian Wire) - {PROSE}"
    assert describe(Document(text, language="en"), load_knowledge()).outlet == "Meridian Wire"
    given = Document(text, language="en", outlet="Halmar Courier")
    assert describe(given, load_knowledge()).outlet == "Halmar Courier"


@pytest.mark.parametrize("head", ["|||", " , ,", "(", "— — —", "| 3 May 2024 |", "2024-13-45 | X"])
def test_broken_lines_of_credit_say_nothing_false(head):
    page = describe(Document(f"{head}\n\n{PROSE}", language="en"), load_knowledge())
    assert not page.outlet
    assert not page.author
