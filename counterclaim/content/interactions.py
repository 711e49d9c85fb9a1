"""Who does what to whom: the deeds of a text, each between two parties that its words show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.content.arguments import VERBAL, Links
from counterclaim.content.deed_patterns import open_lore
from counterclaim.content.deed_words import CLAUSES, Told, deed_of
from counterclaim.content.ends import Ends
from counterclaim.content.interactants import Parties, sources_of, targets_of
from counterclaim.content.scene import Scene
from counterclaim.knowledge.deeds import DeedWords, load_deeds
from counterclaim.model.interaction import Interactant, Interaction, interaction_id
from counterclaim.model.statement import Polarity, Statement
from counterclaim.model.text import Cited, PassageKind
from counterclaim.model.tree import Tree

MAIN = frozenset({"ccomp", "conj", "parataxis", "acomp", "oprd"})
"""How a verb of the news hangs on those above it: it is joined to them, or said."""
Pair = tuple[Interactant | None, Interactant | None]


def find_interactions(scene: Scene, words: DeedWords) -> tuple[Interaction, ...]:
    """Find who does what to whom, in the order of the text; none where neither end is known."""
    if not words.frames:
        return ()
    lore = open_lore(words, load_deeds())
    links = Links(relative=words.words.get("relative", frozenset()))
    by_id = {one.id: one for one in scene.mentions}
    datelines = scene.tree.parse.document.passages(PassageKind.DATELINE)
    cues = {word: said for said in scene.statements if said.cue for word in scene.tree.at(said.cue)}
    parties = Parties(Ends(scene, words.words, links), lore, by_id, datelines, cues)
    found: dict[str, Interaction] = {}
    for told in _told(parties):
        for one in _between(parties, told):
            found.setdefault(one.id, one)
    return tuple(found.values())


def _told(parties: Parties) -> Iterator[Told]:
    """Yield each deed that is told as such, once, as the outermost words put it."""
    taken: set[int] = set()
    for word in _outermost_first(parties):
        if word in taken or not _is_news(parties, word):
            continue
        told = asked_of(parties, word) or deed_of(parties.scene, parties.lore, word)
        if told is not None:
            taken.update(told.all_words)
            if told.inner is not None and told.rule != "carried":
                taken.update(_within(parties, told))
            yield told


def _outermost_first(parties: Parties) -> list[int]:
    tree = parties.tree
    verbs = [word for word, token in enumerate(tree.tokens) if token.pos in VERBAL]
    return sorted(verbs, key=lambda word: (tree.sentence[word], _depth(tree, word), word))


def _depth(tree: Tree, word: int) -> int:
    deep = 0
    while (above := tree.parent(word)) is not None:
        deep, word = deep + 1, above
    return deep


def _is_news(parties: Parties, word: int) -> bool:
    """Whether a verb tells the news: not what led to it, what is left open, what is denied."""
    tree, held = parties.tree, parties.scene.held.get(word)
    if held is not None and held.polarity.value is Polarity.FALSE:
        return False
    at: int | None = word
    while at is not None:
        above = tree.parent(at)
        left_open = any(parties.lore.listed(tree, mark, "open") for mark in tree.under(at, "mark"))
        if left_open or (above is not None and tree.tokens[at].dep not in MAIN):
            return False
        at = above
    return True


def asked_of(parties: Parties, word: int) -> Told | None:
    """Read what somebody says that another must do as a demand: "said that Chad must return it"."""
    tree, lore, held = parties.tree, parties.lore, parties.scene.held.get(word)
    must = [at for at in tree.under(word, "aux") if lore.listed(tree, at, "must")]
    negated = tree.under(word, "neg")
    own = any(lore.listed(tree, at, "own") for at in tree.under(word, "nsubj"))
    past = tree.under(word, "auxpass") or len(tree.under(word, "aux")) > len(must)
    if not must or own or past or held is None or held.source.mention is None:
        return None
    inner = deed_of(parties.scene, lore, word)
    deed = lore.deeds.turned("demand", "" if negated or inner is None else inner.deed)
    return Told(deed, word, (must[0], word), "asked_of", inner)


def _within(parties: Parties, told: Told) -> Iterator[int]:
    """Yield the words of the clauses that a deed governs: what is demanded is not done."""
    tree = parties.tree
    for head in told.words:
        for clause in tree.under(head, *CLAUSES, "acl"):
            yield from tree.subtree(clause)


def _between(parties: Parties, told: Told) -> Iterator[Interaction]:
    sources = sources_of(parties, told)
    if told.rule == "asked_of":
        if not sources:  # "it must end" asks nobody
            return
        sources, targets = _speaker(parties, parties.scene.held.get(told.head)), sources
    else:
        sources = _on_record(parties, told, sources)
        targets = targets_of(parties, told, sources)
    mutual = parties.lore.deeds.deed[told.deed].mutual
    for source, target in _pairs(sources, targets, mutual=mutual):
        yield _interaction(parties, told, source, target)


def _on_record(
    parties: Parties, told: Told, sources: tuple[Interactant, ...]
) -> tuple[Interactant, ...]:
    """Return who does it; where the verb itself does not show it, the source of what it says."""
    said = parties.cues.get(told.head)
    own = parties.tree.under(told.head, "nsubj", "agent")
    if said is None or (sources and own):
        return sources
    return _speaker(parties, said) or sources


def _speaker(parties: Parties, said: Statement | None) -> tuple[Interactant, ...]:
    """Return who is on record for a statement."""
    mention = parties.by_id.get(said.source.mention) if said and said.source.mention else None
    return (parties.of_mention(mention, "speaker"),) if mention else ()


def _pairs(
    sources: Sequence[Interactant], targets: Sequence[Interactant], *, mutual: bool
) -> Iterator[Pair]:
    """Pair each that does it with each to whom it is done; or two who do it to each other."""
    if mutual and len(sources) > 1 and not targets:
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
        when=parties.ends.when(told.head),
    )
