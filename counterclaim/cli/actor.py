"""`counterclaim actor`: all that the reports hold on one party, each line with its passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.board import voice_lines
from counterclaim.cli.happenings import days, headline
from counterclaim.cli.options import case_folder, case_option, json_option, talk_options
from counterclaim.cli.show import NOT_LINKED
from counterclaim.cli.terminal import Line, Painted, say, show_json, show_lines
from counterclaim.cli.wrapping import numbered, wrapped

if TYPE_CHECKING:
    from counterclaim.views.dossiers import (
        Dossier,
        EstimateCard,
        EstimateRange,
        Involvement,
        NameUse,
        RelationCard,
    )
    from counterclaim.views.statements import StatementCard

SHOWN = 10


@click.command()
@click.argument("name")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=SHOWN,
    show_default=True,
    help="Lines of each part; --json has all.",
)
@json_option
@case_option
@talk_options
def actor(name: str, limit: int, case: Path | None, *, as_json: bool) -> None:
    """Show what is on record of a party, and what it says itself.

    NAME is any of its names, or an id. Names and who uses which; what it says;
    what is said of it; relations, estimates from the lowest to the highest,
    events and who holds it responsible. Of people no timeline is drawn.
    """
    from counterclaim.cli.objects import view_object

    found = _found(name, case)
    if as_json:
        show_json(view_object("dossier", found))
    else:
        show_lines(dossier_lines(found, limit))


def _found(name: str, case: Path | None) -> Dossier:
    """Find the actor among the links that are kept, then read the documents that name it."""
    from dataclasses import replace

    from counterclaim.case import Case
    from counterclaim.views.actors import find_actor
    from counterclaim.views.dossiers import dossier
    from counterclaim.views.entries import enter

    with Case.open(case_folder(case)) as opened, opened.snapshot():
        if not opened.is_linked():
            say(NOT_LINKED)
        ledger = opened.ledger(())
        meant = find_actor(name, ledger.actors)
        if not ledger.readings:
            ledger = replace(ledger, readings=opened.readings(opened.documents_behind(meant.id)))
    return dossier(meant, enter(ledger))


def dossier_lines(found: Dossier, limit: int) -> Iterator[Line]:
    """Yield a dossier part by part; each part names how much of it is not shown."""
    yield from _heading(found)
    yield from _part("Called", map(_name, found.names), limit)
    yield from _part("Says", _voices(found.says), limit)
    yield from _part("Said of it", _voices(found.said_about), limit)
    yield from _part("Relations", map(_relation, found.relations), limit)
    yield from _part("Estimates", map(_estimate, found.estimates), limit)
    yield from _part("Events", map(_event, found.events), limit)


def _heading(found: Dossier) -> Iterator[Line]:
    shown = found.actor
    yield (Painted(shown.name, "heading"), f" ({shown.type.value})")
    known = f"known as {shown.known}" if shown.known else ""
    part_of = f"part of {', '.join(shown.part_of)}" if shown.part_of else ""
    facts = (known, part_of, numbered(len(shown.documents), "document"), shown.id)
    yield from wrapped([Painted(" · ".join(fact for fact in facts if fact), "faint")], "  ")
    for each in shown.perhaps:
        why = ", ".join(reason.replace("_", " ") for reason in each.reasons)
        yield from wrapped([Painted(f"perhaps the same: {each.name} ({why})", "faint")], "  ")
    if found.withheld:
        yield from wrapped([f"Left out: {found.withheld}."], "  ")


def _part(name: str, entries: Iterable[Iterable[Line]], limit: int) -> Iterator[Line]:
    """Yield a part under its name; one without entries is not shown."""
    blocks = [list(lines) for lines in entries]
    if not blocks:
        return
    yield ()
    yield (Painted(f"{name}:", "heading"),)
    for block in blocks[:limit]:
        yield from block
    if len(blocks) > limit:
        yield (Painted(f"  and {len(blocks) - limit} more: --limit shows them", "faint"),)


def _name(use: NameUse) -> Iterator[Line]:
    outlets = f" ({use.times}) by {', '.join(use.outlets)}"
    yield from wrapped([Painted(f"“{use.form}”", "content"), outlets], "  ", "    ")


def _voices(cards: Iterable[StatementCard]) -> Iterator[Iterator[Line]]:
    return (voice_lines(each, "  ", "    ") for each in cards)


def _relation(each: RelationCard) -> Iterator[Line]:
    when = days(each.when) or (each.published.isoformat() if each.published else "")
    told = when if each.when or not when else f"told {when}"
    predicate = each.predicate.replace("_", " ")
    yield from wrapped(
        [
            Painted(f"{told}  " if told else "", "faint"),
            f"{each.subject} {predicate} {each.object}, says ",
            Painted(each.said_by, "source"),
            Painted(_where(each), "faint"),
        ],
        "  ",
        "    ",
    )


def _where(each: RelationCard | EstimateCard) -> str:
    return f" “{each.words}” [{each.outlet}] {each.statement or ''}".rstrip()


def _estimate(each: EstimateRange) -> Iterator[Line]:
    ends = [str(end) if end is not None else "open" for end in (each.low, each.high)]
    unit = f" {each.unit}" if each.unit and each.unit not in each.measure else ""
    span = " to ".join(dict.fromkeys(ends))
    yield from wrapped([f"{each.measure.replace('_', ' ')}: {span}{unit}"], "  ", "    ")
    for told in each.told:
        day = f", as of {days(told.as_of)}" if told.as_of else ""
        yield from wrapped(
            [
                f"{told.number}{unit}{day}, says ",
                Painted(told.said_by, "source"),
                Painted(_where(told), "faint"),
            ],
            "    ",
            "      ",
        )


def _event(each: Involvement) -> Iterator[Line]:
    parts = f" as {', '.join(each.parts)}" if each.parts else ""
    yield from wrapped(
        [headline(each.event), parts, Painted(f" {each.event.id}", "faint")], "  ", "    "
    )
    for charge in each.charges:
        yield from wrapped(
            [
                f"{charge.told}, says ",
                Painted(charge.held_by, "source"),
                Painted(f" {charge.statement or ''}".rstrip(), "faint"),
            ],
            "    ",
            "      ",
        )
