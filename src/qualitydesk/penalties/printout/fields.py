"""The fields forms/penalty_slip.toml may name, with samples."""

from __future__ import annotations

from qualitydesk.printing.fields import Field, field

_FACTS_ZH = [
    {
        "when": "2026-11-20（周五）09:42",
        "where": "一楼导医台",
        "seen_by": "顾晓岚（客服主任）",
        "item": "导医仪容 · 发网",
        "seen": "头发过肩，未按规定盘入发网，佩戴自购彩色发圈。",
    },
    {
        "when": "2026-11-20（周五）09:42",
        "where": "一楼导医台",
        "seen_by": "顾晓岚（客服主任）",
        "item": "导医仪容 · 首饰",
        "seen": "当班佩戴戒指一枚。当场已摘除，员工表示知晓该项标准，因上午接待量大、交接班匆忙而疏忽，愿意改正。",
    },
]
_FACTS_EN = [
    {
        "when": "2026-11-20 (Fri) 09:42",
        "where": "Guide desk, ground floor",
        "seen_by": "Gu Xiaolan (customer-service supervisor)",
        "item": "Guides' appearance: hair net",
        "seen": "Hair past the shoulders was not in a net; a coloured band of her own was worn instead.",
    },
    {
        "when": "2026-11-20 (Fri) 09:42",
        "where": "Guide desk, ground floor",
        "seen_by": "Gu Xiaolan (customer-service supervisor)",
        "item": "Guides' appearance: jewellery",
        "seen": "One ring was worn on duty. It was taken off on the spot. The employee knows the standard and says "
        "that the morning's rush at hand-over made her forget it.",
    },
]
_EARLIER_ZH = [
    {
        "day": "2026-03-12",
        "round": "XJ-BJ-2026-0041",
        "item": "导医仪容 · 妆容",
        "counted": True,
        "why": "计入第二次",
    },
    {
        "day": "2026-06-05",
        "round": "XJ-BJ-2026-0088",
        "item": "导医仪容 · 指甲",
        "counted": False,
        "why": "申诉成立，处分单已撤销，不计入",
    },
    {
        "day": "2025-09-30",
        "round": "XJ-BJ-2025-0193",
        "item": "导医仪容 · 胸卡",
        "counted": False,
        "why": "超出十二个月追溯期",
    },
]
_EARLIER_EN = [
    {
        "day": "2026-03-12",
        "round": "XJ-BJ-2026-0041",
        "item": "Guides' appearance: make-up",
        "counted": True,
        "why": "towards a second offence",
    },
    {
        "day": "2026-06-05",
        "round": "XJ-BJ-2026-0088",
        "item": "Guides' appearance: nails",
        "counted": False,
        "why": "Appeal upheld, slip withdrawn: not counted",
    },
    {
        "day": "2025-09-30",
        "round": "XJ-BJ-2025-0193",
        "item": "Guides' appearance: badge",
        "counted": False,
        "why": "Older than the look-back of twelve months",
    },
]
_STEPS_ZH = [
    "本次违规属“仪容仪表”类，检查类型为服务自查，适用“机构自查”一栏的处分档次（2026-01-01 版）。",
    "追溯期为 2025-11-20（含）至 2026-11-20（不含）。期内同类违规计入 1 次，本次为第 2 次。",
    "第 2 次：员工经济处分 50 元（规定幅度为 50 元或 100 元，取低值）。",
    "直属上级与科室主任各承担同等金额；两人并非同一人，分别计算。",
    "合计 50.00 + 50.00 + 50.00 = 150.00 元。",
]
_STEPS_EN = [
    "The act belongs to the group “appearance”; the round was the institution's own check, so its ladder applies "
    "(edition of 2026-01-01).",
    "Look-back from 2025-11-20 (inclusive) to 2026-11-20 (exclusive): one counted offence in the group; this is the "
    "second.",
    "Second offence: 50 yuan for the employee (the rule allows 50 or 100; the low end is proposed).",
    "The direct superior and the department head pay the same; they are two different people.",
    "Total 50.00 + 50.00 + 50.00 = 150.00 yuan.",
]
_PAYERS_ZH = [
    {"role": "员工本人", "name": "张𬱖", "sanction": "经济处分（第二次）", "amount": "¥50.00"},
    {"role": "直属上级", "name": "㛃雅宁", "sanction": "承担管理责任，同额", "amount": "¥50.00"},
    {"role": "科室主任", "name": "欧阳䶮", "sanction": "承担管理责任，同额", "amount": "¥50.00"},
]
_PAYERS_EN = [
    {"role": "Employee", "name": "张𬱖", "sanction": "Fine (second offence)", "amount": "¥50.00"},
    {"role": "Direct superior", "name": "㛃雅宁", "sanction": "Superior's share, same amount", "amount": "¥50.00"},
    {"role": "Department head", "name": "欧阳䶮", "sanction": "Superior's share, same amount", "amount": "¥50.00"},
]
_RULE_ZH = (
    "员工第一次违反仪容仪表标准的，予以口头并书面警告，同时告知其直属上级和科室主任；同一员工在十二个月内第二次违反"
    "同类标准的，处 50 元或 100 元经济处分，直属上级和科室主任负同等责任（为同一人时只计一次）；第三次违反同一标准的，"
    "处 200 元经济处分并留岗察看。"
)
_RULE_EN = (
    "A first offence against the standards of appearance brings an oral and written warning, and the direct superior "
    "and the department head are told. A second offence of the same employee against the same group of standards "
    "within twelve months brings a fine of 50 or 100 yuan, and the direct superior and the department head bear the "
    "same (once where they are one person). A third offence against the same standard brings 200 yuan and observation."
)

FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "CF-BJ-2026-0007"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("logo", "标志图片", "Logo (picture)", ""),
    field("employee_name", "员工姓名", "Employee", "张𬱖"),
    field("employee_number", "工号", "Employee number", "BJ0127"),
    field("post", "岗位", "Post", "导医", "Guide"),
    field("department", "科室", "Department", "导医部", "Guides"),
    field("act_day", "违规日期", "Day of the act", "2026-11-20"),
    field(
        "direct_superior",
        "直属上级（违规当日）",
        "Direct superior on that day",
        "㛃雅宁（导医部主管）",
        "㛃雅宁 (guides' lead)",
    ),
    field("department_head", "科室主任（违规当日）", "Department head on that day", "欧阳䶮"),
    field("round_number", "巡检编号", "Round", "XJ-BJ-2026-0131"),
    field("round_kind", "检查类型", "Kind of round", "服务自查", "Self-check"),
    field("case_number", "投诉案件编号（巡检处分单为空）", "Case (empty on a slip after a round)", ""),
    field("case_level", "投诉等级和定级依据", "Level of the case and its criterion", ""),
    field("facts", "违规事实", "Facts (rows: when, where, seen_by, item, seen)", _FACTS_ZH, _FACTS_EN),
    field("photos", "现场照片", "Photographs (rows: image, caption)", []),
    field("rule_text", "当日有效的制度条文", "Rule as it stood on that day", _RULE_ZH, _RULE_EN),
    field(
        "rule_source",
        "制度名称与版本",
        "Rule and edition",
        "员工违规处分办法 · 2026-01-01 版",
        "Sanctions after inspections, edition of 2026-01-01",
    ),
    field("earlier", "此前违规", "Earlier offences (rows: day, round, item, counted, why)", _EARLIER_ZH, _EARLIER_EN),
    field("explanation", "计算过程", "Arithmetic, step by step (texts)", _STEPS_ZH, _STEPS_EN),
    field("sanction", "处分", "Sanction", "经济处分 50 元（第二次违规）", "Fine of 50 yuan (second offence)"),
    field("to_decide", "另行决定的建议（没有时为空）", "What is only proposed, and who decides (empty: nothing)", ""),
    field("payers", "承担人", "Who bears what (rows: role, name, sanction, amount)", _PAYERS_ZH, _PAYERS_EN),
    field("total", "合计", "Total", "¥150.00"),
    field(
        "improvement",
        "改进要求",
        "Improvement wanted",
        "三个工作日内重新学习导医仪容标准，并由导医部主管每日班前检查；两周内安排复查。",
        "To study the guides' standards of appearance again within three working days; checked by the lead before each "
        "shift; a re-check follows within two weeks.",
    ),
    field("appeal_last_day", "申诉截止日", "Last day for an appeal", "2026-11-27"),
    field("appeal_to", "申诉受理部门", "Appeals go to", "集团总经办", "the GM office of the group"),
    field("proposed_by", "提出人", "Proposed by", "顾晓岚"),
    field("proposed_on", "提出日期", "Proposed on", "2026-11-20"),
    field("approved_by", "批准人", "Approved by", "贺明远"),
    field("approved_on", "批准日期", "Approved on", "2026-11-21"),
    field("issued_by", "签发人", "Issued by", "总经办 · 温静", "Wen Jing, GM office"),
    field("issued_on", "签发日期", "Issued on", "2026-11-21"),
    field("refused_to_sign", "员工拒签", "Employee refused to sign (true or false)", False),
    field("witness", "见证人", "Witness", ""),
)
