"""Small parts every page is made of: labels, buttons, chips, banners, facts. Roles and tones, no colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualitydesk.kit.icons import icon, icons_held, pixmap, set_icon
from qualitydesk.kit.theme import EDGE, GAP, GRID, ICON, ROW

__all__ = [
    "Banner",
    "Chip",
    "EmptyState",
    "Facts",
    "IconLabel",
    "button",
    "hbox",
    "icon",
    "label",
    "panel",
    "set_icon",
    "set_role",
    "set_tone",
    "vbox",
]


def set_role(widget: QWidget, role: str) -> None:
    """Name what a widget is for the stylesheet: title, caption, panel, primary …"""
    _set(widget, "role", role)


def set_tone(widget: QWidget, tone: str) -> None:
    """Name what a widget's colour means: danger, warning, good, muted …; "" takes it away."""
    _set(widget, "tone", tone)


def set_problem(widget: QWidget, wrong: bool) -> None:
    """Mark an editor whose content needs mending (a problem line says what)."""
    _set(widget, "problem", wrong)


def _set(widget: QWidget, name: str, value: object) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", role: str = "", *, tone: str = "", wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label that shows what is written, never markup. Roles: title, item, number, section, caption, chip."""
    from PySide6.QtCore import Qt  # not at the top: see `style`

    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def button(
    text: str,
    icon_name: str = "",
    do: Callable[[], object] | None = None,
    *,
    role: str = "",
    made: QPushButton | None = None,
) -> QPushButton:
    """A push button. Roles: primary (one a page), danger, quiet, walk (at least 44 px). `made`: one of a kind of its
    own, to be dressed."""
    made = QPushButton(text) if made is None else made
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    if icon_name:
        made.setIconSize(QSize(ICON - 4, ICON - 4))
        set_icon(made, icon_name, {"primary": "on_accent", "danger": "danger"}.get(role, "text"))
    if do is not None:
        made.clicked.connect(lambda _checked=False: do())
    return made


def panel(role: str = "panel") -> QFrame:
    """A framed ground for what belongs together."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def hbox(*parts: QWidget | QLayout | int | None, gap: int = GAP) -> QHBoxLayout:
    """A row: None stretches, a number is a space in pixels."""
    made = QHBoxLayout()
    _fill(made, parts, gap)
    return made


def vbox(*parts: QWidget | QLayout | int | None, gap: int = GAP) -> QVBoxLayout:
    """A column: None stretches, a number is a space in pixels."""
    made = QVBoxLayout()
    _fill(made, parts, gap)
    return made


def _fill(box: QBoxLayout, parts: Sequence[QWidget | QLayout | int | None], gap: int) -> None:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)


class Chip(QLabel):
    """A word in a thin frame: state, level, verdict. The tone repeats what the word says, never alone."""

    def __init__(self, text: str = "", tone: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: str) -> None:
        """Show another state."""
        self.setText(text)
        set_tone(self, tone)


class IconLabel(QLabel):
    """An icon by itself, following the theme."""

    def __init__(self, name: str, tone: str = "muted", size: int = ICON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("icon_name", name)
        self._shown = (name, tone, size)
        self.draw_icon()

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon of the same size."""
        self._shown = (name, tone, self._shown[2])
        self.setProperty("icon_name", name)
        self.draw_icon()

    def draw_icon(self) -> None:
        """Draw it in the colours in use (called by `icons.dress_again`)."""
        name, tone, size = self._shown
        self.setFixedSize(size, size)
        if not icons_held():
            self.setPixmap(pixmap(name, tone, size, self.devicePixelRatioF()))


class Banner(QFrame):
    """One sentence across a page, with its meaning as icon and frame, and perhaps one thing to do about it."""

    _ICONS = {"danger": "error", "warning": "alert", "good": "good", "info": "info"}  # noqa: RUF012 - never written

    def __init__(self, text: str = "", tone: str = "info", action: QPushButton | None = None) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self._sign = IconLabel(self._ICONS.get(tone, "info"), tone)
        self._words = label(text, wrap=True)
        row = hbox(self._sign, self._words, *((action,) if action else ()), gap=GAP)
        row.setStretch(1, 1)
        row.setContentsMargins(EDGE, GRID, EDGE, GRID)
        self.setLayout(row)

    def say(self, text: str, tone: str = "info") -> None:
        """Show another sentence; an empty one hides the banner."""
        set_tone(self, tone)
        self._sign.show_icon(self._ICONS.get(tone, "info"), tone)
        self._words.setText(text)
        self.setVisible(bool(text))

    def words(self) -> str:
        return self._words.text()


class EmptyState(QWidget):
    """What stands on an empty page: what to do first, and a button that does it."""

    def __init__(self, text: str, action: QPushButton | None = None, *, icon_name: str = "info") -> None:
        from PySide6.QtCore import Qt  # not at the top: see `style`

        super().__init__()
        words = label(text, tone="muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = IconLabel(icon_name, "muted", ROW)
        column = vbox(None, hbox(None, sign, None), words, *((hbox(None, action, None),) if action else ()), None)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)


class Facts(QWidget):
    """Labels and values in two columns, the values selectable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(EDGE)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        from PySide6.QtCore import Qt  # not at the top: see `style`

        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, (name, value) in enumerate(facts):
            words = label(value or "–", wrap=True, selectable=True)
            words.setAccessibleName(f"{name}: {value}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label(name, tone="muted"), row, 0, top)
            self._grid.addWidget(words, row, 1, top)
