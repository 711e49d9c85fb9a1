"""A sample of what `make bench PART=page` measures: a large case answers as a small one does."""

from evaluation.page_speed import page_speed

CLAIMS, TIMES = 5_000, 6
MOST = 100  # ms of processor time, as in a case a hundred times as large


def test_no_screen_takes_longer_than_a_glance():
    found = page_speed(CLAIMS, TIMES)
    slow = {name: ms for name, ms in found.items() if "ms at p95" in name and int(str(ms)) > MOST}
    assert not slow
