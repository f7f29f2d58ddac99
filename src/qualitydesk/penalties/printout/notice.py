"""Slips become the values of forms/personnel_notice.toml (人事公布单), in the paper's own language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.phrases import capital, say
from qualitydesk.penalties.model import SlipView
from qualitydesk.penalties.model.points import Consequence
from qualitydesk.printing.fields import Field, field
from qualitydesk.rulebook.model import Role

_ROWS_ZH = [
    {
        "name": "张𬱖",
        "place": "导医部 / 导医",
        "act_day": "2026-11-20",
        "act": "未达到“导医仪容 · 发网”",
        "sanction": "经济处分（第二次）¥50.00\n直属上级 㛃雅宁 ¥50.00\n科室主任 欧阳䶮 ¥50.00",
        "number": "CF-BJ-2026-0007",
    },
    {
        "name": "周若彤",
        "place": "导医部 / 导医",
        "act_day": "2026-11-22",
        "act": "未达到“导医仪容 · 胸卡”",
        "sanction": "口头及书面警告（第一次）",
        "number": "CF-BJ-2026-0009",
    },
]
_ROWS_EN = [
    {
        "name": "张𬱖",
        "place": "Guides, guide",
        "act_day": "2026-11-20",
        "act": "Not met: guides' appearance, hair net",
        "sanction": "Fine (second offence) ¥50.00\nDirect superior 㛃雅宁 ¥50.00\nDepartment head 欧阳䶮 ¥50.00",
        "number": "CF-BJ-2026-0007",
    },
    {
        "name": "周若彤",
        "place": "Guides, guide",
        "act_day": "2026-11-22",
        "act": "Not met: guides' appearance, badge",
        "sanction": "Oral and written warning (first offence)",
        "number": "CF-BJ-2026-0009",
    },
]

NOTICE_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "RS-BJ-2026-0003"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("period", "所属期间", "Period", "2026-11"),
    field("count", "人次", "How many slips", "2"),
    field("rows", "处分", "Sanctions (rows: name, place, act_day, act, sanction, number)", _ROWS_ZH, _ROWS_EN),
    field("issued_on", "公布日期", "Published on", "2026-12-01"),
    field("issued_by", "经办人", "Prepared by", "顾晓岚"),
)


def period_of(days: Sequence[date]) -> str:
    """The months the acts lie in: 2026-11, or 2026-10 – 2026-11."""
    months = sorted({f"{day:%Y-%m}" for day in days})
    return months[0] if len(months) == 1 else f"{months[0]} – {months[-1]}"


def notice_fields(
    views: Sequence[SlipView],
    amounts: Sequence[Sequence[int]],
    *,
    number: str,
    group_name: str,
    issued_on: date,
    issued_by: str,
    language: str,
    proposed: Sequence[Consequence | None] = (),
) -> dict[str, Any]:
    """Every field of `NOTICE_FIELDS`. `amounts`: what each payment of each slip comes to now, in fen; `proposed`: what
    each slip leaves to people, with what was decided."""
    houses = list(dict.fromkeys(view.institution for view in views))
    left = proposed or [None] * len(views)
    return {
        "number": number,
        "group_name": group_name,
        "institution": houses[0] if len(houses) == 1 else "",
        "period": period_of([view.slip.act_day for view in views]),
        "count": str(len(views)),
        "rows": [
            _row(view, fens, one, language, len(houses) > 1)
            for view, fens, one in zip(views, amounts, left, strict=True)
        ],
        "issued_on": issued_on.isoformat(),
        "issued_by": issued_by,
    }


def _row(
    view: SlipView, fens: Sequence[int], left: Consequence | None, language: str, with_house: bool
) -> dict[str, Any]:
    slip, decision = view.slip, view.slip.decision
    house = (view.institution,) if with_house else ()
    return {
        "name": decision.employee.name,
        "place": " / ".join(part for part in (*house, view.department, view.post) if part),
        "act_day": slip.act_day.isoformat(),
        "act": "\n".join(acts_of(view, language)),
        "sanction": "\n".join((*sanctions_of(view, fens, language), *_left(left, language))),
        "number": slip.number or "",
    }


def _left(one: Consequence | None, language: str) -> tuple[str, ...]:
    """What is left to people, as decided or not yet."""
    if one is None:
        return ()
    kind = capital(say(language, f"points.follows.{one.kind}"))
    if one.decided is None:
        return (say(language, "notice.to_decide", kind=kind),)
    code = "notice.granted" if one.decided.granted else "notice.refused"
    return (say(language, code, kind=kind, day=one.decided.on.isoformat()),)


def acts_of(view: SlipView, language: str) -> list[str]:
    """The items not met, each once; of a case its number and what it was about."""
    decision = view.slip.decision
    if decision.case is not None:
        about = [say(language, f"subject.{code}") for code in decision.case.subjects]
        return [say(language, "notice.case", case=decision.case.number), *about]
    found = [one for one in decision.findings if one.rung and one.one_with is None]
    return [say(language, "slip.item_not_met", item=one.title[language]) for one in found]


def sanctions_of(view: SlipView, fens: Sequence[int], language: str) -> list[str]:
    """The employee's sanction with its rung and sum, and beneath it each superior who pays."""
    decision = view.slip.decision
    own = capital(say(language, f"sanction.{decision.sanction}"))
    rung = say(language, f"ladder.rung.{decision.rung}") if decision.rung else ""
    first = say(language, "notice.sanction", sanction=own, rung=rung) if rung else own
    above: list[str] = []
    for payment, fen in zip(decision.payments, fens, strict=True):
        if payment.role is Role.EMPLOYEE:
            first = f"{first} {money.words(fen)}"
        elif fen:
            above.append(f"{capital(say(language, f'role.{payment.role}'))} {payment.name} {money.words(fen)}")
    return [first, *above]
