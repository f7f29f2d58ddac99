"""Pictures of the plan, of beginning rounds in every way, of changing a route and of correcting, for the gallery."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.model import PlannedRound, PlanState, RoundFilter, RoundKind, RoundState
from qualitydesk.inspections.ui.plan_page import PlanPage
from qualitydesk.inspections.ui.result import Correcting, Proving, ResultPage
from qualitydesk.inspections.ui.round_dialog import RoundDialog
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.inspections.ui.sample_dialog import SampleDialog

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def round_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """What is planned and begun, drawn, added to and corrected."""
    yield from _plans(stage)
    yield from _beginning(stage)
    rounds = stage.desk.services.rounds
    opened = next(iter(rounds.lines(RoundFilter(state=RoundState.OPEN), limit=1)), None)
    if opened is not None:
        stage.desk.walk(opened.id)
        stage.until(lambda: True)
        if add := stage.button(stage.desk.page("walk"), "plus"):
            yield "walk-add", stage.dialog(add.click)
    corrected = next((line for line in rounds.lines(RoundFilter(state=RoundState.FINISHED)) if line.corrected), None)
    if corrected is None:
        return
    stage.desk.show_result(corrected.id)
    stage.until(lambda: True)
    result = stage.desk.page("result")
    assert isinstance(result, ResultPage)
    result.tabs.setCurrentWidget(result.failed_table)
    result.failed_table.selectRow(0)
    yield "result-corrected", stage.window
    for correcting in result.findChildren(Correcting):
        yield "result-correcting", stage.dialog(correcting.ask)
    for proving in result.findChildren(Proving):
        yield "result-proving", stage.dialog(proving.ask)


def _plans(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    page = stage.page("plan", PlanPage)
    yield "plan", stage.window
    yield "plan-new", stage.dialog(page.begin)
    line = page.table.current_row()
    if isinstance(line, PlannedRound) and line.state is PlanState.PLANNED:
        yield "plan-change", stage.dialog(page.change.click)
        yield "plan-start", stage.dialog(page.start.click)
        yield "plan-drop", stage.dialog(page.drop.click)
        yield "plan-checklist", stage.dialog(page.checklist.click)
    page.clear.click()
    stage.until(lambda: True)
    yield "plan-all", stage.window


def _beginning(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """A lead who is not meant, a mystery customer, a draw."""
    page = stage.page("rounds", RoundsPage)
    dialog = stage.dialog(page.begin)
    assert isinstance(dialog, RoundDialog)
    dialog.kind.choose(RoundKind.SELF_CHECK)
    dialog.kind.picked.emit(RoundKind.SELF_CHECK)
    dialog.lead.choose(stage.desk.by().decided_by)
    dialog.lead.picked.emit(dialog.lead.chosen())
    yield "rounds-new-lead", dialog
    dialog = stage.dialog(page.begin)
    assert isinstance(dialog, RoundDialog)
    dialog.kind.choose(RoundKind.MYSTERY)
    dialog.kind.picked.emit(RoundKind.MYSTERY)
    yield "rounds-new-mystery", dialog
    dialog = stage.dialog(page.begin)
    assert isinstance(dialog, RoundDialog)
    dialog.lot.ask()
    stage.until(lambda: bool(dialog.findChildren(SampleDialog)))
    yield "rounds-new-lot", dialog.findChildren(SampleDialog)[0]
