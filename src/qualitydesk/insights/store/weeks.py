"""Rows of the supervisor's own words of a week, kept until the summary is issued and after."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKey, Table, Text, UniqueConstraint, select

from qualitydesk.insights.model import WeekWords
from qualitydesk.storage.base import Day, Id, metadata, revision

weekly_words = Table(
    "weekly_words",
    metadata,
    Column("id", Id, primary_key=True),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False),
    Column("monday", Day, nullable=False),
    Column("summary", Text, nullable=False),
    Column("problems", Text, nullable=False),
    Column("plan", Text, nullable=False),
    revision(),
    UniqueConstraint("employee_id", "monday"),
)


def words_of(connection: Connection, employee_id: UUID, monday: date) -> WeekWords | None:
    """What she wrote for a week."""
    wanted = select(weekly_words).where(weekly_words.c.employee_id == employee_id, weekly_words.c.monday == monday)
    row = connection.execute(wanted).first()
    if row is None:
        return None
    return WeekWords(row.employee_id, row.monday, row.summary, row.problems, row.plan, row.id, row.revision)
