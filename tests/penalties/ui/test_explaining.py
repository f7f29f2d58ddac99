"""Why a sum is what it is: the same card by a click or F4, wherever a fine stands; the slip's papers by keys."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic
from tests.penalties.settling import OCTOBER, october
from tests.penalties.test_slip_papers import issued_with_explanation, published, second_slip
from tests.penalties.ui.test_penalties_ui import dialog, press, showing, shown, state_of

from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.table import Table
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model import SlipLine, SlipState
from qualitydesk.penalties.ui.act_dialog import ActDialog, ActOffer
from qualitydesk.penalties.ui.add_dialog import AddDialog
from qualitydesk.penalties.ui.choice_dialog import ChoiceDialog
from qualitydesk.penalties.ui.explaining import ExplainDialog
from qualitydesk.penalties.ui.finding_slips import SlipsOfFinding
from qualitydesk.penalties.ui.month_fines import MonthFinesDialog
from qualitydesk.penalties.ui.person_outlook import OutlookOfPerson
from qualitydesk.penalties.ui.person_points import PointsOfPerson
from qualitydesk.penalties.ui.person_slips import SlipsOfPerson
from qualitydesk.penalties.ui.points_page import PointsPage
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.rewards_page import RewardsPage
from qualitydesk.penalties.ui.settlement_page import SettlementPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage
from qualitydesk.penalties.ui.star_dialog import StarDialog
from qualitydesk.rulebook.model import Role

TODAY = date(2026, 11, 21)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def asked_by_key(qtbot: QtBot, table: Table) -> ExplainDialog:
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_F4)
    return dialog(qtbot, ExplainDialog)


def asked_by_click(qtbot: QtBot, table: Table) -> ExplainDialog:
    """A click on the first sum that asks."""
    model = table.model()
    columns = table._rows_model.columns
    at = next(place for place, column in enumerate(columns) if column.asks is not None)
    where = table.visualRect(model.index(0, at)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    return dialog(qtbot, ExplainDialog)


def tells_everything(told: ExplainDialog) -> None:
    """Rule text and edition, the act, counted and not counted with reasons, arithmetic, who decided and who typed."""
    words = words_on(told.card)
    for wanted in (
        "第 1 版",
        "50 元或 100 元",
        "XJ-BJ-2026-0002",
        "XJ-BJ-2026-0001",
        "counted",
        "¥50.00 + ¥50.00 + ¥50.00 = ¥150.00",
        "贺明远",
        "顾晓岚",
    ):
        assert wanted in words, wanted
    told.close()


def test_the_list_explains_a_sum_by_key_and_by_click_and_leads_to_the_slip(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    slip = issued_with_explanation(desk)
    page = SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    page.resize(1366, 700)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.lines.rowCount() == 2)
    tells_everything(asked_by_key(qtbot, page.table))
    tells_everything(asked_by_click(qtbot, page.table))
    wanted: list[UUID] = []
    page.slip_wanted.connect(wanted.append)
    told = asked_by_key(qtbot, page.table)
    told.done(told._FURTHER)
    qtbot.waitUntil(lambda: wanted == [slip.id])


def test_a_click_that_chooses_rows_asks_nothing(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    issued_with_explanation(desk)
    page = SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.lines.rowCount() == 2)
    columns = page.lines.columns
    at = next(place for place, column in enumerate(columns) if column.asks is not None)
    name = page.table.visualRect(page.lines.index(0, 1)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=name)
    free = page.table.visualRect(page.lines.index(1, at)).center()  # the first offence: a warning, no sum
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=free)
    qtbot.waitUntil(lambda: tools.operations.quiet)
    assert showing(ExplainDialog) is None


def test_proposals_explain_what_is_proposed_and_what_became_a_slip(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.sanction(date(2026, 11, 10), "G1", BADGE)
    round_id = desk.walk(date(2026, 11, 20), {"G1": [BADGE, BADGE_SIDE]})
    page = ProposalsPage(tools, desk.services.penalties, lambda: desk.by)
    shown(qtbot, page)
    page.show_round(round_id)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1 and tools.operations.quiet)
    assert "50 元或 100 元" in words_on(page.card), "the rule as it stood on that day"
    told = asked_by_key(qtbot, page.table)
    assert "¥150.00" in words_on(told.card)
    told.close()
    slip = desk.propose(round_id, "G1")
    desk.services.penalties.approve(slip.id, slip.revision, desk.boss)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tools.operations.quiet and page.rows.all_rows()[0].slip is not None)
    tells_everything(asked_by_key(qtbot, page.table))


def test_panels_of_employee_and_finding_and_a_settled_line_explain_the_same(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    slip = issued_with_explanation(desk)
    services, seen = desk.services, []
    kept = services.penalties.slip(slip.id).slip
    person = SlipsOfPerson(tools, services.penalties, desk.people["G1"], seen.append)
    finding = SlipsOfFinding(tools, services.penalties, services.findings, kept.finding_ids[0], seen.append)
    for panel in (person, finding):
        shown(qtbot, panel)
        table = panel.table
        qtbot.waitUntil(lambda table=table: table.model().rowCount() > 0)
        tells_everything(asked_by_key(qtbot, table))
    outlook = OutlookOfPerson(tools, services.penalties, desk.people["G1"])
    shown(qtbot, outlook)
    qtbot.waitUntil(lambda: outlook.following.rowCount() > 0)
    told = asked_by_key(qtbot, outlook.next_table)
    assert "第 1 版" in words_on(told.card)
    told.close()
    settled = SettlementPage(tools, services.settlements, lambda: desk.by, penalties=services.penalties)
    shown(qtbot, settled)
    qtbot.waitUntil(lambda: tools.operations.quiet)
    assert any(key.sequence == "F4" for key in settled.key_table.bound())


def test_the_months_fines_are_listed_summed_and_each_explained(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip, opened = issued_with_explanation(desk), []
    since = desk.services.today.month_begins()
    made = MonthFinesDialog(tools, desk.services.penalties, since, opened.append)
    made.open()
    qtbot.waitUntil(lambda: made.lines.rowCount() == 2)
    assert "¥150.00" in made.sentence.text()
    (month,) = [desk.services.today.figures().slips[-1]]
    assert (month.counted, month.of) == (15000, 2)
    tells_everything(asked_by_key(qtbot, made.table))
    qtbot.keyClick(made.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [slip.id])


def test_points_by_entry_employee_team_and_month_and_rewards_open_their_cards(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    october(desk)
    services = desk.services
    page = PointsPage(tools, services.points, services.directory, lambda: desk.by, now=desk.clock.now)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.month.month() is not None and tools.operations.quiet)
    page.month.choose(OCTOBER)
    page.month.picked.emit(OCTOBER)
    qtbot.waitUntil(lambda: page.people.rowCount() == 1 and page.entries.rowCount() == 4 and tools.operations.quiet)
    for at, (table, wanted) in enumerate(
        ((page.entry_table, "单明霞"), (page.person_table, "−¥"), (page.team_table, "¥10.00"))
    ):
        page.tabs.setCurrentIndex(at)
        qtbot.waitUntil(table.isVisible)
        told = asked_by_key(qtbot, table)
        assert wanted in words_on(told.card), (at, words_on(told.card))
        told.close()
        told = asked_by_click(qtbot, table)
        assert wanted in words_on(told.card)
        told.close()
    rewards = RewardsPage(tools, services.rewards, services.directory, lambda: desk.by)
    shown(qtbot, rewards)
    qtbot.waitUntil(lambda: rewards.lines.rowCount() == 1 and tools.operations.quiet)
    told = asked_by_key(qtbot, rewards.table)
    assert "¥100.00" in words_on(told.card)
    told.close()
    person = PointsOfPerson(tools, services.points, services.rewards, desk.people["C1"])
    shown(qtbot, person)
    qtbot.waitUntil(lambda: person.months.rowCount() == 1)
    told = asked_by_key(qtbot, person.month_table)
    assert "× ¥10.00" in words_on(told.card)
    told.close()


def test_a_rank_of_the_star_list_opens_its_card(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.sanction(date(2026, 10, 10), "G1", BADGE)
    rewards = desk.services.rewards
    houses = desk.services.directory.institutions()
    made = StarDialog(tools, rewards, rewards.offer(), houses, desk.by)
    made.open()
    qtbot.waitUntil(lambda: tools.operations.quiet)
    made.month.choose(date(2026, 10, 1))
    made.month.picked.emit(date(2026, 10, 1))
    qtbot.waitUntil(lambda: made.places.rowCount() > 0 and tools.operations.quiet)
    told = asked_by_key(qtbot, made.table)
    assert told.card.accessibleDescription() == made.card.accessibleDescription()
    told.close()
    made.finish()


# Running sums of dialogs


def test_the_running_sum_of_a_free_act_opens_the_card_by_key_and_by_click_and_follows_the_act(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    desk.sanction(date(2026, 11, 10), "G1", BADGE)
    penalties = desk.services.penalties
    people = desk.services.directory.people()
    offer = ActOffer(tuple(people), tuple(penalties.act_items()), penalties.now())
    made = ActDialog(tools, penalties, offer, lambda: desk.by, lambda _line: None)
    made.open()
    qtbot.keyClick(made, Qt.Key.Key_F4)
    assert showing(ExplainDialog) is None, "no sum yet"
    made.item.choose(BADGE)
    made.item.picked.emit(BADGE)
    made.employee.choose(desk.people["G1"])
    made.employee.picked.emit(desk.people["G1"])
    qtbot.waitUntil(made.outcome.isEnabled)
    assert "¥150.00" in made.outcome.text()
    made.words.setPlainText("在导医台玩手机")
    qtbot.keyClick(made.employee, Qt.Key.Key_F4)
    told = dialog(qtbot, ExplainDialog)
    words = words_on(told.card)
    for wanted in (
        "在导医台玩手机",
        "第 1 版",
        "XJ-BJ-2026-0001",
        "counted",
        "¥50.00 + ¥50.00 + ¥50.00 = ¥150.00",
        "总经理",
        "贺明远",
    ):
        assert wanted in words, wanted
    told.close()
    made.column.choose(False)
    made.column.picked.emit(False)
    qtbot.waitUntil(lambda: made.outcome.isEnabled() and "¥150.00" not in made.outcome.text())
    qtbot.mouseClick(made.outcome, Qt.MouseButton.LeftButton)
    again = dialog(qtbot, ExplainDialog)
    assert "not counted" in words_on(again.card)
    again.close()
    made.finish()


def test_the_running_sums_of_a_changed_proposal_and_of_an_act_put_in_open_the_card_too(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    desk.sanction(date(2026, 11, 10), "G1", BADGE)
    round_id = desk.walk(date(2026, 11, 20), {"G1": [BADGE], "G2": []})
    penalties = desk.services.penalties
    proposal = next(one for one in penalties.proposals(round_id) if one.employee_id == desk.people["G1"])
    changed = ChoiceDialog(tools, penalties, proposal, penalties.leeway(proposal.decision), lambda: desk.by)
    changed.open()
    changed.leave_out.choose(Role.HEAD.value)
    changed.leave_out.picked.emit(Role.HEAD.value)
    qtbot.waitUntil(lambda: changed.total.text() == "¥100.00")
    qtbot.keyClick(changed, Qt.Key.Key_F4)
    told = dialog(qtbot, ExplainDialog)
    assert "¥50.00 + ¥50.00 = ¥100.00" in words_on(told.card)
    told.close()
    changed.finish()
    added = AddDialog(tools, penalties, round_id, penalties.addable(round_id), lambda: desk.by)
    added.open()
    one = next(one for one in penalties.addable(round_id) if one.employee_id == desk.people["G2"])
    added.person.choose(one.employee_id)
    added.person.picked.emit(one.employee_id)
    added.item.choose(one.item_code)
    added.item.picked.emit(one.item_code)
    qtbot.waitUntil(added.outcome.isEnabled)
    qtbot.mouseClick(added.outcome, Qt.MouseButton.LeftButton)
    told = dialog(qtbot, ExplainDialog)
    assert "第 1 版" in words_on(told.card)
    told.close()
    added.finish()


# Papers from the slip's page


def opened_on(qtbot: QtBot, tools: Tools, desk: Clinic, slip: SlipLine) -> SlipPage:
    page = SlipPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    page.show_slip(slip.id)
    qtbot.waitUntil(page.preview_button.isVisible)
    qtbot.waitUntil(lambda: tools.operations.quiet)
    return page


def test_a_slip_is_issued_with_its_explanation_by_one_tick(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = second_slip(desk)
    page = opened_on(qtbot, tools, desk, slip)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot, PromptDialog)
    (box,) = asked.findChildren(QCheckBox)
    assert not box.isChecked()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(asked, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: state_of(desk, slip.id).state is SlipState.ISSUED)
    kept = desk.services.penalties.slip(slip.id).slip
    assert kept.appendix_paper_id is not None
    qtbot.waitUntil(lambda: "appendix" in page.view.paper.text())
    press(qtbot, page, Qt.Key.Key_E, CTRL, SHIFT)
    dialog(qtbot, PreviewDialog).close()


def test_the_explanation_is_archived_later_from_the_page_after_a_question(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    slip = second_slip(desk)
    desk.services.penalties.issue(slip.id, slip.revision + 1, desk.by)
    page = opened_on(qtbot, tools, desk, slip)
    press(qtbot, page, Qt.Key.Key_E, CTRL, SHIFT)
    asked = dialog(qtbot, PromptDialog)
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    dialog(qtbot, PreviewDialog).close()
    assert desk.services.penalties.slip(slip.id).slip.appendix_paper_id is not None


def test_a_slip_whose_notice_no_longer_holds_offers_the_correction_first(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    slip = published(desk)
    penalties = desk.services.penalties
    page = opened_on(qtbot, tools, desk, slip)
    assert not page.correct_button.isVisible()
    penalties.withdraw(slip.id, penalties.slip(slip.id).slip.revision, "证据不足", desk.by)
    page.refresh(frozenset())
    qtbot.waitUntil(page.correct_button.isVisible)
    press(qtbot, page, Qt.Key.Key_N, CTRL, SHIFT)
    asked = dialog(qtbot, PromptDialog)
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    dialog(qtbot, PreviewDialog).close()
    qtbot.waitUntil(lambda: not page.correct_button.isVisible())
    assert penalties.sheet(slip.id).correction_number == "GZ-BJ-2026-0001"


def test_the_list_offers_the_correction_of_those_chosen_and_says_beside_them_that_it_is_due(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    slip = published(desk)
    penalties = desk.services.penalties
    penalties.withdraw(slip.id, penalties.slip(slip.id).slip.revision, "证据不足", desk.by)
    page = SlipsPage(tools, penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.lines.rowCount() == 2 and tools.operations.quiet)
    page.table.select_key(slip.id)
    qtbot.waitUntil(page.correct_button.isVisible)
    row = page.lines.row_of(slip.id)
    assert page.lines.index(row, 8).data() == "Its notice is to be corrected"
    press(qtbot, page, Qt.Key.Key_K, CTRL, SHIFT)
    asked = dialog(qtbot, PromptDialog)
    assert "told of them: 1." in asked.words()
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    dialog(qtbot, PreviewDialog).close()
    qtbot.waitUntil(lambda: not page.correct_button.isVisible())


def test_a_proposal_without_money_has_no_running_sum(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    round_id = desk.walk(date(2026, 11, 20), {"G1": [BADGE]})
    penalties = desk.services.penalties
    (proposal,) = penalties.proposals(round_id)
    made = ChoiceDialog(tools, penalties, proposal, penalties.leeway(proposal.decision), lambda: desk.by)
    made.open()
    assert not proposal.decision.payments and not made.total.isVisible()
    made.finish()
