"""Who does what to whom, as one sentence of a document tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from counterclaim.model.event import Modality
from counterclaim.model.statement import MentionId, StatementId
from counterclaim.model.text import Cited, DocumentId, Span, digest
from counterclaim.model.time import Time

InteractionId = NewType("InteractionId", str)


@dataclass(frozen=True, slots=True)
class Interactant:
    """A party at one end of a deed: its words, the rule that bound it, the mention there if any.

    `span` is the noun phrase; of a pronoun, that of the party it stands for.
    """

    text: str
    span: Span
    rule: str
    mention: MentionId | None = None


@dataclass(frozen=True, slots=True)
class Interaction:
    """A deed between two parties: one of `data/deeds`, who does it, to whom.

    A source or target is None where the words do not show one; never both. `modality` holds
    PLOVER's auxiliary modes. The statement is the one in whose content the words stand; the days of
    `when` hang on the deed.
    """

    id: InteractionId
    document: DocumentId
    deed: Cited[str]
    source: Interactant | None
    target: Interactant | None
    statement: StatementId | None = None
    modality: tuple[Cited[Modality], ...] = ()
    when: Cited[Time] | None = None


def interaction_id(
    document: DocumentId, deed: str, trigger: Span, *ends: Span | None
) -> InteractionId:
    """Name an interaction by its deed and where its words and its ends stand."""
    places = [f"{span.begin}-{span.end}" if span else "" for span in (trigger, *ends)]
    return InteractionId(digest("interaction", document, deed, *places))
