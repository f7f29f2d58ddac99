"""A column of parts that scrolls when it is higher than the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from qualitydesk.kit.pieces import set_role, vbox
from qualitydesk.kit.theme import EDGE, GRID


def fit_height(window: QWidget, area: QScrollArea, least: int) -> None:
    """Make a window that was just shown as high as what `area` holds needs at its width, where the screen has the
    room; `least` in pixels."""
    inside = area.widget()
    if inside is None:
        return
    room = area.viewport().width()
    needed = inside.heightForWidth(room) if inside.hasHeightForWidth() else inside.sizeHint().height()
    wanted = needed + window.height() - area.viewport().height()
    most = window.screen().availableGeometry().height() - 10 * GRID  # a title bar and some ground around it
    window.resize(window.width(), max(least, min(wanted, most)))


def scroll_column(name: str, *parts: QWidget | QLayout) -> QScrollArea:
    """The parts below each other at the top, scrolled only up and down; `name` is read to the blind."""
    inside = QWidget()
    set_role(inside, "scrolled")
    column = vbox(*parts, None, gap=EDGE)
    column.setContentsMargins(0, 0, GRID, 0)  # room beside the scroll bar
    inside.setLayout(column)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setWidget(inside)
    return area
