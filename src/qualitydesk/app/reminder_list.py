"""The list 提醒: clocks told of lately that still run, each one key from its case; and the notice in the tray."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QSystemTrayIcon, QWidget

from qualitydesk.app.reminders import Line, due_of, words_of
from qualitydesk.basics.phrases import say
from qualitydesk.basics.reminders import Reminder
from qualitydesk.complaints.model import Level
from qualitydesk.complaints.ui.words import left_tone, left_words, level_numeral, level_tone
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.icons import icon
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools

_NAMED = 4  # clocks named in one notice
_REQUEST = "request"  # the source of `complaints.service.reminding`, which the start does not need
_SECONDS = 10_000  # milliseconds a notice stays


class ReminderList(QDialog):
    """The reminders of the last days.

    Signals: `wanted(Reminder)` its case is to be opened; the list closes.
    """

    wanted = Signal(object)

    def __init__(self, tools: Tools, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Reminders"))
        language = tools.language
        columns = (
            Column(self.tr("Number"), lambda line: line.reminder.number, width=136),
            Column("", _numeral, tone=_level_tone, width=40),
            Column(
                self.tr("Clock"),
                lambda line: say(language, line.reminder.title),
                stretch=True,
                tip=lambda line: words_of(line.reminder, now(), language),
            ),
            Column(self.tr("Institution"), lambda line: line.reminder.institution, width=176, elide="left"),
            Column(self.tr("Due"), lambda line: due_of(line.reminder, language), width=144),
            Column(
                self.tr("Time"),
                lambda line: left_words(line.reminder.due_at, now(), language),
                tone=lambda line: left_tone(line.reminder.due_at, now(), limit=line.reminder.limit),
                align="right",
                width=168,
            ),
            Column(self.tr("Told"), lambda line: moment_words(line.told_at), tone=lambda _line: "muted", width=144),
        )
        self.lines = TableModel(columns, key=lambda line: line.reminder.clock, parent=self)
        empty = self.tr("Nothing was reminded of in the last seven days that still runs.")
        self.table = Table(self.lines, name=self.tr("Reminders"), empty=empty)
        self.table.opened.connect(self._go)
        self.open_button = button("", "arrow-right", self._open, role="primary")
        self.open_button.setEnabled(False)
        self._name_button(None)
        self.table.picked.connect(self._name_button)
        hint = label(
            self.tr("Clocks that were reminded of and still run. Enter opens the case or request."),
            "hint",
            wrap=True,
        )
        foot = hbox(None, button(self.tr("Close"), do=self.reject), self.open_button)
        column = vbox(hint, self.table, foot, gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(128 * GRID, 60 * GRID)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, the cursor on the first."""
        self.lines.show_rows(lines)
        self.table.setFocus()
        if lines:
            self.table.select_key(lines[0].reminder.clock)

    def _name_button(self, row: object) -> None:
        """What opens is said: a case or an internal request."""
        request = isinstance(row, Line) and row.reminder.source == _REQUEST
        self.open_button.setText(self.tr("Open the request") if request else self.tr("Open the case"))
        self.open_button.setEnabled(row is not None)

    def _open(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._go(row)

    def _go(self, row: object) -> None:
        assert isinstance(row, Line)
        self.accept()
        self.wanted.emit(row.reminder)


class Tray(QObject):
    """Notices of the system; where it has no tray nothing is shown, and the program alone tells.

    Signals: `clicked` a notice or the icon.
    """

    clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None

    def say(self, title: str, words: str) -> None:
        """Show a notice. The icon comes with the first one."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(icon("complaints", "accent"), self)
            self._icon.setToolTip("QualityDesk")
            self._icon.messageClicked.connect(self.clicked)
            self._icon.activated.connect(lambda _reason: self.clicked.emit())
            self._icon.show()
        self._icon.showMessage(title, words, QSystemTrayIcon.MessageIcon.NoIcon, _SECONDS)

    def hide(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon = None


def notice(found: Sequence[Reminder], now: datetime, language: str) -> tuple[str, str]:
    """(title, words) of one notice, however many came up at once; numbers of cases and clocks, no names."""
    if len(found) == 1:
        return found[0].number, words_of(found[0], now, language)
    named = [
        say(language, "reminders.one", number=one.number, clock=say(language, one.title)) for one in found[:_NAMED]
    ]
    words = say(language, "reminders.between").join(named)
    if len(found) > _NAMED:
        words += say(language, "reminders.more")
    count = say(language, "reminders.several", count=len(found))
    return say(language, "reminders.title"), say(language, "reminders.notice", count=count, clocks=words)


def _numeral(line: Line) -> str:
    level = line.reminder.level
    return level_numeral(Level(level)) if level else ""


def _level_tone(line: Line) -> str:
    level = line.reminder.level
    return level_tone(Level(level) if level else None)
