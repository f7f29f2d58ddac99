"""Editors of a draft's texts: one field for each language, and the words about a language left behind."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.inspections.model import Texts
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Picker
from qualitydesk.kit.pieces import set_tone


def language_name(language: str) -> str:
    """The languages a pack is written in, by name."""
    if language == "zh":
        return QCoreApplication.translate("Standards", "Chinese")
    return QCoreApplication.translate("Standards", "English")


class TextPair:
    """Two rows of a dialog that hold one text in both languages. `name`: what their problems are filed under."""

    def __init__(
        self,
        dialog: DraftDialog,
        name: str,
        words: str,
        texts: Texts | None,
        *,
        long: bool = False,
        required: bool = True,
    ) -> None:
        self.name = name
        self._before: Texts = dict(texts or {})
        self._dialog = dialog
        self._required = required
        self.editors: Mapping[str, QLineEdit | QPlainTextEdit] = {
            language: QPlainTextEdit() if long else QLineEdit() for language in LANGUAGES
        }
        for language, editor in self.editors.items():
            caption = QCoreApplication.translate("Standards", "{what}, {language}").format(
                what=words, language=language_name(language)
            )
            dialog.add_row(f"{name}.{language}", caption, editor, required=required)
            _fill(editor, self._before.get(language, ""))
            editor.textChanged.connect(self.say_behind)

    def texts(self) -> dict[str, str]:
        """What is typed, trimmed."""
        return {language: _typed(editor) for language, editor in self.editors.items()}

    def texts_or_none(self) -> dict[str, str] | None:
        """What is typed; None when neither language holds anything."""
        found = self.texts()
        return found if any(found.values()) else None

    def set_visible(self, visible: bool) -> None:
        for language in LANGUAGES:
            row = self._dialog.field_row(f"{self.name}.{language}")
            row.caption.setVisible(visible)
            row.right.setVisible(visible)

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
