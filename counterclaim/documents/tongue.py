"""Which language a text is in."""

from __future__ import annotations

from counterclaim.knowledge import Knowledge

ENOUGH = 40  # letters; fewer say little


def find_language(text: str, _knowledge: Knowledge) -> str:
    """Return the ISO 639-1 code of a text's language, or "" where it is too short or mixed."""
    from py3langid import classify

    sample = text[:4000]
    return str(classify(sample)[0]) if sum(map(str.isalpha, sample)) >= ENOUGH else ""
