"""One slip: what it says and why, who pays what, what was done with it, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.records import show_record
from qualitydesk.kit.dropping import DropGround
from qualitydesk.kit.keys import Key, key_words
from qualitydesk.kit.page import Page
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Approvers, SlipSheet, SlipState, SlipVerb
from qualitydesk.penalties.rules import next_verbs, why_not_closed
from qualitydesk.penalties.rules.records import SLIP_RECORD
from qualitydesk.penalties.service import Consequences, Penalties
from qualitydesk.penalties.ui.approve_dialog import ApproveDialog
from qualitydesk.penalties.ui.explaining import Explaining, why_key
from qualitydesk.penalties.ui.slip_course import SlipCourse
from qualitydesk.penalties.ui.slip_issue import SlipIssue
from qualitydesk.penalties.ui.slip_papers import SlipPapers
from qualitydesk.penalties.ui.slip_sheet import SlipSheetView
from qualitydesk.penalties.ui.verdict_dialog import ask_verdict


class SlipPage(Page):
    """Opened by `show_slip(slip_id)`; its buttons follow the slip's state.

    Signals: `round_wanted(UUID)`, `case_wanted(UUID)` the round or case it came from; `closed` back to where it was
    opened from.
    """

    concerns = frozenset({Change.SLIPS, Change.FINDINGS, Change.PAPERS, Change.RULEBOOK, Change.CASES})
    round_wanted = Signal(object)
    case_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        directory: Directory,
        by: Callable[[], By],
        consequences: Consequences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Slip"))
        self._penalties = penalties
        self._consequences = consequences
        self._directory = directory
        self._by = by
        self._slip_id: UUID | None = None
        self._sheet: SlipSheet | None = None
        self._trail: list[UUID] = []
        self.view = SlipSheetView(tools, self)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in self.view.columns():
            split.addWidget(part)
        split.setSizes([84 * GRID, 58 * GRID])
        self.body.addWidget(split)
        self._split = split
        self.course = SlipCourse(tools, penalties, directory, by, lambda: self._sheet, self)
        DropGround(self, *self._grounds(), parent=self).dropped.connect(self.course.dropped)
        self.appendix_button = self.view.appendix_button
        self.record_button = self.view.record_button
        self.record_button.setToolTip(key_words("Ctrl+H"))
        self.record_button.clicked.connect(lambda _checked=False: self._show_record())
        self.view.verdict_button.setToolTip(key_words("Ctrl+Y"))
        self.view.verdict_button.clicked.connect(lambda _checked=False: self._ask_verdict())
        self.view.step_table.opened.connect(lambda _step: self._show_record())
        self.view.file_table.opened.connect(self.course.save_file)
        self.issue = SlipIssue(tools, penalties, by, lambda: self._sheet, self.view.fairness, self)
        self.papers = SlipPapers(tools, penalties, by, lambda: self._sheet, self)
        self.view.fairness.opened.connect(self._look_at)
        self.appendix_button.setToolTip(key_words("Ctrl+Shift+E"))
        self.appendix_button.clicked.connect(lambda _checked=False: self.papers.appendix())
        self.explaining = Explaining(tools, penalties, self)
        self.view.fairness.asked.connect(self.explaining.explain)
        self.view.payer_table.asked.connect(lambda _payer: self._explain())
        self._add_buttons()
        self._show_buttons()

    def _add_buttons(self) -> None:
        self.add_button(self.tr("Back"), "arrow-left", self._back, role="quiet", sequence="Esc")
        self.round_button = self.add_button(self.tr("Round"), "rounds", self._to_round, sequence="Ctrl+R")
        self.withdraw_button = self.add_button(
            self.tr("Withdraw…"), "undo", self._withdraw, role="danger", sequence="Ctrl+D", gives_way=True
        )
        self.reprint_button = self.add_button(
            self.tr("Reprint"), "copy", self.papers.reprint, sequence="Ctrl+Shift+P", gives_way=True
        )
        self.preview_button = self.add_button(
            self.tr("Print"),
            "printer",
            self.papers.preview,
            sequence="Ctrl+P",
            words=self.tr("Preview and print"),
            gives_way=True,
        )
        self.refuse_button = self.add_button(
            self.tr("Refused…"),
            "x",
            self.course.refuse,
            sequence="Ctrl+J",
            words=self.tr("The employee refused to sign"),
        )
        self.appeal_button = self.add_button(
            self.tr("Appeal…"), "flag", self.course.appeal, sequence="Ctrl+L", words=self.tr("Take an appeal down")
        )
        self.sign_button = self.add_button(
            self.tr("Signed…"),
            "signature",
            self.course.sign,
            role="primary",
            sequence="Ctrl+G",
            words=self.tr("The employee signed"),
        )
        self.decide_button = self.add_button(self.tr("Decide…"), "scale", self.course.decide, role="primary")
        self.close_button = self.add_button(
            self.tr("Close"), "check", self.course.close, sequence="Ctrl+E", words=self.tr("Close the slip")
        )
        self.correct_button = self.add_button(
            self.tr("Correcting notice…"),
            "directory",
            self.papers.correct,
            role="primary",
            sequence="Ctrl+Shift+N",
            words=self.tr("Put the personnel notice right"),
        )
        self.approve_button = self.add_button(self.tr("Approve…"), "signature", self._approve, role="primary")
        self.issue_button = self.add_button(self.tr("Issue"), "stamp", self.issue.ask, role="primary")
        self.bind(
            Key(
                "Ctrl+Return",
                self.tr("What is next: correct the notice, approve, issue, signed, decide, close"),
                self._next,
            ),
            Key("Ctrl+M", self.tr("To the similar slips; Enter opens one"), self.view.fairness.table.setFocus),
            why_key(),
            Key("Ctrl+Shift+E", self.tr("The explanation as a paper, the slip's appendix"), self.papers.appendix),
            Key("Ctrl+H", self.tr("History of this record: who decided and entered what"), self._show_record),
            Key("Ctrl+Y", self.tr("Decide on what the slip leaves to people"), self._ask_verdict),
            Key("Ctrl+O", self.tr("Keep scans of the signed paper"), self.course.choose_files),
            Key("Ctrl+Shift+V", self.tr("Keep what was copied as a scan"), self.course.paste),
        )

    def _grounds(self) -> tuple[QWidget, ...]:
        """Where scans can be dropped besides the bare page."""
        view = self.view
        return tuple(table.viewport() for table in (view.file_table, view.payer_table, view.step_table))

    def show_slip(self, slip_id: UUID) -> None:
        """Read a slip and show it; what was looked at from another one is forgotten."""
        self._trail.clear()
        self._go_to(slip_id)

    def _look_at(self, slip_id: UUID) -> None:
        """A similar slip; back leads to the one it was compared with."""
        if self._slip_id is not None:
            self._trail.append(self._slip_id)
        self._go_to(slip_id)

    def _back(self) -> None:
        if self._trail:
            self._go_to(self._trail.pop())
        else:
            self.closed.emit()

    def _go_to(self, slip_id: UUID) -> None:
        if slip_id != self._slip_id:
            self._sheet = None
            self._split.setVisible(False)
            self.view.fairness.show_fairness(None)
            self._show_buttons()
        self._slip_id = slip_id
        self.refresh(frozenset())

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read the slip anew."""
        if self._slip_id is not None:
            self.tools.operations.read(self, self._penalties.sheet, self._slip_id, then=self._show)

    def _show(self, sheet: SlipSheet) -> None:
        self._sheet = sheet
        slip = sheet.view.slip
        words = self.tr("{number} · {name}")
        self.set_title(words.format(number=slip.number, name=slip.decision.employee.name))
        self.view.show_sheet(sheet)
        self.issue.look()
        self._split.setVisible(True)
        self._show_buttons()
        self.view.step_table.setFocus()  # the button just pressed may be gone, and keys need a place to be heard

    def _show_buttons(self) -> None:
        state = self._sheet.view.slip.state if self._sheet else None
        self.approve_button.setVisible(state is SlipState.PROPOSED)
        self.issue_button.setVisible(state is SlipState.APPROVED)
        self._show_later(state)
        self.appendix_button.setVisible(state is not None)
        due = self._sheet is not None and self._sheet.view.slip.correction_since is not None
        self.correct_button.setVisible(due)
        self.reprint_button.setVisible(self._sheet is not None and self._sheet.view.slip.paper_id is not None)
        verbs = next_verbs(state) if state is not None else ()
        self.withdraw_button.setVisible(SlipVerb.WITHDRAW in verbs)
        self.preview_button.setVisible(state is not None)
        free = self._sheet is not None and self._sheet.view.slip.act_id is not None
        self.round_button.setVisible(state is not None and not free)
        about_case = self._sheet is not None and self._sheet.view.slip.case_id is not None
        self.round_button.setText(self.tr("Case") if about_case else self.tr("Round"))

    def _show_later(self, state: SlipState | None) -> None:
        """What can be done after the issue. Closing is offered once the rule lets it."""
        verbs, sheet = (next_verbs(state) if state is not None else ()), self._sheet
        self.sign_button.setVisible(SlipVerb.ACKNOWLEDGE in verbs)
        self.refuse_button.setVisible(SlipVerb.REFUSE in verbs)
        appealed = sheet is not None and sheet.appeal is not None
        self.appeal_button.setVisible(SlipVerb.APPEAL in verbs and not appealed)
        self.decide_button.setVisible(SlipVerb.UPHOLD in verbs)
        closable = SlipVerb.CLOSE in verbs and sheet is not None and sheet.today is not None
        if closable and sheet is not None and sheet.today is not None:
            accepts = sheet.answer is not None and sheet.answer.accepts
            closable = not why_not_closed(sheet.view.slip, sheet.today, accepts=accepts)
        self.close_button.setVisible(closable)

    def _next(self) -> None:
        buttons = (
            self.correct_button,
            self.approve_button,
            self.issue_button,
            self.decide_button,
            self.sign_button,
            self.close_button,
        )
        for made in buttons:
            if made.isVisible() and made.isEnabled():
                made.click()
                return

    def _ask_verdict(self) -> None:
        one = self._sheet.consequence if self._sheet is not None else None
        if one is not None and self._consequences is not None and self.view.verdict_button.isEnabled():
            ask_verdict(self.tools, self._consequences, one, self._by, self, self.window())

    def _explain(self) -> None:
        if self._sheet is not None:
            self.explaining.explain(self._sheet.view.slip.id)

    def _show_record(self) -> None:
        if self._sheet is not None:
            slip = self._sheet.view.slip
            show_record(self.tools, self._directory, SLIP_RECORD, slip.id, slip.number or "", self.window())

    def _to_round(self) -> None:
        if self._sheet is None:
            return
        slip = self._sheet.view.slip
        if slip.case_id is not None:
            self.case_wanted.emit(slip.case_id)
        else:
            self.round_wanted.emit(slip.round_id)

    def _approve(self) -> None:
        self.tools.operations.read(self, self._penalties.approvers, then=self._ask_who)

    def _ask_who(self, allowed: Approvers) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        if not allowed.people:
            words = self.tr(
                "By the rulebook only {posts} may approve, and nobody holds that post today. "
                'Open "Directory" and add the person, or change the post of an employee who is there already.'
            )
            told = words.format(posts=" / ".join(allowed.posts))
            self.tools.prompts.tell(self.window(), self.tr("Nobody can approve yet"), told)
            return

        def ask(today: date) -> None:
            dialog = ApproveDialog(
                self.tools, self._penalties, sheet.view, allowed, today, self._by(), parent=self.window()
            )
            dialog.open()

        self.tools.operations.read(self, self._directory.today, then=ask)

    def _withdraw(self) -> None:
        if self._sheet is None:
            return
        slip = self._sheet.view.slip
        words = self.tr("{number} keeps its number and its history; its findings no longer count. Why is it withdrawn?")
        if slip.case_id is not None:
            words = self.tr(
                "{number} keeps its number and its history; the handling recorded on the case no longer stands. Why is "
                "it withdrawn?"
            )
        self.tools.prompts.ask_text(
            self.window(),
            self.tr("Withdraw the slip"),
            words.format(number=slip.number),
            yes=self.tr("Withdraw"),
            then=lambda reason: self.tools.operations.write(
                self._penalties.withdraw, slip.id, slip.revision, reason, self._by(), asker=self
            ),
        )
