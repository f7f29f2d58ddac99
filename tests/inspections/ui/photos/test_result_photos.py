"""The result of a round with its photos: in a grid, beside each answer, and some that came later."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.inspections.ui.conftest import Shown, finished
from tests.inspections.ui.photos.conftest import a_picture, drop, files_as_data, image_as_data

from qualitydesk.inspections.model import Given, Verdict
from qualitydesk.inspections.model.photos import Photo, PhotoOrigin, PictureSource
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.answer_dialog import AnswerDialog
from qualitydesk.inspections.ui.photos import PhotoStrip, PhotoViewer
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools


def kept(photos: Photos, house: Group, round_id: UUID, stop: int, code: str | None, colour: int) -> Photo:
    taken = photos.take(PictureSource(a_picture((colour, 90, 60)), PhotoOrigin.FILE))
    return photos.add(round_id, house.walk(round_id).stops[stop].id, code, taken, house.by()).value


@pytest.fixture
def round_id(house: Group) -> UUID:
    return finished(house, Given(Verdict.FAIL, note="鞋面有污渍"))


@pytest.fixture
def page(
    tools: Tools, house: Group, photos: Photos, round_id: UUID, shown: Shown, qtbot: QtBot, look: Look
) -> ResultPage:
    kept(photos, house, round_id, 1, "WALK-03", 10)
    kept(photos, house, round_id, 0, "WALK-01", 100)
    kept(photos, house, round_id, 0, None, 200)
    made = ResultPage(tools, house.rounds, photos, house.by)
    shown(made)
    made.show_round(round_id)
    qtbot.waitUntil(lambda: made.gallery is not None and made.gallery.list.count() == 3)
    return made


def test_all_photos_stand_in_a_tab_in_the_order_of_the_route(page: ResultPage, house: Group, round_id: UUID) -> None:
    assert page.gallery is not None
    tabs: QTabWidget = page.tabs
    assert "3" in tabs.tabText(tabs.indexOf(page.gallery))
    first, second = house.walk(round_id).stops
    assert [one.stop_id for one in page.gallery.list.photos_shown()] == [first.id, first.id, second.id]
    told = [page.gallery.list.item(at).toolTip() for at in range(3)]
    assert first.name in told[0] and "第1项" in told[0] and second.name in told[2]


def test_enter_opens_one_with_its_person_and_item_and_the_others_beside_it(page: ResultPage, qtbot: QtBot) -> None:
    assert page.gallery is not None
    page.tabs.setCurrentWidget(page.gallery)
    grid = page.gallery.list
    grid.setFocus()
    grid.setCurrentRow(2)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    [viewer] = page.gallery.findChildren(PhotoViewer)
    assert viewer.place.text() == "3 / 3" and "第3项" in viewer.belongs.text()
    qtbot.waitUntil(viewer.view.has_picture)
    viewer.reject()


def test_a_failed_item_shows_its_photos_and_takes_some_that_came_later(
    page: ResultPage, photos: Photos, round_id: UUID, house: Group, tmp_path: Path, qtbot: QtBot
) -> None:
    page.failed_table.selectRow(0)
    page.failed_table.setFocus()
    QTest.keyClick(page.failed_table, Qt.Key.Key_Return)
    [dialog] = page.findChildren(AnswerDialog)
    [strip] = dialog.findChildren(PhotoStrip)
    qtbot.waitUntil(lambda: len(strip.list.photos_shown()) == 1)
    path = tmp_path / "later.jpg"
    path.write_bytes(a_picture((1, 2, 3)))
    assert drop(files_as_data(path), strip)
    qtbot.waitUntil(lambda: len(strip.list.photos_shown()) == 2)
    assert strip.list.photos_shown()[1].late
    assert drop(image_as_data(), strip)
    qtbot.waitUntil(lambda: len(photos.of_round(round_id)) == 5)
    (tmp_path / "letter.jpg").write_text("x" * 100, encoding="utf-8")
    drop(files_as_data(tmp_path / "letter.jpg"), strip)
    qtbot.waitUntil(strip.problem.isVisible)
    assert "letter.jpg" in strip.problem.text()
    qtbot.waitUntil(lambda: page.gallery is not None and page.gallery.list.count() == 5)
    dialog.accept()


def test_a_round_without_photos_says_so(
    tools: Tools, house: Group, photos: Photos, shown: Shown, qtbot: QtBot, look: Look
) -> None:
    page = ResultPage(tools, house.rounds, photos, house.by)
    shown(page)
    page.show_round(finished(house, Given(Verdict.PASS)))
    assert page.gallery is not None
    qtbot.waitUntil(lambda: "0" in page.tabs.tabText(3))
    assert page.gallery.currentIndex() == 0


def test_a_round_given_up_shows_its_photos_and_takes_no_more(
    tools: Tools, house: Group, photos: Photos, shown: Shown, qtbot: QtBot, look: Look
) -> None:
    round_id = house.begin("walk")
    kept(photos, house, round_id, 0, "WALK-01", 10)
    house.rounds.abandon_round(round_id, "停电", house.by())
    page = ResultPage(tools, house.rounds, photos, house.by)
    shown(page)
    page.show_round(round_id)
    qtbot.waitUntil(lambda: page.gallery is not None and page.gallery.list.count() == 1)
    assert page.gallery is not None
    page.tabs.setCurrentWidget(page.gallery)
    page.gallery.list.setFocus()
    QTest.keyClick(page.gallery.list, Qt.Key.Key_Return)
    [viewer] = page.gallery.findChildren(PhotoViewer)
    assert viewer.caption.isReadOnly()
    viewer.reject()
