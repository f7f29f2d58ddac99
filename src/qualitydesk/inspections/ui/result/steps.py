"""The steps of an observed process in the result: when each was done, how long it took, in which order really."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.clock import Clock
from qualitydesk.inspections.model import RoundResult, StepTime, Stop, Timeline
from qualitydesk.inspections.rules.stepping import time_words
from qualitydesk.inspections.rules.timeline import timeline_at
from qualitydesk.inspections.rules.timing import clock_words
from qualitydesk.inspections.ui.walk_view.strip import TimelineStrip
from qualitydesk.inspections.ui.words import TONES, given_words, limit_words, step_words
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID


@dataclass(frozen=True)
class StepRow:
    """A step of a stop."""

    stop: Stop
    line: Timeline
    step: StepTime


class StepsTab(QWidget):
    """Every step of every stop in a table; above it the timeline of the stop of the row in view."""

    def __init__(self, language: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.rows = TableModel(self._columns(), key=lambda row: (row.stop.id, row.step.position), parent=self)
        self.table = Table(self.rows, name=self.tr("Steps in time"), empty="")
        self.setAccessibleName(self.table.accessibleName())
        self.summary = label("", wrap=True)
        self.strip = TimelineStrip(language, clock)
        self.strip.wanted.connect(self._to_step)
        self.table.picked.connect(self._show_stop)
        column = vbox(self.summary, self.strip, self.table, gap=GRID)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setStretch(2, 1)
        self.setLayout(column)

    def show_result(self, result: RoundResult) -> bool:
        """The steps of a round; False when it had none."""
        lines = [(each.stop, timeline_at(result.walk, each.stop)) for each in result.stops]
        rows = [StepRow(stop, line, step) for stop, line in lines for step in line.steps]
        self.rows.show_rows(rows)
        if rows:
            self.table.select_key((rows[0].stop.id, rows[0].step.position))
            self._show_stop(rows[0])
        return bool(rows)

    def _show_stop(self, row: StepRow | None) -> None:
        if row is None:
            return
        self.strip.show_timeline(row.line, row.step.position)
        self.summary.setText(self._summary(row))

    def _summary(self, row: StepRow) -> str:
        line = row.line
        if line.began is None:
            return self.tr("{name}: no step was timed.").format(name=row.stop.name)
        if line.seconds is None:
            words = self.tr("{name}: from {began}; not every step has an end.")
        else:
            words = self.tr("{name}: {began} to {ended}, {took} in all.")
        told = words.format(
            name=row.stop.name,
            began=time_words(line.began),
            ended=time_words(line.ended),
            took=clock_words(line.seconds),
        )
        late = sum(step.in_time is False for step in line.steps)
        displaced = sum(step.displaced for step in line.steps)
        if late:
            told += " " + self.tr("Outside their limit: {count}.").format(count=late)
        kept = self.tr("Done in the order of the list.")
        order = self.tr("Done out of their order: {count}.").format(count=displaced) if displaced else kept
        return f"{told} {order}"

    def _to_step(self, position: int) -> None:
        row = self.table.current_row()
        if isinstance(row, StepRow):
            self.table.select_key((row.stop.id, position))

    def _columns(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("Person or place"), lambda row: row.stop.name, width=120),
            Column(self.tr("No."), lambda row: row.step.position, align="right", width=56),
            Column(
                self.tr("Step"),
                lambda row: row.step.item.title[language],
                stretch=True,
                tip=lambda row: step_words(row.step, language),
            ),
            Column(self.tr("Began"), lambda row: time_words(row.step.began), align="right", width=88),
            Column(self.tr("Ended"), lambda row: time_words(row.step.ended), align="right", width=88),
            Column(self.tr("Took"), lambda row: clock_words(row.step.seconds), tone=_late, align="right", width=80),
            Column(self.tr("Limit"), lambda row: limit_words(row.step.item.limit, language), width=96),
            Column(self.tr("Pause before"), lambda row: clock_words(row.step.gap), align="right", width=96),
            Column(
                self.tr("Done as"),
                lambda row: row.step.order,
                tone=lambda row: "warning" if row.step.displaced else "",
                align="right",
                width=120,
            ),
            Column(self.tr("Answer"), self._verdict, tone=_verdict_tone, width=112),
        )

    def _verdict(self, row: StepRow) -> str:
        return given_words(row.step.item, row.step.given, self._language).split(" · ")[-1]


def _late(row: StepRow) -> str:
    return "danger" if row.step.in_time is False else ""


def _verdict_tone(row: StepRow) -> str:
    given = row.step.given
    return TONES.get(given.verdict, "muted") if given and given.verdict else "muted"
