"""Who does what to whom: the deeds of a text, each between two parties that its words show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.content.arguments import Links
from counterclaim.content.deed_words import (
    CLAUSES,
    VERBAL,
    Told,
    deed_of,
    open_lore,
)
from counterclaim.content.ends import Ends
from counterclaim.content.interactants import Parties, sources_of, targets_of
from counterclaim.content.scene import Scene
from counterclaim.knowledge.deeds import DeedWords, load_deeds
from counterclaim.model.interaction import Interactant, Interaction, interaction_id
from counterclaim.model.text import Cited

Pair = tuple[Interactant | None, Interactant | None]


def find_interactions(scene: Scene, words: DeedWords) -> tuple[Interaction, ...]:
    """Find who does what to whom, in the order of the text; none where neither end is known."""
    if not words.frames:
        return ()
    lore = open_lore(words, load_deeds())
    links = Links(relative=words.words.get("relative", frozenset()))
    by_id = {one.id: one for one in scene.mentions}
    parties = Parties(Ends(scene, words.words, links), lore, by_id)
    found: dict[str, Interaction] = {}
    for told in _told(parties):
        for one in _between(parties, told):
            found.setdefault(one.id, one)
    return tuple(found.values())


def _told(parties: Parties) -> Iterator[Told]:
    """Yield each deed once, as the outermost words put it."""
    tree, taken = parties.tree, set[int]()
    for word in _outermost_first(parties):
        if word in taken:
            continue
        told = deed_of(parties.scene, parties.lore, word)
        if told is not None:
            taken.update(told.all_words)
            if told.inner is not None and told.rule != "carried":
                taken.update(_within(parties, told))
            yield told


def _outermost_first(parties: Parties) -> list[int]:
    tree = parties.tree
    verbs = [word for word, token in enumerate(tree.tokens) if token.pos in VERBAL]
    return sorted(verbs, key=lambda word: (tree.sentence[word], _depth(parties, word), word))


def _depth(parties: Parties, word: int) -> int:
    deep, tree = 0, parties.tree
    while (above := tree.parent(word)) is not None:
        deep, word = deep + 1, above
    return deep


def _within(parties: Parties, told: Told) -> Iterator[int]:
    """Yield the words of the clauses that a deed governs: what is demanded is not done."""
    tree = parties.tree
    for head in told.words:
        for clause in tree.under(head, *CLAUSES, "acl"):
            yield from tree.subtree(clause)


def _between(parties: Parties, told: Told) -> Iterator[Interaction]:
    sources = sources_of(parties, told)
    targets = targets_of(parties, told, sources)
    for source, target in _pairs(parties, told, sources, targets):
        yield _interaction(parties, told, source, target)


def _pairs(
    parties: Parties,
    told: Told,
    sources: Sequence[Interactant],
    targets: Sequence[Interactant],
) -> Iterator[Pair]:
    """Pair each that does it with each to whom it is done; or two who do it to each other."""
    mutual = len(sources) > 1 and not targets
    if mutual:
        first, *others = sources
        yield from ((first, other) for other in others)
        return
    for source in sources or (None,):
        for target in targets or (None,):
            if source is not None or target is not None:
                yield source, target


def _interaction(
    parties: Parties, told: Told, source: Interactant | None, target: Interactant | None
) -> Interaction:
    scene, document = parties.scene, parties.tree.parse.document
    spans = scene.spans(*told.all_words)
    held = scene.held.get(told.head)
    ends = [one.span if one else None for one in (source, target)]
    return Interaction(
        id=interaction_id(document.id, told.deed, spans[0], *ends),
        document=document.id,
        deed=Cited(told.deed, spans, told.rule),
        source=source,
        target=target,
        statement=held.id if held else None,
    )
