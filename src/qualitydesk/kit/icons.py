"""One family of icons (Lucide, resources/icons), recoloured by theme. Pixmaps are kept per name, tone and size."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from qualitydesk.basics.places import shipped
from qualitydesk.kit.theme import CLEAR, ICON, tokens

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
    picture = QPixmap(size, size)
    picture.fill(CLEAR)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(recoloured(name, colour))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def pixmap(name: str, tone: str = "text", size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels, drawn for a screen of `ratio` device pixels each."""
    picture = QPixmap(_drawn(name, getattr(tokens(), tone), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, tone: str = "text") -> QIcon:
    """An icon in a tone of the theme in use, sharp on every screen there is; the style greys it when disabled."""
    made = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        made.addPixmap(pixmap(name, tone, ICON, ratio), QIcon.Mode.Normal)
    return made


def set_icon(target: _Wearer, name: str, tone: str = "text") -> None:
    """Give a button or action an icon that follows the theme."""
    target.setProperty(_NAME, name)
    target.setProperty(_TONE, tone)
    target.setIcon(icon(name, tone))


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
