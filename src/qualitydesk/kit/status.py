"""The quiet line at the bottom: who is at work, on which database, saved or saving, when the last good backup was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from qualitydesk.kit.elided import ElidedLabel
from qualitydesk.kit.pieces import IconLabel, hbox, set_tone
from qualitydesk.kit.theme import EDGE, GRID

if TYPE_CHECKING:
    from datetime import datetime


class StatusLine(QFrame):
    """Four facts, each an icon and a few words; before them, when there is one, a warning that wants to be seen, and
    the way to reminders.

    Signals: `reminders_wanted` their button was pressed.
    """

    reminders_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._kept = 0
        self._who, self._database = ElidedLabel(), ElidedLabel()  # names and addresses may be long
        self._backup, self._saved = QLabel(), QLabel()
        for words in (self._who, self._database, self._backup, self._saved):
            words.setProperty("role", "caption")
        self._backup.setProperty("tone", "warning")
        self._saved_sign = IconLabel("check", "good", 2 * GRID)
        self._backup_sign = IconLabel("shield", "muted", 2 * GRID)
        self._warning = ElidedLabel()
        self._warning.setProperty("role", "caption")
        self._warning.setProperty("tone", "danger")
        self._warning_sign = IconLabel("alert", "danger", 2 * GRID)
        for part in (self._warning, self._warning_sign):
            part.hide()
        self.reminders: QPushButton | None = None
        row = self._row = hbox(
            hbox(self._warning_sign, self._warning, gap=GRID // 2),
            hbox(IconLabel("user", "muted", 2 * GRID), self._who, gap=GRID // 2),
            hbox(IconLabel("database", "muted", 2 * GRID), self._database, gap=GRID // 2),
            None,
            hbox(self._backup_sign, self._backup, gap=GRID // 2),
            hbox(self._saved_sign, self._saved, gap=GRID // 2),
            gap=3 * GRID,
        )
        row.setContentsMargins(EDGE, GRID // 2, EDGE, GRID // 2)
        self.setLayout(row)
        self.show_pending(0)
        self.show_backup(None)

    def show_who(self, words: str) -> None:
        self._take_as_written()
        _say(self._who, words)

    def show_database(self, words: str) -> None:
        self._take_as_written()
        _say(self._database, words)

    def show_warning(self, words: str, more: str = "") -> None:
        """Something is amiss with this computer; "" takes it away. `more` stands in the tip."""
        _say(self._warning, words)
        self._warning.setToolTip(more)
        for part in (self._warning, self._warning_sign):
            part.setVisible(bool(words))

    def warning(self) -> str:
        return self._warning.text()

    def _take_as_written(self) -> None:
        """What comes from outside is never markup. Not said of the labels at once: see `style`."""
        from PySide6.QtCore import Qt

        for words in (self._who, self._database):
            words.setTextFormat(Qt.TextFormat.PlainText)

    def show_reminders(self, words: str, more: str = "") -> None:
        """Clocks that nobody has looked at yet, in a few words; "" takes the button away. `more` stands in the tip."""
        if self.reminders is None:
            if not words:
                return
            from qualitydesk.kit.pieces import button  # not for the first paint

            self.reminders = button("", "bell", self.reminders_wanted.emit, role="foot")
            self._row.insertWidget(0, self.reminders)
        self.reminders.setText(words)
        self.reminders.setToolTip(more)
        self.reminders.setVisible(bool(words))

    def show_kept(self, writes: int) -> None:
        """Connect to `operations.kept`: what failed is not called saved until it is."""
        self._kept = writes
        self.show_pending(0)

    def show_pending(self, writes: int) -> None:
        """Connect to `operations.state`."""
        if self._kept:
            _say(self._saved, self.tr("Not saved: {count}").format(count=self._kept))
            self._saved_sign.show_icon("error", "danger")
        elif writes:
            _say(self._saved, self.tr("Saving…"))
            self._saved_sign.show_icon("loader", "warning")
        else:
            _say(self._saved, self.tr("All saved"))
            self._saved_sign.show_icon("check", "good")

    def show_backup(self, at: datetime | None) -> None:
        """When the last backup that could be read back was made; None = never."""
        if at is None:
            _say(self._backup, self.tr("No backup yet"))
        else:
            from qualitydesk.kit.dates import moment_words  # not needed for the first paint

            _say(self._backup, self.tr("Backed up {moment}").format(moment=moment_words(at)))
        set_tone(self._backup, "warning" if at is None else "muted")
        self._backup_sign.show_icon("shield", "warning" if at is None else "muted")


def _say(where: QLabel, words: str) -> None:
    where.setText(words)
    where.setAccessibleName(words)
