"""What the audit keeps of a case, declared for its history in words."""

from __future__ import annotations

from qualitydesk.basics.records import Field, Kind, Subject
from qualitydesk.complaints.model import CaseVerb, Step

_OVER = "12"  # the step column of a case whose steps are all left
_STEPS = {**{str(int(step)): f"case_step.{step.code}" for step in Step}, _OVER: "case_stage.done"}
_SUMS = {kind: f"money_kind.{kind}" for kind in ("refund", "compensation")}
_EMPLOYEE = Field("", Kind.EMPLOYEE)

CASE_RECORD = Subject(
    "case",
    {
        **{f"case_{verb}": f"case_verb.{verb}" for verb in CaseVerb},
        "open_case": "case_verb.open",
        "split_case": "record.verb.split_case",
        "change_note": "record.verb.change_note",
        "unmask": "record.verb.unmask",
        "erase": "record.verb.erase",
    },
    (
        Field("number"),
        Field("step", Kind.CODE, says=_STEPS),
        Field("stage", Kind.CODE, codes="case_stage"),
        Field("institution_id", Kind.INSTITUTION, "institution"),
        Field("department_id", Kind.DEPARTMENT, "department"),
        Field("received_at", Kind.MOMENT),
        Field("received_by", Kind.EMPLOYEE),
        Field("backdate_reason"),
        Field("channel", Kind.CODE, codes="channel"),
        Field("complainant", Kind.NAME),
        Field("complainant_phone", Kind.TELEPHONE),
        Field("anonymous", Kind.YES),
        Field("relation", Kind.CODE, codes="relation"),
        Field("patient", Kind.NAME),
        Field("patient_phone", Kind.TELEPHONE),
        Field("happened_on", Kind.DAY),
        Field("place", title="spot"),
        Field("node", Kind.CODE, codes="service_node"),
        Field("outside_number"),
        Field("narrative"),
        Field("demand"),
        Field("intent"),
        Field("remedies", Kind.CODES, codes="remedy"),
        Field("handler_id", Kind.EMPLOYEE, "handler"),
        Field("at", Kind.MOMENT),
        Field("kind", Kind.CODE, codes="note_kind", says=_SUMS),
        Field("amount", Kind.MONEY),
        Field("way", Kind.CODE, codes="pay_way"),
        Field("level", Kind.CODE, codes="level", was=(">before",)),
        Field("criterion", Kind.CODE, codes="criterion"),
        Field("cause"),
        Field("refund", Kind.MONEY),
        Field("compensation", Kind.MONEY),
        Field("result", Kind.CODE, codes="agreement"),
        Field("people", Kind.ROWS, parts=(
            _EMPLOYEE, Field("", Kind.CODE, codes="case_role"), Field("", Kind.CODE, codes="responsibility"))),
        Field("subjects", Kind.ROWS, parts=(
            Field("", Kind.CODE, codes="subject"), Field("", Kind.CODE, codes="outcome"))),
        Field("outcomes", Kind.ROWS, parts=(None, Field("", Kind.CODE, codes="outcome"))),
        Field("handled", Kind.ROWS, parts=(
            _EMPLOYEE, Field("", Kind.CODE, codes="handling_role"), Field("", Kind.CODE, codes="sanction"),
            Field("", Kind.MONEY))),
        Field("fine", Kind.MONEY),
        Field("externals", Kind.ROWS, parts=(
            Field("", Kind.CODE, codes="external"), Field("", Kind.MOMENT))),
        Field("external", Kind.CODE, codes="external"),
        Field("until", Kind.MOMENT, was=(">until_before",)),
        Field("reference"),
        Field("answered", Kind.MOMENT),
        Field("attempt"),
        Field("reached", Kind.YES),
        Field("satisfied", Kind.YES),
        Field("effect_on", Kind.DAY),
        Field("reason", Kind.CODE, "pause_reason", codes="clock.pause"),
        Field("reason", verbs=("unmask",)),
        Field("words"),
    ),
)  # fmt: skip
"""Notes written on (`case_note`) are told by the same words. Hashes, ids of rows and what the words tell already are
left out."""
