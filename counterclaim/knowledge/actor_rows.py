"""The parties that a user adds: the rows of `dictionaries/actors.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.actors import Actor, Alias, AliasKind, aliases, named, parts, with_names
from counterclaim.model.statement import MentionType

NAMES = ("name", "names", "short", "metonyms")
LINKS = ("part_of", "split_from", "became")
COLUMNS = ("id", *NAMES, "type", "code", "countries", *LINKS, "since", "until", "state_run")

TYPES = (
    MentionType.PERSON,
    MentionType.ORGANISATION,
    MentionType.ARMED_GROUP,
    MentionType.GOVERNMENT,
    MentionType.MILITARY,
    MentionType.MEDIA,
)
TRUTH = {"": None, "yes": True, "no": False}
CODE = re.compile("[A-Z]{3}")
ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
Row = dict[str, str]


def add_rows(path: Path, actors: dict[str, Actor]) -> None:
    """Add a user's parties, and further names for known ones; raises KnowledgeError by line."""
    rows = list(_rows(path))
    known = {*actors, *(row["id"] for _, row in rows)}
    states = {*(actor.code for actor in actors.values()), *(row.get("code") for _, row in rows)}
    seen: set[str] = set()
    for line, row in rows:
        try:
            _check_id(row["id"], seen)
            actor = actors.get(row["id"])
            actors[row["id"]] = _named_anew(row, actor) if actor else _new(row, known, states)
        except ValueError as error:
            raise KnowledgeError(f"{path}, line {line}: {error}", "Correct the row") from error


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check_columns(path, reader.fieldnames or ())
            for row in reader:
                if any(row.values()):
                    yield reader.line_num, _cells(row, path, reader.line_num)
    except OSError as error:
        raise KnowledgeError(f"{path}: {error.strerror}", "Check that the file is there") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: not UTF-8", "Save the table as UTF-8") from error
    except csv.Error as error:
        raise KnowledgeError(f"{path}: {error}", "Close every quote in the table") from error


def _cells(row: dict[str | None, str | list[str] | None], path: Path, line: int) -> Row:
    if None in row or None in row.values():
        few_or_many = "more" if None in row else "fewer"
        message = f"{path}, line {line}: {few_or_many} cells than the header has columns"
        raise KnowledgeError(message, "Put quotes around a cell that holds a comma")
    cells = {str(column).strip(): str(cell).strip() for column, cell in row.items()}
    return dict.fromkeys(COLUMNS, "") | cells


def _check_columns(path: Path, columns: Sequence[str]) -> None:
    names = [column.strip() for column in columns]
    if "id" not in names:
        raise KnowledgeError(f"{path}: no column 'id'", f"Columns: {', '.join(COLUMNS)}")
    for column in names:
        if column not in COLUMNS:
            near = _nearest(column, COLUMNS)
            hint = f"Did you mean '{near}'?" if near else f"Columns: {', '.join(COLUMNS)}"
            raise KnowledgeError(f"{path}: unknown column '{column}'", hint)


def _check_id(id: str, seen: set[str]) -> None:
    if not ID.fullmatch(id):
        raise ValueError(f"'{id}' is no id: small letters and digits, joined by '.' or '-'")
    if id in seen:
        raise ValueError(f"the id '{id}' stands here twice")
    seen.add(id)


def _named_anew(row: Row, actor: Actor) -> Actor:
    """Add names to a known party, which stays what it is otherwise."""
    for column in COLUMNS:
        if column not in {"id", *NAMES} and row[column]:
            raise ValueError(f"'{actor.id}' is known: only names can be added, not '{column}'")
    return with_names(actor, _aliases(row))


def _new(row: Row, known: Set[str], states: Set[str | None]) -> Actor:
    if not row["name"]:
        raise ValueError(f"'{row['id']}' has no name")
    code, countries = _code(row["code"]), _countries(row["countries"], states)
    since, until = _year(row, "since"), _year(row, "until")
    if since and until and until < since:
        raise ValueError(f"until {until} lies before since {since}")
    return Actor(
        id=row["id"],
        name=row["name"],
        type=_type(row["type"]),
        aliases=tuple(_aliases(row)),
        code=code,
        countries=countries or ((code,) if code else ()),
        part_of=_ids(row, "part_of", known),
        split_from=_ids(row, "split_from", known),
        became=_ids(row, "became", known),
        since=since,
        until=until,
        state_run=_truth(row["state_run"]),
    )


def _aliases(row: Row) -> Iterator[Alias]:
    yield from aliases((*_parts(row["name"]), *_parts(row["names"])), AliasKind.FULL)
    yield from aliases(_parts(row["short"]), AliasKind.SHORT)
    yield from named(_parts(row["metonyms"]), AliasKind.METONYM)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in parts(cell) if part)


def _type(cell: str) -> MentionType:
    for type in TYPES:
        if type == cell:
            return type
    raise ValueError(f"'{cell}' is no type: {', '.join(TYPES)}")


def _code(cell: str) -> str | None:
    """Read the code of a party that is a state of its own, as in a game or a study."""
    if cell and not CODE.fullmatch(cell):
        raise ValueError(f"'{cell}' is no code of three capitals")
    return cell or None


def _countries(cell: str, states: Set[str | None]) -> tuple[str, ...]:
    for code in _parts(cell):
        if not CODE.fullmatch(code):
            raise ValueError(f"'{code}' is no country code of three capitals (ISO 3166-1 alpha-3)")
        if code not in states:
            raise ValueError(f"'{code}' is the code of no state")
    return _parts(cell)


def _ids(row: Row, column: str, known: Set[str]) -> tuple[str, ...]:
    for id in _parts(row[column]):
        if id not in known:
            near = _nearest(id, known)
            hint = f"; did you mean '{near}'?" if near else ""
            raise ValueError(f"{column} names '{id}', which is no actor{hint}")
    return _parts(row[column])


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(known), 1)), "")


def _year(row: Row, column: str) -> int | None:
    cell = row[column]
    if cell and not re.fullmatch(r"[12]\d{3}", cell):
        raise ValueError(f"{column} is '{cell}', and no year of four digits")
    return int(cell) if cell else None


def _truth(cell: str) -> bool | None:
    if cell not in TRUTH:
        raise ValueError(f"state_run is '{cell}': yes, no, or empty")
    return TRUTH[cell]
