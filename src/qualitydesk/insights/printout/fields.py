"""The fields forms/weekly_summary.toml may name, with samples."""

from __future__ import annotations

from qualitydesk.printing.fields import Field, field


def _sample_measure(task: str, late: str, closed: str) -> dict[str, str]:
    return {
        "number": "ZG-BJ-2026-0007",
        "task": task,
        "owner": "张𬱖",
        "due": "2026-11-18",
        "closed": closed,
        "late": late,
    }


def _sample_round(kind: str, day: str, verdict: str) -> dict[str, str]:
    return {
        "number": "XJ-BJ-2026-0131",
        "kind": kind,
        "institution": "北京和颐医院",
        "day": day,
        "people": "6",
        "failed": "4",
        "score": "88.6 %",
        "verdict": verdict,
        "tone": "bad",
    }


FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "2026-W47"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("author", "填写人", "Written by", "顾晓岚", "Gu Xiaolan"),
    field("post", "岗位", "Post", "客服主任", "Supervisor"),
    field("week", "周次", "Week", "2026 年第 47 周", "Week 47 of 2026"),
    field("span", "起止日期", "From and to", "2026-11-16 至 2026-11-22", "2026-11-16 to 2026-11-22"),
    field(
        "figures",
        "本周数字",
        "Figures (rows: what, count, other, other_count)",
        [{"what": "巡检次数", "count": "5", "other": "新下达整改", "other_count": "3"}],
        [{"what": "Rounds", "count": "5", "other": "Measures set", "other_count": "3"}],
    ),
    field(
        "summary",
        "本周小结",
        "Summary",
        "本周完成五次巡检，导医台交接班空岗问题已与科室主任约定整改。",
        "Five rounds; the desk left alone at hand-over was taken up with the head of department.",
    ),
    field("problems", "存在的问题", "Problems", "单人当班时段仍集中在上午。", "One person alone in the morning still."),
    field(
        "plan",
        "下周计划",
        "Plan",
        "周二复查导医台；周四暗访清泉门诊部。",
        "Tuesday: the desk again; Thursday: a mystery visit.",
    ),
    field(
        "rounds",
        "巡检",
        "Rounds (rows: number, kind, institution, day, people, failed, score, verdict, tone)",
        [_sample_round("日常巡查", "11-17 周二", "不合格")],
        [_sample_round("Patrol", "11-17 Tue", "Failed")],
    ),
    field(
        "findings",
        "主要发现",
        "Findings (rows: who, item, note, gravity, fixed, round, tone)",
        [
            {
                "who": "张𬱖 · 导医部",
                "item": "当班不脱岗",
                "note": "导医台无人 6 分钟",
                "gravity": "较重",
                "fixed": False,
                "round": "XJ-BJ-2026-0131",
                "tone": "bad",
            }
        ],
        [
            {
                "who": "张𬱖 · Guides",
                "item": "Stays on post",
                "note": "Desk alone for 6 minutes",
                "gravity": "Serious",
                "fixed": False,
                "round": "XJ-BJ-2026-0131",
                "tone": "bad",
            }
        ],
    ),
    field("more", "其余发现", "The other findings", "另有 9 项一般问题，已当场整改。", "9 more, mended at once."),
    field(
        "closed",
        "完成的整改",
        "Measures closed (rows: number, task, owner, due, closed, late)",
        [_sample_measure("更换夹式胸卡", "", "2026-11-18")],
        [_sample_measure("Clip-on badges", "", "2026-11-18")],
    ),
    field(
        "overdue",
        "逾期的整改",
        "Measures overdue (rows: number, task, owner, due, closed, late)",
        [_sample_measure("大厅门口铺设防滑垫", "逾期 3 天", "")],
        [_sample_measure("Mats at the hall's door", "3 days late", "")],
    ),
    field(
        "slips",
        "处分",
        "Slips (rows: number, employee, rung, state, total)",
        [{"number": "CF-BJ-2026-0007", "employee": "张𬱖", "rung": "第 3 次", "state": "已签发", "total": "¥200.00"}],
        [{"number": "CF-BJ-2026-0007", "employee": "张𬱖", "rung": "3rd", "state": "Issued", "total": "¥200.00"}],
    ),
    field(
        "plans",
        "已排巡检",
        "Planned rounds (rows: day, kind, institution, who, note)",
        [
            {
                "day": "2026-11-24 周二",
                "kind": "日常巡查",
                "institution": "北京和颐医院",
                "who": "顾晓岚",
                "note": "复查导医台",
            }
        ],
        [
            {
                "day": "2026-11-24 Tue",
                "kind": "Patrol",
                "institution": "Heyi Hospital",
                "who": "Gu Xiaolan",
                "note": "The desk again",
            }
        ],
    ),
)
