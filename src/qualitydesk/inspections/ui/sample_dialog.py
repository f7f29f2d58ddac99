"""How people are drawn by lot: how many, from whom, and who is to be drawn more often. Hands out a `SampleRule`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import Pack, SampleMethod, SampleRule
from qualitydesk.inspections.rules.sampling import problems_in_sample
from qualitydesk.inspections.ui.sampling_words import frame_words, method_words, unmet_words
from qualitydesk.inspections.ui.size_dialog import SizeDialog
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, NumberBox, Picker
from qualitydesk.kit.pieces import button, label
from qualitydesk.kit.tools import Tools


class SampleDialog(DraftDialog):
    """Asks for a rule; `submitted(SampleRule)`. Whoever asked draws, and closes it with `finish`.

    Who could be drawn stands under where they are drawn from, by their posts.
    """

    def __init__(
        self,
        tools: Tools,
        people: Sequence[Person],
        packs: Sequence[Pack],
        rule: SampleRule,
        *,
        later: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`people`: who could be drawn for `packs`. `later`: the lot is cast when the round is started."""
        super().__init__(tools, "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("Draw by lot"))
        self.save_button.setText(self.tr("Draw when started") if later else self.tr("Draw"))
        self.size_box = NumberBox(rule.size, least=1, most=500)
        self.method = Picker([Choice(one, method_words(one)) for one in SampleMethod])
        self.method.choose(rule.method)
        self._people, self._packs = people, packs
        departments = {one.department_id: one.department for one in people}
        choices = [Choice(key, name) for key, name in departments.items()]
        self.department = Picker(choices, optional=True, placeholder=self.tr("The whole institution"))
        self.department.choose(rule.department_id)
        self.unseen = QCheckBox(self.tr("Who has not been inspected for long is drawn more often"))
        self.unseen.setChecked(rule.longest_unseen)
        self.add_row("sample_size", self.tr("How many"), self.size_box, required=True)
        self.add_extra_button(button(self.tr("How many are enough?"), "scale", self._ask_size, role="quiet"))
        self.add_row("department_id", self.tr("From"), self.department)
        self.frame = label("", tone="muted", wrap=True)
        self.add_row("frame", self.tr("Could be drawn"), self.frame)
        self.department.picked.connect(lambda _key: self._show_frame())
        self._show_frame()
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

    def _ask_size(self) -> None:
        """How many tell a rate, or show at least one bad one, of those who could be drawn."""
        there = len(self._framed())
        SizeDialog(self.tools, there or 60, parent=self, take=self.size_box.setValue).open()

    def _framed(self) -> list[Person]:
        wanted = self.department.chosen()
        return [one for one in self._people if wanted is None or one.department_id == wanted]

    def _show_frame(self) -> None:
        """Who could be drawn, and which standards would then meet nobody."""
        people = self._framed()
        unmet = unmet_words(people, self._packs, self.tools.language) if people else ""
        self.frame.setText("\n".join(part for part in (frame_words(people), unmet) if part))

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
