"""How a blank checklist is wished: packs (or the people of a round), layout, paper; remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.model.checklists import ChecklistLayout, ChecklistOptions
from qualitydesk.inspections.ui.report.remembered import remember, remembered
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker, Picker
from qualitydesk.kit.theme import ROW
from qualitydesk.kit.tools import Tools

_KEPT = "checklist"


@dataclass(frozen=True)
class ChecklistWish:
    """What is to be printed: packs by code (none: the round it was opened for) and how."""

    packs: tuple[str, ...]
    options: ChecklistOptions


class ChecklistDialog(DraftDialog):
    """Submits a `ChecklistWish`. `packs`: those to choose from; none when a round says what is asked."""

    def __init__(self, tools: Tools, packs: Sequence[Pack] = (), parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Blank checklist"))
        self.save_button.setText(self.tr("Make the checklist"))
        self._with_packs = bool(packs)
        chosen = remembered(tools.places.file, _KEPT, ChecklistOptions(language=tools.language))
        self.pack_picker = ManyPicker([Choice(pack.code, pack.name[tools.language]) for pack in packs], parent=self)
        self.pack_picker.setMinimumHeight(6 * ROW)
        self.layout_picker = Picker(
            [
                Choice(ChecklistLayout.LISTS, self.tr("A list for each person or place")),
                Choice(ChecklistLayout.MATRIX, self.tr("Items against people in one table")),
            ]
        )
        self.layout_picker.choose(chosen.layout)
        self.paper_picker = Picker([Choice("A4", "A4"), Choice("A5", "A5")])
        self.paper_picker.choose(chosen.paper)
        self.language_picker = Picker([Choice("zh", "中文"), Choice("en", "English")])
        self.language_picker.choose(chosen.language)
        self.across = QCheckBox(self.tr("Landscape"))
        self.across.setChecked(chosen.across)
        self.standards = QCheckBox(self.tr("With what each item asks"))
        self.standards.setChecked(chosen.standards)
        self.add_row("packs", self.tr("Standards"), self.pack_picker, required=True)
        self.field_row("packs").set_shown(self._with_packs)
        self.add_row("layout", self.tr("Layout"), self.layout_picker)
        self.add_row("standards", self.tr("Items"), self.standards)
        self.add_row("paper", self.tr("Paper"), self.paper_picker)
        self.add_row("across", self.tr("Sheet"), self.across)
        self.add_row("language", self.tr("Language"), self.language_picker)

    def is_changed(self) -> bool:
        return False  # nothing is lost by closing it

    def read_draft(self) -> ChecklistWish:
        layout = self.layout_picker.chosen()
        options = ChecklistOptions(
            layout=ChecklistLayout.LISTS if layout is None else ChecklistLayout(str(layout)),
            paper=str(self.paper_picker.chosen() or "A4"),
            across=self.across.isChecked(),
            standards=self.standards.isChecked(),
            language=str(self.language_picker.chosen() or self.tools.language),
        )
        return ChecklistWish(tuple(str(code) for code in self.pack_picker.chosen()), options)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ChecklistWish)
        return [Problem("packs", "checklist_packs_missing")] if self._with_packs and not draft.packs else []

    def finish(self) -> None:
        """Made: what was chosen is what the next one begins with."""
        remember(self.tools.places.file, _KEPT, self.read_draft().options)
        super().finish()
