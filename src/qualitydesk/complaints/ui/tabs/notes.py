"""Tab 进展与记录: the timeline, and notes saved by themselves a moment after the last letter, each a row of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Note, NoteKind, Step, TimelineEntry
from qualitydesk.complaints.ui.money_why import offer_explanation, payment_explanations, told_sum
from qualitydesk.complaints.ui.offer import one_of
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.complaints.ui.timeline import entry_words
from qualitydesk.complaints.ui.words import choices, step_words
from qualitydesk.kit.explain_dialog import ExplainDialog
from qualitydesk.kit.pickers import Picker
from qualitydesk.kit.pieces import button, hbox, label, set_tone, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID, ROW

PAUSE = 800  # ms after the last letter before a note is saved


class NotesTab(Tab):
    """The editor writes on one's own note, or begins a new one; nothing has to be saved by hand."""

    def title(self) -> str:
        return self.tr("Timeline and notes")

    def build(self) -> None:
        self._note: Note | None = None
        self._note_id: UUID | None = None
        self._case: UUID | None = None
        self._seen = 0
        self._kept = ""
        self._writing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save)
        self.timeline = TableModel(self._timeline_columns(), key=lambda entry: entry.place, parent=self)
        self.timeline_table = Table(
            self.timeline, name=self.tr("Timeline"), empty=self.tr("Nothing has happened yet."), wrap=True
        )
        self.timeline_table.asked.connect(self._ask_why)
        self.timeline_table.opened.connect(lambda one: self._ask_why(one) if told_sum(one.details) else None)
        self.notes = TableModel(self._note_columns(), parent=self)
        self.note_table = Table(
            self.notes,
            name=self.tr("Notes"),
            empty=self.tr("No note yet. What is typed below is saved by itself."),
            wrap=True,
        )
        self.note_table.setMaximumHeight(7 * ROW)
        self.note_table.picked.connect(self._turn_to)
        self.kind = Picker(choices("note_kind", NoteKind, self.language))
        self.kind.setAccessibleName(self.tr("What the note is about"))
        self.kind.choose(NoteKind.INVESTIGATION)
        self.fresh = button(self.tr("New note"), "plus", self.begin, role="quiet")
        self.contact_button = button(self.tr("Contact…"), "note", self._contact)
        self.state = label("", "caption")
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(self.tr("Note"))
        self.editor.setTabChangesFocus(True)
        self.editor.setPlaceholderText(self.tr("Type here; it is saved by itself."))
        self.editor.textChanged.connect(self._typed)
        notes = QWidget()
        column = vbox(
            hbox(label(self.tr("Notes"), "section"), None, self.contact_button),
            self.note_table,
            hbox(self.kind, self.fresh, None, self.state),
            self.editor,
            gap=GRID,
        )
        column.setContentsMargins(0, 0, GRID, 0)
        notes.setLayout(column)
        history = QWidget()
        history.setLayout(vbox(label(self.tr("Timeline"), "section"), self.timeline_table))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in (notes, history):
            split.addWidget(part)
        split.setSizes([54 * GRID, 86 * GRID])
        self.setLayout(vbox(split))

    def _timeline_columns(self) -> Sequence[Column]:
        return (
            Column(
                self.tr("When"), lambda one: one.at, text=self._short, tip=lambda one: self.moment(one.at), width=96
            ),
            Column(self.tr("What"), lambda one: say(self.language, f"case_verb.{one.verb}"), width=112),
            Column(
                self.tr("Step"),
                lambda one: str(int(one.step)) if one.step else "",
                tip=lambda one: step_words(one.step, self.language) if one.step else "",
                align="right",
                width=56,
            ),
            Column(self.tr("In words"), self._entry, stretch=True, asks=lambda one: told_sum(one.details)),
            Column(self.tr("By"), lambda one: one.decided_by, width=72),
        )

    def _note_columns(self) -> Sequence[Column]:
        return (
            Column(
                self.tr("When"),
                lambda one: one.changed_at,
                text=self._short,
                tip=lambda one: self.moment(one.changed_at),
                width=96,
            ),
            Column(self.tr("About"), lambda one: say(self.language, f"note_kind.{one.kind}"), width=96, whole=True),
            Column(self.tr("Note"), lambda one: one.words.replace("\n", " "), stretch=True),
            Column(self.tr("By"), lambda one: one.by, width=72),
        )

    def _short(self, at: object) -> str:
        """Month, day and time: the year stands in the tip."""
        return self.moment(at)[5:]

    def _entry(self, one: object) -> str:
        zone = self.shown.zone if self.shown is not None else ""
        return entry_words(one, self.language, zone)  # type: ignore[arg-type]

    def _ask_why(self, one: TimelineEntry) -> None:
        """Why the sum an entry tells is what it is: a fine by its slips, money by its way, an offer by its words."""
        if self.shown is None:
            return
        page, zone, told = self.shown.page, self.shown.zone, one.details
        if "fine" in told:
            slips = {row[-1] for row in told.get("handled") or () if row[-1]}  # type: ignore[attr-defined]
            if len(slips) == 1:
                self.desk.why_slip(UUID(str(slips.pop())))
            else:
                self.desk.why(self.shown.case_id)
            return
        if "amount" in told:
            blocks = payment_explanations(page, self.language, zone, like=told)
        else:
            blocks = [offer_explanation(one, self.language, zone)]
        title = self.tr("Why these sums? {number}").format(number=page.line.number)
        ExplainDialog(title, blocks, self.window()).open()

    def show_case(self, shown: Shown) -> None:
        if shown.case_id != self._case:
            self._case = shown.case_id
            self._clear()
        self.timeline.show_rows(tuple(reversed(shown.page.timeline)))
        self.notes.show_rows(tuple(reversed(shown.page.notes)))
        usable = shown.page.merged_into is None
        for part in (self.editor, self.kind, self.fresh, self.contact_button):
            part.setEnabled(usable)

    def begin(self) -> None:
        """An empty editor for a new note; what was typed before is saved first."""
        self.save()
        self._clear()
        self.editor.setFocus()

    def may_leave(self) -> bool:
        """What is typed goes on its way to disk; the page waits only for that."""
        self.save()
        return not self._writing and self.editor.toPlainText().strip() == self._kept

    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)

    def _clear(self) -> None:
        self._note_id, self._seen, self._kept = None, 0, ""
        self._put("")
        self.kind.setEnabled(True)
        self.editor.setReadOnly(False)
        self._say("")
        self.note_table.clearSelection()

    def _put(self, words: str) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(words)
        self.editor.blockSignals(False)

    def _turn_to(self, row: object) -> None:
        """A note picked in the list: one's own is written on, another's is read."""
        if not isinstance(row, Note) or row.id == self._note_id:
            return
        self.save()
        if self._writing:
            return
        self._note_id, self._seen, self._kept = row.id, row.revision, row.words.strip()
        self._put(row.words)
        self.kind.choose(row.kind)
        self.kind.setEnabled(False)
        mine = row.by_id == self.desk.by().decided_by
        self.editor.setReadOnly(not mine)
        self._say("" if mine else self.tr("Written by {name}; only read here.").format(name=row.by))

    def _typed(self) -> None:
        self._say(self.tr("not saved yet"))
        self._pause.start()

    def save(self) -> None:
        """Put what is typed on its way to disk, unless it is there."""
        self._pause.stop()
        words = self.editor.toPlainText().strip()
        if self._writing or self._case is None or words == self._kept or not words or self.editor.isReadOnly():
            return
        self._writing = True
        kind = one_of(self.kind, NoteKind) or NoteKind.OTHER
        verb = partial(self.desk.complaints.save_note, note_id=self._note_id, seen=self._seen)
        self._say(self.tr("saving…"))
        self.desk.tools.operations.write(
            verb,
            self._case,
            kind,
            words,
            self.desk.by(),
            then=partial(self._saved, self._case, words),
            failed=self._failed,
            asker=self,
        )

    def _saved(self, case_id: UUID, words: str, value: tuple[UUID, int]) -> None:
        self._writing = False
        if case_id != self._case:
            return
        self._note_id, self._seen = value
        self._kept = words
        self.kind.setEnabled(False)
        self._say(self.tr("saved"))
        if self.editor.toPlainText().strip() != words:
            self._pause.start()

    def _failed(self, error: Exception) -> bool:
        """What is typed stays in the editor; a note changed elsewhere meanwhile becomes a new one."""
        self._writing = False
        self._say(self.tr("could not be saved"), "danger")
        if isinstance(error, Refused) and error.code == "stale":
            self._note_id, self._seen, self._kept = None, 0, ""
            self._pause.start()
            return True
        return False

    def _say(self, words: str, tone: str = "muted") -> None:
        self.state.setText(words)
        set_tone(self.state, tone)

    def _contact(self) -> None:
        if self.shown is not None:
            self.save()
            self.desk.verbs.record(self.shown.case_id, Step.INVESTIGATED)
