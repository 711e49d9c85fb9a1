"""How sure a statement and its source are, on readings and weights made by hand."""

from dataclasses import replace
from math import log

import pytest

from counterclaim.knowledge.confidence import Confidence
from counterclaim.model.statement import MentionId, Source, SourceType
from counterclaim.model.tags import Tags
from counterclaim.model.text import Rival
from counterclaim.statements.confidence import (
    extraction_of,
    signs,
    sure_of_source,
    sure_of_sources,
    voices,
)
from counterclaim.statements.finding import UNNAMED, Finding
from counterclaim.statements.sources import UNKNOWN
from counterclaim.statements.tagged import find_tagged
from tests.statements.handmade import page_of, words_of

LINE = "[source:1 The army] [cue:1 denied] that [content:1 the mayor fired], Omar said."
EVEN = Confidence({"always": 0.0}, {"source": 1.0}, {"described": 0.9, "pronoun": 0.5}, 0.7)
"""A scale that takes the learned reader's chance of a source as it is."""

ARMY = Source("army", None, SourceType.DESCRIBED, rule="described")


@pytest.fixture
def page(english):
    return replace(page_of(LINE, english), confidence=EVEN)


@pytest.fixture
def both(page):
    [finding] = find_tagged(page)
    return finding.but(rule="reporting_verb")


def with_sources(page, *ranked):
    """Return a page with other likely sources: words of the text, or none, each with a chance."""
    spans = tuple((words_of(page, words) if words else (), chance) for words, chance in ranked)
    parse = page.tree.parse
    said = tuple(replace(one, sources=spans) for one in parse.tags.statements)
    tags = replace(parse.tags, statements=said)
    return replace(page, tree=replace(page.tree, parse=replace(parse, tags=tags)))


def unread(page):
    return replace(page, tree=replace(page.tree, parse=replace(page.tree.parse, tags=Tags())))


def by_a_rule(page, cue="said", source="Omar"):
    return Finding(
        words_of(page, source)[0] if source else None,
        words_of(page, cue) if cue else (),
        words_of(page, "the mayor fired"),
        UNNAMED,
        "reporting_verb",
    )


def test_voices_are_who_found_it(page, both):
    assert voices(both) == ("rules", "learned")
    assert voices(both.but(rule="learned")) == ("learned",)
    assert voices(by_a_rule(page)) == ("rules",)


def test_signs_of_what_both_find(page, both):
    assert signs(page, both) == pytest.approx(
        {
            "always": 1,
            "both": 1,
            "rules": 0,
            "cue": log(9),
            "source": log(9),
            "content": log(9),
        }
    )


def test_signs_of_what_only_a_rule_finds(page):
    assert signs(page, by_a_rule(page)) == pytest.approx(
        {"always": 1, "both": 0, "rules": 1, "cue": log(1 / 999), "source": log(1 / 999)}
        | {"content": 0}
    )


def test_a_rule_without_cue_and_source_has_no_sign_of_either(page):
    found = signs(page, by_a_rule(page, cue="", source=""))
    assert (found["cue"], found["source"]) == (0, 0)


def test_a_source_is_as_likely_as_all_words_with_its_head(page, both):
    page = with_sources(page, ("The army", 0.5), ("army", 0.3), ("Omar", 0.1), ("", 0.1))
    assert signs(page, both)["source"] == pytest.approx(log(0.8 / 0.2))


def test_no_source_is_as_likely_as_the_learned_reader_holds_it(page, both):
    page = with_sources(page, ("The army", 0.7), ("", 0.3))
    found = signs(page, both.but(source=None, phrase=()))
    assert found["source"] == pytest.approx(log(0.3 / 0.7))


def test_an_inherited_source_counts_by_the_words_it_is_named_by(page, both):
    inherited = both.but(source=None, named_by=both.source, phrase=())
    assert signs(page, inherited)["source"] == signs(page, both)["source"]


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_no_chance_is_beyond_measure(page, both, chance):
    page = with_sources(page, ("The army", chance))
    assert abs(signs(page, both)["source"]) == pytest.approx(log(999))


def test_agreement_makes_a_statement_surer(page, both):
    weights = {"always": -1.0, "both": 2.0, "cue": 0.1}
    page = replace(page, confidence=replace(EVEN, statement=weights))
    two, one = extraction_of(page, both), extraction_of(page, both.but(rule="learned"))
    assert two
    assert one
    assert (two.by, one.by) == (("rules", "learned"), ("learned",))
    assert 0 < one.score < two.score < 1


def test_without_a_learned_reading_nothing_is_scored(page, both):
    assert extraction_of(unread(page), both.but(tag=None)) is None
    assert sure_of_source(unread(page), both.but(tag=None), ARMY) == ARMY


def test_without_measured_weights_nothing_is_scored(page, both):
    page = replace(page, confidence=Confidence())
    assert extraction_of(page, both) is None
    assert sure_of_source(page, both, ARMY) == ARMY


def test_a_chance_is_that_of_the_words_by_that_of_the_name(page, both):
    assert sure_of_source(page, both, ARMY).score == pytest.approx(0.9 * 0.9, abs=0.001)


def test_a_name_by_a_rule_that_was_never_measured_has_no_chance(page, both):
    unmeasured = replace(ARMY, rule="titled")
    assert sure_of_source(page, both, unmeasured) == unmeasured


def test_a_sure_source_keeps_its_name(page, both):
    found = sure_of_source(page, both, ARMY)
    assert (found.name, found.type, found.rule) == ("army", SourceType.DESCRIBED, "described")


def test_a_doubtful_source_is_left_open_with_its_words(page, both):
    span = page.tree.span(words_of(page, "The army"))
    named = replace(ARMY, span=span, mention=MentionId("m1"), rule="pronoun")
    found = sure_of_source(page, both, named)
    assert (found.name, found.type, found.rule) == ("unknown", SourceType.UNSPECIFIED, "doubtful")
    assert (found.span, found.mention) == (span, None)
    assert found.score == pytest.approx(0.45, abs=0.001)
    first = found.rivals[0]
    assert (first.value, first.rule, first.score) == ("army", "pronoun", found.score)


@pytest.mark.parametrize(("bound", "name"), [(0.81, "army"), (0.811, "unknown")])
def test_the_bound_itself_is_enough(page, both, bound, name):
    page = replace(page, confidence=replace(EVEN, open=bound))
    assert sure_of_source(page, both, ARMY).name == name


def test_a_name_borrowed_from_a_doubtful_source_is_doubtful(page, both):
    measured = replace(EVEN, names={"described": 0.9, "pronoun": 0.95}, open=0.85)
    page = replace(page, confidence=measured)
    it = replace(ARMY, rule="pronoun")
    assert sure_of_source(page, both, it).name == "army"
    assert [one.name for one in sure_of_sources(page, [both] * 2, [ARMY, it])] == ["unknown"] * 2
    titled = replace(ARMY, rule="titled")
    named = [one.name for one in sure_of_sources(page, [both] * 3, [ARMY, titled, it])]
    assert named == ["unknown", "army", "army"]


def test_a_source_that_is_open_already_is_not_opened_again(page, both):
    page = replace(page, confidence=replace(EVEN, names={"doubtful": 0.1}))
    found = sure_of_source(page, both, UNKNOWN)
    assert found == replace(UNKNOWN, score=found.score)
    assert found.score == pytest.approx(0.9 * 0.1, abs=0.001)


def test_whom_an_open_pronoun_may_stand_for_stays_told(page, both):
    meant = Rival("Omar", "another_may_be_meant")
    lost = replace(ARMY, name="unknown", rule="doubtful", rivals=(meant,))
    page = with_sources(page, ("The army", 0.9), ("the mayor", 0.1))
    found = sure_of_source(page, both, lost)
    assert found.rivals == (meant, Rival("mayor", "learned", 0.1))


@pytest.mark.parametrize("kind", [SourceType.NONE, SourceType.OUTLET, SourceType.AUTHOR])
def test_nobody_and_the_one_who_writes_are_never_open(page, both, kind):
    page = replace(page, confidence=replace(EVEN, open=1.0))
    source = replace(ARMY, type=kind)
    assert sure_of_source(page, both, source) == source


def test_other_likely_sources_are_kept_as_rivals(page, both):
    page = with_sources(page, ("The army", 0.9), ("the mayor", 0.06), ("", 0.04), ("Omar", 0.0))
    found = sure_of_source(page, both, ARMY)
    assert [(one.value, one.rule, one.score) for one in found.rivals] == [
        ("mayor", "learned", 0.06),
        ("unspecified", "learned", 0.04),
    ]


def test_nobody_is_no_rival_of_nobody(page, both):
    page = with_sources(page, ("", 0.9), ("The army", 0.1))
    nobody = replace(ARMY, name="unspecified", type=SourceType.UNSPECIFIED, rule="no_one_named")
    found = sure_of_source(page, both.but(source=None, phrase=()), nobody)
    assert [one.value for one in found.rivals] == ["army"]


def test_an_inherited_source_is_no_rival_of_its_own(page, both):
    page = with_sources(page, ("The army", 0.9), ("the mayor", 0.1))
    inherited = both.but(source=None, named_by=both.source, phrase=())
    found = sure_of_source(page, inherited, replace(ARMY, rule="inherited"))
    assert [one.value for one in found.rivals] == ["mayor"]


def test_a_claim_within_its_denial_is_not_measured_by_the_learned_reader(page, both):
    claim = both.but(holder=0, via=both.source)
    doubtful = replace(page, confidence=replace(EVEN, open=1.0))
    assert sure_of_source(doubtful, claim, ARMY) == ARMY
    assert extraction_of(doubtful, claim) is None
