"""Tables become workbooks and CSV files, row by row in constant memory; the file stands there whole or not at all."""

from __future__ import annotations

import csv
import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from qualitydesk.basics.errors import Refused
from qualitydesk.sheets import commas
from qualitydesk.sheets.model import Cell, SheetOut

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_WIDTH = 14  # characters, where none is given


def write_book(path: Path, sheets: Sequence[SheetOut]) -> int:
    """Write a workbook in place of whatever stands at `path`; gives the rows written (heads not counted).

    Text stays text: nothing becomes a formula or a link. Refused: disk_full, sheet_not_written.
    """
    return _whole(path, lambda fresh: _book(fresh, sheets))


def write_csv(path: Path, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a CSV file (UTF-8 with the mark Excel looks for); gives the rows written. Refused like `write_book`."""
    return _whole(path, lambda fresh: _commas(fresh, head, rows))


def write_table(path: Path, table: SheetOut) -> int:
    """One table as the file's ending says: .csv, else a workbook. Gives the rows written."""
    if path.suffix.casefold() == ".csv":
        return write_csv(path, table.head, table.rows)
    return write_book(path, [table])


def _whole(path: Path, write: Callable[[Path], int]) -> int:
    """Write beside the target, then put it in its place: a failure leaves what was there."""
    fresh: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        fresh = Path(name)
        written = write(fresh)
        with fresh.open("rb") as file:
            os.fsync(file.fileno()) if os.name == "posix" else None
        fresh.chmod(0o644)
        fresh.replace(path)
    except OSError as error:
        raise Refused("disk_full" if error.errno in _FULL else "sheet_not_written", path=str(path)) from error
    finally:
        if fresh is not None:
            fresh.unlink(missing_ok=True)
    return written


def _book(path: Path, sheets: Sequence[SheetOut]) -> int:
    import xlsxwriter  # type: ignore[import-untyped]  # it carries no types
    from xlsxwriter.exceptions import XlsxFileError  # type: ignore[import-untyped]

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
        "tmpdir": str(path.parent),
    }
    book = xlsxwriter.Workbook(str(path), options)
    try:
        strong = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        plain = {
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
            "money": book.add_format({"num_format": "0.00"}),
            "total": book.add_format({"num_format": "0.00", "bold": True, "top": 1}),
            "text": book.add_format({"num_format": "@"}),  # 0012 typed there stays 0012
        }
        names: list[str] = []
        written = 0
        for table in sheets:
            names.append(_name(table.name, names))
            written += _fill(book.add_worksheet(names[-1]), table, strong, plain)
    except BaseException:
        book.fileclosed = True  # it would complain, when collected, that it was never closed
        for made in book.worksheets():
            if made.row_data_fh is not None:
                made.row_data_fh.close()
                Path(made.row_data_filename).unlink(missing_ok=True)
        raise
    try:
        book.close()
    except XlsxFileError as error:
        cause = error.args[0] if error.args else None
        raise cause if isinstance(cause, OSError) else OSError(errno.EIO, str(error)) from error
    return written


def _name(wanted: str, taken: Sequence[str]) -> str:
    """A sheet's name as workbooks allow it, no two the same."""
    base = _NOT_IN_NAMES.sub(" ", wanted).strip("' ")[:_LONGEST_NAME] or "1"
    known = {name.casefold() for name in taken}
    tries = (base, *(f"{base[: _LONGEST_NAME - 4]} {at}" for at in range(2, 1000)))
    return next(name for name in tries if name.casefold() not in known)


def _fill(sheet: Any, table: SheetOut, strong: Any, plain: dict[str, Any]) -> int:
    for at in range(max(len(table.head), len(table.widths))):
        width = table.widths[at] if at < len(table.widths) else _WIDTH
        sheet.set_column(at, at, width, plain["text"] if table.to_fill_in else None)
    first = 0
    if table.head:
        for at, words in enumerate(table.head):
            sheet.write_string(0, at, words, strong)
        sheet.freeze_panes(1, 0)
        first = 1
    row = first - 1
    write_string, longest, money = sheet.write_string, commas.LONGEST, frozenset(table.money)
    for row, cells in enumerate(table.rows, first):
        for at, cell in enumerate(cells):
            if at in money and isinstance(cell, (int, float)):
                sheet.write_number(row, at, cell, plain["money"])
            elif type(cell) is not str:
                _put(sheet, row, at, cell, plain)
            elif cell:
                write_string(row, at, cell if len(cell) <= longest else cell[:longest])
    if table.head and row >= first:
        sheet.autofilter(0, 0, row, len(table.head) - 1)
    for at, cell in enumerate(table.total):
        sheet.write(row + 1, at, cell if cell is not None else "", plain["total"])
    return row - first + 1


def _put(sheet: Any, row: int, at: int, cell: Cell, plain: dict[str, Any]) -> None:
    """Whatever is no plain text."""
    if cell is None:
        return
    if isinstance(cell, str):  # a member of an enum
        sheet.write_string(row, at, str(cell))
    elif isinstance(cell, bool):
        sheet.write_boolean(row, at, cell)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, at, cell.replace(tzinfo=None), plain["moment"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, at, cell, plain["day"])
    else:
        sheet.write_number(row, at, cell)


def _commas(path: Path, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    written = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        if head:
            writer.writerow([commas.guarded(words) for words in head])
        for cells in rows:
            writer.writerow([_plain(cell) for cell in cells])
            written += 1
    return written


def _plain(cell: Cell) -> str:
    if isinstance(cell, str):
        return commas.guarded(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
