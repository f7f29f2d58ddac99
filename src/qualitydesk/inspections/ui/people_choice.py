"""Who and what is walked on a new round, in which order: a list with ticks, a search line, departments and posts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from qualitydesk.basics.initials import known_initials, prepare
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Person, Place
from qualitydesk.inspections.ui.row_drag import RowDrag
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, Picker, cut_long_lines
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID, ROW

_ID = Qt.ItemDataRole.UserRole
_SEARCH = Qt.ItemDataRole.UserRole + 1
_GROUPS = Qt.ItemDataRole.UserRole + 2
_IS_PLACE = Qt.ItemDataRole.UserRole + 3
_MEANT = Qt.ItemDataRole.UserRole + 4
ALL_KEY = "Ctrl+Shift+A"


class PeopleChoice(QWidget):
    """People and places in the order they will be walked; only the ticked ones go along. It begins with none ticked.

    One button ticks everybody and everything meant here, and from then on whoever is meant by further standards, until
    a tick is changed by hand. People of the group's headquarters stand last and are ticked one by one, or by post.
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
        self._groups = Picker(placeholder=self.tr("Department or post"), optional=True)
        self._groups.setAccessibleName(self.tr("Department or post"))
        self._whole = button(self.tr("Add all of these"), "plus", self._tick_group)
        self._nobody = button(self.tr("Untick all"), "x", self._tick_none)
        self.all_button = button("", "check", self.tick_all)
        self._all = False
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
        self.aside = label("", tone="muted", wrap=True)
        first = hbox(self._groups, self._whole, None)
        second = hbox(self.all_button, self._nobody, None, self._up, self._down)
        self.setLayout(vbox(self._search, first, second, self.people_list, self.aside, gap=GRID // 2))
        self.setFocusProxy(self._search)
        self._narrow("")

    def showEvent(self, event: QShowEvent) -> None:
        prepare()
        super().showEvent(event)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.people_list.setAccessibleName(name)
        self._search.setAccessibleName(self.tr("{name}: search").format(name=name))

    def key(self) -> Key:
        """The key of "all meant here", for the dialog's table: it counts wherever one stands in it."""
        return Key(
            ALL_KEY, self.tr("Tick everybody and everything meant here, or all that the search shows"), self.tick_all
        )

    def show_people(
        self,
        people: Sequence[Person],
        counts: Mapping[UUID, int],
        places: Sequence[Place] = (),
        *,
        aside: Collection[UUID] = (),
    ) -> None:
        """Offer these; ticks and the order chosen are kept, newcomers are ticked only after "all meant here".

        `counts`: items each would be looked at for; `aside`: people of the headquarters, not meant by "all".
        """
        ticked = dict(self._entries())
        own, others = [one for one in people if one.id not in aside], [one for one in people if one.id in aside]
        everything: list[Person | Place] = [*own, *places, *others]
        offered = {one.id: one for one in everything}
        order = [known for known in ticked if known in offered] + [new for new in offered if new not in ticked]
        self.people_list.blockSignals(True)
        self.people_list.clear()
        for one_id in order:
            meant = one_id not in aside
            entry = self._entry(offered[one_id], counts.get(one_id, 0), ticked.get(one_id, self._all and meant))
            entry.setData(_MEANT, meant)
            self.people_list.addItem(entry)
        self.people_list.blockSignals(False)
        self._groups.show_choices(self._group_choices(people))
        self.aside.setText(self._aside_words(len(others)))
        self.aside.setVisible(bool(others))
        self._narrow(self._search.text())
        self._tell()

    def _group_choices(self, people: Sequence[Person]) -> list[Choice]:
        """Departments, then posts, each once; a post called as a department is told from it by its note."""
        departments = {one.department_id: one.department for one in people}
        posts = {one.post_code: one.post for one in people}
        return [
            *(Choice(("department", key), name, self.tr("department")) for key, name in departments.items()),
            *(Choice(("post", key), name, self.tr("post")) for key, name in posts.items()),
        ]

    def _aside_words(self, count: int) -> str:
        return self.tr("{count} people of the group's headquarters stand last and are ticked one by one.").format(
            count=count
        )

    def _entry(self, one: Person | Place, count: int, ticked: bool) -> QListWidgetItem:
        parts: tuple[str, ...]
        if isinstance(one, Person):
            parts = (one.number, one.post, one.department)
        else:
            parts = (say(self._language, f"place_kind.{one.kind.value}"),)
        facts = " · ".join(part for part in parts if part)
        read = (*parts[1:],) if isinstance(one, Person) else (one.name, *parts)
        counted = self.tr("{count} items").format(count=count)
        entry = QListWidgetItem(f"{one.name}   {facts} · {counted}")
        entry.setData(_ID, one.id)
        initials = one.initials if isinstance(one, Person) else ""
        entry.setData(_SEARCH, (f"{one.name} {facts}{initials}".casefold(), read))
        groups = [("department", one.department_id), ("post", one.post_code)] if isinstance(one, Person) else []
        entry.setData(_GROUPS, groups)
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

    def all_meant(self) -> bool:
        """Whether just everybody and everything meant here is ticked, no more and no less."""
        return all((entry.checkState() == Qt.CheckState.Checked) == bool(entry.data(_MEANT)) for entry in self._rows())

    def begin_anew(self) -> None:
        """Nobody and nothing is ticked, nor will be by itself."""
        self._all = False
        self.choose(())

    def choose_people(self, wanted: Sequence[UUID]) -> None:
        """Tick exactly these people, in this order before the others; places stay as they are."""
        self._all = False
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
        fits = [entry for entry in self._rows() if not entry.isHidden()]
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
        return [(entry.data(_ID), entry.checkState() == Qt.CheckState.Checked) for entry in self._rows()]

    def _rows(self) -> list[QListWidgetItem]:
        return [self.people_list.item(at) for at in range(self.people_list.count())]

    def _tell(self) -> None:
        self.picked.emit()

    def _by_hand(self) -> None:
        self._all = False
        self.turned.emit()
        self._tell()

    def _tick_group(self) -> None:
        """All of a department, without the headquarters' people who may sit there; of a post, all who hold it."""
        wanted = self._groups.chosen()
        if not isinstance(wanted, tuple):
            return
        held = [entry for entry in self._rows() if wanted in entry.data(_GROUPS)]
        own = [entry for entry in held if entry.data(_MEANT)]
        adding = {entry.data(_ID) for entry in ((own or held) if wanted[0] == "department" else held)}
        self._tick(lambda entry: True if entry.data(_ID) in adding else None)
        self.turned.emit()

    def tick_all(self) -> None:
        """Everybody and everything meant here; while the search narrows the list, whatever it shows."""
        if self._search.text().strip():
            self._tick(lambda entry: None if entry.isHidden() else True)
        else:
            self._all = True
            self._tick(lambda entry: True if entry.data(_MEANT) else None)
        self.turned.emit()

    def _tick_none(self) -> None:
        self._all = False
        self._tick(lambda entry: None if entry.isHidden() else False)
        self.turned.emit()

    def _tick(self, wanted: Callable[[QListWidgetItem], bool | None]) -> None:
        self.people_list.blockSignals(True)
        for entry in self._rows():
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
        for entry in self._rows():
            words, read = entry.data(_SEARCH)
            entry.setHidden(wanted not in words and wanted not in "".join(map(known_initials, read)))
        shown = [entry for entry in self._rows() if not entry.isHidden()]
        if wanted:
            words, count = self.tr("Tick those shown ({count})"), len(shown)
        else:
            words, count = self.tr("Tick all meant here ({count})"), sum(bool(one.data(_MEANT)) for one in shown)
        self.all_button.setText(words.format(count=count))
        self.all_button.setEnabled(bool(count))
        self.all_button.setToolTip(ALL_KEY)
