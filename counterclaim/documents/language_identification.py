"""Which language a text is in."""

from __future__ import annotations

from collections import Counter

from counterclaim.documents.page import WORD
from counterclaim.knowledge import Knowledge
from counterclaim.knowledge.layout import Layout

FEWEST_LETTERS = 60  # that the model needs
SAMPLE = 8_000  # characters
PART = 1_000  # characters judged at a time, so that a text in two languages shows
MAJORITY = 0.75  # of the letters that must be in one language
# Share of a language's commonest words in a part: 99 of 100 of English news have 0.23 or more, the
# most English of 2,500 parts in Spanish and German has 0.18.
SURE, LIKELY = 0.2, 0.12


def find_language(text: str, knowledge: Knowledge) -> str:
    """Return the ISO 639-1 code of a text's language, or "" where it is too short or mixed."""
    letters: Counter[str] = Counter()
    for begin in range(0, min(len(text), SAMPLE), PART):
        part = text[begin : begin + PART]
        letters[_language_of(part, knowledge)] += sum(map(str.isalpha, part))
    code, most = max(letters.items(), key=lambda each: (each[1], each[0]), default=("", 0))
    return code if most >= MAJORITY * letters.total() else ""


def _language_of(part: str, knowledge: Knowledge) -> str:
    """Judge by the commonest words where a language lists them: foreign names do not mislead it."""
    words = [word.casefold() for word in WORD.findall(part)]
    listed = {code: known.layout for code, known in knowledge.languages.items()}
    shares = {code: _share(words, known) for code, known in listed.items() if known.function_words}
    for code, share in sorted(shares.items()):
        if share >= SURE:
            return code
    model = _model_language(part)
    return "" if shares.get(model, 1.0) < LIKELY else model


def _share(words: list[str], layout: Layout) -> float:
    """Return how much of a text the language's commonest words are; one of them says nothing."""
    found = [word for word in words if word in layout.function_words]
    return len(found) / len(words) if len(set(found)) >= 2 else 0.0


def _model_language(part: str) -> str:
    """Ask the model, which needs some text: below that it answers at random."""
    from py3langid import classify

    return str(classify(part)[0]) if sum(map(str.isalpha, part)) >= FEWEST_LETTERS else ""
