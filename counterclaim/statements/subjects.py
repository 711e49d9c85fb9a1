"""Whose verb it is: the word for the one who speaks, by the place of the verb in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.model.tree import Tree
from counterclaim.statements.finding import Page

VERBAL = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
INFINITE = frozenset({"VB", "VBG"})
REACH = 8
"""Steps up the tree that a verb without a subject of its own is followed."""


def find_speaker(page: Page, verb: int) -> int | None:
    """Find the head of the noun phrase that a verb of saying or thinking has as its doer."""
    if _of_purpose(page.tree, verb):
        return None
    answers = (rule(page, verb) for rule in RULES)
    found = next((answer for answer in answers if answer is not None), None)
    if found is None or page.tree.tokens[found].dep == "expl" or _in_brackets(page, found, verb):
        return None
    return found


def _in_brackets(page: Page, subject: int, verb: int) -> bool:
    """Whether a verb stands in brackets that its subject is outside of: "X (also called Y)"."""
    between = [page.tree.tokens[at].text for at in range(subject, verb)]
    return between.count("(") > between.count(")")


def can_speak(page: Page, word: int) -> bool:
    """Whether a word names someone, a body or a document that can be on record."""
    tree, lexicon = page.tree, page.lexicon
    token = tree.tokens[word]
    if token.pos == "PRON":
        return token.tag == "NN" or lexicon.listed(
            tree, word, "personal", "group", "relative", "some"
        )
    if lexicon.listed(tree, word, "some", "nobody"):
        return True
    if token.pos == "PROPN" or token.entity[2:] in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    return token.lemma in lexicon.roles or tree.lower(word) in lexicon.roles


def _of_purpose(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what for, or what another is to do: "a probe to blame them"."""
    if not any(tree.tokens[at].tag == "TO" for at in tree.under(verb, "aux")):
        return False
    label, head = tree.tokens[verb].dep, tree.tokens[verb].head
    return label in {"acl", "advcl", "relcl"} or (
        label == "xcomp" and bool(tree.under(head, "dobj"))
    )


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the passive: what is its subject is its content."""
    if tree.under(verb, "nsubjpass", "auxpass", "csubjpass", "agent"):
        return True
    bare = tree.tokens[verb].tag == "VBN" and not tree.under(verb, "aux", "nsubj", "dobj")
    return bare and tree.tokens[verb].dep in {"acl", "amod", "advcl"}


def of_the_agent(page: Page, verb: int) -> int | None:
    """Take the agent of a passive verb: "was dismissed by Kabul"."""
    tree = page.tree
    agents = tree.under(verb, "agent")
    objects = tree.under(agents[0], "pobj") if agents else ()
    return objects[0] if objects else None


def own_subject(page: Page, verb: int) -> int | None:
    """Take the verb's own subject, or what a relative pronoun as its subject stands for."""
    if is_passive(page.tree, verb):
        return None
    subjects = page.tree.under(verb, "nsubj")
    if not subjects:
        return None
    return _antecedent(page, subjects[-1], verb)


def behind_the_verb(page: Page, verb: int) -> int | None:
    """Take what follows the verb, where its content stands before it: "…, added another"."""
    tree = page.tree
    objects = tree.under(verb, "dobj", "attr", "npadvmod")
    clauses = tree.under(verb, "ccomp")
    if not objects or not clauses or clauses[0] > verb or objects[0] < verb:
        return None
    return objects[0]


def named_behind_a_quotation(page: Page, verb: int) -> int | None:
    """Take the noun phrase right after the verb: "…," said X, whatever it was tied to."""
    tree = page.tree
    last = verb + 1 < len(tree.tokens) and verb > 0
    if not last or tree.tokens[verb - 1].pos != "PUNCT" or tree.under(verb, "nsubj"):
        return None
    at = verb + 1
    while tree.tokens[at].dep in INSIDE and at < tree.tokens[at].head < verb + REACH:
        at = tree.tokens[at].head
    return at if tree.tokens[at].pos in {"PROPN", "NOUN", "PRON"} else None


INSIDE = frozenset({"compound", "det", "amod", "poss", "nmod", "nummod", "case"})


def taken_for_an_apposition(page: Page, verb: int) -> int | None:
    """Take the noun phrase between commas before the verb: "…, N. N., a spokesman, said".

    The parser ties it to the last noun of what is said.
    """
    tree = page.tree
    if tree.under(verb, "nsubj") or tree.tokens[verb].tag == "VBG":
        return None
    last = verb - 2 if tree.lower(verb - 1) == "," else verb - 1
    named = next((at for at in _upwards(tree, last) if tree.tokens[at].dep == "appos"), None)
    if named is None or tree.subtree(named)[-1] != last:
        return None
    while tree.tokens[tree.tokens[named].head].dep == "appos":
        named = tree.tokens[named].head
    siblings = tree.under(tree.tokens[named].head, "appos")
    return min(named, siblings[0])


def _upwards(tree: Tree, word: int) -> Iterator[int]:
    """Yield a word and those that it hangs on, up to the root of its sentence."""
    at: int | None = word
    for _ in range(REACH):
        if at is None or at < 0:
            return
        yield at
        at = tree.parent(at)


def of_the_verb_before(page: Page, verb: int) -> int | None:
    """Take the subject of the verb that this one is joined to or depends on: "and added"."""
    tree, at = page.tree, verb
    if tree.under(verb, "nsubjpass", "auxpass") or is_done_to(tree, verb):
        return None
    for _ in range(REACH):
        head = tree.parent(at)
        if head is None or tree.tokens[at].dep not in LOOSE or tree.tokens[head].pos not in VERBAL:
            return None
        subjects = tree.under(head, "nsubj", "nsubjpass")
        if subjects and _joined(page, verb, head, subjects[-1]):
            return _antecedent(page, subjects[-1], head)
        at = head
    return None


def is_done_to(tree: Tree, verb: int) -> bool:
    """Whether a bare participle tells what was done to the one who leads: "Asked whether P, X"."""
    token = tree.tokens[verb]
    bare = token.dep == "advcl" and not tree.under(verb, "nsubj", "aux", "mark", "cc")
    return bare and token.tag in {"VBN", "VBD"} and verb < token.head


def _joined(page: Page, verb: int, head: int, subject: int) -> bool:
    """Whether a verb goes with another's subject.

    A finite verb does not go with an infinite one, nor a cue with what is spoken of: in "said the
    road was safe and added", the road adds nothing.
    """
    tree = page.tree
    fits = tree.tokens[verb].tag not in FINITE or tree.tokens[head].tag not in INFINITE
    below = tree.tokens[verb].dep == "conj" and tree.tokens[head].dep == "ccomp"
    return (fits or bool(tree.under(head, "aux"))) and (not below or can_speak(page, subject))


LOOSE = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "acl"})


def noun_that_it_describes(page: Page, verb: int) -> int | None:
    """Take the noun that a participle describes: "a letter warning that"."""
    tree = page.tree
    head = tree.parent(verb)
    if head is None or tree.tokens[verb].dep != "acl" or tree.tokens[verb].tag != "VBG":
        return None
    return head


def of_the_clause_around(page: Page, verb: int) -> int | None:
    """Take the subject of the clause that a participle after a comma goes with: ", adding"."""
    tree = page.tree
    if tree.tokens[verb].tag != "VBG":
        return None
    at: int | None = tree.parent(verb)
    for _ in range(REACH):
        if at is None:
            return None
        subjects = tree.under(at, "nsubj", "nsubjpass")
        if subjects and tree.tokens[at].pos in VERBAL:
            return _antecedent(page, subjects[-1], at)
        at = tree.parent(at)
    return None


def _antecedent(page: Page, subject: int, verb: int) -> int:
    """Return the noun that a relative pronoun stands for; else the subject itself."""
    tree = page.tree
    head = tree.parent(verb)
    relative = page.lexicon.listed(tree, subject, "relative")
    if relative and head is not None and tree.tokens[verb].dep == "relcl":
        return head
    return subject


Rule = Callable[[Page, int], "int | None"]

RULES: tuple[Rule, ...] = (
    of_the_agent,
    own_subject,
    behind_the_verb,
    taken_for_an_apposition,
    noun_that_it_describes,
    of_the_verb_before,
    of_the_clause_around,
    named_behind_a_quotation,
)
