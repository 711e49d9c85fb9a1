"""The network: one small encoder, and a head per task on its pieces and on whole spans."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.language.decoding import LINK, NEAR, TAGS
from training.marks import LAYERS as MARKS
from training.windows import HEADS, Target

LAYERS, WIDTH, HEADS_OF_ATTENTION, INNER = 6, 384, 12, 1536
UNSEEN = 0.15
"""Share of cues hidden from the contents in training: a cue that is missed shall leave its content
alone, not to its neighbour."""

OUTPUTS = sum(map(len, HEADS.values()))


class Layer(nn.Module):
    """One layer of the encoder, as in BERT (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.merge = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.second = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return new vectors of the pieces (batch, length, width)."""
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS_OF_ATTENTION, -1).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        weights = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2) + mask.to(query.dtype)
        mixed = torch.softmax(weights, -1, dtype=query.dtype) @ value
        x = self.first(x + self.merge(mixed.transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.second(x + self.narrow(functional.gelu(self.widen(x))))


class Reader(nn.Module):
    """Roles and marks of pieces, links between spans, and the stance of a statement.

    `forward` takes piece numbers and a mask (batch, length; 1 where there is a piece); it gives
    logits of tags, relays and marks per piece, and the vectors of which links and stances make
    their scores, from the means over spans. In training whole columns of a window are dropped
    after each layer, which costs nothing, where dropping single numbers would double the time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.tags, self.relays = nn.Linear(WIDTH, len(TAGS)), nn.Linear(WIDTH, 3)
        self.marks = nn.Linear(WIDTH, 3 * len(MARKS))
        self.spans = nn.Linear(WIDTH, 4 * LINK)
        self.stances = nn.Linear(WIDTH, 3 * LINK)
        self.nobody, self.orphan = nn.Parameter(torch.zeros(LINK)), nn.Parameter(torch.zeros(LINK))
        self.distance = nn.Parameter(torch.zeros(2, 2 * len(NEAR) + 2))
        self.paragraph = nn.Parameter(torch.zeros(2, 3))
        self.offset = nn.Parameter(torch.zeros(2))
        self.stance = nn.Linear(LINK, OUTPUTS)
        nn.init.normal_(self.nobody, std=0.05)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return logits of tags, relays and marks, vectors of spans and stances, per piece.

        Each of shape (batch, length, width).
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(places)[None])
        spread = ((1.0 - mask) * -1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, spread)
            if self.training:
                x = x * self.drop(torch.ones(len(x), 1, WIDTH, dtype=x.dtype))
        x = self.drop(x)
        return self.tags(x), self.relays(x), self.marks(x), self.spans(x), self.stances(x)


def from_minilm(path: Path) -> Reader:
    """Start from the weights of all-MiniLM-L6-v2 (Apache 2.0)."""
    weights = load_file(path)
    reader = Reader()
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "merge": "attention.output.dense",
        "first": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "second": "output.LayerNorm",
    }
    state = reader.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    first_text = weights["embeddings.token_type_embeddings.weight"][0]
    state["places.weight"] = weights["embeddings.position_embeddings.weight"] + first_text
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for n in range(LAYERS):
            for ours, theirs in names.items():
                state[f"layers.{n}.{ours}.{part}"] = weights[f"encoder.layer.{n}.{theirs}.{part}"]
    reader.load_state_dict(state)
    return reader


def from_reader(path: Path) -> Reader:
    """Start from weights that read attributions; what they lack begins by chance."""
    reader = Reader()
    reader.load_state_dict(load_file(path), strict=False)
    return reader


def mean_over(vectors: Tensor, ranges: list[tuple[int, int]]) -> Tensor:
    """Return the mean vector of each range of pieces (ranges, width)."""
    summed = functional.pad(vectors.float().cumsum(0), (0, 0, 1, 0))
    begin = torch.tensor([a for a, _ in ranges])
    end = torch.tensor([b for _, b in ranges])
    return (summed[end] - summed[begin]) / (end - begin)[:, None]


def relation(
    one: list[tuple[int, int]], other: list[tuple[int, int]], breaks: Tensor
) -> tuple[Tensor, Tensor]:
    """Return, for each pair of ranges, the bucket of its distance and of the paragraphs between."""
    a = torch.tensor(one)[:, None]
    b = torch.tensor(other)[None]
    before = b[..., 0] >= a[..., 1]
    gap = torch.where(before, b[..., 0] - a[..., 1], a[..., 0] - b[..., 1]).clamp(min=0)
    bucket = torch.bucketize(gap, torch.tensor(NEAR)) + before * (len(NEAR) + 1)
    paragraphs = (breaks[b[..., 0]] - breaks[a[..., 0]]).abs().clamp(max=2)
    return bucket, paragraphs


def pair_scores(
    reader: Reader, kind: int, cues: Tensor, others: Tensor, where: tuple[Tensor, Tensor]
) -> Tensor:
    """Score each cue with each span of one kind: 0 sources, 1 contents (cues, spans)."""
    bucket, paragraphs = where
    near = reader.distance[kind][bucket] + reader.paragraph[kind][paragraphs]
    return cues @ others.T / LINK**0.5 + near + reader.offset[kind]


def window_loss(
    reader: Reader, ids: list[int], spans: Tensor, stances: Tensor, targets: list[Target]
) -> dict[str, Tensor]:
    """Return the losses of one window's links and stances, summed, with their numbers."""
    cues = [one.cue for one in targets]
    sources = sorted({one.source for one in targets if one.source})
    contents = sorted({at for one in targets for at in one.content})
    breaks = torch.tensor([n == 1 for n in ids]).cumsum(0)
    parts = spans.split(LINK, -1)
    losses: dict[str, Tensor] = {}
    by_source = mean_over(parts[0], cues)
    nobody = (by_source @ reader.nobody / LINK**0.5)[:, None]
    scores = nobody
    if sources:
        found = pair_scores(
            reader, 0, by_source, mean_over(parts[1], sources), relation(cues, sources, breaks)
        )
        scores = torch.cat([nobody, found], 1)
    wanted = torch.tensor(
        [
            -100 if not one.source_known else 1 + sources.index(one.source) if one.source else 0
            for one in targets
        ]
    )
    losses["source"] = functional.cross_entropy(scores, wanted, reduction="sum", ignore_index=-100)
    if contents:
        seen = torch.rand(len(cues)) >= UNSEEN if reader.training else torch.ones(len(cues)) > 0
        linked = torch.tensor([[float(at in one.content) for at in contents] for one in targets])
        linked = linked * seen[:, None]
        keys = mean_over(parts[3], contents)
        found = pair_scores(
            reader, 1, mean_over(parts[2], cues), keys, relation(cues, contents, breaks)
        )
        found = found.masked_fill(~seen[:, None], -1e4)
        alone = keys @ reader.orphan / LINK**0.5
        linked = torch.cat([(linked.sum(0) == 0).float()[None], linked])
        found = torch.cat([alone[None], found])
        losses["content"] = functional.cross_entropy(
            found.T, linked.T / linked.T.sum(1, keepdim=True), reduction="sum"
        )
    losses["stance"] = _stance_loss(reader, stances, targets)
    return losses


def stance_logits(reader: Reader, stances: Tensor, targets: list[Target]) -> Tensor:
    """Return the logits of all stance heads (statements, outputs)."""
    by_cue, by_source, by_content = stances.split(LINK, -1)
    mixed = mean_over(by_cue, [one.cue for one in targets])
    sources = [(n, one.source) for n, one in enumerate(targets) if one.source]
    if sources:
        rows = torch.tensor([n for n, _ in sources])
        mixed = mixed.index_add(0, rows, mean_over(by_source, [at for _, at in sources]))
    contents = [(n, at) for n, one in enumerate(targets) for at in one.content[:1]]
    if contents:
        rows = torch.tensor([n for n, _ in contents])
        mixed = mixed.index_add(0, rows, mean_over(by_content, [at for _, at in contents]))
    return reader.stance(torch.tanh(mixed))


def _stance_loss(reader: Reader, stances: Tensor, targets: list[Target]) -> Tensor:
    logits = stance_logits(reader, stances, targets).split([len(x) for x in HEADS.values()], -1)
    wanted = torch.tensor([one.heads for one in targets])
    total = logits[0].sum() * 0
    for n, part in enumerate(logits):
        total = total + functional.cross_entropy(
            part, wanted[:, n].clamp(min=-100), reduction="sum", ignore_index=-100
        )
    attitude = HEADS["sort"].index("attitude")
    doubtful = torch.log1p(-logits[0].softmax(-1)[:, attitude].clamp(max=0.999))
    return total - (doubtful * (wanted[:, 0] == -200)).sum()
