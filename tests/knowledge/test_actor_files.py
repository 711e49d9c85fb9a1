"""What the files of parties hold: whole, in order, and no key that is not read."""

import tomllib
from pathlib import Path

import pytest
from babel.core import get_global

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import actor_files
from counterclaim.knowledge.actor_files import FILES, FOLDER, ActorEntry, StateEntry, load_actors
from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import Actor, AliasKind, Body, Role, is_state, plain_form
from counterclaim.model.statement import MentionType

ISO_3166 = get_global("territory_aliases")
RAW = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.iterdir()}
STATES = RAW["states.toml"]["state"]


def states(index: ActorIndex) -> list[Actor]:
    return [actor for actor in index.actors.values() if is_state(actor.id)]


def test_every_member_of_the_united_nations_is_there(index: ActorIndex):
    coded = [actor for actor in states(index) if actor.code and not actor.claimed_by]
    members = [actor for actor in coded if not actor.part_of and actor.code != "VAT"]
    assert len(members) == 193


def test_every_state_has_its_seat_and_its_people(index: ActorIndex):
    for actor in states(index):
        assert actor.type is MentionType.GOVERNMENT
        assert actor.forms(AliasKind.METONYM) or actor.part_of, actor.id
        if actor.code:
            assert actor.forms(AliasKind.ADJECTIVE), actor.id
            assert actor.forms(AliasKind.DEMONYM) or actor.code == "VAT", actor.id
        governments = index.candidates(f"Government of {actor.name}")
        assert actor.id in {each.actor.id for each in governments}


def test_a_disputed_state_has_no_country_of_its_own(index: ActorIndex):
    disputed = {actor.id for actor in states(index) if actor.claimed_by}
    assert disputed >= {
        f"government.{slug}"
        for slug in ("kosovo", "taiwan", "palestine", "western-sahara", "abkhazia", "somaliland")
    }
    assert all(not index.actor(id).countries for id in disputed)


def test_country_codes_are_those_of_the_standard(index: ActorIndex):
    for actor in index.actors.values():
        for code in {actor.code, *actor.countries, *actor.claimed_by} - {None}:
            assert code in ISO_3166, (actor.id, code)


def test_links_lead_to_parties_and_never_back(index: ActorIndex):
    for actor in index.actors.values():
        for id in (*actor.part_of, *actor.split_from, *actor.became):
            assert index.actor(id).id != actor.id
        above = {each.id for each in index.chain(actor.id)[1:]}
        assert actor.id not in above, actor.id


def test_years_are_in_order(index: ActorIndex):
    for actor in index.actors.values():
        spans = [(actor.since, actor.until), *((a.since, a.until) for a in actor.aliases)]
        assert all((since or 0) <= (until or 9999) for since, until in spans), actor.id


def test_no_party_has_a_name_twice_in_one_sense(index: ActorIndex):
    for actor in index.actors.values():
        names = [(alias.form, alias.kind) for alias in actor.aliases]
        assert len(names) == len(set(names)), actor.id
        assert all(form.strip() == form != "" for form, _ in names), actor.id


def test_there_is_enough_to_read_the_world(index: ActorIndex):
    def count(prefix: str) -> int:
        return sum(id.startswith(prefix) for id in index.actors)

    assert count("group.") >= 300
    assert count("organisation.") >= 100
    assert count("media.") >= 100
    assert sum(actor.state_run is True for actor in index.actors.values()) >= 30


@pytest.mark.parametrize("name", FILES)
def test_keys_of_the_files_are_known(name: str):
    for id, entry in RAW[name]["actor"].items():
        assert set(entry) <= set(ActorEntry.__dataclass_fields__), id


def test_keys_of_states_and_roles_are_known():
    for slug, entry in STATES.items():
        assert set(entry) <= set(StateEntry.__dataclass_fields__), slug
        own = {name for value in entry.get("bodies", {}).values() for name in value.split("; ")}
        lists = (entry.get(key, "") for key in ("names", "adjectives", "capital"))
        assert set(entry.get("valid", {})) - own <= {
            name for value in lists for name in value.split("; ")
        }, slug
    for kind, known in (("body", Body), ("role", Role)):
        for id, entry in RAW["roles.toml"][kind].items():
            assert set(entry) <= set(known.__dataclass_fields__), id


def test_bodies_and_roles_have_names_of_their_own(index: ActorIndex):
    roles = index.roles
    body_names = [plain_form(name) for body in roles.body.values() for name in body.names]
    role_names = [plain_form(name) for role in roles.role.values() for name in role.names]
    assert len(body_names) == len(set(body_names))
    assert len(role_names) == len(set(role_names))
    for body in roles.body.values():
        assert body.part_of in {"", *roles.body}
    assert all(role.speaks_for in {"", *roles.body} for role in roles.role.values())


def test_a_body_that_is_not_in_the_roles_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "states.toml").open("a", encoding="utf-8") as file:
        file.write('[state.utopia]\nnames = "Utopia"\nbodies = {weather-office = "UWO"}\n')
    monkeypatch.setattr(actor_files, "FOLDER", tmp_path)
    load_actors.cache_clear()
    with pytest.raises(KnowledgeError, match="unknown body 'weather-office'"):
        load_actors()
