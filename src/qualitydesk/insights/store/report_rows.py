"""Rows of the reports: her words, charts put into them; and the few sums only reports ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKey, Index, Table, Text, UniqueConstraint, func, select, update

from qualitydesk.basics.errors import Refused
from qualitydesk.insights.model.reports import AddedChart, ReportName, ReportWords, RoundCounts
from qualitydesk.insights.model.trends import Against, Span, TrendFilter, TrendName
from qualitydesk.inspections.model import RoundState
from qualitydesk.inspections.model.plans import PlanState
from qualitydesk.inspections.store.tables import planned_rounds, rounds
from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision
from qualitydesk.storage.database import insert_row

WHOLE = UUID(int=0)
"""Stands for the whole group."""

report_words = Table(
    "report_words",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Word(12), nullable=False),
    Column("first", Day, nullable=False),
    Column("place_id", Id, nullable=False),  # an institution, or `WHOLE`
    Column("summary", Text, nullable=False),
    Column("proposals", Text, nullable=False),
    revision(),
    UniqueConstraint("name", "first", "place_id"),
)
report_charts = Table(
    "report_charts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("first", Day, nullable=False),  # of the quarter
    Column("name", Word(20), nullable=False),
    Column("wanted", Json, nullable=False),
    Column("note", Text, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", Id, ForeignKey("employees.id")),
    Column("dropped_at", Moment),  # taken out; the row stays
    Index("ix_report_charts_first", "first"),
)


def words_of(connection: Connection, name: ReportName, first: date, institution_id: UUID | None) -> ReportWords | None:
    """What was written for a report."""
    c = report_words.c
    place = institution_id or WHOLE
    row = connection.execute(select(report_words).where(c.name == name, c.first == first, c.place_id == place)).first()
    if row is None:
        return None
    return ReportWords(name, first, institution_id, row.summary, row.proposals, row.id, row.revision)


def charts_of(connection: Connection, first: date) -> tuple[AddedChart, ...]:
    """The charts put into the report of a quarter, in the order they were."""
    c = report_charts.c
    rows = connection.execute(
        select(report_charts).where(c.first == first, c.dropped_at.is_(None)).order_by(c.added_at, c.id)
    )
    return tuple(AddedChart(row.id, row.first, TrendName(row.name), _filter(row.wanted), row.note) for row in rows)


def add_chart(connection: Connection, chart: AddedChart, wanted: dict[str, Any], at: datetime, by: UUID | None) -> None:
    insert_row(
        connection,
        report_charts,
        id=chart.id,
        first=chart.first,
        name=chart.name,
        wanted=wanted,
        note=chart.note,
        added_at=at,
        added_by=by,
    )


def drop_chart(connection: Connection, chart_id: UUID, at: datetime) -> None:
    """It is in no report any more. Refused: stale, when it was taken out already."""
    c = report_charts.c
    done = connection.execute(
        update(report_charts).where(c.id == chart_id, c.dropped_at.is_(None)).values(dropped_at=at)
    )
    if not done.rowcount:
        raise Refused("stale")


def round_counts(
    connection: Connection, first: date, last: date, moments: tuple[datetime, datetime], homes: Sequence[UUID]
) -> RoundCounts:
    """Rounds finished that began between two moments, and plans for days between two days."""
    r, p = rounds.c, planned_rounds.c
    done = select(func.count()).where(
        r.state == RoundState.FINISHED, r.started_at >= moments[0], r.started_at < moments[1]
    )
    planned = select(func.count()).where(p.day >= first, p.day <= last, p.state != PlanState.DROPPED)
    if homes:
        done, planned = done.where(r.institution_id.in_(list(homes))), planned.where(p.institution_id.in_(list(homes)))
    started = planned.where(p.state == PlanState.STARTED)
    finished, all_planned, begun = (int(connection.execute(one).scalar() or 0) for one in (done, planned, started))
    return RoundCounts(finished, all_planned, begun)


def _filter(kept: dict[str, Any]) -> TrendFilter:
    return TrendFilter(
        date.fromisoformat(kept["first"]),
        date.fromisoformat(kept["last"]),
        Span(kept["span"]),
        Against(kept["against"]),
        tuple(UUID(one) for one in kept["institutions"]),
        tuple(UUID(one) for one in kept["departments"]),
        tuple(kept["kinds"]),
        tuple(kept["levels"]),
        tuple(kept.get("items", ())),  # charts put in before they could be narrowed so have none
    )
