"""What the later tiles count, a year by months. Tables are named with only what is asked of them: see `cases`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from sqlalchemy import Connection, String, TableClause, bindparam, column, func, or_, select, table

from qualitydesk.measures.store.tables import measures
from qualitydesk.storage.base import Day, Id, Moment
from qualitydesk.today.model import Month, Standing
from qualitydesk.today.store.work import HIGH

requests = table(
    "requests",
    column("id", Id),
    column("state", String),
    *(column(name, Moment) for name in ("received_at", "answered_at", "due_at")),
)
attempts = table(
    "contact_attempts",
    column("id", Id),
    *(column(name, String) for name in ("occasion", "state")),
    column("due_on", Day),
)
TABLES: tuple[TableClause, ...] = (requests, attempts)

_FIRST, _NEXT = bindparam("low", type_=Day), bindparam("high", type_=Day)
_TO_DO = ("open", "reported")
_OWED = ("asked", "accepted")


def measures_open(connection: Connection, firsts: Sequence[date], today: date) -> Standing:
    """Measures that were not closed when each month ended, dropped ones aside; now, and of them overdue.

    `firsts`: the first days of the months and of the one after them.
    """
    m = measures.c
    stood = or_(m.state.in_(_TO_DO), m.closed_on >= _NEXT)
    query = select(func.count()).where(m.opened_on < _NEXT, m.state != "dropped", stood)
    spans = [{"high": high} for high in firsts[1:-1]]
    past = [Month(int(connection.execute(query, span).scalar_one())) for span in spans]
    now = select(func.count(), func.count().filter(m.due_on < today)).where(m.state.in_(_TO_DO))
    count, late = connection.execute(now).one()
    return Standing((*past, Month(int(count))), int(late))


def requests_open(connection: Connection, bounds: Sequence[datetime], now: datetime) -> Standing:
    """Internal requests without an answer when each month ended, withdrawn ones aside; now, and of them overdue."""
    r = requests.c
    stood = or_(r.state.in_(_OWED), r.answered_at >= HIGH)
    query = select(func.count()).where(r.received_at < HIGH, r.state != "withdrawn", stood)
    past = [Month(int(connection.execute(query, {"high": high}).scalar_one())) for high in bounds[1:-1]]
    counted = select(func.count(), func.count().filter(r.due_at < now)).where(r.state.in_(_OWED))
    count, late = connection.execute(counted).one()
    return Standing((*past, Month(int(count))), int(late))


def contacts_made(connection: Connection, firsts: Sequence[date]) -> tuple[Month, ...]:
    """Contacts with single members that were made, by the month they were owed in."""
    a = attempts.c
    query = select(func.count()).where(a.due_on >= _FIRST, a.due_on < _NEXT, a.state == "done")
    spans = [{"low": low, "high": high} for low, high in pairwise(firsts)]
    return tuple(Month(int(connection.execute(query, span).scalar_one())) for span in spans)
