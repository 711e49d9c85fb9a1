"""Days in metadata are read in one way or not at all."""

from datetime import date

import pytest

from counterclaim.documents.dates import parse_day


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-31",
        "2024-03-31T23:10:00Z",
        "2024-03-31 10:00",
        "2024-03-31T00:00:00.000+0500",
        "20240331",
        "2024/3/31",
        "Sun, 31 Mar 2024 10:00:00 +0000",
        "Sun, 31 Mar 2024 10:00 PKT",
        "31 March 2024",
        "31st of March, 2024",
        "March 31, 2024",
        " Mar. 31, 2024 at 10:15 pm\n",
        "31.03.2024",
        "3/31/2024",
    ],
)
def test_a_day_written_in_full_is_read(text: str):
    assert parse_day(text) == date(2024, 3, 31)


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2024",
        "01.02.03",
        "31 Mar 24",
        "2024",
        "March 2024",
        "March 31",
        "Sunday",
        "today",
        "10:15",
        "2024-13-01",
        "31 February 2024",
        "31 March – 2 April 2024",
        "2024-03-31/2024-04-02",
        "31 March 2024 and 1 April 2025",
        "1711843200",
        "9" * 40,
        "x" * 500,
        "",
        "\x00",
        "nan",
    ],
)
def test_nothing_is_guessed(text: str):
    assert parse_day(text) is None


def test_a_year_first_is_followed_by_its_month():
    assert parse_day("2024.03.04") == date(2024, 3, 4)
