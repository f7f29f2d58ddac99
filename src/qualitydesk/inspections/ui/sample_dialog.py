"""How people are drawn by lot: how many, from whom, and who is to be drawn more often. Hands out a `SampleRule`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model import SampleMethod, SampleRule
from qualitydesk.inspections.rules.sampling import problems_in_sample
from qualitydesk.inspections.ui.sampling_words import method_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, NumberBox, Picker
from qualitydesk.kit.tools import Tools


class SampleDialog(DraftDialog):
    """Asks for a rule; `submitted(SampleRule)`. Whoever asked draws, and closes it with `finish`."""

    def __init__(
        self,
        tools: Tools,
        departments: Sequence[Choice],
        rule: SampleRule,
        *,
        later: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`later`: the lot is cast when the planned round is started, and not now."""
        super().__init__(tools, "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("Draw by lot"))
        self.save_button.setText(self.tr("Draw when started") if later else self.tr("Draw"))
        self.size_box = NumberBox(rule.size, least=1, most=500)
        self.method = Picker([Choice(one, method_words(one)) for one in SampleMethod])
        self.method.choose(rule.method)
        self.department = Picker(departments, optional=True, placeholder=self.tr("The whole institution"))
        self.department.choose(rule.department_id)
        self.unseen = QCheckBox(self.tr("Who has not been inspected for long is drawn more often"))
        self.unseen.setChecked(rule.longest_unseen)
        self.add_row("sample_size", self.tr("How many"), self.size_box, required=True)
        self.add_row("department_id", self.tr("From"), self.department)
        self.add_row("method", self.tr("How"), self.method, required=True)
        self.add_row(
            "longest_unseen",
            self.tr("Chances"),
            self.unseen,
            hint=self.tr(
                "One ticket each, and one more for every full 30 days without an inspection, at most {most}. "
                "The seed is kept with the round, so that the draw can be repeated."
            ).format(most=13),
        )

    def read_draft(self) -> SampleRule:
        """The rule as the editors show it."""
        return SampleRule(
            self.size_box.value(),
            SampleMethod(str(self.method.chosen() or SampleMethod.SIMPLE)),
            self.department.chosen(),  # type: ignore[arg-type]
            self.unseen.isChecked(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """What the rules have against it."""
        assert isinstance(draft, SampleRule)
        return problems_in_sample(draft)

    def is_changed(self) -> bool:
        """Nothing typed here is lost by closing it."""
        return False
