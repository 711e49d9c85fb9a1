"""The colours of the page can be told apart, in light and in dark: WCAG 2.2 AA."""

import re
from pathlib import Path

import pytest

import counterclaim.page

TOKENS = Path(counterclaim.page.__file__).parent / "static" / "tokens.css"
LIGHT, DARK = TOKENS.read_text("utf-8").split("@media (prefers-color-scheme: dark)")
SHEETS = {"light": LIGHT, "dark": DARK}
TEXT, SHAPE = 4.5, 3.0
PAPERS = ("paper", "raised", "sunken")
WORDS = ("ink", "quiet", "link", "affirm", "deny", "open")
ON_THEIR_OWN = (
    ("source-ink", "source"),
    ("cue-ink", "cue"),
    ("affirm", "affirm-paper"),
    ("deny", "deny-paper"),
    ("open", "open-paper"),
    ("paper", "ink"),
)


def colours(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", sheet))


def luminance(colour: str) -> float:
    """Return the relative luminance of sRGB, as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_the_standard_names():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SHEETS)
def test_words_stand_out_from_what_they_stand_on(scheme: str):
    known = colours(SHEETS[scheme])
    pairs = [*((word, paper) for word in WORDS for paper in PAPERS), *ON_THEIR_OWN]
    weak = {pair: round(contrast(*map(known.__getitem__, pair)), 2) for pair in pairs}
    assert not {pair: value for pair, value in weak.items() if value < TEXT}


@pytest.mark.parametrize("scheme", SHEETS)
@pytest.mark.parametrize("shape", ["focus", "strong-line"])
def test_what_is_not_words_can_be_seen(scheme: str, shape: str):
    known = colours(SHEETS[scheme])
    assert min(contrast(known[shape], known[paper]) for paper in PAPERS) >= SHAPE


def test_both_schemes_name_the_same_colours():
    assert colours(LIGHT).keys() == colours(DARK).keys()
