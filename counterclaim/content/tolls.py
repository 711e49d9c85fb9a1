"""How many an event killed, injured, took: the counts in the sentences that speak of it."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.content import modes
from counterclaim.content.coreference import Thread
from counterclaim.content.owners import noun_of
from counterclaim.content.scene import Hit, Scene
from counterclaim.content.ties import Ties
from counterclaim.model.event import Toll
from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import Mention
from counterclaim.model.text import Cited
from counterclaim.model.tree import Words

ADVERBS = ("advmod", "npadvmod")
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
    count, words = mention.quantity, scene.words(mention)
    if count is None or count.value.effect is None or not _counts_people(scene, words):
        return
    held = scene.held.get(words[0])
    yield Toll(
        effect=count.value.effect,
        count=count,
        statement=held.id if held else None,
        attackers_included=_attackers(scene, words),
        partial=_is_partial(scene, count.value),
        earlier=_is_earlier(scene, words[0]),
    )


def _counts_people(scene: Scene, words: Words) -> bool:
    """Whether a number counts whom it befell: not who says so, nor where it was."""
    noun = noun_of(scene.tree, words)
    above = None if noun is None else scene.tree.parent(noun)
    if noun is None or above is None:
        return True
    token = scene.tree.tokens[above]
    if scene.tree.tokens[noun].dep == "pobj":
        return not scene.lexicon.listed(scene.tree, above, "within")
    says = any(one.cue is not None and token.span in one.cue for one in scene.statements)
    return not (says and scene.tree.tokens[noun].dep == "nsubj")


def _is_partial(scene: Scene, count: Quantity) -> bool:
    """Whether a number names the sort of people that it counts, who may be some of all."""
    anybody = scene.lexicon.words.get("anybody", frozenset())
    return bool(count.unit) and count.unit not in anybody


def _is_earlier(scene: Scene, word: int) -> bool:
    """Whether the words put a number before a later one: "had earlier spoken of", "first said"."""
    tree = scene.tree
    over = [*tree.under(word, "relcl")]
    while (above := tree.parent(word)) is not None:
        over.append(above)
        word = above
    beside = [each for one in over for each in (one, *tree.under(one, *ADVERBS))]
    near = (*beside, *(far for each in beside for far in tree.under(each, *ADVERBS)))
    said = (each for each in near if tree.tokens[each].pos in {"ADV", "ADJ"})
    return any(scene.lexicon.listed(tree, each, "earlier") for each in said)


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
