"""Fields of what a report tells besides the answers, with samples; and those of the experience report."""

from __future__ import annotations

from typing import Any

from qualitydesk.printing.fields import Field, field


def _step(place: str, order: str, step: str, times: tuple[str, str, str], answer: str, note: str, tone: str) -> Any:
    began, ended, length = times
    return {
        "place": place,
        "order": order,
        "step": step,
        "began": began,
        "ended": ended,
        "length": length,
        "answer": answer,
        "note": note,
        "tone": tone,
    }


_TIMELINES_ZH = [
    {
        "stop": "张𬱖 · 导医",
        "sum": "全程 11 分 20 秒 · 步骤顺序与标准不一致 · 1 步超时",
        "steps": [
            _step("1", "1", "迎接患者，主动问候", ("09:12:05", "09:12:40", "35 秒"), "合格", "", ""),
            _step("2", "3", "引导挂号登记", ("09:16:30", "09:19:00", "2 分 30 秒"), "合格", "未按顺序", "warning"),
            _step("3", "2", "问清来意", ("09:12:45", "09:16:10", "3 分 25 秒"), "不合格", "超时", "bad"),
            _step("4", "", "送别", ("", "", ""), "未答", "", ""),
        ],
    }
]
_TIMELINES_EN = [
    {
        "stop": "张𬱖 · guide",
        "sum": "11 min 20 s in all · steps not in the order of the list · 1 steps over their limit",
        "steps": [
            _step("1", "1", "Meets and greets the patient", ("09:12:05", "09:12:40", "35 s"), "Pass", "", ""),
            _step("2", "3", "Leads to registration", ("09:16:30", "09:19:00", "2 min 30 s"), "Pass", "out of order",
                  "warning"),
            _step("3", "2", "Asks what the patient needs", ("09:12:45", "09:16:10", "3 min 25 s"), "Fail",
                  "over the limit", "bad"),
            _step("4", "", "Sees the patient off", ("", "", ""), "unanswered", "", ""),
        ],
    }
]  # fmt: skip


def _correction(target: str, item: str, before: str, after: str, reason: str, by: str) -> Any:
    return {"target": target, "item": item, "before": before, "after": after, "reason": reason, "by": by}


def _dispute(target: str, item: str, said: str, decision: str, reason: str) -> Any:
    return {"target": target, "item": item, "said": said, "decision": decision, "reason": reason}


EXTRA: tuple[Field, ...] = (
    field("title", "报告名称", "Title of the report", "集团行政查房报告", "Group round report"),
    field("lead_reason", "带队说明", "Why this leader", "质控负责人出差，由客服主任代为带队。",
          "The head of quality was away; the supervisor led in her place."),
    field("sample", "抽签说明", "How people were drawn",
          "抽签：从 12 人中抽取 3 人，不分组；第 1 次抽签，种子 482913",
          "Drawn by lot: 3 of 12 people, from all alike; draw no. 1, seed 482913"),
    field("late", "临时加入", "Added on the way (list)", ["2026-11-20（周五）10:05 临时加入：欧阳䶮 · 咨询"],
          ["2026-11-20 (Fri) 10:05 added on the way: 欧阳䶮 · consulting"]),
    field("options", "报告选项", "What was left out or hidden", "合格项未列出", "Items passed are not listed"),
    field("timelines", "流程用时", "Processes (rows: stop, sum, steps)", _TIMELINES_ZH, _TIMELINES_EN),
    field("corrections", "更正记录", "Corrections (rows: target, item, before, after, reason, by)",
          [_correction("㛃雅宁 · 导医", "淡妆", "不合格 · 未化妆", "合格", "误点，当班监控可证。",
                       "2026-11-20（周五）15:20\n顾晓岚")],
          [_correction("㛃雅宁 · guide", "Light make-up", "Fail · none", "Pass", "Mistaken key; the camera shows it.",
                       "2026-11-20 (Fri) 15:20\nGu Xiaolan")]),
    field("disputes", "异议与裁定", "Disputes (rows: target, item, said, decision, reason)",
          [_dispute("张𬱖 · 导医", "在岗", "当时正送一位老人上楼。\n2026-11-21 张𬱖",
                    "异议不成立，维持原结论\n2026-11-23 贺明远", "送人前未与同事交接，台前无人照看。")],
          [_dispute("张𬱖 · guide", "On post", "I was taking an old man upstairs.\n2026-11-21 张𬱖",
                    "Rejected: the finding stands\n2026-11-23 He Mingyuan", "The desk was not handed over first.")]),
    field("photos_small", "现场照片（小）", "Photographs, small (rows: image, caption)", []),
    field("photos_medium", "现场照片（中）", "Photographs, medium (rows: image, caption)", []),
    field("photos_large", "现场照片（大）", "Photographs, four to a page (rows: image, caption)", []),
)  # fmt: skip

EXPERIENCE: tuple[Field, ...] = (
    field("visitor", "访客代号", "The visitor's code", "青松-07", "Pine-07"),
    field("narrative", "体验经过", "What happened on the visit (rows: time, words)",
          [{"time": "09:05", "words": "进门，大厅有导医两名，一名在三步内起身问好。"},
           {"time": "09:12", "words": "说明想咨询种植牙，导医张𬱖未问姓名，直接指向二楼。"},
           {"time": "09:31", "words": "候诊 19 分钟，无人说明等候原因；饮水机无纸杯。"}],
          [{"time": "09:05", "words": "Came in; two guides in the hall, one stood up and greeted within three steps."},
           {"time": "09:12", "words": "Asked about implants; the guide 张𬱖 pointed upstairs without asking my name."},
           {"time": "09:31", "words": "Waited 19 minutes, nobody said why; no paper cups at the dispenser."}]),
    field("compiled_by", "整理人", "Compiled by", "顾晓岚", "Gu Xiaolan"),
)  # fmt: skip
