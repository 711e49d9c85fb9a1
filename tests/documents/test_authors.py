"""Names in bylines, and which spellings are one person's."""

import pytest

from counterclaim.documents.authors import credited, is_name, join_variants, same_person
from counterclaim.knowledge import load_knowledge

WORDS = load_knowledge().languages["en"].layout


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Georgi Asatrian", "Georgi Asatryan"),
        ("Tomas Verell", "Dr Tomás Verrell"),
        ("Leandra Okonjo-Byrne", "Leandra Okonjo Byrne"),
        ("JANA DORU", "Jana Doru"),
        ("J. Doru", "Jana Doru"),
        ("Jana M. Doru", "Jana Doru"),
    ],
)
def test_spellings_of_one_person_are_joined(one: str, other: str):
    assert same_person(one, other, WORDS)
    assert same_person(other, one, WORDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jana Doru", "Paul Doru"),
        ("Jana Doru", "Jana Dorn"),
        ("Anna Petrova", "Anna Petrov"),
        ("Ali Hussein", "Ali Husseini"),
        ("Maria Johansen", "Maria Thorvaldsen"),
        ("Gabriele Contarini", "Gabriela Contarini"),
        ("J. Asatrian", "Georgi Asatrian"),
        ("Jana M. Doru", "Jana K. Doru"),
        ("Doru", "Jana Doru"),
    ],
)
def test_two_people_are_never_joined(one: str, other: str):
    assert not same_person(one, other, WORDS)
    assert not same_person(other, one, WORDS)


def test_an_initial_that_could_be_two_people_stays_alone():
    names = ["Jana Doru", "J. Doru", "Jon Doru", "Jana Doru"]
    assert join_variants(names, WORDS) == (("Jana Doru",), ("J. Doru",), ("Jon Doru",))


def test_the_first_spelling_of_a_person_leads():
    names = ["Georgi Asatrian", "Paul Ek", "Georgi Asatryan"]
    assert join_variants(names, WORDS) == (("Georgi Asatrian", "Georgi Asatryan"), ("Paul Ek",))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jana Doru", ("Jana Doru",)),
        ("BY JANA DORU", ("JANA DORU",)),
        ("Written by Jana Doru and Paul Ek", ("Jana Doru", "Paul Ek")),
        (
            "By Jana Doru, Paul Ek and Ina de Vries in Olmar",
            ("Jana Doru", "Paul Ek", "Ina de Vries"),
        ),
        ("By Jana Doru, senior analyst, Institute of Law and Peace", ()),
        ("By Jana Doru, Associated Press", ("Jana Doru",)),
        ("By Jana Doru | Olmar Times | 3 May 2024", ("Jana Doru",)),
        ("By Monday Morning", ()),
        ("By The Numbers", ()),
        ("By", ()),
        ("", ()),
    ],
)
def test_a_byline_names_its_authors(line: str, names: tuple[str, ...]):
    assert credited(line, WORDS) == names


@pytest.mark.parametrize(
    "text", ["Reuters", "Staff Reporter", "Download PDF", "Olmar", "he said", "x" * 99]
)
def test_what_is_no_persons_name(text: str):
    assert not is_name(text, WORDS)
