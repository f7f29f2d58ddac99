"""One sitting at the program: started on a data folder, driven by keys and clicks at what is shown, closed again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeout
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.main_window import MainWindow
from qualitydesk.app.start import Program
from qualitydesk.app.wiring import Desk
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.kit.crash import CrashDialog

RAIL = ("today", "rounds", "complaints", "penalties", "members", "trends", "standards", "directory", "settings")
PATIENCE = 20_000  # milliseconds: far more than anything here takes, so that a busy computer fails nothing
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
W = TypeVar("W", bound=QWidget)


def gone(dialog: QWidget) -> bool:
    """Whether a dialog has closed; most die of it."""
    return not shiboken6.isValid(dialog) or not dialog.isVisible()


class Sitting:
    """The running program and the hands of whoever sits before it."""

    def __init__(
        self, qapp: QApplication, qtbot: QtBot, home: Path, *, url: str = "", language: str = "", sample: bool = False
    ) -> None:
        self._qtbot = qtbot
        self._log = home / "logs" / "qualitydesk.log"
        self._closed = False
        self.bugs_wanted = False  # by a test that makes one
        self.home = home
        self.program = Program(qapp, url=url, sample=sample, language=language)
        self.program.open()
        QTest.qWaitForWindowExposed(self.window)

    # What is there

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def desk(self) -> Desk:
        desk = self.window.desk
        assert desk is not None
        return desk

    @property
    def services(self) -> Services:
        services = self.program.services
        assert services is not None
        return services

    def dialogs(self) -> list[QDialog]:
        """What is open over the window, newest last."""
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        mine = [one for one in found if self._is_mine(one)]
        top = QApplication.activeModalWidget()
        return sorted(mine, key=lambda one: (one is top, self._depth(one)))

    def dialog(self, kind: type[W]) -> W:
        """The newest dialog, once it is there and has the keys; it must be of this kind."""
        self.until(lambda: any(isinstance(one, kind) for one in self.dialogs()))
        found = next(one for one in reversed(self.dialogs()) if isinstance(one, kind))
        assert in_front(found)
        return found

    def words(self) -> str:
        """Every label the user can read now, in the window and in what is open over it."""
        shown = (label for part in (self.window, *self.dialogs()) for label in part.findChildren(QLabel))
        return "\n".join(label.text() for label in shown if label.isVisible() and label.text())

    # Waiting

    def until(self, reached: Callable[[], bool]) -> None:
        """Let the program run until something holds."""
        try:
            self._qtbot.waitUntil(reached, timeout=PATIENCE)
        except QtTimeout:
            pytest.fail(f"it did not come about; on screen stands:\n{self.words()}")

    def rest(self) -> None:
        """Until everything asked for is told; a bug meanwhile fails here, with its report."""
        self.until(lambda: self.program.operations.quiet)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.no_crash()

    def until_quiet(self, reached: Callable[[], bool]) -> None:
        """Until something holds and nothing is under way."""
        self.until(lambda: reached() and self.program.operations.quiet)

    def at_work(self) -> Sitting:
        """Until the pages are there."""
        self.until(lambda: self.window.desk is not None)
        self.rest()
        self.front()
        return self

    def front(self) -> None:
        """The window has the keys again after a dialog closed."""
        self.until(lambda: not self.dialogs())
        assert in_front(self.window)

    def no_crash(self) -> None:
        if self.bugs_wanted:
            return
        found = [one for one in self.dialogs() if isinstance(one, CrashDialog)]
        assert not found, found[0].report()
        assert not self._log.exists(), self._log.read_text(encoding="utf-8")

    # Hands

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key to whatever has the focus, as the keyboard sends it; then wait until the program has done with it."""
        if QApplication.activePopupWidget() is None:
            assert in_front((self.dialogs() or [self.window])[-1])
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifiers)
        self.rest()

    def control(self, key: Qt.Key, *, shift: bool = False) -> None:
        self.press(key, CONTROL_SHIFT if shift else CONTROL)

    def write(self, text: str) -> None:
        """Type a text where the cursor stands."""
        assert in_front((self.dialogs() or [self.window])[-1])
        focus = QApplication.focusWidget()
        assert focus is not None
        type_words(focus, text)

    def type(self, *texts: str) -> None:
        """Texts into one field after the other, Tab between them."""
        for text in texts:
            self.write(text)
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(QApplication.activePopupWidget() or focus, Key.Key_Tab)

    def field(self, name: str, where: QWidget | None = None) -> QWidget:
        """The editor with this accessible name that can be seen, in the newest dialog or the window."""
        around = where or (self.dialogs() or [self.window])[-1]
        found = [one for one in around.findChildren(QWidget) if one.accessibleName() == name and one.isVisible()]
        assert found, f"no field {name!r} among {sorted({w.accessibleName() for w in around.findChildren(QWidget)})}"
        return found[0]

    def fill(self, **fields: str) -> None:
        """Type into fields by their names."""
        for name, text in fields.items():
            type_over(self.field(name), text)

    def click(self, words: str, where: QWidget | None = None) -> None:
        """Click the button that says (or is named) this."""
        around = where or (self.dialogs() or [self.window])[-1]
        buttons = [
            one
            for one in around.findChildren(QAbstractButton)
            if words in (one.text().strip(), one.accessibleName()) and one.isVisible() and one.isEnabled()
        ]
        assert buttons, f"no button {words!r} among {[b.text() for b in around.findChildren(QAbstractButton)]}"
        at = QPoint(min(12, buttons[0].width() // 2), buttons[0].height() // 2)  # on the tick of a wide box
        self._qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton, pos=at)
        self.rest()

    def page(self, entry: str) -> None:
        """Alt+1 … Alt+7: an entry of the rail, by its key."""
        self.front()
        number = RAIL.index(entry) + 1
        QTest.keyClick(self.window, str(number), Qt.KeyboardModifier.AltModifier)
        self.rest()

    def walk_keys(self, signs: str) -> None:
        """Answers and other keys of the walking page, each when the one before it is on disk."""
        for sign in signs:
            self.press(sign)
            self.settle()

    def settle(self) -> None:
        """Until nothing of the round being walked is under way."""
        page = self.walking()
        self.until(lambda: page.walker is None or page.walker.quiet)
        self.rest()

    def walking(self) -> WalkPage:
        page = self.window.current_page()
        assert isinstance(page, WalkPage)
        return page

    def item_in_view(self) -> tuple[str, str]:
        """Person and item the walking page shows, as its title and caption tell."""
        walker = self.walking().walker
        assert walker is not None
        return walker.course.stop.name, walker.course.item.code

    # The end

    def close(self) -> None:
        """Close the window as the user does, and let the program end."""
        if self._closed:
            return
        self._closed = True
        self.window.close()
        self.until(lambda: not self.window.isVisible())
        self._end()

    def give_up(self) -> None:
        """After a test, whatever it left open: nothing of this program stays in the application."""
        if not self._closed:
            self._closed = True
            self._end()

    def _end(self) -> None:
        program = self.program
        program.close_down()
        program.speak("en")
        for one in self.dialogs():
            one.hide()
            one.deleteLater()
        program.window.hide()
        program.window.deleteLater()
        program.look.deleteLater()
        program.operations.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _is_mine(self, one: QWidget) -> bool:
        return self._depth(one) > 0 or isinstance(one, CrashDialog)

    def _depth(self, one: QWidget) -> int:
        """How many windows lie under this one down to the main window; 0: it belongs to another program."""
        depth, around = 0, one.parentWidget()
        while around is not None:
            depth += 1
            if around is self.window:
                return depth
            around = around.parentWidget()
        return 0
