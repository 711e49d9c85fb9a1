"""The words that tell of events, ready to be looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from counterclaim.knowledge.events import EventTypes, EventWords, TriggerWords
from counterclaim.model.quantity import Effect
from counterclaim.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that tell of an event of a type: the first is looked up, `rest` must stand by it.

    A type is empty where the words only say what befell people.
    """

    words: tuple[str, ...]
    type: str
    group: TriggerWords
    weight: tuple[int, int, int] = (0, 0, 0)

    @property
    def rest(self) -> tuple[str, ...]:
        """Return all words but the first."""
        return self.words[1:]


Entries = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Triggers by their first word, closed lists of words as sets, and what befalls people."""

    verbs: Entries = field(default_factory=dict)
    nouns: Entries = field(default_factory=dict)
    effects: Mapping[str, Effect] = field(default_factory=dict)
    general: frozenset[str] = frozenset()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    types: EventTypes = field(default_factory=EventTypes)

    def listed(self, tree: Tree, word: int, *names: str) -> bool:
        """Whether a word, or its lemma, is on one of the lists."""
        lower, lemma = tree.lower(word), tree.tokens[word].lemma
        return any(lower in found or lemma in found for found in map(self._list, names))

    def _list(self, name: str) -> frozenset[str]:
        return self.words.get(name, frozenset())


@cache
def open_lexicon(words: EventWords, types: EventTypes, language: str) -> Lexicon:
    """Turn the lists of a language into look-up tables."""
    effects = [(phrase, kind) for kind, listed in words.effects.items() for phrase in listed]
    single = {phrase: Effect(kind) for phrase, kind in reversed(effects) if " " not in phrase}
    told = list(types.triggers(language))
    plain = TriggerWords(verbs=tuple(phrase for phrase, _ in effects))
    return Lexicon(
        verbs=_by_first(
            (phrase, name, one) for name, one in [*told, ("", plain)] for phrase in one.verbs
        ),
        nouns=_by_first((phrase, name, one) for name, one in told for phrase in one.nouns),
        effects=single,
        general=words.general,
        words=words.words,
        types=types,
    )


def _by_first(listed: Iterable[tuple[str, str, TriggerWords]]) -> Entries:
    found: dict[str, list[Entry]] = defaultdict(list)
    for phrase, name, group in listed:
        words = tuple(phrase.replace("-", " ").split())
        found[words[0]].append(
            Entry(words, name, group, (len(words), bool(group.needs), bool(name)))
        )
    return {first: tuple(sorted(entries, key=_heaviest)) for first, entries in found.items()}


def _heaviest(entry: Entry) -> tuple[int, int, int]:
    longer, needing, telling = entry.weight
    return -longer, -needing, -telling
