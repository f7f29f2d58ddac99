"""A step's window in one transaction: what it records, one verb after the other, then on to the next step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.complaints.model import NoteKind
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.service.joining import Joining

Verb = Callable[[int], Done[Any]]
"""One of the verbs, still to be given the revision it is allowed at."""


class Working(Joining):
    """Verbs made of verbs."""

    def work(self, case_id: UUID, seen: int, work: StepWork, by: By) -> Done[None]:
        """Record what a step's window holds and, if it says so, leave the step. All of it or nothing.

        Refused as the single verbs are.
        """
        touched: set[Change] = set()
        with self._database.transaction():
            for verb, grows in self._verbs(case_id, work, by):
                touched |= verb(seen).touched
                seen += grows
        return Done(None, frozenset(touched))

    def _verbs(self, case_id: UUID, work: StepWork, by: By) -> Iterator[tuple[Verb, int]]:
        """Each verb and by how much the revision grows with it, in the order in which one may need the other."""
        if work.subjects is not None:
            subjects = work.subjects
            yield lambda seen: self.set_subjects(case_id, seen, subjects, by), 1
        if work.handler_id is not None:
            handler_id = work.handler_id
            yield lambda seen: self.assign(case_id, seen, handler_id, by), 1
        if work.note.strip():
            yield lambda _seen: self.save_note(case_id, NoteKind.INVESTIGATION, work.note, by), 0
        if work.contact is not None:
            contact = work.contact
            yield lambda _seen: self.record_contact(case_id, contact, by), 0
        if work.people is not None:
            people = work.people
            yield lambda seen: self.set_people(case_id, seen, people, by), 1
        yield from self._decisions(case_id, work, by)
        yield from self._endings(case_id, work, by)
        if work.approved is not None:
            approved = work.approved
            yield (
                lambda seen: self.decide_solution(case_id, seen, approved, work.approval_words, by, at=work.at),
                2,
            )
        elif work.go_on:
            yield lambda seen: self.complete_step(case_id, seen, by, words=work.words, at=work.at), 1
            if work.accept:
                yield lambda seen: self.complete_step(case_id, seen, by, at=work.at), 1

    def _decisions(self, case_id: UUID, work: StepWork, by: By) -> Iterator[tuple[Verb, int]]:
        if work.severity is not None:
            severity = work.severity
            yield lambda seen: self.classify(case_id, seen, severity, by), 1
        if work.confirmed_by is not None:
            second = By(work.confirmed_by, by.entered_by)
            yield lambda seen: self.confirm_level(case_id, seen, second), 1
        if work.solution is not None:
            solution = work.solution
            yield lambda seen: self.draft_solution(case_id, seen, solution, by), 1
        if work.negotiation is not None:
            negotiation = work.negotiation
            yield lambda seen: self.record_negotiation(case_id, seen, negotiation, by), 1

    def _endings(self, case_id: UUID, work: StepWork, by: By) -> Iterator[tuple[Verb, int]]:
        if work.flag_reason.strip():
            yield partial(self._flag, case_id, work.flag_reason, by), 1
        if work.closing is not None:
            closing = work.closing
            yield lambda seen: self.record_summary(case_id, seen, closing, by), 1
        if work.handlings or work.handling_none.strip():
            yield lambda _seen: self.record_handling(case_id, work.handlings, by, none=work.handling_none), 0
        if work.prevention is not None:
            prevention = work.prevention
            yield lambda seen: self.record_prevention(case_id, seen, prevention, by), 1

    def _flag(self, case_id: UUID, reason: str, by: By, seen: int) -> Done[None]:
        return self.flag_patient(case_id, seen, True, reason, by)
