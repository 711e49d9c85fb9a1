"""How many an event killed, injured, took: the counts in the sentences that speak of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.content import modes
from counterclaim.content.figures import figures_beside
from counterclaim.content.owners import after_of, noun_of
from counterclaim.content.scene import Hit, Scene
from counterclaim.content.ties import Ties
from counterclaim.content.told import Thread
from counterclaim.model.event import Toll
from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import Mention, MentionType, Polarity
from counterclaim.model.text import Cited, Span
from counterclaim.model.tree import Words

THINGS = (MentionType.WEAPON, MentionType.PLATFORM, MentionType.VEHICLE)
ADVERBS = ("advmod", "npadvmod")
Spans = tuple[Span, ...]
NEAR = 4
"""Words before the one who attacked among which "including" stands."""


def tolls_of(scene: Scene, thread: Thread, ties: Ties) -> tuple[Toll, ...]:
    """Find what the words for an event count, and what stands free in their sentences."""
    found = [toll for one in _counts(scene, thread, ties) for toll in _toll(scene, one)]
    found.extend(_pointed(scene, thread))
    found.extend(figures_beside(scene, found))
    told = {(toll.effect, _sentence(scene, toll)) for toll in found}
    zeros = [one for one in _none(scene, thread) if (one.effect, _sentence(scene, one)) not in told]
    unique = {
        (toll.effect, toll.count.spans): toll
        for toll in (*found, *zeros)
        if not _is_rejected(scene, toll)
    }
    return tuple(sorted(unique.values(), key=lambda toll: toll.count.spans))


def _is_rejected(scene: Scene, toll: Toll) -> bool:
    """Whether its holder says that it is not so: "rejected reports of 60 dead" gives no toll."""
    held = scene.held.get(scene.tree.at(toll.count.spans[0])[0])
    return held is not None and held.polarity.value is Polarity.FALSE


def _counts(scene: Scene, thread: Thread, ties: Ties) -> Iterator[Mention]:
    for hit in thread.hits:
        free = ties.near_counts.get(scene.tree.sentence[hit.head], ())
        for mention in (*ties.counts.get(hit.head, ()), *free):
            word = scene.words(mention)[0]
            summed = modes.since(scene, word) or modes.is_of_a_war(scene, word)
            if thread.together or not summed:
                yield mention


def _toll(scene: Scene, mention: Mention) -> Iterator[Toll]:
    count, words = mention.quantity, scene.words(mention)
    if count is None or count.value.effect is None or not _counts_people(scene, words):
        return
    held = scene.held.get(words[0])
    if _were_hurt_before(scene, words) or _is_a_whole(scene, words):
        return
    if count.value.high == 0 and _is_ones_own(scene, words):
        return
    company = _company(scene, words)
    if company:
        whole = _with_one_more(count, scene.spans(*company), len(company))
        yield Toll(count.value.effect, whole, held.id if held else None, _attackers(scene, words))
    yield Toll(
        effect=count.value.effect,
        count=count,
        statement=held.id if held else None,
        attackers_included=_attackers(scene, words),
        partial=_is_partial(scene, count.value) or _is_of_others(scene, words),
        earlier=_is_earlier(scene, words[0]),
        revised=_is_revised(scene, words[-1]),
    )


def _is_ones_own(scene: Scene, words: Words) -> bool:
    """Whether somebody says whom he did nothing to: "he had killed nobody" is no toll of it."""
    tree, word = scene.tree, words[-1]
    verb = tree.parent(word) if tree.tokens[word].dep == "dobj" else None
    doers = () if verb is None else (*tree.under(verb, "nsubj"), *_before(scene, verb))
    return any(scene.mentioned(at, *PEOPLE) for at in doers)


def _before(scene: Scene, verb: int) -> Words:
    """Return the doers of the verb that a verb is joined to: "was in mourning and had killed"."""
    tree = scene.tree
    first = tree.tokens[verb].head if tree.tokens[verb].dep == "conj" else verb
    return tree.under(first, "nsubj")


PEOPLE = (
    *(MentionType.PERSON, MentionType.POPULATION, MentionType.ARMED_GROUP),
    *(MentionType.MILITARY, MentionType.GOVERNMENT, MentionType.ORGANISATION),
)


def _were_hurt_before(scene: Scene, words: Words) -> bool:
    """Whether those counted are some of a toll told before: "two of the wounded died"."""
    counted = (at for word in words for at in after_of(scene.tree, word))
    return any(scene.lexicon.listed(scene.tree, at, "hurt") for at in counted)


def _is_of_others(scene: Scene, words: Words) -> bool:
    """Whether a number is part of another: "three of the 27 patients", "none of them died"."""
    tree = scene.tree
    whole = [one for word in words for one in after_of(tree, word)]
    none = any(scene.lexicon.listed(tree, word, "nobody") for word in words)
    return any(
        tree.under(one, "nummod") or (none and tree.tokens[one].pos == "PRON") for one in whole
    )


def _is_a_whole(scene: Scene, words: Words) -> bool:
    """Whether a number is that of which another one is a part: "three of the 27 patients died"."""
    tree, noun = scene.tree, noun_of(scene.tree, words)
    of = None if noun is None or tree.tokens[noun].dep != "pobj" else tree.parent(noun)
    part = tree.parent(of) if of is not None and tree.lower(of) == "of" else None
    return part is not None and tree.tokens[part].pos == "NUM"


def _noun(scene: Scene, words: Words) -> int | None:
    """Return the noun that a number counts, also where the tree hangs it on a month before it."""
    noun = noun_of(scene.tree, words)
    above, after = scene.tree.parent(words[-1]), words[-1] + 1
    dated = above is not None and scene.mentioned(above, MentionType.TIME)
    if not dated or after == len(scene.tree.tokens):
        return noun
    is_noun = scene.tree.tokens[after].pos in {"NOUN", "PROPN"}
    return after if is_noun else scene.tree.parent(after)


def _company(scene: Scene, words: Words) -> Words:
    """Find who else it befell, and belongs to those counted: "five men and their driver"."""
    tree, noun = scene.tree, _noun(scene, words)
    others = () if noun is None else tree.under(noun, "conj")
    return tuple(
        other
        for other in others
        if tree.tokens[other].tag == "NN"
        and any(tree.tokens[owner].tag == "PRP$" for owner in tree.under(other, "poss"))
    )


def _with_one_more(count: Cited[Quantity], spans: Spans, more: int) -> Cited[Quantity]:
    """Add single people to a number that the words keep apart from them."""
    number = count.value
    low = None if number.low is None else number.low + more
    high = None if number.high is None else number.high + more
    whole = replace(number, low=low, high=high, unit="people", of="")
    return Cited(whole, (*count.spans, *spans), "counted_together")


def _pointed(scene: Scene, thread: Thread) -> Iterator[Toll]:
    """Read a number that "it" is put at, right after words for what befell people."""
    tree = scene.tree
    told = {tree.sentence[hit.head]: hit for hit in thread.hits if hit.rule == "effect"}
    for mention in scene.mentions:
        count, words = mention.quantity, scene.words(mention)
        last = told.get(tree.sentence[words[0]] - 1) if words else None
        effect = scene.lexicon.effects.get(tree.tokens[last.head].lemma) if last else None
        if count and effect and count.value.effect is None and _put_at(scene, words):
            held = scene.held.get(words[0])
            number = replace(count, value=replace(count.value, effect=effect), rule="put_at")
            yield Toll(effect, number, held.id if held else None)


def _put_at(scene: Scene, words: Words) -> bool:
    """Whether a number is what somebody puts "it" at."""
    tree, preposition = scene.tree, scene.tree.parent(words[-1])
    verb = tree.parent(preposition) if preposition is not None else None
    if verb is None or not scene.lexicon.listed(tree, verb, "putting"):
        return False
    return any(tree.tokens[word].pos == "PRON" for word in tree.under(verb, "dobj"))


def _counts_people(scene: Scene, words: Words) -> bool:
    """Whether a number counts whom it befell: not who says so, where it was, nor what was hit."""
    noun = _noun(scene, words)
    if any(scene.mentioned(at, *THINGS) for at in _counted(scene, words, noun)):
        return False
    above = None if noun is None else scene.tree.parent(noun)
    if noun is None or above is None:
        return True
    token = scene.tree.tokens[above]
    if scene.tree.tokens[noun].dep == "pobj":
        return not scene.lexicon.listed(scene.tree, above, "within")
    says = any(one.cue is not None and token.span in one.cue for one in scene.statements)
    return not (says and scene.tree.tokens[noun].dep == "nsubj")


def _counted(scene: Scene, words: Words, noun: int | None) -> Iterator[int]:
    """Yield what a number may count: its noun, that after "of", that beside which it stands."""
    yield from () if noun is None else (noun,)
    for word in words:
        yield from after_of(scene.tree, word)
        if scene.tree.tokens[word].dep == "conj":
            yield scene.tree.tokens[word].head


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


def _is_revised(scene: Scene, word: int) -> bool:
    """Whether the words call a number a change of another: "risen to 50", "cut the toll to 253"."""
    tree = scene.tree
    while tree.tokens[word].dep in TIED and tree.tokens[word].head != word:
        word = tree.tokens[word].head
        if scene.lexicon.listed(tree, word, "changing"):
            return True
    return False


TIED = frozenset({"nummod", "pobj", "prep", "dobj", "pcomp", "advmod", "quantmod", "prt"})


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
