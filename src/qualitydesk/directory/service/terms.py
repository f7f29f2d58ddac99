"""What changes by dates: transfers, superiors, heads; corrections with a reason; leaving and coming back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory import rules, store
from qualitydesk.directory.model import (
    Department,
    Employee,
    EmployeeFilter,
    HeadsFile,
    LeaveDraft,
    Leaving,
    Person,
    PersonFile,
    ReturnDraft,
    Standing,
    TermDraft,
    TermEntry,
    TermKind,
)
from qualitydesk.directory.service.writing import TOUCHED, Writer, values_of
from qualitydesk.storage.database import Connection, insert_row, update_row

_VERBS = {TermKind.PLACE: "place", TermKind.SUPERIOR: "set_superior", TermKind.HEAD: "set_head"}


class Terms(Writer):
    """Histories of employees and departments. Nothing of the past is written over without a reason that stays."""

    # Questions

    def person_file(self, employee_id: UUID) -> PersonFile:
        """Everything about one employee as on today. KeyError when there is none."""
        with self._database.reading() as connection:
            today = self._day(connection)
            employee = self._employee(connection, employee_id)
            entries = _employee_entries(connection, employee_id)
            day = max(today, min((entry.since for entry in entries), default=today))
            person = store.person(connection, employee_id, day)
            return PersonFile(
                today,
                employee,
                person,
                self._head_of(connection, person, day) if person else None,
                tuple(sorted(entries, key=lambda entry: (entry.since, entry.kind), reverse=True)),
                tuple(store.absences_of(connection, employee_id)),
                tuple(store.corrections_of(connection, [employee_id])),
                self._subordinates(connection, employee_id, day),
                self._departments(connection, store.led_on(connection, TermKind.HEAD, employee_id, day)),
            )

    def heads_file(self, department_id: UUID) -> HeadsFile:
        """The heads of a department with the corrections made, newest first."""
        with self._database.reading() as connection:
            (department,) = self._departments(connection, [department_id])
            homes = {found.id: found.name for found in store.institution_rows(connection)}
            entries = store.person_entries(connection, TermKind.HEAD, department_id)
            corrections = tuple(store.corrections_of(connection, [department_id]))
            return HeadsFile(department, homes[department.institution_id], tuple(reversed(entries)), corrections)

    def leaving(self, employee_id: UUID, day: date) -> Leaving:
        """What is to be handed over when the employee leaves on a day."""
        with self._database.reading() as connection:
            led = store.led_on(connection, TermKind.HEAD, employee_id, day)
            return Leaving(self._subordinates(connection, employee_id, day), tuple(self._departments(connection, led)))

    def standings(
        self,
        wanted: EmployeeFilter,
        day: date,
        *,
        after: tuple[str, UUID] | None = None,
        limit: int | None = None,
        sort: str = "number",
        descending: bool = False,
    ) -> list[Standing]:
        """Who stood where under whom on a day, by pages as `Directory.people` gives them."""
        wanted = replace(wanted, text=rules.clean(wanted.text))
        with self._database.reading() as connection:
            people = store.people(connection, day, wanted, after=after, limit=limit, sort=sort, descending=descending)
            heads = store.heads_on(connection, day)
            names = store.names_of(connection, list(set(heads.values())))
        found = ((person, heads.get(person.department_id)) for person in people)
        return [Standing(person, head, names.get(head, "") if head else "") for person, head in found]

    # Verbs

    def put_term(self, draft: TermDraft, by: By) -> Done[None]:
        """Add a change from a day, or correct the entry `draft.instead_of`."""
        with self._database.transaction() as connection:
            today = self._day(connection)
            refuse_if(rules.problems_in_term(draft, today))
            entries = _entries(connection, draft.kind, draft.subject_id)
            if draft.instead_of is None:
                self._add(connection, draft, entries, today, by)
            else:
                self._correct(connection, draft, entries, by)
            self._check_ring(connection, draft)
        return Done(None, TOUCHED)

    def leave(self, draft: LeaveDraft, by: By) -> Done[UUID]:
        """The employee leaves; whoever answered to him and what he headed goes over on that day. Nothing is deleted."""
        with self._database.transaction() as connection:
            employee = self._employee(connection, draft.employee_id)
            refuse_if(rules.problems_in_leaving(draft, employee))
            assert draft.left_on is not None  # the rules saw to it
            values = {"left_on": draft.left_on, "left_why": draft.why.strip()}
            update_row(connection, store.employees, employee.id, draft.revision, **values)
            self._audit(connection, by, "leave", "employee", employee.id, values_of(employee), values)
            self._hand_over(connection, TermKind.SUPERIOR, draft, draft.new_superior, by)
            self._hand_over(connection, TermKind.HEAD, draft, draft.new_head, by)
        return Done(draft.employee_id, TOUCHED)

    def stay(self, employee_id: UUID, revision: int, by: By) -> Done[UUID]:
        """A leaving still to come is called off; what was handed over stays as it is. Refused: has_left."""
        with self._database.transaction() as connection:
            employee = self._employee(connection, employee_id)
            if employee.left_on is not None and employee.left_on <= self._day(connection):
                raise Refused("has_left", name=employee.name)
            values = {"left_on": None, "left_why": ""}
            update_row(connection, store.employees, employee_id, revision, **values)
            self._audit(connection, by, "stay", "employee", employee_id, values_of(employee), values)
        return Done(employee_id, TOUCHED)

    def come_back(self, draft: ReturnDraft, by: By) -> Done[UUID]:
        """Who had left is there again; the absence stays on record. Refused: has_not_left."""
        with self._database.transaction() as connection:
            employee = self._employee(connection, draft.employee_id)
            if employee.left_on is None:
                raise Refused("has_not_left", name=employee.name)
            refuse_if(rules.problems_in_return(draft, employee))
            day, left = draft.returned_on, employee.left_on
            assert day is not None  # the rules saw to it
            away = {"left_on": left, "returned_on": day, "why": employee.left_why}
            insert_row(connection, store.absences, employee_id=employee.id, **away)
            update_row(connection, store.employees, employee.id, draft.revision, left_on=None, left_why="")
            self._audit(connection, by, "come_back", "employee", employee.id, values_of(employee), away)
            for kind, person in ((TermKind.PLACE, None), (TermKind.SUPERIOR, draft.superior_id)):
                term = TermDraft(kind, employee.id, day, draft.department_id, draft.post_id, person)
                if kind is TermKind.SUPERIOR:
                    term = replace(term, department_id=None, post_id=None)
                held = _holding(_entries(connection, kind, employee.id), day)
                if _differs(term, held):
                    self._write(connection, term, held, by)
                    self._check_ring(connection, term)
        return Done(draft.employee_id, TOUCHED)

    def _add(self, connection: Connection, draft: TermDraft, entries: Sequence[TermEntry], today: date, by: By) -> None:
        assert draft.since is not None  # the rules saw to it
        self._check_day(connection, draft, entries)
        held = _holding(entries, draft.since)
        if not _differs(draft, held):
            refuse_if([Problem("since", "term_same", {"day": draft.since.isoformat()})])
        self._write(connection, draft, held, by)
        if rules.needs_why(draft, today):
            self._note(connection, draft, held, draft.since, by)

    def _correct(self, connection: Connection, draft: TermDraft, entries: Sequence[TermEntry], by: By) -> None:
        old = next((entry for entry in entries if entry.since == draft.instead_of), None)
        if old is None:
            raise Refused("stale")
        if not draft.remove and draft.since == old.since and not _differs(draft, old):
            refuse_if([Problem("since", "term_same", {"day": old.since.isoformat()})])
        rest = [entry for entry in entries if entry is not old]
        if draft.kind is TermKind.PLACE and entries[0] is old:
            self._keep_first_place(connection, draft, old, rest)
        store.drop_term(connection, draft.kind, draft.subject_id, old.since)
        if not draft.remove:
            assert draft.since is not None  # the rules saw to it
            self._check_day(connection, draft, rest)
            self._write(connection, draft, old, by)
        else:
            self._audit(
                connection, by, f"remove_{draft.kind}", _subject(draft.kind), draft.subject_id, values_of(old), None
            )
        self._note(connection, draft, old, draft.since, by)

    def _keep_first_place(
        self, connection: Connection, draft: TermDraft, old: TermEntry, rest: Sequence[TermEntry]
    ) -> None:
        """Without a place from the first day on an employee would be in no list on those days."""
        hired = self._employee(connection, draft.subject_id).hired_on
        later = draft.since is not None and draft.since > max(old.since, hired)
        if draft.remove or later or (draft.since and rest and draft.since > rest[0].since):
            refuse_if([Problem("since", "first_place_stays")])

    def _check_day(self, connection: Connection, draft: TermDraft, entries: Sequence[TermEntry]) -> None:
        """No second entry on a day; nothing before the hire."""
        assert draft.since is not None
        if any(entry.since == draft.since for entry in entries):
            refuse_if([Problem("since", "term_taken", {"day": draft.since.isoformat()})])
        if draft.kind is not TermKind.HEAD and draft.since < self._employee(connection, draft.subject_id).hired_on:
            refuse_if([Problem("since", "since_before_hired")])

    def _write(self, connection: Connection, draft: TermDraft, before: TermEntry | None, by: By) -> None:
        subject = _subject(draft.kind)
        key: dict[str, Any] = {f"{subject}_id": draft.subject_id, "since": draft.since}
        values: dict[str, Any]
        if draft.kind is TermKind.PLACE:
            values = {"department_id": draft.department_id, "post_id": draft.post_id}
        else:
            values = {"employee_id" if draft.kind is TermKind.HEAD else "superior_id": draft.person_id}
        store.put_term(connection, store.TERM_TABLES[draft.kind], key, values)
        self._audit(connection, by, _VERBS[draft.kind], subject, draft.subject_id, values_of(before), {**key, **values})

    def _note(
        self, connection: Connection, draft: TermDraft, before: TermEntry | None, since: date | None, by: By
    ) -> None:
        """Keep the reason where the history shows it."""
        entries = _entries(connection, draft.kind, draft.subject_id)
        after = None if draft.remove else next(entry for entry in entries if entry.since == since)
        store.add_correction(
            connection,
            id=new_id(),
            kind=draft.kind,
            subject_id=draft.subject_id,
            before=_told(before),
            after=_told(after) if after else None,
            reason=draft.why.strip(),
            corrected_at=self._clock.now(),
            decided_by=by.decided_by,
            entered_by=by.entered_by,
        )

    def _check_ring(self, connection: Connection, draft: TermDraft) -> None:
        """Whether, as it is written now, somebody answers to himself on any day."""
        if draft.kind is not TermKind.SUPERIOR:
            return
        terms = store.superiors_of_all(connection)
        for term in (term for term in terms if term.employee_id == draft.subject_id):
            ring = rules.ring_day(draft.subject_id, term.superior_id, term.since, terms)
            if ring is not None:
                refuse_if([Problem("person_id", "superior_ring", {"day": ring.isoformat()})])

    def _hand_over(self, connection: Connection, kind: TermKind, draft: LeaveDraft, heir: UUID | None, by: By) -> None:
        """What answers to the leaver on the day, and what was to do so later."""
        assert draft.left_on is not None
        led = store.led_on(connection, kind, draft.employee_id, draft.left_on)
        gone = store.gone_by(connection, led, draft.left_on) if kind is TermKind.SUPERIOR else set()
        days = dict.fromkeys((subject, draft.left_on) for subject in led if subject not in gone)
        days.update(dict.fromkeys(store.leads_from(connection, kind, draft.employee_id, draft.left_on)))
        own = store.superiors_of(connection, draft.employee_id)
        for subject, day in days:
            above = heir
            if kind is TermKind.SUPERIOR and subject == heir:  # he takes the leaver's place under the leaver's superior
                term = rules.on_day(own, day)
                above = term.superior_id if term else None
            change = TermDraft(kind, subject, day, person_id=above)
            self._write(connection, change, _holding(_entries(connection, kind, subject), day), by)
            self._check_ring(connection, change)

    def _employee(self, connection: Connection, employee_id: UUID) -> Employee:
        found = store.employee(connection, employee_id)
        if found is None:
            raise KeyError(employee_id)
        return found

    def _head_of(self, connection: Connection, person: Person, day: date) -> Person | None:
        head = store.heads_on(connection, day).get(person.department_id)
        return store.people_by_id(connection, day, [head]).get(head) if head else None

    def _subordinates(self, connection: Connection, employee_id: UUID, day: date) -> tuple[Person, ...]:
        """Those who answer to him on the day and are there."""
        led = store.led_on(connection, TermKind.SUPERIOR, employee_id, day)
        gone = store.gone_by(connection, led, day)
        known = store.people_by_id(connection, day, [one for one in led if one not in gone])
        return tuple(sorted(known.values(), key=lambda person: person.number))

    def _departments(self, connection: Connection, wanted: Sequence[UUID]) -> tuple[Department, ...]:
        return tuple(found for found in store.department_rows(connection) if found.id in wanted)


def _employee_entries(connection: Connection, employee_id: UUID) -> list[TermEntry]:
    return [
        *store.place_entries(connection, employee_id),
        *store.person_entries(connection, TermKind.SUPERIOR, employee_id),
    ]


def _entries(connection: Connection, kind: TermKind, subject_id: UUID) -> list[TermEntry]:
    if kind is TermKind.PLACE:
        return store.place_entries(connection, subject_id)
    return store.person_entries(connection, kind, subject_id)


def _holding(entries: Sequence[TermEntry], day: date) -> TermEntry | None:
    return rules.on_day(entries, day)


def _differs(draft: TermDraft, held: TermEntry | None) -> bool:
    if draft.kind is TermKind.PLACE:
        return held is None or (held.department_id, held.post_id) != (draft.department_id, draft.post_id)
    return (held.person_id if held else None) != draft.person_id


def _subject(kind: TermKind) -> str:
    return "department" if kind is TermKind.HEAD else "employee"


def _told(entry: TermEntry | None) -> dict[str, str]:
    """An entry in names, as they were when it was corrected; "" for nobody."""
    if entry is None:
        return {"since": "", "text": ""}
    place = f"{entry.institution} {entry.department} · {entry.post}"
    person = f"{entry.person} {entry.person_number}".strip()
    return {"since": entry.since.isoformat(), "text": place if entry.kind is TermKind.PLACE else person}
