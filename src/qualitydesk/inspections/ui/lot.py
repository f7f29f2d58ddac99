"""The bar under the people of a new round: draw them by lot, draw again, see what was drawn; a tick by hand ends it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.model import Sample, SampleRule
from qualitydesk.inspections.ui.sample_dialog import SampleDialog
from qualitydesk.inspections.ui.sampling_words import rule_words, sample_words
from qualitydesk.kit.pickers import Choice
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID

if TYPE_CHECKING:
    from qualitydesk.inspections.ui.round_dialog import RoundDialog


class Lot(QObject):
    """The draw of one dialog. `later`: the rule alone is kept, and the lot is cast when the planned round is started.

    Signals: `kept` another rule or draw stands now, or none.
    """

    kept = Signal()

    def __init__(self, dialog: RoundDialog, *, later: bool = False) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._later = later
        self._departments: Mapping[UUID, str] = {}
        self._draws = 0
        self.rule: SampleRule | None = None
        self.sample: Sample | None = None
        self.ask_button = button(self.tr("Draw by lot…"), "refresh", self.ask)
        self.end_button = button(self.tr("Choose by hand"), "x", self.forget, role="quiet")
        self.told = label("", tone="muted", wrap=True)
        self.bar = QWidget()
        self.bar.setLayout(vbox(hbox(self.ask_button, self.end_button, None), self.told, gap=GRID // 2))
        self.end_button.hide()
        self.told.hide()

    def show_departments(self, departments: Mapping[UUID, str]) -> None:
        """Where people may be drawn from."""
        self._departments = departments

    def ask(self) -> None:
        """Ask how, then draw."""
        choices = [Choice(key, name) for key, name in self._departments.items()]
        dialog = SampleDialog(
            self._dialog.tools, choices, self.rule or SampleRule(), later=self._later, parent=self._dialog
        )
        dialog.submitted.connect(partial(self._asked, dialog))
        dialog.open()

    def keep(self, rule: SampleRule | None) -> None:
        """A rule for later, as planned before."""
        self.rule = rule
        self._tell()

    def forget(self) -> None:
        """People were chosen by hand: what was drawn is none any more."""
        if self.rule is not None or self.sample is not None:
            self.rule = self.sample = None
            self._tell()

    def take(self, sample: Sample) -> None:
        """Draw: tick exactly these, in the order of their lots."""
        self.sample, self.rule = sample, sample.rule
        self._draws = max(self._draws, sample.nth)
        self._dialog.people.choose_people(sample.drawn)
        self._tell()

    def _asked(self, dialog: SampleDialog, rule: SampleRule) -> None:
        where = self._dialog.where()
        if self._later or where is None:
            dialog.finish()
            self.keep(rule)
            return
        draw = partial(
            self._dialog.draw,
            where,
            self._dialog.pack_codes(),
            rule,
            self._dialog.leading.inspector_ids(),
            nth=self._draws + 1,
        )
        self._dialog.tools.operations.read(
            self, draw, then=partial(self._drawn, dialog), failed=dialog.take_back, topic="draw"
        )

    def _drawn(self, dialog: SampleDialog, sample: Sample) -> None:
        dialog.finish()
        self.take(sample)

    def _tell(self) -> None:
        words = ""
        if self.sample is not None:
            words = sample_words(self.sample)
        elif self.rule is not None:
            words = rule_words(self.rule)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.end_button.setVisible(self.rule is not None)
        self.kept.emit()
