"""Decisions of the directory: what is wrong with a draft, what held on a day, what a file would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.directory.rules.columns import (
        HEADS,
        day_of,
        recognised,
    )
    from qualitydesk.directory.rules.people import (
        LONGEST_NAME,
        LONGEST_NUMBER,
        clean,
        makes_a_ring,
        on_day,
        problems_in_department,
        problems_in_employee,
        problems_in_foundation,
        problems_in_institution,
        problems_in_name,
        problems_in_number,
        problems_in_place,
        problems_in_post,
        ring_day,
        stands,
    )
    from qualitydesk.directory.rules.roster import (
        judged,
    )
    from qualitydesk.directory.rules.terms import (
        needs_why,
        problems_in_leaving,
        problems_in_return,
        problems_in_term,
    )

__all__ = [
    "HEADS",
    "LONGEST_NAME",
    "LONGEST_NUMBER",
    "clean",
    "day_of",
    "judged",
    "makes_a_ring",
    "needs_why",
    "on_day",
    "problems_in_department",
    "problems_in_employee",
    "problems_in_foundation",
    "problems_in_institution",
    "problems_in_leaving",
    "problems_in_name",
    "problems_in_number",
    "problems_in_place",
    "problems_in_post",
    "problems_in_return",
    "problems_in_term",
    "recognised",
    "ring_day",
    "stands",
]

__getattr__ = given_later(
    __name__,
    {
        "HEADS": "columns",
        "LONGEST_NAME": "people",
        "LONGEST_NUMBER": "people",
        "clean": "people",
        "day_of": "columns",
        "judged": "roster",
        "makes_a_ring": "people",
        "needs_why": "terms",
        "on_day": "people",
        "problems_in_department": "people",
        "problems_in_employee": "people",
        "problems_in_foundation": "people",
        "problems_in_institution": "people",
        "problems_in_leaving": "terms",
        "problems_in_name": "people",
        "problems_in_number": "people",
        "problems_in_place": "people",
        "problems_in_post": "people",
        "problems_in_return": "terms",
        "problems_in_term": "terms",
        "recognised": "columns",
        "ring_day": "people",
        "stands": "people",
    },
)
