"""The sheet of the map holds all that is shown, and its lines end where it ends."""

import re

import pytest

from counterclaim.knowledge.outlines import Outline, load_outlines
from counterclaim.page.screens.sheet import HEIGHT, WIDTH, drawn_lines, fit

WORLD = (-170.0, -55.0, 178.0, 75.0)
LIMIT = 600 * 1024  # bytes of a map


def test_all_boxes_are_on_the_sheet():
    boxes = [(60.0, 24.0, 61.0, 25.0), (79.0, 33.0, 79.0, 33.0)]
    sheet = fit(boxes)
    assert sheet is not None
    for west, south, east, north in boxes:
        assert 0 < sheet.x(west) <= sheet.x(east) < WIDTH
        assert 0 < sheet.y(north) <= sheet.y(south) < HEIGHT


def test_a_single_town_does_not_fill_the_sheet():
    sheet = fit([(35.0, 32.0, 35.0, 32.0)])
    assert sheet is not None
    west, south, east, north = sheet.box
    assert north - south >= 2
    assert east - west >= 2
    assert sheet.meridians
    assert sheet.parallels


def test_nothing_has_no_sheet():
    assert fit([]) is None


def test_a_line_is_drawn_as_far_as_the_sheet_goes():
    sheet = fit([(0.0, 0.0, 10.0, 10.0)])
    assert sheet is not None
    line = tuple((float(x), 5.0) for x in range(-50, 60))
    [path] = re.findall(r"M[^M]+", drawn_lines([Outline(line, -50, 5, 59, 5)], sheet))
    points = [float(x) for x in re.split(r"[M ]", path) if x]
    assert len(points) < len(line)
    assert min(points[::2]) <= 0
    assert max(points[::2]) >= WIDTH


@pytest.mark.parametrize("box", [WORLD, (60.0, 24.0, 80.0, 36.0)])
def test_a_map_is_light(box):
    lines, sheet = load_outlines(), fit([box])
    assert sheet is not None
    drawn = drawn_lines(lines.coasts, sheet) + drawn_lines(lines.borders, sheet)
    assert 1000 < len(drawn) < LIMIT
