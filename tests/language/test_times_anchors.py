"""Times that are counted from another: the publication, a time before, the other end of a range."""

from datetime import date

import pytest

from counterclaim.model.time import TimeBasis, TimeKind
from tests.language.timed import only, times_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bus was hit in March.", "XXXX-03"),
        ("The bus was hit on March 26.", "XXXX-03-26"),
        ("The bus was hit on Tuesday.", "XXXX-WXX-2"),
        ("The bus was hit yesterday.", "XXXX-XX-XX"),
        ("The bus was hit last month.", "XXXX-XX"),
        ("The bus was hit two weeks ago.", "XXXX-WXX"),
        ("The bus was hit last summer.", "XXXX-SU"),
    ],
)
def test_without_a_publication_a_relative_time_stays_open(text, value):
    time = only(text, None)
    assert (time.value, time.days, time.basis) == (value, None, TimeBasis.OPEN)


def test_the_end_of_march_is_its_last_days_in_the_year_of_the_report():
    time = only("A bomber struck the convoy at the end of March.")
    assert time.days == (date(2024, 3, 25), date(2024, 3, 31))
    assert (time.value, time.basis) == ("2024-03", TimeBasis.INFERRED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The town fell on May 7, 2021. Two days later the army returned.", "2021-05-09"),
        ("The town fell on May 7, 2021. Two days earlier it was shelled.", "2021-05-05"),
        ("The town fell on May 7, 2021. The next day the army returned.", "2021-05-08"),
        ("The town fell on May 7, 2021. The same day the bank was looted.", "2021-05-07"),
        ("The town fell on May 7, 2021. The night before, guns were heard.", "2021-05-06TNI"),
        ("The town fell in 2011. The following year it was retaken.", "2012"),
        ("The town fell in May 2021. A year later it was retaken.", "2022-05"),
    ],
)
def test_a_time_is_counted_from_the_time_before_it(text, value):
    last = times_in(text)[-1].value
    assert (last.value, last.basis) == (value, TimeBasis.CONTEXT)


def test_no_time_is_counted_from_one_that_comes_after_it():
    text = "The town fell on May 7, 2021. Two days later it burned. It was retaken on June 3, 2022."
    assert [time.value.value for time in times_in(text)] == [
        "2021-05-07",
        "2021-05-09",
        "2022-06-03",
    ]


def test_the_next_day_without_a_day_before_it_stays_open():
    assert only("The next day the army returned.").days is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They fought from May 7 to May 10.", "2023-05-07/2023-05-10"),
        ("Thousands fled between December and March.", "2023-12/2024-03"),
        ("Fighting flared in June-August 1992.", "1992-06/1992-08"),
        ("Fighting flared from 1992 to 1995.", "1992/1995"),
        ("The budget for 2019-20 was cut.", "2019/2020"),
        ("They fought from 28 December 2023 to January 3.", "2023-12-28/2024-01-03"),
    ],
)
def test_the_ends_of_a_range_share_a_year(text, value):
    time = only(text)
    assert time.value == value
    assert time.days
    assert time.days[0] < time.days[1]


def test_a_range_in_no_order_is_two_times():
    values = [time.value.value for time in times_in("Posts were lost from 1995 to 1992.")]
    assert values == ["1995", "1992"]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        (
            "The raid on the port was on 3 April. Troops came on 5 April."
            " Two days after the raid, the port was calm.",
            "Two days",
            date(2024, 4, 5),
            date(2024, 4, 5),
        ),
        (
            "A bomb went off on March 20. A week after the attack, nobody was held.",
            "A week",
            date(2024, 3, 27),
            date(2024, 3, 27),
        ),
        (
            "The attack was on March 20. Three days before the attack, he fled.",
            "Three days",
            date(2024, 3, 17),
            date(2024, 3, 17),
        ),
        (
            "The first three months of 2021 were quiet.",
            "The first three months",
            date(2021, 1, 1),
            date(2021, 3, 31),
        ),
        (
            "The last ten days of May 2021 were quiet.",
            "The last ten days",
            date(2021, 5, 22),
            date(2021, 5, 31),
        ),
    ],
)
def test_a_stretch_has_its_days_from_what_stands_behind_it(text, words, first, last):
    (found,) = [t for t in times_in(text) if text[t.spans[0].begin : t.spans[0].end] == words]
    assert found.value.kind is TimeKind.DURATION
    assert found.value.days == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Two days after the raid, the port was calm.",
        "It was hit on 3 April. It burned. It closed. It fell. Two days after the vote, it opened.",
        "The raid was on 3 April. It ended two days after he was held.",
    ],
)
def test_a_stretch_beside_an_event_that_nothing_dates_has_no_days(text):
    assert times_in(text)[-1].value.days is None


def test_the_past_year_is_the_year_up_to_the_publication():
    time = only("Some 300 were killed over the past year.")
    assert (time.value, time.days) == ("P1Y", (date(2023, 4, 12), date(2024, 4, 12)))


def test_a_day_earlier_without_a_day_before_it_stays_open():
    assert only("A day earlier, the army said it was safe.").basis is TimeBasis.OPEN
