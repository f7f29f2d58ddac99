"""Reminders of answers owed to the front line: as those of cases, beside them, until the answer is given."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from tests.complaints.desk import Desk, a_desk

from qualitydesk.app.reminders import ReminderBook
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.reminders import Reminder
from qualitydesk.complaints.service import CaseReminders, RequestReminders
from qualitydesk.penalties.service.waiting import Waiting
from qualitydesk.storage.database import Database
from qualitydesk.today.model import Errand
from qualitydesk.today.service.work import Today

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.fixture
def desk(database: Database, clock: FixedClock) -> Desk:
    """Once on each database, on a Thursday."""
    clock.set(at("2026-11-26 10:00"))
    return a_desk(database, clock)


class Window:
    """A window as far as reminders go."""

    def __init__(self, desk: Desk, database: Database) -> None:
        self.house = house = desk.house
        made = (database, house.clock, house.group.directory, house.group.rulebook, house.calendar)
        self.book = ReminderBook(database, house.clock, (CaseReminders(*made), RequestReminders(*made)))

    def look(self) -> list[Reminder]:
        found = self.book.look(self.house.me, None)
        return list(self.book.keep(self.house.me, found).value) if found.passed else []


def test_every_rung_of_an_answer_owed_is_told_once_in_open_hours(desk: Desk, database: Database) -> None:
    request_id = desk.ask()  # owed by the midnight that ends Tuesday, 1 December
    window, told = Window(desk, database), dict[str, datetime]()
    while desk.house.clock.now() < at("2026-12-03 17:00"):
        for one in window.look():
            assert one.source == "request" and one.subject_id == request_id and one.code not in told
            assert (one.number, one.title, one.limit) == ("NB-BJC-2026-0001", "clock.name.request_answer", True)
            told[one.code] = desk.house.clock.now()
        desk.house.later(minutes=30)
    assert list(told) == [
        "request_answer.1.half",
        "request_answer.1.after.240",  # due at midnight, the newest at opening
        "request_answer.1.after.1440",
    ]
    assert told["request_answer.1.after.240"] == at("2026-12-02 08:30")
    assert told["request_answer.1.after.1440"] == at("2026-12-03 08:30")


def test_an_answered_request_leaves_the_list_and_one_sent_back_begins_anew(desk: Desk, database: Database) -> None:
    request_id = desk.ask()
    window = Window(desk, database)
    desk.house.clock.set(at("2026-12-02 09:00"))
    assert [one.code for one in window.look()] == ["request_answer.1.after.240"]
    assert [line.reminder.part for line in window.book.lately(desk.house.me)] == ["request_answer.1"]
    desk.accept(request_id)
    desk.answer(request_id)
    assert window.look() == [] and window.book.lately(desk.house.me) == []
    desk.house.later(hours=1)
    desk.send_back(request_id)
    begun = desk.house.clock.now()
    half = begun + (desk.request(request_id).line.due_at - begun) / 2
    desk.house.clock.set(half.astimezone(SHANGHAI).replace(hour=11))  # half time came in the night
    assert [one.code for one in window.look()] == ["request_answer.2.half"]


def test_what_is_withdrawn_is_told_no_more(desk: Desk, database: Database) -> None:
    request_id = desk.ask()
    desk.withdraw(request_id)
    desk.house.clock.set(at("2026-12-02 09:00"))
    assert Window(desk, database).look() == []


def test_an_answer_owed_stands_on_the_first_page_from_a_day_before(desk: Desk, database: Database) -> None:
    house = desk.house
    directory, rulebook = house.group.directory, house.group.rulebook
    waiting = Waiting(database, house.clock, directory, rulebook)
    today = Today(database, house.clock, directory, waiting, rulebook)
    request_id = desk.ask()
    assert today.complaints().counts[Errand.REQUEST] == 0
    house.clock.set(at("2026-12-01 09:00"))
    (work,) = [one for one in today.complaints().rows if one.errand is Errand.REQUEST]
    assert (work.id, work.number, work.words, work.late) == (request_id, "NB-BJC-2026-0001", "后勤保障部", False)
    house.clock.set(at("2026-12-02 09:00"))
    found = today.complaints()
    assert found.counts[Errand.REQUEST] == 1 and found.late == 1
    desk.accept(request_id)
    desk.answer(request_id)
    assert Errand.REQUEST not in {one.errand for one in today.complaints().rows}
