"""Issuing a slip from its page: what speaks against it is read while it waits, and asked about before it is printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Slip, SlipSheet, SlipState
from qualitydesk.penalties.model.fairness import Fairness
from qualitydesk.penalties.rules import word
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.fairness_card import FairnessCard

BEFORE_ISSUE = frozenset({SlipState.PROPOSED, SlipState.APPROVED})


class SlipIssue(QObject):
    """Fills the card before the issue; `ask` puts the question. `sheet()` is the slip shown, None while none is."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        by: Callable[[], By],
        sheet: Callable[[], SlipSheet | None],
        card: FairnessCard,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._tools, self._penalties, self._by = tools, penalties, by
        self._sheet, self._card, self._page = sheet, card, page

    def look(self) -> None:
        """The slip shown is another, or has changed: read anew what speaks against it, as long as that helps."""
        sheet = self._sheet()
        waiting = sheet is not None and sheet.view.slip.state in BEFORE_ISSUE
        self._card.setVisible(waiting)
        if sheet is None or not waiting:
            return
        slip = sheet.view.slip

        def show(found: Fairness) -> None:
            if self._shown(slip):
                self._card.show_fairness(found)

        def failed(error: Exception) -> bool:
            if self._shown(slip):
                self._card.show_failure(self._tools.prompts.words_for(error) if isinstance(error, Refused) else "")
            return isinstance(error, Refused)

        read = self._tools.operations.read
        read(self, self._penalties.fairness, slip.id, self._by(), then=show, failed=failed, topic="look")

    def ask(self) -> None:
        """Whether it is issued, with everything that speaks against it in the question.

        What cannot be checked keeps nobody from issuing: then it is asked without.
        """
        sheet = self._sheet()
        if sheet is None:
            return
        slip = sheet.view.slip

        def failed(error: Exception) -> bool:
            self._put_question(slip, None)
            return isinstance(error, Refused)

        then, read = partial(self._put_question, slip), self._tools.operations.read
        read(self, self._penalties.fairness, slip.id, self._by(), then=then, failed=failed, topic="ask")

    def _put_question(self, slip: Slip, found: Fairness | None) -> None:
        if not self._shown(slip):
            return
        box = QCheckBox(self.tr("With explanation, archived and printed as the slip's appendix"))
        box.setAccessibleName(box.text())

        def issue() -> None:
            verb = partial(self._penalties.issue, language=self._tools.language, explained=box.isChecked())
            self._tools.operations.write(verb, slip.id, slip.revision, self._by(), asker=self._page)

        words = self.tr("{number} is printed into the archive; from then on it can be withdrawn, but not changed.")
        told = [words.format(number=slip.number)]
        if found is not None and found.warnings:
            told.append("")
            told.append(self.tr("Look at this before you issue it:"))
            told += [f"• {word(line, self._tools.language)}" for line in found.warnings]
        asked = self._tools.prompts.ask(
            self._page.window(), self.tr("Issue the slip"), "\n".join(told), yes=self.tr("Issue"), then=issue
        )
        asked.add(box)

    def _shown(self, slip: Slip) -> bool:
        """Whether the page still shows that slip."""
        sheet = self._sheet()
        return sheet is not None and sheet.view.slip.id == slip.id
