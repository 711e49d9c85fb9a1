"""How many an event killed, injured, took: the counts in the sentences that speak of it."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.content.coreference import Thread
from counterclaim.content.scene import Hit, Scene
from counterclaim.model.event import Toll
from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import Mention
from counterclaim.model.text import Cited
from counterclaim.model.time import Relation


def tolls_of(scene: Scene, thread: Thread) -> tuple[Toll, ...]:
    """Find what the sentences on an event count, once each."""
    sentences = {scene.tree.sentence[hit.head]: hit for hit in reversed(thread.hits)}
    found = [*_counted(scene, sentences), *_none(scene, thread)]
    unique = {(toll.effect, toll.count.spans): toll for toll in found}
    return tuple(sorted(unique.values(), key=lambda toll: toll.count.spans))


def _counted(scene: Scene, sentences: dict[int, Hit]) -> Iterator[Toll]:
    for mention in scene.mentions:
        count = mention.quantity
        words = scene.words(mention) if count and count.value.effect else ()
        if count is None or not words or scene.tree.sentence[words[0]] not in sentences:
            continue
        if not _summed(scene, mention):
            yield from _toll(scene, words[0], count)


def _toll(scene: Scene, word: int, count: Cited[Quantity]) -> Iterator[Toll]:
    held = scene.held.get(word)
    if count.value.effect is not None:
        yield Toll(count.value.effect, count, held.id if held else None)


def _summed(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence counts over a time: "148 killed since April"."""
    sentence = scene.tree.sentence[scene.words(mention)[0]]
    return any(
        one.time is not None
        and one.time.value.relation is Relation.SINCE
        and scene.tree.sentence[scene.words(one)[0]] == sentence
        for one in scene.mentions
        if one.time is not None
    )


def _none(scene: Scene, thread: Thread) -> Iterator[Toll]:
    """Read "no one was killed", "there were no casualties": the only zero there is."""
    for hit in thread.hits:
        effect = scene.lexicon.effects.get(scene.tree.tokens[hit.head].lemma)
        if hit.rule != "effect" or effect is None:
            continue
        words = _nobody(scene, hit.head)
        if words:
            held = scene.held.get(hit.head)
            zero = Quantity(0, 0, unit="people", effect=effect)
            spans = scene.spans(*words, hit.head)
            yield Toll(effect, Cited(zero, spans, "nobody"), held.id if held else None)


def _nobody(scene: Scene, head: int) -> tuple[int, ...]:
    tree = scene.tree
    own = tree.under(head, "det")
    subjects = tree.under(head, "nsubj", "nsubjpass")
    theirs = tuple(word for one in subjects for word in (*tree.under(one, "det"), one))
    return tuple(word for word in (*own, *theirs) if scene.lexicon.listed(tree, word, "nobody"))
