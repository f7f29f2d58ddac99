"""Invented complaints over two years, told by invented customers, in every step and done; written down by a scribe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.case_plan import PlannedCase, Twist, plan_cases
from qualitydesk.app.sample.case_way import CaseWay
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock, local, local_day
from qualitydesk.complaints.model import (
    CaseDraft,
    Channel,
    ExternalDraft,
    ExternalKind,
    Party,
    PersonDraft,
    Relation,
    Remedy,
    ServiceNode,
    SubjectDraft,
    SubjectKind,
)
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.service.scribe import Scribe
from qualitydesk.directory.model import Person, Sex
from qualitydesk.members.model import Customer

RANGE = "1990001"
"""Where the telephones of complainants begin who are no customers on record; nobody is given them."""
_CHANNELS = {
    Channel.FACE_TO_FACE: 34,
    Channel.TELEPHONE: 30,
    Channel.ONLINE_CHAT: 10,
    Channel.RETURN_CALL: 8,
    Channel.HOTLINE_12345: 8,
    Channel.MESSAGE_BOARD: 4,
    Channel.SOCIAL_MEDIA: 4,
    Channel.LETTER: 2,
}
_RELATIONS = (Relation.CHILD, Relation.SPOUSE, Relation.PARENT, Relation.RELATIVE)
Texts = Mapping[str, Any]


class Cases:
    """Opens them in the order of receipt and takes each as far as it is meant to have come."""

    def __init__(
        self, past: Services, clock: FixedClock, random: Random, made: Staffed, language: str, now: datetime
    ) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        self._language = language
        self._now = now
        self._texts = read("cases")
        self._names = read("names")
        self._customers = [line.id for line in past.members.lines(limit=None, descending=False)]
        self._asked: dict[UUID, Customer] = {}
        self._staff = past.directory.people()
        stories = list(self._texts["cases"])
        random.shuffle(stories)
        self._light = [one for one in stories if "heavy" not in one]
        self._heavy = [one for one in self._texts["cases"] if "heavy" in one]

    def fill(self, days: int, count: int) -> None:
        """In one transaction, so many over the last days."""
        told = {"days": days}
        with self._past.complaints.recording("sample_cases", "", self._made.by, told) as scribe:
            self.tell(plan_cases(self._random, self._now, days, count, self._past.calendar.work_calendar()), scribe)

    def tell(self, plan: Sequence[PlannedCase], cases: Complaints | Scribe) -> None:
        """The same by a scribe or, one after another, by the verbs themselves."""
        self._cases = cases
        for planned in plan:
            self._one(planned)
        self._clock.set(self._now)

    def _one(self, planned: PlannedCase) -> None:
        self._clock.set(planned.received_at)
        story = self._story(planned.twist)
        code = self._random.choice(list(self._made.institutions))
        by = By(self._made.supervisors[code], self._made.by.entered_by)
        draft = self._draft(story, code)
        case_id = self._cases.open_case(draft, by).value
        way = CaseWay(
            self._past, self._clock, self._random, self._made, self._language, self._now, self._texts, self._cases
        )
        way.go(case_id, planned, story, code, draft)
        if planned.twist is Twist.MERGED:
            self._again(case_id, draft, planned, by)

    def _again(self, case_id: UUID, draft: CaseDraft, planned: PlannedCase, by: By) -> None:
        """The same patient with the same matter by another way, linked to the first."""
        self._clock.set(min(planned.received_at + timedelta(hours=3), self._now))
        values = {
            name: getattr(draft, name) for name in ("institution_id", "complainant", "relation", "patient", "anonymous")
        }
        again = CaseDraft(
            **values, channel=Channel.RETURN_CALL, narrative=draft.narrative, people=draft.people,
            subjects=draft.subjects, happened_on=draft.happened_on,
        )  # fmt: skip
        twin = self._cases.open_case(again, by).value
        self._clock.set(min(self._clock.now() + timedelta(hours=1), self._now))
        reason = self._texts["words"]["merged"][self._language]
        self._cases.merge(twin, 1, case_id, reason, by)

    def _story(self, twist: Twist) -> Texts:
        """The next of its kind, each told once before one is told again."""
        if twist is Twist.GRAVEST:
            gravest: Texts = self._texts["gravest"]
            return gravest
        if twist is Twist.HEAVY:
            return self._dealt(self._heavy, None)
        free = {Twist.NOT_UPHELD: False, Twist.WITHDRAWN: False, Twist.NO_AGREEMENT: True, Twist.MONEY: True}
        free[Twist.AGAIN] = False
        return self._dealt(self._light, free.get(twist))

    @staticmethod
    def _dealt(deck: list[Texts], money: bool | None) -> Texts:
        story = next(one for one in deck if money is None or ("refund" in one) is money)
        deck.remove(story)
        deck.append(story)
        return story

    def _draft(self, story: Texts, code: str) -> CaseDraft:
        channel = self._random.choices(list(_CHANNELS), list(_CHANNELS.values()))[0]
        received_at = self._clock.now()
        anonymous = channel is Channel.MESSAGE_BOARD and self._random.random() < 0.5
        patient = Party() if anonymous else self._customer(received_at)
        relation = Relation.SELF if anonymous or self._random.random() < 0.8 else self._random.choice(_RELATIONS)
        complained = self._complained(story, code)
        wishes = [Remedy(one) for one in self._texts["remedies"][story["kind"]]]
        wishes += [one for one in (Remedy.REFUND, Remedy.COMPENSATION) if one.value in story]
        kinds = [SubjectKind(story[name]) for name in ("kind", "also") if name in story]
        outside = channel is Channel.HOTLINE_12345
        number = f"{local(received_at):%y%m%d}{self._random.randrange(10_000):04d}" if outside else ""
        due = ExternalDraft(ExternalKind.HOTLINE_12345, received_at + timedelta(days=5), reference=number)
        return CaseDraft(
            institution_id=self._made.institutions[code],
            channel=channel,
            department_id=complained.department_id if complained is not None else None,
            complainant=patient if relation is Relation.SELF else self._stranger(),
            anonymous=anonymous,
            relation=relation,
            patient=patient,
            happened_on=local_day(received_at - timedelta(days=self._random.choice((0, 0, 0, 1, 2)))),
            node=ServiceNode(story["node"]),
            narrative=self._told(story, channel),
            people=(PersonDraft(complained.id),) if complained is not None else (),
            subjects=tuple(SubjectDraft(one) for one in kinds),
            remedies=tuple(wishes),
            demand=self._random.choice(self._texts["words"]["demand"])[self._language],
            externals=(due,) if outside else (),
            outside_number=number,
        )

    def _told(self, story: Texts, channel: Channel) -> str:
        part = self._random.choice(self._texts["parts_of_day"][self._language])
        drawn = {
            "m": self._random.randrange(25, 95, 5),
            "d": self._random.randrange(2, 10),
            "n": self._random.choice("234"),
        }
        told = story[self._language].format(t=part, **drawn)
        return f"{self._texts['came'][channel.value][self._language]}{told}"

    def _customer(self, received_at: datetime) -> Party:
        """A customer entered before; somebody not on record where there is none yet."""
        at = self._random.randrange(len(self._customers)) if self._customers else -1
        while at >= 0:
            found = self._known(self._customers[at])
            if found.added_at < received_at:
                return Party(found.name, found.sex, found.telephones[0], found.id)
            at = at // 2 if at else -1
        return self._stranger()

    def _known(self, customer_id: UUID) -> Customer:
        if customer_id not in self._asked:
            self._asked[customer_id] = self._past.members.customer(customer_id)
        return self._asked[customer_id]

    def _stranger(self) -> Party:
        sex = self._random.choice((Sex.FEMALE, Sex.FEMALE, Sex.MALE))
        given: Sequence[str] = self._names["given"][sex.value]
        name = self._random.choice(self._names["surnames"]["common"]) + self._random.choice(given)
        return Party(name, sex, f"{RANGE}{self._random.randrange(10_000):04d}")

    def _complained(self, story: Texts, code: str) -> Person | None:
        """Somebody of the post told of, of this institution or else of the group; nobody who decides on cases."""
        where = self._made.institutions[code]
        held = [one for one in self._staff if one.post_code == story["post"] and one.left_on is None]
        near = [one for one in held if one.institution_id == where]
        return self._random.choice(near or held) if held else None
