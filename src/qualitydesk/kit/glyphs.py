"""Says beside a field which of its characters our font lacks: a paper prints a sign in their place."""

from __future__ import annotations

import unicodedata
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.places import shipped

STAND_IN = "〓"  # what papers print for a character without a type


class Hinted(Protocol):
    """What has an editor and a place beside it for a hint: a `FieldRow`, or a row of a small table of editors."""

    @property
    def editor(self) -> QWidget: ...

    def say_hint(self, words: str) -> None: ...


class GlyphHint(QObject):
    """Watches the line of a field; the text stays as it was entered."""

    def __init__(self, row: Hinted) -> None:
        super().__init__(row.editor)
        self._row = row
        self._face: QRawFont | None = None
        if isinstance(row.editor, QLineEdit):
            row.editor.textChanged.connect(self._look)

    def lacking(self, text: str) -> str:
        """The characters of `text` our font cannot show, each once."""
        text = unicodedata.normalize("NFC", text)
        if text.isascii():
            return ""
        if self._face is None:  # read when first needed: the file has 3 MB
            hinting = QFont.HintingPreference.PreferNoHinting
            self._face = QRawFont(str(shipped("resources/fonts/NotoSansSC-Regular.ttf")), 12.0, hinting)
        face = self._face
        return "".join(
            sign for sign in dict.fromkeys(text) if not sign.isspace() and not face.supportsCharacter(ord(sign))
        )

    def _look(self, text: str) -> None:
        lacking = self.lacking(text)
        words = self.tr('Papers will show "{signs}" as {sign}: the font has no such character.')
        self._row.say_hint(words.format(signs=lacking, sign=STAND_IN) if lacking else "")
