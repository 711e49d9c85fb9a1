"""Texts as the learned reader might see them: its reading is marked by hand, no weights speak.

`[source:1 The army] [cue:1 denied] that [content:1 it fired].` is one attribution, number 1.
"""

from dataclasses import replace

from counterclaim.knowledge import Language
from counterclaim.language import parser
from counterclaim.model.tags import Roles, TaggedStatement, Tags, Words
from counterclaim.model.text import Document, Parse, Span
from counterclaim.model.tree import grow
from counterclaim.statements.finding import Page
from counterclaim.statements.lexicon import open_lexicon
from tests.marked import Mark, read_marked

ROLES = ("source", "cue", "content")


def page_of(line: str, english: Language, *, surely: float = 0.9, sort: str = "statement") -> Page:
    """Parse a marked text; `surely` is how sure the reader is of its cues, `sort` their class."""
    text, marks = read_marked(line)
    parse = parser.parse(Document(text, language="en"), english.parser)
    keys = sorted({mark.key for mark in marks})
    said = tuple(_statement(parse, marks, key, surely, sort) for key in keys)
    tree = grow(replace(parse, tags=Tags(_roles(parse, marks, surely), said, model="by hand")))
    quoted = [-1] * len(tree.tokens)
    for number, quotation in enumerate(parse.quotations):
        for word in tree.at(quotation.outer):
            quoted[word] = number
    return Page(tree, tuple(quoted), open_lexicon(english.attribution))


def words_of(page: Page, phrase: str) -> Words:
    """Return the places of the words of a phrase of the text, of its first occurrence."""
    begin = page.tree.parse.document.text.index(phrase)
    return page.tree.at(Span(begin, begin + len(phrase)))


def quote(page: Page, words: Words) -> str:
    """Return words as they stand in the text."""
    return page.tree.quote(page.tree.span(words)) if words else ""


def _statement(
    parse: Parse, marks: list[Mark], key: str, surely: float, sort: str
) -> TaggedStatement:
    source, cue, content = (_words(parse, marks, role, key) for role in ROLES)
    stance = {"sort": ((sort, 0.9),), "act": (("assert", 0.9),)}
    return TaggedStatement(cue, content, surely, 0.9, ((source, 0.9),), stance)


def _words(parse: Parse, marks: list[Mark], role: str, key: str = "") -> Words:
    spans = [mark.span for mark in marks if mark.label == role and key in {"", mark.key}]
    places = enumerate(parse.tokens)
    return tuple(at for at, token in places if any(token.span in span for span in spans))


def _roles(parse: Parse, marks: list[Mark], surely: float) -> tuple[Roles, ...]:
    inside = [set(_words(parse, marks, role)) for role in ROLES]
    return tuple(
        Roles(*(surely if at in words else 0.0 for words in inside))
        for at in range(len(parse.tokens))
    )
