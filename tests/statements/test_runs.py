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
