"""How sure a found statement and its source are: `python -m training.confidence --data DATA`.

Fitted on the tenth of our own reports that no reader has seen and a fifth of PolNeAR's findings;
the names by rule are counted on the training dossiers too. Prints the tables of reliability.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from counterclaim.knowledge import BUILT_IN, Language, load_knowledge
from counterclaim.knowledge.confidence import Confidence
from counterclaim.language import find_mentions, parse
from counterclaim.model.text import Document, Span
from counterclaim.model.tree import grow
from counterclaim.statements.assembly import hear
from counterclaim.statements.confidence import signs
from counterclaim.statements.finding import lay_out
from counterclaim.statements.lexicon import open_lexicon
from counterclaim.statements.stance import Said
from training.attribution import written
from training.examples import read_dossiers, read_polnear
from training.reliability import diagram, tables
from training.written import Label, Marked

DIAGRAM = Path(__file__).parent.parent / "docs" / "reliability.svg"
EVEN = 0.5
"""A source that is as likely wrong as right is left open whatever else was counted."""

WANTED = 0.95
"""Share of the sources that are not left open that shall be right."""

SHIPPED = BUILT_IN / "languages" / "en" / "confidence.toml"
ALIKE = 0.5
"""Share of characters that two spans must have in common to be the same."""

LITTLE = re.compile(r"\b(?:the|a|an|of|s|mr|mrs|ms|general|president|minister)\b|[^\w ]+")


@dataclass(frozen=True)
class Case:
    """One finding: what speaks for it, whether it is right, its source's words, its name."""

    signs: dict[str, float]
    rule: str
    right: bool
    met: bool
    words: bool
    name: bool | None


def cases(marked: Marked, language: Language) -> Iterator[Case]:
    """Read a text and hold each finding against what a person marked."""
    text = parse(Document(marked.text, language=language.code), language)
    lexicon = open_lexicon(language.attribution)
    page = lay_out(grow(text), lexicon, language.trust, Confidence())
    for said in hear(page, find_mentions(text, language))[0]:
        if said.finding.cue:
            label = max(marked.labels, key=lambda one: _likeness(said, one), default=Label())
            yield _case(said, label, known_as(marked, label))


def known_as(marked: Marked, label: Label) -> set[str]:
    """Return what a text calls the source of a statement, wherever it speaks."""
    alike = [one for one in marked.labels if one.name == label.name]
    spans = {span for one in alike for span in one.source}
    return {label.name} | {marked.text[span.begin : span.end] for span in spans}


def _case(said: Said, label: Label, forms: set[str]) -> Case:
    cue = _share(said.cue(), label.cue) >= ALIKE
    content = _share(said.finding.spans, label.content) >= ALIKE
    heard = (said.source.span,) if said.source.span else ()
    words = _share(heard, label.source) >= ALIKE
    name = any(same_party(said.source.name, form) for form in forms) if label.name else None
    found = signs(said.page, said.finding)
    return Case(found, said.source.rule, cue and content and words, cue and content, words, name)


def _likeness(said: Said, label: Label) -> float:
    return _share(said.cue(), label.cue) + _share(said.finding.spans, label.content)


def _share(one: Iterable[Span], other: Iterable[Span]) -> float:
    first, second = ({at for s in spans for at in range(s.begin, s.end)} for spans in (one, other))
    return len(first & second) / len(first | second) if first | second else 1.0


def same_party(one: str, other: str) -> bool:
    """Whether two names may be one party's: the same words, or all of the one in the other."""
    first, second = (set(LITTLE.sub(" ", name.casefold()).split()) for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def fit(rows: Sequence[dict[str, float]], right: Sequence[bool]) -> dict[str, float]:
    """Fit a logistic scale by Newton's method, with a light pull to nought."""
    names = sorted(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y = np.array(right, dtype=float)
    weights = np.zeros(len(names))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) + weights
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + np.eye(len(names))
        weights = weights - np.linalg.solve(bend, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def chance_of(weights: dict[str, float], row: dict[str, float]) -> float:
    """Return the chance that a scale gives a finding."""
    return float(1 / (1 + np.exp(-sum(weights[name] * row[name] for name in weights))))


def names_of(found: Iterable[Case]) -> dict[str, float]:
    """Count how often each rule names a source right whose words are right."""
    counts: dict[str, list[bool]] = {}
    for one in found:
        if one.met and one.words and one.name is not None:
            counts.setdefault(one.rule, []).append(one.name)
    return {
        rule: round((sum(right) + 1) / (len(right) + 1.5), 3)
        for rule, right in sorted(counts.items())
    }


def bound(known: Confidence, found: Sequence[Case], wanted: float) -> float:
    """Return the chance from which on the sources kept are right as often as is wanted."""
    named = [one for one in found if one.met and one.name is not None]
    scored = sorted(((source_chance(known, one), bool(one.name)) for one in named), reverse=True)
    enough = [
        chance
        for chance in {chance for chance, _ in scored}
        if np.mean([right for other, right in scored if other >= chance]) >= wanted
    ]
    return round(max(EVEN, min(enough, default=1.0)), 3)


def source_chance(known: Confidence, one: Case) -> float:
    """Return the chance that a scale gives a source: its words, and its name by its rule."""
    return chance_of(known.words, one.signs) * known.names.get(one.rule, 1.0)


def write(known: Confidence, path: Path) -> None:
    """Write the weights as TOML."""
    lines = [
        "# Measured by python -m training.confidence; docs/statements.md says how.",
        f"open = {known.open}",
    ]
    for name in ("statement", "words", "names"):
        lines += [
            "",
            f"[{name}]",
            *(f"{key} = {value}" for key, value in getattr(known, name).items()),
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(found: Sequence[Case], trained: Sequence[Case], fitted: Sequence[Case]) -> Confidence:
    """Fit both scales, count the names, and set the bound below which a source is left open."""
    met = [one for one in fitted if one.met]
    known = Confidence(
        fit([one.signs for one in fitted], [one.right for one in fitted]),
        fit([one.signs for one in met], [one.words for one in met]),
        names_of([*found, *trained]),
    )
    return replace(known, open=bound(known, [*found, *trained], WANTED))


def main() -> None:
    """Fit, write, print the tables, and draw the diagram of the development dossiers."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--data", type=Path, required=True)
    data: Path = words.parse_args().data
    english = load_knowledge().languages["en"]

    def read(texts: Iterable[Marked]) -> list[Case]:
        return [case for marked in texts for case in cases(marked, english)]

    held = read(written(held_out=True))
    polnear = read(map(_by_sentence, read_polnear(data / "polnear" / "dev.jsonl.gz")))
    trained = read(read_dossiers(sorted(data.glob("dossiers_*"))))
    known = measure(held, trained, [*held, *polnear[::5]])
    write(known, SHIPPED)
    rest = [one for n, one in enumerate(polnear) if n % 5]
    development = read(read_dossiers([data / "dossiers"]))
    sets = {"held out": held, "PolNeAR, the rest": rest, "development dossiers": development}
    for title, found in sets.items():
        stand = [(chance_of(known.statement, one.signs), one.right) for one in found]
        named = [
            (source_chance(known, one), bool(one.name))
            for one in found
            if one.met and one.name is not None
        ]
        print("\n".join(tables(title, stand, named, known.open)))
        if found is development:
            DIAGRAM.write_text(diagram({"statements": stand, "sources": named}), encoding="utf-8")


def _by_sentence(marked: Marked) -> Marked:
    """Part the contents of PolNeAR as a ledger does."""
    labels = (replace(one, content=(part,)) for one in marked.labels for part in one.content)
    return replace(marked, labels=tuple(labels))


if __name__ == "__main__":
    main()
