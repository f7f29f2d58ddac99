"""People from a file and into one: judged row by row, taken over all or nothing, given out as they can be read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.initials import initials_of
from qualitydesk.basics.phrases import say
from qualitydesk.directory import rules, store
from qualitydesk.directory.model import (
    EmployeeFilter,
    KnownPeople,
    NewDepartment,
    RosterOptions,
    RosterOutcome,
    RosterPreview,
    RosterRow,
    RowState,
    Wanted,
)
from qualitydesk.directory.service.template import FIELDS, heads_of, template
from qualitydesk.directory.service.writing import TOUCHED, Writer, values_of
from qualitydesk.sheets import Cell, Sheet, SheetOut, read_sheet, write_book, write_table
from qualitydesk.storage.database import Connection, insert_row, update_row

Step = Callable[[int, int], None]
_EVERY = 100


def _no_step(_done: int, _total: int) -> None:
    """Nobody watches."""


class Roster(Writer):
    """Files of people. `step(done, total)` is told how far the work is and may raise to call it off."""

    def preview(self, path: Path, options: RosterOptions = RosterOptions(), step: Step = _no_step) -> RosterPreview:  # noqa: B008 - a frozen value
        """What the file would do; nothing is written. Refused: sheet_… for a bad file, import_heads."""
        return self._judged(read_sheet(path), options, step)

    def again(self, before: RosterPreview, options: RosterOptions, step: Step = _no_step) -> RosterPreview:
        """The same file with other options."""
        return self._judged(_sheet(before), options, step)

    def take_over(self, preview: RosterPreview, by: By, step: Step = _no_step) -> Done[RosterOutcome]:
        """Write what was shown, all of it or nothing.

        Refused: import_refused while a row is, import_nothing, import_outdated when the directory has moved on.
        """
        if preview.count(RowState.REFUSED):
            raise Refused("import_refused", rows=preview.count(RowState.REFUSED))
        with self._database.transaction() as connection:
            known = store.known_people(connection, self._day(connection))
            sheet = _sheet(preview)
            rows, _ = rules.judged(
                sheet.head, sheet.rows, known, preview.options, lambda done, all_: step(done, 2 * all_)
            )
            if tuple(rows) != preview.rows:
                raise Refused("import_outdated")
            acting = [row for row in rows if row.state is not RowState.SAME]
            if not acting:
                raise Refused("import_nothing")
            taking = _Taking(self, connection, known, by)
            taking.make_places(preview)
            outcome = taking.take(acting, lambda done, total: step(total + done, 2 * total))
            said = {"added": outcome.added, "changed": outcome.changed}
            self._audit(connection, by, "import_people", "directory", new_id(), None, said)
        return Done(outcome, TOUCHED)

    def write_people(self, path: Path, language: str, wanted: EmployeeFilter, *, day: date | None = None) -> int:
        """People as on `day` (default today) in the columns of the template; it reads back as the same."""
        with self._database.reading() as connection:
            day = day or self._day(connection)
            people = store.people(connection, day, replace(wanted, text=rules.clean(wanted.text)))
            numbers = store.numbers(connection)
            codes = {found.id: found.code for found in store.institution_rows(connection)}

        def rows() -> Iterator[tuple[Cell, ...]]:
            for person in people:
                yield (
                    person.number, person.name, say(language, f"sex.{person.sex}"), codes[person.institution_id],
                    person.department, person.post, numbers[person.superior_id] if person.superior_id else "",
                    person.hired_on, person.left_on, person.superior,
                )  # fmt: skip

        head = [*heads_of(language, FIELDS), say(language, "roster.head.superior_name")]
        name = say(language, "roster.people")
        return write_table(path, SheetOut(name, head, rows(), widths=(12, 14, 8, 12, 18, 18, 12, 13, 13, 14)))

    def write_standings(self, path: Path, language: str, wanted: EmployeeFilter, day: date) -> int:
        """Who stood where under whom on a day, as `Terms.standings` tells it."""
        with self._database.reading() as connection:
            people = store.people(connection, day, replace(wanted, text=rules.clean(wanted.text)))
            numbers = store.numbers(connection)
            heads = store.heads_on(connection, day)
            names = store.names_of(connection, list(set(heads.values())))

        def rows() -> Iterator[tuple[Cell, ...]]:
            for person in people:
                head = heads.get(person.department_id)
                yield (
                    person.number, person.name, person.institution, person.department, person.post,
                    numbers[person.superior_id] if person.superior_id else "", person.superior,
                    numbers[head] if head else "", names[head] if head else "",
                )  # fmt: skip

        fields = ("number", "name", "institution_name", "department", "post", "superior", "superior_name")
        head = [*heads_of(language, fields), *heads_of(language, ("head_number", "head"))]
        name = say(language, "roster.people_on", day=day.isoformat())
        return write_table(path, SheetOut(name, head, rows(), widths=(12, 14, 24, 18, 18, 12, 14, 12, 14)))

    def write_template(self, path: Path, language: str) -> int:
        """An empty table with an example and the values allowed; for a CSV only the head."""
        with self._database.reading() as connection:
            known = store.known_people(connection, self._day(connection))
        if path.suffix.casefold() == ".csv":
            return write_table(path, SheetOut("", heads_of(language), ()))
        return write_book(path, template(language, known))

    def _judged(self, sheet: Sheet, options: RosterOptions, step: Step) -> RosterPreview:
        with self._database.reading() as connection:
            known = store.known_people(connection, self._day(connection))
        rows, ignored = rules.judged(sheet.head, sheet.rows, known, options, step)
        wanted = [row.wanted for row in rows if row.wanted]
        departments = dict.fromkeys(one.department for one in wanted if isinstance(one.department, NewDepartment))
        posts = dict.fromkeys(one.post for one in wanted if isinstance(one.post, str))
        return RosterPreview(tuple(rows), options, ignored, tuple(departments), tuple(posts), sheet)


def _sheet(preview: RosterPreview) -> Sheet:
    assert isinstance(preview.sheet, Sheet)
    return preview.sheet


class _Taking:
    """One taking over inside its transaction: what is new at once, what changes row by row."""

    def __init__(self, service: Roster, connection: Connection, known: KnownPeople, by: By) -> None:
        self._service = service
        self._connection = connection
        self._known = known
        self._by = by
        self._ids = {number: found.id for number, found in known.employees.items()}
        self._departments: dict[NewDepartment, UUID] = {}
        self._posts: dict[str, UUID] = {}

    def make_places(self, preview: RosterPreview) -> None:
        """Departments and posts the file brings along."""
        for department in preview.new_departments:
            made = {"institution_id": department.institution_id, "name": department.name, "active": True}
            self._departments[department] = self._put(store.departments, "department", made)
        taken = {found.code for found in self._known.posts}
        for name in preview.new_posts:
            code = next(code for at in range(1, 10_000) if (code := f"post_{at}") not in taken)
            taken.add(code)
            self._posts[name] = self._put(store.posts, "post", {"code": code, "name": name, "active": True})

    def take(self, rows: list[RosterRow], step: Step) -> RosterOutcome:
        """Every row that does anything."""
        fresh = [row.wanted for row in rows if row.state is RowState.NEW and row.wanted]
        changed = [row.wanted for row in rows if row.state is RowState.CHANGED and row.wanted]
        self._ids.update({wanted.number: new_id() for wanted in fresh})
        self._add(fresh)
        for at, wanted in enumerate((*fresh, *changed)):
            if at % _EVERY == 0:
                step(at, len(rows))
            if wanted.known is None:
                after = {**self._own(wanted), **self._place(wanted), "superior_id": self._above(wanted)}
                self._tell("add_employee", self._ids[wanted.number], None, {**after, "since": wanted.since})
            else:
                self._change(wanted)
        return RosterOutcome(len(fresh), len(changed))

    def _put(self, table: Any, subject: str, values: dict[str, Any]) -> UUID:
        made = new_id()
        insert_row(self._connection, table, id=made, **values)
        self._service._audit(self._connection, self._by, f"add_{subject}", subject, made, None, values)
        return made

    def _tell(self, verb: str, who: UUID, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        self._service._audit(self._connection, self._by, verb, "employee", who, before, after)

    def _add(self, fresh: list[Wanted]) -> None:
        keys = [{"employee_id": self._ids[wanted.number], "since": wanted.since} for wanted in fresh]
        store.add_rows(
            self._connection,
            store.employees,
            [{"id": self._ids[wanted.number], **self._own(wanted)} for wanted in fresh],
        )
        both = list(zip(keys, fresh, strict=True))
        store.add_rows(self._connection, store.placements, [{**key, **self._place(wanted)} for key, wanted in both])
        terms = [{**key, "superior_id": self._above(wanted)} for key, wanted in both if wanted.superior]
        store.add_rows(self._connection, store.superior_terms, terms)

    def _own(self, wanted: Wanted) -> dict[str, Any]:
        return {
            "number": wanted.number,
            "name": wanted.name,
            "sex": wanted.sex,
            "hired_on": wanted.hired_on,
            "left_on": wanted.left_on,
            "initials": initials_of(wanted.name),
        }

    def _place(self, wanted: Wanted) -> dict[str, Any]:
        department = wanted.department
        return {
            "department_id": self._departments[department] if isinstance(department, NewDepartment) else department,
            "post_id": self._posts[wanted.post] if isinstance(wanted.post, str) else wanted.post,
        }

    def _above(self, wanted: Wanted) -> UUID | None:
        return self._ids[wanted.superior] if wanted.superior else None

    def _change(self, wanted: Wanted) -> None:
        known = wanted.known
        assert known is not None
        own = self._own(wanted)
        if (wanted.name, wanted.sex, wanted.hired_on, wanted.left_on) != (
            known.name, known.sex, known.hired_on, known.left_on,
        ):  # fmt: skip
            update_row(self._connection, store.employees, known.id, known.revision, **own)
            self._tell("change_employee", known.id, values_of(known), own)
        key = {"employee_id": known.id, "since": wanted.since}
        place = self._held(self._known.placements.get(known.id, ()), wanted.since)
        wish = self._place(wanted)
        if place is None or (place.department_id, place.post_id) != (wish["department_id"], wish["post_id"]):
            store.put_term(self._connection, store.placements, key, wish)
            self._tell("place", known.id, values_of(place), {**key, **wish})
        above = rules.on_day(self._known.superiors.get(known.id, ()), wanted.since)
        if (above.superior_id if above else None) != self._above(wanted):
            store.put_term(self._connection, store.superior_terms, key, {"superior_id": self._above(wanted)})
            self._tell("set_superior", known.id, values_of(above), {**key, "superior_id": self._above(wanted)})
        if wanted.hired_on < known.hired_on:
            self._service.reach_back(self._connection, known, wanted.hired_on, self._by)

    @staticmethod
    def _held(places: tuple[Any, ...], day: date) -> Any:
        return rules.on_day(places, day) or (places[0] if places else None)
