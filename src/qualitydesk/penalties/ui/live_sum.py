"""The running sum of a dialog, as a button: a click, or F4 in the dialog, says why it is what it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pieces import button, set_role
from qualitydesk.penalties.model import Decision
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.explaining import WHY, Explaining

Decides = Callable[[Callable[[Decision], object]], object]


def sum_button(do: Callable[[], object], tip: str) -> QPushButton:
    """A sum above a list, that says by a click what it comes from."""
    made = button("", do=do, role="sum")
    made.setToolTip(tip)
    return made


class LiveSum(QPushButton):
    """Shows what a draft comes to; nothing to press while it comes to nothing yet."""

    def __init__(self, dialog: DraftDialog, penalties: Penalties, again: Decides | None = None) -> None:
        """`again(then)` decides once more on what stands in the dialog now, words too that change no sum."""
        super().__init__(dialog)
        self._again = again
        self.setAutoDefault(False)
        set_role(self, "sum")
        self._explaining = Explaining(dialog.tools, penalties, dialog)
        self._decision: Decision | None = None
        self.setToolTip(QCoreApplication.translate("Explaining", "Why this sum? (F4)"))
        self.clicked.connect(lambda _checked=False: self.explain())
        dialog.key_table.bind(Key(WHY, QCoreApplication.translate("Explaining", "Why this sum?"), self.explain))
        self.show_words("")

    def show_decision(self, decision: Decision, words: str) -> None:
        """The sum in words, which from now on are those of this decision."""
        self.show_words(words)
        self._decision = decision
        self.setEnabled(True)

    def show_words(self, words: str) -> None:
        """Words that stand for no decision: "" while none is known."""
        self._decision = None
        self.setText(words)
        self.setEnabled(False)
        self.setVisible(bool(words))

    def explain(self) -> None:
        """Why it is what it is, as things stand in the dialog; nothing while no sum is known."""
        if self._decision is None:
            return
        if self._again is not None:
            self._again(self._show_why)
        else:
            self._show_why(self._decision)

    def _show_why(self, decision: Decision) -> None:
        title = QCoreApplication.translate("Explaining", "Why this fine? {name}, not proposed yet")
        self._explaining.explain_decision(decision, title.format(name=decision.employee.name))
