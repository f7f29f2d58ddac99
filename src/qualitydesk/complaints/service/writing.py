"""How every verb of complaints is written: allowed, changed, told in the timeline, audited, clocks and search anew."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.initials import initials_of
from qualitydesk.complaints.model import CasePage, CaseVerb, Course, Leave, Stage, Step
from qualitydesk.complaints.rules.steps import Decider
from qualitydesk.complaints.service.faults import Faults
from qualitydesk.complaints.service.timing import columns, own, slack
from qualitydesk.complaints.store import clocks, narrowing, parts, rows, tables
from qualitydesk.complaints.store.tables import FAR, OVER
from qualitydesk.members.service.holds import hold_for, hold_many
from qualitydesk.storage import audit, search
from qualitydesk.storage.database import Connection, change_row, update_row

CASES = frozenset({Change.CASES})
Judge = Callable[[Connection, CasePage], Mapping[str, Any]]
"""Given the case as it stands: refuses, writes what hangs on the case, gives the columns of the case that change."""


class _Later(threading.local):
    """The cases the present thread has touched and not settled yet; None: each verb settles at once."""

    cases: dict[UUID, By] | None = None


class Writing(Faults):
    """What all verbs share."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._later = _Later()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Many verbs of this thread as one transaction (an import, a sample): the clocks and the search of each case
        touched are brought up to date once, at its end."""
        if self._later.cases is not None:
            yield
            return
        with self._database.transaction() as connection:
            self._later.cases = {}
            try:
                yield
                waiting = self._later.cases
                self._later.cases = None
                with self._timing.calendars.held():
                    for case_id, by in waiting.items():
                        self._settle(connection, case_id, by)
            finally:
                self._later.cases = None

    def _change(
        self,
        case_id: UUID,
        seen: int | None,
        verb: CaseVerb,
        by: By,
        judge: Judge,
        *,
        words: str = "",
        details: Mapping[str, Any] | None = None,
        done_too: bool = True,
    ) -> Done[None]:
        """One verb in one transaction. `seen` None: nothing the user has read can be overwritten by it.

        `done_too`: also when all steps are done. Refused: case_is_merged, case_is_done, nobody decides, stale.
        """
        named(by)
        with self._database.transaction() as connection:
            page = self._found(connection, case_id)
            self._allow(page, done_too=done_too)
            values = judge(connection, page)
            if seen is not None:
                update_row(connection, tables.cases, case_id, seen, **values)
            elif values:
                change_row(connection, tables.cases, case_id, **values)
            self._tell(connection, case_id, verb, by, page.course.step, words=words, details=details)
            after = {**values, **(details or {}), "words": words.strip()}
            audit.record(
                connection, by, self._clock.now(), f"case_{verb}", "case", case_id, {"step": page.line.step}, after
            )
            self._settle(connection, case_id, by)
        return Done(None, CASES)

    def _allow(self, page: CasePage, *, done_too: bool) -> None:
        if page.merged_into is not None:
            raise Refused("case_is_merged", number=page.line.number, into=page.merged_into[1])
        if not done_too and page.course.stage is Stage.DONE:
            raise Refused("case_is_done", number=page.line.number)

    def _tell(
        self,
        connection: Connection,
        case_id: UUID,
        verb: CaseVerb,
        by: By,
        step: Step | None,
        *,
        words: str = "",
        details: Mapping[str, Any] | None = None,
        at: datetime | None = None,
    ) -> None:
        """One entry of the timeline. `at`: when it happened, where that was not now."""
        rows.add_event(
            connection,
            case_id,
            at=at or self._clock.now(),
            verb=verb,
            step=int(step) if step is not None else None,
            words=words.strip(),
            details=dict(details) if details else None,
            decided_by=by.decided_by,
            entered_by=by.entered_by,
        )

    def _settle(self, connection: Connection, case_id: UUID, by: By) -> int:
        """Reckon the clocks anew, tell which deadlines moved, keep what lists sort by, make the words findable.

        Gives how many deadlines moved.
        """
        if self._later.cases is not None:
            self._later.cases[case_id] = by
            return 0
        page = self._found(connection, case_id)
        found, shifted = self._timing.reckoned(connection, page)
        for one in shifted:
            moved = {"clock": one.code, "run": one.run, "due_before": one.was, "due_after": one.now}
            self._tell(connection, case_id, CaseVerb.DEADLINE, by, page.course.step, details=moved)
        clocks.keep(connection, case_id, own(found))
        change_row(connection, tables.cases, case_id, **columns(found, page.course.step))
        search.write(connection, narrowing.KIND, case_id, _findable(page))
        self._hold(connection, page, by)
        return len(shifted)

    def _hold(self, connection: Connection, page: CasePage, by: By) -> None:
        """While a case is open nobody in it gets a birthday card: the contacts of its people wait, and resume after."""
        if self._members is None:
            return
        open_ = page.course.closed_at is None and page.merged_into is None
        people = rows.customers_in(connection, page.line.id) if open_ else ()
        hold_for(connection, self._clock, "case", page.line.id, page.line.number, people, by)

    def renew_holds(self, by: By) -> Done[int]:
        """Make the holds on members be those of the cases open now; gives how many changed. For what an older program
        or a road of its own has written."""
        with self._database.transaction() as connection:
            wanted = rows.customers_of_open(connection, FAR)
            changed = hold_many(connection, self._clock, "case", wanted, by)
        return Done(changed, frozenset({Change.CONTACTS}) if changed else frozenset())

    def _decider(self, by: By) -> Decider:
        """Who decides, with the posts held today."""
        if by.decided_by is None:
            return Decider(None)
        person = self._directory.person(by.decided_by)
        return Decider(by.decided_by, frozenset({person.post_code}) if person is not None else frozenset())

    def _go(
        self,
        connection: Connection,
        page: CasePage,
        how: Leave,
        course: Course,
        by: By,
        words: str = "",
    ) -> Mapping[str, Any]:
        """Write a course that has moved on; gives the columns of the case that follow from it."""
        rows.write_course(connection, page.line.id, page.course, course)
        return course_columns(course)

    def _refuse(self, problems: Sequence[Problem], code: str, **values: object) -> None:
        """Refuse where anything stands against it, posts by the names the group gives them."""
        if not problems:
            return
        names = {post.code: post.name for post in self._directory.posts()}
        told = []
        for one in problems:
            posts = one.values.get("posts")
            if isinstance(posts, tuple):
                listed = " / ".join(names.get(str(post), str(post)) for post in posts)
                told.append(replace(one, values={"posts": listed}))
            else:
                told.append(one)
        raise Refused(code, problems=tuple(told), **values)

    def _at(self, at: datetime | None) -> datetime:
        """The moment meant. Refused: draft with day_in_future."""
        now = self._clock.now()
        meant = slack(at, now)
        if meant > now:
            raise Refused("draft", problems=(Problem("at", "day_in_future"),))
        return meant

    def _sums(self, connection: Connection, case_id: UUID) -> dict[str, int]:
        return {kind.value: amount for kind, amount in parts.sums(connection, case_id).items()}


def named(by: By) -> None:
    """Refuse a decision by nobody."""
    if by.decided_by is None:
        raise Refused("not_to_decide", problems=(Problem("decided_by", "nobody_decides"),))


def course_columns(course: Course) -> dict[str, Any]:
    """The columns of a case that follow from its course."""
    current = course.current
    return {
        "step": int(current.step) if current else OVER,
        "entered_at": current.entered_at if current else course.visits[-1].left_at,
        "stage": course.stage,
        "accepted_at": course.accepted_at(),
        "closed_at": course.closed_at or FAR,
        "reopened": len(course.reopenings),
    }


def findable(numbers: Sequence[str], people: Sequence[tuple[str, str]], told: Iterable[str]) -> list[str]:
    """Everything a case is found by: its numbers, (name, telephone) of its people, all that was written."""
    names = [name for name, _telephone in people if name]
    return [
        *numbers,
        *dict.fromkeys(names),
        *dict.fromkeys(part for name in names for part in initials_of(name).split()),
        *dict.fromkeys(telephone for _name, telephone in people),
        *told,
    ]


def _findable(page: CasePage) -> list[str]:
    told = [
        page.intake.narrative,
        page.intake.demand,
        page.intake.intent,
        page.intake.place,
        page.cause,
        page.summary,
        *(one.words for one in page.subjects),
        *(one.name for one in page.people),
        *(one.words for one in page.people),
        *(one.words for one in page.contacts),
        *(one.words for one in page.notes),
        *((page.solution.words,) if page.solution else ()),
        *((page.negotiation.words,) if page.negotiation else ()),
        *(one.reference for one in page.externals),
    ]
    people = [(one.name, one.telephone) for one in (page.intake.complainant, page.intake.patient)]
    return findable((page.line.number, page.intake.outside_number), people, told)


def reasoned(reason: str, field: str = "reason") -> str:
    """A reason without its blanks. Refused: draft with reason_missing."""
    if not reason.strip():
        raise Refused("draft", problems=(Problem(field, "reason_missing"),))
    return reason.strip()
