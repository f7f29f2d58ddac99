"""A new calibration: where, which two inspectors, which standards, which people. Hands out a `CalibrationDraft`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import PackKind, Target
from qualitydesk.inspections.model.calibrations import CalibrationDraft
from qualitydesk.inspections.rules.calibrating import problems_in_calibration
from qualitydesk.inspections.service import Rounds
from qualitydesk.inspections.ui.round_dialog import Offer
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import ROW
from qualitydesk.kit.tools import Tools

_PACKS = 3
"""Standards ticked at first: one sitting of an hour, not of a day."""
_SUGGESTED = 8
"""People ticked at first: enough for a first look at a standard, few enough to be looked at twice in an hour."""


class CalibrationDialog(DraftDialog):
    """Offers the institution's people as the standards are meant for them; the first eight are ticked."""

    def __init__(
        self, tools: Tools, rounds: Rounds, offer: Offer, by: Callable[[], By], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("New calibration"))
        self.save_button.setText(self.tr("Begin calibration"))
        self._rounds = rounds
        language = tools.language
        about = self.tr(
            "Two inspectors look at the same people on the same items, each for himself; neither sees the other's "
            "answers before both are through. Nothing of it counts as a finding."
        )
        self.add_wide(label(about, wrap=True, tone="muted"))
        colleagues = [Choice(one.id, one.name, f"{one.number} · {one.post}") for one in offer.leading.colleagues]
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.first, self.second = Picker(colleagues), Picker(colleagues, optional=True)
        packs = [pack for pack in offer.packs if pack.target is Target.PERSON]
        self.packs = ManyPicker(
            [Choice(pack.code, pack.name[language]) for pack in packs], search=len(packs) > _SUGGESTED
        )
        self.people = ManyPicker(search=True)
        self.note = QPlainTextEdit()
        self.add_row("institution_id", self.tr("Institution"), self.institution, required=True)
        self.add_row("first", self.tr("First inspector"), self.first, required=True)
        self.add_row("second", self.tr("Second inspector"), self.second, required=True)
        self.add_row("pack_codes", self.tr("Standards"), self.packs, required=True)
        self.add_row("employee_ids", self.tr("People looked at"), self.people, required=True)
        self.add_row("note", self.tr("Note"), self.note)
        self.note.setMinimumHeight(ROW)
        self.note.setMaximumHeight(2 * ROW)
        me = next((one for one in offer.leading.colleagues if one.id == by().decided_by), None)
        if me is not None:
            self.first.choose(me.id)
            self.institution.choose(me.institution_id)
        elif offer.institutions:
            self.institution.choose(offer.institutions[0].id)
        self.packs.choose([pack.code for pack in packs if pack.kind is PackKind.STATE][:_PACKS])
        self.institution.picked.connect(lambda _key: self._ask_people())
        self.packs.picked.connect(lambda _keys: self._ask_people())
        self._ask_people()

    def _ask_people(self) -> None:
        where, codes = self.institution.chosen(), [str(code) for code in self.packs.chosen()]
        if isinstance(where, UUID) and codes:
            ask = partial(self._rounds.own_people, where, codes)
            self.tools.operations.read(self, ask, then=self._show_people, topic="people")

    def _show_people(self, people: Sequence[Person]) -> None:
        inspectors = {self.first.chosen(), self.second.chosen()}
        there = [one for one in people if one.id not in inspectors]
        kept = [one for one in self.people.chosen() if one in {person.id for person in there}]
        self.people.show_choices([Choice(one.id, one.name, f"{one.number} · {one.post}") for one in there])
        self.people.choose(kept or [one.id for one in there[:_SUGGESTED]])

    def read_draft(self) -> CalibrationDraft:
        both = (self.first.chosen(), self.second.chosen())
        where = self.institution.chosen()
        return CalibrationDraft(
            where if isinstance(where, UUID) else None,
            tuple(one for one in both if isinstance(one, UUID)),
            tuple(str(code) for code in self.packs.chosen()),
            tuple(one for one in self.people.chosen() if isinstance(one, UUID)),
            self.note.toPlainText().strip(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, CalibrationDraft)
        return problems_in_calibration(draft)

    def is_changed(self) -> bool:
        """A dialog of ticks closes without asking; words are not thrown away."""
        return bool(self.note.toPlainText().strip())
