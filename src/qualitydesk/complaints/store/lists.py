"""Cases as lists: filtered pages, counts, the board, those alike, rows for the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, bindparam, func, or_, select

from qualitydesk.complaints.model import (
    LANE_STEPS,
    CaseFilter,
    CaseLine,
    Channel,
    Lane,
    Level,
    Stage,
    Step,
    SubjectKind,
)
from qualitydesk.complaints.store.narrowing import KIND, Span, narrowed, paged
from qualitydesk.complaints.store.tables import FAR, OVER, case_pauses, case_subjects, cases
from qualitydesk.directory.store import employees, institutions
from qualitydesk.storage import search
from qualitydesk.storage.base import Id, maker

MOST_COMPARED = 3000  # narratives read for likeness, the latest
SHOWN = 120  # signs of the narrative that a line carries
SORTS = {
    "received_at": cases.c.received_at,
    "next_due_at": cases.c.next_due_at,
    "closed_at": cases.c.closed_at,
    "number": cases.c.sort_number,
    "level": cases.c.level,
}

_HANDLER = employees.alias("handler")
_CHANNELS = {one.value: one for one in Channel}
_STAGES = {one.value: one for one in Stage}
_STEPS: dict[int, Step | None] = {int(one): one for one in Step}
_STEPS[OVER] = None
_LEVELS: dict[int, Level | None] = {int(one): one for one in Level}
_LEVELS[0] = None
_SUBJECTS = {one.value: one for one in SubjectKind}
_made = maker(CaseLine)


@cache  # building it costs more than running it
def line_query() -> Select[Any]:
    """Every column of a line, of all cases."""
    return (
        select(
            cases.c.id,
            cases.c.number,
            cases.c.sort_number,
            cases.c.institution_id,
            institutions.c.name.label("institution"),
            cases.c.channel,
            cases.c.step,
            cases.c.stage,
            cases.c.level,
            cases.c.complainant,
            cases.c.patient,
            cases.c.complainant_phone,
            cases.c.handler_id,
            func.coalesce(_HANDLER.c.name, "").label("handler"),
            cases.c.received_at,
            cases.c.entered_at,
            cases.c.closed_at,
            cases.c.next_due_at,
            cases.c.next_clock,
            cases.c.step_due_at,
            cases.c.limit_due_at,
            cases.c.paused,
            cases.c.flagged,
            cases.c.reopened,
            cases.c.merged_into,
            cases.c.refund,
            cases.c.compensation,
            func.substr(cases.c.narrative, 1, SHOWN).label("story"),
            cases.c.subject_kinds,
            cases.c.revision,
            cases.c.anonymous,
        )
        .join(institutions, institutions.c.id == cases.c.institution_id)
        .outerjoin(_HANDLER, _HANDLER.c.id == cases.c.handler_id)
    )


def line_of(row: Row[Any]) -> CaseLine:
    """A row of `line_query` as a value."""
    values: list[Any] = [*row, "", None, None, frozenset()]
    values[5], values[6] = _CHANNELS[values[5]], _STEPS[values[6]]
    values[7], values[8] = _STAGES[values[7]], _LEVELS[values[8]]
    values[16] = None if values[16] == FAR else values[16]
    values[17] = None if values[17] == FAR else values[17]
    values[28] = tuple(_SUBJECTS[one] for one in values[28].split(",")) if values[28] else ()
    return _made(values)


@dataclass(frozen=True)
class Lasting:
    """A pause that lasts, with what is asked to say how long it may."""

    case_id: UUID
    reason: str
    started_at: datetime
    institution_id: UUID
    received_at: datetime
    next_due_at: datetime


_lasting = maker(Lasting)


def lasting(connection: Connection) -> list[Lasting]:
    """The pauses that last."""
    return [_lasting(row) for row in connection.execute(_pauses())]


def resting(line: CaseLine, pause: Lasting, ends: datetime | None) -> CaseLine:
    """A line with the pause that lasts and when it ends at the latest."""
    told = {"pause_reason": pause.reason, "paused_since": pause.started_at, "pause_ends": ends}
    return _made([*(vars(line) | told).values()])


def unsettled(line: CaseLine, moments: frozenset[datetime]) -> CaseLine:
    """A line with the moments of its clocks that depend on days off not announced yet."""
    return _made([*(vars(line) | {"unsettled": moments}).values()])


@cache
def _pauses() -> Select[Any]:
    p, c = case_pauses.c, cases.c
    query = select(p.case_id, p.reason, p.started_at, c.institution_id, c.received_at, c.next_due_at)
    return query.join(cases, c.id == p.case_id).where(p.ended_at.is_(None))


def sort_value(line: CaseLine, sort: str) -> Any:
    """What a line is sorted by, as paging wants it."""
    if sort == "number":
        return line.sort_number
    found = getattr(line, sort)
    if sort == "level":
        return int(found or 0)
    return FAR if found is None else found


def lines(
    connection: Connection,
    wanted: CaseFilter,
    now: datetime,
    spans: tuple[Span, Span],
    *,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[CaseLine]:
    """A page of cases by (sort, id) from behind `after`; `spans`: received and closed, from one moment to before
    another."""
    by = SORTS[sort]
    query = paged(connection, line_query(), wanted, now, spans, by, after, limit, descending=descending)
    return [line_of(row) for row in connection.execute(query).all()]


def count(connection: Connection, wanted: CaseFilter, now: datetime, spans: tuple[Span, Span]) -> int:
    """How many cases fit."""
    query = narrowed(connection, select(func.count()).select_from(cases), wanted, now, spans)
    return connection.scalar(query) or 0


def counts_by_step(
    connection: Connection, wanted: CaseFilter, now: datetime, spans: tuple[Span, Span]
) -> dict[Lane, int]:
    """How many cases stand in each lane."""
    counted = select(cases.c.step, func.count()).select_from(cases)
    query = narrowed(connection, counted, wanted, now, spans)
    by_step = {row[0]: row[1] for row in connection.execute(query.group_by(cases.c.step))}
    found = {lane: sum(by_step.get(int(step), 0) for step in steps) for lane, steps in LANE_STEPS.items()}
    found[Lane.DONE] = by_step.get(OVER, 0)
    return found


def cards(connection: Connection, wanted: CaseFilter, now: datetime, spans: tuple[Span, Span]) -> list[CaseLine]:
    """Every case not done, the nearest deadline first."""
    query = narrowed(connection, line_query(), wanted, now, spans, "step").where(cases.c.step < OVER)
    # Sorted here: asked to sort, SQLite would walk all cases by their deadlines for the few that are not done.
    found = [line_of(row) for row in connection.execute(query).all()]
    return sorted(found, key=lambda one: (one.next_due_at or FAR, one.id.int))


def found(connection: Connection, text: str, limit: int) -> list[CaseLine]:
    """The latest cases in which a text stands anywhere."""
    hits = search.hits(connection, KIND, text)
    if hits is None:
        return []
    ids = [row[0] for row in connection.execute(hits.limit(limit))]
    by_id = {line.id: line for line in of_ids(connection, ids)}
    return [by_id[one] for one in ids if one in by_id]


def of_ids(connection: Connection, ids: Iterable[UUID]) -> list[CaseLine]:
    """The cases of these ids, in no order."""
    wanted = list(ids)
    if not wanted:
        return []
    return [line_of(row) for row in connection.execute(line_query().where(cases.c.id.in_(wanted)))]


@cache
def _one() -> Select[Any]:
    return line_query().where(cases.c.id == bindparam("wanted", type_=Id))


@cache
def _linked() -> Select[Any]:
    linked = cases.c.merged_into == bindparam("wanted", type_=Id)
    return line_query().where(linked).order_by(cases.c.received_at, cases.c.id)


def line_by_id(connection: Connection, case_id: UUID) -> CaseLine:
    """One case."""
    return line_of(connection.execute(_one(), {"wanted": case_id}).one())


def customers_waiting(connection: Connection) -> list[UUID]:
    """Customers whose case is open, as patient or complainant."""
    still = cases.c.stage == Stage.OPEN, cases.c.merged_into.is_(None)
    patients = select(cases.c.customer_id.label("who")).where(*still, cases.c.customer_id.is_not(None))
    others = select(cases.c.complainant_customer_id).where(*still, cases.c.complainant_customer_id.is_not(None))
    return list(connection.scalars(patients.union(others)))


def merged_into(connection: Connection, case_id: UUID) -> list[CaseLine]:
    """The cases linked into this one, the oldest first."""
    return [line_of(row) for row in connection.execute(_linked(), {"wanted": case_id})]


def earlier(
    connection: Connection, phones: Sequence[str], customers: Sequence[UUID], other: UUID | None, limit: int
) -> list[CaseLine]:
    """Other cases of these telephones or customers, newest first."""
    asked = []
    if phones:
        asked += [cases.c.complainant_phone.in_(phones), cases.c.patient_phone.in_(phones)]
    if customers:
        asked += [cases.c.customer_id.in_(customers), cases.c.complainant_customer_id.in_(customers)]
    if not asked:
        return []
    query = line_query().where(or_(*asked))
    if other is not None:
        query = query.where(cases.c.id != other)
    query = query.order_by(cases.c.received_at.desc(), cases.c.id.desc()).limit(limit)
    return [line_of(row) for row in connection.execute(query)]


def narratives(
    connection: Connection,
    since: datetime,
    until: datetime,
    institution_id: UUID | None,
    *,
    subjects: Sequence[str] = (),
) -> Iterator[tuple[UUID, str]]:
    """(id, narrative) of cases received in a stretch; `subjects`: of those with any of these only."""
    query = select(cases.c.id, cases.c.narrative).where(cases.c.received_at >= since, cases.c.received_at < until)
    if institution_id is not None:
        query = query.where(cases.c.institution_id == institution_id)
    if subjects:
        has = select(case_subjects.c.case_id).where(case_subjects.c.kind.in_(subjects))
        query = query.where(cases.c.id.in_(has))
    query = query.order_by(cases.c.received_at.desc()).limit(MOST_COMPARED)
    yield from ((row.id, row.narrative) for row in connection.execute(query))


def same_people(
    connection: Connection, since: datetime, phones: Sequence[str], patient: str, customers: Sequence[UUID]
) -> list[tuple[UUID, str]]:
    """(id, why) of cases since a moment with the same telephone or patient."""
    c = cases.c
    recent = select(c.id).where(c.received_at >= since)
    found: list[tuple[UUID, str]] = []
    if phones:
        same = recent.where(or_(c.complainant_phone.in_(phones), c.patient_phone.in_(phones)))
        found += [(row.id, "telephone") for row in connection.execute(same)]
    asked = [c.patient == patient] if patient else []
    if customers:
        asked.append(c.customer_id.in_(customers))
    if asked:
        found += [(row.id, "patient") for row in connection.execute(recent.where(or_(*asked)))]
    return found
