"""Files that will be kept with a case: chosen, dropped in, or pasted; read when the case is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QListWidget, QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.dropping import files_in, image_in
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID, ROW
from qualitydesk.kit.tools import Tools

Attached = Path | tuple[str, bytes]
"""A file of this computer, or a name and its content (a picture out of the clipboard)."""


class FilesField(QWidget):
    """Signals: `changed` another list of files."""

    changed = Signal()

    def __init__(self, tools: Tools, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._now = now
        self._files: list[Attached] = []
        self.choose_button = button(self.tr("Add files…"), "file", self._choose)
        self.remove_button = button(self.tr("Remove"), "x", self._remove, role="quiet")
        self._hint = label(self.tr("or drop them here, or paste with Ctrl+Shift+V"), "hint")
        self.shown = QListWidget()
        self.shown.setAccessibleName(self.tr("Files"))
        self.shown.setMaximumHeight(3 * ROW)
        self.setLayout(vbox(hbox(self.choose_button, self.remove_button, self._hint, None), self.shown, gap=GRID // 2))
        self.setFocusProxy(self.choose_button)
        self._show()

    def files(self) -> tuple[Attached, ...]:
        """What has been added, in order."""
        return tuple(self._files)

    def take(self, data: QMimeData) -> bool:
        """Files or a picture dragged in or copied. False when there are none."""
        if found := [path for path in files_in(data) if path.is_file()]:
            self.add(*found)
            return True
        image = image_in(data)
        if image is None:
            return False
        self.add((f"{self._now():%Y%m%d-%H%M%S}-{len(self._files) + 1}.png", png_of(image)))
        return True

    def paste(self) -> None:
        """What was copied elsewhere."""
        self.take(QGuiApplication.clipboard().mimeData())

    def add(self, *files: Attached) -> None:
        self._files += [one for one in files if one not in self._files]
        self._show()
        self.changed.emit()

    def _choose(self) -> None:
        kinds = self.tr("All files (*)")
        self._tools.prompts.open_paths(self.window(), self.tr("Add files"), kinds, lambda paths: self.add(*paths))

    def _remove(self) -> None:
        at = self.shown.currentRow()
        if 0 <= at < len(self._files):
            del self._files[at]
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.shown.clear()
        self.shown.addItems([one.name if isinstance(one, Path) else one[0] for one in self._files])
        self.shown.setVisible(bool(self._files))
        self.remove_button.setVisible(bool(self._files))
        if self._files:
            self.shown.setCurrentRow(len(self._files) - 1)


def read_files(files: tuple[Attached, ...]) -> list[tuple[str, bytes]]:
    """Names and contents, for a lane. Refused: file_unreadable."""
    return [(one.name, _content(one)) if isinstance(one, Path) else one for one in files]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused("file_unreadable", name=path.name) from error


def png_of(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub wants bytes, its code a text
    return bytes(kept.data())
