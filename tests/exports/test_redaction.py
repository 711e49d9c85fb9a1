"""What is published names no private person, wherever the name stands; all else stays as it was."""

import json
from datetime import date

import pytest

from counterclaim.exports.json import chunks
from counterclaim.exports.redaction import BLOT, People, people_in, redacted
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.model.record import Ledger
from counterclaim.model.text import Document
from counterclaim.pipeline import link_readings, read_document

TEXT = (
    "A witness, Omar Haddad, 42, said that shells had killed his brother Sami Haddad in Kunduz on"
    " Monday. “They came at night,” Haddad said.\n\n"
    "Interior Minister Lena Volkova denied it. Pakistan army spokesman Athar Abbas said nothing."
)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    known = load_knowledge()
    document = Document(
        TEXT,
        title="A night in Kunduz: Omar Haddad remembers",
        url="https://herald.example/omar-haddad-remembers",
        language="en",
        published=date(2024, 6, 4),
    )
    return link_readings((read_document(document, known),), (), load_actors(), known.events)


def written(ledger: Ledger) -> str:
    return b"".join(chunks(ledger)).decode()


def test_private_persons_are_blotted_out_of_texts_quotes_titles_and_addresses(ledger):
    published = written(redacted(ledger, load_actors())).casefold()
    assert "haddad" in written(ledger).casefold()
    for name in ("haddad", "omar", "sami"):
        assert name not in published


def test_who_bears_an_office_or_speaks_for_a_known_party_stays(ledger):
    published = written(redacted(ledger, load_actors()))
    for name in ("Lena Volkova", "Athar Abbas", "Kunduz"):
        assert name in published


def test_a_surname_shared_with_a_public_person_stays_in_the_name_of_that_one():
    text = (
        "A witness, Omar Shah, said that shells fell on Monday. Interior Minister Lena Shah denied"
        " it. “They came at night,” Omar Shah said. Pakistan's army spokesman said nothing."
    )
    known = load_knowledge()
    reading = read_document(Document(text, language="en"), known)
    published = written(
        redacted(link_readings((reading,), (), load_actors(), known.events), load_actors())
    )
    assert "Lena Shah" in published
    assert "Omar" not in published
    assert "Pakistan's army" in published


def test_every_span_and_id_stays_what_it_was(ledger):
    before, after = (json.loads(written(one)) for one in (ledger, redacted(ledger, load_actors())))
    assert [one["id"] for one in after["documents"]] == [one["id"] for one in before["documents"]]
    spans = [[one["content"] for one in each["statements"]] for each in (before, after)]
    assert spans[0] == spans[1]
    assert len(after["documents"][0]["text"]) == len(TEXT)
    assert BLOT * 4 in after["documents"][0]["text"]


def test_a_ledger_without_private_persons_stays_as_it_is():
    empty = Ledger(())
    assert people_in(empty, load_actors()) == People()
    assert redacted(empty, load_actors()) is empty
