"""The sample's plan, and a round with everything: started from a plan, drawn by lot, added to late, corrected later."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock, local_day
from qualitydesk.inspections.model import (
    AnswerKind,
    Given,
    Item,
    PlanDraft,
    RoundDraft,
    RoundKind,
    SampleMethod,
    SampleRule,
    Verdict,
)

SEED = 4711
_WORDS = {
    "zh": {
        "draw": "每月抽查一次，名单不提前通知",
        "note": "重点看导医台交接班",
        "late": "检查当天门诊限号，改在次日",
        "self": "院长出差，委托护士长带队",
        "mistaken": "当时看错了人，当班护士可以作证",
        "seen": "事后核对照片，该项不合格，现场漏记",
        "given_up": "消防演练，检查中断",
        "code": "青松-07",
        "visitor": "外聘人员",
    },
    "en": {
        "draw": "Once a month by lot, names not told before",
        "note": "Look at the handover at the guides' desk",
        "late": "Few patients that day; done the day after",
        "self": "The head is away and has sent the head nurse",
        "mistaken": "It was somebody else; the nurse on duty can tell",
        "seen": "The photos show it was not so; overlooked on the spot",
        "given_up": "Fire drill, broken off",
        "code": "Pine-07",
        "visitor": "From an agency",
    },
}


class Arrangements:
    """Made after the two years of rounds, as if during the last days."""

    def __init__(
        self, past: Services, clock: FixedClock, random: Random, made: Staffed, language: str, now: datetime
    ) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        self._say = _WORDS[language]
        self._language = language
        self._notes = read("notes")["notes"]
        self._now = now

    def fill(self) -> None:
        """Plans of every state, and what came of one of them."""
        with self._past.database.transaction():
            self._give_one_up()
            self._plan_ahead()
            self._walk_planned()
            self._clock.set(self._now)

    def _plan_ahead(self) -> None:
        """Two overdue, one for today, the rest for the days to come; one dropped."""
        self._clock.set(self._now - timedelta(days=9))
        codes = sorted(self._made.institutions)
        kinds = [RoundKind.PATROL, RoundKind.SELF_CHECK, RoundKind.QUALITY_CHECK, RoundKind.GROUP_ROUND]
        for at, days in enumerate((-4, -1, 0, 1, 1, 2, 3, 5, 6, 8, 12)):
            code = codes[at % len(codes)]
            kind = kinds[at % len(kinds)]
            self._past.plans.plan(self._draft(code, kind, days, at), self._made.by)
        mystery = PlanDraft(
            self._day(4), RoundKind.MYSTERY.value, self._made.institutions[codes[1]], (), self._packs(),
            visitor=self._say["visitor"], visitor_code=self._say["code"], note=self._say["note"],
        )  # fmt: skip
        self._past.plans.plan(mystery, self._made.by)
        dropped = self._past.plans.plan(self._draft(codes[2], RoundKind.PATROL, -3, 99), self._made.by).value
        self._clock.set(self._now - timedelta(days=3))
        self._past.plans.drop(dropped, self._say["late"], 1, self._made.by)

    def _draft(self, code: str, kind: RoundKind, days: int, turn: int) -> PlanDraft:
        leads = {
            RoundKind.PATROL: self._made.supervisors[code],
            RoundKind.SELF_CHECK: self._made.heads[code],
            RoundKind.QUALITY_CHECK: self._made.cs_director,
            RoundKind.GROUP_ROUND: self._made.gm,
        }
        sent = kind is RoundKind.SELF_CHECK and turn > 2
        lead = self._made.supervisors[code] if sent else leads[kind]
        return PlanDraft(
            self._day(days),
            kind.value,
            self._made.institutions[code],
            (lead,),
            self._packs(),
            sample=SampleRule(6, SampleMethod.BY_POST, longest_unseen=True) if turn % 3 == 0 else None,
            lead_reason=self._say["self"] if sent else "",
            note=self._say["draw"] if turn % 3 == 0 else (self._say["note"] if turn % 4 == 1 else ""),
        )

    def _walk_planned(self) -> None:
        """Yesterday's round of the user's clinic: two inspectors, people by lot, a hall, somebody added, corrected."""
        home, by = self._made.home, self._made.by
        where = self._made.institutions[home]
        rule = SampleRule(5, SampleMethod.BY_DEPARTMENT, longest_unseen=True)
        plan = PlanDraft(
            self._day(-1), RoundKind.PATROL.value, where, (self._made.supervisors[home], self._made.cs_director),
            self._packs(), sample=rule, note=self._say["draw"],
        )  # fmt: skip
        self._clock.set(self._now - timedelta(days=2))
        plan_id = self._past.plans.plan(plan, by).value
        self._clock.set(self._at(-1, 10))
        sample = self._past.rounds.draw_sample(where, self._packs(), rule, plan.inspector_ids, seed=SEED)
        hall = next((one.id for one in self._past.directory.places(where)), None)
        packs = (*self._packs(), "environment_hall")
        draft = RoundDraft(
            RoundKind.PATROL, where, plan.inspector_ids, packs, sample.drawn, (hall,) if hall else (), sample=sample
        )
        round_id = self._past.plans.start(plan_id, by, draft).value
        self._clock.advance(timedelta(minutes=25))
        people = self._past.rounds.could_join(round_id).people
        self._past.rounds.add_stops(round_id, [one.id for one in people[-1:]], [], by)
        self._answer(round_id)
        self._past.rounds.finish_round(round_id, by)
        self._correct(round_id)

    def _answer(self, round_id: UUID) -> None:
        walk = self._past.rounds.walk(round_id)
        for at, stop in enumerate(walk.stops):
            self._clock.advance(timedelta(minutes=5))
            given = [
                (item, self._given(item, failed=(at, nth) in ((0, 2), (2, 0))))
                for nth, item in enumerate(walk.items[stop.id])
            ]
            self._past.rounds.record_answers(round_id, stop.id, given, self._made.by)

    def _given(self, item: Item, *, failed: bool) -> Given:
        if item.by_figure:
            return Given(Verdict.NOT_APPLICABLE)
        if item.kind is AnswerKind.SCALE:
            return Given(number=5)
        if item.kind is AnswerKind.COUNT:
            return Given(seen=6, failed=0)
        return Given(Verdict.FAIL, note=self._note(item)) if failed else Given(Verdict.PASS)

    def _note(self, item: Item) -> str:
        """What is written of this item elsewhere in the sample."""
        return next((note[self._language] for note in self._notes if item.code in note["items"]), "")

    def _correct(self, round_id: UUID) -> None:
        """One fail was none, one was overlooked."""
        self._clock.advance(timedelta(hours=3))
        boss = By(self._made.cs_director, self._made.by.entered_by)
        for (at, nth), verdict, reason in (
            ((2, 0), Verdict.PASS, self._say["mistaken"]),
            ((1, 3), Verdict.FAIL, self._say["seen"]),
        ):
            walk = self._past.rounds.walk(round_id)
            stop = walk.stops[at]
            item = walk.items[stop.id][nth]
            seen = walk.answers[stop.id, item.code].given
            if seen.verdict is verdict or seen.verdict is Verdict.NOT_APPLICABLE:
                continue
            note = "" if verdict is Verdict.PASS else reason
            given = Given(verdict, note=note)
            self._past.corrections.correct(round_id, stop.id, item.code, given, reason, seen, boss)

    def _give_one_up(self) -> None:
        """Broken off at a clinic the user does not work at."""
        code = next(one for one in sorted(self._made.institutions) if one != self._made.home)
        where = self._made.institutions[code]
        self._clock.set(self._at(-2, 14))
        by = By.alone(self._made.supervisors[code])
        people = [p.id for p in self._past.rounds.suggested_people(where, self._packs()) if p.id != by.decided_by]
        draft = RoundDraft(RoundKind.PATROL, where, (self._made.supervisors[code],), self._packs(), tuple(people[:3]))
        round_id = self._past.rounds.open_round(draft, by).value
        self._clock.advance(timedelta(minutes=20))
        self._past.rounds.abandon_round(round_id, self._say["given_up"], by)

    def _packs(self) -> tuple[str, ...]:
        return tuple(pack.code for pack in self._past.standards.packs() if pack.code.startswith("appearance_"))

    def _at(self, days: int, hour: int) -> datetime:
        """That hour of a day, by the clock on the wall."""
        return min(
            datetime.combine(self._day(days), time(hour, 5), ZoneInfo(DEFAULT_ZONE)), self._now - timedelta(hours=8)
        )

    def _day(self, days: int) -> date:
        return local_day(self._now + timedelta(days=days))
