"""The learned reader on the weights that are shipped: it refuses others, and survives any text."""

import json
import shutil
from hashlib import sha256
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.parser import ParserChoice
from counterclaim.language.tagger import MODELS, load, tag, vocabulary
from counterclaim.model.statement import Statement
from counterclaim.model.tags import Tags

NEWS = (
    "“We held the bridge,” General Omar Daud said on Monday. He denied that it was mined. "
    "According to the ministry, two soldiers were hurt. Nobody has claimed responsibility.\n\n"
)


HARMS = [lambda raw: raw[:-1], lambda raw: raw[:0], lambda raw: raw + b"\n"]


@pytest.fixture
def weights(tmp_path):
    """A copy of the weights and their manifest, to be spoilt."""
    for suffix in ("onnx", "json"):
        shutil.copy(MODELS / f"attribution.{suffix}", tmp_path / f"attribution.{suffix}")
    return tmp_path / "attribution.onnx"


def refused(path, message):
    with pytest.raises(KnowledgeError, match=message) as caught:
        load(path)
    assert caught.value.next_step


def test_the_weights_that_are_shipped_are_taken(weights):
    model = load(weights)
    assert model.name.startswith("attribution-")
    assert {"sort", "act", "polarity", "certainty"} == set(model.stances)


def test_missing_weights_are_refused(weights):
    weights.unlink()
    refused(weights, "missing")


def test_a_missing_manifest_is_refused(weights):
    weights.with_suffix(".json").unlink()
    refused(weights, "missing")


@pytest.mark.parametrize("harm", HARMS)
def test_damaged_weights_are_refused(weights, harm):
    weights.write_bytes(harm(weights.read_bytes()))
    refused(weights, "damaged, or not the file that belongs here")


def test_the_weights_of_another_manifest_are_refused(weights):
    manifest = json.loads(weights.with_suffix(".json").read_text(encoding="utf-8"))
    other = manifest | {"sha256": sha256(b"others").hexdigest()}
    weights.with_suffix(".json").write_text(json.dumps(other), encoding="utf-8")
    refused(weights, "not the file that belongs here")


def test_weights_with_other_answers_are_refused(weights):
    manifest = json.loads(weights.with_suffix(".json").read_text(encoding="utf-8"))
    manifest["stances"]["polarity"].append("perhaps")
    weights.with_suffix(".json").write_text(json.dumps(manifest), encoding="utf-8")
    refused(weights, "another reader")


def test_weights_with_other_layers_of_marks_are_refused(weights):
    manifest = json.loads(weights.with_suffix(".json").read_text(encoding="utf-8"))
    manifest["marks"]["weather"] = 0.5
    weights.with_suffix(".json").write_text(json.dumps(manifest), encoding="utf-8")
    refused(weights, "another reader")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"sha256": 3}', b"\xff\xfe"])
def test_a_damaged_manifest_is_refused(weights, content):
    weights.with_suffix(".json").write_bytes(content)
    refused(weights, "attribution.json")


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_vocabulary_is_refused(tmp_path, harm):
    path = tmp_path / "pieces.json"
    path.write_bytes(harm((MODELS / "pieces.json").read_bytes()))
    with pytest.raises(KnowledgeError, match="not the file that belongs here") as caught:
        vocabulary(path)
    assert caught.value.next_step


def test_a_missing_vocabulary_is_refused(tmp_path):
    with pytest.raises(KnowledgeError, match="missing"):
        vocabulary(tmp_path / "pieces.json")


def test_a_language_without_learned_reader_is_read_without(parsed):
    untagged = tag(parsed(NEWS), ParserChoice(package="x"))
    assert untagged == parsed(NEWS)
    with pytest.raises(KnowledgeError, match="missing"):
        tag(untagged, ParserChoice(package="x", tagger="no-such-weights"))


def test_the_same_text_is_tagged_the_same(parsed, english):
    once, again = (tag(parsed(NEWS), english.parser).tags for _ in range(2))
    assert once == again
    assert once.statements


MARKED = [
    ("Gunmen of the Northern Front attacked a police post in Aleppo.", "organisation", "Front"),
    ("Shells fell on the hospital near Mosul on Monday.", "place", "Mosul"),
    ("Damascus denied the charge and called it a lie.", "place_power", "Damascus"),
    ("The bombing killed nine people in a market.", "event_violence", "killed"),
    ("GUERRILLAS OF THE FMLN DYNAMITED A BRIDGE IN SAN MIGUEL.", "target", "BRIDGE"),
]


@pytest.mark.parametrize(("text", "label", "word"), MARKED)
def test_names_and_parts_in_events_are_marked(parsed, english, text, label, word):
    parse = tag(parsed(text), english.parser)
    spans = [
        parse.tokens[at].span
        for mark in parse.tags.marks
        if mark.label == label
        for at in mark.words
    ]
    found = {text[span.begin : span.end] for span in spans}
    assert word in found


def spans_of(one: Statement):
    return (*one.content, *filter(None, (one.cue, one.source.span)))


def holds(reading, parse):
    """Whether all words are tagged once, and all spans are of whole words of the text."""
    text = reading.document.text
    tags = parse.tags
    assert len(tags.roles) == len(parse.tokens) or tags == Tags()
    for mark in tags.marks:
        assert mark.words == tuple(range(mark.words[0], mark.words[-1] + 1))
        assert 0 < mark.score <= 1
        assert mark.words[-1] < len(parse.tokens)
    begins = {token.span.begin for token in parse.tokens}
    ends = {token.span.end for token in parse.tokens}
    for one in reading.statements:
        assert all(span.end <= len(text) for span in spans_of(one))
        assert one.cue is None or (one.cue.begin in begins and one.cue.end in ends)
        assert all(span.begin in begins and span.end in ends for span in spans_of(one))


BRICKS = st.sampled_from(
    [
        *("said", "denied that", "according to", "he", "The army", "THE ARMY SAID", "General Daud"),
        *("“", "”", '"', "’s", "(", ".", ",", "?", "\n\n", "\r\n", "\r", "\t", "\u2028", "\ufeff"),
        *(
            "\u202e",
            "\u2067",
            "\u200b",
            "🙂",
            "👩\u200d👧",
            "e\u0301",
            "İstanbul",
            "ﬁre",
            "ｓａｉｄ",
        ),
        *("\x00", "\x07", "ǆ", "ß", "한국", "中文", "Tlie arrny sa1d", "a" * 300, "\u0301" * 40),
    ]
)
MESS = st.lists(BRICKS, max_size=40).map(" ".join) | st.lists(BRICKS, max_size=40).map("".join)
FREE = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=MESS | FREE)
def test_no_text_raises_or_shifts_a_span(text, read, parsed):
    holds(read(text), parsed(text))


HARD = {
    "empty": "",
    "blanks": " \t\u00a0 " * 50,
    "line ends": "\r\n\n\r" * 500,
    "one sentence of 10,000 words": "the army said that the road was closed and " * 1112,
    "200,000 characters without a blank": "a" * 200_000,
    "20,000 stops": "." * 20_000,
    "capitals": NEWS.upper() * 20,
    "as scanned": NEWS.replace("m", "rn").replace("h", "li").replace("e ", "e\u00ad ") * 20,
    "unbalanced quotes": NEWS.replace("”", "") * 20,
    "right to left": NEWS.replace("He", "\u202eHe\u202c \u2067said\u2069") * 20,
    "emoji": NEWS.replace(" ", " 👩\u200d👧 ") * 10,
    "combining": NEWS.replace("e", "e\u0301\u0323") * 20,
    "control characters": NEWS.replace(" ", " \x00\x07") * 10,
    "letters that change length": NEWS.replace("i", "İ").replace("f", "ﬃ").replace("s", "ｓ") * 20,
    "cues alone": "said denied told according to " * 500,
}


@pytest.mark.parametrize("name", HARD)
def test_hard_texts_are_read(name, read, parsed):
    text = HARD[name]
    holds(read(text), parsed(text))


def test_ends_of_lines_and_blanks_before_shift_no_span(read):
    plain, shifted = read(NEWS * 2), read("\ufeff\r\n  " + (NEWS * 2).replace("\n", "\r\n"))
    quotes = [
        [(reading.document.quote(span)) for one in reading.statements for span in spans_of(one)]
        for reading in (plain, shifted)
    ]
    assert quotes[0] == quotes[1]


def test_time_grows_with_the_length(parsed, english):
    vocabulary(), load(MODELS / "attribution.onnx")
    short, long = (parsed(NEWS * times) for times in (8, 128))
    assert _seconds(long, english) < 16 * 2 * _seconds(short, english)


def _seconds(parse, english):
    began = process_time()
    tag(parse, english.parser)
    return process_time() - began
