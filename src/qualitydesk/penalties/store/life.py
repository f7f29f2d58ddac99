"""Answers, appeals and files of slips: rows in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from qualitydesk.directory.store import employees
from qualitydesk.papers.store import papers
from qualitydesk.penalties.model import (
    Answer,
    AnswerKind,
    Appeal,
    AppealOutcome,
    FilePurpose,
    SlipFile,
    SlipState,
)
from qualitydesk.penalties.store.tables import slip_answers, slip_appeals, slip_files, slip_payments, slips
from qualitydesk.rulebook.model import Party


def put_answer(connection: Connection, slip_id: UUID, **values: object) -> None:
    """The answer of a slip in the place of the one there was: who refused may still sign."""
    connection.execute(slip_answers.delete().where(slip_answers.c.slip_id == slip_id))
    connection.execute(insert(slip_answers).values(slip_id=slip_id, **values))


def answer(connection: Connection, slip_id: UUID) -> Answer | None:
    row = connection.execute(select(slip_answers).where(slip_answers.c.slip_id == slip_id)).first()
    if row is None:
        return None
    return Answer(
        kind=AnswerKind(row.kind),
        on=row.on,
        accepts=row.accepts,
        reason=row.reason,
        witness_id=row.witness_id,
        witness=_name(connection, row.witness_id),
        recorded_at=row.recorded_at,
        recorded_by=_name(connection, row.recorded_by),
    )


def add_appeal(connection: Connection, slip_id: UUID, **values: object) -> None:
    connection.execute(insert(slip_appeals).values(slip_id=slip_id, reason="", before=[], after=[], **values))


def decide_appeal(connection: Connection, slip_id: UUID, **values: object) -> None:
    connection.execute(update(slip_appeals).where(slip_appeals.c.slip_id == slip_id).values(**values))


def appeal(connection: Connection, slip_id: UUID) -> Appeal | None:
    row = connection.execute(select(slip_appeals).where(slip_appeals.c.slip_id == slip_id)).first()
    if row is None:
        return None
    return Appeal(
        by_id=row.by_id,
        by=_name(connection, row.by_id),
        on=row.on,
        words=row.words,
        late_reason=row.late_reason,
        recorded_at=row.recorded_at,
        outcome=AppealOutcome(row.outcome) if row.outcome else None,
        decided_by=row.decided_by,
        decider=_name(connection, row.decided_by),
        decided_on=row.decided_on,
        reason=row.reason,
        before=tuple(row.before),
        after=tuple(row.after),
        paper_id=row.paper_id,
    )


def amounts(connection: Connection, slip_id: UUID) -> tuple[int, ...]:
    """What each payment of a slip comes to now, in fen, in their order."""
    query = select(slip_payments.c.amount).where(slip_payments.c.slip_id == slip_id).order_by(slip_payments.c.position)
    return tuple(connection.execute(query).scalars())


def payers(connection: Connection, slip_id: UUID) -> frozenset[UUID]:
    """Everybody who pays by a slip."""
    query = select(slip_payments.c.person_id).where(slip_payments.c.slip_id == slip_id)
    return frozenset(connection.execute(query).scalars())


def parts(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, dict[Party, set[UUID | None]]]:
    """Who is hit by each of these slips, pays by it and drafted it."""
    wanted, found = list(ids), dict[UUID, dict[Party, set[UUID | None]]]()
    query = select(slips.c.id, slips.c.employee_id, slips.c.drafted_by, slip_payments.c.person_id).outerjoin(
        slip_payments, slip_payments.c.slip_id == slips.c.id
    )
    for at in range(0, len(wanted), 500):
        for row in connection.execute(query.where(slips.c.id.in_(wanted[at : at + 500]))):
            mine = found.setdefault(
                row.id, {Party.EMPLOYEE: {row.employee_id}, Party.DRAFTER: {row.drafted_by}, Party.PAYER: set()}
            )
            if row.person_id is not None:
                mine[Party.PAYER].add(row.person_id)
    return found


def set_amounts(connection: Connection, slip_id: UUID, fens: Sequence[int]) -> None:
    """New sums of a slip's payments, in their order; the slip's total is the caller's to write."""
    for at, fen in enumerate(fens):
        mine = (slip_payments.c.slip_id == slip_id, slip_payments.c.position == at)
        connection.execute(update(slip_payments).where(*mine).values(amount=fen))


def files(connection: Connection, slip_id: UUID) -> tuple[SlipFile, ...]:
    query = (
        select(slip_files, employees.c.name.label("who"))
        .outerjoin(employees, employees.c.id == slip_files.c.added_by)
        .where(slip_files.c.slip_id == slip_id)
        .order_by(slip_files.c.added_at, slip_files.c.id)
    )
    return tuple(
        SlipFile(row.id, FilePurpose(row.purpose), row.name, row.sha256, row.size, row.added_at, row.who or "")
        for row in connection.execute(query)
    )


def file(connection: Connection, file_id: UUID) -> tuple[str, str] | None:
    """Name and hash of a file."""
    row = connection.execute(select(slip_files.c.name, slip_files.c.sha256).where(slip_files.c.id == file_id)).first()
    return (row.name, row.sha256) if row else None


def by_number(connection: Connection, number: str) -> UUID | None:
    """The slip with that number."""
    found: UUID | None = connection.execute(select(slips.c.id).where(slips.c.number == number)).scalar_one_or_none()
    return found


def by_check(connection: Connection, check: str) -> UUID | None:
    """The slip whose issued paper bears that check code."""
    query = select(slips.c.id).join(papers, papers.c.id == slips.c.paper_id).where(papers.c.check_code == check)
    found: UUID | None = connection.execute(query.limit(1)).scalar_one_or_none()
    return found


def silent(connection: Connection, today: date) -> tuple[UUID, ...]:
    """Slips whose last day of appeal went by unanswered and that are not noted so yet, oldest first."""
    query = (
        select(slips.c.id)
        .where(slips.c.state == SlipState.ISSUED, slips.c.appeal_last_day < today, slips.c.unanswered_on.is_(None))
        .order_by(slips.c.proposed_at, slips.c.id)
    )
    return tuple(connection.execute(query).scalars())


def _name(connection: Connection, employee_id: UUID | None) -> str:
    if employee_id is None:
        return ""
    return connection.execute(select(employees.c.name).where(employees.c.id == employee_id)).scalar_one_or_none() or ""
