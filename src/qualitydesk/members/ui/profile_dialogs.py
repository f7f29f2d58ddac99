"""What is known of a member, written down: herself, what she likes on an appointment, her family."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.glyphs import GlyphHint
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import Banner
from qualitydesk.kit.theme import GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.profile import (
    PERSONAL,
    PREFERENCES,
    About,
    Consent,
    ConsentKind,
    Kinship,
    MemberFile,
    ProfileDraft,
    Relative,
    RelativeDraft,
)
from qualitydesk.members.rules.profile import problems_in_profile, problems_in_relative
from qualitydesk.members.ui.birthday_picker import BirthdayPicker

_LONG = frozenset({About.HABITS, About.TASTE, About.BACKGROUND, About.REQUESTS, About.TABOOS})
"""May take several lines; the others are kept in one."""
_WIDE = 88 * GRID  # pixels: the parts of a birthday stand beside each other
Editor = QLineEdit | QPlainTextEdit


class _AboutDialog(DraftDialog):
    """Some of the headings of a profile, each with what it is kept for."""

    def __init__(self, tools: Tools, file: MemberFile, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self._file = file
        self._editors: dict[About, Editor] = {}
        warn_of_consent(self, file)

    def _add(self, about: About) -> None:
        said = self._file.profile.says(about)
        editor: Editor = QPlainTextEdit(said) if about in _LONG else QLineEdit(said)
        self._editors[about] = editor
        self.add_row(about, about_words(about, self.tools.language), editor, hint=purpose(about, self.tools.language))
        if about in _LONG:
            editor.setMinimumHeight(2 * ROW)
            editor.setMaximumHeight(2 * ROW)

    def _words(self) -> dict[About, str]:
        return {
            about: editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
            for about, editor in self._editors.items()
        }

    def show_file(self, file: MemberFile) -> None:
        """As it stands on disk now."""
        self._file = file
        for about, editor in self._editors.items():
            said = file.profile.says(about)
            editor.setText(said) if isinstance(editor, QLineEdit) else editor.setPlainText(said)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ProfileDraft)
        return problems_in_profile(draft, self._file.today, self._file.consent(ConsentKind.SENSITIVE))


class ProfileDialog(_AboutDialog):
    """Hands out a `ProfileDraft` of birthday, addresses, job and what is known of her ways. `file`: in full."""

    def __init__(self, tools: Tools, file: MemberFile, parent: QWidget | None = None) -> None:
        super().__init__(tools, file, parent)
        self.setWindowTitle(self.tr("Profile of {name}").format(name=file.customer.name))
        self.setMinimumWidth(_WIDE)
        self.birthday = BirthdayPicker(tools.language, file.today, file.profile.birthday)
        hint = say(tools.language, "purpose.birthday")
        self.add_row("birthday", say(tools.language, "about.birthday"), self.birthday, hint=hint)
        for about in PERSONAL:
            self._add(about)

    def show_file(self, file: MemberFile) -> None:
        super().show_file(file)
        self.birthday.set_birthday(file.profile.birthday)

    def read_draft(self) -> ProfileDraft:
        profile = self._file.profile
        return ProfileDraft(
            profile.customer_id, self._words(), self.birthday.birthday(), with_birthday=True, revision=profile.revision
        )


class PreferencesDialog(_AboutDialog):
    """Hands out a `ProfileDraft` of what she likes on an appointment. `people`: who may greet her."""

    def __init__(self, tools: Tools, file: MemberFile, people: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(tools, file, parent)
        self.setWindowTitle(self.tr("Preferences of {name}").format(name=file.customer.name))
        for about in PREFERENCES:
            self._add(about)
        self.greeter = Picker(people, optional=True, placeholder=self.tr("Whoever is at the desk"))
        self.greeter.choose(file.profile.greeter_id)
        hint = say(tools.language, "purpose.greeter")
        self.add_row("greeter_id", say(tools.language, "about.greeter"), self.greeter, hint=hint)

    def show_file(self, file: MemberFile) -> None:
        super().show_file(file)
        self.greeter.choose(file.profile.greeter_id)

    def read_draft(self) -> ProfileDraft:
        profile, greeter = self._file.profile, self.greeter.chosen()
        who = greeter if isinstance(greeter, UUID) else None
        return ProfileDraft(
            profile.customer_id, self._words(), greeter_id=who, with_greeter=True, revision=profile.revision
        )


class RelativeDialog(DraftDialog):
    """Hands out a `RelativeDraft`; `known`: the one to change."""

    def __init__(
        self, tools: Tools, file: MemberFile, known: Relative | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Change a member of the family") if known else self.tr("New member of the family"))
        self._file = file
        self._known = known
        warn_of_consent(self, file)
        kinships = [Choice(one, capital(say(tools.language, f"kinship.{one}"))) for one in Kinship]
        self.kinship = Picker(kinships, placeholder=self.tr("Choose"))
        self.kinship.choose(known.kinship if known else None)
        self.name = QLineEdit(known.name if known else "")
        self.setMinimumWidth(_WIDE)
        self.birthday = BirthdayPicker(tools.language, file.today, known.birthday if known else None)
        self.note = QPlainTextEdit(known.note if known else "")
        hint = say(tools.language, "purpose.family")
        self.add_row("kinship", self.tr("Relation"), self.kinship, hint=hint, required=True)
        GlyphHint(self.add_row("name", self.tr("Name"), self.name, hint=self.tr("May stay empty.")))
        self.add_row("birthday", say(tools.language, "about.birthday"), self.birthday)
        self.add_row("note", self.tr("Note"), self.note)

    def read_draft(self) -> RelativeDraft:
        kinship, known = self.kinship.chosen(), self._known
        return RelativeDraft(
            self._file.customer.id,
            Kinship(str(kinship)) if kinship is not None else None,
            self.name.text(),
            self.birthday.birthday(),
            self.note.toPlainText(),
            known.id if known else None,
            known.revision if known else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, RelativeDraft)
        return problems_in_relative(draft, self._file.today, self._file.consent(ConsentKind.SENSITIVE))


def warn_of_consent(dialog: DraftDialog, file: MemberFile) -> None:
    """Whether she allowed what is sensitive to be kept stands above the fields, unless she did."""
    said: Consent | None = file.consent(ConsentKind.SENSITIVE)
    if said is None:
        words = QCoreApplication.translate(
            "Consents", "Whether sensitive details may be kept has not been asked yet. Ask, and enter the answer."
        )
        dialog.add_wide(Banner(words, "warning"))
    elif not said.given:
        words = QCoreApplication.translate(
            "Consents", "The customer has forbidden sensitive details to be kept: take them out."
        )
        dialog.add_wide(Banner(words, "danger"))


def about_words(about: About, language: str) -> str:
    """生活习惯"""
    return say(language, f"about.{about}")


def purpose(about: About, language: str) -> str:
    """Why it may be kept at all."""
    return say(language, f"purpose.{about}")
