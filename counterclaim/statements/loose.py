"""Contents that a comma or a quotation mark sets apart from the cue: "China, he added, agreed"."""

from __future__ import annotations

from counterclaim.model.tree import Words
from counterclaim.statements.clauses import NEAR
from counterclaim.statements.finding import Page
from counterclaim.statements.site import Site, phrase_of
from counterclaim.statements.subjects import VERBAL


def parenthesis(site: Site) -> Words:
    """Take the clause that a remark breaks into or ends: "China, he added, was satisfied"."""
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
    before = [at for at in tree.under(head, "ccomp") if at < site.verb < head]
    if before:
        return site.subtree(before[0])
    words = tuple(at for at in tree.subtree(head) if at not in own)
    colons = [at for at in words if at < site.verb and tree.lower(at) == ":"]
    return tuple(at for at in words if not colons or at > colons[-1])


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
    """Take a quotation in the verb's sentence that only its marks tie to it."""
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
    begin = min(site.verb, *phrase_of(site))
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
    """Take what stands before ", X said", where the parser tied it to another word."""
    tree, page = site.page.tree, site.page
    plain = site.group.sort != "attitude" and site.group.act in {"", "accuse", "warn"}
    if not site.takes("clause") or site.speaker is None or not plain or page.quoted[site.verb] >= 0:
        return ()
    first, _ = tree.bounds[tree.sentence[site.verb]]
    begin = min(site.verb, *phrase_of(site))
    if begin - first < 4 or tree.lower(begin - 1) != ",":
        return ()
    heard = ("xcomp", "mark") if site.takes("told") else ("xcomp", "mark", "dobj")
    if tree.under(site.verb, *heard):
        return ()
    return tuple(range(first, begin - 1))
