"""Staff points, pure: what the acts of a day come to, and what follows from a month's sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model.decision import Line
from qualitydesk.penalties.model.points import Consequence, DayAct, Follows, IntegrityAct, PointsDraft, Scored, Tally
from qualitydesk.rulebook.model.rewarding import PointsRule


def score_day(acts: Iterable[DayAct], rule: PointsRule) -> dict[UUID, Scored]:
    """The points of one employee's acts of one day, in the order they happened.

    Only the third act of a row has another measure, in place of the ordinary one; from the fourth on it is ordinary.
    Acts the rule does not know are left out.
    """
    seen: dict[str, int] = {}
    found: dict[UUID, Scored] = {}
    for one in sorted(acts, key=lambda act: (act.at, act.recorded_at, act.id)):
        row = rule.row_of(one.act)
        if row is None:
            continue
        nth = seen[row.code] = seen.get(row.code, 0) + 1
        if nth == rule.third and row.third_employee is not None:
            found[one.id] = Scored(row.third_employee, row.third_team, nth)
        else:
            found[one.id] = Scored(row.employee, row.team, nth)
    return found


def problems_in_points(draft: PointsDraft, now: datetime) -> tuple[Problem, ...]:
    """An entry names the employee, the act and a moment that has come."""
    found = [
        Problem(field, code)
        for field, code, given in (
            ("employee_id", "points_person_missing", draft.employee_id),
            ("act", "points_act_missing", draft.act),
            ("at", "points_moment_missing", draft.at),
        )
        if not given
    ]
    if draft.at is not None and draft.at > now:
        found.append(Problem("at", "points_in_future"))
    return tuple(found)


def months_running(tallies: Mapping[date, int], month: date, limit: int) -> int:
    """How many months in a row, up to and with `month`, reach the limit. `tallies`: deductions ≤ 0 by month."""
    count = 0
    while -tallies.get(month, 0) >= limit:
        count += 1
        month = month_before(month)
    return count


def consequences_of_people(people: Iterable[Tally], rule: PointsRule) -> list[Consequence]:
    """Who has reached the limit of a month: the performance bonus and the year's titles, as proposals."""
    return [
        _monthly(
            Follows.BONUS_AND_TITLES,
            one,
            (_reached("employee", one, rule.employee_limit), Line("points.why.bonus_and_titles")),
        )
        for one in people
        if -one.minus >= rule.employee_limit
    ]


def consequences_of_team(team: Sequence[Tally], month: date, manager: str, rule: PointsRule) -> list[Consequence]:
    """What a team's months mean for its manager. `team`: every month of this one team, in any order."""
    by_month = {one.month: one.minus for one in team}
    running = months_running(by_month, month, rule.team_limit)
    this = next((one for one in team if one.month == month), None)
    if this is None or not running:
        return []
    who = Line("points.why.manager", {"name": manager}) if manager else Line("points.why.no_manager")
    reached = _reached("team", this, rule.team_limit)
    found = [_monthly(Follows.ALLOWANCE, this, (reached, who))]
    if running >= rule.team_months:
        months = Line("points.why.running", {"months": running, "needed": rule.team_months})
        found.append(_monthly(Follows.DEMOTION, this, (reached, months, who)))
    return found


def consequences_of_integrity(acts: Iterable[IntegrityAct], rule: PointsRule) -> list[Consequence]:
    """Acts without points: the fine the first time of each, dismissal from the second on; all proposals to people."""
    found: list[Consequence] = []
    for one in acts:
        row = rule.rows[one.row]
        act = Line("points.why.act", {"act_code": f"points.act.{one.act}", "act_day": one.day.isoformat()})
        if one.before and row.second_dismissal:
            again = Line("points.why.again", {"before": one.before})
            found.append(_of_act(Follows.DISMISSAL, one, (act, again)))
        elif row.fine:
            first = Line("points.why.fine", {"fine_fen": row.fine})
            found.append(_of_act(Follows.FINE, one, (act, first), row.fine))
    return found


def _monthly(kind: Follows, one: Tally, explanation: tuple[Line, ...]) -> Consequence:
    return Consequence(
        kind,
        one.subject_id,
        one.name,
        explanation,
        key=f"{kind}:{one.subject_id}:{one.month:%Y-%m}",
        since=month_after(one.month),
        month=one.month,
        institution=one.institution,
    )


def _of_act(kind: Follows, one: IntegrityAct, explanation: tuple[Line, ...], amount: int = 0) -> Consequence:
    return Consequence(
        kind,
        one.employee_id,
        one.name,
        explanation,
        key=f"{kind}:{one.entry_id}",
        since=one.day,
        month=one.day.replace(day=1),
        entry_id=one.entry_id,
        amount=amount,
        institution=one.institution,
    )


def month_before(month: date) -> date:
    """The first day of the month before."""
    return date(month.year - (month.month == 1), month.month - 1 or 12, 1)


def month_after(month: date) -> date:
    """The first day of the next month."""
    return date(month.year + (month.month == 12), month.month % 12 + 1, 1)


def _reached(whose: str, tally: Tally, limit: int) -> Line:
    return Line(
        f"points.why.{whose}",
        {"name": tally.name, "month": f"{tally.month:%Y-%m}", "minus": -tally.minus, "limit": limit},
    )
