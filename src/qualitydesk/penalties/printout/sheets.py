"""Staff points, rewards and settled months as tables of a workbook; money in yuan, to the fen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from qualitydesk.basics.clock import local
from qualitydesk.basics.phrases import capital, say
from qualitydesk.penalties.model.points import PointsLine, PointsMonth
from qualitydesk.penalties.model.rewards import Reward
from qualitydesk.penalties.model.settlement import Settling
from qualitydesk.penalties.rules.explaining import word
from qualitydesk.sheets import Cell, SheetOut

_POINTS = (
    "day", "number", "name", "institution", "department", "act", "nth", "points", "team_points", "note", "other_act",
    "state", "reason",
)  # fmt: skip
_PEOPLE = ("month", "number", "name", "institution", "department", "acts", "minus", "plus", "money")
_TEAMS = ("month", "institution", "department", "manager", "minus", "plus", "plus_of_year")
_REWARDS = (
    "slip", "state", "number", "name", "institution", "department", "grade", "kind", "amount", "extras", "reason",
    "deed_on", "approver", "approved_on", "given_on",
)  # fmt: skip
_LINES = (
    "institution", "number", "name", "cause", "kind", "source", "role", "due", "taken", "waived", "carried", "why",
)  # fmt: skip
_SETTLED = ("institution", "number", "name", "deducted", "paid", "net", "carried")


def _head(names: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(say(language, f"reward_sheet.{name}") for name in names)


def _between(language: str) -> str:
    return "、" if language == "zh" else ", "


def points_table(lines: Iterable[PointsLine], language: str) -> SheetOut:
    """The list of entries as it is filtered."""
    rows: Iterable[Sequence[Cell]] = (
        (
            one.day,
            one.employee_number,
            one.employee,
            one.institution,
            one.department,
            capital(say(language, f"points.act.{one.act}")),
            one.nth,
            one.points,
            one.team_points,
            one.note,
            one.other_act,
            capital(say(language, f"points.state.{one.state}")),
            one.reason,
        )
        for one in lines
    )
    return SheetOut(say(language, "reward_sheet.points_title"), _head(_POINTS, language), rows)


def month_tables(month: PointsMonth, language: str) -> list[SheetOut]:
    """The sums of a month by employee and by team."""
    people: list[Sequence[Cell]] = [
        (
            f"{one.month:%Y-%m}",
            one.number,
            one.name,
            one.institution,
            one.department,
            one.acts,
            one.minus,
            one.plus,
            (one.minus + one.plus) * month.fen_per_point / 100,
        )
        for one in month.people
    ]
    teams: list[Sequence[Cell]] = [
        (
            f"{one.month:%Y-%m}",
            one.institution,
            one.department,
            one.manager,
            one.minus,
            one.plus,
            one.plus_of_year,
        )
        for one in month.teams
    ]
    return [
        SheetOut(say(language, "reward_sheet.people_title"), _head(_PEOPLE, language), people, money=(8,)),
        SheetOut(say(language, "reward_sheet.teams_title"), _head(_TEAMS, language), teams),
    ]


def rewards_table(found: Iterable[Reward], language: str) -> SheetOut:
    """The list of rewards as it is filtered."""
    rows: Iterable[Sequence[Cell]] = (
        (
            one.number,
            capital(say(language, f"reward.state.{one.state}")),
            one.employee_number,
            one.employee,
            one.institution,
            one.department,
            capital(say(language, f"reward.grade.{one.grade}")),
            capital(say(language, f"reward.kind.{one.kind}")),
            one.amount / 100,
            _between(language).join(say(language, f"reward.extra.{extra}") for extra in one.extras),
            one.reason,
            one.deed_on,
            one.approver,
            one.approved_on,
            one.given_on,
        )
        for one in found
    )
    return SheetOut(say(language, "reward_sheet.rewards_title"), _head(_REWARDS, language), rows, money=(8,))


def settlement_tables(month: Settling, language: str) -> list[SheetOut]:
    """The list for finance: every line, and each person's sums. Below nought is deducted, above is paid."""
    lines: list[Sequence[Cell]] = [
        (
            line.claim.institution,
            line.claim.number,
            line.claim.name,
            capital(say(language, f"settle.cause.{line.claim.cause}")),
            capital(say(language, f"settle.kind.{line.kind}")),
            line.claim.source,
            capital(say(language, f"role.{line.claim.role}")),
            line.due / 100,
            line.taken / 100,
            line.waived / 100,
            line.carried / 100,
            "\n".join(word(step, language) for step in line.explanation),
        )
        for line in month.lines
    ]
    people: list[Sequence[Cell]] = [
        (
            one.institution,
            one.number,
            one.name,
            one.taken / 100,
            one.paid / 100,
            (one.taken + one.paid) / 100,
            one.carried / 100,
        )
        for one in month.people
    ]
    title = say(language, "reward_sheet.settlement_title", month=f"{month.month:%Y-%m}")
    total = say(language, "reward_sheet.total")
    due, taken, waived, carried = (
        sum(getattr(line, name) for line in month.lines) / 100 for name in ("due", "taken", "waived", "carried")
    )
    deducted, paid, on = (sum(getattr(one, name) for one in month.people) for name in ("taken", "paid", "carried"))
    sums = (deducted / 100, paid / 100, (deducted + paid) / 100, on / 100)
    house = 20 if language == "zh" else 34
    widths = (house, 10, 12, 12, 12, 20, 16, 12, 12, 12, 12, 60)
    return [
        SheetOut(
            title,
            _head(_LINES, language),
            lines,
            widths,
            money=range(7, 11),
            total=(total, *("",) * 6, due, taken, waived, carried, ""),
        ),
        SheetOut(
            say(language, "reward_sheet.settled_title"),
            _head(_SETTLED, language),
            people,
            (house, 10, 12),
            money=range(3, 7),
            total=(total, "", "", *sums),
        ),
    ]


def wall(at: datetime) -> str:
    """A moment on the group's wall clock, as papers write it."""
    return f"{local(at):%Y-%m-%d %H:%M}"
