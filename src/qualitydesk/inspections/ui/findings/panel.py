"""What the page of an employee shows of findings: those on this person, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import FindingCounts, FindingFilter, FindingLine
from qualitydesk.inspections.service import Findings
from qualitydesk.inspections.ui.findings.words import standing_of, standing_tone
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools


class FindingsOfPerson(QWidget):
    """The findings on one employee; Enter opens one."""

    def __init__(
        self,
        tools: Tools,
        findings: Findings,
        employee_id: UUID,
        show: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._findings = findings
        self._wanted = FindingFilter(employee_id=employee_id)
        self._sentence = label("", wrap=True)
        self._sentence.hide()
        self._lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch,
            after_of=lambda line, _sort: (line.found_at, line.id),
            sort="found_at",
            descending=True,
            parent=self,
        )
        self.table = Table(self._lines, name=self.tr("Findings"), empty=self.tr("Nothing was ever found."))
        self.table.opened.connect(lambda line: show(line.id))
        self.setLayout(vbox(self._sentence, self.table, gap=GRID))
        tools.operations.changed.connect(self._hear)
        self._read()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Found"), lambda line: line.found_at, text=moment_words, width=136),
            Column(self.tr("Item"), lambda line: line.title[language], tip=lambda line: line.note, stretch=True),
            Column(self.tr("Gravity"), lambda line: say(language, f"gravity.{line.gravity}"), width=72),
            Column(
                self.tr("Standing"),
                lambda line: standing_of(line.standing, line.dispute, language),
                tone=lambda line: standing_tone(line.standing, line.dispute),
                width=120,
            ),
            Column(self.tr("Round"), lambda line: line.round_number, width=152),
        )

    def _fetch(
        self, after: tuple[Any, UUID] | None, limit: int, _sort: str, _descending: bool
    ) -> Sequence[FindingLine]:
        return self._findings.lines(self._wanted, after=after, limit=limit)

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & {Change.FINDINGS, Change.MEASURES}:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(self, self._findings.counts, self._wanted, then=self._count, topic="counts")
        self._lines.reload()

    def _count(self, counts: FindingCounts) -> None:
        words = self.tr("{findings} findings, {fixed} fixed at once, {disputed} disputes to be decided.")
        told = words.format(findings=counts.findings, fixed=counts.fixed, disputed=counts.disputed)
        self._sentence.setText(told if counts.findings else "")
        self._sentence.setVisible(bool(counts.findings))


def findings_panel(tools: Tools, findings: Findings, show: Callable[[UUID], object]) -> Panel:
    """The panel for an employee's page; `show(finding id)` opens one."""
    title = QCoreApplication.translate("FindingsOfPerson", "Findings")
    return Panel(title, lambda employee_id: FindingsOfPerson(tools, findings, employee_id, show))
