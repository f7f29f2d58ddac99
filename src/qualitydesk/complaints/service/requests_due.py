"""For the first page: answers owed to the front line and to customers. Reads the rows alone, without the services."""

from __future__ import annotations

from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.model.requests import RequestFilter, RequestsDue, RequestState
from qualitydesk.complaints.model.wishes import WAITING
from qualitydesk.complaints.store import request_rows, wish_rows
from qualitydesk.storage.database import Database

SHOWN = 8
"""Rows given, the answer owed first."""
_WHOLE = (None, None)


def requests_due(database: Database, clock: Clock, limit: int = SHOWN) -> RequestsDue:
    """Requests unanswered, overdue, waiting to be confirmed; wishes not answered; the nearest requests."""
    now, owed, late = clock.now(), RequestFilter(unanswered=True), RequestFilter(overdue=True)
    with database.reading() as connection:
        rows = request_rows.lines(
            connection, owed, now, _WHOLE, after=None, limit=limit, sort="due_at", descending=False
        )
        states, wishes = request_rows.states(connection), wish_rows.counts(connection)
        return RequestsDue(
            open=request_rows.count(connection, owed, now, _WHOLE),
            overdue=request_rows.count(connection, late, now, _WHOLE),
            unconfirmed=states.get(RequestState.ANSWERED, 0),
            wishes=sum(wishes.get(state, 0) for state in WAITING),
            rows=tuple(rows),
        )
