"""Which of the telephone's new pictures belong to this item: they are seen, chosen and added, the others wait."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos.thumbs import PICTURE, UNDER, ThumbDelegate
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools

_SIDE = 16 * GRID
_AT_ONCE = 2


class PickDialog(QDialog):
    """All are chosen at first, so that Enter adds them all.

    Signals: `picked(list[Path])` the pictures chosen.
    """

    picked = Signal(object)

    def __init__(
        self, tools: Tools, photos: Photos, paths: Sequence[Path], belongs: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._photos = photos
        self._paths = list(paths)
        self.setWindowTitle(self.tr("New pictures from the telephone"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.list = QListWidget()
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.list.setItemDelegate(ThumbDelegate(_SIDE, told=True, ticks=True, parent=self))
        self.list.setAccessibleName(self.windowTitle())
        for path in self._paths:
            entry = QListWidgetItem()
            entry.setData(UNDER, (path.name, ""))
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, path.name)
            entry.setToolTip(path.name)
            self.list.addItem(entry)
            entry.setSelected(True)
        self._unread = list(reversed(self._paths))
        self.list.setCurrentRow(0, self.list.selectionModel().SelectionFlag.NoUpdate)
        self.list.itemSelectionChanged.connect(self._show_count)
        self.words = label("", tone="muted")
        self.add = button("", "check", self._add, role="primary")
        self.add.setDefault(True)
        cancel = button(self.tr("Cancel"), do=self.reject)
        title = label(self.tr("Which of them show: {item}?").format(item=belongs), "section", wrap=True)
        column = vbox(title, self.list, hbox(self.words, None, cancel, self.add), gap=GRID)
        column.setStretch(1, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Space", self.tr("Choose or leave the picture in view")),
            Key("Ctrl+A", self.tr("Choose all, or none"), self._all_or_none),
            Key("Return", self.tr("Add those chosen"), self._add),
            Key("Ctrl+Return", self.tr("Add those chosen"), self._add),
            Key("Esc", self.tr("Cancel; they are offered again")),
        )
        self.resize(84 * GRID, 60 * GRID)
        self._show_count()
        self.list.setFocus()
        for _ in range(_AT_ONCE):
            self._ask_next()

    def chosen(self) -> list[Path]:
        """The pictures chosen, in their order."""
        return [path for at, path in enumerate(self._paths) if self.list.item(at).isSelected()]

    def _ask_next(self) -> None:
        """One after another: a hundred pictures must not stand before what other pages ask."""
        if self._unread:
            path = self._unread.pop()
            self.tools.operations.read(
                self, self._read, path, then=partial(self._show, path), failed=self._not_read, topic=str(path)
            )

    def _read(self, path: Path) -> QImage:
        """On a lane: from the folder, small, upright."""
        return QImage.fromData(self._photos.preview_file(path, 2 * _SIDE))

    def _show(self, path: Path, image: QImage) -> None:
        self.list.item(self._paths.index(path)).setData(PICTURE, QPixmap.fromImage(image))
        self._ask_next()

    def _not_read(self, error: Exception) -> bool:
        self._ask_next()
        return isinstance(error, Refused)  # it stays grey; adding it says why

    def _all_or_none(self) -> None:
        if len(self.chosen()) == len(self._paths):
            self.list.clearSelection()
        else:
            self.list.selectAll()

    def _show_count(self) -> None:
        count = len(self.chosen())
        self.add.setText(self.tr("Add ({count})").format(count=count))
        self.add.setEnabled(count > 0)
        self.words.setText(self.tr("The others are offered again at the next item."))
        self.words.setVisible(count < len(self._paths))

    def _add(self) -> None:
        if paths := self.chosen():
            self.picked.emit(paths)
            self.accept()
