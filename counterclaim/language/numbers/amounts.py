"""Rules that read how many: from a numeral to a range, a bound, a sum of money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import prod

from counterclaim.language.numbers.numerals import tidy
from counterclaim.language.phrasing import Found
from counterclaim.model.quantity import Bound, Number, Quantity

Reader = Callable[[Found], Quantity | None]
MOST_PARTS = 100


def plain(found: Found) -> Quantity | None:
    """A number as it stands, or with the sign of a currency before it."""
    number = found.values["number"]
    if found.phrase.value == "negative":
        number = -number
    return exactly(number, found.values.get("currency", ""))


def and_a_half(found: Found) -> Quantity | None:
    """A number and a half: "two and a half million", "one million and a half"."""
    number = found.values["number"]
    if "magnitude" in found.values:
        return exactly((number + 0.5) * found.values["magnitude"])
    last = next((m for m in (10**9, 10**6) if number >= m and number % m == 0), 1)
    return exactly(number + last / 2)


def fraction(found: Found) -> Quantity | None:
    """Parts of a whole: "a third", "two thirds", "five and a quarter"."""
    number, part = found.values.get("number", 1), found.values["part"]
    if found.phrase.value == "added":
        return exactly(number + 1 / part)
    return exactly(number / part) if number < MOST_PARTS else None


def part_of_magnitude(found: Found) -> Quantity | None:
    """A part of a large number: "half a million", "three quarters of a million"."""
    counts = [word.values["number"] for word in found.words if "number" in word.values]
    if found.words[-1].values.get("scale", 1) == 1:
        return None
    return exactly(prod(counts) / found.values["part"])


def out_of(found: Found) -> Quantity | None:
    """A share: "two out of three", "one in five"."""
    number, of = found.values["number"], found.values.get("number2", 0)
    return exactly(number / of) if of > number else None


def half(_found: Found) -> Quantity:
    """One half."""
    return exactly(0.5)


def vague(found: Found) -> Quantity:
    """A word for many: it is at least its least meaning, and no number."""
    least: Number = found.values["vague"] * found.values.get("vague2", 1)
    return Quantity(least, None, Bound.UNQUANTIFIED)


def some(_found: Found) -> Quantity:
    """A word that leaves the number open on both sides."""
    return Quantity(None, None, Bound.UNQUANTIFIED)


def none(found: Found) -> Quantity:
    """A stated zero: "no casualties", "no one" was killed."""
    return Quantity(0, 0, unit=found.words[-1].text if "those" in found.values else "")


def between(found: Found) -> Quantity | None:
    """A range: "4,000 to 6,000", "between two and three million", "five or six"."""
    first, last = found.values["quantity"], found.values["quantity2"]
    if first.low is None or last.high is None or first.unit not in {"", last.unit}:
        return None
    scale = found.words[-1].values.get("scale", 1)
    low = first.low * scale if first.low * scale <= last.high and first.low < scale else first.low
    return replace(last, low=low) if low < last.high else None


def bounded(found: Found) -> Quantity | None:
    """A number with a bound: "at least 20", "up to 700", "nearly 90"."""
    quantity: Quantity = found.values["quantity"]
    bound = Bound(found.phrase.value)
    if bound is Bound.AT_LEAST:
        return replace(quantity, high=None, bound=_firmer(quantity, bound))
    if bound is Bound.AT_MOST:
        return replace(quantity, low=None, bound=_firmer(quantity, bound))
    return replace(quantity, bound=_firmer(quantity, bound))


def measured(found: Found) -> Quantity:
    """A number with its measure: "40 percent", "20 km"."""
    quantity: Quantity = found.values["quantity"]
    unit = found.phrase.value or found.values["measure"]
    return replace(quantity, unit=unit)


def paid(found: Found) -> Quantity:
    """A sum of money with the name of its currency behind it."""
    quantity: Quantity = found.values["quantity"]
    return replace(quantity, unit=found.values["money"])


def exactly(number: Number, unit: str = "") -> Quantity:
    """Return a number that is given as exact."""
    number = tidy(number)
    return Quantity(number, number, unit=unit)


def _firmer(quantity: Quantity, bound: Bound) -> Bound:
    """A bound on a vague number leaves it vague."""
    return quantity.bound if quantity.bound is Bound.UNQUANTIFIED else bound


RULES: Mapping[str, Reader] = {
    "plain": plain,
    "and_a_half": and_a_half,
    "fraction": fraction,
    "part_of_magnitude": part_of_magnitude,
    "out_of": out_of,
    "half": half,
    "vague": vague,
    "some": some,
    "none": none,
    "range": between,
    "bounded": bounded,
    "measured": measured,
    "paid": paid,
}
"""What reads each turn of phrase in `numbers.toml`; step and length decide which comes first."""
