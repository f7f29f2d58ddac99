"""A payment becomes the values of forms/complaint_refund.toml (退款申请单, 赔偿申请单), in the paper's own language."""

from __future__ import annotations

from typing import Any

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.basics.money import in_capitals
from qualitydesk.complaints.model import CasePage, MoneyKind, Party, Payment, Relation
from qualitydesk.complaints.printout.words import Words, day_words, plain
from qualitydesk.printing.fields import Field, field

REFUND_FIELDS: tuple[Field, ...] = (
    field("title", "名称", "Title", "退款申请单", "Refund request"),
    field("number", "编号", "Number", "LGBJ20261103-1"),
    field("case_number", "投诉案件编号", "Case", "LGBJ20261103"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("logo", "标志图片", "Logo (picture)", ""),
    field("asked_on", "申请日期", "Asked on", "2026-11-14"),
    field("patient", "患者", "Patient", "张𬱖"),
    field("telephone", "联系电话", "Telephone", "138 0013 8000"),
    field("complainant", "投诉人", "Complainant", "张颖（子女）", "张颖 (child)"),
    field("kind", "款项", "Kind", "退费", "Refund"),
    field("refund", "是退费", "It is a refund (true or false)", True),
    field("compensation", "是赔偿", "It is compensation (true or false)", False),
    field("amount", "金额", "Amount", "¥6,400.00"),
    field("capitals", "人民币大写", "Amount in capitals", "陆仟肆佰元整"),
    field("way", "支付方式", "Way", "原路退回银行卡", "Back to the card"),
    field("to_account", "须填写账户", "An account is needed (true or false)", True),
    field("reason", "申请理由", "Reason", "实际收费高于网络告知的价格，双方商定退还差额。",
          "More was charged than told online; the difference is given back as agreed."),
    field("solution", "处理方案", "Solution", "退还差额 6,400 元；咨询人员当面道歉。",
          "6,400 yuan back; an apology in person."),
    field("solution_approved", "方案审批", "Solution approved", "贺明远　2026-11-13 16:30"),
    field("started_by", "发起人", "Started by", "㛃雅宁"),
    field("cosigned_by", "会签人（客服主任）", "Co-signed by", "顾晓岚"),
    field("approved_by", "批准人", "Approved by", "贺明远"),
    field("approved_on", "批准日期", "Approved on", "2026-11-14"),
    field("signed_on", "患者签字日期", "Signed by the patient on", ""),
    field("arrival", "到账说明", "Arrival", "批准后约 7 个工作日到账。",
          "The money arrives about 7 working days later."),
    field("paid", "支付情况", "Paid", "", ""),
)  # fmt: skip

_NEEDS_ACCOUNT = ("card", "transfer", "wechat", "alipay")


def refund_fields(
    page: CasePage,
    payment: Payment,
    language: str,
    *,
    group_name: str,
    arrival_days: int | None = None,
    zone: str = DEFAULT_ZONE,
) -> dict[str, Any]:
    """Every field of `REFUND_FIELDS`. `arrival_days`: working days until money on a card arrives."""
    words = Words(language, zone)
    intake, plan = page.intake, page.solution
    oneself = intake.relation is Relation.SELF
    patient: Party = intake.complainant if oneself else intake.patient
    approved = payment.approved_at
    started = payment.started_by or payment.requested_by
    cosigner = payment.requested_by if payment.started_by else page.line.handler
    arrival = words.say("arrival", days=arrival_days) if arrival_days else ""
    values = {
        "title": words.say(f"title.{payment.kind}"),
        "number": payment_number(page, payment),
        "case_number": page.line.number,
        "group_name": group_name,
        "institution": page.line.institution,
        "logo": "",
        "asked_on": day_words(words.day(payment.requested_at)),
        "patient": patient.name,
        "telephone": patient.telephone or intake.complainant.telephone,
        "complainant": ""
        if oneself or not intake.complainant.name
        else words.say("related", name=intake.complainant.name, relation=words.of("relation", intake.relation)),
        "kind": words.of("money_kind", payment.kind),
        "refund": payment.kind is MoneyKind.REFUND,
        "compensation": payment.kind is MoneyKind.COMPENSATION,
        "amount": words.money(payment.amount),
        "capitals": in_capitals(payment.amount),
        "way": words.of("pay_way", payment.way),
        "to_account": payment.way.value in _NEEDS_ACCOUNT,
        "reason": payment.reason,
        "solution": plan.words if plan else "",
        "solution_approved": words.signed(plan.approved_by, plan.approved_at) if plan and plan.approved else "",
        "started_by": started,
        "cosigned_by": cosigner if cosigner != started else "",
        "approved_by": payment.approved_by if approved else "",
        "approved_on": day_words(words.day(approved)) if approved else "",
        "signed_on": day_words(payment.signed_on),
        "arrival": arrival if payment.way.value == "card" else "",
        "paid": "　".join(part for part in (words.moment(payment.paid_at), payment.receipt) if part),
    }
    return plain(values, REFUND_FIELDS)


def payment_number(page: CasePage, payment: Payment) -> str:
    """The case's number and which of its payments this is, in the order they were asked for."""
    place = 1 + [one.id for one in page.payments].index(payment.id)
    return f"{page.line.number}-{place}"
