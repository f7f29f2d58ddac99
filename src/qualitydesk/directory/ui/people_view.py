"""The list of people: found by number or name, narrowed by institution and department, paged by the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter, Person
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.directory.ui.offer import EmployeeCard, Offer, chosen_id, for_employee, has_left, offer_of
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GAP, GRID
from qualitydesk.kit.tools import Tools

PAUSE = 150  # milliseconds after the last letter before the database is asked


class PeopleView(QWidget):
    """People with their place of today; `add` and `edit` open the dialog of facts.

    Signals: `opened(employee id)` by Enter or double click.
    """

    opened = Signal(object)

    def __init__(self, tools: Tools, directory: Directory, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._directory = directory
        self._by = by
        self._offer: Offer | None = None
        self._sought: UUID | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._filter)
        self.people = PagedModel(
            self._columns(), tools.operations, self._fetch_of(self._wanted_of("")), after_of=_after, sort="number",
            parent=self,
        )  # fmt: skip
        self.people.loaded.connect(self._find_saved)
        self.table = Table(
            self.people,
            name=self.tr("People"),
            empty=self.tr("Nobody here yet. Add the first person with Ctrl+N, or a file of people with Ctrl+I."),
            tools=tools,
            remember="directory.people",
        )
        self.table.opened.connect(lambda person: self.opened.emit(person.id))
        column = vbox(self._filter_line(), self.table, gap=GAP)
        column.setContentsMargins(0, GAP, 0, 0)
        self.setLayout(column)

    def load(self) -> None:
        """Read people, count and pickers anew; the cursor keeps its place."""
        self.people.reload()
        self.tools.operations.read(self, offer_of, self._directory, then=self._show_offer)
        self._count()

    def add(self) -> None:
        """Open an empty dialog."""
        self.tools.operations.read(self, offer_of, self._directory, then=self._open_empty, topic="dialog")

    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _filter_line(self) -> QWidget:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, part of the name, or its initials"))
        self.search.setAccessibleName(self.tr("Search people"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _typed: self._pause.start())
        self.search.returnPressed.connect(self._to_table)
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.institution.picked.connect(self._institution_picked)
        self.department = Picker(optional=True, placeholder=self.tr("All departments"))
        self.department.setAccessibleName(self.tr("Department"))
        self.department.picked.connect(lambda _key: self._filter())
        self.with_left = QCheckBox(self.tr("Also those who have left"))
        self.with_left.toggled.connect(lambda _on: self._filter())
        self.count = label("", "caption")
        for editor, cells in ((self.search, 30), (self.institution, 26), (self.department, 22)):
            editor.setMinimumWidth(cells * GRID // 2)
            editor.setMaximumWidth(cells * GRID * 3 // 2)
        row = hbox(self.search, self.institution, self.department, self.with_left, None, self.count, gap=GAP)
        row.setStretch(0, 3)
        row.setStretch(1, 2)
        row.setStretch(2, 2)
        line = QWidget()
        line.setLayout(row)
        return line

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Number"), lambda person: person.number, width=96, sort="number"),
            Column(self.tr("Name"), lambda person: person.name, width=120, sort="name"),
            Column(self.tr("Sex"), lambda person: say(self.tools.language, f"sex.{person.sex}"), width=80),
            Column(self.tr("Institution"), lambda person: person.institution, width=168),
            Column(self.tr("Department"), lambda person: person.department, width=120),
            Column(self.tr("Post"), lambda person: person.post, width=120),
            Column(self.tr("Superior"), lambda person: person.superior, width=112),
            Column(self.tr("State"), self._state, tone=lambda _person: "muted", width=144, stretch=True),
        )

    def _state(self, person: Person) -> str:
        """Nothing for those who are there; for the others since or from when."""
        if self._offer is None:
            return ""
        if has_left(person, self._offer.today):
            return self.tr("Left {day}").format(day=day_words(person.left_on))
        if person.hired_on is not None and person.hired_on > self._offer.today:
            return self.tr("Begins {day}").format(day=day_words(person.hired_on))
        return ""

    def _wanted_of(self, text: str) -> EmployeeFilter:
        return EmployeeFilter(text, with_coming=True)

    def wanted(self) -> EmployeeFilter:
        """What the list shows now."""
        return EmployeeFilter(
            self.search.text(),
            chosen_id(self.institution),
            chosen_id(self.department),
            self.with_left.isChecked(),
            with_coming=True,
        )

    def _fetch_of(self, wanted: EmployeeFilter) -> Callable[..., Sequence[Person]]:
        def fetch(after: tuple[str, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[Person]:
            return self._directory.people(wanted, after=after, limit=limit, sort=sort, descending=descending)

        return fetch

    def _filter(self) -> None:
        wanted = self.wanted()
        narrowed = wanted != self._wanted_of("")
        self.table.say_empty(
            self.tr("Nobody fits. Search for less, or take a filter away.")
            if narrowed
            else self.tr("Nobody here yet. Add the first person with Ctrl+N, or a file of people with Ctrl+I.")
        )
        self.people.use(self._fetch_of(wanted))
        self._count()

    def _count(self) -> None:
        self.tools.operations.read(self, self._directory.count_people, self.wanted(), then=self._show_count)

    def _show_count(self, count: int) -> None:
        words = self.tr("1 person") if count == 1 else self.tr("{count} people")
        self.count.setText(words.format(count=count))

    def _institution_picked(self, _key: object) -> None:
        self._offer_departments()
        self._filter()

    def _offer_departments(self) -> None:
        """Departments of the chosen institution; of all of them with the institution's name."""
        home, offer = chosen_id(self.institution), self._offer
        if offer is None:
            return
        if home is not None:
            self.department.show_choices(offer.department_choices(home, chosen_id(self.department)))
            return
        names = {found.id: found.name for found in offer.institutions}
        self.department.show_choices(
            [Choice(found.id, found.name, names[found.institution_id]) for found in offer.departments]
        )

    def _show_offer(self, offer: Offer) -> None:
        self._offer = offer
        self.institution.show_choices(offer.institution_choices(chosen_id(self.institution)))
        self._offer_departments()
        self.table.viewport().update()  # the states are read off today

    def _to_table(self) -> None:
        """Enter in the search line: on to the first hit."""
        self._pause.stop()
        self._filter()
        self.table.setFocus()
        if self.people.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def edit(self) -> None:
        """Open the dialog of the person under the cursor."""
        person = self.table.current_row()
        if isinstance(person, Person):
            self.tools.operations.read(
                self, for_employee, self._directory, person.id, then=self._open_filled, topic="dialog"
            )

    def _open_empty(self, offer: Offer) -> None:
        self._show(EmployeeDialog(self.tools, offer, institution_id=chosen_id(self.institution), parent=self))

    def _open_filled(self, found: tuple[Offer, EmployeeCard]) -> None:
        dialog = EmployeeDialog(self.tools, *found, parent=self)
        dialog.reloads(partial(for_employee, self._directory, found[1].employee.id), dialog.show_found)
        self._show(dialog)

    def _show(self, dialog: EmployeeDialog) -> None:
        dialog.writes(self._directory.save_employee, self._by(), then=self._saved)
        dialog.open()

    def _saved(self, employee_id: object) -> None:
        self._sought = employee_id if isinstance(employee_id, UUID) else None

    def _find_saved(self, _rows: int) -> None:
        """Who was just saved gets the cursor, if he is on the page."""
        if self._sought is not None and self.table.select_key(self._sought):
            self._sought = None


def _after(person: Person, sort: str) -> tuple[str, UUID]:
    return (person.name if sort == "name" else person.number), person.id
