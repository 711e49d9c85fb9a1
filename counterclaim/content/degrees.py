"""How firmly, and in whose voice, somebody is held responsible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.content import modes
from counterclaim.content.charges import Charge, Page
from counterclaim.content.parties import Party
from counterclaim.model.event import Degree
from counterclaim.model.statement import Certainty, MentionType, Polarity, SourceType, Statement
from counterclaim.model.text import Cited
from counterclaim.model.tree import Words

STEM = 4
"""Letters by which a country and its people are told to be the same: "Syria", "Syrian"."""

OUTLET = frozenset({SourceType.AUTHOR, SourceType.OUTLET})


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


def degree_of(voice: Voice) -> Cited[Degree] | None:
    """Say how firmly a party is held responsible; None where that is unclear, or only supposed."""
    for rule in () if _is_supposed(voice) else RULES:
        found = rule(voice)
        if found is not None:
            spans = voice.page.scene.spans(*voice.charge.words)
            return Cited(found, spans, f"{voice.charge.rule}.{rule.__name__}")
    return None


def denied(voice: Voice) -> Degree | None:
    """Take what its holder holds to be untrue, or denies in so many words."""
    statement = voice.statement
    if statement is not None and statement.polarity.value is Polarity.FALSE:
        return Degree.DENIED
    return Degree.DENIED if statement is not None and _negated(voice) else None


def claimed(voice: Voice) -> Degree | None:
    """Take what a party says of its own side."""
    statement = voice.statement
    if voice.weight is Degree.CLAIMED:
        return Degree.CLAIMED
    own = statement is not None and (
        own_side(voice.party, statement) or _own_force(voice, statement)
    )
    if statement is None or not own:
        return None
    return Degree.ADMITTED if _admits(voice, statement) else Degree.CLAIMED


def own_command(voice: Voice) -> Degree | None:
    """Take what a command says of forces without a country: they are its own."""
    bare = voice.statement is not None and _force_countries(voice) == set()
    of_a_state = voice.page.blame.listed(voice.page.tree, voice.charge.word, "state_forces")
    return Degree.CLAIMED if bare and of_a_state and _may_confess(voice) else None


def perhaps_own(voice: Voice) -> Degree | None:
    """Take what a command of no known state says of a state's forces: linking knows of which."""
    return Degree.ACCUSED_BY_AUTHORITIES if _may_confess(voice) else None


def accused_by_authorities(voice: Voice) -> Degree | None:
    """Take what an office says, however sure it is: police, armies, governments, courts."""
    statement = voice.statement
    if statement is None or statement.source.type in OUTLET:
        return None
    return Degree.ACCUSED_BY_AUTHORITIES if _is_office(voice, statement) else None


def possible(voice: Voice) -> Degree | None:
    """Take what the outlet says may be: "may have", "possibly"."""
    named = voice.statement is not None and voice.statement.source.type not in OUTLET
    return Degree.POSSIBLE if not named and _hedged(voice, "maybe") else None


def suspected(voice: Voice) -> Degree | None:
    """Take what is thought or alleged: "presumed rebels", "is believed to have"."""
    statement = voice.statement
    unsure = statement is not None and (
        statement.certainty.value in {Certainty.PROBABLE, Certainty.POSSIBLE}
        or statement.source.type is SourceType.UNSPECIFIED
    )
    hedged = _hedged(voice, "doubting", "maybe") or _is_believed(voice)
    return Degree.SUSPECTED if unsure or hedged or voice.weight is Degree.SUSPECTED else None


def accused(voice: Voice) -> Degree | None:
    """Take what any other source says, or what the text says that others lay on somebody."""
    statement = voice.statement
    told = statement is None or statement.source.type in OUTLET or _is_outlet(voice, statement)
    return None if told and voice.weight is Degree.FACT else Degree.ACCUSED


def fact(voice: Voice) -> Degree | None:
    """Take what the outlet tells in its own voice, or relays as told."""
    return Degree.FACT if voice.weight is Degree.FACT else None


Rule = Callable[[Voice], "Degree | None"]

RULES: tuple[Rule, ...] = (
    denied,
    claimed,
    own_command,
    perhaps_own,
    accused_by_authorities,
    possible,
    suspected,
    accused,
    fact,
)


def own_side(party: Party, statement: Statement) -> bool:
    """Whether a party is the source that speaks of it: the same mention, or the same name."""
    if party.mention is not None and party.mention.id == statement.source.mention:
        return True
    return party.name.casefold() == statement.source.name.casefold()


def _own_force(voice: Voice, statement: Statement) -> bool:
    """Whether a party is a force of the state whose command speaks: no confession is a charge."""
    own, words = _force_countries(voice), _words(voice, statement)
    return own is not None and _commands(voice, words) and bool(own & _countries(voice, words))


def _may_confess(voice: Voice) -> bool:
    """Whether a command of no known state tells of a state's force: its own, or another's."""
    statement = voice.statement
    if statement is None or voice.charge.rule not in DONE or _force_countries(voice) is None:
        return False
    words = _words(voice, statement)
    return _commands(voice, words) and not _countries(voice, words)


DONE = frozenset({"done_by", "done_with"})


def _commands(voice: Voice, words: Words) -> bool:
    tree, blame, named = voice.page.tree, voice.page.blame, voice.page.scene.named
    if any(one.type is MentionType.ARMED_GROUP for at in words for one in named.get(at, ())):
        return False
    return any(blame.listed(tree, at, "commanding") for at in words)


def _force_countries(voice: Voice) -> set[str] | None:
    """Return the countries named with a force of a state; None where the party is no such force."""
    tree, blame, word = voice.page.tree, voice.page.blame, voice.charge.word
    party = (word, *tree.under(word, "amod", "compound", "nmod", "poss"))
    kinds = {one.type for one in voice.page.scene.named.get(word, ())}
    if MentionType.ARMED_GROUP in kinds or not any(
        blame.listed(tree, at, "forces", "bodies") for at in party
    ):
        return None
    return _countries(voice, party)


def _countries(voice: Voice, words: Words) -> set[str]:
    """Return the first letters of countries and their peoples among words: "Indian", "India"."""
    tokens = voice.page.tree.tokens
    named = (tokens[at] for at in words if tokens[at].entity[2:] in {"GPE", "NORP"})
    return {token.text[:STEM].casefold() for token in named}


def _negated(voice: Voice) -> bool:
    scene = voice.page.scene
    return any(
        bool(modes.negated(scene, word)) or voice.page.blame.listed(scene.tree, word, "nobody")
        for word in voice.charge.words
    )


def _admits(voice: Voice, statement: Statement) -> bool:
    words = voice.page.tree.at(statement.cue) if statement.cue else ()
    return any(voice.page.blame.listed(voice.page.tree, word, "admitting") for word in words)


def _is_supposed(voice: Voice) -> bool:
    """Whether an outlet tells that it was not so, or it is only put as a case: "if they did it"."""
    scene = voice.page.scene
    words = voice.charge.words
    if any(bool(modes.hypothetical(scene, word)) or _lacks_proof(voice, word) for word in words):
        return True
    told = voice.statement is None or voice.statement.source.type in OUTLET
    return told and _negated(voice)


def _lacks_proof(voice: Voice, word: int) -> bool:
    """Whether something is said not to be shown: "no evidence that they were behind it"."""
    tree, blame = voice.page.tree, voice.page.blame
    while tree.tokens[word].head != word and tree.tokens[word].dep in CLAUSES:
        word = tree.tokens[word].head
        if any(blame.listed(tree, at, "nobody") for at in tree.under(word, "det")):
            return True
    return False


CLAUSES = frozenset({"acl", "relcl", "ccomp", "prep", "pcomp", "advmod", "acomp", "xcomp", "conj"})


def _hedged(voice: Voice, *names: str) -> bool:
    """Whether a word of doubt stands by the party or by what it is said to have done."""
    tree, blame = voice.page.tree, voice.page.blame
    beside = [
        at
        for word in (voice.charge.word, *voice.charge.words)
        for at in tree.under(word, "amod", "advmod", "aux", "compound", "nmod")
    ]
    return any(blame.listed(tree, at, *names) for at in beside)


def _is_believed(voice: Voice) -> bool:
    """Whether the party is only believed to have done it: "is thought to be behind it"."""
    tree, blame = voice.page.tree, voice.page.blame
    for word in voice.charge.words:
        at = word
        while tree.tokens[at].dep in {"xcomp", "acomp", "attr", "prep", "oprd", "ccomp"}:
            at = tree.tokens[at].head
            if blame.listed(tree, at, "believing") and tree.under(at, "auxpass", "nsubjpass"):
                return True
    return False


def _is_office(voice: Voice, statement: Statement) -> bool:
    """Whether a source speaks for an office: by its words, its title, or what it is elsewhere."""
    scene = voice.page.scene
    words = _words(voice, statement)
    if any(one.type is MentionType.ARMED_GROUP for at in words for one in scene.named.get(at, ())):
        return False
    return _is_called(voice, statement, "authorities", words)


def _is_outlet(voice: Voice, statement: Statement) -> bool:
    words = voice.page.tree.at(statement.source.span) if statement.source.span else ()
    return _is_called(voice, statement, "told", words)


def _is_called(voice: Voice, statement: Statement, name: str, words: Words) -> bool:
    tree, blame = voice.page.tree, voice.page.blame
    known = blame.words.get(name, frozenset())
    in_name = not known.isdisjoint(statement.source.name.lower().split())
    return in_name or any(blame.listed(tree, word, name) for word in words)


def _words(voice: Voice, statement: Statement) -> Words:
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
            found.extend((*words, *beside, *tree.under(tree.tokens[head].head, "compound")))
    return tuple(found)
