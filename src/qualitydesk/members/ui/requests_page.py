"""The register of requests about personal data, the answer owed first on top; and a member's own, as a panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import hbox, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel, TableModel
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerLine
from qualitydesk.members.model.privacy import PersonRequest, RequestState
from qualitydesk.members.service import Members, Privacy
from qualitydesk.members.ui.request_dialogs import AnswerDialog, ReceiveDialog
from qualitydesk.members.ui.words import brief_words

_TONES = {RequestState.OPEN: "", RequestState.GRANTED: "good", RequestState.REFUSED: "muted"}
_CONCERNS = frozenset({Change.PERSON_REQUESTS, Change.CUSTOMERS})


class PersonRequestsPage(Page):
    """The list. Signals: `member_wanted(UUID)` for the page of whoever asked."""

    concerns: ClassVar[frozenset[Change]] = _CONCERNS
    member_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        privacy: Privacy,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Requests about personal data"))
        self._privacy = privacy
        self._members = members
        self._directory = directory
        self._by = by
        self._open = True  # what the lane reads: widgets are the GUI thread's
        self.open_only = QCheckBox(self.tr("Only those to be answered"))
        self.open_only.setChecked(True)
        self.open_only.toggled.connect(lambda _on: self._filter())
        self.lines = PagedModel(
            columns(tools.language), tools.operations, self._fetch, sort="due", descending=False, parent=self,
            after_of=lambda one, _sort: (one.due_on, one.id),
        )  # fmt: skip
        self.table = Table(
            self.lines, name=self.tr("Requests about personal data"), empty="", tools=tools, remember="person_requests"
        )
        self.body.addLayout(hbox(self.open_only, None))
        self.body.addWidget(self.table, 1)
        self.add_button(self.tr("Export…"), "download", self._export, role="quiet", sequence="Ctrl+E")
        self.member = self.add_button(self.tr("Customer"), "user", self._show_member, sequence="Ctrl+O")
        self.answer = self.add_button(self.tr("Answer…"), "check", self._answer, sequence="Ctrl+Return")
        self.add_button(self.tr("New request"), "plus", self.begin, role="primary", sequence="Ctrl+N")
        self.bind(
            Key("Return", self.tr("Answer the request under the cursor")),
            Key("Ctrl+F", self.tr("Only those to be answered, or all"), self.open_only.click),
        )
        self.table.opened.connect(lambda _one: self._answer())
        self.table.picked.connect(lambda _one: self._dress())
        self.lines.loaded.connect(self._stand_somewhere)
        self._say_empty()
        self._dress()

    def refresh(self, changes: frozenset[Change]) -> None:
        self.lines.reload()
        self._count()

    def begin(self) -> None:
        """Enter a request."""
        receive(self.tools, self._privacy, self._members, self._directory, self._by, self)

    def _fetch(self, after: Any, limit: int, sort: str, descending: bool) -> Sequence[PersonRequest]:
        return self._privacy.requests(
            open_only=self._open, after=after, limit=limit, sort=sort or "due", descending=descending
        )

    def _filter(self) -> None:
        self._open = self.open_only.isChecked()
        self._say_empty()
        self.lines.reload()
        self._count()

    def _count(self) -> None:
        count = partial(self._privacy.count, open_only=True)
        self.tools.operations.read(self, count, then=self._show_count, topic="count")

    def _show_count(self, count: int) -> None:
        self.set_note(self.tr("{count} to be answered").format(count=count))

    def _say_empty(self) -> None:
        words = (
            self.tr("No answer is owed. When a customer asks what is kept, or to have it erased: Ctrl+N.")
            if self.open_only.isChecked()
            else self.tr("No request yet. When a customer asks what is kept, or to have it erased: Ctrl+N.")
        )
        self.table.say_empty(words)

    def _stand_somewhere(self, rows: int) -> None:
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        self._dress()

    def _chosen(self) -> PersonRequest | None:
        found = self.table.current_row()
        return found if isinstance(found, PersonRequest) else None

    def _dress(self) -> None:
        chosen = self._chosen()
        self.member.setEnabled(chosen is not None)
        self.answer.setEnabled(chosen is not None and chosen.state is RequestState.OPEN)

    def _show_member(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.member_wanted.emit(chosen.customer.id)

    def _answer(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.state is RequestState.OPEN:
            answer(self.tools, self._privacy, self._by, chosen, self)

    def _export(self) -> None:
        write = partial(self._privacy.write_register, language=self.tools.language)
        title = self.tr("Requests about personal data")
        export(self.tools, self, title, title, write)


class OwnRequests(QWidget):
    """A member's requests on her page. Enter answers one."""

    def __init__(self, tools: Tools, privacy: Privacy, by: Callable[[], By], customer_id: UUID) -> None:
        super().__init__()
        self._tools, self._privacy, self._by, self._customer_id = tools, privacy, by, customer_id
        self.found = TableModel(columns(tools.language, whose=False), key=lambda one: one.id, parent=self)
        empty = self.tr('Nothing has been asked about these data so far. "More…" enters a request.')
        self.table = Table(self.found, name=self.tr("Requests"), empty=empty, tools=tools, remember="member.requests")
        self.table.opened.connect(self._answer)
        self.setLayout(vbox(self.table))
        tools.operations.changed.connect(self._hear)
        self._read()

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & _CONCERNS:
            self._read()

    def _read(self) -> None:
        query = partial(self._privacy.requests, customer_id=self._customer_id, descending=True)
        self._tools.operations.read(self, query, then=self.found.show_rows, topic="own requests")

    def _answer(self, one: object) -> None:
        if isinstance(one, PersonRequest) and one.state is RequestState.OPEN:
            answer(self._tools, self._privacy, self._by, one, self)


def requests_panel(tools: Tools, privacy: Privacy, by: Callable[[], By]) -> Panel:
    """The panel for a member's page."""
    title = QCoreApplication.translate("OwnRequests", "Requests")
    return Panel(title, lambda customer_id: OwnRequests(tools, privacy, by, customer_id))


def columns(language: str, *, whose: bool = True) -> tuple[Column, ...]:
    """Of the register, and without the customer of one person's."""

    def state(one: PersonRequest) -> str:
        if one.overdue:
            return QCoreApplication.translate("PersonRequests", "Overdue")
        return capital(say(language, f"person_request.{one.state}"))

    who = (Column(QCoreApplication.translate("PersonRequests", "Customer"), lambda one: brief_words(one.customer),
                  width=136),) if whose else ()  # fmt: skip
    return (
        Column(QCoreApplication.translate("PersonRequests", "Number"), lambda one: one.number, width=120),
        *who,
        Column(QCoreApplication.translate("PersonRequests", "Asks"),
               lambda one: capital(say(language, f"asked.{one.kind}")), width=144),
        Column(QCoreApplication.translate("PersonRequests", "Received"), lambda one: one.received_on, text=day_words,
               width=104),
        Column(QCoreApplication.translate("PersonRequests", "Answer by"), lambda one: one.due_on, text=day_words,
               tone=lambda one: "danger" if one.overdue else "", width=112, sort="due" if whose else ""),
        Column(QCoreApplication.translate("PersonRequests", "State"), state,
               tone=lambda one: "danger" if one.overdue else _TONES[one.state], width=96),
        Column(QCoreApplication.translate("PersonRequests", "Answered"),
               lambda one: f"{day_words(one.answered_on)} {one.answered_by}".strip(), width=152),
        Column(QCoreApplication.translate("PersonRequests", "What was said, and the answer"),
               lambda one: " → ".join(part for part in (one.words, one.answer) if part).replace("\n", " "),
               tip=lambda one: "\n\n".join(part for part in (one.words, one.answer) if part), stretch=True),
    )  # fmt: skip


def receive(
    tools: Tools,
    privacy: Privacy,
    members: Members,
    directory: Directory,
    by: Callable[[], By],
    window: QWidget,
    about: CustomerLine | None = None,
) -> None:
    """Ask for a new request, of `about` (a customer's line) when it is known."""

    def ask(today: date) -> None:
        dialog = ReceiveDialog(tools, members, directory, by, today, about, parent=window)
        dialog.writes(privacy.receive_request, by())
        dialog.open()

    tools.operations.read(window, privacy.today, then=ask, topic="request dialog")


def answer(tools: Tools, privacy: Privacy, by: Callable[[], By], one: PersonRequest, window: QWidget) -> None:
    """Answer a request."""

    def ask(today: date) -> None:
        dialog = AnswerDialog(tools, one, today, parent=window)
        dialog.writes(privacy.answer_request, by())
        dialog.open()

    tools.operations.read(window, privacy.today, then=ask, topic="answer dialog")
