"""Opening, the way through the steps, people and talks: written down in memory, on disk when the scribe is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import Clock, local
from qualitydesk.basics.errors import refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import (
    CaseDraft,
    CaseVerb,
    ContactDraft,
    ExternalDraft,
    Leave,
    NoteKind,
    PauseDraft,
    PersonDraft,
    Step,
)
from qualitydesk.complaints.rules import steps as machine
from qualitydesk.complaints.rules.drafts import problems_in_case
from qualitydesk.complaints.service.intake import numbered
from qualitydesk.complaints.service.moving import VERBS
from qualitydesk.complaints.service.scribe.whole import Written
from qualitydesk.complaints.service.timing import Timing, columns, own, slack
from qualitydesk.complaints.service.writing import CASES
from qualitydesk.complaints.store import bulk, rows
from qualitydesk.directory.service import Directory
from qualitydesk.measures.service import Measures
from qualitydesk.members.service import Members
from qualitydesk.storage.database import Connection


class Moves:
    """Cases opened and moved on. What comes in is held to be right: whoever hands it over knows that it happened so."""

    def __init__(
        self,
        connection: Connection,
        clock: Clock,
        directory: Directory,
        timing: Timing,
        measures: Measures,
        members: Members | None,
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._directory = directory
        self._timing = timing
        self._measures = measures
        self._members = members
        self._zone = timing.zone
        self._codes = {one.id: one.code for one in directory.institutions()}
        self.written: dict[UUID, Written] = {}

    def open_case(self, draft: CaseDraft, by: By) -> Done[UUID]:
        """As `Complaints.open_case`. Refused: draft."""
        now = self._clock.now()
        refuse_if(problems_in_case(draft, now, self._timing.day(now)))
        assert draft.institution_id is not None
        received_at = slack(draft.received_at, now)
        period = f"{local(received_at, self._zone):%Y%m}"
        numbers = numbered(self._connection, self._codes[draft.institution_id], period)
        made = Written.begun(draft, numbers, received_at, now, by)
        late = {"received_at": received_at, "reason": draft.backdate_reason.strip()} if received_at != now else {}
        made.tell(CaseVerb.OPEN, by, Step.RECEIVED, now, details=late)
        case_id = made.rows.id
        self.written[case_id] = made
        return Done(case_id, CASES)

    def case(self, case_id: UUID) -> Written:
        """A case as it stands."""
        return self.written[case_id]

    def assign(self, case_id: UUID, _seen: int, handler_id: UUID, by: By) -> None:
        """As `Complaints.assign`."""
        self._change(case_id, CaseVerb.ASSIGN, by, {"handler_id": handler_id}, details={"handler": handler_id})

    def complete_step(self, case_id: UUID, _seen: int, by: By, *, words: str = "", at: datetime | None = None) -> None:
        """As `Complaints.complete_step`."""
        self._move(case_id, Leave.NEXT, None, words, by, at)

    def go_back(self, case_id: UUID, _seen: int, to: Step, reason: str, by: By, *, at: datetime | None = None) -> None:
        """As `Complaints.go_back`."""
        self._move(case_id, Leave.BACK, to, reason, by, at)

    def skip_step(self, case_id: UUID, _seen: int, reason: str, by: By, *, at: datetime | None = None) -> None:
        """As `Complaints.skip_step`."""
        self._move(case_id, Leave.SKIP, None, reason, by, at)

    def reopen(self, case_id: UUID, _seen: int, to: Step, reason: str, by: By, *, at: datetime | None = None) -> None:
        """As `Complaints.reopen`."""
        self._move(case_id, Leave.REOPEN, to, reason, by, at)

    def _move(self, case_id: UUID, how: Leave, to: Step | None, words: str, by: By, at: datetime | None) -> None:
        case = self.written[case_id]
        before = case.course.step
        told: dict[str, Any] = {"at": at} if at is not None else {}
        if to is None and before is not None:
            to = machine.after(before)
        told["to"] = to.code if to is not None else None
        when = at or self._clock.now()
        case.go(machine.moved(case.course, how, to, when, words.strip(), by.decided_by))
        case.head["revision"] += 1
        case.tell(VERBS[how], by, before, self._clock.now(), words, told)

    def file_away(self, case_id: UUID, at: datetime, reason: str, by: By) -> None:
        """Of what was closed before it came here: every step passed over at that moment, told once."""
        case = self.written[case_id]
        before = case.course.step
        course = case.course
        while course.step is not None:
            course = machine.moved(course, Leave.SKIP, machine.after(course.step), at, reason, by.decided_by)
        case.go(course)
        case.head["revision"] += 1
        case.tell(CaseVerb.SKIP, by, before, self._clock.now(), reason, {"at": at, "to": None})

    def pause(self, case_id: UUID, _seen: int, draft: PauseDraft, by: By, *, at: datetime | None = None) -> None:
        """As `Complaints.pause`."""
        when = at or self._clock.now()
        values = {"reason": draft.reason, "words": draft.words.strip(), "started_at": when, "until": draft.until}
        self.written[case_id].add("case_pauses", id=new_id(), by=by.decided_by, **values)
        told = {"reason": draft.reason, "at": when, "until": draft.until}
        self._change(case_id, CaseVerb.PAUSE, by, {"paused": True}, words=draft.words, details=told)

    def record_contact(self, case_id: UUID, draft: ContactDraft, by: By) -> None:
        """As `Complaints.record_contact`."""
        at = draft.at or self._clock.now()
        values = {"at": at, "channel": draft.channel, "words": draft.words.strip(), "by": by.decided_by}
        self.written[case_id].add("case_contacts", id=new_id(), **values)
        told = {"at": at, "channel": draft.channel}
        self._change(case_id, CaseVerb.CONTACT, by, words=draft.words, details=told, grows=0)

    def save_note(self, case_id: UUID, kind: NoteKind, words: str, by: By) -> None:
        """As `Complaints.save_note`, of a new one."""
        now = self._clock.now()
        values = {"kind": kind, "words": words.strip(), "written_at": now, "changed_at": now, "revision": 1}
        self.written[case_id].add("case_notes", id=new_id(), by=by.decided_by, **values)
        self._change(case_id, CaseVerb.NOTE, by, details={"kind": kind}, grows=0)

    def set_people(self, case_id: UUID, _seen: int, people: Sequence[PersonDraft], by: By) -> None:
        """As `Complaints.set_people`."""
        self.written[case_id].put_people(people)
        told = {"people": [[one.employee_id, one.role, one.responsibility] for one in people]}
        self._change(case_id, CaseVerb.PEOPLE, by, details=told)

    def set_externals(self, case_id: UUID, _seen: int, externals: Sequence[ExternalDraft], by: By) -> None:
        """As `Complaints.set_externals`."""
        case = self.written[case_id]
        case.put_externals(replace(case.draft, externals=tuple(externals)))
        told = {"externals": [[one.kind, one.due_at, one.done_at] for one in externals]}
        self._change(case_id, CaseVerb.EXTERNAL, by, details=told)

    def merge(self, case_id: UUID, _seen: int, into: UUID, reason: str, by: By) -> None:
        """As `Complaints.merge`, into a case opened before it."""
        case, target = self.written[case_id], self.written[into]
        told = {"into": into, "number": target.head["number"]}
        self._change(case_id, CaseVerb.MERGE, by, {"merged_into": into}, words=reason, details=told)
        case.ended_at = self._clock.now()
        origin = {"from": case_id, "number": case.head["number"]}
        target.tell(CaseVerb.MERGE, by, target.course.step, self._clock.now(), reason, origin)

    def flag_patient(self, case_id: UUID, _seen: int, flagged: bool, reason: str, by: By) -> None:
        """As `Complaints.flag_patient`, to flag."""
        assert flagged, "a scribe lifts no flag"
        case = self.written[case_id]
        customer = case.head["customer_id"]
        if self._members is not None and customer is not None and self._members.customer(customer).flag is None:
            self._members.flag_patient(customer, f"{case.head['number']} {reason.strip()}", by)
        values = {"flagged": True, "flag_reason": reason.strip()}
        self._change(case_id, CaseVerb.FLAG, by, values, words=reason)

    def _change(
        self,
        case_id: UUID,
        verb: CaseVerb,
        by: By,
        values: Mapping[str, Any] | None = None,
        *,
        words: str = "",
        details: Mapping[str, Any] | None = None,
        grows: int = 1,
    ) -> None:
        """What every verb does: columns of the case, an entry of the timeline, the revision."""
        case = self.written[case_id]
        case.head.update(values or {})
        case.head["revision"] += grows
        case.tell(verb, by, case.course.step, self._clock.now(), words, details)

    def write(self) -> None:
        """All of it to disk: clocks as they stand now, everything findable."""
        named = {one.employee_id for case in self.written.values() for one in case.people}
        names = rows.names_of(self._connection, named)
        for case in self.written.values():
            found = self._timing.deadlines(case.timed())
            case.rows.clocks = own(found)
            case.head.update(columns(found, case.course.step))
            case.finish(names)
        bulk.add_cases(self._connection, [one.rows for one in self.written.values()])
