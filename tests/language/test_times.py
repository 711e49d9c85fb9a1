"""Times: what the words say, on which day, and what that rests on."""

from datetime import date

import pytest

from counterclaim.language.times import find_times
from counterclaim.language.times.rules import RULES, WORDS
from counterclaim.model.text import Document, Parse, Span
from counterclaim.model.time import Precision, Relation, TimeKind
from tests.language.timed import FRIDAY, NUMBERS, TIMES, only, times_in
from tests.marked import read_marked

ABSOLUTE = """
2024-03-26            | The bus was hit on [time 26 March 2024] near the dam.
2024-03-26            | The bus was hit on [time March 26, 2024] near the dam.
2024-03-26            | The bus was hit on [time Tuesday, 26 March 2024], officials said.
2024-03-26            | The file is dated [time 2024-03-26] at the top.
2024-03-26            | The file is dated [time 26/03/2024] at the top.
2011-05               | The raid took place in [time May 2011] at night.
1998                  | The group was founded in [time 1998] in the north.
199                   | Villages were burned throughout [time the 1990s] by militias.
19                    | It was the worst famine of [time the 20th century] there.
2021-SU               | The city fell in [time the summer of 2021] without a fight.
1984-Q3               | Arms sales rose in [time the third quarter of 1984] alone.
2023-H1               | The office counted 40 raids in [time the first half of 2023] alone.
2011-05-07/2011-05-10 | Shelling went on from [time May 7-10, 2011] along the river.
2019-04-21            | Churches were bombed on [time Easter Sunday, 2019] in three towns.
2016-10-02            | The file is dated [time 2016/Oct/2] at the top.
2021-W01              | The figures for [time the first week of 2021] are missing.
2021-W12              | The figures for [time week 12 of 2021] are missing.
2014/2018-05          | The archive covers [time 2014 through May 2018] alone.
2023-11-18/2023-12-19 | Talks ran [time Nov 18-Dec 19, 2023] in the capital.
2015                  | They came back in [time two thousand and fifteen] at last.
2020-04-09/2020-04-17 | He was held [time from the ninth to the seventeenth of April 2020] there.
2021-09               | The survey of [time the ninth month of 2021] is lost.
2023-11-23            | The camp was raided on [time Thanksgiving 2023] before dawn.
2023-11-24            | The camp was raided on [time Black Friday 2023] before dawn.
2022-05-30            | They marched on [time Memorial Day 2022] with their flags.
2022-05-01            | They marched on [time International Workers' Day 2022] with their flags.
"""

FROM_PUBLICATION = """
2024-04-12  | The convoy was stopped [time today] at the border.
2024-04-11  | The convoy was stopped [time yesterday] at the border.
2024-04-11TMO | The convoy was stopped [time yesterday morning] at the border.
2024-04-11TNI | The convoy was stopped [time last night] at the border.
2024-04-11T20:00 | The convoy was stopped [time last night at 8] by the rebels.
2024-04-10  | The convoy was stopped on [time Wednesday] at the border.
2024-04-12  | The convoy was stopped on [time Friday] at the border.
2024-04-09TNI | The convoy was stopped on [time Tuesday night] at the border.
2024-04-14  | Talks will resume on [time Sunday] in the capital.
2024-W14    | The bridge was mined [time last week] by the rebels.
2024-03     | The bridge was mined [time last month] by the rebels.
2023        | The bridge was mined [time last year] by the rebels.
2023-11     | The bridge was mined [time last November] by the rebels.
2023-SU     | The bridge was mined [time last summer] by the rebels.
2023-06     | The bridge was mined in [time June last year] by the rebels.
2024-04-09  | The bridge was mined [time three days ago] by the rebels.
2024-W13    | The bridge was mined [time two weeks ago] by the rebels.
2024-02     | The bridge was mined [time two months ago] by the rebels.
2019        | The bridge was mined [time five years ago] by the rebels.
2024-01     | The bridge was mined in [time January] by the rebels.
2024-02     | The bridge was mined in [time Feb] by the rebels.
2024-W10    | The clinic counted twelve wounded in [time week 10].
2024-04-15  | The court meets on [time Monday the 15th] of that case.
2024-04-30  | The levy is due [time on the 30th of the month] at the gate.
2024-04-12TMO | Shells fell in [time the early morning] on the mill.
2024-04-12T19:00/2024-04-12T20:30 | The gate is shut [time tonight from 7 to 8:30] for the guard.
2024-04-08/2024-04-10 | The road was closed [time from Monday for three days] by the army.
2023-10-01/2023-11-07 | The road was closed [time between 10/1 and 11/7] by the army.
P2W         | The men will leave [time within two weeks] at last.
1940-03-18  | The mill was built on [time 03/18/40] by hand.
2023-03     | The mill was hit in [time 2023-03] twice.
2024-04-12T19:30 | The first shells fell at [time 1930 GMT] on the mill.
PT48H       | The truce of [time 48h] held for the most part.
PRESENT_REF | Nobody has been tried [time to date] for it.
XXXX-XX-19  | They are paid [time on the 19th of every month] in cash.
2023-12     | The bridge was mined in [time December] by the rebels.
2024-05     | The bridge will be rebuilt in [time May] by the army.
2023-09-30  | The bridge was mined on [time Sept. 30] by the rebels.
2024-03-22  | The bridge was mined on [time 22/03] by the rebels.
2024-03-15  | The bridge was mined [time on the 15th of last month] by the rebels.
2024-04-12/2024-05-21 | Nothing may pass [time between now and May 21] there.
2024-04-11T13:00/2024-04-11T15:00 | Shells fell [time yesterday from 1 to 3 pm] on the port.
"""

AGAIN_AND_LONG = """
P2W   | The siege lasted [time two weeks] in all.
P2Y6M | The siege lasted [time two and a half years] in all.
PT16H | A [time 16-hour] curfew was imposed.
PXM   | They held out for [time several months] in the hills.
P10Y  | They held out for [time a decade] in the hills.
P1D   | Shells fall [time every day] on the port.
P1W   | The board meets [time weekly] in the port.
XXXX-WXX-5 | Protesters gather [time every Friday] in the square.
XXXX-WXX-5TNI | Protesters gather on [time Friday nights] in the square.
XXXX-XX-XXTNI | Shells fall [time every night] on the port.
XXXX-XX-XXT05:00 | Shells fall [time every day at 5 am] on the port.
PT1H30M | The raid lasted [time one hour and 30 minutes] in all.
P2M   | [time The past two months] were quiet.
"""

PARTS = """
START 2024-05-01 2024-05-10 | The offensive began in [time early May 2024] in the east.
MID   2024-05-11 2024-05-20 | The offensive began in [time mid-May 2024] in the east.
END   2024-05-21 2024-05-31 | The offensive began in [time late May 2024] in the east.
END   2024-05-25 2024-05-31 | The offensive began at [time the end of May 2024] in the east.
START 2023-01-01 2023-03-31 | The offensive began in [time early 2023] in the east.
END   2023-11-01 2023-12-31 | The offensive began at [time the end of 2023] in the east.
END   2024-03-21 2024-03-31 | The offensive began [time late last month] in the east.
"""


def lines(table):
    return [
        tuple(part.strip() for part in line.split("|", 1)) for line in table.split("\n") if line
    ]


def check(marked, value):
    text, (mark,) = read_marked(marked)
    found = [time for time in times_in(text) if time.spans[0].overlaps(mark.span)]
    assert [(time.spans[0], time.value.value) for time in found] == [(mark.span, value)]


@pytest.mark.parametrize(("value", "marked"), lines(ABSOLUTE + FROM_PUBLICATION + AGAIN_AND_LONG))
def test_words_have_their_value(value, marked):
    check(marked, value)


@pytest.mark.parametrize(("expected", "marked"), lines(PARTS))
def test_a_part_of_a_time_narrows_its_days(expected, marked):
    text, (mark,) = read_marked(marked)
    (found,) = times_in(text)
    assert found.value.days
    first, last = found.value.days
    assert found.spans[0] == mark.span
    assert f"{found.value.modifier} {first} {last}".split() == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "The minister may resign.",
        "May I ask who fired?",
        "They march on the capital.",
        "A 30-page report was leaked.",
        "It was the second attack of its kind.",
        "A 45-year-old driver was hurt.",
        "The Sunday Times reported nothing.",
        "The unit fired 2,000 shells.",
        "Police seized 1950 rifles.",
        "The rebels no longer hold it.",
        "In week 3 of the war the mill burned.",
        "The list is not up to date.",
        "Call +88 138-2010 for the office.",
        "The seal is marked 123-12-1934.",
        "The crate is marked 144-03-03-2020.",
        "Some 1/2 to 3/4 of the men fled.",
        "Prices fall and supplies spring up.",
        "It began at 24:30.",
        "They came at 2.5 past five.",
        "",
        "...",
    ],
)
def test_what_only_looks_like_a_time_gives_nothing(text):
    assert times_in(text) == ()


@pytest.mark.parametrize(
    ("text", "relation", "edtf"),
    [
        ("Some 300 were killed since 2021.", Relation.SINCE, "2021-01-01/.."),
        ("The truce held until March 2020.", Relation.UNTIL, "../2020-03-31"),
        ("They fled before 2011.", Relation.BEFORE, "../2011-01-01"),
        ("They fled in 2011.", Relation.IN, "2011-01-01/2011-12-31"),
    ],
)
def test_the_word_before_a_time_says_how_things_lie_to_it(text, relation, edtf):
    (found,) = times_in(text)
    assert (found.value.relation, found.value.edtf) == (relation, edtf)
    assert len(found.spans) == (1 if relation is Relation.IN else 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It struck at 10:35 a.m. on Tuesday.", "2024-04-09T10:35"),
        ("It struck at noon on Tuesday.", "2024-04-09T12:00"),
        ("It struck on Tuesday at 5 pm.", "2024-04-09T17:00"),
        ("It struck at about half past four.", "2024-04-12T04:30"),
        ("It struck at 1.05 p.m. by the gate.", "2024-04-12T13:05"),
    ],
)
def test_an_hour_lies_on_its_day(text, value):
    time = only(text)
    assert (time.value, time.kind, time.precision) == (value, TimeKind.TIME, Precision.CLOCK)


@pytest.mark.parametrize(
    "text", ["30 February 2024 came.", "It struck at 31:75 sharp.", "99/99/2024"]
)
def test_a_day_or_hour_that_is_none_is_not_read(text):
    fine = {Precision.DAY, Precision.CLOCK}
    assert all(time.value.precision not in fine for time in times_in(text))


def test_precision_is_never_finer_than_the_words():
    text = "It was on 7 May 2021, in late May 2021, in May 2021, in 2021, and in the 2010s."
    found = [time.value.precision.name for time in times_in(text)]
    assert found == ["DAY", "PART_OF_MONTH", "MONTH", "YEAR", "DECADE"]


def test_the_past_two_months_end_with_the_publication():
    time = only("The past two months were quiet.")
    assert (time.days, time.precision) == ((date(2024, 2, 12), FRIDAY), Precision.MONTH)


def test_every_time_rests_on_its_words_and_a_rule():
    text = "Since Tuesday, two weeks after the raid of 7 May 2021, they met every day at noon."
    times = times_in(text)
    assert times
    for time in times:
        assert all(time_span.end <= len(text) for time_span in time.spans)
        assert time.rule in RULES


def test_every_rule_of_the_phrases_has_its_reader():
    assert {phrase.rule for phrase in TIMES.phrases} == RULES.keys() | WORDS.keys()


def test_a_text_without_a_parse_is_read_by_its_words():
    bare = Parse(Document("It fell on 7 May 2021.", published=FRIDAY), (), ())
    (found,) = find_times(bare, TIMES, NUMBERS)
    assert (found.value.value, found.spans) == ("2021-05-07", (Span(11, 21),))
