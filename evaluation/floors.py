"""Figures that no change may lower; a floor is raised by hand when a figure has risen."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
Floors = Mapping[str, Mapping[str, float]]


def load_floors(text: str = "") -> Floors:
    """Return the floor of each figure of each set, from a file's text or the file here."""
    floors: Floors = tomllib.loads(text or FLOORS.read_text(encoding="utf-8"))
    return floors


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> Iterator[str]:
    """Say which figures are under their floor, or were not measured at all."""
    for name, floor in floors.items():
        if name not in figures:
            yield f"{name} was not measured; its floor is {floor}"
        elif figures[name] < floor:
            yield f"{name} is {figures[name]}, under its floor of {floor}"


def lowered(before: Floors, now: Floors) -> Iterator[str]:
    """Say which floors were lowered or taken away."""
    for name, floors in before.items():
        for figure, floor in floors.items():
            kept = now.get(name, {}).get(figure)
            if kept is None or kept < floor:
                yield f"{name}: the floor of {figure} was {floor}, and is now {kept}"
