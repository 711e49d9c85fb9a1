"""What parties do to each other: the deeds, their codes, what becomes of them, their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.files import read_toml

FILE = Path(__file__).parent.parent / "data" / "deeds" / "deeds.toml"
QUADS: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""PLOVER's events by quad: verbal and material cooperation, verbal and material conflict."""
SAME = "same"


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: its definition, its PLOVER event and mode, its CAMEO and its WEIS code.

    `plover` is empty where PLOVER has no event for it. What is `mutual` is done to each other. The
    object of what is done with one's `own` is no target: always, or where it is in the pattern.
    """

    means: str
    cameo: str
    weis: str = ""
    plover: str = ""
    mode: str = ""
    mutual: bool = False
    own: Literal["", "named", "always"] = ""

    @property
    def on_ground(self) -> bool:
        """Whether it is done to whoever holds the ground on which it is done."""
        return self.plover == "CONSULT" or QUADS.get(self.plover, 0) in {2, 4}

    @property
    def side(self) -> str:
        """Whether it is cooperation or conflict; comments are neither."""
        quad = QUADS.get(self.plover)
        return "" if quad is None else "cooperation" if quad < 3 else "conflict"


@dataclass(frozen=True, slots=True)
class Turn:
    """What words make of the deed that they govern; `alone` is the deed where they govern none."""

    alone: str = ""
    to: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Deeds:
    """All deeds and turns, by name."""

    deed: Mapping[str, Deed] = field(default_factory=dict)
    turn: Mapping[str, Turn] = field(default_factory=dict)

    def turned(self, turn: str, deed: str) -> str:
        """Return what a deed becomes under a turn; nothing where nobody did anything."""
        if not deed:
            return self.turn[turn].alone
        known, to = self.deed[deed], self.turn[turn].to
        keys = (deed, known.plover, known.side)
        found = next((to[key] for key in keys if key in to), self.turn[turn].alone)
        return deed if found == SAME else found


@dataclass(frozen=True, slots=True)
class DeedFrame:
    """Words for a deed, or for a turn that they give to the deed of what they govern.

    `verbs` are patterns of a verb and words that hang on it, `nouns` of words side by side. Some
    are read only where the verb has no `object`, or where it has one. A frame of neither deed nor
    turn tells nothing.
    """

    deed: str = ""
    turn: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: Literal["", "none", "some"] = ""


@dataclass(frozen=True, slots=True, eq=False)
class DeedWords:
    """Frames of a language; what each list of `words` does stands beside it.

    `aims` are the prepositions before a target, by how far they lead from the deed: 1 for the
    nearest.
    """

    frames: tuple[DeedFrame, ...] = ()
    aims: tuple[frozenset[str], ...] = ()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)


@cache
def load_deeds(file: Path = FILE) -> Deeds:
    """Read the deeds. Raises KnowledgeError where the file is faulty or names an unknown deed."""
    deeds = read_toml(file, Deeds, KnowledgeError)
    for name, turn in deeds.turn.items():
        for deed in (turn.alone, *turn.to.values()):
            if deed not in deeds.deed and deed not in {"", SAME}:
                known = ", ".join(sorted(deeds.deed))
                raise KnowledgeError(f"{file}: turn {name}: no deed is '{deed}'", known)
    return deeds
