"""The JSON export holds every key of the contract, and every span rests on its text."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from counterclaim.exports.json import chunks
from counterclaim.model.record import Ledger, Reading
from counterclaim.model.statement import Act
from counterclaim.model.text import Cited, Document, Rival, Span
from tests.views.built import ARMY, COPY, EMPTY, LEDGER, MINISTRY, spoken

CONTRACT = {
    "documents": "id key path url outlet title author author_variants published language genre text"
    " copy_of version_of repeated incomplete",
    "mentions": "id document span type text value actor place",
    "actors": "id name type country aliases mentions",
    "places": "id name country claimed_by admin1 latitude longitude feature geonameid precision"
    " mentions",
    "statements": "id document source cue content kind class act polarity certainty likelihood via"
    " embedded_in answers general interest said_on evidence",
    "events": "id type status modality kind part_of when place killed injured fields participants"
    " responsibility mentions",
    "interactions": "id document statement event deed source target actor recipient plover cameo"
    " modality when spans rule",
    "rows": "codebook events rule cells",
    "estimates": "id subject subject_text measure unit count as_of statement span",
    "relations": "id subject predicate object statement when",
    "claims": "id event slot value straw stances",
    "disputes": "id event slot question state score sides",
    "corroboration": "claim documents tellings origins",
}
INNER = {
    ("statements", "source"): "name actor span type",
    ("claims", "stances"): "holder name polarity certainty statement state",
    ("disputes", "sides"): "claim polarity position held_by statements origins",
    ("events", "participants"): "role actor text count",
    ("events", "responsibility"): "party party_type role degree statement",
    ("events", "mentions"): "document statement trigger",
    ("events", "killed"): "low high bound of unit",
}


def export(ledger: Ledger, *codebooks: str) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(b"".join(chunks(ledger, codebooks)))
    return written


def spans(value: object) -> Iterator[tuple[int, int]]:
    """Every pair of whole numbers inside a value."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(each, int) for each in value):
            yield (value[0], value[1])
        else:
            for inner in value:
                yield from spans(inner)


def test_every_section_is_there_and_nothing_else_is_a_list():
    written = export(LEDGER)
    assert written["schema"] == "counterclaim/ledger/1"
    assert [name for name, value in written.items() if isinstance(value, list)] == list(CONTRACT)


@pytest.mark.parametrize("section", CONTRACT)
def test_every_entry_has_every_key(section: str):
    entries = export(LEDGER, "acled")[section]
    assert entries
    for entry in entries:
        assert set(CONTRACT[section].split()) <= set(entry)


@pytest.mark.parametrize(("section", "key"), INNER)
def test_inner_entries_have_every_key(section: str, key: str):
    for entry in export(LEDGER)[section]:
        inner = entry[key] if isinstance(entry[key], list) else [entry[key]]
        assert all(set(INNER[section, key].split()) <= set(each) for each in inner)


def test_every_span_is_a_stretch_of_its_text():
    written = export(LEDGER)
    texts = {document["id"]: document["text"] for document in written["documents"]}
    found = 0
    for section in (
        "documents",
        "mentions",
        "statements",
        "interactions",
        "estimates",
        "relations",
    ):
        for entry in written[section]:
            text = texts[entry.get("document", entry["id"])]
            for begin, end in spans(entry):
                assert 0 <= begin < end <= len(text)
                found += 1
    assert found > 20


def test_a_mention_quotes_its_span():
    written = export(LEDGER)
    texts = {document["id"]: document["text"] for document in written["documents"]}
    for mention in written["mentions"]:
        begin, end = mention["span"]
        assert texts[mention["document"]][begin:end] == mention["text"]


def test_ids_point_at_entries():
    written = export(LEDGER)
    known = {entry["id"] for name in CONTRACT for entry in written[name] if "id" in entry}
    for statement in written["statements"]:
        assert statement["document"] in known
        assert statement["source"]["actor"] in {None, *known}
    for claim in written["claims"]:
        assert {stance["statement"] for stance in claim["stances"]} <= known


def test_a_field_carries_its_chance_and_the_answers_that_lost():
    said = spoken(ARMY)
    act = replace(said.act, score=0.75, rivals=(Rival(Act.DENY, "learned", 0.2),))
    reading = replace(ARMY, statements=(replace(said, act=act),))
    [written] = export(Ledger((reading,)))["statements"]
    assert written["cited"]["act"]["score"] == 0.75
    assert written["cited"]["act"]["rivals"] == [{"value": "deny", "rule": "learned", "score": 0.2}]
    assert written["cited"]["certainty"]["score"] is None


def test_a_field_of_an_event_says_its_rule_its_tellings_and_why_it_is_blank():
    [event] = export(LEDGER)["events"]
    assert event["when"] == ["2024-03-26", "2024-03-26"]
    when, injured = event["fields"]["when"], event["fields"]["injured"]
    assert (when["value"], when["rule"]) == (event["when"], "narrowest_days")
    assert when["tellings"] == [ARMY.tellings[0].id]
    assert (injured["value"], injured["reason"]) == (None, "not_found")
    assert event["fields"]["killed"]["value"]["low"] == event["killed"]["low"] == 6


def test_an_event_holds_each_telling_with_its_words_and_why_they_are_one():
    [event] = export(LEDGER)["events"]
    [first, second] = event["tellings"]
    begin, end = first["cited"]["type"]["spans"][0]
    assert ARMY.document.text[begin:end] == "blast"
    assert second["when"] is None
    [join] = event["joins"]
    assert join["tellings"] == [first["id"], second["id"]]
    assert {"ground": "same_type", "worth": 1.5} in join["grounds"]


def test_a_charge_never_stands_without_its_degree_and_who_says_it():
    [event] = export(LEDGER)["events"]
    [charge] = event["responsibility"]
    assert (charge["party"], charge["degree"]) == ("Osteria", "accused")
    assert charge["statement"] == spoken(ARMY).id
    assert charge["cited"]["degree"]["rule"] == "by hand"


def test_rows_of_codebooks_are_there_when_asked_for():
    assert export(LEDGER)["rows"] == []
    rows = export(LEDGER, "gtd", "acled")["rows"]
    assert [row["codebook"] for row in rows] == ["gtd", "acled"]
    assert [row["reviews"] for row in rows] == [["unreviewed"]] * 2


def test_a_cell_of_a_row_has_its_words_or_the_reason_for_its_blank():
    written = export(LEDGER, "ucdp")
    texts = {document["id"]: document["text"] for document in written["documents"]}
    [row] = written["rows"]
    [[document, begin, end], *_] = row["cells"]["low"]["spans"]
    assert texts[document][begin:end] == "A blast"
    for cell in row["cells"].values():
        assert (cell["value"] is None) == bool(cell["reason"])
        assert cell["rule"]


def test_a_mention_names_the_place_where_it_lies():
    written = export(LEDGER)
    [place] = written["places"]
    located = [each["id"] for each in written["mentions"] if each["place"] == place["id"]]
    assert sorted(located) == place["mentions"]
    first = next(each for each in written["mentions"] if each["id"] in located)
    assert first["cited"]["place"]["rule"] == "by hand"


def test_evidence_is_told_with_its_words():
    said = spoken(ARMY)
    pointed = Cited("video", (Span(0, 7),), "pointed_to")
    reading = replace(ARMY, statements=(replace(said, evidence=(pointed,)),))
    [written] = export(Ledger((reading,)))["statements"]
    [evidence] = written["evidence"]
    assert (evidence["value"], evidence["spans"]) == ("video", [[0, 7]])
    assert evidence["rule"] == "pointed_to"


def test_a_denial_keeps_its_claim_with_the_other_polarity():
    [claim] = export(LEDGER)["claims"]
    assert [stance["polarity"] for stance in claim["stances"]] == ["+", "-", "+"]


def test_a_copy_names_the_document_it_prints():
    documents = {each["id"]: each for each in export(LEDGER)["documents"]}
    assert documents[COPY.document.id]["copy_of"] == ARMY.document.id
    assert documents[ARMY.document.id]["copy_of"] is None


def test_a_repeated_passage_is_told_in_the_order_of_the_text():
    documents = {each["id"]: each for each in export(LEDGER)["documents"]}
    assert documents[MINISTRY.document.id]["repeated"] == [[[0, 12], [13, 19]]]


def test_unknown_is_null_and_says_why():
    foreign = next(each for each in export(LEDGER)["documents"] if each["key"] == "d.txt")
    assert foreign["published"] is None
    assert foreign["outlet"] is None
    assert "no reader for 'de'" in foreign["unread"]


def test_every_sentence_is_counted_or_set_aside_with_its_reason():
    first = export(LEDGER)["documents"][0]["coverage"]
    assert first["sentences"] == first["stated"] + first["narrated"] + len(first["set_aside"])
    assert first["set_aside"][0]["reason"] == "question"


def test_an_entry_says_whether_a_person_has_checked_it():
    reviews = [each["review"] for each in export(LEDGER)["statements"]]
    assert sorted(set(reviews)) == ["confirm", "unreviewed"]


def test_the_order_of_reading_changes_no_byte():
    shuffled = Ledger(
        LEDGER.readings[::-1],
        LEDGER.reviews,
        LEDGER.copies,
        LEDGER.actors[::-1],
        LEDGER.claims,
        LEDGER.disputes,
        LEDGER.corroboration,
        LEDGER.places[::-1],
        LEDGER.events[::-1],
    )
    assert b"".join(chunks(shuffled)) == b"".join(chunks(LEDGER))


def test_an_empty_ledger_is_a_whole_one():
    assert all(export(EMPTY)[name] == [] for name in CONTRACT)


def test_half_a_surrogate_pair_survives():
    text = "Kabul \ud800 said no."
    [document] = export(Ledger((Reading(Document(text)),)))["documents"]
    assert document["text"] == text
