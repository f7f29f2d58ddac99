"""The result page's way to repeat a draw by lot: same seed, same frame, same people, or what has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from qualitydesk.inspections.model import RoundResult
from qualitydesk.inspections.service import Rounds
from qualitydesk.inspections.service.drawing import Proof
from qualitydesk.inspections.ui.result.page import ResultPage
from qualitydesk.inspections.ui.sampling_words import sample_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pieces import button


class Proving(QObject):
    """Gives a result page a button while its people were drawn by lot."""

    def __init__(self, page: ResultPage, rounds: Rounds) -> None:
        super().__init__(page)
        self._page = page
        self._rounds = rounds
        self._result: RoundResult | None = None
        self.offered = button(self.tr("Repeat the draw"), "refresh", self.ask, role="quiet")
        self.offered.hide()
        page.corner.addWidget(self.offered)
        page.bind(Key("Ctrl+L", self.tr("Repeat the draw by lot"), self.ask))
        page.shown.connect(self._hear)

    def ask(self) -> None:
        """Repeat it and say what came of it."""
        if self._result is None or self._result.walk.round.sample is None:
            return
        names = {stop.employee_id: stop.name for stop in self._result.walk.stops if stop.employee_id}
        prove = partial(self._rounds.prove_sample, self._result.walk.round.id)
        self._page.tools.operations.read(self, prove, then=partial(self._tell, names), topic="proof")

    def _hear(self, result: RoundResult) -> None:
        self._result = result
        self.offered.setVisible(result.walk.round.sample is not None)

    def _tell(self, names: Mapping[UUID, str], proof: Proof) -> None:
        sample = proof.sample
        between = "、" if self._page.tools.language == "zh" else ", "
        drawn = self.tr("The seed and the frame kept with the round give the very same people: {names}.").format(
            names=between.join(names.get(who, "–") for who in sample.drawn)
        )
        broken = self.tr("The seed and the frame kept with the round give other people. The record was changed.")
        same = self.tr("The directory as it stands now gives the very same frame for that moment.")
        other = self.tr(
            "The directory as it stands now gives another frame for that moment: something was entered later."
        )
        words = [
            sample_words(sample),
            self.tr("Method {algorithm}, frame {digest}").format(
                algorithm=sample.algorithm, digest=sample.frame_digest[:16]
            ),
            drawn if proof.drawn_again else broken,
            same if proof.frame_again else other,
        ]
        self._page.tools.prompts.tell(self._page, self.tr("Repeat the draw"), "\n".join(words))
