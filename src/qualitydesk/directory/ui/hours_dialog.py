"""Opening hours of an institution by dates: the entries there are, a change from a day on, a correction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model.hours import HoursDraft, HoursFile
from qualitydesk.directory.rules.hours import problems_in_hours_draft
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_words, weekday
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import DayPicker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model.days import DEFAULT_HOURS, Span, WeeklyHours
from qualitydesk.rulebook.rules.open_hours import hours_text

_MONDAY = date(2024, 1, 1)


class HoursDialog(QDialog):
    """The opening hours of one institution; reads itself anew when the directory changes."""

    def __init__(
        self,
        tools: Tools,
        directory: Directory,
        by: Callable[[], By],
        institution_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._directory = directory
        self._by = by
        self._institution_id = institution_id
        self._file: HoursFile | None = None
        self.setWindowTitle(self.tr("Opening hours"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._about = label("", "section")
        words = self.tr("Clocks counted in opening hours, and reminders, go by these. Public holidays are closed.")
        self._hint = label(words, "caption", wrap=True)
        self.entries = TableModel(self._columns(), key=lambda row: row.since, parent=self)
        default = self.tr("No hours entered: {hours} every day, closed on public holidays.")
        empty = default.format(hours=hours_text(DEFAULT_HOURS.make_up))
        self.table = Table(
            self.entries, name=self.tr("Opening hours"), empty=empty, tools=tools, remember="opening_hours"
        )
        self.table.opened.connect(self._correct)
        self.change_button = button(self.tr("New hours"), "plus", self._change, role="primary")
        self.correct_button = button(self.tr("Correct entry"), "pencil", self._correct_current)
        self.remove_button = button(self.tr("Remove entry"), "trash", self._remove_current)
        close = button(self.tr("Close"), do=self.reject)
        buttons = hbox(self.correct_button, self.remove_button, None, close, self.change_button)
        column = vbox(self._about, self._hint, self.table, buttons, gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(112 * GRID, 52 * GRID)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Ctrl+N", self.tr("New hours from a day on"), self._change),
            Key("Return", self.tr("Correct the entry under the cursor")),
            Key("Del", self.tr("Remove the entry under the cursor"), self._remove_current),
            Key("Esc", self.tr("Close")),
        )
        tools.operations.changed.connect(self._hear)
        self._read()

    def _columns(self) -> tuple[Column, ...]:
        closed = self.tr("closed")
        return (
            Column(self.tr("From"), lambda row: row.since, text=day_words, width=104),
            Column(self.tr("Week"), lambda row: week_words(row.week, closed), width=400, stretch=True),
            Column(self.tr("Make-up days"), lambda row: hours_text(row.make_up) or closed, width=176),
            Column(self.tr("Public holidays"), lambda row: hours_text(row.days_off) or closed, width=112),
        )

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.DIRECTORY in changes:
            self._read()

    def _read(self) -> None:
        query = self._directory.hours.hours_file
        self.tools.operations.read(self, query, self._institution_id, then=self._show, topic="hours")

    def _show(self, file: HoursFile) -> None:
        self._file = file
        self._about.setText(file.institution.name)
        self.entries.show_rows(file.entries)
        for made in (self.correct_button, self.remove_button):
            made.setEnabled(bool(file.entries))
        self.table.setFocus()

    def _change(self) -> None:
        if self._file is not None:
            self._open(self._file, None)

    def _correct_current(self) -> None:
        self._correct(self.table.current_row())

    def _correct(self, entry: object) -> None:
        if self._file is not None and isinstance(entry, WeeklyHours):
            self._open(self._file, entry)

    def _open(self, file: HoursFile, entry: WeeklyHours | None) -> None:
        dialog = HoursEntryDialog(self.tools, file, entry, parent=self)
        dialog.writes(self._directory.hours.set_hours, self._by())
        dialog.open()

    def _remove_current(self) -> None:
        entry = self.table.current_row()
        if not isinstance(entry, WeeklyHours):
            return
        remove = self._directory.hours.remove_hours
        self.tools.prompts.ask(
            self,
            self.tr("Remove these hours?"),
            self.tr("What held before {day} holds on.").format(day=day_words(entry.since)),
            yes=self.tr("Remove"),
            no=self.tr("Cancel"),
            then=lambda: self.tools.operations.write(remove, self._institution_id, entry, self._by(), asker=self),
        )


class HoursEntryDialog(DraftDialog):
    """Hands out an `HoursDraft`: new hours from a day on, or with `entry` its correction."""

    def __init__(
        self, tools: Tools, file: HoursFile, entry: WeeklyHours | None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Correct opening hours") if entry else self.tr("New opening hours"))
        self._file = file
        self._entry = entry
        shown = entry or file.stands or DEFAULT_HOURS
        self._since = DayPicker(entry.since if entry else file.today)
        hint = self.tr("As 08:30-12:00 13:30-17:30; empty when closed.")
        self.add_row("since", self.tr("From"), self._since, required=True)
        self._week = [self._editor(shown.week[number]) for number in range(7)]
        for number, editor in enumerate(self._week):
            name = weekday(_MONDAY + timedelta(days=number))
            self.add_row(f"week.{number}", name, editor, hint=hint if number == 0 else "")
        same = button(self.tr("Like Monday until Friday"), "copy", self._like_monday, role="quiet")
        self.add_extra_button(same)
        self._make_up = self._editor(shown.make_up)
        self._days_off = self._editor(shown.days_off)
        hint = self.tr("Weekend days that the notice makes working days.")
        self.add_row("make_up", self.tr("Make-up days"), self._make_up, hint=hint)
        self.add_row("days_off", self.tr("Public holidays"), self._days_off)

    def read_draft(self) -> HoursDraft:
        return HoursDraft(
            self._file.institution.id,
            self._since.day(),
            tuple(editor.text().strip() for editor in self._week),
            self._make_up.text().strip(),
            self._days_off.text().strip(),
            self._entry,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return problems_in_hours_draft(draft) if isinstance(draft, HoursDraft) else ()

    def _editor(self, spans: tuple[Span, ...]) -> QLineEdit:
        return QLineEdit(hours_text(spans))

    def _like_monday(self) -> None:
        for editor in self._week[1:5]:
            editor.setText(self._week[0].text())


def week_words(week: Sequence[tuple[Span, ...]], closed: str) -> str:
    """A week in words, days of the same hours together: Mon–Fri 08:30–17:30 · Sat 09:00–12:00 · Sun closed."""
    parts: list[str] = []
    first = 0
    for number in range(1, 8):
        if number < 7 and week[number] == week[first]:
            continue
        ends = [weekday(_MONDAY + timedelta(days=at)) for at in dict.fromkeys((first, number - 1))]
        parts.append(f"{'–'.join(ends)} {hours_text(week[first]) or closed}")
        first = number
    return " · ".join(parts)
