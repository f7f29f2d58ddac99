"""Internal requests: asked, accepted, answered within the time limit, confirmed; each verb one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model.requests import AnswerDraft, Request, RequestDraft, RequestState, RequestVerb
from qualitydesk.complaints.rules.requests import (
    TABLE,
    Matter,
    after,
    may,
    problems_in_answer,
    problems_in_passing_on,
    problems_in_request,
)
from qualitydesk.complaints.service.filing import LARGEST
from qualitydesk.complaints.service.request_questions import RequestQuestions
from qualitydesk.complaints.service.timing import slack
from qualitydesk.complaints.service.writing import named, reasoned
from qualitydesk.complaints.store import clocks
from qualitydesk.complaints.store import request_rows as rows
from qualitydesk.complaints.store.request_tables import request_clocks, request_events, request_files, requests
from qualitydesk.complaints.store.tables import FAR
from qualitydesk.storage import audit, search
from qualitydesk.storage.database import Connection, change_row, insert_row, update_row

REQUESTS = frozenset({Change.REQUESTS})
SERIES = "NB"
_NO_DEADLINE_YET = {"missed": False, "returned": 0}


class Requests(RequestQuestions):
    """The internal requests of one database.

    Verbs take `seen`, the revision read (Refused: stale), and refuse what the state or the separation of duties
    forbids (request_is_<state>, not_to_decide).
    """

    def ask(self, draft: RequestDraft, by: By, files: Sequence[tuple[str, bytes]] = ()) -> Done[UUID]:
        """Take a request down: it gets its number, and the clock of its answer runs. `files`: (name, content).

        Refused: draft, not_to_decide.
        """
        named(by)
        now = self._clock.now()
        asker = self._directory.person(draft.asker_id) if draft.asker_id is not None else None
        refuse_if(problems_in_request(draft, asker.department_id if asker else None, now, self.today()))
        if asker is None:
            raise Refused("draft", problems=(Problem("asker_id", "required"),))
        kept = [(name, self._files.put(content), len(content)) for name, content in files]
        request_id = new_id()
        with self._database.transaction() as connection:
            received_at = slack(draft.received_at, now)
            values = {
                "number": self._number(connection, SERIES, asker.institution_id, received_at),
                "state": RequestState.ASKED,
                "urgency": draft.urgency,
                "institution_id": asker.institution_id,
                "department_id": asker.department_id,
                "asker_id": asker.id,
                "asked_id": draft.asked_id,
                "words": draft.words.strip(),
                "since": draft.since,
                "received_at": received_at,
                "received_by": by.decided_by,
                "backdate_reason": draft.backdate_reason.strip() if received_at != now else "",
            }
            fresh = {"recorded_at": now, "answer": "", "due_at": received_at, "revision": 1, **_NO_DEADLINE_YET}
            insert_row(connection, requests, id=request_id, **values, **fresh)
            late = {"received_at": received_at.isoformat()} if received_at != now else None
            self._entry(connection, request_events, request_id, RequestVerb.ASK, by, draft.backdate_reason, late)
            for name, sha256, size in kept:
                self._file_row(connection, request_id, name, sha256, size, by)
            audit.record(connection, by, now, "ask_request", "request", request_id, None, values)
            self._settle(connection, request_id, by)
        return Done(request_id, REQUESTS)

    def accept(self, request_id: UUID, seen: int, by: By) -> Done[None]:
        """Somebody of the department asked takes it on."""
        return self._step(request_id, seen, RequestVerb.ACCEPT, by, lambda _found: {"accepted_by": by.decided_by})

    def pass_on(self, request_id: UUID, seen: int, department_id: UUID | None, reason: str, by: By) -> Done[None]:
        """It is another department's matter; the clock runs on. Refused: draft."""

        def judge(found: Request) -> Mapping[str, Any]:
            line = found.line
            refuse_if(problems_in_passing_on(department_id, line.asked_id, line.department_id, reason))
            return {"asked_id": department_id, "accepted_by": None}

        told = {"to": self._department_name(department_id)}
        return self._step(request_id, seen, RequestVerb.PASS_ON, by, judge, words=reason, details=told)

    def answer(self, request_id: UUID, seen: int, draft: AnswerDraft, by: By) -> Done[None]:
        """The department's answer; one not accepted before is accepted by it. Refused: draft."""
        now = self._clock.now()
        at = slack(draft.at, now)

        def judge(found: Request) -> Mapping[str, Any]:
            earliest = found.line.received_at
            if found.line.returned:
                earliest = max(one.at for one in found.timeline if one.verb == RequestVerb.RETURN)
            refuse_if(problems_in_answer(draft, earliest, now))
            accepted = {"accepted_by": by.decided_by} if found.line.state is RequestState.ASKED else {}
            return {**accepted, "answer": draft.words.strip(), "answered_at": at, "answered_by": by.decided_by}

        told = {"at": at.isoformat(), "reason": draft.backdate_reason.strip()} if at != now else None
        return self._step(request_id, seen, RequestVerb.ANSWER, by, judge, words=draft.words, details=told)

    def confirm(self, request_id: UUID, seen: int, words: str, by: By) -> Done[None]:
        """The asker's side is satisfied: closed."""
        values = {"closed_at": self._clock.now(), "closed_by": by.decided_by}
        return self._step(request_id, seen, RequestVerb.CONFIRM, by, lambda _found: values, words=words)

    def send_back(self, request_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """The asker's side is not satisfied: back to the department with the reason, its time begins anew."""
        words = reasoned(reason, "words")

        def judge(found: Request) -> Mapping[str, Any]:
            return {"returned": found.line.returned + 1, "answered_at": None, "answered_by": None}

        return self._step(request_id, seen, RequestVerb.RETURN, by, judge, words=words)

    def withdraw(self, request_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """The asker's side needs no answer any more, with the reason; the number stays."""
        values = {"closed_at": self._clock.now(), "closed_by": by.decided_by}
        words = reasoned(reason, "words")
        return self._step(request_id, seen, RequestVerb.WITHDRAW, by, lambda _found: values, words=words)

    def add_note(self, request_id: UUID, words: str, by: By) -> Done[None]:
        """A line for the timeline; changes nothing. Refused: words_missing."""
        named(by)
        if not words.strip():
            raise Refused("words_missing")
        with self._database.transaction() as connection:
            self._found(connection, request_id)
            self._entry(connection, request_events, request_id, RequestVerb.NOTE, by, words)
            told = {"words": words.strip()}
            audit.record(connection, by, self._clock.now(), "note_request", "request", request_id, None, told)
            self._settle(connection, request_id, by)
        return Done(None, REQUESTS)

    def attach(self, request_id: UUID, path: Path, by: By) -> Done[UUID]:
        """Keep a file with it. Refused: file_unreadable, file_too_big, request_is_<state>."""
        try:
            if path.stat().st_size > LARGEST:
                raise Refused("file_too_big", name=path.name, most=LARGEST // 2**20)
            content = path.read_bytes()
        except OSError as error:
            raise Refused("file_unreadable", name=path.name) from error
        kept = self._files.put(content)
        with self._database.transaction() as connection:
            _allow(self._found(connection, request_id), RequestVerb.ATTACH, by, self)
            file_id = self._file_row(connection, request_id, path.name, kept, len(content), by)
        return Done(file_id, REQUESTS)

    def retime_open(self, by: By) -> Done[int]:
        """Every running clock anew: days off or open hours have changed. Gives how many deadlines moved."""
        with self._database.transaction() as connection, self._timing.calendars.held():
            moved = sum(self._settle(connection, request_id, by) for request_id in rows.open_ids(connection))
            if moved:
                now, told = self._clock.now(), {"deadlines": moved}
                audit.record(connection, by, now, "retime_requests", "requests", "", None, told)
        return Done(moved, REQUESTS if moved else frozenset())

    def _file_row(self, connection: Connection, request_id: UUID, name: str, sha256: str, size: int, by: By) -> UUID:
        file_id, now = new_id(), self._clock.now()
        values = {"name": name, "sha256": sha256, "size": size}
        row = {"id": file_id, "request_id": request_id, **values, "added_at": now, "added_by": by.decided_by}
        insert_row(connection, request_files, **row)
        self._entry(connection, request_events, request_id, RequestVerb.ATTACH, by, name)
        audit.record(connection, by, now, "attach_to_request", "request", request_id, None, values)
        return file_id

    def _step(
        self,
        request_id: UUID,
        seen: int,
        verb: RequestVerb,
        by: By,
        judge: Callable[[Request], Mapping[str, Any]],
        *,
        words: str = "",
        details: Mapping[str, Any] | None = None,
    ) -> Done[None]:
        """One verb: allowed, judged, written, told, audited, its clock anew."""
        with self._database.transaction() as connection:
            found = self._found(connection, request_id)
            _allow(found, verb, by, self)
            values = {**judge(found), "state": after(found.line.state, verb)}
            update_row(connection, requests, request_id, seen, **values)
            self._entry(connection, request_events, request_id, verb, by, words, details)
            before, told = {"state": found.line.state}, {**values, "words": words.strip()}
            audit.record(connection, by, self._clock.now(), f"request_{verb}", "request", request_id, before, told)
            self._settle(connection, request_id, by)
        return Done(None, REQUESTS)

    def _settle(self, connection: Connection, request_id: UUID, by: By) -> int:
        """Reckon the clock anew, tell what moved, keep what lists go by, make the words findable."""
        found, shifted = self._reckoned(connection, request_id)
        for one in shifted:
            told = {"clock": one.code, "due_before": one.was.isoformat(), "due_after": one.now.isoformat()}
            self._entry(connection, request_events, request_id, RequestVerb.DEADLINE, by, details=told)
        clocks.keep(connection, request_id, found.clocks, request_clocks)
        late = any(one.is_missed and one.stopped_at is not None for one in found.clocks)
        latest = max(found.clocks, key=lambda one: one.run, default=None)  # None: rules of the group's own without it
        due_at = latest.due_at if latest is not None else FAR
        change_row(connection, requests, request_id, due_at=due_at, missed=late)
        line = found.line
        parts = (line.number, line.asker, line.department, line.asked, line.words, found.answer)
        search.write(connection, rows.KIND, request_id, (*parts, *(one.words for one in found.timeline)))
        return len(shifted)


def _allow(found: Request, verb: RequestVerb, by: By, asked: RequestQuestions) -> None:
    """Refuse a verb that the state or the separation of duties forbids, in words."""
    line = found.line
    matter = Matter(line.state, line.asker_id, line.department_id, line.asked_id, found.answered_by_id)
    problem = may(matter, verb, asked.doer(by.decided_by))
    if problem is None:
        return
    if line.state not in TABLE[verb].of:
        raise Refused(f"request_is_{line.state}", number=line.number)
    values = {"asked": line.asked, "asking": line.department}
    raise Refused("not_to_decide", problems=(Problem(problem.field, problem.code, values),))
