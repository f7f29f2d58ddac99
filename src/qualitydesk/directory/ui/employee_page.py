"""The page of one employee: facts, history by dates, team, and what other features offer about the person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Leaving, PersonFile, TermEntry, TermKind
from qualitydesk.directory.rules.records import EMPLOYEE_RECORD
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.directory.ui.history_view import HistoryView
from qualitydesk.directory.ui.leave_dialogs import LeaveDialog, ReturnDialog, for_leaving
from qualitydesk.directory.ui.offer import EmployeeCard, Offer, for_employee, offer_of
from qualitydesk.directory.ui.records import show_record
from qualitydesk.directory.ui.team_view import TeamView
from qualitydesk.directory.ui.term_dialog import TermDialog
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.panels import Panel, PanelTabs
from qualitydesk.kit.pieces import Banner, Facts, button, hbox, panel
from qualitydesk.kit.theme import EDGE
from qualitydesk.kit.tools import Tools


class EmployeePage(Page):
    """Shows whom `show_person` names.

    Signals: `closed()` to go back; `person_wanted(id)` for the page of somebody named on it.
    """

    concerns: ClassVar[frozenset[Change]] = frozenset({Change.DIRECTORY})
    closed = Signal()
    person_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        directory: Directory,
        by: Callable[[], By],
        panels: Sequence[Panel] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self._directory = directory
        self._by = by
        self._employee_id: UUID | None = None
        self._file: PersonFile | None = None
        self._history: HistoryView | None = None
        self._team: TeamView | None = None
        self._state = Banner("", "info")
        self._state.hide()
        self._facts, self._more_facts = Facts(), Facts()
        frame = panel()
        frame.setLayout(hbox(self._facts, self._more_facts, gap=2 * EDGE))
        frame.layout().setContentsMargins(EDGE, EDGE, EDGE, EDGE)  # type: ignore[union-attr]  # just set
        own = (
            Panel(self.tr("History"), self._build_history),
            Panel(self.tr("Team"), self._build_team),
        )
        self.tabs = PanelTabs([*own, *panels], self.tr("About this person"))
        for part in (self._state, frame, self.tabs):
            self.body.addWidget(part)
        self.body.setStretch(2, 1)
        self._make_buttons()

    def show_person(self, employee_id: UUID) -> None:
        """Show another person; the tab turned to stays."""
        if employee_id != self._employee_id:
            self._employee_id, self._file = employee_id, None
            self._history = self._team = None  # they go with the person shown before
            self.set_title("")
            self.set_note("")
        self.tabs.show_subject(employee_id)
        self._read()

    def refresh(self, changes: frozenset[Change]) -> None:
        self._read()

    def may_leave(self) -> bool:
        return not any(dialog.isVisible() for dialog in self.findChildren(DraftDialog))

    def _make_buttons(self) -> None:
        self.add_button(self.tr("Back"), "arrow-left", self.closed.emit, role="quiet", sequence="Esc")
        self.record_button = self.add_button(
            self.tr("History…"),
            "clock",
            self._show_record,
            role="quiet",
            sequence="Ctrl+H",
            words=self.tr("History of this record: who decided and entered what"),
        )
        self.edit_button = self.add_button(
            self.tr("Edit"), "pencil", self._edit, sequence="F2", words=self.tr("Edit number, name and dates")
        )
        self.transfer_button = self.add_button(
            self.tr("Transfer"), "arrow-right", partial(self._change, TermKind.PLACE), sequence="Ctrl+T"
        )
        self.superior_button = self.add_button(
            self.tr("Change superior"), "directory", partial(self._change, TermKind.SUPERIOR), sequence="Ctrl+U"
        )
        self.leave_button = self.add_button(
            self.tr("Leaving"), "calendar", self._leave, sequence="Ctrl+L", words=self.tr("Leaving, or coming back")
        )
        self.bind(
            Key("Return", self.tr("Correct the entry under the cursor; open the person of the team")),
            Key("Ctrl+PgDown", self.tr("Next tab"), lambda: self._turn(+1)),
            Key("Ctrl+PgUp", self.tr("Tab before"), lambda: self._turn(-1)),
            Key("Alt+Up", self.tr("Open the superior"), self._open_superior),
        )

    def _read(self) -> None:
        if self._employee_id is not None:
            self.tools.operations.read(
                self, self._directory.terms.person_file, self._employee_id, then=self._show, topic="file"
            )

    def _show(self, file: PersonFile) -> None:
        if file.employee.id != self._employee_id:
            return
        self._file = file
        employee, person = file.employee, file.person
        self.set_title(employee.name)
        self.set_note(" · ".join(filter(None, (employee.number, person.post if person else ""))))
        nobody = self.tr("nobody")
        self._facts.show_facts(
            [
                (self.tr("Number"), employee.number),
                (self.tr("Sex"), say(self.tools.language, f"sex.{employee.sex}")),
                (self.tr("Hired on"), day_words(employee.hired_on)),
                (self.tr("Left on"), day_words(employee.left_on) or "–"),
            ]
        )
        self._more_facts.show_facts(
            [
                (self.tr("Institution"), person.institution if person else "–"),
                (self.tr("Department"), f"{person.department} · {person.post}" if person else "–"),
                (self.tr("Superior"), (person.superior if person else "") or nobody),
                (self.tr("Head of department"), file.head.name if file.head else nobody),
            ]
        )
        self._show_state(file)
        if self._history is not None:
            self._history.show_history(file.entries, file.corrections)
        if self._team is not None:
            self._team.show_team(file.subordinates, file.departments)

    def _show_state(self, file: PersonFile) -> None:
        employee = file.employee
        gone = employee.left_on is not None and employee.left_on <= file.today
        self.leave_button.setText(self.tr("Return") if gone else self.tr("Leaving"))
        words = [self.tr("Was away from {left} until {back}.").format(
            left=day_words(away.left_on), back=day_words(away.returned_on)) for away in file.absences]  # fmt: skip
        if employee.left_on is not None:
            text = self.tr("Left on {day}.") if gone else self.tr("Leaves on {day}.")
            words.insert(0, " ".join((text.format(day=day_words(employee.left_on)), employee.left_why)).strip())
        elif employee.hired_on > file.today:
            words.insert(0, self.tr("Begins on {day}.").format(day=day_words(employee.hired_on)))
        self._state.say(" ".join(words), "warning" if employee.left_on else "info")
        self._state.setVisible(bool(words))

    # Tabs

    def _build_history(self, _employee_id: UUID) -> QWidget:
        self._history = HistoryView(self.tools, self.tr("History"), DEFAULT_ZONE)
        self._history.opened.connect(self._correct)
        if self._file is not None:
            self._history.show_history(self._file.entries, self._file.corrections)
        return self._history

    def _build_team(self, _employee_id: UUID) -> QWidget:
        self._team = TeamView(self.tools)
        self._team.opened.connect(self.person_wanted)
        if self._file is not None:
            self._team.show_team(self._file.subordinates, self._file.departments)
        return self._team

    def _turn(self, by: int) -> None:
        self.tabs.turn(by)
        shown = self.tabs.panel_widget()
        if shown is not None:
            table = getattr(shown, "table", shown)
            table.setFocus()

    def _open_superior(self) -> None:
        if self._file is not None and self._file.person is not None and self._file.person.superior_id is not None:
            self.person_wanted.emit(self._file.person.superior_id)

    # Deeds

    def _show_record(self) -> None:
        if self._file is not None:
            employee = self._file.employee
            show_record(self.tools, self._directory, EMPLOYEE_RECORD, employee.id,
                        f"{employee.name} {employee.number}", self.window())  # fmt: skip

    def _edit(self) -> None:
        if self._employee_id is not None:
            query = partial(for_employee, self._directory, self._employee_id)
            self.tools.operations.read(self, query, then=self._open_edit, topic="dialog")

    def _open_edit(self, found: tuple[Offer, EmployeeCard]) -> None:
        dialog = EmployeeDialog(self.tools, *found, parent=self)
        dialog.reloads(partial(for_employee, self._directory, found[1].employee.id), dialog.show_found)
        dialog.writes(self._directory.save_employee, self._by())
        dialog.open()

    def _change(self, kind: TermKind) -> None:
        self.tools.operations.read(
            self, offer_of, self._directory, then=lambda offer: self._open_term(offer, kind, None), topic="dialog"
        )

    def _correct(self, entry: TermEntry) -> None:
        self.tools.operations.read(
            self, offer_of, self._directory, then=lambda offer: self._open_term(offer, entry.kind, entry),
            topic="dialog",
        )  # fmt: skip

    def _open_term(self, offer: Offer, kind: TermKind, entry: TermEntry | None) -> None:
        file = self._file
        if file is None:
            return
        begun = (old for old in file.entries if old.kind is kind and old.since <= file.today)
        about = f"{file.employee.name} {file.employee.number}"
        dialog = TermDialog(
            self.tools, offer, kind, file.employee.id, about=about, stands=next(begun, None), entry=entry, parent=self
        )
        dialog.writes(self._directory.terms.put_term, self._by())
        dialog.open()

    def _leave(self) -> None:
        file = self._file
        if file is None:
            return
        if file.employee.left_on is not None and file.employee.left_on <= file.today:
            self.tools.operations.read(self, offer_of, self._directory, then=self._open_return, topic="dialog")
        else:
            query = partial(for_leaving, self._directory, file)
            self.tools.operations.read(self, query, then=self._open_leave, topic="dialog")

    def _open_return(self, offer: Offer) -> None:
        if self._file is not None:
            dialog = ReturnDialog(self.tools, offer, self._file, parent=self)
            dialog.writes(self._directory.terms.come_back, self._by())
            dialog.open()

    def _open_leave(self, found: tuple[Offer, Leaving]) -> None:
        if self._file is None:
            return
        dialog = LeaveDialog(self.tools, self._directory, found, self._file, parent=self)
        if self._file.employee.left_on is not None:
            dialog.add_extra_button(button(self.tr("Stays after all"), "undo", partial(self._stay, dialog)))
        dialog.writes(self._directory.terms.leave, self._by())
        dialog.open()

    def _stay(self, dialog: LeaveDialog) -> None:
        assert self._file is not None
        employee = self._file.employee
        self.tools.operations.write(
            self._directory.terms.stay, employee.id, employee.revision, self._by(),
            then=lambda _id: dialog.finish(), failed=dialog.take_back, asker=dialog,
        )  # fmt: skip
