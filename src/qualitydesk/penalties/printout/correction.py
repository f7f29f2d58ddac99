"""Slips taken back or reduced after their notice become the values of forms/notice_correction.toml (更正通知)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.penalties.model import SlipState, SlipView
from qualitydesk.penalties.printout.notice import acts_of, sanctions_of
from qualitydesk.printing.fields import Field, field

_ROWS_ZH = [
    {
        "name": "张𬱖",
        "place": "导医部 / 导医",
        "number": "CF-BJ-2026-0007",
        "act": "2026-11-20\n未达到“发网”",
        "notice": "RS-BJ-2026-0003\n2026-12-01",
        "told": "经济处分（第二次）¥100.00",
        "now": "经济处分（第二次）¥50.00",
        "reason": "申诉决定：减轻处分。库房当日更换发网属实。",
    },
    {
        "name": "周若彤",
        "place": "导医部 / 导医",
        "number": "CF-BJ-2026-0009",
        "act": "2026-11-22\n未达到“胸卡”",
        "notice": "RS-BJ-2026-0003\n2026-12-01",
        "told": "口头及书面警告（第一次）",
        "now": "处分已撤销",
        "reason": "撤销：经复核，当日胸卡由人事部收回换发。",
    },
]
_ROWS_EN = [
    {
        "name": "张𬱖",
        "place": "Guides, guide",
        "number": "CF-BJ-2026-0007",
        "act": "2026-11-20\nNot met: hair net",
        "notice": "RS-BJ-2026-0003\n2026-12-01",
        "told": "Fine (second) ¥100.00",
        "now": "Fine (second) ¥50.00",
        "reason": "On appeal, reduced: the store was changing the nets that day.",
    },
    {
        "name": "周若彤",
        "place": "Guides, guide",
        "number": "CF-BJ-2026-0009",
        "act": "2026-11-22\nNot met: badge",
        "notice": "RS-BJ-2026-0003\n2026-12-01",
        "told": "Oral and written warning (first)",
        "now": "The sanction is withdrawn",
        "reason": "Withdrawn: personnel had taken the badge back that day.",
    },
]

CORRECTION_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "GZ-BJ-2026-0001"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("count", "人次", "How many slips", "2"),
    field(
        "rows",
        "更正内容",
        "What is put right (rows: name, place, number, act, notice, told, now, reason)",
        _ROWS_ZH,
        _ROWS_EN,
    ),
    field("issued_on", "公布日期", "Published on", "2026-12-09"),
    field("issued_by", "经办人", "Prepared by", "顾晓岚"),
)


@dataclass(frozen=True)
class Corrected:
    """A slip with the notice that told of it (number and day), the sums told then and those that stand, in fen."""

    view: SlipView
    notice: str
    notice_on: date
    told: tuple[int, ...]
    now: tuple[int, ...]
    reason: str


def correction_fields(
    corrected: Sequence[Corrected],
    *,
    number: str,
    group_name: str,
    issued_on: date,
    issued_by: str,
    language: str,
) -> dict[str, Any]:
    """Every field of `CORRECTION_FIELDS`."""
    houses = list(dict.fromkeys(one.view.institution for one in corrected))
    return {
        "number": number,
        "group_name": group_name,
        "institution": houses[0] if len(houses) == 1 else "",
        "count": str(len(corrected)),
        "rows": [_row(one, language, len(houses) > 1) for one in corrected],
        "issued_on": issued_on.isoformat(),
        "issued_by": issued_by,
    }


def _row(one: Corrected, language: str, with_house: bool) -> dict[str, str]:
    view, slip = one.view, one.view.slip
    gone = slip.state is SlipState.WITHDRAWN
    house = (view.institution,) if with_house else ()
    now = say(language, "notice.withdrawn") if gone else "\n".join(sanctions_of(view, one.now, language))
    why = say(language, "notice.why_withdrawn" if gone else "notice.why_reduced", reason=one.reason)
    return {
        "name": slip.decision.employee.name,
        "place": " / ".join(part for part in (*house, view.department, view.post) if part),
        "number": slip.number or "",
        "act": "\n".join((slip.act_day.isoformat(), *acts_of(view, language))),
        "notice": f"{one.notice}\n{one.notice_on.isoformat()}",
        "told": "\n".join(sanctions_of(view, one.told, language)),
        "now": now,
        "reason": why,
    }
