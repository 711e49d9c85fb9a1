"""What is asked in a dispute, in plain words: of a sentence whether it is true, else by its slot.

The words of a claim are asked about only where they can be told to make sense alone: a sentence
that does not lean on what was said before it, a charge with whom and what for, a thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.questions import Questions, QuestionWords, load_questions
from counterclaim.linking.claims import Proposal
from counterclaim.linking.naming import plain_name
from counterclaim.linking.reports import PRONOUN
from counterclaim.linking.slots import MEMBERSHIP, OCCURRENCE, PERPETRATOR, RESPONSIBILITY
from counterclaim.model.claim import Claim
from counterclaim.model.record import Reading
from counterclaim.model.statement import Act, StatementId
from counterclaim.model.text import DocumentId

LANGUAGE = "en"
"""The language of the ledger's own words."""
QUOTES = re.compile(r"[“”\"„«»]")
SHORT = 12
"""Words within which the name of a thing keeps; in more of them a verb may be hidden."""
LONGEST = 160
"""Letters beyond which a claim is no question any more."""

Place = tuple[DocumentId, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a claim without quotation marks, whether they are a charge, and their slot."""

    words: str
    slot: str
    charges: bool
    known: Questions

    @property
    def said(self) -> list[str]:
        """The words one by one."""
        return [word.strip(",;:()") for word in self.words.split()]

    @property
    def is_sentence(self) -> bool:
        """Whether the words hold a verb that makes them a sentence, and a subject before it."""
        told, said = self.known.words, self.said
        if said[0].casefold() in told.headless:
            return False
        trios = zip(said, said[1:], [*said[2:], ""], strict=False)
        return any(_is_verb(trio, told) for trio in trios)

    @property
    def leans(self) -> bool:
        """Whether the words mean somebody or something said before, or have lost their end."""
        told, said = self.known.words, self.said
        lost = self.words.count("(") != self.words.count(")")
        pronouns = {word.casefold() for word in said} & told.pronouns
        return bool(pronouns) or said[0].casefold() in told.owners or lost


def names_in(readings: Sequence[Reading]) -> Mapping[Place, str]:
    """Return where in each document somebody is meant, and the name; empty where it says so."""
    found: dict[Place, str] = {}
    for reading in readings:
        named = {each.id: each.name for each in reading.mentions}
        for each in reading.mentions:
            place = reading.document.id, each.span.begin
            pronoun = each.rule == PRONOUN and each.refers_to in named
            found[place] = named[each.refers_to] if pronoun and each.refers_to else ""
    return found


@dataclass(frozen=True, slots=True)
class Asking:
    """Every statement of a case, and who is meant where."""

    said: Mapping[StatementId, Proposal]
    names: Mapping[Place, str]

    def of(self, claim: Claim) -> str:
        """Ask what a claim is about, in its words where they make sense alone."""
        known, slot = load_questions()[LANGUAGE], claim.slot or OCCURRENCE
        if claim.of and slot in {RESPONSIBILITY, PERPETRATOR}:
            return known.asked["party"].format(party=claim.of)
        if (first := self._first(claim)) and first.document.language in {LANGUAGE, ""}:
            charges = first.statement.act.value is Act.ACCUSE
            asked = Asked(_alone(first, self.names, known.words), slot, charges, known)
            found = (rule(asked) for rule in RULES if asked.words)
            if question := next(filter(None, found), ""):
                return question
        return known.open.get(slot, known.open[OCCURRENCE])

    def _first(self, claim: Claim) -> Proposal | None:
        """Return the statement whose words are those of the claim."""
        held = (self.said.get(each.statement) for each in claim.stances)
        return next((each for each in held if each and each.content == claim.value), None)


def charge(asked: Asked) -> str:
    """Ask of a charge whether he is responsible on whom it is laid: "the army of shelling it"."""
    joins = "|".join(sorted(asked.known.words.joins))
    party, _, deed = re.sub(rf" (?:{joins}) ", "\0", asked.words, count=1).partition("\0")
    told = not asked.known.words.relative.isdisjoint(party.split())
    part = asked.slot == MEMBERSHIP or not asked.charges or told
    if part or asked.is_sentence or asked.leans or not deed[:1].islower():
        return ""
    return asked.known.asked["charge"].format(party=party, deed=deed)


def sentence(asked: Asked) -> str:
    """Ask of a sentence whether it is true, where it stands alone."""
    if not asked.is_sentence or asked.leans or len(asked.words) > LONGEST:
        return ""
    return asked.known.asked["sentence"].format(claim=asked.words)


def thing(asked: Asked) -> str:
    """Ask whether there was a thing, and of a known deed whose it was."""
    known, first = asked.known, asked.said[0].casefold()
    if asked.is_sentence or asked.leans:
        return ""
    if first in known.words.new and asked.slot == OCCURRENCE:
        return known.asked["thing"].format(claim=asked.words)
    ends = tuple(known.words.past)
    short = len(asked.said) <= SHORT and not any(word.endswith(ends) for word in asked.said[2:])
    whose = short and asked.slot in {RESPONSIBILITY, PERPETRATOR} and first in known.words.known
    if whose and asked.charges:
        return known.asked["party"].format(party=asked.words)
    return known.asked["deed"].format(claim=asked.words) if whose else ""


def count(asked: Asked) -> str:
    """Ask whether there were so many: "400 dead"."""
    counted = asked.words[:1].isdigit() and not asked.is_sentence
    return asked.known.asked["count"].format(claim=asked.words) if counted else ""


RULES: tuple[Callable[[Asked], str], ...] = (charge, sentence, thing, count)


def _is_verb(trio: tuple[str, str, str], told: QuestionWords) -> bool:
    before, word, after = trio
    return word in told.finite and before not in told.before and after not in told.after


def _passive(first: Proposal, told: QuestionWords) -> str:
    """Return whom and what for of a charge around its cue: "X has been accused by Y of a raid"."""
    cue, whole = first.statement.cue, first.statement.content[0]
    if cue is None or first.statement.act.value is not Act.ACCUSE or cue not in whole:
        return ""
    text = first.document.text
    before, after = text[whole.begin : cue.begin].split(), text[cue.end : whole.end].split()
    while before and before[-1] in told.finite | told.before:
        before.pop()
    joins = [at for at, word in enumerate(after) if word in told.joins]
    return " ".join((*before, *after[joins[0] :])) if before and joins else ""


def _alone(first: Proposal, names: Mapping[Place, str], told: QuestionWords) -> str:
    """Return the words of a claim as they may stand within a sentence, by name and not "it"."""
    said = _passive(first, told) or first.content
    words = " ".join(QUOTES.sub("", said).split()).rstrip(" .,;:")
    place = first.document.id, first.statement.content[0].begin
    begin, _, rest = words.partition(" ")
    name, small = names.get(place), begin.casefold()
    if name and small in told.pronouns | told.owners and small not in told.persons:
        source = first.statement.source.name
        name = source if plain_name(name) in plain_name(source) else ""
    if name and small in told.pronouns | told.owners:
        return f"{name}'s {rest}" if small in told.owners else f"{name} {rest}"
    if small in told.small or (name is None and not begin[1:].isupper()):
        return words[:1].lower() + words[1:]
    return words
