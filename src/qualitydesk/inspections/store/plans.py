"""Rounds planned for a day: rows in, values out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, Text, select

from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.model import (
    InFrame,
    PlanDraft,
    PlanFilter,
    PlannedRound,
    PlanState,
    Sample,
    SampleMethod,
    SampleRule,
    Target,
)
from qualitydesk.inspections.store.tables import planned_rounds, rounds
from qualitydesk.storage.paging import page


def sample_json(sample: Sample | None) -> dict[str, Any] | None:
    """A draw as a round keeps it."""
    if sample is None:
        return None
    return {
        "rule": rule_json(sample.rule),
        "seed": sample.seed,
        "frame": [[str(one.id), one.number, one.stratum, one.tickets] for one in sample.frame],
        "frame_digest": sample.frame_digest,
        "drawn": [str(who) for who in sample.drawn],
        "nth": sample.nth,
        "algorithm": sample.algorithm,
    }


def sample_from(kept: Mapping[str, Any] | None) -> Sample | None:
    if kept is None:
        return None
    rule = rule_from(kept["rule"])
    assert rule is not None
    return Sample(
        rule,
        kept["seed"],
        tuple(InFrame(UUID(who), number, stratum, tickets) for who, number, stratum, tickets in kept["frame"]),
        kept["frame_digest"],
        tuple(UUID(who) for who in kept["drawn"]),
        kept["nth"],
        kept["algorithm"],
    )


def rule_json(rule: SampleRule | None) -> dict[str, Any] | None:
    if rule is None:
        return None
    return {
        "size": rule.size,
        "method": rule.method,
        "department_id": str(rule.department_id) if rule.department_id else None,
        "longest_unseen": rule.longest_unseen,
    }


def rule_from(kept: Mapping[str, Any] | None) -> SampleRule | None:
    if kept is None:
        return None
    where = kept["department_id"]
    return SampleRule(
        kept["size"], SampleMethod(kept["method"]), UUID(where) if where else None, kept["longest_unseen"]
    )


def plan_row(draft: PlanDraft) -> dict[str, Any]:
    """The columns of a plan that its draft sets."""
    target = {**dict.fromkeys(draft.employee_ids, Target.PERSON), **dict.fromkeys(draft.place_ids, Target.PLACE)}
    first = [one for one in dict.fromkeys(draft.order) if one in target]
    route = [*first, *(one for one in target if one not in first)]
    return {
        "day": draft.day,
        "kind": draft.kind,
        "institution_id": draft.institution_id,
        "inspectors": [str(one) for one in draft.inspector_ids],
        "packs": list(draft.pack_codes),
        "route": [[target[one].value, str(one)] for one in route],
        "sample": rule_json(draft.sample),
        "visitor": draft.visitor.strip(),
        "visitor_code": draft.visitor_code.strip(),
        "lead_reason": draft.lead_reason.strip(),
        "note": draft.note.strip(),
        "by_profile": draft.by_profile,
    }


def _all() -> Select[Any]:
    return (
        select(planned_rounds, institutions.c.name.label("institution"), rounds.c.number.label("round_number"))
        .join(institutions, institutions.c.id == planned_rounds.c.institution_id)
        .outerjoin(rounds, rounds.c.id == planned_rounds.c.round_id)
    )


def _plan(row: Row[Any], names: Mapping[str, str]) -> PlannedRound:
    route = [(target, UUID(one)) for target, one in row.route]
    draft = PlanDraft(
        row.day,
        row.kind,
        row.institution_id,
        tuple(UUID(one) for one in row.inspectors),
        tuple(row.packs),
        tuple(one for target, one in route if target == Target.PERSON),
        tuple(one for target, one in route if target == Target.PLACE),
        tuple(one for _target, one in route),
        rule_from(row.sample),
        row.lead_reason,
        row.visitor,
        row.visitor_code,
        row.note,
        row.id,
        row.revision,
        bool(row.by_profile),
    )
    who = tuple(names[one] for one in row.inspectors if one in names)
    return PlannedRound(
        row.id,
        row.day,
        row.kind,
        PlanState(row.state),
        row.institution_id,
        row.institution,
        who or ((row.visitor_code,) if row.visitor_code else ()),
        draft,
        row.note,
        row.reason,
        row.round_id,
        row.round_number or "",
        row.revision,
    )


def _read(connection: Connection, query: Select[Any]) -> list[PlannedRound]:
    rows = connection.execute(query).all()
    wanted = {UUID(one) for row in rows for one in row.inspectors}
    known = connection.execute(select(employees.c.id, employees.c.name).where(employees.c.id.in_(wanted)))
    names = {str(row.id): row.name for row in known} if wanted else {}
    return [_plan(row, names) for row in rows]


def plan_by_id(connection: Connection, plan_id: UUID) -> PlannedRound | None:
    return next(iter(_read(connection, _all().where(planned_rounds.c.id == plan_id))), None)


def plan_of_round(connection: Connection, round_id: UUID) -> PlannedRound | None:
    """The plan a round was started from."""
    return next(iter(_read(connection, _all().where(planned_rounds.c.round_id == round_id))), None)


def plan_lines(
    connection: Connection, wanted: PlanFilter, *, after: tuple[date, UUID] | None = None, limit: int = 200
) -> list[PlannedRound]:
    """A page of planned rounds, the earliest day first while they wait, the latest first once they are done with."""
    query = _all()
    if wanted.state is not None:
        query = query.where(planned_rounds.c.state == wanted.state)
    if wanted.institution_id is not None:
        query = query.where(planned_rounds.c.institution_id == wanted.institution_id)
    if wanted.inspector_id is not None:  # ids stand in the list as text of one length, so that none is part of another
        query = query.where(planned_rounds.c.inspectors.cast(Text).contains(str(wanted.inspector_id)))
    if wanted.first is not None:
        query = query.where(planned_rounds.c.day >= wanted.first)
    if wanted.last is not None:
        query = query.where(planned_rounds.c.day <= wanted.last)
    latest_first = wanted.state is not PlanState.PLANNED
    query = page(query, planned_rounds.c.day, planned_rounds.c.id, after, limit, descending=latest_first)
    return _read(connection, query)
