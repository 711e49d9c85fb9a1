"""Who a text has brought up so far: those who spoke, and those its sentences are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.model.statement import MentionType, Source
from counterclaim.model.text import Token
from counterclaim.model.tree import Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.joint import PLURAL
from counterclaim.statements.sources import NAMES, Parties, phrase, source_at
from counterclaim.statements.subjects import can_speak

LEADING = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One who was brought up: where, under which words, a person or a body, one or several.

    `person` is None where the text does not show it, `woman` likewise. `spoke` says that words were
    attributed to them there. A figure is `shared` where two were named together, `accuses` where
    another was accused, `open` where it is a pronoun that nobody could be found for, `aside` where
    it only stands by in its sentence. `told_by` are the findings in whose content it stands.
    """

    source: Source
    place: int
    sentence: int
    words: frozenset[str]
    person: bool | None
    several: bool
    woman: bool | None = None
    spoke: bool = False
    accuses: bool = False
    shared: bool = False
    open: bool = False
    aside: bool = False
    told_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """The figures of a document by sentence, in the order in which they come.

    `women` says of those whom a pronoun was found to stand for whether it was "she".
    """

    by_sentence: dict[int, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    women: dict[str, bool] = field(default_factory=dict)

    def add(self, figure: Figure) -> None:
        """Take in one more."""
        self.by_sentence[figure.sentence].append(figure)

    def note(self, name: str, woman: bool | None) -> None:
        """Remember whether somebody is a woman, once a word has shown it."""
        if woman is not None:
            self.women.setdefault(name, woman)

    def back_from(self, place: int, sentence: int, reach: int) -> Iterator[list[Figure]]:
        """Yield the figures of a sentence before a place, then those of the sentences before."""
        yield [one for one in self.by_sentence.get(sentence, ()) if one.place < place]
        for back in range(1, reach + 1):
            yield list(self.by_sentence.get(sentence - back, ()))


def narrated(page: Page, parties: Parties, found: Sequence[Finding]) -> Cast:
    """Gather the subjects of sentences that nothing is attributed to."""
    cast, within = Cast(), contents(found)
    speakers = {word for one in found for word in (one.source, one.via)}
    for word, token in enumerate(page.tree.tokens):
        leads = _leads(page, word) and can_speak(page, word)
        brought_up = leads or (token.dep in {"dobj", "pobj"} and _is_person(parties, token))
        if not brought_up or word in speakers:
            continue
        if token.pos != "PRON" and page.quoted[word] < 0 and not renames(page, word):
            told_by = within.get(word, ())
            cast.add(figure_at(page, parties, word, told_by=told_by, aside=not leads))
    return cast


def _leads(page: Page, word: int) -> bool:
    """Whether a noun is a subject, or is joined to one: "Omar and Nuri met"."""
    token, joined = page.tree.tokens[word], page.tree.tokens[word].dep == "conj"
    while joined and token.dep in {"conj", "appos"}:
        token = page.tree.tokens[token.head]
    return token.dep in LEADING


def _is_person(parties: Parties, token: Token) -> bool:
    found = parties.at(token.span)
    return found is not None and found.type is MentionType.PERSON


def renames(page: Page, head: int) -> bool:
    """Whether a noun only says what the name before it stands for: "N. N., the spokesman"."""
    words = phrase(page, head)
    before = words[0] - 2
    if before < 0 or page.tree.lower(words[0] - 1) != ",":
        return False
    return page.tree.tokens[head].pos == "NOUN" and page.tree.tokens[before].pos == "PROPN"


def contents(found: Sequence[Finding]) -> Mapping[int, tuple[int, ...]]:
    """Return, for each word, the findings in whose content it stands."""
    within: dict[int, list[int]] = defaultdict(list)
    for number, finding in enumerate(found):
        for word in finding.content:
            within[word].append(number)
    return {word: tuple(numbers) for word, numbers in within.items()}


def figure_at(
    page: Page, parties: Parties, head: int, source: Source | None = None, **more: object
) -> Figure:
    """Describe the one whose noun phrase has this head."""
    tree = page.tree
    source = source or source_at(page, parties, head)
    words = tree.at(source.span) if source.span else (head,)
    person = sort_of(page, parties, head, words)
    titles = (*words, *tree.under(head, "appos", "compound")) if person else (head,)
    return Figure(
        source=source,
        place=head,
        sentence=tree.sentence[head],
        words=frozenset(tree.lower(at) for at in titles),
        person=person,
        several=is_several(page, head),
        woman=gender(page, [at for at in (*titles, head) if tree.tokens[at].pos != "PRON"]),
        **more,  # type: ignore[arg-type]
    )


def sort_of(page: Page, parties: Parties, head: int, words: Words = ()) -> bool | None:
    """Return True for a person, False for a body, None where the text does not show it."""
    if page.lexicon.listed(page.tree, head, "personal"):
        return True
    document = page.tree.tokens[head].lemma in page.lexicon.documents
    if document or page.lexicon.listed(page.tree, head, "group"):
        return False
    own, last = parties.at(page.tree.tokens[head].span), None
    if words and page.tree.tokens[words[-1]].dep == "appos":
        last = parties.at(page.tree.tokens[words[-1]].span)
    if last is not None and last.type is MentionType.PERSON and last.rule in NAMES:
        return True
    if (own is None or own.rule != "known") and _beside_a_person(page, parties, head):
        return True
    return None if own is None else own.type in PEOPLE


def _beside_a_person(page: Page, parties: Parties, head: int) -> bool:
    """Whether a bare name is joined to a person's: "Omar and Nuri" are two people."""
    tree, token = page.tree, page.tree.tokens[head]
    bare = token.pos == "PROPN" and token.dep == "conj" and not tree.under(head, "det")
    other = parties.at(tree.tokens[token.head].span) if bare else None
    return other is not None and other.type is MentionType.PERSON


PEOPLE = frozenset({MentionType.PERSON, MentionType.POPULATION, MentionType.NATIONALITY})


def gender(page: Page, words: Iterable[int]) -> bool | None:
    """Return True for a woman, False for a man, None where no word shows it."""
    words = tuple(words)
    for name, woman in (("women", True), ("men", False)):
        if any(page.lexicon.listed(page.tree, at, name) for at in words):
            return woman
    return None


def is_several(page: Page, head: int) -> bool:
    """Whether a noun stands for more than one."""
    tag = page.tree.tokens[head].tag
    return tag in PLURAL or page.lexicon.listed(page.tree, head, "several")
