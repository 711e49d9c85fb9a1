"""Who is meant by a name, a noun or a pronoun, and whether a place acts or is one."""

import pytest

from counterclaim.language import find_mentions, parse, resolve, rule_book
from counterclaim.model.record import Reading
from counterclaim.model.statement import Mention, Sense
from counterclaim.model.text import Document


@pytest.fixture
def read(english):
    """Read a text as far as its mentions, and resolve them."""

    def reading(words: str) -> Reading:
        document = Document(words, language="en")
        text = parse(document, english)
        return Reading(document, resolve(text, find_mentions(text, english), english))

    return reading


def meant(reading, words: str) -> str | None:
    """Return the name of the mention that the last use of some words stands for."""
    by_id = {one.id: one for one in reading.mentions}
    quote = reading.document.quote
    last = [one for one in reading.mentions if quote(one.span) == words][-1]
    return by_id[last.refers_to].name if last.refers_to else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Amir Qasim left Geneva on Monday. He said that the talks had failed.",
            "He",
            "Amir Qasim",
        ),
        (
            "The Defence Ministry spoke of rain. The ministry said no more that day.",
            "The ministry",
            "Defence Ministry",
        ),
        (
            "Salma Idris, the mayor of Tarn, wept. The mayor said that she would stay.",
            "she",
            "Salma Idris",
        ),
        (
            "Hamas fired at the post. The group said that its men were safe.",
            "its",
            "Hamas",
        ),
    ],
)
def test_a_noun_or_pronoun_stands_for_the_party_spoken_of(read, text: str, words: str, name: str):
    assert meant(read(text), words) == name


def test_a_pronoun_bears_the_name_and_type_of_its_party(read):
    reading = read("Amir Qasim left Geneva on Monday. He said that the talks had failed.")
    [he] = [one for one in reading.mentions if one.rule == "pronoun"]
    full = next(one for one in reading.mentions if one.id == he.refers_to)
    assert (he.name, he.type) == (full.name, full.type)


def test_a_reference_says_why_and_how_sure(read):
    reading = read("Amir Qasim left Geneva on Monday. He said that the talks had failed.")
    [he] = [one for one in reading.mentions if one.rule == "pronoun"]
    assert he.reference is not None
    assert he.reference.value == he.refers_to
    assert 0.5 <= (he.reference.score or 0) <= 1
    assert set(he.reference.rule.split(", ")) - {"new", "only_one"} <= rule_book().keys()


def test_a_country_within_the_name_of_a_group_is_not_the_group(read):
    reading = read(
        "The outlawed Tehreek-i-Taliban Pakistan claimed the blast. Pakistan was silent."
    )
    by_id = {one.id: one for one in reading.mentions}
    country = [one for one in reading.mentions if one.name == "Pakistan"]
    meant = {by_id[one.refers_to].name for one in country if one.refers_to}
    assert country
    assert meant <= {"Pakistan"}


@pytest.mark.parametrize("words", ["the M23 rebel group", "the M23 group"])
def test_a_description_of_a_group_on_record_is_the_group(read, words: str):
    reading = read(f"The army blamed {words} for the raid. M23 was silent.")
    assert meant(reading, words) == "M23"
    assert meant(reading, "M23") in {"M23", None}


def test_a_description_that_names_another_group_is_not_the_last_one(read):
    reading = read("Hamas said so. The Islamic State splinter group was silent.")
    assert meant(reading, "The Islamic State splinter group") != "Hamas"


def test_rulers_of_one_place_are_not_those_of_another(read):
    reading = read("The Kremlin was silent. It said later that the Kyiv regime was behind it.")
    assert meant(reading, "the Kyiv regime") is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            'Amir Qasim said that his men were at the bridge. "These are our ways," he said. Salim'
            " Daro, the head of the office, said that his men had mined it."
            ' "No one helped us," he insisted.',
            "he",
            "Salim Daro",
        ),
        (
            "The Tarn Front said that it had nine dead. It said that it would fight on. Amnesty"
            " International said that 54 had died in its hospital. It added that it had warned.",
            "It",
            "Amnesty International",
        ),
        ("Amir Qasim said that Salim Daro was ill. He said no more.", "He", "Amir Qasim"),
    ],
)
def test_who_speaks_on_is_the_one_who_spoke_last(read, text: str, words: str, name: str):
    assert meant(read(text), words) == name


def test_names_that_look_alike_are_not_tied(read):
    text = (
        "The Red Hill Front took a bridge. The Red Hill Front North did not. "
        "Niger closed its border with Nigeria."
    )
    reading = read(text)
    names = {one.name: one for one in reading.mentions}
    tied = {reading.document.quote(one.span): meant(reading, one.name) for one in names.values()}
    assert tied.get("Red Hill Front North") in (None, "Red Hill Front North")
    assert tied.get("Nigeria") in (None, "Nigeria")


def test_a_name_that_brackets_explain_is_the_one_in_them(read):
    reading = read("ISIS-Khorasan grew. They spoke of Daesh (IS-Khorasan) in the hills.")
    meant = {one.name: one.refers_to for one in reading.mentions if one.name != "Daesh"}
    [daesh] = [one for one in reading.mentions if one.name == "Daesh"]
    assert daesh.refers_to in {one.id for one in reading.mentions if one.name in meant}


def test_nobody_is_meant_where_nobody_was_spoken_of(read):
    assert not [one for one in read("It rained. They came at night.").mentions if one.refers_to]


def sense(reading, name: str) -> Sense | None:
    found: list[Mention] = [one for one in reading.mentions if one.name == name and one.sense]
    return found[0].sense.value if found and found[0].sense else None


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Islamabad announced an inquiry into the blast.", "Islamabad", Sense.POWER),
        ("Two men were shot on the road to Islamabad.", "Islamabad", Sense.PLACE),
        ("The treaty was signed by Ankara last year.", "Ankara", Sense.POWER),
        ("Floods cut the railway in northern Pakistan.", "Pakistan", Sense.PLACE),
        ("Talks between Russia and Ukraine ended late.", "Ukraine", Sense.POWER),
        ("She was born in Moscow and lives in Minsk.", "Moscow", Sense.PLACE),
        ("Kenya won the final of the cup against Ghana.", "Kenya", Sense.TEAM),
    ],
)
def test_a_place_acts_or_is_one(read, text: str, name: str, wanted: Sense):
    assert sense(read(text), name) is wanted


def test_the_sense_of_a_place_says_what_shows_it(read):
    reading = read("Islamabad announced an inquiry into the blast.")
    [place] = [one for one in reading.mentions if one.sense]
    assert place.sense is not None
    assert place.sense.rule
    assert 0.5 <= (place.sense.score or 0) <= 1


@pytest.mark.parametrize("text", ["", "(", "He", "He he he it its"])
def test_a_text_that_says_nothing_is_no_failure(read, text: str):
    assert all(one.refers_to is None for one in read(text or " . ").mentions if one.rule != "short")


def test_a_name_that_was_explained_keeps_its_party_when_it_comes_again(read):
    reading = read(
        "ISIS-Khorasan grew. They spoke of Daesh (IS-Khorasan) in the hills. Daesh came back."
    )
    first, again = (one for one in reading.mentions if one.name == "Daesh")
    assert first.refers_to == again.refers_to is not None
