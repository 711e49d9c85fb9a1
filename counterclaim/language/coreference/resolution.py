"""Who is meant: mentions tied to the party that they stand for, or left open with what they may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.knowledge import Language
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.language.coreference.forms import Form, Scene, describe
from counterclaim.language.coreference.likeness import in_brackets, known_apart
from counterclaim.language.coreference.party import Pair, Party
from counterclaim.language.coreference.ranking import Choice, options, weigh
from counterclaim.language.coreference.vocabulary import Sort, Vocabulary, vocabulary
from counterclaim.model.statement import Mention, MentionId, MentionType, Sense, mention_id
from counterclaim.model.text import Cited, Parse, Rival
from counterclaim.model.tree import Tree, grow

PRONOUN = "pronoun"
"""The rule of a mention that is a pronoun; it bears the name and type of whom it stands for."""

SURE = 0.5
"""A party is meant where that is likelier than all else together."""

WORTH_ASKING = 0.2
"""What is less likely than this is not even offered."""

SETTLED = frozenset({"same_name", "known_names", "acronym", "in_brackets", "apposition"})
"""What must be said of two names of bodies to be one: a likeness may be a branch's or a rival's."""

PARTIES = frozenset(MentionType) - {
    MentionType.NATIONALITY,
    MentionType.TIME,
    MentionType.QUANTITY,
    MentionType.MONEY,
    MentionType.WEAPON,
    MentionType.PLATFORM,
    MentionType.VEHICLE,
    MentionType.DOCUMENT,
}


@dataclass(slots=True)
class Told:
    """A text as far as it has been read: its parties, and why each mention is where it is."""

    scene: Scene
    weights: Mapping[str, float]
    parties: list[Party] = field(default_factory=list)
    named: dict[tuple[bool, tuple[str, ...]], Party] = field(default_factory=dict)
    known: dict[frozenset[str], Party] = field(default_factory=dict)
    of: dict[MentionId, Party] = field(default_factory=dict)
    why: dict[MentionId, tuple[Choice, ...]] = field(default_factory=dict)


def refer_back(text: Parse, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """Tie each mention to the party it stands for; pronouns are added where one is surely meant."""
    words = vocabulary_of(language)
    tree = grow(text)
    parties = [one for one in mentions if one.type in PARTIES]
    pronouns = [*_pronouns(tree, words, parties)]
    told = read(scene_of([*parties, *pronouns], tree, words), language.likeness.signs)
    resolved = settled(told)
    added = (resolved[one.id] for one in pronouns if one.id in resolved)
    kept = [resolved.get(one.id, one) for one in mentions]
    own = {one.id for one in mentions if not _is_ground(one)}
    kept += [one for one in added if one.refers_to in own]
    return tuple(sorted(kept, key=lambda one: (one.span.begin, -one.span.end)))


def _is_ground(mention: Mention) -> bool:
    """Whether a mention is a place that does not act: "it" of a town is nobody."""
    power = mention.sense is not None and mention.sense.value is Sense.POWER
    return mention.type is MentionType.PLACE and not power


def settled(told: Told) -> dict[MentionId, Mention]:
    """Return the mentions of a text with whom they stand for, or may, once all of it is read."""
    roots = {party.number: _root(party) for party in told.parties}
    return {one.mention.id: _resolved(one, told, roots) for one in told.scene.forms}


def vocabulary_of(language: Language) -> Vocabulary:
    """Gather the words of reference of a language."""
    words = language.attribution.words
    return vocabulary(
        language.reference,
        men=words.get("men", ()),
        women=words.get("women", ()),
        titles=words.get("titles", ()),
        speaking=language.metonymy.verbs.get("speak", ()),
    )


def scene_of(mentions: Sequence[Mention], tree: Tree, words: Vocabulary) -> Scene:
    """Set the scene: what each mention is like, and where it stands among all."""
    forms = describe(mentions, tree, words, load_actors())
    return Scene(tree, words, forms, {form.mention.id: at for at, form in enumerate(forms)})


def read(
    scene: Scene, weights: Mapping[str, float], sure: float = SURE, familiar: float = 0.0
) -> Told:
    """Go through a text once, and put each mention to the party it stands for, or to a new one.

    `familiar` are the log odds, beyond those of running text, that a mention is of a party that was
    spoken of before: some choices of mentions hold few that come only once.
    """
    told = Told(scene, weights)
    for one in scene.forms:
        party = told.of.get(one.mention.refers_to or one.mention.id) or _plainly(one, told)
        if party is None:
            choices = weigh(tuple(options(one, told.parties, scene)), weights, familiar)
            told.why[one.mention.id] = choices
            party = choices[0].party if is_sure(one, choices[0], sure) else None
        if party is None:
            party = Party(scene.places[one.mention.id])
            told.parties.append(party)
        _put(one, party, told)
        if defined := _defined_by(one, told):
            _join(defined, party, told)
    return told


def _put(one: Form, party: Party, told: Told) -> None:
    party.add(one)
    told.of[one.mention.id] = party
    if one.name:
        told.named.setdefault(_key(one), party)
    if len(one.known) == 1:
        told.known.setdefault(one.known, party)


def _join(defined: Form, party: Party, told: Told) -> None:
    """Put a name to the party that another explains, and whoever goes by it later too."""
    left = told.of[defined.mention.id]
    told.parties.remove(left)
    told.why.pop(defined.mention.id, None)
    told.named.update({name: party for name, one in told.named.items() if one is left})
    told.known.update({known: party for known, one in told.known.items() if one is left})
    _put(defined, party, told)


def _defined_by(one: Form, told: Told) -> Form | None:
    """Return the name that another in brackets explains, "Daesh (IS-Khorasan)", if it was open."""
    place = told.scene.places[one.mention.id]
    before = told.scene.forms[place - 1] if place and one.name else None
    if before is None or not before.name or told.of[before.mention.id] is told.of[one.mention.id]:
        return None
    alone = len(told.of[before.mention.id].forms) == 1
    pair = Pair(one, told.of[before.mention.id], told.scene)
    return before if alone and in_brackets(pair) and not known_apart(pair) else None


def _key(one: Form) -> tuple[bool, tuple[str, ...]]:
    return one.mention.type is MentionType.PERSON, one.name


def _plainly(one: Form, told: Told) -> Party | None:
    """Return the party of the very same name, of another of its own, or of the same phrase."""
    same = told.named.get(_key(one)) if one.name else None
    place = one.mention.type is MentionType.PLACE
    return same or (None if place else told.known.get(one.known)) or _same_phrase(one, told)


def is_sure(one: Form, choice: Choice, sure: float = SURE) -> bool:
    """Whether a choice is likely enough, and no mere likeness of names of bodies.

    With `sure` 0, the likeliest is always taken.
    """
    if choice.chance < sure or not sure:
        return not sure
    if one.sort is not Sort.NAME or one.mention.type is MentionType.PERSON:
        return True
    return any(sign.partition(": ")[2] in SETTLED for sign in choice.signs)


def _same_phrase(one: Form, told: Told) -> Party | None:
    """Return the party of a longer mention with the same head: "the minister N. N.".

    A country within a party's name is not that party: "Tehreek-i-Taliban Pakistan".
    """
    for form in reversed(told.scene.forms[: told.scene.places[one.mention.id]][-3:]):
        within = one.mention.span in form.mention.span
        apart = one.mention.type is MentionType.PLACE and form.mention.type is not MentionType.PLACE
        if form.head == one.head and within and form.number == one.number and not apart:
            return told.of[form.mention.id]
    return None


def _pronouns(tree: Tree, words: Vocabulary, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find the pronouns of the third person that may stand for a party."""
    spans = {one.span for one in mentions}
    for token in tree.tokens:
        word = token.text.lower()
        third = words.pronouns.get(word) is Sort.PRONOUN and word not in words.relative
        told = third and token.tag in {"PRP", "PRP$"} and token.dep != "expl"
        if told and token.span not in spans:
            id = mention_id(tree.parse.document.id, token.span)
            yield Mention(id, token.span, MentionType.POPULATION, token.text, PRONOUN)


def _root(party: Party) -> Mention:
    """Return the mention that names a party best: a person's fullest name, a body's own."""
    told = [form for form in party.forms if form.sort in {Sort.NAME, Sort.NOUN}] or party.forms
    named = [form for form in told if form.name] or told
    if MentionType.PERSON not in party.types:
        named = [form for form in named if len(form.known) == 1] or named
    return max(named, key=lambda form: (len(form.name), -form.mention.span.begin)).mention


def _resolved(one: Form, told: Told, roots: Mapping[int, Mention]) -> Mention:
    """Write down whom a mention stands for, or may, and why."""
    mention, own = one.mention, told.of[one.mention.id]
    root = roots[own.number]
    if mention.rule == PRONOUN:
        # A pronoun is no name of a place: what "it" does for one, those do who govern there.
        kind = MentionType.GOVERNMENT if root.type is MentionType.PLACE else root.type
        mention = replace(mention, type=kind, name=root.name)
    found = [choice for choice in told.why.get(mention.id, ()) if choice.party]
    chosen = [choice for choice in found if choice.party is own]
    rivals = [each for each in found if each not in chosen and each.chance >= WORTH_ASKING]
    if mention.refers_to or (root.id != mention.id and not found):
        return replace(mention, refers_to=mention.refers_to or root.id)
    reference = _cited(mention, [*chosen, *rivals], told, roots)
    refers_to = root.id if root.id != mention.id else None
    return replace(mention, refers_to=refers_to, reference=reference)


def _cited(
    mention: Mention, choices: Sequence[Choice], told: Told, roots: Mapping[int, Mention]
) -> Cited[MentionId] | None:
    """Cite the likeliest mention that is meant, and those that lost to it."""
    ranked = [
        Rival(roots[each.party.number].id, reasons(each, told.weights), round(each.chance, 3))
        for each in choices
        if each.party and each.party.lemmas and _other(each.party, mention, roots)
    ]
    if not ranked:
        return None
    best = ranked[0]
    return Cited(best.value, (mention.span,), best.rule, best.score, tuple(ranked[1:]))


def _other(party: Party, mention: Mention, roots: Mapping[int, Mention]) -> bool:
    """Whether it still is a party of its own, and another mention names it."""
    return party.number in roots and roots[party.number].id != mention.id


def reasons(choice: Choice, weights: Mapping[str, float]) -> str:
    """Name the signs that speak most for a choice."""
    told = sorted(choice.signs, key=lambda sign: (-weights.get(sign, 0.0), sign))
    return ", ".join(sign.partition(": ")[2] for sign in told if weights.get(sign, 0.0) > 0)
