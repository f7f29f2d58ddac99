"""Photos in large: one after another by key, described, marked, taken away; all of it on disk at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from tests.inspections.ui.conftest import finished
from tests.inspections.ui.photos.conftest import Round, a_picture

from qualitydesk.inspections.model import Given, Verdict
from qualitydesk.inspections.model.photos import Mark, MarkKind, Photo, PhotoOrigin, PictureSource
from qualitydesk.inspections.ui.photos import PhotoViewer
from qualitydesk.inspections.ui.photos.marking import MarkDialog
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.storage.files import FileStore

Opened = Callable[..., PhotoViewer]
Marking = Callable[[PhotoViewer], MarkDialog]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(walked: Round) -> list[Photo]:
    return [walked.keep(0, (at * 80, 20, 90)) for at in range(3)]


@pytest.fixture
def opened(walked: Round, three: list[Photo], qtbot: QtBot) -> Opened:
    """Opens the viewer at rest."""

    def open_viewer(at: int = 0, **how: object) -> PhotoViewer:
        how.setdefault("by", walked.house.by)
        viewer = PhotoViewer(walked.strip.tools, walked.photos, three, at, parent=walked.page, **how)  # type: ignore[arg-type]
        viewer.open()
        qtbot.waitUntil(viewer.view.has_picture)
        return viewer

    return open_viewer


def test_arrows_go_from_photo_to_photo_and_stop_at_the_ends(opened: Opened, three: list[Photo]) -> None:
    viewer = opened()
    assert viewer.view.hasFocus() and not viewer.back.isEnabled()
    for wanted in (1, 2, 2):
        QTest.keyClick(viewer.view, Qt.Key.Key_Right)
        assert viewer.photo() == three[wanted]
    assert viewer.place.text() == "3 / 3" and not viewer.on.isEnabled()
    QTest.keyClick(viewer.view, Qt.Key.Key_Left)
    assert viewer.photo() == three[1]


def test_a_caption_is_written_by_enter_by_going_on_and_by_closing(
    opened: Opened, three: list[Photo], walked: Round
) -> None:
    viewer = opened()
    QTest.keyClick(viewer.view, Qt.Key.Key_Return)
    assert viewer.caption.hasFocus()
    QTest.keyClicks(viewer.caption, "dust")
    QTest.keyClick(viewer.caption, Qt.Key.Key_Return)
    assert viewer.view.hasFocus()
    walked.qtbot.waitUntil(lambda: walked.photos.photo(three[0].id).caption == "dust")
    QTest.keyClick(viewer.view, Qt.Key.Key_Right)
    viewer.caption.setFocus()
    QTest.keyClicks(viewer.caption, "shoe")
    viewer.on.click()
    viewer.caption.setFocus()
    QTest.keyClicks(viewer.caption, "lamp")
    QTest.keyClick(viewer.caption, Qt.Key.Key_Escape)
    walked.settle()
    assert [one.caption for one in walked.photos.of_round(walked.id)] == ["dust", "shoe", "lamp"]
    walked.qtbot.waitUntil(lambda: walked.page.findChildren(PhotoViewer) == [])


def test_in_the_caption_m_and_delete_are_letters(opened: Opened, walked: Round) -> None:
    viewer = opened()
    viewer.caption.setFocus()
    QTest.keyClicks(viewer.caption, "mm")
    QTest.keyClick(viewer.caption, Qt.Key.Key_Left)
    QTest.keyClick(viewer.caption, Qt.Key.Key_Delete)
    assert viewer.caption.text() == "m"
    assert viewer.findChildren(MarkDialog) == [] and len(walked.photos.of_round(walked.id)) == 3


def test_a_caption_another_window_has_written_meanwhile_is_not_overwritten(
    opened: Opened, three: list[Photo], walked: Round
) -> None:
    viewer = opened()
    walked.photos.describe(three[0].id, 1, "from the other window", walked.house.by())
    viewer.caption.setText("mine")
    QTest.keyClick(viewer.caption, Qt.Key.Key_Escape)
    walked.qtbot.waitUntil(viewer.banner.isVisible)
    assert viewer.isVisible() and viewer.caption.text() == "mine"
    assert walked.photos.photo(three[0].id).caption == "from the other window"


def test_several_changes_in_haste_all_come_to_disk(opened: Opened, three: list[Photo], walked: Round) -> None:
    viewer = opened()
    for words in ("a", "ab", "abc"):
        viewer.caption.setText(words)
        viewer._save_caption()
    viewer._marked(three[0].id, [Mark(MarkKind.ARROW, 0.1, 0.1, 0.5, 0.5)])
    walked.settle()
    found = walked.photos.photo(three[0].id)
    assert found.caption == "abc" and len(found.marks) == 1 and not viewer.banner.isVisible()


def test_delete_takes_a_photo_away_and_shows_the_next_until_none_is_left(
    opened: Opened, three: list[Photo], walked: Round
) -> None:
    viewer = opened(1)
    for wanted in (three[2], three[0]):
        QTest.keyClick(viewer.view, Qt.Key.Key_Delete)
        walked.qtbot.waitUntil(lambda wanted=wanted: viewer.photo() == wanted)
        walked.qtbot.waitUntil(viewer.view.has_picture)
    QTest.keyClick(viewer.view, Qt.Key.Key_Delete)
    walked.qtbot.waitUntil(lambda: walked.page.findChildren(PhotoViewer) == [])
    assert walked.photos.of_round(walked.id) == []


def test_of_a_finished_round_a_photo_goes_with_a_reason_only(walked: Round, qtbot: QtBot) -> None:
    round_id = finished(walked.house, Given(Verdict.FAIL))
    stop = walked.house.walk(round_id).stops[0]
    taken = walked.photos.take(PictureSource(a_picture(), PhotoOrigin.FILE))
    photo = walked.photos.add(round_id, stop.id, "WALK-01", taken, walked.house.by()).value
    viewer = PhotoViewer(
        walked.strip.tools, walked.photos, [photo], by=walked.house.by, finished=True, parent=walked.page
    )
    viewer.open()
    qtbot.waitUntil(viewer.view.has_picture)
    QTest.keyClick(viewer.view, Qt.Key.Key_Delete)
    [question] = viewer.findChildren(PromptDialog)
    question.reject()
    walked.settle()
    assert walked.photos.of_round(round_id) == [photo]
    viewer._remove_for("拍到了患者")
    walked.settle()
    assert walked.photos.of_round(round_id) == []
    assert walked.photos.photo(photo.id).reason == "拍到了患者"


def test_without_by_nothing_can_be_changed(opened: Opened, walked: Round) -> None:
    viewer = opened(by=None)
    assert viewer.caption.isReadOnly() and not viewer.mark.isVisible() and not viewer.remove.isVisible()
    QTest.keyClick(viewer.view, Qt.Key.Key_Delete)
    QTest.keyClick(viewer.view, "m")
    walked.settle()
    assert len(walked.photos.of_round(walked.id)) == 3 and viewer.findChildren(MarkDialog) == []


def test_a_missing_picture_is_told_in_its_place(
    opened: Opened, three: list[Photo], walked: Round, files: FileStore
) -> None:
    viewer = opened()
    (files.folder / three[1].sha256[:2] / three[1].sha256).unlink()
    QTest.keyClick(viewer.view, Qt.Key.Key_Right)
    walked.settle()
    assert not viewer.view.has_picture() and viewer.view._words != ""


def test_a_photo_is_moved_to_another_item_or_to_the_whole_person(
    opened: Opened, three: list[Photo], walked: Round
) -> None:
    walk = walked.house.walk(walked.id)
    stop, code = walked.item(0)
    assert three[0].item_code == code
    viewer = opened(walk=walk)
    assert "第1项" in viewer.belongs.text()
    QTest.keyClick(viewer.view, "b")
    [question] = viewer.findChildren(PromptDialog)
    offered = question.findChild(QListWidget)
    assert isinstance(offered, QListWidget)
    words = [offered.item(at).text() for at in range(offered.count())]
    assert len(words) == 1 + 3 + 1 and not any("第1项" in one for one in words)  # whole, others, the other person
    offered.setCurrentRow(words.index(next(one for one in words if "第3项" in one)))
    question.activateWindow()
    walked.qtbot.waitUntil(offered.hasFocus)
    QTest.keyClick(offered, Qt.Key.Key_Return)
    walked.qtbot.waitUntil(lambda: walked.photos.photo(three[0].id).item_code == "WALK-03")
    walked.qtbot.waitUntil(lambda: "第3项" in viewer.belongs.text())
    viewer._place_chosen((stop, None))
    walked.settle()
    assert walked.photos.of_item(walked.id, stop, None)[0].id == three[0].id
    assert three[0].id in [one.id for one in walked.strip._mine()]  # seen beside every item of the person


def test_photos_of_an_item_are_put_in_another_order_by_keys(walked: Round) -> None:
    items = enumerate((0, 0, 1, 0))
    first, second, other, third = (walked.keep(at, (60 * turn, 200 - 60 * turn, 60)) for turn, at in items)
    shown = walked.photos.of_round(walked.id)
    viewer = PhotoViewer(walked.strip.tools, walked.photos, shown, by=walked.house.by, parent=walked.page)
    viewer.open()
    walked.qtbot.waitUntil(viewer.view.has_picture)
    right, control = Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(viewer.view, right, control)
    QTest.keyClick(viewer.view, right, control)  # before the first is told
    walked.settle()
    of_item = walked.photos.of_item(walked.id, *walked.item(0))
    assert [one.id for one in of_item] == [second.id, third.id, first.id]
    assert [one.id for one in viewer._shown] == [second.id, third.id, other.id, first.id]
    assert viewer.photo().id == first.id and viewer.place.text() == "4 / 4"
    QTest.keyClick(viewer.view, right, control)
    walked.settle()
    assert "对调" in viewer.banner.words() and not viewer.banner.isHidden()
    QTest.keyClick(viewer.view, Qt.Key.Key_Left)
    QTest.keyClick(viewer.view, Qt.Key.Key_Left)
    assert viewer.photo().id == third.id
    viewer.caption.setText("胸卡戴在右侧")
    QTest.keyClick(viewer.view, Qt.Key.Key_Left, control)
    walked.settle()
    of_item = walked.photos.of_item(walked.id, *walked.item(0))
    assert [(one.id, one.caption) for one in of_item] == [
        (third.id, "胸卡戴在右侧"), (second.id, ""), (first.id, ""),
    ]  # fmt: skip
    assert [one.id for one in walked.photos.of_round(walked.id)][:2] == [third.id, second.id]


# Marks


@pytest.fixture
def marking(qtbot: QtBot) -> Marking:
    """Opens the editor of marks and waits until it has the keyboard."""

    def open_editor(viewer: PhotoViewer) -> MarkDialog:
        viewer.activateWindow()
        viewer.view.setFocus()
        qtbot.waitUntil(viewer.view.hasFocus)
        QTest.keyClick(viewer.view, "m")
        dialog = viewer.findChildren(MarkDialog)[-1]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.canvas.hasFocus)
        return dialog

    return open_editor


def test_arrows_and_circles_are_drawn_by_keys_alone(
    opened: Opened, marking: Marking, three: list[Photo], walked: Round
) -> None:
    dialog = marking(opened())
    canvas = dialog.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, "c")
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(9):
        QTest.keyClick(canvas, Qt.Key.Key_Up, SHIFT)  # no farther than the edge
        QTest.keyClick(canvas, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Return, CTRL)
    walked.settle()
    arrow, circle = walked.photos.photo(three[0].id).marks
    assert arrow == Mark(MarkKind.ARROW, 0.5, 0.5, 0.6, 0.51)
    assert circle == Mark(MarkKind.ELLIPSE, 0.6, 0.51, 0.0, 0.0)


def test_a_mark_is_drawn_by_dragging_and_a_mere_click_is_none(opened: Opened, marking: Marking) -> None:
    canvas = marking(opened()).canvas
    place = canvas.place()
    start, end = place.topLeft().toPoint() + QPoint(20, 20), place.center().toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    [mark] = canvas.marks
    assert (round(mark.x2, 1), round(mark.y2, 1)) == (0.5, 0.5) and 0 < mark.x1 < 0.2
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert canvas.marks == [mark]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place.bottomRight().toPoint() + QPoint(50, 50))
    assert (canvas.marks[1].x2, canvas.marks[1].y2) == (1.0, 1.0)  # drawn out of the picture, kept within it


def test_undo_takes_back_one_clear_all_and_esc_the_one_begun(opened: Opened, marking: Marking) -> None:
    dialog = marking(opened())
    canvas = dialog.canvas
    for _ in range(2):
        QTest.keyClick(canvas, Qt.Key.Key_Space)
        QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
        QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert len(canvas.marks) == 2
    QTest.keyClick(canvas, Qt.Key.Key_Z, CTRL)
    assert len(canvas.marks) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.begun is None and dialog.isVisible() and len(canvas.marks) == 1
    dialog.clear.click()
    assert canvas.marks == [] and not dialog.clear.isEnabled() and not dialog.undo.isEnabled()


def test_cancelling_asks_when_something_was_drawn(
    opened: Opened, marking: Marking, three: list[Photo], walked: Round
) -> None:
    viewer = opened()
    dialog = marking(viewer)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = marking(viewer)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Space)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Space)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Escape)
    [question] = dialog.findChildren(PromptDialog)
    question.reject()
    assert dialog.isVisible()
    dialog._discard()
    walked.settle()
    assert walked.photos.photo(three[0].id).marks == ()


def test_marks_once_saved_are_shown_and_can_be_drawn_on(
    opened: Opened, marking: Marking, three: list[Photo], walked: Round
) -> None:
    marks = (Mark(MarkKind.ARROW, 0.1, 0.1, 0.5, 0.5),)
    walked.photos.mark(three[0].id, 1, marks, walked.house.by())
    three[0] = walked.photos.photo(three[0].id)
    viewer = opened()
    dialog = marking(viewer)
    assert dialog.canvas.marks == list(marks)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Return, CTRL)  # nothing drawn, nothing written
    walked.settle()
    assert walked.photos.photo(three[0].id).revision == three[0].revision
