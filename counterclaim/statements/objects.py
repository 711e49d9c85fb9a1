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


def object_and_phrase(site: Site) -> Words:
    """Take an object with the phrase that belongs to it: "accused Kabul of lying"."""
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
