"""What is known of parties: every name leads to all it may stand for, and to nothing else."""

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
AMBIGUOUS = tomllib.loads((Path(__file__).parent / "ambiguous.toml").read_text(encoding="utf-8"))
RAW = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.iterdir()}
STATES = RAW["states.toml"]["state"]
# A name that is a name elsewhere, or a word: none of these may lead to a party.
NOBODY = [
    "us",
    "is",
    "who",
    "Us",
    "Who",
    "Is",
    "Let",
    "polish",
    "turkey",
    "the army",
    "spokesman",
    "",
]


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return load_actors()


def ids(index: ActorIndex, form: str, **known: int | str) -> set[str]:
    return {each.actor.id for each in index.candidates(form, **known)}  # type: ignore[arg-type]


def organs(index: ActorIndex, role: str, **known: int | str) -> set[str]:
    return {each.actor.id for each in index.organs(role, **known)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "id"),
    [
        (
            "ISIS-Khorasan|ISIS Khorasan|IS-Khorasan|ISKP|ISIS-K|IS-K",
            "group.islamic-state.khorasan",
        ),
        ("ISIS|ISIL|Isis|the Islamic State|IS|Daech", "group.islamic-state"),
        ("al-Qa’ida|Al Qaeda|al-Qaida|al Qaeda", "group.al-qaida"),
        ("Kurdistan Workers’ Party|PKK|P.K.K.", "group.pkk"),
        ("LeT|Lashkar-e-Toiba|LASHKAR-E-TAIBA", "group.lashkar-e-taiba"),
        ("the U.N.|UN|the United Nations", "organisation.un"),
        ("Nato|NATO|the alliance", "organisation.nato"),
        ("Médecins Sans Frontières|Medecins sans Frontieres|MSF", "organisation.msf"),
        ("ISPR|Inter-Services Public Relations", "government.pakistan.military-media-wing"),
        ("Türkiye|Turkey|Ankara|Turkish|Turks", "government.turkey"),
        ("the U.S.|US|United States|Washington|American", "government.united-states"),
        ("the Kremlin", "government.russia.presidency"),
        ("the Pentagon", "government.united-states.defence-ministry"),
        ("Rawalpindi", "government.pakistan.army"),
        ("Xinhua|New China News Agency", "media.xinhua"),
    ],
)
def test_all_names_of_a_party_lead_to_it_alone(index: ActorIndex, names: str, id: str):
    assert {name: ids(index, name) for name in names.split("|")} == {
        name: {id} for name in names.split("|")
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ISIS", "ISKP"),
        ("ISIS", "Islamic State of Iraq"),
        ("ISWAP", "Boko Haram"),
        ("Congo-Brazzaville", "DR Congo"),
        ("Niger", "Nigeria"),
        ("Nigerien army", "Nigerian army"),
        ("Guinea", "Guinea-Bissau"),
        ("Guinean", "Equatorial Guinean"),
        ("North Korean", "South Korean"),
        ("Sudanese", "South Sudanese"),
        ("Sudanese army", "South Sudanese army"),
        ("Dominica", "Dominican Republic"),
        ("Atlanta", "Tbilisi"),
        ("Afghan Taliban", "Pakistani Taliban"),
        ("JeM", "Justice and Equality Movement"),
        ("Hezbollah", "Kata'ib Hezbollah"),
        ("Real IRA", "Provisional IRA"),
        ("ELN", "National Liberation Army (Macedonia)"),
        ("Republika Srpska", "Serbia"),
        ("Taiwan", "China"),
    ],
)
def test_look_alikes_stay_apart(index: ActorIndex, one: str, other: str):
    assert ids(index, one)
    assert ids(index, other)
    assert not ids(index, one) & ids(index, other)


@pytest.mark.parametrize("name", NOBODY)
def test_words_are_no_names(index: ActorIndex, name: str):
    assert index.candidates(name) == ()
    assert index.organs(name) == ()


def test_an_ambiguous_name_leads_to_all_who_bear_it(index: ActorIndex):
    assert ids(index, "Georgia") == {"government.georgia", "government.georgia-us"}
    assert ids(index, "Congolese army") == {
        "government.congo-brazzaville.army",
        "government.dr-congo.army",
    }
    kinds = {each.actor.id: each.alias.kind for each in index.candidates("Daesh")}
    assert kinds == {
        "group.islamic-state": AliasKind.FULL,
        "group.islamic-state.khorasan": AliasKind.SHORT,
    }


def test_no_name_is_ambiguous_by_mistake(index: ActorIndex):
    shared = {
        form: sorted({each.actor.id for each in found})
        for form, found in index.forms.items()
        if len({each.actor.id for each in found}) > 1
    }
    assert shared == AMBIGUOUS


@pytest.mark.parametrize(
    ("phrase", "id"),
    [
        ("Pakistani foreign ministry", "government.pakistan.foreign-ministry"),
        ("Pakistan's Foreign Ministry", "government.pakistan.foreign-ministry"),
        ("the ministry of foreign affairs of Pakistan", "government.pakistan.foreign-ministry"),
        ("Afghan Ministry of Defense", "government.afghanistan.defence-ministry"),
        ("the U.S. military", "government.united-states.armed-forces"),
        ("Government of Japan", "government.japan"),
        ("the government in Kabul", "government.afghanistan"),
        ("Kosovo police", "government.kosovo.police"),
    ],
)
def test_a_body_is_found_by_its_state(index: ActorIndex, phrase: str, id: str):
    assert ids(index, phrase) == {id}
    assert index.actor(id).id == id


def test_a_city_has_no_ministry(index: ActorIndex):
    assert not ids(index, "Damascus police")
    assert not organs(index, "mayor of Moscow")


def test_a_body_alone_needs_its_country(index: ActorIndex):
    assert not ids(index, "the foreign ministry")
    assert ids(index, "the foreign ministry", country="PAK") == {
        "government.pakistan.foreign-ministry"
    }
    assert ids(index, "the police", country="government.kosovo") == {"government.kosovo.police"}
    assert not ids(index, "the foreign ministry", country="XXX")


@pytest.mark.parametrize(
    ("role", "id"),
    [
        ("ISPR spokesman", "government.pakistan.military-media-wing"),
        ("Pakistani foreign minister", "government.pakistan.foreign-ministry"),
        ("spokeswoman for the Pakistani army", "government.pakistan.army"),
        ("spokesman of the Afghan defence ministry", "government.afghanistan.defence-ministry"),
        ("Pentagon press secretary", "government.united-states.defence-ministry"),
        ("president of Ukraine", "government.ukraine.presidency"),
        ("Houthi military spokesman", "group.houthis"),
        ("Hamas media office", "group.hamas"),
        ("ISIL fighters", "group.islamic-state"),
    ],
)
def test_a_role_speaks_for_its_body(index: ActorIndex, role: str, id: str):
    assert organs(index, role) == {id}


def test_a_role_alone_needs_its_country(index: ActorIndex):
    assert not organs(index, "foreign minister")
    assert organs(index, "foreign minister", country="IND") == {"government.india.foreign-ministry"}


def test_bodies_belong_to_their_government(index: ActorIndex):
    chain = [each.id for each in index.chain("government.pakistan.military-media-wing")]
    assert chain == [
        "government.pakistan.military-media-wing",
        "government.pakistan.armed-forces",
        "government.pakistan.defence-ministry",
        "government.pakistan",
    ]


def test_names_have_their_time(index: ActorIndex):
    assert ids(index, "Zaire", year=1995) == {"government.dr-congo"}
    assert not ids(index, "Zaire", year=2015)
    assert ids(index, "Zaire") == {"government.dr-congo"}
    assert "government.afghanistan" in ids(index, "Taliban", year=2023)
    assert "government.afghanistan" not in ids(index, "Taliban", year=2015)


def test_mixed_acronyms_are_read_letter_by_letter(index: ActorIndex):
    assert ids(index, "JeM") == {"group.jaish-e-mohammed"}
    assert ids(index, "JEM") == {"group.jaish-e-mohammed", "group.jem"}


@pytest.mark.parametrize("id", ["group.nobody", "government.pakistan.weather", "group.hamas.army"])
def test_an_unknown_id_is_refused(index: ActorIndex, id: str):
    with pytest.raises(KnowledgeError, match="No actor has the id"):
        index.actor(id)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Qa'ida", "Al Qaida"),
        ("U.N.", "UN"),
        ("Élysée", "Elysee"),
        ("the Foreign Office's", "foreign office"),
        ("Chișinău", "CHISINAU"),
        ("Trade & Aid", "trade and aid"),
        ("  Boko   Haram ", "boko haram"),
    ],
)
def test_spellings_of_a_name_have_one_form(one: str, other: str):
    assert plain_form(one) == plain_form(other)


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
        assert ids(index, f"Government of {actor.name}") >= {actor.id}


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
