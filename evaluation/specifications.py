"""Times and numbers of single sentences, against the specifications of Recognizers-Text.

A result is right where a mention that overlaps it says the same: the same TIMEX3 value, the same
days, the same hours of them, as many seconds; of a number, the same number. Where the set counts to
a day or a minute ("two months ago" is one day), the unit that the words give is right if it holds
that. A sentence without results is right where nothing is read in it.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Entry = dict[str, Any]
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
OPEN_DAY = re.compile(r"^(XXXX-XX-XX|\d{4}-\d\d-\d\d|XXXX-\d\d-\d\d|XXXX-WXX-\d)(?=T)")
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
SECONDS = (365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60)
COUNTED = frozenset({"ago", "within", "shifted", "shifted_from", "moments_off"})
"""Rules that count in the unit of the words."""
ONE = timedelta(1)
CLOSE = 1e-6


def inputs(gold: tuple[Path, ...]) -> Iterable[Entry]:
    """Return each sentence as a document of its day."""
    for name, row in _rows(gold):
        published = (row["ref"] or "")[:10] or None
        yield {"id": name, "text": row["text"], "language": "en", "published": published}


def figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Return the share of results that are read right, of each file, in per cent."""
    held = json.loads(ledger.read_text(encoding="utf-8"))
    keys = {document["id"]: document["key"] for document in held["documents"]}
    mentions: dict[str, list[Entry]] = {}
    for mention in held["mentions"]:
        if mention["type"] in {"time", "quantity", "money"}:
            mentions.setdefault(keys[mention["document"]], []).append(mention)
    right: dict[str, list[bool]] = {}
    for name, row in _rows(gold):
        kind = name.partition("/")[0]
        read = [
            one for one in mentions.get(name, []) if (one["type"] == "time") == (kind == "datetime")
        ]
        right.setdefault(kind, []).extend(_judged(kind, row["results"], read))
    return {
        f"{kind} accuracy": round(100 * sum(all_) / len(all_), 1) for kind, all_ in right.items()
    }


def _rows(gold: tuple[Path, ...]) -> Iterable[tuple[str, Entry]]:
    for path in gold:
        kind = path.name.partition("_")[0]
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        yield from ((f"{kind}/{n}", row) for n, row in enumerate(rows) if row["text"].strip())


def _judged(kind: str, results: Sequence[Entry], read: Sequence[Entry]) -> list[bool]:
    if not results:
        return [not read]
    same = {"datetime": _same_time, "number": _same_number, "numberrange": _same_range}[kind]
    return [any(_meets(result, one) and same(one, result) for one in read) for result in results]


def _meets(result: Entry, mention: Entry) -> bool:
    return bool(mention["span"][0] < result["e"] and result["b"] < mention["span"][1])


def _same_number(mention: Entry, result: Entry) -> bool:
    value, wanted = mention["value"], float(result["resolution"]["value"])
    return value["low"] == value["high"] is not None and _close(value["low"], wanted)


def _same_range(mention: Entry, result: Entry) -> bool:
    ends = result["resolution"]["value"][1:-1].split(",")
    wanted = [float(end) if end else None for end in ends]
    return [mention["value"]["low"], mention["value"]["high"]] == wanted


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= CLOSE * max(1.0, abs(other))


def _same_time(mention: Entry, result: Entry) -> bool:
    values = (result["resolution"] or {}).get("values", [])
    return any(_says(mention, value) or _holds(mention, value) for value in values)


def _holds(mention: Entry, wanted: Entry) -> bool:
    """Whether a counted unit holds the day that the set counts to."""
    days, day = _days(mention), str(wanted.get("value") or "")
    counted = mention["extraction"]["by"] in COUNTED and ISO_DAY.match(day) is not None
    return counted and days is not None and days[0] <= date.fromisoformat(day[:10]) <= days[1]


def _says(mention: Entry, wanted: Entry) -> bool:
    value, timex = str(mention["value"]), str(wanted.get("timex") or "")
    if timex == value == "PRESENT_REF":
        return True
    if timex == value or OPEN_DAY.sub("", timex) == OPEN_DAY.sub("", value) != value:
        return not wanted["type"].startswith("datetime") or _on(mention, wanted)
    if value[:1] == timex[:1] == "P":
        return wanted.get("value") == _seconds(value)
    if wanted["type"] == "date":
        return _is_day(mention, str(wanted.get("value")))
    if wanted["type"] == "daterange":
        return _is_range(mention, wanted)
    return "T" in value and _clocks(value) == _clocks(timex) and _on(mention, wanted)


def _seconds(value: str) -> str:
    match = DURATION.fullmatch(value)
    parts = match.groups() if match else ()
    return str(sum(int(n or 0) * unit for n, unit in zip(parts, SECONDS, strict=False)))


def _clocks(value: str) -> list[str]:
    """Return the hours of a value or a range, without days and needless zeros."""
    ends = [end for end in re.split(r"[/,]", value.strip("()")) if "T" in end and end[0] != "P"]
    clocks = [end.partition("T")[2] for end in ends]
    return [re.sub(r"^(\d\d?)$", r"\1:00", re.sub(r"(:\d\d):00$", r"\1", one)) for one in clocks]


def _on(mention: Entry, wanted: Entry) -> bool:
    """Whether hours are of the day that is wanted, where one is."""
    said = wanted.get("value") or wanted.get("start") or wanted.get("end") or ""
    days = _days(mention)
    if not ISO_DAY.match(said):
        return True
    return days is not None and days[0].isoformat() == said[:10]


def _is_day(mention: Entry, wanted: str) -> bool:
    return bool(ISO_DAY.match(wanted)) and _days(mention) == (date.fromisoformat(wanted),) * 2


def _is_range(mention: Entry, wanted: Entry) -> bool:
    """Whether the days are those of a range; an end may be the last day, or the one after it."""
    days, begin, end = _days(mention), _day(wanted.get("start")), _day(wanted.get("end"))
    if days is None:
        return False
    bound = str(wanted.get("Mod")).partition("-")[0]
    if bound in {"since", "after"}:
        return begin in {days[0], days[1], days[1] + ONE}
    if bound in {"before", "until"}:
        return end in {days[0], days[1], days[1] + ONE}
    if begin is None or end is None:
        return False
    return abs(days[0] - begin) <= ONE and (
        abs(days[1] + ONE - end) <= ONE or _ends_in(mention, end)
    )


def _ends_in(mention: Entry, end: date) -> bool:
    """Whether a range of months ends in the month that begins on the day wanted."""
    last = str(mention["value"]).partition("/")[2]
    return bool(last) and end.isoformat().startswith(last)


def _days(mention: Entry) -> tuple[date, date] | None:
    days = mention["time"]["days"]
    return (date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text and ISO_DAY.match(text) else None
