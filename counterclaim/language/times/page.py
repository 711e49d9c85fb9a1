"""What a rule may look at while it reads a time: the text, its day, and the times before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from counterclaim.language.times.calendar import unit_of
from counterclaim.model.text import Parse, Token
from counterclaim.model.time import Days, Time

CLIMB = 6
"""Words from a time up to its clause's verb, at most."""
VERBS = frozenset({"VERB", "AUX"})
PAST_TAGS = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Page:
    """A text and the words that point ahead in it; `told` are the times read so far, in order."""

    parse: Parse
    ahead: Mapping[str, object]
    begins: tuple[int, ...]
    told: list[Time] = field(default_factory=list)

    @property
    def published(self) -> date | None:
        """The day of publication, where it is known."""
        return self.parse.document.published

    def token(self, begin: int) -> Token | None:
        """Return the word of the parse that starts at, or holds, a character."""
        at = bisect_left(self.begins, begin + 1) - 1
        return self.parse.tokens[at] if at >= 0 else None

    def points_ahead(self, begin: int) -> bool:
        """Whether the clause of a time speaks of what is to come."""
        return any(verb.lemma in self.ahead or self._will(verb) for verb in self._verbs(begin))

    def points_back(self, begin: int) -> bool:
        """Whether the verb nearest to a time is in the past."""
        verb = next(self._verbs(begin), None)
        return verb is not None and verb.tag in PAST_TAGS

    def last_days(self) -> Days | None:
        """Return the days of the last time before that lies in the calendar."""
        return next((time.days for time in reversed(self.told) if time.days), None)

    def last_unit(self) -> str:
        """Return the unit of the last time before that lies in the calendar."""
        return next((unit_of(time.value) for time in reversed(self.told) if time.days), "")

    def _verbs(self, begin: int) -> Iterator[Token]:
        """Yield the verb that a time hangs on."""
        at = bisect_left(self.begins, begin + 1) - 1
        for _ in range(CLIMB if at >= 0 else 0):
            token = self.parse.tokens[at]
            if token.pos in VERBS:
                yield token
                return
            if token.head == at:
                return
            at = token.head

    def _will(self, verb: Token) -> bool:
        """Whether an auxiliary close before a verb points ahead."""
        at = bisect_left(self.begins, verb.span.begin)
        before = self.parse.tokens[max(0, at - 4) : at]
        return any(
            word.lemma in self.ahead and self.parse.tokens[word.head] == verb for word in before
        )
