"""What the audit keeps of a slip, declared for its history in words."""

from __future__ import annotations

from qualitydesk.basics.records import Field, Kind, Subject

_VERBS = (
    "propose_slip", "approve_slip", "issue_slip", "withdraw_slip", "erase", "acknowledge_slip", "refuse_slip",
    "appeal_slip", "decide_appeal", "deduct_slip", "close_slip", "note_unanswered", "attach_to_slip", "publish_slip",
    "decide_consequence", "explain_slip", "correct_notice",
)  # fmt: skip

SLIP_RECORD = Subject(
    "slip",
    {verb: f"slip.step.{verb}" for verb in _VERBS},
    (
        Field("state", Kind.CODE, codes="ladder.state"),
        Field("number"),
        Field("round"),
        Field("rung", Kind.CODE, codes="ladder.rung"),
        Field("total", Kind.MONEY),
        Field("approved_on", Kind.DAY),
        Field("approval_way", Kind.CODE, codes="slip.way"),
        Field("approval_note", title="note"),
        Field("appeal_last_day", Kind.DAY),
        Field("unanswered_on", Kind.DAY),
        Field("answer.on", Kind.DAY, "answered_on"),
        Field("answer.accepts", Kind.YES),
        Field("answer.reason", title="refusal_reason"),
        Field("answer.witness_id", Kind.EMPLOYEE, "witness"),
        Field("appeal.by_id", Kind.EMPLOYEE, "appealed_by"),
        Field("appeal.on", Kind.DAY, "appealed_on"),
        Field("appeal.words", title="appeal_words"),
        Field("appeal.late_reason"),
        Field("appeal.outcome", Kind.CODE, codes="appeal.outcome"),
        Field("appeal.decided_on", Kind.DAY),
        Field("appeal.reason", title="decision_reason"),
        Field("appeal.after", Kind.SUMS, "sums", was=(">appeal.before",)),
        Field("consequence", Kind.CODE, codes="points.follows"),
        Field("granted", Kind.YES),
        Field("decided_on", Kind.DAY, verbs=("decide_consequence",)),
        Field("reason", title="decision_reason", verbs=("decide_consequence",)),
        Field("withdrawal_reason"),
        Field("deducted_at", Kind.MOMENT),
        Field("settlement_ref", title="settlement"),
        Field("notice"),
        Field("explanation"),
        Field("correction"),
        Field("closed_at", Kind.MOMENT),
        Field("purpose", Kind.CODE, codes="slip.file"),
        Field("files", Kind.FILES),
    ),
)
"""Ids of papers and moments the entry itself tells are left out."""
