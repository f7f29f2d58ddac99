"""Messages before they are sent: the text of each, to be copied; names and numbers in full only with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from qualitydesk.basics.masking import HIDDEN
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import MessageLine


class MessagesDialog(QDialog):
    """Shows blocks of (to whom, masked; text). Signals: `in_full_wanted()` names and numbers are to be copied, too."""

    in_full_wanted = Signal()

    def __init__(self, tools: Tools, blocks: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.tools = tools
        self._blocks = tuple(blocks)
        worded = any(text for _who, text in blocks)  # calls have none: their numbers are what is wanted
        self.setWindowTitle(self.tr("Message") if len(blocks) == 1 else self.tr("Messages"))
        if not worded:
            self.setWindowTitle(self.tr("Name and number"))
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(self.tr("Text of the message") if worded else self.tr("Name and number"))
        self.shown.setPlainText("\n\n".join(f"{who}\n{text}" for who, text in blocks))
        self._named = any(HIDDEN in text for _who, text in blocks)
        words = self.tr("Names and numbers are masked here; the text is as it is sent.")
        if self._named:
            words = self.tr("The text names the member in full: copy it with name and number.")
        elif not worded:
            words = self.tr("Name and number are masked here.")
        self.note = label(words, "caption", wrap=True)
        self.text_button = button(self.tr("Copy the text"), "copy", self.copy_text, role="primary")
        self.text_button.setDefault(True)
        self.full_button = button(self.tr("Copy with name and number…"), "eye", self.in_full_wanted.emit)
        self.close_button = button(self.tr("Close"), do=self.reject)
        for made in (self.text_button, self.full_button, self.close_button):
            made.setAutoDefault(True)
        self.text_button.setEnabled(worded and not self._named)
        self.text_button.setVisible(worded)
        column = vbox(
            self.shown, self.note, hbox(self.close_button, None, self.full_button, self.text_button), gap=EDGE
        )
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(80 * GRID, (36 if len(blocks) == 1 else 60) * GRID)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Ctrl+T", self.tr("Copy the text"), self.text_button.click),
            Key("Ctrl+U", self.tr("Copy with name and number, with a reason"), self.full_button.click),
            Key("Esc", self.tr("Close")),
        )
        (self.text_button if worded else self.full_button).setFocus()

    def copy_text(self) -> None:
        """One text as it stands; of several each under whom it is for."""
        alone = len(self._blocks) == 1
        words = self._blocks[0][1] if alone else self.shown.toPlainText()
        QGuiApplication.clipboard().setText(words)
        self.note.setText(self.tr("The text is on the clipboard.") if alone else self.tr("The texts are copied."))

    def show_full(self, lines: Sequence[MessageLine]) -> None:
        """Names and numbers in full, asked for with a reason: to be seen here and on the clipboard."""
        words = "\n\n".join(
            "\n".join(part for part in (f"{one.name} {one.telephone}", one.text) if part) for one in lines
        )
        self.shown.setPlainText(words)
        QGuiApplication.clipboard().setText(words)
        said = (
            self.tr("1 name and number is on the clipboard.")
            if len(lines) == 1
            else self.tr("{count} names and numbers are on the clipboard.")
        )
        self.note.setText(said.format(count=len(lines)))
