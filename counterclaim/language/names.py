"""Names that the parser finds, and people and bodies whom a title or a description shows."""

from __future__ import annotations

from collections.abc import Container, Iterator

from counterclaim.knowledge import Language
from counterclaim.language.mentions.kinds import open_names
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Parse, Span, Token


def find_names(parse: Parse, language: Language) -> Iterator[Mention]:
    """Find what the parser takes for a name."""
    labels = language.parser.entities
    titles = frozenset(language.attribution.words.get("titles", ()))
    before = frozenset(language.mentions.before)
    roles = _roles(language)
    kinds = open_names(language.mentions)
    runs = [(run[0], *_whole(parse, *run, titles | roles)) for run in _runs(parse)]
    articled = {
        _words(parse, first, last) for _, first, last in runs if _has_article(parse, first, last)
    }
    for entity, begin, last in runs:
        first = begin
        label = labels.get(parse.tokens[entity].entity[2:])
        if label == MentionType.PERSON and _words(parse, first, last) in articled:
            label = MentionType.ORGANISATION.value
        while first < last - 1 and parse.tokens[first].text.lower() in before:
            first += 1
        if label == MentionType.PERSON:
            first = _untitled(parse, titles, first, last)
        if label and first < last:
            kind = kinds.type_of(parse.tokens[first:last], MentionType(label))
            yield _mention(parse, first, last, kind, "named")


def find_people(parse: Parse, language: Language) -> Iterator[Mention]:
    """Find people by what stands beside their name: a title, what they are, "who"."""
    words = language.attribution.words
    titles, relative = frozenset(words.get("titles", ())), frozenset(words.get("who", ()))
    nouns = (word for listed in language.mentions.people.values() for word in listed)
    people = frozenset((*language.attribution.roles.get("person", ()), *nouns))
    roles = _roles(language)
    verbs = [
        token.head
        for at, token in enumerate(parse.tokens)
        if token.pos == "PRON"
        and token.text.lower() in relative
        and (at == 0 or parse.tokens[at - 1].text != ":")
    ]
    who = {parse.tokens[verb].head for verb in verbs}
    described = {token.head for token in parse.tokens if _describes(token, people)}
    described |= {n for n, token in enumerate(parse.tokens) if _named(token, parse, people)}
    for first, last in _proper_runs(parse, titles | roles):
        run = range(first, last)
        title = parse.tokens[max(first - 1, 0)]
        titled = first > 0 and title.pos == "PROPN" and title.text.lower() in titles
        body = any(parse.tokens[at].entity[2:] in BODIES for at in run)
        shown = not described.isdisjoint(run) or _is_described(title, run, people)
        told = len(run) > 1 and shown
        if (titled and (len(run) > 1 or not body)) or told or not who.isdisjoint(run):
            yield _mention(parse, first, last, MentionType.PERSON, "titled")


def find_bodies(parse: Parse, language: Language) -> Iterator[Mention]:
    """Find bodies that no list knows by what stands beside their name: "N., a research group"."""
    kinds = {noun: kind for kind, listed in language.mentions.bodies.items() for noun in listed}
    told = {one.head: kinds[one.lemma] for one in parse.tokens if _describes(one, kinds)}
    for first, last in _proper_runs(parse, _roles(language)):
        unknown = not any(parse.tokens[at].entity[2:] for at in range(first, last))
        if unknown and last - 1 in told:
            yield _mention(parse, first, last, MentionType(told[last - 1]), "called")


BODIES = frozenset({"ORG", "NORP", "FAC", "GPE", "LOC", "DATE"})


def _roles(language: Language) -> frozenset[str]:
    """Return what people and bodies are called: words that are no part of a name."""
    return frozenset(word for listed in language.attribution.roles.values() for word in listed)


def _whole(parse: Parse, first: int, last: int, left_out: frozenset[str]) -> tuple[int, int]:
    """Return a name without what stands round it, with a capital that the parser cut off it."""
    first, last = _bare(parse, first, last)
    cut = first < last and _is_cut(parse, first, left_out)
    return first - cut, last


def _is_cut(parse: Parse, first: int, left_out: frozenset[str]) -> bool:
    """Whether a capital before a name is of it as well: "the Ashen Banner", with "Banner" read."""
    if first < SEVERAL:
        return False
    article, word = parse.tokens[first - 2], parse.tokens[first - 1]
    lone = word.pos in {"ADJ", "PROPN"} and not word.entity[2:] and word.text.istitle()
    return lone and article.tag == "DT" and word.text.lower() not in left_out


def _has_article(parse: Parse, first: int, last: int) -> bool:
    """Whether "the" stands before a name of several words: no single person is called so."""
    if last - first < SEVERAL or first < 1:
        return False
    end, article = parse.tokens[last - 1], parse.tokens[first - 1]
    whole = first <= end.head < last or end.dep not in BEFORE_A_NOUN
    return article.tag == "DT" and article.lemma == "the" and whole and end.tag != "NNPS"


SEVERAL = 2
BEFORE_A_NOUN = frozenset({"compound", "poss", "nmod", "amod"})


def _words(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.text for token in parse.tokens[first:last])


def _is_described(token: Token, run: range, people: frozenset[str]) -> bool:
    """Whether what its bearer is stands right before a name: "police chief N. N."."""
    return run.start > 0 and token.pos == "NOUN" and token.tag == "NN" and token.lemma in people


def _describes(token: Token, people: Container[str]) -> bool:
    """Whether a word says after a name what its bearer is: "N. N., the spokesman"."""
    return token.dep == "appos" and token.lemma in people and token.pos == "NOUN"


def _named(token: Token, parse: Parse, people: frozenset[str]) -> bool:
    """Whether a word is the name after what its bearer is: "its chief, N. N."."""
    head = parse.tokens[token.head]
    return token.dep == "appos" and head.lemma in people and head.pos == "NOUN"


def _proper_runs(parse: Parse, left_out: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the first word of each run of names, and the one after its last.

    Titles before a name end a run before it begins; a run with what a body is called is none.
    """
    begin = None
    for place, token in enumerate((*parse.tokens, None)):
        if token is not None and _is_name(token) and token.text.lower() not in left_out:
            begin = place if begin is None else begin
            continue
        body = token is not None and token.pos == "PROPN" and token.text.lower() in left_out
        if begin is not None and not body:
            yield begin, place
        begin = None


def _is_name(token: Token) -> bool:
    """Whether a word may be part of a person's name, initials among them."""
    initial = len(token.text.rstrip(".")) == 1 and token.text.isupper()
    return initial or (token.pos == "PROPN" and token.text[0].isupper())


def _runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """Yield the first word of each name and the one after its last."""
    begin = None
    for place, token in enumerate(parse.tokens):
        if begin is not None and not token.entity.startswith("I"):
            yield begin, place
            begin = None
        if token.entity.startswith("B"):
            begin = place
    if begin is not None:
        yield begin, len(parse.tokens)


def _bare(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Leave out an article before a name, a genitive mark after it, a bracket left open in it."""
    last = _before_bracket(parse, first, last)
    while first < last and parse.tokens[first].pos in {"DET", "PUNCT"}:
        first += 1
    while first < last and (
        parse.tokens[last - 1].tag == "POS" or parse.tokens[last - 1].pos == "PUNCT"
    ):
        last -= 1
    return first, last


def _before_bracket(parse: Parse, first: int, last: int) -> int:
    """Return where a name ends whose bracket does not close: "Red Column (RC", and no more."""
    words = [token.text for token in parse.tokens[first:last]]
    if "(" not in words or ")" in words[words.index("(") :]:
        return last
    return first + words.index("(")


def _untitled(parse: Parse, titles: frozenset[str], first: int, last: int) -> int:
    """Leave out titles before a name of two words or more."""
    while last - first > 2 and parse.tokens[first].text.lower() in titles:
        first += 1
    return first


def _mention(parse: Parse, first: int, last: int, kind: MentionType, rule: str) -> Mention:
    span = Span(parse.tokens[first].span.begin, parse.tokens[last - 1].span.end)
    name = " ".join(parse.document.quote(span).split())
    return Mention(mention_id(parse.document.id, span), span, kind, name, rule)
