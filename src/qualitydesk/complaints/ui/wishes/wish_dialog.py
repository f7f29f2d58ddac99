"""A wish, a suggestion or praise is logged: who, where, how, what about, what was said, whom it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import Channel, Party
from qualitydesk.complaints.model.wishes import WishAbout, WishDraft, WishKind
from qualitydesk.complaints.rules.wishes import problems_in_wish
from qualitydesk.complaints.service import Wishes
from qualitydesk.complaints.ui.offer import CaseOffer, id_of, one_of
from qualitydesk.complaints.ui.party_field import PartyField, completed
from qualitydesk.complaints.ui.several import SeveralField
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Members


class WishDialog(DraftDialog):
    """Signals: `logged(UUID)` it is on disk."""

    logged = Signal(object)

    def __init__(
        self,
        tools: Tools,
        wishes: Wishes,
        members: Members | None,
        offer: CaseOffer,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Log a wish, a suggestion or praise"))
        self.save_button.setText(self.tr("Log it"))
        self.setMinimumWidth(84 * GRID)
        self._wishes = wishes
        self._members = members
        self._offer = offer
        self._by = by
        self._make_fields()
        self._add_rows()
        me = offer.person(by.decided_by)
        first = offer.institutions[0].id if offer.institutions else None
        home = me.institution_id if me is not None else None
        self.institution.choose(home if any(one.id == home for one in offer.institutions) else first)
        self.kind.choose(WishKind.SUGGESTION)
        self.channel.choose(Channel.FACE_TO_FACE)
        for box in (self.anonymous, self.earlier):
            box.toggled.connect(lambda _on: self._show_rows())
        self.institution.picked.connect(lambda _key: self._show_people())
        self._show_rows()
        self._show_people()
        self.writes(self._log, then=self.logged.emit)

    def _make_fields(self) -> None:
        language = self.tools.language
        self.kind = Picker(choices("wish_kind", WishKind, language))
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in self._offer.institutions])
        self.channel = Picker(choices("channel", Channel, language))
        self.customer = PartyField(self.tools, self._members, self.tr("Customer"))
        self.anonymous = QCheckBox(self.tr("Wants to stay unnamed"))
        self.about = Picker(choices("wish_about", WishAbout, language), optional=True, placeholder=self.tr("Choose"))
        self.words = QPlainTextEdit()
        self.employees = SeveralField(
            placeholder=self.tr("Name, initials or number; Enter takes one, and on to the next")
        )
        self.earlier = QCheckBox(self.tr("It was received earlier than now"))
        self.received_at = MomentPicker(self._offer.now, zone=self._offer.zone)
        self.backdate_reason = QLineEdit()

    def _add_rows(self) -> None:
        self.add_row("kind", self.tr("Kind"), self.kind, required=True)
        self.add_row("institution_id", self.tr("Institution"), self.institution, required=True)
        self.add_row("channel", self.tr("Channel"), self.channel, required=True)
        self.add_row("party", self.tr("Customer"), self.customer, required=True)
        self.add_row("anonymous", "", self.anonymous)
        self.anonymous.setAccessibleName(self.anonymous.text())
        self.add_row("words", self.tr("What was said"), self.words, required=True)
        self.add_row("about", self.tr("About"), self.about)
        self.add_row(
            "employees",
            self.tr("Employees named"),
            self.employees,
            hint=self.tr("Of praise those praised: rewards are given for it."),
        )
        self.add_row("earlier", self.tr("Received"), self.earlier)
        self.add_row("received_at", self.tr("Received at"), self.received_at, required=True)
        self.add_row("backdate_reason", self.tr("Why entered later"), self.backdate_reason, required=True)

    def _show_people(self) -> None:
        self.employees.show_choices(self._offer.staff_choices(id_of(self.institution)))

    def _show_rows(self) -> None:
        self.field_row("party").set_shown(not self.anonymous.isChecked())
        for name in ("received_at", "backdate_reason"):
            self.field_row(name).set_shown(self.earlier.isChecked())

    def read_draft(self) -> WishDraft:
        earlier, anonymous = self.earlier.isChecked(), self.anonymous.isChecked()
        named = [self._offer.person(key) for key in self.employees.chosen()]  # type: ignore[arg-type]
        return WishDraft(
            institution_id=id_of(self.institution),
            kind=one_of(self.kind, WishKind) or WishKind.SUGGESTION,
            channel=one_of(self.channel, Channel),
            received_at=self.received_at.moment() if earlier else None,
            backdate_reason=self.backdate_reason.text().strip() if earlier else "",
            party=Party() if anonymous else self.customer.party(),
            anonymous=anonymous,
            about=one_of(self.about, WishAbout),
            words=self.words.toPlainText().strip(),
            employees=tuple(one.id for one in named if one is not None),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, WishDraft)
        return problems_in_wish(draft, self._offer.now)

    def _log(self, draft: WishDraft) -> Done[Any]:
        """On the lane: who is on record is filled in."""
        customer = self._members.customer if self._members is not None else None
        return self._wishes.log(replace(draft, party=completed(draft.party, customer)), self._by)
