"""counterclaim from Python: paths, texts and data frames in; tables and marked text out."""

import json
import re
import subprocess
import sys
import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

import counterclaim as cc
from counterclaim.api.inputs import as_inputs
from counterclaim.errors import DocumentError, MissingExtra, NotACase, UnknownId
from counterclaim.model.intake import Original
from tests.views.built import ARMY, EMPTY, LEDGER, PLAN, QUESTION, read, spoken

TEXTS = [
    "The army said that the attack on the dam was planned in Osteria.",
    "The Osterian ministry denied that the attack on the dam was planned in Osteria.",
]
ROOT = Path(__file__).parent.parent
TABLES = [
    *("documents", "statements", "mentions", "actors", "places", "events", "interactions"),
    *("estimates", "relations", "claims", "disputes"),
]
BOOK = cc.Casebook(LEDGER)


@pytest.fixture(scope="module")
def book() -> cc.Casebook:
    return cc.read(TEXTS, outlet="Vell Gazette", published=date(2024, 3, 31))


def test_texts_are_read_as_they_are(book):
    assert [document.text for document in book.documents] == TEXTS
    assert {document.outlet for document in book.documents} == {"Vell Gazette"}
    assert book.failures == ()


def test_the_same_texts_give_the_same_ledger(book):
    again = cc.read(TEXTS, outlet="Vell Gazette", published=date(2024, 3, 31))
    assert again.ledger == book.ledger
    assert {document.path for document in book.documents} == {"reports.jsonl#1", "reports.jsonl#2"}


def test_texts_are_added_to_a_case_once(tmp_path):
    first = cc.read(TEXTS, into=tmp_path / "case")
    assert cc.read(TEXTS, into=tmp_path / "case").ledger == first.ledger
    more = cc.read(["The mayor said that the road was open."], into=tmp_path / "case")
    assert len(more.documents) == 3
    assert {document.path[:13] for document in more.documents} == {"reports.jsonl"}


def test_statements_say_who_and_in_which_words(book):
    [denial] = [each for each in book.statements if each.act == "deny"]
    assert denial.said == "the attack on the dam was planned in Osteria"
    assert denial.published == date(2024, 3, 31)


def test_a_case_can_be_opened_again(tmp_path):
    path = tmp_path / "army.txt"
    path.write_text(TEXTS[0], "utf-8")
    first = cc.read(path, into=tmp_path / "case")
    again = cc.open(tmp_path / "case")
    assert again.ledger == first.ledger
    with pytest.raises(NotACase):
        cc.open(tmp_path / "nowhere")


def test_what_could_not_be_read_is_listed(tmp_path):
    [failure] = cc.read(str(tmp_path / "nowhere.txt")).failures
    assert failure.next_step


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_values_and_rows(name):
    table = getattr(BOOK, name)
    assert len(table) == len(list(table)) > 0
    assert table[0] == next(iter(table))
    assert name in repr(table)
    assert table._repr_html_().startswith("<table>")


@pytest.mark.parametrize("book", [BOOK, cc.Casebook(EMPTY)], ids=["built", "empty"])
@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_a_data_frame_of_each_kind(book, name):
    for library in ("pandas", "polars", "pyarrow"):
        pytest.importorskip(library)
    table = getattr(book, name)
    frames = table.df(), table.pl(), table.arrow()
    assert len({tuple(frame.shape) for frame in frames}) == 1
    assert list(frames[0].columns) == list(frames[1].columns) == frames[2].column_names


def test_columns_have_their_types():
    pandas = pytest.importorskip("pandas")
    frame = BOOK.documents.df()
    assert pandas.api.types.is_datetime64_any_dtype(frame["published"])
    assert frame["published"].isna().sum() == 1
    assert str(frame["sentences"].dtype) == "Int64"


@pytest.mark.parametrize("method", ["df", "pl", "arrow"])
def test_a_missing_library_is_named_with_the_way_to_install_it(method, monkeypatch):
    for library in ("pandas", "polars", "pyarrow"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=r"pip install 'counterclaim\["):
        getattr(BOOK.claims, method)()


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        (ARMY.document.id, "document"),
        ("a.txt", "document"),
        (spoken(ARMY).id, "statement"),
        (ARMY.mentions[0].id, "mention"),
        (PLAN.id, "claim"),
        (QUESTION.id, "dispute"),
    ],
)
def test_any_entry_is_shown(id, kind):
    shown = BOOK.show(id)
    assert shown.kind == kind
    assert shown._repr_html_()
    assert kind in repr(shown)


def test_a_case_is_exported_as_the_command_does(tmp_path):
    path = BOOK.export("json", tmp_path / "ledger.json", rows=["acled"])
    assert [row["codebook"] for row in json.loads(path.read_text("utf-8"))["rows"]] == ["acled"]
    folder = BOOK.export("acled", tmp_path / "acled", numbers="highest")
    assert (folder / "acled.csv").exists()
    with pytest.raises(UnknownId, match="no export is called 'xls'"):
        BOOK.export("xls", tmp_path)


def test_an_unknown_entry_is_an_error():
    with pytest.raises(UnknownId):
        BOOK.show("zzzz")


def test_a_casebook_shows_its_disputes():
    assert "The ministry" in BOOK._repr_html_()
    assert repr(BOOK).startswith("<Casebook: 4 documents")


def test_hostile_text_stays_text_in_a_notebook():
    hostile = read("[source:1 The <script>army] [cue:1 said] [content:1 <img onerror=x>].", key="x")
    book = cc.Casebook(type(LEDGER)((hostile,)))
    for page in (book.show("x"), book.statements, book):
        assert "<script" not in page._repr_html_()
        assert "<img" not in page._repr_html_()


def rows_of(reports: object) -> list[dict[str, str]]:
    [original] = as_inputs(reports)
    assert isinstance(original, Original)
    return [json.loads(line) for line in original.content.decode().splitlines()]


def test_data_frames_become_rows_without_their_gaps():
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    days = [pandas.Timestamp("2024-03-01"), pandas.NaT]
    frame = pandas.DataFrame({"text": TEXTS, "published": days, "outlet": ["Vell", None]})
    assert rows_of(frame) == [
        {"text": TEXTS[0], "published": "2024-03-01T00:00:00", "outlet": "Vell"},
        {"text": TEXTS[1]},
    ]
    assert rows_of(polars.DataFrame({"text": TEXTS})) == [{"text": text} for text in TEXTS]


def test_mappings_and_paths_are_taken(tmp_path):
    assert rows_of([{"text": "x", "published": date(2024, 3, 1)}]) == [
        {"text": "x", "published": "2024-03-01"}
    ]
    paths = [tmp_path / "a", tmp_path / "b"]
    assert as_inputs(paths) == [str(path) for path in paths]


def test_a_file_name_among_texts_is_refused(tmp_path):
    path = tmp_path / "army.txt"
    path.write_text("x")
    with pytest.raises(DocumentError, match=r"pathlib\.Path"):
        cc.read([str(path)])


@pytest.mark.parametrize("reports", [3, b"bytes", {"text": "x"}, [3], None])
def test_other_things_are_refused(reports):
    with pytest.raises(TypeError):
        cc.read(reports)


@pytest.mark.parametrize("day", [date(2024, 3, 1), "2024-03-01", datetime(2024, 3, 1, 9)])
def test_a_day_may_be_written_or_be_a_moment(day):
    assert cc.read(TEXTS, published=day).documents[0].published == date(2024, 3, 1)


@pytest.mark.parametrize("option", [{"published": "soon"}, {"jobs": "2"}, {"outlet": 3}])
def test_an_option_of_another_kind_is_refused(option):
    with pytest.raises(TypeError, match=f"at `{next(iter(option))}`"):
        cc.read(TEXTS, **option)


def test_a_wrong_option_is_refused():
    with pytest.raises(TypeError, match=r"outlett.*there are: outlet"):
        cc.read(TEXTS, outlett="x")  # type: ignore[call-arg]


def test_the_version_is_that_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert cc.__version__ == project["version"]


def test_public_names_are_there():
    assert set(cc.__all__) <= set(dir(cc)) | {"Casebook", "Rows", "open", "read"}
    assert all(getattr(cc, name) for name in cc.__all__)
    with pytest.raises(AttributeError):
        cc.raed  # noqa: B018


def test_a_script_without_a_main_guard_may_read(tmp_path):
    (tmp_path / "reports").mkdir()
    for number in range(20):
        (tmp_path / "reports" / f"{number}.txt").write_text(f"{TEXTS[0]} It was day {number}.")
    script = tmp_path / "script.py"
    script.write_text("import counterclaim as cc\nprint(cc.read('reports', jobs=2))\n")
    ended = subprocess.run(
        [sys.executable, script.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "20 documents" in ended.stdout, ended.stderr


def test_the_examples_of_the_readme_run(tmp_path, monkeypatch):
    pytest.importorskip("pandas")
    readme = (ROOT / "README.md").read_text("utf-8")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "army.txt").write_text(TEXTS[0])
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert blocks
    for block in blocks:
        exec(block, {})  # the examples of our own page
