"""Remembers where windows stood and how wide columns were, and never puts a window where no screen is any more."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHeaderView

    from qualitydesk.basics.settings import SettingsFile

_LEAST = 64  # pixels of a window's title that must lie on a screen


class WindowPlaces(QObject):
    """Keeps geometry in the settings file, under `windows`; a few seconds' moves are written once."""

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._fresh: dict[str, str] = {}
        self._watched: dict[int, str] = {}
        self._soon = QTimer(self, singleShot=True, interval=1500)
        self._soon.timeout.connect(self.flush)

    @property
    def file(self) -> SettingsFile:
        """The settings of this computer, where places are kept beside other things."""
        return self._file

    def keep(self, window: QWidget, name: str) -> bool:
        """Restore a window's place and remember it from now on. False when there was none, or no screen shows it."""
        self._watched[id(window)] = name
        window.installEventFilter(self)
        restored = window.restoreGeometry(self._bytes(name))
        if restored and not _visible(window.geometry()):
            screen = QGuiApplication.primaryScreen().availableGeometry()
            size = window.size().boundedTo(screen.size())
            window.setGeometry(QRect(screen.topLeft(), size))
            return False
        return restored

    def keep_columns(self, header: QHeaderView, name: str, wanted: Callable[[], Sequence[int]]) -> bool:
        """Restore the widths of a table's columns and remember them. False when there were none.

        `wanted()` is what the user chose: in a narrow window the columns may be narrower for a while.
        """
        key = f"columns/{name}"
        widths = self._file.current.windows.get(key, "").split(",")
        known = len(widths) == header.count() and all(width.isdigit() for width in widths)
        if known:
            for column, width in enumerate(widths):
                header.resizeSection(column, int(width))

        def remember() -> None:
            widths = ",".join(map(str, wanted()))
            if widths != self._fresh.get(key, self._file.current.windows.get(key, "")):
                self._note(key, widths)

        header.sectionResized.connect(remember)
        return known

    def flush(self) -> None:
        """Write what has changed; called by itself after a moment, and once at closing."""
        if self._fresh:
            self._file.change(windows={**self._file.current.windows, **self._fresh})
            self._fresh.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Close, QEvent.Type.Hide) and isinstance(watched, QWidget):
            name = self._watched.get(id(watched))
            if name is not None:
                raw = bytes(watched.saveGeometry().data())
                self._note(name, base64.b64encode(raw).decode("ascii"))
        return False

    def _note(self, key: str, value: str) -> None:
        self._fresh[key] = value
        self._soon.start()

    def _bytes(self, name: str) -> QByteArray:
        try:
            return QByteArray(base64.b64decode(self._file.current.windows.get(name, ""), validate=True))
        except (binascii.Error, ValueError):
            return QByteArray()


def _visible(place: QRect) -> bool:
    """Whether enough of a window's upper edge lies on some screen to take hold of it."""
    edge = QRect(place.left(), place.top(), place.width(), _LEAST)
    return any(
        (shared := screen.availableGeometry().intersected(edge)).width() >= _LEAST and shared.height() >= _LEAST // 2
        for screen in QGuiApplication.screens()
    )
