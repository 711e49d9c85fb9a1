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
DOZEN = 12
TEN = 10
LEAST_TENS = 20
SHARE = "share"
CLOSE = 20
"""How many times the lower end a dash or an "or" may reach: beyond, they join no range."""


def plain(found: Found) -> Quantity | None:
    """Read a number as it stands, or with the sign of a currency before it."""
    number = found.values["number"]
    if found.phrase.value == "negative":
        number = -number
    return exactly(number, found.values.get("currency", ""))


def and_a_half(found: Found) -> Quantity | None:
    """Read a number and a half: "two and a half million", "one million and a half"."""
    number, magnitude = found.values["number"], found.values.get("magnitude", 1)
    scale = found.words[0].values.get("scale", 1)
    if scale > magnitude > 1:
        return exactly(number + magnitude / 2)
    return exactly((number + scale / 2) * magnitude)


def fraction(found: Found) -> Quantity | None:
    """Read parts of a whole: "a third", "two thirds", "five and a quarter"."""
    number, part = found.values.get("number", 1), found.values.get("part", 1)
    if found.phrase.value == "beyond":
        return exactly(number / found.values["parts"])
    if found.phrase.value == "added":
        return exactly(number + found.words[0].values.get("scale", 1) / part)
    return share(number / part) if number < part else None


def compound(found: Found) -> Quantity | None:
    """Read a part whose name is of two words: "a twenty-first", "three twenty-fifths"."""
    tens, ones = found.values.get("number2", found.values["number"]), found.values["tail"]
    number = found.values["number"] if "number2" in found.values else 1
    whole = isinstance(tens, int) and tens >= LEAST_TENS and tens % TEN == 0
    return share(number / (tens + ones)) if whole and number < tens else None


def mixed(found: Found) -> Quantity | None:
    """Read a number and parts: "twenty and three fifths", "two million and three fifths"."""
    number, parts, part = (found.values[name] for name in ("number", "number2", "part"))
    scale = found.words[0].values.get("scale", 1)
    return exactly(number + scale * parts / part) if parts < part else None


def over(found: Found) -> Quantity | None:
    """Read a part as mathematicians say it: "one over three"."""
    return share(1 / found.values["number"]) if found.values["number"] > 1 else None


def part_of_magnitude(found: Found) -> Quantity | None:
    """Read a part of a large number: "half a million", "three quarters of a million"."""
    counts = [word.values["number"] for word in found.words if "number" in word.values]
    if found.words[-1].values.get("scale", 1) == 1:
        return None
    return exactly(prod(counts) / found.values["part"])


def dozens(found: Found) -> Quantity | None:
    """Read so many dozens."""
    return exactly(found.values["number"] * DOZEN)


def out_of(found: Found) -> Quantity | None:
    """Read a share: "two out of three", "one in five"."""
    number, of = found.values["number"], found.values["number2"]
    certain = found.phrase.value == "out of" or number == 1
    return share(number / of) if of > number and certain else None


def half(_found: Found) -> Quantity:
    """Read one half."""
    return share(0.5)


def vague(found: Found) -> Quantity:
    """Read a word for many: two of its size at least, "several dozen" are 24; it is no number."""
    size = found.values["vague"] if "vague" in found.values else found.values["round"]
    least: Number = 2 * size * found.values.get("vague2", 1)
    return Quantity(least, None, Bound.UNQUANTIFIED)


def some(_found: Found) -> Quantity:
    """Read a word that leaves the number open on both sides."""
    return Quantity(None, None, Bound.UNQUANTIFIED)


def none(found: Found) -> Quantity:
    """Read a stated zero: "no casualties", "no one" was killed."""
    return Quantity(0, 0, unit=found.words[-1].text if "those" in found.values else "")


def between(found: Found) -> Quantity | None:
    """Read a range: "4,000 to 6,000", "between two and three million", "five or six"."""
    first, last = found.values["quantity"], found.values["quantity2"]
    if found.phrase.value == "tied" and not found.words[1].glued:
        return None
    if first.low is None or last.high is None or first.unit not in {"", last.unit}:
        return None
    if found.phrase.value in {"near", "tied"} and last.high > CLOSE * first.low:
        return None
    scale = found.words[-1].values.get("scale", 1)
    low = first.low * scale if first.low * scale <= last.high and first.low < scale else first.low
    return replace(last, low=low) if low < last.high else None


def both_bounds(found: Found) -> Quantity | None:
    """Read two bounds on one number: "more than 10 and fewer than 20"."""
    first, last = found.values["quantity"], found.values["quantity2"]
    least, most = (first, last) if first.bound is Bound.AT_LEAST else (last, first)
    if (least.bound, most.bound) != (Bound.AT_LEAST, Bound.AT_MOST):
        return None
    ordered = None not in {least.low, most.high} and least.low < most.high
    return Quantity(least.low, most.high) if ordered else None


def decimal(found: Found) -> Quantity | None:
    """Read a decimal in words: "five point two"."""
    whole, part = found.values["number"], found.values["number2"]
    if not isinstance(part, int) or not 0 <= part < MOST_PARTS:
        return None
    places = 2 if part >= TEN or found.phrase.value == "zero" else 1
    value = whole + part / TEN**places
    return exactly(-value if found.phrase.value == "negative" else value)


def ratio(found: Found) -> Quantity | None:
    """Read a fraction in figures: "1/2", "2 1/4"."""
    numbers = [
        found.values[name] for name in ("number", "number2", "number3") if name in found.values
    ]
    whole, part, of = (0, *numbers) if len(numbers) == 2 else numbers
    if not 0 < part < of <= MOST_PARTS:
        return None
    return exactly(whole + part / of) if whole else share(part / of)


def bounded(found: Found) -> Quantity | None:
    """Read a number with a bound: "at least 20", "up to 700", "nearly 90"."""
    quantity: Quantity = found.values["quantity"]
    bound = Bound(found.phrase.value)
    if bound is Bound.AT_LEAST:
        return replace(quantity, high=None, bound=_firmer(quantity, bound))
    if bound is Bound.AT_MOST:
        return replace(quantity, low=None, bound=_firmer(quantity, bound))
    return replace(quantity, bound=_firmer(quantity, bound))


def nearly(found: Found) -> Quantity:
    """Read a number that is not quite reached: "nearly 90" is about, and at most, 90."""
    quantity: Quantity = found.values["quantity"]
    return replace(quantity, low=None, bound=_firmer(quantity, Bound.ABOUT))


def measured(found: Found) -> Quantity:
    """Read a number with its measure: "40 percent", "20 km"."""
    quantity: Quantity = found.values["quantity"]
    unit = found.phrase.value or found.values["measure"]
    return replace(quantity, unit=unit)


def paid(found: Found) -> Quantity:
    """Read a sum of money with the name of its currency behind it."""
    quantity: Quantity = found.values["quantity"]
    return replace(quantity, unit=found.values["money"])


def share(number: Number) -> Quantity:
    """Return a part of a whole: it counts nobody."""
    return Quantity(number, number, unit=SHARE)


def exactly(number: Number, unit: str = "") -> Quantity:
    """Return a number that is given as exact."""
    number = tidy(number)
    return Quantity(number, number, unit=unit)


def _firmer(quantity: Quantity, bound: Bound) -> Bound:
    """Read a bound on a vague number leaves it vague."""
    return quantity.bound if quantity.bound is Bound.UNQUANTIFIED else bound


RULES: Mapping[str, Reader] = {
    "plain": plain,
    "and_a_half": and_a_half,
    "fraction": fraction,
    "part_of_magnitude": part_of_magnitude,
    "compound": compound,
    "mixed": mixed,
    "over": over,
    "out_of": out_of,
    "half": half,
    "vague": vague,
    "some": some,
    "none": none,
    "between": between,
    "both_bounds": both_bounds,
    "bounded": bounded,
    "nearly": nearly,
    "decimal": decimal,
    "dozens": dozens,
    "ratio": ratio,
    "measured": measured,
    "paid": paid,
}
"""What reads each turn of phrase in `numbers.toml`; step and length decide which comes first."""
