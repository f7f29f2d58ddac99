"""Photos through the real window: taken while walking, there after a restart, in the result of the round."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.inspections.ui.photos.conftest import a_picture, drop, files_as_data
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, finish_round, found_quickly, pass_the_rest
from tests.journeys.sitting import CONTROL, Key, Sitting
from tests.journeys.test_walks import GUIDE, go_on, result, round_of

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.inspections.model.photos import PhotoOrigin
from qualitydesk.inspections.ui.photos import PhotoViewer, WalkPhotos


def photos_of(sitting: Sitting) -> WalkPhotos:
    strip = sitting.walking().photos
    assert strip is not None
    return strip


def kept(sitting: Sitting, count: int) -> None:
    """Until the round has so many photos and none is on its way."""
    round_id = round_of(sitting)
    sitting.until(lambda: len(sitting.services.photos.of_round(round_id)) == count and photos_of(sitting).quiet)
    sitting.rest()


def test_photos_are_taken_described_and_found_again_after_a_restart_and_in_the_result(
    sit: Sit, home: Path, tmp_path: Path
) -> None:
    found_quickly(home, CHINESE)
    phone = tmp_path / "手机"
    phone.mkdir()
    SettingsFile().change(photo_folder=str(phone))
    first = sit().at_work()
    begin_round(first, only=GUIDE)
    round_id = round_of(first)
    first.walk_keys("12")
    (tmp_path / "shoe.jpg").write_bytes(a_picture())
    assert drop(files_as_data(tmp_path / "shoe.jpg"), first.walking())
    kept(first, 1)
    (phone / "IMG_1.jpg").write_bytes(a_picture((10, 120, 90)))
    strip = photos_of(first)
    first.until(strip.new.isVisible)  # it looks by itself
    first.press("p")
    kept(first, 2)
    failed = first.walking().walker
    assert failed is not None
    code = failed.course.items(0)[1].code
    assert [one.item_code for one in first.services.photos.of_round(round_id)] == [code, code]
    strip.list.setFocus()
    first.press(Key.Key_Return)
    viewer = first.dialog(PhotoViewer)
    first.until(viewer.view.has_picture)
    first.press(Key.Key_Return)
    first.write("鞋面有污渍")
    first.press(Key.Key_Return)
    first.press(Key.Key_Escape)
    first.rest()
    first.close()

    again = sit().at_work()
    go_on(again)
    shown = photos_of(again).list
    again.press(Key.Key_Up)
    again.until(lambda: len(shown.photos_shown()) == 2)
    assert [one.origin for one in shown.photos_shown()] == [PhotoOrigin.DRAG, PhotoOrigin.FOLDER]
    assert shown.photos_shown()[0].caption == "鞋面有污渍"
    QGuiApplication.clipboard().setMimeData(files_as_data(tmp_path / "shoe.jpg"))
    QTest.keyClick(again.walking().board, Qt.Key.Key_V, CONTROL)
    again.until(photos_of(again).problem.isVisible)  # the same picture once more
    QGuiApplication.clipboard().clear()
    assert len(again.services.photos.of_round(round_id)) == 2
    pass_the_rest(again)
    walker = again.walking().walker
    assert walker is not None
    for place in walker.course.open_places(0):
        walker.go(place)
        again.walk_keys("-")
    finish_round(again)
    page = result(again)
    assert page.gallery is not None
    again.until(lambda: page.gallery is not None and page.gallery.list.count() == 2)
    assert "2" in page.tabs.tabText(page.tabs.indexOf(page.gallery))
