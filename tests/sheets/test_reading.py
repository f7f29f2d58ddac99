"""Every kind of file a person may choose: what is read from it, and the sentence for what is not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.sheets import SheetOut, SheetRow, read_sheet, sheet_names, write_book, write_csv

HEAD = ("工号", "姓名")


def refusal(path: Path, **options: object) -> Refused:
    """Why the file is not read; the sentence must stand in both languages."""
    with pytest.raises(Refused) as caught:
        read_sheet(path, **options)  # type: ignore[arg-type]
    for language in LANGUAGES:
        assert say(language, f"refused.{caught.value.code}", **caught.value.words)
    return caught.value


def book(path: Path, rows: Sequence[Sequence[object]], do: Callable[[openpyxl.Workbook], object] | None = None) -> Path:
    """A workbook of another maker than ours."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if do:
        do(made)
    made.save(path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.xlsx"


def test_cells_become_the_text_a_person_would_type(path: Path) -> None:
    values = (" 王芳 ", 13812345678.0, 2.5, 7, True, date(2025, 3, 1), datetime(2025, 3, 1, 14, 5), None)  # noqa: DTZ001 - a cell knows no zone
    found = read_sheet(book(path, [[f"h{at}" for at in range(8)], values]))
    assert found.rows == (
        SheetRow(2, ("王芳", "13812345678", "2.5", "7", "TRUE", "2025-03-01", "2025-03-01 14:05", "")),
    )


def test_lines_are_numbered_as_the_user_sees_them_and_empty_ones_passed_over(path: Path) -> None:
    found = read_sheet(book(path, [[], [], [None, *HEAD], [], [None, "A1"], [None, None, " "], [None, "A2", "李"]]))
    assert found.head == ("", "工号", "姓名")
    assert found.rows == (SheetRow(5, ("", "A1", "")), SheetRow(7, ("", "A2", "李")))


def test_a_formula_gives_the_value_it_had_when_saved(path: Path) -> None:
    import xlsxwriter

    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write_formula(1, 0, "=1+1", None, 2)
    sheet.write_formula(1, 1, '="王"&"芳"', None, "王芳")
    made.close()
    assert read_sheet(path).rows[0].cells == ("2", "王芳")


def test_the_first_sheet_seen_is_read_unless_one_is_named(path: Path) -> None:
    def more(made: openpyxl.Workbook) -> None:
        hidden = made.worksheets[0]
        hidden.sheet_state = "hidden"
        second = made.create_sheet("人员")
        second.append(list(HEAD))
        second.append(["A1", "李敏"])
        made.create_sheet("说明").append(["说明"])

    book(path, [["hidden"]], more)
    assert read_sheet(path).name == "人员"
    assert read_sheet(path, sheet="说明").head == ("说明",)
    assert sheet_names(path) == ("Sheet", "人员", "说明")
    assert refusal(path, sheet="别的").code == "sheet_missing"


def test_merged_cells_are_named_and_refused(path: Path) -> None:
    book(path, [HEAD, ["A1", "李敏"], ["A2"]], lambda made: made.worksheets[0].merge_cells("A2:A3"))
    found = refusal(path)
    assert (found.code, found.words["cells"]) == ("sheet_merged", "A2:A3")


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "sheet_empty"),
        ([[None, " "]], "sheet_empty"),
        ([[1, 2.5], ["A1", "李敏"]], "sheet_no_head"),
        ([["姓名", "工号", " 姓 名".replace(" ", "")], ["a", "b", "c"]], "sheet_head_twice"),
        ([["姓名", None, "工号"], ["a", "b", "c"]], "sheet_astray"),
        ([["姓名"], ["a", "b"]], "sheet_astray"),
        ([[f"h{at}" for at in range(201)]], "sheet_columns"),
    ],
)
def test_a_table_that_cannot_be_understood_is_refused(path: Path, rows: list[list[object]], code: str) -> None:
    assert refusal(book(path, rows)).code == code


def test_what_stands_under_no_head_is_named_by_its_cell(path: Path) -> None:
    assert refusal(book(path, [HEAD, [], ["A1", "李敏", None, "?"]])).words["cell"] == "D3"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.xlsx", "sheet_empty"),
        (b" \r\n", "a.csv", "sheet_empty"),
        (b"not a workbook", "a.xlsx", "sheet_broken"),
        (b"PK\x03\x04 and nothing more", "a.xlsx", "sheet_broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one", "a.xls", "sheet_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "sheet_password"),
        (b"%PDF-1.7", "a.pdf", "sheet_kind"),
        (b"a,b\r\n\x80\xff\xfe\x81", "a.csv", "sheet_encoding"),
        (b"a,b\r\n\x00\x01\x02", "a.csv", "sheet_encoding"),
        (b'a,b\r\n1,"open', "a.csv", "sheet_quotes"),
        (b'a,b\r\n1,"x"y\r\n', "a.csv", "sheet_quotes"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes, name: str, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path).code == code


def test_a_missing_file_and_one_too_large_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx").code == "sheet_unreadable"
    assert refusal(tmp_path).code == "sheet_unreadable"
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(30 * 2**20 + 1)
    assert refusal(path).words["most"] == 30


def zipped(**members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in members.items():
            out.writestr(name.replace("__", "/") + ".xml", text)
    return packed.getvalue()


def test_a_zip_that_is_no_workbook_is_refused(path: Path) -> None:
    path.write_bytes(zipped(word__document="<a/>"))
    assert refusal(path).code == "sheet_kind"
    path.write_bytes(zipped(xl__workbook="<a/>"))
    assert refusal(path).code == "sheet_broken"


def test_a_zip_bomb_is_not_unpacked(path: Path) -> None:
    path.write_bytes(zipped(xl__workbook="<a/>", xl__bomb="0" * (201 * 2**20)))
    assert path.stat().st_size < 2**20
    assert refusal(path).code == "sheet_bomb"


@pytest.mark.parametrize(
    ("cell", "code"), [("A1048576", "sheet_rows"), ("XFD9", "sheet_columns"), ("ZZ9000", "sheet_rows")]
)
def test_one_cell_far_out_takes_no_memory(path: Path, cell: str, code: str) -> None:
    def stray(made: openpyxl.Workbook) -> None:
        made.worksheets[0][cell] = "x"

    assert refusal(book(path, [HEAD], stray)).code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_in_every_usual_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "a.csv"
    text = '工号|姓名\r\n\r\nA1|"张𬱖，\n㛃"\r\nA2| 李 \r\n'.replace("|", separator)
    path.write_bytes(text.encode(encoding))
    assert read_sheet(path).rows == (SheetRow(3, ("A1", "张𬱖，\n㛃")), SheetRow(5, ("A2", "李")))


def test_a_line_that_names_the_separator_is_heeded(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("sep=;\r\n工号;姓名,字\r\nA1;李\r\n".encode())
    assert read_sheet(path).head == ("工号", "姓名,字")
    assert read_sheet(path).rows[0].line == 3


def test_a_workbook_called_csv_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_book(path, [SheetOut("a", HEAD, [("A1", "李敏")])])
    assert read_sheet(path).rows == (SheetRow(2, ("A1", "李敏")),)


def test_what_was_written_reads_back_the_same(tmp_path: Path) -> None:
    rows = [("=1+1", "'=x"), ("@a", "-"), ("+8613800000000", "-12.5"), ("0012", "a\nb"), ("http://a.b", "𬱖")]
    for name in ("a.csv", "a.xlsx"):
        path = tmp_path / name
        count = write_csv(path, HEAD, rows) if name == "a.csv" else write_book(path, [SheetOut("人员", HEAD, rows)])
        assert count == len(rows)
        assert [row.cells for row in read_sheet(path).rows] == rows
    assert b"'=1+1" in (tmp_path / "a.csv").read_bytes()
