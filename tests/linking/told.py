"""Readings written as marked sentences: `deny - | [source Kabul] [cue rejects] [content it]`.

A second source in a sentence is the one whose claim the first denies; the cues are theirs, in the
same order. A mark of another kind (`[person:Amir Jan he]`) is a mention; what stands after the
colon is the name it goes by.
"""

import re
from datetime import date, datetime
from itertools import zip_longest

from counterclaim.model.record import Reading, Review, Verdict
from counterclaim.model.statement import (
    Act,
    Certainty,
    CueClass,
    Kind,
    Mention,
    MentionType,
    Polarity,
    Source,
    SourceType,
    Statement,
    mention_id,
    statement_id,
)
from counterclaim.model.text import Cited, Document, Span

MARK = re.compile(r"\[(\w+)(?::([^ \]]+))? ([^\]]+)\]")


def told(*lines: str, outlet: str = "Herald", day: int = 1, published: bool = True) -> Reading:
    """Read marked sentences, one a line, as one document of a day in May."""
    read = [_marks(line) for line in lines]
    text, statements, mentions = "", [], []
    for act, sign, sentence, marks in read:
        shifted = [
            (label, key, Span(len(text) + span.begin, len(text) + span.end))
            for label, key, span in marks
        ]
        text += f"{sentence}\n"
        mentions += [mark for mark in shifted if mark[0] not in {"cue", "content"}]
        statements.append((act, sign, shifted))
    document = Document(
        text, key=outlet, outlet=outlet, published=date(2031, 5, day) if published else None
    )
    known = tuple(_mention(document, *mark) for mark in mentions)
    said = [s for statement in statements for s in _statements(document, *statement)]
    return Reading(document, known, tuple(said))


def decided(target: str, verdict: str, value: str = "", minute: int = 0) -> Review:
    """Let a reviewer decide."""
    at = datetime(2031, 6, 1, 9, minute)
    return Review(target, Verdict(verdict), "A. Reviewer", at, value=value)


def _marks(line: str) -> tuple[str, str, str, list[tuple[str, str, Span]]]:
    head, _, sentence = line.rpartition(" | ")
    act, sign = head.split() if head else ("", "")
    bare, marks, at = "", [], 0
    for mark in MARK.finditer(sentence):
        bare += sentence[at : mark.start()]
        marks.append((mark[1], mark[2] or "", Span(len(bare), len(bare) + len(mark[3]))))
        bare, at = bare + mark[3], mark.end()
    return act, sign, bare + sentence[at:], marks


def _mention(document: Document, label: str, key: str, span: Span) -> Mention:
    type = MentionType.GOVERNMENT if label == "source" else MentionType(label)
    name = key.replace("_", " ") or document.quote(span)
    return Mention(mention_id(document.id, span), span, type, name, "by hand")


def _statements(
    document: Document, act: str, sign: str, marks: list[tuple[str, str, Span]]
) -> list[Statement]:
    content = tuple(span for label, _, span in marks if label == "content")
    sources = [(key, span) for label, key, span in marks if label == "source"]
    cues = [span for label, _, span in marks if label == "cue"]
    found: list[Statement] = []
    for (key, span), cue in zip_longest(sources, cues[: len(sources)]):
        found.append(
            Statement(
                id=statement_id(document.id, span, cue, content),
                source=Source(
                    key.replace("_", " ") or document.quote(span),
                    span,
                    SourceType.NAMED,
                    mention_id(document.id, span),
                ),
                cue=cue,
                content=content,
                kind=Kind.INDIRECT,
                cue_class=CueClass.STATEMENT,
                act=Cited(Act(act if not found else "assert"), content, "by hand"),
                polarity=Cited(Polarity(sign if not found else "+"), content, "by hand"),
                certainty=Cited(Certainty.CERTAIN, content, "by hand"),
                rule="by hand",
                embedded_in=found[0].id if found else None,
            )
        )
    return found
