"""Made-up articles: the same from one seed, long enough, and no copies of each other."""

from pathlib import Path

import pytest

from counterclaim.linking import find_copies
from counterclaim.model.record import Reading
from counterclaim.model.text import Document
from evaluation.articles import articles, write_articles


@pytest.mark.parametrize("words", [60, 700])
def test_articles_are_as_long_as_asked_for(words: int):
    lengths = [len(article["text"].split()) for article in articles(20, words)]
    assert all(words <= length < words + 45 for length in lengths)


def test_one_seed_always_gives_the_same_articles(tmp_path: Path):
    first = write_articles(tmp_path / "first.jsonl", 5, 60).read_bytes()
    assert write_articles(tmp_path / "second.jsonl", 5, 60).read_bytes() == first
    assert write_articles(tmp_path / "other.jsonl", 5, 60, seed=8).read_bytes() != first


def test_articles_leave_no_slot_open():
    assert not any(set(article["text"]) & set("{}!") for article in articles(50, 120))


def test_articles_are_no_copies_of_each_other():
    readings = [Reading(Document(a["text"], key=a["id"])) for a in articles(300, 60)]
    assert find_copies(readings) == ()
