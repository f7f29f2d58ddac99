"""Decisions about members' points: what a bill earns, which lots pay, what has expired. Business days alone count, so
the order in which entries are posted does not matter.

A lot is good while the day is before its `expires_on`. On one day what came stands before what went; what goes is taken
of the lot that expires first.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.rules import clean
from qualitydesk.members.model.points import Account, GiftDraft, Lot, PointEntry, PointKind, PointLine

_NOBODY = UUID(int=0)
LONGEST_NAME = 60
MOST_POINTS = 10_000_000
MOST_PIECES = 100_000


def expires_on(day: date, months: int) -> date:
    """The first day on which points of a day are good no longer: as many months on, the last day of a shorter one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def points_for(fen: int, fen_per_point: int) -> int:
    """Whole points of what was paid; none of nothing."""
    return max(0, fen) // fen_per_point


def account_on(entries: Iterable[PointEntry], day: date) -> Account:
    """The account at the end of a day: every line up to it, lots gone before it as lines of their own."""
    lots: list[Lot] = []
    lines: list[PointLine] = []
    known = sorted((one for one in entries if one.day <= day and one.points), key=_order)
    for entry in known:
        _expire(lots, lines, entry.day)
        if entry.points > 0:
            assert entry.expires_on is not None
            lots.append(Lot(entry.day, entry.expires_on, entry.points, entry.points, entry.about))
            lots.sort(key=lambda lot: (lot.expires_on, lot.day))
            lines.append(PointLine(entry, _sum(lots)))
        else:
            short = _take(lots, -entry.points)
            lines.append(PointLine(entry, _sum(lots), short))
    _expire(lots, lines, day)
    return Account(day, _sum(lots), tuple(lot for lot in lots if lot.left), tuple(lines))


def short_of(entries: Sequence[PointEntry], further: PointEntry, day: date) -> int:
    """How many points a further entry would lack, itself or another one after it; 0: it can be."""

    def lacking(found: Iterable[PointEntry]) -> int:
        return sum(line.short for line in account_on(found, day).lines if line.entry.kind is not PointKind.TAKEN_BACK)

    return max(0, lacking([*entries, further]) - lacking(entries))


def problems_in_gift(draft: GiftDraft) -> list[Problem]:
    """A name and what it costs."""
    found = []
    name = clean(draft.name)
    if not name:
        found.append(Problem("name", "required"))
    elif len(name) > LONGEST_NAME:
        found.append(Problem("name", "too_long", {"most": LONGEST_NAME}))
    if draft.points is None or not 1 <= draft.points <= MOST_POINTS:
        found.append(Problem("points", "gift_points", {"most": MOST_POINTS}))
    return found


def problems_in_quantity(quantity: int) -> list[Problem]:
    """At least one piece."""
    return [] if 1 <= quantity <= MOST_PIECES else [Problem("quantity", "gift_quantity", {"most": MOST_PIECES})]


def _order(entry: PointEntry) -> tuple[date, bool, str]:
    """By day, what came first; on ids last, so that it is always the same."""
    return entry.day, entry.points < 0, str(entry.id)


def _expire(lots: list[Lot], lines: list[PointLine], day: date) -> None:
    """What is good no longer on a day goes, on the day it went."""
    gone = [lot for lot in lots if lot.expires_on <= day and lot.left]
    lots[:] = [lot for lot in lots if lot.expires_on > day]
    for at, lot in enumerate(gone):
        rest = sum(other.left for other in gone[at + 1 :])
        entry = PointEntry(_NOBODY, lot.expires_on, PointKind.EXPIRED, -lot.left, lot.about)
        lines.append(PointLine(entry, rest + _sum(lots)))


def _take(lots: list[Lot], wanted: int) -> int:
    """Off the lots that expire first; gives what was lacking."""
    for at, lot in enumerate(lots):
        taken = min(lot.left, wanted)
        lots[at] = replace(lot, left=lot.left - taken)
        wanted -= taken
    return wanted


def _sum(lots: Iterable[Lot]) -> int:
    return sum(lot.left for lot in lots)
