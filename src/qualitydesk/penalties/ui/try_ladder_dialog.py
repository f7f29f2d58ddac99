"""The ladder's sums and look-back typed otherwise, to be tried on a period; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import MoneyBox, NumberBox
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.rules.trial import ladder_sums, with_sums
from qualitydesk.rulebook.model import Edition


@dataclass(frozen=True)
class LadderTyped:
    """Sums in fen by their fields (None: not an amount), and the months looked back."""

    sums: tuple[tuple[str, int | None], ...]
    months: int


class TryLadderDialog(DraftDialog):
    """Begins with the edition in force. `try_out(values)` hears the changed values."""

    def __init__(
        self,
        tools: Tools,
        edition: Edition,
        try_out: Callable[[Mapping[str, Any]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Try other sums of the ladder"))
        self.save_button.setText(self.tr("Try"))
        language = tools.language
        self._edition, self._values = edition, edition.values
        words = self.tr(
            "Change what you think of changing; then it is worked out who would have paid what in the last three whole "
            "months. The rule itself stays as it is: a new edition is made in the rulebook."
        )
        self.add_wide(label(words, "caption", wrap=True))
        self.boxes: dict[str, MoneyBox] = {}
        column = None
        for one in ladder_sums(edition.values):
            if one.column is not column:
                column = one.column
                self.add_section(capital(say(language, f"ladder.column.{column}")))
            box = self.boxes[one.key] = MoneyBox(one.fen)
            part = say(language, f"trial.part.{one.part}")
            rung = capital(say(language, f"ladder.rung.{one.rung}"))
            self.add_row(one.key, self.tr("{rung}, {part}").format(rung=rung, part=part), box, required=True)
        self.months = NumberBox(edition.values["counting"]["look_back_months"], least=1, most=120)
        self.add_section(self.tr("Counting"))
        self.add_row("months", self.tr("Months looked back"), self.months, required=True)

        def send(draft: LadderTyped) -> None:
            values = self.tried(draft)
            self.finish()
            try_out(values)

        self.submitted.connect(send)

    def read_draft(self) -> LadderTyped:
        return LadderTyped(tuple((key, box.fen()) for key, box in self.boxes.items()), self.months.value())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, LadderTyped)
        sums = dict(draft.sums)
        found = [Problem(key, "trial_sum_missing") for key, fen in sums.items() if not fen]
        for key, fen in sums.items():
            low = sums.get(f"{key.removesuffix('_high')}_low")
            if key.endswith("_high") and fen and low and fen < low:
                found.append(Problem(key, "trial_high_below"))
        if not found and self.tried(draft) == self._values:
            found.append(Problem(next(iter(sums), "months"), "trial_nothing"))
        return found

    def tried(self, draft: LadderTyped) -> dict[str, Any]:
        """The whole values with what was typed."""
        return with_sums(self._values, {key: fen for key, fen in draft.sums if fen}, draft.months)
