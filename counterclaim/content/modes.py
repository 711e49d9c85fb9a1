"""How words put an event: as known or new, as done, tried, planned, possible, denied."""

from __future__ import annotations

from collections.abc import Iterator, Set

from counterclaim.content.scene import Hit, Scene
from counterclaim.model.event import Modality, Status
from counterclaim.model.statement import MentionType
from counterclaim.model.text import Cited
from counterclaim.model.time import Precision, Relation
from counterclaim.model.tree import Tree, Words

GOVERNED = frozenset({"xcomp", "pcomp", "dobj", "pobj", "acl", "ccomp", "prep", "conj"})
PLURAL = frozenset({"NNS", "NNPS"})
BEFORE = ("det", "poss", "amod", "advmod", "nummod", "compound", "predet")


def noun_of(tree: Tree, hit: Hit) -> int | None:
    """Return the noun by which an event is named, also after a verb: "carried out the attack"."""
    if hit.rule == "verb_of_event":
        return next((word for word in hit.words[1:] if tree.tokens[word].pos == "NOUN"), None)
    named = hit.rule in {"noun_of_event", "general"} and tree.tokens[hit.head].pos != "VERB"
    return hit.head if named else None


def is_definite(scene: Scene, hit: Hit) -> bool:
    """Whether the words take the event for known: "the attack", "that bombing"."""
    noun = noun_of(scene.tree, hit)
    return noun is not None and any(
        scene.lexicon.listed(scene.tree, word, "definite") or scene.tree.tokens[word].dep == "poss"
        for word in scene.tree.under(noun, "det", "poss", "predet")
    )


def points_back(scene: Scene, hit: Hit) -> bool:
    """Whether a noun takes one event for known: not "its attacks", nor "the acts of its army"."""
    tree, noun = scene.tree, noun_of(scene.tree, hit)
    if noun is None or not is_definite(scene, hit):
        return False
    if hit.rule == "general" and any(tree.lower(word) == "of" for word in tree.under(noun, "prep")):
        return False
    articles = tree.under(noun, "det", "predet")
    return tree.tokens[noun].tag not in PLURAL or any(
        scene.lexicon.listed(tree, word, "definite") and not scene.lexicon.listed(tree, word, "any")
        for word in articles
    )


def is_habit(scene: Scene, hit: Hit) -> bool:
    """Whether it is told that such things happened before: "has kidnapped staff before"."""
    tree = scene.tree
    verb = hit.head if tree.tokens[hit.head].pos == "VERB" else tree.tokens[hit.head].head
    sides = tree.under(verb, "advmod") if hit.type else ()
    return any(scene.lexicon.listed(tree, word, "habits") for word in sides)


def is_purpose(scene: Scene, hit: Hit) -> bool:
    """Whether a verb only says what something is for: "cells to carry out attacks"."""
    tree = scene.tree
    aim = any(tree.tokens[word].tag == "TO" for word in tree.under(hit.head, "aux"))
    return aim and tree.tokens[hit.head].dep in {"advcl", "acl", "relcl", "xcomp"}


def is_new(scene: Scene, hit: Hit) -> bool:
    """Whether the words bring the event in: "a bombing", not "it was a bombing"."""
    noun = noun_of(scene.tree, hit)
    if noun is None or scene.tree.tokens[noun].dep in {"attr", "oprd"} or _judged(scene, noun):
        return False
    articles = scene.tree.under(noun, "det")
    return any(scene.lexicon.listed(scene.tree, word, "indefinite") for word in articles)


def _judged(scene: Scene, noun: int) -> bool:
    """Whether a noun says what one thinks of an event: "denounced a savage attack"."""
    tree, above = scene.tree, scene.tree.parent(noun)
    if above is not None and tree.lower(above) == "as":
        above = tree.parent(above)
    if above is not None and tree.tokens[noun].dep == "pobj":
        tied = tree.parent(above)
        return tied is not None and scene.lexicon.listed(tree, tied, "judging", "pointing")
    return above is not None and scene.lexicon.listed(tree, above, "judging")


def is_another(scene: Scene, hit: Hit) -> bool:
    """Whether the words say that it is not the one before."""
    sides = scene.tree.under(hit.head, "det", "amod", "advmod", "nummod")
    return any(scene.lexicon.listed(scene.tree, word, "another") for word in sides)


def is_plural(scene: Scene, hit: Hit) -> bool:
    """Whether it is several events in one word."""
    noun = noun_of(scene.tree, hit) if hit.rule == "noun_of_event" else None
    return noun is not None and scene.tree.tokens[noun].tag in PLURAL


def is_several(scene: Scene, hit: Hit) -> bool:
    """Whether a noun, of any event or of one sort, is in the plural."""
    noun = noun_of(scene.tree, hit)
    return noun is not None and scene.tree.tokens[noun].tag in PLURAL


def is_many(scene: Scene, hit: Hit) -> bool:
    """Whether words count several events, without saying which: "carried out many attacks"."""
    noun = noun_of(scene.tree, hit)
    beside = () if noun is None else scene.tree.under(noun, "amod", "det", "nummod")
    return any(scene.lexicon.listed(scene.tree, word, "many") for word in beside)


def is_together(scene: Scene, hit: Hit) -> Words:
    """Find the words that count several happenings as one: "since April", "in total"."""
    tree = scene.tree
    beneath = [word for child in tree.children[hit.head] for word in (child, *tree.children[child])]
    return (*_listed(scene, tuple(beneath), "together"), *since(scene, hit.head))


def since(scene: Scene, word: int) -> Words:
    """Find a time in the sentence from which on something is counted: "since April"."""
    first, last = scene.tree.bounds[scene.tree.sentence[word]]
    return tuple(at for at in range(first, last) if _starts_a_count(scene, at))


def is_of_a_war(scene: Scene, word: int) -> bool:
    """Whether a number is what a whole war took: "since the war began", "the war has left".

    Where a day is told, it is the number of that day, but for "soldiers killed in the war".
    """
    tree = scene.tree
    first, last = tree.bounds[tree.sentence[word]]
    wars = [at for at in range(first, last) if scene.lexicon.listed(tree, at, "wars")]
    if any(_says_which(scene, at) for at in wars):
        return True
    if any(_is_a_day(scene, at) for at in range(first, last)):
        return False
    above = set(_above(scene, word))
    return any(_takes(scene, at, above) for at in wars)


def _says_which(scene: Scene, war: int) -> bool:
    """Whether a war tells which dead are meant, and a new toll of them: "brought the toll to"."""
    tree = scene.tree
    tie = tree.parent(war) if tree.tokens[war].dep == "pobj" else None
    verb = tree.parent(tie) if tie is not None else None
    if verb is None or tree.tokens[verb].dep != "acl":
        return False
    first, last = tree.bounds[tree.sentence[war]]
    return any(scene.lexicon.listed(tree, at, "changing") for at in range(first, last))


def _takes(scene: Scene, war: int, above: Set[int]) -> bool:
    """Whether a war is what the words above a number tell of, or that from which they count."""
    tree = scene.tree
    token = tree.tokens[war]
    if token.dep == "pobj":
        return tree.tokens[token.head].head in above
    begun = any(scene.lexicon.listed(tree, at, "ordering") for at in tree.children[token.head])
    return token.dep == "nsubj" and (begun or token.head in above)


def _above(scene: Scene, word: int) -> Iterator[int]:
    at: int | None = word
    while at is not None:
        yield at
        at = scene.tree.parent(at)


def _is_a_day(scene: Scene, word: int) -> bool:
    time = scene.mentioned(word, MentionType.TIME)
    return time is not None and time.time is not None and time.time.value.precision is Precision.DAY


def _starts_a_count(scene: Scene, word: int) -> bool:
    time = scene.mentioned(word, MentionType.TIME)
    return time is not None and time.time is not None and time.time.value.relation is Relation.SINCE


def modality_of(scene: Scene, hit: Hit) -> Iterator[Cited[Modality]]:
    """Find what keeps a mention of an event from being news of it, each with its words."""
    for value, rule in ((Modality.NEGATED, negated), (Modality.HYPOTHETICAL, hypothetical)):
        if words := rule(scene, hit.head):
            yield Cited(value, scene.spans(*words), rule.__name__)
    if words := future(scene, hit.head):
        yield Cited(Modality.FUTURE, scene.spans(*words), "future")


def status_of(scene: Scene, hit: Hit) -> Cited[Status]:
    """Say how far it came to pass, by the words around it."""
    for rule, value in STATUSES:
        if words := rule(scene, hit.head):
            return Cited(value, scene.spans(*words), rule.__name__)
    return Cited(Status.OCCURRED, scene.spans(hit.head), "told")


def negated(scene: Scene, head: int) -> Words:
    """Say that it did not happen: a "not" or a "no" hangs on it."""
    tree = scene.tree
    mine = tree.under(head, "neg", "det", "preconj")
    subjects = tree.under(head, "nsubj", "nsubjpass")
    theirs = [
        word
        for subject in subjects
        for word in (subject, *tree.under(subject, "det", "neg", "preconj"))
    ]
    return tuple(
        word
        for listed, words in (("negation", mine), ("nobody", theirs))
        for word in words
        if scene.lexicon.listed(tree, word, listed)
    )


def hypothetical(scene: Scene, head: int) -> Words:
    """Put it as a case: "if", "would", "could"."""
    tree = scene.tree
    modal = _listed(scene, tree.under(head, "aux"), "possible")
    perfect = any(tree.lower(word) == "have" for word in tree.under(head, "aux"))
    marks = _listed(scene, tree.under(head, "mark"), "conditional")
    return (*marks, *(() if perfect and not marks else modal))


def is_a_case(scene: Scene, verb: int) -> bool:
    """Whether a clause is put as a case, or asked: "if", "whether"."""
    return bool(_listed(scene, scene.tree.under(verb, "mark"), "conditional"))


def future(scene: Scene, head: int) -> Words:
    """Put it ahead: "will"."""
    return _listed(scene, scene.tree.under(head, "aux"), "future")


def demanded(scene: Scene, head: int) -> Words:
    """Say that it should come to an end: "must stop shelling"."""
    tree, words = scene.tree, _governed(scene, head, "ending")
    return tuple(at for at in words if _listed(scene, tree.under(at, "aux"), "possible"))


def planned(scene: Scene, head: int) -> Words:
    """Say that it was planned or threatened."""
    return _governed(scene, head, "planning")


def attempted(scene: Scene, head: int) -> Words:
    """Say that it was tried and did not come off."""
    return _governed(scene, head, "attempting")


def alleged(scene: Scene, head: int) -> Words:
    """Call it alleged, reported or supposed."""
    return _listed(scene, scene.tree.under(head, "amod", "advmod"), "alleged")


def _governed(scene: Scene, head: int, name: str) -> Words:
    """Find such words beside an event, or above it as far as they take it for their object."""
    tree = scene.tree
    found = [*tree.under(head, "amod", "compound"), head]
    at = head
    while _is_governed(tree, at) and len(found) < 6:
        at = tree.tokens[at].head
        found.append(at)
    return _listed(scene, tuple(found), name)


def _is_governed(tree: Tree, word: int) -> bool:
    """Whether the word above may take one for its object: no "foiled a plot and arrested four"."""
    token = tree.tokens[word]
    own = token.dep == "conj" and token.tag in FINITE
    return token.dep in GOVERNED and not own and tree.parent(word) is not None


FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _listed(scene: Scene, words: Words, name: str) -> Words:
    return tuple(word for word in words if scene.lexicon.listed(scene.tree, word, name))


STATUSES = (
    (attempted, Status.ATTEMPTED),
    (planned, Status.PLANNED),
    (alleged, Status.ALLEGED),
)
