"""Which mentions are one party: chains that people marked in NP4E and GUM, mentions given.

Handed in are the mentions of named parties: of each chain of a person, a body or (in NP4E) a
country that holds a name. What they are is told by their words and type alone. Chains cross
documents in NP4E.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.knowledge import Language, load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.language import parser
from counterclaim.language.coreference.forms import Scene, name_in
from counterclaim.language.coreference.resolution import (
    SURE,
    Told,
    read,
    scene_of,
    settled,
    vocabulary_of,
)
from counterclaim.language.coreference.vocabulary import Sort
from counterclaim.linking import link_actors
from counterclaim.model.record import Reading
from counterclaim.model.statement import Mention, MentionId, MentionType, mention_id
from counterclaim.model.text import Document, Span
from counterclaim.model.tree import grow
from evaluation.coreference import chains_of, conll

FAMILIAR = 2.0
"""Log odds that a mention is of a party spoken of before: few parties here come only once."""

TYPES = {
    "PER": MentionType.PERSON,
    "ORG": MentionType.ORGANISATION,
    "GPE": MentionType.GOVERNMENT,
    "NOR": MentionType.NATIONALITY,
    "person": MentionType.PERSON,
    "organization": MentionType.ORGANISATION,
}
"""Parties, by what the sets call them; other mentions in their chains are taken for bodies."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A document, its mentions of parties, and the chain that each belongs to."""

    document: Document
    mentions: tuple[Mention, ...]
    chains: Mapping[MentionId, str]


def figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Score both sets: the likeliest party of each mention, then only those that are sure."""
    del ledger
    texts = [each for path in gold for each in marked_in(path)]
    scenes = [_named(each) for each in texts]
    likely = [_read(scene, 0.0, FAMILIAR) for scene in scenes]
    sure = [_read(scene, SURE, 0.0) for scene in scenes]
    within = conll(_within(texts, likely))
    return {
        **{f"within documents {name}": figure for name, figure in within.items()},
        "only where sure CoNLL F1": conll(_within(texts, sure))["CoNLL F1"],
        "across documents CoNLL F1": conll([_across(texts, likely)])["CoNLL F1"],
    }


def marked_in(path: Path) -> Iterator[Marked]:
    """Yield the documents of a set, each with its chains of parties."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (_marked(json.loads(line)) for line in lines)


def _marked(row: dict[str, Any]) -> Marked:
    document = Document(row["text"], key=row["id"], language="en")
    chains: dict[str, dict[Span, dict[str, Any]]] = defaultdict(dict)
    for mention in row["mentions"]:
        chains[mention["c"]].setdefault(Span(mention["b"], mention["e"]), mention)
    mentions: dict[MentionId, Mention] = {}
    owners: dict[MentionId, str] = {}
    for chain, members in chains.items():
        if any(member["type"] in TYPES for member in members.values()):
            for span, member in members.items():
                id = mention_id(document.id, span)
                type = TYPES.get(member["type"], MentionType.ORGANISATION)
                name = " ".join(member["t"].split())
                mentions.setdefault(id, Mention(id, span, type, name, "given"))
                owners.setdefault(id, f"{row.get('topic', row['id'])} {chain}")
    return Marked(document, tuple(mentions.values()), owners)


@cache
def language() -> Language:
    """Return the language of both sets."""
    return load_knowledge().languages["en"]


def scene_in(marked: Marked, mentions: Sequence[Mention]) -> Scene:
    """Parse a document, and set the scene with the mentions that are handed in."""
    tree = grow(parser.parse(marked.document, language().parser))
    return scene_of(mentions, tree, vocabulary_of(language()))


def _named(marked: Marked) -> Scene:
    """Keep the mentions of parties that have a name in the document."""
    scene = scene_in(marked, marked.mentions)
    named = {
        marked.chains[form.mention.id]
        for form in scene.forms
        if form.sort is Sort.NAME and form.mention.type in TYPES.values()
    }
    kept = [one for one in marked.mentions if marked.chains[one.id] in named]
    return scene_of(kept, scene.tree, scene.words)


def _read(scene: Scene, sure: float, familiar: float) -> Told:
    return read(scene, language().likeness.signs, sure, familiar)


def _within(texts: Sequence[Marked], told: Sequence[Told]) -> Iterable[Any]:
    for marked, each in zip(texts, told, strict=True):
        wanted = {id: marked.chains[id] for id in each.of}
        found = {id: party.number for id, party in each.of.items()}
        yield chains_of(wanted), chains_of(found)


def _called(told: Told) -> Iterator[Mention]:
    """Yield the mentions under the bare names in them, as the reader finds them by itself."""
    scene, mentions = told.scene, settled(told)
    for form in scene.forms:
        mention = mentions[form.mention.id]
        yield replace(mention, name=name_in(form, scene.tree)) if form.name else mention


def _across(texts: Sequence[Marked], told: Sequence[Told]) -> Any:
    """Link the readings of all documents, as a ledger does, and compare the actors."""
    readings = [
        Reading(marked.document, tuple(_called(each)))
        for marked, each in zip(texts, told, strict=True)
        if marked.document.key.count("/") > 1
    ]
    ids = {one.id for reading in readings for one in reading.mentions}
    wanted = {id: chain for each in texts for id, chain in each.chains.items() if id in ids}
    owners: dict[MentionId, object] = {id: id for id in ids}
    for actor in link_actors(readings, [], load_actors()):
        owners.update(dict.fromkeys(actor.mentions, actor.id))
    return chains_of(wanted), chains_of(owners)
