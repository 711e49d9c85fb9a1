"""How many were killed: what stands at the end, from the lowest to the highest."""

import pytest

from counterclaim.model.quantity import Bound
from tests.linking.happened import linked, report

WHERE = "[place:Karsk@34,71 Karsk] on [day:2031-05-03 May 3], where [party:Red_Dawn Red Dawn] rules"


def killed(*told: tuple[int, str, str]):
    """Link reports of one bombing: day of the report, the number marked, and who says so."""
    reports = [
        report(
            f"bombing | A [event bomb] in {WHERE} killed {number}"
            + (f", [by:{source} {source}] said." if source else "."),
            outlet=f"Paper {at}",
            day=day,
        )
        for at, (day, number, source) in enumerate(told)
    ]
    [event] = linked(*reports)
    assert event.killed is not None
    return event.killed


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ([(4, "[killed:12 twelve]", "Tarn"), (4, "[killed:30 thirty]", "Westbank")], 12, 30),
        ([(4, "[killed:12 twelve]", "Tarn"), (6, "[killed:15 fifteen]", "Tarn")], 15, 15),
        ([(4, "[killed:12 twelve]", ""), (6, "[killed:15 fifteen]", "")], 15, 15),
        ([(4, "[killed:12 twelve]", "Tarn"), (5, "[killed:40+ forty]", "Westbank")], 12, None),
        ([(4, "[killed:12+ twelve]", "Tarn"), (5, "[killed:40 forty]", "Westbank")], 12, 40),
        ([(4, "[killed:-12 twelve]", "Tarn")], None, 12),
        ([(4, "[killed:0 nobody]", "Tarn"), (4, "[killed:300 300]", "Westbank")], 0, 300),
        ([(4, "[killed:13 thirteen], [killed:9 nine] of them engineers", "Tarn")], 13, 13),
    ],
)
def test_each_voice_counts_with_its_latest_and_highest_number(told, low, high):
    number = killed(*told)
    assert (number.low, number.high) == (low, high)


def test_a_part_of_a_whole_is_no_toll_where_it_stands_alone():
    number = killed(
        (4, "[killed:13 thirteen], [killed:9 nine] of them engineers", "Tarn"),
        (4, "[killed:9 nine] engineers", "Westbank"),
    )
    assert (number.low, number.high) == (13, 13)


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        # The count of the first days is over when a higher one comes weeks later.
        ([(4, "[killed:12 twelve]", "Tarn"), (25, "[killed:30 thirty]", "Westbank")], 30, 30),
        ([(4, "[killed:12 twelve]", "Tarn"), (25, "[killed:8 eight]", "Westbank")], 8, 12),
        # Who says that nobody died does not count again what others counted.
        ([(4, "[killed:12 twelve]", "Tarn"), (25, "[killed:0 nobody]", "Westbank")], 0, 12),
        # "More than 500" is 512, rounded.
        ([(4, "[killed:512 512]", "Tarn"), (5, "[killed:500+ 500]", "Westbank")], 512, 512),
    ],
)
def test_what_settles_a_toll_replaces_what_was_counted_in_the_first_days(told, low, high):
    number = killed(*told)
    assert (number.low, number.high) == (low, high)


def test_the_bound_is_that_of_the_span():
    assert killed((4, "[killed:12 twelve]", "Tarn")).bound is Bound.EXACT
    assert killed((4, "[killed:12+ twelve]", "Tarn")).bound is Bound.AT_LEAST
    rivals = [(4, "[killed:12 twelve]", "Tarn"), (4, "[killed:40+ forty]", "Westbank")]
    assert killed(*rivals).bound is Bound.AT_LEAST


def test_the_field_names_the_tellings_that_it_rests_on():
    early = report(f"bombing | A [event bomb] in {WHERE} killed [killed:12 twelve].")
    late = report(
        f"bombing | A [event bomb] in {WHERE} killed [killed:15 fifteen].", outlet="Daily", day=6
    )
    [event] = linked(early, late)
    [field] = [field for field in event.fields if field.name == "killed"]
    assert field.tellings == (late.tellings[0].id,)
    assert len(event.tolls) == 2
