"""The monthly figures: brought forward + new + reopened − closed = carried forward, and shares that hide nothing.

A case belongs to the month of its receipt as a new one and to the month of its closing for the review (domain §4).
Moments at a month's first instant belong to it. On time (methods §5): kept / (closed + open and overdue); those not due
yet are left out. A case in several subjects counts in each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence, Set
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import local_day
from qualitydesk.complaints.model import Channel, Level, Outcome, StatisticsRow, SubjectKind
from qualitydesk.complaints.model.month import (
    ClosedCase,
    Group,
    Month,
    MonthDates,
    MonthSheet,
    OverdueCase,
    Share,
    SubjectGroup,
    Tally,
)

K = TypeVar("K", bound=Hashable)
_Counted = tuple[StatisticsRow, Tally]
_LEVELS: tuple[Level | None, ...] = (*Level, None)


def month_of(day: date, zone: str) -> Month:
    """The month a day lies in."""
    first = day.replace(day=1)
    return Month(first, _midnight(first, zone), _midnight(month_after(first), zone))


def month_after(first: date) -> date:
    """The first day of the next month."""
    return (first + timedelta(days=31)).replace(day=1)


def month_before(first: date) -> date:
    """The first day of the month before."""
    return (first - timedelta(days=1)).replace(day=1)


def last_day(first: date) -> date:
    """The last day of a month."""
    return month_after(first) - timedelta(days=1)


def dates_of(month: date, ready_day: int, review_day: int, issued: bool = False) -> MonthDates:
    """The days of the next month by which a month's sheet is ready, and before which it is reviewed."""
    following = month_after(month.replace(day=1))
    return MonthDates(month.replace(day=1), following.replace(day=ready_day), following.replace(day=review_day), issued)


def month_sheet(rows: Iterable[StatisticsRow], month: Month, now: datetime, zone: str) -> MonthSheet:
    """The figures of a month out of every case that was open, came, or was paid for in it; others do no harm."""
    as_of = min(month.ends, now)
    counted = [(row, _tally(row, month, as_of, zone)) for row in rows if row.received_at < month.ends]
    known = [row for row, _tally_of_row in counted]
    closed = [told for row in known if (told := _closed_case(row, month, zone))]
    closed_ids = {one.id for one in closed}
    days = [one.days for one in closed]
    overdue = [_overdue_case(row, as_of, zone) for row in known if _overdue(row, month.ends, as_of)]

    return MonthSheet(
        month=month,
        as_of=as_of,
        total=_sum_of(tally for _row, tally in counted),
        institutions=_grouped(counted, lambda row: row.institution),
        levels=_in_order(_LEVELS, _grouped(counted, lambda row: row.level)),
        channels=_in_order(tuple(Channel), _grouped(counted, lambda row: row.channel)),
        subjects=_subjects(counted, closed_ids),
        outcomes=dict(Counter(outcome for one in closed for _kind, outcome in one.outcomes)),
        closed=tuple(sorted(closed, key=lambda one: (one.closed_on, one.number))),
        overdue=tuple(sorted(overdue, key=lambda one: (one.due_on, one.number))),
        not_accepted=sum(is_open(row, month.ends) and row.close_due_at is None for row in known),
        median_days=float(median(days)) if days else None,
        longest_days=max(days, default=None),
    )


def is_open(row: StatisticsRow, at: datetime) -> bool:
    """Whether a case had come and stood open just before a moment."""
    if row.received_at >= at:
        return False
    return sum(one < at for one in _closings(row)) == sum(one < at for one in _reopenings(row))


def on_time(ends: Iterable[tuple[datetime | None, datetime | None]], as_of: datetime) -> Share:
    """Of (done or None, due or None) the share done by its due moment. Open ones count once they are overdue;
    without a due moment nothing is judged."""
    kept = counted = 0
    for done, due in ends:
        if due is None or (done is None and due >= as_of):
            continue
        counted += 1
        kept += done is not None and done <= due
    return Share(kept, counted)


def reopened_share(rows: Iterable[StatisticsRow]) -> Share:
    """Of the cases ever closed how many were ever opened again."""
    ever = [row for row in rows if _closings(row)]
    return Share(sum(bool(row.reopenings) for row in ever), len(ever))


def _tally(row: StatisticsRow, month: Month, as_of: datetime, zone: str) -> Tally:
    """The figures of one case."""
    judged = _end(row, month, as_of, zone)
    return Tally(
        brought=int(is_open(row, month.begins)),
        new=int(_within(row.received_at, month)),
        reopened=sum(_within(at, month) for at in _reopenings(row)),
        closed=sum(_within(at, month) for at in _closings(row)),
        overdue=int(_overdue(row, month.ends, as_of)),
        on_time=on_time([judged], as_of) if judged else Share(0, 0),
        refund=_sum(row.refunds, month),
        compensation=_sum(row.compensations, month),
        fines=_sum(row.fines, month),
    )


def _sum_of(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _end(
    row: StatisticsRow, month: Month, as_of: datetime, zone: str
) -> tuple[datetime | None, datetime | None] | None:
    """(closed or None, due) of a case to be judged in the month; None when it was closed in another."""
    if is_open(row, month.ends):
        return None, row.close_due_at
    last = _last_closing(row, month.ends)
    return (last, _due_then(row, last, zone)) if last is not None and _within(last, month) else None


def _due_then(row: StatisticsRow, closed: datetime, zone: str) -> datetime | None:
    """The closing limit as it stood when the case was closed: days rested after a later reopening taken off again."""
    due = row.close_due_at
    later = [(shut, anew) for shut, anew in row.reopenings if shut >= closed]
    rested = sum((local_day(anew, zone) - local_day(shut, zone)).days for shut, anew in later)
    return due - timedelta(days=rested) if due is not None else None


def _overdue(row: StatisticsRow, ends: datetime, as_of: datetime) -> bool:
    return row.close_due_at is not None and row.close_due_at < as_of and is_open(row, ends)


def _closed_case(row: StatisticsRow, month: Month, zone: str) -> ClosedCase | None:
    if is_open(row, month.ends):
        return None
    closed = _last_closing(row, month.ends)
    if closed is None or not _within(closed, month):
        return None
    due = _due_then(row, closed, zone)
    received_on, closed_on = local_day(row.received_at, zone), local_day(closed, zone)
    return ClosedCase(
        id=row.id,
        number=row.number,
        institution=row.institution,
        level=row.level,
        received_on=received_on,
        closed_on=closed_on,
        days=(closed_on - received_on).days,
        on_time=closed <= due if due is not None else None,
        reopened=any(at < month.ends for at in _reopenings(row)),
        outcomes=row.outcomes,
        refund=_before(row.refunds, month.ends),
        compensation=_before(row.compensations, month.ends),
        fines=_before(row.fines, month.ends),
    )


def _overdue_case(row: StatisticsRow, as_of: datetime, zone: str) -> OverdueCase:
    """The limit's day is the one that its midnight ends."""
    assert row.close_due_at is not None
    due_on = local_day(row.close_due_at - timedelta(microseconds=1), zone)
    last = local_day(as_of - timedelta(microseconds=1), zone)
    return OverdueCase(
        id=row.id,
        number=row.number,
        institution=row.institution,
        level=row.level,
        received_on=local_day(row.received_at, zone),
        due_on=due_on,
        days=(last - due_on).days,
    )


def _grouped(counted: Sequence[_Counted], key: Callable[[StatisticsRow], K]) -> tuple[Group[K], ...]:
    """The figures by what the cases share, in the order of its words; what has none is left out."""
    parts: dict[K, Tally] = {}
    for row, tally in counted:
        parts[key(row)] = parts.get(key(row), Tally()) + tally
    found = [Group(one, parts[one]) for one in sorted(parts, key=str)]
    return tuple(one for one in found if not one.tally.is_empty)


def _in_order(order: Sequence[K], groups: Sequence[Group[K]]) -> tuple[Group[K], ...]:
    return tuple(sorted(groups, key=lambda one: order.index(one.key)))


def _subjects(counted: Sequence[_Counted], closed_ids: Set[UUID]) -> tuple[SubjectGroup, ...]:
    tallies: dict[SubjectKind, Tally] = {}
    outcomes: dict[SubjectKind, Counter[Outcome | None]] = {kind: Counter() for kind in SubjectKind}
    for row, tally in counted:
        for kind in {subject for subject, _outcome in row.outcomes}:
            tallies[kind] = tallies.get(kind, Tally()) + tally
        if row.id in closed_ids:
            for kind, outcome in row.outcomes:
                outcomes[kind][outcome] += 1
    told = [kind for kind in SubjectKind if kind in tallies and not tallies[kind].is_empty]
    return tuple(SubjectGroup(kind, tallies[kind], dict(outcomes[kind])) for kind in told)


def _closings(row: StatisticsRow) -> list[datetime]:
    earlier = [closed for closed, _anew in row.reopenings]
    return [*earlier, row.closed_at] if row.closed_at is not None else earlier


def _reopenings(row: StatisticsRow) -> list[datetime]:
    return [anew for _closed, anew in row.reopenings]


def _last_closing(row: StatisticsRow, ends: datetime) -> datetime | None:
    return max((at for at in _closings(row) if at < ends), default=None)


def _within(at: datetime, month: Month) -> bool:
    return month.begins <= at < month.ends


def _sum(amounts: Iterable[tuple[datetime, int]], month: Month) -> int:
    return sum(amount for at, amount in amounts if _within(at, month))


def _before(amounts: Iterable[tuple[datetime, int]], ends: datetime) -> int:
    return sum(amount for at, amount in amounts if at < ends)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
