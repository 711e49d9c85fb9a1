"""Which names of known parties are one party: pairs in sentences, and what follows for origins."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking import link_actors
from counterclaim.linking.actors import parties_behind
from counterclaim.model.actor import Actor
from counterclaim.model.record import Reading
from counterclaim.model.statement import (
    Mention,
    MentionType,
    Sense,
    Source,
    SourceType,
    Statement,
    mention_id,
)
from counterclaim.model.text import Cited, Document, Span
from evaluation.said import statement_of
from tests.linking.told import decided, told

PAIRS = tomllib.loads((Path(__file__).parent / "known_pairs.toml").read_text(encoding="utf-8"))
MARK = re.compile(r"\[(?:(\d) )?(\w+)(\*?) ([^\]*]+)(\*?)\]")
FLOOR = 0.96


def statement(mention: Mention, document: Document) -> Statement:
    source = Source(mention.name, mention.span, SourceType.NAMED, mention.id)
    return statement_of(document, source, None, Span(mention.span.end, len(document.text)))


def marked(row: str) -> tuple[Reading, dict[str, Mention]]:
    """Read a row of the table: the reading, and the mentions that have a number."""
    year, _, sentence = row.partition(" | ")
    text, at, spans = "", 0, []
    for mark in MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        spans.append((mark, Span(len(text), len(text) + len(mark[4]))))
        text, at = text + mark[4], mark.end()
    text += sentence[at:]
    document = Document(text, published=date(int(year), 5, 1) if year else None)
    numbered, mentions, told = {}, [], []
    for mark, span in spans:
        id = mention_id(document.id, span)
        mention = Mention(id, span, MentionType(mark[2]), mark[4], "named")
        mentions.append(mention)
        if mark[1]:
            numbered[mark[1]] = mention
        if mark[3] or mark[5]:
            told.append(statement(mention, document))
    return Reading(document, tuple(mentions), tuple(told)), numbered


def linked(*readings: Reading) -> tuple[Actor, ...]:
    return link_actors(readings, [], load_actors())


def verdict(row: str) -> str:
    """Say whether the two names are one actor, two, or left open: not both are known."""
    reading, pair = marked(row)
    owner = {id: actor for actor in linked(reading) for id in actor.mentions}
    one, other = (owner.get(pair[number].id) for number in "12")
    if one and other and one.id == other.id:
        return "same"
    speaking = {told.source.mention for told in reading.statements}
    pairs = ((pair["1"].id, one), (pair["2"].id, other))
    left_open = [id in speaking if actor is None else not actor.known for id, actor in pairs]
    return "undecided" if any(left_open) else "different"


def test_names_of_one_known_party_are_joined_and_others_are_not():
    wanted = {
        row: "different" if sort == "apart" else sort for sort in PAIRS for row in PAIRS[sort]
    }
    wrong = {row: got for row, want in wanted.items() if (got := verdict(row)) != want}
    assert len(wrong) <= (1 - FLOOR) * len(wanted), "\n".join(map(str, wrong.items()))


@pytest.mark.parametrize("row", [*PAIRS["apart"], *PAIRS["different"], *PAIRS["undecided"]])
def test_names_that_look_alike_are_never_joined(row: str):
    assert verdict(row) != "same"


def test_a_known_actor_brings_its_data():
    reading, _ = marked("2019 | [organisation ISPR] spoke in [place Pakistan].")
    [actor] = linked(reading)
    assert (actor.known, actor.countries) == ("government.pakistan.military-media-wing", ("PAK",))
    assert actor.part_of[-1] == "government.pakistan"
    assert (actor.name, actor.aliases) != ("ISPR", ())
    assert actor.rule == "known_alias"


@pytest.mark.parametrize(
    ("row", "party"),
    [
        (
            "2020 | Pakistan's military spokesman, Major General [person Adil Raza], spoke.",
            "pakistan",
        ),
        ("2020 | Pakistan's foreign minister, [person Adil Raza], spoke.", "pakistan"),
        ("2020 | There [person Adil Raza], a spokesman for the Indian army, spoke.", "india"),
        ("2020 | Russia's UN envoy, [person Ivan Orlov], spoke.", ""),
        ("2020 | The former Russian president [person Ivan Orlov] spoke.", ""),
        ("2020 | Fighters of the Islamic State, [person Orlov] said, were seen.", ""),
        ("2020 | Then [person Ivan Orlov], a former spokesman for the Indian army, spoke.", ""),
        ("2020 | So [person Ivan Orlov], Iranian gunmen said, was gone.", ""),
        ("2020 | Iranian gunmen met [person Ivan Orlov] there.", ""),
    ],
)
def test_a_person_speaks_for_the_body_whose_office_stands_beside_the_name(row: str, party: str):
    reading, _ = marked(row)
    [actor] = linked(reading)
    behind = parties_behind([actor], load_actors()).get(actor.id, "")
    assert behind == (f"government.{party}" if party else "")
    assert not actor.known


def test_bodies_without_their_state_are_apart_in_two_documents():
    rows = (
        "2020 | The [organisation Foreign Ministry] met.",
        "2020 | A [organisation Foreign Ministry].",
    )
    actors = linked(*(marked(row)[0] for row in rows))
    assert [actor.rule for actor in actors] == ["described", "described"]


def test_a_plain_word_is_no_acronym():
    reading, _ = marked("2020 | The [organisation site] of the blast, [organisation SITE] wrote.")
    assert sorted(actor.known for actor in linked(reading)) == ["", "organisation.site"]


def test_organs_of_one_party_are_one_origin():
    rows = ("[organisation UNICEF]", "[organisation UNHCR]", "Indian [organisation army]")
    actors = linked(*(marked(f"2020 | The {row} spoke.")[0] for row in rows))
    behind = parties_behind(actors, load_actors())
    assert sorted(behind.values()) == ["government.india", "organisation.un", "organisation.un"]


def test_a_mission_of_two_masters_is_its_own_party():
    index = load_actors()
    assert index.head("organisation.un.unamid") == "organisation.un.unamid"
    assert index.head("government.pakistan.army") == "government.pakistan"


@pytest.mark.parametrize(
    ("sense", "known"),
    [(Sense.POWER, ["government.afghanistan"]), (Sense.PLACE, []), (Sense.TEAM, [])],
)
def test_a_place_that_acts_is_its_government(sense: Sense, known: list[str]):
    reading, pair = marked("2022 | The plan was met with silence in [1 place Kabul].")
    place = replace(pair["1"], sense=Cited(sense, (pair["1"].span,), "by hand"))
    actors = linked(replace(reading, mentions=(place,)))
    assert [actor.known for actor in actors] == known


def test_a_mention_is_the_known_party_that_it_stands_for():
    reading, pair = marked(
        "2022 | [1 organisation ISPR] in [place Pakistan]; the [2 organisation wing]."
    )
    wing = replace(pair["2"], refers_to=pair["1"].id)
    [actor] = linked(replace(reading, mentions=(pair["1"], wing, reading.mentions[1])))
    assert actor.known == "government.pakistan.military-media-wing"
    assert len(actor.mentions) == 2


def test_what_somebody_is_called_is_one_in_its_document_only():
    row = "2020 | A [1 person Pakistani driver] fled."
    readings = [marked(row)[0], marked(f"{row} Rain fell.")[0]]
    called = [
        replace(each, mentions=tuple(replace(one, rule="role") for one in each.mentions))
        for each in readings
    ]
    assert [actor.rule for actor in linked(*called)] == ["described", "described"]


def test_what_a_reviewer_set_apart_is_no_known_party():
    reading = told("[organisation UNICEF] spoke.", "[organisation UNICEF] left.")
    first = reading.mentions[0].id
    actors = link_actors([reading], [decided(first, "split")], load_actors())
    assert sorted(actor.known for actor in actors) == ["", "organisation.un.unicef"]
