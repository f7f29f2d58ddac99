"""Who leads a round: those the rule means come first; anybody else is told beside the field and needs a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import RoundKind
from qualitydesk.inspections.rules.drafts import LONGEST_VISITOR
from qualitydesk.inspections.rules.leading import Lead, is_meant, problems_in_lead
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker, Picker
from qualitydesk.rulebook.model import LeadingRule


@dataclass(frozen=True)
class Leading:
    """What the fields offer: the colleagues, the rule, the regions of institutions by id, posts' names by code."""

    colleagues: tuple[Person, ...]
    rule: LeadingRule
    regions: Mapping[UUID, str]
    posts: Mapping[str, str]


class LeadFields(QObject):
    """The rows of a round's dialog about who inspects. The rows are filed under the names of `RoundDraft`'s fields.

    Signals: `changed` somebody else inspects now.
    """

    changed = Signal()

    def __init__(self, dialog: DraftDialog, offer: Leading, me: UUID | None) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._offer = offer
        self._me = me
        self._people = {one.id: one for one in offer.colleagues}
        self._kind, self._where = RoundKind.PATROL, next(iter(offer.regions), None)
        self._by_hand = False
        self.lead = Picker()
        self.others = ManyPicker()
        self.visitor, self.code = QLineEdit(), QLineEdit()
        self.reason = QLineEdit()
        for line in (self.visitor, self.code):
            line.setMaxLength(LONGEST_VISITOR)
        self._rows = {
            "inspector_ids": dialog.add_row("inspector_ids", self.tr("Led by"), self.lead, required=True),
            "lead_reason": dialog.add_row("lead_reason", self.tr("Reason"), self.reason, required=True),
            "visitor": dialog.add_row(
                "visitor",
                self.tr("Visitor"),
                self.visitor,
                hint=self.tr("From outside. Kept with the round, shown nowhere."),
                required=True,
            ),
            "visitor_code": dialog.add_row("visitor_code", self.tr("Code name"), self.code, required=True),
            "others": dialog.add_row("others", self.tr("Also inspecting"), self.others),
        }
        self.lead.picked.connect(lambda _key: self._chosen())
        self.others.picked.connect(lambda _keys: self.changed.emit())
        self.reason.textChanged.connect(lambda _text: self._tell())

    def inspector_ids(self) -> tuple[UUID, ...]:
        """The lead first; nobody of the house on a mystery customer's visit."""
        if self._by_visitor:
            return ()
        lead = self.lead.chosen()
        return tuple(dict.fromkeys(one for one in (lead, *self.others.chosen()) if isinstance(one, UUID)))

    def reason_given(self) -> str:
        """Why this lead; "" while none is needed."""
        return self.reason.text().strip() if self._lead_problems() else ""

    def visitor_names(self) -> tuple[str, str]:
        """Name and code name of a mystery customer; both "" on other rounds."""
        return (self.visitor.text().strip(), self.code.text().strip()) if self._by_visitor else ("", "")

    def problems(self) -> Sequence[Problem]:
        """What the rule has against the lead, as long as no reason is given."""
        return [] if self.reason.text().strip() else self._lead_problems()

    def fill(self, inspectors: Sequence[UUID], reason: str, visitor: str, code: str) -> None:
        """Show who was planned."""
        self._by_hand = bool(inspectors)
        self._offer_colleagues()
        self.lead.choose(next(iter(inspectors), None))
        self._offer_others()
        self.others.choose(list(inspectors[1:]))
        self.reason.setText(reason)
        self.visitor.setText(visitor)
        self.code.setText(code)
        self._tell()

    def suit(self, kind: RoundKind, where: UUID | None) -> None:
        """Another kind or institution: propose who is meant to lead there, unless somebody was chosen by hand."""
        self._kind, self._where = kind, where
        self._offer_colleagues()
        if not self._by_hand:
            self.lead.choose(self._proposed())
        self._offer_others()
        for name in ("visitor", "visitor_code"):
            self._rows[name].set_shown(self._by_visitor)
        for name in ("inspector_ids", "others"):
            self._rows[name].set_shown(not self._by_visitor)
        self._tell()

    @property
    def _by_visitor(self) -> bool:
        return self._offer.rule.kinds[self._kind].visitor

    def _proposed(self) -> UUID | None:
        """Me where I am meant, else who is meant at this institution, else anywhere; else me after all."""
        meant = [one for one in self._offer.colleagues if self._is_meant(one)]
        here = [one for one in meant if one.institution_id == self._where]
        if any(one.id == self._me for one in meant):
            return self._me
        return next((one.id for one in (*here, *meant)), self._me)

    def _is_meant(self, one: Person) -> bool:
        return is_meant(self._kind, self._as_lead(one), self._where, self._offer.rule)

    def _as_lead(self, one: Person) -> Lead:
        region = self._offer.regions.get(one.institution_id, "")
        return Lead(one.name, one.post_code, one.post, one.institution_id, region)

    def _lead_problems(self) -> list[Problem]:
        chosen = self._people.get(self.lead.chosen())  # type: ignore[call-overload]
        if chosen is None or self._by_visitor:
            return []
        return problems_in_lead(self._kind, self._as_lead(chosen), self._where, self._offer.rule, self._offer.posts)

    def _offer_colleagues(self) -> None:
        """Who is meant to lead first, then the others of this institution, then those of other ones."""
        ranked = sorted(
            self._offer.colleagues, key=lambda one: (not self._is_meant(one), one.institution_id != self._where)
        )
        self.lead.show_choices([self._choice(one) for one in ranked])

    def _offer_others(self) -> None:
        """Everybody but the lead; people of the institution first; ticks stay, on top."""
        lead = self.lead.chosen()
        ranked = sorted(self._offer.colleagues, key=lambda one: one.institution_id != self._where)
        self.others.show_choices([self._choice(one) for one in ranked if one.id != lead])
        self.others.ticked_first()

    def _choice(self, one: Person) -> Choice:
        away = () if one.institution_id == self._where else (one.institution,)
        return Choice(one.id, one.name, " · ".join((one.number, one.post, *away)), one.initials)

    def _chosen(self) -> None:
        self._by_hand = True
        self._offer_others()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """What the rule says stands beside the lead until there is a reason; the reason's row only then."""
        found = self._lead_problems()
        self._rows["lead_reason"].set_shown(bool(found))
        words = "\n".join(self._dialog.tools.prompts.words_of(problem) for problem in self.problems())
        self._rows["inspector_ids"].say_problem(words)
