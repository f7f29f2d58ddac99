"""The fields the forms of rewards and settlement may name, with samples."""

from __future__ import annotations

from qualitydesk.printing.fields import Field, field

_GROUP = field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group")
_REASON = "本月四次巡检平均得分 98.6%，收到患者表扬信两封，无违规、无扣分。"
_REASON_EN = "Four rounds with a mean score of 98.6 %, two letters of praise, no offence and no deduction."

CERTIFICATE_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "JL-BJ-2026-0003"),
    _GROUP,
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("employee_name", "员工姓名", "Employee", "张𬱖"),
    field("department", "科室", "Department", "导医部", "Guides"),
    field("honour", "称号", "Honour", "服务之星", "Service Star"),
    field("month", "月份", "Month", "2026-10"),
    field("reason", "事迹", "Reason", _REASON, _REASON_EN),
    field("amount", "奖金", "Money", "¥200.00"),
    field("extras", "其他奖励", "Besides", "当众表扬、礼品", "praise before the staff, a gift"),
    field("approved_by", "批准人", "Approved by", "贺明远"),
    field("issued_on", "颁发日期", "Day", "2026-11-05"),
)

_HONOUR = {
    "honour": "服务之星",
    "name": "张𬱖",
    "department": "北京和颐医院 · 导医部",
    "reason": _REASON,
    "given": "¥200.00；当众表扬",
    "number": "JL-BJ-2026-0003",
}
_HONOUR_EN = {
    **_HONOUR,
    "honour": "Service Star",
    "department": "Heyi Hospital, Beijing · Guides",
    "reason": _REASON_EN,
    "given": "¥200.00; praise before the staff",
}
_NOTICE = {
    "name": "周若彤",
    "department": "导医部",
    "what": "未按规定佩戴胸卡",
    "sanction": "通报批评",
    "number": "CF-BJ-2026-0007",
}
_NOTICE_EN = {**_NOTICE, "department": "Guides", "what": "Badge not worn", "sanction": "Published criticism"}

BULLETIN_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "TB-2026-10"),
    _GROUP,
    field("month", "月份", "Month", "2026-10"),
    field(
        "honours", "荣誉", "Honours (rows: honour, name, department, reason, given, number)", [_HONOUR], [_HONOUR_EN]
    ),
    field("notices", "通报", "Notices (rows: name, department, what, sanction, number)", [_NOTICE], [_NOTICE_EN]),
    field("made_by", "编制人", "Made by", "顾晓岚"),
    field("made_on", "编制日期", "Made on", "2026-11-05"),
)

_PERSON = {
    "number": "BJ0127",
    "name": "张𬱖",
    "taken": "−¥50.00",
    "paid": "¥0.00",
    "net": "−¥50.00",
    "carried": "¥0.00",
}
_LINE = {
    "name": "张𬱖",
    "what": "处分单 · 本月新增",
    "source": "CF-BJ-2026-0007",
    "role": "员工本人",
    "due": "−¥50.00",
    "taken": "−¥50.00",
    "carried": "¥0.00",
    "why": "处分单 CF-BJ-2026-0007，违规日期 2026-10-08，第二次，申诉期已过，2026-10-23 起生效。",
}
_LINE_EN = {
    **_LINE,
    "what": "Slip · new this month",
    "role": "Employee",
    "why": "Slip CF-BJ-2026-0007 for an act of 2026-10-08, second time; past its appeal, final since 2026-10-23.",
}
_SECTION = {"institution": "北京和颐医院", "people": [_PERSON], "lines": [_LINE], "total": "−¥50.00"}
_SECTION_EN = {**_SECTION, "institution": "Heyi Hospital, Beijing", "lines": [_LINE_EN]}

SETTLEMENT_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "YJ-2026-10"),
    _GROUP,
    field("month", "月份", "Month", "2026-10"),
    field("fine_is", "扣减方式", "What a fine is", "按制度扣款", "Money by the rulebook"),
    field("document", "制度文件", "Rule document", "《员工奖惩制度》2026 版", "Rules on rewards and penalties, 2026"),
    field("sections", "各机构", "Institutions (rows: institution, people, lines, total)", [_SECTION], [_SECTION_EN]),
    field("taken", "扣款合计", "Deducted in all", "−¥50.00"),
    field("paid", "发放合计", "Paid in all", "¥0.00"),
    field("carried", "结转下月", "Carried over", "¥0.00"),
    field(
        "check_words",
        "核对",
        "Check",
        "处分单 1 张，合计 ¥150.00，与明细一致。",
        "1 slip, ¥150.00 in all: the lines agree.",
    ),
    field("warnings", "提示", "Warnings (texts)", ["1 人未填写工资，未核对扣款上限。"], ["1 wage was not typed in."]),
    field("decided_by", "锁定人", "Locked by", "贺明远"),
    field("decided_on", "决定日期", "Decided on", "2026-11-05"),
    field("entered_by", "经办人", "Entered by", "顾晓岚"),
    field("locked_at", "锁定时间", "Locked at", "2026-11-05 10:20"),
)
