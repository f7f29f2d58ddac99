"""The bar under the people of a new round: draw them by lot, draw again, see what was drawn.

A tick by hand ends the draw; so do other standards or inspectors, for then others could have been drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import Pack, Sample, SampleRule
from qualitydesk.inspections.ui.sample_dialog import SampleDialog
from qualitydesk.inspections.ui.sampling_words import rule_words, sample_words, unmet_words
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
        self._people: tuple[Person, ...] = ()
        self._packs: tuple[Pack, ...] = ()
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

    def show_frame(self, people: Sequence[Person], packs: Sequence[Pack]) -> None:
        """Who could be drawn: own people of the institution for whom at least one of the packs has items."""
        self._people, self._packs = tuple(people), tuple(packs)

    def ask(self) -> None:
        """Ask how, then draw."""
        rule = self.rule or SampleRule()
        dialog = SampleDialog(
            self._dialog.tools, self._people, self._packs, rule, later=self._later, parent=self._dialog
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

    def outdate(self, inspectors: Collection[UUID] | None = None) -> None:
        """Others could be drawn now: what was drawn is none any more, and that is said.

        `inspectors`: who inspects now; the draw stands as long as none of them could have been drawn.
        """
        if self.sample is None:
            return
        if inspectors is None or any(one.id in inspectors for one in self.sample.frame):
            self.forget()
            self.told.setText(self.tr("Others could be drawn now: these are chosen by hand, or draw again."))

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
            by_profile=self._dialog.by_profile.on(),
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
            drawn = [one for one in self._people if one.id in self.sample.drawn]
            unmet = unmet_words(drawn, self._packs, self._dialog.tools.language)
            words = "\n".join(part for part in (sample_words(self.sample), unmet) if part)
        elif self.rule is not None:
            words = rule_words(self.rule)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.end_button.setVisible(self.rule is not None)
        self.kept.emit()
