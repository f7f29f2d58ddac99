"""QR codes as rows of dark squares."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

_MASK = 0  # any mask can be read; trying all eight for the prettiest costs ten times as much as the code itself


@lru_cache(maxsize=64)
def dark_runs(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The code of `text` (UTF-8, error correction M), row by row: (first dark module, how many)."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text.encode()))
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    rows = []
    for row in range(code.getModuleCount()):
        runs, at = [], 0
        for dark, same in groupby(code.isDark(row, column) for column in range(code.getModuleCount())):
            count = len(list(same))
            if dark:
                runs.append((at, count))
            at += count
        rows.append(tuple(runs))
    return tuple(rows)
