"""In whose voice a charge stands: an office, a command, an outlet, the party's own."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.content.charge import Charge, Page
from counterclaim.content.parties import Party
from counterclaim.model.event import Degree
from counterclaim.model.statement import MentionType, Statement
from counterclaim.model.tree import Words

STEM = 4
"""Letters by which a country and its people are told to be the same: "Syria", "Syrian"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A charge, the party it is laid on, and the statement whose words it stands in, if any."""

    page: Page
    charge: Charge
    party: Party
    statement: Statement | None

    @property
    def weight(self) -> Degree:
        """Return what the words alone make of it."""
        return self.charge.weight


def own_side(party: Party, statement: Statement) -> bool:
    """Whether a party is the source that speaks of it: the same mention, or the same name."""
    if party.mention is not None and party.mention.id == statement.source.mention:
        return True
    return party.name.casefold() == statement.source.name.casefold()


def is_command(voice: Voice, words: Words) -> bool:
    """Whether words of a source are those of an office that commands its forces."""
    tree, blame, named = voice.page.tree, voice.page.blame, voice.page.scene.named
    if any(one.type is MentionType.ARMED_GROUP for at in words for one in named.get(at, ())):
        return False
    if any(blame.listed(tree, at, "civil") for at in words):
        return False
    return any(blame.listed(tree, at, "commanding") for at in words)


def force_countries(voice: Voice) -> set[str] | None:
    """Return the countries named with a force of a state; None where the party is no such force."""
    tree, blame, word = voice.page.tree, voice.page.blame, voice.charge.word
    of = (tie for tie in tree.under(word, "prep") if tree.lower(tie) in OF)
    nouns = (at for tie in of for at in tree.under(tie, "pobj"))
    after = tuple(at for at in nouns if tree.tokens[at].pos == "PROPN")
    party = (word, *tree.under(word, "amod", "compound", "nmod", "poss"), *after)
    kinds = {one.type for one in voice.page.scene.named.get(word, ())}
    if MentionType.ARMED_GROUP in kinds or not any(
        blame.listed(tree, at, "forces", "bodies") for at in party
    ):
        return None
    whose = {tree.tokens[at].text[:STEM].casefold() for at in after}
    return countries_in(voice, party) | whose


OF = frozenset({"of"})
"""What stands between a force and whose it is: "the army of Osteria"."""


def countries_in(voice: Voice, words: Words) -> set[str]:
    """Return the first letters of countries and their peoples among words: "Indian", "India"."""
    tokens = voice.page.tree.tokens
    owners = {at for at in words if tokens[at].dep == "poss" and tokens[at].pos == "PROPN"}
    powers = (at for at in words if tokens[at].entity[2:] in {"GPE", "NORP"} or at in owners)
    named = (tokens[at] for at in powers)
    return {token.text[:STEM].casefold() for token in named}


def is_office(voice: Voice, statement: Statement) -> bool:
    """Whether a source speaks for an office: by its words, its title, or what it is elsewhere."""
    scene = voice.page.scene
    words = words_of(voice, statement)
    if any(one.type is MentionType.ARMED_GROUP for at in words for one in scene.named.get(at, ())):
        return False
    return is_called(voice, statement, "authorities", words)


def is_outlet(voice: Voice, statement: Statement) -> bool:
    """Whether a source is a medium that tells it, and does not charge anybody."""
    tree = voice.page.tree
    words = tree.at(statement.source.span) if statement.source.span else ()
    head = voice.page.scene.head(words) if words else None
    if head is not None and tree.tokens[head].pos != "PROPN":
        return voice.page.blame.listed(tree, head, "told")  # "press groups" are no press
    media = {one.id for one in voice.page.scene.mentions if one.type is MentionType.MEDIA}
    return statement.source.mention in media or is_called(voice, statement, "told_by_name", words)


def is_called(voice: Voice, statement: Statement, name: str, words: Words) -> bool:
    """Whether the words or the name of a source are on a list."""
    tree, blame = voice.page.tree, voice.page.blame
    known = blame.words.get(name, frozenset())
    in_name = not known.isdisjoint(statement.source.name.lower().split())
    return in_name or any(blame.listed(tree, word, name) for word in words)


def words_of(voice: Voice, statement: Statement) -> Words:
    """Return the words of a source, with its titles, wherever the text names it."""
    scene, tree = voice.page.scene, voice.page.tree
    spans = {one.span for one in scene.mentions if one.name == statement.source.name}
    if statement.source.span is not None:
        spans.add(statement.source.span)
    found: list[int] = []
    for span in spans:
        words = tree.at(span)
        if words:
            head = scene.head(words)
            beside = tree.under(head, "compound", "nmod", "amod", "appos", "poss")
            above = (
                ("compound", "poss", "amod") if tree.tokens[head].dep == "appos" else ("compound",)
            )
            found.extend((*words, *beside, *tree.under(tree.tokens[head].head, *above)))
    return tuple(found)
