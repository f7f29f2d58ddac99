"""Comments on findings and disputes about them: rows in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select, update

from qualitydesk.directory.store import employees
from qualitydesk.inspections.model import Comment, Dispute, DisputeState
from qualitydesk.inspections.store.tables import disputes, finding_comments, findings


def comments_of(connection: Connection, finding_id: UUID) -> list[Comment]:
    """What was said about a finding, oldest first."""
    query = (
        select(finding_comments, employees.c.name.label("who"))
        .outerjoin(employees, employees.c.id == finding_comments.c.said_by)
        .where(finding_comments.c.finding_id == finding_id)
        .order_by(finding_comments.c.at, finding_comments.c.id)
    )
    return [Comment(row.id, row.at, row.who or "", row.words) for row in connection.execute(query)]


def _disputes() -> Select[Any]:
    raiser, decider, typist = (employees.alias(name) for name in ("raiser", "decider", "typist"))
    return (
        select(
            disputes,
            raiser.c.name.label("raiser"),
            decider.c.name.label("decider"),
            typist.c.name.label("typist"),
        )
        .join(raiser, raiser.c.id == disputes.c.raised_by)
        .outerjoin(decider, decider.c.id == disputes.c.decided_by)
        .outerjoin(typist, typist.c.id == disputes.c.entered_by)
        .order_by(disputes.c.raised_at, disputes.c.id)
    )


def disputes_of(connection: Connection, finding_ids: Iterable[UUID]) -> list[Dispute]:
    """Every dispute about these findings, oldest first."""
    query = _disputes().where(disputes.c.finding_id.in_(list(finding_ids)))
    return _values(connection, query)


def of_round(connection: Connection, round_id: UUID) -> list[Dispute]:
    """Every dispute about findings of a round, oldest first."""
    query = _disputes().join(findings, findings.c.id == disputes.c.finding_id)
    return _values(connection, query.where(findings.c.round_id == round_id))


def pending(connection: Connection) -> list[Dispute]:
    """Every dispute still to be decided, oldest first."""
    return _values(connection, _disputes().where(disputes.c.state == DisputeState.PENDING))


def by_id(connection: Connection, dispute_id: UUID) -> Dispute | None:
    """One dispute."""
    return next(iter(_values(connection, _disputes().where(disputes.c.id == dispute_id))), None)


def _values(connection: Connection, query: Select[Any]) -> list[Dispute]:
    return [
        Dispute(
            row.id,
            row.finding_id,
            DisputeState(row.state),
            row.raised_on,
            row.raiser,
            row.words,
            row.typist or "",
            row.raised_at,
            row.answer_by,
            row.decider or "",
            row.decided_on,
            row.reason,
            row.override,
            row.revision,
        )
        for row in connection.execute(query)
    ]


def set_dispute(connection: Connection, finding_id: UUID, state: DisputeState) -> None:
    """Where the finding's dispute stands, kept beside it for the list and the ladder."""
    connection.execute(update(findings).where(findings.c.id == finding_id).values(dispute=state))


def count_measures(connection: Connection, finding_ids: Iterable[UUID], more: int) -> None:
    """Measures set (1) or dropped (-1) for these findings."""
    wanted = findings.c.id.in_(list(finding_ids))
    connection.execute(update(findings).where(wanted).values(measures=findings.c.measures + more))


def names_of(connection: Connection, employee_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Names by id."""
    query = select(employees.c.id, employees.c.name).where(employees.c.id.in_(list(employee_ids)))
    return {row.id: row.name for row in connection.execute(query)}
