"""Who reported it, and whose word the report rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from counterclaim.coding.draft import Draft, blank, filled
from counterclaim.model.event import Blank
from counterclaim.model.row import Cell
from counterclaim.model.statement import SourceType, Statement
from counterclaim.model.text import Document

BETWEEN = "; "
ON_RECORD = frozenset({SourceType.NAMED, SourceType.DESCRIBED, SourceType.UNNAMED})


def outlets(draft: Draft) -> Cell:
    """List who published."""
    return _listed(draft, lambda document: document.outlet)


def headlines(draft: Draft) -> Cell:
    """List the headlines."""
    return _listed(draft, lambda document: document.title)


def addresses(draft: Draft) -> Cell:
    """List the addresses of the documents."""
    return _listed(draft, lambda document: document.url)


def languages(draft: Draft) -> Cell:
    """List the languages of the documents."""
    return _listed(draft, lambda document: document.language)


def documents(draft: Draft) -> Cell:
    """List the documents by their own ids."""
    return _listed(draft, lambda document: document.key)


def days_of_articles(draft: Draft) -> Cell:
    """List the days of publication."""
    return _listed(draft, _published)


def articles(draft: Draft) -> Cell:
    """List the documents as publisher, day, headline."""
    return _listed(draft, _reference)


def citation(draft: Draft) -> Cell:
    """Cite the first, second, third document."""
    number = int(draft.column.of)
    if len(draft.documents) < number:
        return blank(Blank.TEXT_SILENT, "there are fewer documents")
    cited = _reference(draft.documents[number - 1])
    return filled(cited) if cited else blank(Blank.NOT_FOUND, "the document says nothing of itself")


def claimants(draft: Draft) -> Cell:
    """List whose word the tellings rest on, as the documents have it."""
    held = tuple(_held(draft))
    names = dict.fromkeys(each.source.name for each in held if each.source.type in ON_RECORD)
    if not names:
        return blank(Blank.NOT_FOUND, "the outlets tell it in their own voice", draft.triggers())
    return filled(BETWEEN.join(names), draft.triggers())


def number_of_tellings(draft: Draft) -> Cell:
    """Count the documents that tell of it, copies aside."""
    told = {draft.world.copies.get(each.id, each.id) for each in draft.documents}
    return filled(len(told), draft.triggers())


def other_tellings(draft: Draft) -> Cell:
    """Say how many documents tell of it, and that none was preferred."""
    count = len(draft.documents)
    return filled(f"Told in {count} document{'s' * (count > 1)}.", draft.triggers())


def trigger_words(draft: Draft) -> Cell:
    """Quote the words that speak of the event."""
    return filled(draft.quote(*draft.triggers()), draft.triggers())


def event_id(draft: Draft) -> Cell:
    """Give the ledger's own id of the event."""
    return filled(draft.event.id)


def constant(draft: Draft) -> Cell:
    """Write the same in every row."""
    return filled(draft.column.of)


def _listed(draft: Draft, read: Callable[[Document], str]) -> Cell:
    values = _once(map(read, draft.documents))
    if not values:
        return blank(Blank.NOT_FOUND, "no document says it of itself")
    return filled(BETWEEN.join(values), draft.triggers())


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _published(document: Document) -> str:
    return document.published.isoformat() if document.published else ""


def _reference(document: Document) -> str:
    title = f'"{document.title}"' if document.title else ""
    return ", ".join(filter(None, (document.outlet, _published(document), title)))


def _held(draft: Draft) -> Iterator[Statement]:
    for mention in draft.event.mentions:
        held = draft.world.statement(mention.trigger.statement)
        if held:
            yield held
