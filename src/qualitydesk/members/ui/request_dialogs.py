"""A request about what is kept of a person: received, answered; and the wish to be shown nowhere carried out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import Facts, label
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer, CustomerLine
from qualitydesk.members.model.privacy import (
    Asked,
    PersonRequest,
    PersonRequestDraft,
    RequestAnswer,
    RestrictDraft,
)
from qualitydesk.members.rules.profile import (
    due_on,
    problems_in_answer,
    problems_in_request,
    problems_in_restriction,
)
from qualitydesk.members.service import Members
from qualitydesk.members.ui.customer_picker import CustomerPicker
from qualitydesk.members.ui.words import brief_words


class ReceiveDialog(DraftDialog):
    """Hands out a `PersonRequestDraft`. `about`: whose it is, when that is known already."""

    def __init__(
        self,
        tools: Tools,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        today: date,
        about: CustomerLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("New request about personal data"))
        self._today = today
        self._about = about
        self.customer = CustomerPicker(tools, members, directory, by, may_add=False)
        kinds = [Choice(one, capital(say(tools.language, f"asked.{one}"))) for one in Asked]
        self.kind = Picker(kinds, placeholder=self.tr("Choose"))
        self.day = DayPicker(today)
        self.said = QPlainTextEdit()
        if about is None:
            self.add_row("customer_id", self.tr("Customer"), self.customer, required=True)
        else:
            self.add_wide(label(brief_words(about), "section"))
            self.customer.hide()
        self.add_row("kind", self.tr("Asks"), self.kind, required=True)
        self.due = self.add_row("received_on", self.tr("Received on"), self.day, required=True)
        hint = self.tr("In the customer's words; how you made sure who asked.")
        self.add_row("words", self.tr("What was said"), self.said, hint=hint)
        self.day.picked.connect(lambda _day: self._say_due())
        self._say_due()

    def read_draft(self) -> PersonRequestDraft:
        kind = self.kind.chosen()
        return PersonRequestDraft(
            self._about.id if self._about else self.customer.chosen(),
            Asked(str(kind)) if kind is not None else None,
            self.day.day(),
            self.said.toPlainText(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, PersonRequestDraft)
        return problems_in_request(draft, self._today)

    def _say_due(self) -> None:
        day = self.day.day()
        words = self.tr("To be answered by {day}").format(day=day_long(due_on(day))) if day else ""
        self.due.say_hint(words)


class AnswerDialog(DraftDialog):
    """Hands out a `RequestAnswer`."""

    def __init__(self, tools: Tools, request: PersonRequest, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Answer to {number}").format(number=request.number))
        self._request = request
        self._today = today
        facts = Facts()
        language = tools.language
        facts.show_facts(
            (
                (self.tr("Customer"), brief_words(request.customer)),
                (self.tr("Asks"), capital(say(language, f"asked.{request.kind}"))),
                (self.tr("What was said"), request.words),
                (self.tr("To be answered by"), day_long(request.due_on)),
            )
        )
        self.add_wide(facts)
        self.outcome = Picker(
            [
                Choice(True, capital(say(language, "person_request.granted"))),
                Choice(False, capital(say(language, "person_request.refused"))),
            ]
        )
        self.outcome.choose(True)
        self.day = DayPicker(today)
        self.answer = QPlainTextEdit()
        self.add_row("granted", self.tr("Outcome"), self.outcome, required=True)
        self.add_row("answered_on", self.tr("Answered on"), self.day, required=True)
        hint = self.tr("What was done and handed over; of a refusal the reason, as the customer was told it.")
        self.add_row("answer", self.tr("Answer"), self.answer, hint=hint)

    def read_draft(self) -> RequestAnswer:
        return RequestAnswer(
            self._request.id, self.outcome.chosen() is not False, self.day.day(), self.answer.toPlainText(),
            self._request.revision,
        )  # fmt: skip

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, RequestAnswer)
        return problems_in_answer(draft, self._today, self._request.received_on)


class RestrictDialog(DraftDialog):
    """Hands out a `RestrictDraft`."""

    def __init__(self, tools: Tools, customer: Customer, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("Restrict {customer}").format(customer=brief_words(customer.line)))
        self.save_button.setText(self.tr("Restrict"))
        self._customer = customer
        self._today = today
        words = self.tr(
            "From now on the record is stored and nothing else: the customer stands in no list and is found by the "
            "number alone, until the restriction is lifted."
        )
        self.add_wide(label(words, wrap=True))
        self.why = QPlainTextEdit()
        self.until = DayPicker(optional=True)
        self.add_row("why", self.tr("Reason"), self.why, required=True)
        hint = self.tr("How long the law wants the record kept; after that it can be erased.")
        self.add_row("until", self.tr("Kept until"), self.until, hint=hint)

    def read_draft(self) -> RestrictDraft:
        return RestrictDraft(self._customer.id, self.why.toPlainText(), self.until.day())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, RestrictDraft)
        return problems_in_restriction(draft, self._today)
