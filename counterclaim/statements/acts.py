"""What a source does by saying it: by its cue, else by what it says."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.model.statement import Act
from counterclaim.model.text import Cited
from counterclaim.statements.stance import Said, first_answer
from counterclaim.statements.subjects import VERBAL, is_passive
from counterclaim.statements.tree import Words

PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def act_of(said: Said) -> Cited[Act]:
    """Judge what a source does by saying it."""
    return first_answer(RULES, said, Cited(Act.ASSERT, said.cue(), "plain_assertion"))


def claims_the_deed(said: Said) -> Cited[Act] | None:
    """Read "claimed responsibility", "claimed the attack"."""
    verb = said.verb()
    lexicon, tree = said.page.lexicon, said.page.tree
    if verb is None or not lexicon.listed(tree, verb, "claiming"):
        return None
    if said.finding.rule == "that_clause" and not said.phrase(
        _signal(said, "claim_responsibility")
    ):
        return None
    deed = [*said.words("deed"), *said.words("responsibility")]
    return _cited(said, Act.CLAIM_RESPONSIBILITY, (deed[0],), "claims_the_deed") if deed else None


def left_undone(said: Said) -> Cited[Act] | None:
    """Read "did not say", "did not mention": the cue is negated, nothing is asserted."""
    verb = said.verb()
    if verb is None or not said.page.lexicon.negated(said.page.tree, verb):
        return None
    if said.finding.group.act == "deny":
        return Cited(Act.NON_DENIAL, said.cue(), "left_undone")
    if said.finding.group.sort in {"statement", "report"} and not said.finding.group.act:
        return Cited(Act.OTHER, said.cue(), "left_undone")
    return None


def denies_its_part(said: Said) -> Cited[Act] | None:
    """Read a denial of the own side's part: "denied involvement", "had nothing to do with"."""
    denied = said.finding.group.act == "deny"
    part = said.phrase(_signal(said, "deny_responsibility")) if not denied else ()
    own = [*said.words("involvement")] if denied else []
    if part:
        return Cited(Act.DENY_RESPONSIBILITY, part, "denies_its_part")
    return _cited(said, Act.DENY_RESPONSIBILITY, (own[0],), "denies_its_part") if own else None


def deed_by_its_cue(said: Said) -> Cited[Act] | None:
    """Read a cue that is a deed by itself: condemn, accuse, deny, urge."""
    act = said.finding.group.act
    return Cited(Act(act), said.cue(), "deed_by_its_cue") if act else None


def asks(said: Said) -> Cited[Act] | None:
    """Read a question."""
    text = said.page.tree.parse.document.text
    end = said.finding.spans[-1].end
    return Cited(Act.OTHER, said.cue(), "asks") if text[end : end + 1] == "?" else None


def calls_it_false(said: Said) -> Cited[Act] | None:
    """Read a content that calls a claim untrue: "baseless", "a lie"."""
    return _signalled(said, Act.DENY, "calls_it_false")


def charges_another(said: Said) -> Cited[Act] | None:
    """Read a content that lays a deed, a crime or the responsibility on another party."""
    return _signalled(said, Act.ACCUSE, "charges_another") or _by_another(said)


def owns_the_deed(said: Said) -> Cited[Act] | None:
    """Read a content in which the own side did it: "its fighters had attacked"."""
    tree, lexicon = said.page.tree, said.page.lexicon
    for verb in said.words("violence"):
        doers = tree.under(verb, "nsubj")
        itself = doers and lexicon.listed(tree, doers[0], "itself")
        implied = not doers and said.finding.rule == "infinitive" and verb == said.head()
        own = bool(doers) and _own(said, doers[0])
        if (own or itself or implied) and tree.tokens[verb].pos in VERBAL:
            return _cited(said, Act.CLAIM_RESPONSIBILITY, (*doers[:1], verb), "owns_the_deed")
    return None


def _own(said: Said, word: int) -> bool:
    """Whether a word stands for the source's own side."""
    lexicon, tree = said.page.lexicon, said.page.tree
    possessors = tree.under(word, "poss")
    return any(lexicon.listed(tree, at, "own") for at in (word, *possessors))


def _by_another(said: Said) -> Cited[Act] | None:
    """Find a deed of violence or breach whose doer is a party, and not the source itself."""
    tree = said.page.tree
    for verb in said.words("violence"):
        if tree.tokens[verb].pos not in VERBAL or said.page.lexicon.negated(tree, verb):
            continue
        agents = [at for by in tree.under(verb, "agent") for at in tree.under(by, "pobj")]
        doers = agents or ([] if is_passive(tree, verb) else list(tree.under(verb, "nsubj")))
        if doers and _party(said, doers[0]):
            return _cited(said, Act.ACCUSE, (doers[0], verb), "charges_another")
    return None


def _party(said: Said, word: int) -> bool:
    token = said.page.tree.tokens[word]
    named = token.entity[2:] in PARTIES or token.lemma in said.page.lexicon.roles
    return (named or token.pos == "PROPN" or token.tag == "NNS") and not _own(said, word)


def judges(said: Said) -> Cited[Act] | None:
    """Read a moral judgement: "barbaric", "cowardly"."""
    return _signalled(said, Act.CONDEMN, "judges")


def asks_for(said: Said) -> Cited[Act] | None:
    """Read what must or should be done."""
    head = said.head()
    helpers = said.page.tree.under(head, "aux") if head is not None else ()
    lexicon, tree = said.page.lexicon, said.page.tree
    bound = [at for at in helpers if lexicon.listed(tree, at, "duty")]
    if any(tree.tokens[at].lemma == "have" for at in helpers):
        return None
    return _cited(said, Act.DEMAND, (bound[0],), "asks_for") if bound else None


def threatens(said: Said) -> Cited[Act] | None:
    """Read a threat, also a veiled one: "reserves the right to respond"."""
    return _signalled(said, Act.THREATEN, "threatens")


def regrets_or_welcomes(said: Said) -> Cited[Act] | None:
    """Read regret, apology, concern, thanks, welcome."""
    return _signalled(said, Act.OTHER, "regrets_or_welcomes")


def gives_a_number(said: Said) -> Cited[Act] | None:
    """Read a content whose point is a quantity: a bare one, or one said to be about so much."""
    figure = next(iter(_figures(said)), None)
    begin = said.finding.content[0]
    if figure is None or (figure - begin > OPENING and _tally(said) is None):
        return None
    head = said.head()
    bare = head is not None and said.page.tree.tokens[head].pos in {"NUM", "NOUN"}
    about = said.phrase(_signal(said, "estimate"))
    near = bool(about) and about[0].end + 1 >= said.page.tree.tokens[figure].span.begin
    tally = _tally(said)
    if tally is not None:
        return _cited(said, Act.ESTIMATE, (tally,), "gives_a_number")
    first = near and about[0].begin <= said.page.tree.tokens[figure].span.begin
    if first or (bare and said.finding.cue):
        return _cited(said, Act.ESTIMATE, (figure,), "gives_a_number")
    return None


def _tally(said: Said) -> int | None:
    """Find a toll or a number as the subject of what is said."""
    head = said.head()
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
    return _cited(said, Act.ESTIMATE, (figure,), "guesses_a_number")


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
    spans = said.phrase((*_signal(said, "threaten"), *said.page.lexicon.words.get("revenge", ())))
    vowed = said.finding.group.act == "promise" and spans
    return Cited(Act.THREATEN, spans, "vows_revenge") if vowed else None


def announces(said: Said) -> Cited[Act] | None:
    """Read what is announced for the time to come, or decided."""
    verb = said.verb()
    lexicon, tree = said.page.lexicon, said.page.tree
    if verb is None or not lexicon.listed(tree, verb, "announcing"):
        return None
    head = said.head()
    coming = tree.under(head, "aux") if head is not None else ()
    doers = tree.under(head, "nsubj") if head is not None else ()
    bare = head is not None and tree.tokens[head].pos == "NOUN"
    own = any(_own(said, at) or lexicon.listed(tree, at, "itself") for at in doers)
    ahead = bare or own or any(lexicon.listed(tree, at, "future") for at in coming)
    return Cited(Act.ANNOUNCE, said.cue(), "announces") if ahead else None


def decides(said: Said) -> Cited[Act] | None:
    """Read a decision or measure of the source's own: "we will send", "has ordered"."""
    head = said.head()
    if head is None:
        return None
    tree, lexicon = said.page.tree, said.page.lexicon
    coming = [at for at in tree.under(head, "aux") if lexicon.listed(tree, at, "future")]
    doers = tree.under(head, "nsubj")
    if coming and doers and _own(said, doers[0]):
        return _cited(said, Act.PROMISE, (coming[0],), "decides")
    return None


def _signalled(said: Said, act: Act, rule: str) -> Cited[Act] | None:
    phrases = _signal(said, act.value)
    spans = said.phrase(phrases) if phrases else ()
    return Cited(act, spans, rule) if spans else None


def _signal(said: Said, act: str) -> tuple[str, ...]:
    signals = said.page.lexicon.attribution.signals
    return next((signal.words for signal in signals if signal.act == act), ())


def _cited(said: Said, act: Act, words: Words, rule: str) -> Cited[Act]:
    return Cited(act, said.spans(words), rule)


Rule = Callable[[Said], "Cited[Act] | None"]

RULES: tuple[Rule, ...] = (
    claims_the_deed,
    left_undone,
    vows_revenge,
    denies_its_part,
    guesses_a_number,
    deed_by_its_cue,
    asks,
    calls_it_false,
    owns_the_deed,
    charges_another,
    judges,
    threatens,
    gives_a_number,
    asks_for,
    regrets_or_welcomes,
    announces,
    decides,
)
