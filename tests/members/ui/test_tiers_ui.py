"""The pages of tiers: proposals decided by keys, the list narrowed, a tier pinned, thresholds tried, the overview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words
from tests.members.conftest import Clinic
from tests.members.tiering import TODAY, WAN, Tills, tills_of
from tests.screens import Told

from qualitydesk.basics.ids import new_id
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.purchases import PurchaseDraft, PurchaseKind
from qualitydesk.members.model.tiers import MoveFilter, MoveState
from qualitydesk.members.service import Purchases
from qualitydesk.members.service.holds import Holds, hold_for
from qualitydesk.members.ui.overview_page import OverviewPage
from qualitydesk.members.ui.pin_dialog import PinDialog
from qualitydesk.members.ui.simulation_dialog import SimulationDialog
from qualitydesk.members.ui.tier_panel import TierPanel
from qualitydesk.members.ui.tiers_page import TiersPage

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
DAY = timedelta(days=1)
D = TypeVar("D", bound=QWidget)


@pytest.fixture
def tills(clinic: Clinic) -> Tills:
    """Three who rise, one at the ground."""
    made = tills_of(clinic)
    for name, wan in (("甲甲", 20), ("乙乙", 50), ("丙丙", 100), ("丁丁", 3)):
        made.buy(made.member(name), wan * WAN)
    return made


@pytest.fixture
def page(tills: Tills, tools: Tools, shown: Shown, qtbot: QtBot) -> TiersPage:
    made = TiersPage(tools, tills.tiers, tills.clinic.directory, tills.by)
    shown(made)
    qtbot.waitUntil(lambda: len(made.proposals.moves.all_rows()) == 3 and made.proposals.all_button.isEnabled())
    return made


def key(widget: QWidget, which: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    assert in_front(widget.window())
    QTest.keyClick(QApplication.focusWidget() or widget, which, modifier)  # type: ignore[call-overload]


def the_dialog(qtbot: QtBot, kind: type[D]) -> D:
    def there() -> list[D]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    assert in_front(there()[0])
    return there()[0]


def words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_proposal_shows_its_calculation_and_what_was_counted(page: TiersPage, qtbot: QtBot) -> None:
    page.proposals.table.selectRow(2)  # the first who bought
    qtbot.waitUntil(lambda: "升级：普通 → 银卡" in words_in(page.card))
    words = words_in(page.card)
    for said in ("¥200,000.00", "截至", "2026-11-21", "12 个月", "会员等级第 1 版", "计入的消费（1 笔）", "B00001"):
        assert said in words, said
    assert page.page_title() and "3 proposals wait" in page._note.text()


def test_one_is_confirmed_and_several_are_by_keys(page: TiersPage, tills: Tills, qtbot: QtBot) -> None:
    page.proposals.table.setFocus()
    key(page, Qt.Key.Key_Return, CONTROL)
    asked = the_dialog(qtbot, PromptDialog)
    assert "金卡" in asked.words() or "银卡" in asked.words() or "VIP" in asked.words()
    key(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert tills.tiers.proposal_count() == 3
    page.proposals.table.setFocus()
    key(page, Qt.Key.Key_Return, CONTROL)
    key(the_dialog(qtbot, PromptDialog), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(page.proposals.moves.all_rows()) == 2)
    qtbot.waitUntil(lambda: page.proposals.done.text() == "1 confirmed just now")
    page.proposals.table.selectAll()
    qtbot.waitUntil(lambda: page.proposals.confirm_button.text() == "Confirm 2")
    page.proposals.table.setFocus()
    key(page, Qt.Key.Key_Return, CONTROL)
    asked = the_dialog(qtbot, PromptDialog)
    assert "2 rises, 0 falls" in asked.words()
    key(asked, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.proposals.done.text() == "2 confirmed just now")
    qtbot.waitUntil(lambda: page.proposals.table.empty_words().startswith("Nothing is proposed"))
    assert tills.tiers.proposal_count(MoveFilter(state=MoveState.CONFIRMED)) == 3
    assert not page.proposals.confirm_button.isEnabled()


def test_all_that_fit_are_confirmed_after_a_question_that_counts_them(
    page: TiersPage, tills: Tills, qtbot: QtBot
) -> None:
    page.proposals.table.setFocus()
    key(page, Qt.Key.Key_Return, CONTROL | SHIFT)
    dialog = the_dialog(qtbot, PromptDialog)
    assert "3 proposals" in dialog.words()
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not page.proposals.moves.all_rows())
    qtbot.waitUntil(lambda: page.proposals.done.text() == "3 confirmed just now")
    assert tills.tiers.proposal_count(MoveFilter(state=MoveState.CONFIRMED)) == 3


def test_declining_wants_a_reason(page: TiersPage, tills: Tills, qtbot: QtBot) -> None:
    page.proposals.table.setFocus()
    key(page, Qt.Key.Key_D, CONTROL)
    dialog = the_dialog(qtbot, PromptDialog)
    editor = dialog.findChild(QPlainTextEdit)
    assert editor is not None
    type_words(editor, "分期未付清")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(page.proposals.moves.all_rows()) == 2)
    (declined,) = tills.in_state(MoveState.DECLINED)
    assert declined.reason == "分期未付清"


def test_members_are_found_by_name_and_narrowed_by_tier(page: TiersPage, tills: Tills, qtbot: QtBot) -> None:
    tills.confirm_all()
    key(page, Qt.Key.Key_F, CONTROL)
    assert page.members.search.hasFocus()
    type_over(page.members.search, "丁")
    qtbot.waitUntil(lambda: [one.member.called for one in page.members.lines.all_rows()] == ["丁**"])
    qtbot.waitUntil(lambda: "距银卡还差" in words_in(page.card) and "¥170,000.00" in words_in(page.card))
    page.members.search.clear()
    page.members.tier.choose("gold")
    page.members.tier.picked.emit("gold")
    qtbot.waitUntil(lambda: [one.tier for one in page.members.lines.all_rows()] == ["gold"])
    qtbot.waitUntil(lambda: "升级：普通 → 金卡" in words_in(page.history))
    page.members.at_risk.click()
    qtbot.waitUntil(lambda: page.members.table.empty_words().startswith("Nobody fits"))


def test_a_tier_is_pinned_with_reason_and_end_and_unpinned_again(page: TiersPage, tills: Tills, qtbot: QtBot) -> None:
    key(page, Qt.Key.Key_F, CONTROL)
    type_over(page.members.search, "丁")
    qtbot.waitUntil(lambda: len(page.members.lines.all_rows()) == 1 and page.pin_button.isEnabled())
    who = page.members.lines.all_rows()[0].id
    key(page, Qt.Key.Key_P, CONTROL)
    dialog = the_dialog(qtbot, PinDialog)
    dialog.press_save()
    assert "reason" in dialog.problems_shown()
    dialog.tier.choose("vip")
    dialog.reason.setFocus()
    type_words(dialog.reason, "资产评估")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: tills.line(who).pinned_until == date(2027, 11, 21))
    assert tills.tier(who) == "vip"
    qtbot.waitUntil(page.unpin_button.isVisible)
    key(page, Qt.Key.Key_P, CONTROL | SHIFT)
    question = the_dialog(qtbot, PromptDialog)
    editor = question.findChild(QLineEdit)
    assert editor is not None
    type_words(editor, "评估到期")
    key(question, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: tills.line(who).pinned_until is None)


def test_thresholds_are_tried_and_a_ladder_out_of_order_is_told(page: TiersPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._rule is not None)
    key(page, Qt.Key.Key_T, CONTROL)
    dialog = the_dialog(qtbot, SimulationDialog)
    dialog.sums["silver"].set_fen(60 * WAN)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    assert "above that of the tier below" in dialog.problem.text() and dialog.tried() is None
    dialog.sums["silver"].set_fen(3 * WAN)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(dialog.shown.all_rows()) == 4)
    assert [(row[0].count, row[2].count) for row in dialog.shown.all_rows()] == [(1, 1), (1, 1), (1, 2), (1, 0)]
    assert "1 of 4 members would stand higher, 0 lower" in dialog.words.text()


def test_the_nearest_to_rise_are_listed_on_their_tab(page: TiersPage, tills: Tills, qtbot: QtBot) -> None:
    tills.confirm_all()
    page.tabs.setCurrentWidget(page.rising)
    qtbot.waitUntil(lambda: [one.member.called for one in page.rising.lines.all_rows()] == ["乙**", "甲**", "丁**"])


def test_the_list_is_exported_as_it_is_filtered(tills: Tills, tmp_path: Path) -> None:
    tills.confirm_all()
    target = tmp_path / "tiers.csv"
    from qualitydesk.members.model.tiers import TierFilter

    assert tills.tiers.export(target, TierFilter(tier="gold"), "zh") == 1
    text = target.read_text(encoding="utf-8-sig")
    assert "乙**" in text and "金卡" in text and "1000000" in text and "甲" not in text


def test_the_panel_shows_the_bar_what_comes_and_the_history(
    tills: Tills, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    tills.confirm_all()
    (line,) = tills.tiers.lines(limit=1)
    panel = TierPanel(tools, tills.tiers, line.id)
    shown(panel)
    qtbot.waitUntil(lambda: "2027-11-22" in words_in(panel))  # spending ages out
    assert "¥200,000 / 500,000 · 金卡" in words_in(panel) and "升级：普通 → 银卡" in words_in(panel)
    assert panel.bar.accessibleDescription() == "40 %"
    stranger = TierPanel(tools, tills.tiers, tills.member("新来"))
    shown(stranger)
    qtbot.waitUntil(lambda: stranger.nothing.isVisible() and not panel.isHidden())


def test_the_overview_says_what_it_shows_and_turns_its_charts_into_tables(
    tills: Tills, tools: Tools, shown: Shown, qtbot: QtBot, told: Told
) -> None:
    tills.confirm_all()
    page = OverviewPage(tools, tills.tiers)
    shown(page)
    qtbot.waitUntil(lambda: page.pyramid.drawn() is not None and page.moves.drawn() is not None)
    assert page.pyramid.sentence.text() == "Against the expected shares: more in VIP会员、金卡；fewer in 普通."
    assert "n = 4" in page.pyramid.method.text()
    assert page.spread.sentence.text() == "Of all who bought, 2 members (50.0 %) bring 80 % of the spending."
    assert page.moves.sentence.text() == "In twelve months 3 members rose and 0 fell."
    assert page.pyramid.tell(10, 0) == "VIP会员: 1 members, 25.0 %, expected 1–2 %"
    assert page.moves.tell(11, 1) == "2026-11: 3 up, 0 down"
    key(page, Qt.Key.Key_T, CONTROL)
    assert all(chart.stack.currentWidget() is chart.table for chart in (page.pyramid, page.spread, page.moves))
    assert [row[0].count for row in page.pyramid.rows.all_rows()] == [1, 1, 1, 1]
    page.pyramid.copy_button.click()
    assert not QGuiApplication.clipboard().pixmap().isNull()
    key(page, Qt.Key.Key_PageDown, CONTROL)
    key(page, Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: [one.place for one in page.payers.all_rows()] == [1, 2])
    assert not told.bugs


def test_who_is_about_to_fall_or_has_a_complaint_stands_on_one_list(
    tills: Tills, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    tills.confirm_all()
    silver, gold, *_ = tills.tiers.lines(sort="number")
    tills.tiers.pin(silver.id, "silver", "x", TODAY + DAY, tills.by())
    tills.go_to(date(2027, 12, 20))
    page = OverviewPage(tools, tills.tiers, lambda: {"complaint": [gold.id, silver.id, silver.id]})
    wanted: list[object] = []
    page.customer_wanted.connect(wanted.append)
    shown(page)
    qtbot.waitUntil(lambda: len(page.calls.all_rows()) == 2)
    first, second = page.calls.all_rows()
    assert (first.id, second.id) in {(silver.id, gold.id), (gold.id, silver.id)}
    assert {one.id: one.reasons for one in (first, second)}[gold.id][-1] == "complaint"
    assert page.tabs.tabText(0) == "Call today (2)"
    page.call_table.setFocus()
    key(page, Qt.Key.Key_Return)
    assert wanted == [first.id]


def test_who_is_held_stands_apart_from_who_is_called_with_the_complaint_or_the_reason(
    tills: Tills, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    tills.confirm_all()
    clinic = tills.clinic
    first, second, third, *_ = tills.tiers.lines(sort="number")
    holds, case_id = Holds(clinic.database, clinic.clock), new_id()
    with clinic.database.transaction() as connection:
        hold_for(connection, clinic.clock, "case", case_id, "TS-2026-0007", [first.id], tills.by())
    holds.put(second.id, "家中有丧", tills.by())
    page = OverviewPage(tools, tills.tiers, lambda: {"complaint": [first.id, second.id, third.id]})
    cases: list[object] = []
    wanted: list[object] = []
    page.case_wanted.connect(cases.append)
    page.customer_wanted.connect(wanted.append)
    shown(page)
    qtbot.waitUntil(lambda: [one.id for one in page.calls.all_rows()] == [third.id])
    assert {one.id for one in page.held.all_rows()} == {first.id, second.id}
    assert [page.tabs.tabText(at) for at in (0, 1)] == ["Call today (1)", "Held: not to be called (2)"]
    words = {one.id: page._held_for(one) for one in page.held.all_rows()}
    assert words[first.id] == "Complaint TS-2026-0007" and words[second.id].startswith("家中有丧")
    key(page, Qt.Key.Key_PageDown, CONTROL)
    assert page.tabs.currentWidget() is page.held_table
    for member in (first, second):
        page.held_table.select_key(member.id)
        page.held_table.setFocus()
        key(page, Qt.Key.Key_Return)
    assert (cases, wanted) == ([case_id], [second.id])


def test_pages_without_anybody_say_what_to_do_first(clinic: Clinic, tools: Tools, shown: Shown, qtbot: QtBot) -> None:
    tills = tills_of(clinic)
    page = TiersPage(tools, tills.tiers, clinic.directory, tills.by)
    shown(page)
    qtbot.waitUntil(lambda: page.proposals.moves.settled)
    assert "Nothing is proposed" in page.proposals.table.empty_words()
    page.tabs.setCurrentWidget(page.members)
    qtbot.waitUntil(lambda: "enter or import purchases first" in page.members.table.empty_words())
    overview = OverviewPage(tools, tills.tiers)
    shown(overview)
    qtbot.waitUntil(lambda: "Nobody to be called" in overview.call_table.empty_words())
    assert overview.pyramid.drawn() is None and "No purchases yet" in words_in(overview.pyramid)


def test_the_tier_beside_a_member_follows_a_purchase_and_says_what_waits_and_why(
    tills: Tills, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    clinic = tills.clinic
    purchases = Purchases(clinic.database, clinic.clock, clinic.directory)
    purchases.tell_counted(tills.tiers.after_postings)
    member = tills.member("戊戊")
    tills.buy(member, WAN)
    panel = TierPanel(tools, tills.tiers, member)
    shown(panel)
    qtbot.waitUntil(lambda: "¥10,000" in panel.words.text())
    assert not panel.pending.isVisible()
    draft = PurchaseDraft(member, clinic.home, TODAY, PurchaseKind.TREATMENT, 30 * WAN)
    tools.operations.write(purchases.record_purchase, draft, tills.by())
    qtbot.waitUntil(lambda: "¥310,000" in panel.words.text() and panel.pending.isVisible())
    said = panel.pending.accessibleDescription()
    for words in ("待确认：升级：普通 → 银卡", "截至 2026-11-21", "¥310,000.00", "¥200,000.00", "确认或不同意后生效"):
        assert words in said, words
    assert "待确认" not in panel.history.accessibleName()
