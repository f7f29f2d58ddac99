"""Reminders: each rung once for a person, in open hours, whatever restarts or second windows there are."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from tests.complaints.house import House, a_house

from qualitydesk.app.reminders import Found, ReminderBook, words_of
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.reminders import Look, Reminder
from qualitydesk.complaints.model import ExternalDraft, ExternalKind, PauseDraft, Step
from qualitydesk.complaints.service import CaseReminders
from qualitydesk.directory.model.hours import HoursDraft
from qualitydesk.rulebook.model import Rule
from qualitydesk.storage.database import Database

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFICE = "08:30-12:00 13:30-17:30"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.fixture
def house(database: Database, clock: FixedClock) -> House:
    """On each database, on Tuesday 17 November 2026, ten o'clock."""
    clock.set(at("2026-11-10 09:00"))
    made = a_house(database, clock)
    clock.set(at("2026-11-17 10:00"))
    return made


class Window:
    """A window as far as reminders go; another one of the same database, or the program started again."""

    def __init__(self, house: House, database: Database, who: UUID | None = None) -> None:
        self._clock = house.clock
        self.who = who or house.me
        source = CaseReminders(database, house.clock, house.group.directory, house.group.rulebook, house.calendar)
        self.book = ReminderBook(database, house.clock, (source,))
        self.since: datetime | None = None

    def look(self) -> list[str]:
        """What is told now: "closing.1.due" and the like."""
        return [one.code for one in self.reminders()]

    def reminders(self) -> list[Reminder]:
        now = self._clock.now()
        found = self.book.look(self.who, self.since)
        self.since = self.since if found.waits else now
        return list(self.book.keep(self.who, found).value) if found.passed else []

    def listed(self) -> list[str]:
        return [line.reminder.part for line in self.book.lately(self.who)]


@pytest.fixture
def window(house: House, database: Database) -> Window:
    return Window(house, database)


def only(codes: list[str], clock: str) -> list[str]:
    return [code for code in codes if code.startswith(f"{clock}.")]


def test_every_rung_comes_up_at_its_time_and_once(house: House, window: Window) -> None:
    case = house.open()
    told: dict[str, datetime] = {}
    while house.clock.now() < at("2026-11-19 17:00"):
        for one in window.reminders():
            assert one.code not in told and one.subject_id == case
            told[one.code] = house.clock.now()
        house.later(minutes=10)
    mine = {code: when for code, when in told.items() if code.startswith(("register.", "investigation_target."))}
    assert mine == {
        "register.1.half": at("2026-11-17 11:00"),  # and an hour before: the same moment, told as one
        "register.1.due": at("2026-11-17 13:30"),  # due at noon, when the clinic had closed for lunch
        "register.1.after.240": at("2026-11-17 16:00"),
        "register.1.after.1440": at("2026-11-18 13:30"),
        "investigation_target.1.half": at("2026-11-18 08:30"),  # half time came at 22:00
        "investigation_target.1.before.60": at("2026-11-18 09:00"),
        "investigation_target.1.due": at("2026-11-18 10:00"),
        "investigation_target.1.after.240": at("2026-11-18 14:00"),
        "investigation_target.1.after.1440": at("2026-11-19 10:00"),
    }


def test_a_restart_and_a_second_window_tell_nothing_again(house: House, database: Database, window: Window) -> None:
    house.open()
    house.later(hours=1)
    other = Window(house, database)
    found = window.book.look(window.who, None)
    beside = other.book.look(other.who, None)  # both have looked before either has kept it
    assert found.shown and [one.code for one in found.shown] == [one.code for one in beside.shown]
    assert len(window.book.keep(window.who, found).value) == len(found.shown)
    assert other.book.keep(other.who, beside).value == ()
    assert Window(house, database).look() == []
    assert Window(house, database, house.director).look(), "another person is told for himself"


def test_one_due_in_the_night_is_told_at_opening_and_the_newest_only(house: House, window: Window) -> None:
    house.clock.set(at("2026-11-17 17:00"))
    house.open()
    house.later(minutes=1)
    assert window.look() == []
    house.clock.set(at("2026-11-17 19:30"))  # due at 19:00
    assert window.look() == []
    house.clock.set(at("2026-11-18 08:29"))
    assert window.look() == []
    house.clock.set(at("2026-11-18 08:30"))
    assert only(window.look(), "register") == ["register.1.after.240"]
    house.later(minutes=1)
    assert window.look() == []


def test_a_make_up_day_is_open_and_a_holiday_is_not(house: House, window: Window) -> None:
    week = (OFFICE,) * 5 + ("", "")
    draft = HoursDraft(house.group.institution, date(2026, 1, 1), week, OFFICE, "")
    house.group.directory.hours.set_hours(draft, house.by())
    house.clock.set(at("2026-10-09 16:30"))  # Friday; Saturday the 10th is worked, Sunday is not
    house.open()
    house.clock.set(at("2026-10-10 09:00"))
    assert only(window.look(), "register") == ["register.1.after.240"]
    house.clock.set(at("2026-10-11 10:00"))
    assert window.look() == []
    house.clock.set(at("2026-10-12 08:30"))
    assert only(window.look(), "investigation_target") == ["investigation_target.1.after.1440"]


def test_what_was_missed_while_the_program_was_closed_is_told_once_gathered(
    house: House, database: Database, window: Window
) -> None:
    house.clock.set(at("2026-11-20 15:00"))  # a Friday
    for _case in range(3):
        house.open()
    house.clock.set(at("2026-11-21 09:00"))
    codes = window.look()
    assert len(only(codes, "register")) == 3, "one of each clock: the newest"
    assert set(only(codes, "register")) == {"register.1.after.240"}
    assert Window(house, database).look() == []


def test_starting_the_program_says_nothing_of_a_case_a_month_old(house: House, window: Window) -> None:
    house.clock.set(at("2026-10-13 10:00"))
    house.open()
    house.clock.set(at("2026-11-17 10:00"))
    assert window.look() == []


def test_half_time_of_a_clock_in_open_hours_leaves_lunch_out(house: House, window: Window) -> None:
    rulebook, day = house.group.rulebook, date(2026, 11, 17)
    edition = rulebook.edition_on(Rule.CLOCKS, day)
    values = copy.deepcopy(dict(edition.values))
    values["clocks"]["register"] |= {"unit": "open_hours", "limit": 4}
    rulebook.publish(Rule.CLOCKS, values, edition.texts, day, house.by())
    house.open()  # at ten: two open hours are used at noon, which is when it closes
    house.clock.set(at("2026-11-17 13:20"))
    assert only(window.look(), "register") == []
    house.clock.set(at("2026-11-17 13:30"))
    assert only(window.look(), "register") == ["register.1.half"]
    house.clock.set(at("2026-11-17 15:30"))  # four open hours are over, an hour before was at half past two
    assert only(window.look(), "register") == ["register.1.due"]


def test_a_paused_clock_is_silent_until_its_pause_has_lasted_the_longest_it_may(house: House, window: Window) -> None:
    case = house.open()
    house.complaints.pause(case, house.seen(case), PauseDraft("patient_unreachable", "电话不通"), house.by())
    house.clock.set(at("2026-11-18 11:00"))
    assert only(window.look(), "register") == only(window.look(), "investigation_target") == []
    # Five working days: to the end of Tuesday the 24th; then the two hours run.
    house.clock.set(at("2026-11-25 08:40"))
    assert only(window.look(), "register") == ["register.1.after.240"]


def test_a_step_done_a_merged_and_a_finished_case_are_silent(house: House, window: Window) -> None:
    kept, merged, done = house.open(), house.open(), house.open()
    house.complaints.merge(merged, house.seen(merged), kept, "同一件事", house.by())
    house.drive(done, None)
    house.clock.set(at("2026-11-17 14:00"))
    assert {one.subject_id for one in window.reminders()} == {kept}
    house.complete(kept)
    house.clock.set(at("2026-11-17 16:00"))
    assert only(window.look(), "register") == []
    assert "register.1" not in window.listed()


def test_a_date_set_outside_reminds_until_it_is_kept(house: House, window: Window) -> None:
    external = ExternalDraft(ExternalKind.HOTLINE_12345, at("2026-11-18 12:00"), at("2026-11-17 10:00"), "热线 2026/88")
    case = house.open()
    house.complaints.set_externals(case, house.seen(case), [external], house.by())
    house.clock.set(at("2026-11-18 11:00"))
    (found,) = [one for one in window.reminders() if one.part.startswith("external.")]
    assert (found.rung, found.title, found.limit) == ("before", "clock.external.hotline_12345", True)
    house.complaints.set_externals(case, house.seen(case), [external], house.by())  # the same date, written again
    assert [one for one in window.reminders() if one.part.startswith("external.")] == []
    kept = replace(external, done_at=at("2026-11-18 11:00"))
    house.complaints.set_externals(case, house.seen(case), [kept], house.by())
    house.clock.set(at("2026-11-18 14:00"))
    window.since = None
    assert [one for one in window.reminders() if one.part.startswith("external.")] == []


def test_the_list_holds_each_running_clock_once_as_it_stands_now(house: House, window: Window) -> None:
    case = house.open()
    house.clock.set(at("2026-11-17 13:30"))
    window.look()
    house.clock.set(at("2026-11-18 10:00"))
    window.look()
    lines = window.book.lately(window.who)
    assert [line.reminder.part for line in lines] == ["register.1", "investigation_target.1"]
    assert {line.reminder.number for line in lines} == {house.case(case).line.number}
    assert lines[1].told_at == at("2026-11-18 10:00")
    house.clock.set(at("2026-11-26 10:00"))
    assert window.listed() == []


def test_the_words_of_a_reminder_name_the_clock_and_no_person(house: House, window: Window) -> None:
    house.open()
    house.clock.set(at("2026-11-17 11:30"))
    (found,) = [one for one in window.reminders() if one.part == "register.1"]
    assert words_of(found, house.clock.now(), "zh") in (
        "“登记”还有 30 分钟 到期（2026-11-17 12:00）。",
        "“登记”已过半，2026-11-17 12:00 到期。",
    )
    assert "王" not in repr(found)


class Requests:
    """Another source, as internal requests are."""

    name = "request"

    def __init__(self, reminder: Reminder) -> None:
        self.reminder = reminder

    def look(self, _who: UUID, _since: datetime | None, _now: datetime) -> Look:
        return Look((self.reminder,), frozenset({(self.reminder.subject_id, self.reminder.code)}))

    def standing(self, subjects: object, _now: datetime) -> dict[tuple[str, UUID, str], Reminder]:
        return {self.reminder.clock: self.reminder}


def test_several_sources_stand_side_by_side(house: House, database: Database) -> None:
    house.open()
    house.clock.set(at("2026-11-17 13:30"))
    first = Window(house, database).book.look(house.me, None).shown[0]
    other = replace(first, source="request", part="request_answer.1", code="request_answer.1.due")
    window = Window(house, database)
    cases = CaseReminders(database, house.clock, house.group.directory, house.group.rulebook, house.calendar)
    window.book = ReminderBook(database, house.clock, (cases, Requests(other)))
    found = window.book.look(window.who, None)
    assert {one.source for one in found.shown} == {"case", "request"}
    assert {one.source for one in window.book.keep(window.who, found).value} == {"case", "request"}
    assert window.book.keep(window.who, Found(found.shown, found.passed)).value == ()
    assert {line.reminder.source for line in window.book.lately(window.who)} == {"case", "request"}


def test_a_deadline_moved_to_before_now_is_told_when_everything_is_looked_through(house: House, window: Window) -> None:
    house.clock.set(at("2026-11-17 13:40"))
    window.look()
    case = house.draft(received_at=at("2026-11-17 10:00"), backdate_reason="电话先记在本上")
    house.complaints.open_case(case, house.by())
    assert window.look() == [], "nothing came up since the last look"
    window.since = None  # as any change of cases sets it
    assert only(window.look(), "register") == ["register.1.due"]
    house.later(minutes=1)
    assert window.look() == []


def test_a_look_in_a_quiet_minute_touches_few_rows(house: House, window: Window) -> None:
    house.open()
    window.look()
    house.later(minutes=1)
    assert window.book.look(window.who, window.since) == Found()
    assert timedelta(minutes=1) == house.clock.now() - window.since  # type: ignore[operator]
    assert house.case(house.complaints.lines()[0].id).course.step is Step.RECEIVED
