"""The one table of colours and sizes. Nothing else in the program names a colour, a type size or a length in pixels.

Widgets ask for a role or a tone by name; `look` turns this table into palette and stylesheet.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QGuiApplication

GRID = 8  # every length is a multiple of this, in logical pixels
GAP = GRID
EDGE = 2 * GRID
ROW = 32
WALK = 44  # the least height of what is pressed while walking a round
RADIUS = 8
RAIL = 168
ICON = 20
FAMILY = "Noto Sans SC"
CLEAR = QColor(0, 0, 0, 0)


class Sizes(NamedTuple):
    """Type sizes in points."""

    body: float = 10.5
    caption: float = 9
    title: float = 15
    item: float = 22

    def times(self, factor: float) -> Sizes:
        """The same ladder, larger (setting "big type")."""
        return Sizes(*(round(size * factor, 1) for size in (self.body, self.caption, self.title, self.item)))


SIZES = Sizes()
BIG = SIZES.times(1.2)


class Tokens(NamedTuple):
    """Colours by meaning, each "#RRGGBB". (Named tuples, here and wherever the first paint waits: making a dataclass
    costs five times as much.)"""

    dark: bool
    window: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    warning: str
    good: str
    info: str
    level1: str
    level2: str
    level3: str
    level4: str
    level5: str

    def of(self, name: str) -> QColor:
        """The colour of a tone or surface by its name."""
        return QColor(getattr(self, name))


LIGHT = Tokens(
    dark=False,
    window="#F6F7F8",
    surface="#FFFFFF",
    line="#E3E6E8",
    text="#1B2426",
    muted="#5E6B70",
    accent="#0F766E",
    on_accent="#FFFFFF",
    accent_soft="#D9EFEC",
    danger="#B42318",
    warning="#9A5B00",
    good="#1A6E2E",
    info="#1F5FA8",
    level1="#5E6B70",
    level2="#9A5B00",
    level3="#C2410C",
    level4="#B42318",
    level5="#7A0C2E",
)

DARK = Tokens(
    dark=True,
    window="#14191B",
    surface="#1C2326",
    line="#2E383C",
    text="#E6ECEE",
    muted="#9FB0B6",
    accent="#4FBFB1",
    on_accent="#10201E",
    accent_soft="#1D3B38",
    danger="#F58A7F",
    warning="#E3AC55",
    good="#74C68C",
    info="#82B4EC",
    level1="#9FB0B6",
    level2="#E3AC55",
    level3="#F29A66",
    level4="#F58A7F",
    level5="#F3A0BC",
)

LEVELS = ("level1", "level2", "level3", "level4", "level5")
TONES = ("text", "muted", "accent", "danger", "warning", "good", "info", *LEVELS)

# Every pair (letters, ground) that the stylesheet, palettes, icons or delegates put on screen. A selected row, a menu
# entry under the mouse and a marked rail entry show their words in `text` or `accent`, whatever tone they had.
PAIRS: tuple[tuple[str, str], ...] = (
    *((tone, ground) for tone in TONES for ground in ("window", "surface")),
    ("text", "accent_soft"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "danger"),
    ("on_accent", "good"),
    ("window", "text"),  # tooltips
)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two "#RRGGBB" colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tokens() -> Tokens:
    """The table in use, read off the application's palette: dark when its windows are dark."""
    return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT
