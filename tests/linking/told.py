"""Readings written as marked sentences: `deny - | [source Kabul] [cue rejects] [content it]`.

A second source in a sentence is the one whose claim the first denies; the cues are theirs, in the
same order. A mark of another kind (`[person:Amir Jan he]`) is a mention; what stands after the
colon is the name it goes by.
"""

from datetime import date, datetime
from itertools import zip_longest

from counterclaim.model.record import Reading, Review, Verdict
from counterclaim.model.statement import (
    Act,
    Mention,
    MentionType,
    Polarity,
    Statement,
    mention_id,
)
from counterclaim.model.text import Document, Span
from evaluation.said import named, statement_of
from tests.marked import Mark, read_marked


def told(*lines: str, outlet: str = "Herald", day: int = 1, published: bool = True) -> Reading:
    """Read marked sentences, one a line, as one document of a day in May."""
    text, statements, mentions = "", [], []
    for line in lines:
        head, _, sentence = line.rpartition(" | ")
        bare, marks = read_marked(sentence, len(text))
        text += f"{bare}\n"
        mentions += [mark for mark in marks if mark.label not in {"cue", "content"}]
        statements.append((head, marks))
    document = Document(
        text, key=outlet, outlet=outlet, published=date(2031, 5, day) if published else None
    )
    known = tuple(_mention(document, *mark) for mark in mentions)
    said = [s for head, marks in statements for s in _statements(document, head, marks)]
    return Reading(document, known, tuple(said))


def decided(target: str, verdict: str, value: str = "", minute: int = 0) -> Review:
    """Let a reviewer decide."""
    at = datetime(2031, 6, 1, 9, minute)
    return Review(target, Verdict(verdict), "A. Reviewer", at, value=value)


def _mention(document: Document, label: str, key: str, span: Span) -> Mention:
    type = MentionType.GOVERNMENT if label == "source" else MentionType(label)
    name = key.replace("_", " ") or document.quote(span)
    return Mention(mention_id(document.id, span), span, type, name, "by hand")


def _statements(document: Document, head: str, marks: list[Mark]) -> list[Statement]:
    act, sign = head.split() if head else ("", "")
    content = tuple(span for label, _, span in marks if label == "content")
    sources = [(key, span) for label, key, span in marks if label == "source"]
    cues = [span for label, _, span in marks if label == "cue"]
    found: list[Statement] = []
    for (key, span), cue in zip_longest(sources, cues[: len(sources)]):
        stance = (Act(act), Polarity(sign)) if not found else (Act.ASSERT, Polarity.TRUE)
        source = named(document, span, key.replace("_", " "))
        above = found[0].id if found else None
        found.append(
            statement_of(document, source, cue, *content, stance=stance, embedded_in=above)
        )
    return found
