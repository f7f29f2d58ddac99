"""The decision of an appeal becomes the values of forms/appeal_decision.toml (申诉决定书), in the paper's language."""

from __future__ import annotations

from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.clock import DEFAULT_ZONE, local_day
from qualitydesk.basics.phrases import capital, say
from qualitydesk.penalties.model import Appeal, AppealOutcome, SlipView
from qualitydesk.printing.fields import Field, field

_LINES_ZH = [
    {"role": "员工本人", "name": "张𬱖", "before": "¥100.00", "after": "¥50.00"},
    {"role": "直属上级", "name": "㛃雅宁", "before": "¥100.00", "after": "¥50.00"},
    {"role": "科室主任", "name": "欧阳䶮", "before": "¥100.00", "after": "¥0.00"},
]
_LINES_EN = [
    {"role": "Employee", "name": "张𬱖", "before": "¥100.00", "after": "¥50.00"},
    {"role": "Direct superior", "name": "㛃雅宁", "before": "¥100.00", "after": "¥50.00"},
    {"role": "Department head", "name": "欧阳䶮", "before": "¥100.00", "after": "¥0.00"},
]

APPEAL_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "CF-BJ-2026-0007-S"),
    field("slip_number", "处分单编号", "Slip", "CF-BJ-2026-0007"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("employee_name", "员工姓名", "Employee", "张𬱖"),
    field("employee_number", "工号", "Employee number", "BJ0127"),
    field("post", "岗位", "Post", "导医", "Guide"),
    field("department", "科室", "Department", "导医部", "Guides"),
    field("act_day", "违规日期", "Day of the act", "2026-11-20"),
    field("issued_on", "签发日期", "Issued on", "2026-11-21"),
    field("sanction", "原处分", "Sanction", "经济处分", "Fine"),
    field("appealed_by", "申诉人", "Appealed by", "张𬱖"),
    field("appealed_on", "申诉日期", "Appealed on", "2026-11-25"),
    field("appeal_last_day", "申诉截止日", "Last day for an appeal", "2026-11-28"),
    field("late_reason", "逾期受理理由", "Why it is heard though late", ""),
    field(
        "words",
        "申诉理由",
        "The appeal in her words",
        "当日发网由库房统一更换，新发网下午才发放，交接班时已向主管报告。",
        "The nets were being replaced that day and the new ones came in the afternoon; I told my lead at hand-over.",
    ),
    field("outcome", "决定", "Decision", "减轻处分", "The sanction is reduced"),
    field(
        "reason",
        "决定理由",
        "Reason for the decision",
        "经核实，库房当日 14:00 发放新发网，申诉所述属实；但未按规定盘发仍属违规，减轻处理。",
        "The store did hand out new nets at 14:00, as the appeal says; hair left down is still against the standard.",
    ),
    field("lines", "各承担人金额", "What each pays (rows: role, name, before, after)", _LINES_ZH, _LINES_EN),
    field("total_before", "原合计", "Total before", "¥300.00"),
    field("total_after", "现合计", "Total now", "¥100.00"),
    field(
        "effect",
        "决定的效力",
        "What follows",
        "处分单继续有效，金额以本决定为准；该次违规仍计入累计。",
        "The slip stands with these amounts; the act still counts on the ladder.",
    ),
    field("decided_by", "决定人", "Decided by", "贺明远"),
    field("decided_on", "决定日期", "Decided on", "2026-11-27"),
)


def appeal_number(slip_number: str) -> str:
    """The number of an appeal's paper: the slip's with an S (申诉); a slip has one appeal."""
    return f"{slip_number}-S"


def appeal_fields(
    view: SlipView, appeal: Appeal, *, group_name: str, language: str, zone: str = DEFAULT_ZONE
) -> dict[str, Any]:
    """Every field of `APPEAL_FIELDS`. The appeal must be decided."""
    assert appeal.outcome is not None and appeal.decided_on is not None
    slip, decision = view.slip, view.slip.decision
    sums = zip(decision.payments, appeal.before, appeal.after, strict=False)
    return {
        "number": appeal_number(slip.number or ""),
        "slip_number": slip.number or "",
        "group_name": group_name,
        "institution": view.institution,
        "employee_name": decision.employee.name,
        "employee_number": view.employee_number,
        "post": view.post,
        "department": view.department,
        "act_day": slip.act_day.isoformat(),
        "issued_on": local_day(slip.issued_at, zone).isoformat() if slip.issued_at else "",
        "sanction": capital(say(language, f"sanction.{decision.sanction}")),
        "appealed_by": appeal.by,
        "appealed_on": appeal.on.isoformat(),
        "appeal_last_day": slip.appeal_last_day.isoformat() if slip.appeal_last_day else "",
        "late_reason": appeal.late_reason,
        "words": appeal.words,
        "outcome": capital(say(language, f"appeal.outcome.{appeal.outcome}")),
        "reason": appeal.reason,
        "lines": [
            {
                "role": capital(say(language, f"role.{payment.role}")),
                "name": payment.name,
                "before": money.words(before),
                "after": money.words(after),
            }
            for payment, before, after in sums
        ],
        "total_before": money.words(sum(appeal.before)),
        "total_after": money.words(sum(appeal.after)),
        "effect": say(language, f"appeal.effect.{_effect(appeal)}"),
        "decided_by": appeal.decider,
        "decided_on": appeal.decided_on.isoformat(),
    }


def _effect(appeal: Appeal) -> str:
    if appeal.outcome is AppealOutcome.WITHDRAWN and any(appeal.before):
        return "withdrawn_money"
    return str(appeal.outcome)
