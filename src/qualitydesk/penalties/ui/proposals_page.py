"""After a finished round, or from step 10 of a case: what is proposed for each employee, why, and proposing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import together
from qualitydesk.kit.card import ExplainCard, Explanation
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, EmptyState
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Addable, Choice, Event, EventKind, EventProposals, Leeway, Proposal, SlipState
from qualitydesk.penalties.rules import warnings, word
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.add_dialog import AddDialog
from qualitydesk.penalties.ui.beside import ask_beside, beside_words, left_out_words
from qualitydesk.penalties.ui.choice_dialog import ChoiceDialog
from qualitydesk.penalties.ui.explaining import Explaining, decision_explanations, why_key
from qualitydesk.penalties.ui.words import (
    TONES,
    aside_explanation,
    explanations,
    fen_words,
    own_fen,
    sanction_words,
    standing_tone,
    standing_words,
    state_words,
    sums_words,
    superiors_fens,
    waiting_words,
)
from qualitydesk.rulebook.model import Edition


def _asks(one: Proposal) -> bool:
    """Whether money is proposed, which may be asked about."""
    return bool(one.decision.total)


class ProposalsPage(Page):
    """Opened by `show_event(event)`: what the ladder proposes after a round, or what the level of a case proposes.

    Signals: `slip_wanted(UUID)` a slip is to be looked at; `closed` back to where it was opened from.
    """

    concerns = frozenset({Change.SLIPS, Change.FINDINGS, Change.CASES})
    slip_wanted = Signal(object)
    closed = Signal()

    def __init__(self, tools: Tools, penalties: Penalties, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Proposals"))
        self._penalties, self._by = penalties, by
        self._event: Event | None = None
        self.rows = TableModel(self._columns(), key=lambda one: one.employee_id, parent=self)
        empty = self.tr("Nothing is left to propose.")
        self.table = Table(self.rows, name=self.tr("Proposals"), empty=empty, tools=tools, remember="proposals")
        self.card = ExplainCard()
        self.aside = ExplainCard()
        self.warning = Banner("", "warning")
        self._shown: object = None
        self.nobody = EmptyState(
            self.tr("Nobody failed an item: nothing to propose. What was only noted can be put in by hand."),
            icon_name="good",
        )
        self.nobody_answers = EmptyState(
            self.tr(
                "Nobody answers for this case yet: nothing to propose. Name those complained of on the case's page and "
                "say how far each is responsible; or record there why nobody is handled."
            ),
            icon_name="scale",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split())
        self._stack.addWidget(self.nobody)
        self._stack.addWidget(self.nobody_answers)
        self.body.addWidget(self._stack)
        self.add_button(self.tr("Back"), "arrow-left", self.closed.emit, role="quiet", sequence="Esc")
        self.leave_out_button = self.add_button(self.tr("Leave out a finding…"), "minus", self._leave_out)
        self.add_act_button = self.add_button(
            self.tr("Put in…"), "plus", self._add, sequence="Ctrl+N", words=self.tr("Put in an act by hand")
        )
        self.change_button = self.add_button(self.tr("Change…"), "pencil", self._change, sequence="F2")
        self.all_button = self.add_button(
            self.tr("Propose all"), "check", self._propose_all, sequence="Ctrl+Shift+Return"
        )
        self.propose_button = self.add_button(
            self.tr("Propose"), "stamp", self._propose, role="primary", sequence="Ctrl+Return"
        )
        self.bind(Key("Return", self.tr("Propose, or look at the slip")), why_key())
        self.table.picked.connect(self._pick)
        self.table.opened.connect(self._open)
        self.table.asked.connect(self._explain)
        self._rules: Mapping[UUID, Edition] = {}
        self.explaining = Explaining(tools, penalties, self, self.slip_wanted.emit)
        self._pick(None)

    def _split(self) -> QSplitter:
        self.area = scroll_column(self.tr("Why this fine?"), self.warning, self.card, self.aside)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.area)
        split.setSizes([6 * ROW, 10 * ROW])
        return split

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Name"), lambda one: f"{one.employee} ({one.employee_number})", width=152),
            Column(self.tr("Post"), lambda one: one.post, width=112),
            Column(self.tr("Found"), lambda one: len(one.decision.findings) or "", align="right", width=56),
            Column(
                self.tr("Rung or level"),
                lambda one: standing_words(one.decision, language),
                tone=lambda one: standing_tone(one.decision),
                width=112,
            ),
            Column(self.tr("Sanction"), lambda one: sanction_words(one.decision.sanction, language), stretch=True),
            Column(
                self.tr("Employee"),
                lambda one: own_fen(one.decision),
                text=fen_words,
                align="right",
                width=88,
                asks=_asks,
            ),
            Column(
                self.tr("Superiors"),
                lambda one: superiors_fens(one.decision),
                text=sums_words,
                align="right",
                width=112,
                asks=_asks,
            ),
            Column(
                self.tr("Total"), lambda one: one.decision.total, text=fen_words, align="right", width=88, asks=_asks
            ),
            Column(
                self.tr("Slip"),
                self._slip_words,
                tone=self._slip_tone,
                width=184,
            ),
        )

    def _slip_words(self, one: Proposal) -> str:
        if one.slip is not None:
            return f"{state_words(one.slip.state, self.tools.language)} {one.slip.number}"
        if one.withdrawn is not None:
            return f"{state_words(SlipState.WITHDRAWN, self.tools.language)} {one.withdrawn.number}"
        if one.by_hand:
            return self.tr("handled without a slip")
        if one.disputed:
            return self.tr("disputed")
        if one.alike:
            return self.tr("sanctioned already?")
        if one.points:
            return self.tr("points stand")
        return self.tr("to be checked") if warnings(one.decision) else self.tr("not proposed")

    def _slip_tone(self, one: Proposal) -> str:
        if one.slip is not None:
            return TONES[one.slip.state]
        return "warning" if one.waiting and (one.disputed or one.beside or warnings(one.decision)) else "muted"

    def show_round(self, round_id: UUID) -> None:
        """What the ladder proposes after this round."""
        self.show_event(Event(EventKind.ROUND, round_id))

    def show_case(self, case_id: UUID) -> None:
        """What the level of this case proposes."""
        self.show_event(Event(EventKind.CASE, case_id))

    def show_event(self, event: Event) -> None:
        """Read what is proposed and show it."""
        if event != self._event:
            self.rows.show_rows(())
            self._pick(None)
        self._event = event
        of_round = event.kind is EventKind.ROUND
        self.leave_out_button.setVisible(of_round)
        self.add_act_button.setVisible(of_round)
        self.refresh(frozenset())

    def refresh(self, changes: frozenset[Change]) -> None:
        """Ask the ladder anew: a finding left out or a slip withdrawn changes what it proposes."""
        if self._event is not None:
            self.tools.operations.read(self, self._penalties.of_event, self._event, then=self._show)

    def _show(self, found: EventProposals) -> None:
        proposals, self._rules = found.proposals, found.rules
        self._stack.setCurrentIndex(0 if proposals or found.aside else 2 if found.nobody else 1)
        self.rows.show_rows(proposals)
        waiting = sum(one.waiting for one in proposals)
        self.all_button.setEnabled(any(one.waiting and not one.beside for one in proposals))
        self.aside.setVisible(bool(found.aside))
        self.aside.show_explanation(aside_explanation(found.aside, self.tools.language))
        of_case = found.event.kind is EventKind.CASE
        words = self.tr("Case {number}: {rest}") if of_case else self.tr("Round {number}: {rest}")
        self.set_note(words.format(number=found.number, rest=waiting_words(len(proposals), waiting)))
        if not proposals:
            self._pick(None)
            return
        if self.table.current_row() is None:
            self.table.select_key(proposals[0].employee_id)
        self._pick(self.table.current_row())
        if self.isVisible():
            self.table.setFocus()

    def _pick(self, row: object) -> None:
        one = row if isinstance(row, Proposal) else None
        waiting = one is not None and one.slip is None and not one.by_hand
        for made in (self.propose_button, self.change_button, self.leave_out_button):
            made.setEnabled(waiting)
        self.card.setVisible(one is not None)
        told = [word(line, self.tools.language) for line in (warnings(one.decision) if one else ())]
        if one is not None and one.waiting and one.disputed:
            words = self.tr("{count} of these findings are disputed and not decided yet. Decide first, then propose.")
            told.append(words.format(count=one.disputed))
        if one is not None and one.slip is None:
            told += beside_words(one.alike, one.points, self.tools.language)
        self.warning.say(together(told, self.tools.language), "warning")
        if one is None:
            return
        if one.employee_id != self._shown:
            self.area.verticalScrollBar().setValue(0)
        self._shown = one.employee_id
        self.card.show_explanation(*self._explained(one))

    def _explained(self, one: Proposal) -> list[Explanation]:
        """Why it is what it is, by the rule of that day."""
        rule, language = self._rules.get(one.decision.edition_id), self.tools.language
        if rule is None:
            return explanations(one.decision, language)
        return decision_explanations(one.decision, rule, language)

    def _explain(self, row: object) -> None:
        """A slip's sum with all that was decided since; a proposal's as the card says it."""
        if not isinstance(row, Proposal):
            return
        if row.slip is not None:
            self.explaining.explain(row.slip.id)
            return
        title = self.tr("Why this fine? {name}, not proposed yet").format(name=row.employee)
        self.explaining.explain_decision(row.decision, title)

    def _current(self) -> Proposal | None:
        row = self.table.current_row()
        return row if isinstance(row, Proposal) else None

    def _open(self, row: object) -> None:
        """Enter proposes; where a slip stands already, it is looked at."""
        if isinstance(row, Proposal) and row.slip is not None:
            self.slip_wanted.emit(row.slip.id)
        else:
            self._propose()

    def _propose(self) -> None:
        one = self._current()
        if one is not None and one.slip is None and not one.by_hand:
            self._once_more(one, lambda: self._ask_beside(one))

    def _ask_beside(self, one: Proposal) -> None:
        """Where something of about that day stands, it is asked whether this is another event."""

        def propose(choice: Choice) -> None:
            verb = partial(self._penalties.propose_on, choice=choice)
            self.tools.operations.write(verb, one.decision.event, one.employee_id, self._by(), asker=self)

        ask_beside(self.tools, self.window(), one, propose)

    def _once_more(self, one: Proposal, go_on: Callable[[], object]) -> None:
        """Whoever had a slip taken back is proposed anew only after the reason was read."""
        if one.withdrawn is None:
            go_on()
            return
        words = self.tr("{number} on {name} was withdrawn: {reason}. Propose a new slip all the same?")
        told = one.withdrawn
        self.tools.prompts.ask(
            self.window(),
            self.tr("Propose again"),
            words.format(number=told.number, name=one.employee, reason=told.reason.rstrip("。.")),
            yes=self.tr("Propose again"),
            then=go_on,
        )

    def _propose_all(self) -> None:
        rows = [one for one in self.rows.all_rows() if one.waiting]
        waiting = [one for one in rows if not one.beside]
        if not waiting or self._event is None:
            return
        event = self._event
        words = self.tr("Make {count} slips as they are proposed?").format(count=len(waiting))
        words = "\n".join([words, *left_out_words(rows)])
        if disputed := [one.employee for one in waiting if one.disputed]:
            names = self.tr(", ").join(disputed)
            words += "\n" + self.tr("Findings on {names} are disputed and not decided yet.").format(names=names)
        if doubtful := [one.employee for one in waiting if warnings(one.decision)]:
            names = self.tr(", ").join(doubtful)
            words += "\n" + self.tr("To be checked first, as the notes below say: {names}.").format(names=names)
        self.tools.prompts.ask(
            self.window(),
            self.tr("Propose all"),
            words,
            yes=self.tr("Propose all"),
            then=lambda: self.tools.operations.write(self._penalties.propose_all_on, event, self._by(), asker=self),
        )

    def _change(self) -> None:
        one = self._current()
        if one is None or one.slip is not None or one.by_hand:
            return

        def ask(leeway: Leeway) -> None:
            ChoiceDialog(self.tools, self._penalties, one, leeway, self._by, parent=self.window()).open()

        self._once_more(one, lambda: self.tools.operations.read(self, self._penalties.leeway, one.decision, then=ask))

    def _add(self) -> None:
        if self._event is None or self._event.kind is not EventKind.ROUND:
            return
        round_id = self._event.id

        def ask(items: Sequence[Addable]) -> None:
            if items:
                AddDialog(self.tools, self._penalties, round_id, items, self._by, parent=self.window()).open()
            else:
                words = self.tr("Everybody on this round has a slip, or no item is left that was not found.")
                self.tools.prompts.tell(self.window(), self.tr("Nothing to put in"), words)

        self.tools.operations.read(self, self._penalties.addable, round_id, then=ask)

    def _leave_out(self) -> None:
        one = self._current()
        if one is None or one.slip is not None or not one.decision.findings:
            return
        language = self.tools.language
        choices: list[tuple[object, str]] = [
            (found.finding_id, found.title[language]) for found in one.decision.findings
        ]
        if len(choices) == 1:
            self._ask_why(one, choices[0])
            return
        titles = dict(choices)
        self.tools.prompts.choose(
            self.window(),
            self.tr("Leave out a finding"),
            self.tr("Which finding on {name} is to be left out?").format(name=one.employee),
            choices,
            then=lambda key: self._ask_why(one, (key, titles[key])),
            yes=self.tr("Go on"),
        )

    def _ask_why(self, one: Proposal, finding: tuple[object, str]) -> None:
        finding_id, title = finding
        words = self.tr('"{item}" on {name} is left out: it stays in the report and no longer counts. Why?')
        self.tools.prompts.ask_text(
            self.window(),
            self.tr("Leave out a finding"),
            words.format(item=title, name=one.employee),
            yes=self.tr("Leave out"),
            then=lambda reason: self.tools.operations.write(
                self._penalties.leave_out, finding_id, one.decision.round_id, reason, self._by(), asker=self
            ),
        )
