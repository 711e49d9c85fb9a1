"""Event types: one file each, and every one of the closed list."""

from datetime import date
from pathlib import Path

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import BUILT_IN, load_knowledge
from counterclaim.knowledge.events import load_event_types
from counterclaim.model.event import Part
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document

LISTED = (
    "battle armed_attack assassination massacre execution bombing suicide_bombing mine air_strike "
    "shelling chemical_attack shoot_down abduction sexual_violence torture arson looting robbery "
    "sabotage hijacking protest riot strike arrest raid investigation trial sanction agreement "
    "ceasefire ceasefire_violation negotiation troop_movement territory_change displacement aid "
    "designation establishment pledge merger split appointment statement_only"
)
CURSE = """
definition = "Someone is cursed by a witch."
roles = ["perpetrator", "victim"]
parent = "armed_attack"

[[triggers.en]]
verbs = ["bewitch"]
nouns = ["evil eye"]

[codes.acled]
sub_event = "Other"
"""


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / "events" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return folder


def test_every_type_of_the_list_is_known():
    assert set(load_knowledge().events.types) == set(LISTED.split())


@pytest.mark.parametrize("name", LISTED.split())
def test_a_type_says_what_it_is_and_which_words_tell_of_it(name: str):
    known = load_knowledge().events.types[name]
    assert known.definition.endswith(".")
    assert {Part(role) for role in known.roles}
    assert any(words.verbs or words.nouns for words in known.triggers["en"])


def test_an_event_type_is_one_file(tmp_path: Path):
    knowledge = load_knowledge(written(tmp_path, "curse", CURSE))
    assert knowledge.digest != load_knowledge().digest
    text = "Villagers say that an old woman bewitched two herders in Kunduz on Monday."
    document = Document(text, language="en", published=date(2024, 4, 12))
    (telling,) = read_document(document, knowledge).tellings
    assert telling.type.value == "curse"


def test_a_type_has_the_codes_of_its_parent_where_it_has_none(tmp_path: Path):
    types = load_knowledge(written(tmp_path, "curse", CURSE)).events
    assert types.code("curse", "acled.sub_event") == "Other"
    assert types.code("curse", "gtd.attacktype") == types.code("armed_attack", "gtd.attacktype")
    assert types.code("curse", "nowhere.column") is None


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (CURSE.replace("armed_attack", "curses"), "'curses' cannot be above it"),
        (CURSE.replace("armed_attack", "curse"), "'curse' cannot be above it"),
        (CURSE.replace("roles", "rolls"), "unknown key 'rolls'. Did you mean 'roles'?"),
        ("definition = 3\nroles = []\n", "definition"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, content: str, complaint: str):
    written(tmp_path, "curse", content)
    with pytest.raises(KnowledgeError, match=r"curse\.toml.*") as wrong:
        load_event_types([BUILT_IN, tmp_path])
    assert complaint in str(wrong.value)
