"""Dialogs of the short lists: an institution, a department with its heads by dates, a place, a post."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory import rules
from qualitydesk.directory.model import (
    DepartmentDraft,
    Institution,
    InstitutionDraft,
    Place,
    PlaceDraft,
    PlaceKind,
    Post,
    PostDraft,
    Region,
)
from qualitydesk.directory.ui.offer import DepartmentCard, Offer, chosen_id, chosen_word, head_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.glyphs import GlyphHint
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools


class InstitutionDialog(DraftDialog):
    """Hands out an `InstitutionDraft`; the code of an existing one cannot be changed."""

    def __init__(self, tools: Tools, known: Institution | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Edit institution") if known else self.tr("Add institution"))
        self._known = known
        self._code, self._name = QLineEdit(), QLineEdit()
        self._code.setMaxLength(6)
        self._code.textEdited.connect(lambda typed: self._code.setText(typed.upper()))
        regions = [Choice(region, say(tools.language, f"region.{region}")) for region in Region]
        self._region = Picker(regions, placeholder=self.tr("Choose"))
        self._active = QCheckBox(self.tr("In use"))
        if known:
            hint = self.tr("The code is part of the numbers issued and stays as it is.")
        else:
            hint = self.tr(
                "2 to 6 capital letters; part of every number the institution issues. It cannot be changed later."
            )
        self.add_row("code", self.tr("Code"), self._code, hint=hint, required=True)
        GlyphHint(self.add_row("name", self.tr("Name"), self._name, required=True))
        hint = self.tr("Sets the deadline for closing complaints.")
        self.add_row("region", self.tr("Region"), self._region, hint=hint, required=True)
        hint = self.tr("What is out of use is no longer offered; its history stays.")
        self.add_row("active", self.tr("State"), self._active, hint=hint).set_shown(known is not None)
        self._active.setChecked(True)
        self._code.setEnabled(known is None)
        if known:
            self.show_known(known)

    def show_known(self, known: Institution) -> None:
        """The editors as the institution stands on disk."""
        self._known = known
        self._code.setText(known.code)
        self._name.setText(known.name)
        self._region.choose(known.region)
        self._active.setChecked(known.active)

    def read_draft(self) -> InstitutionDraft:
        region = chosen_word(self._region)
        return InstitutionDraft(
            self._code.text().strip(),
            self._name.text(),
            Region(region) if region else None,
            self._active.isChecked(),
            self._known.id if self._known else None,
            self._known.revision if self._known else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return rules.problems_in_institution(draft) if isinstance(draft, InstitutionDraft) else ()


class PlaceDialog(DraftDialog):
    """Hands out a `PlaceDraft`; a place stays in its institution."""

    def __init__(
        self,
        tools: Tools,
        institutions: Sequence[Institution],
        known: Place | None = None,
        *,
        home: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Edit place") if known else self.tr("Add place"))
        self._known = known
        kept = known.institution_id if known else home
        offered = [found for found in institutions if found.active or found.id == kept]
        self._home = Picker(
            [Choice(found.id, found.name, found.code) for found in offered], placeholder=self.tr("Choose")
        )
        self._home.choose(kept or (offered[0].id if len(offered) == 1 else None))
        self._home.setEnabled(known is None)
        self._name = QLineEdit()
        kinds = [Choice(kind, say(tools.language, f"place_kind.{kind}")) for kind in PlaceKind]
        self._kind = Picker(kinds, placeholder=self.tr("Choose"))
        self._active = QCheckBox(self.tr("In use"))
        self._active.setChecked(True)
        hint = self.tr("A place stays in its institution.") if known else ""
        self.add_row("institution_id", self.tr("Institution"), self._home, hint=hint, required=True)
        hint = self.tr("As people on site call it: Hall, 1st floor; Waiting area of internal medicine.")
        GlyphHint(self.add_row("name", self.tr("Name"), self._name, hint=hint, required=True))
        hint = self.tr("Shown beside the name when a round is put together.")
        self.add_row("kind", self.tr("Kind"), self._kind, hint=hint, required=True)
        hint = self.tr("What is out of use is no longer offered; its history stays.")
        self.add_row("active", self.tr("State"), self._active, hint=hint).set_shown(known is not None)
        if known:
            self.show_known(known)

    def show_known(self, known: Place) -> None:
        """The editors as the place stands on disk."""
        self._known = known
        self._name.setText(known.name)
        self._kind.choose(known.kind)
        self._active.setChecked(known.active)

    def read_draft(self) -> PlaceDraft:
        kind = chosen_word(self._kind)
        return PlaceDraft(
            chosen_id(self._home),
            self._name.text(),
            PlaceKind(kind) if kind else None,
            self._active.isChecked(),
            self._known.id if self._known else None,
            self._known.revision if self._known else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return rules.problems_in_place(draft) if isinstance(draft, PlaceDraft) else ()


class PostDialog(DraftDialog):
    """Hands out a `PostDraft`; `suggested` is a code nobody uses yet."""

    def __init__(
        self, tools: Tools, known: Post | None = None, *, suggested: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Edit post") if known else self.tr("Add post"))
        self._known = known
        self._name, self._code = QLineEdit(), QLineEdit(suggested)
        self._active = QCheckBox(self.tr("In use"))
        self._active.setChecked(True)
        GlyphHint(self.add_row("name", self.tr("Name"), self._name, required=True))
        hint = self.tr("Standards name posts by it: guide, nurse, reception. Small letters, digits, underscore.")
        self.add_row("code", self.tr("Code"), self._code, hint=hint, required=True)
        hint = self.tr("What is out of use is no longer offered; its history stays.")
        self.add_row("active", self.tr("State"), self._active, hint=hint).set_shown(known is not None)
        if known:
            self.show_known(known)

    def show_known(self, known: Post) -> None:
        """The editors as the post stands on disk."""
        self._known = known
        self._name.setText(known.name)
        self._code.setText(known.code)
        self._active.setChecked(known.active)

    def read_draft(self) -> PostDraft:
        return PostDraft(
            self._code.text().strip(),
            self._name.text(),
            self._active.isChecked(),
            self._known.id if self._known else None,
            self._known.revision if self._known else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return rules.problems_in_post(draft) if isinstance(draft, PostDraft) else ()


class DepartmentDialog(DraftDialog):
    """Hands out a `DepartmentDraft`; a changed head holds from the chosen day on."""

    def __init__(
        self,
        tools: Tools,
        offer: Offer,
        card: DepartmentCard | None = None,
        *,
        institution_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Edit department") if card else self.tr("Add department"))
        self._offer = offer
        self._card = card
        self._home = Picker(placeholder=self.tr("Choose"))
        self._home.setEnabled(card is None)
        self._name = QLineEdit()
        self._head = Picker(optional=True, placeholder=self.tr("Nobody"))
        self._since = DayPicker(offer.today)
        self._active = QCheckBox(self.tr("In use"))
        self._active.setChecked(True)
        self._add_rows()
        self._fill(institution_id)
        self._since.picked.connect(self._other_day)

    def show_found(self, found: tuple[Offer, DepartmentCard]) -> None:
        """The editors as the department stands on disk; the day from which a head holds stays."""
        self._offer, self._card = found
        self._fill(None)

    def _fill(self, institution_id: UUID | None) -> None:
        offer, card = self._offer, self._card
        home = card.department.institution_id if card else institution_id
        only = offer.institution_choices()
        self._home.show_choices(offer.institution_choices(home))
        self._home.choose(home or (only[0].key if len(only) == 1 else None))
        past = [term.employee_id for term in card.heads] if card else []
        self._head.show_choices(offer.people_choices(keep=past))
        self._headed = self._head_on(self._since.day() or offer.today)
        self._head.choose(self._headed)
        if card:
            self._name.setText(card.department.name)
            self._active.setChecked(card.department.active)
            self._show_heads(card)

    def _show_heads(self, card: DepartmentCard) -> None:
        self._heads.setText("\n".join(head_words(term, self._offer) for term in reversed(card.heads)))
        self._heads_title.setVisible(bool(card.heads))
        self._heads.setVisible(bool(card.heads))

    def read_draft(self) -> DepartmentDraft:
        head, since = chosen_id(self._head), self._since.day()
        if head == self._headed:  # nothing changes on that day: then nothing is to be written from it on
            head, since = None, None
        return DepartmentDraft(
            chosen_id(self._home),
            self._name.text(),
            self._active.isChecked(),
            head,
            since,
            self._card.department.id if self._card else None,
            self._card.department.revision if self._card else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return rules.problems_in_department(draft) if isinstance(draft, DepartmentDraft) else ()

    def _add_rows(self) -> None:
        known = self._card is not None
        hint = self.tr("A department stays in its institution.") if known else ""
        self.add_row("institution_id", self.tr("Institution"), self._home, hint=hint, required=True)
        GlyphHint(self.add_row("name", self.tr("Name"), self._name, required=True))
        hint = self.tr("What is out of use is no longer offered; its history stays.")
        self.add_row("active", self.tr("State"), self._active, hint=hint).set_shown(known)
        self.add_section(self.tr("Head of department"))
        hint = self.tr(
            "Type part of a name, number or post. Who is not in the list yet must be added under People first."
        )
        self.add_row("head_id", self.tr("Head"), self._head, hint=hint)
        hint = self.tr("A changed head holds from this day on; earlier days stay as they were.")
        self.add_row("head_since", self.tr("Valid from"), self._since, hint=hint)
        if known:
            self._heads_title = label(self.tr("Heads so far"), "section")
            self._heads = label("", wrap=True, selectable=True)
            self._heads.setAccessibleName(self.tr("Heads so far"))
            self._heads.setObjectName("history")
            self.add_wide(self._heads_title)
            self.add_wide(self._heads)

    def _head_on(self, day: date) -> UUID | None:
        term = rules.on_day(self._card.heads, day) if self._card else None
        return term.employee_id if term else None

    def _other_day(self, day: date) -> None:
        """From another day on: an unchanged head shows who headed it on that day."""
        unchanged = chosen_id(self._head) == self._headed
        self._headed = self._head_on(day)
        if unchanged:
            self._head.choose(self._headed)
