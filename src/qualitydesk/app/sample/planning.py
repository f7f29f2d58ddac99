"""The sample's exceptions from the frequencies, and two calibrations: one with its result, one half way."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed
from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import Verdict
from qualitydesk.inspections.model.calendar import ExceptionDraft
from qualitydesk.inspections.model.calibrations import CalibrationDraft, Judged
from qualitydesk.rulebook.model.planning import Per

_WORDS = {
    "zh": {
        "few": "本院只有一名客服主任，巡查与投诉接待兼顾",
        "built": "候诊区装修，暂停接诊",
        "note": "新版仪容标准启用前统一尺度",
    },
    "en": {
        "few": "One supervisor for patrols and complaints alike",
        "built": "The waiting area is rebuilt; no patients",
        "note": "A common measure before the new standard holds",
    },
}
_PEOPLE = 8
_UNCLEAR, _STRICT = 2, 5
"""Places of the items the two of the sample differ on: one both ways, one the first fails more often."""


class Planning:
    """Made after the rounds, as if during the last weeks."""

    def __init__(self, past: Services, clock: FixedClock, made: Staffed, language: str) -> None:
        self._past = past
        self._clock = clock
        self._made = made
        self._say = _WORDS[language]

    def fill(self) -> None:
        """Everything at once; the clock stands as before."""
        now = self._clock.now()
        with self._past.database.transaction():
            self._except()
            self._clock.set(now - timedelta(days=6, hours=3))
            first = self._begin()
            if first is not None:
                for rater in (0, 1):
                    self._clock.advance(timedelta(minutes=40))
                    self._sit(first, rater)
                self._clock.set(now - timedelta(hours=4))
                second = self._begin()
                if second is not None:
                    self._sit(second, 0)
            self._clock.set(now)

    def _except(self) -> None:
        """Patrols are weekly but for the user's clinic; one is being rebuilt for a while."""
        today = self._past.directory.today()
        since = today - timedelta(days=720)
        others = [code for code in sorted(self._made.institutions) if code != self._made.home]
        for code in others:
            where = self._made.institutions[code]
            draft = ExceptionDraft(where, "patrol", since, None, 1, Per.WEEK, self._say["few"])
            self._past.plan_calendar.save_exception(draft, self._made.by)
        if others:
            where = self._made.institutions[others[-1]]
            first = today - timedelta(days=12)
            draft = ExceptionDraft(where, "", first, today + timedelta(days=9), 0, Per.DAY, self._say["built"])
            self._past.plan_calendar.save_exception(draft, self._made.by)

    def _begin(self) -> UUID | None:
        home = self._made.home
        where, inspectors = self._made.institutions[home], (self._made.supervisors[home], self._made.cs_director)
        packs = tuple(p.code for p in self._past.standards.packs() if p.code.startswith("appearance_"))
        people = [one.id for one in self._past.rounds.own_people(where, packs) if one.id not in inspectors]
        if not people or inspectors[0] == inspectors[1]:
            return None
        draft = CalibrationDraft(where, inspectors, packs, tuple(people[:_PEOPLE]), self._say["note"])
        return self._past.calibrations.begin(draft, self._made.by).value

    def _sit(self, which: UUID, rater: int) -> None:
        """Mostly the same; on two items they differ so that something follows."""
        service, by = self._past.calibrations, self._made.by
        sitting = service.sitting(which, rater)
        for at, stop in enumerate(sitting.stops):
            for nth, item in enumerate(sitting.items[stop.id]):
                fails = (at * 7 + nth) % 11 == 0
                if nth == _UNCLEAR and at % 2:
                    fails = (at // 2 + rater) % 2 == 0
                if nth == _STRICT and at % 4:
                    fails = rater == 0
                service.judge(which, rater, stop.id, item, Judged(Verdict.FAIL if fails else Verdict.PASS), by)
        service.close_sitting(which, rater, by)
