"""Editors of values: found by any part of a name or number, days with their weekday, amounts in fen."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListWidget, QPushButton, QVBoxLayout

from qualitydesk.basics.initials import is_ready
from qualitydesk.kit.dates import day_long, day_words, moment_words
from qualitydesk.kit.pickers import Choice, DayPicker, ManyPicker, MomentPicker, MoneyBox, NumberBox, Picker
from qualitydesk.kit.pickers.day_line import DayLine

PEOPLE = (
    Choice(1, "张𬱖", "E0012", "zw"),
    Choice(2, "王小明", "E0100", "wxm"),
    Choice(3, "王小明月", "E0101", "wxmy"),
)


class Form(QDialog):
    """A picker above a default button, with a hand on the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.picker = Picker(PEOPLE, optional=True)
        self.saved = 0
        default = QPushButton("保存")
        default.setDefault(True)
        default.clicked.connect(self._count)
        column = QVBoxLayout(self)
        column.addWidget(self.picker)
        column.addWidget(default)

    def _count(self) -> None:
        self.saved += 1

    def press(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            for one in key if isinstance(key, str) else (key,):
                popup = self.picker.completer().popup()
                QTest.keyClick(popup if popup.isVisible() else self.picker, one)


@pytest.fixture
def form(qtbot: object) -> Form:
    made = Form()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.picker.setFocus()
    return made


def typed(picker: Picker, qtbot: object, text: str) -> None:
    line = picker.lineEdit()
    line.setText(text)  # QTest types ASCII only
    line.editingFinished.emit()


@pytest.mark.parametrize(
    ("text", "key"), [("𬱖", 1), ("0012", 1), ("zw", 1), ("e0101", 3), ("明月", 3), ("王小明  E0100", 2)]
)
def test_a_person_is_found_by_name_number_or_initials(qtbot: object, text: str, key: int) -> None:
    picker = Picker(PEOPLE)
    qtbot.addWidget(picker)
    told: list[object] = []
    picker.picked.connect(told.append)
    typed(picker, qtbot, text)
    assert picker.chosen() == key and told == [key]


def test_posts_and_departments_are_found_by_initials_as_soon_as_they_can_be_read(form: Form, qtbot: object) -> None:
    form.picker.show_choices([Choice("guide", "导医"), Choice("cashier", "收费员"), Choice("nurse", "护士", "N1")])
    many = ManyPicker([Choice("guide", "导医"), Choice("nurse", "护士")])
    qtbot.addWidget(many)
    many.show()
    qtbot.waitUntil(is_ready, timeout=30_000)  # loaded beside, since the picker had the focus
    form.picker.lineEdit().selectAll()
    form.press("sfy", Qt.Key.Key_Return)
    assert form.picker.chosen() == "cashier" and form.saved == 0
    many._search.setText("hs")
    assert [many._list.item(at).isHidden() for at in range(2)] == [True, False]


def test_what_fits_nobody_or_several_goes_back(qtbot: object) -> None:
    picker = Picker(PEOPLE)
    qtbot.addWidget(picker)
    picker.choose(1)
    for text, said in (("赵", 'Nothing fits "赵"'), ("王小", 'Several fit "王小"'), ("", "")):
        typed(picker, qtbot, text)
        assert picker.chosen() == 1 and picker.lineEdit().text() == "张𬱖  E0012"
        assert picker.toolTip().startswith(said) and bool(picker.property("problem")) == bool(said)


@pytest.mark.parametrize(
    ("text", "key"), [("wang m", 3), ("wang min", 1), ("li", 2), ("e2", 2), ("朝阳", 5), ("zhao", 4), ("heping", 4)]
)
def test_the_one_named_so_or_beginning_so_is_meant(qtbot: object, text: str, key: int) -> None:
    offered = (
        Choice(1, "Wang Min", "E1"),
        Choice(2, "Li Wang Ming", "E2"),
        Choice(3, "Wang Meng", "E3") if text == "wang m" else Choice(3, "Wang Minyue", "E3 · Li"),
        Choice(4, "Zhao", "E4 · 朝阳", "heping zhaoyang"),
        Choice(5, "朝阳门诊", "E5", "zhaoyang heping2"),
    )
    picker = Picker(offered if text != "wang m" else offered[1:])
    qtbot.addWidget(picker)
    typed(picker, qtbot, text)
    assert picker.chosen() == key and not picker.property("problem")


def test_what_is_said_goes_with_the_next_letter_or_choice(qtbot: object) -> None:
    picker = Picker(PEOPLE)
    qtbot.addWidget(picker)
    said: list[str] = []
    picker.say_beside(said.append)
    typed(picker, qtbot, "赵")
    assert said[-1].startswith('Nothing fits "赵"') and picker.untaken() == said[-1] and picker.currentText() == "赵"
    typed(picker, qtbot, "李")
    picker.lineEdit().textEdited.emit("z")
    assert said[-1] == ""
    typed(picker, qtbot, "李")
    typed(picker, qtbot, "0012")
    assert said[-1] == "" and picker.untaken() == "" and picker.chosen() == 1


@pytest.mark.parametrize("taking", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_the_highlighted_one_is_taken(qtbot: object, form: Form, taking: Qt.Key) -> None:
    form.press("wx", Qt.Key.Key_Down, Qt.Key.Key_Down, taking)
    assert form.picker.chosen() == 3 and form.saved == 0
    assert form.picker.lineEdit().text() == "王小明月  E0101"


def test_a_long_pick_is_seen_from_its_beginning(form: Form) -> None:
    form.picker.show_choices((Choice(1, "Zhang", "长" * 90), *PEOPLE[1:]))
    form.picker.choose(1)
    form.picker.setMaximumWidth(160)
    form.picker.setFocus()
    form.press(Qt.Key.Key_End)
    assert form.picker.lineEdit().cursorPosition() > 90
    form.press(Qt.Key.Key_Tab)
    assert form.picker.lineEdit().cursorPosition() == 0


def test_enter_on_words_that_fit_nothing_does_not_press_the_default_button(qtbot: object, form: Form) -> None:
    form.press("qq", Qt.Key.Key_Return)
    assert form.saved == 0 and form.picker.property("problem")
    form.press(Qt.Key.Key_Return)  # he has been told
    assert form.saved == 1


def test_an_optional_pick_can_be_emptied(qtbot: object) -> None:
    picker = Picker(PEOPLE, optional=True)
    qtbot.addWidget(picker)
    assert picker.chosen() is None
    picker.choose(2)
    told: list[object] = []
    picker.picked.connect(told.append)
    typed(picker, qtbot, "")
    assert picker.chosen() is None and told == [None]


def test_the_list_narrows_to_what_fits(qtbot: object) -> None:
    picker = Picker(PEOPLE)
    qtbot.addWidget(picker)
    picker.completer().setCompletionPrefix("wx")
    assert picker.completer().completionCount() == 2
    assert picker.completer().currentCompletion() == "王小明  E0100"
    picker.completer().activated.emit("王小明月  E0101")
    assert picker.chosen() == 3


def test_other_choices_keep_what_was_chosen_if_they_can(qtbot: object) -> None:
    picker = Picker(PEOPLE)
    qtbot.addWidget(picker)
    picker.choose(2)
    picker.show_choices(PEOPLE[1:])
    assert picker.chosen() == 2
    picker.show_choices(PEOPLE[:1])
    assert picker.chosen() is None and picker.lineEdit().text() == ""
    assert not picker.choose(77)


def test_a_day_shows_its_weekday(qtbot: object) -> None:
    picker = DayPicker(date(2026, 11, 21))
    qtbot.addWidget(picker)
    told: list[object] = []
    picker.picked.connect(told.append)
    assert picker.findChild(DayLine).text() == "2026-11-21"
    assert [found.text() for found in picker.findChildren(QLabel) if found.text()][-1] == "Sat"
    picker.findChild(DayLine).stepBy(1)
    assert picker.day() == told[-1] != date(2026, 11, 21)
    picker.setAccessibleName("日期")
    assert picker.findChild(DayLine).accessibleName() == "日期"


def test_an_optional_day_may_be_none(qtbot: object) -> None:
    picker = DayPicker(None, optional=True)
    qtbot.addWidget(picker)
    assert picker.day() is None
    picker.findChild(DayLine).stepBy(1)
    assert picker.day() == date.today()  # noqa: DTZ011 - the picker starts at the user's own today
    told: list[object] = []
    picker.picked.connect(told.append)
    picker.findChild(QPushButton).click()
    assert picker.day() is None and told == [None]


def test_a_moment_is_handed_out_in_utc(qtbot: object) -> None:
    at = datetime(2026, 11, 21, 16, 30, tzinfo=UTC)
    picker = MomentPicker(at)
    qtbot.addWidget(picker)
    assert picker.moment() == at
    assert picker.findChild(DayLine).text() == "2026-11-22"  # half past midnight in Shanghai
    picker.set_moment(datetime(2026, 1, 1, tzinfo=UTC))
    assert picker.moment() == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "fen", "fine"), [("50", 5000, True), ("￥1,200.5", 120050, True), ("", None, True), ("五十", None, False)]
)
def test_an_amount_is_handed_out_in_fen(qtbot: object, text: str, fen: int | None, fine: bool) -> None:
    box = MoneyBox()
    qtbot.addWidget(box)
    box.setText(text)
    assert (box.fen(), box.is_amount()) == (fen, fine)
    box.editingFinished.emit()
    assert box.text() == {"50": "50.00", "￥1,200.5": "1,200.50"}.get(text, text)


def test_several_are_ticked_and_found(qtbot: object) -> None:
    picker = ManyPicker(PEOPLE)
    qtbot.addWidget(picker)
    told: list[object] = []
    picker.picked.connect(told.append)
    picker.choose((3, 1))
    assert picker.chosen() == (1, 3) and told == []
    shown = picker.findChild(QListWidget)
    shown.item(1).setCheckState(Qt.CheckState.Checked)
    assert told == [(1, 2, 3)]
    picker.findChild(QLineEdit).setText("wxm")
    assert [shown.item(at).isHidden() for at in range(3)] == [True, False, False]
    picker.show_choices(PEOPLE[1:])
    assert picker.chosen() == (2, 3)


def test_what_is_ticked_when_the_list_opens_stands_first(qtbot: object) -> None:
    picker = ManyPicker(PEOPLE)
    qtbot.addWidget(picker)
    picker.choose((3,))
    picker.show()
    offered = picker.findChild(QListWidget)
    assert [offered.item(at).text()[:4] for at in range(3)] == ["王小明月", "张𬱖  ", "王小明 "]
    offered.item(2).setCheckState(Qt.CheckState.Checked)
    assert picker.chosen() == (3, 2)


def test_a_name_of_forty_characters_needs_no_scroll_bar(qtbot: object) -> None:
    picker = ManyPicker((Choice(1, "长" * 40, "E0012 · 客服主任"), *PEOPLE))
    qtbot.addWidget(picker)
    picker.resize(240, 300)
    picker.show()
    offered = picker.findChild(QListWidget)
    assert not offered.horizontalScrollBar().isVisible()
    assert offered.visualItemRect(offered.item(0)).width() <= offered.viewport().width()
    assert offered.item(0).toolTip().startswith("长" * 40)


@pytest.mark.parametrize("typed", ["-7", "−7"])
def test_a_number_below_nought_is_shown_with_a_minus_and_typed_with_a_hyphen_too(qtbot: object, typed: str) -> None:
    box = NumberBox(-2, least=-50, most=50)
    box.setSuffix(" 分")
    qtbot.addWidget(box)
    assert box.text() == "−2 分"
    box.selectAll()
    line = box.findChild(QLineEdit)
    for letter in typed:
        QApplication.sendEvent(line, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    assert (box.value(), box.text()) == (-7, "−7 分")
    box.stepBy(8)
    assert box.text() == "1 分"


def test_a_number_has_its_bounds(qtbot: object) -> None:
    box = NumberBox(3, least=1, most=5)
    qtbot.addWidget(box)
    box.setValue(9)
    assert box.value() == 5


def test_days_and_moments_read_as_the_design_says() -> None:
    day = date(2026, 11, 21)
    assert (day_words(day), day_long(day), day_words(None)) == ("2026-11-21", "2026-11-21 Sat", "")
    assert moment_words(datetime(2026, 11, 21, 20, 5, tzinfo=UTC)) == "2026-11-22 04:05"
