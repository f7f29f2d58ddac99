"""One invented complaint on its way through the steps, at the hours people work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.case_plan import PlannedCase, Twist
from qualitydesk.app.sample.people import Staffed
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock, local_day
from qualitydesk.complaints.model import (
    AfterCallDraft,
    Agreement,
    CaseDraft,
    ClosingDraft,
    ContactDraft,
    HandlingDraft,
    MoneyKind,
    NegotiationDraft,
    NoteKind,
    Outcome,
    PaidDraft,
    PauseDraft,
    PaymentDraft,
    PayWay,
    PersonDraft,
    PreventionDraft,
    Responsibility,
    SeverityDraft,
    SeverityFacts,
    SolutionDraft,
    Step,
)
from qualitydesk.measures.model import Closing, MeasureDraft, Report

_HOURS = {
    Step.RECEIVED: 0.5,
    Step.ACCEPTED: 0.3,
    Step.INVESTIGATED: 14,
    Step.CLASSIFIED: 5,
    Step.DRAFTED: 5,
    Step.APPROVED: 4,
    Step.NEGOTIATED: 26,
    Step.FORMALITIES: 20,
    Step.CLOSED: 6,
    Step.HANDLED: 28,
    Step.PREVENTED: 60,
}
"""How long each step lasts as a rule."""
_SECOND_FROM = 4
_SETTLED = timedelta(days=30)  # by then a measure is judged
_PAUSES = {
    Twist.UNREACHABLE: "patient_unreachable",
    Twist.PATIENT_ASKED: "patient_asked",
    Twist.GRAVEST: "appraisal",
}
_BLAMELESS = (Twist.NOT_UPHELD, Twist.WITHDRAWN)


class CaseWay:
    """Takes one case to its goal. `seen` follows the revision, so that nothing is read only for it."""

    def __init__(
        self,
        past: Services,
        clock: FixedClock,
        random: Random,
        made: Staffed,
        language: str,
        now: datetime,
        texts: Mapping[str, Any],
    ) -> None:
        self._past = past
        self._cases = past.complaints
        self._clock = clock
        self._random = random
        self._made = made
        self._language = language
        self._now = now
        self._texts = texts
        self._seen = 1
        self._payments: list[UUID] = []

    def go(self, case_id: UUID, planned: PlannedCase, story: Mapping[str, Any], code: str, draft: CaseDraft) -> None:
        """Step after step until the goal, then what is special about it."""
        self._id, self._planned, self._story, self._draft = case_id, planned, story, draft
        self._head = self._made.heads[code]
        self._by = By(self._made.supervisors[code], self._made.by.entered_by)
        decider = self._random.choice((self._made.cs_director, self._head))
        self._boss = By(decider, self._made.by.entered_by)
        self._refund, self._compensation = (self._amount(kind) for kind in ("refund", "compensation"))
        pace = self._pace()
        for step in Step:
            if step is planned.goal:
                break
            self._later(_HOURS[step] * pace * self._random.uniform(0.6, 1.3))
            self._doing[step]()
        self._end()

    def _pace(self) -> float:
        """Three times as slow as usual; or faster, where a young case has come far."""
        if self._planned.twist is Twist.SLOW:
            return 3
        goal = self._planned.goal
        if goal is None or goal is Step.RECEIVED:
            return 1
        hours = sum(length for step, length in _HOURS.items() if step < goal)
        age = (self._now - self._planned.received_at) / timedelta(hours=1)
        return min(1.0, 0.6 * age / hours)

    def _later(self, hours: float) -> None:
        """That much later, moved to where somebody works; never later than now."""
        moment = (self._clock.now() + timedelta(hours=hours)).astimezone(ZoneInfo(DEFAULT_ZONE))
        if not 8 <= moment.hour < 19:
            day = moment + timedelta(days=1 if moment.hour >= 19 else 0)
            moved = day.replace(hour=9, minute=self._random.randrange(60))
            moment = moved if moved <= self._now else moment
        self._clock.set(min(moment, self._now))

    def _received(self) -> None:
        self._complete()

    def _accepted(self) -> None:
        assert self._by.decided_by is not None
        self._cases.assign(self._id, self._seen, self._by.decided_by, self._by)
        self._seen += 1
        self._complete()

    def _investigated(self) -> None:
        found = "none" if self._planned.twist in _BLAMELESS else self._story["kind"]
        self._cases.record_contact(self._id, ContactDraft(words=self._say("contact")), self._by)
        self._cases.save_note(self._id, NoteKind.INVESTIGATION, self._texts["found"][found][self._language], self._by)
        self._complete()

    def _classified(self) -> None:
        if self._draft.people:
            none = self._planned.twist in _BLAMELESS
            judged = Responsibility.NONE if none else self._random.choice((Responsibility.MAIN, Responsibility.PARTLY))
            people = [PersonDraft(one.employee_id, responsibility=judged) for one in self._draft.people]
            self._cases.set_people(self._id, self._seen, people, self._by)
            self._seen += 1
        facts = self._facts()
        self._classify(facts)
        if "heavy" in self._story and self._cases.graded(self._id, facts).level >= _SECOND_FROM:
            second = By(self._made.cs_director, self._made.by.entered_by)
            self._cases.confirm_level(self._id, self._seen, second)
            self._seen += 1
        self._complete()

    def _facts(self) -> SeverityFacts:
        return SeverityFacts(
            self._refund,
            self._compensation,
            loss="loss" in self._story,
            reputation="reputation" in self._story,
            death=self._planned.twist is Twist.GRAVEST,
        )

    def _classify(self, facts: SeverityFacts) -> None:
        cause = "" if self._planned.twist in _BLAMELESS else self._say("cause")
        self._cases.classify(self._id, self._seen, SeverityDraft(facts, cause=cause), self._by)
        self._seen += 1

    @property
    def _on_the_spot(self) -> bool:
        """Most of what is done and cost nothing was settled by a word at once: the steps between are passed over."""
        plain = self._planned.twist in (Twist.PLAIN, Twist.SLOW, Twist.NOT_UPHELD)
        free = not self._refund and not self._compensation
        return plain and free and self._planned.goal is None and self._planned.turn % 3 != 0

    def _skip(self, name: str) -> None:
        self._cases.skip_step(self._id, self._seen, self._say(name), self._by)
        self._seen += 1

    def _drafted(self) -> None:
        if self._on_the_spot:
            self._skip("on_the_spot")
            return
        kind = "plain"
        if self._planned.twist in _BLAMELESS:
            kind = "none"
        elif self._refund or self._compensation:
            kind = "money"
        words = self._random.choice(self._texts["offer"][kind])[self._language]
        draft = SolutionDraft(words, self._refund, self._compensation)
        self._cases.draft_solution(self._id, self._seen, draft, self._by)
        self._seen += 1
        self._complete()

    def _approved(self) -> None:
        if self._on_the_spot:
            self._skip("on_the_spot")
            return
        if self._planned.twist is Twist.SENT_BACK:
            self._cases.decide_solution(self._id, self._seen, False, self._say("sent_back"), self._boss)
            self._seen += 2
            self._later(2)
            self._drafted()
            self._later(2)
        self._cases.decide_solution(self._id, self._seen, True, self._say("approved"), self._boss)
        self._seen += 2

    def _negotiated(self) -> None:
        if self._on_the_spot:
            self._skip("on_the_spot")
            return
        twist = self._planned.twist
        ends = {Twist.WITHDRAWN: Agreement.WITHDRAWN, Twist.NO_AGREEMENT: Agreement.NO_AGREEMENT}
        result = ends.get(twist, Agreement.AGREED)
        told = result is Agreement.NO_AGREEMENT
        draft = NegotiationDraft(result, None, self._say(result.value), outside_ways_told=told)
        self._cases.record_negotiation(self._id, self._seen, draft, self._by)
        self._seen += 1
        self._complete()

    def _formalities(self) -> None:
        if self._planned.twist is Twist.NO_AGREEMENT:
            self._cases.flag_patient(self._id, self._seen, True, self._say("flag"), self._by)
            self._seen += 1
        elif self._refund or self._compensation:
            self._request()
            for payment in self._payments:
                self._cases.approve_payment(payment, 1, self._boss)
                self._cases.sign_payment(payment, 2, local_day(self._clock.now()), self._by)
        else:
            self._skip("skip_papers")
            return
        self._complete()

    def _request(self) -> None:
        asked = {MoneyKind.REFUND: self._refund, MoneyKind.COMPENSATION: self._compensation}
        for kind, amount in asked.items():
            if amount:
                way = self._random.choice((PayWay.CARD, PayWay.WECHAT, PayWay.ALIPAY, PayWay.TRANSFER))
                draft = PaymentDraft(kind, amount, way, self._say("payment"))
                self._payments.append(self._cases.request_payment(self._id, draft, self._by).value)

    def _closed(self) -> None:
        ends = {Twist.NOT_UPHELD: Outcome.NOT_UPHELD, Twist.WITHDRAWN: Outcome.WITHDRAWN}
        outcome = ends.get(self._planned.twist) or self._random.choice((Outcome.UPHELD, Outcome.UPHELD, Outcome.PARTLY))
        outcomes = tuple((one.id, outcome) for one in self._cases.case(self._id).subjects)
        if self._draft.externals:
            answered = [replace(one, done_at=self._clock.now()) for one in self._draft.externals]
            self._cases.set_externals(self._id, self._seen, answered, self._by)
            self._seen += 1
        self._cases.close_case(self._id, self._seen, ClosingDraft(self._say("closed"), outcomes), self._by)
        self._seen += 2

    def _handled(self) -> None:
        if self._planned.turn % 3:  # the others are still to be called
            self._cases.record_after_call(self._id, AfterCallDraft(None, True, True), self._by)
        for at, payment in enumerate(self._payments):
            receipt = f"HD{self._clock.now():%y%m%d}{self._random.randrange(1000):03d}-{at + 1}"
            self._cases.record_payment(payment, 3, PaidDraft(receipt=receipt), self._by)
        if self._planned.twist in _BLAMELESS or not self._draft.people:
            self._skip("no_handling")
            return
        proposed = self._cases.handling_proposals(self._id)
        handled = [HandlingDraft(one.employee_id, one.role, one.sanction, one.fine) for one in proposed]
        director = By(self._made.cs_director, self._made.by.entered_by)
        self._cases.record_handling(self._id, handled, director)
        self._complete(director)

    def _prevented(self) -> None:
        if self._on_the_spot or self._planned.twist in _BLAMELESS:
            self._skip("no_measure")
            return
        if self._planned.turn % 6 == 3:
            self._measure()
        else:
            draft = PreventionDraft(none_reason=self._say("no_measure"))
            self._cases.record_prevention(self._id, self._seen, draft, self._by)
            self._seen += 1
        self._complete()

    def _measure(self) -> None:
        """A measure of the institution's head; long ago it was reported and judged."""
        day = local_day(self._clock.now())
        measure = MeasureDraft(task=self._say("task"), owner_id=self._head, due_on=day + timedelta(days=14))
        draft = PreventionDraft(measure, day + timedelta(days=60), self._say("criterion"))
        made = self._cases.record_prevention(self._id, self._seen, draft, self._by).value
        self._seen += 1
        if made is None or self._now - self._clock.now() < _SETTLED:
            return
        stood = self._clock.now()
        self._clock.set(stood + timedelta(days=10))
        done = Report(local_day(self._clock.now()), self._say("proof"))
        self._past.measures.report_done(made, 1, done, By(self._head, self._made.by.entered_by))
        self._clock.advance(timedelta(days=3))
        self._past.measures.close(made, 2, Closing(self._say("judged")), self._by)
        self._clock.set(stood)

    def _end(self) -> None:
        """What belongs to where it stands today."""
        twist = self._planned.twist
        if self._planned.goal is Step.FORMALITIES:
            self._request()
        if twist is Twist.GRAVEST:
            self._later(3)
            self._classify(self._facts())
        if twist in _PAUSES:
            self._later(2)
            reason = _PAUSES[twist]
            self._cases.pause(self._id, self._seen, PauseDraft(reason, self._say(reason)), self._by)
        if twist is Twist.REOPENED:
            self._clock.set(self._now - timedelta(days=3, hours=2))
            self._cases.reopen(self._id, self._seen, Step.NEGOTIATED, self._say("reopened"), self._by)

    def _complete(self, by: By | None = None) -> None:
        self._cases.complete_step(self._id, self._seen, by or self._by)
        self._seen += 1

    def _amount(self, kind: str) -> int:
        """Drawn between the story's hundreds of yuan, in fen."""
        if kind not in self._story:
            return 0
        least, most = self._story[kind]
        return self._random.randint(least, most) * 100 * 100

    def _say(self, name: str) -> str:
        return str(self._texts["words"][name][self._language])

    @property
    def _doing(self) -> Mapping[Step, Callable[[], None]]:
        return {
            Step.RECEIVED: self._received,
            Step.ACCEPTED: self._accepted,
            Step.INVESTIGATED: self._investigated,
            Step.CLASSIFIED: self._classified,
            Step.DRAFTED: self._drafted,
            Step.APPROVED: self._approved,
            Step.NEGOTIATED: self._negotiated,
            Step.FORMALITIES: self._formalities,
            Step.CLOSED: self._closed,
            Step.HANDLED: self._handled,
            Step.PREVENTED: self._prevented,
        }
