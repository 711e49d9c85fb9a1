"""A case's own table of actors: read when linking, and again when it changes."""

import pytest

from counterclaim.case import Case, ReadOptions
from counterclaim.errors import KnowledgeError
from counterclaim.exports.json import chunks

TEXT = (
    "The Red Hill Front attacked the town of Tarn on Monday, officials said.\n\n"
    "The Red Hill Brigade said that it had taken the bridge.\n"
)


@pytest.fixture
def case(tmp_path):
    """A case of one report on a group that only a table could know."""
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    with Case.create(tmp_path / "case") as case:
        case.read([str(report)], ReadOptions(jobs=1))
        yield case


def add_table(case: Case, rows: str) -> None:
    folder = case.folder / "dictionaries"
    folder.mkdir(exist_ok=True)
    (folder / "actors.csv").write_text(f"id,name,type,names\n{rows}\n", encoding="utf-8")


def known(case: Case) -> dict[str, tuple[str, ...]]:
    return {actor.known: actor.aliases for actor in case.ledger().actors if actor.known}


def test_an_edited_table_makes_the_links_anew(case):
    assert not known(case)
    assert case.is_linked()
    add_table(case, "case.red-hill,Red Hill Front,armed_group,")
    assert not case.is_linked()
    assert known(case) == {"case.red-hill": ()}
    add_table(case, "case.red-hill,Red Hill Front,armed_group,Red Hill Brigade")
    assert known(case) == {"case.red-hill": ("Red Hill Brigade",)}


def test_a_case_with_parties_of_its_own_can_be_written(case):
    add_table(case, "case.red-hill,Red Hill Front,armed_group,")
    assert b'"case.red-hill"' in b"".join(chunks(case.ledger()))


def test_a_faulty_table_stops_a_run_before_anything_is_done(case):
    add_table(case, "case.red-hill,Red Hill Front,choir,")
    with pytest.raises(KnowledgeError, match="line 2: 'choir' is no type"):
        case.read([], ReadOptions(jobs=1))
