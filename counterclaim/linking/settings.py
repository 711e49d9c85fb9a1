"""What a document says of time and place, so far as it tells one known party from another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import AliasKind, Candidate, is_state, plain_form
from counterclaim.model.record import Reading
from counterclaim.model.statement import MentionId, MentionType, Source
from counterclaim.model.text import Document, Span

NAMED = frozenset(
    {
        MentionType.ORGANISATION,
        MentionType.ARMED_GROUP,
        MentionType.GOVERNMENT,
        MentionType.MILITARY,
        MentionType.MEDIA,
        MentionType.PLACE,
        MentionType.NATIONALITY,
    }
)
"""Types of mentions that tell what a document is about; a person may be called like a city."""

Forms = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Setting:
    """A document, its year, and the names in it that have one bearer.

    `countries` and `parties` hold the forms that name each, `homes` those of parties that are at
    home in a country; `voices` the mentions that are, word for word, the source of a statement.
    """

    document: Document
    year: int | None
    countries: Forms
    parties: Forms
    homes: Forms
    voices: frozenset[MentionId]

    def is_about(self, found: Candidate, form: str) -> bool:
        """Whether another name than this one places the document in a country of a party."""
        own = frozenset({plain_form(form)})
        return any(self.countries.get(code, own) - own for code in found.actor.countries)

    def is_among_its_own(self, found: Candidate, form: str) -> bool:
        """Whether the document names in full another party of a country of this one."""
        own = frozenset({plain_form(form)})
        return any(self.homes.get(code, own) - own for code in found.actor.countries)

    def names(self, found: Candidate, form: str) -> bool:
        """Whether the document gives a party another name, that is no other's."""
        own = frozenset({plain_form(form)})
        return bool(self.parties.get(found.actor.id, own) - own)


def setting_of(reading: Reading, index: ActorIndex) -> Setting:
    """Gather from the mentions of a document what place and time it speaks of."""
    document = reading.document
    year = document.published.year if document.published else None
    countries: dict[str, set[str]] = defaultdict(set)
    parties: dict[str, set[str]] = defaultdict(set)
    homes: dict[str, set[str]] = defaultdict(set)
    for name in dict.fromkeys(each.name for each in reading.mentions if each.type in NAMED):
        found = alive(index.candidates(name, year), year)
        form = plain_form(name)
        if len({each.actor.id for each in found}) == 1:
            if found[0].alias.kind is not AliasKind.SHORT:
                parties[found[0].actor.id].add(form)
            state = found[0].actor.id.startswith("government.")
            full = found[0].alias.kind is AliasKind.FULL
            for code in found[0].actor.countries if state or full else ():
                (countries if state else homes)[code].add(form)
    named = (_frozen(countries), _frozen(parties), _frozen(homes))
    return Setting(document, year, *named, _voices(reading))


def alive(found: Iterable[Candidate], year: int | None) -> tuple[Candidate, ...]:
    """Leave out parties that were not yet there, states that are gone, and those of long ago.

    A group that is no more is spoken of for long: it goes only where another bears its name.
    """
    begun = [each for each in found if year is None or (each.actor.since or year) <= year]
    going = [each for each in begun if year is None or (each.actor.until or year) >= year]
    gone = [each for each in begun if not is_state(each.actor.id)]
    return tuple(going or gone)


def _frozen(forms: Mapping[str, set[str]]) -> Forms:
    return {key: frozenset(values) for key, values in forms.items()}


def _voices(reading: Reading) -> frozenset[MentionId]:
    spans = {mention.id: mention.span for mention in reading.mentions}
    sources = [each for told in reading.statements for each in (told.source, told.via) if each]
    return frozenset(
        source.mention
        for source in sources
        if source.mention in spans and _same_words(source, reading.document, spans)
    )


def _same_words(source: Source, document: Document, spans: Mapping[MentionId, Span]) -> bool:
    """Whether a source is a mention and no more: "Kabul", and not "a man from Kabul"."""
    span = spans[source.mention] if source.mention else None
    if span is None or source.span is None:
        return False
    return plain_form(document.quote(source.span)) == plain_form(document.quote(span))
