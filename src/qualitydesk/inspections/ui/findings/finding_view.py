"""What the page of a finding shows: what was found and its standard at the left; dispute, comments, measures, history
and what features above offer at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Comment, DisputeState, FindingSheet
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.findings.words import (
    DISPUTE_TONES,
    dispute_words,
    history_words,
    standing_of,
    standing_tone,
)
from qualitydesk.inspections.ui.photos import PhotoStrip
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.panels import Panel, PanelTabs
from qualitydesk.kit.pieces import Banner, Chip, Facts, hbox, label, panel, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.ui.words import STATE_TONES, due_tone, due_words, state_words


class FindingView(QObject):
    """The two columns of a finding's page, filled by `show_sheet`."""

    def __init__(
        self, tools: Tools, photos: Photos | None, panels: Sequence[Panel], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language = tools.language
        self._today = date.min
        self.chip = Chip()
        self.item = label("", "section", wrap=True, selectable=True)
        self.note = label("", wrap=True, selectable=True)
        self.facts = Facts()
        self.standard = label("", wrap=True, selectable=True)
        self.why = label("", tone="muted", wrap=True, selectable=True)
        self.dispute_chip = Chip()
        self.dispute_banner = Banner("", "warning")
        self.dispute = Facts()
        self.comments = TableModel(self._comment_columns(), parent=self)
        self.measures = TableModel(self._measure_columns(), parent=self)
        self.history = TableModel(self._history_columns(), key=lambda row: row, parent=self)
        self.comment_table = Table(
            self.comments, name=self.tr("Comments"), empty=self.tr('No comment yet. "Comment…" adds one.')
        )
        self.measure_table = Table(
            self.measures, name=self.tr("Measures"), empty=self.tr('No measure yet. "Set a measure…" begins one.')
        )
        self.history_table = Table(
            self.history, name=self.tr("History"), empty=self.tr("Nothing has been changed since the round.")
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for table in (self.comment_table, self.measure_table, self.history_table):
            self.tabs.addTab(table, table.accessibleName())
        self.photos = PhotoStrip(tools, photos) if photos is not None else None
        self.panels = PanelTabs(panels, self.tr("What else there is about it"))
        self.panels.setVisible(bool(panels))

    def columns(self) -> tuple[QScrollArea, QWidget]:
        left = scroll_column(
            self.tr("Finding"),
            self._head(),
            *((self.photos,) if self.photos is not None else ()),
            _section(self.tr("The standard as it stood then"), self.standard, self.why),
            self._dispute_box(),
        )
        right = QWidget()
        right.setLayout(vbox(self.tabs, self.panels, gap=GRID))
        return left, right

    def _head(self) -> QWidget:
        top = hbox(self.chip, self.item, gap=EDGE)
        top.setStretch(1, 1)
        column = vbox(top, self.note, self.facts, gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box = panel()
        box.setLayout(column)
        return box

    def _dispute_box(self) -> QWidget:
        column = vbox(
            hbox(label(self.tr("Dispute"), "section"), self.dispute_chip, None),
            self.dispute_banner,
            self.dispute,
            gap=GRID,
        )
        column.setContentsMargins(EDGE, GRID, EDGE, GRID)
        self.dispute_panel = panel()
        self.dispute_panel.setLayout(column)
        return self.dispute_panel

    def _comment_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("When"), lambda row: row.at, text=moment_words, align="right", width=136),
            Column(self.tr("Who"), lambda row: row.said_by, width=80),
            Column(self.tr("What"), _one_line, tip=lambda row: row.words, stretch=True),
        )

    def _measure_columns(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=144),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: STATE_TONES[line.state],
                width=80,
            ),
            Column(self.tr("Owner"), lambda line: line.owner, width=80),
            Column(
                self.tr("Due"),
                lambda line: due_words(line, self._today),
                tone=lambda line: due_tone(line, self._today),
                stretch=True,
            ),
        )

    def _history_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("When"), lambda row: row[0], text=moment_words, align="right", width=136),
            Column(self.tr("What"), lambda row: history_words(row[2], self._language), width=112),
            Column(self.tr("Decided by"), lambda row: row[1], width=80),
            Column(self.tr("Note"), lambda row: row[3].replace("\n", " "), tip=lambda row: row[3], stretch=True),
        )

    def show_sheet(self, sheet: FindingSheet, today: date) -> None:
        """Show this finding instead."""
        self._today = today
        finding, language = sheet.finding, self._language
        told = standing_of(finding.standing, finding.dispute, language)
        self.chip.say(told, standing_tone(finding.standing, finding.dispute) or "info")
        self.item.setText(sheet.item.title[language] if sheet.item else finding.item_code)
        self.note.setText(finding.note or self.tr("No note was taken."))
        self.standard.setText(sheet.item.standard[language] if sheet.item else self.tr("This edition cannot be read."))
        self.why.setText(sheet.item.why[language] if sheet.item else "")
        self._show_facts(sheet)
        self._show_dispute(sheet)
        self.comments.show_rows(sheet.comments)
        self.measures.show_rows(sheet.measures)
        self.history.show_rows(sheet.history)
        for at, (table, rows) in enumerate(
            (
                (self.comment_table, sheet.comments),
                (self.measure_table, sheet.measures),
                (self.history_table, sheet.history),
            )
        ):
            self.tabs.setTabText(at, f"{table.accessibleName()} ({len(rows)})")
        if self.photos is not None:
            self.photos.show_item(finding.round_id, finding.stop_id, finding.item_code)
        self.panels.show_subject(finding.id)

    def _show_facts(self, sheet: FindingSheet) -> None:
        finding, stop, language = sheet.finding, sheet.stop, self._language
        between = "、" if language == "zh" else ", "
        who = " · ".join(part for part in (finding.name, stop.number, stop.post) if part)
        nth = self.tr("{count} times before").format(count=sheet.earlier) if sheet.earlier else self.tr("Never before")
        kind = say(language, f"round_kind.{finding.round_kind}")
        facts = [
            (self.tr("Person or place"), who),
            (self.tr("Where"), f"{sheet.round.institution} {stop.department}".strip()),
            (self.tr("When"), moment_words(finding.found_at)),
            (self.tr("Round"), f"{finding.round_number} · {kind}"),
            (self.tr("Inspectors"), between.join(sheet.round.inspectors)),
            (self.tr("Gravity"), say(language, f"gravity.{finding.gravity}")),
            (self.tr("Group"), say(language, f"item_group.{finding.item_group}")),
            (self.tr("Fixed at once"), self.tr("Yes") if finding.fixed else self.tr("No")),
            (self.tr("This item failed"), nth),
        ]
        if finding.reason and sheet.dispute is None:
            facts.append((self.tr("Reason"), finding.reason))
        self.facts.show_facts(facts)

    def _show_dispute(self, sheet: FindingSheet) -> None:
        dispute = sheet.dispute
        self.dispute_panel.setVisible(dispute is not None)
        if dispute is None:
            return
        self.dispute_chip.say(dispute_words(dispute.state, self._language), DISPUTE_TONES[dispute.state])
        words = ""
        if dispute.state is DisputeState.PENDING:
            words = self.tr("Waits for a decision; until then the finding counts.")
            if dispute.answer_by is not None and dispute.answer_by < self._today:
                words = self.tr("Was to be decided by {day}; until then the finding counts.").format(
                    day=day_long(dispute.answer_by)
                )
        self.dispute_banner.say(words, "warning")
        facts = [
            (self.tr("Raised"), f"{day_long(dispute.raised_on)} · {dispute.raised_by}"),
            (self.tr("Because"), dispute.words),
        ]
        if dispute.answer_by:
            facts.append((self.tr("To be decided by"), day_long(dispute.answer_by)))
        if dispute.decided_on:
            facts.append((self.tr("Decided"), f"{day_long(dispute.decided_on)} · {dispute.decided_by}"))
            facts.append((self.tr("Reason"), dispute.reason))
        if dispute.override:
            facts.append((self.tr("Why somebody else decided"), dispute.override))
        self.dispute.show_facts(facts)


def _section(title: str, *parts: QWidget) -> QVBoxLayout:
    return vbox(label(title, "section"), *parts, gap=GRID // 2)


def _one_line(row: Comment) -> str:
    return row.words.replace("\n", " ")
