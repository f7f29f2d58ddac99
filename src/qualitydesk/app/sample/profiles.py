"""What is known of invented members: birthdays, habits, family, consents; some ask about their data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.clock import FixedClock, local_day
from qualitydesk.basics.lunar import lunar_of
from qualitydesk.members.model.privacy import Asked, PersonRequestDraft, RequestAnswer
from qualitydesk.members.model.profile import (
    About,
    AssessmentDraft,
    Birthday,
    Calendar,
    ConsentDraft,
    ConsentKind,
    ConsentWay,
    Kinship,
    ProfileDraft,
    RelativeDraft,
)
from qualitydesk.members.model.tiers import TierFilter

_EVERY = 4  # customers to one whose profile is kept
_AGES = (22, 78)
_BEST = 20  # of each of the high tiers


class MemberProfiles:
    """Writes them over customers that stand already, on the last day."""

    def __init__(
        self, past: Services, clock: FixedClock, random: Random, made: Staffed, language: str, now: datetime
    ) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        self._language = language
        self._now = now
        self._words = read("profiles")
        names = read("names")
        self._given = [*names["given"]["female"], *names["given"]["male"]]

    def fill(self) -> None:
        """In one transaction: one in four customers, some of them with family and standing; three requests."""
        self._clock.set(self._now)
        today = local_day(self._now)
        lines = self._past.members.lines(limit=None, descending=False)
        with self._past.database.transaction():
            for line in lines[::_EVERY]:
                self._write(line.id, today)
            for at, asked in enumerate(self._words["asks"]):
                if at < len(lines):
                    self._ask(lines[-1 - at].id, asked, at, today)

    def fill_best(self) -> None:
        """Of those who spend most every second."""
        today, tiers = local_day(self._now), self._past.tiers
        best = [one.id for tier in ("vip", "gold") for one in tiers.lines(TierFilter(tier=tier), limit=2 * _BEST)]
        with self._past.database.transaction():
            for member in best[::2]:
                self._write(member, today)

    def _write(self, customer_id: UUID, today: date) -> None:
        profiles, by = self._past.profiles, self._made.by
        for kind in ConsentKind:
            given = self._random.random() < (0.95 if kind is ConsentKind.SENSITIVE else 0.85)
            said = today - timedelta(days=self._random.randrange(1, 300))
            way = self._random.choice(list(ConsentWay)[:3])
            profiles.record_consent(ConsentDraft(customer_id, kind, given, said, way), by)
            if kind is ConsentKind.SENSITIVE and not given:
                return
        words = {about: self._choice(self._words["about"][about]) for about in About if about in self._words["about"]}
        kept = {about: said for about, said in words.items() if self._random.random() < 0.6}
        greeter = by.decided_by if self._random.random() < 0.3 else None
        age = self._random.uniform(*_AGES)
        draft = ProfileDraft(customer_id, kept, self._birthday(today, age), greeter, True, True)
        profiles.save_profile(draft, by)
        for kinship, years in self._kin(age):
            name = self._random.choice("王李张刘陈") + self._random.choice(self._given)
            born = self._birthday(today, years) if self._random.random() < 0.7 else None
            profiles.save_relative(RelativeDraft(customer_id, kinship, name, born), by)
        if self._random.random() < 0.15:
            self._assess(customer_id, today)

    def _assess(self, customer_id: UUID, today: date) -> None:
        assets = self._random.choice((5, 8, 20, 50)) * 1_000_000_00
        draft = AssessmentDraft(
            customer_id, assets, self._choice(self._words["standing"]), self._choice(self._words["why"]),
            self._made.by.decided_by, today - timedelta(days=self._random.randrange(10, 200)),
            today + timedelta(days=365),
        )  # fmt: skip
        self._past.profiles.assess(draft, self._made.by)

    def _ask(self, customer_id: UUID, asked: dict[str, Any], at: int, today: date) -> None:
        """The first is overdue, the last answered."""
        privacy, by = self._past.privacy, self._made.by
        received = today - timedelta(days=(18, 4, 9)[at])
        draft = PersonRequestDraft(customer_id, Asked(asked["kind"]), received, asked[self._language])
        request = privacy.receive_request(draft, by).value
        if at == 1:
            privacy.answer_request(RequestAnswer(request, True, today, asked[self._language], 1), by)

    def _kin(self, age: float) -> Iterator[tuple[Kinship, float]]:
        """Who belongs to somebody of this age, and how old each is."""
        if self._random.random() < 0.4:
            yield Kinship.SPOUSE, max(_AGES[0], age + self._random.uniform(-5, 5))
        for _ in range(self._random.choices((0, 1, 2), (60, 30, 10))[0]):
            if (years := age - self._random.uniform(23, 35)) > 1:
                yield Kinship.CHILD, years

    def _birthday(self, today: date, age: float) -> Birthday:
        """Two in five by the lunar calendar, as people of a certain age keep it."""
        born = today - timedelta(days=round(365.25 * age))
        year = born.year if self._random.random() < 0.8 else None
        lunar = lunar_of(born) if self._random.random() < 0.4 else None
        if lunar is None:
            return Birthday(Calendar.SOLAR, born.month, born.day, year=year)
        return Birthday(Calendar.LUNAR, lunar.month, lunar.day, lunar.leap, lunar.year if year else None)

    def _choice(self, offered: list[dict[str, str]]) -> str:
        return self._random.choice(offered)[self._language]
