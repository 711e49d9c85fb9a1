"""A coder's own rows, written short, and a ledger to hold them against."""

import csv
import io
from collections.abc import Mapping
from datetime import date

from counterclaim.coding.happenings import Happenings
from counterclaim.coding.matching import Coded, match
from counterclaim.coding.own_parties import Registry
from counterclaim.coding.own_rows import OwnTable, read_own_rows
from counterclaim.coding.own_signs import Signs
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.knowledge.own_rows import load_own_rows
from counterclaim.model.record import Ledger
from counterclaim.model.text import DocumentId

ROW = {
    "event_id_cnty": "PAK7001",
    "event_date": "2031-05-03",
    "time_precision": "1",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Remote explosive/landmine/IED",
    "actor1": "Unidentified Armed Group (Pakistan)",
    "actor2": "Civilians (Pakistan)",
    "country": "Pakistan",
    "admin1": "Upper Vale",
    "location": "Karsin",
    "latitude": "34.9",
    "longitude": "72.8",
    "geo_precision": "1",
    "fatalities": "7",
}
"""The bombing of Karsin, as somebody has coded it in ACLED's columns."""
UCDP = {
    "id": "9",
    "date_start": "2031-05-02",
    "date_end": "2031-05-04",
    "country": "Pakistan",
    "where_coordinates": "Karsin town",
    "side_a": "Hill Front",
    "side_b": "Civilians",
    "best": "7",
    "low": "6",
    "high": "9",
}
GTD = {
    "eventid": "203105030001",
    "iyear": "2031",
    "imonth": "5",
    "iday": "3",
    "country_txt": "Pakistan",
    "city": "Karsin",
    "attacktype1": "3",
    "gname": "Unknown",
    "claimed": "0",
    "nkill": "7",
}
"""The same bombing in UCDP's columns and in GTD's."""


def own_table(*changes: Mapping[str, str], row: Mapping[str, str] = ROW) -> OwnTable:
    """Return a table of rows that are each the one given but for some cells."""
    rows = [{**row, **change} for change in changes]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(dict.fromkeys(name for each in rows for name in each)))
    writer.writeheader()
    writer.writerows(rows)
    return read_own_rows(out.getvalue().encode())


def coded(ledger: Ledger, table: OwnTable) -> list[Coded]:
    """Say of each event of a ledger in which rows it is."""
    registry = Registry(load_actors())
    books = load_own_rows().books[table.codebook], load_codebooks()[table.codebook]
    signs = Signs(*books, registry, load_knowledge().events)
    return list(match(table.rows, Happenings(ledger, registry, days(ledger)), signs))


def days(ledger: Ledger) -> dict[DocumentId, date]:
    """Return the days of publication of a ledger's documents."""
    documents = [each.document for each in ledger.readings]
    return {each.id: each.published for each in documents if each.published}
