"""Verbs that attribute: "said", "accused", "called for", "is believed to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.model.tree import Tree, Words
from counterclaim.statements import frames
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.site import Site
from counterclaim.statements.subjects import VERBAL, can_speak, find_speaker, is_done_to, is_passive

IMPERSONAL = frozenset({"belief", "estimate", "statement", "report"})
OPEN_WAYS = frozenset({"that_clause", "infinitive", "parenthesis", "adjoining_quotation"})
SCARE = 3
"""Words that are quoted for their own sake, not as somebody's sentence."""


def find_verbs(page: Page) -> Iterator[Finding]:
    """Find what verbs attribute, one finding for each verb at most."""
    taken: set[int] = set()
    for verb, token in enumerate(page.tree.tokens):
        if token.pos != "VERB" or verb in taken or _is_noun(page, verb):
            continue
        if _outside(page, verb):
            finding = _of_verb(page, verb, _groups(page, verb))
            if finding is not None:
                taken.update(finding.cue)
                yield from _clause_by_clause(page, finding)


def _is_noun(page: Page, verb: int) -> bool:
    """Whether the parser took a noun for a verb: "Ali Sayed", "charges it denies"."""
    tree = page.tree
    if tree.tokens[verb].entity == "I-PERSON":
        return True
    clauses = tree.under(verb, "ccomp") if tree.tokens[verb].tag == "VBZ" else ()
    loose = bool(clauses) and not tree.under(clauses[0], "dobj", "ccomp", "xcomp", "attr")
    listed = page.lexicon.lemma(tree, verb) in page.lexicon.nouns
    return loose and listed and tree.lower(verb - 1) == "," and not tree.under(verb, "nsubj")


def _clause_by_clause(page: Page, finding: Finding) -> Iterator[Finding]:
    """Part "said that P and that Q": each clause with its own "that" is said by itself."""
    tree = page.tree
    cuts = [
        at
        for before, at in pairwise(finding.content)
        if tree.tokens[at].dep == "mark"
        and page.lexicon.listed(tree, at, "complementiser")
        and tree.tokens[tree.tokens[at].head].dep == "conj"
        and (tree.tokens[before].dep == "cc" or tree.lower(before) == ",")
    ]
    cuts += _after_the_remark(page, finding)
    for begin, end in pairwise([-1, *sorted(cuts), len(tree.tokens)]):
        yield finding.but(content=tuple(at for at in finding.content if begin <= at < end))


def _after_the_remark(page: Page, finding: Finding) -> list[int]:
    """Part "P, he said, but Q": two clauses round one cue are two statements."""
    tree, cue = page.tree, finding.cue[-1]
    before = [at for at in finding.content if at < cue and tree.tokens[at].pos in VERBAL]
    joined = [
        at
        for at in finding.content
        if at > cue
        and tree.tokens[at].dep == "conj"
        and tree.tokens[at].head in before
        and tree.under(at, "nsubj", "nsubjpass", "expl")
        and page.quoted[at] < 0
    ]
    return [next(at for at in finding.content if at > cue)] if joined else []


def _outside(page: Page, verb: int) -> bool:
    """Whether a verb is the text's own, not a quotation's; a word or two may be quoted."""
    number = page.quoted[verb]
    return number < 0 or len(page.tree.at(page.quotations[number].inner)) <= SCARE


def _groups(page: Page, verb: int) -> list[tuple[CueGroup, int | None]]:
    """Look up a verb, first with a second word that goes with it, then alone."""
    lexicon, tree = page.lexicon, page.tree
    lemma = lexicon.lemma(tree, verb)
    found: list[tuple[CueGroup, int | None]] = []
    for pair in sorted(lexicon.seconds.get(lemma, ()), key=len, reverse=True):
        last = _second(tree, verb, pair.split())
        if last is not None:
            found += [(group, last) for group in lexicon.verbs[f"{lemma} {pair}"]]
    return found + [(group, None) for group in lexicon.verbs.get(lemma, ())]


def _second(tree: Tree, at: int, words: list[str]) -> int | None:
    """Follow the words of a cue from the verb to the last of them."""
    first, *rest = words
    for child in tree.children[at]:
        if tree.lower(child) == first and child > at:
            return child if not rest else _second(tree, child, rest) or _beside(tree, at, rest)
    return None


def _beside(tree: Tree, at: int, words: list[str]) -> int | None:
    return next((child for child in tree.children[at] if [tree.lower(child)] == words), None)


def _of_verb(page: Page, verb: int, groups: list[tuple[CueGroup, int | None]]) -> Finding | None:
    speaker = find_speaker(page, verb)
    if (quoted := _quoted_as_saying(page, verb, speaker)) is not None:
        return quoted
    if speaker is None:
        return _impersonal(page, verb, groups)
    if page.lexicon.listed(page.tree, speaker, "speaker"):
        return None
    for rule in frames.RULES:
        for group, second in groups:
            site = Site(page, verb, group, second, speaker)
            content = rule(site)
            if content and _licensed(site, content, rule.__name__):
                return _finding(site, content, rule.__name__)
    return None


def _finding(site: Site, content: Words, rule: str) -> Finding:
    cue = cue_words(site.page, site.verb, site.second)
    via = _hearer(site.page, site.verb)
    return Finding(site.speaker, cue, content, site.group, rule, via=via)


def _hearer(page: Page, verb: int) -> int | None:
    """Find the medium that was told: "told Reuters", "in an interview with Reuters"."""
    tree = page.tree
    told = list(tree.under(verb, "dobj", "dative"))
    for phrase in tree.under(verb, "prep"):
        told += _ends(tree, phrase)
    return next((at for at in told if _medium(page, at)), None)


def _ends(tree: Tree, phrase: int) -> list[int]:
    """Return what a phrase, and the phrases on it, lead to."""
    found = list(tree.under(phrase, "pobj"))
    deeper = [at for noun in found for at in tree.under(noun, "prep")]
    return found + [at for inner in deeper for at in tree.under(inner, "pobj")]


def _medium(page: Page, word: int) -> bool:
    """Whether a name is a medium's: a proper noun with a word of the trade in it."""
    tree = page.tree
    if tree.tokens[word].pos != "PROPN":
        return False
    parts = (word, *tree.under(word, "compound", "amod"))
    return any(tree.lower(at) in page.lexicon.media for at in parts)


def _quoted_as_saying(page: Page, verb: int, speaker: int | None) -> Finding | None:
    """Read "the agency quoted Z as saying", "Z was quoted as saying by it": Z's words, via it."""
    tree, lexicon = page.tree, page.lexicon
    if not lexicon.listed(tree, verb, "quoting"):
        return None
    phrases = [at for at in tree.under(verb, "prep") if lexicon.listed(tree, at, "as")]
    saying = next((at for phrase in phrases for at in tree.under(phrase, "pcomp")), None)
    if saying is None or not (groups := _groups(page, saying)):
        return None
    passive = is_passive(tree, verb)
    quoted = tree.under(verb, "nsubjpass") if passive else tree.under(verb, "dobj")
    relay = next(_by(page, verb, saying), None) if passive else speaker
    if not quoted or (relay is None and not passive):
        return None
    clauses = tree.under(saying, "ccomp") or tree.under(verb, "ccomp")
    content = tuple(at for clause in clauses for at in tree.subtree(clause)) or _before(page, verb)
    return Finding(quoted[0], (saying,), content, groups[0][0], "quoted_as_saying", via=relay)


def _by(page: Page, *verbs: int) -> Iterator[int]:
    """Yield by whom: "quoted by the agency as saying", "quoted as saying by the agency"."""
    tree = page.tree
    phrases = [at for verb in verbs for at in tree.under(verb, "agent", "prep")]
    by = [at for at in phrases if page.lexicon.listed(tree, at, "by")]
    yield from (at for phrase in by for at in tree.under(phrase, "pobj"))


def _before(page: Page, verb: int) -> Words:
    """Return what stands in a sentence before the clause of its last verb."""
    tree = page.tree
    first, _ = tree.bounds[tree.sentence[verb]]
    subjects = tree.under(verb, "nsubj", "nsubjpass")
    begin = tree.subtree(subjects[0])[0] if subjects else verb
    return tuple(range(first, begin))


def cue_words(page: Page, verb: int, second: int | None) -> Words:
    """Return the words of a verbal cue: no auxiliaries, but what negates it."""
    tree = page.tree
    particles = tree.under(verb, "prt")
    negations = [at for at in tree.under(verb, "neg") if at < verb]
    auxiliaries = [at for at in tree.under(verb, "aux") if negations and at < verb]
    own = {verb, *particles, *negations, *auxiliaries}
    while second is not None and second not in own:  # and what leads to it: "trade | blame | for"
        own.add(second)
        second = tree.parent(second)
    return tuple(sorted(own))


def _licensed(site: Site, content: Words, way: str) -> bool:
    """Whether such a subject can say or think: an object alone does not make a speaker."""
    page, speaker = site.page, site.speaker
    if speaker is None:
        return False
    if site.group.sort != "report":
        return way in OPEN_WAYS or can_speak(page, speaker)
    if way in OPEN_WAYS or any(page.lexicon.listed(page.tree, at, "grounds") for at in content[:3]):
        return can_speak(page, speaker)
    return page.tree.tokens[speaker].lemma in page.lexicon.documents


def _impersonal(page: Page, verb: int, groups: list[tuple[CueGroup, int | None]]) -> Finding | None:
    """Read a passive that names no one: "it is suggested that", "is believed to"."""
    if not is_passive(page.tree, verb) or is_done_to(page.tree, verb):
        return None
    for group, second in groups:
        content = _raised(page, verb, group) if group.sort in IMPERSONAL and second is None else ()
        if content:
            hearsay = _as_hearsay(group)
            return Finding(None, cue_words(page, verb, None), content, hearsay, "impersonal")
    return None


def _as_hearsay(group: CueGroup) -> CueGroup:
    return replace(group, certainty=group.certainty or "probable")


def _raised(page: Page, verb: int, group: CueGroup) -> Words:
    """Return the clause of an impersonal passive, with a subject that stands before the cue."""
    tree = page.tree
    without = frozenset({verb})
    clauses = tree.under(verb, "ccomp")
    subjects = tree.under(verb, "nsubjpass", "csubjpass")
    expletive = subjects and page.lexicon.listed(tree, subjects[0], "expletive")
    if clauses and (expletive or not subjects):
        return tuple(at for clause in clauses for at in tree.subtree(clause, without))
    follow = [at for at in tree.under(verb, "xcomp") if at > verb]
    loose = group.sort == "estimate" or group.act == "accuse"
    wanted = group.needs or (group.takes if loose else ())
    if wanted and not follow:
        phrases = [at for at in tree.under(verb, "prep") if tree.lower(at) in wanted]
        follow = phrases or [at for at in tree.under(verb, "oprd") if "predicate" in group.needs]
    if not follow or not subjects:
        return ()
    parts = (*subjects, *follow)
    return tuple(sorted(at for part in parts for at in tree.subtree(part, without)))
