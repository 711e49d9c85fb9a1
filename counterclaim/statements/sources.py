"""Whose words they are: the noun phrase on record, what it is called, how much it tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.model.statement import PARTIES, Mention, MentionType, Source, SourceType
from counterclaim.model.text import Document, PassageKind, Span
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Page
from counterclaim.statements.joint import beside
from counterclaim.statements.titles import after_comma, after_title, bare_name, titles_only

UNSPECIFIED = Source("unspecified", None, SourceType.UNSPECIFIED, rule="no_one_named")
UNKNOWN = Source("unknown", None, SourceType.UNSPECIFIED, rule="doubtful")


NAMES = frozenset({"named", "known", "called", "titled", "short"})
"""Rules by which a mention is a name, and no description."""

MARKED = "learned"
"""The rule of mentions that only the learned reader marks."""

NESTED = 8
"""Mentions that may begin between a word and the beginning of one that holds it."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The mentions of a document, to be looked up by place, and full names by their last word."""

    mentions: Sequence[Mention]
    full: Mapping[str, frozenset[tuple[str, bool]]]

    def at(self, span: Span) -> Mention | None:
        """Return the innermost mention that a word is part of."""
        place = bisect_right(self.mentions, span.begin, key=lambda one: one.span.begin) - 1
        before = (self.mentions[at] for at in range(place, max(place - NESTED, -1), -1))
        holding = (found for found in before if span in found.span)
        return min(holding, key=lambda one: one.span.end - one.span.begin, default=None)

    def in_full(self, name: str) -> str:
        """Return the one full name of a person that ends with a surname; else the surname."""
        full = self.full.get(name, frozenset())
        [(longer, person)] = full if len(full) == 1 else [(name, False)]
        return longer if person else name

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions that stand within a span."""
        place = bisect_right(self.mentions, span.begin - 1, key=lambda one: one.span.begin)
        found = []
        while place < len(self.mentions) and self.mentions[place].span.begin < span.end:
            found.append(self.mentions[place])
            place += 1
        return [one for one in found if one.span in span]


def gather(mentions: Sequence[Mention]) -> Parties:
    """Put the mentions of a document in order for look-up; what is only marked names no source."""
    mentions = [one for one in mentions if one.rule != MARKED]
    full: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for one in mentions:
        if one.rule in NAMES and " " in one.name:
            full[one.name.split()[-1]].add((one.name, one.type is MentionType.PERSON))
    return Parties(mentions, {short: frozenset(names) for short, names in full.items()})


def source_at(page: Page, parties: Parties, head: int | None, words: Words = ()) -> Source:
    """Say who is on record, from the head of the noun phrase, and its words where known."""
    if head is None:
        return UNSPECIFIED
    bearer = _bearer(page, parties, head)
    if bearer != head or not set(words).isdisjoint(beside(page, head)):
        head, words = bearer, ()
    words = _whole_name(page, parties, head, words or phrase(page, head))
    words = _with_name(page, parties, head, words)
    span = page.tree.span(words)
    document = page.tree.parse.document
    if page.lexicon.listed(page.tree, words[0], "neither"):
        return replace(UNKNOWN, span=span)
    if page.lexicon.listed(page.tree, words[0], "nobody"):
        return Source("none", span, SourceType.NONE, rule="nobody")
    if any(part.overlaps(span) for part in document.passages(PassageKind.DATELINE)):
        return UNKNOWN
    return _called(page, parties, head, words)


def _whole_name(page: Page, parties: Parties, head: int, words: Words) -> Words:
    """Take in the rest of a name whose head is among the words: "Red Cross and Red Crescent"."""
    named = parties.at(page.tree.tokens[head].span)
    if named is None or named.rule not in NAMES or head not in words:
        return words
    name = page.tree.at(named.span)
    return (*range(min(words[0], name[0]), max(words[-1], name[-1]) + 1),)


def _with_name(page: Page, parties: Parties, head: int, words: Words) -> Words:
    """Take in the name after what its bearer is: "the acting president, N. N.,"."""
    tree, after = page.tree, _past_titles(page, words[-1] + 2)
    if after >= len(tree.tokens) or tree.lower(head) not in page.lexicon.roles:
        return words
    if (known := _known_as(page, parties, head)) is not None:
        return (*range(words[0], page.tree.at(known.span)[-1] + 1),)
    if tree.lower(words[-1] + 1) != ",":
        return words
    named = parties.at(tree.tokens[after].span)
    if named is None or named.type is not MentionType.PERSON or named.rule not in NAMES:
        return words
    name = tree.at(named.span)
    closed = name[-1] + 1 < len(tree.tokens) and tree.tokens[name[-1] + 1].pos != "CCONJ"
    begins = name[0] in {after, words[-1] + 2}
    return (*range(words[0], name[-1] + 1),) if closed and begins else words


def _past_titles(page: Page, word: int) -> int:
    """Return the first word from one on that is no title: "Brigadier | N. N."."""
    while word < len(page.tree.tokens) and page.lexicon.listed(page.tree, word, "titles"):
        word += 1
    return word


def _known_as(page: Page, parties: Parties, head: int) -> Mention | None:
    """Find the name that a described one goes by: "a spokesman known only as N."."""
    tree, listed = page.tree, page.lexicon.listed
    for clause in tree.under(head, "acl", "relcl"):
        phrases = tree.under(clause, "prep") if listed(tree, clause, "naming") else ()
        for end in (
            at for by in phrases if listed(tree, by, "as") for at in tree.under(by, "pobj")
        ):
            named = parties.at(tree.tokens[end].span)
            if named is not None and named.type is MentionType.PERSON and named.rule in NAMES:
                return named
    return None


def _called(page: Page, parties: Parties, head: int, words: Words) -> Source:
    """Name the one on record: a person, a body, or what the text calls them."""
    tree = page.tree
    span = tree.span(words)
    named = _known_as(page, parties, head) or _named(page, parties, head, span)
    if named is not None and named.type is MentionType.PERSON:
        return Source(named.name, span, SourceType.NAMED, named.id, "named")
    if titled := after_title(page, words, head):
        return Source(parties.in_full(titled), span, SourceType.NAMED, None, "titled")
    if named is not None and (named.refers_to or named.rule == "short"):
        return Source(named.name, span, SourceType.NAMED, named.id, "named")
    if named is not None and _proper(tree, head):
        name = parties.in_full(bare_name(tree, _without_apposition(tree, head, words)))
        return Source(name, span, SourceType.NAMED, named.id, "named")
    if (body := _apposed(page, parties, words, head)) is not None:
        return Source(body.name, span, SourceType.NAMED, body.id, "named")
    own = parties.at(tree.tokens[head].span)
    mention = own.id if own else None
    return Source(bare_name(tree, words), span, _type_of(page, head), mention, "described")


BODIES = frozenset({MentionType.ORGANISATION, MentionType.ARMED_GROUP, MentionType.MILITARY})


def _apposed(page: Page, parties: Parties, words: Words, head: int) -> Mention | None:
    """Return the name set beside what a body is: "a rival faction, the Sons of the Pass,"."""
    tree, after = page.tree, words[-1] + 2
    bodies = page.lexicon.attribution.roles.get("organisation", ())
    if after >= len(tree.tokens) or tree.lower(after - 1) != ",":
        return None
    if tree.tokens[head].lemma not in bodies:
        return None
    after += page.lexicon.listed(tree, after, "definite")
    named = parties.at(tree.tokens[after].span) if after < len(tree.tokens) else None
    if named is None or named.rule not in NAMES or named.type not in BODIES:
        return None
    last = tree.at(named.span)[-1]
    beside = after in tree.subtree(head) and tree.tokens[last].dep == "appos"
    return named if beside or tree.tokens[after].dep == "appos" else None


def _without_apposition(tree: Tree, head: int, words: Words) -> Words:
    """Leave out what a name's bearer is said to be: "N., the maker of the missile"."""
    for at in words[:-1]:
        if at > head and tree.tokens[at].text == "," and tree.tokens[at + 1].pos == "DET":
            return words[: words.index(at)]
    return words


def _bearer(page: Page, parties: Parties, head: int) -> int:
    """Return the noun that "who", an article, or a description after a name goes with."""
    tree = page.tree
    token = tree.tokens[head]
    verb = tree.parent(head)
    if page.lexicon.listed(tree, head, "relative") and verb is not None:
        noun = tree.parent(verb)
        relative = tree.tokens[verb].dep == "relcl" and noun is not None and noun < head
        return noun if relative and noun is not None else head
    if token.pos == "DET" and token.dep == "det":
        return token.head
    before, person = phrase(page, head)[0] - 2, page.lexicon.attribution.roles.get("person", ())
    if token.pos == "NOUN" and before >= 0 and tree.lower(before + 1) == ",":
        named = parties.at(tree.tokens[before].span)
        beside = token.dep == "appos" or tree.tokens[before].dep not in BESIDE_THE_POINT
        other = token.lemma in person and named is not None and named.type is not MentionType.PERSON
        if named is not None and named.rule in NAMES and named.type in PARTIES and beside:
            return head if other else before
    return head


BESIDE_THE_POINT = frozenset({"pobj", "dobj", "poss", "compound", "npadvmod"})


def without_span(source: Source) -> Source:
    """Return a source as one that is inherited: its name stands elsewhere."""
    return replace(source, span=None, named_at=source.span, rule="inherited")


def phrase(page: Page, head: int) -> Words:
    """Return the words of a noun phrase: title and determiner, no apposition or relative clause."""
    tree = page.tree
    first = min((tree.subtree(at)[0] for at in tree.children[head] if at < head), default=head)
    last = head
    for child in tree.children[head]:
        dep = tree.tokens[child].dep
        if child == last + 1 and dep == "prep" and page.lexicon.listed(tree, child, "belonging"):
            last = _last_of(page, child)
        elif child > head and dep == "appos" and _name_last(tree, head, child):
            last = _last_name(tree, child)
    begin = next(
        (at for at in range(first, head) if tree.tokens[at].pos not in {"PUNCT", "CCONJ"}), head
    )
    return tuple(range(begin, max(head, last) + 1))


def _last_of(page: Page, preposition: int) -> int:
    objects = page.tree.under(preposition, "pobj")
    return phrase(page, objects[0])[-1] if objects else preposition - 1


def _name_last(tree: Tree, head: int, child: int) -> bool:
    """Whether a name follows what its bearer is: "the ministry's spokesman, N. N."."""
    return tree.tokens[head].entity[2:] != "PERSON" and tree.tokens[child].entity[2:] == "PERSON"


def _last_name(tree: Tree, word: int) -> int:
    while word + 1 < len(tree.tokens) and tree.tokens[word + 1].entity == "I-PERSON":
        word += 1
    return word


def _named(page: Page, parties: Parties, head: int, span: Span) -> Mention | None:
    """Find the name in a noun phrase: a person's anywhere in it, a body's at its head."""
    tree = page.tree
    people = [
        one for one in parties.within(span) if one.type is MentionType.PERSON and one.rule in NAMES
    ]
    leading = [one for one in people if titles_only(page, span, one)]
    own = parties.at(tree.tokens[head].span)
    beside = [
        one
        for one in people
        if any(tree.tokens[at].dep == "appos" for at in tree.at(one.span)) or after_comma(page, one)
    ]
    office = tree.lower(head) in page.lexicon.attribution.roles.get("person", ())
    if own is not None and own.rule in NAMES and not leading and not (office and beside):
        return own
    return next(iter(leading), None) or (beside[-1] if beside else None)


def _proper(tree: Tree, word: int) -> bool:
    return tree.tokens[word].pos == "PROPN" and not tree.tokens[word].text.islower()


def _type_of(page: Page, head: int) -> SourceType:
    """Judge how much a description tells: "the ministry" and "police" more than "officials"."""
    tree = page.tree
    token = tree.tokens[head]
    label = token.text.isupper() and tree.lower(head) in page.lexicon.roles
    if _proper(tree, head) and not label:
        return SourceType.NAMED
    definite = any(page.lexicon.listed(tree, at, "definite") for at in tree.under(head, "det"))
    owned = bool(tree.under(head, "poss")) or token.pos == "PRON"
    bodies = page.lexicon.attribution.roles.get("organisation", ())
    body = token.lemma in bodies and not tree.under(head, "det")
    known = definite or owned or body or label
    return SourceType.DESCRIBED if known else SourceType.UNNAMED


def outlet(document: Document) -> Source:
    """Return the outlet, as the source of what the text says in its own voice."""
    return Source(document.outlet or "unknown outlet", None, SourceType.OUTLET, rule="outlet")


def narrator(document: Document) -> Source:
    """Return the one who narrates: the author where one is known, else the outlet."""
    if document.author:
        return Source(document.author, None, SourceType.AUTHOR, rule="author")
    return outlet(document)
