"""The tables of a report as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qualitydesk.insights.printout.report_tables import Table
from qualitydesk.sheets import SheetOut, write_book, write_csv

_SHEET_NAME = 31  # characters a workbook allows


def write_tables(path: Path, tables: list[Table]) -> int:
    """A workbook with a sheet for each table, or one CSV in which a table's title stands before each of its rows."""
    if path.suffix.casefold() == ".csv":
        rows: list[tuple[Any, ...]] = []
        for title, head, some in tables:
            rows += [(title, *head), *((title, *row) for row in some)]
        return write_csv(path, (), rows)
    names = [f"{at} {title}"[:_SHEET_NAME] for at, (title, _head, _rows) in enumerate(tables, 1)]
    sheets = [SheetOut(name, head, rows) for name, (_title, head, rows) in zip(names, tables, strict=True)]
    return write_book(path, sheets)
