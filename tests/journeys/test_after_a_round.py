"""What follows a round, through the real window: measure, report, close; dispute and decision; a restart in between."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from tests.hands import type_over
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, finish_round, found_quickly, pass_the_rest, save
from tests.journeys.sitting import Key, Sitting

from qualitydesk.inspections.model import DisputeState, FindingFilter, Standing
from qualitydesk.inspections.ui.findings import FindingPage, FindingsPage
from qualitydesk.inspections.ui.findings.dialogs import DecideDialog, DisputeDialog
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.measures.model import MeasureFilter, MeasureState
from qualitydesk.measures.ui.measure_dialog import MeasureDialog
from qualitydesk.measures.ui.measure_page import MeasurePage
from qualitydesk.measures.ui.measures_page import MeasuresPage
from qualitydesk.measures.ui.step_dialog import StepDialog

GUIDE = "张𬱖"


def turned_to(sitting: Sitting, kind: type) -> object:
    sitting.until(lambda: isinstance(sitting.window.current_page(), kind))
    sitting.rest()
    return sitting.window.current_page()


def to_tab(sitting: Sitting, times: int) -> None:
    """Rounds, then Alt+PgDown to one of its sisters."""
    sitting.page("rounds")
    for _ in range(times):
        sitting.press(Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)


def write_into(
    sitting: Sitting, dialog: MeasureDialog | StepDialog | DisputeDialog | DecideDialog, name: str, text: str
) -> None:
    dialog.field_row(name).editor.setFocus()
    sitting.write(text)


def test_a_measure_goes_from_the_result_to_its_closing_over_a_restart(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    first = sit().at_work()
    begin_round(first, only=GUIDE)
    first.walk_keys("22")
    pass_the_rest(first)
    finish_round(first)
    result = turned_to(first, ResultPage)
    assert isinstance(result, ResultPage)
    result.failed_table.setFocus()
    first.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    first.control(Key.Key_M)
    dialog = first.dialog(MeasureDialog)
    write_into(first, dialog, "task", "班前互查两周")
    type_over(dialog.owner, GUIDE)
    dialog.save_button.setFocus()
    save(first, dialog)
    page = turned_to(first, MeasurePage)
    assert isinstance(page, MeasurePage) and len(page.view.origins.all_rows()) == 2
    first.press(Key.Key_D)
    step = first.dialog(StepDialog)
    write_into(first, step, "words", "互查表已填满两周")
    step.save_button.setFocus()
    save(first, step)
    first.close()

    again = sit().at_work()
    to_tab(again, 2)
    listed = turned_to(again, MeasuresPage)
    assert isinstance(listed, MeasuresPage)
    again.until(lambda: len(listed.lines.all_rows()) == 1)
    again.press(Key.Key_Return)
    page = turned_to(again, MeasurePage)
    assert isinstance(page, MeasurePage)
    again.press(Key.Key_C)
    closing = again.dialog(StepDialog)
    closing.save_button.setFocus()
    save(again, closing)
    again.until(lambda: page.view.chip.text() == "已关闭")
    (line,) = again.services.measures.lines(MeasureFilter(state=MeasureState.CLOSED))
    assert line.recheck_on == again.services.directory.today() + timedelta(days=14)
    again.press(Key.Key_Escape)
    turned_to(again, MeasuresPage)
    again.close()


def test_a_dispute_is_entered_and_decided_and_the_finding_no_longer_counts(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting, only=GUIDE)
    sitting.walk_keys("2")
    pass_the_rest(sitting)
    finish_round(sitting)
    turned_to(sitting, ResultPage)
    to_tab(sitting, 1)
    listed = turned_to(sitting, FindingsPage)
    assert isinstance(listed, FindingsPage)
    sitting.until(lambda: len(listed.lines.all_rows()) == 1)
    sitting.press(Key.Key_Return)
    page = turned_to(sitting, FindingPage)
    assert isinstance(page, FindingPage)
    sitting.control(Key.Key_D)
    entering = sitting.dialog(DisputeDialog)
    write_into(sitting, entering, "words", "当时在搀扶患者")
    entering.save_button.setFocus()
    save(sitting, entering)
    sitting.until(page.decide_button.isVisible)
    sitting.control(Key.Key_Return)
    deciding = sitting.dialog(DecideDialog)
    type_over(deciding.upheld, "成立：该发现不再计入")
    type_over(deciding.decided_by, CHINESE.boss)
    write_into(sitting, deciding, "reason", "监控属实")
    write_into(sitting, deciding, "override", "院长空缺，由总经理裁定")
    deciding.save_button.setFocus()
    save(sitting, deciding)
    sitting.until(lambda: page.view.chip.text() == "异议成立")
    (line,) = sitting.services.findings.lines(FindingFilter(dispute=DisputeState.UPHELD))
    assert line.standing == Standing.DISPUTED
    sitting.press(Key.Key_Escape)
    turned_to(sitting, FindingsPage)
    sitting.until(lambda: listed.lines.all_rows()[0].standing == Standing.DISPUTED)
    sitting.close()
