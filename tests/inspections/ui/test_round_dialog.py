"""The dialog for a new round: nothing begins by a slip of Enter, the numbers stay in sight, small screens hold it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import HIRED, Group, a_pack
from tests.hands import in_front, type_words
from tests.inspections.ui.conftest import Shown

from qualitydesk.directory.model import EmployeeDraft, PostDraft, Sex
from qualitydesk.inspections.model import RoundFilter
from qualitydesk.inspections.ui.round_dialog import MANY, RoundDialog, read_offer
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools

Asking = Callable[[], RoundDialog]


@pytest.fixture
def asking(tools: Tools, house: Group, shown: Shown, qtbot: QtBot) -> Asking:
    """Opens the dialog over a window and brings it to the front."""
    owner = QWidget()
    shown(owner)

    def opened() -> RoundDialog:
        offer = read_offer(house.directory, house.standards, house.rounds)
        dialog = RoundDialog(tools, house.rounds, offer, house.by, parent=owner)
        dialog.writes(house.rounds.open_round, house.by())
        dialog.open()
        qtbot.waitUntil(lambda: dialog.people.people_list.count() > 0)
        assert in_front(dialog)
        return dialog

    return opened


def rounds_begun(house: Group) -> int:
    return len(house.rounds.lines(RoundFilter()))


def in_sight(dialog: RoundDialog, widget: QWidget) -> bool:
    """Whether all of a widget lies in the window and nothing that scrolls hides a part of it."""
    whole = QRect(widget.mapTo(dialog, QPoint()), widget.size())
    return dialog.rect().contains(whole) and widget.visibleRegion().boundingRect() == widget.rect()


def tick_all(dialog: RoundDialog) -> None:
    """Ctrl+Shift+A, wherever one stands."""
    QTest.keyClick(
        dialog.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )


def headquarters(house: Group) -> UUID:
    """The general manager, entered at the clinic like everybody else, in the desk's department."""
    post = house.directory.save_post(PostDraft("gm", "总经理"), house.by()).value
    draft = EmployeeDraft("HQ01", "钱总", Sex.MALE, HIRED, None, house.desk, post, None)
    return house.directory.save_employee(draft, house.by()).value


def test_nobody_is_ticked_at_first_and_one_key_ticks_the_clinics_own(
    asking: Asking, house: Group, qtbot: QtBot
) -> None:
    boss = headquarters(house)
    dialog = asking()
    assert dialog.people.people_list.count() == 3 and dialog.people.chosen() == ()
    assert dialog.totals.text() == "0 people · 0 items"
    dialog.save_button.click()
    assert "Ctrl+Shift+A" in dialog.problems_shown()["employee_ids"] and rounds_begun(house) == 0
    assert dialog.people.all_button.text() == "Tick all meant here (2)"
    tick_all(dialog)
    assert dialog.people.chosen() == tuple(house.people)
    assert dialog.people.aside.text().startswith("1 people of the group's headquarters")
    assert "钱总" in dialog.people.people_list.item(2).text()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rounds_begun(house) == 1)
    (line,) = house.rounds.lines(RoundFilter())
    assert boss not in {stop.employee_id for stop in house.walk(line.id).stops}


def test_a_department_leaves_the_headquarters_out_a_post_and_a_search_take_them(asking: Asking, house: Group) -> None:
    boss = headquarters(house)
    dialog = asking()
    people = dialog.people
    people._groups.choose(("department", house.desk))
    people._whole.click()
    assert people.chosen() == tuple(house.people)
    people._groups.choose(("post", "gm"))
    people._whole.click()
    assert people.chosen() == (*house.people, boss)
    people._nobody.click()
    search = people.focusProxy()
    search.setFocus()
    type_words(search, "总经理")
    assert people.all_button.text() == "Tick those shown (1)"
    tick_all(dialog)
    assert people.chosen() == (boss,)


def test_whoever_ticked_all_meant_has_all_meant_by_further_standards_too(
    asking: Asking, house: Group, qtbot: QtBot
) -> None:
    house.adopt(a_pack("guides", 2).replace("[sections]", 'posts = ["guide"]\n[sections]', 1), "guides")
    post = house.directory.save_post(PostDraft("nurse", "护士"), house.by()).value
    nurse = house.directory.save_employee(
        EmployeeDraft("N001", "何护士", Sex.FEMALE, HIRED, None, house.desk, post, None), house.by()
    ).value
    dialog = asking()
    dialog.packs.choose(["guides"])
    dialog.packs.picked.emit(("guides",))
    qtbot.waitUntil(lambda: dialog.people.people_list.count() == 2)
    tick_all(dialog)
    dialog.packs.choose(["guides", "walk"])
    dialog.packs.picked.emit(("guides", "walk"))
    qtbot.waitUntil(lambda: nurse in dialog.people.chosen())
    dialog.people._turn(dialog.people.people_list.item(0))
    dialog.packs.choose(["guides"])
    dialog.packs.picked.emit(("guides",))
    qtbot.waitUntil(lambda: dialog.people.people_list.count() == 2)
    dialog.packs.choose(["guides", "walk"])
    dialog.packs.picked.emit(("guides", "walk"))
    qtbot.waitUntil(lambda: dialog.people.people_list.count() == 3)
    assert dialog.people.chosen() == (house.people[1],)  # who ticks by hand ticks all by hand


def test_enter_in_the_search_turns_the_one_match_and_begins_nothing(asking: Asking, house: Group, qtbot: QtBot) -> None:
    dialog = asking()
    search = dialog.people.focusProxy()
    search.setFocus()
    type_words(search, "G001")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert dialog.people.chosen() == (house.people[1],)
    QTest.keyClick(search, Qt.Key.Key_Enter)
    assert dialog.people.chosen() == ()
    type_words(search, "nobody of this name")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert dialog.isVisible() and rounds_begun(house) == 0
    search.clear()
    QTest.keyClick(search, Qt.Key.Key_Return)  # several match: on to the list, where Enter turns who stands in view
    listed = dialog.people.people_list
    qtbot.waitUntil(listed.hasFocus)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert dialog.people.chosen() == (house.people[0],)
    assert dialog.isVisible() and rounds_begun(house) == 0


def test_many_people_are_begun_only_after_a_question_with_the_numbers(
    asking: Asking, house: Group, qtbot: QtBot
) -> None:
    house.hire_many(MANY - 1)  # and the two who are there: one more than may be begun without a word
    dialog = asking()
    tick_all(dialog)
    QTest.keyClick(dialog.kind, Qt.Key.Key_Return)
    (question,) = dialog.findChildren(PromptDialog)
    assert f"{MANY + 1} stops and {4 * (MANY + 1)} items" in question.words()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.findChildren(PromptDialog) == [])
    assert dialog.isVisible() and rounds_begun(house) == 0
    dialog.save_button.click()
    (question,) = dialog.findChildren(PromptDialog)
    go = next(found for found in question.findChildren(QPushButton) if found.text() == "Begin round")
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rounds_begun(house) == 1)


def test_a_few_people_are_begun_without_a_question(asking: Asking, house: Group, qtbot: QtBot) -> None:
    house.hire_many(MANY - 2)
    dialog = asking()
    tick_all(dialog)
    dialog.save_button.click()
    assert dialog.findChildren(PromptDialog) == []
    qtbot.waitUntil(lambda: rounds_begun(house) == 1)


@pytest.mark.parametrize(("wide", "tall"), [(1366, 768), (1024, 700)])
def test_a_small_screen_holds_the_dialog_with_its_errors(
    asking: Asking, house: Group, qtbot: QtBot, look: Look, wide: int, tall: int
) -> None:
    house.hire_many(45)
    for at in range(10):  # so many packs that they are found by typing
        house.adopt(a_pack(f"more{at}", 1), f"more{at}")
    dialog = asking()
    dialog.resize(min(dialog.width(), wide - 16), min(dialog.height(), tall - 80))  # a window's frame and a task bar
    assert dialog.width() <= wide - 16 and dialog.height() <= tall - 80
    clear = next(found for found in dialog.findChildren(QPushButton) if found.text() == "Untick all")
    assert in_sight(dialog, clear)
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    dialog.lead.choose(None)
    dialog.packs.choose([])
    assert dialog.totals.text() == "0 people · 0 items"
    dialog.save_button.click()
    assert set(dialog.problems_shown()) == {"inspector_ids", "pack_codes", "employee_ids"}
    problems = [found for found in dialog.findChildren(QLabel) if found.property("role") == "problem"]
    shown = [found for found in problems if not found.isHidden()]
    assert len(shown) == 3
    for _ in range(5):
        QApplication.processEvents()  # laid out with its sentences
    for widget in (*shown, dialog.totals, dialog.save_button, dialog.cancel_button, clear):
        assert in_sight(dialog, widget)
