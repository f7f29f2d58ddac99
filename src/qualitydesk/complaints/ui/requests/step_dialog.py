"""One step of a request: accepted, passed on, answered, confirmed, sent back, withdrawn; who decides always asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model.requests import AnswerDraft, Request, RequestVerb
from qualitydesk.complaints.rules.requests import TABLE, Side, problems_in_answer, problems_in_passing_on
from qualitydesk.complaints.service import Requests
from qualitydesk.complaints.ui.offer import CaseOffer, id_of
from qualitydesk.directory.model import Person
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

_REASONED = (RequestVerb.PASS_ON, RequestVerb.RETURN, RequestVerb.WITHDRAW)


@dataclass(frozen=True)
class StepDraft:
    """What the dialog hands over; only what the verb asks for is filled."""

    decided_by: UUID | None = None
    words: str = ""
    asked_id: UUID | None = None
    at: datetime | None = None
    backdate_reason: str = ""


class RequestStepDialog(DraftDialog):
    """Asks for what one verb needs."""

    def __init__(
        self,
        tools: Tools,
        requests: Requests,
        found: Request,
        verb: RequestVerb,
        offer: CaseOffer,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._requests = requests
        self._found = found
        self._verb = verb
        self._offer = offer
        self._by = by
        title, save = self._titles()
        self.setWindowTitle(title.format(number=found.line.number))
        self.save_button.setText(save)
        self.setMinimumWidth(72 * GRID)
        self.decided_by = Picker(self._people(), optional=True, placeholder=self.tr("Choose"))
        self.words = QPlainTextEdit()
        departments = [one for one in offer.department_choices() if one.key not in self._passed_by()]
        self.asked = Picker(departments, optional=True, placeholder=self.tr("Choose"))
        self.earlier = QCheckBox(self.tr("It was answered earlier than now"))
        self.at = MomentPicker(offer.now, zone=offer.zone)
        self.backdate_reason = QLineEdit()
        self._add_fields()
        self._propose()
        self.writes(self._write)

    def _titles(self) -> tuple[str, str]:
        return {
            RequestVerb.ACCEPT: (self.tr("Accept {number}"), self.tr("Accept")),
            RequestVerb.PASS_ON: (self.tr("Pass {number} on"), self.tr("Pass on")),
            RequestVerb.ANSWER: (self.tr("Answer {number}"), self.tr("Answer")),
            RequestVerb.CONFIRM: (self.tr("Confirm the answer to {number}"), self.tr("Satisfied, close")),
            RequestVerb.RETURN: (self.tr("Send {number} back"), self.tr("Send back")),
            RequestVerb.WITHDRAW: (self.tr("Withdraw {number}"), self.tr("Withdraw")),
        }[self._verb]

    def _passed_by(self) -> tuple[UUID, UUID]:
        return self._found.line.asked_id, self._found.line.department_id

    def _people(self) -> list[Choice]:
        """Everybody, those whose matter it is first."""
        there = self._department()
        staff = sorted(self._offer.present(), key=lambda one: one.department_id != there)
        return [
            Choice(one.id, one.name, f"{one.number} {one.department}", f"{one.institution}{one.initials}")
            for one in staff
        ]

    def _department(self) -> UUID:
        line = self._found.line
        return line.department_id if TABLE[self._verb].side is Side.ASKING else line.asked_id

    def _add_fields(self) -> None:
        verb, line = self._verb, self._found.line
        said = label(line.words, wrap=True, selectable=True)
        said.setAccessibleName(self.tr("The request"))
        self.add_wide(said)
        if verb in (RequestVerb.CONFIRM, RequestVerb.RETURN):
            self.add_wide(label(self.tr("Answer: {words}").format(words=self._found.answer), "hint", wrap=True))
        hint = {
            Side.ASKED: self.tr("Somebody of {asked} or its head, not the asker.").format(asked=line.asked),
            Side.ASKING: self.tr("{asker}, a colleague of {asking} or its head.").format(
                asker=line.asker, asking=line.department
            ),
            Side.ANYBODY: "",
        }[TABLE[verb].side]
        self.add_row("decided_by", self.tr("Who decides"), self.decided_by, hint=hint, required=True)
        if verb is RequestVerb.PASS_ON:
            self.add_row("asked_id", self.tr("To which department"), self.asked, required=True)
        if verb is RequestVerb.ANSWER:
            self.add_row(
                "words",
                self.tr("Answer"),
                self.words,
                required=True,
                hint=self.tr("Clear: whether it can be done, how, and by when."),
            )
            self.add_row("earlier", self.tr("Answered"), self.earlier)
            self.add_row("at", self.tr("Answered at"), self.at, required=True)
            self.add_row("backdate_reason", self.tr("Why entered later"), self.backdate_reason, required=True)
            self.earlier.toggled.connect(lambda _on: self._show_rows())
            self._show_rows()
        elif verb in _REASONED:
            self.add_row("words", self.tr("Reason"), self.words, required=True)
        elif verb is RequestVerb.CONFIRM:
            self.add_row("words", self.tr("Note"), self.words)

    def _propose(self) -> None:
        """Who it most likely is: the asker, whoever accepted it, or the only one there."""
        line = self._found.line
        if TABLE[self._verb].side is Side.ASKING:
            there: list[Person] = [one for one in self._offer.present() if one.id == line.asker_id]
        else:
            there = [one for one in self._offer.present() if one.department_id == line.asked_id]
            there = [one for one in there if one.id != line.asker_id]
            named = [one for one in there if one.name == self._found.accepted_by]
            there = named or there
        if len(there) == 1:
            self.decided_by.choose(there[0].id)
        elif self._verb is RequestVerb.PASS_ON:
            self.decided_by.choose(self._by.decided_by)

    def _show_rows(self) -> None:
        for name in ("at", "backdate_reason"):
            self.field_row(name).set_shown(self.earlier.isChecked())

    def read_draft(self) -> StepDraft:
        earlier = self.earlier.isChecked()
        return StepDraft(
            decided_by=id_of(self.decided_by),
            words=self.words.toPlainText().strip(),
            asked_id=id_of(self.asked),
            at=self.at.moment() if earlier else None,
            backdate_reason=self.backdate_reason.text().strip() if earlier else "",
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, StepDraft)
        line = self._found.line
        found = [] if draft.decided_by is not None else [Problem("decided_by", "required")]
        if self._verb is RequestVerb.ANSWER:
            answer = AnswerDraft(draft.words, draft.at, draft.backdate_reason)
            found += problems_in_answer(answer, line.received_at, self._offer.now)
        elif self._verb is RequestVerb.PASS_ON:
            found += problems_in_passing_on(draft.asked_id, line.asked_id, line.department_id, draft.words)
        elif self._verb in _REASONED and not draft.words:
            found.append(Problem("words", "reason_missing"))
        return found

    def _write(self, draft: StepDraft) -> Done[None]:
        key, seen, asked = self._found.line.id, self._found.line.revision, self._requests
        by = By(draft.decided_by, self._by.entered_by)
        calls: dict[RequestVerb, Callable[[], Done[None]]] = {
            RequestVerb.ACCEPT: lambda: asked.accept(key, seen, by),
            RequestVerb.PASS_ON: lambda: asked.pass_on(key, seen, draft.asked_id, draft.words, by),
            RequestVerb.ANSWER: lambda: asked.answer(
                key, seen, AnswerDraft(draft.words, draft.at, draft.backdate_reason), by
            ),
            RequestVerb.CONFIRM: lambda: asked.confirm(key, seen, draft.words, by),
            RequestVerb.RETURN: lambda: asked.send_back(key, seen, draft.words, by),
            RequestVerb.WITHDRAW: lambda: asked.withdraw(key, seen, draft.words, by),
        }
        return calls[self._verb]()
