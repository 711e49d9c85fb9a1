"""What a rule may look at while it reads a time: the text, its day, and the times before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter, itemgetter

from counterclaim.language.times.calendar import unit_of
from counterclaim.model.text import Parse, Span, Token
from counterclaim.model.time import Time

REACH = 40
"""Times back that a time may be counted from, at most."""
LEAD = 3
LEADING = frozenset({"NUM", "DET", "ADJ"})
HYPHEN = "HYPH"
CLIMB = 6
"""Words from a time up to its clause's verb, at most."""
AUXILIARIES = 4
"""Words before a verb among which its auxiliaries are looked for."""
VERBS = frozenset({"VERB", "AUX"})
PAST = "VBD"
INFINITIVE = "VB"
WIDE = 20
BEFORE = re.compile(r"[\d-]*\Z")
AFTER = re.compile(r"[\d-]*")


@dataclass(frozen=True, slots=True)
class Page:
    """A text and what its words say of time; `told` are the times read so far, by place.

    `lexicon` names verbs and auxiliaries that point ahead (`ahead_of_now`), words before a time
    that is to come (`up_to`), before one in which something happened (`happened_in`) and before
    figures for a day (`upon`), and auxiliaries that put a verb into the past (`perfect`).
    """

    parse: Parse
    lexicon: Mapping[str, Mapping[str, object]]
    begins: tuple[int, ...]
    told: list[tuple[int, Time]] = field(default_factory=list)

    @property
    def ahead(self) -> Mapping[str, object]:
        """The verbs and auxiliaries that point ahead."""
        return self.lexicon.get("ahead_of_now", {})

    @property
    def published(self) -> date | None:
        """The day of publication, where it is known."""
        return self.parse.document.published

    def token(self, begin: int) -> Token | None:
        """Return the word of the parse that starts at, or holds, a character."""
        at = bisect_left(self.begins, begin + 1) - 1
        return self.parse.tokens[at] if at >= 0 else None

    def is_to_come(self, begin: int) -> bool:
        """Whether the verb that a time hangs on speaks of what is to come."""
        verb = self._verb(begin)
        return verb is not None and self._is_to_come(verb)

    def stands_ahead(self, begin: int) -> bool:
        """Whether the word before a time puts it in the time to come: "until Friday"."""
        return self._lead(begin) in self.lexicon.get("up_to", {})

    def stands_within(self, begin: int) -> bool:
        """Whether the word before a time puts what happened into it: "on Friday"."""
        return self._lead(begin) in self.lexicon.get("happened_in", {})

    def stands_bounded(self, begin: int) -> bool:
        """Whether the word before a time says how things lie to it: "after Feb"."""
        return self._lead(begin) in self.lexicon.get("relation", {})

    def stands_upon(self, begin: int) -> bool:
        """Whether the word before a time shows that it is a day: "on 22/04"."""
        return self._lead(begin) in self.lexicon.get("upon", {})

    def _lead(self, begin: int) -> str:
        """Return the word that leads a time, past numbers, articles and "mid-"."""
        at = bisect_left(self.begins, begin) - 1
        for token in reversed(self.parse.tokens[max(0, at - LEAD) : at + 1]):
            if token.pos not in LEADING and token.tag != HYPHEN:
                return token.text.lower()
        return ""

    def figures_at(self, begin: int, end: int) -> list[str]:
        """Return the figures that hyphens tie together around a place: of "138-2010" two."""
        text = self.parse.document.text
        before = BEFORE.search(text[max(0, begin - WIDE) : begin])
        after = AFTER.match(text, end, end + WIDE)
        whole = (before[0] if before else "") + text[begin:end] + (after[0] if after else "")
        return whole.strip("-").split("-")

    def points_back(self, begin: int) -> bool:
        """Whether the verb nearest to a time is in the past."""
        verb = self._verb(begin)
        return verb is not None and (
            verb.tag == PAST
            or any(word.tag == PAST or self._is_perfect(word) for word in self._auxiliaries(verb))
        )

    def tell(self, begin: int, time: Time) -> None:
        """Keep a time that others may be counted from, by where it stands."""
        insort(self.told, (begin, time), key=itemgetter(0))

    def last(self, begin: int, *units: str) -> Time | None:
        """Return the last time before a place that is as fine as one of these units, or of any."""
        at = bisect_left(self.told, begin, key=itemgetter(0))
        near = (time for _, time in reversed(self.told[max(0, at - REACH) : at]))
        return next((time for time in near if self._fits(time, units)), None)

    def sentence_of(self, begin: int) -> int:
        """Return the number of the sentence that a character stands in."""
        return max(0, bisect_right(self.parse.sentences, begin, key=attrgetter("begin")) - 1)

    def day_in(self, part: Span) -> date | None:
        """Return the last single day that a part of the text speaks of."""
        first = bisect_left(self.told, part.begin, key=itemgetter(0))
        last = bisect_left(self.told, part.end, key=itemgetter(0))
        days = [time.days for _, time in self.told[first:last] if unit_of(time.value) == "D"]
        return days[-1][0] if days and days[-1] else None

    def _fits(self, time: Time, units: tuple[str, ...]) -> bool:
        return not units or unit_of(time.value) in units

    def _verb(self, begin: int) -> Token | None:
        """Return the verb that a time hangs on."""
        at = bisect_left(self.begins, begin + 1) - 1
        for _ in range(CLIMB if at >= 0 else 0):
            token = self.parse.tokens[at]
            if token.pos in VERBS:
                return token
            if token.head == at:
                return None
            at = token.head
        return None

    def _is_to_come(self, verb: Token) -> bool:
        """Whether a verb, its auxiliary, or what governs it points ahead."""
        over = self.parse.tokens[verb.head]
        if any(map(self._is_perfect, self._auxiliaries(verb) + self._auxiliaries(over))):
            return False
        named = verb.lemma in self.ahead and verb.tag != PAST
        governed = verb.tag == INFINITIVE and over.lemma in self.ahead
        return named or governed or self._will(verb)

    def _is_perfect(self, word: Token) -> bool:
        return word.lemma in self.lexicon.get("perfect", {})

    def _will(self, verb: Token) -> bool:
        """Whether an auxiliary close before a verb points ahead."""
        return any(word.lemma in self.ahead for word in self._auxiliaries(verb))

    def _auxiliaries(self, verb: Token) -> list[Token]:
        at = bisect_left(self.begins, verb.span.begin)
        before = self.parse.tokens[max(0, at - AUXILIARIES) : at]
        return [
            word for word in before if self.parse.tokens[word.head] == verb and word.pos == "AUX"
        ]
