"""What the learned reader finds, brought into the terms of the rules."""

import pytest

from counterclaim.statements.tagged import find_tagged, head_of
from tests.statements.handmade import page_of, quote, words_of


@pytest.fixture
def tagged(english):
    """Return the findings of a marked text, each as the words of source, cue and content."""

    def find(line, **given):
        page = page_of(line, english, **given)
        return [
            (quote(page, one.phrase), quote(page, one.cue), quote(page, one.content))
            for one in find_tagged(page)
        ]

    return find


def test_an_attribution_has_its_parts(english):
    page = page_of("[source:1 The army] [cue:1 denied] that [content:1 it fired].", english)
    [found] = find_tagged(page)
    assert (quote(page, found.phrase), quote(page, found.cue)) == ("The army", "denied")
    assert quote(page, found.content) == "it fired"
    assert found.source == words_of(page, "army")[0]
    assert (found.rule, found.tag, found.named_by) == ("learned", 0, None)


def test_attributions_are_numbered_as_they_were_tagged(english):
    line = "[cue:1 Reportedly] [content:1 it fell]. [source:2 He] [cue:2 denied] [content:2 it]."
    assert [one.tag for one in find_tagged(page_of(line, english))] == [0, 1]


def test_no_source_stays_none(english):
    [found] = find_tagged(page_of("[cue:1 Reportedly] [content:1 the bridge fell].", english))
    assert (found.source, found.phrase) == (None, ())


@pytest.mark.parametrize(
    "line",
    [
        "[content:1 The raid] was [cue:1 blamed] on [source:1 the police].",
        "[content:1 Action] was [cue:1 ordered] against [source:1 five officials].",
    ],
)
def test_on_whom_it_falls_is_no_speaker(line, english):
    [found] = find_tagged(page_of(line, english))
    assert (found.source, found.phrase) == (None, ())


def test_by_whom_it_is_said_is_the_speaker(tagged):
    line = "[content:1 The raid] was [cue:1 condemned] by [source:1 the police]."
    assert [found[0] for found in tagged(line)] == ["the police"]


def test_a_text_without_attributions_has_none(tagged):
    assert tagged("The bridge fell.") == []
    assert tagged("") == []


def test_a_later_sentence_goes_with_the_cue(english):
    line = "[source:1 The army] [cue:1 said] [content:1 it fell. Nobody was hurt.]"
    page = page_of(line, english)
    first, second = find_tagged(page)
    assert (quote(page, first.content), quote(page, second.content)) == (
        "it fell.",
        "Nobody was hurt.",
    )
    assert (second.source, second.cue) == (first.source, first.cue)


def test_the_helpers_of_a_cue_are_no_content(english):
    page = page_of("[content:1 The raid was] [cue:1 condemned] by [source:1 the envoy].", english)
    [found] = find_tagged(page)
    assert quote(page, found.content) == "The raid"


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        (
            "[source:1 The ministry] is [cue:1 said] [content:1 to] put them at 600.",
            "to put them at 600",
        ),
        (
            "[source:1 The envoy] [cue:1 called] it [content:1 a] plain act of war.",
            "a plain act of war",
        ),
        (
            "[source:1 Both] [cue:1 blamed] [content:1 each other for] the blast.",
            "each other for the blast",
        ),
        (
            "[source:1 The envoy] [cue:1 denied] [content:1 heavy] losses.",
            "heavy losses",
        ),
    ],
)
def test_a_content_that_breaks_off_goes_on_to_what_it_leads_to(tagged, line, whole):
    [(_, _, content)] = tagged(line)
    assert content == whole


def test_a_content_of_nothing_but_helpers_says_nothing(tagged):
    assert tagged("The raid [content:1 was] [cue:1 condemned] by [source:1 the envoy].") == []


def test_a_content_that_leads_to_nothing_but_its_cue_stays(tagged):
    [found] = tagged("[source:1 Officials] [cue:1 ruled] [content:1 that] out.")
    assert found == ("Officials", "ruled", "that")


def test_a_further_quotation_inherits_the_source(english):
    line = "“[content:1 It fell],” [source:1 he] [cue:1 said]. “[content:1 Nobody was hurt].”"
    page = page_of(line, english)
    first, second = find_tagged(page)
    assert (second.source, second.cue, second.phrase) == (None, (), ())
    assert second.named_by == first.source
    assert second.tag == first.tag


def test_the_sentences_of_one_quotation_share_its_cue(tagged):
    found = tagged("“[content:1 We held. They fled],” [source:1 he] [cue:1 said].")
    assert [(source, cue) for source, cue, _ in found] == [("he", "said")] * 2


def test_a_content_all_of_which_stands_elsewhere_keeps_the_cue(tagged):
    found = tagged("[source:1 He] [cue:1 said this]. “[content:1 The bridge fell].”")
    assert found == [("He", "said this", "The bridge fell")]


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the spokesman of the army, Omar Daud,", "spokesman"),
        ("General Nuri Sayed", "Sayed"),
        ("Monday", "Monday"),
    ],
)
def test_the_head_of_a_phrase_is_the_noun_that_all_hangs_on(english, phrase, head):
    line = "On Monday the spokesman of the army, Omar Daud, spoke to General Nuri Sayed."
    page = page_of(line, english)
    assert head_of(page.tree, words_of(page, phrase)) == words_of(page, head)[0]


def test_no_words_have_no_head(english):
    assert head_of(page_of("It fell.", english).tree, ()) is None


def test_a_cue_means_what_the_lists_say_of_it(english):
    [found] = find_tagged(page_of("[source:1 He] [cue:1 denied] [content:1 it fell].", english))
    assert (found.group.sort, found.group.polarity) == ("statement", "-")


def test_the_learned_class_counts_where_no_list_has_the_cue(english):
    line = "[source:1 He] [cue:1 gurgled] that [content:1 it fell]."
    [found] = find_tagged(page_of(line, english, sort="belief"))
    assert (found.group.sort, found.group.words) == ("belief", ())


@pytest.mark.parametrize(
    ("cue", "sort"),
    [("suspect", "belief"), ("suspect", "statement"), ("rule", "decree"), ("rule", "statement")],
)
def test_of_several_listed_meanings_the_one_of_the_learned_class_is_taken(english, cue, sort):
    line = f"[source:1 They] [cue:1 {cue}] that [content:1 it fell]."
    [found] = find_tagged(page_of(line, english, sort=sort))
    assert cue in found.group.words
    assert found.group.sort == sort
