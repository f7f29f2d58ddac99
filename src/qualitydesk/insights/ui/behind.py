"""What lies behind a point, a bar or a cell of a chart: the filter of the list that shows these very rows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from qualitydesk.complaints.model import CaseFilter, Level, SubjectKind
from qualitydesk.insights.model.trends import TrendFilter, TrendName, TrendOffer
from qualitydesk.insights.rules import over_time
from qualitydesk.inspections.model import Among, FindingFilter, RoundKind

T = TypeVar("T")
Behind = FindingFilter | CaseFilter | UUID | None
"""A list of findings or cases, one person or measure, or nothing to go to."""


def behind(name: TrendName, key: str, wanted: TrendFilter, offer: TrendOffer) -> Behind:
    """Where a row of a chart leads. The list of cases knows one institution: several narrow nothing there."""
    wanted = replace(wanted, items=offer.codes(wanted.items))
    match name:
        case TrendName.FAILS:
            first = date.fromisoformat(key)
            return findings(wanted, first, over_time.after(wanted.span, first) - timedelta(days=1))
        case TrendName.COMPLAINTS:
            first = date.fromisoformat(key)
            return cases(wanted, first, over_time.after(wanted.span, first) - timedelta(days=1))
        case TrendName.ITEMS:
            return None if key.startswith("~") else findings(wanted, wanted.first, wanted.last, item=key)
        case TrendName.SUBJECTS:
            with suppress(ValueError):
                return cases(wanted, wanted.first, wanted.last, SubjectKind(key))
            return None
        case TrendName.FUNNEL:
            return findings(wanted, wanted.first, wanted.last, home=UUID(key))
        case TrendName.INSTITUTION_ITEM:
            item, column = key.split("\n")
            home = next((one for one, words in offer.institutions if words == column), None)
            return findings(wanted, wanted.first, wanted.last, item=item, home=home)
        case TrendName.ITEM_DEPARTMENT:
            item, column = key.split("\n")
            found = [one for one, home, words in offer.departments
                     if words == column and (not wanted.institutions or home in wanted.institutions)]  # fmt: skip
            there = replace(
                wanted, departments=tuple(one for one in found if one in wanted.departments or not wanted.departments)
            )
            return findings(there, wanted.first, wanted.last, item=item)
        case TrendName.EFFECTS:
            return UUID(key)
        case TrendName.COVERAGE:
            kind, one = key.split("\n")
            return UUID(one) if kind == "person" else None
        case _:
            return None


def findings(
    wanted: TrendFilter,
    first: date,
    last: date,
    *,
    item: str = "",
    home: UUID | None = None,
    department: UUID | None = None,
) -> FindingFilter:
    """The findings of some days."""
    return FindingFilter(
        since=first,
        until=last,
        among=Among(
            () if home or department else several(wanted.institutions),
            () if department else several(wanted.departments),
            tuple(RoundKind(one) for one in several(wanted.kinds)),
            () if item else several(wanted.items),
            failed=True,
        ),
        institution_id=home or _only(wanted.institutions),
        department_id=department or _only(wanted.departments),
        kind=RoundKind(wanted.kinds[0]) if len(wanted.kinds) == 1 else None,
        item_code=item or (wanted.items[0] if len(wanted.items) == 1 else ""),
    )


def cases(wanted: TrendFilter, first: date, last: date, subject: SubjectKind | None = None) -> CaseFilter:
    """The cases received on some days."""
    return CaseFilter(
        institution_id=_only(wanted.institutions),
        levels=tuple(Level(one) for one in wanted.levels),
        received_from=first,
        received_to=last,
        subject=subject,
    )


def several(chosen: tuple[T, ...]) -> tuple[T, ...]:
    """What was chosen, where one choice alone cannot stand for it."""
    return chosen if len(chosen) > 1 else ()


def _only(ids: tuple[UUID, ...]) -> UUID | None:
    return ids[0] if len(ids) == 1 else None
