"""Pages, their keys and the rail: refresh when concerned and seen, F1 from the table that binds, arrows and marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.kit.elided import ElidedLabel
from qualitydesk.kit.keys import Key, KeysDialog, KeyTable, key_words
from qualitydesk.kit.page import EVERYTHING, Page
from qualitydesk.kit.rail import Rail, RailEntry
from qualitydesk.kit.status import StatusLine
from qualitydesk.kit.tools import Tools


class PeoplePage(Page):
    concerns = frozenset({Change.DIRECTORY, Change.SLIPS})

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, "人员", parent)
        self.refreshed: list[frozenset[Change]] = []
        self.deeds: list[str] = []
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        self.added = self.add_button("新增", "plus", self.add, role="primary", sequence="Ctrl+N")
        self.bind(Key("1", "合格", lambda: self.deeds.append("pass")), Key("Return", "打开"))

    def add(self) -> None:
        self.deeds.append("add")

    def refresh(self, changes: frozenset[Change]) -> None:
        self.refreshed.append(changes)


@pytest.fixture
def page(tools: Tools, qtbot: object) -> PeoplePage:
    made = PeoplePage(tools)
    qtbot.addWidget(made)
    return made


def test_a_page_reads_when_first_seen_and_then_what_concerns_it(page: PeoplePage, tools: Tools) -> None:
    changed = tools.operations.changed
    changed.emit(frozenset({Change.DIRECTORY}))
    assert page.refreshed == []
    page.show()
    assert page.refreshed == [EVERYTHING]
    changed.emit(frozenset({Change.DIRECTORY, Change.PAPERS}))
    changed.emit(frozenset({Change.PAPERS}))
    assert page.refreshed[1:] == [frozenset({Change.DIRECTORY})]
    page.hide()
    changed.emit(frozenset({Change.SLIPS}))
    changed.emit(frozenset({Change.DIRECTORY}))
    assert len(page.refreshed) == 2
    page.show()
    assert page.refreshed[2:] == [frozenset({Change.SLIPS, Change.DIRECTORY})]
    page.hide()
    page.show()
    assert len(page.refreshed) == 3


def active(page: PeoplePage, qtbot: object) -> None:
    page.show()
    page.activateWindow()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    qtbot.waitUntil(page.isActiveWindow)


def test_keys_do_what_the_table_says(page: PeoplePage, qtbot: object) -> None:
    active(page, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert page.deeds == ["add", "pass"]
    page.added.setEnabled(False)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.deeds == ["add", "pass"]


def test_a_field_in_focus_keeps_its_digits(page: PeoplePage, qtbot: object) -> None:
    active(page, qtbot)
    page.line.setFocus()
    qtbot.keyClick(page.line, Qt.Key.Key_1)
    assert page.line.text() == "1" and page.deeds == []


def test_f1_shows_the_very_table_that_binds(page: PeoplePage, qtbot: object) -> None:
    active(page, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_F1)
    dialog = page.findChild(KeysDialog)
    shown = {row.sequence: row.words for row in dialog.entries.all_rows()}
    assert shown == {
        "Ctrl+N": "新增",
        "1": "合格",
        "Return": "打开",
        "F5": "Read this page anew",
        "F1": "Show these keys",
    }
    bound = {found.key().toString() for found in page.findChildren(QShortcut)}
    assert bound == set(shown) - {"Return"}  # the table itself sees to Enter
    dialog.accept()


def test_f1_tells_also_the_keys_of_the_window_around(tools: Tools, qtbot: object) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    KeyTable(window, [Key("Ctrl+K", "查找", lambda: None)], help_key=False)
    inner = PeoplePage(tools, window)
    QVBoxLayout(window).addWidget(inner)
    assert [key.sequence for key in inner.key_table.shown()] == ["Ctrl+N", "1", "Return", "Ctrl+K", "F5", "F1"]


def test_keys_read_as_on_the_keyboard() -> None:
    assert (key_words("Up"), key_words("Ctrl+Left"), key_words("Ctrl+N")) == ("↑", "Ctrl+←", "Ctrl+N")


def test_a_button_tells_its_key(page: PeoplePage) -> None:
    assert page.added.toolTip() == "新增 (Ctrl+N)"


ENTRIES = (RailEntry("today", "今日", "today"), RailEntry("rounds", "巡检", "rounds"))


def test_the_rail_shows_only_the_pages_given_and_marks_what_opened(qtbot: object) -> None:
    rail = Rail(ENTRIES)
    qtbot.addWidget(rail)
    rail.show()
    assert rail.entry_keys() == ("today", "rounds") and rail.marked() == ""
    rail.mark("today")
    picked: list[str] = []
    rail.picked.connect(picked.append)
    first, second = rail.findChildren(QToolButton)
    second.click()
    assert picked == ["rounds"]
    assert rail.marked() == "today" and first.isChecked() and not second.isChecked()
    rail.mark("rounds")
    assert second.isChecked() and not first.isChecked()
    assert second.accessibleName() == "巡检"
    with pytest.raises(KeyError):
        rail.mark("members")


def test_the_rail_is_walked_by_arrows(qtbot: object) -> None:
    rail = Rail(ENTRIES)
    qtbot.addWidget(rail)
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    first, second = rail.findChildren(QToolButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    picked: list[str] = []
    rail.picked.connect(picked.append)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert picked == ["rounds"]


def test_a_long_title_gives_way_to_the_buttons(page: PeoplePage, look: object, qtbot: object) -> None:
    long = "欧阳慕容" * 10
    page.set_title("人员")
    least = page.minimumSizeHint().width()
    page.set_title(f"处分单 CF-BJC-2026-0001 · {long}")
    page.set_note(long)
    assert page.minimumSizeHint().width() <= least
    page.resize(600, 400)
    page.show()
    page.grab()  # painted, it knows what is cut
    assert page.added.mapTo(page, page.added.rect().topRight()).x() < 600
    heading = next(words for words in page.findChildren(ElidedLabel) if words.property("role") == "title")
    assert heading.is_cut() and heading.toolTip() == page.page_title() == page.accessibleName()
    assert 0 < heading.width() < 600
    page.set_title("人员")
    page.grab()
    assert not heading.is_cut() and heading.toolTip() == ""


def test_the_status_line_asks_for_no_more_width_for_a_long_name(look: object, qtbot: object) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    least = line.minimumSizeHint().width()
    line.show_who("欧阳慕容" * 10)
    line.show_database("postgresql://" + "x" * 200)
    assert line.minimumSizeHint().width() == least
