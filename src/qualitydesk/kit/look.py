"""Dresses the application: Fusion, our fonts, palette and stylesheet; follows the system if asked to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from qualitydesk.basics.places import shipped
from qualitydesk.kit.icons import dress_again, recoloured
from qualitydesk.kit.style import palette, stylesheet
from qualitydesk.kit.theme import BIG, DARK, FAMILY, LIGHT, SIZES, Tokens

STYLE_VARIABLE = "QT_STYLE_OVERRIDE"  # set before the application is made it spares building QStyle's enums
_LOADED = "own_fonts"
_HALF = 128  # of a colour's lightness, 0 to 255
CHOICES = ("system", "light", "dark")


def load_fonts(*weights: str) -> None:
    """Make Noto Sans SC known to Qt: our two files, Regular and Bold, give one family with a real bold."""
    application = QApplication.instance()
    assert application is not None, "fonts are the application's"
    loaded = application.property(_LOADED) or []  # asking Qt for its families would list every system font
    fresh = [weight for weight in weights or ("Regular", "Bold") if weight not in loaded]
    for weight in fresh:
        QFontDatabase.addApplicationFont(str(shipped(f"resources/fonts/NotoSansSC-{weight}.ttf")))
    application.setProperty(_LOADED, [*loaded, *fresh])


class Look(QObject):
    """The application's dress. `weights`: the fonts to begin with, where the others are loaded later; () = all.

    Signals: `switched` after palette, stylesheet and icons have changed.
    """

    switched = Signal()

    def __init__(
        self, application: QApplication, choice: str = "system", *, big_type: bool = False, weights: Sequence[str] = ()
    ) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._sizes = BIG if big_type else SIZES
        self._art = QTemporaryDir()
        self._worn: Tokens | None = None
        # The palette the system gave us, before ours; asking for its colour scheme would cost a fifth of the start.
        self._system_is_dark = application.palette().window().color().lightness() < _HALF
        load_fonts(*weights)
        if os.environ.get(STYLE_VARIABLE) != "Fusion":
            application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def choice(self) -> str:
        return self._choice

    def choose(self, choice: str, *, big_type: bool | None = None) -> None:
        """Wear "light", "dark" or what the system wears; ValueError for anything else."""
        if choice not in CHOICES:
            raise ValueError(choice)
        self._choice = choice
        if big_type is not None:
            self._sizes = BIG if big_type else SIZES
        self._dress()

    def _wanted(self) -> Tokens:
        if self._choice == "system":
            return DARK if self._system_is_dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _system_changed(self) -> None:
        from PySide6.QtCore import Qt  # not at the top: see `style`

        self._system_is_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._choice == "system" and self._wanted() is not self._worn:
            self._dress()

    def _dress(self) -> None:
        wanted = self._worn = self._wanted()
        font = QFont(FAMILY)
        font.setPointSizeF(self._sizes.body)
        self._application.setFont(font)
        self._application.setPalette(palette(wanted))
        self._application.setStyleSheet(stylesheet(wanted, self._sizes, self._draw_art(wanted)))
        dress_again()
        self.switched.emit()

    def _draw_art(self, wanted: Tokens) -> str:
        """The arrows a stylesheet can only take from files; a folder per theme, since Qt caches pictures by path."""
        folder = Path(self._art.path()) / ("dark" if wanted.dark else "light")
        folder.mkdir(exist_ok=True)
        for name, colour in (
            ("chevron-down", wanted.muted),
            ("chevron-up", wanted.muted),
            ("check", wanted.on_accent),
        ):
            (folder / f"{name}.svg").write_bytes(recoloured(name, colour))
        return folder.as_posix()
