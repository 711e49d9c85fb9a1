"""How reports are really worded, each a class of its own: the whole reader, on marked sentences."""

import pytest

from counterclaim.model.statement import Act, Kind, Polarity, SourceType
from tests.marked import read_marked


def told(reading):
    return [one for one in reading.statements if one.kind is not Kind.NARRATION]


CONTENTS = [
    "Interior Minister Reck blamed [content the Reed Brigade, an armed group, for the attack].",
    "[content The rebels were accused of burning three villages].",
    "[content The colonel was blamed for the massacre at Tul Hamat].",
    "The army's spokesman, known only as Sefu, said [content the town had fallen].",
    'Colonel Ilan Per: "[content Our guns shot down nine targets.]"',
    "The army called [content the claim absurd].",
    "Nine people died, the governor said, and the mayor denied [content it].",
]


@pytest.mark.parametrize("line", CONTENTS)
def test_a_content_is_whole(line, read):
    text, [mark] = read_marked(line)
    found = [one for one in told(read(text)) for one in one.content]
    assert any(
        abs(one.begin - mark.span.begin) + abs(one.end - mark.span.end) <= 1 for one in found
    )


SOURCES = [
    ("The group's spokesman, known only as Sefu, said the town had fallen.", "Sefu"),
    (
        "According to the spokesman of the general staff, Brigadier Yar Selim, they fired first.",
        "Yar Selim",
    ),
    (
        "The Police Public Relations Officer, DSP Ngozi Adewe, confirmed the incident.",
        "Ngozi Adewe",
    ),
    (
        "They were heading for the Foreign Ministry, a security official who asked not to be"
        " named said.",
        "security official who asked not to be named",
    ),
]


@pytest.mark.parametrize(("text", "name"), SOURCES)
def test_a_source_has_the_name_it_goes_by(text, name, read):
    [found] = told(read(text))
    assert found.source.name == name


ACTS = [
    ('Colonel Dario Menk conceded that the strike had "gone wrong".', Act.CONCEDE, "+"),
    ("The pilot admits hitting a school bus.", Act.CONCEDE, "+"),
    ("Brigadier Kemo admitted that his men had opened fire by mistake.", Act.CONCEDE, "+"),
    ("The army acknowledged that nine people had died.", Act.ASSERT, "+"),
    ("The ministry did not respond to requests for comment.", Act.DECLINE, "?"),
    ("The general declined to comment.", Act.DECLINE, "?"),
    ("The army refused to say who had fired.", Act.DECLINE, "?"),
    ("The general refused the offer.", Act.OTHER, "?"),
    ("Tessaly stands by its report.", Act.REAFFIRM, "+"),
    ("The minister doubled down on the charge.", Act.REAFFIRM, "+"),
    ("The group retracted its claim of responsibility.", Act.OTHER, "?"),
    ("The colonel said he took full responsibility for the deaths.", "claim_responsibility", "+"),
    ("The colonel said Tessaly bore full responsibility for the deaths.", Act.ACCUSE, "+"),
    ('The envoy said her country "had no hand" in the attack.', Act.DENY_RESPONSIBILITY, "+"),
    ("The ministry said the seizure had been guided by Tessaly.", Act.ACCUSE, "+"),
    ("The ministry said the rescue had been guided by Tessaly.", Act.ASSERT, "+"),
    (
        "A rival faction, the Sons of the Pass, said it was behind the blast.",
        Act.CLAIM_RESPONSIBILITY,
        "+",
    ),
    ("The ministry said it was not behind the blast.", Act.DENY_RESPONSIBILITY, "+"),
    ("The ministry said Tessaly was behind the blast.", Act.ACCUSE, "+"),
    ("Tessaly said that Osteria had shelled the bus stop in Tarsu.", Act.ACCUSE, "+"),
    ("Tessaly said that its army had shelled the depot.", Act.CLAIM_RESPONSIBILITY, "+"),
    ("The minister suggested that Osteria itself had staged the incident.", Act.ACCUSE, "+"),
    ("Tessaly is widely believed to be behind the killing.", Act.ACCUSE, "+"),
]


@pytest.mark.parametrize(("text", "act", "polarity"), ACTS)
def test_an_act_is_what_the_words_do(text, act, polarity, read):
    [found] = told(read(text))
    assert (found.act.value, found.polarity.value) == (act, Polarity(polarity))


@pytest.mark.parametrize(
    "text",
    [
        "The militia has 4,000 fighters.",
        "The rebels hold 42 percent of the country.",
        "The union represents 3,000 miners.",
    ],
)
def test_what_somebody_has_is_nothing_said(text, read):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Claims that the army shelled the school are lies, the minister said.",
        "The ministry said reports that its army had shelled the town were a fabrication.",
    ],
)
def test_who_calls_a_claim_false_is_quoted_with_the_claim(text, read):
    [found] = told(read(text))
    assert found.act.value is Act.DENY
    said = text[found.content[0].begin : found.content[0].end]
    assert said.startswith(("Claims that", "reports that"))


def test_the_clause_before_a_cue_is_nothing_said_by_it(read):
    text = (
        "The army said that its jets had struck a hideout, killing 30 fighters of the Crescent, but"
        " residents said that the bombs fell on a wedding."
    )
    last = told(read(text))[-1]
    assert last.source.name == "residents"
    assert text[last.content[0].begin : last.content[-1].end] == "the bombs fell on a wedding"


def test_it_is_nobody_who_is_a_person(read):
    said = told(read('The group\'s leader mocked the council, saying it "kills farmers".'))
    assert Act.CLAIM_RESPONSIBILITY not in [one.act.value for one in said]


def test_nobody_named_owns_up_to_nothing(read):
    [found] = told(read("It has been claimed that the bridge was mined."))
    assert found.source.type is SourceType.UNSPECIFIED
    assert found.act.value is not Act.CLAIM_RESPONSIBILITY


@pytest.mark.parametrize(
    "text",
    [
        "Independent analysts cast doubt on the army's claim that no civilians had died.",
        "The mayor distanced himself from the army's claim that no civilians had died.",
        "Residents questioned the army's claim that no civilians had died.",
    ],
)
def test_a_claim_that_is_doubted_stays_its_holders(text, read):
    doubt, claim = told(read(text))
    assert doubt.polarity.value is Polarity.OPEN
    assert claim.source.name == "army"
    assert claim.embedded_in == doubt.id
    assert claim.content == doubt.content


def test_who_is_asked_does_not_ask(read):
    [found] = told(read('Asked whether Soria had supplied them, Reck replied: "I cannot say."'))
    assert found.content[0].begin > 40


def test_what_and_joins_on_is_no_relay(read):
    text = "Nine people died in Tarsu, the health directorate said, and each side blamed the other."
    assert all(one.via is None for one in told(read(text)))


def test_a_paper_asked_only_those_whom_it_asked(read):
    text = (
        "The army has said the footage is fake, but three experts consulted by the Halden Times"
        " said it was not."
    )
    army, experts = told(read(text))
    assert army.via is None
    assert experts.via.name == "Halden Times"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that a ransom had been paid; relatives told the Lisk Gazette that it"
        " had not.",
        "The army said it had lost two men, while the rebels told the Lisk Gazette that they had"
        " killed nine.",
    ],
)
def test_a_paper_heard_only_who_told_it(text, read):
    first, second = told(read(text))
    assert first.via is None
    assert second.via.name == "Lisk Gazette"


def test_who_verified_footage_passes_it_on(read):
    text = "Twelve were buried there, according to footage verified by the Halden Times."
    [found] = told(read(text))
    assert (found.source.name, found.via.name) == ("footage", "Halden Times")


def test_words_of_another_sentence_are_not_what_is_said(read):
    text = (
        "Osterian jets bombed a school in Tarn on Monday. The general dismissed as baseless the"
        " claim that terrorist camps had been hit."
    )
    general = [one for one in read(text).statements if one.source.name == "general"]
    assert general
    assert all(span.begin > text.index("The general") for one in general for span in one.content)


@pytest.mark.parametrize(
    "text", ["Soria claims ” that “ P.", ": “", "A: “”", "Asked, ", "known as"]
)
def test_broken_wordings_are_read(text, read):
    assert isinstance(read(text).statements, tuple)


@pytest.mark.parametrize(
    "text",
    [
        "Telmar's defence ministry denies Karvanian claims that its drones attacked a depot.",
        "The army dismissed rebel claims that it had shelled the town.",
        "The Interior Minister says we burned the clinic.",
        "It has been claimed that the Front bombed the bridge.",
    ],
)
def test_nobody_owns_up_to_what_others_say_of_him(text, read):
    assert all(one.act.value is not Act.CLAIM_RESPONSIBILITY for one in told(read(text)))


def test_words_after_a_colon_are_the_sources_own(read):
    [found] = told(read("In a statement the Front said: our fighters burned the clinic."))
    assert found.act.value is Act.CLAIM_RESPONSIBILITY


def test_a_shot_into_the_air_is_no_deed_to_own_up_to(read):
    [found] = told(read("“Our men fired only into the air,” the deputy minister said."))
    assert found.act.value is not Act.CLAIM_RESPONSIBILITY


def test_what_a_group_calls_itself_is_its_name(read):
    text = "A little-known group calling itself Sons of the Valley claims responsibility."
    [found] = told(read(text))
    assert found.act.value is Act.CLAIM_RESPONSIBILITY


def test_the_strongest_possible_terms_voice_no_doubt(read):
    found = told(read("The Union condemns in the strongest possible terms the raid on the camp."))
    assert {one.certainty.value for one in found} == {"certain"}


def test_answers_are_those_of_the_one_who_is_interviewed(read):
    text = (
        "Ridge Front spokesman Ilan Per spoke to Northlight News about the raid.\n\n"
        "Q: Did your men kill the villagers?\n\nA: No. Our men were not there.\n\n"
        "Q: Will you show it?\n\nA: When the time comes."
    )
    names = {one.source.name for one in told(read(text)) if one.act.value is not Act.OTHER}
    assert names == {"Ilan Per"}


@pytest.mark.parametrize(
    "text",
    [
        "The Green Movement said that an Osterian air strike had caused the blast.",
        "A senior officer said that IS often claims attacks that it had no part in.",
        "Unidentified gunmen shot dead eleven miners, officials said.",
    ],
)
def test_what_is_told_of_others_is_neither_owned_nor_denied(text, read):
    acts = {one.act.value for one in told(read(text))}
    assert acts.isdisjoint({Act.CLAIM_RESPONSIBILITY, Act.DENY_RESPONSIBILITY})


def test_a_group_named_as_a_verb_claims_its_attack(read):
    [found] = told(read("IS claimed responsibility for the attack."))
    assert (found.source.name, found.act.value) == ("IS", Act.CLAIM_RESPONSIBILITY)
