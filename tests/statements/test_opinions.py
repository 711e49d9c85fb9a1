"""Rules and learned reader weighed against each other, part by part, each on a marked sentence."""

from dataclasses import replace

import pytest

from counterclaim.model.tags import Tags
from counterclaim.statements.finding import UNNAMED, Finding
from counterclaim.statements.opinions import ALONE, BELONGING, DOUBTED, HEARD, NAMED, weigh
from counterclaim.statements.tagged import find_tagged
from tests.statements.handmade import page_of, quote, words_of

LINE = "[source:1 The army] [cue:1 denied] that [content:1 the mayor fired], Omar left."
BARELY = 0.01
"""What a chance is given more or less than a bound."""


@pytest.fixture
def page(english):
    return page_of(LINE, english)


def ruled(page, cue, source="army", content="the mayor fired", rule="reporting_verb"):
    """Return a finding of the rules with these words."""
    head = words_of(page, source)[0] if source else None
    return Finding(head, words_of(page, cue), words_of(page, content), UNNAMED, rule)


def tagged_otherwise(page, **changes):
    """Return a page with other tags: its `roles`, its `statements`, or none at all."""
    parse = page.tree.parse
    tags = replace(parse.tags, **changes) if changes else Tags()
    return replace(page, tree=replace(page.tree, parse=replace(parse, tags=tags)))


def held(page, phrase, **chances):
    """Return a page on which the words of a phrase have other roles: source, cue, content."""
    roles = list(page.tree.parse.tags.roles)
    for word in words_of(page, phrase):
        roles[word] = replace(roles[word], **chances)
    return tagged_otherwise(page, roles=tuple(roles))


def sure_of(page, chance):
    """Return a page on which the likeliest source of every attribution has this chance."""
    said = page.tree.parse.tags.statements
    surer = (replace(one, sources=((one.source, chance),)) for one in said)
    return tagged_otherwise(page, statements=tuple(surer))


def weighed(page, *rules):
    return weigh(page, rules, list(find_tagged(page)))


def told(page, found):
    """Return the words of source, cue and content of each finding."""
    words = (
        (one.phrase or (() if one.source is None else (one.source,)), one.cue, one.content)
        for one in found
    )
    return [tuple(quote(page, part) for part in parts) for parts in words]


def test_without_a_learned_reading_the_rules_stand(page):
    finding = ruled(page, "left")
    assert weigh(tagged_otherwise(page), [finding], []) == [finding]


def test_what_both_see_is_one_finding_by_the_name_of_the_rule(page):
    [found] = weighed(page, ruled(page, "denied"))
    assert told(page, [found]) == [("The army", "denied", "the mayor fired")]
    assert (found.rule, found.tag) == ("reporting_verb", 0)


def test_content_is_the_learned_readers(page):
    rule = ruled(page, "denied", content="Omar left").but(spans=(page.tree.span((0,)),))
    [found] = weighed(page, rule)
    assert quote(page, found.content) == "the mayor fired"
    assert found.spans == ()


def test_two_findings_of_one_cue_keep_their_contents(page):
    rules = [ruled(page, "denied"), ruled(page, "denied", content="Omar left")]
    assert [one.content for one in weighed(page, *rules)] == [one.content for one in rules]


def test_what_a_rule_has_met_is_not_found_once_more(page):
    rules = [ruled(page, "denied", content=words) for words in ("Omar", "left")]
    assert len(weighed(page, *rules)) == 2


def test_a_cue_is_the_learned_readers(english):
    line = "[source:1 The front] [cue:1 claimed responsibility for] [content:1 the raid]."
    page = page_of(line, english)
    [found] = weighed(page, ruled(page, "claimed", source="front", content="the raid"))
    assert quote(page, found.cue) == "claimed responsibility for"


@pytest.mark.parametrize(("heard", "speaker"), [(HEARD, "mayor"), (HEARD - BARELY, "The army")])
def test_a_rules_source_stands_if_its_words_may_be_a_sources(page, heard, speaker):
    page = held(page, "mayor", source=heard)
    [found] = weighed(page, ruled(page, "denied", source="mayor"))
    assert told(page, [found])[0][0] == speaker


def test_a_rules_source_stands_where_the_learned_reader_has_none(english):
    page = page_of("The army [cue:1 denied] that [content:1 it fired].", english)
    [found] = weighed(page, ruled(page, "denied", content="it fired"))
    assert quote(page, (found.source,)) == "army"
    assert found.phrase == ()


@pytest.mark.parametrize(("sure", "speaker"), [(NAMED, "The army"), (NAMED - BARELY, "")])
def test_where_a_rule_reads_nobody_the_learned_reader_must_be_sure(page, sure, speaker):
    [found] = weighed(sure_of(page, sure), ruled(page, "denied", source=None))
    assert told(page, [found])[0][0] == speaker


@pytest.mark.parametrize("rule", ["not_verified", "no_answer", "quoted_as_saying", "turn"])
def test_some_rules_keep_their_speaker_and_cue(page, rule):
    finding = ruled(page, "denied that", source="mayor", rule=rule)
    [found] = weighed(page, finding)
    assert (found.source, found.cue) == (finding.source, finding.cue)
    assert found.tag == 0


APPOSED = "[source:1 General Sayed, the governor,] [cue:1 said] [content:1 the bridge fell]."


@pytest.mark.parametrize(
    ("tail", "speaker"),
    [(BELONGING, "General Sayed, the governor,"), (BELONGING - BARELY, "General Sayed")],
)
def test_an_apposition_must_surely_belong_to_a_source(english, tail, speaker):
    page = held(page_of(APPOSED, english), ", the governor,", source=tail)
    finding = ruled(page, "said", source="Sayed", content="the bridge fell")
    assert told(page, weighed(page, finding))[0][0] == speaker
    assert told(page, weighed(page))[0][0] == speaker


@pytest.mark.parametrize(("likely", "kept"), [(DOUBTED, True), (DOUBTED - BARELY, False)])
def test_a_cue_that_only_a_rule_sees_must_be_likely(page, likely, kept):
    finding = ruled(page, "left", source="Omar", content="the mayor fired")
    assert (finding in weighed(held(page, "left", cue=likely), finding)) is kept


def test_the_likeliest_word_of_a_cue_counts(english):
    line = "The front voiced regret over the raid; [source:1 he] [cue:1 denied] [content:1 it]."
    page = held(page_of(line, english), "regret", cue=DOUBTED)
    finding = ruled(page, "voiced regret over", source="front", content="the raid")
    assert finding in weighed(page, finding)


def test_a_finding_without_cue_is_not_asked_for_one(page):
    finding = Finding(None, (), words_of(page, "Omar left"), UNNAMED, "turn")
    assert finding in weighed(page, finding)


@pytest.mark.parametrize(("surely", "number"), [(ALONE, 1), (ALONE - BARELY, 0)])
def test_what_only_the_learned_reader_sees_must_be_sure(english, surely, number):
    line = "[source:1 He] [cue:1 denied] that [content:1 it fell]."
    assert len(weighed(page_of(line, english, surely=surely))) == number


def test_of_two_learned_findings_the_rule_meets_the_one_with_its_words(english):
    line = "“[content:1 We held],” [source:1 he] [cue:1 said]. [content:1 They fled.]"
    page = page_of(line, english)
    [first, second] = weighed(page, ruled(page, "said", source="he", content="We held"))
    assert [quote(page, one.content) for one in (first, second)] == ["We held", "They fled."]
    assert (first.rule, second.rule) == ("reporting_verb", "learned")


def test_a_quotation_that_goes_on_has_one_speaker(english):
    line = "“[content:1 We held],” [source:1 the mayor] of the front [cue:1 said]."
    page = page_of(f"{line} “[content:1 They fled to the hills.]”", english)
    page = held(page, "front", source=HEARD)
    [first, second] = weighed(page, ruled(page, "said", source="front", content="We held"))
    assert quote(page, (first.source,)) == quote(page, (second.named_by,)) == "front"


QUOTED = "[source:1 The mayor] was [cue:1 quoted] as [cue:2 saying] that [content:1 it fell]"


def quoted_by_a_rule(page):
    finding = ruled(page, "quoted as saying", "mayor", "it fell", "quoted_as_saying")
    return weighed(page, finding)


def test_further_words_of_a_cue_have_its_source_and_its_cue(english):
    line = QUOTED.replace("[source:1 The mayor]", "[source:1 [source:2 The mayor]]")
    page = page_of(f"{line} and that [content:2 they fled].", english)
    assert told(page, quoted_by_a_rule(page)) == [
        ("mayor", "quoted as saying", "it fell"),
        ("mayor", "quoted as saying", "they fled"),
    ]


def test_the_same_words_are_not_found_twice_for_one_cue(english):
    line = QUOTED.replace("[content:1 it fell]", "[content:1 [content:2 it fell]]")
    page = page_of(f"{line}.", english)
    assert told(page, quoted_by_a_rule(page)) == [("mayor", "quoted as saying", "it fell")]


def test_the_first_of_two_speakers_is_not_lost(english):
    page = page_of("The army and [source:1 villagers] [cue:1 said] [content:1 it fell].", english)
    [found] = weighed(page, ruled(page, "said", content="it fell"))
    assert found.source == words_of(page, "army")[0]


def test_a_claim_and_its_denial_keep_one_content(english):
    line = (
        "[source:1 The army] [cue:1 rejected] [content:1 Kabul’s] claim that [content:1 it fell]."
    )
    page = page_of(line, english)
    denial = ruled(page, "rejected", content="it fell")
    claim = ruled(page, "claim", source="Kabul", content="it fell", rule="noun_cue")
    sure = tagged_otherwise(
        page, roles=tuple(replace(one, cue=0.6) for one in page.tree.parse.tags.roles)
    )
    found = weighed(sure, denial, claim.but(via=denial.source, holder=0))
    assert [one.content for one in found] == [denial.content] * 2
    assert [one.source for one in found] == [denial.source, claim.source]


def test_what_is_denied_keeps_its_verb(english):
    line = "[source:1 Olmar] [cue:1 denied] backing [content:1 the rebels], Omar said."
    page = page_of(line, english)
    rule = ruled(page, "denied", "Olmar", "backing the rebels")
    [found] = weigh(page, [rule], list(find_tagged(page)))
    assert quote(page, found.content) == "backing the rebels"
