"""What a file of people would do, row by row: pure comparing of what it wants with what is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.directory.model import (
    Department,
    Employee,
    Institution,
    KnownPeople,
    NewDepartment,
    Placement,
    Post,
    RosterChange,
    RosterOptions,
    RosterRow,
    RowState,
    Sex,
    Wanted,
)
from qualitydesk.directory.rules.called import Called
from qualitydesk.directory.rules.columns import NOBODY, day_of, recognised, sex_of
from qualitydesk.directory.rules.people import clean, on_day, problems_in_name, problems_in_number
from qualitydesk.directory.rules.together import checked_together

Step = Callable[[int, int], None]
_EVERY = 200  # rows between two steps
_NAMED = 5  # numbers told at most of those who are called the same


class Row(Protocol):
    """A row as read from a file."""

    @property
    def line(self) -> int: ...
    @property
    def cells(self) -> tuple[str, ...]: ...


def judged(
    head: Sequence[str], rows: Sequence[Row], known: KnownPeople, options: RosterOptions, step: Step = lambda *_: None
) -> tuple[list[RosterRow], tuple[str, ...]]:
    """(every row judged, heads not used). Refused: import_heads, when the staff number's column is missing.

    `step(done, total)` is told now and then and may raise to call it off.
    """
    columns, ignored = recognised(head)
    if "number" not in columns:
        raise Refused("import_heads", heads="、".join(head))
    judge = _Judge(columns, rows, known, options)
    found: list[RosterRow] = []
    for at, row in enumerate(rows):
        if at % _EVERY == 0:
            step(at, len(rows))
        found.append(judge.row(row))
    return checked_together(found, known), ignored


@dataclass(frozen=True)
class _Stood:
    """A known person as he stands on the day his row holds from."""

    employee: Employee
    place: Placement | None
    superior: str


class _Judge:
    """Judges one row after another with everything looked up beforehand."""

    def __init__(
        self, columns: Mapping[str, int], rows: Sequence[Row], known: KnownPeople, options: RosterOptions
    ) -> None:
        self._columns = columns
        self._known = known
        self._options = options
        self._since = options.since or known.today
        self._homes = {word.casefold(): found for found in known.institutions for word in (found.name, found.code)}
        self._departments = {(found.institution_id, found.name): found for found in known.departments}
        self._department_ids = {found.id: found for found in known.departments}
        self._posts = {word.casefold(): found for found in known.posts for word in (found.code, found.name)}
        self._post_ids = {found.id: found for found in known.posts}
        self._numbers = {found.id: number for number, found in known.employees.items()}
        self._in_file = Counter(clean(row.cells[columns["number"]]) for row in rows)
        self._called = Called(
            known, ((self._cell(row, "number"), self._cell(row, "name"), self._cell(row, "left_on")) for row in rows)
        )

    def row(self, row: Row) -> RosterRow:
        """What one row would do."""
        number, name = self._cell(row, "number"), self._cell(row, "name")
        problems = problems_in_number(number)
        if self._in_file[number] > 1 and number:
            problems.append(Problem("number", "import_twice", {"number": number}))
        employee = self._known.employees.get(number)
        wanted = self._wanted(row, number, employee, problems)
        shown = name or (employee.name if employee else "")
        if wanted is None or problems:
            return RosterRow(row.line, number, shown, RowState.REFUSED, problems=tuple(problems))
        if employee is None:
            return RosterRow(row.line, number, shown, RowState.NEW, wanted=wanted)
        changes = tuple(self._changes(wanted, self._stood(employee, wanted.since)))
        problems = self._problems_of_change(wanted, changes)
        if problems:
            return RosterRow(row.line, number, shown, RowState.REFUSED, changes, tuple(problems))
        return RosterRow(row.line, number, shown, RowState.CHANGED if changes else RowState.SAME, changes, (), wanted)

    def _cell(self, row: Row, field: str) -> str:
        at = self._columns.get(field)
        return clean(row.cells[at]) if at is not None else ""

    def _wanted(self, row: Row, number: str, employee: Employee | None, problems: list[Problem]) -> Wanted | None:
        """The person as the row wants him; an empty cell keeps what is known. What is wrong goes into `problems`."""
        hired = self._day(row, "hired_on", employee.hired_on if employee else None, problems)
        left = self._left(row, employee, problems)
        since = self._day(row, "since", None, problems)
        if since is None:
            since = hired if employee is None else max(self._since, hired or self._since)
        name = self._name(row, employee, problems)
        sex = self._sex(row, employee, problems)
        stood = self._stood(employee, since) if employee and since else None
        home = self._home(row, stood, problems)
        department = self._department(row, home, stood, problems)
        post = self._post(row, stood, problems)
        superior = self._superior(row, number, stood, problems)
        if hired and left and left < hired:
            problems.append(Problem("left_on", "left_before_hired"))
        if hired and since and since < hired:
            problems.append(Problem("since", "since_before_hired"))
        if hired is None and not any(problem.field == "hired_on" for problem in problems):
            problems.append(Problem("hired_on", "hired_missing"))
        if hired is None or since is None or sex is None or department is None or post is None:
            return None
        return Wanted(number, name, sex, hired, left, department, post, superior, since, employee)

    def _name(self, row: Row, employee: Employee | None, problems: list[Problem]) -> str:
        name = self._cell(row, "name") or (employee.name if employee else "")
        problems += problems_in_name(name)
        if name and not any(sign.isalpha() for sign in name):
            problems.append(Problem("name", "import_no_name", {"text": name}))
        return name

    def _sex(self, row: Row, employee: Employee | None, problems: list[Problem]) -> Sex | None:
        text = self._cell(row, "sex")
        if not text and employee:
            return employee.sex
        found = sex_of(text)
        if found is None:
            problems.append(Problem("sex", "import_sex", {"text": text}) if text else Problem("sex", "sex_missing"))
        return found

    def _day(self, row: Row, field: str, kept: date | None, problems: list[Problem]) -> date | None:
        text = self._cell(row, field)
        if not text:
            return kept
        found = day_of(text)
        if found is None:
            problems.append(Problem(field, "import_day", {"text": text}))
        return found

    def _left(self, row: Row, employee: Employee | None, problems: list[Problem]) -> date | None:
        kept = employee.left_on if employee else None
        if self._cell(row, "left_on").casefold() not in NOBODY:
            return self._day(row, "left_on", kept, problems)
        if kept is not None and kept <= self._known.today:
            problems.append(Problem("left_on", "import_return"))
        return None

    def _home(self, row: Row, stood: _Stood | None, problems: list[Problem]) -> Institution | None:
        text = self._cell(row, "institution")
        if not text and stood and stood.place:
            home = self._department_ids[stood.place.department_id].institution_id
            return next(found for found in self._known.institutions if found.id == home)
        found = self._homes.get(text.casefold())
        if found is None:
            missing = Problem("institution", "institution_missing")
            unknown = Problem("institution", "import_institution", {"text": text})
            problems.append(unknown if text else missing)
        return found

    def _department(
        self, row: Row, home: Institution | None, stood: _Stood | None, problems: list[Problem]
    ) -> UUID | NewDepartment | None:
        text = self._cell(row, "department")
        kept = self._department_ids[stood.place.department_id] if stood and stood.place else None
        if home is None:
            return None
        if not text and kept is not None and kept.institution_id == home.id:
            return kept.id
        if not text:
            problems.append(Problem("department", "department_missing"))
            return None
        found = self._departments.get((home.id, text))
        if found is not None:
            return self._in_use(found, kept, "department", problems)
        wrong = problems_in_name(text, "department")
        if not wrong and not self._options.create:
            wrong = [Problem("department", "import_department", {"text": text, "institution": home.name})]
        problems += wrong
        return None if wrong else NewDepartment(home.id, text)

    def _post(self, row: Row, stood: _Stood | None, problems: list[Problem]) -> UUID | str | None:
        text = self._cell(row, "post")
        kept = self._post_ids[stood.place.post_id] if stood and stood.place else None
        if not text:
            if kept is None:
                problems.append(Problem("post", "post_missing"))
            return kept.id if kept else None
        found = self._posts.get(text.casefold())
        if found is not None:
            return self._in_use(found, kept, "post", problems)
        wrong = problems_in_name(text, "post")
        if not wrong and not self._options.create:
            wrong = [Problem("post", "import_post", {"text": text})]
        problems += wrong
        return None if wrong else text

    def _in_use(
        self, found: Department | Post, kept: Department | Post | None, field: str, problems: list[Problem]
    ) -> UUID:
        """What is out of use is not given anew; who stands in it stays."""
        if not found.active and found != kept:
            problems.append(Problem(field, "import_out_of_use", {"text": found.name}))
        return found.id

    def _superior(self, row: Row, number: str, stood: _Stood | None, problems: list[Problem]) -> str:
        text = self._cell(row, "superior")
        if not text:
            return stood.superior if stood else ""
        if text.casefold() in NOBODY:
            return ""
        meant = [text] if text in self._known.employees or self._in_file[text] else self._called.numbers(text)
        if not meant:
            problems.append(Problem("superior", "import_superior", {"text": text}))
        elif len(meant) > 1:
            some = "、".join(meant[:_NAMED]) + ("…" if len(meant) > _NAMED else "")
            problems.append(
                Problem("superior", "import_superior_several", {"text": text, "count": len(meant), "numbers": some})
            )
        elif meant[0] == number:
            problems.append(Problem("superior", "own_superior"))
        return meant[0] if len(meant) == 1 else ""

    def _stood(self, employee: Employee, since: date) -> _Stood:
        """Who has not begun by then stands where his first day puts him."""
        places = self._known.placements.get(employee.id, ())
        above = on_day(self._known.superiors.get(employee.id, ()), since)
        place = on_day(places, since) or (places[0] if places else None)
        superior = self._numbers.get(above.superior_id, "") if above and above.superior_id else ""
        return _Stood(employee, place, superior)

    def _changes(self, wanted: Wanted, stood: _Stood) -> Iterable[RosterChange]:
        known = stood.employee
        if wanted.name != known.name:
            yield RosterChange("name", known.name, wanted.name)
        if wanted.sex != known.sex:
            yield RosterChange("sex", known.sex, wanted.sex)
        for field, before, after in (
            ("hired_on", known.hired_on, wanted.hired_on),
            ("left_on", known.left_on, wanted.left_on),
        ):
            if before != after:
                yield RosterChange(field, before.isoformat() if before else "", after.isoformat() if after else "")
        place = stood.place
        if place is None or wanted.department != place.department_id:
            yield RosterChange(
                "department", self._department_words(place.department_id) if place else "",
                self._department_words(wanted.department),
            )  # fmt: skip
        if place is None or wanted.post != place.post_id:
            yield RosterChange("post", self._post_words(place.post_id) if place else "", self._post_words(wanted.post))
        if wanted.superior != stood.superior:
            yield RosterChange("superior", stood.superior, wanted.superior)

    def _problems_of_change(self, wanted: Wanted, changes: tuple[RosterChange, ...]) -> list[Problem]:
        """A past entry that began on that very day is corrected with a reason, not written over."""
        known = wanted.known
        if known is None or wanted.since >= self._known.today:
            return []
        fields = {change.field for change in changes}
        begun = {
            "department": {term.since for term in self._known.placements.get(known.id, ())},
            "superior": {term.since for term in self._known.superiors.get(known.id, ())},
        }
        begun["post"] = begun["department"]
        hit = next((field for field in begun if field in fields and wanted.since in begun[field]), None)
        return [Problem(hit, "term_stands", {"day": wanted.since.isoformat()})] if hit else []

    def _department_words(self, department: UUID | NewDepartment) -> str:
        if isinstance(department, NewDepartment):
            home, name = department.institution_id, department.name
        else:
            home, name = self._department_ids[department].institution_id, self._department_ids[department].name
        code = next(found.code for found in self._known.institutions if found.id == home)
        return f"{code} {name}"

    def _post_words(self, post: UUID | str) -> str:
        return post if isinstance(post, str) else self._post_ids[post].name
