"""What goes on by itself while the program stays open for days: daily backup, hourly look at disk and clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from tests.penalties.clinic import BADGE, found_clinic

from qualitydesk.app import caretaker as module
from qualitydesk.app import housekeeping
from qualitydesk.app.bootstrap import Services
from qualitydesk.app.caretaker import Caretaker
from qualitydesk.basics.clock import FixedClock, SteadyClock
from qualitydesk.inspections.model import Given, RoundDraft, RoundKind, Verdict
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipState
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

NO_ROOM_WANTED = 0
HOUR = timedelta(hours=1)


class Heard(QObject):
    """What a caretaker tells."""

    def __init__(self, teller: Caretaker) -> None:
        super().__init__()
        self.backups: list[datetime] = []
        self.warnings: list[str] = []
        self.clock: list[str] = []
        teller.backed_up.connect(self.backups.append)
        teller.warned.connect(lambda short, _full: self.warnings.append(short))
        teller.clock_behind.connect(self.clock.append)


@pytest.fixture
def clinic(sqlite_database: Database, files: FileStore, clock: FixedClock) -> Services:
    return found_clinic(sqlite_database, files, clock).services


@pytest.fixture
def care(
    make_tools: Callable[[str], Tools], speak: Callable[[str], None], clinic: Services, tmp_path: Path
) -> tuple[Caretaker, Heard]:
    speak("zh")
    made = Caretaker(make_tools("zh"), clinic, tmp_path, lambda: NO_ROOM_WANTED)
    return made, Heard(made)


def backups(folder: Path) -> int:
    return len(list((folder / "backups").glob("*.zip")))


def test_it_looks_soon_after_the_start_and_then_every_hour_as_long_as_the_program_is_open(
    care: tuple[Caretaker, Heard],
) -> None:
    teller, _heard = care
    teller.start()
    for timer, first in ((teller.look_timer, module.FIRST_LOOK), (teller.backup_timer, module.FIRST_BACKUP)):
        assert timer.isActive() and not timer.isSingleShot() and timer.interval() == first
        timer.timeout.emit()
        assert timer.isActive() and timer.interval() == 3_600_000
    teller.stop()
    assert not teller.look_timer.isActive() and not teller.backup_timer.isActive()


def test_a_program_open_for_days_backs_up_every_day_and_no_oftener(
    care: tuple[Caretaker, Heard], clock: FixedClock, tmp_path: Path
) -> None:
    teller, heard = care
    made = []
    for _hour in range(24 * 4):  # four days, a look each hour
        teller.back_up()
        made.append(backups(tmp_path))
        clock.advance(HOUR)
    assert [made.index(count) for count in (1, 2, 3, 4)] == [0, 24, 48, 72] and made[-1] == 4
    assert len(set(heard.backups)) == 4 and heard.backups[-1] == max(heard.backups)


def test_days_of_appeal_that_went_by_in_silence_are_noted_by_nobodys_decision(
    make_tools: Callable[[str], Tools], speak: Callable[[str], None], sqlite_database: Database, files: FileStore,
    clock: FixedClock, tmp_path: Path,
) -> None:  # fmt: skip
    speak("zh")
    clinic = found_clinic(sqlite_database, files, clock)
    slip = clinic.sanction(date(2026, 11, 20), "G1")
    teller = Caretaker(make_tools("zh"), clinic.services, tmp_path, lambda: NO_ROOM_WANTED)
    teller.look()
    assert clinic.services.penalties.slip(slip.id).slip.unanswered_on is None, "she may still answer"
    clock.advance(timedelta(days=8))
    teller.look()
    sheet = clinic.services.penalties.sheet(slip.id)
    assert sheet.view.slip.unanswered_on == clinic.services.directory.today()
    assert (sheet.history[-1].verb, sheet.history[-1].decided_by) == ("note_unanswered", "")
    assert sheet.view.slip.state is SlipState.ISSUED, "silence is never a signature"


def test_only_the_newest_backups_are_kept(care: tuple[Caretaker, Heard], clock: FixedClock, tmp_path: Path) -> None:
    teller, _heard = care
    for _day in range(housekeeping.KEEP + 3):
        teller.back_up()
        clock.advance(timedelta(days=1))
    assert backups(tmp_path) == housekeeping.KEEP


def test_a_backup_made_while_the_clock_ran_ahead_holds_up_nothing(
    care: tuple[Caretaker, Heard], clock: FixedClock, tmp_path: Path
) -> None:
    teller, _heard = care
    clock.advance(timedelta(days=400))
    teller.back_up()
    clock.advance(timedelta(days=-400))
    teller.back_up()
    assert backups(tmp_path) == 2


def test_scarce_room_is_told_and_taken_back(
    make_tools: Callable[[str], Tools], speak: Callable[[str], None], clinic: Services, tmp_path: Path
) -> None:
    speak("zh")
    wanted = [2**62]
    teller = Caretaker(make_tools("zh"), clinic, tmp_path, lambda: wanted[0])
    heard = Heard(teller)
    teller.look()
    assert heard.warnings[-1].startswith("磁盘将满：仅剩 ")
    wanted[0] = 0
    teller.look()
    assert heard.warnings[-1] == ""


def test_a_clock_before_what_was_written_is_told_once_and_stays_in_the_status_line(
    care: tuple[Caretaker, Heard], clock: FixedClock
) -> None:
    teller, heard = care
    teller.look()
    assert heard.warnings == [""] and heard.clock == []
    clock.advance(timedelta(days=-2))
    for _look in range(2):
        teller.look()
        clock.advance(HOUR)
    assert len(heard.clock) == 1 and "2026-11-19 10:00" in heard.clock[0] and "2026-11-21 10:00" in heard.clock[0]
    assert heard.warnings[1:] == ["请检查电脑时间"] * 2
    clock.advance(timedelta(days=3))
    teller.look()
    assert heard.warnings[-1] == ""


def test_an_answer_of_an_open_round_counts_as_written(
    sqlite_database: Database, files: FileStore, clock: FixedClock
) -> None:
    clinic = found_clinic(sqlite_database, files, clock)
    rounds, today = clinic.services.rounds, clinic.services.today
    draft = RoundDraft(
        RoundKind.PATROL, clinic.institution, (clinic.me,), ("appearance_women",), (clinic.people["G1"],)
    )
    walk = rounds.walk(rounds.open_round(draft, clinic.by).value)
    audited = today.newest_moment()
    clock.advance(HOUR)
    (stop,) = walk.stops
    rounds.record_answer(walk.round.id, stop.id, walk.items[stop.id][0], Given(Verdict.PASS), clinic.by)
    assert audited is not None and today.newest_moment() == clock.now() == audited + HOUR


def test_a_clock_set_back_while_the_program_runs_goes_on_steadily_and_is_told(
    make_tools: Callable[[str], Tools], speak: Callable[[str], None], sqlite_database: Database, files: FileStore,
    tmp_path: Path,
) -> None:  # fmt: skip
    speak("zh")
    shown, counted = FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC)), [0.0]
    steady = SteadyClock(shown, lambda: counted[0])
    services = Services(sqlite_database, files, steady)
    found_clinic(sqlite_database, files, FixedClock(shown.now()))
    teller = Caretaker(make_tools("zh"), services, tmp_path, lambda: NO_ROOM_WANTED)
    heard = Heard(teller)
    shown.advance(timedelta(minutes=-90))
    counted[0] = 600.0
    assert steady.now() == datetime(2026, 11, 21, 2, 10, tzinfo=UTC)
    teller.look()
    assert heard.warnings[-1] == "请检查电脑时间" and "约 100 分钟" in heard.clock[0]


def test_moments_never_go_back_however_the_clock_is_turned() -> None:
    shown, counted = FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC)), [0.0]
    steady = SteadyClock(shown, lambda: counted[0])
    told = []
    for turn in (0, -1, -7200, 30, 86400, -3600, 3599, 10, -0.5):
        shown.advance(timedelta(seconds=turn))
        counted[0] += 1
        told.append(steady.now())
    assert told == sorted(told)
    shown.advance(timedelta(days=1))  # woken from sleep: taken over at once
    assert steady.now() == shown.now() and steady.set_back == timedelta()


def test_a_round_is_walked_through_a_clock_that_was_set_back(sqlite_database: Database, files: FileStore) -> None:
    """Nothing crashes, and the order of what was decided is that of the audit, not of the clock."""
    clock = FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC))
    clinic = found_clinic(sqlite_database, files, clock)
    clinic.sanction(date(2026, 11, 20), "G1")
    clock.set(datetime(2026, 11, 10, 2, 0, tzinfo=UTC))  # a day before everything there is
    round_id = clinic.walk(date(2026, 11, 10), {"G1": [BADGE]})
    clinic.propose(round_id, "G1")
    assert audit.check(sqlite_database).broken_at is None
    assert clinic.services.today.slips().count >= 0 and clinic.services.today.figures()
