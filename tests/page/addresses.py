"""An address for every screen of the table, filled in with what a case holds."""

from collections.abc import Sequence

from counterclaim.page.routes import SCREENS
from counterclaim.page.shelf import Shelf

LISTS = ("/read?page=2", "/disputes?state=all", "/search?q=dam", "/search?q=x:y", "/actors?q=a")


def addresses(shelf: Shelf) -> list[str]:
    """Return the address of every screen, of every entry that it can show, and of its lists."""
    ledger = shelf.linked.entries.ledger
    found = list[str](LISTS)
    for screen, ids in _filled(shelf).items():
        found += [screen.partition("{")[0] + id for id in ids]
    found += [f"/read/{id}?layer=all" for id in shelf.documents]
    found += [f"/review?at={s.statement}" for claim in ledger.claims for s in claim.stances]
    return list(dict.fromkeys(found))


def screen_addresses(shelf: Shelf) -> list[str]:
    """Return one address of each screen."""
    return [screen.partition("{")[0] + ids[0] for screen, ids in _filled(shelf).items() if ids]


def _filled(shelf: Shelf) -> dict[str, Sequence[str]]:
    """Return what fills the address of every screen of the table."""
    ledger = shelf.linked.entries.ledger
    entries: dict[str, Sequence[str]] = {
        "/read/{document}": shelf.documents,
        "/disputes/{id}": [each.id for each in ledger.disputes],
        "/claims/{id}": [each.id for each in ledger.claims],
        "/events/{id}": [each.id for each in ledger.events],
        "/events/{id}/{codebook}": [f"{each.id}/gtd" for each in ledger.events],
        "/actors/{id}": [each.id for each in ledger.actors],
        "/explain/{id}": [
            *shelf.documents,
            *(each.id for part in (ledger.claims, ledger.events, ledger.disputes) for each in part),
            *(stance.statement for claim in ledger.claims for stance in claim.stances),
        ],
    }
    bare = {screen.path: [""] for screen in SCREENS if "{" not in screen.path}
    assert {screen.path for screen in SCREENS} == entries.keys() | bare.keys()
    return {**bare, **entries}
