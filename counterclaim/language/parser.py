"""The parser library: the only module that knows spaCy.

A text is parsed a paragraph at a time, and a paragraph in pieces of bounded length, so that time
and memory grow with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.actors import AliasKind
from counterclaim.knowledge.parser import ParserChoice
from counterclaim.language.casing import Spelling, in_capitals, recase
from counterclaim.language.paragraphs import find_paragraphs
from counterclaim.language.quotations import Ground, find_quotations
from counterclaim.language.repairs import repaired
from counterclaim.language.stand_ins import restored, with_stand_ins
from counterclaim.model.text import Document, Parse, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

PIECE = 2000
"""Characters that are parsed together at most: no sentence grows longer."""

BATCH = 32
SENTENCE_END = re.compile(r"[.?!…][\"'”’»)\]]*\s+")
END_MARKS = frozenset(".?!…") | {"...", "....", "?!"}
CLOSING = frozenset("\"'”’»)]") | {"''"}
OPENING = frozenset("\"'“‘«„") | {"''", "``"}
BLANKS = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x85\xa0\u2007\u2009\u200a\u202f", " "))


def parse(document: Document, choice: ParserChoice) -> Parse:
    """Parse a document into plain frozen values; its spans rest on the document's own text."""
    paragraphs = find_paragraphs(document)
    pieces = [piece for part in paragraphs for piece in cut_long(document.text, part)]
    pipeline = _load(choice.package)
    text = document.text.translate(BLANKS)
    passages = (_legible(text[piece.begin : piece.end], choice) for piece in pieces)
    docs = (_prepared(pipeline, passage) for passage in passages)
    parsed = list(zip(pieces, pipeline.pipe(docs, batch_size=BATCH), strict=True))
    sentences = _sentences(parsed)
    quotations = find_quotations(Ground(document.text, sentences, paragraphs))
    tokens = repaired(restored(_tokens(parsed), document.text, choice.stand_ins), choice)
    return Parse(document, tokens, sentences, paragraphs, quotations)


def cut_long(text: str, part: Span) -> Iterator[Span]:
    """Cut what is longer than a piece: at the end of a sentence, else at a blank, else anywhere."""
    begin = part.begin
    while part.end - begin > PIECE:
        cut = _last_end(text, begin)
        yield Span(begin, cut)
        begin = cut + len(text[cut : part.end]) - len(text[cut : part.end].lstrip())
    yield Span(begin, part.end)


def _last_end(text: str, begin: int) -> int:
    window = text[begin : begin + PIECE]
    ends = [match.end() for match in SENTENCE_END.finditer(window)]
    blank = len(window) - len(window.split()[-1]) if len(window.split()) > 1 else 0
    cut = ends[-1] if ends else blank
    return begin + (len(window[:cut].rstrip()) or PIECE)


def _legible(text: str, choice: ParserChoice) -> str:
    """Return a passage as parsers know it: in capitals alone they take all for names."""
    if not in_capitals(text):
        return with_stand_ins(text, choice)
    parties = _parties(choice.package, choice.everyday)
    return recase(text, Spelling(_dictionary(choice.package), choice.capitals, *parties))


def _prepared(pipeline: Pipeline, text: str) -> Doc:
    """Split words, and tell the parser where a sentence must begin, and where none can."""
    doc = pipeline.make_doc(text)
    for before, word in pairwise(list(doc)):
        if before.text[-1].isalnum():  # as of most words: nothing ends before them
            word.is_sent_start = False
        elif _must_start(doc, word):
            word.is_sent_start = True
        elif not _may_start(doc, word):
            word.is_sent_start = False
    return doc


def _must_start(doc: Doc, word: Word) -> bool:
    """Whether a quotation opens after an end mark, or a word in capitals follows one that ended."""
    before = doc[word.i - 1]
    opens = _opens(doc, word) and word.i + 1 < len(doc)
    if before.text in END_MARKS:
        return opens and not doc[word.i + 1].is_lower
    ended = before.text in CLOSING and word.i > 1 and doc[word.i - 2].text == "."
    return ended and word.is_title and not _opens(doc, before)


def _opens(doc: Doc, word: Word) -> bool:
    """Whether a mark opens a quotation: it stands after a blank, and not before one."""
    apart = word.i == 0 or doc[word.i - 1].whitespace_ or doc[word.i - 1].is_space
    return word.text in OPENING and bool(apart) and not word.whitespace_


def _may_start(doc: Doc, word: Word) -> bool:
    if _opens(doc, doc[word.i - 1]):
        return False  # the quotation began with its mark
    before = word.i - 1
    while before > 0 and (doc[before].is_space or doc[before].text in CLOSING):
        before -= 1
    ended = doc[before].text in END_MARKS or doc[before].text[-1] in END_MARKS
    return ended and not word.is_space and not word.is_lower and word.text not in CLOSING


def _tokens(parsed: list[tuple[Span, Doc]]) -> tuple[Token, ...]:
    found: list[Token] = []
    for piece, doc in parsed:
        places = list(accumulate((not word.is_space for word in doc), initial=len(found)))
        found.extend(
            _token(word, piece.begin, places[_head(word)]) for word in doc if not word.is_space
        )
    return tuple(found)


def _head(word: Word) -> int:
    head = word.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return word.i if head.is_space else int(head.i)


def _token(word: Word, offset: int, head: int) -> Token:
    begin = offset + word.idx
    return Token(
        span=Span(begin, begin + len(word.text)),
        text=word.text,
        lemma=word.lemma_.lower(),
        pos=word.pos_,
        tag=word.tag_,
        dep=word.dep_,
        head=head,
        entity=f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "",
    )


def _sentences(parsed: list[tuple[Span, Doc]]) -> tuple[Span, ...]:
    found: list[Span] = []
    for piece, doc in parsed:
        for sentence in doc.sents:
            words = [word for word in sentence if not word.is_space]
            if words:
                end = words[-1].idx + len(words[-1].text)
                found.append(Span(piece.begin + words[0].idx, piece.begin + end))
    return tuple(found)


@cache
def _dictionary(package: str) -> Callable[[str], bool]:
    """Return whether the parser's own dictionary has a word, in any of its forms."""
    pipeline = _load(package)
    tables = pipeline.get_pipe("lemmatizer").lookups
    index, other = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    words = frozenset(pipeline.Defaults.stop_words).union(*index.values(), *other.values())
    endings = {tuple(rule) for rules in tables.get_table("lemma_rules").values() for rule in rules}

    @cache
    def listed(word: str) -> bool:
        """Look a word up as it stands, then without its endings."""
        stems = (word[: -len(old)] + new for old, new in endings if old and word.endswith(old))
        return word in words or any(stem in words for stem in stems)

    return listed


@cache
def _parties(package: str, everyday: Set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the acronyms of the parties on record, save those that spell a word, and long names.

    A dictionary has some acronyms among its nouns; `everyday` are those that are nouns first.
    """
    pipeline, forms = _load(package), load_actors().forms
    index = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    spelt = set(pipeline.Defaults.stop_words).union(
        everyday, *(index[kind] for kind in ("verb", "adj", "adv"))
    )
    acronyms = frozenset(
        form
        for form, found in forms.items()
        if any(each.alias.kind is AliasKind.ACRONYM for each in found) and form not in spelt
    )
    return acronyms, frozenset(form for form in forms if " " in form)


@cache
def _load(package: str) -> Pipeline:
    """Load the parser; numpy multiplies its matrices, faster than what it brings itself."""
    import spacy
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):
        return spacy.load(package)
