"""One family of icons (Lucide, resources/icons), recoloured by theme. Pixmaps are kept per name, tone and size."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from qualitydesk.basics.places import shipped
from qualitydesk.kit.theme import CLEAR, ICON, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

_HELD = "icons_held"  # a property of the application while its first paint is due
_NAME = "icon_name"  # dynamic properties by which `dress_again` finds what wears an icon
_TONE = "icon_tone"


class _Wearer(Protocol):
    def setIcon(self, icon: QIcon, /) -> None: ...
    def setProperty(self, name: str, value: object, /) -> bool: ...


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return shipped(f"resources/icons/{name}.svg").read_bytes()


def recoloured(name: str, colour: str) -> bytes:
    """The SVG of an icon drawn in `colour` ("#RRGGBB"). FileNotFoundError when no such icon ships."""
    return _source(name).replace(b"currentColor", colour.encode("ascii"))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int) -> QPixmap:
    from PySide6.QtCore import QByteArray, QRectF  # all this only once the shell is painted
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(size, size)
    picture.fill(CLEAR)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(recoloured(name, colour))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def pixmap(name: str, tone: str = "text", size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels, drawn for a screen of `ratio` device pixels each."""
    from PySide6.QtGui import QPixmap

    picture = QPixmap(_drawn(name, getattr(tokens(), tone), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, tone: str = "text") -> QIcon:
    """An icon in a tone of the theme in use, sharp on every screen there is; muted when disabled."""
    from PySide6.QtGui import QGuiApplication, QIcon

    made = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        made.addPixmap(pixmap(name, tone, ICON, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, "muted", ICON, ratio), QIcon.Mode.Disabled)
    return made


def set_icon(target: _Wearer, name: str, tone: str = "text") -> None:
    """Give a button or action an icon that follows the theme."""
    target.setProperty(_NAME, name)
    target.setProperty(_TONE, tone)
    if not icons_held():
        target.setIcon(icon(name, tone))


def icons_held() -> bool:
    """Whether icons wait for the first paint: drawing ten of them would hold it up by a tenth."""
    application = QApplication.instance()
    return application is not None and bool(application.property(_HELD))


def hold_icons(application: QApplication, hold: bool) -> None:
    """Let icons wait, or draw all that waited."""
    application.setProperty(_HELD, hold)
    if not hold:
        dress_again()


def dress_again() -> None:
    """Redraw every icon given by `set_icon`: the theme has changed."""
    if not (widgets := QApplication.allWidgets()):
        return
    from PySide6.QtCore import Qt  # not at the top: see `style`
    from PySide6.QtGui import QAction

    for widget in widgets:
        _redraw(widget)
        for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
            _redraw(action)


def _redraw(target: QObject) -> None:
    name = target.property(_NAME)
    if not name:
        return
    redraw = getattr(target, "draw_icon", None)
    if redraw is not None:
        redraw()
    elif hasattr(target, "setIcon"):
        target.setIcon(icon(name, target.property(_TONE)))
