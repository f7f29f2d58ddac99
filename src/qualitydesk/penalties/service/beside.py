"""What one employee was sanctioned for near a day: one event is sanctioned once. Nothing here writes."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.clock import local_day
from qualitydesk.complaints.model import CaseFilter
from qualitydesk.complaints.service import Complaints
from qualitydesk.penalties.model import Alike, AlikeKind
from qualitydesk.penalties.rules import NEAR
from qualitydesk.penalties.store import fairness as fair_store
from qualitydesk.storage.database import Connection

CASE_DAYS = 3
"""A case is received some days after what it is about: up to so many [ours]."""


class Beside:
    """Finds the sanctions that may be for the same event as one that is only proposed."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints

    def slips(self, connection: Connection, employee_id: UUID, day: date, but: UUID | None = None) -> tuple[Alike, ...]:
        """Slips that stand on her for acts near that day; `but`: the round, case or act that is proposed on itself."""
        near = timedelta(days=NEAR)
        return tuple(
            Alike(AlikeKind.SLIP, one.number, one.act_day, one.title, one.total)
            for one in fair_store.near(connection, employee_id, day - near, day + near)
            if but is None or one.event_id != but
        )

    def sanctions(self, connection: Connection, employee_id: UUID, day: date, but: UUID) -> tuple[Alike, ...]:
        """Those slips, and how she was handled without one in another case received near that day."""
        return (*self.slips(connection, employee_id, day, but), *self._handled(employee_id, day, but))

    def _handled(self, employee_id: UUID, day: date, but: UUID) -> list[Alike]:
        since, until = day - timedelta(days=NEAR), day + timedelta(days=CASE_DAYS)
        wanted = CaseFilter(employee_id=employee_id, received_from=since, received_to=until, without=(but,))
        return [
            Alike(AlikeKind.HANDLED, line.number, local_day(line.received_at), {}, one.amount)
            for line in self._complaints.lines(wanted, limit=20)
            for one in self._complaints.case(line.id).handlings
            if one.employee_id == employee_id and one.slip_id is None
        ]
