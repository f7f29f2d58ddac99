"""Customers: found, entered, changed, marked for all staff; masked, and seen in full with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.keys import Key, key_words
from qualitydesk.kit.page import Page
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer, CustomerFilter, CustomerLine
from qualitydesk.members.service import Members
from qualitydesk.members.ui.actions import CustomerActions
from qualitydesk.members.ui.customer_view import CustomerView
from qualitydesk.members.ui.tier_words import tier_words
from qualitydesk.members.ui.words import flag_words, sex_words

PAUSE = 150  # ms after the last letter typed before the list is searched


class CustomersPage(Page):
    """The list of customers, the newest first, and the one under the cursor beside it.

    Signals: `customer_shown(UUID)` one stands beside the list now, `member_wanted(UUID)` for the page of one.
    """

    concerns = frozenset({Change.CUSTOMERS, Change.DIRECTORY, Change.TIERS})
    customer_shown = Signal(object)
    member_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        panels: Sequence[Panel] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Customers"))
        self._members = members
        self._directory = directory
        self._wanted = CustomerFilter()
        self._sought: UUID | None = None
        self._shown: Customer | None = None
        self._in_full = False
        self.doing = CustomerActions(tools, members, directory, by, self)
        self._make_filters()
        self.lines = PagedModel(
            self._columns(), tools.operations, self._fetch(self._wanted), sort="number", descending=True, parent=self,
            after_of=lambda line, sort: (line.rank if sort == "tier" else line.number, line.id),
        )  # fmt: skip
        self.table = Table(self.lines, name=self.tr("Customers"), empty="", tools=tools, remember="customers")
        self._make_buttons()
        self.view = CustomerView(
            tools, ((self.whole, self.full, self.change), (self.flag, self.merge, self.separate)), panels
        )
        both = hbox(self.table, self.view, gap=EDGE)
        both.setStretch(0, 2)
        both.setStretch(1, 1)
        first = hbox(self.search, self.institution, self.flagged, None)
        first.setStretchFactor(self.search, 2)
        self.body.addLayout(first)
        self.body.addLayout(both)
        self.body.setStretch(1, 1)
        self.add_button(self.tr("New customer"), "plus", self.begin, role="primary", sequence="Ctrl+N")
        self.bind(
            Key("Return", self.tr("Open the page of the customer under the cursor")),
            Key("Ctrl+F", self.tr("Search"), self.search.setFocus),
        )
        self.table.picked.connect(self._picked)
        self.table.opened.connect(lambda _line: self.whole.click())
        self.lines.loaded.connect(self._stand_somewhere)
        self._say_empty()
        self._dress_buttons()

    # How it is made

    def _make_filters(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, initials, telephone's last four digits, number"))
        self.search.setAccessibleName(self.tr("Search customers"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(20 * GRID)
        self.search.setMaximumWidth(60 * GRID)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._to_the_list)
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.institution.picked.connect(lambda _key: self._filter())
        self.flagged = QCheckBox(self.tr("Flagged only"))
        self.flagged.toggled.connect(lambda _on: self._filter())

    def _make_buttons(self) -> None:
        self.whole = self._act(self.tr("Open"), "user", self._with(self._open), "Ctrl+O")
        self.full = self._act(self.tr("Show in full…"), "eye", self._with(self._show_in_full), "Ctrl+U")
        self.change = self._act(self.tr("Change…"), "pencil", self._with(self._change), "F2")
        self.flag = self._act(self.tr("Flag…"), "flag", self._with(self.doing.flag), "Ctrl+M")
        self.merge = self._act(self.tr("Merge…"), "copy", self._with(self.doing.merge), "Ctrl+G")
        self.separate = self._act(self.tr("Separate…"), "undo", self._with(self.doing.separate), "Ctrl+Shift+G")

    def _act(self, words: str, icon_name: str, do: Callable[[], object], sequence: str) -> QPushButton:
        """A button beside the list, and its key."""
        made = button(words, icon_name, do)
        made.setToolTip(f"{words.rstrip('…')} ({key_words(sequence)})")
        self.bind(Key(sequence, words.rstrip("…"), made.click))
        return made

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=104, sort="number"),
            Column(self.tr("Name"), lambda line: line.called, width=88),
            Column(self.tr("Tier"), lambda line: tier_words(line.tier, language), width=88, sort="tier"),
            Column(self.tr("Sex"), lambda line: sex_words(line.sex, language), width=80),
            Column(self.tr("Telephone"), lambda line: line.telephone, width=120),
            Column(self.tr("Institution"), lambda line: line.institution, width=128, stretch=True),
            Column(
                self.tr("Mark"),
                lambda line: flag_words() if line.flagged else "",
                tone=lambda _line: "warning",
                width=96,
            ),
        )  # fmt: skip

    def _fetch(self, wanted: CustomerFilter) -> Callable[[Any, int, str, bool], Sequence[CustomerLine]]:
        def fetch(after: tuple[Any, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[CustomerLine]:
            return self._members.lines(wanted, after=after, limit=limit, sort=sort or "number", descending=descending)

        return fetch

    # What is shown

    def refresh(self, changes: frozenset[Change]) -> None:
        if Change.DIRECTORY in changes:
            self.tools.operations.read(self, self._directory.institutions, then=self._show_institutions)
        self.lines.reload()
        self._count()
        if self._shown is not None:
            self._read(self._shown.id)

    def show_customer(self, customer_id: UUID) -> None:
        """Find this one in the list and put the cursor on it; of a merged record the one that is kept."""

        def found(customer: Customer) -> None:
            kept = customer.merged_into or customer.line
            self._sought = kept.id
            self.institution.choose(None)
            self.flagged.setChecked(False)
            self.search.setText(kept.number)
            self._filter()

        self.tools.operations.read(self, self._members.sheet, customer_id, then=found, topic="sought")

    def wanted(self) -> CustomerFilter:
        """The filter as it stands."""
        home = self.institution.chosen()
        return CustomerFilter(
            self.search.text().strip(), home if isinstance(home, UUID) else None, self.flagged.isChecked()
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """What was seen in full is hidden again when the page is left."""
        super().hideEvent(event)
        if self._in_full and self._shown is not None:
            self._show(self._shown.masked)

    def _show_institutions(self, institutions: list[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in institutions])
        self.institution.setVisible(len(institutions) > 1)

    def _filter(self) -> None:
        self._pause.stop()
        wanted = self.wanted()
        if wanted == self._wanted and self._sought is None:
            return
        self._wanted = wanted
        self._say_empty()
        self.lines.use(self._fetch(wanted))
        self._count()

    def _count(self) -> None:
        self.tools.operations.read(self, self._members.count, self._wanted, then=self._show_count, topic="count")

    def _show_count(self, count: int) -> None:
        words = self.tr("1 customer") if count == 1 else self.tr("{count} customers")
        self.set_note(words.format(count=count))

    def _say_empty(self) -> None:
        if self._wanted == CustomerFilter():
            words = self.tr("No customer yet. Enter the first one with Ctrl+N.")
        elif self._wanted == CustomerFilter(flagged=True):
            words = self.tr('Nobody is flagged. Choose a customer and "Flag…" when all staff should take care.')
        else:
            words = self.tr("Nobody fits. Search for less, or take a filter away.")
        self.table.say_empty(words)

    def _to_the_list(self) -> None:
        self._filter()
        self.table.setFocus()

    def _stand_somewhere(self, rows: int) -> None:
        self.view.setVisible(bool(rows) or self._wanted != CustomerFilter())
        if self._sought is not None and self.table.select_key(self._sought):
            self._sought = None
        elif rows and self.table.current_row() is None:
            self.table.selectRow(0)
        elif not rows:
            self._picked(None)

    def _picked(self, row: object) -> None:
        if not isinstance(row, CustomerLine):
            self._shown, self._in_full = None, False
            self.view.show_customer(None)
            self._dress_buttons()
        elif self._shown is None or row.id != self._shown.id:
            self._read(row.id)

    def _read(self, customer_id: UUID) -> None:
        self.tools.operations.read(self, self._members.sheet, customer_id, then=self._show, topic="sheet")

    def _show(self, found: Customer, *, in_full: bool = False) -> None:
        self._shown, self._in_full = found, in_full
        self.view.show_customer(found, in_full=in_full)
        self._dress_buttons()
        self.customer_shown.emit(found.id)

    def _dress_buttons(self) -> None:
        shown = self._shown
        for made in (self.whole, self.full, self.change, self.flag, self.merge):
            made.setEnabled(shown is not None)
        self.full.setVisible(not self._in_full)
        self.flag.setText(self.tr("Flag…") if shown is None or shown.flag is None else self.tr("Lift the flag…"))
        self.separate.setVisible(shown is not None and bool(shown.merged))

    # What can be done

    def begin(self) -> None:
        """Enter a new customer, of the institution the list is narrowed to."""
        home = self.institution.chosen()
        self.doing.enter(home if isinstance(home, UUID) else None, self.show_customer)

    def _with(self, do: Callable[[Customer], object]) -> Callable[[], None]:
        """Do it with whom the list stands on, if with anybody."""

        def act() -> None:
            if self._shown is not None:
                do(self._shown)

        return act

    def _open(self, shown: Customer) -> None:
        self.member_wanted.emit(shown.id)

    def _show_in_full(self, shown: Customer) -> None:
        self.doing.unmask(shown, partial(self._show, in_full=True), self.tr("Show in full"))

    def _change(self, shown: Customer) -> None:
        self.doing.change(shown, in_full=self._in_full)
