"""The fields forms/inspection_report.toml and experience_report.toml may name, with samples."""

from __future__ import annotations

from typing import Any

from qualitydesk.inspections.printout.extra_fields import EXPERIENCE, EXTRA
from qualitydesk.printing.fields import Field, field


def _failed(
    target: str, item: str, standard: str, seen: str, note: str, again: str, critical: bool, fixed: bool
) -> Any:
    return {
        "target": target,
        "item": item,
        "standard": standard,
        "seen": seen,
        "note": note,
        "repeat": again,
        "long_note": "",
        "fixed": fixed,
        "tone": "bad" if critical else "",
    }


_FAILED_ZH = [
    _failed("张𬱖 · 导医", "在岗", "当班不得脱岗；单人当班时巡视不得离开导医台视线。（关键项）", "导医台无人 6 分钟",
            "患者一人在台前等候，称已等了一会儿。", "第 3 次", True, False),
    _failed("张𬱖 · 导医", "发网", "头发过肩须盘入发网。", "未盘发", "", "第 2 次", False, True),
    _failed("㛃雅宁 · 导医", "胸卡", "胸卡佩戴于左胸，位于袋口上方、院标之上。", "胸卡戴在右侧",
            "本人说明新工装左袋开线，已报后勤。经核实报修单属实，工装预计两天内换新；在此之前准许使用夹式胸卡。",
            "第 1 次", False, True),
    _failed("一楼候诊区", "饮水机", "饮水机有水有杯，接水盘清洁。", "接水盘有积水", "", "第 1 次", False, True),
]  # fmt: skip
_FAILED_EN = [
    _failed("张𬱖 · guide", "On post", "The desk is never left alone; on single duty it stays in sight. (critical)",
            "Desk unattended for 6 minutes", "A patient stood waiting there.", "3rd time", True, False),
    _failed("张𬱖 · guide", "Hair net", "Hair past the shoulders is worn in a net.", "Hair loose", "", "2nd time",
            False, True),
    _failed("㛃雅宁 · guide", "Badge", "The badge sits on the left, at the pocket's opening, above the logo.",
            "Badge on the right", "The left pocket of the new uniform is torn; reported to logistics and confirmed, "
            "to be replaced within two days; a clip badge is allowed until then.", "1st time", False, True),
    _failed("Waiting area, ground floor", "Water dispenser", "Water and cups at hand, basin clean.",
            "Water in the basin", "", "1st time", False, True),
]  # fmt: skip


def _person(name: str, number: str, post: str, score: str, verdict: str, fails: str, bad: bool) -> Any:
    return {
        "name": name,
        "number": number,
        "post": post,
        "score": score,
        "verdict": verdict,
        "fails": fails,
        "tone": "bad" if bad else "",
    }


_PEOPLE_ZH = [
    _person("张𬱖", "BJ0127", "导医", "81.8 %", "不合格", "2", True),
    _person("㛃雅宁", "BJ0098", "导医", "95.5 %", "合格", "1", False),
    _person("欧阳䶮", "BJ0004", "咨询", "100.0 %", "合格", "0", False),
]
_PEOPLE_EN = [
    _person("张𬱖", "BJ0127", "Guide", "81.8 %", "Failed", "2", True),
    _person("㛃雅宁", "BJ0098", "Guide", "95.5 %", "Passed", "1", False),
    _person("欧阳䶮", "BJ0004", "Consulting", "100.0 %", "Passed", "0", False),
]


def _row(group: str, item: str, answer: str, note: str = "", *, bad: bool = False) -> Any:
    return {"group": group, "item": item, "answer": answer, "note": note, "tone": "bad" if bad else ""}


_STOPS_ZH = [
    {
        "stop": "张𬱖（BJ0127 · 导医）",
        "result": "81.8 % · 不合格",
        "left_out": "另有 5 项合格，未列出。",
        "none_listed": False,
        "answers": [
            _row("仪容", "护士服、裤、帽、鞋齐整洁净", "合格"),
            _row("仪容", "淡妆", "合格"),
            _row("仪容", "头发过肩盘入发网", "不合格", "未盘发", bad=True),
            _row("仪容", "胸袋插笔", "合格"),
            _row("行为", "当班不脱岗（关键项）", "不合格", "导医台无人 6 分钟", bad=True),
            _row("行为", "不闲聊、不打私人电话、不看书报", "部分合格", "与同事简短交谈"),
            _row("行为", "患者到来与离开时主动问候", "合格"),
        ],
    },
    {
        "stop": "一楼候诊区",
        "result": "90.0 % · 合格",
        "left_out": "",
        "none_listed": False,
        "answers": [
            _row("环境", "灯光、窗帘、标识、座椅完好", "合格"),
            _row("环境", "饮水机有水有杯，接水盘清洁", "不合格", "接水盘有积水，当场清理", bad=True),
            _row("环境", "电视正常播放", "不适用"),
        ],
    },
]
_STOPS_EN = [
    {
        "stop": "张𬱖 (BJ0127, guide)",
        "result": "81.8 % · failed",
        "left_out": "5 items passed and are not listed.",
        "none_listed": False,
        "answers": [
            _row("Appearance", "Nurse's dress, trousers, cap and shoes complete and clean", "Pass"),
            _row("Appearance", "Light make-up", "Pass"),
            _row("Appearance", "Hair past the shoulders in a net", "Fail", "Hair loose", bad=True),
            _row("Appearance", "A pen in the chest pocket", "Pass"),
            _row("Conduct", "Stays on post (critical)", "Fail", "Desk unattended for 6 minutes", bad=True),
            _row("Conduct", "No chatting, private calls or reading", "Partly", "A few words with a colleague"),
            _row("Conduct", "Greets patients when they come and when they leave", "Pass"),
        ],
    },
    {
        "stop": "Waiting area, ground floor",
        "result": "90.0 % · passed",
        "left_out": "",
        "none_listed": False,
        "answers": [
            _row("Environment", "Lights, curtains, signs and chairs in order", "Pass"),
            _row(
                "Environment", "Water and cups at hand, basin clean", "Fail", "Water in the basin, wiped up", bad=True
            ),
            _row("Environment", "Television on", "n.a."),
        ],
    },
]

FIELDS: tuple[Field, ...] = (
    *EXTRA,
    field("number", "编号", "Number", "XJ-BJ-2026-0131"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "受检机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("logo", "标志图片", "Logo (picture)", ""),
    field("kind", "检查类型", "Kind of round", "集团行政查房", "Group round"),
    field("inspectors", "检查人", "Inspectors", "顾晓岚、贺明远", "Gu Xiaolan, He Mingyuan"),
    field(
        "inspector_list",
        "检查人签名栏",
        "Inspectors, one line each (rows: name)",
        [{"name": "顾晓岚"}, {"name": "贺明远"}],
        [{"name": "Gu Xiaolan"}, {"name": "He Mingyuan"}],
    ),
    field("started", "开始时间", "Started", "2026-11-20（周五）09:10", "2026-11-20 (Fri) 09:10"),
    field("finished", "结束时间", "Finished", "2026-11-20（周五）11:35", "2026-11-20 (Fri) 11:35"),
    field(
        "packs",
        "检查标准",
        "Standards used",
        "导医规范（2026-01-01 版）；女员工仪容（2026-01-01 版）；环境（2026-01-01 版）",
        "Guides (edition 2026-01-01); appearance, women (2026-01-01); environment (2026-01-01)",
    ),
    field("score", "得分", "Score", "88.6 %"),
    field(
        "score_why",
        "得分说明",
        "How the score came about",
        "得分 39 / 44 分：各项按权重计分，部分合格计一半，评分项和计数项按比例计，不适用和未答的不计；合格线 90 %",
        "39 of 44 points: items count by their weight, partly met ones half, scales and counts in proportion, "
        "not applicable and unanswered ones not at all; pass mark 90 %",
    ),
    field("verdict", "结论", "Verdict", "不合格", "Failed"),
    field("verdict_tone", "结论色调", "Tone of the verdict (good, bad or empty)", "bad"),
    field(
        "critical_cause",
        "关键项不合格原因",
        "Critical cause, by name",
        "关键项不合格，无论得分多少均判不合格：张𬱖“当班不脱岗”",
        'Critical item failed, which fails the round whatever the score: 张𬱖, "stays on post"',
    ),
    field("answered", "作答情况", "Items answered", "已答 40 项，共 42 项", "40 of 42 answered"),
    field(
        "change",
        "与上次相比",
        "Against the last round",
        "较上次（XJ-BJ-2026-0102，2026-10-16）下降 3.2 个百分点",
        "3.2 points below the last round (XJ-BJ-2026-0102, 2026-10-16)",
    ),
    field(
        "failed",
        "不合格项",
        "Failed items (rows: target, item, standard, seen, note, fixed, repeat, tone)",
        _FAILED_ZH,
        _FAILED_EN,
    ),
    field("people", "人员", "People (rows: name, number, post, score, verdict, fails, tone)", _PEOPLE_ZH, _PEOPLE_EN),
    field(
        "remarks",
        "综合意见",
        "Remarks",
        "整体环境整洁，接诊主动性较上次明显改善。导医台单人当班时段集中在上午九点半至十点，"
        "与交接班重叠，建议错开班次。",
        "The house is clean and patients are met more readily than last time. The desk is manned by one person "
        "between half past nine and ten, just at hand-over; staggered shifts are suggested.",
    ),
    field(
        "stops",
        "检查明细",
        "Checklist (rows: stop, result, left_out, none_listed, answers; answers: group, item, answer, note, tone)",
        _STOPS_ZH,
        _STOPS_EN,
    ),
    field("head_of_institution", "机构负责人", "Head of institution", "沈知微", "Shen Zhiwei"),
)

EXPERIENCE_FIELDS: tuple[Field, ...] = (*FIELDS, *EXPERIENCE)
