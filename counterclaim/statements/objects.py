"""Contents that are noun phrases: "accused Kabul of lying", "called it a lie", "spoke of war"."""

from __future__ import annotations

from counterclaim.model.tree import Words
from counterclaim.statements.clauses import to_do
from counterclaim.statements.finding import Page
from counterclaim.statements.site import Site
from counterclaim.statements.subjects import VERBAL, is_passive

TIED = frozenset({"dobj", "oprd", "attr", "npadvmod", "appos", "ccomp"})
"""How the parser may tie what an object is called to the object itself."""


def predicate(site: Site) -> Words:
    """Take an object and what it is called: "termed the claims irresponsible"."""
    tree = site.page.tree
    if not site.takes("predicate"):
        return ()
    named = tree.under(site.verb, "oprd", "acomp", "attr")
    small = [at for at in tree.under(site.verb, "ccomp") if _small(site.page, at)]
    subjects = tree.under(site.verb, "nsubjpass") if is_passive(tree, site.verb) else ()
    objects = tree.under(site.verb, "dobj")
    if tree.tokens[site.verb].dep == "relcl" and named and not objects and not subjects:
        return _what_is_called(site)
    if not named and not small:
        return site.subtree(*objects) if _names_itself(site, objects) else ()
    relative = [at for at in objects if tree.tokens[at].tag in {"WP", "WDT"}]
    return site.subtree(*(at for at in objects if at not in relative), *subjects, *named, *small)


def _what_is_called(site: Site) -> Words:
    """Take the charge that a relative clause calls something: "a claim the army called absurd"."""
    tree = site.page.tree
    head = tree.parent(site.verb)
    if head is None or head == site.speaker or not site.page.lexicon.listed(tree, head, "charges"):
        return ()
    return tuple(at for at in tree.subtree(head) if at <= head)


def _names_itself(site: Site, objects: Words) -> bool:
    """Whether a quotation within the object is what the object is called: "called it “a lie”"."""
    tree, page = site.page.tree, site.page
    inside = tree.subtree(objects[0]) if objects else ()
    called = [at for at in inside if at > objects[0] and tree.tokens[at].dep in TIED]
    return bool(called) or any(page.quoted[at] >= 0 for at in inside[1:])


def _small(page: Page, clause: int) -> bool:
    """Whether a clause has a subject and no verb: "the claims irresponsible"."""
    return page.tree.tokens[clause].pos not in VERBAL or page.tree.tokens[clause].tag == "VBN"


def complement(site: Site) -> Words:
    """Take what follows the preposition of a two-word cue: "called for a ceasefire"."""
    tree = site.page.tree
    if site.second is None or not site.takes("complement"):
        return ()
    inside = tree.under(site.second, "pobj", "pcomp", "prep")
    deeper = [
        at for child in tree.under(site.second, "prep") for at in tree.under(child, "pobj", "pcomp")
    ]
    follow = [
        at for at in tree.under(site.verb, "xcomp", "ccomp", "advcl") if inside and to_do(site, at)
    ]
    called = [
        at
        for at in tree.under(site.verb, "prep")
        if inside and site.page.lexicon.listed(tree, at, "as")
    ]
    return site.subtree(*(deeper or inside), *follow, *called)


def called_first(site: Site) -> Words:
    """Take the claim that stands after what it is called: "dismissed as lies a report that P"."""
    tree, lexicon = site.page.tree, site.page.lexicon
    after = [at for at in tree.subtree(site.verb) if at > site.verb]
    called = after[:1] if after and lexicon.listed(tree, after[0], "as") else []
    if site.group.act != "deny" or not called:
        return ()
    inside = (at for at in after if at > called[0] + 1)
    claims = (at for at in inside if lexicon.listed(tree, at, "charges"))
    claim = next((at for at in claims if _says_what(site, at)), None)
    if claim is None:
        return ()
    first = min((*tree.under(claim, "det"), claim))
    return tuple(at for at in site.subtree(claim) if at >= first)


def _says_what(site: Site, noun: int) -> bool:
    """Whether a clause with "that" hangs on a noun."""
    tree = site.page.tree
    clauses = tree.under(noun, "acl", "ccomp", "relcl")
    return any(
        site.page.lexicon.listed(tree, at, "complementiser")
        for clause in clauses
        for at in tree.under(clause, "mark")
    )


def object_and_phrase(site: Site) -> Words:
    """Take an object with the phrase that belongs to it: "accused Kabul of lying"."""
    tree = site.page.tree
    if not site.takes("object"):
        return ()
    passive = is_passive(tree, site.verb)
    objects = tree.under(site.verb, "nsubjpass") if passive else tree.under(site.verb, "dobj")
    if (antecedent := _antecedent(site, objects)) is not None:
        return antecedent
    agents = [at for by in tree.under(site.verb, "agent") for at in tree.under(by, "pobj")]
    hooks = (site.verb, *agents, *objects) if site.group.needs else (site.verb, *agents)
    near = [at for hook in hooks for at in tree.under(hook, "prep", "dative")]
    phrases = [at for at in near if tree.lower(at) in site.group.takes]
    phrases += _called_in_a_clause(site) if passive else []
    if not objects or (site.group.needs and not phrases) or (passive and not _agent(site)):
        return ()
    if phrases:
        return site.subtree(*objects, *phrases)
    return site.subtree(*objects)


def _called_in_a_clause(site: Site) -> list[int]:
    """Take a participle that tells what is called so: "was described by X as fabricated"."""
    tree = site.page.tree
    clauses = (at for at in tree.under(site.verb, "advcl") if tree.tokens[at].tag == "VBN")
    return [
        clause
        for clause in clauses
        if any(tree.lower(mark) in site.group.takes for mark in tree.under(clause, "mark"))
    ]


def _antecedent(site: Site, objects: Words) -> Words | None:
    """Take what a relative clause is about: "a state it accuses of lying", "a charge it denies"."""
    tree = site.page.tree
    head = tree.parent(site.verb)
    if tree.tokens[site.verb].dep != "relcl" or head is None or head == site.speaker:
        return None
    if any(tree.tokens[at].tag not in {"WDT", "WP"} for at in objects):
        return None
    phrases = [at for at in tree.under(site.verb, "prep") if tree.lower(at) in site.group.takes]
    own = [at for at in tree.subtree(head) if at <= head]
    answered = site.group.act == "deny" and site.page.lexicon.listed(tree, head, "charges")
    return tuple(sorted({*own, *site.subtree(*phrases)})) if phrases or answered else ()


def _agent(site: Site) -> bool:
    return bool(site.page.tree.under(site.verb, "agent")) or site.group.act == "accuse"
