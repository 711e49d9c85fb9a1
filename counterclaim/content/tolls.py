"""How many an event killed, injured, took: the counts in the sentences that speak of it."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.content import modes
from counterclaim.content.coreference import Thread
from counterclaim.content.scene import Hit, Scene
from counterclaim.content.ties import Ties
from counterclaim.model.event import Toll
from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import Mention
from counterclaim.model.text import Cited
from counterclaim.model.tree import Words

NEAR = 4
"""Words before the one who attacked among which "including" stands."""


def tolls_of(scene: Scene, thread: Thread, ties: Ties) -> tuple[Toll, ...]:
    """Find what the words for an event count, and what stands free in their sentences."""
    found = [toll for one in _counts(scene, thread, ties) for toll in _toll(scene, one)]
    told = {(toll.effect, _sentence(scene, toll)) for toll in found}
    zeros = [one for one in _none(scene, thread) if (one.effect, _sentence(scene, one)) not in told]
    unique = {(toll.effect, toll.count.spans): toll for toll in (*found, *zeros)}
    return tuple(sorted(unique.values(), key=lambda toll: toll.count.spans))


def _counts(scene: Scene, thread: Thread, ties: Ties) -> Iterator[Mention]:
    for hit in thread.hits:
        free = ties.near_counts.get(scene.tree.sentence[hit.head], ())
        for mention in (*ties.counts.get(hit.head, ()), *free):
            if thread.together or not modes.since(scene, scene.words(mention)[0]):
                yield mention


def _toll(scene: Scene, mention: Mention) -> Iterator[Toll]:
    count = mention.quantity
    if count is not None and count.value.effect is not None:
        words = scene.words(mention)
        held = scene.held.get(words[0])
        included = _attackers(scene, words)
        yield Toll(count.value.effect, count, held.id if held else None, included)


def _attackers(scene: Scene, words: Words) -> bool | None:
    """Say whether the one who attacked is counted: "13 dead, including the bomber"."""
    tree = scene.tree
    _, last = tree.bounds[tree.sentence[words[0]]]
    for word in range(words[-1] + 1, last):
        if scene.lexicon.listed(tree, word, "attackers"):
            before = range(max(words[-1], word - NEAR), word)
            if any(scene.lexicon.listed(tree, at, "leaving_out") for at in before):
                return False
            if any(scene.lexicon.listed(tree, at, "including") for at in before):
                return True
    return None


def _sentence(scene: Scene, toll: Toll) -> int:
    return scene.tree.sentence[scene.tree.at(toll.count.spans[0])[0]]


def _none(scene: Scene, thread: Thread) -> Iterator[Toll]:
    """Read "no injuries", "no deaths": what is not stated is no zero."""
    for hit in thread.hits:
        effect = scene.lexicon.effects.get(scene.tree.tokens[hit.head].lemma)
        words = _nobody(scene, hit) if hit.rule == "effect" and effect else ()
        if words and effect is not None:
            held = scene.held.get(hit.head)
            zero = Quantity(0, 0, unit="people", effect=effect)
            count = Cited(zero, scene.spans(*words, hit.head), "nobody")
            yield Toll(effect, count, held.id if held else None)


def _nobody(scene: Scene, hit: Hit) -> Words:
    tree = scene.tree
    subjects = tree.under(hit.head, "nsubj", "nsubjpass")
    theirs = tuple(word for one in subjects for word in (*tree.under(one, "det"), one))
    found = (*tree.under(hit.head, "det"), *theirs)
    return tuple(word for word in found if scene.lexicon.listed(tree, word, "nobody"))
