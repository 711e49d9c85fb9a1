"""A parsed text into statements: source, cue, content, and the stance taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.knowledge import Language
from counterclaim.model.statement import Account, Mention, Statement
from counterclaim.model.text import Parse
from counterclaim.model.tree import grow
from counterclaim.statements import accounts, assembly, narration
from counterclaim.statements.finding import lay_out
from counterclaim.statements.lexicon import open_lexicon
from counterclaim.statements.rules import rule_book

__all__ = ["account_for", "find_statements", "rule_book"]


def find_statements(
    text: Parse, mentions: Sequence[Mention], language: Language
) -> tuple[Statement, ...]:
    """Find who said what. Words that no one is on record for are the author's or the outlet's."""
    lexicon = open_lexicon(language.attribution)
    page = lay_out(grow(text), lexicon, language.trust, language.confidence)
    page = replace(page, times=tuple(one for one in mentions if one.time is not None))
    stated = assembly.assemble(page, mentions)
    return tuple(sorted((*stated, *narration.narrate(page, stated)), key=_place))


def account_for(text: Parse, statements: Sequence[Statement]) -> tuple[Account, ...]:
    """Say of every sentence what became of it: stated, narrated, or set aside and why."""
    return accounts.account_for(text, statements)


def _place(statement: Statement) -> tuple[int, int]:
    return statement.content[0].begin, statement.content[-1].end
