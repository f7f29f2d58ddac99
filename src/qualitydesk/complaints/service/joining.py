"""Two reports of one thing become one case and can be parted again; one subject can become a case of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import CasePage, CaseVerb, PersonDraft, Step
from qualitydesk.complaints.rules.steps import begun
from qualitydesk.complaints.service.intake import facts_of
from qualitydesk.complaints.service.outside import Outside
from qualitydesk.complaints.service.writing import CASES, reasoned
from qualitydesk.complaints.store import clocks, rows, tables
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, change_row, insert_row, update_row


class Joining(Outside):
    """Merging is a link: nothing is moved, so that parting gives everything back."""

    def merge(self, case_id: UUID, seen: int, into: UUID, reason: str, by: By) -> Done[None]:
        """Link a case into another: its clocks drop, its files show there, it can be parted again.

        Refused: draft, case_merge_itself, merge_chain, case_is_merged, stale.
        """
        words = reasoned(reason)
        with self._database.transaction() as connection:
            page, target = self._found(connection, case_id), self._found(connection, into)
            if case_id == into:
                raise Refused("case_merge_itself")
            self._allow(page, done_too=True)
            self._allow(target, done_too=True)
            if page.merged:
                raise Refused("merge_chain", number=page.line.number)
            told = {"into": into, "number": target.line.number}
            self._change(case_id, seen, CaseVerb.MERGE, by, lambda *_: {}, words=words, details=told)
            change_row(connection, tables.cases, case_id, merged_into=into)
            self._settle(connection, case_id, by)
            self._settle(connection, into, by)
            told = {"from": case_id, "number": page.line.number}
            self._tell(connection, into, CaseVerb.MERGE, by, target.course.step, words=words, details=told)
        return Done(None, CASES)

    def unmerge(self, case_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """Part a case from the one it was linked into: step, clocks, files and money are as they were.

        Refused: draft, case_not_merged, stale.
        """
        words = reasoned(reason)
        with self._database.transaction() as connection:
            page = self._found(connection, case_id)
            if page.merged_into is None:
                raise Refused("case_not_merged", number=page.line.number)
            into, number = page.merged_into
            update_row(connection, tables.cases, case_id, seen, merged_into=None)
            now = self._clock.now()
            told = {"into": into, "number": number}
            self._tell(connection, case_id, CaseVerb.UNMERGE, by, page.course.step, words=words, details=told)
            back = {"from": case_id, "number": page.line.number}
            self._tell(connection, into, CaseVerb.UNMERGE, by, None, words=words, details=back)
            audit.record(connection, by, now, "case_unmerge", "case", case_id, told, {"words": words})
            self._settle(connection, case_id, by)
            self._settle(connection, into, by)
        return Done(None, CASES)

    def split_subject(self, case_id: UUID, seen: int, subject_id: UUID, reason: str, by: By) -> Done[UUID]:
        """Make one subject a case of its own, received when this one was, with the same people. Gives its id.

        Refused: draft, split_nothing, split_last, stale.
        """
        words = reasoned(reason)
        fresh = new_id()
        with self._database.transaction() as connection:
            page = self._found(connection, case_id)
            own = [one for one in page.subjects if one.split_to is None]
            wanted = next((one for one in own if one.id == subject_id), None)
            if wanted is None:
                raise Refused("split_nothing", number=page.line.number)
            if len(own) == 1:
                raise Refused("split_last", number=page.line.number)
            number = self._split(connection, page, fresh, by)
            values = {"kind": wanted.kind, "words": wanted.words, "outcome": None, "position": 0}
            insert_row(connection, tables.case_subjects, id=new_id(), case_id=fresh, **values)
            change_row(connection, tables.cases, fresh, subject_kinds=wanted.kind.value)

            def judge(connection: Connection, _page: CasePage) -> Mapping[str, Any]:
                change_row(connection, tables.case_subjects, subject_id, split_to=fresh)
                left = dict.fromkeys(one.kind.value for one in own if one.id != subject_id)
                return {"subject_kinds": ",".join(left)}

            told = {"case": fresh, "number": number}
            self._change(case_id, seen, CaseVerb.SPLIT, by, judge, words=words, details=told, done_too=False)
            origin = {"case": case_id, "number": page.line.number}
            self._tell(connection, fresh, CaseVerb.OPEN, by, Step.RECEIVED, words=words, details=origin)
            now = self._clock.now()
            audit.record(connection, by, now, "split_case", "case", fresh, None, {"number": number, **origin})
            self._settle(connection, fresh, by)
        return Done(fresh, CASES)

    def _split(self, connection: Connection, page: CasePage, fresh: UUID, by: By) -> str:
        """The new case's own row, people and first step; gives its number."""
        number, sort_number = self._number(connection, page.line.institution_id, page.line.received_at)
        values = {
            **facts_of(page.intake),
            "number": number,
            "sort_number": sort_number,
            "received_at": page.line.received_at,
            "received_by": page.intake.received_by,
            "split_from": page.line.id,
            "merged_into": None,
        }
        self._insert(connection, fresh, values, begun(page.line.received_at), self._clock.now())
        people = [PersonDraft(one.employee_id, one.role, None, one.words) for one in page.people]
        rows.put_people(connection, fresh, people)
        return number

    def retime_open(self, by: By) -> Done[int]:
        """Clocks that go by days off or open hours anew, in every case in which one runs: those have changed.

        What has stopped stays. Gives how many deadlines moved; each stands in its case's timeline.
        """
        with self._database.transaction() as connection, self._timing.calendars.held():
            codes = self._timing.by_the_calendar()
            shifted = sum(self._settle(connection, case_id, by) for case_id in clocks.open_ids(connection, codes))
            if shifted:
                now = self._clock.now()
                audit.record(connection, by, now, "retime_cases", "cases", "", None, {"deadlines": shifted})
        return Done(shifted, CASES if shifted else frozenset())
