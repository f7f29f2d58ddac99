"""Visitor counts (到诊量) by institution and month: typed, taken from a sheet, exported; complaints are set against."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.directory.model.visitors import VisitorCount
from qualitydesk.directory.rules.visitors import MOST_VISITORS, CountRow
from qualitydesk.directory.service import Directory
from qualitydesk.directory.service.visitors import Visitors
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.exporting import export
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.import_work import CHANGED, NEW, REFUSED, SAME, ImportLine, ImportPreview, ImportWork, Step
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, NumberBox, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.tools import Tools

_MONTHS = 48


class VisitorsPage(Page):
    """The counts, newest first."""

    concerns = frozenset({Change.VISITORS, Change.DIRECTORY})

    def __init__(
        self,
        tools: Tools,
        visitors: Visitors,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Visitor counts"))
        self._visitors, self._directory, self._by = visitors, directory, by
        self._homes: tuple[tuple[UUID, str], ...] = ()
        self._today = date.min
        self.rows = TableModel(
            (
                Column(self.tr("Month"), lambda one: f"{one.month:%Y-%m}", width=96),
                Column(self.tr("Institution"), lambda one: one.institution, width=200),
                Column(self.tr("Visitors"), lambda one: f"{one.visitors:,}", align="right", width=120),
                Column("", lambda _one: "", stretch=True),
            ),
            key=lambda one: (one.institution_id, one.month),
            parent=self,
        )
        empty = self.tr("No counts yet. Enter how many people came in a month, or import a sheet; complaints are then "
                        "shown per 1,000 visitors.")  # fmt: skip
        self.table = Table(self.rows, name=self.tr("Visitor counts"), empty=empty, tools=tools, remember="visitors")
        self.table.opened.connect(self.change)
        self.body.addWidget(self.table, 1)
        self.import_button = self.add_button(self.tr("Import"), "upload", self.take_over, sequence="Ctrl+I")
        self.export_button = self.add_button(self.tr("Export"), "download", self.export, sequence="Ctrl+E")
        self.new_button = self.add_button(
            self.tr("Enter a count"), "plus", self.enter, role="primary", sequence="Ctrl+N"
        )
        self.bind(
            Key("Return", self.tr("Change the count under the cursor")),
            Key("Del", self.tr("Remove the count under the cursor"), self.remove),
        )

    def refresh(self, changes: frozenset[Change]) -> None:
        self.tools.operations.read(self, self._read, then=self._show, topic="counts")

    def _read(self) -> tuple[Sequence[VisitorCount], tuple[tuple[UUID, str], ...], date]:
        homes = tuple((one.id, one.name) for one in self._directory.institutions(active_only=True))
        return self._visitors.counts(), homes, self._directory.today()

    def _show(self, found: tuple[Sequence[VisitorCount], tuple[tuple[UUID, str], ...], date]) -> None:
        counts, self._homes, self._today = found
        self.rows.show_rows(counts)
        self.export_button.setEnabled(bool(counts))

    def enter(self) -> None:
        """A count of the month that is over last."""
        this = self._today.replace(day=1)
        last = date(this.year - (this.month == 1), (this.month - 2) % 12 + 1, 1)
        lacking = next((key for key, _words in self._homes if (key, last) not in self._there()), None)
        home = lacking or (self._homes[0][0] if len(self._homes) == 1 else None)
        dialog = self._dialog()
        dialog.show_count(home, last, 0)
        verb = self._visitors.put

        def send(count: VisitorCount) -> None:
            self.tools.operations.write(
                lambda: verb([count], self._by()), then=lambda _n: dialog.go_on(count), failed=dialog.take_back,
                asker=dialog,
            )  # fmt: skip

        dialog.submitted.connect(send)
        dialog.open()
        if home is not None:
            dialog.begin_typing()

    def change(self, count: object) -> None:
        """The count of a row anew."""
        if isinstance(count, VisitorCount):
            dialog = self._dialog()
            dialog.change(count)
            dialog.writes(lambda changed: self._visitors.put([changed], self._by()))
            dialog.open()

    def _there(self) -> dict[tuple[UUID, date], int]:
        return {(one.institution_id, one.month): one.visitors for one in self.rows.all_rows()}

    def _dialog(self) -> VisitorsDialog:
        return VisitorsDialog(self.tools, self._homes, self._there(), self._today, self)

    def remove(self) -> None:
        """Take the count under the cursor back, asked first."""
        count = self.table.current_row()
        if isinstance(count, VisitorCount):
            words = self.tr("The count of {institution} for {month} is removed.")
            self.tools.prompts.ask(
                self,
                self.tr("Remove the count"),
                words.format(institution=count.institution, month=f"{count.month:%Y-%m}"),
                yes=self.tr("Remove"),
                then=partial(self._remove, count),
            )

    def _remove(self, count: VisitorCount) -> None:
        self.tools.operations.write(self._visitors.remove, count.institution_id, count.month, self._by(), asker=self)

    def export(self) -> None:
        """All counts as a file that can be read back."""
        export(self.tools, self, self.tr("Export visitor counts"), self.tr("Visitor counts"), self._visitors.write)

    def take_over(self) -> None:
        """Counts from a sheet, after a look at what each row would do."""
        work = ImportWork(
            self._preview, self._write, lambda count: self.tr("Counts written: {count}.").format(count=count),
            template=self._visitors.write_template, template_name=self.tr("Visitor counts template"),
        )  # fmt: skip
        hint = self.tr(
            "Choose an Excel workbook (.xlsx) or a CSV file with institution, month and visitors in each row. A count "
            "of the same institution and month is replaced. Save the template to see the columns."
        )
        ImportDialog(self.tools, self.tr("Import visitor counts"), hint, work, parent=self).open()

    def _preview(self, path: Path, _options: object, _step: Step) -> ImportPreview:
        rows = self._visitors.preview(path)
        return ImportPreview(tuple(self._line(row) for row in rows), (), [row.count for row in rows if row.count])

    def _line(self, row: CountRow) -> ImportLine:
        if row.problem is not None or row.count is None:
            words = self.tools.prompts.words_of(row.problem) if row.problem else ""
            return ImportLine(row.line, REFUSED, row.name, words)
        if row.before is None:
            return ImportLine(row.line, NEW, row.name, f"{row.count.visitors:,}")
        if row.before == row.count.visitors:
            return ImportLine(row.line, SAME, row.name, f"{row.count.visitors:,}")
        return ImportLine(row.line, CHANGED, row.name, f"{row.before:,} → {row.count.visitors:,}")

    def _write(self, preview: Sequence[VisitorCount], _step: Step) -> Done[int]:
        return self._visitors.put(preview, self._by())


class VisitorsDialog(DraftDialog):
    """The count of one institution and month, then of the next institution that has none for it.

    What stands there already is told, and replaced only after a question.
    """

    def __init__(
        self,
        tools: Tools,
        homes: Sequence[tuple[UUID, str]],
        there: Mapping[tuple[UUID, date], int],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Visitor count"))
        self._homes, self._there = tuple(homes), dict(there)
        self._changing: tuple[UUID, date] | None = None
        self.home = Picker([Choice(key, words) for key, words in homes], placeholder=self.tr("Which institution"))
        at = today.year * 12 + today.month - 1
        months = [date((at - back) // 12, (at - back) % 12 + 1, 1) for back in range(_MONTHS)]
        self.month = Picker([Choice(month, f"{month:%Y-%m}") for month in months])
        self.visitors = NumberBox(0, most=MOST_VISITORS)
        self.add_row("institution_id", self.tr("Institution"), self.home, required=True)
        self.add_row("month", self.tr("Month"), self.month, required=True)
        self.add_row("visitors", self.tr("Visitors"), self.visitors, hint=self.tr("All who came in that month"),
                     required=True)  # fmt: skip
        self.progress = label("", "caption")
        self.add_extra_button(self.progress)
        self.home.picked.connect(lambda _key: self._tell())
        self.month.picked.connect(lambda _key: self._tell())

    def show_count(self, home: UUID | None, month: date, visitors: int) -> None:
        """What stands there at first."""
        self.home.choose(home)
        self.month.choose(month)
        self.visitors.setValue(visitors)
        self._tell()

    def change(self, count: VisitorCount) -> None:
        """A count that is there is to become another: Save replaces it without a question."""
        self._changing = (count.institution_id, count.month)
        self.progress.hide()
        self.show_count(count.institution_id, count.month, count.visitors)

    def begin_typing(self) -> None:
        """The number is next."""
        self.visitors.setFocus()
        self.visitors.selectAll()

    def go_on(self, count: VisitorCount) -> None:
        """It is on disk: to the next institution without a count of this month; closed when all have theirs."""
        self._there[count.institution_id, count.month] = count.visitors
        left = self._lacking(count.month)
        if not left:
            self.finish()
            return
        self.saving(False)
        self.show_count(left[0], count.month, 0)
        self._remember()
        self.begin_typing()

    def _lacking(self, month: date) -> list[UUID]:
        return [key for key, _words in self._homes if (key, month) not in self._there]

    def _tell(self) -> None:
        """What stands there already, and how far the month is."""
        draft = self.read_draft()
        there = self._there.get((draft.institution_id, draft.month))
        words = "" if there is None else self.tr("{count} stand there already").format(count=f"{there:,}")
        self.field_row("visitors").say_hint(words)
        done = len(self._homes) - len(self._lacking(draft.month))
        told = self.tr("{month}: {done} of {all} institutions entered")
        self.progress.setText(told.format(month=f"{draft.month:%Y-%m}", done=done, all=len(self._homes)))

    def _save(self) -> None:
        draft = self.read_draft()
        key = (draft.institution_id, draft.month)
        there = self._there.get(key)
        if there is None or key == self._changing or there == draft.visitors:
            super()._save()
            return
        words = self.tr("{institution} has {before} for {month} already. Replace it by {after}?")
        self.tools.prompts.ask(
            self,
            self.tr("Replace the count?"),
            words.format(institution=dict(self._homes).get(key[0], ""), month=f"{key[1]:%Y-%m}", before=f"{there:,}",
                         after=f"{draft.visitors:,}"),
            yes=self.tr("Replace"),
            then=super()._save,
        )  # fmt: skip

    def read_draft(self) -> VisitorCount:
        home, month = self.home.chosen(), self.month.chosen()
        return VisitorCount(
            home if isinstance(home, UUID) else UUID(int=0),
            month if isinstance(month, date) else date.min,
            self.visitors.value(),
        )
