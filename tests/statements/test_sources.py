"""Whose words they are: names, titles, pronouns, and what stays open."""

import pytest

from counterclaim.model.statement import Act, Kind, SourceType
from counterclaim.model.text import Document

NAMES = [
    ("General Omar Sayed said the road was closed.", "Omar Sayed", SourceType.NAMED),
    (
        "The ministry's spokesman, Karim Daud, said the road was closed.",
        "Karim Daud",
        SourceType.NAMED,
    ),
    ("The defence ministry said the road was closed.", "defence ministry", SourceType.DESCRIBED),
    ("Local officials said the road was closed.", "Local officials", SourceType.UNNAMED),
    ("Police said the road was closed.", "Police", SourceType.DESCRIBED),
    ("A former minister said the road was closed.", "former minister", SourceType.UNNAMED),
    (
        "The acting president, Karim Daud, said the road was closed.",
        "Karim Daud",
        SourceType.NAMED,
    ),
    (
        "Orvat, the maker of the missile, said the road was closed.",
        "Orvat",
        SourceType.NAMED,
    ),
    (
        "A rival faction, the Sons of the Pass, said the road was closed.",
        "Sons of the Pass",
        SourceType.NAMED,
    ),
    ("Neither side has published evidence.", "unknown", SourceType.UNSPECIFIED),
    (
        "The ministry, citing radar data, said the road was closed.",
        "ministry",
        SourceType.DESCRIBED,
    ),
    ("Residents of Idlib said the road was closed.", "Residents of Idlib", SourceType.UNNAMED),
    ("It is believed that the road was closed.", "unspecified", SourceType.UNSPECIFIED),
    ("No group has claimed the attack.", "none", SourceType.NONE),
    ("The figure could not be verified.", "The Ford Herald", SourceType.OUTLET),
]


@pytest.mark.parametrize(("text", "name", "type"), NAMES)
def test_source_is_named_as_the_text_names_it(text, name, type, by_rules):
    document = Document(text, outlet="The Ford Herald", language="en")
    [found] = [one for one in by_rules(document).statements if one.kind is not Kind.NARRATION]
    assert (found.source.name, found.source.type) == (name, type)


def names(reading):
    return [one.source.name for one in reading.statements if one.kind is not Kind.NARRATION]


def test_a_surname_is_given_the_full_name(by_rules):
    text = "Karim Daud said the road was closed. Daud added that it was mined."
    assert names(by_rules(text)) == ["Karim Daud", "Karim Daud"]


def test_a_surname_of_two_people_is_left_as_it_is(by_rules):
    text = (
        "Karim Daud said the road was closed. Hamid Daud denied it. Daud added that it was mined."
    )
    assert names(by_rules(text))[-1] == "Daud"


def test_a_pronoun_goes_to_the_last_speaker(by_rules):
    text = "Omar Sayed said the road was closed. He added that it was mined."
    assert names(by_rules(text)) == ["Omar Sayed", "Omar Sayed"]


def test_one_person_is_not_several(by_rules):
    reading = by_rules("Villagers said the road was mined. He promised that it will be cleared.")
    told = [one for one in reading.statements if one.kind is not Kind.NARRATION]
    assert [one.source.name for one in told] == ["Villagers", "unknown"]


def test_a_pronoun_goes_to_the_nearest_whom_a_sentence_is_about(by_rules):
    text = (
        "Omar Sayed said the road was closed. Hamid Nuri drove to the front that night."
        " He said that the mines were old."
    )
    assert names(by_rules(text)) == ["Omar Sayed", "Hamid Nuri"]


def test_a_pronoun_is_left_open_between_two_people(by_rules):
    text = (
        "After Hamid Nuri had resigned, Omar Sayed said the road was closed."
        " He said that the mines were old."
    )
    source = by_rules(text).statements[-1].source
    assert (source.name, source.rule) == ("unknown", "doubtful")
    assert by_rules(text).document.quote(source.span) == "He"
    assert {rival.value for rival in source.rivals} == {"Hamid Nuri", "Omar Sayed"}


@pytest.mark.parametrize(
    "both",
    [
        "Omar and Nuri",
        "Omar Sayed and Nuri Salem",
        "Omar Sayed, the mayor, and Nuri Salem, the governor,",
    ],
)
def test_a_pronoun_is_left_open_after_two_who_were_named_together(both, by_rules):
    text = f"{both} met in the town. He warned that the road was mined."
    assert names(by_rules(text)) == ["unknown"]


def test_a_body_beside_a_person_is_not_he(by_rules):
    text = "Omar Sayed and the army met in the town. He warned that the road was mined."
    assert names(by_rules(text)) == ["Omar Sayed"]


def test_a_pronoun_is_left_open_when_another_was_only_met(by_rules):
    text = (
        "Omar Sayed said the road was closed. A message came from Hamid Nuri."
        " He said that the mines were old."
    )
    assert names(by_rules(text))[-1] == "unknown"


def test_she_is_not_he(by_rules):
    text = (
        "Spokeswoman Lea Nuri said the road was closed. Spokesman Omar Sayed denied it."
        " She said that the mines were old."
    )
    assert names(by_rules(text))[-1] == "Lea Nuri"


def test_a_person_told_of_is_not_meant(by_rules):
    text = "Hamid Nuri had fled, Omar Sayed said. He added that the mines were old."
    assert names(by_rules(text)) == ["Omar Sayed", "Omar Sayed"]


def test_a_body_is_no_he(by_rules):
    text = "The defence ministry said the road was closed. He said that it was mined."
    assert names(by_rules(text))[-1] == "unknown"


def test_it_goes_to_the_body_that_spoke_last(by_rules):
    text = "The defence ministry said the road was closed. It added that the bridge was mined."
    assert names(by_rules(text)) == ["defence ministry", "defence ministry"]


def test_it_is_left_open_after_an_accusation(by_rules):
    text = "India accused the Jaish group of the raid. It denied any part in it."
    assert names(by_rules(text))[-1] == "unknown"


def test_it_is_left_open_between_two_bodies(by_rules):
    text = (
        "When the rebels' council met, the defence ministry said the road was closed."
        " It added that the bridge was mined."
    )
    assert names(by_rules(text))[-1] == "unknown"


def test_they_are_no_single_body(by_rules):
    text = "The defence ministry said the road was closed. They added that the bridge was mined."
    assert names(by_rules(text))[-1] == "unknown"


def test_he_is_the_one_who_passes_on_anothers_words(by_rules):
    text = (
        "The driver had confirmed that the road was mined, Karim Daud wrote."
        " He put the number of mines at forty."
    )
    assert names(by_rules(text))[-1] == "Karim Daud"


def test_it_is_left_open_after_two_who_spoke_together(by_rules):
    text = "Russia and Syria denied the charge. It said the bridge was mined."
    assert names(by_rules(text)) == ["Russia", "Syria", "unknown"]


def test_two_titles_are_one_source(by_rules):
    assert (
        len(names(by_rules("The founder and chairman of the union said the road was closed."))) == 1
    )


def test_whom_a_pronoun_stands_for_is_the_same_mention(by_rules):
    first, second = by_rules(
        "Omar Sayed said the road was closed. He added that it was mined."
    ).statements
    assert first.source.mention == second.source.mention is not None


def test_a_staff_is_no_name_after_a_title(by_rules):
    assert names(by_rules("The General Staff said the road was closed.")) == ["General Staff"]


def test_his_ministry_is_not_he(by_rules):
    text = "Ministry spokesman Karim Daud said the road was open. His ministry blamed rain."
    assert "Daud" not in names(by_rules(text))[-1]


def test_the_spokesman_is_the_one_of_that_title(by_rules):
    text = (
        "Ministry spokesperson Omar Sayed said the road was closed. The rebels said it was open."
        " The spokesman called that a lie."
    )
    assert names(by_rules(text))[-1] == "Omar Sayed"


def test_the_statement_is_the_speakers_before_it(by_rules):
    text = (
        "The defence ministry said the road was closed. The bridge was mined, the statement said."
    )
    assert names(by_rules(text)) == ["defence ministry", "defence ministry"]


def test_the_president_is_the_one_whose_spokesman_spoke(by_rules):
    text = (
        "President Karim Daud called it a crime, his spokesman Omar Sayed wrote."
        " The road was closed, the president added."
    )
    assert names(by_rules(text)) == ["Karim Daud", "Karim Daud"]


def test_who_is_the_noun_before_it(by_rules):
    text = "The dead were named by the army, which said that the road was closed."
    assert "army" in names(by_rules(text))


def test_a_description_after_a_name_is_no_second_name(by_rules):
    text = "Karim Daud, the spokesman of the army, said the road was closed."
    assert names(by_rules(text)) == ["Karim Daud"]


def test_an_acronym_is_given_the_full_name(by_rules):
    text = "The Free Valley Party (FVP) said the road was closed. FVP added that it was mined."
    assert names(by_rules(text)) == ["Free Valley Party", "Free Valley Party"]


def test_a_claim_known_through_its_denier_is_embedded(by_rules):
    reading = by_rules("Kabul rejected Islamabad's claim that the plot was hatched on Afghan soil.")
    denial, claim = sorted(reading.statements, key=lambda one: one.embedded_in is not None)
    assert denial.polarity.value == "-"
    assert claim.polarity.value == "+"
    assert claim.embedded_in == denial.id
    assert claim.via is not None
    assert claim.via.name == "Kabul"
    assert claim.content == denial.content


def test_its_men_are_the_deniers_in_a_claim_that_is_denied(by_rules):
    reading = by_rules(
        "The army rejected a report by the council that its men had shelled the camp."
    )
    _, claim = sorted(reading.statements, key=lambda one: one.embedded_in is not None)
    assert claim.source.name == "council"
    assert claim.act.value is Act.ACCUSE


def test_narration_is_the_authors_else_the_outlets(by_rules):
    text = "A bomb went off in the market."
    [by_author] = by_rules(Document(text, author="A. Writer", outlet="The Ford Herald")).statements
    [by_outlet] = by_rules(Document(text, outlet="The Ford Herald")).statements
    [by_no_one] = by_rules(Document(text)).statements
    assert (by_author.source.name, by_author.source.type) == ("A. Writer", SourceType.AUTHOR)
    assert (by_outlet.source.name, by_outlet.source.type) == ("The Ford Herald", SourceType.OUTLET)
    assert by_no_one.source.name == "unknown outlet"


def test_who_insists_on_anonymity_still_speaks(read):
    [found] = read(
        "An army officer who insisted on anonymity admitted that men had fled."
    ).statements
    assert found.source.name == "army officer"


def test_nobody_says_what_cannot_be_verified_but_the_outlet(by_rules):
    text = "The army said it had won. It was not possible to verify the claim."
    last = by_rules(text).statements[-1]
    assert last.source.type is SourceType.OUTLET


def test_charges_that_one_denies_are_no_words_of_the_accusers(read):
    text = "Rights groups have long accused the army of torture, charges it denies."
    said = [one for one in read(text).statements if one.source.name == "Rights groups"]
    assert [one.act.value.value for one in said] == ["accuse"]


def test_a_name_is_no_verb_of_saying(read):
    reading = read("“The bridge is mined,” said spokesman Ali Sayed on Monday.")
    assert [one.source.name for one in reading.statements] == ["Ali Sayed"]


def test_we_is_the_one_who_writes(by_rules):
    text = Document("We deny that our men fired first.", language="en", outlet="Guard Press Office")
    [found] = by_rules(text).statements
    assert (found.source.name, found.source.type) == ("Guard Press Office", SourceType.OUTLET)
