"""Who said what, in whose words, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.text import Cited, DocumentId, Rival, Span, digest
from counterclaim.model.time import Time

MentionId = NewType("MentionId", str)
StatementId = NewType("StatementId", str)


class Act(StrEnum):
    """What a source does in saying it."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    CLAIM_RESPONSIBILITY = "claim_responsibility"
    DENY_RESPONSIBILITY = "deny_responsibility"
    CONDEMN = "condemn"
    DEMAND = "demand"
    PROMISE = "promise"
    THREATEN = "threaten"
    ANNOUNCE = "announce"
    ESTIMATE = "estimate"
    WARN = "warn"
    DECLINE = "decline"
    NON_DENIAL = "non_denial"
    REAFFIRM = "reaffirm"
    CONCEDE = "concede"
    UNABLE_TO_VERIFY = "unable_to_verify"
    OTHER = "other"


class Polarity(StrEnum):
    """Whether the source holds the content, as it is written, to be true."""

    TRUE = "+"
    FALSE = "-"
    OPEN = "?"


class Certainty(StrEnum):
    """How sure the source says it is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """Whose words the content is in."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATION = "narration"


class CueClass(StrEnum):
    """What the cue says that the source did: speak, believe, intend ..."""

    STATEMENT = "statement"
    BELIEF = "belief"
    INTENTION = "intention"
    ATTITUDE = "attitude"
    DECREE = "decree"
    REPORT = "report"
    ESTIMATE = "estimate"


class SourceType(StrEnum):
    """How much a text tells of who is on record."""

    NAMED = "named"
    DESCRIBED = "described"
    UNNAMED = "unnamed"
    UNSPECIFIED = "unspecified"
    NONE = "none"
    AUTHOR = "author"
    OUTLET = "outlet"


class MentionType(StrEnum):
    """What sort of thing is spoken of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    GOVERNMENT = "government"
    MILITARY = "military"
    MEDIA = "media"
    POPULATION = "population"
    NATIONALITY = "nationality"
    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"
    MONEY = "money"
    WEAPON = "weapon"
    PLATFORM = "platform"
    VEHICLE = "vehicle"
    DOCUMENT = "document"


PARTIES = frozenset(
    {
        MentionType.PERSON,
        MentionType.ORGANISATION,
        MentionType.ARMED_GROUP,
        MentionType.GOVERNMENT,
        MentionType.MILITARY,
        MentionType.MEDIA,
    }
)
"""Those who can speak and act in a name of their own."""


class Sense(StrEnum):
    """What the name of a place stands for: itself, a government or people, a team at sports."""

    PLACE = "place"
    POWER = "power"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names, describes or stands for someone, a place, a time, a number.

    `name` is the name that the document gives it in full; `refers_to` the mention it stands for.
    A time has its value in `time`, a number or a sum of money in `quantity`, a place where it lies
    in `place`; each with the rule that read it, and None where it stays open.

    `reference` says why it stands for another mention, with a score; where `refers_to` is None, it
    is the likeliest of those that may be meant, and all is left open. `sense` says whether the name
    of a place stands for the place, or for those who act there and in its name.
    """

    id: MentionId
    span: Span
    type: MentionType
    name: str
    rule: str
    refers_to: MentionId | None = None
    time: Cited[Time] | None = None
    quantity: Cited[Quantity] | None = None
    place: Cited[Place] | None = None
    reference: Cited[MentionId] | None = None
    sense: Cited[Sense] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The party on record: named, described, or kept unnamed.

    Where words run on without a cue, `span` is None, and `named_at` has the words that name it.
    `score` is the chance that these are the words of the one on record, and this their name, as
    far as that was measured; `rivals` are others that may be meant, with the rule or the reason.
    """

    name: str
    span: Span | None
    type: SourceType
    mention: MentionId | None = None
    rule: str = ""
    score: float | None = None
    rivals: tuple[Rival[str], ...] = ()
    named_at: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """How sure it is that a statement stands there at all, and what found it: rules, the model."""

    score: float
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One source's words or thoughts, as one document reports them.

    `via` is the relay that the same sentence names; `embedded_in` the statement whose content
    holds this one; `answers` the statement of the same document that this one denies or confirms.
    `rule` names what found the statement; act, polarity and certainty carry their own. `evidence`
    is what the source points to: "video shows", "according to the report".
    """

    id: StatementId
    source: Source
    cue: Span | None
    content: tuple[Span, ...]
    kind: Kind
    cue_class: CueClass
    act: Cited[Act]
    polarity: Cited[Polarity]
    certainty: Cited[Certainty]
    rule: str
    likelihood: Cited[tuple[float, float]] | None = None
    via: Source | None = None
    embedded_in: StatementId | None = None
    answers: StatementId | None = None
    general: bool = False
    said_on: Cited[tuple[date, date]] | None = None
    evidence: tuple[Cited[str], ...] = ()
    extraction: Extraction | None = None


class Treatment(StrEnum):
    """What became of a sentence: stated by a source, narrated by the text, or set aside."""

    STATED = "stated"
    NARRATED = "narrated"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one sentence, why, and the statements read from it."""

    span: Span
    treatment: Treatment
    reason: str = ""
    statements: tuple[StatementId, ...] = ()


def mention_id(document: DocumentId, span: Span) -> MentionId:
    """Name a mention by where it stands."""
    return MentionId(digest("mention", document, f"{span.begin}-{span.end}"))


def statement_id(
    document: DocumentId, source: Span | None, cue: Span | None, content: tuple[Span, ...]
) -> StatementId:
    """Name a statement by where its source, cue and content stand."""
    places = [f"{span.begin}-{span.end}" if span else "" for span in (source, cue, *content)]
    return StatementId(digest("statement", document, *places))
