"""Who is walked on a new round, and in which order: a list with ticks, a search line, whole departments at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from qualitydesk.directory.model import Person
from qualitydesk.kit.pickers import Choice, Picker, cut_long_lines
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID, ROW

_ID = Qt.ItemDataRole.UserRole
_SEARCH = Qt.ItemDataRole.UserRole + 1
_DEPARTMENT = Qt.ItemDataRole.UserRole + 2


class PeopleChoice(QWidget):
    """People in the order they will be walked; only the ticked ones go along.

    Signals: `picked` ticks or order have changed.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Name, number, post or department"))
        self._search.setClearButtonEnabled(True)
        self._departments = Picker(placeholder=self.tr("Department"), optional=True)
        self._departments.setAccessibleName(self.tr("Department"))
        self._whole = button(self.tr("Add all of department"), "plus", self._tick_department)
        self._nobody = button(self.tr("Untick all"), do=lambda: self._tick_all(False), role="quiet")
        self._everybody = button(self.tr("Tick all"), do=lambda: self._tick_all(True), role="quiet")
        self._up = button("", "chevron-up", lambda: self._move(-1))
        self._down = button("", "chevron-down", lambda: self._move(+1))
        self._up.setToolTip(self.tr("Earlier on the round (Alt+↑)"))
        self._down.setToolTip(self.tr("Later on the round (Alt+↓)"))
        self._up.setAccessibleName(self.tr("Earlier on the round"))
        self._down.setAccessibleName(self.tr("Later on the round"))
        self.people_list = QListWidget()
        self.people_list.setMinimumHeight(5 * ROW)
        cut_long_lines(self.people_list)
        self.people_list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.people_list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.people_list.itemChanged.connect(lambda _entry: self._tell())
        self.people_list.model().rowsMoved.connect(self._tell)
        self._counted = label("", "caption")
        self._search.textChanged.connect(self._narrow)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", +1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))
        first = hbox(self._search, self._departments, self._whole)
        second = hbox(self._counted, None, self._everybody, self._nobody, self._up, self._down)
        self.setLayout(vbox(first, self.people_list, second, gap=GRID // 2))
        self.setFocusProxy(self._search)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.people_list.setAccessibleName(name)
        self._search.setAccessibleName(self.tr("{name}: search").format(name=name))

    def show_people(self, people: Sequence[Person], counts: Mapping[UUID, int]) -> None:
        """Offer these; newcomers are ticked, who was unticked stays so, and the order chosen is kept.

        `counts`: items each would be looked at for.
        """
        ticked = dict(self._entries())
        offered = {person.id: person for person in people}
        order = [known for known in ticked if known in offered] + [new for new in offered if new not in ticked]
        self.people_list.blockSignals(True)
        self.people_list.clear()
        for person_id in order:
            person = offered[person_id]
            facts = " · ".join(part for part in (person.number, person.post, person.department) if part)
            counted = self.tr("{count} items").format(count=counts.get(person_id, 0))
            entry = QListWidgetItem(f"{person.name}   {facts} · {counted}")
            entry.setData(_ID, person_id)
            entry.setData(_SEARCH, f"{person.name} {facts}".casefold())
            entry.setData(_DEPARTMENT, person.department_id)
            entry.setToolTip(entry.text())
            state = Qt.CheckState.Checked if ticked.get(person_id, True) else Qt.CheckState.Unchecked
            entry.setFlags((entry.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            entry.setCheckState(state)
            self.people_list.addItem(entry)
        self.people_list.blockSignals(False)
        named = {person.department_id: person.department for person in people}
        self._departments.show_choices([Choice(key, name) for key, name in named.items()])
        self._narrow(self._search.text())
        self._tell()

    def chosen(self) -> tuple[UUID, ...]:
        """The ticked people in order."""
        return tuple(person_id for person_id, ticked in self._entries() if ticked)

    def show_count(self, words: str) -> None:
        """The line under the list: how many people and items."""
        self._counted.setText(words)

    def count_words(self) -> str:
        return self._counted.text()

    def _entries(self) -> list[tuple[UUID, bool]]:
        entries = (self.people_list.item(at) for at in range(self.people_list.count()))
        return [(entry.data(_ID), entry.checkState() == Qt.CheckState.Checked) for entry in entries]

    def _tell(self) -> None:
        self.picked.emit()

    def _tick_department(self) -> None:
        wanted = self._departments.chosen()
        self._tick(lambda entry: None if entry.data(_DEPARTMENT) != wanted else True)

    def _tick_all(self, ticked: bool) -> None:
        self._tick(lambda entry: None if entry.isHidden() else ticked)

    def _tick(self, wanted: object) -> None:
        self.people_list.blockSignals(True)
        for at in range(self.people_list.count()):
            entry = self.people_list.item(at)
            state = wanted(entry)  # type: ignore[operator]
            if state is not None:
                entry.setCheckState(Qt.CheckState.Checked if state else Qt.CheckState.Unchecked)
        self.people_list.blockSignals(False)
        self.people_list.viewport().update()
        self._tell()

    def _move(self, step: int) -> None:
        at = self.people_list.currentRow()
        to = at + step
        if at < 0 or not 0 <= to < self.people_list.count():
            return
        entry = self.people_list.takeItem(at)
        self.people_list.insertItem(to, entry)
        self.people_list.setCurrentRow(to)
        self._tell()

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for at in range(self.people_list.count()):
            entry = self.people_list.item(at)
            entry.setHidden(wanted not in entry.data(_SEARCH))
