"""Relations: which words state one, between whom, and what states none."""

from datetime import date
from functools import cache

import pytest

from counterclaim.knowledge import load_knowledge
from counterclaim.model.record import Reading
from counterclaim.model.statement import Polarity
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document

PUBLISHED = date(2025, 3, 28)


@cache
def reading(text: str) -> Reading:
    return read_document(Document(text, language="en", published=PUBLISHED), load_knowledge())


def related(text: str) -> set[tuple[str, str, str]]:
    """Name subject, predicate and object of each relation of a text."""
    names = {mention.id: mention.name for mention in reading(text).mentions}
    return {(names[t.subject], t.predicate.value, names[t.object]) for t in reading(text).ties}


STATED = [
    ("Masood Azhar is the leader of Jaish-e-Mohammed.", "Masood Azhar", "leader_of"),
    ("The brigade's commander, Abu Layla, died in Manbij.", "Abu Layla", "leader_of"),
    ("Hezbollah is backed by Iran.", "Iran", "supports"),
    ("The Iran-backed Badr Organisation shelled the base.", "Iran", "supports"),
    ("Iran provides the Houthis with missiles and drones.", "Iran", "supports_militarily"),
    ("Boko Haram swore loyalty to Islamic State.", "Boko Haram", "pledged_allegiance_to"),
    ("Hamas has been in control of Gaza since 2007.", "Hamas", "controls"),
    ("Tikrit fell to Islamic State in 2014.", "Islamic State", "controls"),
    ("Al-Shabaab is active in Kenya.", "Al-Shabaab", "operates_in"),
    ("Qatar hosted talks between Israel and Hamas.", "Israel", "negotiates_with"),
    ("Armenia and Azerbaijan signed a peace agreement.", "Armenia", "signed_with"),
    ("Egypt has banned Hamas.", "Hamas", "designated_by"),
    ("Caracas accused Colombia of sheltering the ELN.", "Colombia", "supports"),
    ("Hezbollah belongs to the Axis of Resistance.", "Hezbollah", "part_of"),
]


@pytest.mark.parametrize(("text", "subject", "predicate"), STATED)
def test_a_relation_has_its_subject_and_its_predicate(text, subject, predicate):
    assert (subject, predicate) in {pair[:2] for pair in related(text)}


NOT_STATED = [
    "Based on information obtained from militants, police raided a house near Quetta.",
    "Rwanda may back M23.",
    "Rwanda does not back M23.",
    "If Iran arms the Houthis, it will be punished.",
    "Iran wants to arm the Houthis.",
    "No member of Hamas is active in Kenya.",
    "Nobody knows who leads Hamas.",
    "",
    "...",
]


@pytest.mark.parametrize("text", NOT_STATED)
def test_what_is_wished_supposed_or_negated_is_no_relation(text):
    assert related(text) == set()


def test_what_a_source_denies_keeps_the_denial():
    text = "Chad denied that it had sent weapons to the Rapid Support Forces."
    (tie,) = reading(text).ties
    (held,) = [one for one in reading(text).statements if one.id == tie.statement]
    assert held.source.name == "Chad"
    assert held.polarity.value is Polarity.FALSE


def test_narration_has_no_statement_but_the_outlets_own():
    text = "France has trained the Malian army since 2013."
    (tie,) = reading(text).ties
    held = {one.id: one for one in reading(text).statements}
    assert tie.statement is None or held[tie.statement].cue is None


def test_a_relation_has_the_time_that_hangs_on_its_words():
    (tie,) = reading("Ansar Dine merged with JNIM in March 2017.").ties
    assert tie.when is not None
    assert tie.when.value.days == (date(2017, 3, 1), date(2017, 3, 31))


def test_each_relation_cites_its_words_and_its_rule():
    text = "Masood Azhar is the leader of Jaish-e-Mohammed."
    (tie,) = reading(text).ties
    cited = {text[span.begin : span.end] for span in tie.predicate.spans}
    assert cited == {"Masood Azhar", "leader", "Jaish-e-Mohammed"}
    assert tie.predicate.rule == "by_noun"
