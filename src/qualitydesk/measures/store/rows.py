"""One measure with all that hangs on it: rows in, values out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, insert, select

from qualitydesk.directory.store import departments, employees, institutions
from qualitydesk.measures.model import (
    Attachment,
    Effect,
    Event,
    Measure,
    MeasureLine,
    MeasureState,
    MeasureVerb,
    Origin,
    OriginKind,
    Recheck,
    Urgency,
)
from qualitydesk.measures.store.tables import measure_events, measure_files, measure_origins, measures
from qualitydesk.storage.base import maker

_OWNER = employees.alias("owner")


@cache  # building it costs more than running it
def line_query() -> Select[Any]:
    """Every column of a line, of all measures."""
    return (
        select(
            measures.c.id,
            measures.c.number,
            measures.c.state,
            measures.c.urgency,
            measures.c.institution_id,
            institutions.c.name.label("institution"),
            measures.c.owner_id,
            _OWNER.c.name.label("owner"),
            func.coalesce(departments.c.name, "").label("department"),
            measures.c.task,
            measures.c.due_on,
            measures.c.opened_on,
            measures.c.opened_at,
            measures.c.closed_on,
            measures.c.recheck_on,
            measures.c.recheck,
            measures.c.effect_on,
            measures.c.effect,
            measures.c.revision,
        )
        .join(institutions, institutions.c.id == measures.c.institution_id)
        .join(_OWNER, _OWNER.c.id == measures.c.owner_id)
        .outerjoin(departments, departments.c.id == measures.c.department_id)
    )


OWNER = _OWNER
# A look in a table costs a tenth of calling the enum, and lists are long.
_STATES = {one.value: one for one in MeasureState}
_URGENCIES = {one.value: one for one in Urgency}
_RECHECKS = {one.value: one for one in Recheck}
_EFFECTS = {one.value: one for one in Effect}
_made = maker(MeasureLine)


def line_of(row: Row[Any]) -> MeasureLine:
    """A row of `line_query` as a value."""
    values: list[Any] = list(row)[:19]
    values[2], values[3] = _STATES[values[2]], _URGENCIES[values[3]]
    values[15] = _RECHECKS[values[15]] if values[15] else None
    values[17] = _EFFECTS[values[17]] if values[17] else None
    return _made(values)


def measure(connection: Connection, measure_id: UUID) -> Measure | None:
    """A measure in full."""
    opener, closer = employees.alias("opener"), employees.alias("closer")
    query = (
        line_query()
        .add_columns(
            measures.c.cause,
            measures.c.proof,
            measures.c.done_on,
            measures.c.department_id,
            measures.c.follows,
            opener.c.name.label("opener"),
            closer.c.name.label("closer"),
        )
        .outerjoin(opener, opener.c.id == measures.c.opened_by)
        .outerjoin(closer, closer.c.id == measures.c.closed_by)
        .where(measures.c.id == measure_id)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    numbers = select(measures.c.id, measures.c.number)
    before = connection.execute(numbers.where(measures.c.id == row.follows)).first() if row.follows else None
    after = connection.execute(numbers.where(measures.c.follows == measure_id).order_by(measures.c.opened_at)).all()
    return Measure(
        line_of(row),
        row.cause,
        row.proof,
        row.done_on,
        row.opener or "",
        row.closer or "",
        row.department_id,
        (before.id, before.number) if before else None,
        tuple((one.id, one.number) for one in after),
        tuple(origins_of(connection, measure_id)),
        tuple(_events(connection, measure_id)),
        tuple(_files(connection, measure_id)),
    )


def origins_of(connection: Connection, measure_id: UUID) -> list[Origin]:
    """What a measure came from, in the order given when it was set."""
    query = (
        select(measure_origins).where(measure_origins.c.measure_id == measure_id).order_by(measure_origins.c.position)
    )
    return [
        Origin(OriginKind(row.kind), row.origin_id, row.words, row.employee_id, row.place_id, row.item_code)
        for row in connection.execute(query)
    ]


def add_origins(connection: Connection, measure_id: UUID, origins: Iterable[Origin]) -> None:
    rows = [
        {
            "measure_id": measure_id,
            "position": at,
            "kind": origin.kind,
            "origin_id": origin.id,
            "words": origin.words,
            "employee_id": origin.employee_id,
            "place_id": origin.place_id,
            "item_code": origin.item_code,
        }
        for at, origin in enumerate(origins)
    ]
    if rows:
        connection.execute(insert(measure_origins), rows)


def _events(connection: Connection, measure_id: UUID) -> list[Event]:
    decided, entered = employees.alias("decided"), employees.alias("entered")
    query = (
        select(measure_events, decided.c.name.label("decider"), entered.c.name.label("typist"))
        .outerjoin(decided, decided.c.id == measure_events.c.decided_by)
        .outerjoin(entered, entered.c.id == measure_events.c.entered_by)
        .where(measure_events.c.measure_id == measure_id)
        .order_by(measure_events.c.at, measure_events.c.id)
    )
    return [
        Event(
            row.id,
            row.at,
            MeasureVerb(row.verb),
            row.decider or "",
            row.typist or "",
            row.words,
            row.due_before,
            row.due_after,
        )
        for row in connection.execute(query)
    ]


def _files(connection: Connection, measure_id: UUID) -> list[Attachment]:
    query = (
        select(measure_files, employees.c.name.label("who"))
        .outerjoin(employees, employees.c.id == measure_files.c.added_by)
        .where(measure_files.c.measure_id == measure_id)
        .order_by(measure_files.c.added_at, measure_files.c.id)
    )
    return [
        Attachment(row.id, row.name, row.sha256, row.size, row.added_at, row.who or "")
        for row in connection.execute(query)
    ]


def file_of(connection: Connection, file_id: UUID) -> tuple[str, str] | None:
    """(name, sha256) of an attachment."""
    row = connection.execute(
        select(measure_files.c.name, measure_files.c.sha256).where(measure_files.c.id == file_id)
    ).first()
    return (row.name, row.sha256) if row else None
