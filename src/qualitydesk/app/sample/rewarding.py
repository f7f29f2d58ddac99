"""The sample's points and rewards, the record that opens the deduction list, months settled and locked, one open."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.agenda import Agenda
from qualitydesk.app.sample.courses import Courses
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock, local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import Person
from qualitydesk.penalties.model import ApprovalWay, SlipFilter, SlipState
from qualitydesk.penalties.model.points import Follows, PointsDraft
from qualitydesk.penalties.model.rewards import STAR, RewardDraft
from qualitydesk.penalties.model.settlement import FineDraft, LockDraft, WageDraft
from qualitydesk.penalties.rules.points import month_after, month_before
from qualitydesk.rulebook.model.rewarding import FineIs

_ZONE = ZoneInfo(DEFAULT_ZONE)
_SCHEME = ("consultant", "online_consultant")
_ACTS = 26  # a month, over all institutions
_ON_RECORD = 20  # days before the first of the months: document, adoption, notice
_MINIMUM = 254_000  # fen
_WAGES = (258_050, 820_000)


class Rewarding:
    """Four months: two of them locked, the third open for its settlement, the fourth running."""

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
        self._first = month_before(self._before)
        self._words = read("rewards")
        self._entered: set[date] = set()

    def plan(self, agenda: Agenda, courses: Courses) -> None:
        """Put everything up to the end of the last month on the agenda; `finish` does what comes after."""
        self._courses = courses
        agenda.on(self._first - timedelta(days=_ON_RECORD), 17, self._record)
        for month in (self._first, self._before, self._last):
            after = month_after(month)
            agenda.on(after, 8, partial(self._points, month))
            agenda.on(after + timedelta(days=1), 17, partial(self._star, month))
            agenda.on(after + timedelta(days=2), 10, self._grant_fines)
            agenda.on(after + timedelta(days=5), 10, partial(self._courses.publish, month))
            agenda.on(after + timedelta(days=6), 10, partial(self._bulletin, month))
        for month in (self._first, self._before):
            agenda.on(month_after(month) + timedelta(days=4), 17, partial(self._lock, month))
        agenda.on(self._last + timedelta(days=9), 10, partial(courses.close_month, self._first))
        agenda.on(self._last + timedelta(days=18), 17, self._withdraw_one)
        for at, reward in enumerate(self._words["rewards"]):
            day = (self._before, self._last)[at % 2] + timedelta(days=6 + 4 * at)
            agenda.on(day, 17, partial(self._reward, reward, 2 if at % 2 == 0 else at // 2))

    def finish(self) -> None:
        """The running month's points (on its first morning the last one's, too), and the wages of the open month."""
        for month in (self._last, self._this):
            if month not in self._entered:
                self._points(month)
        self._clock.set(self._now - timedelta(hours=4))
        self._wages()
        self._clock.set(self._now)

    def _people(self) -> list[Person]:
        return [one for one in self._past.directory.people() if one.post_code in _SCHEME]

    def _record(self) -> None:
        """The rule document, its adoption and the notice to staff."""
        today = self._past.directory.today()
        document = self._words["document"][self._language]
        self._past.settlements.set_fine(FineDraft(FineIs.MONEY, document, today, today, today), self._made.by)

    def _points(self, month: date) -> None:
        """Acts spread over the month; in the last one somebody has a third act, another reaches fifty; figures are
        falsified once, and once more by the same person."""
        self._entered.add(month)
        stood, people = self._clock.now(), self._people()
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
        if month in (self._before, self._last) and len(people) > 2:
            at = datetime.combine(month + timedelta(days=13), time(17, 10), _ZONE)
            drafts.append(PointsDraft(people[2].id, "false_figures", at, self._words["figures"][self._language]))
        made = None
        for draft in sorted(drafts, key=lambda one: (one.at, str(one.employee_id))):
            assert draft.at is not None
            if draft.at < self._now and not self._sanctioned(draft):
                self._clock.set(draft.at + timedelta(minutes=10))
                made = self._past.points.enter(draft, self._made.by).value
        if made is not None and month == self._last:
            self._past.points.withdraw(made.id, made.revision, self._words["mistaken"][self._language], self._made.by)
        self._clock.set(stood)

    def _grant_fines(self) -> None:
        """The general manager grants the fine for falsified figures; dismissal the second time he leaves open."""
        for one in self._past.consequences.undecided():
            if one.kind is Follows.FINE:
                self._courses.decide(one, granted=True, words="fine_yes")

    def _bulletin(self, month: date) -> None:
        with suppress(Refused):  # a month without anything to tell
            self._past.rewards.issue_bulletin(month, self._made.by, language=self._language)

    def _sanctioned(self, draft: PointsDraft) -> bool:
        """For one act points or the ladder: whoever has a slip of that day gets no points, nor does the user."""
        assert draft.at is not None
        day = local_day(draft.at)
        slips = self._past.penalties.lines(SlipFilter(employee_id=draft.employee_id))
        return draft.employee_id == self._made.by.decided_by or any(
            one.act_day == day and one.state is not SlipState.WITHDRAWN for one in slips
        )

    def _reward(self, reward: Mapping[str, Any], steps: int) -> None:
        """A reward outside home, as far along as its age lets expect."""
        home = self._made.institutions[self._made.home]
        person = self._random.choice([one for one in self._past.directory.people() if one.institution_id != home])
        draft = RewardDraft(
            person.id,
            reward["grade"],
            reward["kind"],
            reward["amount"],
            tuple(reward["extras"]),
            reward[self._language],
            self._past.directory.today(),
        )
        self._carry(draft, steps=steps)

    def _star(self, month: date) -> None:
        """Whoever stands first at home, as the ranked list says."""
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

    def _lock(self, month: date) -> None:
        """The general manager locks a month."""
        day, settlements = self._past.directory.today(), self._past.settlements
        draft = LockDraft(self._made.gm, day, ApprovalWay.WRITTEN, "", settlements.month(month).seal)
        settlements.lock(month, draft, self._made.by, language=self._language)

    def _withdraw_one(self) -> None:
        """A slip of a locked month, so that the next one begins with lines that take something back."""
        locked = {line.claim.slip_id for line in self._past.settlements.month(self._before).lines}
        everything = self._past.penalties.lines(SlipFilter(state=SlipState.DEDUCTED), limit=10_000)
        free = [one for one in everything if one.id in locked and one.employee_id != self._made.by.decided_by]
        if free:
            slip = min(free, key=lambda one: one.number)
            by = By(self._made.cs_director, self._made.by.entered_by)
            reason = self._words["withdrawn"][self._language]
            if slip.employee_id != by.decided_by:
                self._past.penalties.withdraw(slip.id, slip.revision, reason, by)

    def _wages(self) -> None:
        """Of the open month: a wage so low that a cap bites, and one that bears what is taken."""
        settlements = self._past.settlements
        owing = sorted(
            (one for one in settlements.month(self._last).people if one.taken < 0),
            key=lambda one: (one.taken, one.number),
        )
        for one, wage in zip(owing, _WAGES, strict=False):
            settlements.type_wage(self._last, WageDraft(one.person_id, wage, _MINIMUM), self._made.by)
