"""Which parser reads a language, and what its labels for names mean."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ParserChoice:
    """The parser package of a language; `entities` maps its name labels to mention types.

    An empty `package` means that nothing here parses the language yet; `tagger` names the weights
    of the learned reader, where it knows the language. `capitals` are names that a dictionary lists
    among the words, in small letters; `everyday` are words that spell an acronym too ("car");
    for an acronym that spells a word the parser reads its `stand_ins`, save behind `stressed`;
    `nominal` are nouns behind verbs of `answering` that look like verbs ("denies Osk claims that").
    """

    package: str = ""
    tagger: str = ""
    capitals: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    nominal: frozenset[str] = frozenset()
    answering: frozenset[str] = frozenset()
    stand_ins: dict[str, str] = field(default_factory=dict)
    stressed: frozenset[str] = frozenset()
    entities: dict[str, str] = field(default_factory=dict)
