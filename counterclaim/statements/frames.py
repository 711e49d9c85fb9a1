"""Where the content of a verb of saying or thinking stands.

Each rule looks at one verb with one group of cues and answers with the words of the content, or
passes with nothing. The first answer counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.statements.finding import Page
from counterclaim.statements.subjects import FINITE, INFINITE, VERBAL, is_passive
from counterclaim.statements.tree import Tree, Words

MARKS = frozenset({"punct"})


@dataclass(frozen=True, slots=True)
class Site:
    """A verb that may attribute: `second` is the other word of a two-word cue, `speaker` its doer."""

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
        without = frozenset({self.verb, *_asides(self.page, words)})
        return tuple(sorted({at for word in words for at in self.page.tree.subtree(word, without)}))


def _asides(page: Page, words: tuple[int, ...]) -> Words:
    """Find what is no part of a content: ", adding that", and a verb that another joins to it."""
    tree, lexicon = page.tree, page.lexicon
    return strays(tree, words) + tuple(
        at
        for word in words
        for at in tree.subtree(word)
        if tree.tokens[at].dep in {"advcl", "acl", "prep", "xcomp"}
        and tree.tokens[at].tag == "VBG"
        and lexicon.listed(tree, at, "adding")
        and at > word
        and tree.lower(at - 1) in {",", "-", "–", "—"}
    )


def strays(tree: Tree, words: tuple[int, ...]) -> Words:
    """Find finite verbs joined to infinite ones: the parser took them for a lower clause's."""
    return tuple(
        at
        for word in words
        for at in tree.subtree(word)
        if tree.tokens[at].dep == "conj"
        and tree.tokens[at].tag in FINITE
        and tree.tokens[tree.tokens[at].head].tag in INFINITE
        and not tree.under(tree.tokens[at].head, "aux", "nsubj")
    )


def that_clause(site: Site) -> Words:
    """Take the clause that the verb governs, with or without "that": "said it was hit"."""
    tree = site.page.tree
    clauses = (*tree.under(site.verb, "ccomp"), *_gerunds(site))
    if not site.takes("clause") or not clauses:
        return ()
    if _object_rather(site, clauses):
        return ()
    follow = [at for at in clauses if at > site.verb]
    chosen = follow if follow and not _quoted(site.page, clauses) else clauses
    return _last_quotation(site, _one_side(site, site.subtree(*chosen), chosen))


def _last_quotation(site: Site, words: Words) -> Words:
    """Take a quotation alone, where what stands before it is a sentence of its own."""
    page = site.page
    if not words or words[-1] > site.verb:
        return words
    number = next(
        (page.quoted[at] for at in reversed(words) if page.tree.tokens[at].pos != "PUNCT"), -1
    )
    inside = tuple(at for at in words if page.quoted[at] == number)
    if number < 0 or len(inside) == len(words) or inside[0] == words[0]:
        return words
    return inside if page.tree.lower(inside[0] - 1) in {":", ".", "?", "!", ";"} else words


def _object_rather(site: Site, clauses: Words) -> bool:
    """Whether the clause is another's, before a semicolon: "P; Kabul rejects the charge"."""
    objects = site.page.tree.under(site.verb, "dobj")
    before = all(at < site.verb for at in clauses) and not _quoted(site.page, clauses)
    return before and bool(objects) and site.takes("object")


def _gerunds(site: Site) -> Words:
    """Find what is denied or admitted by a bare participle: "denied having fired"."""
    tree = site.page.tree
    found = tree.under(site.verb, "xcomp")
    forms = [(at, *tree.under(at, "aux")) for at in found if at > site.verb]
    return tuple(one[0] for one in forms if any(tree.tokens[at].tag == "VBG" for at in one))


def _quoted(page: Page, words: Iterable[int]) -> bool:
    return any(page.quoted[at] >= 0 for at in words)


def _one_side(site: Site, words: Words, clauses: Iterable[int]) -> Words:
    """Keep to the side of the verb on which the clause has its subject, save in a quotation."""
    page, verb = site.page, site.verb
    heads = [at for clause in clauses for at in (clause, *page.tree.under(clause, "nsubj", "expl"))]
    before, after = any(at < verb for at in heads), any(at > verb for at in heads)
    if before and not after:
        words = tuple(at for at in words if at < min(_phrase(site)) or page.quoted[at] >= 0)
    return tuple(at for at in words if (before if at < verb else after) or page.quoted[at] >= 0)


def marked_clause(site: Site) -> Words:
    """Take what follows "that" a few words after the verb, where the parser lost the tie."""
    tree = site.page.tree
    if not site.takes("clause") or site.speaker is None:
        return ()
    _, last = tree.bounds[tree.sentence[site.verb]]
    for at in range(site.verb + 1, min(last, site.verb + NEAR)):
        head = tree.tokens[at].head
        if tree.tokens[at].dep == "mark" and head > at and tree.tokens[head].dep in LOST:
            marked = site.page.lexicon.listed(tree, at, "complementiser")
            return tuple(word for word in site.subtree(head) if word >= at) if marked else ()
    return ()


LOST = frozenset({"ccomp", "advcl", "dep", "conj", "parataxis", "xcomp", "ROOT"})
"""How a clause with "that" may hang where the parser lost what governs it."""

NEAR = 14
"""Words after a verb within which its "that" is looked for."""


def predicate(site: Site) -> Words:
    """An object and what it is called: "termed the claims irresponsible"."""
    tree = site.page.tree
    if not site.takes("predicate"):
        return ()
    named = tree.under(site.verb, "oprd", "acomp", "attr")
    small = [at for at in tree.under(site.verb, "ccomp") if _small(site.page, at)]
    subjects = tree.under(site.verb, "nsubjpass") if is_passive(tree, site.verb) else ()
    objects = tree.under(site.verb, "dobj")
    if not named and not small:
        return site.subtree(*objects) if _names_itself(site, objects) else ()
    relative = [at for at in objects if tree.tokens[at].tag in {"WP", "WDT"}]
    return site.subtree(*(at for at in objects if at not in relative), *subjects, *named, *small)


def _names_itself(site: Site, objects: Words) -> bool:
    """Whether a quotation within the object is what the object is called: "called it “a lie”"."""
    tree, page = site.page.tree, site.page
    inside = tree.subtree(objects[0]) if objects else ()
    called = [at for at in inside if at > objects[0] and tree.tokens[at].dep in TIED]
    return bool(called) or any(page.quoted[at] >= 0 for at in inside[1:])


TIED = frozenset({"dobj", "oprd", "attr", "npadvmod", "appos", "ccomp"})
"""How the parser may tie what an object is called to the object itself."""


def _small(page: Page, clause: int) -> bool:
    """Whether a clause has a subject and no verb: "the claims irresponsible"."""
    return page.tree.tokens[clause].pos not in VERBAL or page.tree.tokens[clause].tag == "VBN"


def infinitive(site: Site) -> Words:
    """What is to be done, with the one who is to do it: "urged Beirut to act"."""
    tree = site.page.tree
    clauses = [at for at in tree.under(site.verb, "xcomp", "ccomp", "advcl") if _to(site, at)]
    if not site.takes("infinitive") or not clauses:
        return ()
    doers = tree.under(site.verb, "dobj", "nsubjpass") if not site.takes("object") else ()
    return site.subtree(*tree.under(site.verb, "dobj"), *doers, clauses[0])


def _to(site: Site, clause: int) -> bool:
    tree = site.page.tree
    named = tree.tokens[clause].dep != "advcl" or tree.tokens[clause].tag == "VB"
    marked = any(tree.tokens[at].tag == "TO" for at in tree.under(clause, "aux"))
    return marked and clause > site.verb and named


def complement(site: Site) -> Words:
    """What follows the preposition of a two-word cue: "called for a ceasefire"."""
    tree = site.page.tree
    if site.second is None or not site.takes("complement"):
        return ()
    inside = tree.under(site.second, "pobj", "pcomp", "prep")
    deeper = [
        at for child in tree.under(site.second, "prep") for at in tree.under(child, "pobj", "pcomp")
    ]
    follow = [
        at for at in tree.under(site.verb, "xcomp", "ccomp", "advcl") if inside and _to(site, at)
    ]
    return site.subtree(*(deeper or inside), *follow)


def object_and_phrase(site: Site) -> Words:
    """An object with the phrase that belongs to it: "accused Kabul of lying"."""
    tree = site.page.tree
    if not site.takes("object"):
        return ()
    passive = is_passive(tree, site.verb)
    objects = tree.under(site.verb, "nsubjpass") if passive else tree.under(site.verb, "dobj")
    if (antecedent := _antecedent(site, objects)) is not None:
        return antecedent
    hooks = (site.verb, *objects) if site.group.needs else (site.verb,)
    near = [at for hook in hooks for at in tree.under(hook, "prep", "dative")]
    phrases = [at for at in near if tree.lower(at) in site.group.takes]
    if not objects or (site.group.needs and not phrases) or (passive and not _agent(site)):
        return ()
    if phrases:
        return site.subtree(*objects, *phrases)
    return site.subtree(*objects)


def _antecedent(site: Site, objects: Words) -> Words | None:
    """Take the noun that a relative clause is about: "a state that it accuses of lying"."""
    tree = site.page.tree
    head = tree.parent(site.verb)
    if tree.tokens[site.verb].dep != "relcl" or head is None or head == site.speaker:
        return None
    if any(tree.tokens[at].tag not in {"WDT", "WP"} for at in objects):
        return None
    phrases = [at for at in tree.under(site.verb, "prep") if tree.lower(at) in site.group.takes]
    own = [at for at in tree.subtree(head) if at <= head]
    return tuple(sorted({*own, *site.subtree(*phrases)})) if phrases else ()


def _agent(site: Site) -> bool:
    return bool(site.page.tree.under(site.verb, "agent")) or site.group.act == "accuse"


def parenthesis(site: Site) -> Words:
    """The clause that a short remark breaks into or ends: "China, he added, was satisfied"."""
    tree = site.page.tree
    head = tree.parent(site.verb)
    if not site.takes("clause") or head is None:
        return ()
    if tree.tokens[head].pos not in VERBAL and site.page.quoted[head] < 0:
        return ()
    if tree.tokens[site.verb].dep not in {"parataxis", "ccomp", "dep", "advcl"} or not _bare(site):
        return ()
    if not _set_off(site):
        return ()
    own = frozenset(tree.subtree(site.verb))
    return tuple(at for at in tree.subtree(head) if at not in own)


def _bare(site: Site) -> bool:
    """Whether the verb has a subject and no complement of its own."""
    tree = site.page.tree
    return bool(tree.under(site.verb, "nsubj")) and not tree.under(
        site.verb, "dobj", "ccomp", "xcomp", "mark", "advmod"
    )


def _set_off(site: Site) -> bool:
    """Whether a comma, a dash or a quotation mark stands before the remark."""
    own = site.page.tree.subtree(site.verb)
    first = next((at for at in own if site.page.tree.tokens[at].pos != "PUNCT"), site.verb)
    before = site.page.tree.tokens[first - 1] if first else None
    return before is not None and before.pos == "PUNCT"


def adjoining_quotation(site: Site) -> Words:
    """A quotation in the verb's sentence that is tied to it by nothing but its marks."""
    page, tree = site.page, site.page.tree
    if not site.takes("clause") or site.speaker is None or site.group.sort == "attitude":
        return ()
    first, last = tree.bounds[tree.sentence[site.verb]]
    after = [at for at in range(site.verb, last) if page.quoted[at] >= 0]
    before = [at for at in range(first, site.verb) if page.quoted[at] >= 0]
    near = _nearest(site, before, after)
    number = page.quoted[near[0]] if near else -1
    return tuple(at for at in near if page.quoted[at] == number)


def quotation_beside(site: Site) -> Words:
    """Take a quotation that ends where the verb's sentence begins, or begins where it ends.

    "“Why?” he asked." and "He said:" before a quotation are sentences of their own to a parser.
    """
    tree, page = site.page.tree, site.page
    number = tree.sentence[site.verb]
    first, last = tree.bounds[number]
    if not site.takes("clause") or site.speaker is None or page.quoted[site.verb] >= 0:
        return ()
    if tree.tokens[last - 1].text == ":" and last < len(tree.tokens) and page.quoted[last] >= 0:
        return _quoted_in(page, number + 1)
    begin = min(site.verb, *_phrase(site))
    alone = begin == first and first > 0 and site.verb - first < NEAR
    joined = (
        alone and page.quoted[first - 1] >= 0 and tree.paragraph[first - 1] == tree.paragraph[first]
    )
    return _quoted_in(page, number - 1) if joined else ()


def _quoted_in(page: Page, number: int) -> Words:
    first, last = page.tree.bounds[number]
    return tuple(at for at in range(first, last) if page.quoted[at] >= 0)


def _nearest(site: Site, before: list[int], after: list[int]) -> list[int]:
    """Prefer a long quotation before the verb that ends with a comma, then one after it."""
    long_before = len(before) > 5 and site.verb - before[-1] <= 12
    long_after = len(after) > 5 and after[0] - site.verb <= 12
    if long_before and not long_after:
        quoted = site.page.quoted[before[-1]]
        return [at for at in before if site.page.quoted[at] == quoted]
    return after if long_after else []


def rest_of_sentence(site: Site) -> Words:
    """What stands before the comma that ends in "X said"; the parser tied it to another word."""
    tree, page = site.page.tree, site.page
    plain = site.group.sort != "attitude" and site.group.act in {"", "accuse", "warn"}
    if not site.takes("clause") or site.speaker is None or not plain or page.quoted[site.verb] >= 0:
        return ()
    first, _ = tree.bounds[tree.sentence[site.verb]]
    begin = min(site.verb, *_phrase(site))
    if begin - first < 4 or tree.lower(begin - 1) != ",":
        return ()
    heard = ("xcomp", "mark") if site.takes("told") else ("xcomp", "mark", "dobj")
    if tree.under(site.verb, *heard):
        return ()
    return tuple(range(first, begin - 1))


def _phrase(site: Site) -> Words:
    """The speaker's noun phrase, as far as it stands beside the verb."""
    tree = site.page.tree
    if site.speaker is None or tree.sentence[site.speaker] != tree.sentence[site.verb]:
        return (site.verb,)
    return tuple(at for at in tree.subtree(site.speaker) if at <= site.speaker)


Rule = Callable[[Site], Words]

RULES: tuple[Rule, ...] = (
    predicate,
    infinitive,
    that_clause,
    marked_clause,
    complement,
    object_and_phrase,
    parenthesis,
    adjoining_quotation,
    quotation_beside,
    rest_of_sentence,
)
