"""What a number counts: the noun it stands on, whose they are, and what befell them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from counterclaim.language.numbers.amounts import SHARE
from counterclaim.model.quantity import Effect, Quantity
from counterclaim.model.text import Cited, Parse, Span, Token, meets

NOUNS = frozenset({"NOUN", "PROPN"})
ON_NOUN = frozenset({"nummod", "quantmod", "amod", "compound", "det", "advmod", "npadvmod"})
LEFT_OUT = frozenset({"det", "nummod", "quantmod", "punct", "relcl", "acl", "cc", "conj", "appos"})
HELD = frozenset({Effect.ARRESTED, Effect.ABDUCTED, Effect.DISPLACED})
"""What nouns for people tell of before: prisoners, hostages, refugees may be killed after it."""
OF_A_VERB = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
OF_A_WHOLE = frozenset({"%", SHARE})
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
DESCRIBED = 4
"""Words that are looked at behind a number for its noun, where the parse ties it elsewhere."""
CLIMB = 4
"""Words from a number's noun up to what befell them, at most."""


class Clauses:
    """A parse, looked at from its numbers.

    `words` are the lexicon of what befalls people, `times` the spans that tell the time, in order.
    """

    def __init__(
        self, parse: Parse, words: Mapping[str, Mapping[str, object]], times: Sequence[Span]
    ) -> None:
        self.parse = parse
        self.words = words
        self.times = times

    @cached_property
    def begins(self) -> list[int]:
        """Where each word starts."""
        return [token.span.begin for token in self.parse.tokens]

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The words that depend on each word, in order."""
        found: dict[int, list[int]] = {}
        for at, token in enumerate(self.parse.tokens):
            if token.head != at:
                found.setdefault(token.head, []).append(at)
        return found

    def inside(self, span: Span) -> range:
        """Return the words of the parse that lie in a span."""
        return range(bisect_left(self.begins, span.begin), bisect_left(self.begins, span.end))

    def token(self, at: int) -> Token:
        """Return a word of the parse."""
        return self.parse.tokens[at]


def counted(clauses: Clauses, span: Span, quantity: Quantity, rule: str) -> Cited[Quantity] | None:
    """Add what is counted and what befell it; None where the words count nothing."""
    if _counts_nothing(clauses, span, quantity, rule):
        return None
    if quantity.unit and quantity.unit not in OF_A_WHOLE and rule != "none":
        return Cited(quantity, (span,), rule)
    noun = _noun(clauses, span)
    noun = noun if noun is not None and _can_be_counted(clauses, noun) else None
    none = rule == "none"
    effect, words = _befell_none(clauses, span) if none else _effect(clauses, span, noun)
    if none and effect is None:
        return None
    unit = quantity.unit or ("" if noun is None else clauses.token(noun).lemma)
    of = "" if noun is None else _of(clauses, span, noun)
    cited = (span,) if words is None else (span, words)
    return Cited(replace(quantity, unit=unit, of=of, effect=effect), cited, rule)


def _can_be_counted(clauses: Clauses, noun: int) -> bool:
    """Whether a word is a noun that tells no time."""
    token = clauses.token(noun)
    return token.pos in NOUNS and not meets(token.span, clauses.times)


def _counts_nothing(clauses: Clauses, span: Span, quantity: Quantity, rule: str) -> bool:
    """Whether "one" stands for somebody, "half" and "some" for no number, or "how many" asks."""
    places = clauses.inside(span)
    before = clauses.token(places[0] - 1).text.lower() if places and places[0] else ""
    if before in clauses.words.get("asking", {}):
        return True
    if not places or len(places) > 1 or rule not in {"plain", "some"}:
        return False
    token = clauses.token(places[0])
    if rule == "some":
        return token.dep not in {"amod", "nsubj", "nsubjpass", "dobj"}
    is_one = quantity.low == 1 and token.text.isalpha()
    return is_one and (before in clauses.words.get("not_one", {}) or token.pos == "PRON")


def _noun(clauses: Clauses, span: Span) -> int | None:
    """Return the noun that a number stands on: "four Chinese engineers", "dozens of people"."""
    places = clauses.inside(span)
    for at in reversed(places):
        token = clauses.token(at)
        if token.head not in places and token.dep in ON_NOUN:
            follows = token.head > places[-1] and clauses.token(token.head).pos in NOUNS
            return token.head if follows else _following(clauses, places)
    return _after_of(clauses, places) or _following(clauses, places)


def _following(clauses: Clauses, places: range) -> int | None:
    """Return the noun that ends the describing words right behind a number."""
    noun = None
    after = range(places.stop, min(places.stop + DESCRIBED, len(clauses.parse.tokens)))
    for at in after:
        pos = clauses.token(at).pos
        if pos not in DESCRIBING:
            break
        noun = at if pos in NOUNS else noun
    return noun


def _after_of(clauses: Clauses, places: range) -> int | None:
    """Return the noun of "dozens of people"."""
    for at in places:
        for preposition in clauses.children.get(at, []):
            if clauses.token(preposition).dep == "prep" and preposition == places[-1] + 1:
                objects = clauses.children.get(preposition, [])
                return next((one for one in objects if clauses.token(one).dep == "pobj"), None)
    return None


def _of(clauses: Clauses, span: Span, noun: int) -> str:
    """Return the words that describe a noun, with it: "Chinese engineers"."""
    own = clauses.inside(span)
    parts = [
        at
        for at in clauses.children.get(noun, [])
        if at < noun and at not in own and clauses.token(at).dep not in LEFT_OUT
    ]
    first = min([noun, *(_leftmost(clauses, at) for at in parts if _next_to(clauses, at, noun))])
    words = Span(clauses.token(first).span.begin, clauses.token(noun).span.end)
    return " ".join(clauses.parse.document.quote(words).split())


def _leftmost(clauses: Clauses, at: int) -> int:
    """Return the first word of those that describe a word: "Islamic State" of "State's"."""
    for _ in range(CLIMB):
        before = [child for child in clauses.children.get(at, []) if child < at]
        if not before or clauses.token(before[0]).dep in LEFT_OUT:
            return at
        at = before[0]
    return at


def _next_to(clauses: Clauses, at: int, noun: int) -> bool:
    """Whether only describing words stand between a word and its noun."""
    return all(clauses.token(one).dep not in LEFT_OUT for one in range(at, noun))


def _effect(clauses: Clauses, span: Span, noun: int | None) -> tuple[Effect | None, Span | None]:
    """Return what befell those counted, and the word that says so: the nearest up the sentence."""
    places = clauses.inside(span)
    if not places:
        return None, None
    near = list(_near(clauses, places, noun))
    held = (at for at in near if at == noun and _said_by(clauses, at) in HELD)
    were = set(held)  # "40 prisoners", of whom more may be told
    found = _first_said(clauses, [*(at for at in near if at not in were), *were])
    return found if noun is not None or found[0] else _toll(clauses, places[-1])


def _first_said(clauses: Clauses, words: Iterable[int]) -> tuple[Effect | None, Span | None]:
    """Return the first effect that words name, and where."""
    for at in words:
        effect = _said_by(clauses, at)
        if effect is not None:
            return effect, clauses.token(at).span
    return None, None


def _befell_none(clauses: Clauses, span: Span) -> tuple[Effect | None, Span | None]:
    """Return what befell nobody, said right of them: six killed, "none of them civilians", is not.

    A zero that is read into words about others is the worst of all numbers.
    """
    places = clauses.inside(span)
    if not places:
        return None, None
    last = clauses.token(places[-1])
    top = last.head if last.dep == "det" else places[-1]
    verb = clauses.token(top).head
    over = (verb, *_predicates(clauses, verb)) if clauses.token(top).dep in OF_A_VERB else ()
    return _first_said(clauses, (top, *_beside(clauses, top), *over))


def _toll(clauses: Clauses, at: int) -> tuple[Effect | None, Span | None]:
    """Return what a bare number is the toll of: "the toll rose to 24"."""
    tolls = clauses.words.get("toll", {})
    for _ in range(CLIMB):
        for child in (at, *clauses.children.get(at, [])):
            text = clauses.token(child).text.lower()
            effect = Effect(str(tolls[text])) if tolls.get(text) else None
            if text in tolls and (effect or (effect := _toll_of(clauses, child))):
                return effect, clauses.token(child).span
        at = clauses.token(at).head
    return None, None


def _toll_of(clauses: Clauses, at: int) -> Effect | None:
    """Return whose number it is: "the number of injured", "the number of people killed in it"."""
    children = clauses.children
    counted = [one for child in children.get(at, []) for one in children.get(child, [])]
    told = (
        one
        for noun in counted
        for one in children.get(noun, [])
        if clauses.token(one).dep in {"acl", "amod"}
    )
    return next((effect for one in (*counted, *told) if (effect := _said_by(clauses, one))), None)


def _near(clauses: Clauses, places: range, noun: int | None) -> Iterator[int]:
    """Yield the words that may say what befell them: beside the noun, then up to the verb."""
    at = places[-1] if noun is None else noun
    if noun is not None:
        yield noun
    yield from _beside(clauses, at)
    if noun is None:
        yield places[-1] + 1
    for _ in range(CLIMB):
        head = clauses.token(at).head
        if head == at:
            return
        yield from _predicates(clauses, head)  # "was shot dead"
        yield head
        if clauses.token(head).pos in {"VERB", "AUX"} and clauses.token(at).dep != "conj":
            return
        at = head


def _beside(clauses: Clauses, at: int) -> Iterator[int]:
    """Yield the words that describe those counted: "24 people dead", "two killed"."""
    for child in clauses.children.get(at, []):
        if clauses.token(child).dep in {"acl", "amod", "appos", "acomp", "oprd", "advcl"}:
            yield child


def _predicates(clauses: Clauses, verb: int) -> Iterator[int]:
    for child in clauses.children.get(verb, []):
        if clauses.token(child).dep in {"acomp", "oprd", "attr"}:
            yield child


def _said_by(clauses: Clauses, at: int) -> Effect | None:
    """Return the effect that a word names, as a verb, a noun or an adjective."""
    if at >= len(clauses.parse.tokens):
        return None
    token = clauses.token(at)
    by_verb = clauses.words.get("befalls", {}).get(token.lemma) if token.pos == "VERB" else None
    text = token.text.lower()
    found = by_verb or clauses.words.get("state", {}).get(text)
    found = found or clauses.words.get("those", {}).get(text)
    return Effect(str(found)) if found else None
