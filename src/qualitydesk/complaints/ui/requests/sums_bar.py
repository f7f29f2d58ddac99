"""The month's requests over the list: four figures, two of which narrow it, and one sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qualitydesk.complaints.model.requests import RequestSums
from qualitydesk.complaints.ui.requests.words import sums_words
from qualitydesk.kit.icons import set_icon
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID


class SumsBar(QWidget):
    """Signals: `overdue_wanted`, `open_wanted`: the list is to show those."""

    overdue_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = label("")
        self.in_time = label("")
        self.open: QPushButton = button("", do=self.open_wanted.emit, role="quiet")
        self.overdue: QPushButton = button("", "alert", do=self.overdue_wanted.emit, role="quiet")
        self.sentence = label("", tone="muted", wrap=True)
        self.setLayout(
            vbox(
                hbox(self.asked, self.in_time, self.open, self.overdue, None, gap=2 * EDGE),
                self.sentence,
                gap=GRID // 2,
            )
        )
        self.show_sums(None)

    def show_sums(self, sums: RequestSums | None) -> None:
        """None: not read yet."""
        self.setVisible(sums is not None)
        if sums is None:
            return
        self.asked.setText(self.tr("Asked this month: {count}").format(count=sums.asked))
        self.in_time.setText(self.tr("Answered in time: {count}").format(count=sums.in_time))
        self.open.setText(self.tr("Still open: {count}").format(count=sums.open))
        self.overdue.setText(self.tr("Overdue: {count}").format(count=sums.overdue))
        self.overdue.setEnabled(bool(sums.overdue))
        set_icon(self.overdue, "alert", "danger" if sums.overdue else "muted")
        self.sentence.setText(sums_words(sums))
