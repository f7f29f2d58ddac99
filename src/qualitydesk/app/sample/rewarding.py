"""The sample's points and rewards, the record that opens the deduction list, one month settled and locked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock, local_day
from qualitydesk.directory.model import Person
from qualitydesk.penalties.model import ApprovalWay, SlipFilter, SlipState
from qualitydesk.penalties.model.points import PointsDraft
from qualitydesk.penalties.model.rewards import STAR, RewardDraft
from qualitydesk.penalties.model.settlement import FineDraft, LockDraft
from qualitydesk.penalties.rules.points import month_after, month_before
from qualitydesk.rulebook.model.rewarding import FineIs

_ZONE = ZoneInfo(DEFAULT_ZONE)
_SCHEME = ("consultant", "online_consultant")
_ACTS = 26  # a month, over all institutions
_ON_RECORD = 20  # days before the first of the two months: document, adoption, notice


class Rewarding:
    """Made after the rounds and their slips: the last two months and the days since."""

    def __init__(
        self, past: Services, clock: FixedClock, random: Random, made: Staffed, language: str, now: datetime
    ) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        self._language = language
        self._now = now
        self._this = local_day(now).replace(day=1)
        self._last = month_before(self._this)
        self._before = month_before(self._last)
        self._words = read("rewards")

    def fill(self) -> None:
        """Points, rewards, and the month before last locked."""
        with self._past.database.transaction():
            self._record()
            people = [one for one in self._past.directory.people() if one.post_code in _SCHEME]
            for month in (self._before, self._last, self._this):
                self._points(month, people)
            self._rewards()
            self._lock()
            self._clock.set(self._now)

    def _record(self) -> None:
        """The rule document, its adoption and the notice to staff."""
        self._stand(self._before - timedelta(days=_ON_RECORD))
        today = self._past.directory.today()
        document = self._words["document"][self._language]
        self._past.settlements.set_fine(FineDraft(FineIs.MONEY, document, today, today, today), self._made.by)

    def _points(self, month: date, people: list[Person]) -> None:
        """Acts spread over the month; in the last one somebody has a third act, another reaches fifty."""
        drafts: list[PointsDraft] = []
        notes = self._words["notes"]
        end = min(month_after(month), local_day(self._now))
        days = (end - month).days
        for _ in range(_ACTS if days > 0 and people else 0):
            note: Mapping[str, Any] = self._random.choice(notes)
            day = month + timedelta(days=self._random.randrange(days))
            at = datetime.combine(day, time(self._random.randint(9, 16), self._random.randrange(60)), _ZONE)
            drafts.append(PointsDraft(self._random.choice(people).id, note["act"], at, note[self._language]))
        if month == self._last and len(people) > 1:
            for minute in (5, 25, 50):
                at = datetime.combine(month + timedelta(days=7), time(15, minute), _ZONE)
                drafts.append(PointsDraft(people[0].id, "games", at))
            for turn in range(10):
                at = datetime.combine(month + timedelta(days=10 + turn), time(11, 20), _ZONE)
                drafts.append(PointsDraft(people[1].id, "rude", at))
        made = None
        for draft in sorted(drafts, key=lambda one: (one.at, str(one.employee_id))):
            assert draft.at is not None
            if draft.at < self._now and not self._sanctioned(draft):
                self._clock.set(draft.at + timedelta(minutes=10))
                made = self._past.points.enter(draft, self._made.by).value
        if made is not None and month == self._last:
            self._past.points.withdraw(made.id, made.revision, self._words["mistaken"][self._language], self._made.by)

    def _sanctioned(self, draft: PointsDraft) -> bool:
        """For one act points or the ladder: whoever has a slip of that day gets no points, nor does the user."""
        assert draft.at is not None
        day = local_day(draft.at)
        slips = self._past.penalties.lines(SlipFilter(employee_id=draft.employee_id))
        return draft.employee_id == self._made.by.decided_by or any(
            one.act_day == day and one.state is not SlipState.WITHDRAWN for one in slips
        )

    def _rewards(self) -> None:
        """The stars of both months at home, and rewards as far along as their age lets expect."""
        for month in (self._before, self._last):
            self._star(month)
        home = self._made.institutions[self._made.home]
        everybody = [one for one in self._past.directory.people() if one.institution_id != home]
        for at, reward in enumerate(self._words["rewards"]):
            person = self._random.choice(everybody)
            self._stand((self._before, self._last)[at % 2] + timedelta(days=6 + 4 * at))
            draft = RewardDraft(
                person.id,
                reward["grade"],
                reward["kind"],
                reward["amount"],
                tuple(reward["extras"]),
                reward[self._language],
                self._past.directory.today(),
            )
            self._carry(draft, steps=2 if at % 2 == 0 else at // 2)

    def _star(self, month: date) -> None:
        """Whoever stands first at home, as the ranked list says."""
        self._stand(month_after(month) + timedelta(days=1))
        home = self._made.institutions[self._made.home]
        places = self._past.rewards.stars(month, home).places
        first = next((one for one in places if not one.barred), None)
        if first is None or first.facts.employee_id in (self._made.by.decided_by, self._made.gm):
            return
        last = month_after(month) - timedelta(days=1)
        words = {
            "zh": f"{month:%Y-%m} 巡检平均得分居首，无违规、无扣分。",
            "en": f"First in {month:%Y-%m} by score, without an offence or a deduction.",
        }
        draft = RewardDraft(first.facts.employee_id, "honour", STAR, 20000, ("praise",), words[self._language], last)
        self._carry(draft, steps=2)

    def _carry(self, draft: RewardDraft, *, steps: int) -> None:
        """Proposed; approved from one step on; given from two."""
        if draft.employee_id in (self._made.by.decided_by, self._made.gm):
            return
        by, rewards = self._made.by, self._past.rewards
        made = rewards.propose(draft, by).value
        self._clock.advance(timedelta(hours=2))
        if steps >= 1:
            rewards.approve(made.id, made.revision, self._made.gm, self._past.directory.today(), by)
        if steps >= 2:
            rewards.give(made.id, made.revision + 1, by, language=self._language)

    def _lock(self) -> None:
        """The general manager locks the month before last; one of its slips is withdrawn afterwards."""
        day = self._last + timedelta(days=4)
        self._stand(day)
        month, settlements = self._before, self._past.settlements
        draft = LockDraft(self._made.gm, day, ApprovalWay.WRITTEN, "", settlements.month(month).seal)
        settlements.lock(month, draft, self._made.by, language=self._language)
        self._withdraw_one({line.claim.slip_id for line in settlements.month(month).lines})

    def _withdraw_one(self, locked: set[UUID | None]) -> None:
        """So that the next month begins with lines that take something back."""
        self._stand(self._last + timedelta(days=18))
        everything = self._past.penalties.lines(SlipFilter(), limit=10_000)
        mine = [one for one in everything if one.id in locked and one.state is SlipState.DEDUCTED]
        free = [one for one in mine if one.employee_id != self._made.by.decided_by]
        if free:
            slip = min(free, key=lambda one: one.number)
            by = By(self._made.cs_director, self._made.by.entered_by)
            reason = self._words["withdrawn"][self._language]
            if slip.employee_id != by.decided_by:
                revision = self._past.penalties.slip(slip.id).slip.revision
                self._past.penalties.withdraw(slip.id, revision, reason, by)

    def _stand(self, day: date) -> None:
        """The clock stands on that day's afternoon, never in the future."""
        self._clock.set(min(datetime.combine(day, time(17, 0), _ZONE), self._now))
