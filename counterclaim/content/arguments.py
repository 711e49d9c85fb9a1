"""Who and what stands round the words that speak of an event, as the tree of the parse has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.tree import Tree

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
BEFORE = ("compound", "amod", "nmod", "npadvmod")
REACH = 4


class Bond(StrEnum):
    """How a noun hangs on what is told: as who does it, whom it befalls, what with, where."""

    DOER = "doer"
    UNDERGOER = "undergoer"
    OWNER = "owner"
    MEANS = "means"
    SITE = "site"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Argument:
    """A noun by its head word, how it hangs on an event, and the name of what found it."""

    word: int
    bond: Bond
    rule: str


@dataclass(frozen=True, slots=True)
class Links:
    """The words that tie a noun to an event: prepositions by what they mean, verbs that carry it.

    `light` verbs do what their object names ("carried out an attack"); who is the subject of
    `averting` ones did not do what they averted.
    """

    doing: Set[str] = frozenset()
    aiming: Set[str] = frozenset()
    suffering: Set[str] = frozenset()
    locating: Set[str] = frozenset()
    means: Set[str] = frozenset()
    light: Set[str] = frozenset()
    relative: Set[str] = frozenset()
    averting: Set[str] = frozenset()


def arguments(tree: Tree, links: Links, head: int) -> Iterator[Argument]:
    """Yield every noun that hangs on a word for an event, those joined to it by "and" too."""
    for rule, bond in RULES:
        for found in rule(tree, links, head):
            meant = antecedent(tree, links, found)
            for word in (meant, *joined(tree, meant)):
                yield Argument(word, bond, rule.__name__)


def joined(tree: Tree, word: int) -> Iterator[int]:
    """Yield the nouns that "and" or a comma joins to one."""
    for other in tree.under(word, "conj"):
        if tree.tokens[other].pos in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            yield other
            yield from joined(tree, other)


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what befalls its subject, or the noun that it describes."""
    token = tree.tokens[verb]
    if tree.under(verb, "nsubjpass", "auxpass", "csubjpass", "agent"):
        return True
    bare = token.tag == "VBN" and not tree.under(verb, "aux", "nsubj", "dobj")
    if token.dep == "conj" and bare:
        return is_passive(tree, token.head)
    return bare and token.dep in {"acl", "amod", "advcl", "ROOT", "relcl"}


def antecedent(tree: Tree, links: Links, word: int) -> int:
    """Return the noun that a relative pronoun stands for; else the word itself."""
    verb = tree.parent(word)
    if verb is None or tree.lower(word) not in links.relative:
        return word
    while tree.tokens[verb].dep in {"conj", "xcomp"}:
        verb = tree.tokens[verb].head
    head = tree.parent(verb)
    return head if tree.tokens[verb].dep == "relcl" and head is not None else word


def of_the_agent(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take the agent of a passive: "was attacked by rebels"."""
    for by in tree.under(head, "agent"):
        yield from tree.under(by, "pobj")


def of_the_by_phrase(tree: Tree, links: Links, head: int) -> Iterator[int]:
    """Take who is behind a noun: "an attack by rebels"."""
    if tree.tokens[head].pos not in VERBAL:
        yield from _after(tree, head, links.doing)


def own_subject(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take the subject of a verb: "rebels attacked"."""
    if tree.tokens[head].pos in VERBAL and not is_passive(tree, head):
        yield from tree.under(head, *SUBJECTS)


def of_the_verb_before(tree: Tree, links: Links, head: int) -> Iterator[int]:
    """Take the subject of the verb that this one goes with: "rebels came and burned", "killing"."""
    if tree.tokens[head].pos not in VERBAL or is_passive(tree, head):
        return
    at = head
    for _ in range(REACH):
        if tree.under(at, *SUBJECTS, *PASSIVE) or tree.tokens[at].dep not in LOOSE:
            return
        above = tree.tokens[at].head
        averted = tree.tokens[at].dep == "xcomp" and tree.tokens[above].lemma in links.averting
        if tree.tokens[above].pos not in VERBAL or averted or _is_laid_on_object(tree, at):
            return
        found = doers_of(tree, links, above)
        if found:
            yield from found
            return
        at = above


def _is_laid_on_object(tree: Tree, tie: int) -> bool:
    """Whether a phrase says for what something is done to somebody: "jailed him for bombing it"."""
    laid = tree.tokens[tie].dep == "prep" and tree.lower(tie) in LAYING
    return laid and bool(tree.under(tree.tokens[tie].head, "dobj", "nsubjpass"))


LAYING = frozenset({"for", "of"})
LOOSE = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})


def doers_of(tree: Tree, links: Links, verb: int) -> tuple[int, ...]:
    """Return a verb's own agent or subject, whichever did it."""
    return (*of_the_agent(tree, links, verb), *own_subject(tree, links, verb))


def noun_that_acts(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take the noun that a participle describes: "men firing rifles"."""
    token = tree.tokens[head]
    if token.tag == "VBG" and token.dep == "acl":
        yield token.head


def who_carried_it_out(tree: Tree, links: Links, head: int) -> Iterator[int]:
    """Take who is said to carry out what a noun names: "rebels launched an attack"."""
    token = tree.tokens[head]
    verb = token.head
    if tree.tokens[verb].lemma not in links.light:
        return
    if token.dep in {"dobj", "nsubjpass"}:
        yield from doers_of(tree, links, verb)
        yield from of_the_verb_before(tree, links, verb)
    for participle in tree.under(head, "acl", "relcl"):
        if tree.tokens[participle].lemma in links.light:
            yield from doers_of(tree, links, participle)


def in_a_clause_of_its_own(tree: Tree, links: Links, head: int) -> Iterator[int]:
    """Take who carried it out, where that is told of a noun: "an attack staged by rebels"."""
    for participle in tree.under(head, "acl", "relcl"):
        if tree.tokens[participle].lemma in links.light:
            yield from doers_of(tree, links, participle)


def own_object(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take the object of a verb: "attacked the barracks"."""
    if tree.tokens[head].pos in VERBAL and not is_passive(tree, head):
        yield from tree.under(head, "dobj")


def passive_subject(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take the subject of a passive, its own or that of the verb before: "was hit and killed"."""
    at = head
    while is_passive(tree, at):
        subjects = tree.under(at, *PASSIVE, "nsubj")
        yield from subjects
        if subjects or tree.tokens[at].dep != "conj":
            return
        at = tree.tokens[at].head


def noun_that_suffers(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take the noun that a participle describes: "priests murdered in May", "the burned bus"."""
    token = tree.tokens[head]
    if token.tag in {"VBN", "VBD", "JJ"} and token.dep in {"acl", "amod", "relcl"}:
        passive = token.dep == "amod" or is_passive(tree, head)
        if passive and not tree.under(head, *PASSIVE):
            yield token.head


def subject_of_an_adjective(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take who is said to be dead or wounded: "left three men dead", "two were dead"."""
    token = tree.tokens[head]
    if token.pos == "ADJ":
        yield from tree.under(head, "nsubj")
        if token.dep in {"acomp", "oprd"}:
            yield from tree.under(token.head, "nsubj" if token.dep == "acomp" else "dobj")


def of_the_aim(tree: Tree, links: Links, head: int) -> Iterator[int]:
    """Take what it is aimed at: "an attack on the barracks", "fired at the bus"."""
    yield from _after(tree, head, links.aiming)
    verb = tree.tokens[head].head
    if tree.tokens[head].dep in {"dobj", "nsubjpass"} and tree.tokens[verb].lemma in links.light:
        yield from _after(tree, verb, links.aiming)


def of_the_of_phrase(tree: Tree, links: Links, head: int) -> Iterator[int]:
    """Take whose it is: "the murder of the judge"."""
    if tree.tokens[head].pos not in VERBAL:
        yield from _after(tree, head, links.suffering)


def owner(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take the owner of a noun: "the rebels' attack", "the judge's murder"."""
    yield from tree.under(head, "poss")


def what_it_was_done_with(tree: Tree, links: Links, head: int) -> Iterator[int]:
    """Take the means: "with rifles", "using dynamite"."""
    yield from _after(tree, head, links.means)
    for verb in tree.under(head, "advcl", "acl", "prep"):
        if tree.lower(verb) in links.means:
            yield from tree.under(verb, "dobj", "pobj")


def where_it_was(tree: Tree, links: Links, head: int) -> Iterator[int]:
    """Take what it happened at: "exploded in front of the embassy"."""
    yield from _after(tree, head, links.locating)


def before_it(tree: Tree, _links: Links, head: int) -> Iterator[int]:
    """Take the nouns before a noun: "a car bomb", "the police station attack"."""
    yield from tree.under(head, *BEFORE)


def _after(tree: Tree, head: int, listed: Set[str]) -> Iterator[int]:
    """Yield what follows a listed preposition; "in front of" and "outside of" are read through."""
    for preposition in tree.under(head, "prep", "agent", "advmod", "dative"):
        nouns = tree.under(preposition, "pobj")
        if tree.lower(preposition) not in listed:
            continue
        for noun in nouns:
            inner = [at for at in _after(tree, noun, listed | {"of"}) if tree.lower(noun) in listed]
            yield from inner or [noun]
        yield from (at for at in _after(tree, preposition, listed | {"of"}) if not nouns)


Rule = Callable[[Tree, Links, int], Iterator[int]]

RULES: tuple[tuple[Rule, Bond], ...] = (
    (of_the_agent, Bond.DOER),
    (of_the_by_phrase, Bond.DOER),
    (own_subject, Bond.DOER),
    (of_the_verb_before, Bond.DOER),
    (noun_that_acts, Bond.DOER),
    (who_carried_it_out, Bond.DOER),
    (in_a_clause_of_its_own, Bond.DOER),
    (own_object, Bond.UNDERGOER),
    (passive_subject, Bond.UNDERGOER),
    (noun_that_suffers, Bond.UNDERGOER),
    (subject_of_an_adjective, Bond.UNDERGOER),
    (of_the_aim, Bond.UNDERGOER),
    (of_the_of_phrase, Bond.OWNER),
    (owner, Bond.OWNER),
    (what_it_was_done_with, Bond.MEANS),
    (where_it_was, Bond.SITE),
    (before_it, Bond.BEFORE),
)
