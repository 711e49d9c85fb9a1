"""All rules that read statements, by the names that `explain` prints."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from counterclaim.statements import (
    accounts,
    acts,
    doubts,
    evidence,
    frames,
    judgement,
    phrases,
    relays,
    silence,
    subjects,
)

NAMED: Mapping[str, str] = MappingProxyType(
    {
        "impersonal": "Read a passive that names no one: it is suggested that, is believed to.",
        "quoted_as_saying": "Read whom a relay quotes as saying it.",
        "gapped": "Take a verb that is left out the second time: X spoke of 5, Y of 6; as did Y.",
        "same_quotation": "Take a further sentence of a quotation that a cue goes with.",
        "run_on": "Take a quoted sentence without a cue; its source is inherited, or unknown.",
        "turn": "Take a sentence of a transcript's turn as its label's.",
        "narrated": "Take a sentence that names no source as the author's or the outlet's own.",
        "named": "Take the name in the noun phrase on record.",
        "labelled": "Take the speaker whom the label of a transcript's turn stands for.",
        "titled": "Take the name after a title.",
        "described": "Keep the words that describe the source.",
        "nobody": "Read that no one is on record.",
        "no_one_named": "Read that somebody says so, and the text does not tell who.",
        "doubtful": "Leave the source open: whose words they are cannot be told.",
        "another_may_be_meant": "It fits more than one who was brought up: nobody is chosen.",
        "only_mentioned": "It fits one who only stands by in a sentence, and does not lead it.",
        "nobody_known": "It fits a pronoun before it, for which nobody was found.",
        "named_with_another": "It fits one of two who were named together.",
        "may_be_a_person": "It fits a description that may be of a person as well as of a body.",
        "accused_may_be_meant": "It denies, and fits one who accuses: the accused may be meant.",
        "inherited": "Take the source of the words that these continue.",
        "pronoun": "Take the last speaker whom a pronoun fits, with no other in between.",
        "short_for": "Take the one earlier source that has the same word for itself.",
        "author": "Take the author as the one who narrates.",
        "outlet": "Take the outlet as the one who speaks where no one is named.",
        "learned": "Take what the learned reader finds likeliest.",
        "plain_assertion": "Take it as asserted: no other rule speaks.",
        "affirmed": "Take it as held to be true: no other rule speaks.",
        "no_doubt_voiced": "Take it as certain: no word of doubt goes with it.",
    }
)


def rule_book() -> Mapping[str, str]:
    """Return what each rule does, in a line, by its name."""
    written = (
        *frames.RULES,
        *phrases.RULES,
        *silence.RULES,
        *relays.RULES,
        *subjects.RULES,
        *acts.RULES,
        *doubts.POLARITIES,
        *doubts.CERTAINTIES,
        *judgement.FROM_ACT,
        *judgement.FROM_POLARITY,
        *evidence.RULES,
        *accounts.RULES,
    )
    return {rule.__name__: _line(rule) for rule in written} | dict(NAMED)


def _line(rule: object) -> str:
    return (rule.__doc__ or "").strip().split("\n", 1)[0]
