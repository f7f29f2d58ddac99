"""Assets and standing as somebody assesses them, and a member's word on what may be done with what is kept of her."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, MoneyBox, Picker
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.profile import (
    AssessmentDraft,
    ConsentDraft,
    ConsentKind,
    ConsentWay,
    MemberFile,
)
from qualitydesk.members.rules.profile import problems_in_assessment, problems_in_consent
from qualitydesk.members.ui.profile_dialogs import warn_of_consent


class AssessDialog(DraftDialog):
    """Hands out an `AssessmentDraft`. `people`: who may have assessed; `me`: who is chosen at first."""

    def __init__(
        self,
        tools: Tools,
        file: MemberFile,
        people: Sequence[Choice],
        me: UUID | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Assets and standing of {name}").format(name=file.customer.name))
        self._file = file
        warn_of_consent(self, file)
        self.assets = MoneyBox()
        self.standing = QLineEdit()
        self.assessor = Picker(people, placeholder=self.tr("Choose"))
        self.assessor.choose(me)
        self.day = DayPicker(file.today)
        self.until = DayPicker(optional=True)
        self.why = QPlainTextEdit()
        hint = say(tools.language, "purpose.assets")
        self.add_row("assets", self.tr("Assets (yuan)"), self.assets, hint=hint)
        self.add_row(
            "standing", self.tr("Standing"), self.standing, hint=self.tr("Office, repute, who made the recommendation.")
        )
        self.add_row("assessed_by", self.tr("Assessed by"), self.assessor, required=True)
        self.add_row("assessed_on", self.tr("Assessed on"), self.day, required=True)
        hint = self.tr("The last day it holds; empty: until another one is made.")
        self.add_row("until", self.tr("Holds until"), self.until, hint=hint)
        self.add_row("why", self.tr("Reason"), self.why, hint=self.tr("What the assessment rests on."), required=True)

    def read_draft(self) -> AssessmentDraft:
        who = self.assessor.chosen()
        return AssessmentDraft(
            self._file.customer.id, self.assets.fen(), self.standing.text(), self.why.toPlainText(),
            who if isinstance(who, UUID) else None, self.day.day(), self.until.day(),
        )  # fmt: skip

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, AssessmentDraft)
        found = problems_in_assessment(draft, self._file.today, self._file.consent(ConsentKind.SENSITIVE))
        return found if self.assets.is_amount() else [Problem("assets", "amount_unreadable"), *found]


class ConsentDialog(DraftDialog):
    """Hands out a `ConsentDraft`. `kind`: what is chosen at first."""

    def __init__(
        self, tools: Tools, file: MemberFile, kind: ConsentKind | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Consent of {name}").format(name=file.customer.name))
        self._file = file
        language = tools.language
        self.kind = Picker(
            [Choice(one, capital(say(language, f"consent.{one}"))) for one in ConsentKind],
            placeholder=self.tr("Choose"),
        )
        self.kind.choose(kind)
        self.given = Picker(
            [
                Choice(True, capital(say(language, "consent_word.given"))),
                Choice(False, capital(say(language, "consent_word.withdrawn"))),
            ]
        )
        self.given.choose(True)
        self.day = DayPicker(file.today)
        ways = [Choice(one, capital(say(language, f"consent_way.{one}"))) for one in ConsentWay]
        self.way = Picker(ways, placeholder=self.tr("Choose"))
        self.note = QPlainTextEdit()
        hint = self.tr("Each is asked for by itself; whoever says no is served all the same.")
        self.add_row("kind", self.tr("Consent to"), self.kind, hint=hint, required=True)
        self.add_row("given", self.tr("The customer's word"), self.given, required=True)
        self.add_row("on", self.tr("Said on"), self.day, required=True)
        self.add_row("way", self.tr("How"), self.way, required=True)
        self.add_row("note", self.tr("Note"), self.note, hint=self.tr("Where the signed sheet is kept, who heard it."))

    def read_draft(self) -> ConsentDraft:
        kind, way = self.kind.chosen(), self.way.chosen()
        return ConsentDraft(
            self._file.customer.id,
            ConsentKind(str(kind)) if kind is not None else None,
            self.given.chosen() is not False,
            self.day.day(),
            ConsentWay(str(way)) if way is not None else None,
            self.note.toPlainText(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ConsentDraft)
        return problems_in_consent(draft, self._file.today)
