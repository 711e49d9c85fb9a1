"""What a source does besides saying it: ", citing radar data", "but gave no proof"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model.statement import Statement, StatementId
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Page
from counterclaim.statements.tagged import head_of

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
REACH = 8
"""Steps up the tree that a verb without a subject of its own is followed."""
ADDED = frozenset({"advcl", "conj", "pcomp", "acl", "prep"})
"""How a verb without a subject of its own is added to the one that has it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement as words of the tree.

    `own` are the words of its content that are not another's within it; `near` these and what hangs
    on its source and its cue; `deeds` the verbs of what its source does in telling it, the cue and
    those of the next sentence included.
    """

    page: Page
    statement: Statement
    source: int | None
    cue: Words
    own: Words
    near: Words
    deeds: Words


def tell(page: Page, statements: Sequence[Statement]) -> Iterator[Told]:
    """Bring the statements that have a cue back to the words of the tree."""
    tree = page.tree
    inner: dict[StatementId | None, set[int]] = defaultdict(set)
    for one in statements:
        inner[one.embedded_in].update(_content(tree, one))
    cues = {one.id: tree.at(one.cue) for one in statements if one.cue}
    taken = frozenset(word for words in cues.values() for word in words)
    leading = {one.id for one in statements if one.id in cues and _leads(tree, one, cues[one.id])}
    alone = Counter(tree.sentence[cues[each][0]] for each in leading)
    for one in statements:
        if one.cue:
            cue = cues[one.id]
            source = head_of(tree, tree.at(one.source.span)) if one.source.span else None
            deeds = _deeds(page, source, cue, taken)
            if one.id in leading and alone[tree.sentence[cue[0]]] == 1:
                deeds += _in_next_sentence(page, source, cue)
            own = tuple(at for at in _content(tree, one) if at not in inner[one.id])
            yield Told(page, one, source, cue, own, _near(tree, source, cue, own), deeds)


def _leads(tree: Tree, statement: Statement, cue: Words) -> bool:
    """Whether a statement stands by itself: not in another's content, not added as ", citing"."""
    return statement.embedded_in is None and all(tree.tokens[at].tag != "VBG" for at in cue)


def _near(tree: Tree, source: int | None, cue: Words, own: Words) -> Words:
    """Return the own words of a statement, and what hangs on its source and its cue beside them."""
    around = {at for word in cue for at in _adjuncts(tree, word)}
    named = tree.subtree(source) if source is not None else ()
    return tuple(sorted({*own, *around, *named}))


def _adjuncts(tree: Tree, word: int) -> Words:
    phrases = tree.under(word, "prep", "advcl", "acl", "acomp")
    return tuple(at for phrase in phrases for at in tree.subtree(phrase))


def _content(tree: Tree, statement: Statement) -> list[int]:
    return [word for span in statement.content for word in tree.at(span)]


def _deeds(page: Page, source: int | None, cue: Words, others: frozenset[int]) -> Words:
    """Find the verbs of a sentence that have the source for their doer."""
    tree = page.tree
    verbs = [at for at in _sentence(tree, cue[0]) if tree.tokens[at].pos == "VERB"]
    return tuple(
        at
        for at in verbs
        if at in cue
        or (page.quoted[at] < 0 and _does(tree, at, source))
        or (page.quoted[at] < 0 and _is_added(page, at, cue, others))
    )


def _does(tree: Tree, verb: int, source: int | None) -> bool:
    """Whether a verb has the source for its subject: "the army, which gave no proof, said"."""
    token = tree.tokens[verb]
    subjects = tree.under(verb, "nsubj")
    if source is None or not subjects:
        return token.dep == "acl" and token.head == source
    return subjects[-1] == source or (token.dep == "relcl" and token.head == source)


def _is_added(page: Page, verb: int, cue: Words, others: frozenset[int]) -> bool:
    """Whether a verb without a subject of its own goes with a cue and with no other."""
    tree, token = page.tree, page.tree.tokens[verb]
    if tree.under(verb, *SUBJECTS) or token.dep not in ADDED:
        return False
    if token.dep == "pcomp" and not page.lexicon.listed(tree, token.head, "manner"):
        return False
    at = verb
    for _ in range(REACH):
        if at in cue:
            return True
        above = tree.parent(at)
        if above is None or (above in others and above not in cue):
            return False
        if above not in cue and tree.under(above, *SUBJECTS) and not _set_off(tree, verb):
            return False
        at = above
    return False


def _set_off(tree: Tree, verb: int) -> bool:
    """Whether a participle stands behind a comma: the parser may tie it to the verb before."""
    after_comma = verb > 0 and tree.tokens[verb - 1].text in {",", "-", "–", "—"}
    return tree.tokens[verb].tag == "VBG" and after_comma


def _in_next_sentence(page: Page, source: int | None, cue: Words) -> Words:
    """Find what the same source does in the next sentence: "It gave no evidence."."""
    tree = page.tree
    number = tree.sentence[cue[0]] + 1
    if source is None or number >= len(tree.bounds):
        return ()
    verbs = [at for at in range(*tree.bounds[number]) if _is_root(tree, at)]
    mains = [at for at in verbs if page.quoted[at] < 0 and _same_doer(page, at, source)]
    joined = (other for at in mains for other in tree.under(at, "conj", "advcl", "prep"))
    return (*mains, *(at for at in joined if not tree.under(at, *SUBJECTS)))


def _same_doer(page: Page, verb: int, source: int) -> bool:
    """Whether a verb's subject is the source of the sentence before, or nobody but a proof."""
    tree, lexicon = page.tree, page.lexicon
    passive = tree.under(verb, "nsubjpass")
    if passive:
        return lexicon.listed(tree, passive[0], "substance") and not tree.under(verb, "agent")
    subjects = tree.under(verb, "nsubj")
    return bool(subjects) and _stands_for(page, subjects[0], source)


def _stands_for(page: Page, word: int, source: int) -> bool:
    """Whether a word is a pronoun that fits a source, or repeats its noun."""
    tree, lexicon = page.tree, page.lexicon
    token, meant = tree.tokens[word], tree.tokens[source]
    if token.pos != "PRON":
        return token.lemma == meant.lemma
    roles = lexicon.attribution.roles.get("person", ())
    person = meant.entity.endswith("PERSON") or meant.lemma in roles or meant.pos == "PRON"
    if lexicon.listed(tree, word, "personal"):
        return person
    several = meant.tag in {"NNS", "NNPS"} or meant.text.lower() == token.text.lower()
    return several if lexicon.listed(tree, word, "several") and person else not person


def _is_root(tree: Tree, word: int) -> bool:
    token = tree.tokens[word]
    return token.head == word and token.pos == "VERB"


def _sentence(tree: Tree, word: int) -> range:
    return range(*tree.bounds[tree.sentence[word]])
