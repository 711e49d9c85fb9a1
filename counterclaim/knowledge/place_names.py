"""The form in which the spellings of a place name agree."""

from __future__ import annotations

import re
import unicodedata

SILENT_OR_GAP = str.maketrans(
    dict.fromkeys(".'’‘`ʿʾʻʼ", "") | dict.fromkeys("-_,;:/()–", " ") | {"&": " and "}
)
UNDECOMPOSED = str.maketrans("øłđıæħ", "oldiah")
GAP = re.compile(r"[\W_]+")
SHORTENED = re.compile(r"\b(st|ste|mt|ft)(?= .)")
IN_FULL = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def fold(name: str) -> str:
    """Bring a place name to its form: no case, accents, dots, apostrophes, hyphens, article.

    "St. Louis" and "Saint-Louis" are one form, "Mt Sinjar" and "Mount Sinjar".
    """
    folded = name.casefold().translate(SILENT_OR_GAP)
    if not folded.isascii():
        letters = unicodedata.normalize("NFKD", folded.translate(UNDECOMPOSED))
        folded = "".join(letter for letter in letters if not unicodedata.combining(letter))
    folded = GAP.sub(" ", folded).strip().removeprefix("the ")
    return SHORTENED.sub(lambda found: IN_FULL[found[1]], folded)
