"""Wishes through their pages, by real keys: logged, forwarded, answered, made a complaint."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.complaints.desk import Desk, a_desk
from tests.complaints.ui.conftest import Eye, Shown
from tests.hands import in_front, type_words

from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model import CaseDraft
from qualitydesk.complaints.model.wishes import WishKind, WishOutcome, WishState
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.complaints.ui.intaking import Intaking
from qualitydesk.complaints.ui.matters import Matter, Matters
from qualitydesk.complaints.ui.wishes import WishesPage, WishPage
from qualitydesk.complaints.ui.wishes.step_dialogs import WishAnswerDialog, WishForwardDialog
from qualitydesk.complaints.ui.wishes.wish_dialog import WishDialog
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerDraft
from qualitydesk.storage.database import Database

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(sqlite_database: Database, clock: FixedClock) -> Desk:
    return a_desk(sqlite_database, clock)


@pytest.fixture
def customer(desk: Desk) -> UUID:
    """On record, all staff being asked to take care."""
    draft = CustomerDraft("赵一鸣", telephones=("13900001111",), institution_id=desk.house.group.institution)
    made = desk.house.members.add_customer(draft, desk.house.by()).value
    desk.house.members.flag_patient(made, "情绪易激动，由主管陪同", desk.house.by())
    return made


def press(key: Qt.Key, over: QWidget | None = None) -> None:
    """A key, to whoever has the focus; `over`: the page a dialog has just gone from."""
    assert over is None or in_front(over.window())
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def save(dialog: QWidget) -> None:
    assert in_front(dialog)
    QTest.keyClick(dialog, Key.Key_Return, CONTROL)


@pytest.fixture
def page(desk: Desk, tools: Tools, shown: Shown, look: Look) -> WishesPage:
    house = desk.house
    made = WishesPage(tools, desk.wishes, house.members, house.group.directory, house.clock, house.by)
    shown(made)
    return made


Turn = Callable[[UUID], WishPage]


@pytest.fixture
def turn(desk: Desk, tools: Tools, shown: Shown, look: Look, eye: Eye) -> Turn:
    made = WishPage(tools, desk.wishes, desk.house.group.directory, desk.house.clock, desk.house.by)
    shown(made)

    def to(wish_id: UUID) -> WishPage:
        made.show_record(wish_id)
        eye.until(lambda: made.found is not None and made.found.line.id == wish_id)
        assert in_front(made.window())
        return made

    return to


def test_praise_is_logged_by_keys_with_whom_it_names(page: WishesPage, desk: Desk, eye: Eye) -> None:
    wanted: list[UUID] = []
    page.record_wanted.connect(wanted.append)
    eye.until(lambda: "Ctrl+N" in page.table.empty_words())
    QTest.keyClick(page.table, Key.Key_N, CONTROL)
    dialog = eye.dialog(WishDialog)
    save(dialog)
    assert set(dialog.problems_shown()) == {"party", "words"}
    dialog.kind.choose(WishKind.PRAISE)
    dialog.customer.name.setFocus()
    type_words(dialog.customer.name, "王丽华")
    dialog.words.setFocus()
    type_words(dialog.words, "导医热情周到")
    line = dialog.employees.line.lineEdit()
    assert line is not None
    line.setFocus()
    type_words(line, "G000")
    dialog.employees.line.completer().popup().hide()
    QTest.keyClick(line, Key.Key_Return)
    QApplication.processEvents()
    save(dialog)
    eye.until(lambda: bool(wanted))
    found = desk.wishes.wish(wanted[0]).line
    assert (found.kind, found.party, [name for _id, name in found.named]) == (WishKind.PRAISE, "王丽华", ["王导医1"])
    eye.until(lambda: page.lines.rowCount() == 1)


def test_who_stays_unnamed_is_not_asked_for(page: WishesPage, desk: Desk, eye: Eye) -> None:
    page.begin()
    dialog = eye.dialog(WishDialog)
    dialog.anonymous.setFocus()
    press(Key.Key_Space)
    assert not dialog.customer.isVisible()
    dialog.words.setPlainText("希望增加停车位")
    save(dialog)
    eye.until(lambda: desk.wishes.count() == 1)
    assert desk.wishes.lines()[0].party == ""
    eye.until(lambda: page.lines.rowCount() == 1)


def test_somebody_on_record_is_found_by_initials_and_the_flag_is_told(
    page: WishesPage, desk: Desk, customer: UUID, eye: Eye
) -> None:
    page.begin()
    dialog = eye.dialog(WishDialog)
    dialog.customer.name.setFocus()
    type_words(dialog.customer.name, "赵一")
    popup = dialog.customer._completer.popup()
    eye.until(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert dialog.customer.name.text() == "赵**" and "All staff are asked" in dialog.customer.note.text()
    assert in_front(dialog)
    dialog.words.setPlainText("希望检查项目提前说明")
    save(dialog)
    eye.until(lambda: desk.wishes.count() == 1)
    line = desk.wishes.lines()[0]
    assert line.customer_id == customer and line.flagged
    assert desk.wishes.wish(line.id).party.telephone == "13900001111"
    eye.until(lambda: page.lines.rowCount() == 1)


def test_forwarded_and_answered_by_keys(turn: Turn, desk: Desk, eye: Eye) -> None:
    page = turn(desk.log())
    press(Key.Key_F)
    dialog = eye.dialog(WishForwardDialog)
    save(dialog)
    assert set(dialog.problems_shown()) == {"department_id"}
    dialog.department.choose(desk.logistics)
    dialog.department.picked.emit(desk.logistics)
    dialog.employee.choose(desk.keeper)
    save(dialog)
    eye.until(lambda: page.found.line.state is WishState.FORWARDED)
    assert page.found.line.employee == "孙保全"
    press(Key.Key_R, page)
    answer = eye.dialog(WishAnswerDialog)
    assert not answer.reason.isVisible()
    answer.outcome.choose(WishOutcome.NOT_TAKEN_UP)
    answer.outcome.picked.emit(WishOutcome.NOT_TAKEN_UP)
    assert answer.reason.isVisible()
    answer.words.setPlainText("已说明原因")
    save(answer)
    assert set(answer.problems_shown()) == {"reason"}
    answer.reason.setPlainText("空调统一控温")
    save(answer)
    eye.until(lambda: page.found.line.state is WishState.ANSWERED)
    assert "空调统一控温" in page.answer.text() and not page.verbs["forward"].isVisible()


def test_a_wish_is_handed_to_the_intake_and_becomes_a_complaint(
    turn: Turn, desk: Desk, customer: UUID, tools: Tools, eye: Eye
) -> None:
    house = desk.house
    party = desk.wish().party
    earlier = house.open(complainant=type(party)("赵一鸣", None, "13900001111", customer))
    wish_id = desk.log(party=type(party)("赵一鸣", None, "13900001111", customer), employees=(house.guide,))
    page = turn(wish_id)
    assert "情绪易激动" in page.flag.words()
    intaking = Intaking(tools, house.complaints, house.members, house.group.directory, house.clock, house.by, page)
    handed: list[CaseDraft] = []
    page.case_wanted.connect(handed.append)
    page.case_wanted.connect(lambda draft: intaking.begin(page, draft))
    press(Key.Key_K)
    dialog = eye.dialog(IntakeDialog)
    assert dialog.complainant.name.text() == "赵**" and handed[0].complainant.telephone == "139****1111"
    eye.until(dialog.duplicates.isVisible)
    assert "情绪易激动" in dialog.duplicates.words()
    assert [one.id for one in dialog.duplicates.found] == [earlier]
    save(dialog)
    eye.until(lambda: page.found.line.state is WishState.CASE)
    case = house.case(page.found.case[0])
    assert (case.intake.complainant.name, case.intake.complainant.telephone) == ("赵一鸣", "13900001111")
    assert [one.employee_id for one in case.people] == [house.guide] and case.intake.origin_id == wish_id
    seen: list[UUID] = []
    page.case_seen.connect(seen.append)
    press(Key.Key_G, page)
    assert seen == [case.line.id]


def test_a_customers_page_lists_complaints_and_wishes_together(
    desk: Desk, customer: UUID, tools: Tools, shown: Shown, look: Look, eye: Eye
) -> None:
    party = type(desk.wish().party)("赵一鸣", None, "13900001111", customer)
    desk.house.open(complainant=party)
    desk.house.later(minutes=1)
    desk.log(party=party)
    opened: list[Matter] = []
    panel = Matters(tools, desk.house.complaints, desk.wishes, opened.append, customer_id=customer)
    shown(panel)
    eye.until(lambda: panel.matters.rowCount() == 2)
    panel.table.setFocus()
    press(Key.Key_Return)
    assert [(one.case, one.number) for one in opened] == [(False, "YJ-BJC-2026-0001")]


def test_an_employees_page_lists_complaints_and_praise_together(
    desk: Desk, tools: Tools, shown: Shown, look: Look, eye: Eye
) -> None:
    desk.house.open()  # names the guide
    desk.house.later(minutes=1)
    desk.log(kind=WishKind.PRAISE, words="导医热情周到", employees=(desk.house.guide,))
    desk.log(words="不提到谁")
    opened: list[Matter] = []
    panel = Matters(tools, desk.house.complaints, desk.wishes, opened.append, employee_id=desk.house.guide)
    shown(panel)
    eye.until(lambda: panel.matters.rowCount() == 2)
    assert [one.kind for one in panel.matters.all_rows()] == ["表扬", "Complaint"]
