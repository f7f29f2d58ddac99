"""What rows of a file of people do to each other: superiors in a ring, leavers whom others would still answer to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import KnownPeople, RosterRow, RowState
from qualitydesk.directory.rules.people import on_day

Terms = dict[str, dict[date, str]]
"""By staff number: from which day on under which number, "" for nobody."""


def checked_together(rows: list[RosterRow], known: KnownPeople) -> list[RosterRow]:
    """The rows, those refused that would make a ring or leave others without a superior. Everybody's terms are played
    through as they would stand with the file taken over."""
    terms = _terms(rows, known)
    rings = _rings(rows, terms)
    leading = _still_leading(rows, known, terms)
    return [_refused(row, rings.get(row.number), leading.get(row.number)) if row.wanted else row for row in rows]


def _refused(row: RosterRow, ring: date | None, leading: tuple[int, int] | None) -> RosterRow:
    problems: list[Problem] = []
    if ring is not None:
        problems.append(Problem("superior", "superior_ring", {"day": ring.isoformat()}))
    if leading is not None:
        problems.append(Problem("left_on", "import_leads", {"people": leading[0], "departments": leading[1]}))
    if not problems:
        return row
    return replace(row, state=RowState.REFUSED, wanted=None, problems=tuple(problems))


def _terms(rows: list[RosterRow], known: KnownPeople) -> Terms:
    """Who answers to whom from when, with what the file changes."""
    numbers = {found.id: number for number, found in known.employees.items()}
    terms: Terms = {}
    for employee, own in known.superiors.items():
        terms[numbers[employee]] = {
            term.since: numbers.get(term.superior_id, "") if term.superior_id else "" for term in own
        }
    for row in rows:
        if row.wanted is not None and _moves(row):
            terms.setdefault(row.number, {})[row.wanted.since] = row.wanted.superior
    return terms


def _moves(row: RosterRow) -> bool:
    return row.state is RowState.NEW or any(change.field == "superior" for change in row.changes)


def _rings(rows: list[RosterRow], terms: Terms) -> dict[str, date]:
    """Whose row would close a ring, with the first day of it."""
    asked = {row.number: row.wanted.since for row in rows if row.wanted is not None and _moves(row)}
    if not asked:
        return {}
    first = min(asked.values())
    days: dict[date, dict[str, str]] = {}
    for number, own in terms.items():
        for day, superior in own.items():
            days.setdefault(day, {})[number] = superior
    above: dict[str, str] = {}
    rings: dict[str, date] = {}
    for day in sorted(days):
        above.update(days[day])
        if day >= first:
            caught = {one for number in days[day] for one in _ring(number, above)} & asked.keys()
            rings.update({number: day for number in caught if number not in rings})
    return rings


def _ring(number: str, above: Mapping[str, str]) -> list[str]:
    """Who answers to himself through `number`, up the line; nobody when the line ends."""
    line = [number]
    at = above.get(number, "")
    while at and at not in line:
        line.append(at)
        at = above.get(at, "")
    return line[line.index(at) :] if at else []


def _still_leading(rows: list[RosterRow], known: KnownPeople, terms: Terms) -> dict[str, tuple[int, int]]:
    """(people, departments) who leaves by the file would still lead on that day; only those who lead any."""
    leavers = {
        row.number: row.wanted.left_on
        for row in rows
        if row.wanted is not None and row.wanted.left_on is not None and _leaves(row)
    }
    if not leavers:
        return {}
    gone = {number: found.left_on for number, found in known.employees.items()}
    gone.update({row.number: row.wanted.left_on for row in rows if row.wanted is not None})
    people: Counter[str] = Counter()
    for number, own in terms.items():
        days = sorted(own)
        for leaver in set(own.values()) & leavers.keys():
            day = leavers[leaver]
            place = bisect_right(days, day) - 1
            until = gone.get(number)
            if place >= 0 and own[days[place]] == leaver and (until is None or until > day):
                people[leaver] += 1
    departments: Counter[str] = Counter()
    for leaver, day in leavers.items():
        found = known.employees.get(leaver)
        held = (on_day(heads, day) for heads in known.heads.values())
        departments[leaver] = sum(
            found is not None and term is not None and term.employee_id == found.id for term in held
        )
    return {
        number: (people[number], departments[number]) for number in leavers if people[number] or departments[number]
    }


def _leaves(row: RosterRow) -> bool:
    return row.state is RowState.NEW or any(change.field == "left_on" for change in row.changes)
