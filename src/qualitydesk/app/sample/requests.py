"""Invented internal requests and customers' wishes of the last two months, in every state; made by the real verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.cases import RANGE
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock, local
from qualitydesk.complaints.model import Channel, Party, SubjectDraft, SubjectKind
from qualitydesk.complaints.model.requests import AnswerDraft, RequestDraft, RequestVerb
from qualitydesk.complaints.model.wishes import ForwardDraft, WishAbout, WishAnswer, WishDraft, WishKind, WishOutcome
from qualitydesk.directory.model import Department, Person
from qualitydesk.measures.model import Urgency
from qualitydesk.members.model import CustomerFilter

Texts = Mapping[str, Any]
_UNKNOWN = "赵敏"  # where the sample has no customers
_SOON, _LATE = timedelta(hours=27), timedelta(days=9)
_WAYS: Mapping[str, tuple[RequestVerb, ...]] = {
    "asked": (),
    "accepted": (RequestVerb.ACCEPT,),
    "overdue": (RequestVerb.ACCEPT,),
    "passed": (RequestVerb.PASS_ON,),
    "withdrawn": (RequestVerb.WITHDRAW,),
    "answered": (RequestVerb.ACCEPT, RequestVerb.ANSWER),
    "closed": (RequestVerb.ACCEPT, RequestVerb.ANSWER, RequestVerb.CONFIRM),
    "late": (RequestVerb.ACCEPT, RequestVerb.ANSWER, RequestVerb.CONFIRM),
    "returned": (RequestVerb.ACCEPT, RequestVerb.ANSWER, RequestVerb.RETURN),
    "again": (
        *(RequestVerb.ACCEPT, RequestVerb.ANSWER, RequestVerb.RETURN),
        *(RequestVerb.ANSWER, RequestVerb.CONFIRM),
    ),
}


class RequestsAndWishes:
    """The requests of the user's own clinic and its neighbours, then the wishes; each taken as far as it is to come."""

    def __init__(
        self, past: Services, clock: FixedClock, random: Random, made: Staffed, language: str, now: datetime
    ) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._made = made
        self._language = language
        self._now = now
        self._texts = read("requests")
        names = {entry["code"]: entry[language] for entry in read("places")["departments"]}
        self._named = names
        self._staff = [one for one in past.directory.people() if one.left_on is None]
        self._departments = list(past.directory.departments())
        self._heads = past.directory.head_names()

    def fill(self) -> None:
        """In one transaction."""
        codes = [self._made.home, *(code for code in self._made.institutions if code != self._made.home)]
        with self._past.database.transaction():
            for at, entry in enumerate(self._texts["requests"]):
                self._request(entry, codes[0] if at % 3 else codes[at // 3 % len(codes)])
            for at, entry in enumerate(self._texts["wishes"]):
                self._wish(entry, codes[0] if at % 2 else codes[at // 2 % len(codes)])
            self._clock.set(self._now)

    # Requests

    def _request(self, entry: Texts, code: str) -> None:
        asked_at = self._start(entry)
        asker, asked = self._asker(entry["from"], code), self._department(entry["to"], code)
        if asker is None or asked is None or asked.id == asker.department_id:
            return
        by = By(self._made.supervisors[code], self._made.by.entered_by)
        urgency = Urgency(entry.get("urgency", "ordinary"))
        draft = RequestDraft(asker.id, asked.id, entry[self._language], None, urgency)
        if urgency is not Urgency.ORDINARY:
            draft = replace(draft, since=local(asked_at - timedelta(days=1)).date())
        if entry["way"] == "late":  # told by word of mouth first
            earlier = asked_at - timedelta(days=1)
            draft = replace(draft, received_at=earlier, backdate_reason=self._say("backdated"))
        request_id = self._past.requests.ask(draft, by).value
        at = asked_at
        for verb in _WAYS[entry["way"]]:
            at = min(at + self._pace(verb, entry["way"]), self._now)
            self._clock.set(at)
            self._do(request_id, verb, entry, asker, by)

    @staticmethod
    def _pace(verb: RequestVerb, way: str) -> timedelta:
        if verb is RequestVerb.ANSWER and way == "late":
            return _LATE
        return timedelta(hours=3) if verb in (RequestVerb.ACCEPT, RequestVerb.PASS_ON) else _SOON

    def _do(self, request_id: UUID, verb: RequestVerb, entry: Texts, asker: Person, by: By) -> None:
        requests, found = self._past.requests, self._past.requests.request(request_id)
        seen, theirs = found.line.revision, By(self._answerer(found.line.asked_id, asker), by.entered_by)
        own = By(asker.id, by.entered_by)
        if verb is RequestVerb.ACCEPT:
            requests.accept(request_id, seen, theirs)
        elif verb is RequestVerb.PASS_ON:
            where = self._department("administration", self._code_of(found.line.institution_id))
            requests.pass_on(request_id, seen, where.id if where else None, self._say("passed"), theirs)
        elif verb is RequestVerb.ANSWER:
            requests.answer(request_id, seen, AnswerDraft(entry["answer"][self._language]), theirs)
        elif verb is RequestVerb.CONFIRM:
            requests.confirm(request_id, seen, "", own)
        elif verb is RequestVerb.RETURN:
            requests.send_back(request_id, seen, self._say("returned"), own)
        else:
            requests.withdraw(request_id, seen, self._say("withdrawn"), own)

    def _asker(self, department: str, code: str) -> Person | None:
        """Somebody at the front line there, nobody who leads."""
        where = self._department(department, code)
        heads = {one.id for one in self._heads.values()}
        there = [one for one in self._staff if where is not None and one.department_id == where.id]
        return next((one for one in there if one.id not in heads), None)

    def _answerer(self, department_id: UUID, asker: Person) -> UUID:
        """The head of the department, or whoever else is there."""
        head = self._heads.get(department_id)
        if head is not None and head.id != asker.id:
            return head.id
        return next(one.id for one in self._staff if one.department_id == department_id and one.id != asker.id)

    def _department(self, code: str, institution: str) -> Department | None:
        """The department there; where an institution has none of its own, its administration."""
        where = self._made.institutions[institution]
        known = {one.name: one for one in self._departments if one.institution_id == where}
        return known.get(self._named[code]) or known.get(self._named["administration"])

    def _code_of(self, institution_id: UUID) -> str:
        return next(code for code, one in self._made.institutions.items() if one == institution_id)

    # Wishes

    def _wish(self, entry: Texts, code: str) -> None:
        at = self._start(entry)
        by = By(self._made.supervisors[code], self._made.by.entered_by)
        named = self._of_post(entry.get("post", ""), code)
        draft = WishDraft(
            institution_id=self._made.institutions[code],
            kind=WishKind(entry["kind"]),
            channel=Channel(entry["channel"]),
            party=Party() if entry.get("anonymous") else self._customer(flagged=bool(entry.get("flagged"))),
            anonymous=bool(entry.get("anonymous")),
            about=WishAbout(entry["about"]),
            words=entry[self._language],
            employees=tuple(one.id for one in named),
        )
        wishes, way = self._past.wishes, entry["way"]
        wish_id = wishes.log(draft, by).value
        if "to" in entry and (where := self._department(entry["to"], code)) is not None:
            self._clock.set(min(at + timedelta(hours=4), self._now))
            head = self._heads.get(where.id)
            forward = ForwardDraft(where.id, head.id if head is not None else None, self._say("forward"))
            wishes.forward(wish_id, wishes.wish(wish_id).line.revision, forward, by)
        self._clock.set(min(at + timedelta(days=2), self._now))
        if way == "case":
            case = replace(wishes.case_draft(wishes.wish(wish_id)), subjects=(SubjectDraft(SubjectKind.WAITING),))
            self._past.complaints.open_case(case, by)
        elif way in set(WishOutcome):
            reason = entry["reason"][self._language] if "reason" in entry else ""
            answer = WishAnswer(WishOutcome(way), entry["answer"][self._language], reason=reason)
            wishes.answer(wish_id, wishes.wish(wish_id).line.revision, answer, by)

    def _of_post(self, post: str, code: str) -> Sequence[Person]:
        where = self._made.institutions[code]
        held = [one for one in self._staff if post and one.post_code == post and one.institution_id == where]
        return self._random.sample(held, 1) if held else ()

    def _customer(self, *, flagged: bool) -> Party:
        lines = self._past.members.lines(CustomerFilter(flagged=flagged), limit=None)
        if not lines:
            return Party(_UNKNOWN, None, f"{RANGE}0000")
        found = self._past.members.customer(self._random.choice(lines).id)
        return Party(found.name, found.sex, found.telephones[0] if found.telephones else "", found.id)

    def _start(self, entry: Texts) -> datetime:
        """Set the clock to some minute of the morning that many days ago, never later than now."""
        day = local(self._now - timedelta(days=entry["ago"]))
        at = day.replace(hour=self._random.randrange(8, 12), minute=self._random.randrange(60), second=0)
        self._clock.set(min(at, self._now - timedelta(minutes=5 + self._random.randrange(30))))
        return self._clock.now()

    def _say(self, name: str) -> str:
        words: str = self._texts["words"][name][self._language]
        return words
