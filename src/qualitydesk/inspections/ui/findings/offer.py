"""What the filters of the findings offer, read in one go off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from qualitydesk.directory.model import Department, EmployeeFilter, Institution, Person
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.service import Standards


@dataclass(frozen=True)
class FindingOffer:
    """Institutions, departments, everybody who was ever here, and every pack."""

    today: date
    institutions: tuple[Institution, ...]
    departments: tuple[Department, ...]
    people: tuple[Person, ...]
    packs: tuple[Pack, ...]


def read_offer(directory: Directory, standards: Standards) -> FindingOffer:
    """Everything at once, for `operations.read`."""
    return FindingOffer(
        directory.today(),
        tuple(directory.institutions()),
        tuple(directory.departments()),
        tuple(directory.people(EmployeeFilter(with_left=True))),
        tuple(standards.all_packs()),
    )


PERIODS = ("week", "month", "last_month", "quarter", "year", "twelve_months")


def period_days(period: str, today: date) -> tuple[date | None, date | None]:
    """First and last day of a named period, both included; None = open."""
    first = today.replace(day=1)
    if period == "week":
        return today - timedelta(days=6), today
    if period == "month":
        return first, today
    if period == "last_month":
        last = first - timedelta(days=1)
        return last.replace(day=1), last
    if period == "quarter":
        return today - timedelta(days=89), today
    if period == "year":
        return today.replace(month=1, day=1), today
    if period == "twelve_months":
        return today - timedelta(days=364), today
    return None, None
