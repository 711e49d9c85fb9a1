"""How long the page takes to answer in a large case: every screen, many entries, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import process_time

from counterclaim.page.shelf import Shelf
from evaluation.large_case import make_large_case

SEED, TIMES, PORT = 7, 24, 8124


def page_speed(claims: int, times: int = TIMES) -> dict[str, object]:
    """Return milliseconds at the 95th percentile for each screen, and for a decision."""
    with TemporaryDirectory(prefix="counterclaim-") as folder:
        case = Path(folder, "large")
        make_large_case(case, claims)
        return dict(_measured(case, claims, times))


def _measured(case: Path, claims: int, times: int) -> Iterator[tuple[str, object]]:
    from starlette.testclient import TestClient

    from counterclaim.page.app import create_app
    from counterclaim.page.security import Keys

    begin = process_time()
    shelf, keys = Shelf(case, "Ana"), Keys(PORT)
    yield "claims", claims
    yield "documents", len(shelf.documents)
    yield "s until the case is open", round(process_time() - begin, 1)
    home = f"http://127.0.0.1:{PORT}"
    with TestClient(create_app(shelf, keys), base_url=home, follow_redirects=False) as client:
        client.get(f"/open?key={keys.once}")
        for name, addresses in _addresses(shelf, times).items():
            taken = []
            client.get(addresses[-1])  # what is loaded once, at the first look, is not counted
            for address in addresses[:-1]:
                begin = process_time()
                answer = client.get(address)
                taken.append(1000 * (process_time() - begin))
                assert answer.status_code == 200, address
            yield f"{name}, ms at p95", round(quantiles(taken, n=20)[-1])
        taken = []
        for statement in _statements(shelf, times):
            form = {"target": statement, "verdict": "confirm"}
            begin = process_time()
            client.post("/review", data=form, headers={"Origin": home})
            taken.append(1000 * (process_time() - begin))
        yield "a decision, ms at p95", round(quantiles(taken, n=20)[-1])


def _statements(shelf: Shelf, times: int) -> list[str]:
    disputes = Random(SEED).sample(shelf.linked.entries.ledger.disputes, times)
    return [each.sides[0].statements[0] for each in disputes]


def _addresses(shelf: Shelf, times: int) -> dict[str, list[str]]:
    """Return addresses of each screen, drawn by chance, as a reader who jumps about."""
    ledger, chance = shelf.linked.entries.ledger, Random(SEED)
    some: dict[str, Sequence[str]] = {
        "/read/": [chance.choice(shelf.documents) for _ in range(times)],
        "/disputes/": [each.id for each in chance.sample(ledger.disputes, times)],
        "/claims/": [each.id for each in chance.sample(ledger.claims, times)],
        "/events/": [each.id for each in chance.sample(ledger.events, times)],
        "/actors/": [each.id for each in chance.sample(ledger.actors, times)],
        "/explain/": [chance.choice(_statements(shelf, times)) for _ in range(times)],
    }
    pages = range(1, times + 1)
    lists = ("/", "/read", "/disputes", "/events", "/actors", "/timeline", "/review", "/exports")
    return {
        **{name: [f"{name}?page={page}" for page in pages] for name in lists},
        **{f"{base}…": [base + id for id in ids] for base, ids in some.items()},
        "/events/…/acled": [f"/events/{id}/acled" for id in some["/events/"]],
        "/search": [f"/search?q=bridge {chance.randrange(9999)}" for _ in pages],
        "/search, many hits": [f"/search?q=convoy&page={page}" for page in pages],
    }
