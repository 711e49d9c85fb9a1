"""A verb that may attribute, in its sentence, and the words that can be its content."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Page
from counterclaim.statements.subjects import FINITE, INFINITE, can_speak


@dataclass(frozen=True, slots=True)
class Site:
    """A verb that may attribute; `second` is the other word of its cue, `speaker` its doer."""

    page: Page
    verb: int
    group: CueGroup
    second: int | None
    speaker: int | None

    def takes(self, *ways: str) -> bool:
        """Whether the cue takes its content in one of these ways."""
        return any(way in self.group.takes for way in ways)

    def subtree(self, *words: int) -> Words:
        """Return the words and all that hangs on them, save the cue, the speaker and asides."""
        without = frozenset({self.verb, *asides(self.page, words)})
        return tuple(sorted({at for word in words for at in self.page.tree.subtree(word, without)}))


def asides(page: Page, words: tuple[int, ...]) -> Words:
    """Find what is no part of a content: ", adding that", and a verb that another joins to it."""
    tree, lexicon = page.tree, page.lexicon
    return strays(page, words) + tuple(
        at
        for word in words
        for at in tree.subtree(word)
        if tree.tokens[at].dep in {"advcl", "acl", "prep", "xcomp"}
        and tree.tokens[at].tag == "VBG"
        and lexicon.listed(tree, at, "adding")
        and at > word
        and tree.lower(at - 1) in {",", "-", "–", "—"}
    )


def strays(page: Page, words: tuple[int, ...]) -> Words:
    """Find finite verbs joined to infinite ones: the parser took them for a lower clause's."""
    tree = page.tree
    return tuple(
        at
        for word in words
        for at in tree.subtree(word)
        if tree.tokens[at].dep == "conj"
        and tree.tokens[at].tag in FINITE
        and (_under_infinite(tree, at) or _under_what_is_said(page, at))
    )


def _under_infinite(tree: Tree, verb: int) -> bool:
    head = tree.tokens[verb].head
    return tree.tokens[head].tag in INFINITE and not tree.under(head, "aux", "nsubj")


def _under_what_is_said(page: Page, verb: int) -> bool:
    """Whether a cue is joined to a verb that has things for its subject: it goes higher up."""
    tree = page.tree
    subjects = tree.under(tree.tokens[verb].head, "nsubj", "nsubjpass")
    cue = page.lexicon.listed(tree, verb, "adding") and not tree.under(verb, "nsubj", "nsubjpass")
    return cue and bool(subjects) and not can_speak(page, subjects[-1])


def phrase_of(site: Site) -> Words:
    """Return the speaker's noun phrase, as far as it stands beside the verb."""
    tree = site.page.tree
    if site.speaker is None or tree.sentence[site.speaker] != tree.sentence[site.verb]:
        return (site.verb,)
    return tuple(at for at in tree.subtree(site.speaker) if at <= site.speaker)
