"""The training loop: resumable, seeded, with a running mean of the weights."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR

from counterclaim.language.pieces import PARAGRAPH
from training.marks import LAYERS
from training.network import Reader, window_loss
from training.windows import Prepared, Window, starts, windows

BATCH, CLS, SEP, MASK = 8, 101, 102, 103
DECAY = 0.998
"""Of the running mean, at each step."""

HIDDEN = 0.12
"""Share of the pieces hidden in training, so that the reader does not learn texts by heart."""

MARKED = 1.0
"""Weight of the loss of marks, beside that of roles."""

Mean = dict[str, Tensor]
"""The running mean of all weights, by name."""


def learn(
    reader: Reader,
    texts: Sequence[Prepared],
    epochs: int,
    rate: float,
    out: Path,
    log: Callable[[str], None],
) -> None:
    """Train on all texts in each epoch; keep the mean weights in `out`.

    Begins again after the last whole epoch that `out` holds.
    """
    torch.manual_seed(0)
    random.seed(0)
    number = sum(_windows([one for one in texts if one.due(n)]) for n in range(epochs))
    steps = math.ceil(1.05 * number / BATCH)
    optimiser = _optimiser(reader, rate)
    schedule = LambdaLR(optimiser, lambda n: _rate(n, steps))
    mean = {name: value.detach().clone() for name, value in reader.state_dict().items()}
    begun, state = time.time(), out.with_suffix(".state.pt")
    first = _resume(state, reader, optimiser, schedule, mean) if state.exists() else 0
    for epoch in range(first, epochs):
        random.seed(epoch)
        torch.manual_seed(epoch)
        due = [one for one in texts if one.due(epoch)]
        losses = _epoch(reader, due, optimiser, schedule, mean)
        save_file({k: v.contiguous() for k, v in mean.items()}, out)
        _keep(state, reader, optimiser, schedule, epoch + 1)
        log(f"epoch {epoch + 1}/{epochs} {time.time() - begun:.0f} s {losses}")


def _windows(texts: Sequence[Prepared]) -> int:
    return sum(1 for text in texts for _ in windows(text))


def _rate(step: int, steps: int) -> float:
    return min((step + 1) / (0.06 * steps), max(0.01, (steps - step) / (0.94 * steps)))


def _optimiser(reader: Reader, rate: float) -> Optimizer:
    """Words keep their vectors: training them costs half the time and brings little."""
    reader.words.weight.requires_grad_(False)
    deep: list[Tensor] = []
    heads: list[Tensor] = []
    for name, weight in reader.named_parameters():
        if weight.requires_grad:
            encoder = name.startswith(("layers.", "places", "norm"))
            (deep if encoder else heads).append(weight)
    groups = [{"params": deep, "lr": rate}, {"params": heads, "lr": 5 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _epoch(
    reader: Reader,
    texts: Sequence[Prepared],
    optimiser: Optimizer,
    schedule: LambdaLR,
    mean: Mean,
) -> str:
    reader.train()
    found = [window for text in texts for window in windows(text, starts())]
    sums: dict[str, float] = {}
    batches = _batches(found)
    for batch in batches:
        losses = _losses(reader, batch)
        sum(losses.values(), torch.zeros(())).backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        _average(mean, reader, schedule.last_epoch)
        for name, value in losses.items():
            sums[name] = sums.get(name, 0.0) + value.item()
    return " ".join(f"{name} {value / len(batches):.4f}" for name, value in sums.items())


def _batches(found: list[Window]) -> list[list[Window]]:
    """Batch windows of like length, in random order."""
    random.shuffle(found)
    parts = [
        sorted(found[at : at + 400], key=lambda w: len(w.ids)) for at in range(0, len(found), 400)
    ]
    batches = [part[at : at + BATCH] for part in parts for at in range(0, len(part), BATCH)]
    random.shuffle(batches)
    return batches


def _losses(reader: Reader, batch: list[Window]) -> dict[str, Tensor]:
    length = 2 + max(len(window.ids) for window in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length)
    tags = torch.full((len(batch), length), -100)
    relays = torch.full((len(batch), length), -100)
    marks = torch.full((len(batch), length, len(LAYERS)), -100)
    for row, window in enumerate(batch):
        n = len(window.ids)
        shown = torch.tensor(window.ids)
        hidden = (torch.rand(n) < HIDDEN) & (shown != PARAGRAPH)
        ids[row, : n + 2] = torch.tensor([CLS, *shown.masked_fill(hidden, MASK).tolist(), SEP])
        mask[row, : n + 2] = 1
        tags[row, 1 : n + 1] = torch.tensor(window.tags)
        relays[row, 1 : n + 1] = torch.tensor(window.relays)
        marks[row, 1 : n + 1] = torch.from_numpy(window.marks.astype("int64"))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        by_tag, by_relay, by_mark, spans, stances = reader(ids, mask)
    taught = _share(tags)
    losses = {
        name: loss * taught for name, loss in _span_losses(reader, batch, spans, stances).items()
    }
    if taught:
        losses["tags"] = taught * _loss(by_tag, tags)
    if _share(relays):
        losses["relays"] = _loss(by_relay, relays)
    if marked := _share(marks):
        # Layers are asked apart: what a piece owes is the sum over them.
        pieces = (marks >= 0).any(-1).sum()
        asked = _loss(by_mark.unflatten(-1, (-1, 3)), marks, "sum")
        losses["marks"] = MARKED * marked * asked / pieces
    return losses


def _share(wanted: Tensor) -> float:
    """Return the share of the windows of a batch that teach this at all."""
    return float((wanted >= 0).flatten(1).any(1).float().mean())


def _loss(found: Tensor, wanted: Tensor, reduction: str = "mean") -> Tensor:
    logits = found.float().reshape(-1, found.shape[-1])
    return functional.cross_entropy(logits, wanted.flatten(), reduction=reduction)


def _span_losses(
    reader: Reader, batch: list[Window], spans: Tensor, stances: Tensor
) -> dict[str, Tensor]:
    sums: dict[str, Tensor] = {}
    number = sum(len(window.targets) for window in batch)
    weights = {"source": 0.5, "content": 0.3, "stance": 0.3}
    for row, window in enumerate(batch):
        if window.targets:
            n = len(window.ids)
            inside = slice(1, n + 1)
            found = window_loss(
                reader,
                window.ids,
                spans[row, inside].float(),
                stances[row, inside].float(),
                window.targets,
            )
            for name, value in found.items():
                sums[name] = sums.get(name, torch.zeros(())) + value * weights[name] / number
    return sums


@torch.no_grad()
def _average(mean: Mean, reader: Reader, step: int) -> None:
    """Follow the weights slowly, at first faster: the beginning shall leave no trace."""
    decay = min(DECAY, step / (step + 10))
    for name, weight in reader.named_parameters():
        if weight.requires_grad:
            mean[name].lerp_(weight, 1 - decay)


def _keep(
    state: Path, reader: Reader, optimiser: Optimizer, schedule: LambdaLR, epoch: int
) -> None:
    torch.save(
        {
            "reader": reader.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
            "epoch": epoch,
        },
        state,
    )


def _resume(
    state: Path, reader: Reader, optimiser: Optimizer, schedule: LambdaLR, mean: Mean
) -> int:
    kept = torch.load(state, weights_only=True)
    reader.load_state_dict(kept["reader"])
    optimiser.load_state_dict(kept["optimiser"])
    schedule.load_state_dict(kept["schedule"])
    saved = load_file(state.with_name(state.name.replace(".state.pt", ".safetensors")))
    for name, value in saved.items():
        mean[name].copy_(value)
    return int(kept["epoch"])
