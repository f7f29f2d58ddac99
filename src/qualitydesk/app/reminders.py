"""Reminders of clocks, 提醒: a look at every source each minute, off the GUI thread; each rung is told a person once.

What came up is kept in one verb before it is shown, so that neither a restart nor a second window tells it again.
Nothing is told while an institution is closed: it waits for the opening.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from qualitydesk.basics.changes import Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.lengths import length
from qualitydesk.basics.phrases import say
from qualitydesk.basics.reminders import Reminder, Source
from qualitydesk.kit.tools import Tools
from qualitydesk.storage import told
from qualitydesk.storage.database import Database
from qualitydesk.storage.told import Told

FIRST_LOOK = 4_000  # milliseconds after the start: the first page comes first
AGAIN = 60_000
SOON = 2_000  # after a change; several in a row are looked at once
ALL_ANEW = 15  # looks after which everything is looked through, for what other windows have changed
LISTED = timedelta(days=7)  # how far back the list goes
MOST_LISTED = 200
_CARES = frozenset({Change.CASES, Change.REQUESTS, Change.CALENDAR, Change.DIRECTORY, Change.RULEBOOK})


@dataclass(frozen=True)
class Found:
    """What a look has found for a person: to be shown, to be remembered, whether something waits for an opening."""

    shown: tuple[Reminder, ...] = ()
    passed: tuple[Told, ...] = ()
    waits: bool = False


@dataclass(frozen=True)
class Line:
    """One entry of the list: a clock as it stands now, and when it was last told of."""

    reminder: Reminder
    told_at: datetime


class ReminderBook:
    """What is to be shown to whom, from every source; safe on any thread."""

    def __init__(self, database: Database, clock: Clock, sources: Sequence[Source]) -> None:
        self._database = database
        self._clock = clock
        self._sources = {one.name: one for one in sources}

    def look(self, employee_id: UUID, since: datetime | None) -> Found:
        """What came up since a moment, None = as far back as anything is told at all."""
        now = self._clock.now()
        looks = {name: source.look(employee_id, since, now) for name, source in self._sources.items()}
        return Found(
            tuple(one for look in looks.values() for one in look.shown),
            tuple(Told(name, subject, code) for name, look in looks.items() for subject, code in look.passed),
            any(look.waits for look in looks.values()),
        )

    def keep(self, employee_id: UUID, found: Found) -> Done[tuple[Reminder, ...]]:
        """Remember what was found; gives what is to be shown here, since no other window was quicker."""
        with self._database.transaction() as connection:
            shown = {Told(one.source, one.subject_id, one.code): one for one in found.shown}
            mine = told.remember(connection, employee_id, shown, found.passed, self._clock.now())
        return Done(tuple(one for key, one in shown.items() if key in mine))

    def lately(self, employee_id: UUID) -> list[Line]:
        """Clocks told of in the last days that still run, the nearest deadline first."""
        now = self._clock.now()
        with self._database.reading() as connection:
            rows = told.lately(connection, employee_id, now - LISTED, MOST_LISTED)
            subjects: dict[str, set[UUID]] = {}
            for one, _at in rows:
                subjects.setdefault(one.source, set()).add(one.subject_id)
            standing: dict[tuple[str, UUID, str], Reminder] = {}
            for name, ids in subjects.items():
                if name in self._sources:
                    standing.update(self._sources[name].standing(ids, now))
        found: dict[tuple[str, UUID, str], Line] = {}
        for one, at in rows:
            for key in (key for key in standing if key not in found):
                if key[:2] == one[:2] and one.code.startswith(f"{key[2]}."):
                    found[key] = Line(standing[key], at)
        return sorted(found.values(), key=lambda line: (line.reminder.due_at, line.reminder.number))


class Reminders(QObject):
    """Looks by itself; whoever owns it shows what it tells.

    Signals: `came_up(list[Reminder])` what is to be told now; `counted(int)` how many of those told in this sitting
    nobody has looked at and still run.
    """

    came_up = Signal(object)
    counted = Signal(int)

    def __init__(
        self,
        tools: Tools,
        book: Callable[[], ReminderBook],
        who: Callable[[], UUID | None],
        is_on: Callable[[], bool],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        """`book` is asked on a lane, since making it takes imports; `who` is told; `is_on` as the settings say now."""
        super().__init__(parent)
        self._tools = tools
        self._book = book
        self._who = who
        self._is_on = is_on
        self._clock = clock
        self._since: datetime | None = None
        self._looks = 0
        self._busy = False
        self._unread: dict[tuple[str, UUID, str], Reminder] = {}
        self.timer = QTimer(self, interval=FIRST_LOOK)
        self.timer.timeout.connect(self.look)
        self.soon = QTimer(self, interval=SOON, singleShot=True)
        self.soon.timeout.connect(self.look)
        tools.operations.changed.connect(self._hear)

    def start(self) -> None:
        """Begin to look, soon for the first time and each minute from then on."""
        self.timer.start()

    def stop(self) -> None:
        self.timer.stop()
        self.soon.stop()

    def look(self) -> None:
        """Look now, unless they are switched off."""
        self.timer.setInterval(AGAIN)
        who = self._who()
        if self._busy or who is None or not self._is_on():
            self._since = None if not self._is_on() else self._since
            return
        self._busy = True
        self._looks += 1
        since = None if self._looks % ALL_ANEW == 0 else self._since
        now = self._clock.now()
        told_now = partial(self._found, who, since, now)
        self._tools.operations.read(
            self, self._look, who, since, tuple(self._unread), then=told_now, failed=self._not_now, topic="look"
        )

    def read(self) -> None:
        """Somebody has looked at the list."""
        self._unread.clear()
        self.counted.emit(0)

    def _look(
        self, who: UUID, since: datetime | None, unread: tuple[tuple[str, UUID, str], ...]
    ) -> tuple[Found, frozenset[tuple[str, UUID, str]]]:
        book = self._book()
        over: frozenset[tuple[str, UUID, str]] = frozenset()
        if unread:
            over = frozenset(unread) - {line.reminder.clock for line in book.lately(who)}
        return book.look(who, since), over

    def _found(
        self,
        who: UUID,
        since: datetime | None,
        now: datetime,
        looked: tuple[Found, frozenset[tuple[str, UUID, str]]],
    ) -> None:
        found, over = looked
        if over:
            self._unread = {key: one for key, one in self._unread.items() if key not in over}
            self.counted.emit(len(self._unread))
        after = since if found.waits else now
        if not found.passed:
            self._busy, self._since = False, after
            return
        verb = partial(self._keep, who, found)
        self._tools.operations.write(verb, then=partial(self._kept, after), failed=self._not_now, asker=self)

    def _keep(self, who: UUID, found: Found) -> Done[tuple[Reminder, ...]]:
        return self._book().keep(who, found)

    def _kept(self, after: datetime | None, shown: tuple[Reminder, ...]) -> None:
        self._busy, self._since = False, after
        if shown:
            self.show(shown)

    def show(self, shown: Sequence[Reminder]) -> None:
        """Tell of these."""
        self._unread.update({one.clock: one for one in shown})
        self.counted.emit(len(self._unread))
        self.came_up.emit(list(shown))

    def _not_now(self, error: Exception) -> bool:
        """A look that is refused is made again with the next one, from the beginning."""
        self._busy, self._since = False, None
        return isinstance(error, Refused)

    def _hear(self, changes: frozenset[Change]) -> None:
        """A deadline may have moved to before now: everything is looked through."""
        if changes & _CARES:
            self._since = None
            if self.timer.isActive() and self.timer.interval() == AGAIN:  # not before the first look
                self.soon.start()


def due_of(reminder: Reminder, language: str) -> str:
    """When it is due, as shown on the wall clock, and whether that still hangs on a notice to come."""
    return say(language, "clock.provisional.due", due=reminder.due) if reminder.provisional else reminder.due


def words_of(reminder: Reminder, now: datetime, language: str) -> str:
    """What a reminder says: “结案期限”还有 1 小时到期（2026-11-18 10:00）。"""
    away = int((reminder.due_at - now).total_seconds()) // 60
    rung = "after" if away < 0 and reminder.rung != "due" else reminder.rung or "before"
    return say(
        language,
        f"clock.rung.{rung}",
        clock=say(language, reminder.title),
        due_at=due_of(reminder, language),
        left=length(away, language),
        late=length(-away, language),
    )
