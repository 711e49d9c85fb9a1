"""The genre is noted where it shows, and is unknown elsewhere."""

import pytest

from counterclaim.documents.description import describe
from counterclaim.knowledge import load_knowledge
from counterclaim.model.text import Document, Genre

PROSE = "Two people were hurt when a shell fell near the market, the health office said on Monday."
MORE = "A spokeswoman for the district said that the market would open again within a week."
NOTE = "Jana Doru is a senior fellow at the Olmar Institute."
ASKED = "How did you hear of it?\n\nDORU: From the radio.\n\nEK: When was that?\n\nDORU: At noon."


def genre(text: str, outlet: str = "", url: str = "") -> Genre:
    return describe(Document(text, outlet=outlet, url=url), load_knowledge()).genre


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"OLMAR, May 3 (Reuters) — {PROSE}", Genre.NEWS),
        (f"Bridge closed\nAFP\n\n{PROSE}", Genre.NEWS),
        (f"{PROSE}\n\n{NOTE}", Genre.OPINION),
        (f"Opinion\n\n{PROSE}", Genre.OPINION),
        (f"{PROSE}\n\nJana Doru is a reporter at the Olmar Times.", Genre.UNKNOWN),
        (f"PRESS RELEASE\n\n{PROSE}", Genre.COMMUNIQUE),
        (f"Statement by the Ministry of Defence\n\n{PROSE}", Genre.COMMUNIQUE),
        (f"EK: {ASKED}", Genre.TRANSCRIPT),
        (f"Q: Who said so?\n\nA: {PROSE}\n\nQ: And then?\n\nA: {MORE}", Genre.TRANSCRIPT),
        (f"OLMAR — {PROSE}\n\nRAVEL — {MORE}\n\nVELL — {PROSE}", Genre.ROUND_UP),
        (f"May 3: {PROSE}\n\nMay 4: {MORE}\n\nMay 5: {PROSE}", Genre.ROUND_UP),
        (f"Weekly summary of incidents\n\n{PROSE}", Genre.ROUND_UP),
        (f"{PROSE}\n\n(This is satire. Nobody said any of it.)", Genre.SATIRE),
        (f"{PROSE}\n\n{MORE}", Genre.UNKNOWN),
        (f"He wrote of satire. {PROSE} The opinion of the court was read out.", Genre.UNKNOWN),
        (f"Note: {PROSE}\n\n{MORE}", Genre.UNKNOWN),
        ("", Genre.UNKNOWN),
    ],
)
def test_genre_shows_in_the_text(text: str, expected: Genre):
    assert genre(text) is expected


def test_genre_shows_in_the_address():
    assert genre(PROSE, url="https://olmar.example/opinion/2024/bridge") is Genre.OPINION
    assert genre(PROSE, url="https://olmar.example/news/opinion-polls") is Genre.UNKNOWN
    assert genre(PROSE, url="https://[") is Genre.UNKNOWN


def test_a_body_that_publishes_and_says_we_issues_a_communique():
    text = f"{PROSE} We regret it. Our units were not there."
    assert genre(text, outlet="Olmar Ministry of Defence") is Genre.COMMUNIQUE
    assert genre(text, outlet="Olmar Times") is Genre.UNKNOWN
    assert genre(f"{PROSE} “We regret it, and our units too.”", outlet="Ministry of Law") is (
        Genre.UNKNOWN
    )


def test_a_given_genre_is_kept():
    document = Document(f"Opinion\n\n{PROSE}", genre=Genre.NEWS)
    assert describe(document, load_knowledge()).genre is Genre.NEWS
