"""The learned reader: the only module that knows the neural runtime.

Roles of words, links between them, stances, and marks of names and of parts in events come from
one small encoder (docs/model-card.md).
Weights and vocabulary are shipped; a file that is not the one that is pinned is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.parser import ParserChoice
from counterclaim.language.decoding import decode
from counterclaim.language.encoding import OUTPUTS, Forward, Numbers, encode
from counterclaim.language.marking import marks
from counterclaim.language.pieces import Split
from counterclaim.language.stand_ins import with_stand_ins
from counterclaim.model.tags import Tags
from counterclaim.model.text import Parse

MODELS = Path(__file__).parent.parent / "data" / "models"
PIECES = "f69845807f2ba57d5b2f82177c86a7535f1757f4131d3520da59f322b1018593"
"""SHA-256 of the vocabulary: that of all-MiniLM-L6-v2, with which all training begins."""

FRAME = (np.array([101]), np.array([102]))
"""The pieces that begin and end a window."""

AGAIN = "Install counterclaim again"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What weights are: their SHA-256, the answers of each stance head, and the layers of marks.

    `marks` gives for each layer the probability above which a word belongs to a mark.
    """

    sha256: str
    stances: dict[str, tuple[str, ...]]
    marks: dict[str, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A file that the learned reader rests on: its name, its bytes, its SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Model:
    """Loaded weights, the answers of their heads, and their name with its digest."""

    forward: Forward
    stances: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, float]
    name: str


def tag(text: Parse, choice: ParserChoice) -> Parse:
    """Return a parse with the learned reading of its words."""
    if not choice.tagger:
        return text
    model = load(MODELS / f"{choice.tagger}.onnx")
    encoded = encode(text, _reading(choice), model.forward)
    if encoded is None:
        return replace(text, tags=Tags())
    tags = decode(encoded, model.stances, model.name)
    return replace(text, tags=replace(tags, marks=marks(encoded, model.marks)))


def _reading(choice: ParserChoice) -> Split:
    """Cut stretches into pieces as the parser reads them, with a name for "IS"."""
    split = vocabulary()
    return lambda stretch: split(with_stand_ins(stretch, choice))


def check(choice: ParserChoice) -> tuple[Part, ...]:
    """Return what the learned reader of a language rests on, sound as it is.

    Raises KnowledgeError where a part is missing or not the one that is pinned.
    """
    if not choice.tagger:
        return ()
    weights = MODELS / f"{choice.tagger}.onnx"
    pins = {weights: _manifest(weights.with_suffix(".json")).sha256, MODELS / "pieces.json": PIECES}
    return tuple(Part(path.name, len(_pinned(path, pin)), pin) for path, pin in pins.items())


@cache
def vocabulary(path: Path = MODELS / "pieces.json") -> Split:
    """Load the word pieces. Raises KnowledgeError where they are missing or not those pinned."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(_pinned(path, PIECES).decode("utf-8"))

    def split(text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the pieces of a text that stand for some of its characters."""
        found = tokenizer.encode(text, add_special_tokens=False)
        for number, (begin, end) in zip(found.ids, found.offsets, strict=True):
            if begin < end:
                yield number, begin, end

    return split


@cache
def load(path: Path) -> Model:
    """Load weights. Raises KnowledgeError where they are missing or not the ones pinned."""
    import onnxruntime

    manifest = _manifest(path.with_suffix(".json"))
    weights = _pinned(path, manifest.sha256)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    shapes = [one.shape for one in session.get_outputs()]
    if len(shapes) != len(OUTPUTS) or not _fits(shapes, manifest):
        raise KnowledgeError(f"{path}: these are weights of another reader", AGAIN)

    def forward(ids: npt.NDArray[np.int64]) -> dict[str, Numbers]:
        """Run one window, framed, through the network."""
        framed = np.concatenate([FRAME[0], ids, FRAME[1]])[None]
        return dict(zip(OUTPUTS, session.run(None, {"ids": framed}), strict=True))

    return Model(forward, manifest.stances, manifest.marks, f"{path.stem}-{manifest.sha256[:8]}")


def _fits(shapes: Sequence[Sequence[object]], manifest: Manifest) -> bool:
    """Say whether the heads have as many answers as the manifest names."""
    widths = dict(zip(OUTPUTS, (shape[-1] for shape in shapes), strict=True))
    stances = sum(map(len, manifest.stances.values()))
    return (widths["stance_bias"], widths["marks"]) == (stances, 3 * len(manifest.marks))


def _manifest(path: Path) -> Manifest:
    import msgspec

    try:
        return msgspec.json.decode(_content(path), type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}", AGAIN) from error


def _pinned(path: Path, digest: str) -> bytes:
    content = _content(path)
    if sha256(content).hexdigest() != digest:
        raise KnowledgeError(f"{path}: damaged, or not the file that belongs here", AGAIN)
    return content


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnowledgeError(f"a part of the reader is missing: {error}", AGAIN) from error
