"""The list of rounds and the dialog for a new one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot
from tests.builders import HIRED, Group, a_group, a_pack
from tests.hands import type_words
from tests.inspections.ui.conftest import Shown, finished

from qualitydesk.basics.changes import Change
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.initials import is_ready
from qualitydesk.directory.model import DepartmentDraft, EmployeeDraft, InstitutionDraft, Region, Sex
from qualitydesk.inspections.model import Given, RoundFilter, RoundKind, RoundLine, RoundState, Verdict
from qualitydesk.inspections.ui.round_dialog import RoundDialog, read_offer
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.sheets import read_sheet
from qualitydesk.storage.database import Database

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL)


@pytest.fixture
def rounds_page(tools: Tools, house: Group, shown: Shown, qtbot: QtBot) -> RoundsPage:
    page = RoundsPage(tools, house.rounds, house.standards, house.directory, house.by)
    shown(page)
    qtbot.waitUntil(lambda: page.lines.settled and tools.operations.pending == 0)
    return page


def test_an_empty_list_says_what_to_do_first(rounds_page: RoundsPage) -> None:
    assert "New round" in rounds_page.table.empty_words()
    assert not rounds_page.go_on.isEnabled() and not rounds_page.result.isEnabled()


def test_before_there_is_anybody_to_inspect_the_page_says_where_people_are_entered(
    tools: Tools, sqlite_database: Database, clock: FixedClock, shown: Shown, qtbot: QtBot
) -> None:
    group = a_group(sqlite_database, clock)  # its founder alone
    page = RoundsPage(tools, group.rounds, group.standards, group.directory, group.by)
    shown(page)
    qtbot.waitUntil(lambda: page.lines.settled and tools.operations.quiet)  # the people are asked for besides
    assert page.table.empty_words().startswith('Enter departments and people under "Directory" first')
    group.hire("G001", "张三")
    page.refresh(frozenset({Change.DIRECTORY}))
    qtbot.waitUntil(lambda: "New round" in page.table.empty_words())


def test_the_list_shows_rounds_newest_first_and_filters_them(
    rounds_page: RoundsPage, house: Group, clock: FixedClock, qtbot: QtBot, qtmodeltester: object
) -> None:
    finished(house, PASS, FAIL, PASS, PASS)
    clock.advance(timedelta(hours=1))
    house.begin("walk", kind=RoundKind.SELF_CHECK)
    rounds_page.lines.reload()
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 2)
    shown = [[str(rounds_page.lines.index(row, at).data()) for at in (0, 6, 7, 8)] for row in range(2)]
    assert shown == [["XJ-BJC-2026-0002", "0 / 8", "0", "—"], ["XJ-BJC-2026-0001", "8 / 8", "1", "87.5 %"]]
    qtmodeltester.check(rounds_page.lines)  # type: ignore[attr-defined]
    rounds_page.kind.choose(RoundKind.SELF_CHECK)
    rounds_page.kind.picked.emit(RoundKind.SELF_CHECK)
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 1)
    rounds_page.state.choose(RoundState.FINISHED)
    rounds_page.state.picked.emit(RoundState.FINISHED)
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 0)
    assert "Show all" in rounds_page.table.empty_words()
    rounds_page.clear.click()
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 2)


def test_enter_goes_on_with_an_open_round_and_shows_the_result_of_another(
    rounds_page: RoundsPage, house: Group, clock: FixedClock, qtbot: QtBot
) -> None:
    done = finished(house, *[PASS] * 4)
    clock.advance(timedelta(hours=1))
    under_way = house.begin("walk")
    rounds_page.lines.reload()
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 2)
    rounds_page.table.select_key(under_way)
    with qtbot.waitSignal(rounds_page.walk_wanted) as walk:
        QTest.keyClick(rounds_page.table, Qt.Key.Key_Return)
    rounds_page.table.select_key(done)
    assert not rounds_page.go_on.isEnabled()
    with qtbot.waitSignal(rounds_page.result_wanted) as result:
        QTest.keyClick(rounds_page.table, Qt.Key.Key_Return)
    assert (walk.args, result.args) == ([under_way], [done])


def test_an_open_round_is_given_up_with_a_reason(
    rounds_page: RoundsPage, house: Group, clock: FixedClock, qtbot: QtBot
) -> None:
    done = finished(house, *[PASS] * 4)
    clock.advance(timedelta(hours=1))
    under_way = house.begin("walk")
    rounds_page.lines.reload()
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 2)
    rounds_page.table.select_key(done)
    assert not rounds_page.give_up.isEnabled()
    rounds_page.table.select_key(under_way)
    qtbot.mouseClick(rounds_page.give_up, Qt.MouseButton.LeftButton)
    (question,) = rounds_page.findChildren(PromptDialog)
    assert "XJ-BJC-2026-0002, 0 of 8 answered" in question.words()
    accept = next(found for found in question.findChildren(QPushButton) if found.text() == "Give up round")
    assert not accept.isEnabled()
    type_words(question.findChild(QLineEdit), "医院停电，改期再查")
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rounds_page.lines.index(0, 9).data() == "Given up")
    assert rounds_page.lines.index(0, 9).data(Qt.ItemDataRole.ToolTipRole) == "医院停电，改期再查"
    assert "医院停电，改期再查" in rounds_page.lines.index(0, 9).data(Qt.ItemDataRole.AccessibleTextRole)
    assert house.rounds.round(under_way).state is RoundState.ABANDONED
    assert rounds_page.table.current_row().id == under_way
    assert not rounds_page.give_up.isEnabled() and not rounds_page.go_on.isEnabled()
    assert rounds_page.lines.index(1, 9).data(Qt.ItemDataRole.ToolTipRole) is None


def test_whoever_thinks_better_of_it_gives_up_nothing(rounds_page: RoundsPage, house: Group, qtbot: QtBot) -> None:
    round_id = house.begin("walk")
    rounds_page.lines.reload()
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 1)
    rounds_page.table.setFocus()
    qtbot.keyClick(rounds_page.table, Qt.Key.Key_Delete)
    (question,) = rounds_page.findChildren(PromptDialog)
    type_words(question.findChild(QLineEdit), "x")
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: rounds_page.findChildren(PromptDialog) == [])
    assert house.rounds.round(round_id).state is RoundState.OPEN


def new_round(tools: Tools, house: Group, qtbot: QtBot) -> RoundDialog:
    dialog = RoundDialog(tools, house.rounds, read_offer(house.directory, house.standards, house.rounds), house.by)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.people.people_list.count() > 0)
    return dialog


def test_a_new_round_offers_everybody_meant_and_counts_the_items(tools: Tools, house: Group, qtbot: QtBot) -> None:
    man = house.hire("G900", "周一", Sex.MALE)
    house.adopt(a_pack("ladies", 3).replace("[sections]", 'sex = "female"\n[sections]', 1), "ladies")
    dialog = new_round(tools, house, qtbot)
    assert dialog.read_draft().employee_ids == ()
    dialog.people.tick_all()
    draft = dialog.read_draft()
    assert (draft.kind, draft.institution_id, draft.inspector_ids) == (
        RoundKind.PATROL,
        house.institution,
        (house.me,),
    )
    assert set(draft.pack_codes) == {"walk", "ladies"}
    assert draft.employee_ids == tuple(house.people) and man in draft.employee_ids  # and not the inspector herself
    assert "3" in dialog.totals.text() and str(7 + 7 + 4) in dialog.totals.text()


def test_people_are_ticked_off_ordered_and_kept_so_when_packs_change(tools: Tools, house: Group, qtbot: QtBot) -> None:
    first, second = house.people
    third = house.hire("G900", "周一")
    house.adopt(a_pack("more", 2), "more")
    dialog = new_round(tools, house, qtbot)
    listed = dialog.people.people_list
    dialog.people.tick_all()
    listed.item(0).setCheckState(Qt.CheckState.Unchecked)
    listed.setCurrentRow(2)
    dialog.activateWindow()
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    QTest.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.people.chosen() == (third, second)
    dialog.packs.choose(["more"])
    dialog.packs.picked.emit(("more",))
    qtbot.waitUntil(lambda: "4" in dialog.totals.text())
    assert dialog.people.chosen() == (third, second)
    assert first not in dialog.read_draft().employee_ids


def test_inspectors_begin_with_oneself_then_colleagues_then_other_institutions(
    tools: Tools, house: Group, qtbot: QtBot
) -> None:
    far = house.directory.save_institution(InstitutionDraft("TJH", "和平医院", Region.OTHER), house.by()).value
    ward = house.directory.save_department(DepartmentDraft(far, "护理部"), house.by()).value
    draft = EmployeeDraft("A000", "远" * 40, Sex.FEMALE, HIRED, None, ward, house.guide, house.me)
    stranger = house.directory.save_employee(draft, house.by()).value
    dialog = new_round(tools, house, qtbot)
    offered = dialog.inspectors.findChild(QListWidget)

    def order() -> list[str]:
        return [offered.item(at).text().split(" ")[0] for at in range(offered.count())]

    assert dialog.lead.chosen() == house.me
    assert order() == ["王导医1", "李导医2", "远" * 40]
    assert offered.item(2).text().endswith("和平医院")
    assert not offered.horizontalScrollBar().isVisible()
    assert dialog.inspectors.chosen() == ()
    dialog.institution.choose(far)
    dialog.institution.picked.emit(far)
    assert order() == ["远" * 40, "王导医1", "李导医2"]
    offered.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.read_draft().inspector_ids == (house.me, stranger)


def test_search_hides_and_a_department_is_ticked_at_once(tools: Tools, house: Group, qtbot: QtBot) -> None:
    dialog = new_round(tools, house, qtbot)
    dialog.people._search.setText("G001")
    hidden = [dialog.people.people_list.item(at).isHidden() for at in range(2)]
    assert hidden == [True, False]
    qtbot.waitUntil(is_ready, timeout=30_000)
    for typed, hidden in (("dyt", [False, False]), ("ldy", [True, False]), ("hs", [True, True])):
        dialog.people._search.setText(typed)  # the department's initials, the name's, a post nobody has
        assert [dialog.people.people_list.item(at).isHidden() for at in range(2)] == hidden, typed
    dialog.people._search.clear()
    assert dialog.people.chosen() == ()
    dialog.people._groups.choose(("department", house.desk))
    dialog.people._whole.click()
    assert dialog.people.chosen() == tuple(house.people)


def test_an_empty_draft_is_told_beside_the_fields(tools: Tools, house: Group, qtbot: QtBot) -> None:
    dialog = new_round(tools, house, qtbot)
    dialog.lead.choose(None)
    dialog.save_button.click()
    assert set(dialog.problems_shown()) == {"inspector_ids", "employee_ids"}


def test_begin_round_writes_it_and_wants_it_walked(rounds_page: RoundsPage, house: Group, qtbot: QtBot) -> None:
    rounds_page.begin()
    qtbot.waitUntil(lambda: bool(rounds_page.findChildren(RoundDialog)))
    dialog = rounds_page.findChildren(RoundDialog)[0]
    qtbot.waitUntil(lambda: dialog.people.people_list.count() == 2)
    dialog.people.tick_all()
    with qtbot.waitSignal(rounds_page.walk_wanted) as wanted:
        dialog.save_button.click()
    assert house.rounds.round(wanted.args[0]).state is RoundState.OPEN


def test_rows_are_values_of_the_service(rounds_page: RoundsPage, house: Group, qtbot: QtBot) -> None:
    house.begin("walk")
    rounds_page.lines.reload()
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 1)
    assert isinstance(rounds_page.lines.all_rows()[0], RoundLine)


def test_rounds_are_searched_by_number_and_inspector_and_narrowed_by_days(
    rounds_page: RoundsPage, house: Group, clock: FixedClock, qtbot: QtBot
) -> None:
    first = house.begin("walk")
    clock.advance(timedelta(days=40))
    second = house.begin("walk")
    rounds_page.refresh(frozenset({Change.DIRECTORY}))
    qtbot.waitUntil(lambda: rounds_page.lines.rowCount() == 2)
    qtbot.waitUntil(lambda: rounds_page.filters.inspector.count() == 1)

    def shown() -> list[object]:
        return [line.id for line in rounds_page.lines.all_rows()]

    search = rounds_page.filters.search
    search.setFocus()
    type_words(search, "0001")
    qtbot.waitUntil(lambda: shown() == [first])
    search.clear()
    type_words(search, "李敏")
    qtbot.waitUntil(lambda: shown() == [second, first])
    type_words(search, "x")
    qtbot.waitUntil(lambda: shown() == [])
    rounds_page.clear.click()
    qtbot.waitUntil(lambda: shown() == [second, first])
    rounds_page.filters.period.choose("week")
    rounds_page.filters.period.picked.emit("week")
    qtbot.waitUntil(lambda: shown() == [second])
    assert rounds_page.filters.since.day() == date(2026, 12, 25)
    rounds_page.filters.since.set_day(date(2026, 11, 21))
    qtbot.waitUntil(lambda: shown() == [second, first])
    assert rounds_page.filters.period.chosen() is None


def test_the_list_as_narrowed_is_written_to_a_file(house: Group, clock: FixedClock, tmp_path: Path) -> None:
    finished(house, Given(Verdict.FAIL), Given(Verdict.PASS), Given(Verdict.PASS), Given(Verdict.PASS))
    house.begin("walk")
    path = tmp_path / "rounds.csv"
    assert house.rounds.export_lines(path, RoundFilter(state=RoundState.FINISHED), "zh") == 1
    head, row = path.read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith("编号,类型,机构,带队")
    assert row.startswith("XJ-BJC-2026-0001,日常巡查,朝阳门诊,李敏,2026-11-21 10:00")
    book = tmp_path / "rounds.xlsx"
    assert house.rounds.export_lines(book, RoundFilter(), "en") == 2
    assert read_sheet(book).rows[0].cells[6] == "Open"
