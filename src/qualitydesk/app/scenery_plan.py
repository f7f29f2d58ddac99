"""Pictures of the inspection plan, the next round suggested, sample sizes and calibrations, for the gallery."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

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
