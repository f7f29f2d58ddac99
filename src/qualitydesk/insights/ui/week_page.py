"""The supervisor's week: what the records say on the left, her own words on the right; previewed and issued."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.insights.model import WeekFacts, WeekWords, monday_of
from qualitydesk.insights.printout import figures_of, week_fields
from qualitydesk.insights.rules import problems_in_words
from qualitydesk.insights.service import Weeks
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import DayPicker
from qualitydesk.kit.pieces import Banner, Facts, button, hbox, label, panel, set_problem, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.model import PaperLine
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name

_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class _Read:
    """A week as it stands in the records."""

    facts: WeekFacts
    words: WeekWords
    issued: tuple[PaperLine, ...]


class WeekPage(Page):
    """Signals: `closed` back to where it was opened from."""

    concerns = frozenset({Change.ROUNDS, Change.FINDINGS, Change.MEASURES, Change.SLIPS, Change.PLANS})
    closed = Signal()

    def __init__(
        self,
        tools: Tools,
        weeks: Weeks,
        by: Callable[[], By],
        original: Callable[[UUID], bytes],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """`original(paper_id)`: an issued paper's file."""
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Weekly summary and plan"))
        self._weeks = weeks
        self._by = by
        self._original = original
        self._kept: WeekWords | None = None
        self._monday = monday_of(today)
        self.day = DayPicker(self._monday)
        self.day.setAccessibleName(self.tr("A day of the week"))
        self.day.picked.connect(self._pick)
        self.span = label("", "section")
        self.before = button(self.tr("Week before"), "chevron-left", lambda: self._go(-_WEEK))
        self.after = button(self.tr("Week after"), "chevron-right", lambda: self._go(_WEEK))
        self.state = label("", tone="muted")
        self.body.addLayout(hbox(self.before, self.day, self.after, GRID, self.span, None, self.state))
        self.trouble = Banner("", "danger")
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        row = hbox(self._records(), self._words(), gap=EDGE)
        row.setStretch(0, 1)
        row.setStretch(1, 1)
        self.body.addLayout(row)
        self.body.setStretch(2, 1)
        self.add_button(self.tr("Back"), "arrow-left", self._leave, role="quiet", sequence="Esc")
        self.save_button = self.add_button(self.tr("Save"), "save", self.save, sequence="Ctrl+S")
        self.preview_button = self.add_button(self.tr("Preview"), "eye", self.preview, sequence="Ctrl+Shift+P")
        self.issue_button = self.add_button(self.tr("Issue"), "printer", self.issue, role="primary", sequence="Ctrl+P")
        self._enable()

    def _records(self) -> QWidget:
        self.figures = Facts()
        self.lines = label("", wrap=True, selectable=True)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = vbox(label(self.tr("From the records"), "section"), self.figures, self.lines, None, gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        inside.setLayout(column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("From the records"))
        return scroll

    def _words(self) -> QWidget:
        self.summary, self.problems, self.plan = QPlainTextEdit(), QPlainTextEdit(), QPlainTextEdit()
        box = panel()
        parts: list[QWidget] = []
        for editor, title, hint in (
            (self.summary, self.tr("The week in your words"), self.tr("What was done and what came of it")),
            (self.problems, self.tr("Problems"), self.tr("What is not solved, where help is needed")),
            (self.plan, self.tr("Plan of next week"), self.tr("What you mean to do, besides the rounds planned")),
        ):
            editor.setTabChangesFocus(True)
            editor.setPlaceholderText(hint)
            editor.setAccessibleName(title)
            editor.textChanged.connect(self._enable)
            parts += [label(title, "section"), editor]
        column = vbox(*parts, gap=GRID // 2)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box.setLayout(column)
        return box

    # Which week

    def _pick(self, day: object) -> None:
        if isinstance(day, date):
            self.show_week(monday_of(day))

    def _go(self, by: timedelta) -> None:
        self.show_week(self._monday + by)

    def show_week(self, monday: date) -> None:
        """Read another week; what is unsaved of this one is saved first."""
        if monday == self._monday:
            self.day.set_day(monday)
            return
        if self._is_changed():
            self.save(then=lambda: self._turn(monday))
        else:
            self._turn(monday)

    def _turn(self, monday: date) -> None:
        self._monday = monday
        self._kept = None
        self.day.set_day(monday)
        self.refresh(frozenset())

    def refresh(self, changes: frozenset[Change]) -> None:
        """Gather the week anew; words being typed stay."""
        who = self._by().decided_by
        if who is not None:
            self.tools.operations.read(self, self._read, who, self._monday, then=self._show)

    def _read(self, who: UUID, monday: date) -> _Read:
        words = self._weeks.words(who, monday)
        facts = self._weeks.facts(who, monday, self.tools.language)
        return _Read(facts, words, tuple(self._weeks.issued(words)))

    def _show(self, found: _Read) -> None:
        if found.words.monday != self._monday:
            return
        sunday = self._monday + timedelta(days=6)
        self.span.setText(f"{day_words(self._monday)} – {day_words(sunday)}")
        self._show_facts(found.facts)
        if self._kept is None or not self._is_changed():
            self._show_words(found.words)
        self._show_state(found.issued)
        self._enable()

    def _show_facts(self, facts: WeekFacts) -> None:
        language = self.tools.language
        counts = figures_of(facts)
        self.figures.show_facts([(say(language, f"week.{name}"), str(count)) for name, count in counts.items()])
        told = week_fields(facts, WeekWords(UUID(int=0), facts.monday), language, group_name="", person=None)
        lines: list[str] = []
        for title, rows, line in (
            (self.tr("Rounds"), told["rounds"], "{day}  {institution}  {kind}  {score}  {verdict}"),
            (self.tr("What was found"), told["findings"], self.tr("{who}: {item}")),
            (self.tr("Measures closed"), told["closed"], "{number}  {task}  {owner}"),
            (self.tr("Measures overdue"), told["overdue"], "{number}  {task}  {owner}  {late}"),
            (self.tr("Planned for next week"), told["plans"], "{day}  {institution}  {kind}"),
        ):
            if rows:
                lines += ["", title, *[f"· {line.format(**row)}" for row in rows]]
        nothing = self.tr("Nothing is on record for this week.")
        self.lines.setText("\n".join(lines).strip() or nothing)

    def _show_words(self, words: WeekWords) -> None:
        self._kept = words
        for editor, text in ((self.summary, words.summary), (self.problems, words.problems), (self.plan, words.plan)):
            if editor.toPlainText() != text:
                editor.setPlainText(text)

    def _show_state(self, issued: tuple[PaperLine, ...]) -> None:
        if issued:
            self.state.setText(self.tr("Issued, check code {check}").format(check=issued[0].check))
        else:
            self.state.setText(self.tr("Not issued yet"))

    # Her words

    def words(self) -> WeekWords | None:
        """What the fields hold now; None before the week was read."""
        if self._kept is None:
            return None
        return replace(
            self._kept,
            summary=self.summary.toPlainText().strip(),
            problems=self.problems.toPlainText().strip(),
            plan=self.plan.toPlainText().strip(),
        )

    def _is_changed(self) -> bool:
        return self._kept is not None and self.words() != self._kept

    def _enable(self) -> None:
        ready = self._kept is not None
        self.save_button.setEnabled(self._is_changed())
        self.preview_button.setEnabled(ready)
        self.issue_button.setEnabled(ready)

    def _sound(self) -> WeekWords | None:
        """The words when nothing is wrong with them; what is wrong is told above."""
        words = self.words()
        if words is None:
            return None
        wrong = problems_in_words(words)
        told = [self.tools.prompts.words_of(problem) for problem in wrong]
        self.trouble.say("\n".join(told), "danger")
        for name, editor in (("summary", self.summary), ("problems", self.problems), ("plan", self.plan)):
            set_problem(editor, any(problem.field == name for problem in wrong))
        return None if wrong else words

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Keep the words as they stand."""
        words = self._sound()
        if words is None:
            return

        def kept(value: WeekWords) -> None:
            if value.monday == self._monday:
                self._kept = value
            self._enable()
            if then is not None:
                then()

        self.tools.operations.write(
            partial(self._weeks.keep, words, self._by()), then=kept, failed=self._refused, asker=self
        )

    def preview(self) -> None:
        """How the paper would look now."""
        words = self._sound()
        if words is not None:
            query = partial(self._weeks.preview, words, self.tools.language)
            self._show_pdf(query)

    def issue(self) -> None:
        """Keep the words, print the summary into the archive and show it."""
        words = self._sound()
        if words is None:
            return

        def issued(paper_id: UUID) -> None:
            self._kept = None  # its revision has moved on
            self.refresh(frozenset())
            self._show_pdf(partial(self._original, paper_id))

        verb = partial(self._weeks.issue, words, self._by(), self.tools.language)
        self.tools.operations.write(verb, then=issued, failed=self._refused, asker=self)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, Refused) or error.code != "stale":
            return False
        self._kept = None  # the next reading shows theirs
        self._enable()
        self.trouble.say(
            self.tr("Another window has saved other words for this week. Copy yours, then press F5 to read theirs."),
            "danger",
        )
        return True

    def _show_pdf(self, query: Callable[[], bytes]) -> None:
        title = f"{self.page_title()} {day_words(self._monday)}"
        PreviewDialog(
            self.tools, title, query, suggested_name(title), kind="weekly_summary", parent=self.window()
        ).open()

    # Leaving

    def _leave(self) -> None:
        if self._is_changed():
            self.save(then=self.closed.emit)
        else:
            self.closed.emit()

    def may_leave(self) -> bool:
        return not self._is_changed()

    def leaving_words(self) -> tuple[str, str, Callable[[], object]]:
        """What is said when another page is asked for, and the way out."""
        return self.tr("What you have written of this week is not saved yet."), self.tr("Save"), self.save
