"""Whose side a doer is on: the source's own, another party's, or nobody's that is named."""

from __future__ import annotations

from counterclaim.statements.arms import namesake
from counterclaim.statements.others import is_another_speakers
from counterclaim.statements.stance import Said

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REACH = 1
"""Sentences back in which an attack may stand that "it" means."""

PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def own_side(said: Said, word: int) -> bool:
    """Whether a word stands for the source's own side; in another's words "its" is the other's."""
    lexicon, tree = said.page.lexicon, said.page.tree
    own = [at for at in (word, *tree.under(word, "poss")) if lexicon.listed(tree, at, "own")]
    bodies = is_one_body(said) and not _is_answered(said)
    mine = (
        at
        for at in own
        if (bodies or not lexicon.listed(tree, at, "its")) and not is_another_speakers(said, at)
    )
    return said.finding.holder is None and any(True for _ in mine)


def itself(said: Said, word: int) -> bool:
    """Whether "it" is the source, told in others' words: nobody calls himself so."""
    told = said.page.quoted[word] < 0 and said.finding.rule != "turn"
    it = said.page.lexicon.listed(said.page.tree, word, "itself")
    one = is_one_body(said) and not _is_answered(said)
    plain = it and told and said.finding.holder is None and one
    return plain and not may_be_the_attack(said, word)


def may_be_the_attack(said: Said, word: int) -> bool:
    """Whether "it" may be an attack told of before: "a strike hit Osk. N. said it killed 12"."""
    tree, listed = said.page.tree, said.page.lexicon.listed
    sentence = tree.sentence[word]
    befalls = listed(tree, tree.tokens[word].head, "befalling")
    if not (befalls and listed(tree, word, "itself")):
        return False
    first = tree.bounds[max(0, sentence - REACH)][0]
    told = [at for at in range(first, word) if tree.tokens[at].tag == "NN"]
    attacks = [at for at in told if listed(tree, at, "deed", "armed")]
    return any(tree.tokens[at].dep in SUBJECTS or _is_anothers(said, at) for at in attacks)


def _is_anothers(said: Said, word: int) -> bool:
    """Whether an attack stands behind a preposition, in a sentence that is not of the source."""
    tree, first = said.page.tree, said.page.tree.bounds[said.page.tree.sentence[word]][0]
    doers = [at for at in range(first, word) if tree.tokens[at].dep in SUBJECTS]
    own = said.source.name.casefold().split()
    its = any(tree.tokens[at].pos == "PRON" or tree.lower(at) in own for at in doers)
    return tree.tokens[word].dep == "pobj" and bool(doers) and not its


def _is_answered(said: Said) -> bool:
    """Whether it is a claim that somebody else answers: "the army denied rebel claims that it"."""
    tree, cue = said.page.tree, said.finding.cue
    verb = tree.parent(cue[0]) if len(cue) == 1 and tree.tokens[cue[0]].pos == "NOUN" else None
    if verb is None or tree.tokens[cue[0]].dep != "dobj":
        return False
    return said.finding.source not in tree.under(verb, "nsubj")


def is_one_body(said: Said) -> bool:
    """Whether "it" can mean the source: no people, and no person, is an "it"."""
    tree, words = said.page.tree, said.page.tree.at(said.source.span) if said.source.span else ()
    heads = [at for at in words if tree.tokens[at].head not in words or tree.tokens[at].head == at]
    articled = bool(words) and said.page.lexicon.listed(tree, words[0], "definite")
    people = said.page.lexicon.attribution.roles.get("person", ())
    return not any(
        tree.tokens[at].tag == "NNS"
        or (tree.tokens[at].entity[2:] == "PERSON" and not articled)
        or said.page.lexicon.listed(tree, at, "personal")
        or tree.tokens[at].lemma in people
        for at in heads
    )


def is_thing(said: Said, word: int) -> bool:
    """Whether a doer is but what was fired, and the words name nobody's: "shells hit a camp"."""
    armed = said.page.lexicon.listed(said.page.tree, word, "armed")
    return armed and not is_party(said, word)


def is_party(said: Said, word: int) -> bool:
    """Whether a word is a party's name, or has one before it: "an Iranian missile"."""
    tree = said.page.tree
    parts = (word, *tree.under(word, "amod", "compound", "poss", "nmod"))
    return any(tree.tokens[at].entity[2:] in PARTIES for at in parts)


def is_another(said: Said, word: int) -> bool:
    """Whether a word stands for a party, and for none that shares its name with the source."""
    token = said.page.tree.tokens[word]
    if is_nameless(said, word) and not is_party(said, word):
        return False
    lexicon = said.page.lexicon
    role = token.lemma in lexicon.roles or lexicon.listed(said.page.tree, word, "force")
    party = role or token.pos == "PROPN" or token.tag == "NNS" or is_party(said, word)
    whose = said.page.tree.under(word, "poss")
    if any(lexicon.listed(said.page.tree, at, "speaker") for at in whose):
        return False
    return party and not own_side(said, word) and not namesake(said, word)


def is_nameless(said: Said, word: int) -> bool:
    """Whether nobody is named as an attacker: "gunmen", "armed men", "unidentified soldiers"."""
    tree, listed = said.page.tree, said.page.lexicon.listed
    return listed(tree, word, "nameless") or any(
        listed(tree, at, "unnamed") for at in tree.under(word, "amod")
    )
