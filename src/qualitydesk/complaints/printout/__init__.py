"""Cases on paper: the fields their forms may name, and the values of a case, a payment, a month for them."""

from __future__ import annotations

from qualitydesk.complaints.printout.case import CasePaper, blank_fields, case_fields
from qualitydesk.complaints.printout.case_fields import CASE_FIELDS
from qualitydesk.complaints.printout.hiding import hidden
from qualitydesk.complaints.printout.month import MONTH_FIELDS, month_fields
from qualitydesk.complaints.printout.month_rows import MonthPaper, month_words, percent
from qualitydesk.complaints.printout.refund import REFUND_FIELDS, payment_number, refund_fields
from qualitydesk.complaints.printout.words import Words
from qualitydesk.complaints.printout.workbook import month_tables

__all__ = [
    "CASE_FIELDS",
    "MONTH_FIELDS",
    "REFUND_FIELDS",
    "CasePaper",
    "MonthPaper",
    "Words",
    "blank_fields",
    "case_fields",
    "hidden",
    "month_fields",
    "month_tables",
    "month_words",
    "payment_number",
    "percent",
    "refund_fields",
]
