"""No word of a document becomes markup in a notebook."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from counterclaim.model.record import Ledger
from counterclaim.views import html
from counterclaim.views.disputes import claim_board, dispute_boards
from counterclaim.views.entries import enter
from counterclaim.views.statements import card
from counterclaim.views.texts import mark_text
from tests.views.built import LEDGER, PLAN, read, spoken

ATTACK = '<script>alert("x")</script>&amp;'
HOSTILE = read(
    f"[source:1 The {ATTACK} army] [cue:1 said] that [content:1 it was {ATTACK} so].",
    title=ATTACK,
    outlet=f"{ATTACK}'\" onmouseover='x",
)


class Tags(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data):
        self.text += data


def pages() -> dict[str, str]:
    entries = enter(Ledger((HOSTILE,)))
    return {
        "text": html.text_html(ATTACK, mark_text(HOSTILE)),
        "card": html.card_html(card(spoken(HOSTILE).id, entries)),
        "table": html.table_html((ATTACK,), [(ATTACK,), (None,)], 2),
        "fields": html.fields_html({ATTACK: ATTACK}),
    }


@pytest.mark.parametrize("name", pages())
def test_hostile_words_stay_words(name: str):
    page = Tags(pages()[name])
    assert "script" not in page.tags
    assert ATTACK in page.text


def test_marks_differ_by_more_than_colour():
    assert "underline" in html.STYLES["content"]
    assert "bold" in html.STYLES["source"]
    assert "italic" in html.STYLES["cue"]


def test_a_dispute_shows_its_sides_and_who_holds_them():
    entries = enter(LEDGER)
    page = Tags(html.dispute_html(dispute_boards(entries)[0]))
    assert page.text.index("The army") < page.text.index("The ministry")
    assert "denied by The ministry" in page.text


def test_a_claim_shows_every_stance():
    page = Tags(html.claim_html(claim_board(PLAN, enter(LEDGER))))
    assert page.text.count("Plain Wire") == 1


def test_a_statement_names_its_relay_and_a_copy():
    told = card(spoken(HOSTILE).id, enter(Ledger((HOSTILE,))))
    relayed = replace(told, via="the <i>ministry", copied_from=told.document)
    shown = html.card_html(relayed)
    assert "via the &lt;i&gt;ministry, a copy: adds no voice]" in shown


def test_of_many_disputes_the_first_are_shown():
    boards = dispute_boards(enter(LEDGER), possible=True)
    many = boards * (html.SHOWN + 1)
    assert html.disputes_html(many).count("<h4>") == html.SHOWN
    assert f"{html.SHOWN} of {len(many)} disputes" in html.disputes_html(many)
    assert "disputes</p>" not in html.disputes_html(boards)
