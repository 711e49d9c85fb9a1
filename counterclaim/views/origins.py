"""How many documents, tellings and origins stand behind a thing: counted, and put in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.model.record import Ledger

if TYPE_CHECKING:
    from counterclaim.linking.origins import Origins


def origins_of(ledger: Ledger) -> Origins:
    """Say whose voice each statement of a ledger is, as linking did: to count what it has not."""
    from counterclaim.knowledge.actor_files import load_actors
    from counterclaim.linking import count_origins, voices_of

    voices = voices_of(ledger.readings, ledger.actors, load_actors())
    return count_origins(ledger.readings, ledger.claims, ledger.copies, voices)


def told_sources(documents: int | None, tellings: int | None, origins: int | None) -> str:
    """Write `12 documents, 5 tellings, 2 origins`; what is not known is left out.

    Who speaks for whom is not known to the program beyond what words tell, so two names may yet be
    one party: more than one origin is "up to" so many.
    """
    counted = (
        _counted(documents, "document"),
        _counted(tellings, "telling"),
        told_origins(origins),
    )
    return ", ".join(each for each in counted if each)


def told_origins(number: int | None) -> str:
    """Write `1 origin`, `up to 2 origins`; nothing where the number is not known."""
    if number is None:
        return ""
    return f"up to {number} origins" if number > 1 else _counted(number, "origin")


def _counted(number: int | None, what: str) -> str:
    return "" if number is None else f"{number} {what}{'' if number == 1 else 's'}"
