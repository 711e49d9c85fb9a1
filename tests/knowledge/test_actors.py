"""What is known of parties: every name leads to all it may stand for, and to nothing else."""

import tomllib
from pathlib import Path

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import AliasKind, plain_form

AMBIGUOUS = tomllib.loads((Path(__file__).parent / "ambiguous.toml").read_text(encoding="utf-8"))
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
