"""A list of states and an observed process walked through the real window, with the program started anew in between."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, finish_round, found_quickly, pass_the_rest, translate
from tests.journeys.sitting import Key, Sitting

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.inspections.model import Given, RoundState, StepTime, Timeline, Verdict
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.inspections.ui.rounds_page import RoundsPage

PROCESS = "guide_seven_steps"
GUIDE = "张𬱖"
DAY = 86_400_000_000  # microseconds, as SQLite keeps moments


def round_of(sitting: Sitting) -> UUID:
    walker = sitting.walking().walker
    assert walker is not None
    return walker.course.walk.round.id


def go_on(sitting: Sitting) -> None:
    """Enter on the newest round of the list."""
    sitting.page("rounds")
    sitting.press(Key.Key_Return)
    sitting.until(lambda: sitting.walking().walker is not None)
    sitting.rest()


def given(sitting: Sitting, round_id: UUID) -> list[Given | None]:
    """What stands on disk for the first stop, in the order of its items."""
    walk = sitting.services.rounds.walk(round_id)
    stop = walk.stops[0].id
    return [walk.answers[stop, i.code].given if (stop, i.code) in walk.answers else None for i in walk.items[stop]]


def result(sitting: Sitting) -> ResultPage:
    page = sitting.window.current_page()
    assert isinstance(page, ResultPage)
    sitting.rest()
    return page


def test_a_list_of_states_is_walked_in_two_sittings(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    first = sit().at_work()
    begin_round(first, only=GUIDE)
    round_id = round_of(first)
    first.walk_keys("12-1")
    first.press("n")
    first.write("第五项的一半")
    first.close()  # in the middle of a note

    again = sit().at_work()
    go_on(again)
    assert round_of(again) == round_id
    found = given(again, round_id)
    assert [one.verdict for one in found[:4] if one] == [
        Verdict.PASS, Verdict.FAIL, Verdict.NOT_APPLICABLE, Verdict.PASS,
    ]  # fmt: skip
    assert found[4] == Given(note="第五项的一半")
    walker = again.walking().walker
    assert walker is not None and walker.course.place.item == 4
    again.walk_keys("2f")
    pass_the_rest(again)
    open_places = [place.item for place in walker.course.open_places(0)]
    for at in open_places:  # what needs a figure
        walker.go(type(walker.course.place)(0, at))
        again.walk_keys("-")
    finish_round(again)
    page = result(again)
    answers = [one for one in given(again, round_id) if one]
    verdicts = [one.verdict for one in answers]
    assert verdicts.count(Verdict.FAIL) == 2 and page.failed.rowCount() == 2
    assert answers[4] == Given(Verdict.FAIL, note="第五项的一半", fixed=True)
    score = again.services.rounds.result(round_id).score
    assert (score.answered, score.failed) == (len(answers), 2) and score.answered == score.total
    weights = [item.weight for items in again.services.rounds.walk(round_id).items.values() for item in items]
    counted = sum(w for w, v in zip(weights, verdicts, strict=True) if v is not Verdict.NOT_APPLICABLE)
    earned = sum(w for w, v in zip(weights, verdicts, strict=True) if v is Verdict.PASS)
    tenths = int(Fraction(earned, counted) * 1000)
    assert page.head.score.text() == f"{tenths // 10}.{tenths % 10} %"
    assert not page.tabs.isTabVisible(page.tabs.indexOf(page.steps))
    again.close()


def to_step(sitting: Sitting, position: int) -> None:
    """↓ or ↑ to a step of the list, by its place among the steps."""
    page = sitting.walking()
    walker = page.walker
    assert walker is not None
    wanted = walker.course.timeline(0).steps[position - 1].item.code
    codes = [item.code for item in walker.course.items(0)]
    while walker.course.item.code != wanted:
        down = codes.index(wanted) > walker.course.place.item
        sitting.press(Key.Key_Down if down else Key.Key_Up)
        sitting.settle()


def typed_times(sitting: Sitting, began: str, ended: str) -> None:
    """T, the two times, Enter."""
    sitting.press("t")
    assert QApplication.focusWidget() is sitting.walking().board.step.began
    for text in (began, ended):
        for sign in text:
            sitting.press(sign)
        sitting.press(Key.Key_Tab)
    sitting.press(Key.Key_Return)
    sitting.settle()


def timeline(sitting: Sitting) -> Timeline:
    walker = sitting.walking().walker
    assert walker is not None
    return walker.course.timeline(0)


def test_a_process_is_followed_in_two_sittings_and_told_in_time(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    first = sit().at_work()
    begin_round(first, only=GUIDE, packs=(PROCESS,))
    round_id = round_of(first)
    to_step(first, 1)
    typed_times(first, "0001", "000120")  # twenty of thirty seconds allowed
    first.walk_keys("1")
    to_step(first, 2)
    typed_times(first, "0:02", "0:05:10")  # 3:10, two minutes allowed
    first.walk_keys("1")
    to_step(first, 4)
    typed_times(first, "0:06", "0:07")
    first.walk_keys("1")
    to_step(first, 3)
    typed_times(first, "0:08", "0:09")  # in time, but after the fourth
    first.walk_keys("1")
    to_step(first, 5)
    first.walk_keys("s")
    began = timeline(first).steps[4].began
    assert began is not None and timeline(first).steps[4].running
    first.close()  # while a step runs

    again = sit().at_work()
    go_on(again)
    assert round_of(again) == round_id and timeline(again).steps[4].began == began
    assert again.walking().board.step.time.text(), "its clock runs on"
    again.walk_keys("s")
    ended = timeline(again).steps[4].ended
    assert ended is not None and ended >= began
    to_step(again, 6)
    again.walk_keys("2")  # not done at all
    to_step(again, 7)
    again.walk_keys("-")
    pass_the_rest(again)
    walker = again.walking().walker
    assert walker is not None
    for place in walker.course.open_places(0):  # what is counted
        walker.go(place)
        again.walk_keys("-")
    finish_round(again)
    look_at_the_steps(again, result(again), round_id)
    again.close()


def look_at_the_steps(sitting: Sitting, page: ResultPage, round_id: UUID) -> None:
    """What the tab says, and what the disk holds."""
    steps: list[StepTime] = [row.step for row in page.steps.rows.all_rows()]
    assert page.tabs.isTabVisible(page.tabs.indexOf(page.steps)) and len(steps) == 7
    assert [step.seconds for step in steps[:4]] == [20, 190, 60, 60]
    assert [step.order for step in steps] == [1, 2, 4, 3, 5, None, None]
    assert [step.displaced for step in steps].count(True) == 1
    assert [step.gap for step in steps[:4]] == [None, 40, 60, 50]
    assert [step.in_time for step in steps[:3]] == [True, False, True]
    verdicts = [step.given.verdict for step in steps if step.given]
    assert verdicts == [
        Verdict.PASS, Verdict.FAIL, Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.FAIL, Verdict.NOT_APPLICABLE,
    ]  # fmt: skip
    assert {row.finding.item_code for row in page.failed.all_rows()} == {steps[1].item.code, steps[5].item.code}
    words = page.steps.summary.text()
    assert "超出时限 1 步" in words and "未按顺序 1 步" in words
    found = sitting.services.rounds.round(round_id)
    assert found.state is RoundState.FINISHED


def test_a_round_taken_up_the_next_day_goes_on_as_it_began(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    first = sit().at_work()
    begin_round(first, only=GUIDE)
    round_id = round_of(first)
    first.walk_keys("121")
    first.press(Key.Key_Escape)
    first.rest()
    first.close()
    a_day_ago(home)
    again = sit().at_work()
    go_on(again)
    walker = again.walking().walker
    assert walker is not None and walker.course.place.item == 3
    begun = again.services.rounds.round(round_id).started_at + timedelta(hours=8)
    rested = again.walking().rested
    assert rested.isVisible() and f"{begun:%Y-%m-%d}" in rested.words() and "暂停" in rested.words()
    again.walk_keys("1")
    assert not rested.isVisible()
    again.close()


def a_day_ago(home: Path) -> None:
    """Turn the clock of every round back by a day."""
    with closing(sqlite3.connect(home / "qualitydesk.sqlite")) as file:
        for table, column in (("rounds", "started_at"), ("answers", "answered_at")):
            file.execute(f"UPDATE {table} SET {column} = {column} - ?", (DAY,))
        file.commit()


def test_larger_letters_by_a_key_are_kept(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    first = sit().at_work()
    begin_round(first, only=GUIDE)
    body = QApplication.font().pointSizeF()
    first.press("b")
    assert QApplication.font().pointSizeF() > body and SettingsFile().current.big_type
    assert translate("WalkKeys", "Larger or ordinary letters") == "大字或普通字"
    first.walk_keys("1")
    first.close()
    again = sit().at_work()
    assert QApplication.font().pointSizeF() > body
    go_on(again)
    again.press("b")
    assert QApplication.font().pointSizeF() == body and not SettingsFile().current.big_type
    again.close()


def test_after_a_pause_the_list_stands_on_that_round_and_enter_goes_on_with_it(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    walked = []
    for _ in range(2):
        begin_round(sitting, only=GUIDE)
        walked.append(round_of(sitting))
        sitting.walk_keys("1")
        sitting.press(Key.Key_Escape)
        sitting.rest()
        sitting.press(Key.Key_Return)
        sitting.rest()
        assert round_of(sitting) == walked[-1]
        sitting.press(Key.Key_Escape)
        sitting.rest()
    sitting.press(Key.Key_Down)
    sitting.page("today")
    sitting.press("3")
    sitting.press(Key.Key_Return)
    sitting.rest()
    taken = round_of(sitting)
    sitting.press(Key.Key_Escape)
    sitting.rest()
    page = sitting.window.current_page()
    assert isinstance(page, RoundsPage) and getattr(page.table.current_row(), "id", None) == taken
    sitting.press(Key.Key_Return)
    sitting.rest()
    assert round_of(sitting) == taken
    sitting.close()
