"""How sure a found statement and its source are: `python -m training.confidence --data DATA`.

Fitted on the tenth of our own reports that no reader has seen and a fifth of PolNeAR's findings;
the names by rule are counted on the training dossiers too. Prints the tables of reliability.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from counterclaim.knowledge import BUILT_IN, Language, load_knowledge
from counterclaim.knowledge.confidence import Confidence
from counterclaim.language import find_mentions, parse
from counterclaim.model.text import Document, Span
from counterclaim.statements.assembly import hear
from counterclaim.statements.confidence import signs
from counterclaim.statements.finding import lay_out
from counterclaim.statements.lexicon import open_lexicon
from counterclaim.statements.stance import Said
from counterclaim.statements.tree import grow
from training.attribution import written
from training.examples import read_dossiers, read_polnear
from training.written import Label, Marked

SHIPPED = BUILT_IN / "languages" / "en" / "confidence.toml"
ALIKE = 0.5
"""Share of characters that two spans must have in common to be the same."""

LITTLE = re.compile(r"\b(?:the|a|an|of|s|mr|mrs|ms|general|president|minister)\b|[^\w ]+")
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


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
    scored = sorted(
        (
            (_source_chance(known, one), bool(one.words and one.name))
            for one in found
            if one.met and one.name is not None
        ),
        reverse=True,
    )
    right = np.cumsum([good for _, good in scored]) / np.arange(1, len(scored) + 1)
    enough = [chance for (chance, _), share in zip(scored, right, strict=True) if share >= wanted]
    return round(min(enough, default=1.0), 3)


def _source_chance(known: Confidence, one: Case) -> float:
    return chance_of(known.words, one.signs) * known.names.get(one.rule, 1.0)


def reliability(pairs: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """Yield a line per band: how many, how sure on average, how often right."""
    for low, high in pairwise(BANDS):
        inside = [(chance, right) for chance, right in pairs if low <= chance < high]
        if inside:
            mean = sum(chance for chance, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            yield f"  {low:.2f}-{min(high, 1):.2f}  {len(inside):5}  {mean:.3f}  {share:.3f}"


def shown(title: str, known: Confidence, found: Sequence[Case]) -> Iterator[str]:
    """Yield the tables of one set."""
    yield f"{title}: statements"
    yield from reliability([(chance_of(known.statement, one.signs), one.right) for one in found])
    yield f"{title}: sources, of statements that stand there"
    named = [one for one in found if one.met and one.name is not None]
    yield from reliability(
        [(_source_chance(known, one), bool(one.words and one.name)) for one in named]
    )
    kept = [one for one in named if _source_chance(known, one) >= known.open]
    right = sum(bool(one.words and one.name) for one in kept)
    if kept:
        yield f"  named {len(kept)} of {len(named)}, right {right} ({100 * right / len(kept):.1f} %)"


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


def main() -> None:
    """Fit, write, and print the tables."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--data", type=Path, required=True)
    data: Path = words.parse_args().data
    english = load_knowledge().languages["en"]

    def read(texts: Iterable[Marked]) -> list[Case]:
        return [case for marked in texts for case in cases(marked, english)]

    held, polnear = (
        read(written(held_out=True)),
        read(map(_by_sentence, read_polnear(data / "polnear" / "dev.jsonl.gz"))),
    )
    trained = read(read_dossiers(sorted(data.glob("dossiers_*"))))
    fitted = [*held, *polnear[::5]]
    met = [one for one in fitted if one.met]
    known = Confidence(
        fit([one.signs for one in fitted], [one.right for one in fitted]),
        fit([one.signs for one in met], [one.words for one in met]),
        names_of([*held, *trained]),
    )
    known = replace(known, open=bound(known, [*held, *trained], 0.95))
    write(known, SHIPPED)
    development = read(read_dossiers([data / "dossiers"]))
    for title, found in (
        ("held out", held),
        ("PolNeAR, the rest", [one for n, one in enumerate(polnear) if n % 5]),
        ("development dossiers", development),
    ):
        print("\n".join(shown(title, known, found)))


def _by_sentence(marked: Marked) -> Marked:
    """Part the contents of PolNeAR as a ledger does."""
    labels = (replace(one, content=(part,)) for one in marked.labels for part in one.content)
    return replace(marked, labels=tuple(labels))


if __name__ == "__main__":
    main()
