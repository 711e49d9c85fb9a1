"""The bundled case holds what the demo promises to show."""

import json
from datetime import date
from pathlib import Path

import pytest

from counterclaim.documents.description import describe
from counterclaim.knowledge import BUILT_IN, load_knowledge
from counterclaim.model.text import Document, Genre, PassageKind

REPORTS = BUILT_IN / "demo" / "reports.jsonl"
CONTESTED = {
    "the drone was launched from Osterian territory": 6,
    "the Northern Ridge Front carried out the attack": 2,
    "the attack was planned in Vell": 2,
    "ammunition was stored at the depot": 5,
    "eleven people were killed": 4,
}


def read_reports(path: Path = REPORTS) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def described(report: dict[str, str]) -> Document:
    document = Document(
        report["text"],
        key=report["id"],
        outlet=report["outlet"],
        title=report["title"],
        author=report["author"],
        published=date.fromisoformat(report["published"]),
    )
    return describe(document, load_knowledge())


def test_the_case_has_short_reports_by_several_outlets():
    reports = read_reports()
    assert len(reports) >= 9
    assert len({report["id"] for report in reports}) == len(reports)
    assert len({report["outlet"] for report in reports}) >= 6
    assert all(90 <= len(report["text"].split()) <= 200 for report in reports)


@pytest.mark.parametrize(("content", "reports"), CONTESTED.items())
def test_rival_outlets_report_the_same_content_word_for_word(content: str, reports: int):
    texts = [report["text"].casefold() for report in read_reports()]
    assert sum(content.casefold() in text for text in texts) >= reports


def test_every_contested_content_is_denied_in_so_many_words():
    text = " ".join(report["text"] for report in read_reports())
    for content in list(CONTESTED)[:4]:
        assert f"denied that {content}" in text or f"claim that {content}" in text


def test_every_report_is_english_and_only_the_opinion_has_an_author_in_its_text():
    documents = [described(report) for report in read_reports()]
    assert {document.language for document in documents} == {"en"}
    opinions = [document for document in documents if document.genre is Genre.OPINION]
    assert [document.author_variants for document in opinions] == [
        ("Corinne Halvard-Moss", "Corinne Halvard Moss")
    ]


def test_news_has_its_dateline_marked_and_nothing_else():
    for report in read_reports():
        document = described(report)
        if document.genre is Genre.NEWS:
            assert [passage.kind for passage in document.layout] == [PassageKind.DATELINE]
