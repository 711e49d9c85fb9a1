"""Run-on words at the cue of the words they continue."""

from __future__ import annotations

from evaluation.runs import at_their_cues


def statement(content, cue=None, span=None, named_at=None, document="d"):
    source = {"name": "Sayed", "span": span, "named_at": named_at}
    return {"document": document, "source": source, "cue": cue, "content": [content]}


def test_run_on_words_take_the_cue_and_source_before_them():
    first = statement([1, 20], [40, 44], [25, 39])
    second = statement([50, 60], named_at=[28, 39])
    later = statement([90, 99], [80, 84], [25, 39])
    joined = at_their_cues({"statements": [first, second, later]})["statements"]
    assert (joined[1]["cue"], joined[1]["source"]["span"]) == ([40, 44], [25, 39])
    assert [joined[0], joined[2]] == [first, later]


def test_words_of_another_report_or_of_nobody_stay_as_they_are():
    told = [
        statement([1, 20], [40, 44], [25, 39], document="other"),
        statement([50, 60], named_at=[25, 39]),
        statement([70, 80]),
    ]
    assert at_their_cues({"statements": told})["statements"] == told
