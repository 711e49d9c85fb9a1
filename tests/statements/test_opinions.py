"""Rules and learned reader weighed against each other, on findings made by hand."""

from dataclasses import replace

import pytest

from counterclaim.model.tags import Tags
from counterclaim.statements.finding import UNNAMED, Finding
from counterclaim.statements.opinions import alike, weigh
from counterclaim.statements.tagged import find_tagged
from tests.statements.handmade import page_of, words_of

LINE = "[source:1 The army] [cue:1 denied] that [content:1 the mayor fired], Omar left."


@pytest.fixture
def page(english):
    return page_of(LINE, english)


def ruled(page, cue, source="army", content="the mayor fired", rule="reporting_verb"):
    """Return a finding of the rules with these words."""
    head = words_of(page, source)[0] if source else None
    return Finding(head, words_of(page, cue), words_of(page, content), UNNAMED, rule)


def weighed(page, *rules):
    return weigh(page, rules, list(find_tagged(page)))


def test_without_a_learned_reading_the_rules_stand(page):
    silent = replace(page, tree=replace(page.tree, parse=replace(page.tree.parse, tags=Tags())))
    finding = ruled(page, "left")
    assert weigh(silent, [finding], []) == [finding]


def test_what_both_see_is_one_finding_by_the_rule(page):
    finding = ruled(page, "denied")
    [found] = weighed(page, finding)
    assert (found.rule, found.source, found.content) == (
        "reporting_verb",
        finding.source,
        finding.content,
    )
    assert found.tag == 0


def test_the_learned_reader_knows_better_who_speaks(page):
    [found] = weighed(page, ruled(page, "denied", source="mayor"))
    assert found.source == words_of(page, "army")[0]
    assert found.phrase == words_of(page, "The army")


@pytest.mark.parametrize("rule", ["not_verified", "quoted_as_saying"])
def test_some_rules_know_better_who_speaks(page, rule):
    finding = ruled(page, "denied", source="mayor", rule=rule)
    [found] = weighed(page, finding)
    assert found.source == finding.source


def test_of_two_unlike_contents_the_learned_one_is_taken(page):
    [found] = weighed(page, ruled(page, "denied", content="Omar left"))
    assert found.content == words_of(page, "the mayor fired")


def test_of_two_like_contents_the_rule_settles_the_edges(page):
    finding = ruled(page, "denied", content="that the mayor fired")
    [found] = weighed(page, finding)
    assert found.content == finding.content


def test_two_findings_of_one_cue_keep_their_contents(page):
    rules = [ruled(page, "denied"), ruled(page, "denied", content="Omar left")]
    assert [one.content for one in weighed(page, *rules)] == [one.content for one in rules]


def test_a_cue_that_only_a_rule_sees_must_be_likely(page):
    found = weighed(page, ruled(page, "left", source="Omar"))
    assert words_of(page, "left") not in [one.cue for one in found]


def test_a_finding_without_cue_is_not_asked(page):
    finding = Finding(None, (), words_of(page, "Omar left"), UNNAMED, "run")
    assert finding in weighed(page, finding)


@pytest.mark.parametrize(("surely", "number"), [(0.99, 1), (0.01, 0)])
def test_what_only_the_learned_reader_sees_must_be_sure(english, surely, number):
    line = "[source:1 He] [cue:1 denied] that [content:1 it fell]."
    assert len(weighed(page_of(line, english, surely=surely))) == number


def test_no_word_is_of_two_cues(english):
    line = "[source:1 He] [cue:1 cast] [content:1 serious] [cue:2 doubt] on [content:2 the claim]."
    page = page_of(line, english)
    finding = ruled(page, "cast serious doubt", source="He", content="the claim")
    assert [one.cue for one in weighed(page, finding)] == [finding.cue]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [((), (), 1.0), ((1,), (), 0.0), ((1, 2), (2, 3), 1 / 3), ((1, 2), (2, 1), 1.0)],
)
def test_likeness_is_the_share_of_words_in_both(one, other, share):
    assert alike(one, other) == share
