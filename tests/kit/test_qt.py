"""What we rely on in the Qt binding itself."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel


def test_calling_qt_does_not_eat_references_of_none(qtbot: object) -> None:
    """PySide6 6.12.0 takes one from None at each void call and aborts CPython 3.11 after some thousands."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert before - sys.getrefcount(None) <= 100
