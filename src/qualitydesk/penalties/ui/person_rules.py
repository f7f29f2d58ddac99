"""What the page of an employee shows of rules: the editions signed, and those still to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.acknowledgement import PersonEdition
from qualitydesk.penalties.service import Acknowledgements
from qualitydesk.penalties.ui.sign_dialogs import day_or_nothing
from qualitydesk.penalties.ui.sign_words import STAGE_TONES, stage_words, way_words


class RulesOfPerson(QWidget):
    """One employee's editions, those in force first."""

    def __init__(
        self, tools: Tools, service: Acknowledgements, employee_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tools, self._service, self._employee_id = tools, service, employee_id
        self.editions = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.editions,
            name=self.tr("Rules signed for"),
            empty=self.tr("This person has signed no rule, and need not."),
        )
        self.setLayout(vbox(self.table))
        tools.operations.changed.connect(self._hear)
        self._read()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Rule"), lambda one: one.titles[language], stretch=True, sort="rule"),
            Column(self.tr("Edition"), lambda one: one.number, align="right", width=72),
            Column(self.tr("In force from"), lambda one: one.effective_from, text=day_words, align="right", width=112),
            Column(
                self.tr("Stands"),
                lambda one: stage_words(one.stage, language),
                tone=lambda one: STAGE_TONES[one.stage],
                width=104,
            ),
            Column(
                self.tr("Signature"),
                lambda one: capital(say(language, f"sign.state.{'signed' if one.signed else 'missing'}")),
                tone=lambda one: "good" if one.signed else "warning",
                width=96,
            ),
            Column(
                self.tr("Signed on"),
                lambda one: one.signed.signed_on if one.signed else None,
                text=day_or_nothing,
                align="right",
                width=104,
                sort="signed_on",
            ),
            Column(self.tr("How"), lambda one: way_words(one.signed, language), width=160),
        )

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & {Change.SIGNATURES, Change.RULEBOOK, Change.DIRECTORY}:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(self, self._service.of_person, self._employee_id, then=self._show)

    def _show(self, found: Sequence[PersonEdition]) -> None:
        self.editions.show_rows(found)


def rules_panel(tools: Tools, service: Acknowledgements) -> Panel:
    """The panel for an employee's page."""
    title = QCoreApplication.translate("RulesOfPerson", "Rules signed for")
    return Panel(title, lambda employee_id: RulesOfPerson(tools, service, employee_id))
