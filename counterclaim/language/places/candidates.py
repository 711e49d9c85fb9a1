"""Words that may name a place: what the gazetteer has, what the parser sees, what a word tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.place_file import Entry
from counterclaim.knowledge.place_names import fold
from counterclaim.knowledge.place_words import PlaceWords
from counterclaim.model.text import Parse, Span, Token

LONGEST = 7  # words of a name
LONGEST_CODE = 3  # letters: "U.S.", "UAE"
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
JOINTS = frozenset({"-", "–", "'", "’", "&", "/"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a place: where they stand, what the gazetteer has by that name.

    `people` is the place of which they are the adjective, or whose people they name. `kind` is the
    GeoNames code that a word of the name gives ("County"), `site` says that it lies in a town,
    `dateline` that it opens a paragraph in capitals.
    """

    first: int
    last: int
    span: Span
    form: str
    entries: tuple[Entry, ...] = ()
    people: Entry | None = None
    kind: str = ""
    site: bool = False
    dateline: bool = False


def find_candidates(parse: Parse, words: PlaceWords, gazetteer: Gazetteer) -> list[Candidate]:
    """Find all words that may name a place; they overlap."""
    spans = {*_runs(parse, words), *_labelled(parse)}
    found = (_candidate(parse, words, gazetteer, *span) for span in sorted(spans))
    labelled = set(_labelled(parse))
    return [
        one
        for one in found
        if one.entries or one.people or one.kind or one.site or (one.first, one.last) in labelled
    ]


def _candidate(
    parse: Parse, words: PlaceWords, gazetteer: Gazetteer, first: int, last: int
) -> Candidate:
    span = Span(parse.tokens[first].span.begin, parse.tokens[last - 1].span.end)
    quote = parse.document.quote(span)
    form = fold(quote)
    entries = gazetteer.named(form) if not _is_stop(quote, words) else ()
    tokens = parse.tokens[first:last]
    kind = _kind(tokens, words.kinds, words.before)
    if not entries and kind:
        entries = _without_kind(gazetteer, parse, first, last, kind, words)
    site = not kind and bool(_kind(tokens, words.sites, words.before))
    people, dateline = gazetteer.people(form), quote.isupper() and _opens_paragraph(parse, span)
    return Candidate(first, last, span, form, entries, people, kind, site, dateline)


def _opens_paragraph(parse: Parse, span: Span) -> bool:
    long = span.end - span.begin > LONGEST_CODE
    return long and any(part.begin == span.begin for part in parse.paragraphs)


def _is_stop(quote: str, words: PlaceWords) -> bool:
    """Whether a word is commonly no place; in capitals throughout or with dots, it may be one."""
    plain = quote.lower()
    dotted = "." in quote
    return plain in words.stop and not dotted and not (quote.isupper() and len(quote) <= 2)


def _kind(tokens: Sequence[Token], kinds: Mapping[str, str], before: Set[str]) -> str:
    """Return the code that the last word of a name gives, or its first ("Lake X")."""
    if len(tokens) < 2:
        return ""
    first, last = (token.text.lower().rstrip(".") for token in (tokens[0], tokens[-1]))
    return kinds.get(last, "") or (kinds.get(first, "") if first in before else "")


def _without_kind(
    gazetteer: Gazetteer, parse: Parse, first: int, last: int, kind: str, words: PlaceWords
) -> tuple[Entry, ...]:
    """Look up "Swat" for "Swat district", among places of that kind alone."""
    if parse.tokens[last - 1].text.lower().rstrip(".") in words.kinds:
        last -= 1
    begin, end = parse.tokens[first].span.begin, parse.tokens[last - 1].span.end
    found = gazetteer.named(fold(parse.document.text[begin:end]))
    return tuple(entry for entry in found if entry.feature[:3] == kind[:3])


def _runs(parse: Parse, words: PlaceWords) -> Iterator[tuple[int, int]]:
    """Yield all stretches of a run of capitalised words, with small words between them."""
    tokens = parse.tokens
    for first in range(len(tokens)):
        if not _opens(tokens, first, words):
            continue
        for last in range(first + 1, min(len(tokens), first + LONGEST) + 1):
            if _is_capital(tokens[last - 1]):
                yield first, last
            elif not _joins(tokens[last - 1], words, after_one=last > first + 1):
                break


def _opens(tokens: Sequence[Token], at: int, words: PlaceWords) -> bool:
    if _is_capital(tokens[at]):
        return True
    hyphen = at + 1 < len(tokens) and tokens[at + 1].text in JOINTS
    return hyphen and tokens[at].text.lower() in words.particles


def _joins(token: Token, words: PlaceWords, *, after_one: bool) -> bool:
    small = token.text.lower()
    return token.text in JOINTS or small in words.particles or (after_one and small in words.links)


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and any(letter.isalpha() for letter in token.text)


def _labelled(parse: Parse) -> Iterator[tuple[int, int]]:
    """Yield what the parser takes for a place, without article and genitive mark."""
    for label, first, last in names_of(parse):
        begin, end = first, last
        while begin < end and parse.tokens[begin].pos in {"DET", "PUNCT"}:
            begin += 1
        while begin < end and parse.tokens[end - 1].tag in {"POS", ",", ".", ":"}:
            end -= 1
        if label in PLACE_LABELS and begin < end:
            yield begin, end


def names_of(parse: Parse) -> Iterator[tuple[str, int, int]]:
    """Yield the parser's names: label, first word, the one after the last."""
    begin = None
    for at, token in enumerate(parse.tokens):
        if begin is not None and not token.entity.startswith("I"):
            yield parse.tokens[begin].entity[2:], begin, at
            begin = None
        if token.entity.startswith("B"):
            begin = at
    if begin is not None:
        yield parse.tokens[begin].entity[2:], begin, len(parse.tokens)
