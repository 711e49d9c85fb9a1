"""Any id, or enough of one, finds its entry; too little of one says what it may mean."""

from dataclasses import replace

import pytest

from counterclaim.errors import UnknownId
from counterclaim.model.record import Ledger
from counterclaim.model.statement import Act, Extraction
from counterclaim.model.text import Rival
from counterclaim.views.actors import actor_card
from counterclaim.views.coverage import cover
from counterclaim.views.disputes import claim_board, dispute_boards, why_none
from counterclaim.views.entries import enter
from counterclaim.views.explanations import Loser, explain
from counterclaim.views.grounds import documents_behind, statements_behind
from counterclaim.views.overview import outlet_rows
from counterclaim.views.statements import card, passage
from tests.views.built import (
    ARMY,
    COPY,
    EMPTY,
    FOREIGN,
    LEDGER,
    MINISTRY,
    PLAN,
    QUESTION,
    THE_ARMY,
    spoken,
)

ENTRIES = enter(LEDGER)
ALL = {
    "document": ARMY.document.id,
    "statement": spoken(ARMY).id,
    "mention": ARMY.mentions[0].id,
    "actor": THE_ARMY.id,
    "claim": PLAN.id,
    "dispute": QUESTION.id,
}


@pytest.mark.parametrize("kind", ALL)
def test_every_kind_is_found_by_id_and_by_its_beginning(kind: str):
    assert ENTRIES.find(ALL[kind]) == (kind, ALL[kind])
    assert ENTRIES.find(f" {ALL[kind][:9].upper()} ") == (kind, ALL[kind])


def test_a_document_is_found_by_its_file():
    assert ENTRIES.find("b.txt") == ("document", MINISTRY.document.id)


def test_an_id_from_a_spreadsheet_may_keep_its_apostrophe():
    assert ENTRIES.find(f"'{PLAN.id}") == ("claim", PLAN.id)


@pytest.mark.parametrize("id", ["", "zzzz", "nothing.txt"])
def test_an_unknown_id_says_how_to_find_one(id: str):
    with pytest.raises(UnknownId, match="counterclaim search"):
        ENTRIES.find(id)


def test_an_ambiguous_id_says_what_it_may_mean():
    with pytest.raises(UnknownId, match=r"actor thea0+.*, actor them0+.*Give more"):
        ENTRIES.find("the")


@pytest.mark.parametrize("kind", ALL)
def test_every_kind_rests_on_documents(kind: str):
    assert ARMY.document.id in documents_behind(kind, ALL[kind], ENTRIES)


@pytest.mark.parametrize("kind", ALL)
def test_every_kind_is_explained_by_rules_and_words(kind: str):
    explanation = explain(kind, ALL[kind], ENTRIES, {"same_words": "Equal words are one claim."})
    assert explanation.reasons
    assert all(reason.rule or kind == "document" for reason in explanation.reasons)


def test_an_explanation_quotes_what_a_rule_says():
    [first, *_] = explain("claim", PLAN.id, ENTRIES, {"same_words": "Equal words."}).reasons
    assert (first.rule, first.says) == ("same_words", "Equal words.")


def test_each_field_of_a_statement_has_its_own_words():
    reasons = {
        reason.field: reason
        for reason in explain("statement", spoken(MINISTRY).id, ENTRIES, {}).reasons
    }
    assert reasons["source"].words == ("The ministry",)
    assert reasons["polarity"].value == "-"
    assert reasons["polarity"].words == ("denied",)


def test_an_explanation_names_the_answers_that_lost():
    statement, reading = ENTRIES.statements[spoken(MINISTRY).id]
    lost = (Rival(Act.ACCUSE, "charges_another", 0.2),)
    act = replace(statement.act, score=0.75, rivals=lost)
    sure = Extraction(0.9, ("verbs", "learned"))
    source = replace(statement.source, score=0.8, rivals=(Rival("The army", "learned", 0.1),))
    changed = replace(statement, act=act, source=source, extraction=sure)
    known = replace(ENTRIES, statements={**ENTRIES.statements, changed.id: (changed, reading)})
    reasons = {
        reason.field: reason
        for reason in explain("statement", changed.id, known, {"charges_another": "Read."}).reasons
    }
    assert reasons["act"].score == 0.75
    assert reasons["act"].losers == (Loser("accuse", "charges_another", "Read.", 0.2),)
    assert [lost.value for lost in reasons["source"].losers] == ["The army"]
    assert reasons["statement"].value == "indirect, found by verbs and learned"
    assert reasons["statement"].score == 0.9


def test_a_statement_rests_on_itself_first():
    assert statements_behind("statement", spoken(ARMY).id, ENTRIES)[0] == spoken(ARMY).id


def test_a_card_says_who_spoke_and_whose_text_is_copied():
    shown = card(spoken(COPY).id, ENTRIES)
    assert (shown.speaker, shown.cue) == ("The army", "said")
    assert shown.copied_from == ARMY.document.id


def test_a_passage_stays_within_its_paragraph():
    words = passage(spoken(ARMY), ARMY.document)
    assert (words.before, words.after) == ("", ".")
    assert words.words.startswith("The army")


def test_an_actor_says_what_its_mentions_say():
    assert set(actor_card(THE_ARMY, ENTRIES).says) == {spoken(ARMY).id, spoken(COPY).id}


def test_a_board_counts_voices_without_copies():
    [board] = dispute_boards(ENTRIES)
    affirmed, denied = board.sides
    assert [voice.outlet for voice in affirmed.voices] == ["Hill Courier"]
    assert [copy.outlet for copy in affirmed.copies] == ["Plain Wire"]
    assert [voice.speaker for voice in denied.voices] == ["The ministry"]
    assert str(board.latest) == "2024-03-28"


def test_a_claim_is_arranged_by_what_is_held():
    board = claim_board(PLAN, ENTRIES)
    assert [(polarity.value, len(cards)) for polarity, cards in board.stances] == [
        ("+", 2),
        ("-", 1),
    ]
    assert board.contested


def test_coverage_counts_every_sentence():
    coverage = cover(ARMY)
    assert [sentence.treatment.value for sentence in coverage.sentences] == [
        "narrated",
        "stated",
        "set aside",
    ]
    assert coverage.share == pytest.approx(2 / 3)
    assert coverage.reasons == (("question", 1),)


def test_a_document_without_sentences_has_no_share():
    assert cover(FOREIGN).share is None
    assert "no reader" in cover(FOREIGN).unread


@pytest.mark.parametrize(
    ("ledger", "why"),
    [
        (EMPTY, "holds no documents"),
        (Ledger((FOREIGN,)), "no statement was read"),
        (Ledger((ARMY,)), "no two statements"),
        (Ledger((ARMY,), claims=(PLAN,), disputes=(QUESTION,)), "1 possible"),
    ],
)
def test_no_dispute_is_never_without_a_reason(ledger: Ledger, why: str):
    assert why in why_none(ledger)


def test_an_outlet_that_prints_another_adds_no_statement():
    rows = {row.outlet: row for row in outlet_rows(LEDGER)}
    assert (rows["Hill Courier"].statements, rows["Hill Courier"].copies) == (1, ())
    assert (rows["Plain Wire"].statements, rows["Plain Wire"].copies) == (0, ("Hill Courier",))
