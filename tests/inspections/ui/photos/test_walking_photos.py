"""Photos while walking: by P, paste, drag and from the telephone's folder; told, shown, taken back."""

from __future__ import annotations

import os
import threading
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from tests.inspections.ui.photos.conftest import Round, a_picture, drop, files_as_data, image_as_data

from qualitydesk.basics.changes import Change
from qualitydesk.inspections.model.photos import PhotoOrigin, TakenPicture
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos import PhotoViewer
from qualitydesk.inspections.ui.photos.picking import PickDialog
from qualitydesk.inspections.ui.photos.thumbs import PICTURE
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.inspections.ui.walk_view.route import POST
from qualitydesk.kit.keys import KeysDialog
from qualitydesk.kit.prompts import PromptDialog

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def in_folder(folder: Path, *names: str) -> list[Path]:
    """Pictures of different colours under these names."""
    paths = [folder / name for name in names]
    for at, path in enumerate(paths):
        path.write_bytes(a_picture((20 * at, 90, 60)))
    return paths


def test_p_asks_for_files_and_adds_them_to_the_item_in_view(walked: Round, tmp_path: Path, qtbot: QtBot) -> None:
    in_folder(tmp_path, "one.jpg", "two.jpg")
    walked.hand.key("p", wait=False)
    dialog = walked.page.findChildren(QFileDialog)[-1]
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.setDirectory(str(tmp_path))
    dialog.findChildren(QLineEdit)[0].setText('"one.jpg" "two.jpg"')
    dialog.accept()
    found = walked.added(2)
    assert [(one.stop_id, one.item_code) for one in found] == [walked.item(0)] * 2
    assert [one.name for one in found] == ["one.jpg", "two.jpg"]
    assert {one.origin for one in found} == {PhotoOrigin.FILE}
    assert "2" in walked.strip.heading.text()
    assert walked.strip.list.photos_shown() == found


def test_after_a_fail_the_photo_is_of_the_item_just_failed_like_the_note(walked: Round) -> None:
    walked.hand.key("2")
    assert walked.hand.at == (0, 1)
    assert drop(image_as_data(), walked.page)
    assert [one.item_code for one in walked.added(1)] == [walked.item(0)[1]]
    walked.hand.key("1")
    assert drop(image_as_data(0xFF112233), walked.page)
    assert [one.item_code for one in walked.added(2)][1] == walked.item(2)[1]


def test_a_picture_on_its_way_keeps_the_item_it_was_meant_for(walked: Round, tmp_path: Path) -> None:
    paths = in_folder(tmp_path, "a.jpg", "b.jpg", "c.jpg")
    assert drop(files_as_data(*paths), walked.page)
    walked.hand.haste("11")
    assert {one.item_code for one in walked.added(3)} == {walked.item(0)[1]}


def test_a_copied_picture_and_copied_files_are_pasted(walked: Round, tmp_path: Path, qapp: QApplication) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(image_as_data())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    [one] = walked.added(1)
    assert (one.origin, one.width, one.height) == (PhotoOrigin.PASTE, 320, 200)
    clipboard.setMimeData(files_as_data(*in_folder(tmp_path, "x.jpg")))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    assert walked.added(2)[1].name == "x.jpg"
    clipboard.setText("no picture")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    assert walked.strip.problem.isVisible()
    clipboard.clear()


def test_files_dropped_upon_the_note_are_photos_and_not_words(walked: Round, tmp_path: Path) -> None:
    viewport = walked.page.side.note.viewport()
    assert drop(files_as_data(*in_folder(tmp_path, "x.jpg")), viewport)
    walked.added(1)
    assert walked.page.side.note.toPlainText() == ""


def test_words_dropped_upon_the_page_are_left_alone(walked: Round) -> None:
    words = QMimeData()
    words.setText("https://example.org/a.jpg")
    assert not drop(words, walked.page)
    assert walked.strip.quiet


def test_what_is_no_picture_is_told_by_its_name_and_the_others_are_added(walked: Round, tmp_path: Path) -> None:
    good = in_folder(tmp_path, "good.jpg")
    (tmp_path / "letter.jpg").write_text("尊敬的客户", encoding="utf-8")
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    bad = [tmp_path / name for name in ("letter.jpg", "empty.jpg", "folder", "gone.jpg", "gone2.jpg")]
    assert drop(files_as_data(*bad, *good), walked.page)
    walked.added(1)
    words = walked.strip.problem.words()
    assert "letter.jpg" in words and "empty.jpg" in words and "folder" in words and "gone" not in words
    assert len(words.splitlines()) == 4
    assert walked.strip.problem.isVisible()
    walked.hand.key("1")
    assert walked.strip.problem.isVisible()  # going on does not wipe it away unread
    QTest.mouseClick(walked.strip.problem.findChild(type(walked.strip.add)), Qt.MouseButton.LeftButton)
    assert not walked.strip.problem.isVisible()


def test_a_placeholder_stands_until_the_picture_is_there(walked: Round, tmp_path: Path) -> None:
    drop(files_as_data(*in_folder(tmp_path, "x.jpg")), walked.page)
    assert walked.strip.list.isVisible() and walked.strip.list.count() == 1
    assert walked.strip.list.photos_shown() == []
    assert not walked.strip.quiet and not walked.page.may_leave()
    walked.added(1)
    assert len(walked.strip.list.photos_shown()) == 1
    walked.qtbot.waitUntil(walked.page.may_leave)


class Watched(Photos):
    """Remembers in which threads pictures were worked upon."""

    threads: set[int] = set()  # noqa: RUF012

    def take_file(self, path: Path, origin: PhotoOrigin) -> TakenPicture:
        self.threads.add(threading.get_ident())
        return super().take_file(path, origin)

    def thumbnail(self, sha256: str, side: int = 192) -> bytes:
        self.threads.add(threading.get_ident())
        return super().thumbnail(sha256, side)


@pytest.fixture
def photos(photos: Photos) -> Photos:
    photos.__class__ = Watched
    Watched.threads.clear()
    return photos


def test_no_picture_is_worked_upon_in_the_thread_that_paints(walked: Round, tmp_path: Path) -> None:
    drop(files_as_data(*in_folder(tmp_path, "x.jpg", "y.jpg")), walked.page)
    walked.added(2)
    assert Watched.threads and threading.get_ident() not in Watched.threads


def test_a_round_is_not_finished_while_photos_come_in(walked: Round, tmp_path: Path) -> None:
    walked.hand.press("1" * 8)
    drop(files_as_data(*in_folder(tmp_path, "x.jpg")), walked.page)
    walked.hand.ask_to_finish()
    assert walked.page.board.words.text() != "" and walked.page.findChildren(PromptDialog) == []
    [photo] = walked.added(1)
    walked.hand.ask_to_finish()
    walked.hand.answer_question()
    walked.qtbot.waitUntil(lambda: walked.page.walker is None)
    assert not walked.photos.photo(photo.id).late


def test_enter_shows_a_photo_in_large_delete_removes_it_and_undo_brings_it_back(walked: Round) -> None:
    drop(image_as_data(), walked.page)
    [photo] = walked.added(1)
    photos = walked.strip.list
    photos.setFocus()
    QTest.keyClick(photos, Qt.Key.Key_Return)
    [viewer] = walked.strip.findChildren(PhotoViewer)
    assert viewer.photo() == photo
    viewer.reject()
    photos.setFocus()
    QTest.keyClick(photos, Qt.Key.Key_Delete)
    walked.added(0)
    assert walked.strip.removed.isVisible()
    QTest.mouseClick(walked.strip.removed.undo, Qt.MouseButton.LeftButton)
    [back] = walked.added(1)
    assert back.id == photo.id and walked.strip.list.photos_shown() == [back]
    assert not walked.strip.removed.isVisible()


def test_on_the_photos_digits_answer_arrows_go_along_and_esc_goes_back(walked: Round) -> None:
    walked.keep(0, (1, 2, 3))
    walked.keep(0, (200, 2, 3))
    walked.strip.begin(walked.house.walk(walked.id))
    walked.strip.stand_at(*walked.item(0))
    walked.settle()
    photos = walked.strip.list
    photos.setFocus()
    photos.setCurrentRow(0)
    QTest.keyClick(photos, Qt.Key.Key_Right)
    assert photos.currentRow() == 1 and walked.hand.at == (0, 0)
    QTest.keyClick(photos, Qt.Key.Key_Escape)
    assert walked.page.board.hasFocus() and walked.page.isVisible()
    photos.setFocus()
    QTest.keyClick(photos, "1")
    walked.hand.settle()
    assert walked.hand.at == (0, 1)


def test_the_route_counts_the_photos_of_everybody(walked: Round) -> None:
    drop(image_as_data(), walked.page)
    walked.added(1)
    rows = walked.page.route.stops
    walked.qtbot.waitUntil(lambda: "1" in rows.data(rows.index(0), POST))
    assert "1" not in rows.data(rows.index(1), POST)


def test_another_windows_photo_shows_when_it_is_told(walked: Round) -> None:
    photo = walked.keep(0)
    walked.strip.tools.operations.changed.emit(frozenset({Change.PHOTOS}))
    walked.qtbot.waitUntil(lambda: walked.strip.list.photos_shown() == [photo])


def test_a_round_taken_up_again_shows_its_photos(walked: Round) -> None:
    photo = walked.keep(0)
    walked.page.open_walk(walked.id)
    walked.qtbot.waitUntil(lambda: walked.strip.list.photos_shown() == [photo])


# The telephone's folder


def looks(walked: Round, times: int = 1) -> None:
    """Look into the folder; whatever lies there was written after the round began."""
    later = walked.house.clock.now().timestamp() + 60
    for path in walked.phone.iterdir() if walked.phone.is_dir() else ():
        os.utime(path, (later, later))
    for _ in range(times):
        walked.strip.watch.look()
        walked.settle()


def test_new_pictures_of_the_telephone_are_offered_and_p_adds_them(walked: Round, phone: Path) -> None:
    in_folder(phone, "IMG_1.jpg", "IMG_2.JPG")
    (phone / "video.mp4").write_bytes(b"x")
    (phone / ".hidden.jpg").write_bytes(a_picture())
    looks(walked)
    assert not walked.strip.new.isVisible()  # seen once: perhaps still being copied
    looks(walked)
    assert walked.strip.new.isVisible() and "2" in walked.strip.new.words.text()
    walked.hand.key("p", wait=False)
    [dialog] = walked.strip.findChildren(PickDialog)
    assert len(dialog.chosen()) == 2
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    found = walked.added(2)
    assert {one.origin for one in found} == {PhotoOrigin.FOLDER}
    assert walked.page.findChildren(QFileDialog) == []
    assert not walked.strip.new.isVisible()
    looks(walked, 2)
    assert not walked.strip.new.isVisible()
    assert sorted(path.name for path in phone.iterdir()) == [".hidden.jpg", "IMG_1.jpg", "IMG_2.JPG", "video.mp4"]


def test_some_of_the_new_pictures_are_chosen_and_the_others_wait_for_their_item(
    walked: Round, phone: Path, qtbot: QtBot
) -> None:
    in_folder(phone, "1.jpg", "2.jpg", "3.jpg")
    looks(walked, 2)
    walked.hand.key("p", wait=False)
    [dialog] = walked.strip.findChildren(PickDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.waitUntil(lambda: all(dialog.list.item(at).data(PICTURE) is not None for at in range(3)))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Right)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert [path.name for path in dialog.chosen()] == ["3.jpg"]
    QTest.keyClick(dialog.list, Qt.Key.Key_A, CTRL)
    assert len(dialog.chosen()) == 3
    QTest.keyClick(dialog.list, Qt.Key.Key_A, CTRL)
    assert dialog.chosen() == [] and not dialog.add.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.list.item(1).setSelected(True)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert [one.name for one in walked.added(1)] == ["2.jpg"]
    assert walked.strip.new.isVisible() and "2" in walked.strip.new.words.text()


def test_a_copied_picture_is_pasted_also_from_within_the_note_and_words_stay_words(walked: Round) -> None:
    clipboard = QGuiApplication.clipboard()
    note = walked.page.side.note
    note.setFocus()
    clipboard.setMimeData(image_as_data())
    QTest.keyClick(note, Qt.Key.Key_V, CTRL)
    walked.added(1)
    assert note.toPlainText() == ""
    clipboard.setText("dust")
    QTest.keyClick(note, Qt.Key.Key_V, CTRL)
    assert note.toPlainText() == "dust" and walked.strip.quiet
    clipboard.clear()
    walked.hand.settle()


def test_a_picture_still_being_copied_is_waited_for(walked: Round, phone: Path) -> None:
    whole = a_picture(size=(1600, 1200))
    path = phone / "IMG_9.jpg"
    for share in (0, 100, 2000):
        path.write_bytes(whole[:share])
        looks(walked)
        assert not walked.strip.new.isVisible()
    path.write_bytes(whole)
    looks(walked, 2)
    assert walked.strip.new.isVisible()


def test_a_copy_that_paused_is_told_and_offered_again_when_it_is_whole(walked: Round, phone: Path) -> None:
    out = BytesIO()
    Image.effect_noise((900, 700), 80).convert("RGB").save(out, "JPEG")
    path = phone / "IMG_9.jpg"
    path.write_bytes(out.getvalue()[:60_000])
    looks(walked, 2)
    walked.hand.key("p", wait=False)
    walked.qtbot.waitUntil(walked.strip.problem.isVisible)
    looks(walked, 2)
    assert not walked.strip.new.isVisible()
    path.write_bytes(out.getvalue())
    looks(walked, 2)
    assert walked.strip.new.isVisible()
    walked.hand.key("p", wait=False)
    walked.added(1)


def test_not_these_sets_them_aside_until_others_come(walked: Round, phone: Path) -> None:
    in_folder(phone, "IMG_1.jpg")
    looks(walked, 2)
    QTest.mouseClick(walked.strip.new.not_now, Qt.MouseButton.LeftButton)
    looks(walked, 2)
    assert not walked.strip.new.isVisible()
    in_folder(phone, "IMG_2.jpg")
    looks(walked, 2)
    assert walked.strip.new.isVisible() and "1" in walked.strip.new.words.text()


def test_a_folder_that_is_gone_is_told_once(walked: Round, phone: Path) -> None:
    phone.rmdir()
    looks(walked)
    assert walked.strip.problem.isVisible() and str(phone) in walked.strip.problem.words()
    walked.strip.problem.hide()
    looks(walked, 2)
    assert not walked.strip.problem.isVisible()


# A disk nearly full


class Tight(Photos):
    """On a disk with 120 MB left."""

    def room(self) -> int | None:
        return 120 * 2**20


def test_a_disk_nearly_full_is_told_before_anything_is_lost(walked: Round) -> None:
    assert not walked.strip.room.isVisible()
    walked.photos.__class__ = Tight
    walked.page.open_walk(walked.id)
    walked.qtbot.waitUntil(walked.strip.room.isVisible)
    assert "120 MB" in walked.strip.room.banner.words()


def test_f1_tells_of_the_keys_for_photos(walked: Round) -> None:
    dialog = walked.page.key_table.show_help()
    assert isinstance(dialog, KeysDialog)
    sequences = [dialog.entries.index(row, 0).data() for row in range(dialog.entries.rowCount())]
    assert "P" in sequences and "Ctrl+V" in sequences


def test_a_page_without_photos_has_no_button_for_them(walked: Round) -> None:
    assert walked.page.board.tools.photo.isVisibleTo(walked.page)
    bare = WalkPage(walked.strip.tools, walked.house.rounds, walked.house.by, walked.house.clock)
    assert not bare.board.tools.photo.isVisibleTo(bare)
    bare.deleteLater()
