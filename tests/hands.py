"""Hands for tests of screens: type as a person does, Chinese through an input method; pick in a picker by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from qualitydesk.kit.pickers import Picker


def in_front(window: QWidget) -> bool:
    """Wait until a window is the one that gets the keys (isActiveWindow is true of an owner's dialogs too early)."""
    for _ in range(500):
        window.activateWindow()  # offscreen nobody does it when another window has closed
        focus = QApplication.focusWidget()
        if QApplication.activeWindow() is window and focus is not None and window.isAncestorOf(focus):
            return True
        QTest.qWait(2)
    return False


def type_words(widget: QWidget, text: str) -> None:
    """Latin letters by keys, everything else as an input method commits it (QTest's keys abort on it)."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def type_over(widget: QWidget, text: str) -> None:
    """Replace what stands in a line; in a picker also choose it, by Tab."""
    line = widget.lineEdit() if isinstance(widget, Picker) else widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    type_words(line, text)
    if isinstance(widget, Picker):
        widget.completer().popup().hide()
        QTest.keyClick(line, Qt.Key.Key_Tab)
