"""The whole of counterclaim on one page: documents are read, readings are linked."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.content import find_content
from counterclaim.knowledge import Knowledge
from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.events import EventTypes
from counterclaim.language import find_mentions, locate, parse, resolve
from counterclaim.linking import (
    count_origins,
    find_copies,
    find_disputes,
    link_actors,
    link_claims,
    link_events,
    link_places,
    link_propositions,
    settle_charges,
    voices_of,
)
from counterclaim.model.record import Ledger, Reading, Review
from counterclaim.model.text import Document
from counterclaim.statements import account_for, find_statements


def read_document(document: Document, knowledge: Knowledge) -> Reading:
    """Read one document on its own: nothing that another document says can change this."""
    language = knowledge.languages.get(document.language)
    if language is None or not language.parser.package:
        return Reading(document, unread=knowledge.no_reader(document.language))
    text = parse(document, language)
    mentions = locate(text, find_mentions(text, language), language, knowledge.gazetteer)
    statements = find_statements(text, mentions, language)
    resolved = resolve(text, mentions, language)
    content = find_content(text, mentions, resolved, statements, language, knowledge.events)
    return Reading(document, resolved, statements, account_for(text, statements), *content)


def link_readings(
    readings: Sequence[Reading],
    reviews: Sequence[Review],
    index: ActorIndex,
    types: EventTypes,
) -> Ledger:
    """Bring readings and reviews together; the same input always gives the same ledger."""
    copies = find_copies(readings)
    actors = link_actors(readings, reviews, index)
    voices = voices_of(readings, actors, index)
    worded = link_claims(readings, actors, reviews)
    told = link_events(readings, actors, worded, reviews, types)
    events = settle_charges(told, readings, actors, index)
    claims = (*worded, *link_propositions(readings, events, actors, voices, reviews))
    origins = count_origins(readings, claims, copies, voices)
    return Ledger(
        readings=tuple(readings),
        reviews=tuple(reviews),
        copies=copies,
        actors=actors,
        claims=claims,
        disputes=find_disputes(readings, claims, origins),
        corroboration=origins.corroboration,
        places=link_places(readings, events),
        events=events,
    )
