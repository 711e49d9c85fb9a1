"""The media that words come through: told, asked, carried by, quoted from.

A relay is written in the sentence of what it passes on. Where no turn of phrase shows one, the
learned reader's word is taken for a name that stands beside a cue.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from operator import itemgetter

from counterclaim.model.tree import Tree, Words
from counterclaim.statements.exhibits import kind_of
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import can_speak, is_passive
from counterclaim.statements.tagged import head_of

MUTE = frozenset({"video", "photograph", "satellite", "intercept", "forensic", "data"})
"""Kinds of evidence that say nothing themselves: who cites them speaks."""


def with_hearer(page: Page, finding: Finding, askers: Collection[int] = ()) -> Finding:
    """Note the medium that was told, asked, or that carries the text it was read in.

    `askers` asked the sources of a sentence: who did is no relay of anybody beside them.
    """
    if finding.via is not None or not finding.cue or finding.source is None:
        return finding
    tree = page.tree
    near = [at for word in finding.cue for at in tree.under(word, "dobj", "dative")]
    near = near if any(page.lexicon.listed(tree, at, "telling") for at in finding.cue) else []
    for word in finding.cue:
        for phrase in tree.under(word, "prep"):
            near += _talked_to(page, phrase) + _carriers(page, phrase)
        for clause in tree.under(word, "advcl"):
            near += _agents(page, clause, "asking")
        near += _quoted_by(page, word)
    for clause in tree.under(finding.source, "acl", "relcl"):
        near += _agents(page, clause, "carrying")
    asked = next((at for at in asked_by(page, finding) if can_speak(page, at)), None)
    via = next((at for at in near if is_medium(page, at)), asked)
    if via is None:
        via = _tagged(page, finding)
        via = None if via in askers else via
    return finding.but(via=via)


def asked_by(page: Page, finding: Finding) -> list[int]:
    """Return who asked a source: "witnesses quoted by the team", "villagers whom it met"."""
    if finding.source is None:
        return []
    tree = page.tree
    clauses = (
        at for word in tree.subtree(finding.source) for at in tree.under(word, "acl", "relcl")
    )
    return [at for clause in clauses for at in _agents(page, clause, "asking")]


def _quoted_by(page: Page, word: int) -> list[int]:
    """Return by whom a source "was quoted as saying" something."""
    tree, verbs = page.tree, (word, *quoted_in(page, word))
    if len(verbs) == 1:
        return []
    phrases = [at for verb in verbs for at in tree.under(verb, "prep", "agent")]
    by = [at for at in phrases if page.lexicon.listed(tree, at, "by")]
    return [at for phrase in by for at in tree.under(phrase, "pobj")]


def quoted_in(page: Page, word: int) -> Words:
    """Return the verb of "was quoted as" over a participle of speech, if it hangs on one."""
    tree, phrase = page.tree, page.tree.parent(word)
    verb = None if phrase is None else tree.parent(phrase)
    if phrase is None or verb is None or not page.lexicon.listed(tree, phrase, "as"):
        return ()
    return (verb,) if page.lexicon.listed(tree, verb, "quoting") and is_passive(tree, verb) else ()


def _tagged(page: Page, finding: Finding) -> int | None:
    """Return the one relay that the learned reader sees in the sentence of a cue, beside it."""
    tree = page.tree
    near = _in_sentence(tree, finding.cue[0])
    if not near:
        return None
    named = () if finding.source is None else tree.subtree(finding.source)
    own = {*finding.content, *finding.cue, *named}
    found = [
        head
        for relay in near
        if own.isdisjoint(relay) and _whole(tree, relay)
        for head in [head_of(tree, relay)]
        if head is not None and is_medium(page, head) and not _heard_another(page, head, finding)
    ]
    return found[0] if len(found) == 1 else None


def _heard_another(page: Page, hearer: int, finding: Finding) -> bool:
    """Whether a medium was told by somebody else: "he said ...; relatives told the Gazette"."""
    tree, verb = page.tree, page.tree.tokens[hearer].head
    told = tree.tokens[hearer].dep in {"dobj", "dative"} and verb not in finding.cue
    tellers = tree.under(verb, "nsubj") if page.lexicon.listed(tree, verb, "telling") else ()
    return told and bool(tellers) and finding.source not in tellers


def _in_sentence(tree: Tree, word: int) -> Sequence[Words]:
    """Return the relays that the learned reader sees in the sentence of a word."""
    relays, bounds = tree.parse.tags.relays, tree.bounds[tree.sentence[word]]
    begin, end = (bisect_left(relays, at, key=itemgetter(0)) for at in bounds)
    return relays[begin:end]


def _whole(tree: Tree, words: Words) -> bool:
    """Whether a name ends where words end."""
    after = words[-1] + 1
    return after >= len(tree.tokens) or tree.tokens[after].pos != "PROPN"


def _talked_to(page: Page, phrase: int) -> list[int]:
    """Return with whom somebody talked: "in an interview with Reuters", "in a call to"."""
    tree = page.tree
    talks = [at for at in tree.under(phrase, "pobj") if page.lexicon.listed(tree, at, "talks")]
    inner = [at for talk in talks for at in tree.under(talk, "prep", "dative")]
    return [at for each in inner for at in tree.under(each, "pobj")]


def _carriers(page: Page, phrase: int) -> list[int]:
    """Return who carries it: "in a statement published by the agency", "on N. N. television"."""
    tree, found = page.tree, list[int]()
    for noun in tree.under(phrase, "pobj"):
        parts = (noun, *tree.under(noun, "compound"))
        trade = any(tree.lower(at) in page.lexicon.media for at in parts)
        if trade and page.lexicon.listed(tree, phrase, "on"):
            found.append(noun)
        for clause in tree.under(noun, "acl", "relcl"):
            found += _agents(page, clause, "carrying")
    return found


def _agents(page: Page, clause: int, name: str) -> list[int]:
    """Return by whom: "asked by Reuters", "carried by its news agency"."""
    tree = page.tree
    if not page.lexicon.listed(tree, clause, name):
        return []
    subjects = tree.under(clause, "nsubj") if tree.tokens[clause].dep == "relcl" else ()
    doers = [at for at in subjects if not tree.tokens[at].tag.startswith("W")]
    return [
        *doers,
        *(at for agent in tree.under(clause, "agent") for at in tree.under(agent, "pobj")),
    ]


def is_medium(page: Page, word: int) -> bool:
    """Whether a name is a medium's: no person's, and no body's that is called by what it is."""
    tree, lexicon = page.tree, page.lexicon
    token = tree.tokens[word]
    parts = (word, *tree.under(word, "compound", "amod", "appos"))
    if any(tree.tokens[at].pos == "PROPN" and tree.lower(at) in lexicon.media for at in parts):
        return True
    if token.tag == "NN" and lexicon.listed(tree, word, "press"):
        return any(lexicon.listed(tree, at, "the_one") for at in tree.under(word, "det"))
    listed = any(tree.lower(at) in lexicon.roles for at in parts)
    named = token.entity[2:] in {"ORG", ""} or token.entity[2:] in {"WORK_OF_ART", "PRODUCT"}
    return token.pos == "PROPN" and named and not listed


def quoted_source(page: Page, finding: Finding) -> Finding | None:
    """Read "Z announced, citing Y": Y's words, via Z."""
    if finding.via not in {None, finding.source} or finding.source is None:
        return None
    for verb in quoting(page, finding):
        for noun in page.tree.under(verb, "dobj"):
            origin = _origin(page, noun)
            mute = kind_of(page, origin) in MUTE or _is_matter(page, origin)
            if can_speak(page, origin) and not mute:
                return finding.but(source=origin, phrase=(), via=finding.source)
    return None


def _is_matter(page: Page, word: int) -> bool:
    """Whether a bare noun is what somebody has, and nobody: "citing intelligence"."""
    return page.lexicon.listed(page.tree, word, "tangible") and not page.tree.children[word]


def quoting(page: Page, finding: Finding) -> list[int]:
    """Return the participles on a cue that name whom it quotes: ", citing Y"."""
    tree = page.tree
    clauses = [at for word in finding.cue for at in tree.under(word, "advcl", "prep", "acl")]
    told = [at for at in clauses if page.lexicon.listed(tree, at, "quoting")]
    return [at for at in told if tree.tokens[at].tag == "VBG"]


def _origin(page: Page, noun: int) -> int:
    """Return from whom something comes: "information received from the command"."""
    tree = page.tree
    parts = [noun, *tree.under(noun, "acl")]
    for phrase in (at for part in parts for at in tree.under(part, "prep", "agent")):
        if page.lexicon.listed(tree, phrase, "coming_from"):
            return next(iter(tree.under(phrase, "pobj")), noun)
    return noun
