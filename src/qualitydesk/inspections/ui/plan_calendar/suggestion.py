"""The next round suggested: its reasons as sentences, whom it means and why. Enter goes on to the new-round dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Institution
from qualitydesk.inspections.model.suggesting import Chosen, Suggestion
from qualitydesk.inspections.ui.plan_calendar.reasons import reason_words, why_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools

Asking = Callable[[UUID], Suggestion]


class SuggestionDialog(QDialog):
    """Asks anew for each institution and for each draw.

    Signals: `wanted(Suggestion)` the round is to be begun.
    """

    wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        institutions: Sequence[Institution],
        where: object,
        ask: Asking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._ask_for = ask
        self.suggestion: Suggestion | None = None
        self.setWindowTitle(self.tr("The next round"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in institutions])
        self.institution.setAccessibleName(self.tr("Institution"))
        self.institution.setMinimumWidth(40 * GRID)
        self.institution.choose(where if where is not None else (institutions[0].id if institutions else None))
        self.heading = label("", "section", wrap=True)
        self.reasons = label("", wrap=True, selectable=True)
        self.lines = TableModel(self._columns(), key=lambda one: one.id, parent=self)
        self.table = Table(
            self.lines, name=self.tr("Whom it means"), empty=self.tr("Nobody."), tools=tools, remember="suggestion"
        )
        self.again = button(self.tr("Draw again"), "refresh", self._ask, role="quiet")
        self.again.setToolTip(self.tr("Another random share (Ctrl+R)"))
        cancel = button(self.tr("Close"), "", self.reject)
        self.go = button(self.tr("On to the round"), "play", self._go, role="primary")
        self.go.setDefault(True)
        row = hbox(self.again, None, cancel, self.go)
        column = vbox(hbox(label(self.tr("Institution"), tone="muted"), self.institution, None), self.heading, gap=GAP)
        column.addWidget(self.reasons)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(96 * GRID, 72 * GRID)
        KeyTable(
            self,
            [
                Key("Return", self.tr("On to the round"), self._go),
                Key("Ctrl+R", self.tr("Another random share"), self._ask),
            ],
        )
        self.institution.picked.connect(lambda _key: self._ask())
        self.table.opened.connect(lambda _row: self._go())
        self.go.setEnabled(False)
        self._ask()
        self.table.setFocus()

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Person or place"), lambda one: one.name, stretch=True),
            Column(self.tr("Why"), partial(_why, language=language), width=280, tip=partial(_why, language=language)),
        )

    def _ask(self) -> None:
        where = self.institution.chosen()
        if isinstance(where, UUID):
            self.tools.operations.read(
                self, self._ask_for, where, then=self._show, failed=self._nothing, topic="suggestion"
            )

    def _show(self, found: Suggestion) -> None:
        self.suggestion = found
        language = self.tools.language
        kind = say(language, f"round_kind.{found.kind}")
        words = self.tr("{kind} at {institution}: {people} people, {places} places")
        if not found.places:
            words = self.tr("{kind} at {institution}: {people} people")
        self.heading.setText(
            words.format(kind=kind, institution=found.institution, people=len(found.people), places=len(found.places))
        )
        self.reasons.setText("\n".join(f"• {reason_words(one, language)}" for one in found.reasons))
        self.lines.show_rows(found.chosen)
        self.go.setEnabled(bool(found.chosen))

    def _nothing(self, error: Exception) -> bool:
        if not isinstance(error, Refused):
            return False
        self.suggestion = None
        self.heading.setText("")
        self.reasons.setText(self.tools.prompts.words_for(error))
        self.lines.show_rows(())
        self.go.setEnabled(False)
        return True

    def _go(self) -> None:
        if self.suggestion is not None and self.go.isEnabled():
            self.wanted.emit(self.suggestion)
            self.accept()


def _why(one: Chosen, language: str) -> str:
    return why_words(one, language)
