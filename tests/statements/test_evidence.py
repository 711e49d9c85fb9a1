"""What a claimant points to, or does not: each with its kind and its words."""

import pytest

from counterclaim.model.statement import Kind

POINTED = [
    ("Video shows soldiers firing at the crowd.", "video", "Video"),
    ("According to the report, twelve houses were burnt.", "document", "the report"),
    (
        "Photographs released by the group show a burnt vehicle.",
        "photograph",
        "Photographs released by the group",
    ),
    ("The envoy said video showed the truck at the gate.", "video", "video"),
    ("The envoy said video appeared to show the truck.", "video", "video"),
    ("The UN said documents proved that the order came from above.", "document", "documents"),
    ("The mayor said witnesses had identified the gunmen.", "witness", "witnesses"),
    ("“There is strong evidence that the army did it,” he said.", "unspecified", "strong evidence"),
    (
        "“We have much evidence of their presence,” the governor said.",
        "unspecified",
        "much evidence of their presence",
    ),
    (
        "Citing intercepted calls, the army said the rebels had fired the rocket.",
        "intercept",
        "intercepted calls",
    ),
    (
        "The mayor blamed the army for the raid, pointing to fragments found in the yard.",
        "forensic",
        "fragments found in the yard",
    ),
    (
        "The paper said the general had fled, citing two security officials.",
        "statement_of_other",
        "two security officials",
    ),
    (
        "The police chief said they had confessed, showing reporters a video of it.",
        "video",
        "a video of it",
    ),
    (
        "The envoy said the charge was based on satellite images.",
        "satellite",
        "satellite images",
    ),
    ("Russia said the missile was Ukrainian, without evidence.", "none", "without evidence"),
    (
        "The army, which offered no proof, said the rebels had mined the road.",
        "none",
        "offered no proof",
    ),
    ("Asked for proof, the spokesman said the army did not know.", "none", "Asked for proof"),
]


def pointed(text, read):
    """Kind and words of the evidence of each statement that has a cue."""
    reading = read(text)
    return [
        [(one.value, reading.document.quote(one.spans[0])) for one in told.evidence]
        for told in reading.statements
        if told.kind is not Kind.NARRATION
    ]


@pytest.mark.parametrize(("text", "kind", "words"), POINTED)
def test_evidence_is_named_with_its_kind(text, kind, words, by_rules):
    assert [(kind, words)] in pointed(text, by_rules)


NEXT = [
    ("He gave no evidence.", [("none", "gave no evidence")]),
    ("No evidence was offered.", [("none", "No evidence was offered")]),
    ("The minister published satellite images.", [("satellite", "satellite images")]),
    ("He pointed to a letter.", [("document", "a letter")]),
    ("It gave no evidence.", []),
    ("The mayor gave no evidence.", []),
    ("He will publish video.", []),
    ("He published a list of the dead.", []),
    ("He left the hall.", []),
]


@pytest.mark.parametrize(("after", "evidence"), NEXT)
def test_the_next_sentence_counts_where_the_same_source_acts(after, evidence, by_rules):
    first, *_ = pointed(f"The minister accused Kabul of arming the rebels. {after}", by_rules)
    assert first == evidence


def test_after_two_speakers_the_next_sentence_is_neithers(by_rules):
    text = "The army said it had fired, and the mayor said it had not. He showed photographs."
    assert pointed(text, by_rules)[:2] == [[], []]


def test_several_exhibits_are_told_apart(by_rules):
    text = "The envoy said the charge was based on satellite images and radar data."
    assert pointed(text, by_rules) == [
        [("satellite", "satellite images"), ("data", "radar data")],
    ]


def test_what_is_added_hides_no_next_sentence(by_rules):
    text = "The army said the rebels had fled, adding that it was calm. It gave no evidence."
    first, added, *_ = pointed(text, by_rules)
    assert (first, added) == ([("none", "gave no evidence")], [])


NOTHING = [
    "The minister said the road was shut.",
    "The minister said there was no evidence that the army had shelled the camp.",
    "The ministry said it had no proof.",
    "The army said it would publish video of the raid.",
    "The commander said that if video showed abuse, men would be tried.",
    "The army denied that video showed its men at the bridge.",
    "The group said in a video that it had carried out the attack.",
    "The mayor said the soldiers had found documents in the car.",
    "The judge said the confession had been extracted by force.",
    "The paper said the general had quit.",
    "Bamako accused Paris of supplying documents to the rebels.",
    "The envoy urged the court to gather evidence.",
    "The envoy pointed to Tehran.",
    "Officials said the minister had withdrawn, citing security concerns.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_points_to_nothing_has_no_evidence(text, by_rules):
    assert all(found == [] for found in pointed(text, by_rules))


def test_evidence_for_anothers_claim_is_not_the_deniers(by_rules):
    text = "The governor rejected the minister's claim that video showed his men."
    governor, minister = pointed(text, by_rules)
    assert governor == []
    assert minister == [("video", "video")]


HOSTILE = [
    "“Video shows, citing proof, without evidence,",
    "VIDEO SHOWS THE ARMY SAID, CITING!!! EVIDENCE",
    "Citing. Without. Evidence. It gave none.",
    "\u202eThe army said, citing \U0001f4f9 video\u202c, it fell.",
    "The army said, " + "citing video, " * 400 + "that it fell.",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_mess_never_raises_and_spans_stay_within_the_text(text, by_rules):
    reading = by_rules(text)
    for told in reading.statements:
        for one in told.evidence:
            assert all(reading.document.quote(span).strip() for span in one.spans)
