"""Fills an empty database with the sample: people, two years of rounds and complaints, the slips of the last months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.agenda import Agenda
from qualitydesk.app.sample.arrangements import Arrangements
from qualitydesk.app.sample.cases import Cases
from qualitydesk.app.sample.contacts import JOINED, LEAST_MEMBERS, Keeping
from qualitydesk.app.sample.courses import Courses
from qualitydesk.app.sample.customers import Customers
from qualitydesk.app.sample.follow_up import FollowUps
from qualitydesk.app.sample.members import ManyMembers
from qualitydesk.app.sample.paperwork import Paperwork
from qualitydesk.app.sample.people import Staffed, Staffing, give_histories, read
from qualitydesk.app.sample.photographs import Photographs
from qualitydesk.app.sample.planning import Planning
from qualitydesk.app.sample.processes import Processes
from qualitydesk.app.sample.profiles import MemberProfiles
from qualitydesk.app.sample.requests import RequestsAndWishes
from qualitydesk.app.sample.revisions import revise
from qualitydesk.app.sample.rewarding import Rewarding
from qualitydesk.app.sample.signing import Signing
from qualitydesk.app.sample.trending import tell_trends
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock, local_day
from qualitydesk.inspections.model import (
    AnswerKind,
    Cursor,
    Given,
    Item,
    PackKind,
    RoundDraft,
    RoundKind,
    Target,
    Verdict,
)
from qualitydesk.penalties.model import Choice

SEED = 20261121
_PHOTOGRAPHED = 45  # days back for which there are photos
_WAITS = 6  # days for which a round's proposals wait
VISITOR = "外聘人员"
_BEFORE_ROUNDS = 2  # steps that are told: the people with their customers, all that was bought
CASES_PER_ROUND = 2.2
FEW_CASES = 60
Told = Callable[[int, int], None]
"""Called with (done, of) while the sample grows."""


@dataclass(frozen=True)
class SampleSize:
    """How much: days back from today, days between two rounds of an institution, days for which slips are written,
    how many customers, how many further members with what they bought; how many complaints, None: some for every round
    of an institution, but few."""

    days: int = 730
    every: int = 10
    slips: int = 100
    customers: int = 400
    members: int = 0
    cases: int | None = None

    @property
    def complaints(self) -> int:
        """How many there are."""
        if self.cases is not None:
            return self.cases
        return min(FEW_CASES, max(2, round(self.days / self.every * CASES_PER_ROUND)))


WHOLE = SampleSize(cases=1500, members=11_600)
"""What the program is tried with: as much as two years of such a group bring."""


@dataclass(frozen=True)
class _Planned:
    at: datetime
    institution: str
    kind: RoundKind


def fill(services: Services, *, language: str, size: SampleSize = WHOLE, told: Told | None = None) -> Staffed:
    """Make the sample in an empty database; the same rows for the same day and size."""
    random = Random(SEED)
    now = services.clock.now()
    today = local_day(now)
    clock = FixedClock(now - timedelta(days=900))
    past = Services(services.database, services.files, clock)
    with past.database.transaction():
        past.rulebook.adopt_shipped(By.alone(None))
        past.standards.adopt_shipped(By.alone(None))
        past.calendar.adopt_shipped(By.alone(None))
        made = Staffing(past, random, language, today).staff()
    plan = _plan(random, made, today, size, now)
    steps = _BEFORE_ROUNDS + len(plan)
    told = told or _nobody
    Customers(past, clock, Random(SEED + 6), made, language, now).fill(size.customers)
    profiles = MemberProfiles(past, clock, Random(SEED + 10), made, language, now)
    profiles.fill()
    told(1, steps)
    members = ManyMembers(past, Random(SEED + 10), made, language, now)
    keeps = size.members >= LEAST_MEMBERS
    members.fill(size.members - (JOINED if keeps else 0))
    profiles.fill_best()
    revise(past, clock, made, language, now)
    told(2, steps)
    agenda = Agenda(clock)
    courses = Courses(past, agenda, Random(SEED + 10), made, language)
    rewarding = Rewarding(past, clock, Random(SEED + 9), made, language, now)
    rewarding.plan(agenda, courses)
    courses.plan(today)
    walker = _Walker(past, clock, random, made, language, today, courses)
    processes = Processes(past, clock, Random(SEED + 2), made, now)
    for at, planned in enumerate(plan):
        with past.database.transaction():
            agenda.until(planned.at)
        processes.until(planned.at)
        walker.walk(planned, with_slips=(today - local_day(planned.at)).days <= size.slips)
        told(_BEFORE_ROUNDS + at + 1, steps)
    with past.database.transaction():
        agenda.until(now)
    processes.until(now)
    FollowUps(past, clock, Random(SEED + 1), made, language, now).fill()
    Arrangements(past, clock, Random(SEED + 5), made, language, now).fill()
    Planning(past, clock, made, language).fill()
    Cases(past, clock, Random(SEED + 7), made, language, now).fill(size.days, size.complaints)
    RequestsAndWishes(past, clock, Random(SEED + 8), made, language, now).fill()
    if keeps:
        Keeping(past, clock, Random(SEED + 11), made, language, now).fill(members)
    with past.database.transaction():
        rewarding.finish()
        clock.set(now - timedelta(hours=3))
        courses.on_cases()
        courses.free_acts()
        courses.leave_one_appealed()
    give_histories(past, made, language, today)
    Signing(past, clock, made, language, now).fill()
    tell_trends(past, Random(SEED + 12), made, language, today)
    walker.leave_one_open(now)
    Paperwork(past, clock, made, language, now).fill()
    return made


def _nobody(_done: int, _of: int) -> None:
    """Nobody is told."""


def _plan(random: Random, made: Staffed, today: date, size: SampleSize, now: datetime) -> list[_Planned]:
    """Every institution's rounds, oldest first: own checks every few days, the group's quality check each month."""
    zone = ZoneInfo(DEFAULT_ZONE)
    found: list[_Planned] = []
    for at, code in enumerate(made.institutions):
        day = today - timedelta(days=size.days - at)
        turn = 0
        while day < today:
            turn += 1
            if day.weekday() < 5:
                kind = RoundKind.SELF_CHECK if turn % 2 else RoundKind.PATROL
                if turn % 4 == 3:
                    kind = RoundKind.QUALITY_CHECK
                if turn % 37 == 5:
                    kind = RoundKind.MYSTERY if at % 2 else RoundKind.GROUP_ROUND
                moment = datetime.combine(day, time(9, 10 + 5 * at), zone)
                if moment < now:
                    found.append(_Planned(moment, code, kind))
            day += timedelta(days=size.every + random.randrange(-2, 3))
    return sorted(found, key=lambda planned: (planned.at, planned.institution))


class _Walker:
    """Walks the planned rounds as an inspector would have, with each clinic's own tendency."""

    def __init__(
        self,
        past: Services,
        clock: FixedClock,
        random: Random,
        made: Staffed,
        language: str,
        today: date,
        courses: Courses,
    ) -> None:
        self._courses = courses
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        self._language = language
        self._today = today
        self._photographs = Photographs(past, clock, Random(SEED + 4), language)
        self._packs = [pack for pack in past.standards.packs() if pack.code.startswith("appearance_")]
        self._notes = read("notes")["notes"]
        self._careless: dict[UUID, float] = {}
        self._level = {code: random.uniform(0.012, 0.035) for code in made.institutions}

    def walk(self, planned: _Planned, *, with_slips: bool) -> None:
        """One round from opening to slips, in one transaction."""
        with self._past.database.transaction():
            self._clock.set(planned.at)
            by = By.alone(self._inspector(planned))
            round_id = self._open(planned, by)
            self._answer(round_id, planned, by)
            if (self._today - local_day(planned.at)).days <= _PHOTOGRAPHED:
                self._photographs.attach(round_id, by)
            self._past.rounds.finish_round(round_id, by)
            if with_slips:
                self._sanction(round_id, by)

    def leave_one_open(self, now: datetime) -> None:
        """This morning's round of the user's own clinic, half walked, to be gone on with."""
        code = self._made.home
        with self._past.database.transaction():
            self._clock.set(now - timedelta(minutes=25))
            planned = _Planned(self._clock.now(), code, RoundKind.PATROL)
            round_id = self._open(planned, self._made.by)
            self._answer(round_id, planned, self._made.by, stops=2)
            self._photographs.attach_open(round_id, self._made.by)

    def _inspector(self, planned: _Planned) -> UUID:
        if planned.kind is RoundKind.SELF_CHECK:
            return self._made.heads[planned.institution]
        if planned.kind is RoundKind.PATROL:
            return self._made.supervisors[planned.institution]
        return self._made.cs_director

    def _open(self, planned: _Planned, by: By) -> UUID:
        where = self._made.institutions[planned.institution]
        codes = tuple(pack.code for pack in self._packs if pack.kind is PackKind.STATE and pack.target is Target.PERSON)
        suggested = self._past.rounds.suggested_people(where, codes)
        people = [person for person in suggested if person.id != by.decided_by]  # nobody inspects herself
        chosen = self._random.sample(people, min(len(people), self._random.randint(4, 7)))
        assert by.decided_by is not None
        draft = RoundDraft(planned.kind, where, (by.decided_by,), codes, tuple(person.id for person in chosen))
        if planned.kind is RoundKind.MYSTERY:
            draft = replace(draft, inspector_ids=(), visitor=VISITOR, visitor_code=f"M-{planned.at:%m%d}")
        return self._past.rounds.open_round(draft, by).value

    def _answer(self, round_id: UUID, planned: _Planned, by: By, *, stops: int | None = None) -> None:
        walk = self._past.rounds.walk(round_id)
        for at, stop in enumerate(walk.stops[:stops]):
            assert stop.employee_id is not None
            risk = self._risk(planned, stop.employee_id)
            self._clock.advance(timedelta(minutes=4))
            items = walk.items[stop.id]
            given = [(item, self._given(item, risk)) for item in items]
            cursor = None
            if stops is not None and at == stops - 1:
                given, cursor = given[: len(given) // 2], Cursor(stop.id, items[len(given) // 2].code)
            self._past.rounds.record_answers(round_id, stop.id, given, by, cursor)

    def _risk(self, planned: _Planned, employee: UUID) -> float:
        """The chance of a fail: the clinic's level, its trend over two years, the person's own carelessness."""
        careless = self._careless.setdefault(employee, self._random.choice((0.3, 0.5, 0.8, 1.0, 1.0, 1.4, 3.5)))
        age = (self._today - local_day(planned.at)).days
        trend = 1.0 + age / 730 if planned.institution != "YQ" else 1.0 + 2.5 * max(0.0, 1 - age / 200)
        return self._level[planned.institution] * careless * trend

    def _given(self, item: Item, risk: float) -> Given:
        draw = self._random.random()
        if item.season and self._random.random() < 0.5:
            return Given(Verdict.NOT_APPLICABLE)
        failed = draw < risk
        if item.by_figure:
            return self._measured(item, failed)
        if item.kind is AnswerKind.SCALE:
            return Given(number=2 if failed else self._random.choice((4, 5, 5)))
        if failed:
            note = self._note(item)
            return Given(Verdict.FAIL, note=note, fixed=self._random.random() < 0.5)
        if item.kind is AnswerKind.PARTLY and draw < 2.5 * risk:
            return Given(Verdict.PARTLY)
        return Given(Verdict.PASS)

    def _measured(self, item: Item, failed: bool) -> Given:
        low = item.limit.low if item.limit and item.limit.low is not None else 0.0
        high = item.limit.high if item.limit and item.limit.high is not None else low + 10
        return Given(number=high + 2 if failed else round((low + high) / 2, 1))

    def _note(self, item: Item) -> str:
        fitting = [note for note in self._notes if item.code in note["items"]]
        general = [note for note in self._notes if not note["items"]]
        chosen: Sequence[dict[str, str]] = fitting or general
        return self._random.choice(chosen)[self._language] if self._random.random() < 0.8 else ""

    def _sanction(self, round_id: UUID, by: By) -> None:
        """Slips are proposed at once, and go their way; the newest rounds still wait for a decision."""
        if (self._today - local_day(self._clock.now())).days < _WAITS:
            return
        for proposal in self._past.penalties.proposals(round_id):
            self._clock.advance(timedelta(minutes=1))
            mine = proposal.employee_id == self._made.by.decided_by  # nobody decides on herself
            drafter = By(self._made.cs_director, self._made.by.entered_by) if mine else self._made.by
            choice = Choice(other_act=self._courses.another_event) if proposal.beside else Choice()
            slip = self._past.penalties.propose(round_id, proposal.employee_id, drafter, choice=choice).value
            self._courses.follow(slip, drafter)
