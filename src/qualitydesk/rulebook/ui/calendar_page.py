"""The page 日历: a year's days off and make-up days, own entries, the import of a new notice, what is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.kit.dates import day_words, weekday
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, button, hbox, label, set_role, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model.days import CalendarYear, ListedDay
from qualitydesk.rulebook.rules.notices import YEARS
from qualitydesk.rulebook.rules.workdays import WorkCalendar
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.rulebook.ui.day_dialog import DayDialog
from qualitydesk.rulebook.ui.notice_import import open_notice_import
from qualitydesk.rulebook.ui.words import day_kind, holiday_words
from qualitydesk.rulebook.ui.year_view import YearView

AUTUMN = 10
"""From this month on the next year's notice is to be expected (methods §3.1)."""


class CalendarPage(Page):
    """One year; the months at the left, its listed days at the right, both with the same day under the cursor."""

    concerns: ClassVar[frozenset[Change]] = frozenset({Change.CALENDAR})

    def __init__(self, tools: Tools, calendar: Calendar, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Working-day calendar"))
        self._service = calendar
        self._by = by
        self._shown: CalendarYear | None = None
        self._next_known = True
        self._wanted: int | None = None
        self._showing = False
        self._make_head()
        self.year_view = YearView(tools.language)
        self._scroll = self._scrolled()
        self.days = TableModel(self._columns(), key=lambda row: row.day, parent=self)
        self.table = Table(
            self.days, name=self.tr("Days off and make-up days"), empty=self.tr("No day of this year is listed yet."),
            tools=tools, remember="calendar.days",
        )  # fmt: skip
        self._day_words = label("", "section", wrap=True)
        self.body.addWidget(self.banner)
        self.body.addLayout(self._head)
        self.body.addWidget(self._split(), 1)
        self.year_view.year_wanted.connect(self.show_year)
        self.year_view.picked.connect(self._picked)
        self.year_view.opened.connect(lambda _day: self.edit_day())
        self.table.picked.connect(self._row_picked)
        self.table.opened.connect(self._row_opened)
        self._make_buttons()
        self.setFocusProxy(self.year_view)

    def show_year(self, year: int) -> None:
        """Read another year and show it; 0 is this year. Years no calendar is kept of are passed over."""
        if year and not YEARS[0] <= year <= YEARS[1]:
            return
        self._wanted = year
        self.tools.operations.read(self, self._read, year, then=self._show, topic="year")

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read the year shown anew; at first this year."""
        self.show_year(self._wanted or 0)

    def edit_day(self) -> None:
        """An own entry for the day under the cursor, or the one there is."""
        if self._shown is None:
            return
        day = self.year_view.day()
        known = self._calendar()
        dialog = DayDialog(self.tools, day, self._own, working_now=known.is_working(day), parent=self)
        dialog.writes(self._service.set_day, self._by(), then=self._saved)
        dialog.open()

    def remove_day(self) -> None:
        """Take the own entry under the cursor away."""
        day = self.year_view.day()
        own = self._own(day)
        if own is None:
            return
        words = self.tr("{day} {name}: what the notice or the weekday says stands again.")
        self.tools.prompts.ask(
            self,
            self.tr("Remove this own entry?"),
            words.format(day=day_words(day), name=own.name),
            yes=self.tr("Remove"),
            no=self.tr("Cancel"),
            then=lambda: self.tools.operations.write(self._service.clear_day, day, self._by(), asker=self),
        )

    def import_notice(self) -> None:
        """Take a year's notice over from a file."""
        dialog = open_notice_import(self.tools, self, self._service, self._by())
        dialog.imported.connect(self.show_year)

    def _make_head(self) -> None:
        self.banner = Banner("", "warning")
        self.banner.hide()
        self.before_button = button("", "chevron-left", lambda: self._step(-1), role="quiet")
        self.after_button = button("", "chevron-right", lambda: self._step(1), role="quiet")
        for made, words in ((self.before_button, self.tr("Year before")), (self.after_button, self.tr("Year after"))):
            made.setAccessibleName(words)
            made.setToolTip(words)
        self._year = label("", "number")
        self._about = label("", tone="muted", wrap=True)
        self._by_hand = button("", "check", self._announce, role="quiet")
        self._head = hbox(self.before_button, self._year, self.after_button, self._about, self._by_hand, gap=GAP)
        self._head.setStretch(3, 1)

    def _make_buttons(self) -> None:
        self.remove_button = self.add_button(
            self.tr("Remove own entry"), "trash", self.remove_day, role="quiet", sequence="Del"
        )
        self.import_button = self.add_button(
            self.tr("Import notice"), "upload", self.import_notice, role="quiet", sequence="Ctrl+I"
        )
        self.add_day_button = self.add_button(
            self.tr("Own day"), "plus", self.edit_day, role="primary", sequence="Ctrl+N",
            words=self.tr("Own entry for the day under the cursor"),
        )  # fmt: skip
        self.bind(
            Key("Return", self.tr("Own entry for the day under the cursor")),
            Key("PgUp", self.tr("Year before"), lambda: self._step(-1)),
            Key("PgDown", self.tr("Year after"), lambda: self._step(1)),
        )

    def _scrolled(self) -> QScrollArea:
        """A small screen shows a part of the year and follows the cursor."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumSize(40 * GRID, 24 * GRID)
        set_role(self.year_view, "scrolled")
        area.setWidget(self.year_view)
        return area

    def _split(self) -> QSplitter:
        right = QWidget()
        words = self.tr(
            "H: public holiday. W: weekend day worked. Underlined: own entry, which stands before the notice."
        )
        legend = label(words, "caption", wrap=True)
        column = vbox(self._day_words, self.table, legend, gap=GAP)
        column.setContentsMargins(EDGE, 0, 0, 0)
        column.setStretch(1, 1)
        right.setLayout(column)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._scroll)
        split.addWidget(right)
        split.setSizes([104 * GRID, 44 * GRID])
        return split

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Day"), lambda row: f"{row.day:%m-%d} {weekday(row.day)}", width=96),
            Column(
                self.tr("Kind"), lambda row: day_kind(row.working), width=72,
                tone=lambda row: "warning" if row.working else "accent",
            ),
            Column(self.tr("Name"), self._name_words, width=104, stretch=True, tip=self._name_words),
        )  # fmt: skip

    def _name_words(self, row: ListedDay) -> str:
        name = holiday_words(row.name, self.tools.language)
        return self.tr("{name} (own)").format(name=name) if row.own else name

    def _read(self, year: int) -> tuple[CalendarYear, bool]:
        """A year (0: this one), and whether the year after it is announced (a read lane's work)."""
        found = self._service.year(year) if year else self._service.this_year()
        return found, any(one.year == found.year + 1 and one.announced for one in self._service.years())

    def _show(self, found: tuple[CalendarYear, bool]) -> None:
        year, self._next_known = found
        self._shown, self._wanted = year, year.year
        calendar = self._calendar()
        names = {one.day: holiday_words(one.name, self.tools.language) for one in calendar.listed.values()}
        self._year.setText(str(year.year))
        self.year_view.show_year(year.year, calendar, names, year.today)
        self._showing = True  # the table finds itself a row; the day under the cursor is the year's
        self.days.show_rows(sorted(calendar.listed.values(), key=lambda one: one.day))
        self._showing = False
        self._show_about(year, calendar)
        self._picked(self.year_view.day())

    def _show_about(self, year: CalendarYear, calendar: WorkCalendar) -> None:
        facts = year.facts
        parts = [self.tr("{count} working days").format(count=calendar.working_days_in(year.year))]
        if facts.number:
            parts.append(facts.number)
        if facts.issued_on:
            parts.append(self.tr("notice of {day}").format(day=day_words(facts.issued_on)))
        if facts.announced and not (facts.number or facts.issued_on or facts.source):
            parts.append(self.tr("entered by hand"))
        self._about.setText(" · ".join(parts))
        self._about.setToolTip(facts.source)
        self._say_banner(year)
        by_notice = any(not one.own for one in year.days)
        self._by_hand.setText(self.tr("Not complete after all") if facts.announced else self.tr("All days are entered"))
        self._by_hand.setVisible(not by_notice and (facts.announced or bool(year.days)))

    def _say_banner(self, year: CalendarYear) -> None:
        if not year.facts.announced:
            words = self.tr(
                "Days off of {year} are not announced yet. Deadlines that depend on them are taken by weekdays and "
                "marked provisional; import the notice when it is published, usually in October or November."
            )
            self.banner.say(words.format(year=year.year), "warning")
        elif year.year == year.today.year and year.today.month >= AUTUMN and not self._next_known:
            words = self.tr(
                "Days off of {year} are not announced yet. Deadlines that reach into it, and those in the last days of "
                "this December, are provisional until the notice is imported."
            )
            self.banner.say(words.format(year=year.year + 1), "info")
        else:
            self.banner.say("")

    def _calendar(self) -> WorkCalendar:
        shown = self._shown
        return WorkCalendar.of(shown.days, {shown.year} if shown.facts.announced else ()) if shown else WorkCalendar()

    def _own(self, day: date) -> ListedDay | None:
        days = self._shown.days if self._shown else ()
        return next((one for one in days if one.own and one.day == day), None)

    def _picked(self, day: object) -> None:
        if not isinstance(day, date):
            return
        self._day_words.setText(self.year_view.words(day))
        place = self.year_view.rect_of(day).center().toPoint()
        self._scroll.ensureVisible(place.x(), place.y(), 4 * GRID, 4 * GRID)
        self.remove_button.setEnabled(self._own(day) is not None)
        self.table.select_key(day)

    def _row_picked(self, row: object) -> None:
        if isinstance(row, ListedDay) and self.table.hasFocus() and not self._showing:
            self.year_view.go_to(row.day)

    def _row_opened(self, row: object) -> None:
        if isinstance(row, ListedDay):
            self.year_view.go_to(row.day)
            self.edit_day()

    def _saved(self, day: object) -> None:
        if isinstance(day, date):
            self.year_view.go_to(day)

    def _step(self, by: int) -> None:
        if self._shown is not None:
            self.show_year(self._shown.year + by)

    def _announce(self) -> None:
        if self._shown is not None:
            known = not self._shown.facts.announced
            self.tools.operations.write(self._service.announce_year, self._shown.year, known, self._by(), asker=self)
