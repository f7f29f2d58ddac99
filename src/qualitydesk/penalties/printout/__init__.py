"""The papers of penalties and rewards: what each offers to its form, and how the values fill it."""

from __future__ import annotations

from qualitydesk.penalties.printout.acknowledgement import SHEET_FIELDS
from qualitydesk.penalties.printout.appeal import APPEAL_FIELDS, appeal_fields, appeal_number
from qualitydesk.penalties.printout.appendix import APPENDIX_FIELDS, appendix_fields, appendix_number
from qualitydesk.penalties.printout.correction import CORRECTION_FIELDS, Corrected, correction_fields
from qualitydesk.penalties.printout.fields import FIELDS
from qualitydesk.penalties.printout.notice import NOTICE_FIELDS, notice_fields
from qualitydesk.penalties.printout.reward_fields import BULLETIN_FIELDS, CERTIFICATE_FIELDS, SETTLEMENT_FIELDS
from qualitydesk.penalties.printout.slip import slip_fields
from qualitydesk.penalties.printout.trial_fields import TRIAL_FIELDS

__all__ = [
    "APPEAL_FIELDS",
    "APPENDIX_FIELDS",
    "BULLETIN_FIELDS",
    "CERTIFICATE_FIELDS",
    "CORRECTION_FIELDS",
    "FIELDS",
    "NOTICE_FIELDS",
    "SETTLEMENT_FIELDS",
    "SHEET_FIELDS",
    "TRIAL_FIELDS",
    "Corrected",
    "appeal_fields",
    "appeal_number",
    "appendix_fields",
    "appendix_number",
    "correction_fields",
    "notice_fields",
    "slip_fields",
]
