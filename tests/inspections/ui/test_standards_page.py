"""The standards page: packs, their cards, filters, items, search, preview, switching on and off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_pack
from tests.inspections.ui.conftest import Shown

from qualitydesk.inspections.model import PackKind, Target
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
    qtbot.waitUntil(lambda: page.packs.rowCount() == len(house.standards.all_packs()) > 6)
    return page


def test_standards_show_items_by_section_and_read_in_full(
    standards_page: StandardsPage, house: Group, qtmodeltester: object
) -> None:
    page = standards_page
    page.pack_table.select_key("appearance_women")
    assert page.items.rowCount() == len(house.standards.pack("appearance_women", 1).items)
    assert page.reading.wanted.text() and page.reading.standard.text() and page.reading.why.text()
    qtmodeltester.check(page.packs)  # type: ignore[attr-defined]
    qtmodeltester.check(page.items)  # type: ignore[attr-defined]


def test_every_pack_is_told_with_kind_target_and_what_it_asks(standards_page: StandardsPage) -> None:
    rows = {
        standards_page.packs.index(row, 0).data(): [standards_page.packs.index(row, at).data() for at in range(1, 6)]
        for row in range(standards_page.packs.rowCount())
    }
    assert rows["导医七步引导"][0] == "流程观察" and rows["导医七步引导"][1] == "导医"
    assert rows["大厅与候诊区环境"][1] == "Places"
    assert rows["电话接听"][2:] == ["20", "15", "On"]


def test_a_search_goes_through_all_packs_and_leads_to_the_item(standards_page: StandardsPage) -> None:
    page = standards_page
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    page.search.setText("饮水机 整洁")
    assert page.items.rowCount() == 0 and "No item holds these words" in page.item_table.empty_words()
    page.search.setText("饮水机")
    found = [page.items.index(row, 1).data() for row in range(page.items.rowCount())]
    assert {"饮水机有水、已通电", "饮水机水槽、机身干净", "水杯备足"} <= set(found)
    assert f"Items found in the packs listed: {len(found)}" in page.found.text() and page.found.isVisible()
    assert page.tabs.currentIndex() == 1
    page.search.setText("t-ring-01")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    QTest.keyClick(page.item_table, Qt.Key.Key_Return)
    assert page.search.text() == "" and page.pack().code == "telephone" and not page.found.isVisible()
    assert page.item_table.current_row().item.code == "T-RING-01"


def codes_listed(page: StandardsPage) -> list[str]:
    return [line.code for line in page.packs.all_rows()]


def facts(page: StandardsPage) -> dict[str, str]:
    """The lines of the card by their names, as they are read out."""
    names = (one.accessibleName() for one in page.card.facts.findChildren(QLabel) if not one.isHidden())
    return dict(name.split(": ", 1) for name in names if ": " in name)


def test_the_card_tells_what_a_pack_is_for_how_long_it_takes_and_what_is_measured(
    standards_page: StandardsPage, house: Group, qtbot: QtBot
) -> None:
    page = standards_page
    page.pack_table.select_key("telephone")
    pack = house.standards.pack("telephone", 2)
    assert page.tabs.currentIndex() == 0
    assert page.card.name.text() == "电话接听" and page.card.purpose.text() == pack.purpose["zh"]
    assert page.card.state.text() == "On" and page.card.kind.text() == "状态检查"
    qtbot.waitUntil(lambda: facts(page).get("Code") == "telephone")  # Qt shows new labels a moment later
    told = facts(page)
    assert told["Time"] == "每人约 15 分钟" and told["Pass mark"] == "90%"
    assert told["Items"].startswith("20 项：合格或不合格 12 项、实测 4 项") and told["Items"].endswith("无关键项")
    assert told["Weights"] == "权重 3：6 项、权重 2：10 项、权重 1：4 项；满分 42 分"
    assert told["Source"] == "集团制度文件 000、002；20 项中 7 项的判定尺度由本系统自定；1 项全部由本系统自定"
    assert told["Profiles"].startswith("导医") and told["Trade"] == "Clinics"
    assert told["Edition"] == "2, since 2026-11-21, came with the program"
    assert "· 响到第四声之前接起：最多 3 声" in page.card.measured.text().splitlines()
    assert page.card.broken.isVisible() and "1 项" in page.card.broken.text()
    page.pack_table.select_key("walk")
    assert not page.card.measured_title.isVisible() and not page.card.broken.isVisible()


def test_timed_steps_stand_among_what_is_measured(standards_page: StandardsPage, house: Group) -> None:
    standards_page.pack_table.select_key("guide_seven_steps")
    timed = [item for item in house.standards.pack("guide_seven_steps", 2).items if item.limit]
    lines = standards_page.card.measured.text().splitlines()
    assert len(lines) == len(timed) and lines[0].endswith("：最多 30 秒")
    assert standards_page.card.kind.text() == "流程观察"


def test_whoever_goes_to_the_packs_reads_the_card_and_to_the_items_the_item(
    standards_page: StandardsPage, qtbot: QtBot
) -> None:
    page = standards_page
    page.pack_table.setFocus()
    qtbot.waitUntil(page.pack_table.hasFocus)
    QTest.keyClick(page.pack_table, Qt.Key.Key_Down)
    assert page.tabs.currentIndex() == 0
    page.item_table.setFocus()
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == 1)
    QTest.keyClick(page.item_table, Qt.Key.Key_Down)
    assert page.tabs.currentIndex() == 1
    row = page.item_table.current_row()
    assert page.reading.wanted.text() == row.item.title["zh"]
    page.pack_table.setFocus()
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == 0)


def test_a_page_led_to_before_it_is_read_stands_on_the_item(
    tools: Tools, house: Group, shown: Shown, qtbot: QtBot
) -> None:
    house.standards.adopt_shipped(house.by())
    page = StandardsPage(tools, house.standards, house.directory, house.by)
    page.lead_to("telephone", "T-RING-01")
    shown(page)
    qtbot.waitUntil(lambda: page.item_table.current_row() is not None)
    assert page.pack().code == "telephone" and page.item_table.current_row().item.code == "T-RING-01"
    assert page.tabs.currentIndex() == 1


def test_the_packs_are_narrowed_by_state_kind_target_and_trade(
    standards_page: StandardsPage, house: Group, qtbot: QtBot
) -> None:
    page = standards_page
    house.adopt(a_pack("salon").replace("minutes = 3", "minutes = 3\noff = true"), "salon")
    house.standards.switch("telephone", False, house.by())
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: "salon" in codes_listed(page))
    everything = codes_listed(page)
    lines = page.packs.all_rows()
    assert [line.on for line in lines] == sorted((line.on for line in lines), reverse=True)
    picks = {
        page.filters.state: (False, lambda line: not line.on),
        page.filters.kind: (PackKind.PROCESS, lambda line: line.pack.kind is PackKind.PROCESS),
        page.filters.target: (Target.PLACE, lambda line: line.pack.target is Target.PLACE),
        page.filters.trade: (True, lambda line: line.pack.off),
    }
    for picker, (key, meant) in picks.items():
        picker.choose(key)
        picker.picked.emit(key)
        wanted = [line.code for line in lines if meant(line)]
        assert wanted and codes_listed(page) == wanted
        assert page.pack() is not None and page.pack().code in wanted
        qtbot.mouseClick(page.filters.clear, Qt.MouseButton.LeftButton)
        assert codes_listed(page) == everything


def test_a_filter_that_lets_nothing_through_says_so_and_a_lead_takes_it_away(standards_page: StandardsPage) -> None:
    page = standards_page
    for picker, key in ((page.filters.kind, PackKind.PROCESS), (page.filters.target, Target.PLACE)):
        picker.choose(key)
    page.filters.trade.choose(False)
    page.filters.state.choose(False)
    page.filters.changed.emit()
    assert page.packs.rowCount() == 0 and "Show all" in page.pack_table.empty_words()
    assert not page.edit_button.isEnabled() and page.items.rowCount() == 0 and not page.card.isVisible()
    page.lead_to("telephone", "T-RING-01")
    assert page.pack().code == "telephone" and page.item_table.current_row().item.code == "T-RING-01"
    assert page.tabs.currentIndex() == 1


def test_the_search_keeps_to_the_packs_listed(standards_page: StandardsPage) -> None:
    page = standards_page
    page.search.setText("电话")
    everywhere = page.items.rowCount()
    page.filters.target.choose(Target.PLACE)
    page.filters.changed.emit()
    assert 0 <= page.items.rowCount() < everywhere
    assert all(row.pack.target is Target.PLACE for row in page.items.all_rows())


def test_the_handbook_is_wished_with_the_chosen_pack(standards_page: StandardsPage, qtbot: QtBot) -> None:
    page = standards_page
    page.pack_table.select_key("telephone")
    with qtbot.waitSignal(page.handbook_wanted) as told:
        QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [("telephone",), ""]


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
