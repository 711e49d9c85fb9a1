"""What the reader knows before it reads: languages, and the words that carry meaning in them.

All of it is data, in TOML, in `data/` and in any folder of the same shape. A file of a later folder
takes the place of an earlier one of its name; other files stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TypeVar

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.attribution import Attribution
from counterclaim.knowledge.confidence import Confidence
from counterclaim.knowledge.deeds import DeedWords
from counterclaim.knowledge.estimates import EstimateWords
from counterclaim.knowledge.events import EventTypes, EventWords, load_event_types
from counterclaim.knowledge.files import read_toml
from counterclaim.knowledge.gazetteer import Gazetteer, load_gazetteer
from counterclaim.knowledge.layout import Layout
from counterclaim.knowledge.mentions import MentionWords
from counterclaim.knowledge.metonymy import Metonymy, PowerWeights
from counterclaim.knowledge.numbers import NumberWords
from counterclaim.knowledge.parser import ParserChoice
from counterclaim.knowledge.participants import ParticipantWords
from counterclaim.knowledge.place_words import PlaceWeights, PlaceWords
from counterclaim.knowledge.reference import Likeness, ReferenceWords
from counterclaim.knowledge.relations import RelationWords
from counterclaim.knowledge.responsibility import ResponsibilityWords
from counterclaim.knowledge.sectors import ContextWords, SectorWords
from counterclaim.knowledge.times import TimeWords
from counterclaim.knowledge.trust import Trust

READ = ("languages/**/*.toml", "events/*.toml", "deeds/*.toml", "places/*.toml")
BUILT_IN = Path(__file__).parent.parent / "data"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its parser, its words for each reader, the trust in them."""

    code: str
    parser: ParserChoice
    attribution: Attribution
    layout: Layout
    trust: Trust = field(default_factory=Trust)
    confidence: Confidence = field(default_factory=Confidence)
    times: TimeWords = field(default_factory=TimeWords)
    numbers: NumberWords = field(default_factory=NumberWords)
    mentions: MentionWords = field(default_factory=MentionWords)
    events: EventWords = field(default_factory=EventWords)
    participants: ParticipantWords = field(default_factory=ParticipantWords)
    responsibility: ResponsibilityWords = field(default_factory=ResponsibilityWords)
    relations: RelationWords = field(default_factory=RelationWords)
    estimates: EstimateWords = field(default_factory=EstimateWords)
    deeds: DeedWords = field(default_factory=DeedWords)
    sectors: SectorWords = field(default_factory=SectorWords)
    contexts: ContextWords = field(default_factory=ContextWords)
    places: PlaceWords = field(default_factory=PlaceWords)
    place_weights: PlaceWeights = field(default_factory=PlaceWeights)
    reference: ReferenceWords = field(default_factory=ReferenceWords)
    likeness: Likeness = field(default_factory=Likeness)
    metonymy: Metonymy = field(default_factory=Metonymy)
    powers: PowerWeights = field(default_factory=PowerWeights)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All languages, event types and places at hand; `digest` changes with any byte of them.

    `gazetteer` is None where none was made.
    """

    languages: dict[str, Language]
    digest: str
    events: EventTypes = field(default_factory=EventTypes)
    gazetteer: Gazetteer | None = None

    def no_reader(self, language: str) -> str:
        """Say that a document of a language is kept unread, and which languages are read."""
        readable = [code for code, known in self.languages.items() if known.parser.package]
        return f"language: no reader for '{language or 'unknown'}', only for {', '.join(readable)}"


@cache
def load_knowledge(*folders: Path) -> Knowledge:
    """Read the built-in data, then each folder; the later file of a name wins."""
    roots = (BUILT_IN, *folders)
    codes = sorted({path.parent.name for root in roots for path in root.glob("languages/*/*.toml")})
    languages = {code: _language(code, roots) for code in codes}
    gazetteer = load_gazetteer()
    digest = _digest(roots, gazetteer)
    return Knowledge(languages, digest, load_event_types(roots), gazetteer)


def _language(code: str, roots: tuple[Path, ...]) -> Language:
    return Language(
        code=code,
        parser=_part(code, "parser", roots, ParserChoice),
        attribution=_part(code, "attribution", roots, Attribution),
        layout=_part(code, "layout", roots, Layout),
        trust=_part(code, "trust", roots, Trust),
        confidence=_part(code, "confidence", roots, Confidence),
        times=_part(code, "times", roots, TimeWords),
        numbers=_part(code, "numbers", roots, NumberWords),
        mentions=_part(code, "mentions", roots, MentionWords),
        events=_part(code, "events", roots, EventWords),
        participants=_part(code, "participants", roots, ParticipantWords),
        responsibility=_part(code, "responsibility", roots, ResponsibilityWords),
        relations=_part(code, "relations", roots, RelationWords),
        estimates=_part(code, "estimates", roots, EstimateWords),
        deeds=_part(code, "deeds", roots, DeedWords),
        sectors=_part(code, "sectors", roots, SectorWords),
        contexts=_part(code, "contexts", roots, ContextWords),
        reference=_part(code, "reference", roots, ReferenceWords),
        likeness=_part(code, "likeness", roots, Likeness),
        metonymy=_part(code, "metonymy", roots, Metonymy),
        powers=_part(code, "powers", roots, PowerWeights),
        places=_part(code, "places", roots, PlaceWords),
        place_weights=_part(code, "place_weights", roots, PlaceWeights),
    )


def _part(code: str, name: str, roots: tuple[Path, ...], kind: type[T]) -> T:
    files = [root / "languages" / code / f"{name}.toml" for root in roots]
    found = [path for path in files if path.exists()]
    return read_toml(found[-1], kind, KnowledgeError) if found else kind()


def _digest(roots: tuple[Path, ...], gazetteer: Gazetteer | None) -> str:
    content = sha256(gazetteer.digest.encode() if gazetteer else b"")
    for root in roots:
        for path in sorted(chain.from_iterable(map(root.glob, READ))):
            content.update(f"{path.relative_to(root)}\n".encode() + path.read_bytes())
    return content.hexdigest()[:16]
