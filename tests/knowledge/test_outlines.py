"""The lines of the map lie where coasts and borders are."""

from itertools import pairwise

from counterclaim.knowledge.outlines import Outline, load_outlines


def near(lines: tuple[Outline, ...], place: tuple[float, float], degrees: float = 0.2) -> bool:
    x, y = place
    return any(
        abs(px - x) < degrees and abs(py - y) < degrees for line in lines for px, py in line.points
    )


def test_a_coast_lies_where_the_sea_begins():
    lines = load_outlines()
    assert near(lines.coasts, (-9.5, 38.78))  # Cabo da Roca
    assert near(lines.coasts, (57.8, -20.5), 0.6)  # Mauritius
    assert not near(lines.coasts, (69.2, 34.5), 3)  # Kabul


def test_a_border_lies_between_two_countries_and_on_no_coast():
    lines = load_outlines()
    assert near(lines.borders, (71.1, 34.1))  # Torkham
    assert not near(lines.borders, (-9.5, 38.78))


def test_every_line_lies_in_its_box_on_the_earth():
    lines = load_outlines()
    for each in (*lines.coasts, *lines.borders):
        assert -180 <= each.west <= each.east <= 180
        assert -90 <= each.south <= each.north <= 90
        assert len(each.points) > 1
        for (x, y), (to, _) in pairwise(each.points):
            assert abs(x - to) < 180 or y < -80, "a line runs back around the earth"
