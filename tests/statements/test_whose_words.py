"""Whose words they are not: a namesake's, a look-alike's, nobody's where nothing is said."""

import pytest

from counterclaim.model.statement import Act, Kind, Polarity


def names(reading):
    return [one.source.name for one in reading.statements if one.kind is not Kind.NARRATION]


def test_a_ministry_of_another_kind_is_not_the_one_spoken_of(read):
    told = read(
        "The interior ministry said that snipers had fired. The human rights commission said the"
        " dead numbered 32; the health ministry disputes this and counts 15."
    )
    assert names(told)[-2:] == ["health ministry", "health ministry"]


def test_the_us_is_no_us(read):
    told = read("The US blamed Iran. The WHO said that the clinic was hit.").statements
    assert [one.source.name for one in told] == ["US", "WHO"]


def test_who_is_dismissed_from_office_is_nothing_denied(read):
    told = read("The president dismissed the general. He dismissed the report.").statements
    acts = [one.act.value for one in told if one.kind is not Kind.NARRATION]
    assert acts == [Act.DENY]


def test_a_ministry_in_one_capital_is_not_the_one_of_another_country(read):
    told = read(
        "The British Ministry of Defence put the dead at 90. Nobody knows more. After the strike"
        " the ministry in Moscow spoke of 63 dead."
    )
    assert "British" in names(told)[0]
    assert "British" not in names(told)[-1]


def test_who_speaks_in_an_interview_is_who_is_meant_by_he(read):
    told = read(
        "The minister, Karim Osk, rejected the figure as implausible. General Anil Verma, the"
        " chief of staff, conceded in an interview with Bloomberg in May that some jets had been"
        " lost, but he described the figure of six as absolutely incorrect."
    )
    assert names(told) == ["Karim Osk", "Anil Verma", "Anil Verma"]


def test_of_whom_something_is_reckoned_does_not_reckon_it(read):
    told = read(
        "The Red Front (RF, also called the Reds or Osk) was reckoned to have 200 to 250 fighters"
        " at the start of 2023."
    )
    assert not any("Front" in name for name in names(told))


def test_what_goes_before_a_relayed_call_stays_with_its_source(read):
    told = read(
        "The fire was halted at once, according to the command, when Talan officers called to say"
        " that the men might be part of their army."
    )
    [halted] = [
        one
        for one in told.statements
        if "halted" in told.document.text[one.content[0].begin : one.content[0].end]
    ]
    assert halted.source.name == "command"


def test_who_is_the_noun_behind_by(read):
    told = read(
        "The army's claim that it had taken the town was denied by the rebels, who said that the"
        " fighting went on."
    )
    assert names(told) == ["rebels", "army", "rebels"]


def test_intelligence_that_is_cited_says_nothing_itself(read):
    told = read("Army officials, citing intelligence, said the group was planning attacks.")
    assert names(told) == ["Army officials"]


def test_what_a_figure_includes_is_nobodys_word(read):
    told = read("The figure, which the ministry gave and which the rebels dispute, includes them.")
    assert "ministry" not in names(told)


def test_a_report_that_is_called_invented_is_denied_by_who_calls_it_so(read):
    told = read("Reports of a massacre were described by the governor as fabricated.")
    assert names(told) == ["governor"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A strike hit a market on Monday. Amnesty said it killed 12 civilians.", Act.ASSERT),
        ("An air strike hit a school. Human Rights Watch said that it killed 14.", Act.ASSERT),
        ("A market was hit by a strike. Amnesty said it killed 12 people.", Act.ASSERT),
        ("Twelve people died in an air strike. Amnesty said it killed children.", Act.ASSERT),
        ("The group attacked a base. It said it had killed 40.", Act.CLAIM_RESPONSIBILITY),
        (
            "The army killed nine people in a raid. It said it had destroyed a depot.",
            Act.CLAIM_RESPONSIBILITY,
        ),
        ("Kenya's military said that it killed 15 militants.", Act.CLAIM_RESPONSIBILITY),
    ],
)
def test_it_is_the_strike_or_who_tells_of_its_own_deed(read, text, act):
    [one] = [one for one in read(text).statements if one.kind is not Kind.NARRATION]
    assert one.act.value is act


def test_who_trades_blame_owns_up_to_nothing(read):
    told = read("Ukraine and Russia traded blame for the shelling of the plant.")
    assert names(told) == ["Ukraine", "Russia"]
    assert {one.act.value for one in told.statements} == {Act.ACCUSE}


@pytest.mark.parametrize(
    "text",
    ["“We did not do this,” the group's spokesman said.", "The group said that it did not do it."],
)
def test_who_did_not_do_this_denies_its_part(read, text):
    assert {one.act.value for one in read(text).statements} == {Act.DENY_RESPONSIBILITY}


def test_who_did_not_do_enough_denies_nothing(read):
    [one] = read("The army said that it did not do enough to protect them.").statements
    assert one.act.value is Act.ASSERT


@pytest.mark.parametrize(
    "text",
    [
        "The Talan army said on Sunday that it had recaptured the town of Osk from the Rapid"
        " Support Forces, which denied it.",
        "The army denied any role in the strike and blamed the Coordination of Movements, whose"
        " spokesman, Ali ag Bana, told AFP that it owned no drones.",
    ],
)
def test_the_subject_of_the_verb_before_does_not_speak_for_the_next(read, text):
    *_, last = (one for one in read(text).statements if one.kind is not Kind.NARRATION)
    assert "army" not in last.source.name


@pytest.mark.parametrize(
    "text",
    [
        "The group praised the operation without claiming it.",
        "The Red Front, which rarely claims its attacks, spoke of revenge.",
        "The group could claim the attack later.",
        "If the group claimed the attack, it would be its first.",
    ],
)
def test_what_is_not_claimed_is_no_confession(read, text):
    claims = [one for one in read(text).statements if one.act.value is Act.CLAIM_RESPONSIBILITY]
    assert all(one.polarity.value is not Polarity.TRUE for one in claims)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The defence ministry said air defences had shot down 34 drones.", "claim_responsibility"),
        ("The army said troops had killed 12 militants.", "claim_responsibility"),
        ("The opposition said troops had killed 12 protesters.", "accuse"),
    ],
)
def test_troops_without_a_name_are_those_of_the_army_that_tells_of_them(read, text, act):
    assert [one.act.value.value for one in read(text).statements] == [act]


@pytest.mark.parametrize("arms", ["jets", "warplanes", "drones", "missiles"])
def test_planes_and_drones_without_a_name_may_be_anothers(read, arms):
    [one] = read(f"The Talan defence ministry said {arms} had bombed a hospital.").statements
    assert one.act.value is not Act.CLAIM_RESPONSIBILITY
