"""The strip of tabs over the pages of one entry."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from qualitydesk.kit.page_tabs import PageTabs
from qualitydesk.kit.rail import RailEntry

ENTRIES = (
    RailEntry("rounds", "巡检", "rounds", (("rounds", "巡检记录"), ("findings", "发现"), ("plan", "计划"))),
    RailEntry("penalties", "处分", "penalties"),
    RailEntry("members", "会员", "members", (("customers", "顾客"),)),
)


@pytest.fixture
def tabs(qtbot: QtBot) -> PageTabs:
    made = PageTabs(ENTRIES, "本栏目的页面")
    qtbot.addWidget(made)
    return made


def words(tabs: QTabBar) -> list[str]:
    return [tabs.tabText(place) for place in range(tabs.count())]


def test_the_strip_is_there_only_for_an_entry_with_several_pages(tabs: PageTabs) -> None:
    tabs.mark("findings")
    assert words(tabs) == ["巡检记录", "发现", "计划"]
    assert tabs.isVisible()
    assert tabs.currentIndex() == 1
    tabs.mark("penalties")
    assert not tabs.isVisible()
    tabs.mark("customers")
    assert not tabs.isVisible()


def test_a_picked_page_is_asked_for_and_marked_only_when_it_opens(tabs: PageTabs, qtbot: QtBot) -> None:
    tabs.mark("rounds")
    with qtbot.waitSignal(tabs.picked) as asked:
        tabs.setCurrentIndex(2)
    assert asked.args == ["plan"]
    assert tabs.currentIndex() == 0  # refused or not: the window says so by `mark`


def test_the_keys_go_round(tabs: PageTabs, qtbot: QtBot) -> None:
    tabs.mark("plan")
    with qtbot.waitSignal(tabs.picked) as asked:
        tabs.step(+1)
    assert asked.args == ["rounds"]
