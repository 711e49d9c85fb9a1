"""The learned reader of attribution: the only module that knows the neural runtime.

Roles of words, links between them and stances come from one small encoder (docs/model-card.md).
Its weights are shipped; a file that is not the one named in its manifest is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
from counterclaim.model.tags import Tags
from counterclaim.model.text import Parse

MODELS = Path(__file__).parent.parent / "data" / "models"
FRAME = (np.array([101]), np.array([102]))
"""The pieces that begin and end a window."""


@dataclass(frozen=True, slots=True)
class Model:
    """Loaded weights, the answers of their stance heads, and their name with its digest."""

    forward: Forward
    stances: Mapping[str, Sequence[str]]
    name: str


def tag(text: Parse, choice: ParserChoice) -> Parse:
    """Return a parse with the learned reading of its words."""
    if not choice.tagger:
        return text
    model = load(MODELS / f"{choice.tagger}.onnx")
    encoded = encode(text.document.text, [token.span for token in text.tokens], model.forward)
    return replace(text, tags=decode(encoded, model.stances, model.name) if encoded else Tags())


@cache
def load(path: Path) -> Model:
    """Load weights. Raises KnowledgeError where they are missing or not the ones pinned."""
    import onnxruntime

    try:
        weights = path.read_bytes()
        manifest = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(
            f"the weights of the reader cannot be read: {error}", "Install counterclaim again."
        ) from error
    digest = sha256(weights).hexdigest()
    if digest != manifest["sha256"]:
        raise KnowledgeError(
            f"{path.name}: not the weights that its manifest pins", "Install counterclaim again."
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def forward(ids: npt.NDArray[np.int64]) -> dict[str, Numbers]:
        framed = np.concatenate([FRAME[0], ids, FRAME[1]])[None]
        return dict(zip(OUTPUTS, session.run(None, {"ids": framed}), strict=True))

    return Model(forward, manifest["stances"], f"{path.stem}-{digest[:8]}")
