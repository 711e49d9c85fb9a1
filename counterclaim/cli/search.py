"""`counterclaim search`: statements by their words, and by who said them, how and when."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import click

from counterclaim.cli.board import voice_lines
from counterclaim.cli.options import case_folder, case_option, json_option, talk_options
from counterclaim.cli.show import index
from counterclaim.cli.terminal import say, show_json, show_lines

SHOWN = 50
MINUS = "\N{MINUS SIGN}"
UNWANTED = re.compile(r'-["\w]')


class Search(click.Command):
    """A command whose words may begin with a minus: `-about:dam` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Write the minus of a word as such, so that it is not taken for that of an option."""
        options = {name for option in self.get_params(ctx) for name in option.opts}
        words = (UNWANTED.match(arg) is not None and arg not in options for arg in args)
        meant = [f"{MINUS}{a[1:]}" if word else a for a, word in zip(args, words, strict=True)]
        return super().parse_args(ctx, meant)


@click.command(cls=Search)
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), default=SHOWN, show_default=True, help="Statements shown."
)
@json_option
@case_option
@talk_options
def search(query: tuple[str, ...], limit: int, case: Path | None, *, as_json: bool) -> None:
    """Find statements.

    QUERY is words, "phrases" and keys: claimant:ISPR about:Bisham outlet:Courier
    polarity:affirmed|denied|open slot:killed event:bombing act:accuse
    certainty:possible date:2024-03..2024-04 narration:yes. An event is meant by
    its id, its type or its place. A value with blanks goes in quotes:
    about:"the dam". A minus leaves out: -claimant:ISPR, -polarity:denied, -dam.
    """
    from counterclaim.case import Case
    from counterclaim.cli.objects import statement_objects
    from counterclaim.views.queries import KEYS, parse_query
    from counterclaim.views.statements import card

    text = " ".join(_quoted(word, KEYS) for word in query)
    asked = parse_query(text)
    with Case.open(case_folder(case)) as opened, opened.snapshot():
        hits = opened.search(asked)
        entries = index(opened, {hit.document for hit in hits[:limit]})
    found = [hit.statement for hit in hits[:limit]]
    if as_json:
        statements = statement_objects(found, entries)
        result = {"query": text, "found": len(hits), "statements": statements}
        show_json({"schema": "counterclaim/search/1", **result})
        return
    for id in found:
        show_lines(voice_lines(card(id, entries)))
    say(_count(len(found), len(hits), text))


def _quoted(word: str, keys: Collection[str]) -> str:
    """Put back the quotes that the shell took from a value with blanks.

    A word that holds a second key, or quotes of its own, is a whole search and stays as it is.
    """
    minus, bare = (word[0], word[1:]) if word[:1] == MINUS else ("", word)
    key, colon, value = bare.partition(":")
    if not colon or key.lower() not in keys or " " not in value or '"' in value:
        return word
    later = (part.partition(":") for part in value.split())
    if any(between and name.lower() in keys for name, between, _ in later):
        return word
    return f'{minus}{key}:"{value}"'


def _count(shown: int, found: int, asked: str) -> str:
    if not found:
        return (
            f"No statement answers {asked}. Words are looked for in what is said, claimant:NAME in"
            " who says it; try fewer, or narration:yes"
        )
    from counterclaim.ledger.search import LIMIT

    all_found = f"the first {found}" if found >= LIMIT else str(found)
    more = f" of {all_found}; --limit shows more" if found > shown else ""
    return f"{shown}{more} statement{'' if found == 1 else 's'}"
