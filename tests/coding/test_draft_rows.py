"""From a text to a row: what a coder would clear in a minute and a half."""

from datetime import date
from functools import cache

from counterclaim.coding import code_events, world_of
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.model.event import EventKind
from counterclaim.model.record import Ledger
from counterclaim.model.row import Row
from counterclaim.model.text import Document
from counterclaim.pipeline import link_readings, read_document

TEXT = """
As the party's statement after the May 2027 terrorist attack in Moscow shows, it has many foes. \
Its attacks have become bolder, and it has planned attacks in Europe and Asia.

At the end of June five Chinese welders and their Pakistani driver were killed in the suicide \
bombing as their van was attacked in Quetta, the capital of Balochistan. They were travelling \
between Islamabad and a mine. No group has claimed responsibility for the attack on the Chinese \
nationals.
"""


@cache
def ledger() -> Ledger:
    known = load_knowledge()
    document = Document(TEXT, language="en", published=date(2027, 7, 9))
    return link_readings((read_document(document, known),), (), load_actors(), known.events)


def draft(codebook: str) -> Row:
    """Return the row of the bombing."""
    found = ledger()
    told = tuple(each for each in found.events if each.type == "suicide_bombing")
    (row,) = code_events(told, codebook, load_codebooks()[codebook], world_of(found), "")
    return row


def values(codebook: str) -> dict[str, object]:
    return {name: cell.value for name, cell in draft(codebook).cells.items()}


def test_the_row_has_day_side_and_place_of_the_bombing_itself():
    row = values("acled")
    assert row["event_date"] == date(2027, 6, 30)
    assert row["time_precision"] == 3
    assert (row["event_type"], row["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Suicide bomb",
    )
    assert row["actor1"] == "Unidentified Armed Group (Pakistan)"
    assert row["actor2"] == "Civilians (China)"
    assert row["location"] == "Quetta"
    assert row["fatalities"] == 6


def test_the_year_says_where_it_is_from():
    assert "publication" in draft("acled").cells["event_date"].note


def test_nobody_is_known_because_a_sentence_says_so():
    row = values("gtd")
    assert (row["iday"], row["gname"], row["claimed"]) == (0, "Unknown", 0)
    assert draft("gtd").cells["claimed"].passages


def test_nobody_is_made_the_author_of_what_is_told_in_general():
    told = [each for each in ledger().events if each.kind is EventKind.INCIDENT]
    assert not [one for each in told for one in each.responsibility if one.value.party == "party"]
