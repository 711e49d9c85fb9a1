"""An installation without the gazetteer says so, and says how to mend it."""

from counterclaim.knowledge import place_file
from tests.atlas import make_gazetteer


def test_places_says_that_there_is_none_and_how_to_make_it(command, tmp_path, monkeypatch):
    monkeypatch.setattr(place_file, "FILE", tmp_path / "places.sqlite")
    ended = command("places")
    assert (ended.code, ended.out) == (1, "")
    assert "counterclaim places --allow-network" in ended.err
    assert "none, so places stay unlocated" in " ".join(command("doctor").out.split())


def test_places_names_what_there_is(command, tmp_path, monkeypatch):
    made = make_gazetteer(tmp_path)
    monkeypatch.setattr(place_file, "FILE", tmp_path / "places.sqlite")
    ended = command("places")
    assert ended.code == 0
    assert made.digest in ended.out
    assert "CC BY 4.0" in ended.out
