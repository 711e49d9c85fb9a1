"""Rules and the learned reader on one stance: each wins and loses, and the losers are kept."""

from dataclasses import replace

import pytest

from counterclaim.knowledge.trust import Measured, Trust
from counterclaim.model.statement import Act, Certainty, MentionType, Polarity, Source, SourceType
from counterclaim.model.tags import TaggedStatement, Tags
from counterclaim.model.text import Cited, Rival
from counterclaim.model.tree import grow
from counterclaim.statements.finding import lay_out
from counterclaim.statements.judgement import (
    ACT,
    CERTAINTY,
    POLARITY,
    QUESTIONS,
    flattened,
    judge,
    settle,
)
from counterclaim.statements.lexicon import open_lexicon
from counterclaim.statements.stance import Said
from counterclaim.statements.verbs import find_verbs

COMMON = {"assert": 0.4, "accuse": 0.2, "condemn": 0.2, "deny": 0.1, "other": 0.1}
SURE = Trust(act=Measured(rules={"judges": 0.95, "plain_assertion": 0.5}, common=COMMON))
WEAK = Trust(act=Measured(rules={"judges": 0.25, "plain_assertion": 0.5}, common=COMMON))
JUDGED = "The envoy said the raid was barbaric."
MAYBE_ACCUSED = (("accuse", 0.7), ("assert", 0.2), ("condemn", 0.05))


@pytest.fixture
def said(parsed, english):
    """Say a sentence, as the learned reader would rank its stances."""

    def build(text, trust=SURE, named=SourceType.DESCRIBED, **stance):
        learned = tuple({"act": (), "polarity": (), "certainty": (), **stance}.items())
        tagged = TaggedStatement((), (), 1.0, 1.0, (((), 1.0),), dict(learned))
        parse = replace(parsed(text), tags=Tags(statements=(tagged,)))
        page = lay_out(grow(parse), open_lexicon(english.attribution), trust, english.confidence)
        [finding] = [replace(one, spans=(page.tree.span(one.content),)) for one in find_verbs(page)]
        return Said(page, finding.but(tag=0 if stance else None), Source("", None, named))

    return build


def chance(answer: Cited[Act] | Rival[Act]) -> float:
    """Return the score of an answer that must have one."""
    assert answer.score is not None
    return answer.score


def test_a_rule_that_is_mostly_right_wins(said):
    answer = settle(said(JUDGED, SURE, act=MAYBE_ACCUSED), ACT)
    assert (answer.value, answer.rule) == (Act.CONDEMN, "judges")
    assert [lost.value for lost in answer.rivals][:2] == [Act.ACCUSE, Act.ASSERT]
    assert {lost.rule for lost in answer.rivals} == {"learned"}


def test_the_learned_reader_wins_over_a_rule_that_is_mostly_wrong(said):
    answer = settle(said(JUDGED, WEAK, act=MAYBE_ACCUSED), ACT)
    assert (answer.value, answer.rule) == (Act.ACCUSE, "learned")
    assert Act.CONDEMN in [lost.value for lost in answer.rivals]


def test_the_winner_is_likelier_than_every_loser(said):
    for trust in (SURE, WEAK):
        answer = settle(said(JUDGED, trust, act=MAYBE_ACCUSED), ACT)
        chances = [chance(answer), *(chance(lost) for lost in answer.rivals)]
        assert chances == sorted(chances, reverse=True)
        assert 0 < sum(chances) <= 1.001
        assert len(answer.rivals) <= 3


def test_what_both_say_is_cited_by_the_words_of_the_rule(said):
    one = said(JUDGED, SURE, act=(("condemn", 0.9), ("assert", 0.1)))
    answer = settle(one, ACT)
    assert answer.rule == "judges"
    assert [one.page.tree.parse.document.quote(span) for span in answer.spans] == ["barbaric"]


def test_agreement_makes_surer_than_either(said):
    alone = settle(said(JUDGED, SURE), ACT)
    both = settle(said(JUDGED, SURE, act=(("condemn", 0.9), ("assert", 0.1))), ACT)
    assert chance(alone) < chance(both)


def test_where_no_rule_speaks_the_learned_reader_may(said):
    answer = settle(said("The envoy said the road was shut.", act=MAYBE_ACCUSED), ACT)
    assert (answer.value, answer.rule) == (Act.ACCUSE, "learned")
    assert answer.rivals[0].rule == "plain_assertion"


def test_rules_work_alone(said):
    answer = settle(said(JUDGED, Trust()), ACT)
    assert (answer.value, answer.score, answer.rivals) == (Act.CONDEMN, None, ())


def test_a_rule_that_was_never_measured_is_believed(said):
    answer = settle(said(JUDGED, Trust(), act=MAYBE_ACCUSED), ACT)
    assert (answer.value, answer.score) == (Act.CONDEMN, None)


def test_a_coarser_answer_backs_a_finer_one(said):
    trust = Trust(act=Measured(rules={"left_undone": 0.6}, common=COMMON))
    text = "The army did not deny that it had fired."
    answer = settle(said(text, trust, act=(("other", 0.8), ("deny", 0.2))), ACT)
    assert (answer.value, answer.rule) == (Act.NON_DENIAL, "left_undone")
    assert chance(answer) > 0.8


def test_no_answer_leaves_the_matter_open_whatever_is_read(said):
    text = "The army did not deny that it had fired."
    stance = judge(said(text, Trust(), act=(("assert", 1.0),), polarity=(("+", 1.0),)))
    assert (stance.act.value, stance.polarity.value) == (Act.NON_DENIAL, Polarity.OPEN)
    assert (stance.certainty.value, stance.certainty.rule) == (Certainty.UNKNOWN, "open_matter")


def test_nobody_on_record_leaves_the_matter_open(said):
    one = said("No group claimed responsibility.", Trust(), SourceType.NONE, polarity=(("+", 1.0),))
    assert judge(one).polarity.rule == "nobody_says_so"


def test_who_owns_up_affirms_it_whatever_is_read(said):
    text = "The colonel admitted that his unit took responsibility."
    stance = judge(said(text, Trust(), act=(("deny", 1.0),), polarity=(("-", 1.0),)))
    assert (stance.act.value, stance.polarity.rule) == (Act.CLAIM_RESPONSIBILITY, "owned_up_to")


def test_who_has_not_owned_up_leaves_the_matter_open(said):
    text = "The group has not claimed responsibility."
    stance = judge(said(text, Trust(), act=(("assert", 1.0),), polarity=(("+", 1.0),)))
    assert stance.polarity.value is Polarity.OPEN


@pytest.mark.parametrize("chances", [{"a": 0.9, "b": 0.1}, {"a": 1.0, "b": 0.0}, {"a": 0.5}])
def test_flattening_keeps_the_order_and_adds_up_to_one(chances):
    flat = flattened(chances, 2.0)
    assert sum(flat.values()) == pytest.approx(1)
    assert flat["a"] <= chances["a"] or len(chances) == 1
    assert max(flat, key=flat.__getitem__) == "a"


def test_every_voice_that_was_measured_is_a_rule(english):
    for question in QUESTIONS:
        names = {rule.__name__ for rule in question.rules} | {question.otherwise[1]}
        measured = english.trust.of(question.field)
        assert set(measured.rules) <= names
        assert all(0 < share < 1 for share in measured.rules.values())
        assert sum(measured.common.values()) == pytest.approx(1, abs=0.01)


def test_the_common_rules_are_measured(english):
    assert {"deed_by_its_cue", "plain_assertion"} <= set(english.trust.act.rules)
    assert POLARITY.otherwise[1] in english.trust.polarity.rules
    assert CERTAINTY.otherwise[1] in english.trust.certainty.rules


def test_nobody_owns_up_to_what_he_lays_on_militants(said):
    owning = (("claim_responsibility", 0.8), ("assert", 0.1))
    answer = settle(said("The army said militants had fled.", act=owning), ACT)
    assert answer.value is Act.ASSERT
    answer = settle(said("The army said its men had fled.", act=owning), ACT)
    assert answer.value is Act.CLAIM_RESPONSIBILITY


@pytest.mark.parametrize(
    ("speaker", "act"),
    [
        (MentionType.ORGANISATION, Act.ASSERT),
        (MentionType.MEDIA, Act.ASSERT),
        (MentionType.ARMED_GROUP, Act.CLAIM_RESPONSIBILITY),
        (MentionType.MILITARY, Act.CLAIM_RESPONSIBILITY),
    ],
)
def test_who_bears_no_arms_owns_up_to_no_losses(speaker, act, said):
    owning = (("claim_responsibility", 0.8), ("assert", 0.1))
    told = replace(said("The union said 33 had been killed.", act=owning), speaker=speaker)
    assert settle(told, ACT).value is act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The militia said its commander had died.", Act.ASSERT),
        ("The militia said its men had suffered a defeat.", Act.ASSERT),
        ("The militia said the arrests were arbitrary.", Act.ASSERT),
        ("The militia said its men had held the bridge.", Act.CLAIM_RESPONSIBILITY),
    ],
)
def test_nobody_owns_up_to_what_he_suffered_or_only_judges(text, act, said):
    owning = (("claim_responsibility", 0.8), ("assert", 0.1))
    assert settle(said(text, act=owning), ACT).value is act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The lawyer said the confession had been extracted by torture.", Act.ASSERT),
        ("The lawyer said the charge was contrary to the log.", Act.DENY),
        ("The lawyer said he knew nothing of the plan.", Act.DENY),
    ],
)
def test_nobody_denies_without_a_word_that_denies(text, act, said):
    denying, affirmed = (("deny", 0.8), ("assert", 0.1)), (("+", 0.9), ("-", 0.1))
    assert settle(said(text, act=denying, polarity=affirmed), ACT).value is act


def test_nobody_owns_up_to_what_was_done_by_another(said):
    owning = (("claim_responsibility", 0.8), ("assert", 0.1))
    answer = settle(said("The army said the deal was arranged by Tessaly.", act=owning), ACT)
    assert answer.value is Act.ASSERT
    answer = settle(said("The army said the deal was arranged by its men.", act=owning), ACT)
    assert answer.value is Act.CLAIM_RESPONSIBILITY
