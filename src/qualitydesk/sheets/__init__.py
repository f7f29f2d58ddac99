"""Workbooks and CSV files in and out: the only place that knows calamine and XlsxWriter."""

from qualitydesk.sheets.model import Cell, Sheet, SheetOut, SheetRow
from qualitydesk.sheets.reading import MOST_BYTES, read_sheet, sheet_names
from qualitydesk.sheets.writing import write_book, write_csv, write_table

__all__ = [
    "MOST_BYTES",
    "Cell",
    "Sheet",
    "SheetOut",
    "SheetRow",
    "read_sheet",
    "sheet_names",
    "write_book",
    "write_csv",
    "write_table",
]
