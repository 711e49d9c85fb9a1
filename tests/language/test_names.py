"""Mentions: what is named, what is described, and which names are one."""

from itertools import pairwise

from counterclaim.language import rule_book
from counterclaim.model.statement import MentionType


def test_mentions_are_found_and_typed(read):
    mentions = {
        one.name: one.type for one in read("Karim Daud met Turkish officials in Paris.").mentions
    }
    assert mentions["Karim Daud"] is MentionType.PERSON
    assert mentions["Paris"] is MentionType.PLACE
    assert mentions["Turkish"] is MentionType.NATIONALITY


def test_what_a_body_is_called_beside_its_name_shows_what_it_is(read):
    text = "Plain Forensics, a research group in London, disagreed: the crater was small, it said."
    found = {one.name: one.type for one in read(text).mentions}
    assert found["Plain Forensics"] is MentionType.ORGANISATION


def test_the_head_of_an_office_is_a_person(read):
    found = {one.name: one.type for one in read("Vasil Malu, the head of it, spoke.").mentions}
    assert found["Vasil Malu"] is MentionType.PERSON


def test_a_question_names_nobody(read):
    text = "Q: Who carried out the strike?\n\nA: Nobody has said so."
    assert not [one for one in read(text).mentions if one.type is MentionType.PERSON]


def test_an_article_and_a_genitive_are_no_part_of_a_name(read):
    names = {one.name for one in read("The United Nations's envoy spoke in Paris.").mentions}
    assert "United Nations" in names


def test_a_bracket_left_open_ends_a_name(read):
    names = {one.name for one in read("The Ahvaz National Resistance (ANR) was blamed.").mentions}
    assert "Ahvaz National Resistance" in names
    assert not [name for name in names if "(" in name]


def test_a_surname_refers_to_the_one_full_name(read):
    reading = read("Karim Daud came to Paris. Daud spoke to the press.")
    full, short = (one for one in reading.mentions if one.type is MentionType.PERSON)
    assert (short.name, short.refers_to) == ("Karim Daud", full.id)


def test_a_surname_that_opens_a_sentence_refers_though_it_looks_like_a_noun(read):
    text = (
        '"The drone crossed the hills," army spokesman Colonel Peder Vance told reporters.\n\n'
        "Vance said that the front was quiet."
    )
    short = [one for one in read(text).mentions if one.rule == "short"]
    assert [one.name for one in short] == ["Peder Vance"]


def test_a_surname_of_two_refers_to_none(read):
    text = "Karim Daud came to Paris. Hamid Daud stayed. Daud spoke to the press."
    last = [one for one in read(text).mentions if one.name.endswith("Daud")][-1]
    assert (last.name, last.refers_to) == ("Daud", None)


def test_a_title_shows_a_person(read):
    mentions = {one.name: one.type for one in read("Air Marshal A P Sudh spoke.").mentions}
    assert mentions["A P Sudh"] is MentionType.PERSON


def test_what_somebody_is_stands_before_his_name(read):
    text = "Provincial police chief Odo Brask came. He said the road was closed."
    [said] = [one for one in read(text).statements if one.source.name == "Odo Brask"]
    assert said.cue is not None


def test_no_single_person_is_called_with_an_article(read):
    reading = read("The Ashen Banner met in Paris. Ashen Banner denied it. He left.")
    types = {one.type for one in reading.mentions if one.name == "Ashen Banner"}
    assert types == {MentionType.ORGANISATION}
    assert not any(one.name == "Ashen Banner" for one in reading.mentions if one.span.begin > 55)


def test_a_group_is_called_the_sons_of_something(read):
    mentions = {one.name: one.type for one in read("The Sons of the Pass denied it.").mentions}
    assert mentions["Sons of the Pass"] is MentionType.ARMED_GROUP


def test_an_acronym_refers_to_the_name_before_it(read):
    reading = read("The Free Valley Party (FVP) met in Paris. FVP spoke to the press.")
    short = [one.name for one in reading.mentions if one.rule == "short"]
    assert short[-1] == "Free Valley Party"


def test_mentions_lie_apart_or_within_one_another(read):
    spans = [
        one.span for one in read("Foreign Minister Karim Daud spoke to Iraqi police.").mentions
    ]
    assert all(a.end <= b.begin or b in a for a, b in pairwise(spans))
    assert len(spans) == len(set(spans)) > 3


def test_every_rule_is_in_the_book(read):
    mentions = read("Karim Daud met officials. He left.").mentions
    assert {one.rule for one in mentions} <= rule_book().keys()
