"""Pictures out of the clipboard or dragged in: files or bare pictures, whatever program they come from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


def files_in(data: QMimeData) -> list[Path]:
    """The files named there that lie on this computer; web addresses are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def image_in(data: QMimeData) -> QImage | None:
    """A picture itself, None when there is none."""
    found = data.imageData() if data.hasImage() else None
    image = found if isinstance(found, QImage) else None
    return image if image is not None and not image.isNull() else None


def brings_pictures(data: QMimeData) -> bool:
    """Whether something dragged here could be taken."""
    return bool(files_in(data)) or data.hasImage()


class DropGround(QObject):
    """Lets pictures be dropped anywhere on a page, also upon editors, which would take a file for its name.

    Signals: `dropped(QMimeData)`; what is in it may be read only while the signal is heard.
    """

    dropped = Signal(object)

    def __init__(self, *grounds: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or grounds[0])
        for ground in grounds:
            ground.setAcceptDrops(True)
            ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        if not brings_pictures(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(event.mimeData())
        return True


class PasteGround(QObject):
    """Lets the page have Ctrl+V in its editors when what was copied are pictures; words stay the editor's."""

    def __init__(self, *editors: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        for editor in editors:
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        data = QGuiApplication.clipboard().mimeData()
        if not files_in(data) and (data.hasText() or not data.hasImage()):
            return False
        event.ignore()  # not claimed here, it goes on to the page's shortcut
        return True
