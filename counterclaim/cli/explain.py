"""`counterclaim explain`: why the ledger says what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import CODEBOOKS, Choice, case_option, json_option, talk_options
from counterclaim.cli.show import open_entries
from counterclaim.cli.terminal import Line, Painted, show_json, show_lines
from counterclaim.cli.wrapping import wrapped
from counterclaim.model.statement import Polarity
from counterclaim.views.statements import STANCES

INDENTS = ("    ", "      ")
LEARNED = "learned"

if TYPE_CHECKING:
    from counterclaim.views.explanations import Explanation, Reason


@click.command()
@click.argument("id")
@click.option(
    "--codebook",
    type=Choice(CODEBOOKS),
    help="The event as a row of this codebook: what fills each cell, or why it is blank.",
)
@json_option
@case_option
@talk_options
def explain(id: str, codebook: str | None, case: Path | None, *, as_json: bool) -> None:
    """Explain an entry: value, rule, words of each field, and what lost."""
    from counterclaim.views.explanations import explain as explained
    from counterclaim.views.rows import explain_row

    entries = open_entries(case, id)
    kind, whole = entries.find(id)
    if codebook:
        explanation = explain_row(kind, whole, codebook, entries)
    else:
        explanation = explained(kind, whole, entries, rule_book(kind))
    if as_json:
        show_json({"schema": "counterclaim/explanation/1", **asdict(explanation)})
    else:
        show_lines(_lines(explanation))


def rule_book(kind: str) -> Mapping[str, str]:
    """Return every rule by name with what it says; of one name, the rule that reads the kind."""
    from counterclaim import language, linking, statements

    books = {
        "mention": language.rule_book(),
        "statement": statements.rule_book(),
        "linked": linking.rule_book(),
    }
    own = books[kind if kind in books else "linked"]
    return {**books["linked"], **books["mention"], **books["statement"], **own}


def _lines(explanation: Explanation) -> Iterator[Line]:
    title = f"{explanation.kind} {explanation.id}: {explanation.title}"
    yield from wrapped([Painted(title, "heading")])
    said: set[str] = set()
    for reason in explanation.reasons:
        yield ()
        yield from _reason_lines(reason, new=reason.rule not in said)
        said.add(reason.rule)


def _reason_lines(reason: Reason, *, new: bool) -> Iterator[Line]:
    """Yield a field with its rule; what the rule does is said once on a page."""
    yield from wrapped([Painted(reason.field, "cue"), f" = {_value(reason, reason.value)}"])
    if reason.rule:
        says = f": {reason.says}" if reason.says and new else ""
        yield from wrapped([f"{_voice(reason.rule)}{says}{_score(reason.score)}"], *INDENTS)
    for words in reason.words:
        yield from wrapped(["“", Painted(words, "content"), "”"], *INDENTS)
    for loser in reason.losers:
        lost = f"not {_value(reason, loser.value)}: {_voice(loser.rule)}{_score(loser.score)}"
        yield from wrapped([lost], *INDENTS)


def _value(reason: Reason, value: str) -> str:
    """Put the sign of a polarity in words too."""
    return f"{value} {STANCES[Polarity(value)]}" if reason.field == "polarity" else value


def _voice(rule: str) -> str:
    return "model" if rule == LEARNED else f"rule {rule}"


def _score(score: float | None) -> str:
    return "" if score is None else f" (score {score:.2f})"
