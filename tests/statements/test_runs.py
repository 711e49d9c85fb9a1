"""Quotations over several sentences and paragraphs, transcripts: whose words go on."""

from counterclaim.model.statement import Kind, SourceType


def said(reading):
    """Return the name, whether a source stands there, and the words, of all but narration."""
    return [
        (one.source.name, one.source.span is not None, reading.document.quote(one.content[0]))
        for one in reading.statements
        if one.kind is not Kind.NARRATION
    ]


def test_a_quotation_after_another_goes_on_without_a_cue(by_rules):
    found = said(by_rules("“We held the bridge,” General Omar Sayed said. “Nobody crossed it.”"))
    assert found == [
        ("Omar Sayed", True, "We held the bridge"),
        ("Omar Sayed", False, "Nobody crossed it"),
    ]


def test_words_that_run_on_lead_back_to_the_words_that_name_their_source(by_rules):
    reading = by_rules("“We held the bridge,” General Omar Sayed said. “Nobody crossed it.”")
    first, second = (one.source for one in reading.statements)
    assert first.named_at is None
    assert second.span is None
    assert second.named_at == first.span


def test_sentences_of_one_quotation_have_one_cue(by_rules):
    reading = by_rules("“We held the bridge. Nobody crossed it,” General Omar Sayed said.")
    quoted = [one for one in reading.statements if one.kind is Kind.DIRECT]
    assert [one.source.name for one in quoted] == ["Omar Sayed", "Omar Sayed"]
    assert len({one.cue for one in quoted}) == 1


def test_a_quotation_that_opens_again_runs_on(by_rules):
    found = said(
        by_rules("General Omar Sayed said: “We held the bridge.\n\n“Nobody crossed it. They fled.”")
    )
    assert found == [
        ("Omar Sayed", True, "We held the bridge"),
        ("Omar Sayed", False, "Nobody crossed it"),
        ("Omar Sayed", False, "They fled"),
    ]


def test_a_quotation_in_a_new_paragraph_is_nobodys(by_rules):
    reading = by_rules(
        "“We held the bridge,” General Omar Sayed said.\n\n“Nobody crossed it at all.”"
    )
    last = reading.statements[-1]
    assert (last.source.name, last.source.type) == ("unknown", SourceType.UNSPECIFIED)


def test_one_broken_quotation_spoils_only_itself(by_rules):
    found = said(
        by_rules(
            "“We held the bridge, General Omar Sayed said.\n\n"
            "“Nobody crossed it,” the mayor said. “The rebels’ guns were silent.”"
        )
    )
    assert ("mayor", True, "Nobody crossed it") in found
    assert ("mayor", False, "The rebels’ guns were silent") in found


def test_turns_of_a_transcript_are_their_labels(by_rules):
    reading = by_rules(
        "QUESTION: Who fired the rocket?\n\n"
        "SPOKESPERSON: The rocket came from the north. It hit a barn.\n\n"
        "QUESTION: Was anybody hurt?\n\nSPOKESPERSON: Two men were hurt."
    )
    assert [(one.source.name, one.kind) for one in reading.statements] == [
        ("QUESTION", Kind.DIRECT),
        ("SPOKESPERSON", Kind.DIRECT),
        ("SPOKESPERSON", Kind.DIRECT),
        ("QUESTION", Kind.DIRECT),
        ("SPOKESPERSON", Kind.DIRECT),
    ]
    assert [one.polarity.value for one in reading.statements] == ["?", "+", "+", "?", "+"]


INTERVIEW = """Commander Odo Lanner of the Ridge Guard spoke to Ines Marr in Velm.

Ines Marr: Your opponents say that your men burned the mill. Did they?

Odo Lanner: No. The mill was already burning when we came. (Laughs.) \
The mayor said the roof fell in.

Ines Marr: Was anybody hurt?

Odo Lanner: Two men were hurt."""


def test_names_of_those_who_take_turns_need_no_capitals(by_rules):
    found = said(by_rules(INTERVIEW))
    assert ("Ines Marr", False, "Did they") in found
    assert ("Odo Lanner", True, "No") in found
    assert ("Odo Lanner", False, "The mill was already burning when we came") in found
    assert ("Odo Lanner", True, "Two men were hurt") in found
    assert not any("Laughs" in words for _, _, words in found)


def test_what_others_say_in_a_turn_is_theirs_by_way_of_the_speaker(by_rules):
    reading = by_rules(INTERVIEW)
    [mayor] = [one for one in reading.statements if one.source.name == "mayor"]
    assert reading.document.quote(mayor.content[0]) == "the roof fell in"
    assert mayor.via is not None
    assert mayor.via.name == "Odo Lanner"


def test_a_label_in_capitals_is_named_in_full_where_one_name_ends_with_it(by_rules):
    found = said(
        by_rules(
            "General Odo Lanner met the press.\n\nMARR: Who fired?\n\n"
            "LANNER: The rocket came from the north. It hit a barn."
        )
    )
    assert ("Odo Lanner", True, "The rocket came from the north") in found
    assert ("Odo Lanner", False, "It hit a barn") in found
    assert ("MARR", True, "Who fired") in found


def test_letters_that_tell_who_answers_name_nobody(by_rules):
    found = said(by_rules("Q: Who fired the rocket?\n\nA: The rocket came from the north."))
    assert found == [
        ("unknown", False, "Who fired the rocket"),
        ("unknown", False, "The rocket came from the north"),
    ]


def test_fields_of_a_form_are_no_speakers(by_rules):
    found = said(
        by_rules("Place: the mill at Velm.\n\nDamage: the roof fell in.\n\nToll: two men died.")
    )
    assert found == []
