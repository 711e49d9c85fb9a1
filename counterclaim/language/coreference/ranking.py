"""Which party of the text so far a mention stands for, or none: the signs weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from counterclaim.language.coreference.forms import LINKS, Form, Scene
from counterclaim.language.coreference.party import STEM, Pair, Party
from counterclaim.language.coreference.signs import BARS, CLASHES, SIGNS
from counterclaim.language.coreference.vocabulary import Sort
from counterclaim.model.statement import MentionType

REACH = {Sort.NAME: 1, Sort.NOUN: 12, Sort.PRONOUN: 3, Sort.SPEAKER: 12}
"""How many sentences back a party may be that shares no word with a mention."""

HUMAN = frozenset({MentionType.PERSON, MentionType.POPULATION})


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be meant: a party, or none so far; the signs that tell; how likely it is."""

    party: Party | None
    signs: tuple[str, ...]
    chance: float = 0.0


def options(one: Form, parties: Sequence[Party], scene: Scene) -> Iterator[Choice]:
    """Yield that it is somebody new, and every party that it may stand for, with the signs."""
    yield Choice(None, tuple(_signs_of_new(one)))
    prefix = f"{one.sort}: "
    near = [Pair(one, party, scene) for party in _near(one, parties, scene)]
    allowed = [pair for pair in near if not any(bar(pair) for bar in BARS)]
    told = [[sign.__name__ for sign in SIGNS[one.sort] if sign(pair)] for pair in allowed]
    fitting = [not CLASHES & {*signs} for signs in told]
    called = ["fitting_word" in signs for signs in told]
    for pair, signs, fits, named in zip(allowed, told, fitting, called, strict=True):
        only = ["only_one"] if fits and sum(fitting) == 1 else []
        only += ["only_one_called_so"] if named and sum(called) == 1 else []
        yield Choice(pair.party, tuple([prefix + sign for sign in signs + only]))


def weigh(
    choices: Sequence[Choice], weights: Mapping[str, float], familiar: float = 0.0
) -> tuple[Choice, ...]:
    """Give each choice its chance, the likeliest first; `familiar` speaks for all known ones."""
    scores = [
        sum(weights.get(sign, 0.0) for sign in choice.signs) + (familiar if choice.party else 0.0)
        for choice in choices
    ]
    most = max(scores)
    raised = [exp(score - most) for score in scores]
    whole = sum(raised)
    weighed = [
        Choice(choice.party, choice.signs, one / whole)
        for choice, one in zip(choices, raised, strict=True)
    ]
    return tuple(sorted(weighed, key=lambda choice: -choice.chance))


def _signs_of_new(one: Form) -> Iterator[str]:
    yield f"{one.sort}: new"
    if one.sort in {Sort.NAME, Sort.NOUN}:
        yield f"{one.sort}: new, {one.article or 'bare'}"
    else:
        yield f"{one.sort}: new, {one.gender or one.number}"


def _near(one: Form, parties: Sequence[Party], scene: Scene) -> Iterator[Party]:
    """Yield the parties worth a look: they share a word with a mention, or stand near."""
    first, shares = one.sentence - REACH[one.sort], SHARED[one.sort](one)
    for party in parties:
        near = party.last.sentence >= first or shares(party)
        if near and (one.sort is not Sort.NOUN or _may_be_called(one, party, scene)):
            yield party


Shares = Callable[[Party], bool]


def _in_name(one: Form) -> Shares:
    """Compare a name with those of a party: by a word, a stem, the initials, or who it is."""
    own, whole = {*one.name} - LINKS, "".join(one.name).replace(".", "")
    stems, initials = {word[:STEM] for word in one.name if len(word) >= STEM}, one.initials

    def shares(party: Party) -> bool:
        """Whether they have a word, a stem or the initials in common, or are known as one."""
        spelt = not own.isdisjoint(party.words) or not stems.isdisjoint(party.stems)
        short = initials in party.words or whole in party.initials
        return spelt or short or any(one.known & known for known in party.known)

    return shares


def _in_phrase(one: Form) -> Shares:
    """Compare what a noun phrase says with what a party was called: by its head, its modifiers."""

    def shares(party: Party) -> bool:
        """Whether the party was called so, or has a word of it in its name."""
        called = one.lemma in party.lemmas or one.lemma in party.words
        return called or not one.modifiers.isdisjoint(party.words)

    return shares


def _in_nothing(_: Form) -> Shares:
    """Share nothing: a pronoun has no word of its own."""
    return lambda _: False


SHARED: Mapping[Sort, Callable[[Form], Shares]] = {
    Sort.NAME: _in_name,
    Sort.NOUN: _in_phrase,
    Sort.PRONOUN: _in_nothing,
    Sort.SPEAKER: _in_nothing,
}


def _may_be_called(one: Form, party: Party, scene: Scene) -> bool:
    """Whether both are people or none is, and a place is called what places are."""
    if party.types == {MentionType.PLACE}:
        return one.lemma in scene.words.kinds.get(MentionType.PLACE, ())
    return not party.types or (one.mention.type in HUMAN) != HUMAN.isdisjoint(party.types)
