"""Whether the name of a place stands for the place, or for those who act there: a power.

Signs in the tree around a name, each with a weight (`powers.toml`), beside what the learned reader
marks. "Kabul rejected it" is a government, "a road to Kabul" a place, "goals for Kabul" a team.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from counterclaim.knowledge import Language
from counterclaim.knowledge.metonymy import Metonymy, PowerWeights
from counterclaim.model.statement import Mention, MentionType, Sense
from counterclaim.model.text import Cited, Parse
from counterclaim.model.tree import Tree, Words, grow

PLACES = frozenset({"GPE", "LOC", "FAC"})
MARK = "place_power"
"""The label under which the learned reader marks such names."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The groups that each verb and noun belongs to, by lemma."""

    verbs: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Site:
    """A name of a place in its tree: how it hangs on what governs it, past "and" and prepositions.

    `part` is the label of its branch, with the preposition ("prep:against"), `kinds` the groups of
    the word that governs it, `first` the name that it is joined to by "and", else its own head.
    """

    tree: Tree
    words: Words
    head: int
    part: str
    governor: int
    kinds: tuple[str, ...]
    first: int
    lexicon: Lexicon

    @property
    def bounds(self) -> tuple[int, int]:
        """The first word of its sentence, and the one after the last."""
        return self.tree.bounds[self.tree.sentence[self.head]]


def find_powers(
    text: Parse, mentions: Sequence[Mention], language: Language
) -> tuple[Mention, ...]:
    """Say of every place that is named whether it stands for a power, and why."""
    tree, lexicon = grow(text), lexicon_of(language.metonymy)
    marked = {word for mark in text.tags.marks if mark.label == MARK for word in mark.words}

    def read(mention: Mention) -> Mention:
        """Read one mention; what is no named place stays as it is."""
        words = tree.at(mention.span) if mention.type is MentionType.PLACE else ()
        if not words or tree.tokens[words[-1]].pos != "PROPN":
            return mention
        told = ("start", *signs_of(tree, words, lexicon))
        if text.tags.marks:
            told = (*told, "marked" if marked & set(words) else "not marked")
        return replace(mention, sense=weighed(mention, told, language.powers))

    return tuple(map(read, mentions))


def weighed(mention: Mention, told: Sequence[str], weights: PowerWeights) -> Cited[Sense]:
    """Weigh the signs, and cite those that tell most for the answer."""
    sums = {sign: weights.signs.get(sign, 0.0) for sign in told}
    chance = 1 / (1 + exp(-sum(sums.values())))
    power = chance > 0.5
    telling = sorted(told, key=lambda sign: -sums[sign] if power else sums[sign])
    right = [sign for sign in telling if (sums[sign] > 0) == power and sums[sign]]
    score = round(chance if power else 1 - chance, 3)
    acting = Sense.TEAM if "sports" in told else Sense.POWER
    return Cited(
        acting if power else Sense.PLACE, (mention.span,), ", ".join(right[:3]) or "start", score
    )


def lexicon_of(words: Metonymy) -> Lexicon:
    """Put the words in order for look-up."""
    return Lexicon(_groups(words.verbs), _groups(words.nouns))


def signs_of(tree: Tree, words: Words, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the signs around a name, in the order of the alphabet."""
    site = _site(tree, words, lexicon)
    return tuple(sorted({sign for reader in READERS for sign in reader(site)}))


def governed(site: Site) -> Iterator[str]:
    """Tell what it hangs on, and how: "nsubj>speak", "prep:of>affairs"."""
    yield site.part
    yield from (f"{site.part}>{kind}" for kind in site.kinds)
    if site.part.startswith("prep:"):
        yield f"prep>{site.tree.tokens[site.governor].pos}"
        yield from (f"prep>{kind}" for kind in site.kinds)


def joined(site: Site) -> Iterator[str]:
    """Tell what it is joined to by "and"."""
    if site.first != site.head:
        token = site.tree.tokens[site.first]
        yield "joined"
        yield f"joined:{token.entity[2:] or token.pos}"


def within_a_name(site: Site) -> Iterator[str]:
    """Tell whether it is part of the name of something else."""
    if site.part in {"compound", "poss", "nmod"} and site.tree.tokens[site.governor].entity:
        yield "in a name"


def does(site: Site) -> Iterator[str]:
    """Tell what a subject does beyond its verb: its objects, what it is said to be."""
    tree, verb = site.tree, site.governor
    if not site.part.startswith("nsubj"):
        return
    for word in tree.under(verb, "dobj", "attr", "acomp", "xcomp", "ccomp"):
        label = tree.tokens[word].dep
        lemma = tree.tokens[word].lemma
        yield f"{site.part}+{label}"
        yield from (f"{site.part}~{kind}" for kind in site.lexicon.nouns.get(lemma, ()))
        if label == "attr":
            yield from (f"is:{kind}" for kind in site.lexicon.nouns.get(lemma, ("other",)))
        if label == "xcomp":
            yield from (f"{site.part}>{kind}" for kind in site.lexicon.verbs.get(lemma, ()))
    if tree.tokens[verb].dep in {"relcl", "xcomp", "ccomp", "advcl"}:
        yield f"{site.part} in {tree.tokens[verb].dep}"


def suffers(site: Site) -> Iterator[str]:
    """Tell who does something to an object."""
    subjects = site.tree.under(site.governor, "nsubj", "agent")
    if site.part == "dobj" and subjects:
        token = site.tree.tokens[subjects[0]]
        yield f"dobj by {token.entity[2:] or token.pos}"


def address(site: Site) -> Iterator[str]:
    """Tell whether another place stands before or after it, as in an address."""
    begin, end = site.bounds
    tokens, before, after = site.tree.tokens, site.words[0] - 1, site.words[-1] + 1
    if before > begin and tokens[before].text == "," and tokens[before - 1].entity[2:] in PLACES:
        yield "address before"
    if after + 1 < end and tokens[after].text == "," and tokens[after + 1].entity[2:] in PLACES:
        yield "address after"


def around(site: Site) -> Iterator[str]:
    """Tell what stands right before and after, and whether it begins the sentence."""
    begin, end = site.bounds
    tokens, before, after = site.tree.tokens, site.words[0] - 1, site.words[-1] + 1
    if site.head == begin:
        yield "first"
    if before >= begin and tokens[before].pos in {"ADJ", "NOUN", "PROPN"}:
        yield "described"
    told = f"after {tokens[before].text.lower()}" if before >= begin else ""
    if told and tokens[before].pos == "ADP" and site.part != told.replace("after ", "prep:"):
        yield told
    if after < end and tokens[after].tag == "POS":
        yield "genitive"


def sports(site: Site) -> Iterator[str]:
    """Tell whether the sentence speaks of sports."""
    lemmas = (site.tree.tokens[word].lemma for word in range(*site.bounds))
    if any("sports" in site.lexicon.nouns.get(lemma, ()) for lemma in lemmas):
        yield "sports"
        yield f"sports {site.part}"


READERS: tuple[Callable[[Site], Iterator[str]], ...] = (
    governed,
    joined,
    within_a_name,
    does,
    suffers,
    address,
    around,
    sports,
)


def _site(tree: Tree, words: Words, lexicon: Lexicon) -> Site:
    own = set(words)
    heads = [w for w in words if tree.tokens[w].head not in own or tree.parent(w) is None]
    head = first = heads[-1]
    while tree.tokens[first].dep == "conj" and tree.parent(first) is not None:
        first = tree.tokens[first].head
    part, governor = _branch(tree, first)
    if part == "appos":
        part, governor = _branch(tree, governor)
    token = tree.tokens[governor]
    groups = lexicon.verbs if token.pos in {"VERB", "AUX"} else lexicon.nouns
    kinds = groups.get(token.lemma, ("other",))
    return Site(tree, words, head, part, governor, kinds, first, lexicon)


def _branch(tree: Tree, word: int) -> tuple[str, int]:
    """Return how a word hangs on its governor, and that; past a preposition."""
    token = tree.tokens[word]
    above = tree.tokens[token.head]
    if token.dep != "pobj":
        return token.dep, token.head
    return ("agent" if above.dep == "agent" else f"prep:{above.text.lower()}"), above.head


def _groups(listed: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group, words in listed.items():
        for word in words:
            found[word] = (*found.get(word, ()), group)
    return found
