"""Decisions of the directory: what is wrong with a draft, what held on a day, whether superiors form a ring."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeDraft,
    Foundation,
    InstitutionDraft,
    PlaceDraft,
    Placement,
    PostDraft,
    Stand,
    SuperiorTerm,
)

_CODE = re.compile(r"[A-Z]{2,6}")
_POST_CODE = re.compile(r"[a-z][a-z0-9_]{1,30}")
_NUMBER = re.compile(r"[A-Za-z0-9._-]+")
LONGEST_NAME = 40
LONGEST_NUMBER = 20
_PICTURES = frozenset(("So", "Cs", "Cc", "Cf"))  # pictographs, halves of characters, what nobody sees
_SHADES = re.compile(
    "[\U0001f3fb-\U0001f3ff\ufe00-\ufe0f\U000e0100-\U000e01ef\u20e3]"
)  # these only colour or vary another


class _Dated(Protocol):
    @property
    def since(self) -> date: ...


D = TypeVar("D", bound=_Dated)


def on_day(terms: Iterable[D], day: date) -> D | None:
    """The term that holds on `day`: the latest that began on it or before; None before the first."""
    begun = [term for term in terms if term.since <= day]
    return max(begun, key=lambda term: term.since) if begun else None


def clean(text: str) -> str:
    """Text as kept: outer blanks gone, inner runs of blanks one."""
    return " ".join(text.split())


def problems_in_name(name: str, field: str = "name", longest: int = LONGEST_NAME) -> list[Problem]:
    """A name is 1 to `longest` characters; any script, any sign a real name carries, no pictures."""
    name = clean(name)
    if not name:
        return [Problem(field, "name_missing")]
    if _SHADES.search(name) or any(unicodedata.category(sign) in _PICTURES for sign in name):
        return [Problem(field, "name_pictures")]
    if len(name) > longest:
        return [Problem(field, "name_long", {"longest": longest})]
    return []


def problems_in_number(number: str, field: str = "number") -> list[Problem]:
    """A staff number is 1 to 20 Latin letters, digits, hyphens, underscores and dots; others are easily taken wrong."""
    number = clean(number)
    if not number:
        return [Problem(field, "number_missing")]
    if len(number) > LONGEST_NUMBER:
        return [Problem(field, "number_long", {"longest": LONGEST_NUMBER})]
    if not _NUMBER.fullmatch(number):
        return [Problem(field, "number_signs")]
    return []


def problems_in_institution(draft: InstitutionDraft) -> list[Problem]:
    """What keeps an institution from being saved."""
    found = problems_in_name(draft.name, longest=80)
    if not _CODE.fullmatch(draft.code):
        found.append(Problem("code", "institution_code"))
    if draft.region is None:
        found.append(Problem("region", "region_missing"))
    return found


def problems_in_department(draft: DepartmentDraft) -> list[Problem]:
    """What keeps a department from being saved."""
    found = problems_in_name(draft.name)
    if draft.institution_id is None:
        found.append(Problem("institution_id", "institution_missing"))
    if draft.head_id is not None and draft.head_since is None:
        found.append(Problem("head_since", "since_missing"))
    return found


def problems_in_place(draft: PlaceDraft) -> list[Problem]:
    """What keeps a place from being saved."""
    found = problems_in_name(draft.name)
    if draft.institution_id is None:
        found.append(Problem("institution_id", "institution_missing"))
    if draft.kind is None:
        found.append(Problem("kind", "place_kind_missing"))
    return found


def problems_in_post(draft: PostDraft) -> list[Problem]:
    """What keeps a post from being saved."""
    found = problems_in_name(draft.name)
    if not _POST_CODE.fullmatch(draft.code):
        found.append(Problem("code", "post_code"))
    return found


def problems_in_employee(draft: EmployeeDraft) -> list[Problem]:
    """What keeps an employee from being saved, apart from what only the database knows."""
    found = [*problems_in_number(draft.number), *problems_in_name(draft.name)]
    if draft.sex is None:
        found.append(Problem("sex", "sex_missing"))
    if draft.hired_on is None:
        found.append(Problem("hired_on", "hired_missing"))
    if draft.department_id is None:
        found.append(Problem("department_id", "department_missing"))
    if draft.post_id is None:
        found.append(Problem("post_id", "post_missing"))
    if draft.hired_on and draft.left_on and draft.left_on < draft.hired_on:
        found.append(Problem("left_on", "left_before_hired"))
    if draft.hired_on and draft.since and draft.since < draft.hired_on:
        found.append(Problem("since", "since_before_hired"))
    if draft.id is not None and draft.superior_id == draft.id:
        found.append(Problem("superior_id", "own_superior"))
    return found


def problems_in_foundation(draft: Foundation) -> list[Problem]:
    """What keeps the group from being founded; fields of institution n are `institutions.n.code` and so on."""
    found = problems_in_name(draft.group_name, "group_name", 80)
    if not draft.institutions:
        found.append(Problem("institutions", "no_institution"))
    codes: set[str] = set()
    for index, institution in enumerate(draft.institutions):
        for problem in problems_in_institution(institution):
            found.append(Problem(f"institutions.{index}.{problem.field}", problem.code, problem.values))
        if institution.code and institution.code in codes:
            found.append(Problem(f"institutions.{index}.code", "code_taken", {"code": institution.code}))
        codes.add(institution.code)
    for field in ("me_name", "me_department", "me_post"):
        found += problems_in_name(getattr(draft, field), field)
    found += problems_in_number(draft.me_number, "me_number")
    if draft.me_sex is None:
        found.append(Problem("me_sex", "sex_missing"))
    if draft.institutions and not 0 <= draft.me_institution < len(draft.institutions):
        found.append(Problem("me_institution", "institution_missing"))
    return found


def makes_a_ring(employee: UUID, superior: UUID | None, superiors: Mapping[UUID, UUID | None]) -> bool:
    """Whether `employee` under `superior` would, up the line of that day, answer to himself."""
    seen = set()
    above = superior
    while above is not None and above not in seen:
        if above == employee:
            return True
        seen.add(above)
        above = superiors.get(above)
    return False


def ring_day(employee: UUID, superior: UUID | None, since: date, terms: Sequence[SuperiorTerm]) -> date | None:
    """The first day on which `employee` under `superior` from `since` on would answer to himself; None = never.

    `terms` are everybody's. The new term lasts until the employee's own next one; what others change meanwhile counts.
    """
    if superior is None:
        return None
    own = [term.since for term in terms if term.employee_id == employee and term.since > since]
    until = min(own, default=date.max)
    above: dict[UUID, UUID | None] = {}
    changing: dict[date, list[SuperiorTerm]] = {since: []}
    for term in sorted(terms, key=attrgetter("since")):
        changing.setdefault(max(term.since, since), []).append(term)
    for day, begun in changing.items():
        if day >= until:
            break
        above.update({term.employee_id: term.superior_id for term in begun})
        if makes_a_ring(employee, superior, above):
            return day
    return None


def stands(placements: Sequence[Placement], superiors: Sequence[SuperiorTerm]) -> list[Stand]:
    """An employee's history in one row of lines, oldest first, a line only where something really changes."""
    found: list[Stand] = []
    for day in sorted({place.since for place in placements} | {term.since for term in superiors}):
        place, above = on_day(placements, day), on_day(superiors, day)
        if place is None:
            continue
        now = Stand(day, place.department_id, place.post_id, above.superior_id if above else None)
        if not found or replace(found[-1], since=day) != now:
            found.append(now)
    return found
