"""How far to trust each voice on a stance: `python -m training.trust --data DATA`.

Each rule's share of right answers, and how common each answer is, are counted on the training
dossiers: they are written as reports are. The learned reader has seen those, so the temperatures,
and the table of reliability that this prints, come from the tenth of our own, harder reports that
was held out from it. The development dossiers are never read.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from counterclaim.knowledge import BUILT_IN, Language, load_knowledge
from counterclaim.knowledge.trust import Measured, Trust
from counterclaim.language import find_mentions, parse
from counterclaim.model.statement import Polarity
from counterclaim.model.text import Document, Span
from counterclaim.model.tree import grow
from counterclaim.statements.assembly import hear
from counterclaim.statements.finding import lay_out
from counterclaim.statements.judgement import (
    CERTAINTY,
    COARSER,
    LEAST,
    QUESTIONS,
    Chances,
    Question,
    expected,
    flattened,
    judge,
    ranking,
    ruled_answers,
    weighed,
)
from counterclaim.statements.lexicon import open_lexicon
from counterclaim.statements.stance import Said
from training.attribution import written
from training.examples import read_dossiers
from training.reliability import bands
from training.written import Label, Marked

SHIPPED = BUILT_IN / "languages" / "en" / "trust.toml"
HEATS = tuple(n / 20 for n in range(10, 61))
LIKE = 0.3
"""Share of characters that two contents must have in common to be of one statement."""

Judged = tuple[Said, Label]


def read(marked: Marked, language: Language) -> Iterator[Judged]:
    """Read a text, and yield what is found of the statements that a person marked in it."""
    text = parse(Document(marked.text, language=language.code), language)
    page = lay_out(
        grow(text), open_lexicon(language.attribution), language.trust, language.confidence
    )
    told, _ = hear(page, find_mentions(text, language))
    pairs = sorted(
        (
            (_alike(label.content, said.finding.spans), at, n)
            for at, label in enumerate(marked.labels)
            for n, said in enumerate(told)
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    labels: set[int] = set()
    found: set[int] = set()
    for likeness, at, n in pairs:
        if likeness >= LIKE and at not in labels and n not in found:
            labels.add(at)
            found.add(n)
            yield told[n], marked.labels[at]


def _alike(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Return how far two contents are the same characters: 0 to 1."""
    first, second = (
        {at for span in spans for at in range(span.begin, span.end)} for spans in (one, other)
    )
    return len(first & second) / len(first | second)


def is_right(value: Any, label: Label, question: Question[Any]) -> bool:
    """Whether an answer is the one that was marked, as finely as marks go."""
    return bool(COARSER.get(value, value) == getattr(label, question.field))


def measure(judged: Sequence[Judged], unseen: Sequence[Judged]) -> Trust:
    """Measure all voices: the rules on some statements, the learned reader on unseen ones."""
    return Trust(**{one.field: _measured(judged, unseen, one) for one in QUESTIONS})


def _measured(
    judged: Sequence[Judged], unseen: Sequence[Judged], question: Question[Any]
) -> Measured:
    asked = [one for one in judged if _is_asked(one, question)]
    common = Counter(getattr(label, question.field) for _, label in asked)
    right: dict[str, list[bool]] = defaultdict(list)
    for said, label in asked:
        first = ruled_answers(said, question)[0]
        right[first.rule].append(is_right(first.value, label, question))
    plain = Measured(
        rules={name: _share(sum(told), len(told)) for name, told in right.items()},
        common={name: round(count / len(asked), 3) for name, count in common.items()},
    )
    new = [one for one in unseen if _is_asked(one, question)]
    learned = fitting(
        [_read(one, question, plain) for one in new if ranking(one[0], question.field)]
    )
    plain = replace(plain, learned=learned)
    heard = [one for one in new if ruled_answers(one[0], question)[0].rule in plain.rules]
    return replace(plain, both=fitting([_both(one, question, plain) for one in heard]))


def _read(one: Judged, question: Question[Any], measured: Measured) -> tuple[Chances, str]:
    """Return the learned reader's chances of one statement, and the right answer."""
    said, label = one
    return expected(ranking(said, question.field), measured), getattr(label, question.field)


def _both(one: Judged, question: Question[Any], measured: Measured) -> tuple[Chances, str]:
    before, right = _read(one, question, measured)
    return weighed(ruled_answers(one[0], question)[0], before, measured), right


def _is_asked(one: Judged, question: Question[Any]) -> bool:
    """Whether a question comes up: what is left open is never certain."""
    return question is not CERTAINTY or one[1].polarity != Polarity.OPEN


def _share(right: int, told: int) -> float:
    """Return the chance that the next answer is right (half a case each way: Jeffreys' prior)."""
    return round((right + 0.5) / (told + 1), 3)


def fitting(told: Sequence[tuple[Chances, str]]) -> float:
    """Return the temperature at which chances fit the right answers best (least log loss)."""
    return min(
        HEATS, key=lambda heat: sum(_loss(flattened(one, heat), right) for one, right in told)
    )


def _loss(chances: Chances, right: str) -> float:
    return -math.log(max(chances.get(right, 0.0), LEAST))


def reliability(judged: Sequence[Judged], trust: Trust) -> Iterator[str]:
    """Yield for each question how many answers are right, then how often in each band of scores."""
    for question in QUESTIONS:
        rows = [row for one in judged if (row := _scored(one, trust, question))]
        right = sum(right for _, right in rows)
        yield f"{question.field}: {right} of {len(rows)} right (score, number, mean, share right)"
        yield from bands(rows)


def _scored(one: Judged, trust: Trust, question: Question[Any]) -> tuple[float, bool] | None:
    said, label = one
    judged = judge(replace(said, page=replace(said.page, trust=trust)))
    answer = getattr(judged, question.field)
    right = is_right(answer.value, label, question)
    return None if answer.score is None else (answer.score, right)


def to_toml(trust: Trust) -> str:
    """Write down what was measured."""
    lines = ["# How far each voice on a stance is trusted: counted by `python -m training.trust`."]
    for question in QUESTIONS:
        found = trust.of(question.field)
        lines += ["", f"[{question.field}]", f"learned = {found.learned}", f"both = {found.both}"]
        for name, rows in (("rules", found.rules), ("common", found.common)):
            lines += [f"[{question.field}.{name}]"]
            lines += [f'"{key}" = {share}' for key, share in sorted(rows.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Count, write the file, and print how reliable the scores are."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--data", type=Path, required=True, help="folder with dossiers_*/")
    arguments = words.parse_args()
    language = load_knowledge().languages["en"]
    dossiers = read_dossiers(sorted(arguments.data.glob("dossiers_*")))
    seen = [one for text in dossiers for one in read(text, language)]
    unseen = [one for text in written(held_out=True) for one in read(text, language)]
    trust = measure(seen, unseen)
    SHIPPED.write_text(to_toml(trust), encoding="utf-8")
    print("\n".join(reliability(unseen, trust)))


if __name__ == "__main__":
    main()
