"""Workbooks (.xlsx) read through calamine, after their zip was proven: sound, not a bomb, no cell absurdly far out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from qualitydesk.basics.errors import Refused
from qualitydesk.sheets.model import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, column_letters

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_UNPACKED = 200 * 2**20  # bytes of all members together
_PIECE = 2**20
_OVERLAP = 64  # bytes kept between pieces, so that no reference is cut in two
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]{0,9})0*([0-9]{1,12})")
# Nearly every sheet has one-letter columns and fewer than 200,000 rows, written in one way: that is seen quickly.
# (`xmlns:r="http…` is no reference: a digit follows the letters of one.)
_FAR = re.compile(rb'r="(?:[A-Za-z]{2,9}[0-9]|[A-Za-z]?(?:[2-9][0-9]{5}|[0-9]{7}))')
_WRITTEN_OTHERWISE = (b"r='", b"r =", b"r= ", b"r\t", b"r\n", b"r\r", b"=\t", b"=\n", b"=\r")
_OTHER_SIGNS = (b"'", b"\t", b"\n", b"\r", b"r =", b"r= ")  # without these none of them, and most are found fast
_ROWS_SHOWN = 1_048_576  # of a spreadsheet program
T = TypeVar("T")


def names_of(content: bytes) -> tuple[str, ...]:
    """The names of a workbook's sheets."""
    _prove(content)
    return tuple(_calmly(lambda: _open(content).sheet_names))


def lines_of(content: bytes, wanted: str) -> tuple[str, list[tuple[int, list[str]]]]:
    """(name, [(row number, trimmed cells)]) of one sheet; "" = the first that is seen.

    Refused: sheet_broken, sheet_bomb, sheet_missing, sheet_merged, sheet_rows, sheet_columns, sheet_password.
    """
    _prove(content)
    sheet = _calmly(lambda: _chosen(_open(content), wanted))
    merged = _calmly(lambda: sheet.merged_cell_ranges)
    if merged:
        (top, left), (bottom, right) = min(merged)
        raise Refused(
            "sheet_merged",
            cells=f"{column_letters(left)}{top + 1}:{column_letters(right)}{bottom + 1}",
            sheet=sheet.name,
        )
    above, beside = sheet.start or (0, 0)
    pad = [""] * beside

    def read() -> list[tuple[int, list[str]]]:
        rows = sheet.to_python(skip_empty_area=True)
        days: dict[date, str] = {}  # a day stands in row after row

        def told(cell: object) -> str:
            if type(cell) is not date:
                return text_of(cell)
            return days.get(cell) or days.setdefault(cell, cell.isoformat())

        return [
            (above + at + 1, pad + [cell.strip() if type(cell) is str else told(cell) for cell in row])
            for at, row in enumerate(rows)
        ]

    return sheet.name, _calmly(read)


def text_of(value: object) -> str:
    """A cell's value as the text a person would have typed: 13812345678.0 is 13812345678, a day is ISO."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return value.isoformat(" ", "minutes" if value.second == 0 and value.microsecond == 0 else "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)


def _open(content: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def _chosen(book: CalamineWorkbook, wanted: str) -> CalamineSheet:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if wanted:
        if wanted not in book.sheet_names:
            raise Refused("sheet_missing", sheet=wanted)
        return book.get_sheet_by_name(wanted)
    for known in book.sheets_metadata:
        if known.typ == SheetTypeEnum.WorkSheet and known.visible == SheetVisibleEnum.Visible:
            return book.get_sheet_by_name(known.name)
    raise Refused("sheet_empty")


def _calmly(read: Callable[[], T]) -> T:
    """What the reader gives; its errors, panics included, mean a broken file."""
    from python_calamine import PasswordError

    try:
        return read()
    except Refused:
        raise
    except PasswordError as error:
        raise Refused("sheet_password") from error
    except Exception as error:
        raise Refused("sheet_broken") from error
    except BaseException as error:  # the reader's panic is no Exception; everything else goes on its way
        if type(error).__name__ != "PanicException":
            raise
        raise Refused("sheet_broken") from error


def _prove(content: bytes) -> None:
    """Unpack once in pieces: every member must be whole, all together of bearable size, references within bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
            if sum(member.file_size for member in members) > MOST_UNPACKED:
                raise Refused("sheet_bomb")
            names = [member.filename.replace("\\", "/") for member in members]
            if "EncryptedPackage" in names:
                raise Refused("sheet_password")
            if "xl/workbook.xml" not in names:
                raise Refused("sheet_broken" if any(name.startswith("xl/") for name in names) else "sheet_kind")
            for member, name in zip(members, names, strict=True):
                if _goes_far(_pieces(packed, member), name):
                    _measure(_pieces(packed, member))
    except Refused:
        raise
    except RuntimeError as error:  # zipfile: a member is encrypted
        raise Refused("sheet_password") from error
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError, KeyError) as error:
        raise Refused("sheet_broken") from error
    except Exception as error:  # zlib, lzma and struct have errors of their own for damaged members
        raise Refused("sheet_broken") from error


def _pieces(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with packed.open(member) as opened:
        while piece := opened.read(_PIECE):
            yield piece


def _goes_far(pieces: Iterator[bytes], name: str) -> bool:
    """Read a member to its end; whether it may be a sheet with cells beyond 199,999 rows or 26 columns."""
    may_be_sheet = name.endswith((".xml", ".XML")) and name != "xl/sharedStrings.xml"
    far, before = False, b""
    for piece in pieces:
        if may_be_sheet and b"\0" in piece:  # in another encoding the references would not be seen
            raise Refused("sheet_broken")
        if may_be_sheet and not far:
            looked_at = before + piece
            far = any(sign in looked_at for sign in _OTHER_SIGNS) and any(
                odd in looked_at for odd in _WRITTEN_OTHERWISE
            )
            far = far or _FAR.search(looked_at) is not None
            before = piece[-_OVERLAP:]
    return far


def _measure(pieces: Iterator[bytes]) -> None:
    """Find the farthest cell of a sheet, since the reader takes memory up to it."""
    rows: set[bytes] = set()
    columns: set[bytes] = set()
    before = b""
    for piece in pieces:
        for column, row in _REFERENCE.findall(before + piece):
            columns.add(column)
            rows.add(row)
        if len(rows) > _ROWS_SHOWN:
            raise Refused("sheet_rows", most=MOST_ROWS)
        before = piece[-_OVERLAP:]
    lowest = max(map(int, rows), default=0)
    rightmost = max(map(_place, columns), default=0)
    if lowest > MOST_ROWS:
        raise Refused("sheet_rows", most=MOST_ROWS)
    if rightmost > 4 * MOST_COLUMNS:
        raise Refused("sheet_columns", most=MOST_COLUMNS)
    if lowest * rightmost > MOST_CELLS:
        raise Refused("sheet_rows", most=MOST_CELLS // max(rightmost, 1))


def _place(letters: bytes) -> int:
    """A column's place counted from 1; 0 for none."""
    found = 0
    for letter in letters.upper():
        found = found * 26 + letter - 64
    return found
