"""A measure becomes the values of forms/rectification_notice.toml (整改通知单), in the paper's own language."""

from __future__ import annotations

from typing import Any

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.phrases import say
from qualitydesk.measures.model import Measure, MeasureVerb
from qualitydesk.printing.fields import Field, field

_FOUND_ZH = [
    {"what": "李晓梅（导医部）：胸卡佩戴在左胸口袋上沿；巡检 XJ-BJ-2026-0131，2026-11-20"},
    {"what": "门诊大厅：地面无积水、无杂物；巡检 XJ-BJ-2026-0131，2026-11-20"},
]
_FOUND_EN = [
    {"what": "Li Xiaomei (Guides): badge at the upper edge of the left pocket; round XJ-BJ-2026-0131, 2026-11-20"},
    {"what": "Main hall: floor dry and clear; round XJ-BJ-2026-0131, 2026-11-20"},
]

FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "ZG-BJ-2026-0007"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("logo", "标志图片", "Logo (picture)", ""),
    field("department", "责任科室", "Department", "导医部", "Guides"),
    field("owner", "责任人", "Owner", "张𬱖"),
    field("urgency", "紧急程度", "Urgency", "紧急", "Urgent"),
    field("opened_on", "下达日期", "Set on", "2026-11-21"),
    field("opened_by", "下达人", "Set by", "顾晓岚"),
    field("due_on", "整改期限", "Due date", "2026-11-24"),
    field("found", "存在的问题", "What was found (rows: what)", _FOUND_ZH, _FOUND_EN),
    field(
        "task",
        "整改要求",
        "What is to be done",
        "为导医统一更换可夹式胸卡，并在每日班前会互查佩戴位置；大厅门口雨天铺设防滑垫，保洁每 30 分钟巡视一次。",
        "Give all guides clip-on badges and check their place at the morning meeting; lay mats at the hall's door on "
        "rainy days, with a cleaner's round every 30 minutes.",
    ),
    field(
        "cause",
        "原因分析",
        "Root cause",
        "现用胸卡为别针式，易歪斜；雨天保洁频次未相应增加。",
        "The present badges are pinned and slip; cleaning rounds were not added on rainy days.",
    ),
    field("follows", "承接的整改", "Follows up", ""),
    field(
        "postponed",
        "延期记录",
        "Postponements (rows: on, before, after, reason)",
        [{"on": "2026-11-22", "before": "2026-11-23", "after": "2026-11-24", "reason": "新胸卡 24 日到货"}],
        [{"on": "2026-11-22", "before": "2026-11-23", "after": "2026-11-24", "reason": "Badges arrive on the 24th"}],
    ),
)


def notice_fields(measure: Measure, language: str, *, group_name: str) -> dict[str, Any]:
    """Every field of `FIELDS`, as the measure stands now."""
    line = measure.line
    return {
        "number": line.number,
        "group_name": group_name,
        "institution": line.institution,
        "logo": "",
        "department": line.department,
        "owner": line.owner,
        "urgency": say(language, f"urgency.{line.urgency}"),
        "opened_on": line.opened_on.isoformat(),
        "opened_by": measure.opened_by,
        "due_on": line.due_on.isoformat(),
        "found": [{"what": origin.words} for origin in measure.origins if origin.words],
        "task": line.task,
        "cause": measure.cause,
        "follows": measure.follows[1] if measure.follows else "",
        "postponed": [
            {
                "on": local_day(event.at).isoformat(),
                "before": event.due_before.isoformat() if event.due_before else "",
                "after": event.due_after.isoformat() if event.due_after else "",
                "reason": event.words,
            }
            for event in measure.events
            if event.verb is MeasureVerb.POSTPONE
        ],
    }
