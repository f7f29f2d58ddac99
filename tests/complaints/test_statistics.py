"""The monthly figures: the sum that must hold, shares with the overdue in them, money to the fen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vectors import complaint_kpis as vector

from qualitydesk.complaints.model import Channel, Level, Outcome, StatisticsRow, SubjectKind
from qualitydesk.complaints.model.month import MonthSheet, Share
from qualitydesk.complaints.rules.statistics import (
    dates_of,
    is_open,
    month_after,
    month_of,
    month_sheet,
    on_time,
    reopened_share,
)

ZONE = "Asia/Shanghai"
NOVEMBER = month_of(date(2026, 11, 21), ZONE)
LATER = datetime(2027, 6, 1, tzinfo=UTC)
A, B = UUID(int=1), UUID(int=2)


def at(day: str, clock: str = "10:00") -> datetime:
    """A moment as read on the wall in Shanghai, in UTC."""
    return datetime.fromisoformat(f"{day}T{clock}:00+08:00").astimezone(UTC)


def a_row(number: int = 1, received: str = "2026-11-02", closed: str | None = None, **more: object) -> StatisticsRow:
    row = StatisticsRow(
        id=UUID(int=100 + number),
        number=f"BJC202611{number:02d}",
        institution_id=A,
        institution="朝阳门诊",
        channel=Channel.TELEPHONE,
        level=Level.II,
        received_at=at(received),
        accepted_at=at(received),
        closed_at=at(closed) if closed else None,
        reopenings=(),
        close_due_at=None,
        outcomes=((SubjectKind.WAITING, Outcome.UPHELD if closed else None),),
        refunds=(),
        compensations=(),
        fines=(),
    )
    return replace(row, **more)  # type: ignore[arg-type]


def sheet(*rows: StatisticsRow, now: datetime = LATER) -> MonthSheet:
    return month_sheet(rows, NOVEMBER, now, ZONE)


def test_a_month_is_the_groups_not_the_servers() -> None:
    assert NOVEMBER.begins == datetime(2026, 10, 31, 16, tzinfo=UTC)
    assert NOVEMBER.ends == datetime(2026, 11, 30, 16, tzinfo=UTC)
    assert NOVEMBER.code == "2026-11"
    assert month_of(date(2026, 12, 31), ZONE).ends == month_of(date(2027, 1, 1), ZONE).begins


def test_brought_and_new_and_reopened_less_closed_is_carried() -> None:
    total = sheet(
        a_row(1, "2026-10-28", "2026-11-03"),  # brought, closed
        a_row(2, "2026-10-29"),  # brought, stays
        a_row(3, "2026-11-05", "2026-11-20"),  # new, closed
        a_row(4, "2026-11-06"),  # new, stays
        a_row(5, "2026-10-02", "2026-11-25", reopenings=((at("2026-10-09"), at("2026-11-11")),)),
        a_row(6, "2026-09-02", None, reopenings=((at("2026-10-09"), at("2026-11-12")),)),
        a_row(7, "2026-09-02", "2026-10-01"),  # has nothing to do with it
        a_row(8, "2026-12-01", None),  # nor has the next month's
    ).total
    assert (total.brought, total.new, total.reopened, total.closed, total.carried) == (2, 2, 2, 3, 3)


def test_the_first_instant_belongs_to_the_month_and_the_last_to_the_next() -> None:
    first, behind = NOVEMBER.begins, NOVEMBER.ends
    told = sheet(a_row(1, received_at=first), a_row(2, received_at=behind), a_row(3, closed_at=behind))
    assert (told.total.new, told.total.closed, told.total.carried) == (2, 0, 2)
    late_evening = a_row(4, received_at=at("2026-11-30", "23:59"))
    assert sheet(late_evening).total.new == 1
    assert sheet(replace(late_evening, received_at=at("2026-12-01", "00:00"))).total.new == 0


def test_closed_reopened_and_closed_again_in_one_month_is_two_closings_of_one_case() -> None:
    again = a_row(1, "2026-11-02", "2026-11-28", reopenings=((at("2026-11-10"), at("2026-11-20")),))
    told = sheet(again)
    assert (told.total.new, told.total.reopened, told.total.closed, told.total.carried) == (1, 1, 2, 0)
    assert [(one.closed_on, one.reopened) for one in told.closed] == [(date(2026, 11, 28), True)]


def test_overdue_open_cases_stand_in_the_denominator() -> None:
    told = sheet(
        a_row(1, "2026-11-02", "2026-11-08", close_due_at=at("2026-11-10", "00:00")),
        a_row(2, "2026-11-02", "2026-11-12", close_due_at=at("2026-11-10", "00:00")),  # late
        a_row(3, "2026-11-03", None, close_due_at=at("2026-11-11", "00:00")),  # open and overdue
        a_row(4, "2026-11-29", None, close_due_at=at("2026-12-07", "00:00")),  # not due yet
        a_row(5, "2026-11-29", None, close_due_at=None),  # not accepted
    )
    assert told.total.on_time == Share(1, 3)
    assert told.total.overdue == 1
    assert told.not_accepted == 1
    assert [(one.number, one.due_on, one.days) for one in told.overdue] == [
        ("BJC20261103", date(2026, 11, 10), 20)  # the limit is the midnight that ends the 10th
    ]


def test_while_the_month_lasts_overdue_is_judged_now() -> None:
    row = a_row(1, "2026-11-02", None, close_due_at=at("2026-11-21", "00:00"))
    assert sheet(row, now=at("2026-11-20")).total.overdue == 0
    assert sheet(row, now=at("2026-11-21", "00:01")).total.overdue == 1
    assert sheet(row, now=at("2026-11-20")).as_of == at("2026-11-20")
    assert sheet(row).as_of == NOVEMBER.ends


def test_closed_at_the_very_moment_of_the_limit_is_in_time() -> None:
    due = at("2026-11-10", "00:00")
    assert sheet(a_row(1, closed_at=due, close_due_at=due)).total.on_time == Share(1, 1)
    just_late = due + timedelta(microseconds=1)
    assert sheet(a_row(1, closed_at=just_late, close_due_at=due)).total.on_time == Share(0, 1)


def test_a_limit_moved_by_a_later_reopening_does_not_make_an_earlier_closing_look_punctual() -> None:
    """Closed on 14 November, due on the 10th; had the reopening in December moved the limit by 20 days, it was late."""
    due = at("2026-11-11", "00:00")
    shut, anew = at("2026-11-08"), at("2026-12-08")
    kept = a_row(1, closed_at=None, close_due_at=due + timedelta(days=30), reopenings=((shut, anew),))
    assert sheet(kept).total.on_time == Share(1, 1)
    late = a_row(1, closed_at=None, close_due_at=due, reopenings=((at("2026-11-14"), anew),))
    assert sheet(late).total.on_time == Share(0, 1)


def test_a_closed_case_belongs_to_the_month_of_closing_for_the_review() -> None:
    told = sheet(a_row(1, "2026-10-20", "2026-11-03", refunds=((at("2026-10-30"), 100), (at("2026-11-02"), 50))))
    one = told.closed[0]
    assert (one.received_on, one.closed_on, one.days, one.refund) == (date(2026, 10, 20), date(2026, 11, 3), 14, 150)
    assert told.total.new == 0
    assert told.total.refund == 50  # what was paid in the month


def test_money_counts_in_the_month_it_was_paid_though_the_case_was_closed_before() -> None:
    told = sheet(a_row(1, "2026-10-01", "2026-10-20", refunds=((at("2026-11-04"), 123_45),)))
    assert told.total.refund == 12345
    assert told.closed == ()


def test_the_median_and_the_longest_of_the_closed_are_days_from_receipt() -> None:
    told = sheet(*(a_row(n, "2026-11-02", f"2026-11-{2 + n:02d}") for n in (1, 4, 9)), a_row(20, "2026-11-02"))
    assert (told.median_days, told.longest_days) == (4.0, 9)
    assert sheet().median_days is None


def test_a_case_with_two_subjects_counts_in_both_and_once_in_all() -> None:
    both = ((SubjectKind.WAITING, Outcome.UPHELD), (SubjectKind.PRICE, Outcome.NOT_UPHELD))
    told = sheet(a_row(1, "2026-11-02", "2026-11-09", outcomes=both))
    assert told.total.closed == 1
    assert [(one.kind, one.tally.closed, one.outcomes) for one in told.subjects] == [
        (SubjectKind.WAITING, 1, {Outcome.UPHELD: 1}),
        (SubjectKind.PRICE, 1, {Outcome.NOT_UPHELD: 1}),
    ]
    assert told.outcomes == {Outcome.UPHELD: 1, Outcome.NOT_UPHELD: 1}


def test_levels_stand_in_their_order_and_those_without_one_last() -> None:
    told = sheet(a_row(1, level=None), a_row(2, level=Level.IV), a_row(3, level=Level.I))
    assert [one.key for one in told.levels] == [Level.I, Level.IV, None]


def test_the_dates_of_a_sheet_lie_in_the_next_month() -> None:
    dates = dates_of(date(2026, 12, 17), 5, 10)
    assert (dates.month, dates.ready_by, dates.review_before) == (
        date(2026, 12, 1),
        date(2027, 1, 5),
        date(2027, 1, 10),
    )


# The reference's twelve complaints


def _end(text: str | None) -> datetime | None:
    return at(text) if text else None


def _day_after(text: str) -> datetime:
    """A due day ends with its midnight."""
    return at(text, "00:00") + timedelta(days=1)


def test_the_reference_shares_come_out_as_printed() -> None:
    as_of = datetime.fromisoformat(f"{vector.AS_OF}:00+08:00").astimezone(UTC)
    acknowledged = on_time([(_end(done), _day_after(due)) for _r, due, done, _cd, _c in vector.CASES], as_of)
    assert acknowledged == Share(*vector.ACKNOWLEDGED)
    closed = on_time([(_end(done), _day_after(due)) for _r, _ad, _a, due, done in vector.CASES], as_of)
    assert closed == Share(*vector.CLOSED_ON_TIME)
    assert round(100 * closed.kept / closed.counted, 2) == 66.67
    shortcut = Share(closed.kept, sum(done is not None for *_rest, done in vector.CASES))
    assert shortcut == Share(*vector.CLOSED_ONLY_SHORTCUT) != closed


def test_the_reference_cases_give_the_same_on_a_sheet() -> None:
    rows = [
        a_row(
            place,
            received,
            done,
            close_due_at=_day_after(due),
            reopenings=((at("2026-10-09"), at("2026-10-10")),) if place == vector.REOPENED_CASE else (),
        )
        for place, (received, _ad, _a, due, done) in enumerate(vector.CASES)
    ]
    told = month_sheet(rows, month_of(date(2026, 10, 1), ZONE), at(vector.AS_OF[:10], "00:00"), ZONE)
    september = month_sheet(rows, month_of(date(2026, 9, 1), ZONE), LATER, ZONE)
    assert told.total.overdue == vector.OVERDUE
    assert told.total.carried == vector.OPEN
    assert reopened_share(rows) == Share(*vector.REOPENED)
    both = told.total.on_time, september.total.on_time
    assert (sum(one.kept for one in both), sum(one.counted for one in both)) == vector.CLOSED_ON_TIME


# What holds whatever the cases are

_MOMENTS = st.datetimes(datetime(2026, 8, 1), datetime(2027, 2, 1)).map(lambda found: found.replace(tzinfo=UTC))  # noqa: DTZ001
_AMOUNTS = st.lists(st.tuples(_MOMENTS, st.integers(1, 10**9)), max_size=3).map(tuple)


@st.composite
def _rows(draw: st.DrawFn) -> StatisticsRow:
    moments = sorted(draw(st.lists(_MOMENTS, min_size=1, max_size=6)))
    received, *ends = moments
    pairs = list(zip(ends[::2], ends[1::2], strict=False))
    closed = ends[-1] if len(ends) % 2 else None
    kinds = draw(st.lists(st.sampled_from(SubjectKind), min_size=1, max_size=3, unique=True))
    return StatisticsRow(
        id=UUID(int=draw(st.integers(0, 2**100))),
        number="N",
        institution_id=A,
        institution=draw(st.sampled_from(["甲", "乙", "丙"])),
        channel=draw(st.sampled_from(Channel)),
        level=draw(st.sampled_from([*Level, None])),
        received_at=received,
        accepted_at=None,
        closed_at=closed,
        reopenings=tuple(pairs),
        close_due_at=draw(st.none() | _MOMENTS),
        outcomes=tuple((kind, draw(st.sampled_from([*Outcome, None]))) for kind in kinds),
        refunds=draw(_AMOUNTS),
        compensations=draw(_AMOUNTS),
        fines=draw(_AMOUNTS),
    )


@given(st.lists(_rows(), max_size=12, unique_by=lambda row: row.id), _MOMENTS)
def test_the_sum_holds_month_after_month(rows: list[StatisticsRow], now: datetime) -> None:
    month = month_of(date(2026, 8, 1), ZONE)
    carried = 0
    for _count in range(6):
        told = month_sheet(rows, month, now, ZONE)
        assert told.total.brought == carried == sum(is_open(row, month.begins) for row in rows)
        carried = told.total.carried
        assert carried == sum(is_open(row, month.ends) for row in rows) >= 0
        month = month_of(month_after(month.first), ZONE)


@given(st.lists(_rows(), max_size=12, unique_by=lambda row: row.id), _MOMENTS)
def test_every_breakdown_adds_up_to_the_whole(rows: list[StatisticsRow], now: datetime) -> None:
    told = month_sheet(rows, NOVEMBER, now, ZONE)
    names = ("brought", "new", "reopened", "closed", "carried", "overdue", "refund", "compensation", "fines")
    for groups in (told.institutions, told.levels, told.channels):
        for name in names:
            assert sum(getattr(one.tally, name) for one in groups) == getattr(told.total, name)
        assert sum(one.tally.on_time.kept for one in groups) == told.total.on_time.kept
        assert sum(one.tally.on_time.counted for one in groups) == told.total.on_time.counted
    assert sum(told.outcomes.values()) == sum(len(one.outcomes) for one in told.closed)
    for kind in told.subjects:
        assert sum(kind.outcomes.values()) <= kind.tally.closed


@given(st.lists(_rows(), max_size=12, unique_by=lambda row: row.id), _MOMENTS)
def test_the_shares_hide_no_overdue_case(rows: list[StatisticsRow], now: datetime) -> None:
    told = month_sheet(rows, NOVEMBER, now, ZONE)
    judged = sum(one.on_time is not None for one in told.closed)
    assert told.total.on_time.counted == judged + told.total.overdue
    assert told.total.on_time.kept == sum(one.on_time is True for one in told.closed)
    assert told.total.overdue == len(told.overdue)


@given(st.lists(_rows(), max_size=8), _MOMENTS)
def test_every_fen_is_counted_in_exactly_one_month(rows: list[StatisticsRow], now: datetime) -> None:
    months = [month_of(date(2026, month, 1), ZONE) for month in (7, 8, 9, 10, 11, 12)]
    months += [month_of(date(2027, month, 1), ZONE) for month in (1, 2)]
    # A row is known from its receipt on: money never goes before it in fact, so it is moved there.
    late = [replace(row, received_at=datetime(2026, 7, 2, tzinfo=UTC)) for row in rows]
    told = [month_sheet(late, month, now, ZONE).total for month in months]
    for name, paid in (("refund", "refunds"), ("compensation", "compensations"), ("fines", "fines")):
        whole = sum(amount for row in rows for _at, amount in getattr(row, paid))
        assert sum(getattr(one, name) for one in told) == whole


@pytest.mark.parametrize("share", [on_time([], LATER), reopened_share([])])
def test_nothing_counted_is_no_share(share: Share) -> None:
    assert share == Share(0, 0)
