"""Rounds, their stops and their answers: rows in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.model import (
    Answer,
    Cursor,
    Given,
    Round,
    RoundKind,
    RoundState,
    Stop,
    Target,
    Verdict,
)
from qualitydesk.inspections.store.plans import sample_from
from qualitydesk.inspections.store.tables import answers, round_inspectors, round_packs, rounds, stops
from qualitydesk.storage.upserts import insert_or


def add_round(
    connection: Connection,
    values: Mapping[str, Any],
    inspectors: Iterable[UUID],
    packs: Iterable[tuple[str, int]],
    people: Iterable[Stop],
) -> None:
    """One open round with its inspectors, pack editions and stops."""
    connection.execute(insert(rounds).values(**values))
    round_id = values["id"]
    leading = [{"round_id": round_id, "position": at, "employee_id": who} for at, who in enumerate(inspectors)]
    if leading:  # a mystery customer is nobody here
        connection.execute(insert(round_inspectors), leading)
    connection.execute(
        insert(round_packs),
        [
            {"round_id": round_id, "position": at, "code": code, "number": number}
            for at, (code, number) in enumerate(packs)
        ],
    )
    add_stops(connection, round_id, people)


def add_stops(connection: Connection, round_id: UUID, people: Iterable[Stop]) -> None:
    fields = Stop.__dataclass_fields__
    connection.execute(
        insert(stops), [{"round_id": round_id, **{name: getattr(stop, name) for name in fields}} for stop in people]
    )


def put_order(connection: Connection, order: Sequence[UUID]) -> None:
    """The stops of one round in this order. Positions are unique at every moment, so all step aside first."""
    there = stops.c.id.in_(list(order))
    connection.execute(update(stops).where(there).values(position=-1 - stops.c.position))
    connection.execute(
        update(stops).where(stops.c.id == bindparam("stop")).values(position=bindparam("at")),
        [{"stop": stop, "at": at} for at, stop in enumerate(order)],
    )


def last_seen(connection: Connection, employee_ids: Iterable[UUID], before: datetime) -> dict[UUID, datetime]:
    """When each of these people last stood on a round begun before a moment, given-up ones not counted."""
    query = (
        select(stops.c.employee_id, func.max(rounds.c.started_at).label("at"))
        .join(rounds, rounds.c.id == stops.c.round_id)
        .where(
            stops.c.employee_id.in_(list(employee_ids)),
            rounds.c.started_at < before,
            rounds.c.state != RoundState.ABANDONED,
        )
        .group_by(stops.c.employee_id)
    )
    return {row.employee_id: row.at for row in connection.execute(query)}


def round_by_id(connection: Connection, round_id: UUID) -> Round | None:
    query = (
        select(rounds, institutions.c.name.label("institution"))
        .join(institutions, institutions.c.id == rounds.c.institution_id)
        .where(rounds.c.id == round_id)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    who = connection.execute(
        select(employees.c.id, employees.c.name)
        .join(round_inspectors, round_inspectors.c.employee_id == employees.c.id)
        .where(round_inspectors.c.round_id == round_id)
        .order_by(round_inspectors.c.position)
    ).all()
    packs = connection.execute(
        select(round_packs.c.code, round_packs.c.number)
        .where(round_packs.c.round_id == round_id)
        .order_by(round_packs.c.position)
    ).all()
    return Round(
        row.id,
        row.number,
        RoundKind(row.kind),
        RoundState(row.state),
        row.institution_id,
        row.institution,
        tuple(found.name for found in who) or ((row.visitor_code,) if row.visitor_code else ()),
        tuple(found.id for found in who),
        tuple((found.code, found.number) for found in packs),
        row.started_at,
        row.finished_at,
        Cursor(row.cursor_stop, row.cursor_item) if row.cursor_stop else None,
        row.revision,
        row.reason,
        row.visitor_code,
        row.lead_reason,
        sample_from(row.sample),
        row.score_edition,
        bool(row.by_profile),
    )


def state_of(connection: Connection, round_id: UUID) -> tuple[RoundState, datetime, UUID | None] | None:
    """The state, the beginning and the score rule's edition alone: asked before every answer."""
    query = select(rounds.c.state, rounds.c.started_at, rounds.c.score_edition).where(rounds.c.id == round_id)
    found = connection.execute(query).first()
    return (RoundState(found.state), found.started_at, found.score_edition) if found else None


def stops_of(connection: Connection, round_id: UUID) -> list[Stop]:
    query = select(stops).where(stops.c.round_id == round_id).order_by(stops.c.position)
    return [
        Stop(
            row.id,
            row.position,
            Target(row.target),
            row.employee_id,
            row.number,
            row.name,
            row.sex,
            row.post_code,
            row.post,
            row.department_id,
            row.department,
            row.place_id,
            row.added_at,
            row.added_by,
            None if row.packs is None else tuple(row.packs),
        )
        for row in connection.execute(query)
    ]


def _given(row: Row[Any]) -> Given:
    return Given(
        Verdict(row.verdict) if row.verdict else None,
        row.number,
        row.seen,
        row.failed,
        row.note,
        bool(row.fixed),
        row.began,
        row.ended,
    )


def answers_of(connection: Connection, round_id: UUID) -> list[Answer]:
    """Every answer of a round, in the order of stops and items' codes."""
    query = (
        select(answers)
        .join(stops, stops.c.id == answers.c.stop_id)
        .where(stops.c.round_id == round_id)
        .order_by(stops.c.position, answers.c.item_code)
    )
    return [_answer(row) for row in connection.execute(query)]


def answers_at(connection: Connection, stop_id: UUID, codes: Iterable[str]) -> dict[str, Answer]:
    """The answers of a stop on these items, by the item's code; an item without one is left out."""
    query = select(answers).where(answers.c.stop_id == stop_id, answers.c.item_code.in_(list(codes)))
    return {row.item_code: _answer(row) for row in connection.execute(query)}


def _answer(row: Row[Any]) -> Answer:
    return Answer(row.stop_id, row.item_code, _given(row), row.answered_at, row.answered_by)


def put_answers(connection: Connection, given: Iterable[Answer]) -> None:
    """Write answers, each in place of an earlier one of the same stop and item."""
    rows = [
        {
            "stop_id": answer.stop_id,
            "item_code": answer.item_code,
            "verdict": answer.given.verdict,
            "number": answer.given.number,
            "seen": answer.given.seen,
            "failed": answer.given.failed,
            "note": answer.given.note,
            "fixed": answer.given.fixed,
            "answered_at": answer.answered_at,
            "answered_by": answer.answered_by,
            "began": answer.given.began,
            "ended": answer.given.ended,
        }
        for answer in given
    ]
    statement = insert_or(connection, answers)
    fresh = {name: statement.excluded[name] for name in rows[0] if name not in ("stop_id", "item_code")}
    connection.execute(statement.on_conflict_do_update(index_elements=["stop_id", "item_code"], set_=fresh), rows)


def remove_answer(connection: Connection, stop_id: UUID, item_code: str) -> None:
    connection.execute(delete(answers).where(answers.c.stop_id == stop_id, answers.c.item_code == item_code))


def put_cursor(connection: Connection, round_id: UUID, cursor: Cursor) -> None:
    """Where the inspector stands; no revision, since nobody decides by it."""
    connection.execute(
        update(rounds).where(rounds.c.id == round_id).values(cursor_stop=cursor.stop_id, cursor_item=cursor.item_code)
    )


def stop_belongs(connection: Connection, round_id: UUID, stop_id: UUID) -> bool:
    return bool(connection.scalar(select(func.count()).where(stops.c.id == stop_id, stops.c.round_id == round_id)))


def last_finished(
    connection: Connection, institution_id: UUID, kind: RoundKind, before: datetime
) -> tuple[str, int] | None:
    """Number and share (millionths) of the last finished round of this kind and institution before a moment."""
    row = connection.execute(
        select(rounds.c.number, rounds.c.share)
        .where(
            rounds.c.institution_id == institution_id,
            rounds.c.kind == kind,
            rounds.c.state == RoundState.FINISHED,
            rounds.c.finished_at < before,
            rounds.c.share >= 0,
        )
        .order_by(rounds.c.finished_at.desc())
        .limit(1)
    ).first()
    return (row.number, row.share) if row else None
