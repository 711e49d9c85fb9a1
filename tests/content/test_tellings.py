"""What happened: which words tell of which event, and what does not."""

from datetime import date

import pytest

from counterclaim.knowledge import load_knowledge
from counterclaim.model.event import EventKind, Modality, Status
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document
from tests.content.told import only, reading, tellings, words
from tests.marked import read_marked

FRIDAY = date(2024, 4, 12)


TOLD = """
bombing | Nine people [trigger were killed] in the bombing at the market on Monday.
suicide_bombing | A man [trigger blew himself up] at a checkpoint in Kandrel, killing four guards.
armed_attack | Gunmen [trigger opened fire] on a bus, and six passengers died.
armed_attack | A patrol [trigger came under fire] near the dam and two soldiers were wounded.
air_strike | Warplanes [trigger hit] a hospital in the old town, killing eleven patients.
air_strike | The [trigger drone strike] on Tuesday killed a commander of the militia.
shelling | [trigger Artillery fire] struck a school in the village and wounded eight pupils.
abduction | Armed men [trigger kidnapped] three aid workers on the coast road on Sunday.
assassination | The governor [trigger was assassinated] outside his home in Port Alder on Sunday.
shoot_down | Rebels said that they had [trigger shot down] a helicopter on Thursday.
mine | A convoy [trigger hit a mine] north of the river and five recruits were killed.
arson | Masked youths [trigger set fire] to the town hall in Ostrel on Monday.
battle | [trigger Fighting] broke out between the army and rebels near the border on Tuesday.
arrest | Police [trigger arrested] four suspects in the harbour on Wednesday.
protest | Hundreds of students [trigger took to the streets] of the capital on Thursday.
strike | Dock workers [trigger went on strike] in Port Alder on Monday over unpaid wages.
investigation | The interior ministry opened an [trigger inquiry] on Wednesday.
agreement | The two sides signed a [trigger peace agreement] in Geneva on Monday.
"""


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_an_event_has_its_type(line: str):
    kind, _, marked = line.partition(" | ")
    text, marks = read_marked(marked)
    telling = only(text)
    assert telling.type.value == kind
    assert telling.triggers[0].span.overlaps(marks[0].span)


@pytest.mark.parametrize(
    "text",
    [
        "The minister died of a heart attack on Monday.",
        "The senator launched an attack on the credibility of the witness on Tuesday.",
        "The director shot a film about the war in the old harbour last week.",
        "The two companies struck a deal in London on Friday.",
        "According to the mayor, the budget was passed on Monday.",
        "Five people were killed in a road accident near the bridge on Tuesday.",
        "The Ministry of Foreign Affairs reopened in March.",
        "The population exploded in the last century.",
        "A large body of evidence was laid before the court on Monday.",
        "The council talked about schools, roads and water.",
    ],
)
def test_words_alone_make_no_violence(text: str):
    violent = {"armed_attack", "bombing", "air_strike", "shelling", "massacre", "assassination"}
    assert violent.isdisjoint(one.type.value for one in tellings(text))


def test_later_sentences_speak_of_the_same_event():
    text = (
        "A car bomb exploded outside a bank in Ostrel on Tuesday. Four guards were killed, police "
        "said. The attack was the first in the town. No group has claimed the bombing."
    )
    telling = only(text)
    assert words(text, telling)[0] == "car bomb"
    assert len(telling.triggers) == 4


def test_another_attack_is_another_event():
    text = (
        "Gunmen attacked a police post in Ostrel on Monday and killed two officers. In another "
        "attack on Wednesday, gunmen killed a judge in Kandrel."
    )
    first, second = tellings(text)
    assert first.when is not None
    assert second.when is not None
    assert first.when.value.edtf == "2024-04-08"
    assert second.when.value.edtf == "2024-04-10"


def test_the_day_of_saying_is_not_the_day_of_the_event():
    told = only("Rebels shelled the town of Ostrel on Monday, the army said on Wednesday.")
    assert told.when is not None
    assert told.when.value.edtf == "2024-04-08"
    said = only("The army said on Wednesday that rebels had shelled the town of Ostrel.")
    assert said.when is None


def test_an_event_is_where_it_happened_and_not_where_it_was_told():
    text = "Gunmen killed six farmers in Kunduz on Monday, officials in Geneva said."
    read = reading(text)
    (telling,) = read.tellings
    assert telling.place is not None
    named = {mention.id: mention.name for mention in read.mentions}
    assert named[telling.place.value] == "Kunduz"
    assert telling.place.rule == "place_of_trigger"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("WASHINGTON (AP) — Jets struck a camp near Kunduz on Monday.", "Kunduz"),
        ("A US-led coalition bombed a depot in Mosul on Monday.", "Mosul"),
        ("Gunmen killed six farmers in Kunduz on Monday. Two men were arrested.", "Kunduz"),
        ("German police arrested two men. Gunmen had killed six in Kunduz on Monday.", "German"),
    ],
)
def test_the_scene_is_neither_the_bureau_nor_the_actor(text: str, place: str):
    read = reading(text)
    named = {mention.id: mention.name for mention in read.mentions}
    found = {one.type.value: one.place for one in read.tellings}
    cited = found.get("arrest") or next(iter(found.values()))
    assert cited is not None
    assert place in named[cited.value]


def test_what_follows_from_violence_lies_between_it_and_the_report():
    told = tellings(
        "Gunmen killed six men in Kunduz on Monday. An inquiry was opened; the inquiry goes on."
    )
    inquiry = next(one for one in told if one.type.value == "investigation")
    assert inquiry.when is not None
    assert inquiry.when.value.edtf == "2024-04-08/2024-04-12"
    assert inquiry.when.rule == "since_what_it_follows"


def test_an_inquiry_is_made_by_announcing_it():
    read = reading(
        "Gunmen killed six men in Kunduz on Monday. The government announced on Wednesday that a"
        " court had opened an inquiry into the killings."
    )
    inquiry = next(one for one in read.tellings if one.type.value == "investigation")
    assert inquiry.when is not None
    assert (inquiry.when.value.edtf, inquiry.when.rule) == ("2024-04-10", "when_it_was_announced")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Police foiled an attack on the synagogue in Ostrel on Monday.", Status.ATTEMPTED),
        ("The group planned to attack the embassy in Ostrel on Monday.", Status.PLANNED),
        ("The alleged attack on the embassy in Ostrel on Monday killed two.", Status.ALLEGED),
        ("Gunmen attacked the embassy in Ostrel on Monday.", Status.OCCURRED),
    ],
)
def test_how_far_it_came_to_pass(text: str, status: Status):
    assert only(text).status.value is status


@pytest.mark.parametrize(
    "text",
    [
        "If rebels attacked the dam, thousands of farmers would flee.",
        "The army will not attack the town on Sunday, its chief said.",
        "No group attacked the convoy on Monday.",
    ],
)
def test_what_did_not_happen_is_no_news(text: str):
    unreal = {Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE}
    assert all(unreal & {one.value for one in telling.modality} for telling in tellings(text))


def test_what_lies_years_back_is_history():
    old = only("Rebels bombed the parliament in Ostrel in May 2009 and killed nine guards.")
    assert [one.value for one in old.modality] == [Modality.HISTORICAL]
    new = only("Rebels bombed the parliament in Ostrel on Monday and killed nine guards.")
    assert new.modality == ()


def test_a_sum_over_time_is_no_incident():
    text = "Air strikes since April have killed 148 people in the province of Ostrel."
    assert only(text).kind is EventKind.AGGREGATE


def test_general_words_point_back_and_are_no_event_of_their_own():
    assert tellings("The incident shocked the town. Officials spoke of a tragedy.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "attack",
        "Attack attack attack. " * 100,
        "killed " * 600,
        "BOMB BLAST KILLS 12 IN OSTREL MARKET\n\nPOLICE SAY BOMBING WAS WORK OF REBELS",
        "\u202eattack\u202c on \U0001f4a3 12 dead \x00 in the \ufffd",
        "“He said the attack “was an attack “on the attack",
    ],
)
def test_a_mess_is_a_smaller_reading(text: str):
    for telling in tellings(text):
        spans = [one.span for one in telling.triggers]
        assert all(span.end <= len(text) for span in spans)
        assert spans == sorted(spans)


def test_the_same_text_gives_the_same_tellings():
    text = "Gunmen attacked a police post in Ostrel on Monday and killed two officers."
    document = Document(text, language="en", published=FRIDAY)
    assert read_document(document, load_knowledge()).tellings == tellings(text)


def test_every_value_of_a_telling_is_cited():
    text = "Gunmen attacked a police post in Kunduz on Monday and killed two officers."
    telling = only(text)
    assert telling.when is not None
    assert telling.place is not None
    cited = (telling.type, telling.status, telling.when, telling.place, telling.tolls[0].count)
    assert all(one.spans and one.rule for one in cited)


def test_a_country_told_of_any_time_is_not_the_place_of_an_arrest():
    told = tellings(
        "Militants detained in recent years gave names. Gunmen killed six men in Kunduz on Monday."
    )
    assert not [one for one in told if one.type.value == "arrest" and one.place]


def test_attacks_as_a_manner_tell_of_nothing():
    told = tellings(
        "A terrorist attack in Port Alder killed nine on Monday. The group's attacks have become "
        "bolder. It has planned attacks in Europe and is forming cells to carry out attacks."
    )
    assert [len(one.triggers) for one in told] == [1]


def test_another_place_is_another_event():
    told = tellings(
        "A bomb in Kabul killed nine on 4 March. The group's statement came later. In the bombing "
        "of a bus in Moscow four were killed on 9 March."
    )
    assert len(told) == 2


def test_what_comes_after_an_event_is_not_that_event():
    told = tellings(
        "Jets bombed a camp in Balakot on Monday, a day after the suicide bombing of a bus in "
        "Pulwama that killed forty."
    )
    assert {one.type.value for one in told} == {"air_strike", "suicide_bombing"}


def test_what_is_called_a_savage_attack_is_the_event_before():
    told = only(
        "Six people were killed when aid trucks were hit near Ostrel on Monday by a bomb. The "
        "governor denounced a savage attack."
    )
    assert len(told.triggers) == 2


def test_what_a_group_is_called_is_no_event():
    told = tellings("The outlawed Northern Front claimed the bombing that killed six on Monday.")
    assert [telling.type.value for telling in told] == ["bombing"]
