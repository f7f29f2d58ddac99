"""A file becomes a `Sheet`: what kind it is is read off its content; every bad file is refused in the user's words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qualitydesk.basics.errors import Refused
from qualitydesk.sheets import commas, workbook
from qualitydesk.sheets.model import MOST_COLUMNS, MOST_ROWS, Sheet, SheetRow, column_letters

MOST_BYTES = 30 * 2**20
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXT_KINDS = (".csv", ".txt", ".tsv")


def read_sheet(path: Path, *, sheet: str = "", max_bytes: int = MOST_BYTES) -> Sheet:
    """The table of a workbook's sheet `sheet` (default: the first one seen) or of a CSV file.

    The first row that holds anything is the head. Numbers become plain digits, days ISO; a formula gives its value.
    Refused with a code `sheet_…` for whatever is wrong with the file, naming line or cell where there is one.
    """
    content = _content(path, max_bytes)
    if content.startswith(_ZIP):
        name, lines = workbook.lines_of(content, sheet)
    else:
        name, lines = path.stem, commas.lines_of(_text_content(path, content))
    return _table(name, lines)


def sheet_names(path: Path, *, max_bytes: int = MOST_BYTES) -> tuple[str, ...]:
    """The sheets of a workbook in its order; none for a CSV file. Refused like `read_sheet`."""
    content = _content(path, max_bytes)
    if content.startswith(_ZIP):
        return workbook.names_of(content)
    _text_content(path, content)
    return ()


def _content(path: Path, max_bytes: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise Refused("sheet_big", most=max_bytes // 2**20)
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise Refused("sheet_unreadable", path=str(path)) from error
    if not content.strip(b"\0 \t\r\n"):
        raise Refused("sheet_empty")
    return content


def _text_content(path: Path, content: bytes) -> bytes:
    """The content, if it may be a text file; what else it may be is told."""
    if content.startswith(_OLD_OFFICE):
        raise Refused("sheet_password" if _ENCRYPTED in content else "sheet_kind")
    kind = path.suffix.casefold()
    if kind in (".xlsx", ".xlsm"):
        raise Refused("sheet_broken")
    if kind not in _TEXT_KINDS:
        raise Refused("sheet_kind")
    return content


def _table(name: str, lines: Sequence[tuple[int, Sequence[str]]]) -> Sheet:
    """Head and rows from (line, cells); empty lines are passed over."""
    filled = [(line, cells) for line, cells in lines if any(cells)]
    if not filled:
        raise Refused("sheet_empty")
    if len(filled) > MOST_ROWS:
        raise Refused("sheet_rows", most=MOST_ROWS)
    head = _head(*filled[0])
    width, nameless = len(head), [at for at, words in enumerate(head) if not words]
    rows: list[SheetRow] = []
    for line, cells in filled[1:]:
        if len(cells) == width and not nameless:  # as nearly every row of nearly every list
            rows.append(SheetRow(line, tuple(cells)))
            continue
        if any(cells[width:]) or any(cells[at] for at in nameless if at < len(cells)):
            _refuse_astray(line, cells, head)
        rows.append(SheetRow(line, (*cells[:width], *[""] * (width - len(cells)))))
    return Sheet(name, head, tuple(rows))


def _head(line: int, cells: Sequence[str]) -> tuple[str, ...]:
    width = max(at for at, cell in enumerate(cells) if cell) + 1
    if width > MOST_COLUMNS:
        raise Refused("sheet_columns", most=MOST_COLUMNS)
    head = tuple(" ".join(cell.split()) for cell in cells[:width])
    if not any(sign.isalpha() for cell in head for sign in cell):
        raise Refused("sheet_no_head", line=line)
    seen: dict[str, int] = {}
    for at, cell in enumerate(head):
        if cell and cell.casefold() in seen:
            first = column_letters(seen[cell.casefold()])
            raise Refused("sheet_head_twice", head=cell, first=first, second=column_letters(at))
        seen[cell.casefold()] = at
    return head


def _refuse_astray(line: int, cells: Sequence[str], head: tuple[str, ...]) -> None:
    """What stands under no head would be lost without a word, so it is refused."""
    astray = next(at for at, cell in enumerate(cells) if cell and (at >= len(head) or not head[at]))
    raise Refused("sheet_astray", cell=f"{column_letters(astray)}{line}")
