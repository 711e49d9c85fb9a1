"""What the learned reader finds, in the terms of the rules: heads, cues, contents by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.model.tags import TaggedStatement
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import VERBAL, is_passive

LEADING = frozenset({"ADP", "AUX", "DET", "PART", "PUNCT", "SCONJ"})
"""Words that lead to others, and by themselves say nothing."""
BEFORE_NOUN = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
NEAR = 2
"""Words that a noun is from what goes before it: farther off, the parser may be wrong."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})


def find_tagged(page: Page) -> Iterator[Finding]:
    """Find what the learned reader takes for attributions, a finding for each sentence of each."""
    tagged = page.tree.parse.tags.statements
    for number, one in enumerate(tagged):
        if not any(is_none(page, one) for is_none in (_lays_a_deed, _denies_it, _is_mute)):
            yield from _by_sentence(page, one, number)


def _by_sentence(page: Page, one: TaggedStatement, number: int) -> Iterator[Finding]:
    tree = page.tree
    home = tree.sentence[one.cue[0]]
    every = sentences_of(tree, _completed(tree, one, _without_helpers(tree, one)))
    parts = [part for part in every if tree.sentence[part[0]] == home or _is_whole(page, part)]
    near = [part for part in parts if _at_home(page, part, home, parts)]
    words = () if _suffers(page, one) else one.source
    source = head_of(tree, words)
    whole = Finding(source, one.cue, (), group_of(page, one), "learned", phrase=words, tag=number)
    for part in parts:
        if part in near:
            yield whole.but(content=part)
        else:
            yield whole.but(source=None, cue=(), content=part, named_by=source, phrase=())


def _suffers(page: Page, one: TaggedStatement) -> bool:
    """Whether a source is whom it falls on, and no speaker: "was blamed on the police"."""
    tree, head = page.tree, head_of(page.tree, one.source)
    phrase = None if head is None else tree.parent(head)
    if phrase is None or phrase in one.cue or tree.parent(phrase) not in one.cue:
        return False
    passive = any(is_passive(tree, word) for word in one.cue if tree.tokens[word].pos in VERBAL)
    return passive and page.lexicon.listed(tree, phrase, "falling_on")


def _denies_it(page: Page, one: TaggedStatement) -> bool:
    """Whether whom it takes for the source of a claim denies it: "the army denies Osk claims"."""
    tree, source = page.tree, head_of(page.tree, one.source)
    for word in one.cue:
        verb = tree.parent(word)
        nominal = tree.tokens[word].pos == "NOUN" and tree.tokens[word].dep == "dobj"
        if not nominal or verb is None or tree.under(word, "poss"):
            continue
        groups = page.lexicon.verbs.get(page.lexicon.lemma(tree, verb), ())
        if source in tree.under(verb, "nsubj") and any(one.act == "deny" for one in groups):
            return True
    return False


def _is_mute(page: Page, one: TaggedStatement) -> bool:
    """Whether a cue tells what somebody has or does: "the rebels hold 42 percent"."""
    tree, listed = page.tree, page.lexicon.listed
    verbs = [at for at in one.cue if tree.tokens[at].pos in VERBAL]
    clause = any(tree.tokens[at].pos in VERBAL for at in one.content)
    if not verbs or clause or any(page.quoted[at] >= 0 for at in one.content):
        return False
    counted = any(tree.tokens[at].tag == "CD" for at in one.content)
    lists = ("measures", "having") if counted else ("measures",)
    return all(listed(tree, at, *lists) for at in verbs)


def _lays_a_deed(page: Page, one: TaggedStatement) -> bool:
    """Whether a deed is traced to whom it takes for the source: "the raid was attributed to X".

    Words that are attributed to somebody are his: "remarks attributed to the minister".
    """
    tree, listed = page.tree, page.lexicon.listed
    head = head_of(tree, one.source)
    tie = None if head is None else tree.parent(head)
    verb = None if tie is None else tree.parent(tie)
    if tie is None or verb is None or not listed(tree, tie, "towards"):
        return False
    traced = listed(tree, verb, "laying") and verb in one.cue
    things = (*tree.under(verb, "nsubjpass", "dobj"), *_noun_before(tree, verb))
    words = [at for at in things if page.lexicon.lemma(tree, at) in page.lexicon.documents]
    return traced and not words and not any(listed(tree, at, "talks") for at in things)


def _noun_before(tree: Tree, verb: int) -> Words:
    """Return the noun that a participle says more of: "remarks attributed to"."""
    return (tree.tokens[verb].head,) if tree.tokens[verb].dep in {"acl", "relcl"} else ()


def _without_helpers(tree: Tree, one: TaggedStatement) -> Words:
    """Leave the auxiliaries of the cue out of the content: "the raid was condemned"."""
    tokens, cue = tree.tokens, set(one.cue)
    return tuple(
        word
        for word in one.content
        if tokens[word].dep not in {"aux", "auxpass"} or tokens[word].head not in cue
    )


def _completed(tree: Tree, one: TaggedStatement, words: Words) -> Words:
    """Take in what a content leads to that breaks off before it: "is said to | put it at 600"."""
    if not words:
        return ()
    heads = {tree.tokens[word].head for word in words} - {*one.cue, *one.source}
    if any(tree.tokens[word].pos not in LEADING for word in words):
        heads = set(tree.under(words[-1], "pobj", "pcomp"))  # "blamed each other for | the blast"
    led = {at for head in heads for at in tree.subtree(head)} | _to_its_noun(tree, words[-1])
    return tuple(sorted({*words, *led} - {*one.cue, *one.source}))


def _to_its_noun(tree: Tree, word: int) -> set[int]:
    """Return what follows up to the noun that a word goes before: "the army's | losses"."""
    head = tree.tokens[word].head
    before = tree.tokens[word].dep in BEFORE_NOUN and 0 < head - word <= NEAR
    return set(range(word, head + 1)) if before else set()


def sentences_of(tree: Tree, words: Words) -> list[Words]:
    """Part words by the sentences they stand in."""
    parts: dict[int, list[int]] = {}
    for word in words:
        parts.setdefault(tree.sentence[word], []).append(word)
    return [tuple(part) for part in parts.values()]


def _is_whole(page: Page, part: Words) -> bool:
    """Whether a part far from its cue may be what is said: a quotation, a sentence to its end."""
    tree = page.tree
    if any(page.quoted[at] >= 0 for at in part):
        return True
    said = [at for at in range(*tree.bounds[tree.sentence[part[0]]]) if _is_word(tree, at)]
    top = any(tree.tokens[at].dep == "ROOT" for at in part)
    return top and bool(said) and said[-1] in part


def _is_word(tree: Tree, at: int) -> bool:
    return tree.tokens[at].pos not in {"PUNCT", "SPACE"}


def _at_home(page: Page, part: Words, home: int, parts: Sequence[Words]) -> bool:
    """Whether a part goes with the cue: all save a further quotation, in a sentence of its own."""
    tree = page.tree
    if tree.sentence[part[0]] == home or any(page.quoted[at] < 0 for at in part):
        return True
    here = {page.quoted[at] for other in parts for at in other if tree.sentence[at] == home} - {-1}
    if not any(tree.sentence[other[0]] == home for other in parts):
        return True
    return bool(here & {page.quoted[at] for at in part})


def head_of(tree: Tree, words: Words) -> int | None:
    """Return the noun of a phrase on which its other words hang; None of no words."""
    inside = set(words)
    tops = [at for at in words if tree.tokens[at].head not in inside or tree.tokens[at].head == at]
    nominal = [at for at in tops if tree.tokens[at].pos in NOMINAL]
    nouns = [at for at in nominal if tree.tokens[at].pos != "DET"]
    return next(iter(nouns or nominal or tops), None)


def group_of(page: Page, one: TaggedStatement) -> CueGroup:
    """Look up what the words of a cue do; else take the class that the learned reader gives it."""
    sort = one.stance["sort"][0][0]
    listed = [group for word in one.cue for group in _listed(page, word, one.cue)]
    fitting = [group for group in listed if group.sort == sort]
    return next(iter(fitting or listed), CueGroup(sort=sort, words=()))


def _listed(page: Page, word: int, cue: Words) -> Iterable[CueGroup]:
    tree, lexicon = page.tree, page.lexicon
    lemma = lexicon.lemma(tree, word)
    pairs = [f"{lemma} {tree.lower(other)}" for other in cue if other > word]
    groups = lexicon.verbs if tree.tokens[word].pos == "VERB" else lexicon.nouns
    for words in (*pairs, lemma):
        yield from groups.get(words, ())
    if tree.tokens[word].pos == "ADJ":
        yield from lexicon.adjectives.get(lemma, ())
