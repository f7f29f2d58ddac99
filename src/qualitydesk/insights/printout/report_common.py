"""What all reports carry: number, period, whom it is of, who wrote it; and rows of a table as fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.reports import ReportName, ReportWish, ReportWords
from qualitydesk.insights.rules.reports import last_of
from qualitydesk.printing.fields import Field, field


@dataclass(frozen=True)
class ReportHead:
    """Who it is of and from. `code`: of the institution, "" for the group; `author` "" where nobody is named."""

    group_name: str
    institution: str
    code: str
    author: str
    post: str
    as_of: date


COMMON: tuple[Field, ...] = (
    field("number", "编号", "Number", "JB-2026-Q4"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "", ""),
    field("scope", "范围", "Of", "和颐医疗集团", "Heyi Medical Group"),
    field("author", "填报人", "Written by", "张𬱖"),
    field("post", "岗位", "Post", "客服主任", "Supervisor"),
    field("period", "期间", "Period", "2026 年第 4 季度", "Quarter 4 of 2026"),
    field("span", "起止日期", "From and to", "2026-10-01 至 2026-12-31", "2026-10-01 to 2026-12-31"),
    field("as_of", "统计截止", "As of", "2026-11-30"),
    field("unfinished", "未结束说明", "The period lasts", "", ""),
    field("summary", "小结", "In her words", "本季导医台改进明显。", "The guides' desk has clearly improved."),
    field("proposals", "建议", "Proposals", "建议增设午间顶岗。", "A stand-in at noon is proposed."),
)


def common(wish: ReportWish, words: ReportWords, head: ReportHead, language: str) -> dict[str, Any]:
    """The fields of `COMMON`."""
    last = last_of(wish.name, wish.first)
    prefix = {ReportName.QUARTER: "JB", ReportName.MONTH: "YB", ReportName.SCORE: "FW"}[wish.name]
    quarter = (wish.first.month + 2) // 3
    part = f"Q{quarter}" if wish.name is ReportName.QUARTER else f"{wish.first.month:02d}"
    code = "-".join(one for one in (prefix, head.code, str(wish.first.year), part) if one)
    number = f"{code}-{say(language, f'quality.short.{wish.version}')}" if wish.name is ReportName.SCORE else code
    kind = "quarter" if wish.name is ReportName.QUARTER else "month"
    lasts = say(language, "quality.unfinished", day=head.as_of.isoformat()) if head.as_of < last else ""
    return {
        "number": number,
        "group_name": head.group_name,
        "institution": head.institution,
        "scope": head.institution or head.group_name,
        "author": head.author,
        "post": head.post,
        "period": period_words(wish.first, kind, language),
        "span": say(language, "week.span", first=wish.first.isoformat(), last=last.isoformat()),
        "as_of": min(head.as_of, last).isoformat(),
        "unfinished": lasts,
        "summary": words.summary,
        "proposals": words.proposals,
    }


def period_words(first: date, kind: str, language: str) -> str:
    """The words of a quarter or month by its first day."""
    values = {"year": first.year, "quarter": (first.month + 2) // 3, "month": f"{first.month:02d}"}
    return say(language, f"quality.{kind}_words", **values)


def cells(rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Rows of a table as fields c1, c2, …, so that a form takes them as the page shows them."""
    return [{f"c{at}": cell for at, cell in enumerate(row, 1)} for row in rows]
