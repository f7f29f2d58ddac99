"""What the page of a finding shows of slips: those on its person that were written after its round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.inspections.model import DisputeState
from qualitydesk.inspections.service import Findings
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.keys import KeyTable
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import Banner, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipFilter, SlipLine, SlipState
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.explaining import explain_from, total_column, why_key
from qualitydesk.penalties.ui.words import TONES, rung_words, state_words


class SlipsOfFinding(QWidget):
    """Enter opens a slip. A dispute upheld after a slip was issued is told: the slip may have to be withdrawn."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        findings: Findings,
        finding_id: UUID,
        show: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._penalties = penalties
        self._findings = findings
        self._finding_id = finding_id
        self.told = Banner("", "warning")
        self.told.hide()
        self._slips = TableModel(self._columns(), parent=self)
        self.table = Table(self._slips, name=self.tr("Slips"), empty=self.tr("No slip was written after this round."))
        self.table.opened.connect(lambda line: show(line.id))
        explain_from(self.table, tools, penalties, lambda line: line.id, show)
        self.key_table = KeyTable(self, (why_key(),))
        self.setLayout(vbox(self.told, self.table, gap=GRID))
        tools.operations.changed.connect(self._hear)
        self._read()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=152),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: TONES[line.state],
                width=80,
            ),
            Column(self.tr("Rung"), lambda line: rung_words(line.rung, language), stretch=True),
            total_column(self.tr("Total"), 88),
            Column(self.tr("Day of the act"), lambda line: line.act_day, text=day_words, align="right", width=104),
        )

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & {Change.SLIPS, Change.FINDINGS}:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(self, self._ask, then=self._show, topic="slips")

    def _ask(self) -> tuple[bool, list[SlipLine]]:
        finding = self._findings.sheet(self._finding_id).finding
        if finding.employee_id is None:
            return False, []
        slips = self._penalties.lines(SlipFilter(employee_id=finding.employee_id), limit=1000)
        return finding.dispute is DisputeState.UPHELD, [one for one in slips if one.round_id == finding.round_id]

    def _show(self, found: tuple[bool, list[SlipLine]]) -> None:
        upheld, slips = found
        standing = [one.number for one in slips if one.state is not SlipState.WITHDRAWN]
        words = self.tr("The dispute was upheld, but slip {number} stands. Withdraw it?")
        self.told.say(words.format(number=" · ".join(standing)) if upheld and standing else "", "warning")
        self._slips.show_rows(slips)


def finding_slips_panel(
    tools: Tools, penalties: Penalties, findings: Findings, show: Callable[[UUID], object]
) -> Panel:
    """The panel for a finding's page; `show(slip id)` opens one."""
    title = QCoreApplication.translate("SlipsOfFinding", "Slips")
    return Panel(title, lambda finding_id: SlipsOfFinding(tools, penalties, findings, finding_id, show))
