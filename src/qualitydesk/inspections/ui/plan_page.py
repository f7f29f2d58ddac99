"""The plan: rounds to come, the earliest day first, those overdue marked; plan, change, start, drop with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import PlanFilter, PlannedRound, PlanState, RoundDraft
from qualitydesk.inspections.service import Plans, Rounds, Standards
from qualitydesk.inspections.ui.plan_dialog import PlanDialog
from qualitydesk.inspections.ui.recheck_bar import Asking
from qualitydesk.inspections.ui.round_dialog import Offer, RoundDialog, read_offer
from qualitydesk.inspections.ui.sampling_words import rule_words
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox, label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.tools import Tools

_ANY = "any"


class PlanPage(Page):
    """The list of planned rounds.

    Signals: `walk_wanted(UUID)` a round was started and is to be walked; `result_wanted(UUID)` one is to be read;
    `checklist_wanted(UUID)` a plan's checklist is to be printed.
    """

    concerns = frozenset({Change.PLANS, Change.DIRECTORY})
    walk_wanted = Signal(object)
    result_wanted = Signal(object)
    checklist_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        plans: Plans,
        rounds: Rounds,
        standards: Standards,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
        *,
        rechecks: Asking | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self._rechecks = rechecks
        self.set_title(self.tr("Planned rounds"))
        self._plans = plans
        self._rounds = rounds
        self._standards = standards
        self._directory = directory
        self._by = by
        self.state = Picker([Choice(one, self._state_words(one)) for one in PlanState] + [Choice(_ANY, self.tr("All"))])
        self.state.choose(PlanState.PLANNED)
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        for picker, name in ((self.state, self.tr("State")), (self.institution, self.tr("Institution"))):
            picker.setAccessibleName(name)
            picker.picked.connect(lambda _key: self._filter())
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch(PlanFilter()),
            after_of=lambda line, _sort: (line.day, line.id),
            parent=self,
        )
        self.table = Table(
            self.lines, name=self.tr("Planned rounds"), empty=self._empty_words(), tools=tools, remember="plans"
        )
        self.clear = button(self.tr("Show all"), do=self._show_all, role="quiet")
        self.body.addLayout(hbox(label(self.tr("Show"), tone="muted"), self.state, self.institution, self.clear, None))
        self.body.addWidget(self.table)
        self.drop = self.add_button(
            self.tr("Call off…"),
            "x",
            self._ask_reason,
            role="quiet",
            sequence="Del",
            words=self.tr("Call off the plan"),
        )
        self.checklist = self.add_button(self.tr("Checklist…"), "printer", self._checklist, sequence="Ctrl+P")
        self.change = self.add_button(self.tr("Change"), "pencil", self._change, sequence="Ctrl+B")
        self.start = self.add_button(self.tr("Start"), "play", self._start, sequence="Ctrl+Return")
        self.add_button(self.tr("Plan a round"), "plus", self.begin, role="primary", sequence="Ctrl+N")
        self.bind(Key("Return", self.tr("Change the plan; of one started, open its round")))
        self.table.picked.connect(self._offer)
        self.table.opened.connect(self._open)
        self.lines.loaded.connect(self._stand_on_first)
        self._offer(None)

    def _checklist(self) -> None:
        if isinstance(line := self.table.current_row(), PlannedRound):
            self.checklist_wanted.emit(line.id)

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Day"), lambda line: line.day, text=day_long, tone=_late, align="right", width=136),
            Column(self.tr("Kind"), lambda line: say(language, f"round_kind.{line.kind}"), width=112),
            Column(self.tr("Institution"), lambda line: line.institution, stretch=True),
            Column(self.tr("Led by"), lambda line: next(iter(line.inspectors), ""), tip=_everyone, width=96),
            Column(self.tr("Who and what"), self._who, tip=self._who, width=200),
            Column(self.tr("State"), self._state_of, tone=_tone, tip=lambda line: line.reason, width=136),
            Column(self.tr("Note"), lambda line: line.note.replace("\n", " "), tip=lambda line: line.note, width=200),
        )

    def _who(self, line: PlannedRound) -> str:
        draft = line.draft
        if draft.sample is not None:
            return rule_words(draft.sample)
        if not draft.employee_ids and not draft.place_ids:
            return self.tr("Everybody the standards are meant for")
        words = self.tr("{people} people · {places} places") if draft.place_ids else self.tr("{people} people")
        return words.format(people=len(draft.employee_ids), places=len(draft.place_ids))

    def _state_of(self, line: PlannedRound) -> str:
        if line.overdue:
            return self.tr("Overdue")
        if line.state is PlanState.STARTED:
            return line.round_number
        return self._state_words(line.state)

    def _state_words(self, state: PlanState) -> str:
        return {
            PlanState.PLANNED: self.tr("Planned"),
            PlanState.STARTED: self.tr("Begun"),
            PlanState.DROPPED: self.tr("Called off"),
        }[state]

    def _fetch(self, wanted: PlanFilter) -> Callable[[Any, int, str, bool], Sequence[PlannedRound]]:
        def fetch(after: tuple[date, UUID] | None, limit: int, _sort: str, _descending: bool) -> Sequence[PlannedRound]:
            return self._plans.lines(wanted, after=after, limit=limit)

        return fetch

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def refresh(self, changes: frozenset[Change]) -> None:
        """Plans anew; institutions only when the directory changed."""
        if Change.DIRECTORY in changes:
            self.tools.operations.read(self, self._directory.institutions, then=self._show_institutions)
        self.lines.reload()

    def wanted(self) -> PlanFilter:
        """The filter as the pickers stand."""
        state = self.state.chosen()
        return PlanFilter(state if isinstance(state, PlanState) else None, self.institution.chosen())  # type: ignore[arg-type]

    def begin(self) -> None:
        """Ask for a new plan."""
        self._ask(None)

    def _ask(self, plan: PlannedRound | None) -> None:
        query = partial(offer_of_day, self._directory, self._standards, self._rounds)
        self.tools.operations.read(self, query, then=partial(self._ask_for, plan), topic="offer")

    def _ask_for(self, plan: PlannedRound | None, found: tuple[Offer, date]) -> None:
        offer, today = found
        dialog = PlanDialog(
            self.tools, self._rounds, offer, self._by, today, plan, parent=self, rechecks=self._rechecks
        )
        dialog.writes(self._plans.plan, self._by(), then=self._planned)
        dialog.open()

    def _planned(self, plan_id: object) -> None:
        self.table.select_key(plan_id)

    def _start(self) -> None:
        """The round as it would begin today, to be looked over and begun."""
        if (line := self._line()) is not None and line.state is PlanState.PLANNED:
            query = partial(to_start, self._plans, line.id, self._directory, self._standards, self._rounds)
            self.tools.operations.read(self, query, then=partial(self._ask_start, line), topic="start")

    def _ask_start(self, line: PlannedRound, found: tuple[RoundDraft, Offer]) -> None:
        draft, offer = found
        dialog = RoundDialog(self.tools, self._rounds, offer, self._by, parent=self, rechecks=self._rechecks)
        dialog.setWindowTitle(self.tr("Start planned round"))
        dialog.fill(draft)
        dialog.writes(partial(started, self._plans, line.id), self._by(), then=self.walk_wanted.emit)
        dialog.open()

    def _change(self) -> None:
        if (line := self._line()) is not None and line.state is PlanState.PLANNED:
            self._ask(line)

    def _open(self, line: PlannedRound) -> None:
        """Enter: a plan is changed, of one started the round is opened."""
        if line.state is PlanState.PLANNED:
            self._ask(line)
        elif line.round_id is not None:
            self.result_wanted.emit(line.round_id)

    def _ask_reason(self) -> None:
        if (line := self._line()) is None or line.state is not PlanState.PLANNED:
            return
        words = self.tr("{kind} at {institution} on {day} will not take place. Why?").format(
            kind=say(self.tools.language, f"round_kind.{line.kind}"),
            institution=line.institution,
            day=day_long(line.day),
        )
        self.tools.prompts.ask_text(
            self, self.tr("Call off the plan"), words, yes=self.tr("Call off"), then=partial(self._drop, line)
        )

    def _drop(self, line: PlannedRound, reason: str) -> None:
        self.tools.operations.write(self._plans.drop, line.id, reason, line.revision, self._by(), asker=self)

    def _show_institutions(self, found: Sequence[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in found])

    def _empty_words(self) -> str:
        return self.tr('Nothing is planned. "Plan a round" sets the first one down for its day.')

    def _filter(self) -> None:
        nothing = self.institution.chosen() is None and self.state.chosen() in (PlanState.PLANNED, _ANY)
        filtered = self.tr('No plan matches. "Show all" takes the filters away.')
        self.table.say_empty(self._empty_words() if nothing else filtered)
        self.lines.use(self._fetch(self.wanted()))

    def _show_all(self) -> None:
        self.state.choose(_ANY)
        self.institution.choose(None)
        self._filter()

    def _stand_on_first(self, rows: int) -> None:
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def _offer(self, line: PlannedRound | None) -> None:
        waits = line is not None and line.state is PlanState.PLANNED
        for made in (self.drop, self.change, self.start, self.checklist):
            made.setEnabled(waits)

    def _line(self) -> PlannedRound | None:
        found = self.table.current_row()
        return found if isinstance(found, PlannedRound) else None


def offer_of_day(directory: Directory, standards: Standards, rounds: Rounds) -> tuple[Offer, date]:
    """What a dialog offers, and which day it is."""
    return read_offer(directory, standards, rounds), directory.today()


def to_start(
    plans: Plans, plan_id: UUID, directory: Directory, standards: Standards, rounds: Rounds
) -> tuple[RoundDraft, Offer]:
    """The round a plan would begin today, and what its dialog offers."""
    return plans.round_draft(plan_id), read_offer(directory, standards, rounds)


def started(plans: Plans, plan_id: UUID, draft: RoundDraft, by: By) -> object:
    """`Plans.start` as a dialog's verb: the draft comes first."""
    return plans.start(plan_id, by, draft)


def _late(line: PlannedRound) -> str:
    return "danger" if line.overdue else ""


def _tone(line: PlannedRound) -> str:
    if line.overdue:
        return "danger"
    return {PlanState.PLANNED: "info", PlanState.STARTED: "", PlanState.DROPPED: "muted"}[line.state]


def _everyone(line: PlannedRound) -> str:
    return "\n".join(line.inspectors)
