"""Tab 结案后回访: the calls after closing; whoever is not content leads back into the case by one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from qualitydesk.complaints.model import AfterCall, Leave, Stage
from qualitydesk.complaints.ui.outside_dialogs import AfterCallDialog
from qualitydesk.complaints.ui.parts.base import StepOffer
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.complaints.ui.words import left_words
from qualitydesk.kit.pieces import Banner, button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel

CLOCK = "after_call"


class AfterCareTab(Tab):
    """Before closing it says when its time comes."""

    def title(self) -> str:
        return self.tr("After care")

    def build(self) -> None:
        self._count: int | None = None
        self.calls = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.calls,
            name=self.tr("Calls after closing"),
            empty=self.tr('Nobody has called yet. "Record a call…" keeps each try, also those that reached nobody.'),
        )
        self.call_button = button(self.tr("Record a call…"), "plus", self.call, role="primary")
        self.reopen_button = button(self.tr("Reopen the case…"), "refresh", self._reopen, role="danger")
        self.tries = label("", "section", wrap=True)
        self.banner = Banner("", "warning")
        self.setLayout(vbox(hbox(self.call_button, self.reopen_button, None, self.tries), self.banner, self.table))

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("When"), lambda one: one.at, text=self.moment, width=136),
            Column(self.tr("How it went"), self._how, tone=_tone, width=176),
            Column(self.tr("What was said"), lambda one: one.words.replace("\n", " "), stretch=True),
            Column(self.tr("By"), lambda one: one.by, width=88),
        )

    def _how(self, one: AfterCall) -> str:
        if not one.reached:
            return self.tr("Not reached")
        return self.tr("Reached, content") if one.satisfied else self.tr("Reached, not content")

    def show_case(self, shown: Shown) -> None:
        page = shown.page
        calls = page.after_calls
        self.calls.show_rows(tuple(reversed(calls)))
        closed = page.course.stage is not Stage.OPEN and page.merged_into is None
        self.call_button.setEnabled(closed)
        again = page.course.reopenings[-1][1] if page.course.reopenings else None
        since = [one for one in calls if again is None or one.at >= again]
        unhappy = bool(since) and since[-1].satisfied is False
        self.reopen_button.setVisible(closed and unhappy)
        self._tell(shown, closed=closed, unhappy=unhappy)
        fresh = self._count is not None and len(calls) > self._count
        self._count = len(calls)
        if fresh and unhappy and closed and self.isVisible():
            self.reopen_button.setFocus()  # Enter reopens

    def _tell(self, shown: Shown, *, closed: bool, unhappy: bool) -> None:
        calls = shown.page.after_calls
        reached = sum(one.reached for one in calls)
        words = self.tr("Calls: {count}, reached: {reached}").format(count=len(calls), reached=reached)
        clock = next((one for one in shown.clocks if one.rule.code == CLOCK and one.is_open), None)
        if clock is not None:
            words = f"{words} · {left_words(clock.due_at, shown.now, self.language)}"
        self.tries.setText(words if calls or clock is not None else "")
        if not closed:
            self.banner.say(self.tr("The case is not closed: calls after closing are recorded here then."), "info")
        elif unhappy:
            self.banner.say(
                self.tr("The patient is not content. Enter on the red button opens the case again."), "warning"
            )
        else:
            self.banner.say("", "info")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it, as in a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for made in (self.reopen_button, self.call_button):
                if made.hasFocus():
                    made.click()
                    return
        super().keyPressEvent(event)

    def call(self) -> None:
        """Record a call."""
        if self.shown is not None and self.call_button.isEnabled():
            self.desk.verbs.read(self.shown.case_id, self._ask, topic="after call")

    def _ask(self, given: StepOffer) -> None:
        AfterCallDialog(self.desk.tools, self.desk.complaints, given, self.desk.by(), parent=self.window()).open()

    def _reopen(self) -> None:
        if self.shown is None:
            return
        last = self.shown.page.after_calls[-1]
        words = self.tr("Not content in the call of {day}: {words}").format(day=self.moment(last.at), words=last.words)
        self.desk.verbs.move(self.shown.case_id, Leave.REOPEN, reason=words)


def _tone(one: AfterCall) -> str:
    if not one.reached:
        return "muted"
    return "good" if one.satisfied else "danger"
