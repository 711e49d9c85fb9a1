"""Times and numbers of single sentences: when a reading says what the set says."""

import gzip
import json

import pytest

from evaluation.specifications import figures, inputs

DAY = {"timex": "2024-03-27", "type": "date", "value": "2024-03-27"}
MARCH = {"timex": "2024-03", "type": "daterange", "start": "2024-03-01", "end": "2024-04-01"}


def time(value, days, rule="calendar_day"):
    return {
        "document": "d1",
        "type": "time",
        "span": [0, 5],
        "value": value,
        "time": {"days": days},
        "extraction": {"by": rule},
    }


def judge(tmp_path, results, mentions):
    row = {"text": "A text.", "ref": "2024-03-29T00:00:00", "results": results}
    gold = tmp_path / "datetime_en.jsonl.gz"
    with gzip.open(gold, "wt", encoding="utf-8") as out:
        out.write(json.dumps(row) + "\n")
    ledger = tmp_path / "ledger.json"
    held = {"documents": [{"id": "d1", "key": "datetime/0"}], "mentions": mentions}
    ledger.write_text(json.dumps(held), encoding="utf-8")
    assert [one["published"] for one in inputs((gold,))] == ["2024-03-29"]
    return figures((gold,), ledger)["datetime accuracy"]


def result(wanted):
    return {"b": 0, "e": 5, "resolution": {"values": [wanted]}}


@pytest.mark.parametrize(
    ("wanted", "mention", "right"),
    [
        (DAY, time("2024-03-27", ["2024-03-27", "2024-03-27"]), 100),
        (DAY, time("2024-03-28", ["2024-03-28", "2024-03-28"]), 0),
        (DAY, time("2024-W13", ["2024-03-25", "2024-03-31"]), 0),
        (DAY, time("2024-W13", ["2024-03-25", "2024-03-31"], "ago"), 100),
        (MARCH, time("2024-03", ["2024-03-01", "2024-03-31"]), 100),
        (MARCH, time("2024-04", ["2024-04-01", "2024-04-30"]), 0),
    ],
)
def test_a_time_is_right_where_it_says_the_same(tmp_path, wanted, mention, right):
    assert judge(tmp_path, [result(wanted)], [mention]) == right


def test_a_sentence_without_results_is_right_where_nothing_is_read(tmp_path):
    assert judge(tmp_path, [], []) == 100
    assert judge(tmp_path, [], [time("2024", ["2024-01-01", "2024-12-31"])]) == 0
