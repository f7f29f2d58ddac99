"""Editors of a draft's texts: one field for each language, and the words about a language left behind.

The language of the session stands first; the other one is folded away until it is wanted or left behind.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.inspections.model import Texts
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Picker
from qualitydesk.kit.pieces import set_tone


def language_name(language: str) -> str:
    """The languages a pack is written in, by name."""
    if language == "zh":
        return QCoreApplication.translate("Standards", "Chinese")
    return QCoreApplication.translate("Standards", "English")


def in_order(language: str) -> tuple[str, ...]:
    """The languages of a text, that of the session first."""
    return (language, *(other for other in LANGUAGES if other != language))


class OtherLanguage:
    """The tick at the foot of a dialog that unfolds its texts in the other language; `Ctrl+L` from anywhere in it."""

    def __init__(self, dialog: DraftDialog, *, shown: bool = False) -> None:
        self.own, self.other = in_order(dialog.tools.language)
        self.dialog = dialog
        self._pairs: list[TextPair] = []
        words = QCoreApplication.translate("Standards", "{language} texts, too").format(
            language=language_name(self.other)
        )
        self.tick = QCheckBox(words)
        self.tick.setToolTip("Ctrl+L")
        self.tick.setChecked(shown)
        self.tick.toggled.connect(lambda _on: self.fold())
        dialog.add_extra_button(self.tick)
        dialog.key_table.bind(Key("Ctrl+L", words, self.tick.toggle))

    def serve(self, pair: TextPair) -> None:
        """One more text of the dialog."""
        self._pairs.append(pair)

    def fold(self) -> None:
        """Show what is wanted now."""
        for pair in self._pairs:
            pair.fold()

    def reveal(self, fields: Collection[str]) -> None:
        """What is wrong must be seen: the texts these problems are filed under."""
        if any(field in fields for pair in self._pairs for field in pair.folded()):
            self.tick.setChecked(True)


class TextPair:
    """Two rows of a dialog that hold one text in both languages. `name`: what their problems are filed under."""

    def __init__(
        self,
        tongue: OtherLanguage,
        name: str,
        words: str,
        texts: Texts | None,
        *,
        long: bool = False,
        required: bool = True,
    ) -> None:
        self.name = name
        self._before: Texts = dict(texts or {})
        self._tongue = tongue
        self._dialog = dialog = tongue.dialog
        self._visible = True
        self._behind = False
        self._required = required
        self.editors: Mapping[str, QLineEdit | QPlainTextEdit] = {
            language: QPlainTextEdit() if long else QLineEdit() for language in (tongue.own, tongue.other)
        }
        for language, editor in self.editors.items():
            caption = words
            if language == tongue.other:
                caption = QCoreApplication.translate("Standards", "{what}, {language}").format(
                    what=words, language=language_name(language)
                )
            dialog.add_row(f"{name}.{language}", caption, editor, required=required)
            _fill(editor, self._before.get(language, ""))
            editor.textChanged.connect(self.say_behind)
        tongue.serve(self)
        self.fold()

    def texts(self) -> dict[str, str]:
        """What is typed, trimmed."""
        return {language: _typed(self.editors[language]) for language in LANGUAGES}

    def texts_or_none(self) -> dict[str, str] | None:
        """What is typed; None when neither language holds anything."""
        found = self.texts()
        return found if any(found.values()) else None

    def set_visible(self, visible: bool) -> None:
        self._visible = visible
        self.fold()

    def fold(self) -> None:
        """The own language stands there; the other one when it is wanted, or left behind by it."""
        unfolded = self._tongue.tick.isChecked() or self._behind
        self._dialog.field_row(f"{self.name}.{self._tongue.own}").set_shown(self._visible)
        self._dialog.field_row(f"{self.name}.{self._tongue.other}").set_shown(self._visible and unfolded)

    def folded(self) -> tuple[str, ...]:
        """The fields that do not show now though their text does."""
        name = f"{self.name}.{self._tongue.other}"
        return (name,) if self._visible and self._dialog.field_row(name).right.isHidden() else ()

    def say_behind(self) -> None:
        """Beside the language that was not touched while the other was: that it is to be looked at."""
        now = self.texts()
        changed = {language for language in LANGUAGES if now[language] != self._before.get(language, "")}
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            words = ""
            if now[other] and not now[language]:
                words = QCoreApplication.translate("Standards", "{language} is still to be written.")
            elif changed == {other} and self._before:
                words = QCoreApplication.translate(
                    "Standards", "The other language was changed: is the {language} still right?"
                )
            row = self._dialog.field_row(f"{self.name}.{language}")
            row.say_hint(words.format(language=language_name(language)))
            set_tone(row.hint, "warning" if words else "")
            if language == self._tongue.other and bool(words) != self._behind:
                self._behind = bool(words)
                self.fold()


def _typed(editor: QLineEdit | QPlainTextEdit) -> str:
    return (editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()).strip()


def _fill(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(editor, QLineEdit):
        editor.setText(text)
    else:
        editor.setPlainText(text)
        editor.setTabChangesFocus(True)


def chosen_text(picker: Picker) -> str | None:
    """The key chosen in a picker of texts; None when nothing is."""
    found = picker.chosen()
    return found if isinstance(found, str) else None
