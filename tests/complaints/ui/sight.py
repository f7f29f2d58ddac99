"""A case's page in a window, driven as the supervisor drives it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.hands import in_front

from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.step_dialog import CaseStepDialog
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.tools import Tools

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Sight:
    """The page in a window."""

    def __init__(self, house: CaseHouse, tools: Tools, eye: Eye, shown: Shown) -> None:
        self.page = CasePage(tools, house.complaints, house.group.directory, house.clock, house.by, house.members)
        self._house, self._eye = house, eye
        self.window = shown(self.page)

    def show(self, case_id: UUID) -> None:
        self.page.show_case(case_id)
        self._eye.until(self.page.tabs.isVisible)

    def step_window(self) -> CaseStepDialog:
        """Ctrl+Return: the window of the present step."""
        assert in_front(self.window)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Key.Key_Return, CONTROL)
        return self._eye.dialog(CaseStepDialog)

    def save(self, dialog: DraftDialog) -> None:
        """A click on Save; the dialog closes or says why not."""
        kind = type(dialog)
        QTest.mouseClick(dialog.save_button, LEFT)
        self._eye.rest()
        self._eye.gone(kind)

    def menu(self, name: str) -> None:
        action = self.page.more.actions[name]
        assert action.isVisible(), name
        action.trigger()
        self._eye.rest()

    def tab(self, kind: type[QWidget]) -> QWidget:
        found = next(part for part in self.page.parts if isinstance(part, kind))
        self.page.tabs.setCurrentWidget(found)
        self._eye.rest()
        return found


def words_of(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text())
