"""What came after the sample's rounds: comments, disputes in each state, measures in each state, some overdue."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock, local_day
from qualitydesk.inspections.model import DisputeDecision, DisputeDraft, FindingFilter, FindingLine
from qualitydesk.measures.model import Checked, Closing, MeasureDraft, Report, Urgency

_SET = (
    # days ago it was set, days until due, what became of it
    (2, 14, "open"),
    (3, 3, "open"),
    (5, 14, "open"),
    (9, 3, "open"),
    (20, 14, "open"),
    (24, 14, "postponed"),
    (41, 14, "open"),
    (10, 14, "reported"),
    (17, 14, "reported"),
    (12, 14, "sent_back"),
    (14, 7, "closed"),
    (32, 14, "closed"),
    (38, 14, "closed"),
    (52, 14, "passed"),
    (60, 14, "followed"),
    (66, 14, "passed"),
    (75, 14, "passed"),
    (26, 14, "dropped"),
    (135, 14, "effective"),
    (160, 14, "effective"),
)
_PROOF = {
    "zh": "日期,检查人,合格,不合格\n第一周,组长,14,0\n第二周,组长,13,1\n",
    "en": "week,checked by,passed,failed\nfirst,lead,14,0\nsecond,lead,13,1\n",
}
_URGENCY = {3: Urgency.URGENT, 0: Urgency.AT_ONCE}


class FollowUps:
    """Fills in what a supervisor does with findings; the same rows for the same day and size."""

    def __init__(
        self, past: Services, clock: FixedClock, random: Random, made: Staffed, language: str, now: datetime
    ) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        self._language = language
        self._now = now
        self._today = local_day(now)
        self._texts = read("measures")
        self._codes = {institution: code for code, institution in made.institutions.items()}

    def fill(self) -> None:
        """Everything, in one transaction."""
        with self._past.database.transaction():
            recent = self._past.findings.lines(
                FindingFilter(since=self._today - timedelta(days=175), until=self._today - timedelta(days=2)),
                limit=None,
            )
            if recent:
                self._comment(recent)
                self._dispute(recent)
                self._measure(recent)
            self._clock.set(self._now)

    def _comment(self, recent: list[FindingLine]) -> None:
        for at, text in enumerate(self._texts["comments"] * 2):
            line = recent[(at * 7 + 1) % len(recent)]
            self._stand_at(local_day(line.found_at) + timedelta(days=1), 16)
            self._past.findings.comment(line.id, text[self._language], self._supervisor(line.id))

    def _dispute(self, recent: list[FindingLine]) -> None:
        of_people = [line for line in recent if line.number]
        for at, told in enumerate(self._texts["disputes"]):
            found = [line for line in of_people[at * 5 :] if line.dispute == "none"]
            if not found:
                return
            line = found[0]
            raised = min(local_day(line.found_at) + timedelta(days=2), self._today)
            self._stand_at(raised, 14)
            by = self._supervisor(line.id)
            draft = DisputeDraft(raised, told[self._language], raised + timedelta(days=5))
            dispute = self._past.findings.raise_dispute(line.id, draft, by).value
            if told["outcome"] != "pending":
                self._decide(line.id, dispute, raised, told, by)

    def _decide(self, finding: UUID, dispute: UUID, raised: date, told: dict[str, Any], by: By) -> None:
        on = min(raised + timedelta(days=3), self._today)
        self._stand_at(on, 11)
        home = self._past.findings.sheet(finding).finding.institution_id
        who = self._past.findings.deciders(finding, on).people
        decider = next((one for one in who if one.institution_id == home), next(iter(who), None))
        if decider is None:
            return
        reason = told[f"reason_{self._language}"]
        decision = DisputeDecision(told["outcome"] == "upheld", decider.id, on, reason)
        self._past.findings.decide_dispute(dispute, 1, decision, by)

    def _measure(self, recent: list[FindingLine]) -> None:
        free = [line for line in recent if line.dispute == "none"]
        for age, due, outcome in _SET:
            line = next((one for one in free if (self._today - local_day(one.found_at)).days >= age), None)
            if line is None:
                continue
            same = [one for one in free if one.round_number == line.round_number and one.item_group == line.item_group]
            taken = same[: self._random.choice((1, 1, 2, 3))]
            free = [one for one in free if one not in taken]
            self._one(taken, self._today - timedelta(days=age), due, outcome)

    def _one(self, lines: list[FindingLine], opened: date, due: int, outcome: str) -> None:
        finding = self._past.findings.sheet(lines[0].id).finding
        text = self._text(lines[0].item_group)
        self._stand_at(opened, 9)
        by = self._supervisor(finding.id)
        owner, department = self._owner(finding.id)
        draft = MeasureDraft(
            institution_id=finding.institution_id,
            task=text[self._language],
            owner_id=owner,
            due_on=opened + timedelta(days=due),
            urgency=_URGENCY.get(due, Urgency.ORDINARY),
            department_id=department,
            cause=text[f"cause_{self._language}"],
        )
        ids = [line.id for line in lines]
        measure = self._past.findings.open_measure(ids, draft, by, language=self._language).value
        judge = by if by.decided_by != owner else By(self._made.cs_director, by.entered_by)
        self._go_on(measure, opened, draft, outcome, judge, text)

    def _go_on(
        self, measure: UUID, opened: date, draft: MeasureDraft, outcome: str, judge: By, text: dict[str, str]
    ) -> None:
        measures, owner = self._past.measures, By(draft.owner_id, judge.entered_by)
        if outcome in ("open",):
            return
        if outcome == "dropped":
            self._stand_at(opened + timedelta(days=6), 10)
            measures.drop(measure, 1, self._words("dropped"), judge)
            return
        if outcome == "postponed":
            self._stand_at(opened + timedelta(days=12), 10)
            assert draft.due_on is not None
            measures.postpone(measure, 1, draft.due_on + timedelta(days=14), self._words("postponed"), judge)
            return
        done = min(opened + timedelta(days=6), self._today)
        self._stand_at(done, 15)
        measures.report_done(measure, 1, Report(done, text[f"proof_{self._language}"]), owner)
        if outcome in ("reported", "effective"):
            name = {"zh": "班前互查表.csv", "en": "morning-check.csv"}[self._language]
            measures.attach_bytes(measure, name, _PROOF[self._language].encode("utf-8-sig"), owner)
        if outcome == "reported":
            return
        self._stand_at(min(done + timedelta(days=2), self._today), 10)
        if outcome == "sent_back":
            measures.send_back(measure, 2, self._words("sent_back"), judge)
            return
        closed = local_day(self._clock.now())
        effect = closed + timedelta(days=90)
        closing = Closing(self._words("closed"), closed + timedelta(days=14), effect)
        measures.close(measure, 2, closing, judge)
        if outcome == "closed":
            return
        looked = closed + timedelta(days=15)
        self._stand_at(looked, 11)
        good = outcome != "followed"
        checked = Checked(looked, good, self._words("passed" if good else "failed"))
        measures.record_recheck(measure, 3, checked, judge)
        if outcome == "followed":
            self._follow(measure, draft, looked, judge)
        elif outcome == "effective":
            on = min(effect, self._today)
            self._stand_at(on, 11)
            measures.record_effect(measure, 4, Checked(on, True, self._words("effective")), judge)

    def _follow(self, measure: UUID, draft: MeasureDraft, looked: date, judge: By) -> None:
        self._stand_at(looked + timedelta(days=1), 9)
        again = MeasureDraft(
            institution_id=draft.institution_id,
            task=draft.task,
            owner_id=draft.owner_id,
            due_on=looked + timedelta(days=8),
            urgency=Urgency.URGENT,
            department_id=draft.department_id,
            cause=self._words("failed"),
            follows=measure,
        )
        self._past.measures.open_measure(again, judge)

    def _owner(self, finding: UUID) -> tuple[UUID, UUID | None]:
        """The head of the department the finding was made in, else the person's superior, else the head there."""
        sheet = self._past.findings.sheet(finding)
        day = local_day(self._clock.now())
        heads = self._past.directory.head_names(day)
        department = sheet.stop.department_id
        if department in heads:
            return heads[department].id, department
        person = self._past.directory.person(sheet.finding.employee_id, day) if sheet.finding.employee_id else None
        if person is not None and person.superior_id is not None:
            return person.superior_id, person.department_id
        return self._made.heads[self._codes[sheet.finding.institution_id]], None

    def _supervisor(self, finding: UUID) -> By:
        home = self._past.findings.sheet(finding).finding.institution_id
        return By(self._made.supervisors[self._codes[home]], self._made.by.entered_by)

    def _text(self, group: str) -> dict[str, str]:
        fitting = [text for text in self._texts["tasks"] if text["group"] == group]
        chosen: dict[str, str] = self._random.choice(fitting or self._texts["tasks"])
        return chosen

    def _words(self, name: str) -> str:
        return str(self._texts["words"][f"{name}_{self._language}"])

    def _stand_at(self, day: date, hour: int) -> None:
        """The clock at an hour of a day, never later than now."""
        moment = datetime.combine(day, time(hour, self._random.randrange(60)), ZoneInfo(DEFAULT_ZONE))
        self._clock.set(min(moment, self._now))
