"""Why a slip says what it says becomes the values of forms/slip_appendix.toml (处分依据说明), in its language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.clock import DEFAULT_ZONE, local, local_day
from qualitydesk.basics.phrases import capital, knows, say
from qualitydesk.penalties.model import Appeal, AppealOutcome, Decision, SlipStep, SlipView
from qualitydesk.penalties.printout.slip import earlier_rows
from qualitydesk.penalties.rules import cited, word
from qualitydesk.penalties.rules.explaining import COUNTING, GROUND, OUTCOME, steps_of
from qualitydesk.printing.fields import Field, field
from qualitydesk.rulebook.model import Edition

_OFFENCES_ZH = [
    {"day": "2026-05-12", "round": "XJ-BJ-2026-0061", "item": "未达到“发网”", "counted": True, "why": "计入第二次"},
    {"day": "2025-10-02", "round": "XJ-BJ-2025-0203", "item": "未达到“胸卡”", "counted": False, "why": "超出追溯期"},
]
_OFFENCES_EN = [
    {"day": "2026-05-12", "round": "XJ-BJ-2026-0061", "item": "Not met: hair net", "counted": True, "why": "second"},
    {"day": "2025-10-02", "round": "XJ-BJ-2025-0203", "item": "Not met: badge", "counted": False, "why": "too old"},
]
_PAYERS_ZH = [
    {"role": "员工本人", "name": "张𬱖", "basis": "情节一般", "amount": "¥50.00"},
    {"role": "直属上级", "name": "㛃雅宁", "basis": "与员工同额", "amount": "¥50.00"},
]
_PAYERS_EN = [
    {"role": "Employee", "name": "张𬱖", "basis": "Ordinary", "amount": "¥50.00"},
    {"role": "Direct superior", "name": "㛃雅宁", "basis": "Same as the employee", "amount": "¥50.00"},
]
_STEPS_ZH = [
    {"what": "提出", "when": "2026-11-20 17:20", "decided_by": "顾晓岚", "entered_by": "顾晓岚", "note": ""},
    {
        "what": "批准",
        "when": "2026-11-21 09:05",
        "decided_by": "贺明远",
        "entered_by": "顾晓岚",
        "note": "2026-11-20 · 书面",
    },
]
_STEPS_EN = [
    {"what": "Proposed", "when": "2026-11-20 17:20", "decided_by": "顾晓岚", "entered_by": "顾晓岚", "note": ""},
    {
        "what": "Approved",
        "when": "2026-11-21 09:05",
        "decided_by": "贺明远",
        "entered_by": "顾晓岚",
        "note": "2026-11-20 · in writing",
    },
]

APPENDIX_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "CF-BJ-2026-0007-F"),
    field("slip_number", "处分单编号", "Slip", "CF-BJ-2026-0007"),
    field("slip_check", "处分单校验码", "Check code of the slip", "ABCDE23456"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("employee_name", "员工姓名", "Employee", "张𬱖"),
    field("employee_number", "工号", "Employee number", "BJ0127"),
    field("post", "岗位", "Post", "导医", "Guide"),
    field("department", "科室", "Department", "导医部", "Guides"),
    field("act_day", "违规日期", "Day of the act", "2026-11-20"),
    field("event", "来源", "Where it comes from", "巡检 XJ-BJ-2026-0131", "Round XJ-BJ-2026-0131"),
    field("standing", "档次或等级", "Rung or level", "第二次", "Second"),
    field("sanction", "处分", "Sanction", "经济处分", "Fine"),
    field(
        "rule_text",
        "当日有效的制度条文",
        "Rule as it stood on that day",
        "第二次违规：处 50 元（情节严重的 100 元），直属上级、科室主任同额。",
        "Second offence: 50 yuan (100 where grave); the same for the direct superior and the department head.",
    ),
    field("rule_source", "制度名称与版本", "Rule and edition", "《员工违规处分办法》第 1 版", "Sanctions, edition 1"),
    field(
        "ground",
        "认定所依据的事实",
        "What was looked at (texts)",
        ["2026-11-20 在巡检 XJ-BJ-2026-0131 中发现 1 项。"],
        ["Found on round XJ-BJ-2026-0131 of 2026-11-20: 1 item."],
    ),
    field(
        "window",
        "追溯期",
        "What is looked back to (texts)",
        ["追溯期 12 个月：2025-11-20 起至违规前一日。"],
        ["Looked back 12 months, from 2025-11-20."],
    ),
    field(
        "offences",
        "此前违规",
        "Earlier offences (rows: day, round, item, counted, why)",
        _OFFENCES_ZH,
        _OFFENCES_EN,
    ),
    field(
        "outcome",
        "档次与处分的认定",
        "How rung and sanction were found (texts)",
        ["同类此前计入 1 次，本次为第二次。"],
        ["One earlier offence of the group counts: this is the second."],
    ),
    field("payers", "金额", "Amounts (rows: role, name, basis, amount)", _PAYERS_ZH, _PAYERS_EN),
    field("chosen", "另行确定金额的理由", "Why another amount was chosen", ""),
    field("sum", "算式", "The sum", "¥50.00 + ¥50.00"),
    field("total", "合计", "Total", "¥100.00"),
    field("appeal_outcome", "申诉结果（未申诉或未决定为空）", "Decision on an appeal (empty without one)", "", ""),
    field("appeal_reason", "申诉决定理由", "Reason of that decision", "", ""),
    field("appeal_rows", "申诉后金额", "Amounts after it (rows: role, name, before, after)", []),
    field("appeal_total", "申诉后合计", "Total after it", ""),
    field("steps", "办理经过", "Steps (rows: what, when, decided_by, entered_by, note)", _STEPS_ZH, _STEPS_EN),
    field("issued_on", "出具日期", "Issued on", "2026-11-21"),
)


def appendix_number(slip_number: str) -> str:
    """The number of a slip's explanation: the slip's with an F (附件); a slip has one."""
    return f"{slip_number}-F"


def appendix_fields(
    view: SlipView,
    *,
    rule: Edition,
    steps: Sequence[SlipStep],
    appeal: Appeal | None,
    slip_check: str,
    group_name: str,
    issued_on: str,
    language: str,
    zone: str = DEFAULT_ZONE,
) -> dict[str, Any]:
    """Every field of `APPENDIX_FIELDS`. `rule`: the edition the decision cites; `steps`: done so far, oldest first."""
    slip, decision = view.slip, view.slip.decision
    return {
        "number": appendix_number(slip.number or ""),
        "slip_number": slip.number or "",
        "slip_check": slip_check,
        "group_name": group_name,
        "institution": view.institution,
        "employee_name": decision.employee.name,
        "employee_number": view.employee_number,
        "post": view.post,
        "department": view.department,
        "act_day": slip.act_day.isoformat(),
        "event": _event(decision, language),
        "standing": _standing(decision, language),
        "sanction": capital(say(language, f"sanction.{decision.sanction}")),
        "rule_text": cited(decision, rule, language),
        "rule_source": say(
            language,
            "slip.rule_source",
            title=rule.texts[language]["title"],
            edition=rule.number,
            day=rule.effective_from.isoformat(),
        ),
        "ground": [word(step, language) for step in steps_of(decision, GROUND)],
        "window": [word(step, language) for step in steps_of(decision, COUNTING)],
        "offences": earlier_rows(decision, language),
        "outcome": [word(step, language) for step in steps_of(decision, OUTCOME)],
        "payers": [
            {
                "role": capital(say(language, f"role.{payment.role}")),
                "name": payment.name,
                "basis": capital(say(language, f"ladder.basis.{payment.basis}")),
                "amount": money.words(payment.amount),
            }
            for payment in decision.payments
        ],
        "chosen": decision.choice.amount_reason,
        "sum": " + ".join(money.words(payment.amount) for payment in decision.payments),
        "total": money.words(decision.total),
        **_appealed(decision, appeal, language),
        "steps": [_step(step, language, zone) for step in steps],
        "issued_on": issued_on,
    }


def _event(decision: Decision, language: str) -> str:
    if decision.act is not None:
        return f"{capital(say(language, f'act.source.{decision.act.source}'))} · {decision.act.told_by}"
    code = "case" if decision.case is not None else "round"
    return say(language, f"appendix.{code}", number=decision.event_number)


def _standing(decision: Decision, language: str) -> str:
    if decision.case is not None:
        return say(language, f"level.{decision.case.level or 0}")
    return capital(say(language, f"ladder.rung.{decision.rung}"))


def _appealed(decision: Decision, appeal: Appeal | None, language: str) -> dict[str, Any]:
    """What an appeal changed; nothing while none was decided."""
    if appeal is None or appeal.outcome is None:
        return {"appeal_outcome": "", "appeal_reason": "", "appeal_rows": [], "appeal_total": ""}
    reduced = appeal.outcome is AppealOutcome.REDUCED
    sums = zip(decision.payments, appeal.before, appeal.after, strict=False) if reduced else ()
    return {
        "appeal_outcome": capital(say(language, f"appeal.outcome.{appeal.outcome}")),
        "appeal_reason": appeal.reason,
        "appeal_rows": [
            {
                "role": capital(say(language, f"role.{payment.role}")),
                "name": payment.name,
                "before": money.words(before),
                "after": money.words(after),
            }
            for payment, before, after in sums
        ],
        "appeal_total": money.words(sum(appeal.after)),
    }


def _step(step: SlipStep, language: str, zone: str) -> dict[str, str]:
    code = f"slip.step.{step.verb}"
    way = say(language, f"slip.way.{step.way}") if step.way else ""
    day = step.on.isoformat() if step.on is not None and step.on != local_day(step.at, zone) else ""
    return {
        "what": say(language, code) if knows(language, code) else step.verb,
        "when": f"{local(step.at, zone):%Y-%m-%d %H:%M}",
        "decided_by": step.decided_by,
        "entered_by": step.entered_by,
        "note": " · ".join(part for part in (day, way, step.note) if part),
    }
