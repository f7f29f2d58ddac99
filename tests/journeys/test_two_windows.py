"""Two programs on one database file: both work, nobody's change is overwritten, what the other did is one key away."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, fill_field, found_quickly, save
from tests.journeys.sitting import Key, Sitting

from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.inspections.model import RoundFilter
from qualitydesk.inspections.ui.rounds_page import RoundsPage


def edit_first_person(sitting: Sitting) -> EmployeeDialog:
    """The person at the top of the list, in his form."""
    page = sitting.window.current_page()
    assert isinstance(page, DirectoryPage)
    page.people.table.setFocus()
    page.people.table.selectRow(0)
    sitting.press(Key.Key_Return)
    return sitting.dialog(EmployeeDialog)


def names(sitting: Sitting) -> dict[str, str]:
    return {one.number: one.name for one in sitting.services.directory.people(EmployeeFilter())}


def test_a_stale_edit_in_the_second_window_is_refused_and_nothing_is_overwritten(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    one, two = sit().at_work(), sit().at_work()
    one.page(4)
    two.page(4)
    slow = edit_first_person(two)
    fill_field(two, slow, "name", "顾晓岚二")
    quick = edit_first_person(one)
    fill_field(one, quick, "name", "顾晓岚一")
    save(one, quick)
    two.click(slow.save_button.text(), slow)
    two.until(lambda: bool(slow.problems_shown()))
    assert slow.isVisible() and slow.problems_shown() == {"": say("zh", "refused.stale")}
    assert slow.read_draft().name == "顾晓岚二", "what was typed is still there"
    assert names(two)["A001"] == names(one)["A001"] == "顾晓岚一"
    slow.finish()
    one.close()
    two.close()


def test_both_windows_see_the_others_round_after_reading_anew(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    one, two = sit().at_work(), sit().at_work()
    for sitting in (one, two):
        begin_round(sitting, only="张𬱖")
        sitting.walk_keys("1")
        sitting.press(Key.Key_Escape)
        sitting.until(lambda sitting=sitting: isinstance(sitting.window.current_page(), RoundsPage))
    numbers = [line.number for line in one.services.rounds.lines(RoundFilter())]
    assert sorted(number[-4:] for number in numbers) == ["0001", "0002"], "one series for both"
    for sitting in (one, two):
        sitting.front()
        sitting.press(Key.Key_F5)
        page = sitting.window.current_page()
        assert isinstance(page, RoundsPage)
        assert [line.number for line in page.lines.all_rows()] == numbers
    one.close()
    two.close()


def test_both_windows_write_at_the_same_time(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    one, two = sit().at_work(), sit().at_work()
    begin_round(one, only="张𬱖")
    begin_round(two, only="Anna")
    for _ in range(10):
        one.walk_keys("1")
        two.walk_keys("2")
    counted = {line.failed: line.answered for line in one.services.rounds.lines(RoundFilter())}
    assert counted == {0: 10, 10: 10}
    one.close()
    two.close()
