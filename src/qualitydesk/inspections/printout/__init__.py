"""The finished round as a paper: the fields a form may name, and a result's values for them."""

from __future__ import annotations

from qualitydesk.inspections.printout.checklist import CHECKLIST_FIELDS, checklist_fields
from qualitydesk.inspections.printout.experience import experience_fields
from qualitydesk.inspections.printout.extras import PhotoOn
from qualitydesk.inspections.printout.fields import EXPERIENCE_FIELDS, FIELDS
from qualitydesk.inspections.printout.handbook import HANDBOOK_FIELDS, Chapter, HandbookHead, handbook_fields
from qualitydesk.inspections.printout.points import score_points, score_why
from qualitydesk.inspections.printout.report import report_fields

__all__ = [
    "CHECKLIST_FIELDS",
    "EXPERIENCE_FIELDS",
    "FIELDS",
    "HANDBOOK_FIELDS",
    "Chapter",
    "HandbookHead",
    "PhotoOn",
    "checklist_fields",
    "experience_fields",
    "handbook_fields",
    "report_fields",
    "score_points",
    "score_why",
]
