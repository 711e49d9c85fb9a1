import pytest

from counterclaim.case.settings import Settings, load_settings
from counterclaim.errors import LedgerError


def test_a_case_needs_no_file(tmp_path):
    assert load_settings(tmp_path) == Settings()


def test_the_file_says_what_holds_for_every_run(tmp_path):
    (tmp_path / "counterclaim.toml").write_text('jobs = 2\noutlet = "The Post"\n')
    assert load_settings(tmp_path) == Settings(2, "The Post")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("job = 2", "unknown key 'job'. Did you mean 'jobs'?"),
        ("colour = 2", "unknown key 'colour'. Known keys: jobs, outlet, language"),
        ('jobs = "two"', "Expected `int`, got `str`"),
        ("jobs = -1", "jobs"),
        ("jobs =", "Correct the file"),
        ("\xff", "Correct the file"),
    ],
)
def test_what_the_file_cannot_mean_is_told(tmp_path, text, told):
    (tmp_path / "counterclaim.toml").write_text(text, encoding="latin-1")
    with pytest.raises(LedgerError) as caught:
        load_settings(tmp_path)
    assert told in str(caught.value)
    assert "counterclaim.toml" in str(caught.value)
