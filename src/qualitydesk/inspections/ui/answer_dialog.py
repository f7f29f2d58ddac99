"""One answer to be read in full: who, which item, what was answered and the whole note, however long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from qualitydesk.kit.pieces import Facts, button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID, ROW

_WIDE = 72 * GRID


class AnswerDialog(QDialog):
    """The answer cannot be changed here; `photos` stand under its note. Enter and Esc close it."""

    def __init__(
        self,
        title: str,
        facts: Sequence[tuple[str, str]],
        note: str,
        parent: QWidget | None = None,
        *,
        photos: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        shown = Facts()
        shown.show_facts(facts)
        self.note = QPlainTextEdit(note)
        self.note.setReadOnly(True)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(2 * ROW)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("No note."))
        done = button(self.tr("Close"), do=self.accept, role="primary")
        done.setDefault(True)
        column = vbox(shown, label(self.tr("Note"), tone="muted"), self.note, gap=GRID)
        if photos is not None:
            column.addWidget(photos)
        column.addLayout(hbox(None, done))
        column.setStretch(2, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self._column = column
        self.setMinimumWidth(_WIDE)
        self.note.setFocus()

    def open(self) -> None:
        """As high as a long standard asks for; where the screen is lower, the note gives way."""
        room = self.screen().availableGeometry().height() - 10 * GRID
        self.resize(_WIDE, min(self._column.totalHeightForWidth(_WIDE), room))
        super().open()
