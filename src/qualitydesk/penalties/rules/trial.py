"""Rules tried on a period, pure: the period proposed, what must hold, lines out of decisions, sums out of lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.complaints.model import CaseFault, Level
from qualitydesk.complaints.rules.severity import grade, handling_for
from qualitydesk.penalties.model.decision import Decision, Line
from qualitydesk.penalties.model.points import DayAct
from qualitydesk.penalties.model.trial import TRIED, Trial, TrialKind, TrialLine, TrialPerson, TrialResult, TrialSums
from qualitydesk.penalties.rules.points import month_before
from qualitydesk.rulebook.model import Column, Edition, Gravity, Role
from qualitydesk.rulebook.model.cases import SeverityRule
from qualitydesk.rulebook.model.rewarding import FineIs, PointsRule, SettlementRule
from qualitydesk.rulebook.rules import read_ladder, read_points, read_settlement, read_severity

TRIED_ID = UUID(int=1)
"""The id of an edition that does not exist."""
LONGEST = 24
"""Months tried at once at most."""
_READERS = dict(zip(TRIED, (read_ladder, read_severity, read_points, read_settlement), strict=True))


def last_quarter(today: date) -> tuple[date, date]:
    """The last three whole months: first and last day."""
    end = today.replace(day=1)
    first = month_before(month_before(month_before(end)))
    return first, end - timedelta(days=1)


def problems_in_trial(trial: Trial, today: date) -> tuple[Problem, ...]:
    """The period is over and not longer than two years; every rule tried is one that says who pays, and holds."""
    found: list[Problem] = []
    if trial.last < trial.first:
        found.append(Problem("last", "trial_period_turned"))
    if trial.last > today:
        found.append(Problem("last", "trial_in_future", {"today": today.isoformat()}))
    if (trial.last - trial.first).days > LONGEST * 31:
        found.append(Problem("first", "trial_too_long", {"months": LONGEST}))
    if not trial.rules:
        found.append(Problem("rules", "trial_nothing"))
    for rule, values in trial.rules.items():
        reader = next((read for known, read in _READERS.items() if known == rule), None)
        if reader is None:
            found.append(Problem("rules", "trial_rule", {"rule": rule}))
            continue
        try:
            reader(values)
        except Refused as refused:
            found += refused.problems
    return tuple(found)


def tried_edition(latest: Edition, values: Mapping[str, Any], effective_from: date) -> Edition:
    """The edition these values would be, in the words of the latest one."""
    return replace(latest, id=TRIED_ID, number=latest.number + 1, effective_from=effective_from, values=values)


def graded_anew(fault: CaseFault, edition: Edition, rule: SeverityRule) -> CaseFault:
    """A case as another severity table (`rule`: the edition read) would have it: level, sums and sanction anew.

    A level somebody chose against the table, or that came with an import, stays: the table does not speak there.
    """
    severity = fault.page.severity
    page = fault.page
    if severity is not None and grade(severity.facts, fault.rule).level == severity.level:
        again = grade(severity.facts, rule)
        page = replace(page, severity=replace(severity, level=again.level, criterion=again.criterion))
    level: Level | None = page.severity.level if page.severity is not None else None
    pairs = [(one.employee_id, fault.lines[one.employee_id]) for one in fault.answering]
    return replace(fault, page=page, edition=edition, rule=rule, proposals=tuple(handling_for(level, pairs, rule)))


def taken(rule: SettlementRule) -> bool:
    """Whether what is imposed is taken from pay at all. (A cap changes when something is taken, never how much.)"""
    return rule.fine_is is not FineIs.POINTS


def decision_lines(
    kind: TrialKind, event_id: UUID, before: Decision | None, after: Decision | None, *, pay: tuple[bool, bool]
) -> Iterator[tuple[UUID, TrialLine]]:
    """Who pays or is sanctioned by an act under either; each person once an act. `pay`: whether fines are taken."""
    told = before or after
    if told is None:
        return
    sides = [_by_person(decision, paid) for decision, paid in zip((before, after), pay, strict=True)]
    for person_id in dict.fromkeys((*sides[0], *sides[1])):
        (role, old, had), (role_after, new, gets) = (side.get(person_id, (None, 0, "")) for side in sides)
        yield (
            person_id,
            TrialLine(
                kind=kind,
                event_id=event_id,
                employee_id=told.employee.id,
                employee=told.employee.name,
                number=told.event_number,
                day=told.act_day,
                role=role or role_after or Role.EMPLOYEE,
                before=old,
                after=new,
                before_sanction=had,
                after_sanction=gets,
            ),
        )


def _by_person(decision: Decision | None, paid: bool) -> dict[UUID, tuple[Role | None, int, str]]:
    if decision is None:
        return {}
    found: dict[UUID, tuple[Role | None, int, str]] = {
        decision.employee.id: (Role.EMPLOYEE, 0, decision.sanction.value)
    }
    for one in decision.payments:
        found[one.person_id] = (one.role, one.amount if paid else 0, one.sanction.value)
    return found


def points_due(acts: Iterable[DayAct], act: DayAct, points: int, rule: PointsRule, month_rule: PointsRule) -> int:
    """What an act on the points scheme costs, in fen: its points, or the fine of a row that has one in their place.

    `points` as scored; `acts`: all of the employee's that stand; `month_rule`: the rule at the end of the month.
    """
    row = rule.row_of(act.act)
    if row is not None and row.fine:
        earlier = [one for one in acts if one.act in row.acts and _before(one, act)]
        return 0 if earlier and row.second_dismissal else row.fine
    return -min(points, 0) * month_rule.fen_per_point


def points_why(act: DayAct, day: date, points: int, fen: int, *, paid: bool) -> tuple[Line, ...]:
    """How an act on the points scheme comes to its sum."""
    told = Line("points.why.act", {"act_code": f"points.act.{act.act}", "act_day": day.isoformat()})
    if not paid:
        return (told, Line("trial.points_only"))
    return (told, Line("trial.points", {"points": -points, "money_fen": fen}))


def _before(one: DayAct, act: DayAct) -> bool:
    return (one.at, one.recorded_at, one.id) < (act.at, act.recorded_at, act.id)


def sums_of(result: TrialResult) -> tuple[TrialSums, ...]:
    """All together first, then each institution, in the order of the people."""
    houses = dict.fromkeys((one.institution_id, one.institution) for one in result.people)
    return (_sums(None, "", result.people), *(_sums(key, name, result.of(key)) for key, name in houses))


def sums_for(result: TrialResult, institution_id: UUID | None) -> TrialSums:
    """The sums of one institution, or of all (None)."""
    people = result.of(institution_id)
    return _sums(institution_id, people[0].institution if institution_id and people else "", people)


def _sums(institution_id: UUID | None, institution: str, people: Iterable[TrialPerson]) -> TrialSums:
    them = list(people)
    return TrialSums(
        institution_id,
        institution,
        len(them),
        sum(one.before for one in them),
        sum(one.after for one in them),
        sum(1 for one in them if one.after > 0 and not one.before),
        sum(1 for one in them if one.before > 0 and not one.after),
    )


@dataclass(frozen=True)
class LadderSum:
    """One sum of the ladder that may be tried otherwise. `part`: ordinary, serious, sum (both ends), low or high."""

    column: Column
    rung: int
    part: str
    fen: int

    @property
    def key(self) -> str:
        """The name of its field."""
        return f"{self.column}_{self.rung}_{self.part}"


def ladder_sums(values: Mapping[str, Any]) -> tuple[LadderSum, ...]:
    """The sums of a ladder in the order of its columns and rungs."""
    found: list[LadderSum] = []
    for column, rungs in read_ladder(values).columns.items():
        for rung in rungs:
            amount = rung.amount
            if amount is None:
                continue
            if amount.by_gravity:
                found += [LadderSum(column, rung.number, one.value, fen) for one, fen in amount.by_gravity.items()]
            elif amount.low == amount.high:
                found.append(LadderSum(column, rung.number, "sum", amount.low))
            else:
                found.append(LadderSum(column, rung.number, "low", amount.low))
                found.append(LadderSum(column, rung.number, "high", amount.high))
    return tuple(found)


def with_sums(values: Mapping[str, Any], sums: Mapping[str, int], months: int) -> dict[str, Any]:
    """The ladder with these sums (fen, by `LadderSum.key`) and this look-back in place of its own."""
    columns: dict[str, dict[str, Any]] = {name: dict(rungs) for name, rungs in values["columns"].items()}
    for one in ladder_sums(values):
        rung = dict(columns[one.column][str(one.rung)])
        amount, fen = dict(rung["amount"]), sums.get(one.key, one.fen)
        if one.part == "sum":
            amount |= {"low": fen, "high": fen}
        else:
            amount[one.part] = fen
        columns[one.column][str(one.rung)] = {**rung, "amount": amount}
    for rungs in columns.values():
        for number, rung in rungs.items():
            if "amount" in rung:
                rungs[number] = {**rung, "amount": _fitting(rung["amount"])}
    return {**values, "columns": columns, "counting": {**values["counting"], "look_back_months": months}}


def _fitting(amount: Mapping[str, Any]) -> dict[str, Any]:
    """The ends and the choices follow the sums by gravity."""
    sums = [amount[one.value] for one in Gravity if one.value in amount]
    found = dict(amount)
    if sums:
        found |= {"low": min(sums), "high": max(sums)}
    if "choices" in found:
        found["choices"] = sorted(set(sums) or {found["low"], found["high"]})
    return found
