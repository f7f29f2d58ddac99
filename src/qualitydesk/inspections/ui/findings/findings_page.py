"""Findings: every one over all rounds, filtered, searched, exported; measures are set from those marked."""

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
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import FindingCounts, FindingFilter, FindingLine, Gravity
from qualitydesk.inspections.service import Findings, Standards
from qualitydesk.inspections.ui.findings.filters import FindingFilters
from qualitydesk.inspections.ui.findings.measuring import Measuring
from qualitydesk.inspections.ui.findings.offer import FindingOffer, read_offer
from qualitydesk.inspections.ui.findings.words import counts_words, standing_of, standing_tone
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.tools import Tools

AFTER = {"found_at": lambda line: line.found_at, "name": lambda line: line.name, "item": lambda line: line.item_code}


class FindingsPage(Page):
    """The list of findings, newest first.

    Signals: `finding_wanted(UUID)` one is to be seen; `measure_wanted(UUID)` one was set and is to be seen.
    """

    concerns = frozenset({Change.FINDINGS, Change.MEASURES, Change.DIRECTORY, Change.STANDARDS})
    finding_wanted = Signal(object)
    measure_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        findings: Findings,
        standards: Standards,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Findings"))
        self._findings = findings
        self._standards = standards
        self._directory = directory
        self._today = date.min
        self._wanted = FindingFilter()
        self.filters = FindingFilters(tools.language)
        self.sentence = label("", tone="muted", wrap=True)
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch(self._wanted),
            after_of=lambda line, sort: (AFTER[sort or "found_at"](line), line.id),
            sort="found_at",
            descending=True,
            parent=self,
        )
        self.table = Table(self.lines, name=self.tr("Findings"), empty="", tools=tools, remember="findings", many=True)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.table)
        self.body.setStretch(2, 1)
        self._measuring = Measuring(tools, findings, directory, by, self)
        self._measuring.measure_wanted.connect(self.measure_wanted.emit)
        self._back: Callable[[], object] | None = None
        self.back_button = self.add_button(
            self.tr("Back to the chart"), "arrow-left", self._go_back, role="quiet", sequence="Esc"
        )
        self.back_button.hide()
        self.filters.clear.clicked.connect(lambda: self._came_by(None))
        self.add_button(self.tr("Export…"), "download", self._ask_names, role="quiet", sequence="Ctrl+E")
        self.measure = self.add_button(
            self.tr("Set a measure…"),
            "wrench",
            self._measure,
            role="primary",
            sequence="Ctrl+M",
            words=self.tr("Set a measure for the findings marked"),
        )
        self.bind(
            Key("Return", self.tr("Open the finding")),
            Key("Ctrl+F", self.tr("Search"), self.filters.search.setFocus),
            Key("Ctrl+Shift+F", self.tr("More filters"), self.filters.more_button().click),
        )
        self.filters.changed.connect(self._filter)
        self.filters.settled.connect(self.table.setFocus)
        self.table.opened.connect(lambda line: self.finding_wanted.emit(line.id))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer_measure())
        self.lines.loaded.connect(self._loaded)
        self._say_empty()
        self._offer_measure()

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Found"), lambda line: line.found_at, text=moment_words, width=136, sort="found_at"),
            Column(
                self.tr("Person or place"),
                lambda line: line.name,
                tip=lambda line: line.department,
                width=120,
                sort="name",
            ),
            Column(self.tr("Institution"), lambda line: line.institution, width=128),
            Column(self.tr("Item"), lambda line: line.title[language], tip=self._note_tip, stretch=True, sort="item"),
            Column(
                self.tr("Gravity"),
                lambda line: say(language, f"gravity.{line.gravity}"),
                tone=lambda line: "" if line.gravity == Gravity.ORDINARY else "warning",
                width=80,
            ),
            Column(self.tr("Fixed at once"), lambda line: self.tr("Yes") if line.fixed else "", width=112),
            Column(
                self.tr("Standing"),
                lambda line: standing_of(line.standing, line.dispute, language),
                tone=lambda line: standing_tone(line.standing, line.dispute),
                width=120,
            ),
            Column(
                self.tr("Measures"),
                lambda line: line.measures,
                text=lambda count: str(count or ""),
                align="right",
                width=88,
            ),
            Column(
                self.tr("Round"),
                lambda line: line.round_number,
                tip=lambda line: say(language, f"round_kind.{line.round_kind}"),
                width=152,
            ),
        )

    def _note_tip(self, line: FindingLine) -> str:
        return line.note

    def _fetch(self, wanted: FindingFilter) -> Callable[[Any, int, str, bool], Sequence[FindingLine]]:
        def fetch(after: tuple[Any, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[FindingLine]:
            return self._findings.lines(
                wanted, after=after, limit=limit, sort=sort or "found_at", descending=descending
            )

        return fetch

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()  # the list is what the page is opened for, not its filters

    def show_list(self, wanted: FindingFilter, back: Callable[[], object] | None = None) -> None:
        """Show a list another page asks for: one person's, those disputed. `back` leads to the chart it stands for."""
        self.filters.choose(wanted)
        self._came_by(back)

    def _came_by(self, back: Callable[[], object] | None) -> None:
        self._back = back
        self.back_button.setVisible(back is not None)

    def _go_back(self) -> None:
        if self._back is not None:
            self._back()

    def refresh(self, changes: frozenset[Change]) -> None:
        """Findings and what they come to; what the filters offer only when that changed."""
        if changes & {Change.DIRECTORY, Change.STANDARDS}:
            self.tools.operations.read(self, read_offer, self._directory, self._standards, then=self._show_offer)
        self._count()
        self.lines.reload()

    def _show_offer(self, offer: FindingOffer) -> None:
        self._today = offer.today
        self.filters.show_offer(offer)

    def _filter(self, wanted: FindingFilter) -> None:
        self._wanted = wanted
        self._say_empty()
        self._count()
        self.lines.use(self._fetch(wanted))

    def _count(self) -> None:
        self.tools.operations.read(self, self._findings.counts, self._wanted, then=self._show_counts, topic="counts")

    def _show_counts(self, counts: FindingCounts) -> None:
        self.sentence.setText(counts_words(counts) if counts.findings else "")
        self.sentence.setVisible(bool(counts.findings))

    def _say_empty(self) -> None:
        if self._wanted == FindingFilter():
            words = self.tr("Nothing found yet. What fails in a finished round is listed here.")
        else:
            words = self.tr('No finding fits. "Show all" takes the filters away.')
        self.table.say_empty(words)

    def _loaded(self, rows: int) -> None:
        """Enter opens the newest finding without choosing a row first."""
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        self._offer_measure()

    def _chosen(self) -> list[UUID]:
        return [line.id for line in self.table.chosen_rows() if isinstance(line, FindingLine)]

    def _offer_measure(self) -> None:
        self.measure.setEnabled(bool(self._chosen()))

    def _measure(self) -> None:
        self._measuring.begin(self._chosen())

    def _ask_names(self) -> None:
        """With names for the clinic's own use, without for a report that leaves it."""
        choices = [(True, self.tr("With names and staff numbers")), (False, self.tr("Without names"))]
        self.tools.prompts.choose(
            self,
            self.tr("Export findings"),
            self.tr("The list as it is filtered now, newest first."),
            choices,
            yes=self.tr("Choose the file…"),
            then=lambda names: self._export(bool(names)),
        )

    def _export(self, names: bool) -> None:
        write = partial(self._findings.export, wanted=self._wanted, language=self.tools.language, names=names)
        name = f"{self.tr('Findings')} {self._today.isoformat()}"
        export(self.tools, self, self.tr("Export findings"), name, write)
