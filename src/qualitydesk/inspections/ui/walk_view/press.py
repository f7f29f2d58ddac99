"""A button for the finger: at least 44 px either way, never narrower than its words, and without the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from qualitydesk.kit.icons import set_icon
from qualitydesk.kit.theme import ICON, WALK


class Press(QPushButton):
    """The walking page's button; its keys press it too, so it takes no focus."""

    def __init__(self, words: str, icon_name: str = "", do: Callable[[], object] | None = None) -> None:
        super().__init__(words)
        self.setAutoDefault(False)
        self.setProperty("role", "walk")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if icon_name:
            self.setIconSize(QSize(ICON - 4, ICON - 4))
            set_icon(self, icon_name, "text")
        if do is not None:
            self.clicked.connect(lambda _checked=False: do())

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(WALK, WALK))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(WALK, WALK))
