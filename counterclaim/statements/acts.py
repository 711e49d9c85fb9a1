"""What a source does by saying it: by its cue, else by what it says."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.model.statement import Act
from counterclaim.model.text import Cited
from counterclaim.statements.own_part import denies_its_part
from counterclaim.statements.responsibility import (
    charges_another,
    claims_the_deed,
    clears_of_it,
    did_it_itself,
)
from counterclaim.statements.sides import own_side
from counterclaim.statements.stance import Said
from counterclaim.statements.subjects import is_passive


def left_undone(said: Said) -> Cited[Act] | None:
    """Read "did not say", "did not mention": the cue is negated, nothing is asserted."""
    if not said.undone():
        return None
    if said.finding.group.act == "deny":
        return Cited(Act.NON_DENIAL, said.cue(), "left_undone")
    if said.finding.group.sort in {"statement", "report"} and not said.finding.group.act:
        return Cited(Act.OTHER, said.cue(), "left_undone")
    return None


def gives_no_answer(said: Said) -> Cited[Act] | None:
    """Read "declined to comment", "did not respond to requests", "made no comment"."""
    listed, tree = said.page.lexicon.listed, said.page.tree
    refused = any(listed(tree, at, "refusing") for at in said.finding.cue)
    head = said.head
    withheld = any(
        listed(tree, at, "withheld", "talks", "telling_it")
        for at in (*said.finding.cue, *(() if head is None else (head,)))
    )
    silent = said.finding.rule == "no_answer" or (said.finding.rule == "gave_none" and withheld)
    if silent or (refused and withheld):
        return Cited(Act.DECLINE, said.cue(), "gives_no_answer")
    return None


def admits(said: Said) -> Cited[Act] | None:
    """Read a deed of the own side that is admitted: "admits hitting a bus"."""
    verb, head = said.verb(), said.head
    listed, tree = said.page.lexicon.listed, said.page.tree
    if verb is None or head is None or not listed(tree, verb, "admitting") or said.undone():
        return None
    done = did_it_itself(said)
    if done is not None and done.value is Act.CLAIM_RESPONSIBILITY:
        return Cited(Act.CONCEDE, (*said.cue(), *done.spans), "admits")
    bare = tree.tokens[head].tag == "VBG" and not tree.under(head, "nsubj", "nsubjpass")
    own = (bare and head in said.words("violence")) or _amiss(said, head)
    return said.cited(Act.CONCEDE, (head,), "admits") if own else None


def _amiss(said: Said, head: int) -> bool:
    """Whether it is a deed that failed its end: "the strike had gone wrong", "was a mistake"."""
    listed, tree = said.page.lexicon.listed, said.page.tree
    deeds = [at for at in tree.under(head, "nsubj", "nsubjpass") if listed(tree, at, "deed")]
    known = any(listed(tree, mark, "definite") for at in deeds for mark in tree.under(at, "det"))
    return known and any(True for _ in said.words("amiss"))


def reaffirms(said: Said) -> Cited[Act] | None:
    """Read "stands by its report", "doubled down on the charge": it is said once more."""
    if said.finding.group.act != Act.REAFFIRM or said.undone():
        return None
    return gives_a_number(said) or Cited(Act.REAFFIRM, said.cue(), "reaffirms")


def deed_by_its_cue(said: Said) -> Cited[Act] | None:
    """Read a cue that is a deed by itself: condemn, accuse, deny, urge."""
    act = said.finding.group.act
    return Cited(Act(act), said.cue(), "deed_by_its_cue") if act else None


def performs(said: Said) -> Cited[Act] | None:
    """Read words that are the deed: "we condemn", "I urge"."""
    head = said.head
    if head is None or said.page.tree.tokens[head].tag not in {"VBP", "VB"}:
        return None
    tree, lexicon = said.page.tree, said.page.lexicon
    doers = [at for at in tree.under(head, "nsubj") if lexicon.listed(tree, at, "speaker")]
    acts = [group.act for group in lexicon.verbs.get(lexicon.lemma(tree, head), ()) if group.act]
    plain = not tree.under(head, "aux") and not lexicon.negated(tree, head)
    return said.cited(Act(acts[0]), (head,), "performs") if doers and acts and plain else None


def will_not_say(said: Said) -> Cited[Act] | None:
    """Read a refusal in the source's own words: "we do not comment on this"."""
    head = said.head
    tree, lexicon = said.page.tree, said.page.lexicon
    if head is None or not lexicon.listed(tree, head, "withheld"):
        return None
    own = any(lexicon.listed(tree, at, "speaker") for at in tree.under(head, "nsubj"))
    undone = lexicon.negated(tree, head)
    return said.cited(Act.DECLINE, (head,), "will_not_say") if own and undone else None


def asks(said: Said) -> Cited[Act] | None:
    """Read a question."""
    text = said.page.tree.parse.document.text
    end = said.finding.spans[-1].end
    return Cited(Act.OTHER, said.cue(), "asks") if text[end : end + 1] == "?" else None


def calls_it_false(said: Said) -> Cited[Act] | None:
    """Read a content that calls a claim untrue: "baseless", "a lie"; who admits it does not."""
    verb = said.verb()
    if verb is not None and said.page.lexicon.listed(said.page.tree, verb, "admitting"):
        return None
    found = said.signalled(Act.DENY, "calls_it_false")
    words = said.page.tree.at(found.spans[0]) if found else ()
    tree, lexicon = said.page.tree, said.page.lexicon
    other = any(
        _of_a_thing(said, word) or _is_done(said, word) or lexicon.negated(tree, word)
        for word in words[:1]
    )
    return None if other else found


def _is_done(said: Said, word: int) -> bool:
    """Whether somebody is said to have made it up: that lays it on him: "Oster had staged it"."""
    tree = said.page.tree
    verb = tree.tokens[word].pos == "VERB" and not is_passive(tree, word)
    return verb and bool(tree.under(word, "nsubj")) and bool(tree.under(word, "dobj"))


def _of_a_thing(said: Said, word: int) -> bool:
    """Whether a word only tells of what kind a thing is that is spoken of: "false papers"."""
    tokens = said.page.tree.tokens
    noun = tokens[tokens[word].head]
    return tokens[word].dep == "amod" and noun.dep in {"nsubj", "nsubjpass", "dobj", "compound"}


COMPARING = frozenset({"JJR", "RBR"})


def says_none_did(said: Said) -> Cited[Act] | None:
    """Read that nobody did, or nothing was: "no aircraft entered", "there was no damage"."""
    head, tree, lexicon = said.head, said.page.tree, said.page.lexicon
    if head is None or any(tree.tokens[at].tag == "MD" for at in tree.under(head, "aux")):
        return None
    there = "attr" if tree.under(head, "expl") else "nsubj"
    for noun in tree.under(head, "nsubj", "nsubjpass", there):
        first = tree.subtree(noun)[0]
        if tree.tokens[min(first + 1, noun)].tag in COMPARING:
            continue  # "no more than 50"
        if lexicon.listed(tree, first, "nobody") or lexicon.listed(tree, first, "negation"):
            return said.cited(Act.DENY, (first,), "says_none_did")
    return None


def judges(said: Said) -> Cited[Act] | None:
    """Read a moral judgement: "barbaric", "cowardly"."""
    return said.signalled(Act.CONDEMN, "judges")


def asks_for(said: Said) -> Cited[Act] | None:
    """Read what must or should be done."""
    head = said.head
    helpers = said.page.tree.under(head, "aux") if head is not None else ()
    lexicon, tree = said.page.lexicon, said.page.tree
    bound = [at for at in helpers if lexicon.listed(tree, at, "duty")]
    if any(lexicon.listed(tree, at, "perfect") for at in helpers):
        return None
    return said.cited(Act.DEMAND, (bound[0],), "asks_for") if bound else None


def threatens(said: Said) -> Cited[Act] | None:
    """Read a threat, also a veiled one: "reserves the right to respond"."""
    return said.signalled(Act.THREATEN, "threatens")


def regrets_or_welcomes(said: Said) -> Cited[Act] | None:
    """Read regret, apology, concern, thanks, welcome."""
    return said.signalled(Act.OTHER, "regrets_or_welcomes")


def gives_a_number(said: Said) -> Cited[Act] | None:
    """Read a content whose point is a quantity: a bare one, or one said to be about so much."""
    figure = next(iter(_figures(said)), None)
    begin = said.finding.content[0]
    if figure is None or (figure - begin > OPENING and _tally(said) is None):
        return None
    head = said.head
    bare = head is not None and said.page.tree.tokens[head].pos in {"NUM", "NOUN"}
    about = said.signal(Act.ESTIMATE)
    near = bool(about) and about[0].end + 1 >= said.page.tree.tokens[figure].span.begin
    tally = _tally(said)
    if tally is not None:
        return said.cited(Act.ESTIMATE, (tally,), "gives_a_number")
    first = near and about[0].begin <= said.page.tree.tokens[figure].span.begin
    if first or (bare and said.finding.cue):
        return said.cited(Act.ESTIMATE, (figure,), "gives_a_number")
    return None


def _tally(said: Said) -> int | None:
    """Find a toll or a number as the subject of what is said."""
    head = said.head
    doers = said.page.tree.under(head, "nsubj", "nsubjpass") if head is not None else ()
    counted = [at for at in doers if said.page.lexicon.listed(said.page.tree, at, "tally")]
    return counted[0] if counted else None


OPENING = 3
"""Words of a content after which a number is no longer its point."""


def guesses_a_number(said: Said) -> Cited[Act] | None:
    """Read a number that is thought or believed: "is believed to command 2,000 men"."""
    figure = next(iter(_figures(said)), None)
    guessed = said.finding.rule == "impersonal" and said.finding.group.sort == "belief"
    if figure is None or not guessed:
        return None
    return said.cited(Act.ESTIMATE, (figure,), "guesses_a_number")


def _figures(said: Said) -> list[int]:
    tokens = said.page.tree.tokens
    many = set(said.words("many"))
    dated = {"DATE", "TIME"}
    return [
        at
        for at in said.finding.content
        if (tokens[at].pos == "NUM" or at in many) and tokens[at].entity[2:] not in dated
    ]


def vows_revenge(said: Said) -> Cited[Act] | None:
    """Read a promise of harm: "vowed a crushing revenge"."""
    spans = said.signal(Act.THREATEN) or said.spans(tuple(said.words("revenge"))[:1])
    vowed = said.finding.group.act == "promise" and spans
    return Cited(Act.THREATEN, spans, "vows_revenge") if vowed else None


def announces(said: Said) -> Cited[Act] | None:
    """Read what is announced for the time to come, or decided."""
    verb = said.verb()
    lexicon, tree = said.page.lexicon, said.page.tree
    if verb is None or not lexicon.listed(tree, verb, "announcing"):
        return None
    head = said.head
    coming = tree.under(head, "aux") if head is not None else ()
    doers = tree.under(head, "nsubj") if head is not None else ()
    bare = head is not None and tree.tokens[head].pos == "NOUN"
    own = any(own_side(said, at) or lexicon.listed(tree, at, "itself") for at in doers)
    ahead = bare or own or any(lexicon.listed(tree, at, "future") for at in coming)
    return Cited(Act.ANNOUNCE, said.cue(), "announces") if ahead else None


def decides(said: Said) -> Cited[Act] | None:
    """Read a decision or measure of the source's own: "we will send", "has ordered"."""
    head = said.head
    if head is None:
        return None
    tree, lexicon = said.page.tree, said.page.lexicon
    coming = [at for at in tree.under(head, "aux") if lexicon.listed(tree, at, "future")]
    doers = tree.under(head, "nsubj")
    if coming and doers and own_side(said, doers[0]):
        return said.cited(Act.PROMISE, (coming[0],), "decides")
    return None


Rule = Callable[[Said], "Cited[Act] | None"]

RULES: tuple[Rule, ...] = (
    claims_the_deed,
    gives_no_answer,
    left_undone,
    admits,
    reaffirms,
    vows_revenge,
    denies_its_part,
    guesses_a_number,
    deed_by_its_cue,
    asks,
    will_not_say,
    performs,
    calls_it_false,
    did_it_itself,
    clears_of_it,
    charges_another,
    judges,
    threatens,
    gives_a_number,
    asks_for,
    regrets_or_welcomes,
    announces,
    decides,
    says_none_did,
)
