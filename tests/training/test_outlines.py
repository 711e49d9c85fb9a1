"""Coasts and borders are told apart by who shares a line."""

from training.outlines import outlines, simpler

WORLD = {
    "transform": {"scale": [0.01, 0.01], "translate": [10.0, 20.0]},
    "arcs": [
        [[0, 0], [0, 100]],  # what both share
        [[0, 100], [-100, 0], [0, -100], [100, 0]],
        [[0, 0], [100, 0], [0, 100], [-100, 0]],
        [[500, 500], [1, 0], [0, 1], [-1, -1]],  # a rock
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"arcs": [[0, 1]]},
                {"arcs": [[[2, ~0]], [[3]]]},
                {"type": None},
            ]
        }
    },
}


def test_a_line_of_two_countries_is_a_border_and_a_rock_is_left_out():
    found = outlines(WORLD)
    assert found["borders"] == [[1000, 2000, 0, 100]]
    assert found["coasts"] == [
        [1000, 2100, -100, 0, 0, -100, 100, 0],
        [1000, 2000, 100, 0, 0, 100, -100, 0],
    ]


def test_a_line_does_not_run_back_around_the_earth():
    far = {"scale": [0.01, 0.01], "translate": [-180.0, 60.0]}
    arcs = [[[35000, 0], [900, 0], [0, 100], [-35900, 0], [500, 0], [0, 100]]]
    countries = {"geometries": [{"arcs": [[0]]}]}
    found = outlines({"transform": far, "arcs": arcs, "objects": {"countries": countries}})
    assert found["coasts"] == [
        [17000, 6000, 900, 0, 0, 100],
        [-18000, 6100, 500, 0, 0, 100],
    ]


def test_what_lies_on_the_way_is_left_out():
    assert simpler([(0, 0), (1, 0.001), (2, 0)]) == [(0, 0), (2, 0)]
    assert simpler([(0, 0), (1, 0.5), (2, 0)]) == [(0, 0), (1, 0.5), (2, 0)]
    ring = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)]
    assert simpler(ring) == ring
