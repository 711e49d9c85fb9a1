"""What the learned reader marks: heard where it is sure, and where nothing else speaks."""

from dataclasses import replace

import pytest

from counterclaim.language import find_mentions
from counterclaim.model.statement import MentionType
from counterclaim.model.tags import Mark, Tags

TEXT = "Reporters saw the Valley wreckers leave."


@pytest.fixture
def found(parsed, english):
    """Find the mentions of a text with marks on some of its words."""

    def find(text: str, *marks: tuple[str, str, float]):
        parse = parsed(text)
        words = [token.text for token in parse.tokens]
        made = []
        for label, quoted, score in marks:
            size = len(quoted.split())
            first = next(at for at in range(len(words)) if words[at : at + size] == quoted.split())
            made.append(Mark(label, tuple(range(first, first + size)), score))
        tagged = replace(parse, tags=Tags(marks=tuple(made)))
        return {text[one.span.begin : one.span.end]: one for one in find_mentions(tagged, english)}

    return find


def test_a_sure_mark_is_a_mention(found):
    mention = found(TEXT, ("organisation", "the Valley wreckers", 0.9))["the Valley wreckers"]
    assert (mention.type, mention.rule) == (MentionType.ORGANISATION, "learned")


@pytest.mark.parametrize("score", [0.5, 0.69])
def test_an_unsure_mark_is_none(found, score: float):
    assert "the Valley wreckers" not in found(TEXT, ("organisation", "the Valley wreckers", score))


def test_a_mark_on_what_was_found_says_nothing_new(found):
    rules = {
        one.rule for one in found("Police left Paris.", ("organisation", "Police", 0.9)).values()
    }
    assert "learned" not in rules


def test_a_mark_corrects_the_type_that_the_parser_gives_a_name(found):
    text = "Officials met Marib elders in Zanzada."
    without = found(text)["Zanzada"]
    assert found(text, ("person", "Zanzada", 0.95))["Zanzada"].type is MentionType.PERSON
    assert found(text, ("person", "Zanzada", 0.6))["Zanzada"].type is without.type


def test_what_is_known_is_not_corrected(found):
    text = "Hezbollah denied the report."
    assert found(text, ("person", "Hezbollah", 0.99))["Hezbollah"].type is MentionType.ARMED_GROUP


def test_a_label_that_nobody_asked_for_is_left_alone(found):
    assert found("Nothing was said.", ("event_violence", "Nothing", 0.99)) == {}
