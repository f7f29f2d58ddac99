"""Beginning a round in every way: who leads, a visitor, people by lot, places, re-checks; planned and started."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.builders import HIRED, Group, a_pack
from tests.hands import in_front, type_over, type_words
from tests.inspections.ui.conftest import Shown

from qualitydesk.basics.changes import Change
from qualitydesk.basics.clock import FixedClock
from qualitydesk.directory.model import EmployeeDraft, PlaceDraft, PlaceKind, PostDraft, Sex
from qualitydesk.inspections.model import PlanFilter, PlanState, RoundKind, RoundState, SampleMethod
from qualitydesk.inspections.service import Plans
from qualitydesk.inspections.ui.plan_dialog import PlanDialog
from qualitydesk.inspections.ui.plan_page import PlanPage
from qualitydesk.inspections.ui.round_dialog import RoundDialog
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.inspections.ui.sample_dialog import SampleDialog
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import RecheckDue

Opening = Callable[..., RoundDialog]


@pytest.fixture
def opening(tools: Tools, house: Group, shown: Shown, qtbot: QtBot) -> Opening:
    """Ctrl+N on the list of rounds."""

    def opened(rechecks: list[RecheckDue] | None = None) -> RoundDialog:
        page = RoundsPage(
            tools, house.rounds, house.standards, house.directory, house.by, rechecks=lambda _where: rechecks or []
        )
        shown(page)
        page.begin()
        qtbot.waitUntil(lambda: bool(page.findChildren(RoundDialog)))
        dialog = page.findChildren(RoundDialog)[0]
        qtbot.waitUntil(lambda: dialog.people.people_list.count() > 0)
        assert in_front(dialog)
        return dialog

    return opened


def choose(dialog: RoundDialog, kind: RoundKind) -> None:
    dialog.kind.choose(kind)
    dialog.kind.picked.emit(kind)


def begun(house: Group) -> list[UUID]:
    return [line.id for line in house.rounds.lines()]


def test_a_lead_who_is_not_meant_is_told_beside_the_field_and_led_with_a_reason(
    opening: Opening, house: Group, qtbot: QtBot
) -> None:
    dialog = opening()
    dialog.people.tick_all()
    assert dialog.problems_shown() == {}
    choose(dialog, RoundKind.GROUP_ROUND)
    assert "总经理" in dialog.problems_shown()["inspector_ids"] or "gm" in dialog.problems_shown()["inspector_ids"]
    dialog.save_button.click()
    assert begun(house) == [] and "inspector_ids" in dialog.problems_shown()
    reason = dialog.leading.reason
    assert reason.isVisible()
    reason.setFocus()
    type_words(reason, "总经理委托")
    assert dialog.problems_shown() == {}
    QTest.keyClick(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(begun(house)) == 1)
    assert house.rounds.round(begun(house)[0]).lead_reason == "总经理委托"


def test_a_mystery_customers_round_asks_for_a_visitor_and_no_inspector(
    opening: Opening, house: Group, qtbot: QtBot
) -> None:
    dialog = opening()
    choose(dialog, RoundKind.MYSTERY)
    assert not dialog.lead.isVisible() and dialog.leading.visitor.isVisible()
    dialog.people.tick_all()
    assert house.me in dialog.people.chosen()  # who inspects nobody may be inspected
    dialog.save_button.click()
    assert set(dialog.problems_shown()) == {"visitor", "visitor_code"}
    type_over(dialog.leading.visitor, "钱女士")
    type_over(dialog.leading.code, "M-07")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(begun(house)) == 1)
    assert house.rounds.round(begun(house)[0]).inspectors == ("M-07",)


def test_people_are_drawn_by_lot_and_a_tick_by_hand_ends_the_draw(opening: Opening, house: Group, qtbot: QtBot) -> None:
    house.hire_many(6)
    dialog = opening()
    dialog.lot.ask_button.click()
    (asked,) = dialog.findChildren(SampleDialog)
    asked.size_box.setValue(3)
    asked.method.choose(SampleMethod.BY_POST)
    asked.save_button.click()
    qtbot.waitUntil(lambda: dialog.lot.sample is not None)
    sample = dialog.lot.sample
    assert sample is not None and dialog.people.chosen() == sample.drawn and len(sample.drawn) == 3
    assert str(sample.seed) in dialog.lot.told.text()
    qtbot.waitUntil(lambda: dialog.findChildren(SampleDialog) == [])
    dialog.lot.ask_button.click()
    dialog.findChildren(SampleDialog)[0].save_button.click()
    qtbot.waitUntil(lambda: dialog.lot.sample is not None and dialog.lot.sample.nth == 2)
    listed = dialog.people.people_list
    listed.setCurrentRow(5)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert dialog.lot.sample is None and dialog.lot.told.text() == ""
    assert dialog.read_draft().sample is None  # type: ignore[attr-defined]


def test_who_could_be_drawn_is_told_and_other_standards_end_the_draw(
    opening: Opening, house: Group, qtbot: QtBot
) -> None:
    house.adopt(a_pack("guides", 2).replace("[sections]", 'posts = ["guide"]\n[sections]', 1), "guides")
    house.adopt(a_pack("nurses", 2).replace("[sections]", 'posts = ["nurse"]\n[sections]', 1), "nurses")
    nurse = house.directory.save_post(PostDraft("nurse", "护士"), house.by()).value
    boss = house.directory.save_post(PostDraft("gm", "总经理"), house.by()).value
    for number, post in (("N1", nurse), ("HQ1", boss)):
        draft = EmployeeDraft(number, number, Sex.MALE, HIRED, None, house.desk, post, None)
        house.directory.save_employee(draft, house.by())
    dialog = opening()

    def choose_packs(*codes: str, people: int) -> None:
        dialog.packs.choose(codes)
        dialog.packs.picked.emit(codes)
        qtbot.waitUntil(lambda: dialog.people.people_list.count() == people)

    choose_packs("guides", people=2)
    dialog.lot.ask_button.click()
    asked = dialog.findChildren(SampleDialog)[-1]
    assert asked.frame.text().startswith("2 people (导医 2). Only people of this institution")
    asked.save_button.click()
    qtbot.waitUntil(lambda: dialog.lot.sample is not None)
    assert set(dialog.people.chosen()) == set(house.people)
    choose_packs("guides", "walk", people=4)
    assert dialog.lot.sample is None and "draw again" in dialog.lot.told.text()
    choose_packs("guides", "nurses", people=3)
    qtbot.waitUntil(lambda: dialog.findChildren(SampleDialog) == [])
    dialog.lot.ask_button.click()
    asked = dialog.findChildren(SampleDialog)[-1]
    asked.size_box.setValue(1)
    asked.save_button.click()
    qtbot.waitUntil(lambda: dialog.lot.sample is not None)
    missing = "标准 guides" if dialog.people.chosen()[0] not in house.people else "标准 nurses"
    assert f"Nobody among them is meant by: {missing}." in dialog.lot.told.text()


def test_a_round_begun_by_lot_keeps_its_draw(opening: Opening, house: Group, qtbot: QtBot) -> None:
    house.hire_many(6)
    dialog = opening()
    dialog.lot.ask_button.click()
    dialog.findChildren(SampleDialog)[0].save_button.click()
    qtbot.waitUntil(lambda: dialog.lot.sample is not None)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(begun(house)) == 1)
    assert house.rounds.prove_sample(begun(house)[0]).drawn_again


def test_places_come_with_a_pack_for_places(opening: Opening, house: Group, qtbot: QtBot) -> None:
    house.adopt(a_pack("hall", 2).replace('target = "person"', 'target = "place"'), "hall")
    hall = house.directory.save_place(PlaceDraft(house.institution, "一楼大厅", PlaceKind.HALL), house.by()).value
    dialog = opening()
    assert dialog.pack_codes() == ("walk",) and dialog.people.chosen_places() == ()
    dialog.packs.choose(["walk", "hall"])
    dialog.packs.picked.emit(("walk", "hall"))
    qtbot.waitUntil(lambda: dialog.people.people_list.count() == 3)
    dialog.people.tick_all()
    assert dialog.people.chosen_places() == (hall,)
    assert "2 people · 1 places · 10 items" in dialog.totals.text()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(begun(house)) == 1)
    assert [stop.place_id for stop in house.walk(begun(house)[0]).stops] == [None, None, hall]


def test_rechecks_due_here_are_offered_and_taken_along_first(opening: Opening, house: Group, qtbot: QtBot) -> None:
    house.adopt(a_pack("more", 2), "more")
    due = RecheckDue(
        house.me,
        "ZG-BJC-2026-0001",
        "重新培训",
        date(2026, 11, 20),
        house.institution,
        house.people[1],
        None,
        "MORE-01",
    )
    dialog = opening([due])
    dialog.packs.choose(["walk"])
    dialog.packs.picked.emit(("walk",))
    qtbot.waitUntil(dialog.rechecks.bar.isVisible)
    assert "ZG-BJC-2026-0001" in dialog.rechecks.told.text()
    dialog.rechecks.take_button.click()
    qtbot.waitUntil(lambda: dialog.people.chosen() == (house.people[1],))
    assert set(dialog.pack_codes()) == {"walk", "more"}


@pytest.fixture
def plans(house: Group) -> Plans:
    return Plans(house.database, house.clock, house.directory, house.rounds)


@pytest.fixture
def plan_page(tools: Tools, house: Group, plans: Plans, shown: Shown, qtbot: QtBot) -> PlanPage:
    page = PlanPage(tools, plans, house.rounds, house.standards, house.directory, house.by)
    shown(page)
    qtbot.waitUntil(lambda: page.lines.settled and tools.operations.pending == 0)
    return page


def planned(page: PlanPage, house: Group, plans: Plans, qtbot: QtBot, note: str = "看仪容") -> UUID:
    """Ctrl+N, a note, Save."""
    assert in_front(page.window())
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(page.findChildren(PlanDialog)))
    dialog = page.findChildren(PlanDialog)[0]
    qtbot.waitUntil(lambda: dialog.people.people_list.count() > 0)
    assert dialog.totals.text() == "Nobody named: everybody meant on the day"
    before = len(plans.lines())
    type_words(dialog.note, note)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(plans.lines()) == before + 1)
    qtbot.waitUntil(lambda: page.findChildren(PlanDialog) == [])
    return plans.lines()[-1].id


def test_an_empty_plan_says_what_to_do_first(plan_page: PlanPage) -> None:
    assert "Plan a round" in plan_page.table.empty_words()
    assert not plan_page.start.isEnabled() and not plan_page.drop.isEnabled()


def test_a_plan_made_and_started_by_keys_is_walked(
    plan_page: PlanPage, house: Group, plans: Plans, qtbot: QtBot
) -> None:
    plan_id = planned(plan_page, house, plans, qtbot)
    assert plans.plan_of(plan_id).draft.employee_ids == ()  # nobody named: whoever is meant that day
    qtbot.waitUntil(lambda: plan_page.table.current_row() is not None)
    assert in_front(plan_page.window())
    with qtbot.waitSignal(plan_page.walk_wanted) as wanted:
        QTest.keyClick(plan_page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: bool(plan_page.findChildren(RoundDialog)))
        dialog = plan_page.findChildren(RoundDialog)[0]
        qtbot.waitUntil(lambda: len(dialog.people.chosen()) == 2)
        dialog.save_button.click()
    assert house.rounds.round(wanted.args[0]).state is RoundState.OPEN
    assert plans.plan_of(plan_id).state is PlanState.STARTED
    qtbot.waitUntil(lambda: plan_page.lines.rowCount() == 0)


def test_a_plan_by_lot_is_drawn_when_started(plan_page: PlanPage, house: Group, plans: Plans, qtbot: QtBot) -> None:
    plan_page.begin()
    qtbot.waitUntil(lambda: bool(plan_page.findChildren(PlanDialog)))
    dialog = plan_page.findChildren(PlanDialog)[0]
    qtbot.waitUntil(lambda: dialog.people.people_list.count() > 0)
    dialog.lot.ask_button.click()
    asked = dialog.findChildren(SampleDialog)[0]
    asked.size_box.setValue(1)
    asked.save_button.click()
    assert dialog.lot.sample is None and dialog.lot.rule is not None
    assert not dialog.people.isEnabled()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(plans.lines()) == 1)
    (line,) = plans.lines()
    assert line.draft.sample is not None and line.draft.sample.size == 1
    qtbot.waitUntil(lambda: plan_page.table.current_row() is not None)
    plan_page.start.click()
    qtbot.waitUntil(lambda: any(type(one) is RoundDialog for one in plan_page.findChildren(RoundDialog)))
    begin = next(one for one in plan_page.findChildren(RoundDialog) if type(one) is RoundDialog)
    qtbot.waitUntil(lambda: begin.lot.sample is not None)
    assert len(begin.people.chosen()) == 1


def test_yesterdays_plan_is_marked_and_can_be_changed_and_called_off(
    plan_page: PlanPage, house: Group, plans: Plans, clock: FixedClock, qtbot: QtBot
) -> None:
    plan_id = planned(plan_page, house, plans, qtbot)
    clock.advance(timedelta(days=2))
    plan_page.refresh(frozenset({Change.PLANS}))
    qtbot.waitUntil(lambda: any(line.overdue for line in plan_page.lines.all_rows()))
    row = plan_page.lines.all_rows()[0]
    assert plan_page._state_of(row) == "Overdue"
    plan_page.table.opened.emit(row)
    qtbot.waitUntil(lambda: bool(plan_page.findChildren(PlanDialog)))
    dialog = plan_page.findChildren(PlanDialog)[0]
    qtbot.waitUntil(lambda: dialog.people.people_list.count() > 0)
    assert dialog.note.toPlainText() == "看仪容" and dialog.day.day() == date(2026, 11, 21)
    type_words(dialog.note, "，改期")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "改期" in plans.plan_of(plan_id).note)
    qtbot.waitUntil(lambda: plan_page.findChildren(PlanDialog) == [])
    assert in_front(plan_page.window())
    QTest.keyClick(plan_page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(plan_page.findChildren(PromptDialog)))
    (question,) = plan_page.findChildren(PromptDialog)
    type_words(question.findChild(QLineEdit), "停诊")
    qtbot.keyClick(question, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: plans.plan_of(plan_id).state is PlanState.DROPPED)
    assert [line.reason for line in plans.lines(PlanFilter(state=None))] == ["停诊"]
