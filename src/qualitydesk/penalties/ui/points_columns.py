"""The columns of the lists of staff points: entries, sums by employee and team, what follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.table_model import Column
from qualitydesk.penalties.model.points import Consequence, PointsState
from qualitydesk.penalties.ui.explaining import asks_of
from qualitydesk.penalties.ui.reward_words import POINTS_TONES, signed, sum_tone


def entry_columns(language: str) -> Sequence[Column]:
    """An entry: who, what, when, what it comes to."""
    translate = QCoreApplication.translate
    return (
        Column(translate("PointsColumns", "When"), lambda line: line.at, text=moment_words, align="right", width=136),
        Column(
            translate("PointsColumns", "Employee"),
            lambda line: f"{line.employee} ({line.employee_number})",
            width=144,
        ),
        Column(
            translate("PointsColumns", "Act"),
            lambda line: capital(say(language, f"points.act.{line.act}")),
            stretch=True,
        ),
        Column(translate("PointsColumns", "That day"), lambda line: line.nth, align="right", width=64),
        Column(
            translate("PointsColumns", "Points"),
            lambda line: line.points,
            text=signed,
            tone=lambda line: sum_tone(line.points) if line.state is PointsState.STANDS else "muted",
            align="right",
            width=72,
            asks=asks_of("points"),
        ),
        Column(
            translate("PointsColumns", "Team"),
            lambda line: line.team_points,
            text=signed,
            align="right",
            width=72,
            asks=asks_of("team_points"),
        ),
        Column(
            translate("PointsColumns", "State"),
            lambda line: capital(say(language, f"points.state.{line.state}")),
            tone=lambda line: POINTS_TONES[line.state],
            width=104,
        ),
    )


def person_columns() -> Sequence[Column]:
    """An employee's month."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("PointsColumns", "Employee"), lambda row: f"{row.name} ({row.number})", width=160, sort="name"
        ),
        Column(
            translate("PointsColumns", "Department"),
            lambda row: f"{row.institution} · {row.department}",
            stretch=True,
            sort="department",
        ),
        Column(translate("PointsColumns", "Acts"), lambda row: row.acts, align="right", width=72, sort="acts"),
        Column(
            translate("PointsColumns", "Deducted"),
            lambda row: row.minus,
            text=signed,
            tone=lambda row: sum_tone(row.minus),
            align="right",
            width=88,
            sort="minus",
            asks=asks_of("minus"),
        ),
        Column(
            translate("PointsColumns", "Praise"),
            lambda row: row.plus,
            text=signed,
            tone=lambda row: sum_tone(row.plus),
            align="right",
            width=88,
            sort="plus",
            asks=asks_of("plus"),
        ),
    )


def team_columns() -> Sequence[Column]:
    """A team's own month, and the praise of its year, which is paid at the end of it."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("PointsColumns", "Institution"),
            lambda row: row.institution,
            stretch=True,
            sort="institution",
            elide="left",
        ),
        Column(translate("PointsColumns", "Team"), lambda row: row.department, width=128, sort="department"),
        Column(translate("PointsColumns", "Manager"), lambda row: row.manager, width=112),
        Column(
            translate("PointsColumns", "Deducted"),
            lambda row: row.minus,
            text=signed,
            tone=lambda row: sum_tone(row.minus),
            align="right",
            width=88,
            sort="minus",
            asks=asks_of("minus"),
        ),
        Column(
            translate("PointsColumns", "Praise"),
            lambda row: row.plus,
            text=signed,
            align="right",
            width=88,
            sort="plus",
            asks=asks_of("plus"),
        ),
        Column(
            translate("PointsColumns", "Praise this year"),
            lambda row: row.plus_of_year,
            text=signed,
            align="right",
            width=136,
            sort="year",
            asks=asks_of("plus_of_year"),
        ),
    )


def follow_columns(language: str) -> Sequence[Column]:
    """A proposal to people."""
    translate = QCoreApplication.translate
    return (
        Column(translate("PointsColumns", "On whom"), lambda row: row.name, width=160),
        Column(
            translate("PointsColumns", "Proposal"),
            lambda row: capital(say(language, f"points.follows.{row.kind}")),
            tone=lambda row: "warning" if row.decided is None else "",
            stretch=True,
        ),
        Column(
            translate("PointsColumns", "Decision"),
            lambda row: decision_words(row, language),
            tone=lambda row: "warning" if row.decided is None else "muted",
            width=224,
        ),
    )


def decision_words(row: Consequence, language: str) -> str:
    """Granted or not, by whom and when; or that somebody still has to decide."""
    found = row.decided
    if found is None:
        return say(language, "verdict.waits")
    answer = say(language, "verdict.yes" if found.granted else "verdict.no")
    return f"{capital(answer)} · {found.decider} · {found.on.isoformat()}"
