"""A list with many filters (requests, wishes, purchases): states with counts, filters, further ones behind a button,
search, paging."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QPushButton, QWidget

from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

PAUSE = 200  # ms after the last letter typed before the list is searched
Fetch = Callable[[tuple[Any, UUID] | None, int, str, bool], Sequence[Any]]


class RecordsPage(Page):
    """Subclasses make their pickers with `picker`, `box` and `day`, call `assemble`, and say what is wanted.

    Signals: `record_wanted(UUID)` one is to be looked at.
    """

    record_wanted = Signal(object)

    def __init__(self, tools: Tools, title: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(title)
        self.pickers: list[Picker] = []
        self.boxes: list[QCheckBox] = []
        self.days: list[DayPicker] = []
        self.states: dict[object, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._to_stand_on: object = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(14 * GRID)
        self.search.setMaximumWidth(40 * GRID)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.narrow)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._to_the_list)
        self.more = button(self.tr("More filters"), "filter", self._toggle_more, role="quiet")
        self.more.setCheckable(True)
        self.clear = button(self.tr("Show all"), do=self.show_all, role="quiet")

    # What subclasses say

    def wanted(self) -> Any:
        """The filter as it stands."""
        raise NotImplementedError

    def fetch(self, wanted: Any) -> Fetch:
        """How a page of the list is read."""
        raise NotImplementedError

    def empty_words(self, wanted: Any) -> str:
        """What an empty list says."""
        raise NotImplementedError

    # What they are made of

    def picker(self, name: str, placeholder: str, choices: Sequence[Choice] = ()) -> Picker:
        """A filter to choose one from; `name` is read to the blind."""
        made = Picker(choices, optional=True, placeholder=placeholder)
        made.setAccessibleName(name)
        made.picked.connect(lambda _key: self.narrow())
        self.pickers.append(made)
        return made

    def box(self, words: str) -> QCheckBox:
        made = QCheckBox(words)
        made.toggled.connect(lambda _on: self.narrow())
        self.boxes.append(made)
        return made

    def day(self, name: str) -> DayPicker:
        made = DayPicker(optional=True)
        made.setAccessibleName(name)
        made.picked.connect(lambda _day: self.narrow())
        self.days.append(made)
        return made

    def assemble(
        self,
        columns: Sequence[Column],
        shown: Sequence[object],
        first: object,
        filters: Sequence[QWidget],
        further: Sequence[QWidget],
        *,
        above: QWidget | None,
        sort: str,
        descending: bool,
        remember: str,
        open_words: str,
        span: tuple[str, str] = ("", ""),
    ) -> None:
        """Put it together. `shown`: the keys of the state buttons, `first` the one pressed at the start; `above`:
        stands over them; `remember`: under which name widths are kept; `open_words`: what Enter does;
        `span`: what the two days are called, else those of receipt."""
        for key in shown:
            made = self.states[key] = button("")
            made.setCheckable(True)
            self._group.addButton(made)
            made.clicked.connect(lambda _checked=False: self.narrow())
        self.states[first].setChecked(True)
        self.further = QWidget()
        self.further.setLayout(vbox(hbox(*further, None), hbox(*self._span(*span), None)))
        self.further.hide()
        self._told = self.wanted()
        self.lines = PagedModel(
            columns,
            self.tools.operations,
            self.fetch(self._told),
            after_of=lambda line, by: (getattr(line, by or sort), line.id),
            sort=sort,
            descending=descending,
            parent=self,
        )
        self.table = Table(self.lines, name=self.page_title(), empty="", tools=self.tools, remember=remember)
        top = hbox(*self.states.values(), None, self.search)
        top.setStretchFactor(self.search, 2)
        if above is not None:
            self.body.addWidget(above)
        self.body.addLayout(top)
        self.body.addLayout(vbox(hbox(*filters, self.more, self.clear, None), self.further))
        self.body.addWidget(self.table)
        self.body.setStretch(self.body.count() - 1, 1)
        self.bind(
            Key("Return", open_words),
            Key("Ctrl+F", self.tr("Search"), self.search.setFocus),
            Key("Ctrl+Shift+F", self.tr("More filters"), self.more.click),
        )
        self.table.opened.connect(lambda line: self.record_wanted.emit(line.id))
        self.lines.loaded.connect(self._stand_on_first)
        self._say_empty()

    def _span(self, first: str, last: str) -> tuple[QWidget, ...]:
        """The two days, with their words."""
        first, last = first or self.tr("Received from"), last or self.tr("Received to")
        return (
            label(first, tone="muted"),
            self.day(first),
            label(self.tr("to"), tone="muted"),
            self.day(last),
        )

    # What it does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()  # the list is what the page is opened for, not its filters

    def state(self) -> object:
        """The state button that is pressed."""
        return next(key for key, made in self.states.items() if made.isChecked())

    def show_counts(self, told: Mapping[object, tuple[str, int]]) -> None:
        """Words and count of each state button."""
        for key, (words, count) in told.items():
            self.states[key].setText(self.tr("{words} {count}").format(words=words, count=count))

    def narrow(self) -> None:
        """Another list is wanted."""
        self._pause.stop()
        wanted = self.wanted()
        self._mark_more()
        if wanted == self._told:
            return
        self._told = wanted
        self._say_empty()
        self.count()
        self.lines.use(self.fetch(wanted))

    def count(self) -> None:
        """Ask how many there are, for the note beside the title; subclasses do."""

    @property
    def told(self) -> Any:
        """The filter of the list as it is shown."""
        return self._told

    def show_all(self) -> None:
        """Every filter away."""
        self.choose(None)

    def choose(self, state: object) -> None:
        """Every filter away but a state."""
        for picker in self.pickers:
            picker.choose(None)
        for made in self.boxes:
            made.blockSignals(True)
            made.setChecked(False)
            made.blockSignals(False)
        for day in self.days:
            day.blockSignals(True)
            day.set_day(None)
            day.blockSignals(False)
        self.search.clear()
        self.states[state].setChecked(True)
        self.narrow()

    def _toggle_more(self) -> None:
        self.further.setVisible(self.more.isChecked())

    def _mark_more(self) -> None:
        """How many filters stand behind the button, so that none narrows the list unseen."""
        hidden = [one for one in self.pickers if self.further.isAncestorOf(one) and one.chosen() is not None]
        hidden_days = [one for one in self.days if self.further.isAncestorOf(one) and one.day() is not None]
        count, words = len(hidden) + len(hidden_days), self.tr("More filters")
        self.more.setText(self.tr("{words} ({count})").format(words=words, count=count) if count else words)

    def _say_empty(self) -> None:
        self.table.say_empty(self.empty_words(self._told))

    def _to_the_list(self) -> None:
        self.narrow()
        self.table.setFocus()

    def stand_on(self, key: object) -> None:
        """Read the list anew with the cursor on this one, just written: the next key means it and no other."""
        self._to_stand_on = key
        self.lines.reload()

    def _stand_on_first(self, rows: int) -> None:
        key, self._to_stand_on = self._to_stand_on, None
        if key is not None:
            if self.table.select_key(key):
                self.table.scrollTo(self.table.currentIndex())
            else:  # the filters hide it: better no row than another
                self.table.setCurrentIndex(QModelIndex())
        elif rows and self.table.current_row() is None:
            self.table.selectRow(0)
