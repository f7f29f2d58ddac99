"""Pictures of the inspection plan, the next round suggested, sample sizes and calibrations, for the gallery."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.insights.ui.calibrations_page import CalibrationsPage
from qualitydesk.inspections.model.calibrations import CalibrationState
from qualitydesk.inspections.ui.plan_calendar import PlanCalendarPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def plan_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """(name, widget to grab), as `app.scenery` asks for them."""
    page = stage.page("inspection_plan", PlanCalendarPage)
    stage.until(lambda: page.grid.row() is not None)
    yield "inspection-plan", stage.window
    yield "inspection-plan-next", stage.dialog(page.suggest)
    yield "inspection-plan-plan", stage.dialog(page.ask_plan)
    yield "inspection-plan-exceptions", stage.dialog(page.ask_exceptions)
    yield "inspection-plan-size", stage.dialog(page.ask_size)
    yield from _calibrations(stage)


def _calibrations(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The history with a result, a new one, one inspector sitting."""
    page = stage.page("calibrations", CalibrationsPage)
    stage.until(lambda: True)
    lines = stage.desk.services.calibrations.lines()
    done = next((one for one in lines if one.state is CalibrationState.FINISHED), None)
    if done is not None:
        page.table.select_key(done.id)
        stage.until(lambda: True)
    yield "calibrations", stage.window
    yield "calibrations-new", stage.dialog(page.begin)
    waiting = next((one for one in lines if one.state is CalibrationState.OPEN), None)
    if waiting is not None:
        page.table.select_key(waiting.id)
        stage.until(lambda: True)
        page.sit()
        stage.until(lambda: True)
        yield "calibration-sitting", stage.window
