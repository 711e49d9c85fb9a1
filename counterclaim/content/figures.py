"""Figures that say not whom they count, set beside a toll: "the mayor counted 60".

They count whom the toll before them counts, in the words of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.content.scene import Scene
from counterclaim.model.event import Toll
from counterclaim.model.quantity import Bound, Effect
from counterclaim.model.statement import Mention, Statement
from counterclaim.model.text import Cited

REACH = 2
"""Sentences after a toll, or a figure set beside it, in which the next one may stand."""
NAMING = frozenset({"NOUN", "PROPN", "VERB"})
DEAD = Effect.KILLED


def figures_beside(scene: Scene, tolls: Sequence[Toll]) -> Iterator[Toll]:
    """Read figures that follow tolls of an event, with no other number between them."""
    counts = {toll.count.spans[-1]: toll for toll in tolls}
    before: list[Toll] = []
    at = -REACH
    for mention in (each for each in scene.mentions if each.quantity and scene.words(each)):
        sentence = scene.tree.sentence[scene.words(mention)[0]]
        toll = counts.get(mention.quantity.spans[-1]) if mention.quantity else None
        figure = None if toll or sentence - at > REACH else _figure(scene, mention, before)
        if figure:
            yield figure
        elif toll is None:
            before = []
        else:
            before = [toll] if sentence != at else [*before, toll]
        at = sentence


def _figure(scene: Scene, mention: Mention, before: Sequence[Toll]) -> Toll | None:
    """Read a figure as one of those whom the tolls of one sentence before it count."""
    held, count = scene.held.get(scene.words(mention)[0]), mention.quantity
    if held is None or count is None or count.value.effect:
        return None
    if not _says_no_more(scene, mention, held):
        return None
    last = _meant(before, toll=_is_of_dead(scene, held))
    if last is None or count.value.bound is Bound.UNQUANTIFIED:
        return None
    of = last.count.value
    value = replace(count.value, effect=last.effect, unit=of.unit, of=of.of)
    beside = Cited(value, count.spans, "set_beside")
    return replace(last, count=beside, statement=held.id, earlier=False, revised=False)


def _meant(tolls: Sequence[Toll], *, toll: bool) -> Toll | None:
    """Return the toll of which a figure gives another number; none where it may be of several."""
    effects = {DEAD} if toll else {each.effect for each in tolls}
    found = [each for each in tolls if each.effect in effects]
    if len(effects) > 1 or len({each.count.value.unit for each in found if each.partial}) > 1:
        return None
    return max(found, key=lambda each: each.count.value.low or 0, default=None)


def _says_no_more(scene: Scene, mention: Mention, statement: Statement) -> bool:
    """Whether a number is all that a source gives: "60", "the number at 14", "it at 300"."""
    tree, cue = scene.tree, statement.cue
    verb = scene.head(tree.at(cue)) if cue and tree.at(cue) else None
    if verb is None or not scene.lexicon.listed(tree, verb, "counting"):
        return False
    number = scene.words(mention)
    said = [word for span in statement.content for word in tree.at(span) if word not in number]
    aside = next((at for at in said if at > number[-1] and tree.tokens[at].pos == "PUNCT"), None)
    names = [word for word in said if aside is None or word < aside]
    names = [word for word in names if tree.tokens[word].pos in NAMING]
    lists = ("figures", "anybody")
    return all(any(scene.lexicon.listed(tree, word, name) for name in lists) for word in names)


def _is_of_dead(scene: Scene, statement: Statement) -> bool:
    words = (word for span in statement.content for word in scene.tree.at(span))
    return any(scene.lexicon.listed(scene.tree, word, "of_dead") for word in words)
