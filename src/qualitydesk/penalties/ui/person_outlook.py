"""What the page of an employee shows of the ladder: what still counts, until when, and what the next would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.keys import KeyTable
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import Banner, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.outlook import ActiveOffence, Again, NextRung, Outlook
from qualitydesk.penalties.rules import word
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.explaining import Explaining, why_key
from qualitydesk.penalties.ui.words import (
    fen_words,
    own_fen,
    rung_tone,
    rung_words,
    sanction_words,
)

_SOON = 30  # days before the lapse from which a row is told as good news


class OutlookOfPerson(QWidget):
    """Enter in the lower table opens the explanation of what would be decided."""

    def __init__(self, tools: Tools, penalties: Penalties, employee_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._penalties, self._employee_id = tools, penalties, employee_id
        self._outlook: Outlook | None = None
        self.sentence = label("", wrap=True)
        self.late = Banner("", "warning")
        self.late.hide()
        self.active = TableModel(self._active_columns(), parent=self)
        self.table = Table(self.active, name=self.tr("Offences that still count"), empty="")
        self.following = TableModel(self._next_columns(), key=_next_key, parent=self)
        self.next_table = Table(self.following, name=self.tr("The next offence"), empty="")
        self.explaining = Explaining(tools, penalties, self)
        self.next_table.opened.connect(self._explain)
        self.next_table.asked.connect(self._explain)
        self.key_table = KeyTable(self, (why_key(),))
        hint = label(self.tr("What the next offence would be, by the rule of today (Enter explains)"), "section")
        column = vbox(self.sentence, self.late, self.table, hint, self.next_table, gap=GRID)
        column.setStretchFactor(self.table, 3)
        column.setStretchFactor(self.next_table, 2)
        self.setLayout(column)
        tools.operations.changed.connect(self._hear)
        self._read()

    def _active_columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Group"), lambda one: self._group(one.group), width=96),
            Column(self.tr("Item"), lambda one: _title(one.title, language), stretch=True),
            Column(self.tr("Day"), lambda one: one.day, text=day_words, align="right", width=104),
            Column(self.tr("Round or slip"), lambda one: one.round_number, width=152),
            Column(self.tr("Counts for"), self._columns_of, width=144),
            Column(
                self.tr("Lapses on"), lambda one: one.lapses_on, text=day_words, tone=self._lapse_tone,
                align="right", width=104, tip=self._lapse_tip,
            ),
        )  # fmt: skip

    def _next_columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Found by"), lambda one: self._column(one.column), width=144),
            Column(self.tr("If it is"), self._against, stretch=True),
            Column(self.tr("Rung"), lambda one: rung_words(one.decision.rung, language),
                   tone=lambda one: rung_tone(one.decision.rung), width=88),
            Column(self.tr("Sanction"), lambda one: sanction_words(one.decision.sanction, language), width=184),
            Column(self.tr("Own sum"), lambda one: own_fen(one.decision), text=fen_words, align="right", width=96,
                   asks=lambda _one: True),
            Column(self.tr("In all"), lambda one: one.decision.total, text=fen_words, align="right", width=96,
                   asks=lambda _one: True),
        )  # fmt: skip

    def _group(self, group: str) -> str:
        return capital(say(self._tools.language, f"item_group.{group}")) if group else ""

    def _column(self, column: str) -> str:
        return capital(say(self._tools.language, f"ladder.column.{column}"))

    def _columns_of(self, one: ActiveOffence) -> str:
        return say(self._tools.language, "record.between").join(self._column(column) for column in one.columns)

    def _against(self, one: NextRung) -> str:
        language = self._tools.language
        if one.again is Again.ITEM:
            title = _title(one.decision.names, language)
            return say(language, "outlook.same_item", item=title)
        words = capital(say(language, f"outlook.{one.again}"))
        return f"{words} · {self._group(one.group)}" if one.group else words

    def _lapse_tone(self, one: ActiveOffence) -> str:
        near = self._outlook is not None and (one.lapses_on - self._outlook.today).days <= _SOON
        return "good" if near else ""

    def _lapse_tip(self, one: ActiveOffence) -> str:
        if self._outlook is None:
            return ""
        days = (one.lapses_on - self._outlook.today).days
        return self.tr("From that day on it is no longer looked back to: in {days} days.").format(days=days)

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & {Change.SLIPS, Change.FINDINGS, Change.ROUNDS, Change.RULEBOOK, Change.DIRECTORY}:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(
            self, self._penalties.outlook, self._employee_id, self._tools.language, then=self._show
        )

    def _show(self, found: Outlook) -> None:
        self._outlook = found
        self.table.say_empty(
            self.tr("Nothing counts against this person today: no offence that stands in the last {months} months.")
            .format(months=found.months)
        )  # fmt: skip
        self.active.show_rows(found.active)
        self.following.show_rows(found.following)
        if found.ever:
            words = self.tr("{days} days without an offence, the last on {day}. Still counting: {count}; looked back "
                            "to: {months} months.")  # fmt: skip
        else:
            words = self.tr("No offence since the hire on {day}: {days} days.")
        self.sentence.setText(
            words.format(days=found.clean_days, day=day_words(found.since), count=len(found.active),
                         months=found.months)
        )  # fmt: skip
        late = [f"{one.number}: {word(one.line, self._tools.language)}" for one in found.late]
        self.late.say("\n".join(late), "warning")

    def _explain(self, one: NextRung) -> None:
        """By the edition it would be decided by."""
        about = f"{self._column(one.column)} · {self._against(one)}"
        supposed = self.tr("Supposed only: nothing is proposed or kept.")
        title = self.tr("What the next offence would be")
        self.explaining.explain_decision(one.decision, title, f"{about}\n{supposed}")


def _title(title: Mapping[str, str], language: str) -> str:
    return title.get(language) or next(iter(title.values()), "")


def _next_key(one: NextRung) -> object:
    return one.column, one.again, one.group, one.decision.findings[0].item_code


def outlook_panel(tools: Tools, penalties: Penalties) -> Panel:
    """The panel for an employee's page."""
    title = QCoreApplication.translate("OutlookOfPerson", "What still counts")
    return Panel(title, lambda employee_id: OutlookOfPerson(tools, penalties, employee_id))
