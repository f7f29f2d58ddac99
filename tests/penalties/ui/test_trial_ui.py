"""Rules tried, by keys: other sums typed in, the period chosen, people and their lines explained, list and paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic
from tests.penalties.ui.test_penalties_ui import dialog, showing

from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model.trial import Trial, TrialResult
from qualitydesk.penalties.ui.trial_dialog import Runner, TrialDialog
from qualitydesk.penalties.ui.trial_person import TrialPersonDialog
from qualitydesk.penalties.ui.try_ladder_dialog import TryLadderDialog
from qualitydesk.rulebook.model import Rule

FIRST, LAST, TODAY = date(2026, 8, 1), date(2026, 10, 31), date(2026, 11, 21)
CONTROL = Qt.KeyboardModifier.ControlModifier


def on_a_lane(tools: Tools, desk: Clinic) -> Runner:
    """Works out on a lane in place of a process of its own."""

    def run(
        parent: QWidget,
        _title: str,
        trial: Trial,
        then: Callable[[TrialResult], object],
        failed: Callable[[Exception], object],
        _stopped: Callable[[], object],
    ) -> None:
        tools.operations.read(parent, desk.services.trials.run, trial, then=then, failed=failed)

    return run


def worked_out(qtbot: QtBot, tools: Tools, desk: Clinic, values: dict[str, Any]) -> TrialDialog:
    trial = Trial({Rule.LADDER: values}, FIRST, LAST, TODAY)
    shown = TrialDialog(tools, desk.services.trials, on_a_lane(tools, desk), "违规处分", trial, TODAY)
    qtbot.addWidget(shown)
    shown.open()
    qtbot.waitUntil(lambda: shown.worked_out and tools.operations.quiet)
    return shown


def with_seconds(desk: Clinic) -> None:
    desk.walk(date(2026, 6, 1), {"G1": (BADGE,), "G2": (BADGE,)})
    desk.walk(date(2026, 9, 1), {"G1": (BADGE_SIDE,)})
    desk.walk(date(2026, 11, 2), {"G2": (BADGE_SIDE,)})


def typed(qtbot: QtBot, tools: Tools, desk: Clinic) -> dict[str, Any]:
    """Twice the sum of the second rung, typed by hand."""
    heard: list[dict[str, Any]] = []
    edition = desk.services.trials.in_force(Rule.LADDER)
    asked = TryLadderDialog(tools, edition, lambda values: heard.append(dict(values)))
    asked.open()
    assert in_front(asked)
    asked.press_save()
    assert set(asked.problems_shown()) == {"own_checks_2_ordinary"}, "nothing was changed"
    type_over(asked.boxes["own_checks_2_ordinary"], "abc")
    type_over(asked.boxes["group_rounds_2_high"], "50")
    asked.press_save()
    assert set(asked.problems_shown()) == {"own_checks_2_ordinary", "group_rounds_2_high"}
    type_over(asked.boxes["own_checks_2_ordinary"], "80")
    type_over(asked.boxes["group_rounds_2_high"], "1000")
    asked.press_save()
    qtbot.waitUntil(lambda: bool(heard))
    return heard[0]


def test_other_sums_are_typed_tried_and_every_line_explained(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    with_seconds(desk)
    shown = worked_out(qtbot, tools, desk, typed(qtbot, tools, desk))
    assert {(one.number, one.before, one.after) for one in shown.people.all_rows()} == {
        ("G1", 5000, 8000),
        ("LEAD", 5000, 8000),
        ("HEAD", 5000, 8000),
    }
    texts = "\n".join(one.text() for one in shown.findChildren(QLabel))
    assert "¥150.00" in texts and "¥240.00" in texts and "+¥90.00" in texts
    QAbstractItemModelTester(shown.people, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown.table.select_key(desk.people["LEAD"])
    shown.table.setFocus()
    assert in_front(shown)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    person = dialog(qtbot, TrialPersonDialog)
    qtbot.waitUntil(lambda: bool(person.after.accessibleName()))
    assert "¥50.00" in person.before.accessibleName() and "¥80.00" in person.after.accessibleName()
    assert "第 2 版" in person.after.accessibleDescription()
    assert [one.number for one in person.lines.all_rows()] and person.lines.all_rows()[0].employee == "张𬱖"
    person.close()


def test_another_period_is_worked_out_anew_and_one_that_does_not_hold_is_told(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    with_seconds(desk)
    shown = worked_out(qtbot, tools, desk, typed(qtbot, tools, desk))
    shown.first.set_day(date(2026, 11, 1))
    shown.last.set_day(date(2026, 10, 1))
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_F5)
    assert "结束日期不能早于开始日期" in shown.banner.words()
    shown.last.set_day(TODAY)
    QTest.keyClick(shown.table, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: {one.number for one in shown.people.all_rows()} == {"G2", "LEAD", "HEAD"})
    assert not shown.banner.isVisible()
    shown.last.set_day(date(2026, 11, 1))
    QTest.keyClick(shown.table, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: shown.people.rowCount() == 0)
    qtbot.waitUntil(lambda: "Nobody would pay anything" in shown.table.empty_words())


def test_the_list_is_exported_and_the_paper_looked_at(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    with_seconds(desk)
    shown = worked_out(qtbot, tools, desk, typed(qtbot, tools, desk))
    shown.table.setFocus()
    assert in_front(shown)
    QTest.keyClick(shown.table, Qt.Key.Key_P, CONTROL)
    paper = dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: tools.operations.quiet)
    paper.close()
    qtbot.waitUntil(lambda: showing(PreviewDialog) is None)
    shown.activateWindow()
    assert in_front(shown)
    QTest.keyClick(shown.table, Qt.Key.Key_E, CONTROL)
    dialog(qtbot, QFileDialog).reject()
