"""Contents that are clauses: "said it was hit", "denied having fired", "urged Beirut to act"."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.model.tree import Words
from counterclaim.statements.finding import Page
from counterclaim.statements.site import Site, phrase_of
from counterclaim.statements.subjects import VERBAL

LOST = frozenset({"ccomp", "advcl", "dep", "conj", "parataxis", "xcomp", "ROOT"})
"""How a clause with "that" may hang where the parser lost what governs it."""


NEAR = 14
"""Words after a verb within which its "that" is looked for."""


def that_clause(site: Site) -> Words:
    """Take the clause that the verb governs, with or without "that": "said it was hit"."""
    tree = site.page.tree
    clauses = (*tree.under(site.verb, "ccomp"), *_gerunds(site))
    if not site.takes("clause") or not clauses:
        return ()
    if _object_rather(site, clauses):
        return ()
    clauses += _remarks(site) if clauses else ()
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


def _remarks(site: Site) -> Words:
    """Find what another is said to have said before the verb: "P, he said, the agency reported"."""
    tree = site.page.tree
    found = tree.under(site.verb, "parataxis")
    return tuple(at for at in found if at < site.verb and tree.under(at, "nsubj"))


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
        words = tuple(at for at in words if at < min(phrase_of(site)) or page.quoted[at] >= 0)
    return tuple(at for at in words if (before if at < verb else after) or page.quoted[at] >= 0)


def marked_clause(site: Site) -> Words:
    """Take what follows "that" a few words after the verb, where the parser lost the tie."""
    tree = site.page.tree
    if not site.takes("clause") or site.speaker is None:
        return ()
    _, last = tree.bounds[tree.sentence[site.verb]]
    for at in range(site.verb + 1, min(last, site.verb + NEAR)):
        head = tree.tokens[at].head
        if tree.tokens[at].pos in VERBAL:
            return ()
        if site.page.lexicon.listed(tree, at, "complementiser") and _lost(site, at, head):
            return tuple(word for word in site.subtree(head) if word >= at)
    return ()


def _lost(site: Site, mark: int, clause: int) -> bool:
    """Whether a clause with "that" hangs where a clause of the verb may hang by mistake."""
    tree = site.page.tree
    label, above = tree.tokens[clause].dep, tree.tokens[clause].head
    day = label == "relcl" and tree.tokens[above].dep == "npadvmod"
    if day:
        return tree.tokens[above].head == site.verb
    return tree.tokens[mark].dep == "mark" and clause > mark and label in LOST


def infinitive(site: Site) -> Words:
    """Take what is to be done, with the one who is to do it: "urged Beirut to act"."""
    tree = site.page.tree
    clauses = [at for at in tree.under(site.verb, "xcomp", "ccomp", "advcl") if to_do(site, at)]
    if not site.takes("infinitive") or not clauses:
        return ()
    doers = tree.under(site.verb, "dobj", "nsubjpass") if not site.takes("object") else ()
    return site.subtree(*tree.under(site.verb, "dobj"), *doers, clauses[0])


def to_do(site: Site, clause: int) -> bool:
    """Whether a clause says what is to be done."""
    tree = site.page.tree
    named = tree.tokens[clause].dep != "advcl" or tree.tokens[clause].tag == "VB"
    marked = any(tree.tokens[at].tag == "TO" for at in tree.under(clause, "aux"))
    return marked and clause > site.verb and named
