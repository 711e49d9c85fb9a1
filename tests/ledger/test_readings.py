from dataclasses import replace
from datetime import date

import msgspec
import pytest

from counterclaim.errors import LedgerDamaged, SpanError
from counterclaim.ledger import intake
from counterclaim.ledger.entries import Findings, PassageRow, make_entry
from counterclaim.ledger.packing import pack, unpack
from counterclaim.ledger.readings import findings, keep_reading, state
from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.model.record import Reading
from counterclaim.model.statement import Source, SourceType
from counterclaim.model.text import Cited, Document, Passage, PassageKind, Span
from counterclaim.model.time import Time, TimeBasis, TimeKind
from tests.ledger.made import document, find, kept, reading, taken


def test_a_reading_comes_back_as_it_was(store):
    made = kept(store)
    found = findings(store, made.document.id)
    assert found is not None
    assert (found.mentions, found.statements, found.accounts) == (
        *(made.mentions, made.statements, made.accounts),
    )
    assert intake.document(store, made.document.id) == made.document


def test_values_of_times_and_numbers_come_back_as_they_were():
    [mention] = reading().mentions
    days = (date(2024, 3, 26), date(2024, 3, 31))
    time = Time("2024-03-26/2024-03-31", TimeKind.DATE, days, basis=TimeBasis.PUBLICATION)
    count = Quantity(0.5, None, Bound.AT_LEAST, effect=Effect.KILLED)
    told = replace(
        mention,
        time=Cited(time, (mention.span,), "ranged"),
        quantity=Cited(count, (mention.span,), "bounded"),
    )
    assert unpack(pack(Findings((told,))), Findings).mentions == (told,)


def test_a_reading_of_before_there_were_values_comes_back_without_them():
    [mention] = reading().mentions
    old = msgspec.to_builtins(mention)
    del old["time"], old["quantity"]
    assert unpack(pack({"mentions": [old]}), Findings).mentions == (mention,)


def test_a_text_of_any_characters_comes_back_as_it_was(store):
    text = document("کابل said \U0001f4a3 e\u0301 — «ناممکن».\r\n\t\u200f!")
    made = kept(store, text)
    assert intake.document(store, made.document.id).text == text.text
    [quote] = store.row("SELECT quote FROM passages WHERE part = 'content'") or ("",)
    assert quote == text.text[made.statements[0].content[0].begin : -1]


def test_every_span_is_kept_with_its_words(store):
    text = document(layout=(Passage(PassageKind.HEADLINE, Span(0, 5)),))
    made = kept(store, text)
    rows = store.rows('SELECT part, begin, "end", quote FROM passages ORDER BY part')
    assert {row[0] for row in rows} == {
        *("source", "cue", "content", "act", "polarity", "certainty", "sentence", "headline")
    }
    assert all(made.document.text[begin:end] == quote for _, begin, end, quote in rows)


def test_a_span_past_the_end_of_the_text_is_refused():
    made = reading()
    beyond = replace(made.statements[0], content=(Span(11, 4000),))
    with pytest.raises(SpanError, match="4000"):
        make_entry(replace(made, statements=(beyond,)))


@pytest.mark.parametrize(
    "wrong",
    [(0, 5, "Tabul"), (36, 99, "sham."), (-5, 41, "")],
)
def test_words_that_are_not_in_the_text_are_refused_and_nothing_is_written(store, wrong):
    made = reading(taken(store, document()))
    row = PassageRow(made.document.id, "s", "cue", *wrong)
    entry = replace(make_entry(made), passages=(row,))
    with pytest.raises(SpanError):
        keep_reading(store, made.document, entry, "made")
    assert findings(store, made.document.id) is None
    assert store.rows("SELECT * FROM passages") == []


def test_a_mention_of_other_words_is_refused_and_nothing_is_written(store):
    made = reading(taken(store, document()))
    entry = make_entry(made)
    astray = entry.mentions[0]._replace(end=4)
    with pytest.raises(SpanError):
        keep_reading(store, made.document, replace(entry, mentions=(astray,)), "made")
    assert store.rows("SELECT * FROM readings") == []


def test_a_new_reading_replaces_the_old_one_with_all_its_tables(store):
    made = kept(store)
    other = replace(
        made.statements[0],
        source=Source("the capital", find(made.document.text, "Kabul"), SourceType.DESCRIBED),
    )
    keep_reading(store, made.document, make_entry(replace(made, statements=(other,))), "later")
    assert store.rows("SELECT source FROM statements") == [("the capital",)]
    assert store.rows("SELECT count(*) FROM words") == [(1,)]
    assert store.rows("SELECT count(*) FROM readings") == [(1,)]


def test_the_same_reading_is_not_written_again(store):
    made = kept(store)
    before = store.rows("SELECT count(*) FROM audit")
    keep_reading(store, made.document, make_entry(made), "made")
    assert store.rows("SELECT count(*) FROM audit") == before


def test_a_document_that_was_not_read_says_why(store):
    text = taken(store, document())
    entry = make_entry(Reading(text, unread="language: no reader for 'xx'"))
    keep_reading(store, text, entry, "made", "Wait")
    assert store.rows("SELECT path, reason, next_step FROM v1_failures") == [
        ("wire.txt", "language: no reader for 'xx'", "Wait")
    ]


def test_the_state_names_every_reading_and_every_particular(store):
    states = {state(store)}
    made = kept(store)
    states.add(state(store))
    later = replace(made.document, title="Kabul speaks")
    taken(store, later)
    states.add(state(store))
    assert len(states) == 3


def test_a_damaged_reading_is_named_as_such(store):
    made = kept(store)
    store.run("UPDATE readings SET content = x'00'")
    with pytest.raises(LedgerDamaged, match="cannot be read back"):
        findings(store, made.document.id)


def test_a_changed_text_is_named_as_such(store):
    made = kept(store)
    store.run("DROP TRIGGER documents_never_change")
    store.run("UPDATE documents SET text = replace(text, 'not ', '')")
    with pytest.raises(LedgerDamaged, match="has changed"):
        intake.document(store, made.document.id)


def test_entries_are_the_same_bytes_every_time():
    assert make_entry(reading()) == make_entry(reading())
    assert isinstance(reading().document, Document)
