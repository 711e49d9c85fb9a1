"""How firmly, and in whose voice, somebody is held responsible."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.content import modes
from counterclaim.content.judged import CLAUSES, is_called_false, is_judged
from counterclaim.content.voices import (
    Voice,
    countries_in,
    force_countries,
    is_command,
    is_office,
    is_outlet,
    own_side,
    words_of,
)
from counterclaim.model.event import Degree
from counterclaim.model.statement import Act, Certainty, Polarity, SourceType, Statement
from counterclaim.model.text import Cited
from counterclaim.model.tree import Words

OUTLET = frozenset({SourceType.AUTHOR, SourceType.OUTLET})


def degree_of(voice: Voice) -> Cited[Degree] | None:
    """Say how firmly a party is held responsible; None where that is unclear, or only supposed."""
    for rule in () if _is_supposed(voice) else RULES:
        found = rule(voice)
        if found is not None:
            spans = voice.page.scene.spans(*voice.charge.words)
            return Cited(found, spans, f"{voice.charge.rule}.{rule.__name__}")
    return None


def denied(voice: Voice) -> Degree | None:
    """Take what its holder holds to be untrue, or denies in so many words."""
    statement = voice.statement
    if statement is not None and statement.polarity.value is Polarity.FALSE:
        return Degree.DENIED
    if statement is None or not (_negated(voice) or is_called_false(voice, statement)):
        return None
    return Degree.DENIED


def claimed(voice: Voice) -> Degree | None:
    """Take what a party says of its own side."""
    statement = voice.statement
    if voice.weight is Degree.CLAIMED:
        return Degree.CLAIMED
    own = statement is not None and (
        own_side(voice.party, statement) or _own_force(voice, statement)
    )
    if statement is None or not own:
        return None
    return Degree.ADMITTED if _admits(voice, statement) else Degree.CLAIMED


def own_command(voice: Voice) -> Degree | None:
    """Take what a command says of forces without a country: they are its own."""
    bare = voice.statement is not None and force_countries(voice) == set()
    of_a_state = voice.page.blame.listed(voice.page.tree, voice.charge.word, "state_forces")
    return Degree.CLAIMED if bare and of_a_state and _may_confess(voice) else None


def perhaps_own(voice: Voice) -> Degree | None:
    """Take what a command of no known state says of a state's forces: linking knows of which."""
    return Degree.ACCUSED_BY_AUTHORITIES if _may_confess(voice) else None


def accused_by_authorities(voice: Voice) -> Degree | None:
    """Take what an office says, however sure it is: police, armies, governments, courts."""
    statement = voice.statement
    if statement is None or statement.source.type in OUTLET:
        return None
    return Degree.ACCUSED_BY_AUTHORITIES if is_office(voice, statement) else None


def possible(voice: Voice) -> Degree | None:
    """Take what is said only to be possible, whoever says so: "may have", "possibly"."""
    return Degree.POSSIBLE if _hedged(voice, "maybe") else None


def suspected(voice: Voice) -> Degree | None:
    """Take what is thought or alleged: "presumed rebels", "is believed to have"."""
    statement = voice.statement
    unsure = statement is not None and (
        statement.certainty.value in {Certainty.PROBABLE, Certainty.POSSIBLE}
        or statement.source.type is SourceType.UNSPECIFIED
    )
    hedged = _hedged(voice, "doubting", "maybe") or _is_believed(voice)
    return Degree.SUSPECTED if unsure or hedged or voice.weight is Degree.SUSPECTED else None


def accused(voice: Voice) -> Degree | None:
    """Take what any other source says, or what the text says that others lay on somebody."""
    statement = voice.statement
    told = statement is None or statement.source.type in OUTLET or is_outlet(voice, statement)
    return None if told and voice.weight is Degree.FACT else Degree.ACCUSED


def fact(voice: Voice) -> Degree | None:
    """Take what the outlet tells in its own voice, or relays as told."""
    return Degree.FACT if voice.weight is Degree.FACT else None


Rule = Callable[[Voice], "Degree | None"]

RULES: tuple[Rule, ...] = (
    denied,
    claimed,
    own_command,
    perhaps_own,
    possible,
    accused_by_authorities,
    suspected,
    accused,
    fact,
)


def _own_force(voice: Voice, statement: Statement) -> bool:
    """Whether a party is a force of the state whose command speaks: no confession is a charge."""
    own, words = force_countries(voice), words_of(voice, statement)
    return own is not None and is_command(voice, words) and bool(own & countries_in(voice, words))


def _may_confess(voice: Voice) -> bool:
    """Whether a command of no known state tells of a state's force: its own, or another's."""
    statement = voice.statement
    if statement is None or voice.charge.rule not in DONE or force_countries(voice) is None:
        return False
    if statement.act.value is Act.ACCUSE and statement.act.rule == BY_ITS_WORDS:
        return False
    words = words_of(voice, statement)
    return is_command(voice, words) and not countries_in(voice, words)


DONE = frozenset({"done_by", "done_with"})
BY_ITS_WORDS = "charges_another"
"""The rule by which words lay a deed on others; what the model alone takes for a charge may not."""


def _negated(voice: Voice) -> bool:
    scene, blame = voice.page.scene, voice.page.blame
    words = (*voice.charge.words, *_governing(voice))
    return any(
        bool(modes.negated(scene, word)) or blame.listed(scene.tree, word, "nobody")
        for word in words
    )


def _governing(voice: Voice) -> Words:
    """Return the verb of which the party is the doer: "was not carried out by the front"."""
    tree, word = voice.page.tree, voice.charge.word
    above = tree.parent(word)
    if above is None or tree.tokens[word].dep not in {"nsubj", "pobj"}:
        return ()
    if tree.tokens[word].dep == "nsubj":
        return (above,)
    verb = tree.parent(above) if tree.tokens[above].dep == "agent" else None
    return (verb,) if verb is not None else ()


def _admits(voice: Voice, statement: Statement) -> bool:
    words = voice.page.tree.at(statement.cue) if statement.cue else ()
    return any(voice.page.blame.listed(voice.page.tree, word, "admitting") for word in words)


def _is_supposed(voice: Voice) -> bool:
    """Whether an outlet tells that it was not so, or it is only put as a case: "if they did it".

    That a party has not claimed it says nothing of its part, whoever says so; nor does it when it
    says that it is accused, or somebody that others are, wrongly.
    """
    scene, statement = voice.page.scene, voice.statement
    if statement is not None and statement.polarity.value is Polarity.OPEN:
        return voice.weight is not Degree.CLAIMED
    if (voice.weight is Degree.CLAIMED and _negated(voice)) or _is_charged_itself(voice):
        return True
    words = voice.charge.words
    if is_judged(voice) and not (statement and is_called_false(voice, statement)):
        return True
    if any(bool(modes.hypothetical(scene, word)) or _lacks_proof(voice, word) for word in words):
        return True
    if any(modes.is_a_case(scene, verb) for verb in _clauses(voice)) or _is_not_laid(voice):
        return True
    told = voice.statement is None or voice.statement.source.type in OUTLET
    return _accuses_itself(voice) or (told and _negated(voice))


def _accuses_itself(voice: Voice) -> bool:
    """Whether "his" in a charge that is answered was taken for him who makes it."""
    statement = voice.statement
    charge = statement is not None and statement.via and statement.act.value is Act.ACCUSE
    return bool(charge) and statement is not None and own_side(voice.party, statement)


def _is_not_laid(voice: Voice) -> bool:
    """Whether nobody accuses anybody yet, or any more: "did not blame", "wants to accuse"."""
    if voice.charge.rule not in LAYING:
        return False
    scene, tree = voice.page.scene, voice.page.tree
    for word in voice.charge.words:
        if modes.negated(scene, word) or _is_an_aim(voice, word):
            return True
        above = list(_above(voice, word))
        if any(voice.page.blame.listed(tree, at, "intending") for at in above):
            return True
        if any(modes.future(scene, at) for at in (word, *above)):
            return True
    return False


def _is_an_aim(voice: Voice, word: int) -> bool:
    """Whether somebody did something so that another be blamed: "shelled it to blame the army"."""
    tree = voice.page.tree
    infinitive = any(tree.tokens[at].tag == "TO" for at in tree.under(word, "aux"))
    return infinitive and tree.tokens[word].dep in {"advcl", "acl"}


LAYING = frozenset({"by_object", "by_list"})


def _above(voice: Voice, word: int) -> Iterator[int]:
    """Yield the verbs that a verb hangs on: "wanted to accuse", "fall back on blaming"."""
    tree = voice.page.tree
    while tree.tokens[word].dep in {"xcomp", "pcomp", "prep"} and tree.tokens[word].head != word:
        word = tree.tokens[word].head
        yield word


def _is_charged_itself(voice: Voice) -> bool:
    """Whether a party tells of what others lay on it, or it is laid on somebody wrongly."""
    tree, statement = voice.page.tree, voice.statement
    sides = (at for word in voice.charge.words for at in tree.under(word, "advmod"))
    if any(voice.page.blame.listed(tree, at, "wrongly") for at in sides):
        return True
    laid = voice.charge.rule in LAYING
    return laid and statement is not None and own_side(voice.party, statement)


def _clauses(voice: Voice) -> Iterator[int]:
    """Yield the verbs that a charge hangs on: "whether its forces were responsible"."""
    tree = voice.page.tree
    for word in voice.charge.words:
        at = word
        while tree.tokens[at].dep in PREDICATES and tree.tokens[at].head != at:
            at = tree.tokens[at].head
            yield at


PREDICATES = frozenset({"acomp", "attr", "oprd", "prep", "advmod"})


def _lacks_proof(voice: Voice, word: int) -> bool:
    """Whether something is said not to be shown: "no evidence that they were behind it"."""
    tree, blame = voice.page.tree, voice.page.blame
    while tree.tokens[word].head != word and tree.tokens[word].dep in CLAUSES:
        word = tree.tokens[word].head
        if any(blame.listed(tree, at, "nobody") for at in tree.under(word, "det")):
            return True
    return False


def _hedged(voice: Voice, *names: str) -> bool:
    """Whether a word of doubt stands by the party or by what it is said to have done."""
    tree, blame = voice.page.tree, voice.page.blame
    beside = [
        at
        for word in (voice.charge.word, *voice.charge.words, *_governing(voice))
        for at in tree.under(word, "amod", "advmod", "aux", "compound", "nmod")
    ]
    return any(blame.listed(tree, at, *names) for at in beside if tree.tokens[at].pos != "PROPN")


def _is_believed(voice: Voice) -> bool:
    """Whether the party is only believed to have done it: "is thought to be behind it"."""
    tree, blame = voice.page.tree, voice.page.blame
    for word in voice.charge.words:
        at = word
        while tree.tokens[at].dep in {"xcomp", "acomp", "attr", "prep", "oprd", "ccomp"}:
            at = tree.tokens[at].head
            if blame.listed(tree, at, "believing") and tree.under(at, "auxpass", "nsubjpass"):
                return True
    return False
