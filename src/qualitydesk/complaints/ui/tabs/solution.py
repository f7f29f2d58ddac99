"""Tab 方案: what is offered, who drafted and who approved it, what came of it with the patient."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Negotiation, Solution, Stage, Step
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import Chip, Facts, button, hbox, label, panel, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.theme import EDGE, GRID


class SolutionTab(Tab):
    """Both can be recorded before their step is reached; the approval moves the case and is asked for by its step."""

    def title(self) -> str:
        return self.tr("Solution and approval")

    def build(self) -> None:
        self.draft_button = button(
            self.tr("Draft the solution…"), "pencil", lambda: self._record(Step.DRAFTED), role="primary"
        )
        self.approve_button = button(self.tr("Decide on it…"), "signature", self._approve, role="primary")
        self.result_button = button(self.tr("Result with the patient…"), "note", lambda: self._record(Step.NEGOTIATED))
        self.state = Chip()
        self.solution, self.negotiation = Facts(), Facts()
        self.none_yet = label(self.tr("No solution drafted yet."), tone="muted", wrap=True)
        self.not_negotiated = label(self.tr("Nothing agreed with the patient yet."), tone="muted", wrap=True)
        self.setLayout(
            vbox(
                hbox(self.draft_button, self.approve_button, self.result_button, None),
                scroll_column(
                    self.title(),
                    _box(hbox(label(self.tr("Solution"), "section"), self.state, None), self.none_yet, self.solution),
                    _box(label(self.tr("With the patient"), "section"), self.not_negotiated, self.negotiation),
                ),
            )
        )

    def show_case(self, shown: Shown) -> None:
        page = shown.page
        open_ = page.course.stage is Stage.OPEN and page.merged_into is None
        self.draft_button.setVisible(open_ and not (page.solution is not None and page.solution.approved))
        self.approve_button.setVisible(open_ and page.course.step is Step.APPROVED)
        self.result_button.setVisible(open_)
        self.none_yet.setVisible(page.solution is None)
        self.solution.setVisible(page.solution is not None)
        self.state.setVisible(page.solution is not None)
        self.not_negotiated.setVisible(page.negotiation is None)
        self.negotiation.setVisible(page.negotiation is not None)
        if page.solution is not None:
            self._show_solution(page.solution, shown.zone)
        if page.negotiation is not None:
            self._show_negotiation(page.negotiation, shown.zone)

    def _show_solution(self, found: Solution, zone: str) -> None:
        words, tone = {
            None: (self.tr("Waits for approval"), "warning"),
            True: (self.tr("Approved"), "good"),
            False: (self.tr("Refused"), "danger"),
        }[found.approved]
        self.state.say(words, tone)
        facts = [
            (self.tr("What is offered"), found.words),
            (self.tr("Refund"), money.words(found.refund)),
            (self.tr("Compensation"), money.words(found.compensation)),
            (self.tr("Drafted"), f"{found.drafted_by} · {moment_words(found.drafted_at, zone)}"),
        ]
        if found.approved is not None:
            when = f"{found.approved_by} · {moment_words(found.approved_at, zone)}"
            facts.append((self.tr("Decided"), f"{when} · {found.approval_words}" if found.approval_words else when))
        self.solution.show_facts(facts)

    def _show_negotiation(self, found: Negotiation, zone: str) -> None:
        yes, no = self.tr("Yes"), self.tr("No")
        self.negotiation.show_facts(
            [
                (self.tr("Result"), say(self.language, f"agreement.{found.result}")),
                (self.tr("When"), moment_words(found.at, zone)),
                (self.tr("In words"), found.words),
                (self.tr("Outside ways told"), yes if found.outside_ways_told else no),
            ]
        )

    def _record(self, step: Step) -> None:
        if self.shown is not None:
            self.desk.verbs.record(self.shown.case_id, step)

    def _approve(self) -> None:
        if self.shown is not None:
            self.desk.verbs.next(self.shown.case_id)


def _box(*parts: object) -> QWidget:
    column = vbox(*parts, gap=GRID)  # type: ignore[arg-type]
    column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    made = panel()
    made.setLayout(column)
    return made
