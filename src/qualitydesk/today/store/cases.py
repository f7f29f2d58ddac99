"""What is to be done about complaints, and their figures: first rows by index, counts, a year by months.

The tables are named here with only what is asked of them: making the whole ones of `complaints.store` would cost the
first page 25 ms. A test holds them against each other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Integer,
    Select,
    String,
    TableClause,
    and_,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    table,
    true,
)

from qualitydesk.directory.store import departments, institutions
from qualitydesk.storage.base import Day, Id, Json, Moment, says_true
from qualitydesk.today.model import Month
from qualitydesk.today.store.work import HIGH, LOW, by_month

cases = table(
    "cases",
    *(column(name, Id) for name in ("id", "institution_id", "merged_into")),
    *(column(name, Moment) for name in ("received_at", "entered_at", "closed_at", "next_due_at", "limit_due_at")),
    *(column(name, Integer) for name in ("step", "level")),
    *(column(name, String) for name in ("number", "next_clock")),
    column("paused", Boolean),
)
clocks = table(
    "case_clocks",
    column("case_id", Id),
    column("code", String),
    *(column(name, Moment) for name in ("due_at", "stopped_at")),
    column("rest", Json),
)
request_clocks = table(
    "request_clocks",
    column("request_id", Id),
    *(column(name, Moment) for name in ("due_at", "stopped_at")),
    column("rest", Json),
)
payments = table(
    "case_payments",
    *(column(name, Id) for name in ("id", "case_id")),
    *(column(name, String) for name in ("kind", "state")),
    column("amount", BigInteger),
    column("requested_at", Moment),
)
person_requests = table(
    "person_requests",
    *(column(name, Id) for name in ("id", "customer_id")),
    *(column(name, String) for name in ("number", "kind", "state")),
    column("due_on", Day),
)
customers = table("customers", *(column(name, Id) for name in ("id", "institution_id")))
externals = table(
    "case_externals",
    *(column(name, Id) for name in ("id", "case_id")),
    column("kind", String),
    *(column(name, Moment) for name in ("due_at", "done_at")),
)
reviews = table("case_month_reviews", column("month", Day))
papers = table("papers", *(column(name, String) for name in ("number", "kind")), column("issued_at", Moment))
requests = table(
    "requests",
    *(column(name, Id) for name in ("id", "institution_id", "asked_id")),
    *(column(name, String) for name in ("number", "state")),
    column("due_at", Moment),
)
TABLES: tuple[TableClause, ...] = (cases, clocks, request_clocks, payments, externals, reviews, papers, requests)

Row = tuple[UUID, str, str, str, Any, Any, int]
"""case id, number, words, institution, moment it waits since or is due, a second moment, level or amount."""
_APPROVAL = 6  # Step.APPROVED
_FORMALITIES = "formalities"  # the clock of 48 hours
_OWED = ("asked", "accepted")  # states of a request that is not answered
_LIVES = cases.c.merged_into.is_(None)


def clocks_due(
    connection: Connection, now: datetime, until: datetime, limit: int, resting: Collection[UUID] = ()
) -> tuple[list[Row], int, int]:
    """Cases whose nearest clock runs out before `until` or has run out, the longest overdue first; how many, and how
    many of them overdue. What has run out in a case that rests is left out: paused, not late."""
    due = cases.c.next_due_at
    mine = and_(due < until, _LIVES)
    if resting:
        mine = and_(mine, or_(due >= now, cases.c.id.not_in(resting)))
    query = _of_cases(cases.c.next_clock, due, cases.c.entered_at, cases.c.level)
    query = query.where(mine).order_by(due, cases.c.id).limit(limit)
    counted = select(func.count(), func.count().filter(due < now)).select_from(cases).where(mine)
    count, late = connection.execute(counted).one()
    return _rows(connection, query), int(count), int(late)


def unsettled(connection: Connection, ids: Collection[UUID], of: TableClause = clocks) -> set[tuple[UUID, datetime]]:
    """Of cases, or of requests: whose running clocks depend on days off not announced yet, and when they run out."""
    if not ids:
        return set()
    owner = of.c.request_id if of is request_clocks else of.c.case_id
    mine = and_(owner.in_(ids), of.c.stopped_at.is_(None), says_true(of.c.rest, "provisional"))
    return {(row[0], row[1]) for row in connection.execute(select(owner, of.c.due_at).where(mine))}


def any_paused_late(connection: Connection, now: datetime) -> bool:
    """Whether a clock has run out in any paused case: only then it is asked which of them rest."""
    late = exists().where(cases.c.paused == true(), cases.c.next_due_at < now, _LIVES)
    return bool(connection.execute(select(late)).scalar_one())


def approvals(connection: Connection, limit: int) -> tuple[list[Row], int]:
    """Solutions that wait for their approval, the one due first before the others."""
    mine = and_(cases.c.step == _APPROVAL, _LIVES)
    query = _of_cases(literal(""), cases.c.entered_at, cases.c.next_due_at, cases.c.level).where(mine)
    query = query.order_by(cases.c.next_due_at, cases.c.id).limit(limit)
    return _rows(connection, query), _count(connection, select(func.count()).select_from(cases).where(mine))


def payments_asked(connection: Connection, now: datetime, limit: int) -> tuple[list[Row], int, int]:
    """Refunds and compensations nobody has decided on, the oldest first; second moment: when the formalities' clock
    runs out, if it runs. How many, and of how many it has run out."""
    p, k = payments.c, clocks.c
    mine = and_(p.state == "requested", _LIVES)
    running = and_(k.case_id == p.case_id, k.code == _FORMALITIES, k.stopped_at.is_(None))
    query = (
        _of_cases(p.kind, p.requested_at, k.due_at, p.amount)
        .join(payments, p.case_id == cases.c.id)
        .outerjoin(clocks, running)
        .where(mine)
        .order_by(p.requested_at, p.id)
        .limit(limit)
    )
    counted = (
        select(func.count(), func.count(k.due_at).filter(k.due_at < now))
        .select_from(payments)
        .join(cases, cases.c.id == p.case_id)
        .outerjoin(clocks, running)
        .where(mine)
    )
    count, late = connection.execute(counted).one()
    return _rows(connection, query), int(count), int(late)


def follow_ups(
    connection: Connection, codes: Collection[str], now: datetime, until: datetime, limit: int
) -> tuple[list[Row], int, int]:
    """Money that should have arrived, calls that should be made: clocks that are only watched, due before `until`."""
    k = clocks.c
    found: list[Row] = []
    counts = [0, 0]
    for code in codes:  # one at a time: by its index each is in order already
        mine = and_(k.stopped_at.is_(None), k.code == code, k.due_at < until, _LIVES)
        query = _of_cases(k.code, k.due_at, k.due_at, cases.c.level).join(clocks, k.case_id == cases.c.id)
        query = query.where(mine).order_by(k.due_at).limit(limit)
        rows, count, late = _counted(connection, query, clocks, k.case_id, k.due_at, mine, now)
        found += rows
        counts = [counts[0] + count, counts[1] + late]
    return sorted(found, key=lambda row: (row[4], row[1]))[:limit], counts[0], counts[1]


def externals_due(connection: Connection, now: datetime, until: datetime, limit: int) -> tuple[list[Row], int, int]:
    """Dates set outside (12345 …) that are near or past and not kept, the first to run out before the others."""
    e = externals.c
    mine = and_(e.done_at.is_(None), e.due_at < until, _LIVES)
    query = (
        _of_cases(e.kind, e.due_at, e.due_at, cases.c.level)
        .join(externals, e.case_id == cases.c.id)
        .where(mine)
        .order_by(e.due_at, e.id)
        .limit(limit)
    )
    return _counted(connection, query, externals, e.case_id, e.due_at, mine, now)


def answers_owed(connection: Connection, now: datetime, until: datetime, limit: int) -> tuple[list[Row], int, int]:
    """Internal requests whose answer is due before `until` or overdue; words: the department asked."""
    r = requests.c
    mine = and_(r.state.in_(_OWED), r.due_at < until)
    query = (
        select(
            r.id, r.number, departments.c.name.label("words"), institutions.c.name, r.due_at.label("moment"),
            r.due_at.label("second"), literal(0).label("amount"),
        )
        .select_from(requests)
        .join(institutions, institutions.c.id == r.institution_id)
        .join(departments, departments.c.id == r.asked_id)
        .where(mine)
        .order_by(r.due_at, r.id)
        .limit(limit)
    )  # fmt: skip
    counted = select(func.count(), func.count().filter(r.due_at < now)).select_from(requests).where(mine)
    count, late = connection.execute(counted).one()
    return _rows(connection, query), int(count), int(late)


def persons_owed(connection: Connection, today: date, limit: int) -> tuple[list[Any], int, int]:
    """What customers ask about their data and nobody has answered, by the last day for it; words: what is asked."""
    r = person_requests.c
    mine = r.state == "open"
    query = (
        select(r.id, r.number, r.kind, institutions.c.name, r.due_on)
        .select_from(person_requests)
        .join(customers, customers.c.id == r.customer_id)
        .join(institutions, institutions.c.id == customers.c.institution_id)
        .where(mine)
        .order_by(r.due_on, r.id)
        .limit(limit)
    )
    counted = select(func.count(), func.count().filter(r.due_on < today)).select_from(person_requests).where(mine)
    count, late = connection.execute(counted).one()
    return [tuple(row) for row in connection.execute(query)], int(count), int(late)


def month_stands(
    connection: Connection, month: date, ends: datetime, number: str, kind: str
) -> tuple[bool, bool, bool]:
    """Of a month: whether there is anything to tell, whether its sheet was issued after its end, whether reviewed."""
    any_case = exists().where(cases.c.received_at < ends)
    issued = exists().where(papers.c.number == number, papers.c.kind == kind, papers.c.issued_at >= ends)
    reviewed = exists().where(reviews.c.month == month)
    row = connection.execute(select(any_case, issued, reviewed)).one()
    return bool(row[0]), bool(row[1]), bool(row[2])


def open_cases(
    connection: Connection, bounds: Sequence[datetime], now: datetime
) -> tuple[tuple[Month, ...], tuple[Month, ...]]:
    """(open when each month ended, closed in it and on time): the first `counted` alone, the second `counted` kept of
    `of`: those closed with a limit and those then open beyond theirs. The present month ends now."""
    c = cases.c
    ends = [*bounds[:-1], min(bounds[-1], now)]
    beyond = func.count().filter(c.limit_due_at < HIGH)
    standing = select(func.count(), beyond).where(_LIVES, c.closed_at >= HIGH, c.received_at < HIGH)
    kept = func.count(c.limit_due_at).filter(c.closed_at <= c.limit_due_at)
    ended = select(kept, func.count(c.limit_due_at)).where(_LIVES, c.closed_at >= LOW, c.closed_at < HIGH)
    still, closed = by_month(connection, ends, standing), by_month(connection, ends, ended)
    return (
        tuple(Month(one.counted) for one in still),
        tuple(Month(one.counted, one.of + then.of) for one, then in zip(closed, still, strict=True)),
    )


def overdue(connection: Connection, now: datetime, resting: Collection[UUID] = ()) -> int:
    """Open cases with a clock that has run out; those that rest aside."""
    mine = and_(cases.c.next_due_at < now, _LIVES)
    if resting:
        mine = and_(mine, cases.c.id.not_in(resting))
    return _count(connection, select(func.count()).select_from(cases).where(mine))


def _of_cases(words: Any, moment: Any, second: Any, number: Any) -> Select[Any]:
    return (
        select(
            cases.c.id, cases.c.number, words.label("words"), institutions.c.name, moment.label("moment"),
            second.label("second"), number.label("amount"),
        )
        .select_from(cases)
        .join(institutions, institutions.c.id == cases.c.institution_id)
    )  # fmt: skip


def _counted(
    connection: Connection, query: Select[Any], of: TableClause, case_id: Any, due_at: Any, mine: Any, now: datetime
) -> tuple[list[Row], int, int]:
    counted = select(func.count(), func.count().filter(due_at < now)).select_from(of)
    count, late = connection.execute(counted.join(cases, cases.c.id == case_id).where(mine)).one()
    return _rows(connection, query), int(count), int(late)


def _rows(connection: Connection, query: Select[Any]) -> list[Row]:
    return [tuple(row) for row in connection.execute(query)]


def _count(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())
