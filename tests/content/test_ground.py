"""Ground that changes hands, fights in which somebody fell, and what is no violence at all."""

import pytest

TYPES = [
    ("In August the Kolang force of the alliance took Lasho with its headquarters.", {"battle"}),
    ("In December the Owl Army seized a second command, at Annel.", {"battle"}),
    ("His predecessor was killed in clashes with the Ridge Front in Idren.", {"battle"}),
    ("A mine exploded under a truck near Tarn, killing its driver.", {"mine"}),
    ("The navy intercepted a ship off Tarn and seized weapons.", set()),
]


@pytest.mark.parametrize(("text", "types"), TYPES)
def test_what_is_told_is_what_happened(ruled, text, types):
    assert {one.type.value for one in ruled(text)} == types


@pytest.mark.parametrize(
    "text",
    [
        "In August the Kolang force of the alliance took Lasho with its headquarters.",
        "Thousands marched through Tarn on Sunday against the junta.",
    ],
)
def test_neither_ground_nor_whom_one_marches_against_is_a_victim(ruled, text):
    parts = {one.part.value for telling in ruled(text) for one in telling.participants}
    assert "victim" not in parts
