"""The sample's observed processes: guides followed step by step with the clock, one of them still to be gone on with,
and the halls of the user's own clinic looked at."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock, local_day
from qualitydesk.inspections.model import TIME_UNITS, AnswerKind, Cursor, Given, Item, RoundDraft, RoundKind, Verdict

PROCESS, HALLS = "guide_seven_steps", "environment_hall"
DAYS_AGO = (24, 11, 3)
LATE = 0.18  # the share of steps that take too long


class Processes:
    """Walks them as an inspector would have."""

    def __init__(self, past: Services, clock: FixedClock, random: Random, made: Staffed, now: datetime) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        follow, leave = partial(self._follow, finish=True), partial(self._follow, finish=False)
        planned: list[tuple[datetime, Callable[[], None]]]
        planned = [(self._day(now, days, 9), follow) for days in DAYS_AGO]
        planned += [(self._day(now, 2, 14), self._look_at_halls), (self._day(now, 1, 16), leave)]
        self._planned = deque(sorted(planned, key=lambda one: one[0]))

    @staticmethod
    def _day(now: datetime, days: int, hour: int) -> datetime:
        """Ten past an hour of an earlier day."""
        return datetime.combine(local_day(now) - timedelta(days=days), time(hour, 10), ZoneInfo(DEFAULT_ZONE))

    def until(self, moment: datetime) -> None:
        """Walk what was due before a moment, so that rounds are numbered as they were begun."""
        while self._planned and self._planned[0][0] < moment:
            at, walk = self._planned.popleft()
            with self._past.database.transaction():
                self._clock.set(at.replace(microsecond=0))
                walk()

    def _follow(self, *, finish: bool) -> None:
        by, where = self._made.by, self._made.institutions[self._made.home]
        guides = [one.id for one in self._past.rounds.suggested_people(where, (PROCESS,)) if one.id != by.decided_by]
        if not guides:
            return
        round_id = self._begin(where, (PROCESS,), by, people=(self._random.choice(guides),))
        walk = self._past.rounds.walk(round_id)
        stop = walk.stops[0]
        items = list(walk.items[stop.id])
        half = len(items) if finish else len(items) // 2
        for item in self._as_done(items[:half], shuffled=finish):
            given = self._done(item)
            self._past.rounds.record_answer(round_id, stop.id, item, given, by)
        if finish:
            self._past.rounds.finish_round(round_id, by)
        else:
            self._past.rounds.move_to(round_id, Cursor(stop.id, items[half].code))

    def _begin(
        self,
        where: UUID,
        codes: tuple[str, ...],
        by: By,
        *,
        people: tuple[UUID, ...] = (),
        places: tuple[UUID, ...] = (),
    ) -> UUID:
        assert by.decided_by is not None
        draft = RoundDraft(RoundKind.PATROL, where, (by.decided_by,), codes, people, place_ids=places)
        return self._past.rounds.open_round(draft, by).value

    def _as_done(self, items: Sequence[Item], *, shuffled: bool) -> list[Item]:
        """The order things really happened in: now and then two steps change places."""
        found = list(items)
        steps = [at for at, item in enumerate(found) if item.kind is AnswerKind.STEP]
        if shuffled and len(steps) > 3 and self._random.random() < 0.7:
            one, other = steps[2], steps[3]
            found[one], found[other] = found[other], found[one]
        return found

    def _done(self, item: Item) -> Given:
        """One item, the clock going on as long as it took."""
        if item.kind is not AnswerKind.STEP:
            self._clock.advance(timedelta(seconds=20))
            return self._looked(item)
        self._clock.advance(timedelta(seconds=self._random.randrange(5, 90)))
        began = self._clock.now()
        limit = 180
        if item.limit is not None and item.limit.high is not None:
            limit = int(item.limit.high * TIME_UNITS.get(item.limit.unit, 60))
        share = self._random.uniform(1.1, 1.6) if self._random.random() < LATE else self._random.uniform(0.3, 0.9)
        self._clock.advance(timedelta(seconds=max(5, int(limit * share))))
        return Given(None if item.limit else Verdict.PASS, began=began, ended=self._clock.now())

    def _looked(self, item: Item) -> Given:
        failed = self._random.random() < LATE / 2
        if item.kind is AnswerKind.COUNT:
            return Given(seen=8, failed=1 if failed else 0)
        if item.kind is AnswerKind.SCALE:
            return Given(number=2 if failed else 4)
        if item.kind is AnswerKind.MEASURED and item.limit is not None:
            low, high = item.limit.low, item.limit.high
            return Given(number=high if high is not None else low)
        return Given(Verdict.FAIL if failed else Verdict.PASS)

    def _look_at_halls(self) -> None:
        by, where = self._made.by, self._made.institutions[self._made.home]
        places = tuple(place.id for place in self._past.directory.places(where, active_only=True)[:3])
        if not places:
            return
        round_id = self._begin(where, (HALLS,), by, places=places)
        walk = self._past.rounds.walk(round_id)
        for stop in walk.stops:
            self._clock.advance(timedelta(minutes=6))
            given = [(item, self._looked(item)) for item in walk.items[stop.id]]
            self._past.rounds.record_answers(round_id, stop.id, given, by)
        self._past.rounds.finish_round(round_id, by)
