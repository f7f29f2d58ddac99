"""How much may be deducted in a month: methods §6.2 and reference/law_notes.json, retyped. Sums in fen.

(wage, minimum wage of the place, loss, what may be taken).
"""

from __future__ import annotations

DEDUCTIONS: tuple[tuple[int, int, int, int], ...] = (
    (800000, 250000, 300000, 160000),
    (280000, 250000, 100000, 30000),
    (533333, 250000, 200000, 106666),
    (250000, 250000, 100000, 0),
)
