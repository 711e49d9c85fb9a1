"""Times: what the words say, on which day, and what that rests on."""

from datetime import date
from functools import cache

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import BUILT_IN
from counterclaim.knowledge.files import read_toml
from counterclaim.knowledge.numbers import NumberWords
from counterclaim.knowledge.parser import ParserChoice
from counterclaim.knowledge.times import TimeWords
from counterclaim.language import parser
from counterclaim.language.times import find_times
from counterclaim.language.times.rules import RULES, WORDS
from counterclaim.model.text import Document, Parse, Span
from counterclaim.model.time import Precision, Relation, TimeBasis, TimeKind
from tests.marked import read_marked

ENGLISH = BUILT_IN / "languages" / "en"
FRIDAY = date(2024, 4, 12)


@pytest.fixture(scope="module")
def words():
    times = read_toml(ENGLISH / "times.toml", TimeWords, KnowledgeError)
    return times, read_toml(ENGLISH / "numbers.toml", NumberWords, KnowledgeError)


@pytest.fixture(scope="module")
def times_in(words):
    choice = read_toml(ENGLISH / "parser.toml", ParserChoice, KnowledgeError)

    @cache
    def read(text, published=FRIDAY):
        document = Document(text, language="en", published=published)
        return find_times(parser.parse(document, choice), *words)

    return read


@pytest.fixture(scope="module")
def only(times_in):
    def read(text, published=FRIDAY):
        (found,) = times_in(text, published)
        return found.value

    return read


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
"""

FROM_PUBLICATION = """
2024-04-12  | The convoy was stopped [time today] at the border.
2024-04-11  | The convoy was stopped [time yesterday] at the border.
2024-04-11TMO | The convoy was stopped [time yesterday morning] at the border.
2024-04-11TNI | The convoy was stopped [time last night] at the border.
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
2023-12     | The bridge was mined in [time December] by the rebels.
2024-05     | The bridge will be rebuilt in [time May] by the army.
2023-09-30  | The bridge was mined on [time Sept. 30] by the rebels.
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


def check(times_in, marked, value):
    text, (mark,) = read_marked(marked)
    found = [time for time in times_in(text) if time.spans[0].overlaps(mark.span)]
    assert [(time.spans[0], time.value.value) for time in found] == [(mark.span, value)]


@pytest.mark.parametrize(("value", "marked"), lines(ABSOLUTE + FROM_PUBLICATION + AGAIN_AND_LONG))
def test_words_have_their_value(times_in, value, marked):
    check(times_in, marked, value)


@pytest.mark.parametrize(("expected", "marked"), lines(PARTS))
def test_a_part_of_a_time_narrows_its_days(times_in, expected, marked):
    text, (mark,) = read_marked(marked)
    (found,) = times_in(text)
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
        "Prices fall and supplies spring up.",
        "",
        "...",
    ],
)
def test_what_only_looks_like_a_time_gives_nothing(times_in, text):
    assert times_in(text) == ()


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
def test_without_a_publication_a_relative_time_stays_open(only, text, value):
    time = only(text, None)
    assert (time.value, time.days, time.basis) == (value, None, TimeBasis.OPEN)


def test_the_end_of_march_is_its_last_days_in_the_year_of_the_report(only):
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
def test_a_time_is_counted_from_the_time_before_it(times_in, text, value):
    last = times_in(text)[-1].value
    assert (last.value, last.basis) == (value, TimeBasis.CONTEXT)


def test_no_time_is_counted_from_one_that_comes_after_it(times_in):
    text = "The town fell on May 7, 2021. Two days later it burned. It was retaken on June 3, 2022."
    assert [time.value.value for time in times_in(text)] == [
        "2021-05-07",
        "2021-05-09",
        "2022-06-03",
    ]


def test_the_next_day_without_a_day_before_it_stays_open(only):
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
def test_the_ends_of_a_range_share_a_year(only, text, value):
    time = only(text)
    assert time.value == value
    assert time.days[0] < time.days[1]


def test_a_range_in_no_order_is_two_times(times_in):
    values = [time.value.value for time in times_in("Posts were lost from 1995 to 1992.")]
    assert values == ["1995", "1992"]


@pytest.mark.parametrize(
    ("text", "relation", "edtf"),
    [
        ("Some 300 were killed since 2021.", Relation.SINCE, "2021-01-01/.."),
        ("The truce held until March 2020.", Relation.UNTIL, "../2020-03-31"),
        ("They fled before 2011.", Relation.BEFORE, "../2011-01-01"),
        ("They fled in 2011.", Relation.IN, "2011-01-01/2011-12-31"),
    ],
)
def test_the_word_before_a_time_says_how_things_lie_to_it(times_in, text, relation, edtf):
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
def test_an_hour_lies_on_its_day(only, text, value):
    time = only(text)
    assert (time.value, time.kind, time.precision) == (value, TimeKind.TIME, Precision.CLOCK)


@pytest.mark.parametrize(
    "text", ["30 February 2024 came.", "It struck at 31:75 sharp.", "99/99/2024"]
)
def test_a_day_or_hour_that_is_none_is_not_read(times_in, text):
    fine = {Precision.DAY, Precision.CLOCK}
    assert all(time.value.precision not in fine for time in times_in(text))


def test_precision_is_never_finer_than_the_words(times_in):
    text = "It was on 7 May 2021, in late May 2021, in May 2021, in 2021, and in the 2010s."
    found = [time.value.precision.name for time in times_in(text)]
    assert found == ["DAY", "PART_OF_MONTH", "MONTH", "YEAR", "DECADE"]


def test_the_past_two_months_end_with_the_publication(only):
    time = only("The past two months were quiet.")
    assert (time.days, time.precision) == ((date(2024, 2, 12), FRIDAY), Precision.MONTH)


def test_every_time_rests_on_its_words_and_a_rule(times_in):
    text = "Since Tuesday, two weeks after the raid of 7 May 2021, they met every day at noon."
    times = times_in(text)
    assert times
    for time in times:
        assert all(time_span.end <= len(text) for time_span in time.spans)
        assert time.rule in RULES


def test_every_rule_of_the_phrases_has_its_reader(words):
    times, _ = words
    assert {phrase.rule for phrase in times.phrases} == RULES.keys() | WORDS.keys()


def test_a_text_without_a_parse_is_read_by_its_words(words):
    bare = Parse(Document("It fell on 7 May 2021.", published=FRIDAY), (), ())
    (found,) = find_times(bare, *words)
    assert (found.value.value, found.spans) == ("2021-05-07", (Span(11, 21),))
