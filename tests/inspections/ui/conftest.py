"""Pages of inspections on a real SQLite file, over the real road off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_group, a_pack
from tests.hands import in_front
from tests.screens import Told, look, told, tools

from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import Given, RoundKind, Verdict
from qualitydesk.inspections.ui.standards.editor import PackEditor
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.storage.database import Database

__all__ = [
    "Hand",
    "Shown",
    "Told",
    "Walking",
    "house",
    "look",
    "operations",
    "shown",
    "told",
    "tools",
    "walking",
]


class Shown:
    """Shows widgets in a window and lets go of them after the test."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._windows: list[QWidget] = []

    def __call__(self, page: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        window.resize(1198, 736)
        with self._qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        self._windows.append(window)
        return window

    def close(self) -> None:
        for window in self._windows:
            window.close()
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.close()


@pytest.fixture
def operations(qapp: QApplication, told: Told) -> Iterator[Operations]:
    """A running road; closed after the test, which then must not have met a bug."""
    road = Operations(refused=lambda error, _asker: told.refusals.append(error), crashed=told.bugs.append)
    yield road
    road.close()
    assert told.bugs == []


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    """Two guides and a pack of four plain items, the last one critical."""
    made = a_group(sqlite_database, clock)
    made.hire_many(2)
    made.adopt(a_pack("walk", 4, critical=[4]), "walk")
    return made


class Hand:
    """A hand on the keyboard of a walking page: each key after the one before it is on disk, unless hasty."""

    def __init__(self, page: WalkPage, qtbot: QtBot) -> None:
        self.page = page
        self._qtbot = qtbot
        self.pressed = 0

    def press(self, keys: str) -> None:
        """Type signs one by one; after each, wait until everything is on disk."""
        for sign in keys:
            self.key(sign)

    def key(self, key: str | Qt.Key, wait: bool = True) -> None:
        if isinstance(key, str) and not key.isascii():  # QTest knows plain keys only
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, key)
            QApplication.sendEvent(self._focused(), event)
        else:
            QTest.keyClick(self._focused(), key)  # type: ignore[call-overload]
        self.pressed += 1
        if wait:
            self.settle()

    def haste(self, keys: str) -> None:
        """Type without waiting for anything."""
        for sign in keys:
            self.key(sign, wait=False)

    def settle(self) -> None:
        walker = self.page.walker
        self._qtbot.waitUntil(lambda: walker is None or walker.error is not None or walker.quiet, timeout=60_000)

    @property
    def at(self) -> tuple[int, int]:
        """The stop and item in view."""
        assert self.page.walker is not None
        place = self.page.walker.course.place
        return place.stop, place.item

    def answer_question(self, yes: bool = True) -> str:
        """Answer the question that stands open; its words."""
        dialog = self.page.findChildren(PromptDialog)[-1]
        words = dialog.words()
        QTest.keyClick(dialog, Qt.Key.Key_Return if yes else Qt.Key.Key_Escape)
        self._qtbot.waitUntil(lambda: self.page.findChildren(PromptDialog) == [])
        self.settle()
        return words

    def ask_to_finish(self) -> None:
        """Ctrl+Enter."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.pressed += 1

    def _focused(self) -> QWidget:
        """Who has the keyboard. A window manager would hand it back when a dialog closes; here we do."""
        if QApplication.focusWidget() is None:
            self.page.window().activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()


Walking = Callable[..., Hand]


@pytest.fixture
def walking(tools: Tools, house: Group, shown: Shown, qtbot: QtBot, clock: FixedClock, look: Look) -> Walking:
    """Opens a round on a page of its own and puts a hand on it."""

    def open_round(round_id: object) -> Hand:
        page = WalkPage(tools, house.rounds, house.by, clock)
        shown(page)
        page.open_walk(round_id)  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: page.walker is not None)
        return Hand(page, qtbot)

    return open_round


def finished(house: Group, *given: Given, kind: RoundKind = RoundKind.PATROL) -> UUID:
    """A finished round; the answers are those of the first person, the second passes."""
    round_id = house.begin("walk", kind=kind)
    walk = house.walk(round_id)
    for stop, answers in zip(walk.stops, (given, (Given(Verdict.PASS),) * 4), strict=True):
        for item, one in zip(walk.items[stop.id], answers, strict=False):
            house.rounds.record_answer(round_id, stop.id, item, one, house.by())
    house.rounds.finish_round(round_id, house.by())
    return round_id


@pytest.fixture
def standards_page(tools: Tools, house: Group, shown: Shown, qtbot: QtBot) -> StandardsPage:
    page = StandardsPage(tools, house.standards, house.directory, house.by)
    shown(page)
    qtbot.waitUntil(lambda: page.packs.rowCount() == 1 and page.items.rowCount() == 4)
    return page


@pytest.fixture
def editor(standards_page: StandardsPage, qtbot: QtBot) -> PackEditor:
    """The house's pack in the editor, opened by its key."""
    QTest.keyClick(standards_page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return opened(standards_page, PackEditor, qtbot)


def opened(page: StandardsPage, kind: type, qtbot: QtBot) -> object:  # type: ignore[type-arg]
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(kind)))
    found = [one for one in page.findChildren(kind) if one.isVisible()][-1]
    assert in_front(found)
    return found
