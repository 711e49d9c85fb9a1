"""What texts of the field speak of: every mark is a mention of its type, nested ones too."""

from itertools import pairwise

import pytest

from counterclaim.language import rule_book
from counterclaim.model.statement import MentionType
from tests.marked import read_marked

PARTIES = (
    "[military Iraqi security forces] clashed with [armed_group unknown gunmen] near Tarn.",
    "[armed_group Al-Shabaab] said [military Kenyan soldiers] had fled Tarn.",
    "[armed_group Islamic State] fought [military the Syrian army] for weeks.",
    "[armed_group Hay'at Tahrir al-Sham] and [armed_group Jaish-e-Mohammed] denied it.",
    "[armed_group Fighters of the [armed_group Liwa al-Nasr]] left the valley.",
    "[armed_group Gunmen of the [armed_group Blue Valley Brigade]] held the bridge.",
    "[government Turkish officials] met [government the foreign ministry] in [place Paris].",
    "[government The Afghan government] accused [armed_group the militants].",
    "[media Reuters] and [media state television] reported the attack.",
    "The [organisation Valley Development Foundation] runs the camp.",
    "[population Five Chinese engineers] and [population at least 13 women and children] died.",
    "The [population Syrians] fled, and hundreds of [population refugees] followed.",
)
PEOPLE = (
    "[person Foreign Minister [person Karim Daud]] spoke first.",
    "[person A [nationality Turkish] officer] was hurt.",
    "[person The special envoy for [place Syria]] resigned.",
    "[person The commander of the garrison] fled.",
    "[person I] waited, and [population we] left.",
)
THINGS = (
    "They carried [weapon rifles], [weapon AK-47s] and a [weapon rocket launcher].",
    "A [platform Su-25] and two [platform military helicopters] circled over the town.",
    "A [platform Boeing 737] burned; the [platform Boeing] had taken off late.",
    "The frigate [platform HMS Valiant] left port with a [platform submarine].",
    "A [vehicle pickup truck] hit a [weapon roadside bomb].",
    "The council adopted [document Resolution 2254] and a [document report].",
)
PLACES = (
    "The attack hit [place the city of [place Mosul]] and [place northern [place Iraq]].",
    "Nothing moved in [place the streets of [place Mosul]].",
)


@pytest.mark.parametrize("line", [*PARTIES, *PEOPLE, *THINGS, *PLACES])
def test_every_mark_is_a_mention(read, line: str):
    text, marks = read_marked(line)
    found = {(one.type.value, text[one.span.begin : one.span.end]) for one in read(text).mentions}
    meant = {(mark.label, text[mark.span.begin : mark.span.end]) for mark in marks}
    assert meant <= found


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("A think tank held a party at the coal mine.", MentionType.PLATFORM),
        ("A think tank held a party at the coal mine.", MentionType.WEAPON),
        ("The first round of talks failed.", MentionType.WEAPON),
        ("He came by driving force of will.", MentionType.MILITARY),
        ("They told us to wait.", MentionType.PLACE),
        ("No group has claimed it.", MentionType.ORGANISATION),
        ("It rained on 17 November in Tarn.", MentionType.ARMED_GROUP),
    ],
)
def test_what_only_sounds_like_it_is_none(read, text: str, none: MentionType):
    assert not [one for one in read(text).mentions if one.type is none]


def test_a_description_is_called_by_its_words_without_article_and_number(read):
    names = {one.name for one in read("The five unknown gunmen fled to Paris.").mentions}
    assert "unknown gunmen" in names


def test_a_name_with_its_title_refers_to_the_name(read):
    mentions = read("Foreign Minister Karim Daud spoke first.").mentions
    whole = next(one for one in mentions if one.rule == "described")
    name = next(one for one in mentions if one.id == whole.refers_to)
    assert (whole.name, name.name) == ("Karim Daud", "Karim Daud")


def test_no_two_mentions_share_all_their_words_and_the_longer_comes_first(read):
    text = "Iraqi Prime Minister Karim Daud met the governor of the province of Kirkuk in Paris."
    spans = [one.span for one in read(text).mentions]
    assert len(set(spans)) == len(spans)
    assert all(a.begin <= b.begin for a, b in pairwise(spans))


@pytest.mark.parametrize("text", ["", "!!!", "ISIS", "the", "a b c", "—", "the the the of of of"])
def test_a_text_of_nothing_much_is_no_fault(read, text: str):
    assert all(one.rule in rule_book() for one in read(text).mentions)


def test_a_month_in_a_name_is_no_time_and_a_month_with_its_year_no_name(read):
    reading = read("Theresa May left the hall before the raid of Dec-2018 was known.")
    kinds = {mention.name: mention.type for mention in reading.mentions}
    assert kinds["Theresa May"] is MentionType.PERSON
    assert "May" not in kinds
    assert kinds["Dec-2018"] is MentionType.TIME
