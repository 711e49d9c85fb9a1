"""The words of a text that may speak of an event."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.content.lexicon import Entry
from counterclaim.content.scene import Hit, Scene
from counterclaim.model.statement import MentionType
from counterclaim.model.tree import Tree, Words

REACH = 7
"""Words after a verb within which its particle, object or preposition must stand."""

PLACE = "<place>"
"""Stands for any place among the words beside others."""

CLAUSES = frozenset({"advcl", "ccomp", "relcl", "conj", "parataxis", "appos", "csubj", "punct"})
GROUPS = (MentionType.ARMED_GROUP, MentionType.ORGANISATION)
CARRIED = frozenset({"pobj", "compound", "amod", "nmod", "poss"})
NAMED = (
    MentionType.PERSON,
    MentionType.ORGANISATION,
    MentionType.ARMED_GROUP,
    MentionType.GOVERNMENT,
    MentionType.MILITARY,
    MentionType.MEDIA,
    MentionType.PLACE,
    MentionType.DOCUMENT,
)
FINITE = frozenset({"VBD", "VBP", "VBZ", "VB", "VBN", "MD"})


def find_hits(scene: Scene) -> tuple[Hit, ...]:
    """Find all words that may speak of an event, in the order of the text; none twice."""
    found: list[Hit] = []
    taken: set[int] = set()
    for word in range(len(scene.tree.tokens)):
        if word in taken or _in_a_name(scene, word):
            continue
        if (hit := _hit(scene, word)) is not None:
            found.append(hit)
            taken.update(hit.words)
    return tuple(found)


def _in_a_name(scene: Scene, word: int) -> bool:
    """Whether a word is part of a time, or of a name: of a month, a ministry, a liberation army."""
    if scene.mentioned(word, MentionType.TIME):
        return True
    return scene.tree.tokens[word].text.istitle() and bool(
        scene.tree.tokens[word].pos == "PROPN" and scene.mentioned(word, *NAMED)
    )


def _hit(scene: Scene, word: int) -> Hit | None:
    return next((hit for rule in RULES if (hit := rule(scene, word)) is not None), None)


def noun_of_event(scene: Scene, word: int) -> Hit | None:
    """Read a noun, or words side by side, that name an event."""
    nouns, token = scene.lexicon.nouns, scene.tree.tokens[word]
    if token.dep == "compound" and scene.lexicon.listed(scene.tree, token.head, "arms"):
        return None  # "an assault rifle"
    by_lemma = () if token.tag == "VBG" else nouns.get(token.lemma, ())
    for entry in by_lemma or nouns.get(scene.tree.lower(word), ()):
        words = _side_by_side(scene.tree, word, entry)
        if words and _is_noun(scene.tree, words) and _fits(scene, scene.head(words), entry):
            return Hit(scene.head(words), words, entry.type, "noun_of_event", entry.group.weak)
    return None


def verb_of_event(scene: Scene, word: int) -> Hit | None:
    """Read a verb, with its particle or object: what was done, or what befell people."""
    tree = scene.tree
    if tree.tokens[word].pos not in {"VERB", "ADJ"} or _is_epithet(scene, word):
        return None
    for entry in scene.lexicon.verbs.get(tree.tokens[word].lemma, ()):
        words = _near_by(tree, word, entry)
        if words and _fits(scene, word, entry):
            rule = "verb_of_event" if entry.type else "effect"
            return Hit(word, words, entry.type, rule, entry.group.weak)
    return None


def _is_epithet(scene: Scene, word: int) -> bool:
    """Whether a word tells what a group is: "the outlawed party"."""
    token = scene.tree.tokens[word]
    return token.dep == "amod" and scene.mentioned(token.head, *GROUPS) is not None


def effect(scene: Scene, word: int) -> Hit | None:
    """Read a word for what befell people: it belongs to an event, and is none."""
    known = scene.lexicon.effects
    tree = scene.tree
    if tree.tokens[word].lemma not in known and tree.lower(word) not in known:
        return None
    whole = (noun for tie in tree.under(word, "prep") for noun in tree.under(tie, "pobj"))
    if any(scene.lexicon.listed(tree, noun, "lifeless") for noun in whole):
        return None  # "a body of evidence"
    return Hit(word, (word,), "", "effect")


def general(scene: Scene, word: int) -> Hit | None:
    """Read a word for any event: it points back to one."""
    token = scene.tree.tokens[word]
    if token.lemma in scene.lexicon.general and token.pos in {"NOUN", "VERB", "PROPN"}:
        return Hit(word, (word,), "", "general")
    return None


def _is_noun(tree: Tree, words: Words) -> bool:
    last = tree.tokens[words[-1]]
    return last.tag not in FINITE and not (last.tag == "VBG" and _has_doer(tree, words[-1]))


def _has_doer(tree: Tree, word: int) -> bool:
    return bool(tree.under(word, "aux", "dobj", "nsubj", "prt")) or tree.tokens[word].dep == "advcl"


def _side_by_side(tree: Tree, word: int, entry: Entry) -> Words:
    """Match words that stand next to each other; a hyphen between them counts for nothing."""
    found, at = [word], word
    for wanted in entry.rest:
        at += 1
        if at < len(tree.tokens) and tree.tokens[at].text in {"-", "–"}:
            at += 1
        if not _is(tree, at, wanted) or tree.sentence[at] != tree.sentence[word]:
            return ()
        found.append(at)
    return tuple(found)


def _near_by(tree: Tree, verb: int, entry: Entry) -> Words:
    """Match the words after a verb that hang on it, or on what hangs on it."""
    found = [verb]
    for wanted in entry.rest:
        after = range(found[-1] + 1, min(verb + REACH, len(tree.tokens)))
        at = next((word for word in after if _is(tree, word, wanted)), None)
        if at is None or not _hangs(tree, at, verb):
            return ()
        found.append(at)
    return tuple(found)


def _is(tree: Tree, word: int, wanted: str) -> bool:
    return word < len(tree.tokens) and wanted in {tree.tokens[word].lemma, tree.lower(word)}


def _hangs(tree: Tree, word: int, verb: int) -> bool:
    for _ in range(3):
        head = tree.tokens[word].head
        if head == verb:
            return True
        word = head
    return False


def _fits(scene: Scene, head: int, entry: Entry) -> bool:
    group = entry.group
    if group.objects and group.objects.isdisjoint(_objects(scene, head)):
        return False
    if not group.needs and not group.bars:
        return True
    near = {*_beside(scene.tree, head), *_taken(scene, head)}
    return not near & group.bars and (not group.needs or bool(near & group.needs))


def _objects(scene: Scene, head: int) -> Iterator[str]:
    """Yield what a verb is done to: "took the town", "took control of it", "it fell to them"."""
    tree = scene.tree
    near = tree.under(head, "dobj", "nsubjpass", "nsubj" if tree.under(head, "prep") else "dobj")
    after = [tie for word in (head, *near) for tie in tree.under(word, "prep")]
    of = [tie for tie in after if scene.lexicon.listed(tree, tie, "upon")]
    for word in (*near, *(at for tie in of for at in tree.under(tie, "pobj"))):
        yield from _forms(tree, word)
    yield from _taken(scene, head)


def _taken(scene: Scene, head: int) -> Iterator[str]:
    """Yield the sign for a place where one is what a verb does something to: "captured Karsk"."""
    for word in scene.tree.under(head, "dobj", "nsubjpass"):
        place = scene.mentioned(word, MentionType.PLACE)
        if place is not None and scene.mentioned(word, *NAMED) in {place, None}:
            yield PLACE


def _beside(tree: Tree, head: int) -> Iterator[str]:
    """Yield the words that qualify one in the tree: what it is done with, by whom, to whom."""
    near = [child for child in tree.children[head] if tree.tokens[child].dep not in CLAUSES]
    if tree.tokens[head].dep in {"acl", "relcl", "conj", "advcl", *CARRIED}:
        near.append(tree.tokens[head].head)
    if tree.tokens[head].dep in {"conj", "xcomp"}:
        near.extend(tree.under(tree.tokens[head].head, "nsubj", "nsubjpass"))
    for child in near:
        yield from _forms(tree, child)
        for grandchild in tree.children[child]:
            if tree.tokens[grandchild].dep not in CLAUSES:
                yield from _forms(tree, grandchild)
                for great in tree.under(grandchild, "compound", "amod", "pobj"):
                    yield from _forms(tree, great)


def _forms(tree: Tree, word: int) -> tuple[str, str]:
    return tree.tokens[word].lemma, tree.lower(word)


RULES = (noun_of_event, verb_of_event, effect, general)
