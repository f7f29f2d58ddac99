"""Two programs on one database file: both work, nobody's change is overwritten, what the other did is one key away."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from tests.journeys.conftest import Sit
from tests.journeys.flows import (
    CHINESE,
    begin_round,
    fill_field,
    finish_round,
    found_quickly,
    pass_the_rest,
    save,
    translate,
)
from tests.journeys.sitting import CONTROL, Key, Sitting

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.inspections.model import PlanDraft, RoundFilter, RoundState, Verdict
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.today.model import Errand
from qualitydesk.today.ui.today_page import TodayPage


def edit_first_person(sitting: Sitting) -> EmployeeDialog:
    """The person at the top of the list, in his form."""
    page = sitting.window.current_page()
    assert isinstance(page, DirectoryPage)
    page.people.table.setFocus()
    page.people.table.selectRow(0)
    sitting.press(Key.Key_F2)
    return sitting.dialog(EmployeeDialog)


def names(sitting: Sitting) -> dict[str, str]:
    return {one.number: one.name for one in sitting.services.directory.people(EmployeeFilter())}


def test_a_stale_edit_in_the_second_window_is_refused_and_nothing_is_overwritten(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    one, two = sit().at_work(), sit().at_work()
    one.page("directory")
    two.page("directory")
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


def in_one_round(one: Sitting, two: Sitting) -> UUID:
    """A round begun in the first window and taken up from the list in the second."""
    begin_round(one, only="张𬱖")
    two.page("rounds")
    two.press(Key.Key_F5)
    page = two.window.current_page()
    assert isinstance(page, RoundsPage)
    two.until(lambda: len(page.lines.all_rows()) == 1)
    page.table.setFocus()
    page.table.selectRow(0)
    two.press(Key.Key_Return)
    two.until(lambda: two.walking().walker is not None)
    two.rest()
    walker = two.walking().walker
    assert walker is not None
    one.front()
    return walker.course.walk.round.id


def verdicts(sitting: Sitting, round_id: UUID) -> list[Verdict | None]:
    """What stands on disk, in the order of the items."""
    walk = sitting.services.rounds.walk(round_id)
    stop = walk.stops[0].id
    found = [walk.answers.get((stop, item.code)) for item in walk.items[stop]]
    return [answer.given.verdict for answer in found if answer is not None]


def test_two_windows_on_one_round_overwrite_nothing_of_each_other(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    one, two = sit().at_work(), sit().at_work()
    round_id = in_one_round(one, two)
    one.walk_keys("22")
    two.front()
    two.press("1")
    failure = two.walking().failure
    two.until(failure.isVisible)
    assert verdicts(two, round_id) == [Verdict.FAIL, Verdict.FAIL], "nothing was overwritten"
    assert translate("FailureBar", "Show the latest") in two.words()
    two.window.close()
    assert two.window.isVisible() and translate("FailureBar", "An answer is not saved yet.") in two.words()
    two.click(translate("FailureBar", "Show the latest"), two.dialogs()[-1])
    two.until(lambda: not failure.isVisible() and two.walking().walker is not None)
    two.settle()
    walker = two.walking().walker
    assert walker is not None and walker.course.whole().failed == 2 and walker.course.place.item == 2
    two.walk_keys("1")
    assert verdicts(one, round_id) == [Verdict.FAIL, Verdict.FAIL, Verdict.PASS]
    one.close()
    two.close()


def test_a_round_is_not_finished_before_the_others_answers_were_seen(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    one, two = sit().at_work(), sit().at_work()
    round_id = in_one_round(one, two)
    one.walk_keys("1")
    two.front()
    two.press(Key.Key_Down)
    two.walk_keys("2")
    one.front()
    before = one.walking().walker
    one.press(Key.Key_Return, CONTROL)
    one.click(translate("WalkQuestions", "Finish round"), one.dialogs()[-1])
    told = translate("WalkQuestions", "Not finished yet")
    one.until(lambda: any(dialog.windowTitle() == told for dialog in one.dialogs()))
    one.press(Key.Key_Return)
    one.until(lambda: one.walking().walker not in (None, before))
    one.settle()
    walker = one.walking().walker
    assert walker is not None and walker.course.whole().failed == 1, "the page shows what the other answered"
    assert one.services.rounds.round(round_id).state is RoundState.OPEN
    one.close()
    two.close()


def test_both_windows_see_the_others_plans_and_slips_on_the_first_page(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    one, two = sit().at_work(), sit().at_work()
    services = one.services
    (me,), day = services.directory.users(), services.directory.today()
    (mine,) = (person for person in services.directory.people() if person.number == "A001")
    draft = PlanDraft(day, "patrol", mine.institution_id, (me,), ("appearance_women",))
    services.plans.plan(draft, By.alone(me))
    begin_round(one, only="张𬱖")
    one.walk_keys("2")
    pass_the_rest(one)
    finish_round(one)
    for sitting in (one, two):
        sitting.page("today")
        sitting.press(Key.Key_F5)
        page = sitting.window.current_page()
        assert isinstance(page, TodayPage)
        shown = {
            key: [work.errand.value for work in panel.works.all_rows() if work.errand is not Errand.DUE]
            for key, panel in page.panels.items()
        }
        complaints = {"clocks": [], "complaints": []}
        assert shown == {**complaints, "rounds": [], "plan": ["plan"], "measures": [], "slips": ["propose"]}
    (round_,) = one.services.rounds.lines(RoundFilter())
    for sitting in (one, two):  # both propose: the second is told that it stands already
        sitting.desk.show_proposals(round_.id)
        sitting.rest()
    one.front()
    one.control(Key.Key_Return)
    two.front()
    two.control(Key.Key_Return)
    assert say("zh", "refused.already_sanctioned", number=round_.number) in two.words()
    two.press(Key.Key_Return)
    assert len(one.services.penalties.lines()) == 1
    two.page("today")
    two.press(Key.Key_F5)
    page = two.window.current_page()
    assert isinstance(page, TodayPage)
    assert [work.errand.value for work in page.panels["slips"].works.all_rows()] == ["approve"]
    one.close()
    two.close()
