"""A search says what it asks for, or which key or value was meant."""

from datetime import date

import pytest

from counterclaim.errors import QueryError
from counterclaim.model.query import Query
from counterclaim.model.statement import Act, Certainty, Polarity
from counterclaim.views.queries import parse_query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("bus dam", Query(words="bus dam")),
        ('"near the dam" bus', Query(words='"near the dam" bus')),
        ("claimant:ISPR about:Bisham", Query(claimant="ISPR", about="Bisham")),
        ('about:"the dam" about:bus', Query(about="the dam bus")),
        ("polarity:denied", Query(polarity=Polarity.FALSE)),
        ("polarity:+", Query(polarity=Polarity.TRUE)),
        ("polarity:?", Query(polarity=Polarity.OPEN)),
        ("act:deny_responsibility", Query(act=Act.DENY_RESPONSIBILITY)),
        ("Certainty:Possible", Query(certainty=Certainty.POSSIBLE)),
        ("slot:Killed", Query(slot="killed")),
        ("event:air_strike", Query(event="air_strike")),
        ('event:"Vell Dam" bus', Query(event="Vell Dam", words="bus")),
        ("bus -dam", Query(words="bus", without=(Query(words="dam"),))),
        ('-"the dam"', Query(without=(Query(words='"the dam"'),))),
        (
            "-claimant:ISPR \u2212slot:killed",
            Query(without=(Query(claimant="ISPR"), Query(slot="killed"))),
        ),
        ('-about:"the dam"', Query(without=(Query(about="the dam"),))),
        ("well-known -- -", Query(words="well-known -- -")),
        ("narration:yes", Query(narration=True)),
        ('"12:30"', Query(words='"12:30"')),
        ("12:30", Query(words="12:30")),
        ("", Query()),
    ],
)
def test_what_is_asked_for(text: str, query: Query):
    assert parse_query(text) == query


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-03-05", date(2024, 3, 5), date(2024, 3, 5)),
        ("2024-03..2024-04", date(2024, 3, 1), date(2024, 4, 30)),
        ("2024-03..", date(2024, 3, 1), None),
        ("..2024-03", None, date(2024, 3, 31)),
    ],
)
def test_dates_are_days_months_years_and_ranges(text: str, first: date, last: date):
    query = parse_query(f"date:{text}")
    assert (query.first, query.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("abot:dam", "Did you mean 'about'?"),
        ("polarity:denid", "Did you mean 'denied'?"),
        ("slot:kiled", "Did you mean 'killed'?"),
        ("slot:xyzzy", "There are: perpetrator, location"),
        ("-claiment:ISPR", "Did you mean 'claimant'?"),
        ("-date:soon", "Write 2024, 2024-03"),
        ("act:accuze", "Did you mean 'accuse'?"),
        ("certainty:xyzzy", "There are: certain, probable"),
        ("narration:perhaps", "yes, no"),
        ("date:2024-13", "Write 2024, 2024-03"),
        ("date:soon", "Write 2024, 2024-03"),
        ("date:2024-02-30", "Write 2024, 2024-03"),
        ("xyzzy:1", "in quotes"),
    ],
)
def test_a_wrong_search_names_the_nearest(text: str, hint: str):
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    assert hint in caught.value.next_step
