"""A user's own table of parties: read strictly, and every fault named by its line."""

from pathlib import Path

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.actors import Alias, AliasKind
from counterclaim.model.statement import MentionType

HEADER = "id,name,type,countries,names,short,part_of,split_from,since,until,state_run\n"


def table(tmp_path: Path, text: str, header: str = HEADER) -> Path:
    path = tmp_path / "actors.csv"
    path.write_text(header + text, encoding="utf-8")
    return path


def test_a_party_of_the_users_own(tmp_path: Path):
    path = table(
        tmp_path,
        "case.red-hill,Red Hill Front,armed_group,AFG;PAK,RHF; Red Hill Brigade,the Front,"
        "group.ttp,group.taliban,2019,2022,\n",
    )
    [found] = load_actors(path).candidates("RHF")
    assert found.actor.name == "Red Hill Front"
    assert found.actor.type is MentionType.ARMED_GROUP
    assert found.actor.countries == ("AFG", "PAK")
    assert found.actor.part_of == ("group.ttp",)
    assert (found.actor.since, found.actor.until) == (2019, 2022)
    assert found.alias == Alias("RHF", AliasKind.ACRONYM)
    assert load_actors(path).candidates("the Front")[0].alias.kind is AliasKind.SHORT
    assert not load_actors().candidates("RHF")


def test_further_names_for_a_known_party(tmp_path: Path):
    index = load_actors(table(tmp_path, "group.ttp,Students of the Hills; TTP\n", "id,names\n"))
    assert [each.actor.id for each in index.candidates("Students of the Hills")] == ["group.ttp"]
    assert [each.actor.id for each in index.candidates("TTP")] == ["group.ttp"]
    assert index.actor("group.ttp").countries == ("PAK",)


def test_a_state_of_the_users_own_has_a_code_and_others_may_lie_in_it(tmp_path: Path):
    rows = "case.utopia,Utopia,government,UTO,\ncase.guard,Utopian Guard,military,,UTO\n"
    index = load_actors(table(tmp_path, rows, "id,name,type,code,countries\n"))
    assert index.actor("case.utopia").countries == ("UTO",)
    assert index.actor("case.guard").countries == ("UTO",)
    faulty = table(tmp_path, "case.x,X,government,Uto,\n", "id,name,type,code,countries\n")
    with pytest.raises(KnowledgeError, match="no code of three capitals"):
        load_actors(faulty, "edited")


def test_a_shared_name_leads_to_both(tmp_path: Path):
    index = load_actors(table(tmp_path, "case.x,Taliban,organisation\n", "id,name,type\n"))
    assert {"case.x", "group.taliban"} <= {each.actor.id for each in index.candidates("Taliban")}


def test_rows_may_name_each_other_in_any_order(tmp_path: Path):
    rows = "case.a,Wing,media,case.b,no\ncase.b,Body,organisation,,\n\n"
    index = load_actors(table(tmp_path, rows, "id,name,type,part_of,state_run\n"))
    assert [each.id for each in index.chain("case.a")] == ["case.a", "case.b"]
    assert index.actor("case.a").state_run is False


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Red Hill,Red Hill,armed_group,,,,,,,,", "line 2: 'Red Hill' is no id"),
        (",Red Hill,armed_group,,,,,,,,", "line 2: '' is no id"),
        ("case.a,,armed_group,,,,,,,,", "'case.a' has no name"),
        ("case.a,A,militia,,,,,,,,", "'militia' is no type: person, organisation"),
        ("case.a,A,place,,,,,,,,", "'place' is no type"),
        ("case.a,A,media,Pakistan,,,,,,,", "'Pakistan' is no country code"),
        ("case.a,A,media,ZZZ,,,,,,,", "'ZZZ' is the code of no state"),
        ("case.a,A,media,,,,group.tpp,,,,", "part_of names 'group.tpp'.*did you mean 'group"),
        ("case.a,A,media,,,,,,12,,", "since is '12', and no year"),
        ("case.a,A,media,,,,,,2010,2009,", "until 2009 lies before since 2010"),
        ("case.a,A,media,,,,,,,,maybe", "state_run is 'maybe'"),
        ("group.ttp,A,media,,,,,,,,", "only names can be added, not 'type'"),
        ("case.a,A,media,,,,,,,,\ncase.a,B,media,,,,,,,,", "line 3: .*'case.a' stands here twice"),
        ("case.a,A,media", "line 2: fewer cells than the header"),
        ("case.a,A,media,,,,,,,,,,", "line 2: more cells than the header"),
        ('case.a,"A,media,,,,,,,,', "unexpected end of data"),
    ],
)
def test_a_fault_is_named_by_its_line(tmp_path: Path, row: str, fault: str):
    with pytest.raises(KnowledgeError, match=fault):
        load_actors(table(tmp_path, row + "\n"))


@pytest.mark.parametrize(
    ("header", "fault", "mend"),
    [
        ("id,name,typ\n", "unknown column 'typ'", "Did you mean 'type'"),
        ("id,name,colour\n", "unknown column 'colour'", "Columns: id, name"),
        ("name,type\n", "no column 'id'", "Columns: id, name"),
        ("", "no column 'id'", "Columns: id, name"),
    ],
)
def test_a_wrong_header_is_named(tmp_path: Path, header: str, fault: str, mend: str):
    with pytest.raises(KnowledgeError, match=fault) as raised:
        load_actors(table(tmp_path, "", header))
    assert mend in raised.value.next_step


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path):
    with pytest.raises(KnowledgeError, match="No such file"):
        load_actors(tmp_path / "none.csv")
    path = tmp_path / "actors.csv"
    path.write_bytes("id,name,type\ncase.a,Élan,media\n".encode("latin-1"))
    with pytest.raises(KnowledgeError, match="not UTF-8"):
        load_actors(path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path):
    path = tmp_path / "actors.csv"
    path.write_bytes("\ufeffid,name,type\ncase.a,Élan,media\n".encode())
    assert load_actors(path).actor("case.a").name == "Élan"
