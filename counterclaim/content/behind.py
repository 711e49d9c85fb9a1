"""Who is behind words that name no party of their own: "its forces", "Turkish aircraft"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from counterclaim.content.arguments import joined
from counterclaim.content.scene import Scene
from counterclaim.model.place import PlacePrecision
from counterclaim.model.statement import Mention, MentionType, Statement

OWNING = ("poss", "amod", "compound", "nmod")
PEOPLES = frozenset({MentionType.NATIONALITY, MentionType.GOVERNMENT})
POWERS = PEOPLES | {MentionType.PLACE}
ARMED = (MentionType.ARMED_GROUP, MentionType.ORGANISATION, MentionType.MILITARY)
BODIES = frozenset(
    {
        *(MentionType.ARMED_GROUP, MentionType.ORGANISATION),
        *(MentionType.MILITARY, MentionType.GOVERNMENT, MentionType.PLACE),
    }
)
KNOWN = frozenset({"known", "short"})


def owner_meant(scene: Scene, word: int) -> Mention | None:
    """Return whom the pronoun before a noun stands for: "its forces", "their fighters"."""
    for at in scene.tree.under(word, "poss"):
        for mention in scene.named.get(at, ()):
            if mention.rule == "pronoun" and mention.refers_to is not None:
                return mention if mention.type in BODIES else None
    return None


def means_source(scene: Scene, word: int, statement: Statement) -> bool:
    """Whether a pronoun, or the one before a noun, means the source of a statement: "its jets"."""
    own = (word,) if scene.tree.tokens[word].pos == "PRON" else scene.tree.under(word, "poss")
    source = statement.source
    speakers = {source.mention}
    said_by = scene.tree.at(source.span) if source.span else ()
    if word in said_by:
        return True  # "denied shelling the town"
    for at in (*said_by, *(other for one in said_by for other in joined(scene.tree, one))):
        speakers |= {one.id for one in scene.named.get(at, ())}
    return any(
        one.refers_to in speakers or one.name.casefold() == source.name.casefold()
        for at in own
        for one in scene.named.get(at, ())
        if one.refers_to is not None
    )


def owned_by(scene: Scene, word: int, ties: Set[str]) -> Mention | None:
    """Return whose a noun for means or an attack is: "the army's raid", "Turkish aircraft"."""
    tree = scene.tree
    tied = (tie for tie in tree.under(word, "prep") if tree.lower(tie) in ties)
    of = (at for tie in tied for at in tree.under(tie, "pobj"))
    body = (_armed(scene, at) for at in (*tree.under(word, *OWNING), *of))
    return owner_meant(scene, word) or power_before(scene, word) or next(filter(None, body), None)


def _armed(scene: Scene, word: int) -> Mention | None:
    """Return the force or group that a word names; of other bodies one on record, or an owner.

    In "a Pilatus aircraft" and "the union attack" the parser may see bodies that did nothing.
    """
    mention = scene.mentioned(word, *ARMED)
    plain = mention is not None and mention.type is MentionType.ORGANISATION
    before = scene.tree.tokens[word].dep in {"compound", "nmod", "amod"}
    return None if plain and before and mention and mention.rule not in KNOWN else mention


def power_before(scene: Scene, word: int) -> Mention | None:
    """Return the country or people before a noun: "Turkish aircraft", "Iran's missiles"."""
    return next(powers_before(scene, word), None)


def powers_before(scene: Scene, word: int) -> Iterator[Mention]:
    """Yield the countries and peoples before a noun: "Afghan and US forces".

    A country is where it was, and not whose, as a name before: "the Mali attack".
    """
    tree = scene.tree
    before = tree.under(word, *OWNING)
    for at in (*before, *(other for one in before for other in tree.under(one, "conj"))):
        beside = tree.tokens[at].dep in {"compound", "nmod"}
        for mention in scene.named.get(at, ()):
            whose = mention.type in PEOPLES or tree.tokens[at].text.isupper() or not beside
            if whose and mention.type in POWERS and _is_country(mention):
                yield mention
                break


def _is_country(mention: Mention) -> bool:
    """Whether a name is that of a country or its people; no city strikes."""
    place = mention.place.value.precision if mention.place else None
    return mention.rule in KNOWN and place in {None, PlacePrecision.COUNTRY}


def only_group(scene: Scene) -> Mention | None:
    """Return the one armed group that a text names, whatever else it calls it; None for several.

    A name in brackets is another name of the one before it.
    """
    first: dict[str, Mention] = {}
    other: dict[str, str] = {}
    before: Mention | None = None
    for mention in scene.mentions:
        if mention.type is MentionType.ARMED_GROUP and mention.rule in KNOWN:
            if before is not None and _brackets(scene, before, mention):
                other[mention.name] = other.get(before.name, before.name)
            first.setdefault(mention.name, mention)
            before = mention
    groups = {other.get(name, name) for name in first}
    return first[groups.pop()] if len(groups) == 1 else None


def _brackets(scene: Scene, one: Mention, other: Mention) -> bool:
    text = scene.tree.parse.document.text[one.span.end : other.span.begin]
    return text.strip() in OPENING and bool(text.strip())


OPENING = frozenset({"(", "["})
