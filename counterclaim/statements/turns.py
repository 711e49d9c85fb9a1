"""Turns of a transcript: a label, a colon, and what the one so labelled says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.model.statement import Source, SourceType
from counterclaim.model.text import PassageKind, Span
from counterclaim.model.tree import Words
from counterclaim.statements.finding import UNNAMED, Finding, Page
from counterclaim.statements.sources import Parties

LABEL = re.compile(r"[\"“”„«‘']?\s*([^\W\d_][\w .,'’-]{0,60}):\s")
QUESTION = CueGroup(sort="statement", words=(), act="other", polarity="?", certainty="unknown")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a row: the label's words and span, and the words said."""

    name: str
    label: Span
    words: Words


def find_turns(page: Page) -> Iterator[Finding]:
    """Find the sentences of each turn, where at least two labels take turns."""
    for turn in turns_of(page):
        yield from _sentences(page, turn)


def within_turns(page: Page, found: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what the learned reader carries from one sentence of a transcript to another.

    No quotation marks tell there that somebody's words go on, and the next sentence is the
    speaker's own.
    """
    tree = page.tree
    turned = {tree.sentence[at] for turn in turns_of(page) for at in turn.words}
    for one in found:
        tag = page.tagged(one)
        home = tree.sentence[tag.cue[0]] if tag and tag.cue else -1
        away = {tree.sentence[at] for at in one.content} - {home}
        if turned.isdisjoint(away):
            yield one


def source_by_label(page: Page, parties: Parties, words: Words) -> Source:
    """Name the speaker whom a transcript's label stands for: in full where one name ends with it.

    Capitals are no part of a name.
    """
    tree = page.tree
    span, last = tree.span(words), tree.tokens[words[-1]]
    named = parties.at(last.span)
    surname = last.text.casefold()
    bearers = {
        name
        for end, names in parties.full.items()
        for name, person in names
        if person and end.casefold() == surname
    }
    name = bearers.pop() if len(bearers) == 1 else tree.parse.document.quote(span)
    return Source(name, span, SourceType.NAMED, named.id if named else None, "labelled")


def turns_of(page: Page) -> list[Turn]:
    """Find the turns of a text; there are none unless two labels or more announce speakers."""
    labelled = list(_labelled(page))
    often = Counter(turn.name for turn in labelled)
    turns = [turn for turn in labelled if _announces(page, turn, often[turn.name])]
    return turns if len({turn.name for turn in turns}) > 1 else []


def _labelled(page: Page) -> Iterator[Turn]:
    """Find the paragraphs that begin with a label, save those that tell where they were filed."""
    tree, document = page.tree, page.tree.parse.document
    filed = document.passages(PassageKind.DATELINE)
    for paragraph in tree.parse.paragraphs:
        match = LABEL.match(document.text, paragraph.begin, paragraph.end)
        if match is None:
            continue
        label = Span(match.start(1), match.end(1))
        words = tuple(at for at in tree.at(paragraph) if tree.tokens[at].span.begin > label.end)
        if words and tree.at(label) and not any(one.overlaps(label) for one in filed):
            yield Turn(match[1], label, words)


def _announces(page: Page, turn: Turn, times: int) -> bool:
    """Whether a label stands for a speaker: in capitals, or a name that the text has elsewhere."""
    tree = page.tree
    if turn.name.isupper() or _unnamed(page, turn):
        return True
    named = all(tree.tokens[at].text[:1].isupper() for at in tree.at(turn.label))
    proper = tree.tokens[tree.at(turn.label)[-1]].pos == "PROPN"
    elsewhere = tree.parse.document.text.count(turn.name) > 1
    return named and proper and (times > 1 or elsewhere)


def _unnamed(page: Page, turn: Turn) -> bool:
    """Whether a label only tells who asks and who answers."""
    return turn.name.casefold() in page.lexicon.words["turns"]


def _sentences(page: Page, turn: Turn) -> Iterator[Finding]:
    tree, name = page.tree, _name(page, turn)
    answering = turn.name.casefold() in page.lexicon.words.get("answerers", frozenset())
    known = name or (_interviewed(page) if answering else ())
    head = known[-1] if known else None
    for number, sentence in enumerate(sorted({tree.sentence[at] for at in turn.words})):
        content = tuple(at for at in turn.words if tree.sentence[at] == sentence)
        if is_direction(page, content):
            continue
        asked = any(tree.lower(at) == "?" for at in content[-2:])
        group = QUESTION if asked else UNNAMED
        source = head if number == 0 and name else None
        yield Finding(source, (), content, group, "turn", named_by=head, phrase=known)


def is_direction(page: Page, words: Words) -> bool:
    """Whether words are a transcriber's, in brackets: "(crosstalk)"."""
    tree = page.tree
    opened = {tree.tokens[at].text for at in (max(words[0] - 1, 0), words[0])}
    return not opened.isdisjoint({"(", "["}) and len(words) <= ASIDE


def _interviewed(page: Page) -> Words:
    """Return the name of the one person of whom the text tells before the first turn, if any."""
    tree, first = page.tree, min((turn.label.begin for turn in turns_of(page)), default=0)
    before = [at for at, token in enumerate(tree.tokens) if token.span.begin < first]
    people: dict[str, list[int]] = {}
    for at in before:
        if tree.tokens[at].entity == "B-PERSON":
            name = [at, *_rest_of_name(page, at)]
            people.setdefault(tree.tokens[name[-1]].text.casefold(), name)
    return tuple(next(iter(people.values()))) if len(people) == 1 else ()


def _rest_of_name(page: Page, at: int) -> Iterator[int]:
    tokens = page.tree.tokens
    while at + 1 < len(tokens) and tokens[at + 1].entity == "I-PERSON":
        at += 1
        yield at


ASIDE = 5
"""Words of a sentence that may be but a transcriber's."""


def _name(page: Page, turn: Turn) -> Words:
    """Return the words of a label that name its speaker: "N. N., host" has two."""
    words = () if _unnamed(page, turn) else page.tree.at(turn.label)
    ends = (number for number, at in enumerate(words) if page.tree.tokens[at].text == ",")
    return words[: next(ends, len(words))]
