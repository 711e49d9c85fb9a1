"""On whom words lay an event: "responsible for", "accused of", "attributed to"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from counterclaim.content.arguments import antecedent, doers_of, joined, of_the_verb_before
from counterclaim.content.charge import Charge, Page
from counterclaim.knowledge.responsibility import Frame
from counterclaim.model.event import Share
from counterclaim.model.tree import Tree, Words

CLIMBED = frozenset({"acomp", "attr", "xcomp", "prep", "conj", "oprd", "advmod", "pcomp", "dobj"})
REACH = 5


def framed(page: Page, word: int) -> Iterator[Charge]:
    """Take whom words lay it on: "responsible for", "accused of", "attributed to"."""
    token = page.tree.tokens[word]
    entries = page.blame.frames.get(token.lemma) or page.blame.frames.get(token.text.lower(), ())
    for rest, frame in entries:
        words = _whole(page.tree, word, rest)
        found = list(PARTIES[frame.party](page, word, frame)) if words else []
        if found:
            for party in found:
                for each in (party, *joined(page.tree, party)):
                    yield Charge(
                        each,
                        words,
                        _share(page, word, frame),
                        frame.weight,
                        f"by_{frame.party}",
                        None,
                        frame.alone,
                    )
            return


def _share(page: Page, word: int, frame: Frame) -> Share:
    """Return the part that is laid on somebody: "accused them of having armed the rebels"."""
    tree = page.tree
    for tie in tree.under(word, "prep"):
        if any(page.blame.listed(tree, at, "failing") for at in tree.under(tie, "pobj", "pcomp")):
            return Share.NEGLIGENT
        for verb in tree.under(tie, "pcomp"):
            for rest, meant in page.blame.frames.get(tree.tokens[verb].lemma, ()):
                if not rest and meant.party == "subject":
                    return meant.share
    return frame.share


def subject_of(page: Page, word: int, frame: Frame) -> Iterator[int]:
    """Take the subject of what is said: "X was behind it", "X is believed to have planned it"."""
    tree, links = page.tree, page.cast.links
    if (not frame.alone and _is_no_deed(tree, word)) or _is_laid_on(page, word):
        return
    if tree.tokens[word].pos == "VERB":
        found = [*doers_of(tree, links, word), *of_the_verb_before(tree, links, word)]
        yield from (antecedent(tree, links, at) for at in found)
        undergone = tree.tokens[word].tag == "VBN" and tree.lower(word) not in frame.words
        if found or undergone:  # "was planned", but "was involved"
            return
    at = word
    for _ in range(REACH):
        if page.blame.listed(tree, at, "holding"):
            return  # "whom he held responsible"
        subjects = tree.under(at, "nsubj", "nsubjpass")
        if subjects:
            yield from (antecedent(tree, links, one) for one in subjects)
            return
        if tree.tokens[at].dep not in CLIMBED:
            return
        at = tree.tokens[at].head


def _is_no_deed(tree: Tree, word: int) -> bool:
    """Whether a word is none of the verbs that it looks like: "had come back", "did not"."""
    token = tree.tokens[word]
    return token.pos in {"ADV", "ADP", "NOUN", "PROPN"} or token.dep == "aux"


def _is_laid_on(page: Page, word: int) -> bool:
    """Whether a deed is one that is laid on somebody: "accused", "jailed him of", "for" it."""
    tree = page.tree
    tie = tree.parent(word) if tree.tokens[word].dep == "pcomp" else None
    verb = tree.parent(tie) if tie is not None else None
    if tie is None or verb is None:
        return False
    others = page.blame.listed(tree, tie, "for_what") and tree.under(verb, "dobj", "nsubjpass")
    return bool(others) or page.blame.listed(tree, verb, "blaming")


def subjects_of(tree: Tree, word: int) -> Words:
    """Return the subject of a verb, or the one it shares: "were trained and organised by them"."""
    for _ in range(REACH):
        found = tree.under(word, "nsubj", "nsubjpass")
        if found or tree.tokens[word].dep not in CLIMBED:
            return found
        word = tree.tokens[word].head
    return ()


def object_of(page: Page, word: int, _frame: Frame) -> Iterator[int]:
    """Take whom it is laid on: "accused X", "X is suspected of it".

    "Blaming X is wrong" lays nothing on X: it speaks of others who do.
    """
    tree = page.tree
    if tree.tokens[word].dep in SPOKEN_OF or _is_of_others(page, word):
        return
    if tree.tokens[word].pos == "VERB":
        yield from tree.under(word, "dobj", "nsubjpass")
        if tree.tokens[word].dep in {"acl", "relcl"} and tree.tokens[word].tag == "VBN":
            yield tree.tokens[word].head


def _is_of_others(page: Page, word: int) -> bool:
    """Whether whoever accuses is not said: "those who blame X"."""
    tree = page.tree
    whoever = tree.tokens[word].dep == "relcl" and tree.tokens[word].head
    return bool(whoever) and page.blame.listed(tree, int(whoever), "whoever")


SPOKEN_OF = frozenset({"csubj", "csubjpass"})


def after_a_tie(page: Page, word: int, frame: Frame) -> Iterator[int]:
    """Take what follows the preposition: "attributed to X", "put the blame on X"."""
    tree = page.tree
    for at in (word, *tree.under(word, "dobj", "nsubjpass")):
        for tie in tree.under(at, "prep", "dative", "agent"):
            if tree.lower(tie) in frame.ties:
                nouns = tree.under(tie, "pobj")
                yield from (one for one in nouns if tree.tokens[one].entity[2:] not in WHEN)


WHEN = frozenset({"DATE", "TIME"})


def owner_of(page: Page, word: int, _frame: Frame) -> Iterator[int]:
    """Take whose part it is: "the army's responsibility for the massacre"."""
    owners = page.tree.under(word, "poss")
    yield from (at for at in owners if page.tree.tokens[at].pos != "PRON")


PARTIES: dict[str, Callable[[Page, int, Frame], Iterator[int]]] = {
    "subject": subject_of,
    "object": object_of,
    "to": after_a_tie,
    "owner": owner_of,
}


def _is_clause(tree: Tree, word: int) -> bool:
    """Whether a word begins a clause of its own: "took part, and blamed criminals"."""
    token = tree.tokens[word]
    return token.dep in {"conj", "advcl", "ccomp", "relcl"} and token.pos != "ADJ"


def _whole(tree: Tree, word: int, rest: Sequence[str]) -> Words:
    """Return a word with those that must go with it; none where they do not stand by it."""
    found = [word]
    for wanted in rest:
        beside = (at for at in tree.children[word] if not _is_clause(tree, at))
        near = (at for at in beside if wanted in {tree.tokens[at].lemma, tree.lower(at)})
        at = next(near, None)
        if at is None:
            return ()
        found.append(at)
    return tuple(sorted(found))
