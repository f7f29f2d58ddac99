"""What the pages of customers and employees show of complaints: cases and wishes of or about them, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.complaints.model import CaseFilter
from qualitydesk.complaints.model.wishes import WishFilter, WishLine
from qualitydesk.complaints.service import Complaints, Wishes
from qualitydesk.complaints.ui.wishes.words import kind_words, state_words
from qualitydesk.complaints.ui.words import step_words
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.tools import Tools

_MOST = 100
_CONCERNS = frozenset({Change.CASES, Change.WISHES, Change.CUSTOMERS})


@dataclass(frozen=True)
class Matter:
    """A case or a wish; `case`: which of them."""

    id: UUID
    case: bool
    number: str
    received_at: datetime
    kind: str
    state: str
    words: str


class Matters(QWidget):
    """Enter opens one."""

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        wishes: Wishes,
        show: Callable[[Matter], object],
        *,
        customer_id: UUID | None = None,
        employee_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Of a customer, or naming an employee."""
        super().__init__(parent)
        self._tools = tools
        self._complaints = complaints
        self._wishes = wishes
        self._customer_id = customer_id
        self._employee_id = employee_id
        self.matters = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.matters,
            name=self.tr("Complaints and wishes"),
            empty=self.tr("Neither a complaint nor a wish."),
        )
        self.table.opened.connect(show)
        self.setLayout(vbox(self.table))
        tools.operations.changed.connect(self._hear)
        self._read()

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Received"), lambda one: one.received_at, text=_day, width=104),
            Column(self.tr("Kind"), lambda one: one.kind, width=64),
            Column(self.tr("State"), lambda one: one.state, width=88),
            Column(self.tr("What was said"), lambda one: one.words, tip=_whole, stretch=True),
        )

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & _CONCERNS:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(self, self._ask, then=self.matters.show_rows, topic="matters")

    def _ask(self) -> list[Matter]:
        language, complaint = self._tools.language, QCoreApplication.translate("Matters", "Complaint")
        wanted = CaseFilter(customer_id=self._customer_id, employee_id=self._employee_id)
        cases = self._complaints.lines(wanted, limit=_MOST)
        found = [
            Matter(
                line.id, True, line.number, line.received_at, complaint, step_words(line.step, language),
                line.narrative.replace("\n", " "),
            )
            for line in cases
        ]  # fmt: skip
        found += [
            Matter(
                line.id, False, line.number, line.received_at, kind_words(line.kind, language),
                state_words(line.state, language), line.words.replace("\n", " "),
            )
            for line in self._wished()
        ]  # fmt: skip
        return sorted(found, key=lambda one: one.received_at, reverse=True)

    def _wished(self) -> list[WishLine]:
        if self._customer_id is not None:
            return self._wishes.of_customer(self._customer_id)
        return self._wishes.lines(WishFilter(employee_id=self._employee_id), limit=_MOST)


def customer_panel(tools: Tools, complaints: Complaints, wishes: Wishes, show: Callable[[Matter], object]) -> Panel:
    """The panel for a customer's page; `show` opens one."""
    title = QCoreApplication.translate("Matters", "Complaints and wishes")
    made = partial(Matters, tools, complaints, wishes, show)
    return Panel(title, lambda customer_id: made(customer_id=customer_id))


def employee_panel(tools: Tools, complaints: Complaints, wishes: Wishes, show: Callable[[Matter], object]) -> Panel:
    """The panel for an employee's page: cases the person stands in, praise and wishes that name the person."""
    title = QCoreApplication.translate("Matters", "Complaints and praise")
    made = partial(Matters, tools, complaints, wishes, show)
    return Panel(title, lambda employee_id: made(employee_id=employee_id))


def _day(at: object) -> str:
    return moment_words(at)[:10]


def _whole(one: Matter) -> str:
    return f"{one.number}\n{one.words}"
