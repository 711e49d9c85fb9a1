"""`counterclaim events` and `counterclaim timeline`: what happened, and when it was told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.happenings import event_lines, row_lines, telling_lines
from counterclaim.cli.options import (
    as_of_option,
    case_folder,
    case_option,
    day,
    json_option,
    talk_options,
)
from counterclaim.cli.show import index, open_entries
from counterclaim.cli.terminal import say, show_json, show_lines

if TYPE_CHECKING:
    from counterclaim.views.entries import Entries
    from counterclaim.views.events import EventCard, Wanted

SHOWN = 20


def chosen_options(call: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which events are asked for."""
    for option in (
        click.option(
            "--all",
            "everything",
            is_flag=True,
            help="Also sums, references, and what was only denied, feared or announced.",
        ),
        click.option("--until", type=day, metavar="YYYY-MM-DD", help="Not after this day."),
        click.option("--since", type=day, metavar="YYYY-MM-DD", help="Not before this day."),
        click.option("--place", default="", help="At a place with this in its name."),
        click.option("--type", default="", help="Of this type: bombing, air_strike, arrest ..."),
    ):
        call = option(call)
    return call


@click.command()
@chosen_options
@click.option(
    "--limit", type=click.IntRange(1), help=f"Events shown. Default: {SHOWN}; all with --json."
)
@as_of_option
@json_option
@case_option
@talk_options
def events(
    case: Path | None, limit: int | None, as_of: date | None, *, as_json: bool, **asked: Any
) -> None:
    """List what happened, the latest first.

    Each event with its place and days, the killed and injured from the lowest
    to the highest number told, and who is held responsible by whom.
    """
    from counterclaim.cli.objects import entry_objects

    cards, entries = _found(case, _wanted(**asked), None if as_json else limit or SHOWN, as_of)
    if as_json:
        ids = [card.id for card in cards[:limit]]
        show_json(
            {"schema": "counterclaim/events/1", "events": entry_objects("event", ids, entries)}
        )
        return
    for card in cards[: limit or SHOWN]:
        show_lines(event_lines(card))
        show_lines([()])
    _say_how_many(cards, entries, limit or SHOWN)


@click.command()
@click.argument("id", required=False)
@chosen_options
@json_option
@case_option
@talk_options
def timeline(id: str | None, case: Path | None, *, as_json: bool, **asked: Any) -> None:
    """Show events by the day they happened, or reports on one by the day they ran.

    With the ID of an event: what each report told of it, number by number and
    charge by charge, the earliest first.
    """
    from counterclaim.views.events import chronology

    if id:
        _show_story(id, case, as_json=as_json)
        return
    cards, entries = _found(case, _wanted(**asked), None)
    dated = chronology(cards)
    if as_json:
        show_json({"schema": "counterclaim/timeline/1", "events": [_row(card) for card in dated]})
        return
    for card in dated:
        show_lines(row_lines(card))
    if len(dated) < len(cards):
        say(f"{len(cards) - len(dated)} more have no day. `counterclaim events` lists them")
    elif not cards:
        _say_how_many(cards, entries, 0)


def _found(
    case: Path | None, wanted: Wanted, limit: int | None, as_of: date | None = None
) -> tuple[tuple[EventCard, ...], Entries]:
    """Choose events by what the ledger keeps, then read the reports on those to be shown."""
    from counterclaim.case import Case
    from counterclaim.views.events import event_card, event_cards

    with Case.open(case_folder(case)) as opened, opened.snapshot():
        entries = index(opened, (), as_of)
        bare = event_cards(entries, wanted)
        shown = bare if limit is None else bare[:limit]
        if not entries.readings and as_of is None:
            entries = index(opened, {id for card in shown for id in card.reports} or None)
    cards = [event_card(entries.events[card.id], entries) for card in shown]
    return (*cards, *bare[len(cards) :]), entries


def _show_story(id: str, case: Path | None, *, as_json: bool) -> None:
    from counterclaim.cli.objects import entry_objects
    from counterclaim.model.event import EventId, TellingId
    from counterclaim.views.events import event_card

    entries = open_entries(case, id)
    kind, whole = entries.find(id)
    event = entries.events.get(EventId(whole)) or entries.event_of.get(TellingId(whole))
    if event is None:
        raise click.UsageError(f"{whole} is a {kind}; a timeline is of an event")
    if as_json:
        show_json(entry_objects("event", [event.id], entries)[0])
        return
    for telling in event_card(event, entries).tellings:
        show_lines(telling_lines(telling))


def _wanted(
    type: str, place: str, since: date | None, until: date | None, *, everything: bool
) -> Wanted:
    from counterclaim.views.events import Wanted

    return Wanted(type, place, since, until, everything)


def _row(card: EventCard) -> dict[str, Any]:
    """Return one event of a timeline: days of the happening, days of the reports."""
    lanes = {"when": card.when, "reported": card.reported}
    return {
        "id": card.id,
        "type": card.type,
        "status": card.status,
        "place": card.place or None,
        **{
            name: [each.isoformat() for each in days] if days else None
            for name, days in lanes.items()
        },
        "documents": card.documents,
    }


def _say_how_many(cards: tuple[EventCard, ...], entries: Entries, shown: int) -> None:
    from counterclaim.views.events import why_none

    if not cards:
        say(f"No event to show: {why_none(entries)}.")
    elif len(cards) > shown:
        say(f"The latest {shown} of {len(cards)}. --limit shows more")
