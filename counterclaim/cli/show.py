"""`counterclaim show`: any entry of the ledger by its id."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.options import (
    as_of_option,
    case_folder,
    case_option,
    json_option,
    talk_options,
)
from counterclaim.cli.terminal import Line, Painted, say, show_json, show_lines
from counterclaim.cli.wrapping import numbered

if TYPE_CHECKING:
    from counterclaim.case import Case
    from counterclaim.model.text import DocumentId
    from counterclaim.views.entries import Entries

NOT_LINKED = (
    "Linking all reports anew, which takes a while: the last `counterclaim read` has not ended, or"
    " was by another version. The next one keeps the links"
)


@click.command()
@click.argument("id")
@click.option(
    "--coverage", is_flag=True, help="Every sentence of a document: read or not, and why."
)
@click.option("--passages", is_flag=True, help="Each statement's words in their paragraph.")
@click.option("--provenance", is_flag=True, help="The files that the entry was read from.")
@click.option("--all", "everything", is_flag=True, help="Mark narration and attitudes too.")
@click.option("--admiralty", is_flag=True, help="Rate a claim after the Admiralty code.")
@as_of_option
@json_option
@case_option
@talk_options
def show(id: str, case: Path | None, as_of: date | None, **wanted: bool) -> None:
    """Show a document, statement, mention, actor, place, event, claim or dispute.

    ID may be the beginning of an id, as far as it is not shared, or the name or
    path of a document's file.
    """
    entries = open_entries(case, id, as_of)
    kind, whole = entries.find(id)
    if wanted["coverage"]:
        _show_coverage(kind, whole, entries, as_json=wanted["as_json"])
    elif wanted["as_json"]:
        from counterclaim.cli.objects import entry_objects

        show_json(entry_objects(kind, [whole], entries)[0])
    else:
        show_lines(_page(kind, whole, entries, everything=wanted["everything"]))
        show_lines(_rating(kind, whole, entries) if wanted["admiralty"] else ())
        show_lines(_passages(kind, whole, entries) if wanted["passages"] else ())
        show_lines(_provenance(kind, whole, entries) if wanted["provenance"] else ())


def open_entries(case: Path | None, name: str, as_of: date | None = None) -> Entries:
    """Open the case that is meant and index what bears on a name; all, if that is unknown."""
    from counterclaim.case import Case

    with Case.open(case_folder(case)) as opened, opened.snapshot():
        return index(opened, opened.documents_behind(name) or None, as_of)


def index(
    case: Case, documents: Collection[DocumentId] | None, as_of: date | None = None
) -> Entries:
    """Index the ledger of a case, with the readings of these documents, or of all for None.

    Says so where that takes longer because the links must be made anew. `as_of` a day, it is the
    whole ledger of what was published by then.
    """
    import gc

    from counterclaim.views.entries import enter

    if as_of is None and not case.is_linked():
        say(NOT_LINKED)
    ledger = case.ledger(documents) if as_of is None else case.as_of(as_of)
    if as_of:
        read = numbered(len(ledger.readings), "report")
        say(f"As of {as_of}: {read} published by then. Later and undated ones are left out")
    gc.freeze()  # it lives as long as this process: to look through it for garbage takes seconds
    return enter(ledger)


def _show_coverage(kind: str, id: Any, entries: Entries, *, as_json: bool) -> None:
    from counterclaim.cli import objects, pages

    if kind != "document":
        raise click.UsageError(f"{id} is a {kind}; only documents have --coverage")
    if as_json:
        show_json(objects.coverage_object(id, entries))
    else:
        show_lines(pages.coverage_page(id, entries))


def _page(kind: str, id: Any, entries: Entries, *, everything: bool) -> Iterator[Line]:
    from counterclaim.cli import pages

    if kind == "document":
        return pages.document_lines(id, entries, everything=everything)
    return pages.PAGES[kind](id, entries)


def _rating(kind: str, id: Any, entries: Entries) -> Iterator[Line]:
    from counterclaim.views.inquiries import admiralty

    if kind != "claim":
        raise click.UsageError(f"{id} is a {kind}; only claims have --admiralty")
    yield (f"Admiralty {admiralty(entries.claims[id], entries)}",)


def _passages(kind: str, id: str, entries: Entries) -> Iterator[Line]:
    from counterclaim.cli import pages
    from counterclaim.views.grounds import statements_behind

    for statement in statements_behind(kind, id, entries):
        yield ()
        yield (Painted(statement, "faint"),)
        yield from pages.passage_lines(statement, entries)


def _provenance(kind: str, id: str, entries: Entries) -> Iterator[Line]:
    from counterclaim.cli import pages
    from counterclaim.views.grounds import documents_behind

    for document in documents_behind(kind, id, entries):
        yield ()
        yield from pages.provenance_lines(document, entries)
