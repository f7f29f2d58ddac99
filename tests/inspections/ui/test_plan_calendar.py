"""The page of the inspection plan, by real keys: the month walked, planned, moved, the next round suggested."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.hands import type_words
from tests.inspections.ui.conftest import Shown

from qualitydesk.inspections.model import PlanDraft, RoundFilter
from qualitydesk.inspections.service import PlanCalendar, Plans, Suggestions
from qualitydesk.inspections.ui.plan_calendar import PlanCalendarPage
from qualitydesk.inspections.ui.plan_calendar.dialogs import ExceptionDialog, MoveDialog
from qualitydesk.inspections.ui.plan_calendar.exceptions import ExceptionsDialog
from qualitydesk.inspections.ui.plan_calendar.suggestion import SuggestionDialog
from qualitydesk.inspections.ui.plan_dialog import PlanDialog
from qualitydesk.inspections.ui.round_dialog import RoundDialog
from qualitydesk.inspections.ui.size_dialog import SizeDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.service.calendar import Calendar

TODAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 23)
Opened = Callable[[type[QWidget]], QWidget]


@pytest.fixture
def plans(house: Group) -> Plans:
    return Plans(house.database, house.clock, house.directory, house.rounds)


@pytest.fixture
def page(tools: Tools, house: Group, plans: Plans, shown: Shown, qtbot: QtBot) -> PlanCalendarPage:
    calendar = Calendar(house.database, house.clock)
    calendar.adopt_shipped(house.by())
    plan = PlanCalendar(house.database, house.clock, house.directory, house.rulebook, calendar, plans)
    parts = (house.directory, house.standards, house.rounds, plan, house.measures)
    suggestions = Suggestions(house.database, house.clock, *parts)
    made = PlanCalendarPage(tools, plan, suggestions, plans, house.rounds, house.standards, house.directory, house.by)
    shown(made)
    qtbot.waitUntil(lambda: made.grid.row() is not None and tools.operations.quiet)
    return made


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """The open dialog of a kind, as soon as it stands there."""

    def find(kind: type[QWidget]) -> QWidget:
        def there() -> list[QWidget]:
            return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

        qtbot.waitUntil(lambda: bool(there()))
        return there()[-1]

    return find


def press(page: PlanCalendarPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.grid, key)


def test_the_month_is_walked_by_arrows_and_turned_by_page_keys(
    page: PlanCalendarPage, tools: Tools, qtbot: QtBot
) -> None:
    assert page.title.text() == "2026-11" and page.grid.day() == TODAY
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert page.grid.day() == MONDAY
    assert page.details.text().splitlines()[0] == "2026-11-23 Mon · 朝阳门诊 · 日常巡查"
    assert "每个工作日 1 次 (11-23): 未到期, 0 of 1 done" in page.details.text()
    press(page, Qt.Key.Key_Down)
    assert page.grid.row() is not None and page.grid.row().kind == "self_check"  # type: ignore[union-attr]
    press(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: page.title.text() == "2026-12")
    assert "next year's notice" in page.banner.words(), "only the days around New Year are not announced"
    press(page, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.title.text() == "2026-11" and tools.operations.quiet)


def test_on_a_day_off_it_is_said_that_nothing_is_due(page: PlanCalendarPage) -> None:
    assert "Not a working day here: nothing is due." in page.details.text()
    assert not page.move_button.isEnabled() and page.plan_button.isEnabled()


def test_p_plans_a_round_of_this_row_on_this_day_and_m_moves_it_with_a_reason(
    page: PlanCalendarPage, plans: Plans, tools: Tools, opened: Opened, qtbot: QtBot
) -> None:
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_P)
    dialog = opened(PlanDialog)
    assert isinstance(dialog, PlanDialog)
    assert dialog.day.day() == MONDAY and dialog.kind.chosen() == "patrol"
    qtbot.waitUntil(lambda: tools.operations.quiet)
    dialog.press_save()
    qtbot.waitUntil(lambda: page.move_button.isEnabled() and tools.operations.quiet)
    assert "planned" in page.details.text()
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    press(page, Qt.Key.Key_M)
    move = opened(MoveDialog)
    assert isinstance(move, MoveDialog)
    move.press_save()
    assert set(move.problems_shown()) == {"reason"}
    move.day.set_day(MONDAY + timedelta(days=1))
    type_words(move.reason, "monthly meeting")
    move.press_save()
    qtbot.waitUntil(lambda: [one.day for one in plans.lines()] == [MONDAY + timedelta(days=1)])
    qtbot.waitUntil(lambda: not page.move_button.isEnabled() and tools.operations.quiet)


def test_enter_starts_the_planned_round_or_begins_one_of_this_row(
    page: PlanCalendarPage, house: Group, plans: Plans, tools: Tools, opened: Opened, qtbot: QtBot
) -> None:
    plans.plan(PlanDraft(TODAY, "patrol", house.institution, (house.me,), ("walk",)), house.by())
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: page.move_button.isEnabled() and tools.operations.quiet)
    press(page, Qt.Key.Key_Return)
    dialog = opened(RoundDialog)
    assert isinstance(dialog, RoundDialog)
    qtbot.waitUntil(lambda: tools.operations.quiet and bool(dialog.people.chosen()))
    with qtbot.waitSignal(page.walk_wanted):
        dialog.press_save()
    qtbot.waitUntil(lambda: tools.operations.quiet and "进行中" in page.details.text())
    with qtbot.waitSignal(page.walk_wanted):
        press(page, Qt.Key.Key_Return)  # an open round is gone on with
    assert [one.number for one in house.rounds.lines(RoundFilter())] == ["XJ-BJC-2026-0001"]


def test_the_next_round_is_suggested_with_sentences_and_keeps_them(
    page: PlanCalendarPage, house: Group, tools: Tools, opened: Opened, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(SuggestionDialog)
    assert isinstance(dialog, SuggestionDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    words = dialog.reasons.text()
    assert "有 2 人已满 30 天未受检，最久的是王导医1（从未受检）" in words and "可复算" in words
    assert dialog.lines.rowCount() == 2
    first = dialog.suggestion
    QTest.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.suggestion is not first and tools.operations.quiet)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    begun = opened(RoundDialog)
    assert isinstance(begun, RoundDialog)
    qtbot.waitUntil(lambda: tools.operations.quiet and len(begun.people.chosen()) == 2)
    with qtbot.waitSignal(page.walk_wanted):
        begun.press_save()
    qtbot.waitUntil(lambda: tools.operations.quiet)
    kind = house.rounds.lines(RoundFilter())[0].kind
    row = next(at for at in range(4) if (page.grid.go_to(TODAY, at), page.grid.row().kind == kind)[1])  # type: ignore[union-attr,func-returns-value]
    assert row >= 0
    qtbot.waitUntil(lambda: "Suggested because:" in page.details.text())


def test_exceptions_are_entered_and_ended(
    page: PlanCalendarPage, house: Group, tools: Tools, opened: Opened, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(ExceptionsDialog)
    assert isinstance(dialog, ExceptionsDialog)
    qtbot.waitUntil(lambda: tools.operations.quiet)
    assert "New exception" in dialog.table.empty_words()
    QTest.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = opened(ExceptionDialog)
    assert isinstance(form, ExceptionDialog)
    form.press_save()
    assert set(form.problems_shown()) == {"reason"}
    type_words(form.reason, "rebuilt")
    form.press_save()
    qtbot.waitUntil(lambda: dialog.lines.rowCount() == 1 and tools.operations.quiet)
    qtbot.waitUntil(lambda: "0 rounds due" in page.summary.text() or page.grid.row() is None)
    shown = [str(dialog.lines.index(0, at).data()) for at in range(4)]
    assert shown == ["朝阳门诊", "All kinds 不要求", "from 2026-11-21", "rebuilt"]


def test_how_many_to_look_at_is_reckoned_while_one_types(
    page: PlanCalendarPage, tools: Tools, opened: Opened, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(SizeDialog)
    assert isinstance(dialog, SizeDialog)
    dialog.population.setValue(60)
    assert "Look at 38 of 60" in dialog.estimate.text()  # methods §5.3: N = 60, ± 10 %
    assert "Look at 23 of 60: if 6 of them are bad" in dialog.detect.text()
    dialog.population.setValue(200)
    assert "Look at 66 of 200" in dialog.estimate.text()
    dialog.population.setValue(3)
    assert dialog.estimate.text().startswith("All 3 must be looked at")


def test_who_was_not_seen_is_told_by_department_post_and_person(
    page: PlanCalendarPage, tools: Tools, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.coverage.lines.rowCount() > 0)
    assert "have not been on a round for 30 days" in page.coverage.summary.text()
    page.coverage.by.choose("people")
    page.coverage.by.picked.emit("people")
    names = [str(page.coverage.lines.index(row, 0).data()) for row in range(page.coverage.lines.rowCount())]
    assert any("王导医1" in name for name in names)
    assert str(page.coverage.lines.index(0, 3).data()) == "never"


def test_a_number_reckoned_is_taken_over_where_it_was_asked_for(tools: Tools, qtbot: QtBot) -> None:
    taken: list[int] = []
    dialog = SizeDialog(tools, 60, take=taken.append)
    dialog.open()
    assert dialog.take_estimate.isVisible()
    QTest.mouseClick(dialog.take_detect, Qt.MouseButton.LeftButton)
    assert taken == [23]
