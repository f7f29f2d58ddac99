"""The page 巡检计划: a month of what is due, planned, done and missed; who was not seen; the next round suggested."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import RoundDraft, RoundKind, RoundState
from qualitydesk.inspections.model.calendar import PlanMark, PlanMonth, Seen, Walked
from qualitydesk.inspections.model.suggesting import Reason, Suggestion
from qualitydesk.inspections.rules.calendar import period_of
from qualitydesk.inspections.service import PlanCalendar, Plans, Rounds, Standards, Suggestions
from qualitydesk.inspections.ui.plan_calendar.coverage import Coverage
from qualitydesk.inspections.ui.plan_calendar.dialogs import Move, MoveDialog
from qualitydesk.inspections.ui.plan_calendar.exceptions import ExceptionsDialog
from qualitydesk.inspections.ui.plan_calendar.grid import PlanGrid
from qualitydesk.inspections.ui.plan_calendar.reasons import reason_words
from qualitydesk.inspections.ui.plan_calendar.suggestion import SuggestionDialog
from qualitydesk.inspections.ui.plan_calendar.words import legend
from qualitydesk.inspections.ui.plan_dialog import PlanDialog
from qualitydesk.inspections.ui.plan_page import offer_of_day, started, to_start
from qualitydesk.inspections.ui.recheck_bar import Asking
from qualitydesk.inspections.ui.round_dialog import Offer, RoundDialog, read_offer
from qualitydesk.inspections.ui.size_dialog import SizeDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, EmptyState, button, hbox, label, set_role, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model.planning import Per


class PlanCalendarPage(Page):
    """One month at the left, with what is under the cursor in words below it; who was not seen at the right.

    Signals: `walk_wanted(UUID)`, `result_wanted(UUID)` as the list of plans has them.
    """

    concerns = frozenset(
        {Change.PLANS, Change.ROUNDS, Change.DIRECTORY, Change.RULEBOOK, Change.CALENDAR, Change.MEASURES}
    )
    walk_wanted = Signal(object)
    result_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        calendar: PlanCalendar,
        suggestions: Suggestions,
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
        self.set_title(self.tr("Inspection plan"))
        self._calendar, self._suggestions, self._plans = calendar, suggestions, plans
        self._rounds, self._standards, self._directory = rounds, standards, directory
        self._by, self._rechecks = by, rechecks
        self._wanted: date | None = None
        self._suggest_soon = False
        self._month: PlanMonth | None = None
        self._houses: Sequence[Institution] = ()
        self._seen_of: UUID | None = None
        self._why_of: UUID | None = None
        self._why: Sequence[Reason] = ()
        self.grid = PlanGrid(tools.language)
        self.coverage = Coverage(tools)
        self._lay_out()
        self._make_buttons()
        self.grid.month_wanted.connect(self._step)
        self.grid.moved.connect(self._tell)
        self.grid.opened.connect(self.open_day)
        self.setFocusProxy(self.grid)

    # How it is laid out

    def _lay_out(self) -> None:
        self.banner = Banner("", "info")
        self.banner.hide()
        self.before = button("", "chevron-left", lambda: self._step(-1), role="quiet")
        self.after = button("", "chevron-right", lambda: self._step(1), role="quiet")
        for made, words in ((self.before, self.tr("Month before")), (self.after, self.tr("Month after"))):
            made.setAccessibleName(words)
            made.setToolTip(words)
        self.title = label("", "number")
        self.summary = label("", wrap=True)
        self.details = label("", wrap=True, selectable=True)
        self.details.setMinimumHeight(9 * GRID)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty = EmptyState(
            self.tr(
                'Nothing is due yet. Enter people under "Directory" and how often rounds are due under '
                '"Settings → Rulebook"; then the month shows here.'
            )
        )
        self.empty.hide()
        self.body.addWidget(self.banner)
        head = hbox(self.before, self.title, self.after, self.summary, gap=GAP)
        head.setStretch(3, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.empty)
        self._split = self._split_up()
        self.body.addWidget(self._split, 1)

    def _split_up(self) -> QSplitter:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        set_role(self.grid, "scrolled")
        area.setWidget(self.grid)
        area.verticalScrollBar().valueChanged.connect(lambda _value: self.grid.update())
        self._area = area
        left = QWidget()
        column = vbox(area, label(legend(self.tools.language), "caption", wrap=True), self.details, gap=GAP)
        column.setStretch(0, 1)
        column.setContentsMargins(0, 0, EDGE, 0)
        left.setLayout(column)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.coverage)
        split.setSizes([104 * GRID, 42 * GRID])
        split.setStretchFactor(0, 1)
        return split

    def _make_buttons(self) -> None:
        self.add_button(
            self.tr("How many?"), "scale", self.ask_size, role="quiet", sequence="Ctrl+U",
            words=self.tr("How many to look at"),
        )  # fmt: skip
        self.add_button(
            self.tr("Exceptions…"), "pencil", self.ask_exceptions, role="quiet", sequence="Ctrl+B",
            words=self.tr("Exceptions of institutions from the frequencies"),
        )  # fmt: skip
        self.move_button = self.add_button(
            self.tr("Move…"), "arrow-right", self.ask_move, sequence="M", words=self.tr("Move the planned round"),
        )  # fmt: skip
        self.plan_button = self.add_button(
            self.tr("Plan here"), "calendar", self.ask_plan, sequence="P", words=self.tr("Plan a round for this day"),
        )  # fmt: skip
        self.add_button(
            self.tr("Next round"), "play", self.suggest, role="primary", sequence="Ctrl+N",
            words=self.tr("The next round, suggested with its reasons"),
        )  # fmt: skip
        self.bind(
            Key("Return", self.tr("Open the round of this day, start the planned one, or begin one")),
            Key("Up", self.tr("Another kind or institution")),
            Key("Left", self.tr("Another day")),
            Key("PgUp", self.tr("Month before"), lambda: self._step(-1)),
            Key("PgDown", self.tr("Month after"), lambda: self._step(1)),
            Key("Home", self.tr("Today"), self._to_today),
        )

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grid.setFocus()

    def refresh(self, changes: frozenset[Change]) -> None:
        """The month anew, and who was seen."""
        self._seen_of = self._why_of = None
        self.tools.operations.read(self, self._read, self._wanted, then=self._show, topic="month")

    def show_month(self, day: date | None) -> None:
        """Read another month; None: this one."""
        self._wanted = day
        self.tools.operations.read(self, self._read, day, then=self._show, topic="month")

    def _read(self, day: date | None) -> tuple[PlanMonth, list[Institution], UUID | None]:
        """The month, the institutions at work and where whoever sits here works."""
        me = self._by().decided_by
        person = self._directory.person(me) if me is not None else None
        home = person.institution_id if person is not None else None
        return self._calendar.month(day), self._directory.institutions(active_only=True), home

    def _provisional_words(self, month: PlanMonth) -> str:
        """Which days off are not announced: around New Year they come with the notice of the next year."""
        if month.first.month == 12 and month.first.year <= month.today.year:
            return self.tr(
                "Days off around New Year come with next year's notice: until then its last days are provisional."
            )
        return self.tr("Days off of this month are not announced yet: what is due goes by the weekdays.")

    def _show(self, found: tuple[PlanMonth, list[Institution], UUID | None]) -> None:
        month, self._houses, home = found
        first = self._month is None
        self._month, self._wanted = month, month.first
        self.title.setText(f"{month.first:%Y-%m}")
        self.empty.setVisible(not month.rows)
        self._split.setVisible(bool(month.rows))
        self.banner.say(self._provisional_words(month) if month.provisional else "", "info")
        slots = [slot for row in month.rows for slot in row.slots if slot.due.last <= month.last]
        required = sum(slot.due.required for slot in slots)
        done = sum(min(slot.done, slot.due.required) for slot in slots)
        missed = sum(slot.missing for slot in slots if slot.due.last < month.today)
        self.summary.setText(
            self.tr("{required} rounds due this month: {done} done, {missed} missed, {left} to come").format(
                required=required, done=done, missed=missed, left=required - done - missed
            )
        )
        self.grid.show_month(month)
        at = next((at for at, row in enumerate(month.rows) if row.institution_id == home), None)
        if first and at is not None:
            self.grid.go_to(self.grid.day(), at)
        soon, self._suggest_soon = self._suggest_soon, False
        if soon:
            self.suggest()

    def _tell(self) -> None:
        """The day under the cursor in words, and what can be done there."""
        row, walked, plan = self.grid.row(), self._walked(), self._plan()
        lines = self.grid.lines()
        self._ask_why(walked)
        if walked is not None and self._why_of == walked.id and self._why:
            lines += [
                self.tr("Suggested because:"),
                *(f"• {reason_words(one, self.tools.language)}" for one in self._why),
            ]
        self.details.setText("\n".join(lines))
        self.move_button.setEnabled(plan is not None)
        month = self._month
        self.plan_button.setEnabled(row is not None and month is not None and self.grid.day() >= month.today)
        if row is None or month is None:
            return
        place = self.grid.cell(month.rows.index(row), self.grid.day()).center().toPoint()
        self._area.ensureVisible(place.x(), place.y(), 4 * GRID, 6 * GRID)
        if row.institution_id != self._seen_of:
            self._seen_of = row.institution_id
            query = partial(_seen, self._calendar, row.institution_id)
            self.tools.operations.read(self, query, then=partial(self._show_seen, row.institution), topic="seen")

    def _show_seen(self, institution: str, found: tuple[list[Seen], int]) -> None:
        people, days = found
        if self._month is not None:
            self.coverage.show_people(institution, people, self._month.today, days)

    def _ask_why(self, walked: Walked | None) -> None:
        """The reasons a round was begun from, once it stands under the cursor."""
        if walked is None or walked.id == self._why_of:
            return
        self._why_of, self._why = walked.id, ()
        self.tools.operations.read(
            self, self._suggestions.reasons_of, walked.id, then=partial(self._show_why, walked.id), topic="why"
        )

    def _show_why(self, round_id: UUID, found: Sequence[Reason]) -> None:
        if found and self._why_of == round_id:
            self._why = found
            self._tell()

    def _walked(self) -> Walked | None:
        row = self.grid.row()
        here = [one for one in row.walked if one.day == self.grid.day()] if row else []
        return next((one for one in here if one.state is RoundState.OPEN), here[-1] if here else None)

    def _plan(self) -> PlanMark | None:
        row = self.grid.row()
        return next((one for one in row.plans if one.day == self.grid.day()), None) if row else None

    def _step(self, by: int) -> None:
        if self._month is not None:
            first, last = self._month.first, self._month.last
            self.show_month(last + timedelta(days=1) if by > 0 else period_of(first - timedelta(days=1), Per.MONTH)[0])

    def _to_today(self) -> None:
        if self._month is None:
            return
        if self._month.first <= self._month.today <= self._month.last:
            self.grid.go_to(self._month.today)
        else:
            self.show_month(None)

    # What can be done

    def open_day(self) -> None:
        """Enter: the round of the day, the start of the planned one, a plan for a day to come, or a round now."""
        walked, plan = self._walked(), self._plan()
        if walked is not None:
            (self.walk_wanted if walked.state is RoundState.OPEN else self.result_wanted).emit(walked.id)
        elif plan is not None:
            query = partial(to_start, self._plans, plan.id, self._directory, self._standards, self._rounds)
            self.tools.operations.read(self, query, then=partial(self._ask_start, plan), topic="start")
        elif self._month is not None and self.grid.day() > self._month.today:
            self.ask_plan()
        elif self.grid.row() is not None:
            self.tools.operations.read(
                self, read_offer, self._directory, self._standards, self._rounds, then=self._ask_round, topic="offer"
            )

    def ask_plan(self) -> None:
        """P: a round of this row planned for this day."""
        if self.plan_button.isEnabled():
            query = partial(offer_of_day, self._directory, self._standards, self._rounds)
            self.tools.operations.read(self, query, then=self._ask_plan, topic="offer")

    def ask_move(self) -> None:
        """M: the planned round of this day to another one."""
        plan = self._plan()
        if plan is None or self._month is None:
            return
        dialog = MoveDialog(self.tools, plan, self.grid.day(), self._month.today, parent=self)
        dialog.writes(partial(_moved, self._calendar, plan), self._by())
        dialog.open()

    def ask_size(self) -> None:
        """How many to look at, of the people of the institution under the cursor."""
        people = self.coverage.people()
        SizeDialog(self.tools, people or 60, parent=self).open()

    def ask_exceptions(self) -> None:
        """The exceptions, with the way to new ones."""
        row = self.grid.row()
        where = row.institution_id if row else None
        ExceptionsDialog(self.tools, self._calendar, self._directory, self._by, where, parent=self).open()

    def suggest(self) -> None:
        """The next round, for the institution under the cursor first; once the month is read."""
        if self._month is None:
            self._suggest_soon = True
            return
        row = self.grid.row()
        where = row.institution_id if row else None
        asker = self._by().decided_by
        dialog = SuggestionDialog(
            self.tools, self._houses, where, partial(_suggested, self._suggestions, asker), parent=self
        )
        dialog.wanted.connect(self._go_on)
        dialog.open()

    def _go_on(self, suggestion: Suggestion) -> None:
        then = partial(self._ask_suggested, suggestion)
        self.tools.operations.read(
            self, read_offer, self._directory, self._standards, self._rounds, then=then, topic="offer"
        )

    def _ask_suggested(self, suggestion: Suggestion, offer: Offer) -> None:
        dialog = RoundDialog(self.tools, self._rounds, offer, self._by, parent=self, rechecks=self._rechecks)
        dialog.fill(self._suggestions.draft_of(suggestion, self._by().decided_by))
        dialog.writes(self._suggestions.begin, self._by(), suggestion, then=self.walk_wanted.emit)
        dialog.open()

    def _ask_start(self, plan: PlanMark, found: tuple[RoundDraft, Offer]) -> None:
        draft, offer = found
        dialog = RoundDialog(self.tools, self._rounds, offer, self._by, parent=self, rechecks=self._rechecks)
        dialog.setWindowTitle(self.tr("Start planned round"))
        dialog.fill(draft)
        dialog.writes(partial(started, self._plans, plan.id), self._by(), then=self.walk_wanted.emit)
        dialog.open()

    def _ask_round(self, offer: Offer) -> None:
        dialog = RoundDialog(self.tools, self._rounds, offer, self._by, parent=self, rechecks=self._rechecks)
        self._begin_at(dialog)
        dialog.writes(self._rounds.open_round, self._by(), then=self.walk_wanted.emit)
        dialog.open()

    def _ask_plan(self, found: tuple[Offer, date]) -> None:
        offer, today = found
        dialog = PlanDialog(self.tools, self._rounds, offer, self._by, today, parent=self, rechecks=self._rechecks)
        self._begin_at(dialog)
        dialog.day.set_day(max(self.grid.day(), today))
        dialog.writes(self._plans.plan, self._by())
        dialog.open()

    def _begin_at(self, dialog: RoundDialog) -> None:
        row = self.grid.row()
        if row is not None:
            dialog.begin_at(RoundKind(row.kind), row.institution_id)


def _seen(calendar: PlanCalendar, where: UUID) -> tuple[list[Seen], int]:
    return calendar.seen(where), calendar.rule().suggesting.unseen_days


def _suggested(suggestions: Suggestions, asker: UUID | None, where: UUID) -> Suggestion:
    return suggestions.suggest(where, asker)


def _moved(calendar: PlanCalendar, plan: PlanMark, move: Move, by: By) -> object:
    """`PlanCalendar.move` as a dialog's verb."""
    assert move.day is not None
    return calendar.move(plan.id, move.day, move.reason, plan.revision, by)
