"""The line that finds anything: keys only, groups, the newest answer wins, what was typed is never lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_words

from qualitydesk.kit.keys import KeysDialog
from qualitydesk.kit.palette import Hit, HitsModel, Palette
from qualitydesk.kit.tools import Tools

Key = Qt.Key
PAGES = [Hit("rounds", "Pages", "巡检"), Hit("slips", "Pages", "处分单", "奖惩")]
PEOPLE = [Hit(at, "People", f"王小明{at}", f"E{at:03d}") for at in range(20)]


def at_hand(text: str) -> list[Hit]:
    return [hit for hit in PAGES if text in hit.text]


def search(text: str) -> Sequence[Hit]:
    return [hit for hit in PEOPLE if text in hit.text + hit.note] if text else PEOPLE[:2]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def palette(qtbot: QtBot, tools: Tools, window: QWidget) -> Palette:
    made = Palette(tools, "Search", "…", at_hand, search, window)
    made.open()
    assert in_front(made)
    qtbot.waitUntil(lambda: len(made.found.hits()) == 4)
    return made


def texts(palette: Palette) -> list[str]:
    return [hit.text for hit in palette.found.hits()]


def test_what_was_opened_lately_comes_first_and_pages_after_it(palette: Palette) -> None:
    assert texts(palette) == ["王小明0", "王小明1", "巡检", "处分单"]
    assert palette.current() == PEOPLE[0]


def test_typing_finds_and_arrows_walk_over_the_groups_round_and_round(qtbot: QtBot, palette: Palette) -> None:
    type_words(palette.line, "王小明1")
    qtbot.waitUntil(lambda: len(texts(palette)) == 11)
    assert palette.current() == PEOPLE[1]
    QTest.keyClick(palette.line, Key.Key_Down)
    assert palette.current() == PEOPLE[10]
    QTest.keyClick(palette.line, Key.Key_Up)
    QTest.keyClick(palette.line, Key.Key_Up)
    assert palette.current() == PEOPLE[19], "above the first stands the last"
    QTest.keyClick(palette.line, Key.Key_PageUp)
    QTest.keyClick(palette.line, Key.Key_PageUp)
    assert palette.current() == PEOPLE[1]


def test_enter_gives_the_hit_and_closes(qtbot: QtBot, palette: Palette) -> None:
    type_words(palette.line, "处分")
    qtbot.waitUntil(lambda: texts(palette) == ["处分单"])
    with qtbot.waitSignal(palette.wanted) as wanted:
        QTest.keyClick(palette.line, Key.Key_Return)
    assert wanted.args == [PAGES[1]]


def test_escape_closes_without_a_word(qtbot: QtBot, palette: Palette) -> None:
    with qtbot.assertNotEmitted(palette.wanted), qtbot.waitSignal(palette.finished):
        QTest.keyClick(palette.line, Key.Key_Escape)


def test_nothing_found_is_said_and_enter_then_does_nothing(qtbot: QtBot, palette: Palette) -> None:
    type_words(palette.line, "查无此人")
    qtbot.waitUntil(palette.nothing.isVisible)
    assert texts(palette) == [] and palette.current() is None
    QTest.keyClick(palette.line, Key.Key_Return)
    assert palette.isVisible()


def test_f1_tells_its_keys(palette: Palette) -> None:
    QTest.keyClick(palette.line, Key.Key_F1)
    (help_,) = palette.findChildren(KeysDialog)
    assert {"Up", "Down", "Return", "Esc"} <= {key.sequence for key in help_.entries.all_rows()}
    help_.accept()


def test_only_the_newest_answer_is_shown(qtbot: QtBot, tools: Tools, window: QWidget) -> None:
    """The first question hangs while later ones are answered; its answer comes last and is dropped."""
    held = threading.Event()

    def slow(text: str) -> Sequence[Hit]:
        if text == "a":
            held.wait(10)
        return [Hit(text, "Found", text)]

    made = Palette(tools, "Search", "…", lambda _text: [], slow, window)
    made.open()
    assert in_front(made)
    QTest.keyClicks(made.line, "ab")
    qtbot.waitUntil(lambda: texts(made) == ["ab"])
    held.set()
    qtbot.waitUntil(lambda: tools.operations.quiet)
    assert texts(made) == ["ab"]
    made.close()


def test_a_keypress_holds_the_window_up_for_less_than_fifty_milliseconds(qtbot: QtBot, palette: Palette) -> None:
    spent = []
    for letter in "E01":
        begun = time.thread_time()
        QTest.keyClick(palette.line, letter)
        spent.append(time.thread_time() - begun)
    qtbot.waitUntil(lambda: len(texts(palette)) == 10)
    assert max(spent) < 0.05


def test_the_model_of_hits_keeps_qts_rules_and_shows_each_once() -> None:
    model = HitsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    model.show_hits([PEOPLE[0], *PAGES, PEOPLE[0], PEOPLE[1]])
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "People",
        "王小明0",
        "Pages",
        "巡检",
        "处分单",
        "People",
        "王小明1",
    ]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    model.show_hits([])
    assert model.rowCount() == 0
