"""A walking page with photos, pictures to put into it, and what a mouse or another program would bring."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.inspections.ui.conftest import Hand, Shown

from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model.photos import Photo, PhotoOrigin, PictureSource
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos import WalkPhotos
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

__all__ = ["Round", "a_picture", "drop", "files_as_data", "image_as_data"]


def a_picture(colour: tuple[int, int, int] = (120, 90, 60), size: tuple[int, int] = (400, 300)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def files_as_data(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def image_as_data(colour: int = 0xFF336699) -> QMimeData:
    image = QImage(320, 200, QImage.Format.Format_ARGB32)
    image.fill(colour)
    data = QMimeData()
    data.setImageData(image)
    return data


def drop(data: QMimeData, upon: QWidget) -> bool:
    """Drag something over a widget and let it go there; whether it was taken."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(upon, enter)
    QApplication.sendEvent(upon, QDragMoveEvent(QPoint(6, 6), copy, data, left, none))
    let_go = QDropEvent(QPointF(6, 6), copy, data, left, none)
    QApplication.sendEvent(upon, let_go)
    return enter.isAccepted() and let_go.isAccepted()


@pytest.fixture
def photos(sqlite_database: Database, files: FileStore, clock: FixedClock) -> Photos:
    return Photos(sqlite_database, files, clock)


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """The folder the telephone's pictures come to."""
    made = tmp_path / "手机相册"
    made.mkdir()
    return made


@dataclass
class Round:
    """A round being walked with photos."""

    id: UUID
    house: Group
    photos: Photos
    strip: WalkPhotos
    phone: Path
    hand: Hand
    qtbot: QtBot

    @property
    def page(self) -> WalkPage:
        return self.hand.page

    def added(self, count: int) -> list[Photo]:
        """The round's photos once there are so many of them and all is told."""
        self.qtbot.waitUntil(lambda: len(self.photos.of_round(self.id)) == count and self.strip.quiet, timeout=20_000)
        self.settle()
        return self.photos.of_round(self.id)

    def settle(self) -> None:
        """Nothing asked for is still to be told."""
        self.qtbot.waitUntil(lambda: self.strip.tools.operations.quiet, timeout=20_000)

    def item(self, at: int) -> tuple[UUID, str]:
        """The first person's item by its place."""
        walk = self.house.walk(self.id)
        stop = walk.stops[0]
        return stop.id, walk.items[stop.id][at].code

    def keep(self, at: int = 0, colour: tuple[int, int, int] = (120, 90, 60)) -> Photo:
        """A photo of the first person's item, put on record behind the page's back."""
        taken = self.photos.take(PictureSource(a_picture(colour), PhotoOrigin.FILE, "IMG.jpg"))
        return self.photos.add(self.id, *self.item(at), taken, self.house.by()).value


@pytest.fixture
def walked(
    tools: Tools,
    house: Group,
    photos: Photos,
    phone: Path,
    shown: Shown,
    qtbot: QtBot,
    clock: FixedClock,
    look: Look,
) -> Round:
    """A round just begun, its page in view."""
    strip = WalkPhotos(tools, photos, house.by, folder=lambda: phone)
    page = WalkPage(tools, house.rounds, house.by, clock, strip)
    round_id = house.begin("walk")
    shown(page)
    page.open_walk(round_id)
    qtbot.waitUntil(lambda: page.walker is not None)
    made = Round(round_id, house, photos, strip, phone, Hand(page, qtbot), qtbot)
    made.settle()
    return made
