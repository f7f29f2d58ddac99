"""Decisions of the directory: what is wrong with a draft, what held on a day, what a file would change."""

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
