"""Exports reach the disk whole, or not at all, and the same bytes every time."""

import io
import os
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from counterclaim.exports import EXPORTERS, write_export
from counterclaim.exports.files import File, write_file
from counterclaim.exports.tables import TABLES, read_tables
from tests.views.built import EMPTY, LEDGER


def broken() -> Iterator[bytes]:
    yield b"half"
    raise OSError("disk full")


def test_a_broken_export_leaves_the_old_file(tmp_path):
    path = tmp_path / "ledger.json"
    path.write_text("old")
    with pytest.raises(OSError, match="disk full"):
        write_file(File("ledger.json", broken()), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of POSIX")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as threads:
        read = threads.submit(pipe.read_bytes)
        write_file(File("ledger.json", [b"whole"]), pipe)
        assert read.result(10) == b"whole"
    assert pipe.is_fifo()


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "old.json").write_text("old")
    (tmp_path / "link.json").symlink_to("old.json")
    write_export(EMPTY, "json", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert "counterclaim" in (tmp_path / "old.json").read_text()


def test_one_file_gets_its_own_name_in_a_folder(tmp_path):
    assert write_export(EMPTY, "json", tmp_path) == tmp_path / "ledger.json"
    assert (tmp_path / "ledger.json").exists()


def test_folders_are_made_and_other_files_left_alone(tmp_path):
    folder = tmp_path / "näme with blanks" / "csv"
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine")
    write_export(LEDGER, "csv", folder)
    assert {path.name for path in folder.iterdir()} == {f"{name}.csv" for name in TABLES} | {
        "notes.txt"
    }


def test_an_archive_has_the_same_bytes_twice(tmp_path):
    write_export(LEDGER, "csv", tmp_path / "a.zip")
    write_export(LEDGER, "csv", tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{name}.csv" for name in TABLES]


def test_parquet_has_typed_columns():
    parquet = pytest.importorskip("pyarrow.parquet")
    content = {file.name: b"".join(file.chunks) for file in EXPORTERS["parquet"](LEDGER)}
    table = parquet.read_table(io.BytesIO(content["documents.parquet"]))
    assert str(table.schema.field("published").type) == "date32[day]"
    assert table.column("text")[0].as_py().startswith("A blast")


def test_parquet_of_nothing_keeps_its_columns():
    parquet = pytest.importorskip("pyarrow.parquet")
    for file in EXPORTERS["parquet"](EMPTY):
        table = parquet.read_table(io.BytesIO(b"".join(file.chunks)))
        assert table.num_rows == 0
        assert table.num_columns > 5


def test_every_row_has_every_column():
    for table in read_tables(LEDGER):
        assert table.rows
        for row in table.rows:
            assert len(row) == len(table.columns)
            for cell, kind in zip(row, table.columns.values(), strict=True):
                assert cell is None or isinstance(cell, kind)
