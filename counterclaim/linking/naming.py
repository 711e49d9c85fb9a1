"""What each mention of a case is called, and which known party it is as far as words tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.linking.known import Known, is_bare_body, is_power, known_party, only_bearer
from counterclaim.linking.offices import office
from counterclaim.linking.settings import Setting, setting_of
from counterclaim.model.record import Reading
from counterclaim.model.statement import PARTIES, Mention, MentionId, MentionType
from counterclaim.model.text import DocumentId

SPEAKERS = "speakers"
"""The rule of a mention by which one speaks of oneself: nobody, unless the text says who."""

POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention, and the mention of the same document whose name it goes by (often itself).

    `common` says that some document of the case writes the name without a capital, `bare` that
    every state has a body of that name. `known` is the known party it is, `office` the one that
    a person speaks for; `open` holds the one that it may be, where no other has the name.
    """

    document: DocumentId
    mention: Mention
    root: Mention
    common: bool
    bare: bool = False
    known: Known | None = None
    office: str | None = None
    open: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name that counts: in one case, with one blank, without a possessive."""
        return plain_name(self.root.name)


def namings_of(readings: Sequence[Reading], index: ActorIndex | None) -> list[Naming]:
    """Gather the mentions of parties from all documents, each with the party it is, if known."""
    return [*_agreed([*_namings(readings, index)])]


def plain_name(name: str) -> str:
    """Bring a name to the form in which equal names are equal."""
    return POSSESSIVE.sub("", " ".join(name.split()).casefold())


def _namings(readings: Sequence[Reading], index: ActorIndex | None) -> Iterable[Naming]:
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    common = {
        plain_name(mention.name)
        for reading in ordered
        for mention in _parties(reading)
        if mention.name.islower()
    }
    for reading in ordered:
        known = {mention.id: mention for mention in reading.mentions}
        setting = setting_of(reading, index) if index else None
        for mention in _mentions(reading, setting):
            root = _root(mention, known)
            naming = Naming(reading.document.id, mention, root, plain_name(root.name) in common)
            naming = _recognised(naming, setting, index) if setting and index else naming
            if mention.type in PARTIES or naming.known:
                yield naming


def _agreed(namings: Sequence[Naming]) -> Iterable[Naming]:
    """Take a name left open in one document for the one known party it is in all others.

    Names of one party stay one actor so, where one document says less of it than another.
    """
    known: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for naming in namings:
        if naming.known:
            known[naming.name, naming.root.type is MentionType.PERSON].add(naming.known.id)
    roots = _roots(namings)
    for naming in namings:
        ids = known[naming.name, naming.root.type is MentionType.PERSON]
        meant = roots[naming.root.id]
        left_open = not (naming.known or naming.bare or naming.common)
        if not naming.known and len(meant) == 1:
            yield replace(naming, known=Known(min(meant), "known_here"))
        elif left_open and len(ids) == 1 and ids <= naming.open:
            yield replace(naming, known=Known(min(ids), "known_here"))
        else:
            yield naming


def _roots(namings: Sequence[Naming]) -> Mapping[MentionId, set[str]]:
    """Return, by the mention that others stand for, the known parties that any of them is."""
    found: dict[MentionId, set[str]] = defaultdict(set)
    for naming in namings:
        if naming.known and naming.mention.type in PARTIES:
            found[naming.root.id].add(naming.known.id)
    return found


def _recognised(naming: Naming, setting: Setting, index: ActorIndex) -> Naming:
    """Say which known party a name stands for, or which one its bearer speaks for."""
    mention, root = naming.mention, naming.root
    known = known_party(mention, setting, index)
    if known is None and root.id != mention.id:
        known = known_party(root, setting, index)
    bare = is_bare_body(root.name, index)
    if naming.common and not (bare or root.name.isupper() or root.name.islower()):
        known = None
    person = known is None and mention.type is MentionType.PERSON
    return replace(
        naming,
        known=known,
        bare=bare,
        office=office(mention, setting, index) if person else None,
        open=only_bearer(root, setting, index),
    )


def _mentions(reading: Reading, setting: Setting | None) -> Iterable[Mention]:
    """Yield the parties of a document, then places that speak or act: "Kabul said"."""
    yield from _parties(reading)
    for mention in reading.mentions if setting else ():
        acting = setting and (mention.id in setting.voices or is_power(mention))
        if acting and mention.type not in PARTIES:
            yield mention


def _parties(reading: Reading) -> list[Mention]:
    speakers = {mention.id for mention in reading.mentions if mention.rule == SPEAKERS}
    parties = [
        mention
        for mention in reading.mentions
        if mention.type in PARTIES
        and (mention.id not in speakers or (mention.refers_to or mention.id) not in speakers)
    ]
    return sorted(parties, key=lambda mention: (mention.span, mention.id))


def _root(mention: Mention, known: Mapping[MentionId, Mention]) -> Mention:
    """Follow references to the mention that carries the name; a ring ends before it closes."""
    seen = {mention.id}
    while mention.refers_to and mention.refers_to in known and mention.refers_to not in seen:
        mention = known[mention.refers_to]
        seen.add(mention.id)
    return mention
