"""What the page of a measure shows: its task and facts at the left, timeline, origins and files at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.pieces import Banner, Chip, Facts, hbox, label, panel, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import Event, Measure, MeasureState
from qualitydesk.measures.ui.words import (
    STATE_TONES,
    due_tone,
    due_words,
    state_words,
    urgency_words,
    verb_words,
)

LONGEST = 12  # rows a table shows before it scrolls by itself


class MeasureView(QObject):
    """The two columns of a measure's page, filled by `show_measure`."""

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = tools.language
        self.chip = Chip()
        self.due = label("", "section", selectable=True)
        self.task = label("", wrap=True, selectable=True)
        self.next = Banner("", "info")
        self.facts = Facts()
        self.cause = label("", wrap=True, selectable=True)
        self.proof = label("", wrap=True, selectable=True)
        self.origins = TableModel(self._origin_columns(), key=lambda row: (row.kind, row.id, row.words), parent=self)
        self.events = TableModel(self._event_columns(), parent=self)
        self.files = TableModel(self._file_columns(), parent=self)
        self.origin_table = Table(
            self.origins, name=self.tr("What it came from"), empty=self.tr("Set without a finding or case.")
        )
        self.event_table = Table(self.events, name=self.tr("Timeline"), empty="")
        self.file_table = Table(
            self.files,
            name=self.tr("Files"),
            empty=self.tr('No file yet. "File…" adds a picture or document as proof.'),
        )

    def columns(self) -> tuple[QScrollArea, QScrollArea]:
        left = scroll_column(
            self.tr("Measure"),
            self._head(),
            _section(self.tr("What it came from"), self.origin_table),
            _section(self.tr("Root cause"), self.cause),
            _section(self.tr("What was done, what proves it"), self.proof),
            _section(self.tr("Files"), self.file_table),
        )
        return left, scroll_column(self.tr("Timeline"), _section(self.tr("Timeline"), self.event_table))

    def _head(self) -> QWidget:
        top = hbox(self.chip, self.due, None, gap=EDGE)
        column = vbox(top, self.task, self.next, self.facts, gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box = panel()
        box.setLayout(column)
        return box

    def _origin_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Kind"), lambda row: say(self._language, f"origin_kind.{row.kind}"), width=96),
            Column(self.tr("What"), lambda row: row.words, tip=lambda row: row.words, stretch=True),
        )

    def _event_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("When"), lambda event: event.at, text=moment_words, align="right", width=136),
            Column(self.tr("What"), lambda event: verb_words(event.verb, self._language), width=96),
            Column(self.tr("Who"), lambda event: event.decided_by, tip=self._typed, width=80),
            Column(self.tr("Note"), self._event_note, tip=self._event_note, stretch=True),
        )

    def _file_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Name"), lambda row: row.name, stretch=True),
            Column(self.tr("Size"), lambda row: _size(row.size), align="right", width=80),
            Column(self.tr("Added"), lambda row: row.added_at, text=moment_words, align="right", width=136),
            Column(self.tr("By"), lambda row: row.added_by, width=80),
        )

    def _typed(self, event: Event) -> str:
        return self.tr("Entered by {name}").format(name=event.entered_by) if event.entered_by else ""

    def _event_note(self, event: Event) -> str:
        if event.due_before and event.due_after:
            moved = self.tr("{before} → {after}").format(
                before=event.due_before.isoformat(), after=event.due_after.isoformat()
            )
            return f"{moved} · {event.words}" if event.words else moved
        if event.due_after:
            return self.tr("Due {day}").format(day=event.due_after.isoformat())
        return event.words.replace("\n", " ")

    def show_measure(self, found: Measure, today: date) -> None:
        """Show this measure instead."""
        line = found.line
        self.chip.say(state_words(line.state, self._language), STATE_TONES[line.state])
        self.due.setText(self.tr("Due {day}").format(day=due_words(line, today)))
        self.due.setProperty("tone", due_tone(line, today))
        self.due.style().unpolish(self.due)
        self.due.style().polish(self.due)
        self.task.setText(line.task)
        self._show_next(found, today)
        self._show_facts(found)
        self.cause.setText(found.cause or self.tr("Not recorded."))
        self.proof.setText(found.proof or self.tr("Nothing reported yet."))
        self.origins.show_rows(found.origins)
        self.events.show_rows(found.events)
        self.files.show_rows(found.files)
        for table, count in (
            (self.origin_table, len(found.origins)),
            (self.event_table, len(found.events)),
            (self.file_table, len(found.files)),
        ):
            table.setFixedHeight((min(max(count, 1), LONGEST) + 1) * ROW + GRID)

    def _show_facts(self, found: Measure) -> None:
        line, language = found.line, self._language
        facts = [
            (self.tr("Owner"), f"{line.owner} · {line.department}" if line.department else line.owner),
            (self.tr("Institution"), line.institution),
            (self.tr("Urgency"), urgency_words(line.urgency, language)),
            (self.tr("Set"), f"{day_long(line.opened_on)} · {found.opened_by}"),
        ]
        if found.done_on:
            facts.append((self.tr("Done on"), day_long(found.done_on)))
        if line.closed_on:
            facts.append((self.tr("Closed"), f"{day_long(line.closed_on)} · {found.closed_by}"))
        if line.recheck_on:
            told = say(language, f"recheck.{line.recheck}") if line.recheck else self.tr("still to come")
            facts.append((self.tr("Re-check"), f"{day_long(line.recheck_on)} · {told}"))
        if line.effect_on:
            told = say(language, f"effect.{line.effect}") if line.effect else self.tr("still to come")
            facts.append((self.tr("Effect check"), f"{day_long(line.effect_on)} · {told}"))
        if found.follows:
            facts.append((self.tr("Follows up"), found.follows[1]))
        if found.followed_by:
            facts.append((self.tr("Followed up by"), " · ".join(number for _key, number in found.followed_by)))
        self.facts.show_facts(facts)

    def _show_next(self, found: Measure, today: date) -> None:
        """What is wanted now, in one sentence."""
        line = found.line
        tone, words = "info", ""
        if late := line.overdue_days(today):
            tone, words = "danger", self.tr("{days} days overdue. Postpone it with a reason, or see that it is done.")
            words = words.format(days=late)
        elif line.state is MeasureState.REPORTED:
            tone, words = "warning", self.tr("Reported done. Somebody else than {owner} judges it.")
            words = words.format(owner=line.owner)
        elif (
            line.state is MeasureState.CLOSED and line.recheck is None and line.recheck_on and line.recheck_on <= today
        ):
            tone, words = "warning", self.tr("The re-check is due.")
        elif line.state is MeasureState.CLOSED and line.effect is None and line.effect_on and line.effect_on <= today:
            tone, words = "warning", self.tr("Its effect is to be looked at now.")
        self.next.say(words, tone)


def _section(title: str, *parts: QWidget) -> QVBoxLayout:
    return vbox(label(title, "section"), *parts, gap=GRID // 2)


def _size(size: int) -> str:
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{max(1, round(size / 1024))} KB"
