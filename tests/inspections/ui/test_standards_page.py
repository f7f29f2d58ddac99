"""The standards page: packs, items, search, preview, switching on and off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.inspections.ui.conftest import Shown

from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools

Open = Callable[[], StandardsPage]


@pytest.fixture
def standards_page(tools: Tools, house: Group, shown: Shown, qtbot: QtBot) -> StandardsPage:
    """The page with the shipped packs and the one of the house."""
    house.standards.adopt_shipped(house.by())
    page = StandardsPage(tools, house.standards, house.directory, house.by)
    shown(page)
    qtbot.waitUntil(lambda: page.packs.rowCount() == 69)
    return page


def test_standards_show_items_by_section_and_read_in_full(
    standards_page: StandardsPage, house: Group, qtmodeltester: object
) -> None:
    page = standards_page
    page.pack_table.select_key("appearance_women")
    assert page.items.rowCount() == len(house.standards.pack("appearance_women", 1).items)
    assert page.wanted.text() and page.standard.text() and page.why.text()
    qtmodeltester.check(page.packs)  # type: ignore[attr-defined]
    qtmodeltester.check(page.items)  # type: ignore[attr-defined]


def test_every_pack_is_told_with_kind_target_and_what_it_asks(standards_page: StandardsPage) -> None:
    rows = {
        standards_page.packs.index(row, 0).data(): [standards_page.packs.index(row, at).data() for at in range(1, 9)]
        for row in range(7)
    }
    assert rows["导医七步引导"][0] == "流程观察" and rows["导医七步引导"][1] == "导医"
    assert rows["大厅与候诊区环境"][1] == "Places"
    assert rows["电话接听"][2].startswith("合格或不合格 12 · 实测 4")
    assert rows["电话接听"][3:] == ["20", "15", "90%", "1", "On"]


def test_a_search_goes_through_all_packs_and_leads_to_the_item(standards_page: StandardsPage) -> None:
    page = standards_page
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    page.search.setText("饮水机 整洁")
    assert page.items.rowCount() == 0 and "No item holds these words" in page.item_table.empty_words()
    page.search.setText("饮水机")
    found = [page.items.index(row, 1).data() for row in range(page.items.rowCount())]
    assert found[:2] == ["饮水机有水、已通电", "饮水机水槽、机身干净"] and "水杯备足" in found
    assert "Items found in all packs: 3" in page.purpose.text()
    page.search.setText("t-ring-01")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    QTest.keyClick(page.item_table, Qt.Key.Key_Return)
    assert page.search.text() == "" and page.pack().code == "telephone"
    assert page.item_table.current_row().item.code == "T-RING-01"


def test_the_preview_leafs_through_a_pack_with_the_arrows(standards_page: StandardsPage) -> None:
    page = standards_page
    page.pack_table.select_key("walk")
    page.item_table.select_key("WALK-03")
    page.preview()
    preview = page.findChildren(PackPreview)[0]
    assert preview.card.title_words() == "第3项合格"
    for _ in range(3):
        QTest.keyClick(preview, Qt.Key.Key_Down)
    assert preview.card.title_words() == "第4项合格"
    QTest.keyClick(preview, Qt.Key.Key_Up)
    assert preview.card.title_words() == "第3项合格"


def test_a_pack_is_switched_off_after_a_question_and_on_at_once(
    standards_page: StandardsPage, house: Group, qtbot: QtBot
) -> None:
    page = standards_page
    page.pack_table.select_key("telephone")
    qtbot.mouseClick(page.switch_button, Qt.MouseButton.LeftButton)
    (question,) = page.findChildren(PromptDialog)
    assert "电话接听" in question.words()
    yes = next(one for one in question.findChildren(QPushButton) if one.text() == "Switch off")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.line() is not None and not page.line().on)
    assert "telephone" not in {pack.code for pack in house.standards.packs()}
    assert "telephone" in {pack.code for pack in house.standards.all_packs()}
    assert page.pack().code == "telephone" and page.switch_button.text() == "Switch on"
    qtbot.mouseClick(page.switch_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.line() is not None and page.line().on)
    assert "telephone" in {pack.code for pack in house.standards.packs()}


def practised(page: StandardsPage, pack: str, item: str) -> PackPreview:
    page.pack_table.select_key(pack)
    page.item_table.select_key(item)
    page.preview()
    return page.findChildren(PackPreview)[-1]


@pytest.mark.parametrize(
    ("pack", "item", "keys", "counts"),
    [
        ("appearance_guides", "G-UNI-01", "1", "合格 · 2 of 2 points"),
        ("appearance_guides", "G-UNI-01", "2", "不合格 · 0 of 2 points"),
        ("environment_hall", "E-PAPER-01", "3", "部分合格 · 0.5 of 1 points"),
        ("telephone", "T-GREET-02", "4", "4 / 5 · 合格 · 1.6 of 2 points"),
        ("telephone", "T-GREET-02", "2", "2 / 5 · 不合格 · 0.8 of 2 points"),
        ("telephone", "T-RING-01", "4\r", "4 声 · 不合格 · 0 of 3 points"),
        ("telephone", "T-RING-02", "5\r1\r", "1 / 5 · 不合格 · 1.6 of 2 points"),
        ("telephone", "T-RING-01", "-", "不适用"),
    ],
)
def test_the_preview_takes_every_kind_of_answer_for_practice(
    standards_page: StandardsPage, qtbot: QtBot, pack: str, item: str, keys: str, counts: str
) -> None:
    preview = practised(standards_page, pack, item)
    qtbot.waitUntil(preview.isActiveWindow)
    for sign in keys:
        target = preview.focusWidget() or preview
        QTest.keyClick(target, Qt.Key.Key_Return if sign == "\r" else sign)  # type: ignore[call-overload]
    assert preview.outcome.text().endswith(counts)


def test_a_step_is_clocked_in_the_preview(standards_page: StandardsPage, qtbot: QtBot) -> None:
    preview = practised(standards_page, "guide_seven_steps", "GS-MEET-01")
    qtbot.waitUntil(preview.isActiveWindow)
    QTest.keyClick(preview, Qt.Key.Key_S)
    QTest.keyClick(preview, Qt.Key.Key_S)
    assert "合格" in preview.outcome.text() and "3 of 3 points" in preview.outcome.text()


def test_nothing_practised_is_written(standards_page: StandardsPage, house: Group) -> None:
    preview = practised(standards_page, "appearance_guides", "G-UNI-01")
    QTest.keyClick(preview, "2")  # type: ignore[call-overload]
    preview.accept()
    assert house.rounds.lines() == []


def test_the_preview_shows_the_other_language_and_clips_nothing(standards_page: StandardsPage, qtbot: QtBot) -> None:
    preview = practised(standards_page, "telephone", "T-NORM-01")
    for _ in range(2):
        for _item in range(20):
            preview.step(-1)
        for _item in range(20):
            inside = preview.card.widget()
            assert inside.minimumSizeHint().width() <= preview.card.viewport().width()
            preview.step(+1)
        preview.other_button.click()
    assert preview.card.title_words() == "等对方先挂断"
