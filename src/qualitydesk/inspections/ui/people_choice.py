"""Who and what is walked on a new round, and in which order: a list with ticks, a search line, departments at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Person, Place
from qualitydesk.inspections.ui.row_drag import RowDrag
from qualitydesk.kit.pickers import Choice, Picker, cut_long_lines
from qualitydesk.kit.pieces import button, hbox, vbox
from qualitydesk.kit.theme import GRID, ROW

_ID = Qt.ItemDataRole.UserRole
_SEARCH = Qt.ItemDataRole.UserRole + 1
_DEPARTMENT = Qt.ItemDataRole.UserRole + 2
_IS_PLACE = Qt.ItemDataRole.UserRole + 3


class PeopleChoice(QWidget):
    """People and places in the order they will be walked; only the ticked ones go along.

    Enter never leaves the widget: in the search line it ticks or unticks the one match, in the list the one in view.
    Signals: `picked` ticks or order have changed; `turned` a tick was changed by hand.
    """

    picked = Signal()
    turned = Signal()

    def __init__(self, language: str = "zh", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Name, number, post or department; Enter ticks the one found"))
        self._search.setClearButtonEnabled(True)
        self._departments = Picker(placeholder=self.tr("Department"), optional=True)
        self._departments.setAccessibleName(self.tr("Department"))
        self._whole = button(self.tr("Add all of department"), "plus", self._tick_department)
        self._nobody = button(self.tr("Untick all"), "x", lambda: self._tick_all(False))
        self._everybody = button(self.tr("Tick all"), "check", lambda: self._tick_all(True))
        self._up = button("", "chevron-up", lambda: self._move(-1))
        self._down = button("", "chevron-down", lambda: self._move(+1))
        self._up.setToolTip(self.tr("Earlier on the round (Ctrl+↑)"))
        self._down.setToolTip(self.tr("Later on the round (Ctrl+↓)"))
        self._up.setAccessibleName(self.tr("Earlier on the round"))
        self._down.setAccessibleName(self.tr("Later on the round"))
        self.people_list = QListWidget()
        self.people_list.setMinimumHeight(5 * ROW)
        cut_long_lines(self.people_list)
        self.people_list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.people_list.itemChanged.connect(lambda _entry: self._by_hand())
        RowDrag(self.people_list).carried.connect(self._carry)
        for taker in (self._search, self.people_list):
            taker.installEventFilter(self)
        self._search.textChanged.connect(self._narrow)
        for keys, step in (("Ctrl+Up", -1), ("Ctrl+Down", +1), ("Alt+Up", -1), ("Alt+Down", +1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))
        first = hbox(self._departments, self._whole, None)
        second = hbox(self._nobody, self._everybody, None, self._up, self._down)
        self.setLayout(vbox(self._search, first, second, self.people_list, gap=GRID // 2))
        self.setFocusProxy(self._search)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.people_list.setAccessibleName(name)
        self._search.setAccessibleName(self.tr("{name}: search").format(name=name))

    def show_people(self, people: Sequence[Person], counts: Mapping[UUID, int], places: Sequence[Place] = ()) -> None:
        """Offer these; newcomers are ticked, who was unticked stays so, and the order chosen is kept.

        `counts`: items each would be looked at for.
        """
        ticked = dict(self._entries())
        everything: list[Person | Place] = [*people, *places]
        offered = {one.id: one for one in everything}
        order = [known for known in ticked if known in offered] + [new for new in offered if new not in ticked]
        self.people_list.blockSignals(True)
        self.people_list.clear()
        for one_id in order:
            self.people_list.addItem(self._entry(offered[one_id], counts.get(one_id, 0), ticked.get(one_id, True)))
        self.people_list.blockSignals(False)
        named = {person.department_id: person.department for person in people}
        self._departments.show_choices([Choice(key, name) for key, name in named.items()])
        self._narrow(self._search.text())
        self._tell()

    def _entry(self, one: Person | Place, count: int, ticked: bool) -> QListWidgetItem:
        parts: tuple[str, ...]
        if isinstance(one, Person):
            parts = (one.number, one.post, one.department)
        else:
            parts = (say(self._language, f"place_kind.{one.kind.value}"),)
        facts = " · ".join(part for part in parts if part)
        counted = self.tr("{count} items").format(count=count)
        entry = QListWidgetItem(f"{one.name}   {facts} · {counted}")
        entry.setData(_ID, one.id)
        initials = one.initials if isinstance(one, Person) else ""
        entry.setData(_SEARCH, f"{one.name} {facts}{initials}".casefold())
        entry.setData(_DEPARTMENT, one.department_id if isinstance(one, Person) else None)
        entry.setData(_IS_PLACE, isinstance(one, Place))
        entry.setToolTip(entry.text())
        entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        entry.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return entry

    def chosen(self) -> tuple[UUID, ...]:
        """The ticked people and places in order."""
        return tuple(one for one, ticked in self._entries() if ticked)

    def chosen_people(self) -> tuple[UUID, ...]:
        """The ticked people in order."""
        return self._chosen(places=False)

    def chosen_places(self) -> tuple[UUID, ...]:
        """The ticked places in order."""
        return self._chosen(places=True)

    def all_ticked(self) -> bool:
        """Whether everybody and everything offered goes along."""
        return all(ticked for _one, ticked in self._entries())

    def choose_people(self, wanted: Sequence[UUID]) -> None:
        """Tick exactly these people, in this order before the others; places stay as they are."""
        order = {one: at for at, one in enumerate(wanted)}
        self.people_list.blockSignals(True)
        entries = [self.people_list.takeItem(0) for _ in range(self.people_list.count())]
        for entry in entries:
            if not entry.data(_IS_PLACE):
                entry.setCheckState(Qt.CheckState.Checked if entry.data(_ID) in order else Qt.CheckState.Unchecked)
        for entry in sorted(entries, key=lambda entry: order.get(entry.data(_ID), len(order))):
            self.people_list.addItem(entry)
        self.people_list.blockSignals(False)
        self.people_list.scrollToTop()
        self._narrow(self._search.text())
        self._tell()

    def choose(self, wanted: Sequence[UUID]) -> None:
        """Tick exactly these people and places, in this order before the others."""
        self.choose_people(wanted)
        self._tick(lambda entry: entry.data(_ID) in wanted)

    def _chosen(self, *, places: bool) -> tuple[UUID, ...]:
        entries = (self.people_list.item(at) for at in range(self.people_list.count()))
        return tuple(
            entry.data(_ID)
            for entry in entries
            if entry.checkState() == Qt.CheckState.Checked and entry.data(_IS_PLACE) == places
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if watched is self._search:
                    self._take_match()
                else:
                    self._turn(self.people_list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _take_match(self) -> None:
        """The one match is turned and the next name can be typed over; of several, the list goes on with the first."""
        everybody = [self.people_list.item(at) for at in range(self.people_list.count())]
        fits = [entry for entry in everybody if not entry.isHidden()]
        if not fits:
            return
        self.people_list.setCurrentItem(fits[0])
        if len(fits) == 1:
            self._turn(fits[0])
            self._search.selectAll()
        else:
            self.people_list.setFocus()

    def _turn(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            ticked = entry.checkState() == Qt.CheckState.Checked
            entry.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _entries(self) -> list[tuple[UUID, bool]]:
        entries = (self.people_list.item(at) for at in range(self.people_list.count()))
        return [(entry.data(_ID), entry.checkState() == Qt.CheckState.Checked) for entry in entries]

    def _tell(self) -> None:
        self.picked.emit()

    def _by_hand(self) -> None:
        self.turned.emit()
        self._tell()

    def _tick_department(self) -> None:
        wanted = self._departments.chosen()
        if wanted is not None:
            self._tick(lambda entry: None if entry.data(_DEPARTMENT) != wanted else True)
            self.turned.emit()

    def _tick_all(self, ticked: bool) -> None:
        self._tick(lambda entry: None if entry.isHidden() else ticked)
        self.turned.emit()

    def _tick(self, wanted: Callable[[QListWidgetItem], bool | None]) -> None:
        self.people_list.blockSignals(True)
        for at in range(self.people_list.count()):
            entry = self.people_list.item(at)
            state = wanted(entry)
            if state is not None:
                entry.setCheckState(Qt.CheckState.Checked if state else Qt.CheckState.Unchecked)
        self.people_list.blockSignals(False)
        self.people_list.viewport().update()
        self._tell()

    def _move(self, step: int) -> None:
        at = self.people_list.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self.people_list.count():
            self._carry(at, to)

    def _carry(self, at: int, to: int) -> None:
        entry = self.people_list.takeItem(at)
        self.people_list.insertItem(to, entry)
        self.people_list.setCurrentRow(to)
        self._tell()

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for at in range(self.people_list.count()):
            entry = self.people_list.item(at)
            entry.setHidden(wanted not in entry.data(_SEARCH))
