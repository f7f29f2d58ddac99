"""Re-checks due where a round is about to begin: told under the people, and taken along first by one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.kit.dates import day_words
from qualitydesk.kit.pieces import button, hbox, label
from qualitydesk.measures.model import RecheckDue

if TYPE_CHECKING:
    from qualitydesk.inspections.ui.round_dialog import RoundDialog

Asking = Callable[[UUID], Sequence[RecheckDue]]


class RecheckBar(QObject):
    """Asks anew for each institution; hidden while nothing is due there, or nobody can tell (`asking` None)."""

    def __init__(self, dialog: RoundDialog, asking: Asking | None) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._asking = asking
        self.due: tuple[RecheckDue, ...] = ()
        self.told = label("", tone="warning", wrap=True)
        self.take_button = button(self.tr("Take along"), "check", self.take)
        self.bar = QWidget()
        row = hbox(self.told, self.take_button)
        row.setStretch(0, 1)
        self.bar.setLayout(row)
        self.bar.hide()

    def ask(self, where: UUID | None) -> None:
        """Read what is due there."""
        if self._asking is None or where is None:
            self._show(())
            return
        self._dialog.tools.operations.read(self, partial(self._asking, where), then=self._show, topic="rechecks")

    def take(self) -> None:
        """Tick whom it concerns and the standards with the items, and walk them first."""
        wanted = [one.employee_id or one.place_id for one in self.due]
        self._dialog.take_along([one for one in wanted if one], {one.item_code for one in self.due if one.item_code})

    def _show(self, due: Sequence[RecheckDue]) -> None:
        self.due = tuple(due)
        self.bar.setVisible(bool(self.due))
        numbers = list(dict.fromkeys(one.number for one in self.due))
        between = "、" if self._dialog.tools.language == "zh" else ", "
        shown = between.join(numbers[:3]) + ("…" if len(numbers) > 3 else "")
        self.told.setText(self.tr("Re-checks due here: {count} ({numbers})").format(count=len(numbers), numbers=shown))
        lines = [f"{one.number} · {day_words(one.recheck_on)} · {one.words or one.task}" for one in self.due]
        self.told.setToolTip("\n".join(lines))
