"""Twelve complaints as of 2026-10-20, one working day to acknowledge and five to close: shares of methods §5.1.

The reference prints the counts only (10 of 11 acknowledged in time; 8 closed, 6 of them in time; 4 open, 1 of them
overdue; 1 of 8 reopened); the days are chosen so that they come out as printed. Working days about the National Day
holiday 2026 (1 to 7 October off; 10 October is worked). Received, acknowledgement due and done, closing due and done.
"""

from __future__ import annotations

AS_OF = "2026-10-20T00:00"
ACKNOWLEDGED = (10, 11)
CLOSED_ON_TIME = (6, 9)
CLOSED_ONLY_SHORTCUT = (6, 8)  # what hides the overdue open one: 75 %
OPEN, OVERDUE = 4, 1
REOPENED = (1, 8)

CASES: tuple[tuple[str, str, str | None, str, str | None], ...] = (
    ("2026-09-21", "2026-09-22", "2026-09-21", "2026-09-28", "2026-09-25"),
    ("2026-09-22", "2026-09-23", "2026-09-22", "2026-09-29", "2026-09-29"),
    ("2026-09-23", "2026-09-24", "2026-09-24", "2026-09-30", "2026-09-28"),
    ("2026-09-24", "2026-09-28", "2026-09-24", "2026-10-08", "2026-10-12"),  # closed late
    ("2026-09-28", "2026-09-29", "2026-09-28", "2026-10-10", "2026-10-09"),
    ("2026-09-29", "2026-09-30", "2026-09-30", "2026-10-12", "2026-10-12"),  # reopened once
    ("2026-09-30", "2026-10-08", "2026-09-30", "2026-10-13", "2026-10-16"),  # closed late
    ("2026-10-08", "2026-10-09", "2026-10-08", "2026-10-14", "2026-10-13"),
    ("2026-10-09", "2026-10-10", "2026-10-14", "2026-10-15", None),  # acknowledged late, open and overdue
    ("2026-10-15", "2026-10-16", "2026-10-15", "2026-10-22", None),
    ("2026-10-16", "2026-10-19", "2026-10-19", "2026-10-23", None),
    ("2026-10-19", "2026-10-20", None, "2026-10-26", None),  # neither is due yet
)
REOPENED_CASE = 5
