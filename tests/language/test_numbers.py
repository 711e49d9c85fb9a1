"""Numbers: how many, with which bound, of what, and what befell them."""

import pytest

from counterclaim.language.numbers import find_numbers
from counterclaim.language.numbers.amounts import RULES
from counterclaim.language.numbers.numerals import figure
from counterclaim.model.quantity import Bound, Effect
from counterclaim.model.text import Document, Parse, Span
from tests.language.timed import NUMBERS, parsed
from tests.marked import read_marked


def numbers_in(text):
    return find_numbers(parsed(text), NUMBERS)


AMOUNTS = """
24 24 exact            | The blast killed [n 24] people.
24 24 exact            | The blast killed [n twenty-four] people.
1643 1643 exact        | The blast injured [n 1,643] people.
400000 400000 exact    | The war displaced [n 4 lakh] people.
21305 21305 exact      | The war displaced [n twenty-one thousand three hundred and five] people.
2500000 2500000 exact  | The war displaced [n two and a half million] people.
500000 500000 exact    | The war displaced [n half a million] people.
2600000 2600000 exact  | The war displaced [n two million and three fifths] people.
5000 20000 exact       | The group has [n 5k-20k] members.
4.6 4.6 exact          | The sum is [n twenty-three fifths] of it.
1500000 1500000 exact  | The war displaced [n one million and a half] people.
321 321 exact          | The war displaced [n 3 hundred and 21] people.
3000000 3000000 exact  | The war displaced [n 3m] people.
24 24 exact            | The blast killed [n two dozen] people.
24 None at_least       | The blast killed [n at least 24] people.
24 None at_least       | The blast killed [n more than 24] people.
24 None at_least       | The blast killed [n 24 or more] people.
24 None at_least       | The blast killed [n no fewer than 24] people.
None 24 at_most        | The blast killed [n up to 24] people.
None 24 at_most        | The blast killed [n as many as 24] people.
None 24 at_most        | The blast killed [n fewer than 24] people.
24 24 about            | The blast killed [n about 24] people.
24 24 about            | The blast killed [n some 24] people.
None 90 about          | The blast wounded [n nearly 90] people.
4000 6000 exact        | The group has [n 4,000 to 6,000] members.
4000 6000 exact        | The group has [n between 4,000 and 6,000] members.
4000 6000 exact        | The group has [n four to six thousand] members.
5 6 exact              | The group lost [n five or six] men.
100 200 exact          | It lost [n more than 100 and fewer than 200] men.
24 None unquantified   | The blast killed [n dozens] of people.
40 None unquantified   | The blast killed [n scores] of people.
200 None unquantified  | The blast killed [n hundreds] of people.
20000 None unquantified | The war displaced [n tens of thousands] of people.
24 None unquantified   | The blast left [n several dozen] dead.
200 None unquantified  | The blast killed [n several hundred] people.
2000 None unquantified | The war displaced [n a few thousand] people.
None None unquantified | The blast killed [n several] people.
"""

MEASURES = """
% 40        | The army holds [n 40 percent] of the province.
% 12.5      | The army holds [n 12.5 %] of the province.
USD 3500000 | The ransom came to [n $3.5 million] in cash.
EUR 5000000000 | The union pledged [n 5bn euros] in aid.
km 20       | The convoy was [n 20 kilometres] from the border.
share 0.5   | The army holds [n half] of the province.
share 0.2   | Famine threatens [n one in five] households.
"""

EFFECTS = """
killed of:people          | At least [n 24] people were killed in the raid.
killed of:soldiers        | The raid killed [n 24] soldiers.
killed of:Chinese engineers | A bomber killed [n five] Chinese engineers.
killed of:                | The raid left [n 24] dead.
killed of:                | The death toll rose to [n 638].
killed of:                | The ministry put the toll at [n 278].
killed of:soldiers        | The deaths of [n 24] soldiers were regrettable.
injured of:               | The raid killed 24 people and wounded [n 13].
injured of:               | It put the toll at 24 dead and [n 13] wounded.
arrested of:suspects      | Police arrested [n 12] suspects.
displaced of:families     | More than [n 300] families fled the town.
displaced of:people       | The UN said [n 3,000] people had been displaced.
abducted of:girls         | Gunmen kidnapped [n 276] girls.
surrendered of:fighters   | [n 40] fighters surrendered to the army.
none of:tanks             | The brigade has [n 31] tanks.
none of:fighters          | The group has [n 600] fighters.
"""


def lines(table):
    return [
        tuple(part.strip() for part in line.split("|", 1)) for line in table.split("\n") if line
    ]


def marked_number(marked):
    text, (mark,) = read_marked(marked)
    (found,) = (number for number in numbers_in(text) if number.spans[0].overlaps(mark.span))
    return found, mark.span


@pytest.mark.parametrize(("expected", "marked"), lines(AMOUNTS))
def test_a_number_is_an_interval_with_a_bound(expected, marked):
    found, span = marked_number(marked)
    value = found.value
    assert f"{value.low} {value.high} {value.bound}" == expected
    assert found.spans[0] == span


@pytest.mark.parametrize(("expected", "marked"), lines(MEASURES))
def test_a_measure_is_the_unit(expected, marked):
    found, span = marked_number(marked)
    assert f"{found.value.unit} {found.value.low}" == expected
    assert found.spans[0] == span


@pytest.mark.parametrize(("expected", "marked"), lines(EFFECTS))
def test_who_is_counted_and_what_befell_them(expected, marked):
    found, _ = marked_number(marked)
    effect, of = expected.split(" of:") if " of:" in expected else (expected[:-4], "")
    assert found.value.effect == (None if effect == "none" else Effect(effect))
    assert found.value.of == of


def test_a_stated_zero_is_zero_and_nothing_stated_is_nothing():
    (stated,) = numbers_in("No one was killed.")
    assert (stated.value.low, stated.value.high, stated.value.effect) == (0, 0, Effect.KILLED)
    assert numbers_in("The raid went on until dawn.") == ()


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Dozens of prisoners of war were killed.", Effect.KILLED),
        ("Nine refugees drowned.", Effect.KILLED),
        ("One person was shot dead.", Effect.KILLED),
        ("The army freed 137 hostages.", Effect.RELEASED),
        ("They hold 12 prisoners.", Effect.ARRESTED),
    ],
)
def test_what_befell_prisoners_is_not_what_they_were_before(text: str, effect: Effect):
    assert [number.value.effect for number in numbers_in(text)] == [effect]


def test_how_many_asks_for_a_number_and_gives_none():
    assert numbers_in("How many people died?") == ()
    assert [number.value.effect for number in numbers_in("Many people died.")] == [Effect.KILLED]


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("The monitor said four people had died, none of them Tarnish.", [4]),
        ("Six people were killed, none of them civilians.", [6]),
        ("Six people were killed and three were wounded, none seriously.", [6, 3]),
        ("The dead included eight men, none of whom was armed.", [8]),
        ("Ten soldiers were injured but none of them died.", [10, 0]),
        ("With nobody injured, the market opened again.", [0]),
        ("No civilians were killed.", [0]),
        ("The blast left nobody dead.", [0]),
    ],
)
def test_none_is_a_zero_only_of_what_the_words_say_right_of_them(text: str, lows: list[int]):
    assert [number.value.low for number in numbers_in(text)] == lows


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed responsibility.",
        "That one is unexploded.",
        "Two F-16 were seen."[4:],
        "The 30-page report was leaked.",
        "An M16 was found.",
        "It was the twenty-fifth anniversary.",
        "The half-track burned.",
        "",
        "...",
    ],
)
def test_what_counts_nothing_is_no_number(text):
    assert numbers_in(text) == ()


def test_a_year_is_no_number_where_its_span_is_known_for_a_time():
    text = parsed("In 2011 some 300 people fled.")
    (found,) = find_numbers(text, NUMBERS, [Span(3, 7)])
    assert found.value.low == 300


def test_a_dash_far_apart_is_no_range():
    assert all(number.rule != "between" for number in numbers_in("Call 1-222 for help."))


def test_the_words_that_say_what_befell_them_are_cited():
    text = "The raid killed 24 soldiers."
    (found,) = numbers_in(text)
    assert [text[span.begin : span.end] for span in found.spans] == ["24", "killed"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567", 1234567),
        ("12,34,567", 1234567),
        ("4.8", 4.8),
        ("5,00", 5),
        ("1.111,5", 1111.5),
        ("22,24,26,31", None),
        ("1" * 40, None),
        ("one", None),
    ],
)
def test_figures_have_their_value(text, value):
    assert figure(text) == value


def test_every_rule_of_the_phrases_has_its_reader():
    assert {phrase.rule for phrase in NUMBERS.phrases} == RULES.keys()


def test_a_text_without_a_parse_is_read_by_its_words():
    bare = Parse(Document("at least 24 dead"), (), ())
    (found,) = find_numbers(bare, NUMBERS)
    assert (found.value.low, found.value.bound) == (24, Bound.AT_LEAST)
