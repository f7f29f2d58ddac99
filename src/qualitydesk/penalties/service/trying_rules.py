"""One trial under way: everything it looks at is read once, and each act decided on twice by the same rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.errors import Refused
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Finding, Texts
from qualitydesk.inspections.service import Findings
from qualitydesk.penalties import store
from qualitydesk.penalties.model import (
    ActGround,
    Choice,
    Decision,
    LadderFacts,
    Person,
)
from qualitydesk.penalties.model.points import DayAct
from qualitydesk.penalties.model.trial import Trial, TrialKind, TrialLine
from qualitydesk.penalties.rules import decide, decide_on_act, decide_on_case
from qualitydesk.penalties.rules.ladder import decide_only
from qualitydesk.penalties.rules.points import month_after, score_day
from qualitydesk.penalties.rules.trial import (
    decision_lines,
    graded_anew,
    points_due,
    taken,
    tried_edition,
)
from qualitydesk.penalties.service.docket import Docket, RoundHeard
from qualitydesk.penalties.service.hearing import act_in, act_on
from qualitydesk.penalties.service.trying import Tried, Trying
from qualitydesk.penalties.store import trial as trial_store
from qualitydesk.rulebook.model import Edition, LadderEdition, Role, Rule
from qualitydesk.rulebook.model.cases import SeverityRule
from qualitydesk.rulebook.model.rewarding import PointsRule
from qualitydesk.rulebook.rules import edition_for, ladder_edition, read_points, read_settlement, read_severity
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Connection

Step = Callable[[int, int], object]
Pair = tuple[Decision | None, Decision | None]
PaidLine = tuple[UUID, TrialLine]
_BATCH = 50  # people whose findings are read at once


class Bench:
    """Both sides of one trial, in one snapshot of the database. Nothing here writes."""

    def __init__(
        self,
        connection: Connection,
        trial: Trial,
        directory: Directory,
        findings: Findings,
        rulebook: Rulebook,
        trying: Trying,
    ) -> None:
        self._connection = connection
        self._trial = trial
        self._findings = findings
        self._rulebook = rulebook
        self._trying = trying
        self._zone = directory.zone()
        self._editions: dict[Rule, tuple[Edition, ...]] = {}
        self._ladders: dict[UUID, LadderEdition] = {}
        self._points: dict[UUID, PointsRule] = {}
        self._taken: dict[UUID, bool] = {}
        self.staff = trial_store.Staff(connection)
        self._by_heart = trying.by_heart(self.staff)

    # What acts there are

    def bounds(self) -> tuple[datetime, datetime]:
        """The moments the period begins and ends at."""
        zone = ZoneInfo(self._zone)
        first = datetime.combine(self._trial.first, time(), zone)
        return first, datetime.combine(self._trial.last + timedelta(days=1), time(), zone)

    def people(self) -> list[UUID]:
        """The employees the ladder has something to say of."""
        found = trial_store.found_on(self._connection, *self.bounds())
        return list(dict.fromkeys((*found, *(employee for employee, _event in self._own_acts))))

    def cases(self) -> list[UUID]:
        """The cases of the period."""
        trial = self._trial
        return trial_store.cases_of(self._connection, trial.first, trial.last, *self.bounds())

    def pointed(self) -> list[UUID]:
        """The employees with points in the period."""
        return trial_store.pointed(self._connection, self._trial.first, self._trial.last)

    def of_people(self, employee_ids: Sequence[UUID]) -> Iterator[tuple[UUID, list[PaidLine]]]:
        """Each employee with the lines of every round and free act of the period."""
        for at in range(0, len(employee_ids), _BATCH):
            batch = employee_ids[at : at + _BATCH]
            found: dict[UUID, list[Finding]] = defaultdict(list)
            for one in self._findings.of_employees(batch):
                if one.employee_id is not None:
                    found[one.employee_id].append(one)
            for employee_id in batch:
                yield employee_id, list(self._of_person(employee_id, found[employee_id]))

    def _of_person(self, employee_id: UUID, history: Sequence[Finding]) -> Iterator[PaidLine]:
        docket = Docket(history, store.past_of(self._connection, employee_id), {}, self._reach)
        for event in docket.events(self._inside, self._zone):
            before, after = self._in_round(event, employee_id, docket)
            yield from decision_lines(TrialKind.ROUND, event.id, before, after, pay=self._pay(before or after))
        for (who, act_id), (ground, choice) in self._own_acts.items():
            if who != employee_id:
                continue
            if ground is not None:
                before, after = self._on_act(ground, employee_id, docket)
                yield from decision_lines(TrialKind.ACT, act_id, before, after, pay=self._pay(before or after))
            elif act_id not in docket.heard:  # a round that found nothing on the person but what was put in by hand
                event = RoundHeard(act_id, *self._round_of(choice, act_id))
                before, after = self._in_round(event, employee_id, docket)
                yield from decision_lines(TrialKind.ROUND, act_id, before, after, pay=self._pay(before or after))

    # Deciding

    def in_round(self, round_id: UUID, employee_id: UUID) -> Pair:
        """Both decisions on one employee in one round, explained in full."""
        history = self._findings.of_employees([employee_id])
        docket = Docket(history, store.past_of(self._connection, employee_id), self._titles(history), None)
        here = next((one for one in history if one.round_id == round_id), None)
        if here is not None:
            return self._in_round(RoundHeard(round_id, here.round_number, here.round_kind), employee_id, docket)
        _ground, choice = self._own_acts[employee_id, round_id]
        return self._in_round(RoundHeard(round_id, *self._round_of(choice, round_id)), employee_id, docket)

    def on_act(self, act_id: UUID, employee_id: UUID) -> Pair:
        """Both decisions on a free act."""
        history = self._findings.of_employees([employee_id])
        docket = Docket(history, store.past_of(self._connection, employee_id), self._titles(history), None)
        ground, _choice = self._own_acts[employee_id, act_id]
        assert ground is not None
        return self._on_act(ground, employee_id, docket)

    def on_case(self, case_id: UUID, *, in_full: bool = True) -> Iterator[Pair]:
        """Both decisions on each who answers for a case; none while it has not come to step 10.

        Without `in_full` of the case and its people only what decides is read.
        """
        trying = self._trying if in_full else self._by_heart
        try:
            fault = trying.fault(case_id)
        except Refused:
            return
        fault = replace(fault, page=replace(fault.page, handlings=()))
        tried = fault
        if Rule.SEVERITY in self._trial.rules:
            tried = graded_anew(fault, *self._severity)
        for one in fault.answering:
            if (case_id, one.employee_id) in self._taken_back:
                continue
            before = decide_on_case(trying.facts(Tried(fault, ()), one.employee_id), Choice())
            after = before
            if tried is not fault:
                after = decide_on_case(trying.facts(Tried(tried, ()), one.employee_id), Choice())
            yield before, after

    def of_case(self, case_id: UUID) -> list[PaidLine]:
        """The lines of a case."""
        found: list[PaidLine] = []
        for before, after in self.on_case(case_id, in_full=False):
            told = self._pay(before or after)
            found += decision_lines(TrialKind.CASE, case_id, before, after, pay=told)
        return found

    def of_points(self, employee_ids: Sequence[UUID]) -> Iterator[PaidLine]:
        """The lines of the deductions on the points scheme."""
        for employee_id, acts in trial_store.acts_of(self._connection, employee_ids).items():
            for day, act in acts:
                if self._inside(day):
                    yield employee_id, self.points_line(employee_id, day, act, acts)

    def points_line(self, employee_id: UUID, day: date, act: DayAct, acts: Sequence[tuple[date, DayAct]]) -> TrialLine:
        """What one entry costs under either."""
        before, after = (fen for _points, fen in self.points_sides(day, act, acts))
        pay = self.pay_on(day)
        return TrialLine(
            kind=TrialKind.POINTS,
            event_id=act.id,
            employee_id=employee_id,
            employee=self.staff.person(employee_id).name,
            number=act.act,
            day=day,
            role=Role.EMPLOYEE,
            before=before if pay[0] else 0,
            after=after if pay[1] else 0,
        )

    def points_sides(
        self, day: date, act: DayAct, acts: Sequence[tuple[date, DayAct]]
    ) -> tuple[tuple[int, int], tuple[int, int]]:
        """(points, fen) of an entry, under the rules in force and under those tried."""
        that_day = [one for when, one in acts if when == day]
        everything = [one for _when, one in acts]
        last = month_after(day.replace(day=1)) - timedelta(days=1)
        sides = []
        for tried in (False, True):
            rule, of_month = self._points_rule(day, tried), self._points_rule(last, tried)
            scored = score_day(that_day, rule).get(act.id)
            points = scored.points if scored is not None else 0
            sides.append((points, points_due(everything, act, points, rule, of_month)))
        return sides[0], sides[1]

    # Inside

    @cached_property
    def _own_acts(self) -> Mapping[tuple[UUID, UUID], tuple[ActGround | None, Choice]]:
        """What slips alone keep: free acts, and what was put on a slip by hand; by employee and event."""
        found: dict[tuple[UUID, UUID], tuple[ActGround | None, Choice]] = {}
        for employee, round_id, act_id, decision in trial_store.slips_of(
            self._connection, self._trial.first, self._trial.last
        ):
            event = act_id or round_id
            assert event is not None
            found[employee, event] = (decision.act, Choice(added=decision.choice.added))
        return found

    @cached_property
    def _severity(self) -> tuple[Edition, SeverityRule]:
        """The severity table that is tried."""
        edition = self._tried(Rule.SEVERITY)
        return edition, read_severity(edition.values)

    @cached_property
    def _taken_back(self) -> set[tuple[UUID, UUID]]:
        return trial_store.taken_back(self._connection)

    @cached_property
    def _reach(self) -> int:
        """The longest look-back of any ladder, in months: older offences change nothing."""
        rules = [self._ladder(one).ladder for one in self._all(Rule.LADDER)]
        if Rule.LADDER in self._trial.rules:
            rules.append(self._ladder(self._tried(Rule.LADDER)).ladder)
        return max(one.counting.look_back_months for one in rules)

    def _inside(self, day: date) -> bool:
        return self._trial.first <= day <= self._trial.last

    def _in_round(self, event: RoundHeard, employee_id: UUID, docket: Docket) -> Pair:
        _ground, choice = self._own_acts.get((employee_id, event.id), (None, Choice()))
        act = act_in(event, employee_id, docket.found_in(event.id), choice, docket.titles, self._named)
        facts = LadderFacts(act, docket.before(act, self._zone), choice=choice, zone=self._zone)
        if not self._inside(facts.act_day):
            return None, None
        facts = replace(facts, superiors=self.staff.line(employee_id, facts.act_day))
        return self._both(facts, None, in_full=docket.in_full)

    def _on_act(self, ground: ActGround, employee_id: UUID, docket: Docket) -> Pair:
        act = act_on(ground, self.staff.person(employee_id))
        facts = LadderFacts(act, docket.before(act, self._zone), zone=self._zone)
        facts = replace(facts, superiors=self.staff.line(employee_id, facts.act_day))
        return self._both(facts, ground, in_full=docket.in_full)

    def _both(self, facts: LadderFacts, ground: ActGround | None, *, in_full: bool) -> Pair:
        standing = edition_for(self._all(Rule.LADDER), facts.act_day)
        before = _heard(facts, self._ladder(standing), ground, in_full) if standing is not None else None
        if Rule.LADDER not in self._trial.rules:
            return before, before
        return before, _heard(facts, self._ladder(self._tried(Rule.LADDER)), ground, in_full)

    def _named(self, employee_id: UUID, here: Sequence[Finding], at: datetime) -> Person:
        return Person(employee_id, here[0].name) if here else self.staff.person(employee_id)

    def _titles(self, history: Sequence[Finding]) -> Mapping[str, Texts]:
        return {one.item_code: self._findings.title_of(*one.pack, one.item_code) for one in history}

    def _round_of(self, choice: Choice, round_id: UUID) -> tuple[str, str]:
        """Number and kind of a round no finding tells of."""
        employee = next(who for (who, event), (_ground, kept) in self._own_acts.items()
                        if event == round_id and kept is choice)  # fmt: skip
        added = store.past_of(self._connection, employee).added
        mine = next(one for one in added if one.round_id == round_id)
        return mine.round_number, mine.round_kind

    def _pay(self, decision: Decision | None) -> tuple[bool, bool]:
        return self.pay_on(decision.act_day) if decision is not None else (True, True)

    def pay_on(self, day: date) -> tuple[bool, bool]:
        """Whether fines are taken from pay under the rules in force on a day, and under those tried."""
        standing = edition_for(self._all(Rule.SETTLEMENT), day)
        before = self._takes(standing) if standing is not None else True
        if Rule.SETTLEMENT not in self._trial.rules:
            return before, before
        return before, self._takes(self._tried(Rule.SETTLEMENT))

    def _takes(self, edition: Edition) -> bool:
        """Whether fines are taken from pay by an edition of the settlement."""
        if edition.id not in self._taken:
            self._taken[edition.id] = taken(read_settlement(edition.values))
        return self._taken[edition.id]

    def _points_rule(self, day: date, tried: bool) -> PointsRule:
        edition = self._tried(Rule.POINTS) if tried and Rule.POINTS in self._trial.rules else None
        edition = edition or edition_for(self._all(Rule.POINTS), day) or self._all(Rule.POINTS)[0]
        if edition.id not in self._points:
            self._points[edition.id] = read_points(edition.values)
        return self._points[edition.id]

    def _all(self, rule: Rule) -> tuple[Edition, ...]:
        if rule not in self._editions:
            self._editions[rule] = self._rulebook.editions(rule)
        return self._editions[rule]

    def _tried(self, rule: Rule) -> Edition:
        return tried_edition(self._all(rule)[-1], self._trial.rules[rule], self._trial.effective_from)

    def _ladder(self, edition: Edition) -> LadderEdition:
        if edition.id not in self._ladders:
            self._ladders[edition.id] = ladder_edition(edition)
        return self._ladders[edition.id]


def _heard(facts: LadderFacts, edition: LadderEdition, ground: ActGround | None, in_full: bool) -> Decision | None:
    """The ladder's answer; None when it does not hear the act at all."""
    try:
        if not in_full:
            return decide_only(facts, edition)
        return decide_on_act(facts, edition, ground) if ground is not None else decide(facts, edition)
    except Refused as refused:
        if refused.code not in ("no_offence", "kind_without_column"):
            raise
        return None
