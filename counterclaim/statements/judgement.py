"""Two voices on a stance, the rules and the learned reader: the likeliest answer wins.

The learned reader gives each answer a probability. The first rule that answers makes its own the
likelier, the more so the oftener it was right (`knowledge.trust`) and the rarer the answer is: by
Bayes' rule, as of two witnesses. Since both look at the same words, the result is flattened until
it is a share of right answers. Without a learned reading the common shares of the answers stand in
for it; a rule that was never measured is believed.

What follows from a field that is judged already is no question any more: a source that declines to
say leaves the matter open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

from counterclaim.knowledge.trust import Measured
from counterclaim.model.statement import Act, Certainty, Polarity, SourceType
from counterclaim.model.tags import Ranking
from counterclaim.model.text import Cited, Rival
from counterclaim.statements import acts, doubts
from counterclaim.statements.acts import admits, reaffirms
from counterclaim.statements.others import (
    is_not_yet_said,
    says_yes,
    tells_of_anothers,
    tells_of_enemies,
    tells_of_its_teller,
    tells_what_it_is_like,
)
from counterclaim.statements.responsibility import (
    claims_the_deed,
    tells_of_another_agent,
    tells_of_another_doer,
    tells_of_anothers_part,
    tells_of_losses,
)
from counterclaim.statements.stance import Said

V = TypeVar("V", bound=StrEnum)
Chances = Mapping[str, float]
"""How likely each answer is right, 0 to 1."""

LEARNED = "learned"
"""The rule id of an answer that only the learned reader gives."""

RIVALS = 3
"""Losing answers that are kept."""

LEAST = 0.001
"""Chance of an answer, below which it is not told from none."""

COARSER: Mapping[str, str] = {
    Act.DECLINE: Act.OTHER,
    Act.NON_DENIAL: Act.OTHER,
    Act.UNABLE_TO_VERIFY: Act.OTHER,
    Act.REAFFIRM: Act.ASSERT,
    Act.CONCEDE: Act.CLAIM_RESPONSIBILITY,
}
"""Acts that only rules tell apart, and what the learned reader calls them."""

NON_ANSWERS = frozenset({Act.DECLINE, Act.NON_DENIAL, Act.UNABLE_TO_VERIFY})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a source does by saying it, whether it holds it to be true, and how sure it is."""

    act: Cited[Act]
    polarity: Cited[Polarity]
    certainty: Cited[Certainty]


@dataclass(frozen=True, slots=True)
class Question(Generic[V]):
    """A field of stance, the rules that answer it, and the answer where none of them does."""

    field: str
    kind: type[V]
    rules: tuple[Callable[[Said], Cited[V] | None], ...]
    otherwise: tuple[V, str]


ACT = Question("act", Act, acts.RULES, (Act.ASSERT, "plain_assertion"))
POLARITY = Question("polarity", Polarity, doubts.POLARITIES, (Polarity.TRUE, "affirmed"))
CERTAINTY = Question(
    "certainty", Certainty, doubts.CERTAINTIES, (Certainty.CERTAIN, "no_doubt_voiced")
)
QUESTIONS: tuple[Question[Any], ...] = (ACT, POLARITY, CERTAINTY)


def judge(said: Said) -> Judgement:
    """Judge the stance of one statement, its fields in keeping with each other."""
    act = settle(said, ACT)
    polarity = _following(FROM_ACT, said, act) or settle(said, POLARITY)
    certainty = _following(FROM_POLARITY, said, polarity) or _doubted(said, settle(said, CERTAINTY))
    return Judgement(act, polarity, certainty)


def _doubted(said: Said, certainty: Cited[Certainty]) -> Cited[Certainty]:
    """Let a word of doubt stand where the learned reader is little surer that there is none."""
    if certainty.value is not Certainty.CERTAIN or (certainty.score or 1.0) >= LITTLE_SURER:
        return certainty
    voiced = next((rule(said) for rule in doubts.CERTAINTIES if rule(said)), None)
    lost = next((one for one in certainty.rivals if voiced and one.rule == voiced.rule), None)
    if voiced is None or lost is None:
        return certainty
    against: Rival[Certainty] = Rival(certainty.value, certainty.rule, certainty.score)
    others = tuple(one for one in certainty.rivals if one is not lost)
    return replace(voiced, score=lost.score, rivals=(against, *others))


LITTLE_SURER = 0.55
"""The chance below which the learned reader does not silence a word of doubt."""


def settle(said: Said, question: Question[V]) -> Cited[V]:
    """Return the likeliest answer, its chance, and those that lost to it.

    It is cited by the first rule that gives it, else by the learned reader.
    """
    measured = said.page.trust.of(question.field)
    ruled = ruled_answers(said, question)
    if ruled[0].rule not in measured.rules:
        return ruled[0]
    ranked = _possible(said, ranking(said, question.field))
    chances = weighed(ruled[0], expected(ranked, measured), measured)
    finer = {COARSER.get(one.value, one.value): one.value for one in reversed(ruled)}
    read = [question.kind(name) for name, _ in ranked]
    cue = said.cue() or said.finding.spans
    given = [*ruled, *(Cited(finer.get(value, value), cue, LEARNED) for value in read)]
    return _won([replace(one, score=_chance(chances, one.value)) for one in given])


def ruled_answers(said: Said, question: Question[V]) -> list[Cited[V]]:
    """Return what the rules answer, in their order; what holds otherwise, where none does."""
    given = (rule(said) for rule in question.rules)
    value, name = question.otherwise
    return [one for one in given if one is not None] or [Cited(value, said.cue(), name)]


def ranking(said: Said, field: str) -> Ranking:
    """Return the learned reader's answers with its probabilities; none without a reading."""
    tagged = said.page.tagged(said.finding)
    return tagged.stance.get(field, ()) if tagged else ()


OTHERS = (
    *(tells_of_enemies, tells_of_its_teller, tells_what_it_is_like),
    *(tells_of_anothers, tells_of_another_agent),
    *(tells_of_another_doer, tells_of_anothers_part, tells_of_losses, is_not_yet_said),
)
"""What a content that tells of others' deeds, or of none, is known by."""


def _possible(said: Said, ranked: Ranking) -> Ranking:
    """Leave out of the acts what the words rule out, however likely the learned reader holds it."""
    return tuple(one for one in ranked if one[0] not in UNFIT or not UNFIT[one[0]](said))


def _is_no_confession(said: Said) -> bool:
    """Whether no one who is named did it, or who says so lays it on others, or it is no deed."""
    return said.of_no_one() or any(rule(said) for rule in OTHERS)


def _is_no_denial(said: Said) -> bool:
    """Whether no word denies, and the learned reader too takes it for affirmed."""
    signs = ranking(said, "polarity")
    return bool(signs) and signs[0][0] == Polarity.TRUE and says_yes(said)


UNFIT: Mapping[str, Callable[[Said], bool]] = {
    Act.CLAIM_RESPONSIBILITY: _is_no_confession,
    Act.DENY: _is_no_denial,
}
"""What rules an act out, by the act."""


def expected(ranked: Ranking, measured: Measured) -> Chances:
    """Return every answer's chance before a rule speaks: what is not ranked shares the rest."""
    known = dict(ranked)
    left = max(LEAST, 1 - sum(known.values()))
    others = {name: share for name, share in measured.common.items() if name not in known}
    whole = sum(others.values()) or 1.0
    rest = {name: left * share / whole for name, share in others.items()}
    return flattened(known | rest, measured.learned) if ranked else rest


def weighed(ruled: Cited[Any], before: Chances, measured: Measured) -> Chances:
    """Return the chance of every answer after a rule has given its own (Bayes' rule)."""
    value = COARSER.get(ruled.value, ruled.value)
    weight = _odds(measured.rules[ruled.rule]) / _odds(measured.common.get(value, 0.0))
    after = {**before, value: before.get(value, LEAST) * weight}
    return flattened(after, measured.both)


def flattened(chances: Chances, temperature: float) -> Chances:
    """Bring chances nearer to each other (temperature above 1) or apart; they add up to 1."""
    powers = {name: chance ** (1 / temperature) for name, chance in chances.items()}
    whole = sum(powers.values())
    return {name: power / whole for name, power in powers.items()}


def _odds(chance: float) -> float:
    known = min(max(chance, LEAST), 1 - LEAST)
    return known / (1 - known)


def _chance(chances: Chances, value: str) -> float:
    return round(chances.get(COARSER.get(value, value), 0.0), 3)


def _won(given: Sequence[Cited[V]]) -> Cited[V]:
    """Return the likeliest answer, the earlier of two alike, with the others it won against."""
    first: dict[V, Cited[V]] = {}
    for one in given:
        first.setdefault(one.value, one)
    best, *lost = sorted(first.values(), key=lambda one: -(one.score or 0.0))
    rivals = (Rival(one.value, one.rule, one.score) for one in lost[:RIVALS])
    return replace(best, rivals=tuple(rivals))


def nobody_says_so(said: Said, _: Cited[Act]) -> Cited[Polarity] | None:
    """Read "no one has claimed": the matter is open."""
    if said.source.type is not SourceType.NONE:
        return None
    return Cited(Polarity.OPEN, tuple(filter(None, (said.source.span,))), "nobody_says_so")


def not_answered(said: Said, act: Cited[Act]) -> Cited[Polarity] | None:
    """Take the matter as open where the source declines, does not deny, cannot verify."""
    silent = act.value in NON_ANSWERS or (act.value is Act.OTHER and said.undone())
    return Cited(Polarity.OPEN, act.spans, "not_answered", act.score) if silent else None


def owned_up_to(said: Said, act: Cited[Act]) -> Cited[Polarity] | None:
    """Take a deed that a source owns up to in so many words as affirmed; "has not claimed" not."""
    if act.value is not Act.CLAIM_RESPONSIBILITY or act.rule != claims_the_deed.__name__:
        return None
    if any(rule(said) for rule in doubts.POLARITIES):
        return None
    return Cited(Polarity.TRUE, act.spans, "owned_up_to", act.score)


def held_to(_: Said, act: Cited[Act]) -> Cited[Polarity] | None:
    """Take as held to be true what a source admits, or says once more."""
    held = act.rule in {admits.__name__, reaffirms.__name__}
    return Cited(Polarity.TRUE, act.spans, "held_to") if held else None


def open_matter(_: Said, polarity: Cited[Polarity]) -> Cited[Certainty] | None:
    """Take nobody to be sure of what is left open."""
    if polarity.value is not Polarity.OPEN:
        return None
    return Cited(Certainty.UNKNOWN, polarity.spans, "open_matter", polarity.score)


FROM_ACT = (nobody_says_so, not_answered, owned_up_to, held_to)
FROM_POLARITY = (open_matter,)


def _following(
    rules: Sequence[Callable[[Said, Cited[Any]], Cited[V] | None]],
    said: Said,
    settled: Cited[Any],
) -> Cited[V] | None:
    """Return what follows from a field that is settled, if anything does."""
    return next((found for rule in rules if (found := rule(said, settled)) is not None), None)
