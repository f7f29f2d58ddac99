"""Slips as papers: what they offer to their forms, and how a slip, its appeal and a notice fill them."""

from __future__ import annotations

from qualitydesk.penalties.printout.appeal import APPEAL_FIELDS, appeal_fields, appeal_number
from qualitydesk.penalties.printout.fields import FIELDS
from qualitydesk.penalties.printout.notice import NOTICE_FIELDS, notice_fields
from qualitydesk.penalties.printout.slip import slip_fields

__all__ = [
    "APPEAL_FIELDS",
    "FIELDS",
    "NOTICE_FIELDS",
    "appeal_fields",
    "appeal_number",
    "notice_fields",
    "slip_fields",
]
