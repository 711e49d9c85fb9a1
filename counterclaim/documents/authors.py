"""Who wrote a text: names in bylines, and which of them are one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from counterclaim.knowledge.layout import Layout

ENDS = re.compile(r"\s*(?:[|/;·•@(:]|\s[-–—]+\s|--)\s*")
NAME_WORD = re.compile(r"[^\W\d_]+(?:['’‘.-][^\W\d_]+)*\.?")
NOTE_MARKS = " *_(—–-"  # around an author's note
LONG_SURNAME, LONGER_SURNAME = 6, 9  # letters; from here one, then two, may differ


def credited(line: str, words: Layout) -> tuple[str, ...]:
    """Return the authors that a byline or an author's note names, in its order."""
    _, rest = split_cue(line, words.bylines)
    head = ENDS.split(rest.strip(" .*_"), maxsplit=1)[0]
    *before, last = _split_at_words(head, words.conjunctions)
    last = _split_at_words(last.split(",")[0], words.byline_links + words.bio_verbs)[0]
    parts = [part for piece in before for part in re.split(r"[,&]", piece)]
    names = [part.strip() for part in (*parts, *last.split("&")) if part.strip()]
    return tuple(names) if names and all(is_name(name, words) for name in names) else ()


def split_cue(line: str, cues: Sequence[str]) -> tuple[str, str]:
    """Split the longest of the cues that a line begins with from what follows it, or ("", line)."""
    lowered = line[:80].casefold()
    for cue in sorted(cues, key=len, reverse=True):
        rest = line[len(cue) :]
        if lowered.startswith(cue) and (not rest or not rest[0].isalnum()):
            return cue, rest.lstrip(" :\t\xa0")
    return "", line


def split_note(text: str, words: Layout) -> tuple[str, str, str]:
    """Split an author's note into the name it begins with, the comma or verb after it, the rest."""
    verbs = "|".join(map(re.escape, words.bio_verbs)) or "$"
    found = re.match(rf"([^,]{{4,50}}?)(?:\s*(,)\s+|['’]s\s+|\s+({verbs})\s+)(.*)", text, re.DOTALL)
    if not found or not is_name(found[1], words):
        return "", "", text
    return found[1], found[2] or found[3] or "'s", found[4]


def note_author(note: str, words: Layout) -> str:
    """Return the name that an author's note gives first, or nothing."""
    _, rest = split_cue(note.strip(NOTE_MARKS), words.bio_labels)
    return split_note(rest, words)[0]


def is_name(text: str, words: Layout) -> bool:
    """Whether text is shaped as a person's name in full, and holds no word that names do not."""
    parts = text.split()
    if not 2 <= len(_bare(text, words)) <= 5 or len(text) > 50:
        return False
    if text.casefold() in words.agencies | words.labels:
        return False
    capitals = parts[0][0].isupper() and parts[-1][0].isupper() and len(parts[-1].strip(".")) > 1
    return capitals and all(_may_be_named(part, words) for part in parts)


def _may_be_named(part: str, words: Layout) -> bool:
    bare = part.casefold().strip(".")
    unfit = words.not_names | words.months | words.weekdays | words.organisations
    if not NAME_WORD.fullmatch(part) or bare in unfit or bare.split("-")[0] in unfit:
        return False
    return part[0].isupper() or bare.split("-")[0] in words.particles


def same_person(one: str, other: str, words: Layout) -> bool:
    """Whether two names in one document's credits are one person's, spelled in two ways.

    Given names must be equal, or one the other's initial; a long surname may differ by a letter or
    two, not in its first or last (Petrov and Petrova are two people).
    """
    first, second = _bare(one, words), _bare(other, words)
    if len(first) < 2 or len(second) < 2:
        return first == second
    if first[-1] != second[-1]:
        return first[:-1] == second[:-1] and len(first[0]) > 1 and _alike(first[-1], second[-1])
    if first[0] != second[0] and not _shortens(first[0], second[0]):
        return False
    middles = zip(first[1:-1], second[1:-1], strict=False)
    return all(a == b or _shortens(a, b) for a, b in middles)


def join_variants(names: Sequence[str], words: Layout) -> tuple[tuple[str, ...], ...]:
    """Gather the spellings of each person; a short form that could be two people stays alone."""
    distinct = list(dict.fromkeys(names))
    like = {
        name: tuple(other for other in distinct if same_person(name, other, words))
        for name in distinct
    }
    people = (
        like[name] if all(like[other] == like[name] for other in like[name]) else (name,)
        for name in distinct
    )
    return tuple(dict.fromkeys(people))


def _split_at_words(text: str, separators: Sequence[str]) -> list[str]:
    if not separators:
        return [text]
    choice = "|".join(map(re.escape, separators))
    return re.split(rf"\s+(?:{choice})\s+", text, flags=re.IGNORECASE)


def _bare(name: str, words: Layout) -> list[str]:
    """Return a name's parts as they compare: no accents, points, case or titles."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    parts = re.sub(r"['’‘`]", "", letters).replace(".", " ").replace("-", " ").split()
    return [part for part in parts if part not in words.honorifics]


def _shortens(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]


def _alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < LONG_SURNAME or one[0] != other[0] or one[-1] != other[-1]:
        return False
    return _edits(one, other) <= (2 if shorter >= LONGER_SURNAME else 1)


def _edits(one: str, other: str) -> int:
    """Count the letters to insert, drop or change (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        previous, row[0] = row[0], at
        for place, against in enumerate(other, 1):
            previous, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, previous + (letter != against)),
            )
    return row[-1]
