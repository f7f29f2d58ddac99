"""Invented customers: names as people bear them, telephones of a range nobody is given, some marked for all staff."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock
from qualitydesk.directory.model import Sex
from qualitydesk.members.model import CustomerDraft

RANGE = "1990000"
"""Where invented telephones begin; the last four digits are drawn, none twice."""
_DAYS = 730


class Customers:
    """Enters customers over two years, in the order of their numbers."""

    def __init__(
        self, past: Services, clock: FixedClock, random: Random, made: Staffed, language: str, now: datetime
    ) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        self._language = language
        self._now = now
        self._words = read("customers")
        names = read("names")
        self._surnames = names["surnames"]
        self._given = {Sex.FEMALE: names["given"]["female"], Sex.MALE: names["given"]["male"]}

    def fill(self, count: int) -> None:
        """In one transaction: this many customers, one in forty of them marked, one in three of those no longer."""
        endings = self._random.sample(range(10_000), count + count // 12)
        telephones = [f"{RANGE}{ending:04d}" for ending in endings]
        moments = sorted(self._moment() for _ in range(count))
        with self._past.database.transaction():
            for at, moment in enumerate(moments):
                self._clock.set(moment)
                more = telephones[count + at // 12 : count + at // 12 + 1] if at % 12 == 11 else []
                customer = self._past.members.add_customer(self._draft((telephones[at], *more)), self._made.by).value
                if at % 40 == 17:
                    reason = self._random.choice(self._words["flagged"])[self._language]
                    self._past.members.flag_patient(customer, reason, self._made.by)
                if at % 120 == 57:
                    lifted = self._random.choice(self._words["lifted"])[self._language]
                    self._past.members.unflag(customer, lifted, self._made.by)
            self._clock.set(self._now)

    def _moment(self) -> datetime:
        """On a day of the last two years, while the clinics are open."""
        day = self._now - timedelta(days=self._random.randrange(1, _DAYS))
        return day.astimezone(ZoneInfo(DEFAULT_ZONE)).replace(
            hour=self._random.randrange(9, 17), minute=self._random.randrange(60)
        )

    def _draft(self, telephones: tuple[str, ...]) -> CustomerDraft:
        sex = self._random.choices((Sex.FEMALE, Sex.MALE), (78, 22))[0]
        kind = self._random.choices(("common", "rare", "compound"), (92, 6, 2))[0]
        name = self._random.choice(self._surnames[kind]) + self._random.choice(self._given[sex])
        note = self._random.choice(self._words["notes"])[self._language] if self._random.random() < 0.1 else ""
        where = self._random.choice(list(self._made.institutions.values()))
        return CustomerDraft(name, sex, telephones, where, note)
