"""What is written: text stays text, a failure leaves the old file, the disk's troubles are told in words."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from qualitydesk.basics.errors import Refused
from qualitydesk.sheets import SheetOut, write_book, write_csv, write_table


def test_a_workbook_keeps_types_and_never_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = [("=SUM(A1)", 3, 2.5, date(2025, 3, 1), datetime(2025, 3, 1, 8, 30), None, True, "https://a.b")]  # noqa: DTZ001 - a cell knows no zone
    assert (
        write_book(path, [SheetOut("表/一", "abcdefgh", rows, widths=(30,)), SheetOut("表/一", (), [("说明",)])]) == 2
    )
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["表 一", "表 一 2"]
    cells = next(book.worksheets[0].iter_rows(min_row=2))
    assert [cell.value for cell in cells] == [
        "=SUM(A1)", 3, 2.5, datetime(2025, 3, 1), datetime(2025, 3, 1, 8, 30), None, True, "https://a.b",  # noqa: DTZ001 - a cell knows no zone
    ]  # fmt: skip
    assert cells[0].data_type == "s"
    assert cells[7].hyperlink is None


def test_a_table_to_fill_in_keeps_what_is_typed(tmp_path: Path) -> None:
    write_book(tmp_path / "a.xlsx", [SheetOut("a", ("工号",), (), to_fill_in=True), SheetOut("b", ("工号",), ())])
    first, second = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
    assert first.column_dimensions["A"].number_format == "@"
    assert second.column_dimensions["A"].number_format == "General"


def test_the_ending_decides(tmp_path: Path) -> None:
    table = SheetOut("人员", ("工号",), [("A1",), ("A2",)])
    assert write_table(tmp_path / "a.CSV", table) == write_table(tmp_path / "a.xlsx", table) == 2
    assert (tmp_path / "a.CSV").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def breaking(error: Exception) -> Iterator[tuple[str]]:
    yield ("A1",)
    raise error


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_failure_leaves_what_was_there_and_no_rest(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("before")
    with pytest.raises(Refused) as caught:
        write_table(path, SheetOut("a", ("h",), breaking(OSError(errno.ENOSPC, "full"))))
    assert caught.value.code == "disk_full"
    with pytest.raises(RuntimeError):
        write_table(path, SheetOut("a", ("h",), breaking(RuntimeError("ours"))))
    assert path.read_text() == "before"
    assert [left.name for left in tmp_path.iterdir()] == [name]


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    for write in (lambda path: write_csv(path, ("h",), []), lambda path: write_book(path, [])):
        with pytest.raises(Refused) as caught:
            write(tmp_path / "none" / "a.xlsx")
        assert caught.value.code == "sheet_not_written"


def test_a_target_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(Refused) as caught:
        write_book(tmp_path / "a.xlsx", [SheetOut("a", ("h",), [])])
    assert caught.value.code == "sheet_not_written"
