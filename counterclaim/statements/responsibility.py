"""Who is said to have done it: the source's own side, another, or not the one accused.

A deed is laid on somebody only where the content names a doer; whose side a doer is on shows by a
word for the own side ("our", "its fighters") or by the name it shares with the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from counterclaim.model.statement import Act, MentionType
from counterclaim.model.text import Cited
from counterclaim.model.tree import Words
from counterclaim.statements.arms import of_its_arms, perhaps_its_arms
from counterclaim.statements.others import is_not_yet_said
from counterclaim.statements.sides import (
    is_another,
    is_nameless,
    is_one_body,
    is_party,
    is_thing,
    itself,
    may_be_the_attack,
    own_side,
)
from counterclaim.statements.stance import Said
from counterclaim.statements.subjects import VERBAL, is_passive

STATES = frozenset({"GPE", "NORP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OWNED = "responsibility"
"""The list of what a source owns up to by the word: "claimed credit for"."""


def claims_the_deed(said: Said) -> Cited[Act] | None:
    """Read "claimed responsibility", "claimed the attack", "accepted full responsibility"."""
    verb = said.verb()
    if verb is None or is_not_yet_said(said):
        return None
    named = (at for at in said.finding.cue if said.page.lexicon.listed(said.page.tree, at, OWNED))
    owned = next(chain(named, said.words(OWNED)), None)
    if owned is not None and said.page.lexicon.listed(said.page.tree, verb, "owning"):
        return said.cited(Act.CLAIM_RESPONSIBILITY, (owned,), "claims_the_deed")
    if (taken := _takes_it_upon_itself(said)) is not None:
        return taken
    if not said.page.lexicon.listed(said.page.tree, verb, "claiming"):
        return None
    if said.finding.rule == "that_clause" and not said.signal(Act.CLAIM_RESPONSIBILITY):
        return None
    deed = [*said.words("deed"), *said.words(OWNED)]
    return said.cited(Act.CLAIM_RESPONSIBILITY, (deed[0],), "claims_the_deed") if deed else None


def _takes_it_upon_itself(said: Said) -> Cited[Act] | None:
    """Read "said he took full responsibility": it is what the own side does, not another."""
    tree, listed, head = said.page.tree, said.page.lexicon.listed, said.head
    if head is None or not listed(tree, head, "owning") or said.undone() or _negated(said, head):
        return None
    if tree.under(head, "aux") and not any(
        listed(tree, at, "perfect") for at in tree.under(head, "aux")
    ):
        return None
    owned = [at for at in tree.under(head, "dobj") if listed(tree, at, OWNED)]
    doers = tree.under(head, "nsubj")
    own = doers and (own_side(said, doers[0]) or listed(tree, doers[0], "personal", "itself"))
    if not owned or not own:
        return None
    return said.cited(Act.CLAIM_RESPONSIBILITY, (owned[0],), "claims_the_deed")


def did_it_itself(said: Said) -> Cited[Act] | None:
    """Read a deed of the own side, or that it did not do it: "its fighters had attacked"."""
    for verb, doer in _deeds(said):
        if not (_main(said, verb) and is_violent(said, verb)):
            continue
        if own_side(said, doer) or itself(said, doer):
            undone = _negated(said, verb)
            act = Act.DENY_RESPONSIBILITY if undone else Act.CLAIM_RESPONSIBILITY
            return said.cited(act, tuple(sorted((doer, verb))), "did_it_itself")
        if of_its_arms(said, doer) and not _negated(said, verb):
            return said.cited(Act.CLAIM_RESPONSIBILITY, (doer, verb), "did_it_itself")
    head = said.head
    if (own := _stood_behind_it(said) or _did_no_such_thing(said)) is not None:
        return own
    implied = head is not None and said.finding.rule == "infinitive"
    if head is not None and implied and head in said.words("violence"):
        return said.cited(Act.CLAIM_RESPONSIBILITY, (head,), "did_it_itself")
    return None


def _stood_behind_it(said: Said) -> Cited[Act] | None:
    """Read "said it was behind the blast", "said its men were responsible": nobody else is."""
    tree, head = said.page.tree, said.head
    doers = tree.under(head, "nsubj") if head is not None else ()
    ties = tree.under(head, "prep", "acomp", "advmod") if head is not None else ()
    behind = [at for at in ties if said.page.lexicon.listed(tree, at, "behind")]
    if head is None or not behind or _negated(said, head):
        return None
    if not any(own_side(said, at) or itself(said, at) for at in doers):
        return None
    return said.cited(Act.CLAIM_RESPONSIBILITY, (doers[0], behind[0]), "did_it_itself")


def _did_no_such_thing(said: Said) -> Cited[Act] | None:
    """Read "we did not do this": what was told before is what it denies."""
    tree, head, listed = said.page.tree, said.head, said.page.lexicon.listed
    if head is None or not listed(tree, head, "acting") or not _negated(said, head):
        return None
    things = [at for at in tree.under(head, "dobj") if tree.tokens[at].tag in {"PRP", "DT"}]
    doers = tree.under(head, "nsubj")
    if not things or not any(own_side(said, at) or itself(said, at) for at in doers):
        return None
    return said.cited(Act.DENY_RESPONSIBILITY, (*doers[:1], head), "did_it_itself")


def clears_of_it(said: Said) -> Cited[Act] | None:
    """Read that somebody did not do it: "was not behind", "had not shelled"."""
    spans = said.signal(Act.ACCUSE)
    words = said.page.tree.at(spans[0]) if spans else ()
    if any(_negated(said, word) and not _is_asked(said, word) for word in words[:1]):
        return Cited(Act.DENY, spans, "clears_of_it")
    for verb, doer in _deeds(said):
        if _main(said, verb) and is_violent(said, verb) and _negated(said, verb):
            return said.cited(Act.DENY, tuple(sorted((doer, verb))), "clears_of_it")
    return None


def charges_another(said: Said) -> Cited[Act] | None:
    """Read a content that lays a deed, a crime or the responsibility on another party."""
    for verb, doer in _deeds(said):
        if not is_violent(said, verb) or is_thing(said, doer) or _is_asked(said, verb):
            continue
        if perhaps_its_arms(said, doer):
            return None
        if is_another(said, doer) and not _negated(said, verb):
            return said.cited(Act.ACCUSE, tuple(sorted((doer, verb))), "charges_another")
    traced = _traced(said)
    if traced:
        return said.cited(Act.ACCUSE, traced, "charges_another")
    spans = said.signal(Act.ACCUSE)
    if any(_is_asked(said, word) for span in spans for word in said.page.tree.at(span)):
        return None
    doers = [doer for _, doer in _deeds(said)]
    if doers and all(is_nameless(said, at) and not is_party(said, at) for at in doers):
        return None  # "unidentified gunmen shot dead nine"
    return said.signalled(Act.ACCUSE, "charges_another")


def tells_of_another_agent(said: Said) -> bool:
    """Whether what a content tells was done by another party: "was guided by Oster"."""
    tree, head = said.page.tree, said.head
    ways = tree.under(head, "agent") if head is not None else ()
    doers = [at for way in ways for at in tree.under(way, "pobj")]
    arms = any(of_its_arms(said, at) or perhaps_its_arms(said, at) for at in doers)
    return not arms and any(is_another(said, at) for at in doers)


def tells_of_another_doer(said: Said) -> bool:
    """Whether a state or body lays a deed on another one: "Oster said Tarn had shelled it".

    Whom a person speaks for is not always told with the name.
    """
    tree = said.page.tree
    words = tree.at(said.source.span) if said.source.span else ()
    stately = any(tree.tokens[at].entity[2:] in STATES for at in words)
    if not words or not (stately or is_one_body(said)):
        return False
    deeds = [(verb, doer) for verb, doer in _deeds(said) if _main(said, verb)]
    others = (doer for verb, doer in deeds if is_violent(said, verb) and is_another(said, doer))
    return any(not (of_its_arms(said, at) or perhaps_its_arms(said, at)) for at in others)


def tells_of_losses(said: Said) -> bool:
    """Whether a content tells what was suffered: "announced the death of three of its men".

    What befell people is nobody's deed either where it is told by who bears no arms: "Amnesty said
    33 had been killed".
    """
    tree, head = said.page.tree, said.head
    if head is None or tree.under(head, "agent"):
        return False
    if said.page.lexicon.listed(tree, head, "suffering"):
        return True
    if said.speaker not in UNARMED:
        return False
    by_it = any(may_be_the_attack(said, at) for at in tree.under(head, "nsubj"))
    told = is_passive(tree, head) and not any(own_side(said, at) for at in said.finding.content)
    return by_it or told


UNARMED = frozenset({MentionType.ORGANISATION, MentionType.MEDIA, MentionType.POPULATION})


def tells_of_anothers_part(said: Said) -> bool:
    """Whether another party is said to have had a part in it: "Oster had been involved"."""
    tree = said.page.tree
    taking = [at for at in said.words("partaking") if not _negated(said, at)]
    subjects = (at for word in taking for at in tree.under(word, "nsubj", "nsubjpass"))
    return any(is_another(said, at) for at in subjects)


def _is_asked(said: Said, word: int) -> bool:
    """Whether a word stands in an open question: "whether its forces did it", "who was behind"."""
    tree, listed = said.page.tree, said.page.lexicon.listed
    at: int | None = word
    while at is not None and at in said.finding.content:
        if any(listed(tree, mark, "whether") for mark in tree.under(at, "mark")):
            return True
        if any(tree.tokens[one].tag == "WP" for one in tree.under(at, "nsubj")):
            return True
        at = tree.parent(at)
    return False


def _deeds(said: Said) -> Iterator[tuple[int, int]]:
    """Yield the verbs of violence or breach in a content, and nouns for it, with their doers."""
    tree, lexicon = said.page.tree, said.page.lexicon
    for verb in (*said.words("violence"), *said.words("waging")):
        if tree.tokens[verb].pos in VERBAL:
            agents = [at for by in tree.under(verb, "agent") for at in tree.under(by, "pobj")]
            passive = is_passive(tree, verb) or _is_headlined(said, verb)
            active = () if passive else tree.under(verb, "nsubj")
            yield from ((verb, doer) for doer in (*agents, *active)[:1])
    for noun in said.words("deed"):
        phrases = [at for at in tree.under(noun, "prep") if lexicon.listed(tree, at, "by")]
        yield from ((noun, doer) for phrase in phrases for doer in tree.under(phrase, "pobj")[:1])


def _is_headlined(said: Said, verb: int) -> bool:
    """Whether a verb is a passive cut short, as headlines have it: "says two soldiers killed"."""
    bare = said.page.tree.tokens[verb].tag == "VBN"
    return bare and not said.page.tree.under(verb, "aux", "dobj")


def is_violent(said: Said, verb: int) -> bool:
    """Whether a verb is violence in itself, or launches, opens, uses ... such: fire, no inquiry."""
    tree, lexicon = said.page.tree, said.page.lexicon
    things = tree.under(verb, "dobj", "nsubjpass")
    armed = any(lexicon.listed(tree, thing, "deed", "armed") for thing in things)
    aims = (at for way in tree.under(verb, "prep") for at in tree.under(way, "pobj"))
    if any(lexicon.listed(tree, at, "nowhere") for at in aims):
        return False  # "fired into the air"
    return armed or not lexicon.listed(tree, verb, "waging")


def _traced(said: Said) -> Words:
    """Find that a trail leads to a party: "points to Kabul", "belonged to the network"."""
    tree, lexicon = said.page.tree, said.page.lexicon
    for verb in said.words("tracing"):
        ways = [at for at in tree.under(verb, "prep") if lexicon.listed(tree, at, "towards")]
        ends = [at for way in ways for at in tree.under(way, "pobj")]
        named = ends and (is_party(said, ends[0]) or tree.tokens[ends[0]].pos == "PROPN")
        if named and not own_side(said, ends[0]):
            return () if _negated(said, verb) else (verb, ends[0])
    return ()


def _main(said: Said, verb: int) -> bool:
    """Whether a verb tells what was done, in the main clause: no "when", no "would"."""
    tree, head = said.page.tree, said.head
    joined = tree.tokens[verb].dep == "conj" and tree.tokens[verb].head == head
    return (verb == head or joined) and all(
        tree.tokens[at].tag != "MD" for at in tree.under(verb, "aux")
    )


def _negated(said: Said, word: int) -> bool:
    """Whether a word, its object, or what it hangs on within its clause, is negated."""
    tree, head, at = said.page.tree, said.head, word
    inside = set(said.finding.content)
    while at in inside:
        objects = tree.under(at, "dobj")
        if any(said.page.lexicon.negated(tree, one) for one in (at, *objects)):
            return True
        firsts = (tree.subtree(one)[0] for one in tree.under(at, *SUBJECTS))
        if any(said.page.lexicon.listed(tree, one, "nobody") for one in (*objects, *firsts)):
            return True  # "we shelled nobody", "no soldier fired"
        above = tree.parent(at)
        if at == head or above is None or tree.tokens[at].dep in SUBJECTS:
            return False
        at = above
    return False
