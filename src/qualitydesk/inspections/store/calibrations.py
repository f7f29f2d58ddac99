"""Calibrations: rows in, values out. Nothing here touches rounds, answers of rounds or findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    Select,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    insert,
    select,
    update,
)

from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.model.calibrations import Calibration, CalibrationState, Judged, Rater
from qualitydesk.inspections.model.rounds import Stop, Verdict
from qualitydesk.inspections.model.standards import Target
from qualitydesk.storage.base import Id, Json, Moment, Word, metadata, revision
from qualitydesk.storage.paging import page
from qualitydesk.storage.upserts import insert_or

calibrations = Table(
    "calibrations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),
    Column("state", Word(12), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("packs", Json, nullable=False),  # [code, edition]
    Column("people", Integer, nullable=False),
    Column("items", Integer, nullable=False),
    # Written once, when both are through.
    Column("compared", Integer, nullable=False),
    Column("agreed", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("reason", Text, nullable=False),
    revision(),
    Index("ix_calibrations_started_at_id", "started_at", "id"),
)
calibration_raters = Table(
    "calibration_raters",
    metadata,
    Column("calibration_id", Id, ForeignKey("calibrations.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False, index=True),
    Column("finished_at", Moment),
)
calibration_stops = Table(
    "calibration_stops",
    metadata,
    Column("id", Id, primary_key=True),
    Column("calibration_id", Id, ForeignKey("calibrations.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False, index=True),
    Column("number", Word(20), nullable=False),
    Column("name", Word(40), nullable=False),
    Column("sex", Word(10), nullable=False),
    Column("post_code", Word(40), nullable=False),
    Column("post", Word(40), nullable=False),
    Column("department", Word(40), nullable=False),
    UniqueConstraint("calibration_id", "position"),
)
calibration_answers = Table(
    "calibration_answers",
    metadata,
    Column("stop_id", Id, ForeignKey("calibration_stops.id"), primary_key=True),
    Column("rater", Integer, primary_key=True, autoincrement=False),
    Column("item_code", Word(40), primary_key=True),
    Column("verdict", Word(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("answered_at", Moment, nullable=False),
)


def add(connection: Connection, values: Mapping[str, Any], inspectors: Iterable[UUID], stops: Iterable[Stop]) -> None:
    """One open calibration with its two inspectors and its people."""
    connection.execute(insert(calibrations).values(**values))
    connection.execute(
        insert(calibration_raters),
        [{"calibration_id": values["id"], "position": at, "employee_id": who} for at, who in enumerate(inspectors)],
    )
    names = ("id", "position", "employee_id", "number", "name", "sex", "post_code", "post", "department")
    connection.execute(
        insert(calibration_stops),
        [{"calibration_id": values["id"], **{name: getattr(stop, name) for name in names}} for stop in stops],
    )


def lines(connection: Connection, *, after: tuple[datetime, UUID] | None = None, limit: int = 200) -> list[Calibration]:
    """A page of the history, the newest first."""
    query = page(_all(), calibrations.c.started_at, calibrations.c.id, after, limit, descending=True)
    return _read(connection, query)


def by_id(connection: Connection, calibration_id: UUID) -> Calibration | None:
    return next(iter(_read(connection, _all().where(calibrations.c.id == calibration_id))), None)


def stops_of(connection: Connection, calibration_id: UUID) -> list[Stop]:
    query = (
        select(calibration_stops)
        .where(calibration_stops.c.calibration_id == calibration_id)
        .order_by(calibration_stops.c.position)
    )
    return [
        Stop(
            row.id, row.position, Target.PERSON, row.employee_id, row.number, row.name, row.sex,
            row.post_code, row.post, None, row.department,
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def answers_of(connection: Connection, calibration_id: UUID, rater: int) -> dict[tuple[UUID, str], Judged]:
    """What one of the two has answered, by (stop, item code)."""
    query = (
        select(calibration_answers)
        .join(calibration_stops, calibration_stops.c.id == calibration_answers.c.stop_id)
        .where(calibration_stops.c.calibration_id == calibration_id, calibration_answers.c.rater == rater)
    )
    return {(row.stop_id, row.item_code): Judged(Verdict(row.verdict), row.note) for row in connection.execute(query)}


def stop_belongs(connection: Connection, calibration_id: UUID, stop_id: UUID) -> bool:
    wanted = select(func.count()).where(
        calibration_stops.c.id == stop_id, calibration_stops.c.calibration_id == calibration_id
    )
    return bool(connection.scalar(wanted))


def put_answer(connection: Connection, stop_id: UUID, rater: int, item_code: str, judged: Judged, at: datetime) -> None:
    """One answer in place of an earlier one."""
    key = {"stop_id": stop_id, "rater": rater, "item_code": item_code}
    fresh = {"verdict": judged.verdict, "note": judged.note, "answered_at": at}
    statement = insert_or(connection, calibration_answers).values(**key, **fresh)
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=fresh))


def remove_answer(connection: Connection, stop_id: UUID, rater: int, item_code: str) -> None:
    connection.execute(
        delete(calibration_answers).where(
            calibration_answers.c.stop_id == stop_id,
            calibration_answers.c.rater == rater,
            calibration_answers.c.item_code == item_code,
        )
    )


def close_sitting(connection: Connection, calibration_id: UUID, rater: int, at: datetime) -> None:
    connection.execute(
        update(calibration_raters)
        .where(calibration_raters.c.calibration_id == calibration_id, calibration_raters.c.position == rater)
        .values(finished_at=at)
    )


def _all() -> Select[Any]:
    return select(calibrations, institutions.c.name.label("institution")).join(
        institutions, institutions.c.id == calibrations.c.institution_id
    )


def _read(connection: Connection, query: Select[Any]) -> list[Calibration]:
    rows = connection.execute(query).all()
    ids = [row.id for row in rows]
    answered = {
        (row.calibration_id, row.rater): int(row.given)
        for row in connection.execute(
            select(calibration_stops.c.calibration_id, calibration_answers.c.rater, func.count().label("given"))
            .join(calibration_answers, calibration_answers.c.stop_id == calibration_stops.c.id)
            .where(calibration_stops.c.calibration_id.in_(ids))
            .group_by(calibration_stops.c.calibration_id, calibration_answers.c.rater)
        )
    }
    raters: dict[UUID, list[Rater]] = {}
    for row in connection.execute(
        select(calibration_raters, employees.c.name)
        .join(employees, employees.c.id == calibration_raters.c.employee_id)
        .where(calibration_raters.c.calibration_id.in_(ids))
        .order_by(calibration_raters.c.position)
    ):
        count = answered.get((row.calibration_id, row.position), 0)
        one = Rater(row.position, row.employee_id, row.name, count, row.finished_at)
        raters.setdefault(row.calibration_id, []).append(one)
    return [_calibration(row, tuple(raters.get(row.id, ()))) for row in rows]


def _calibration(row: Row[Any], raters: tuple[Rater, ...]) -> Calibration:
    return Calibration(
        row.id,
        row.number,
        CalibrationState(row.state),
        row.institution_id,
        row.institution,
        raters,
        tuple((code, number) for code, number in row.packs),
        row.people,
        row.items,
        row.started_at,
        row.finished_at,
        row.compared,
        row.agreed,
        row.note,
        row.reason,
        row.revision,
    )
