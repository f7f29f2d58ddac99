"""One kind of work: how much there is and how much of it is late, its first rows, and the way to all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame

from qualitydesk.kit.elided import ElidedLabel
from qualitydesk.kit.pieces import Chip, button, hbox, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.today.model import WorkList
from qualitydesk.today.printout.words import errand_words, what_words
from qualitydesk.today.ui.words import level_tone, level_words, tip_words, when_tone, when_words


class WorkPanel(QFrame):
    """A panel of the first page.

    Signals: `work_wanted(Work)` a row was opened; `all_wanted` the page of all of them.
    """

    work_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(
        self,
        tools: Tools,
        title: str,
        empty: str,
        today: Callable[[], date],
        now: Callable[[], datetime],
        *,
        with_place: bool = False,
        with_level: bool = False,
    ) -> None:
        """`with_place`: the institution has a column, where no number tells it and all that is to be done is the same;
        else it stands in the tip. `with_level`: a case's level has one, in the place of what is to be done."""
        super().__init__()
        self.setProperty("role", "panel")
        self._title = title
        self._empty = empty
        self._today = today
        self.late = Chip("", "danger")
        self.late.hide()
        self.rest = button("", "arrow-right", self.all_wanted.emit, role="quiet")
        self.rest.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._heading = ElidedLabel(title, "section")  # in a narrow window it gives way
        language = tools.language
        what = Column(
            "", lambda work: what_words(work, language), tip=lambda work: tip_words(work, language), stretch=True
        )
        where = Column("", lambda work: work.institution, tone=lambda _work: "muted", width=176, elide="left")
        errand = Column("", lambda work: errand_words(work, language), tone=lambda _work: "muted", width=80)
        level = Column("", level_words, tone=level_tone, width=36)
        columns = (
            *((level,) if with_level else () if with_place else (errand,)),
            what,
            *((where,) if with_place else ()),
            Column(
                "",
                lambda work: when_words(work, self._today(), now(), language),
                tone=lambda work: when_tone(work, self._today(), now()),
                align="right",
                width=104,
            ),
        )
        self._what = columns.index(what)
        self._spans = with_place
        self.works = TableModel(columns, key=lambda work: work.key, parent=self)
        self.table = Table(self.works, name=title, empty=empty)
        self.table.horizontalHeader().hide()
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.opened.connect(self.work_wanted.emit)
        head = hbox(self._heading, self.late, None, self.rest, gap=GRID)
        column = vbox(head, self.table, gap=GRID // 2)
        column.setStretch(1, 1)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        self.setLayout(column)
        self.show_work(WorkList())

    def show_trouble(self, words: str) -> None:
        """Say in the place of the rows that they could not be read."""
        self.show_work(WorkList())
        self.table.say_empty(words)

    def show_work(self, found: WorkList) -> None:
        """Show these; where the cursor stood it stays if it can."""
        self.table.say_empty(self._empty)
        self.works.show_rows(found.rows)
        if self._spans:  # what has no place of its own has the room of the place, too
            self.table.clearSpans()
            for at, work in enumerate(found.rows):
                if not work.institution:
                    self.table.setSpan(at, self._what, 1, 2)
        if found.rows and self.table.hasFocus() and self.table.current_row() is None:
            self.table.selectRow(0)  # what the cursor stood on is done
        self._heading.setText(f"{self._title} {found.count}" if found.count else self._title)
        self.late.setVisible(found.late > 0)
        self.late.say(self.tr("{count} late").format(count=found.late), "danger")
        hidden = found.count - len(found.rows)
        self.rest.setText(self.tr("{count} more").format(count=hidden) if hidden > 0 else self.tr("All"))
        self.rest.setAccessibleName(self.tr("{title}: all of them").format(title=self._title))

    def go_in(self) -> None:
        """Put the cursor into the list."""
        self.table.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.go_in()
