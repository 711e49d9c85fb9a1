"""Trained weights into the file that is shipped: ONNX, 8-bit, with its digest in a manifest."""

from __future__ import annotations

import json
import tempfile
from hashlib import sha256
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from counterclaim.language.encoding import OUTPUTS, PER_PIECE
from training.marks import LAYERS, LEAST
from training.network import Reader
from training.windows import HEADS


class Shipped(nn.Module):
    """The reader as it runs: one window without padding, and its constants."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor) -> tuple[Tensor, ...]:
        """Return logits and vectors per piece (pieces, width), then the constants."""
        reader = self.reader
        mask = torch.ones_like(ids, dtype=torch.float32)
        found = reader(ids, mask)
        kept = (reader.nobody, reader.orphan, reader.distance, reader.paragraph, reader.offset)
        constants = (*kept, reader.stance.weight, reader.stance.bias)
        return *(part[0, 1:-1] for part in found), *(one * 1.0 for one in constants)


def export(weights: Path, out: Path) -> None:
    """Write `out` (.onnx) and `out` with .json: its SHA-256 and what its heads answer."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    reader = Reader()
    reader.load_state_dict(load_file(weights))
    shipped = Shipped(reader.eval()).eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "whole.onnx")
        torch.onnx.export(
            shipped,
            (torch.randint(1000, 20000, (1, 40)),),
            str(whole),
            input_names=["ids"],
            output_names=list(OUTPUTS),
            dynamic_axes={"ids": {1: "pieces"}} | {name: {0: "pieces"} for name in PER_PIECE},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            out,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    digest = sha256(out.read_bytes()).hexdigest()
    manifest = {
        "sha256": digest,
        "stances": {name: list(answers) for name, answers in HEADS.items()},
        "marks": {layer: LEAST.get(layer, 0.5) for layer in LAYERS},
    }
    out.with_suffix(".json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
