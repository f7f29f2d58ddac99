"""Rows of penalties in, values out; each piece is imported when first asked for, since the first page needs few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.penalties.store.life import (
        add_appeal,
        amounts,
        answer,
        appeal,
        by_check,
        by_number,
        decide_appeal,
        file,
        files,
        parts,
        payers,
        put_answer,
        set_amounts,
        silent,
    )
    from qualitydesk.penalties.store.rows import (
        add_payments,
        add_slip,
        lines,
        live_of,
        live_of_round,
        paid_by,
        past_of,
        slip,
        waiting,
        withdrawn_of,
    )
    from qualitydesk.penalties.store.tables import slip_answers, slip_appeals, slip_files, slip_payments, slips
    from qualitydesk.penalties.store.undecided import waiting_rounds

__all__ = [
    "add_appeal",
    "add_payments",
    "add_slip",
    "amounts",
    "answer",
    "appeal",
    "by_check",
    "by_number",
    "decide_appeal",
    "file",
    "files",
    "lines",
    "live_of",
    "live_of_round",
    "paid_by",
    "parts",
    "past_of",
    "payers",
    "put_answer",
    "set_amounts",
    "silent",
    "slip",
    "slip_answers",
    "slip_appeals",
    "slip_files",
    "slip_payments",
    "slips",
    "waiting",
    "waiting_rounds",
    "withdrawn_of",
]

__getattr__ = given_later(
    __name__,
    {
        "slips": "tables",
        "slip_answers": "tables",
        "slip_appeals": "tables",
        "slip_files": "tables",
        "add_appeal": "life",
        "amounts": "life",
        "answer": "life",
        "appeal": "life",
        "by_number": "life",
        "by_check": "life",
        "decide_appeal": "life",
        "file": "life",
        "files": "life",
        "parts": "life",
        "payers": "life",
        "put_answer": "life",
        "set_amounts": "life",
        "silent": "life",
        "slip_payments": "tables",
        "add_slip": "rows",
        "add_payments": "rows",
        "slip": "rows",
        "lines": "rows",
        "live_of": "rows",
        "live_of_round": "rows",
        "withdrawn_of": "rows",
        "waiting_rounds": "undecided",
        "past_of": "rows",
        "paid_by": "rows",
        "waiting": "rows",
    },
)
