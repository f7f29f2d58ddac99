"""Dates that hang on days off not announced yet say so in every list, and no longer once the notice is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.complaints.desk import Desk, a_desk

from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model import CaseFilter, CaseLine, Step
from qualitydesk.complaints.ui.card import texts_of
from qualitydesk.complaints.ui.requests.words import due_words
from qualitydesk.penalties.service.waiting import Waiting
from qualitydesk.storage.database import Database
from qualitydesk.today.model import Errand
from qualitydesk.today.printout.day import DayPaper, day_fields
from qualitydesk.today.service.work import Today
from qualitydesk.today.ui.words import when_words

SHANGHAI = ZoneInfo("Asia/Shanghai")
MARK = "（暂定）"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.fixture
def desk(database: Database, clock: FixedClock) -> Desk:
    """On each database, on Wednesday 30 December 2026; nothing is announced of 2027."""
    clock.set(at("2026-12-30 10:00"))
    made = a_desk(database, clock)
    assert 2026 in made.house.calendar.announced() and 2027 not in made.house.calendar.announced()
    return made


def card_of(line: CaseLine, now: datetime) -> str:
    return texts_of(line, now, "zh").told


def test_lists_and_cards_mark_the_moments_that_the_case_page_marks(desk: Desk) -> None:
    house = desk.house
    early = house.open()
    house.drive(early, Step.INVESTIGATED)
    (line,) = house.complaints.lines()
    marked = {one.due_at for one in house.complaints.clocks(early) if one.is_open and one.provisional}
    assert marked and line.unsettled == marked and line.next_due_at not in marked  # hours hang on no notice
    (card,) = (one for lane in house.complaints.board() for one in lane.cards)
    assert card == line
    assert card_of(card, house.clock.now()).count(MARK) == sum(
        due in marked for due in (card.step_due_at, card.limit_due_at)
    )


def test_once_the_notice_is_there_nothing_is_provisional(desk: Desk) -> None:
    house = desk.house
    house.drive(house.open(), Step.INVESTIGATED)
    request_id = desk.ask()
    assert house.complaints.lines()[0].unsettled
    (line,) = desk.requests.lines()
    assert line.provisional and MARK in due_words(line, house.clock.now(), "zh")
    house.calendar.announce_year(2027, True, house.by())
    house.complaints.retime_open(house.by())
    desk.requests.retime_open(house.by())
    assert house.complaints.lines(CaseFilter())[0].unsettled == frozenset()
    assert not desk.requests.lines()[0].provisional
    assert desk.request(request_id).line.due_at == line.due_at  # Monday to Friday, as it was reckoned before


def test_the_first_page_and_its_paper_mark_them(desk: Desk, database: Database) -> None:
    house = desk.house
    request_id = desk.ask()
    house.drive(house.open(), Step.INVESTIGATED)
    waiting = Waiting(database, house.clock, house.group.directory, house.group.rulebook)
    today = Today(database, house.clock, house.group.directory, waiting, house.group.rulebook)
    due = desk.request(request_id).line.due_at
    house.clock.set(due.replace(hour=1))
    (asked,) = (one for one in today.complaints().rows if one.errand is Errand.REQUEST)
    assert asked.id == request_id and asked.provisional
    day, now = house.complaints.today(), house.clock.now()
    assert MARK in when_words(asked, day, now, "zh") and "(provisional)" in when_words(asked, day, now, "en")
    shown = [one for one in today.clocks().rows if one.due_at is not None]
    clocks = {one.due_at: one.provisional for case in shown for one in house.complaints.clocks(case.id)}
    assert shown and all(one.provisional == clocks[one.due_at] for one in shown)
    paper = DayPaper("GZ-1", "集团", day, now, {"complaints": today.complaints()}, (0, 0), "王敏")
    (row,) = (
        row for part in day_fields(paper, "zh")["sections"] for row in part["rows"] if asked.number in row["what"]
    )
    assert MARK in row["when"]


def test_what_is_provisional_is_told_on_a_card_in_its_largest_unit(desk: Desk) -> None:
    """Without a window the words of the screens stand untranslated, those of the phrases in Chinese."""
    now = desk.house.clock.now()
    for span, words in (
        (timedelta(days=5, hours=8), "5 天 left（暂定）"),
        (timedelta(hours=21, minutes=10), "21 小时 left（暂定）"),
        (timedelta(minutes=-11), "11 分钟 late（暂定）"),
    ):
        desk.house.open()
        line = desk.house.complaints.lines()[0]
        due = now + span
        told = card_of(
            replace(line, next_due_at=due, step_due_at=due, limit_due_at=None, unsettled=frozenset((due,))), now
        )
        assert words in told
