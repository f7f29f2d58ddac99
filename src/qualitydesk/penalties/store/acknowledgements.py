"""Acknowledgements: rows in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, insert, select

from qualitydesk.basics.ids import new_id
from qualitydesk.directory.store import employees
from qualitydesk.penalties.model.acknowledgement import Acknowledgement, SignDraft, SignWay
from qualitydesk.penalties.store.acknowledgement_tables import acknowledgement_files, acknowledgements
from qualitydesk.storage.database import insert_row, update_row

_STANDS = acknowledgements.c.withdrawn_at.is_(None)


def _all() -> Select[Any]:
    witness, recorder = employees.alias("witness"), employees.alias("recorder")
    return (
        select(
            acknowledgements.c.id,
            acknowledgements.c.edition_id,
            acknowledgements.c.employee_id,
            acknowledgements.c.signed_on,
            acknowledgements.c.way,
            func.coalesce(witness.c.name, "").label("witness"),
            acknowledgements.c.recorded_at,
            func.coalesce(recorder.c.name, "").label("recorded_by"),
            acknowledgements.c.entry_id,
            acknowledgements.c.revision,
        )
        .outerjoin(witness, witness.c.id == acknowledgements.c.witness_id)
        .outerjoin(recorder, recorder.c.id == acknowledgements.c.recorded_by)
        .where(_STANDS)
    )


def _values(connection: Connection, rows: Sequence[Row[Any]]) -> list[Acknowledgement]:
    files: dict[UUID, list[tuple[UUID, str]]] = {}
    entries = sorted({row.entry_id for row in rows})
    for at in range(0, len(entries), 500):
        query = (
            select(acknowledgement_files.c.entry_id, acknowledgement_files.c.id, acknowledgement_files.c.name)
            .where(acknowledgement_files.c.entry_id.in_(entries[at : at + 500]))
            .order_by(acknowledgement_files.c.added_at, acknowledgement_files.c.name)
        )
        for entry, file_id, name in connection.execute(query):
            files.setdefault(entry, []).append((file_id, name))
    return [
        Acknowledgement(
            row.id,
            row.edition_id,
            row.employee_id,
            row.signed_on,
            SignWay(row.way),
            row.witness,
            row.recorded_at,
            row.recorded_by,
            tuple(files.get(row.entry_id, ())),
            row.revision,
        )
        for row in rows
    ]


def of_edition(connection: Connection, edition_id: UUID) -> dict[UUID, Acknowledgement]:
    """The signatures under an edition that stand, by employee."""
    rows = connection.execute(_all().where(acknowledgements.c.edition_id == edition_id)).all()
    return {one.employee_id: one for one in _values(connection, rows)}


def of_person(connection: Connection, employee_id: UUID) -> dict[UUID, Acknowledgement]:
    """The signatures of an employee that stand, by edition."""
    rows = connection.execute(_all().where(acknowledgements.c.employee_id == employee_id)).all()
    return {one.edition_id: one for one in _values(connection, rows)}


def one(connection: Connection, acknowledgement_id: UUID) -> Acknowledgement | None:
    """One signature that stands."""
    rows = connection.execute(_all().where(acknowledgements.c.id == acknowledgement_id)).all()
    return next(iter(_values(connection, rows)), None)


def signers(connection: Connection, edition_id: UUID) -> frozenset[UUID]:
    """Who has signed an edition."""
    query = select(acknowledgements.c.employee_id).where(acknowledgements.c.edition_id == edition_id, _STANDS)
    return frozenset(connection.execute(query).scalars())


def signed_on(connection: Connection, employee_id: UUID, edition_id: UUID) -> date | None:
    """The day an employee signed an edition; None when it was not."""
    query = select(acknowledgements.c.signed_on).where(
        acknowledgements.c.employee_id == employee_id, acknowledgements.c.edition_id == edition_id, _STANDS
    )
    return connection.execute(query).scalar()


def add(connection: Connection, draft: SignDraft, entry_id: UUID, at: datetime, by: UUID | None) -> None:
    """A row for each employee of the draft."""
    rows = [
        {
            "id": new_id(),
            "edition_id": draft.edition_id,
            "employee_id": employee,
            "signed_on": draft.signed_on,
            "way": draft.way,
            "witness_id": draft.witness_id,
            "entry_id": entry_id,
            "recorded_at": at,
            "recorded_by": by,
            "withdrawal_reason": "",
            "revision": 1,
        }
        for employee in draft.employee_ids
    ]
    connection.execute(insert(acknowledgements), rows)


def add_file(
    connection: Connection, entry_id: UUID, name: str, sha256: str, size: int, at: datetime, by: UUID | None
) -> None:
    """A scan of what was signed together."""
    row = {"id": new_id(), "entry_id": entry_id, "name": name, "sha256": sha256, "size": size}
    insert_row(connection, acknowledgement_files, **row, added_at=at, added_by=by)


def file(connection: Connection, file_id: UUID) -> tuple[str, str] | None:
    """Name and hash of a scan."""
    query = select(acknowledgement_files.c.name, acknowledgement_files.c.sha256).where(
        acknowledgement_files.c.id == file_id
    )
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else None


def withdraw(
    connection: Connection, acknowledgement_id: UUID, seen: int, at: datetime, by: UUID | None, reason: str
) -> None:
    """The signature no longer stands; its row stays. Refused: stale."""
    told = {"withdrawn_at": at, "withdrawn_by": by, "withdrawal_reason": reason}
    update_row(connection, acknowledgements, acknowledgement_id, seen, **told)
