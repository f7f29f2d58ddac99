"""The finished round as a paper: the fields a form may name, and a result's values for them."""

from __future__ import annotations

from qualitydesk.inspections.printout.fields import FIELDS
from qualitydesk.inspections.printout.points import score_points, score_why
from qualitydesk.inspections.printout.report import report_fields

__all__ = ["FIELDS", "report_fields", "score_points", "score_why"]
