"""Who passes the words of another on: an agency, a newspaper, the last speaker."""

import pytest

from counterclaim.model.statement import Act, Kind, Polarity

RELAYS = [
    ("The bridge was blown up, the governor said, Reuters reported.", "governor", "Reuters"),
    ("The governor told Reuters that the bridge was blown up.", "governor", "Reuters"),
    ("The bridge was blown up, Anadolu quoted the governor as saying.", "governor", "Anadolu"),
    ("A text carried by its Amaq agency said the bridge was blown up.", "text", "its Amaq agency"),
    ("The bridge fell, the army announced, citing the governor.", "governor", "army"),
    ("The bridge fell, the governor told the state news agency.", "governor", "state news agency"),
    (
        "The bridge fell, the governor was quoted as saying by the state news agency.",
        "governor",
        "state news agency",
    ),
    (
        "The governor was quoted by the state news agency as saying that the bridge fell.",
        "governor",
        "state news agency",
    ),
    (
        "The governor was quoted as saying by the state news agency that the bridge fell.",
        "governor",
        "state news agency",
    ),
    ("Witnesses quoted by the UN team said the bridge fell.", "Witnesses", "UN team"),
]


@pytest.mark.parametrize(("text", "name", "via"), RELAYS)
def test_a_relay_is_no_second_voice(text, name, via, by_rules):
    [found] = [one for one in by_rules(text).statements if one.kind is not Kind.NARRATION]
    assert found.source.name == name
    assert found.via is not None
    assert found.via.name == via


def test_they_pass_through_a_newspaper(by_rules):
    text = "They believed the bridge was mined, the newspaper said."
    [found] = by_rules(text).statements
    assert (found.source.name, found.via.name) == ("unknown", "newspaper")


def test_who_is_told_in_office_is_no_relay(by_rules):
    [found] = by_rules("The governor told the Security Council that the bridge fell.").statements
    assert found.via is None


@pytest.mark.parametrize(
    "text",
    [
        "The governor told a newspaper that the bridge fell.",
        "The governor told this newspaper that the bridge fell.",
        "Officials who asked not to be named said the bridge fell.",
    ],
)
def test_who_is_not_named_or_asks_for_it_is_no_relay(text, by_rules):
    assert all(one.via is None for one in by_rules(text).statements)


def test_what_a_semicolon_parts_is_no_relay(by_rules):
    text = "The army reported that the bridge fell; the governor said that it stood."
    assert all(one.via is None for one in by_rules(text).statements)


def test_a_relay_that_is_a_pronoun_goes_to_the_last_speaker(by_rules):
    text = (
        "Omar Sayed said the road was closed. He added that Kabul considered the peace of the"
        " valley to be in the interest of the region."
    )
    statements = [one for one in by_rules(text).statements if one.via]
    assert [(one.source.name, one.via.name) for one in statements] == [("Kabul", "Omar Sayed")]


DENIED = [
    ("Officials denied reports by the Monitor that soldiers shelled Ombra.", "Monitor"),
    (
        "Officials rejected as baseless a claim by the governor that jets had hit Ombra.",
        "governor",
    ),
    (
        "Pask dismissed as “lies made abroad” reports by the Monitor that men had shot his son.",
        "Monitor",
    ),
]


@pytest.mark.parametrize(("text", "claimant"), DENIED)
def test_a_claim_is_its_makers_also_where_it_is_only_denied(text, claimant, read):
    denial, claim = sorted(read(text).statements, key=lambda one: one.embedded_in is not None)
    assert denial.polarity.value is Polarity.FALSE
    assert claim.polarity.value is Polarity.TRUE
    assert claim.source.name == claimant
    assert claim.embedded_in == denial.id
    assert claim.content == denial.content
    assert denial.via is None


def test_who_accuses_stands_behind_by(read):
    text = "The Lake Brigade was accused by the army of burning the mill."
    [found] = read(text).statements
    assert found.source.name == "army"
    assert found.act.value is Act.ACCUSE


def test_a_charge_that_somebody_denies_is_what_it_was_about(read):
    text = "The envoy accused Tessaly of arming the rebels, a charge that Tessaly denied."
    charge, denial = sorted(read(text).statements, key=lambda one: one.cue.begin)
    assert (charge.source.name, denial.source.name) == ("envoy", "Tessaly")
    assert denial.polarity.value is Polarity.FALSE
    assert denial.content == charge.content


def test_a_medium_that_quotes_is_not_the_one_who_speaks(read):
    text = "Adan Vesk was quoted by the state news agency KNA as saying that the bridge fell."
    [found] = [one for one in read(text).statements if one.kind is not Kind.NARRATION]
    assert (found.source.name, found.via.name) == ("Adan Vesk", "state news agency")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The number of dead is disputed: the army says 12, the rebels say 50.",
            [("army", "12"), ("rebels", "50")],
        ),
        (
            "The army says 12 people died, the rebels say 50.",
            [("army", "12 people died"), ("rebels", "50")],
        ),
        (
            "The general said the mayor was dead, the police believe he was shot.",
            [("general", "the mayor was dead"), ("police", "he was shot")],
        ),
    ],
)
def test_who_speaks_beside_another_passes_nothing_on(text, wanted, read):
    told = read(text)
    words = told.document.text
    found = [one for one in told.statements if one.cue]
    assert [
        (one.source.name, words[one.content[0].begin : one.content[0].end]) for one in found
    ] == wanted
    assert all(one.via is None for one in found)
