"""What it was, in a codebook's codes; and the words that a row says it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterclaim.coding.days import first_day
from counterclaim.coding.draft import Draft, blank, filled
from counterclaim.coding.numbers import people_hurt
from counterclaim.coding.sides import parts_named
from counterclaim.coding.sources import BETWEEN
from counterclaim.model.event import Blank, EventKind, Part, Status
from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.model.row import Cell

SUICIDE = "suicide_bombing"
HOSTAGES = frozenset({"abduction", "hijacking"})


def code(draft: Draft) -> Cell:
    """Take the code that the type of event has in the codebook."""
    value = draft.code(draft.column.of)
    if value is None:
        return blank(Blank.JUDGEMENT, f"no code for {draft.event.type}", draft.triggers())
    return filled(value, draft.triggers(), draft.event.type)


def sort_of_words(draft: Draft) -> Cell:
    """Sort who or what has a role by the words for it, where they all are of one sort."""
    found = tuple(parts_named(draft, Part(draft.column.of)))
    sorts = {_sort(text, draft.column.words): None for text, _ in found}
    sorts.pop("", None)
    passages = tuple(at for _, at in found)
    if len(sorts) == 1:
        return filled(next(iter(sorts)), passages)
    if found:
        return blank(Blank.JUDGEMENT, "; ".join(sorts) or "none of its words is known", passages)
    return blank(Blank.NOT_FOUND)


def _sort(text: str, words: Mapping[str, str]) -> str:
    """Return the sort whose word the text ends on, else one that it holds."""
    told = [word.strip(".,").removesuffix("s") for word in text.lower().split()]
    for word in reversed(told):
        for sort, listed in words.items():
            if word in listed.split():
                return sort
    return ""


def auxiliary_modes(draft: Draft) -> Cell:
    """List what keeps it from being news of something that took place."""
    modes = [each.value for each in draft.event.modality]
    if not modes:
        return blank(Blank.TEXT_SILENT, "it is told as having taken place")
    return filled(BETWEEN.join(modes), draft.triggers())


def clarity(draft: Draft) -> Cell:
    """Tell one event told on its own from a sum of several."""
    return filled(2 if draft.event.kind is EventKind.AGGREGATE else 1, draft.triggers())


def success(draft: Draft) -> Cell:
    """Say whether it came to pass; one that is only alleged is left open."""
    codes = {Status.OCCURRED: 1, Status.ATTEMPTED: 0}
    if draft.event.status not in codes:
        return blank(Blank.JUDGEMENT, f"it is told as {draft.event.status}", draft.triggers())
    return filled(codes[draft.event.status], draft.triggers())


def suicide(draft: Draft) -> Cell:
    """Mark an attack in which the texts say that the attacker meant to die."""
    if SUICIDE in draft.world.types.line(draft.event.type):
        return filled(1, draft.triggers())
    return blank(Blank.NOT_FOUND, "no text says that it was")


def hostages_taken(draft: Draft) -> Cell:
    """Mark an event in which people were taken."""
    if HOSTAGES & set(draft.world.types.line(draft.event.type)):
        return filled(1, draft.triggers())
    return blank(Blank.NOT_FOUND, "no text says that any were")


def tags(draft: Draft) -> Cell:
    """Give the tags that the texts carry."""
    if SUICIDE in draft.world.types.line(draft.event.type):
        return filled("suicide bomb", draft.triggers())
    return blank(Blank.NOT_FOUND)


def notes(draft: Draft) -> Cell:
    """Say in a sentence what happened, and how many each telling gives."""
    return filled(f"{_when(draft)}{_what(draft)}{_where(draft)}.{_tolls(draft)}", draft.triggers())


def violence(draft: Draft) -> bool:
    """Whether it is an attack by the type that it is."""
    return draft.code("gtd.attacktype") is not None


def has_code(draft: Draft) -> bool:
    """Whether the codebook has a code for this type of event."""
    codes = (each for each in draft.codebook.columns if each.derive == "code")
    return any(draft.code(each.of) is not None for each in codes)


def deadly(draft: Draft) -> bool:
    """Whether any telling has a dead."""
    return people_hurt(draft, Effect.KILLED)


def _when(draft: Draft) -> str:
    day = first_day(draft).value
    when = draft.event.when
    if day is None or when is None:
        return "On a day that no text gives, "
    return f"On {day}, " if when[0] == when[1] else f"Between {when[0]} and {when[1]}, "


def _what(draft: Draft) -> str:
    name = draft.event.type.replace("_", " ")
    told = "" if draft.event.status is Status.OCCURRED else f" ({draft.event.status})"
    targets = dict.fromkeys(each.value.text for each in draft.taking_part(Part.TARGET, Part.VICTIM))
    against = f" of {', '.join(list(targets)[:3])}" if targets else ""
    return f"{name}{told}{against}"


def _where(draft: Draft) -> str:
    if draft.place is None:
        return ""
    names = (draft.place.name, draft.place.admin1, draft.world.country(draft.country))
    return f" in {', '.join(dict.fromkeys(name for name in names if name))}"


def _tolls(draft: Draft) -> str:
    told = dict.fromkeys(_toll_lines(draft))
    return f" Told: {'; '.join(told)}." if told else ""


def _toll_lines(draft: Draft) -> Iterator[str]:
    for each in draft.event.tolls:
        document = draft.world.documents[draft.world.tellings[each.telling].document]
        held = draft.world.statement(each.value.statement)
        by = held.source.name if held else document.outlet or document.key
        words = draft.quote(*(draft.passage(each.telling, at) for at in each.value.count.spans))
        number = _range(each.value.count.value) or words
        yield f"{number} {each.value.effect} ({by})"


def _range(count: Quantity) -> str:
    """Write a number as the words state it; nothing for words like dozens."""
    if count.bound is Bound.UNQUANTIFIED:
        return ""
    ends = [f"{end:g}" for end in (count.low, count.high) if end is not None]
    written = "-".join(dict.fromkeys(ends))
    return written if count.low == count.high else f"{count.bound.replace('_', ' ')} {written}"


def sentence(draft: Draft) -> Cell:
    """Quote the line of the first document that speaks of it."""
    first = next(iter(draft.triggers()), None)
    if first is None:
        return blank(Blank.NOT_FOUND)
    text = draft.world.documents[first.document].text
    begin = text.rfind("\n", 0, first.span.begin) + 1
    end = text.find("\n", first.span.end)
    return filled(text[begin : end if end >= 0 else None].strip(), (first,))


def sentence_number(draft: Draft) -> Cell:
    """Count the paragraphs up to the first words that speak of it."""
    first = next(iter(draft.triggers()), None)
    if first is None:
        return blank(Blank.NOT_FOUND)
    before = draft.world.documents[first.document].text[: first.span.begin]
    return filled(1 + sum(1 for line in before.split("\n")[:-1] if line.strip()), (first,))
