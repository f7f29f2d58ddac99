"""A month's figures become the values of forms/complaint_month.toml (患者投诉案件统计表), in the paper's language."""

from __future__ import annotations

from typing import Any

from qualitydesk.complaints.model.month import ClosedCase, Tally
from qualitydesk.complaints.printout.month_rows import (
    CLOSED,
    COUNTS,
    MOVES,
    OVERDUE,
    SUBJECTS,
    SUMS,
    TALLIED,
    MonthPaper,
    as_of_words,
    kept,
    month_words,
    moves,
    outcome_words,
    overdue_row,
    percent,
    share_words,
    subject_rows,
)
from qualitydesk.complaints.printout.words import Words, day_words, plain, rows
from qualitydesk.printing.fields import Field, field

_TALLY = ("12", "23", "2", "26", "11", "1", "22/27 · 81.5 %", "¥18,600.00", "¥3,000.00", "¥2,400.00")
_CASE_ZH = ("LGBJ20261103", "北京和颐医院", "II级", "2026-11-12", "2026-11-15", "3", "按时",
              "收费价格：成立\n服务态度：部分成立", "¥6,400.00", "¥0.00", "¥600.00", "")  # fmt: skip
_CASE_EN = ("LGBJ20261103", "Heyi, Beijing", "Level II", "2026-11-12", "2026-11-15", "3", "in time",
              "Price: upheld\nAttitude: partly upheld", "¥6,400.00", "¥0.00", "¥600.00", "")  # fmt: skip

MONTH_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "TJ-LGBJ-2026-11"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("logo", "标志图片", "Logo (picture)", ""),
    field("month", "月份", "Month", "2026年11月", "November 2026"),
    field("scope", "范围", "Of", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("as_of", "统计截止", "As of", "2026-11-30 24:00"),
    field("unfinished", "本月未结束说明", "The month lasts", "", ""),
    field("made_on", "填报日期", "Made on", "2026-12-03"),
    field("made_by", "填报人", "Made by", "张𬱖"),
    field("ready_by", "应填报日期", "To be ready by", "2026-12-05"),
    field("review_before", "审阅期限", "To be reviewed before", "2026-12-10"),
    field("brought", "承前", "Brought forward", "12"),
    field("new", "新收", "New", "23"),
    field("reopened", "重新立案", "Reopened", "2"),
    field("closed", "结案", "Closed", "26"),
    field("carried", "结转", "Carried forward", "11"),
    field("on_time", "按时结案率", "Closed on time", "81.5 %"),
    field("on_time_of", "按时结案率的分子与分母", "Of how many", "22 / 27 件：26 件结案，另有 1 件超期未结",
          "22 of 27: 26 closed, and 1 open and overdue"),
    field("overdue", "超期未结", "Open and overdue", "1"),
    field("not_accepted", "尚未受理", "Not accepted yet", "0"),
    field("days", "收到至结案天数", "Days from receipt to closing", "中位数 5 天，最长 16 天", "median 5, longest 16"),
    field("refund", "退费", "Refunds", "¥18,600.00"),
    field("compensation", "赔偿", "Compensation", "¥3,000.00"),
    field("fines", "处理金额", "Fines", "¥2,400.00"),
    field("institutions", "按机构", f"By institution (rows: {', '.join(MOVES.split())})",
          rows(MOVES, ("北京和颐医院", *_TALLY, ""), ("合计", *_TALLY, "sum")),
          rows(MOVES, ("Heyi Hospital, Beijing", *_TALLY, ""), ("Total", *_TALLY, "sum"))),
    field("levels", "按等级", "By level (rows as above)",
          rows(MOVES, ("II级", *_TALLY, ""), ("合计", *_TALLY, "sum")),
          rows(MOVES, ("Level II", *_TALLY, ""), ("Total", *_TALLY, "sum"))),
    field("channels", "按渠道", "By channel (rows as above)",
          rows(MOVES, ("电话", *_TALLY, ""), ("合计", *_TALLY, "sum")),
          rows(MOVES, ("Telephone", *_TALLY, ""), ("Total", *_TALLY, "sum"))),
    field("subjects", "按事项与结论", f"By subject and outcome (rows: {', '.join(SUBJECTS.split())})",
          rows(SUBJECTS, ("收费价格", "9", "8", "5", "2", "1", "0", "0", ""),
               ("各事项合计", "9", "8", "5", "2", "1", "0", "0", "sum")),
          rows(SUBJECTS, ("Price", "9", "8", "5", "2", "1", "0", "0", ""),
               ("All subjects", "9", "8", "5", "2", "1", "0", "0", "sum"))),
    field("closed_cases", "本月结案案件", f"Cases closed (rows: {', '.join(CLOSED.split())})",
          rows(CLOSED, _CASE_ZH), rows(CLOSED, _CASE_EN)),
    field("overdue_cases", "超期未结案件", f"Open and overdue (rows: {', '.join(OVERDUE.split())})",
          rows(OVERDUE, ("LGBJ20261009", "北京和颐医院", "I级", "2026-10-21", "2026-11-04", "26")),
          rows(OVERDUE, ("LGBJ20261009", "Heyi, Beijing", "Level I", "2026-10-21", "2026-11-04", "26"))),
    field("remark", "说明", "Remark", "", ""),
)  # fmt: skip


def month_fields(paper: MonthPaper, language: str) -> dict[str, Any]:
    """Every field of `MONTH_FIELDS`."""
    sheet, words = paper.sheet, Words(language, paper.zone)
    total = sheet.total
    lasting = sheet.as_of < sheet.month.ends
    ended = as_of_words(sheet, words)
    days = ""
    if sheet.median_days is not None:
        days = words.say("days", median=f"{sheet.median_days:g}", longest=sheet.longest_days)
    values = {
        "number": paper.number,
        "group_name": paper.group_name,
        "institution": paper.institution,
        "logo": "",
        "month": month_words(sheet, words),
        "scope": paper.institution or words.say("whole_group"),
        "as_of": ended,
        "unfinished": words.say("unfinished", moment=ended) if lasting else "",
        "made_on": paper.made_on,
        "made_by": paper.made_by,
        "ready_by": day_words(paper.dates.ready_by),
        "review_before": day_words(paper.dates.review_before),
        **{name: str(getattr(total, name)) for name in ("brought", "new", "reopened", "closed", "carried", "overdue")},
        "on_time": percent(total.on_time),
        "on_time_of": share_words(total, words),
        "not_accepted": str(sheet.not_accepted),
        "days": days,
        **{name: words.money(getattr(total, name)) for name in ("refund", "compensation", "fines")},
        **{name: [_move(*one, words) for one in moves(sheet, name, words)] for name in TALLIED},
        "subjects": [dict(zip(SUBJECTS.split(), map(str, one), strict=True)) for one in subject_rows(sheet, words)],
        "closed_cases": [_closed(one, words) for one in sheet.closed],
        "overdue_cases": [
            dict(zip(OVERDUE.split(), map(str, overdue_row(one, words)), strict=True)) for one in sheet.overdue
        ],
        "remark": paper.remark,
    }
    return plain(values, MONTH_FIELDS)


def _move(label: str, tally: Tally, tone: str, words: Words) -> dict[str, Any]:
    share = tally.on_time
    told = f"{share.kept}/{share.counted} · {percent(share)}" if share.counted else percent(share)
    return {
        "name": label,
        **{name: str(getattr(tally, name)) for name in COUNTS},
        "on_time": told,
        **{name: words.money(getattr(tally, name)) for name in SUMS},
        "tone": tone,
    }


def _closed(one: ClosedCase, words: Words) -> dict[str, Any]:
    values = (
        one.number,
        one.institution,
        words.of("level", one.level),
        one.received_on.isoformat(),
        one.closed_on.isoformat(),
        str(one.days),
        kept(one, words),
        outcome_words(one, words, "\n"),
        words.money(one.refund),
        words.money(one.compensation),
        words.money(one.fines),
        "bad" if one.on_time is False else "",
    )
    return dict(zip(CLOSED.split(), values, strict=True))
