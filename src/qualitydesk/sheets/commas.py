"""CSV files: encoding tried, separator guessed, quotes taken seriously, what guards against formulas taken off."""

from __future__ import annotations

import csv
import io
import re

from qualitydesk.basics.errors import Refused
from qualitydesk.sheets.model import MOST_COLUMNS

_SEPARATORS = ",;\t"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_QUOTED = re.compile(r'"[^"]*"')
_GUARDED = re.compile(r"'[=+\-@\t]")
LONGEST = 32_767  # characters a cell may hold; the same as in a workbook


def lines_of(content: bytes) -> list[tuple[int, list[str]]]:
    """(line number, trimmed cells) of each record. Refused: sheet_encoding, sheet_quotes, sheet_columns."""
    text = _decoded(content)
    first, _, rest = text.partition("\n")
    offset = 0
    if re.fullmatch(r'"?sep=(.)"?\r?', first, re.IGNORECASE):
        separator, text, offset = first.strip('"\r')[4], rest, 1
    else:
        separator = _separator(text)
    csv.field_size_limit(LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[tuple[int, list[str]]] = []
    begun = offset + 1
    try:
        for cells in reader:
            if len(cells) > 4 * MOST_COLUMNS:
                raise Refused("sheet_columns", most=MOST_COLUMNS)
            found.append((begun, [unguarded(cell.strip()) for cell in cells]))
            begun = offset + reader.line_num + 1
    except csv.Error as error:
        raise Refused("sheet_quotes", line=begun) from error
    return found


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before what would begin one (not before numbers)."""
    if text[:1] in ("=", "@", "\t", "\r") or (text[:1] in ("+", "-") and not re.fullmatch(r"[+-][\d.]+", text)):
        return f"'{text}"
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The text before `guarded`."""
    if text[:1] == "'" and (_GUARDED.match(text) or _GUARDED.match(text[1:])):
        return text[1:]
    return text


def _decoded(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else what Chinese Excel writes."""
    tried = ("utf-16",) if content.startswith(_UTF16) else ("utf-8-sig", "gb18030")
    for encoding in tried:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or any(ord(sign) < 9 or 13 < ord(sign) < 32 for sign in text[:4096]):
            break
        return text
    raise Refused("sheet_encoding")


def _separator(text: str) -> str:
    """The separator that stands most often in the first line that holds anything."""
    first = next((line for line in text.splitlines() if line.strip(_SEPARATORS + " ")), "")
    bare = _QUOTED.sub("", first)
    return max(_SEPARATORS, key=bare.count)
