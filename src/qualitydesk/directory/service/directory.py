"""Who works where: questions about the directory, and adding or changing what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import DEFAULT_ZONE, Clock, local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.initials import initials_of
from qualitydesk.directory import rules, store
from qualitydesk.directory.model import (
    Department,
    DepartmentDraft,
    Employee,
    EmployeeDraft,
    EmployeeFilter,
    Foundation,
    Group,
    HeadTerm,
    Institution,
    InstitutionDraft,
    Line,
    Person,
    Place,
    PlaceDraft,
    Placement,
    Post,
    PostDraft,
    SuperiorTerm,
    TermKind,
)
from qualitydesk.directory.service.terms import Terms
from qualitydesk.directory.service.writing import TOUCHED, Writer, values_of
from qualitydesk.storage.database import Connection, Database, insert_row

if TYPE_CHECKING:
    from qualitydesk.directory.service.hours import Hours
    from qualitydesk.directory.service.records import Records
    from qualitydesk.directory.service.roster import Roster

SUPERVISOR = "supervisor"  # the code of the post the founding user is given


class Directory(Writer):
    """The directory of one database; `roster` takes files of people in and out, `terms` changes by dates, `hours` when
    institutions are open."""

    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database, clock)
        self.terms = Terms(database, clock)
        self._when_hours_change: Callable[[By], object] | None = None

    def when_hours_change(self, listener: Callable[[By], object]) -> None:
        """Let whoever reckons by opening hours hear of every change, inside the same transaction."""
        self._when_hours_change = listener

    # Questions

    @cached_property
    def hours(self) -> Hours:
        from qualitydesk.directory.service.hours import Hours  # not for the start

        made = Hours(self._database, self._clock)
        if self._when_hours_change is not None:
            made.tell_changed(self._when_hours_change)
        return made

    @cached_property
    def records(self) -> Records:
        """The histories of records, in words; made when first needed."""
        from qualitydesk.directory.service.records import Records

        return Records(self._database)

    @cached_property
    def roster(self) -> Roster:
        """Takes files of people in and out; made when first needed."""
        from qualitydesk.directory.service.roster import Roster

        return Roster(self._database, self._clock)

    def group(self) -> Group | None:
        """The group, or None before the first run."""
        with self._database.reading() as connection:
            return store.group(connection)

    def zone(self) -> str:
        """The group's time zone; before the first run the default one."""
        group = self.group()
        return group.zone if group is not None else DEFAULT_ZONE

    def today(self) -> date:
        """The calendar day in the group's zone."""
        with self._database.reading() as connection:
            return self._day(connection)

    def institutions(self, *, active_only: bool = False) -> list[Institution]:
        """All institutions by code."""
        with self._database.reading() as connection:
            return store.institution_rows(connection, active_only=active_only)

    def institution(self, institution_id: UUID) -> Institution:
        """One institution; KeyError when there is none."""
        return {found.id: found for found in self.institutions()}[institution_id]

    def departments(self, institution_id: UUID | None = None) -> list[Department]:
        """Departments of one institution, or of all."""
        with self._database.reading() as connection:
            return store.department_rows(connection, institution_id)

    def places(self, institution_id: UUID | None = None, *, active_only: bool = False) -> list[Place]:
        """Places of one institution, or of all, by name."""
        with self._database.reading() as connection:
            return store.place_rows(connection, institution_id, active_only=active_only)

    def place(self, place_id: UUID) -> Place:
        """One place; KeyError when there is none."""
        return {found.id: found for found in self.places()}[place_id]

    def posts(self) -> list[Post]:
        """All posts by code."""
        with self._database.reading() as connection:
            return store.post_rows(connection)

    def employee(self, employee_id: UUID) -> Employee:
        """The employee's own facts; KeyError when there is none."""
        with self._database.reading() as connection:
            found = store.employee(connection, employee_id)
        if found is None:
            raise KeyError(employee_id)
        return found

    def history(self, employee_id: UUID) -> tuple[list[Placement], list[SuperiorTerm]]:
        """Every placement and superior of an employee, oldest first."""
        with self._database.reading() as connection:
            return store.placements_of(connection, employee_id), store.superiors_of(connection, employee_id)

    def heads(self, department_id: UUID) -> list[HeadTerm]:
        """Every head a department has had, oldest first."""
        with self._database.reading() as connection:
            return store.heads_of(connection, department_id)

    def head_names(self, day: date | None = None) -> dict[UUID, Person]:
        """The head of each department on `day` (default today), by department; departments without one are left out."""
        day = day or self.today()
        with self._database.reading() as connection:
            heads = store.heads_on(connection, day)
            known = store.people_by_id(connection, day, list(heads.values()))
        return {department: known[head] for department, head in heads.items() if head in known}

    def person(self, employee_id: UUID, day: date | None = None) -> Person | None:
        """The employee as on `day` (default today); None when he had no place then."""
        with self._database.reading() as connection:
            return store.person(connection, employee_id, day or self.today())

    def people(
        self,
        wanted: EmployeeFilter = EmployeeFilter(),  # noqa: B008 - a frozen value
        *,
        day: date | None = None,
        after: tuple[str, UUID] | None = None,
        limit: int | None = None,
        sort: str = "number",
        descending: bool = False,
    ) -> list[Person]:
        """A page of people as on `day`, by (sort, id) from behind the key `after`; `sort` is "number" or "name"."""
        wanted = replace(wanted, text=rules.clean(wanted.text))
        with self._database.reading() as connection:
            return store.people(
                connection, day or self.today(), wanted, after=after, limit=limit, sort=sort, descending=descending
            )

    def count_people(self, wanted: EmployeeFilter, *, day: date | None = None) -> int:
        """How many people `people` would give without a limit."""
        wanted = replace(wanted, text=rules.clean(wanted.text))
        with self._database.reading() as connection:
            return store.count_people(connection, day or self.today(), wanted)

    def line_of(self, employee_id: UUID, day: date) -> Line:
        """Who stood above the employee on that day: direct superior and head of the department he was in then."""
        with self._database.reading() as connection:
            person = store.person(connection, employee_id, day)
            if person is None:
                return Line(None, None)
            head = rules.on_day(store.heads_of(connection, person.department_id), day)
            wanted = [who for who in (person.superior_id, head.employee_id if head else None) if who]
            known = store.people_by_id(connection, day, wanted)
            return Line(
                known.get(person.superior_id) if person.superior_id else None,
                known.get(head.employee_id) if head and head.employee_id else None,
            )

    def users(self) -> list[UUID]:
        """The employees who may sign in, oldest first."""
        with self._database.reading() as connection:
            return store.user_employees(connection)

    # Verbs

    def found_group(self, draft: Foundation) -> Done[UUID]:
        """First run: the group, its institutions, and the user as the first employee. Gives the user's employee id."""
        refuse_if(rules.problems_in_foundation(draft))
        with self._database.transaction() as connection:
            if store.group(connection) is not None:
                raise Refused("group_exists")
            group_id, me = new_id(), new_id()
            insert_row(connection, store.groups, id=group_id, name=rules.clean(draft.group_name), zone=DEFAULT_ZONE)
            by = By.alone(None)
            ids = [self._put_institution(connection, institution, by) for institution in draft.institutions]
            home = ids[draft.me_institution]
            department = self._put_department(connection, DepartmentDraft(home, draft.me_department), by)
            post = self._put_post(connection, PostDraft(SUPERVISOR, draft.me_post), by)
            today = local_day(self._clock.now())
            employee = EmployeeDraft(
                draft.me_number, draft.me_name, draft.me_sex, today, None, department, post, None, today, me
            )
            self._put_employee(connection, employee, by, fresh=True)
            insert_row(connection, store.users, id=new_id(), employee_id=me, created_at=self._clock.now())
            self._audit(connection, by, "found_group", "group", group_id, None, {"name": draft.group_name})
        return Done(me, TOUCHED)

    def save_institution(self, draft: InstitutionDraft, by: By) -> Done[UUID]:
        """Add or change an institution. Its code never changes once anything was numbered with it."""
        refuse_if(rules.problems_in_institution(draft))
        with self._database.transaction() as connection:
            return Done(self._put_institution(connection, draft, by), TOUCHED)

    def save_department(self, draft: DepartmentDraft, by: By) -> Done[UUID]:
        """Add or change a department and, when `head_since` is given, its head from that day."""
        refuse_if(rules.problems_in_department(draft))
        with self._database.transaction() as connection:
            return Done(self._put_department(connection, draft, by), TOUCHED)

    def save_place(self, draft: PlaceDraft, by: By) -> Done[UUID]:
        """Add or change a place; it stays in its institution."""
        refuse_if(rules.problems_in_place(draft))
        with self._database.transaction() as connection:
            return Done(self._put_place_row(connection, draft, by), TOUCHED)

    add_place = change_place = save_place

    def save_post(self, draft: PostDraft, by: By) -> Done[UUID]:
        """Add or change a post."""
        refuse_if(rules.problems_in_post(draft))
        with self._database.transaction() as connection:
            return Done(self._put_post(connection, draft, by), TOUCHED)

    def save_employee(self, draft: EmployeeDraft, by: By) -> Done[UUID]:
        """Add or change an employee; department, post and superior hold from `draft.since` (default: hire or today)."""
        refuse_if(rules.problems_in_employee(draft))
        with self._database.transaction() as connection:
            return Done(self._put_employee(connection, draft, by, fresh=draft.id is None), TOUCHED)

    def _put_institution(self, connection: Connection, draft: InstitutionDraft, by: By) -> UUID:
        known = {found.code: found for found in store.institution_rows(connection)}
        if draft.code in known and known[draft.code].id != draft.id:
            refuse_if([Problem("code", "code_taken", {"code": draft.code})])
        before = next((found for found in known.values() if found.id == draft.id), None)
        if before is not None and before.code != draft.code:
            refuse_if([Problem("code", "code_fixed")])
        values = {"code": draft.code, "name": rules.clean(draft.name), "region": draft.region, "active": draft.active}
        return self._put(connection, store.institutions, "institution", draft.id, draft.revision, before, values, by)

    def _put_department(self, connection: Connection, draft: DepartmentDraft, by: By) -> UUID:
        known = store.department_rows(connection)
        name = rules.clean(draft.name)
        before = next((found for found in known if found.id == draft.id), None)
        if before is not None and before.institution_id != draft.institution_id:
            refuse_if(
                [Problem("institution_id", "institution_fixed")]
            )  # its people would move with it, in the past too
        if any(
            (found.institution_id, found.name) == (draft.institution_id, name) for found in known if found != before
        ):
            refuse_if([Problem("name", "department_taken", {"name": name})])
        values = {"institution_id": draft.institution_id, "name": name, "active": draft.active}
        done = self._put(connection, store.departments, "department", draft.id, draft.revision, before, values, by)
        if draft.head_since is not None:
            held = rules.on_day(store.heads_of(connection, done), draft.head_since)
            if (held.employee_id if held else None) != draft.head_id:
                self._refuse_rewriting(held, draft.head_since)
                key = {"department_id": done, "since": draft.head_since}
                store.put_term(connection, store.head_terms, key, {"employee_id": draft.head_id})
                after = {**key, "employee_id": draft.head_id}
                self._audit(connection, by, "set_head", "department", done, values_of(held), after)
        return done

    def _put_place_row(self, connection: Connection, draft: PlaceDraft, by: By) -> UUID:
        known = store.place_rows(connection)
        name = rules.clean(draft.name)
        before = next((found for found in known if found.id == draft.id), None)
        if before is not None and before.institution_id != draft.institution_id:
            refuse_if([Problem("institution_id", "place_fixed")])  # its findings would move with it
        if any(
            (found.institution_id, found.name) == (draft.institution_id, name) for found in known if found != before
        ):
            refuse_if([Problem("name", "place_taken", {"name": name})])
        values = {"institution_id": draft.institution_id, "name": name, "kind": draft.kind, "active": draft.active}
        return self._put(connection, store.places, "place", draft.id, draft.revision, before, values, by)

    def _put_post(self, connection: Connection, draft: PostDraft, by: By) -> UUID:
        known = {found.code: found for found in store.post_rows(connection)}
        if draft.code in known and known[draft.code].id != draft.id:
            refuse_if([Problem("code", "code_taken", {"code": draft.code})])
        before = next((found for found in known.values() if found.id == draft.id), None)
        values = {"code": draft.code, "name": rules.clean(draft.name), "active": draft.active}
        return self._put(connection, store.posts, "post", draft.id, draft.revision, before, values, by)

    def _put_employee(self, connection: Connection, draft: EmployeeDraft, by: By, *, fresh: bool) -> UUID:
        number = rules.clean(draft.number)
        if store.number_taken(connection, number, draft.id):
            refuse_if([Problem("number", "number_taken", {"number": number})])
        assert draft.hired_on is not None  # problems_in_employee saw to it
        since = draft.since or (draft.hired_on if fresh else max(draft.hired_on, self.today()))
        ring = draft.id and rules.ring_day(draft.id, draft.superior_id, since, store.superiors_of_all(connection))
        if ring:
            refuse_if([Problem("superior_id", "superior_ring", {"day": ring.isoformat()})])
        before = None if fresh or draft.id is None else store.employee(connection, draft.id)
        values = {
            "number": number,
            "name": rules.clean(draft.name),
            "sex": draft.sex,
            "hired_on": draft.hired_on,
            "left_on": draft.left_on,
            "initials": initials_of(rules.clean(draft.name)),
        }
        if before is not None and draft.left_on is not None and draft.left_on != before.left_on:
            self._ask_for_heirs(connection, before.id, draft.left_on)
        done = self._put(connection, store.employees, "employee", draft.id, draft.revision, before, values, by)
        self._put_place(connection, done, draft, since, by)
        if before is not None and draft.hired_on < before.hired_on:
            self.reach_back(connection, before, draft.hired_on, by)
        return done

    def _ask_for_heirs(self, connection: Connection, employee: UUID, day: date) -> None:
        """Who still leads leaves by `Terms.leave`, which asks to whom that goes."""
        led = store.led_on(connection, TermKind.SUPERIOR, employee, day)
        people = set(led) - store.gone_by(connection, led, day)
        departments = store.led_on(connection, TermKind.HEAD, employee, day)
        if people or departments:
            refuse_if([Problem("left_on", "still_leads", {"people": len(people), "departments": len(departments)})])

    def _refuse_rewriting(self, term: Placement | SuperiorTerm | HeadTerm | None, since: date) -> None:
        """A past entry that began on that very day is corrected with a reason, not written over."""
        if term is not None and term.since == since < self.today():
            field, code = ("head_since", "head_stands") if isinstance(term, HeadTerm) else ("since", "term_stands")
            refuse_if([Problem(field, code, {"day": since.isoformat()})])

    def _put_place(self, connection: Connection, employee: UUID, draft: EmployeeDraft, since: date, by: By) -> None:
        """Write a new dated row only where something changes on that day."""
        key = {"employee_id": employee, "since": since}
        place = rules.on_day(store.placements_of(connection, employee), since)
        if place is None or (place.department_id, place.post_id) != (draft.department_id, draft.post_id):
            self._refuse_rewriting(place, since)
            wanted = {"department_id": draft.department_id, "post_id": draft.post_id}
            store.put_term(connection, store.placements, key, wanted)
            self._audit(connection, by, "place", "employee", employee, values_of(place), {**key, **wanted})
        above = rules.on_day(store.superiors_of(connection, employee), since)
        if (above.superior_id if above else None) != draft.superior_id:
            self._refuse_rewriting(above, since)
            store.put_term(connection, store.superior_terms, key, {"superior_id": draft.superior_id})
            after = {**key, "superior_id": draft.superior_id}
            self._audit(connection, by, "set_superior", "employee", employee, values_of(above), after)
