"""An address for every screen of the table, filled in with what a case holds."""

from counterclaim.page.routes import SCREENS
from counterclaim.page.shelf import Shelf

LISTS = ("/read?page=2", "/disputes?state=all", "/search?q=dam", "/search?q=x:y", "/actors?q=a")


def addresses(shelf: Shelf) -> list[str]:
    """Return the address of every screen, of every entry that it can show, and of its lists."""
    ledger = shelf.linked.entries.ledger
    entries = {
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
    found = list[str](LISTS)
    for screen in SCREENS:
        base = screen.path.partition("{")[0]
        ids = entries.get(screen.path, [""] if "{" not in screen.path else None)
        assert ids is not None, f"{screen.path}: say here what fills its address"
        found += [base + id for id in ids]
    found += [f"/read/{id}?layer=all" for id in shelf.documents]
    found += [f"/review?at={s.statement}" for claim in ledger.claims for s in claim.stances]
    return list(dict.fromkeys(found))
