"""A day is typed from the front in whatever manner, pasted, stepped; what is no date is told beside the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qualitydesk.basics.errors import Problem
from qualitydesk.kit.dates import day_typed
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import DayPicker, MomentPicker
from qualitydesk.kit.tools import Tools

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
FIRST = date(2026, 1, 1)
THIS_YEAR = date.today().year  # noqa: DTZ011 - the field goes by the user's own year
WAYS = ["2027-01-01", "20270101", "2027/1/1", "2027.1.1", "2027-1-1", "2027 1 1", "2027/01/01"]


class Form(DraftDialog):
    """A day beside a line, saved as one does."""

    def __init__(self, tools: Tools, *, optional: bool = False) -> None:
        super().__init__(tools, "日子")
        self.day = DayPicker(None if optional else FIRST, optional=optional)
        self.words = QLineEdit()
        self.row = self.add_row("day", "日期", self.day)
        self.add_row("words", "说明", self.words)
        self.saved: list[object] = []
        self.submitted.connect(self.saved.append)

    def read_draft(self) -> object:
        return self.day.day()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return ()


def part(of: QWidget, kind: type[W]) -> W:
    found = of.findChild(kind)
    assert found is not None
    return found


@pytest.fixture
def form(tools: Tools, qtbot: QtBot) -> Callable[..., Form]:
    def make(*, optional: bool = False) -> Form:
        made = Form(tools, optional=optional)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.words.setFocus()
        made.day.setFocus()
        qtbot.waitUntil(made.day.line.hasFocus)
        return made

    return make


@pytest.mark.parametrize("typed", WAYS)
@pytest.mark.parametrize("before", ["as the field is come to", "with all of it chosen", "from the front", "clicked"])
def test_a_whole_day_is_typed_over_another(form: Callable[..., Form], typed: str, before: str) -> None:
    shown = form()
    line = shown.day.line
    if before == "with all of it chosen":
        QTest.keyClick(line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    elif before == "from the front":
        QTest.keyClick(line, Key.Key_Home)
    elif before == "clicked":
        shown.words.setFocus()
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QTest.keyClicks(line, typed)
    assert shown.day.day() == date(2027, 1, 1)
    QTest.keyClick(line, Key.Key_Tab)
    assert line.text() == "2027-01-01" and shown.row.problem.text() == ""


@pytest.mark.parametrize("typed", ["1-2", "01/02", "1.2"])
def test_without_a_year_this_one_is_meant(form: Callable[..., Form], typed: str) -> None:
    shown = form()
    QTest.keyClicks(shown.day.line, typed)
    QTest.keyClick(shown.day.line, Key.Key_Tab)
    assert shown.day.line.text() == f"{THIS_YEAR}-01-02"


@pytest.mark.parametrize(
    "pasted", ["2027-01-01", "2027年1月1日", " 2027/1/1 0:00", "２０２７．１．１", "2027-01-01 周五"]
)
@pytest.mark.parametrize("place", [Key.Key_Home, Key.Key_End, None])
def test_a_day_is_pasted_wherever_the_cursor_stands(
    form: Callable[..., Form], pasted: str, place: Qt.Key | None
) -> None:
    shown = form()
    if place is not None:
        QTest.keyClick(shown.day.line, place)
    QGuiApplication.clipboard().setText(pasted)
    QTest.keyClick(shown.day.line, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown.day.day() == date(2027, 1, 1)
    QTest.keyClick(shown.day.line, Key.Key_Tab)
    assert shown.day.line.text() == "2027-01-01"


@pytest.mark.parametrize("typed", ["2027-02-30", "2027", "27-1-1", "tomorrow", "1899-01-01", "2027-1-1-1"])
def test_words_that_are_no_date_are_told_beside_the_field_and_never_saved(
    form: Callable[..., Form], typed: str
) -> None:
    shown = form()
    QTest.keyClicks(shown.day.line, typed)
    QTest.keyClick(shown.day.line, Key.Key_Tab)
    said = f'"{typed}" is no date. Write it like 2026-11-21, 20261121 or 11-21.'
    assert shown.row.problem.text() == said and shown.day.line.text() == typed
    assert shown.day.line.accessibleDescription() == said
    shown.press_save()
    assert shown.saved == [] and shown.day.day() == FIRST
    QTest.keyClick(shown.day.line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(shown.day.line, "20270203")
    assert shown.row.problem.text() == ""
    shown.press_save()
    assert shown.saved == [date(2027, 2, 3)]


def test_enter_takes_a_day_and_keeps_the_dialog_from_being_saved_over_no_day(form: Callable[..., Form]) -> None:
    shown = form()
    QTest.keyClicks(shown.day.line, "2027-13-1")
    QTest.keyClick(shown.day.line, Key.Key_Return)
    assert shown.saved == [] and "is no date" in shown.row.problem.text()
    QTest.keyClick(shown.day.line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(shown.day.line, "2027-12-1")
    QTest.keyClick(shown.day.line, Key.Key_Return)
    assert shown.day.line.text() == "2027-12-01"


def test_what_must_be_a_day_cannot_be_emptied_what_may_be_none_can(form: Callable[..., Form]) -> None:
    must = form()
    QTest.keyClick(must.day.line, Key.Key_Delete)
    QTest.keyClick(must.day.line, Key.Key_Tab)
    assert must.day.day() == FIRST and must.day.line.text() == "2026-01-01"
    may = form(optional=True)
    told: list[object] = []
    may.day.picked.connect(told.append)
    QTest.keyClicks(may.day.line, "20270101")
    assert told == [date(2027, 1, 1)]
    QTest.keyClick(may.day.line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(may.day.line, Key.Key_Delete)
    assert may.day.day() is None and told[-1] is None
    assert not part(may.day, QPushButton).isVisible()


def test_arrows_step_the_part_the_cursor_stands_in(form: Callable[..., Form]) -> None:
    shown = form()
    line = shown.day.line
    QTest.keyClick(line, Key.Key_Up)
    assert line.text() == "2026-01-02"
    QTest.keyClick(line, Key.Key_Home)
    QTest.keyClick(line, Key.Key_Up)
    assert line.text() == "2027-01-02"
    for _step in range(5):
        QTest.keyClick(line, Key.Key_Right)
    QTest.keyClick(line, Key.Key_Down)
    assert line.text() == "2026-12-02"
    QTest.keyClick(line, Key.Key_PageUp)
    assert shown.day.day() == date(2027, 1, 2)


def test_the_calendar_opens_by_key_and_gives_its_day(form: Callable[..., Form], qtbot: QtBot) -> None:
    shown = form()
    QTest.keyClick(shown.day.line, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = part(shown.day.line, QCalendarWidget)
    qtbot.waitUntil(calendar.isVisible)
    assert calendar.selectedDate() == QDate(2026, 1, 1)
    calendar.activated.emit(QDate(2026, 1, 15))
    assert shown.day.day() == date(2026, 1, 15) and not calendar.isVisible()


def test_in_a_line_of_filters_what_is_no_date_goes_back_with_a_tip(qtbot: QtBot) -> None:
    picker = DayPicker(FIRST)
    qtbot.addWidget(picker)
    picker.line.setText("2027-02-30")
    picker.line.editingFinished.emit()
    assert picker.line.text() == "2026-01-01" and "2027-02-30" in picker.line.toolTip()
    assert [one.text() for one in picker.findChildren(QLabel) if one.text()] == ["Thu"]


def test_a_moment_tells_of_its_day(qtbot: QtBot) -> None:
    picker = MomentPicker()
    qtbot.addWidget(picker)
    told: list[str] = []
    picker.say_beside(told.append)
    part(picker, QLineEdit).setText("x")
    part(picker, QLineEdit).editingFinished.emit()
    assert told == [picker.untaken()] and '"x" is no date' in told[0]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-11-21 Sat", date(2026, 11, 21)),
        ("2026年11月21日（周六）", date(2026, 11, 21)),
        ("11月21日", date(2025, 11, 21)),
        ("11。21", date(2025, 11, 21)),
        ("2024-2-29", date(2024, 2, 29)),
        ("2-29", None),
        ("", None),
        ("202611", None),
        ("21/11/2026", None),
    ],
)
def test_the_manners_of_writing_a_day(words: str, day: date | None) -> None:
    assert day_typed(words, date(2025, 6, 1)) == day
