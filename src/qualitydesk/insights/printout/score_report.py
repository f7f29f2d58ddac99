"""Service scores as values of forms/service_score.toml; in the meeting's version nobody is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.reports import ReportWish, ReportWords, Score, ScoreFacts, Version
from qualitydesk.insights.printout.report_common import COMMON, ReportHead, common
from qualitydesk.insights.printout.trend_marks import NONE
from qualitydesk.insights.rules.reports import FEWEST_PEOPLE, masked, unidentified
from qualitydesk.printing.fields import Field, field


def _row(who: str, where: str, score: str, between: str, inspected: str, failed: str, word: str) -> dict[str, str]:
    return {"who": who, "where": where, "score": score, "range": between, "inspected": inspected, "failed": failed,
            "word": word, "tone": ""}  # fmt: skip


_ROWS_ZH = [_row("张𬱖", "北京和颐医院 · 导医部", "94.2", "90.1–96.7", "156", "9", "")]
_ROWS_EN = [_row("张𬱖", "Heyi, Beijing · Guides", "94.2", "90.1–96.7", "156", "9", "")]
_KEYS = "rows: who, where, score, range, inspected, failed, word, tone"

SCORE_FIELDS: tuple[Field, ...] = (
    *COMMON,
    field("version", "版本", "Version", "人事版（具名）", "For HR, with names"),
    field("total", "总分", "Score of all", "93.8", "93.8"),
    field("total_said", "总分说明", "In a sentence", "1,204 项次中 75 项次不合格。", "75 of 1,204 checks failed."),
    field("employees", "员工", f"Employees ({_KEYS})", _ROWS_ZH, _ROWS_EN),
    field("departments", "科室", f"Departments ({_KEYS})", _ROWS_ZH, _ROWS_EN),
    field("institutions", "机构", f"Institutions ({_KEYS})", _ROWS_ZH, _ROWS_EN),
    field("explained", "说明", "How it is reckoned (list)", ["得分 = 合格项次 ÷ 检查项次 × 100。"],
          ["Score = passed / checked × 100."]),
)  # fmt: skip


def score_fields(
    facts: ScoreFacts,
    wish: ReportWish,
    words: ReportWords,
    head: ReportHead,
    language: str,
    everybody: Iterable[str] = (),
) -> dict[str, Any]:
    """Every field of `SCORE_FIELDS`. `everybody`: names that the meeting's version must not hold, in words either."""
    employees: Sequence[Score] = facts.employees
    codes = ["formula", "counted", "few", "order"]
    nothing = False
    if wish.version is Version.MEETING:
        instead = say(language, "quality.score.somebody")
        names = list(everybody)
        summary, proposals = (masked(one, names, instead) for one in (words.summary, words.proposals))
        words = replace(words, summary=summary, proposals=proposals)
        head = replace(head, author=head.post, post="")  # who wrote it by her post alone
        facts = unidentified(facts, say(language, "quality.score.other"))
        nothing = not facts.institutions
        employees = _nameless(facts.employees, language)
        codes.append("apart")
    total = facts.inspected
    score = f"{100 * (total - facts.failed) / total:.1f}" if total and not nothing else NONE
    return {
        **common(wish, words, head, language),
        "version": say(language, f"quality.version.{wish.version}"),
        "total": score,
        "total_said": say(language, "quality.score.hidden", people=FEWEST_PEOPLE, fewest=facts.fewest)
        if nothing
        else say(language, "quality.score.total", inspected=f"{total:,}", failed=f"{facts.failed:,}"),
        "employees": [_told(one, language) for one in employees],
        "departments": [_told(one, language) for one in facts.departments],
        "institutions": [_told(one, language) for one in facts.institutions],
        "explained": [
            say(language, f"quality.score.{code}", fewest=facts.fewest, people=FEWEST_PEOPLE) for code in codes
        ],
    }


def _nameless(scores: Sequence[Score], language: str) -> list[Score]:
    """People by place and a number that follows their ids, so that it tells nothing of name or score."""
    found: list[Score] = []
    counted: dict[str, int] = {}
    for one in sorted(scores, key=lambda score: (score.where, str(score.key))):
        counted[one.where] = counted.get(one.where, 0) + 1
        found.append(replace(one, words=say(language, "quality.score.nameless", n=counted[one.where])))
    return found


def _told(one: Score, language: str) -> dict[str, str]:
    """A row; of too few checks neither score nor range is printed."""
    few = not one.enough or one.interval is None
    between = NONE if few or one.interval is None else f"{100 * one.interval.low:.1f}–{100 * one.interval.high:.1f}"
    score = NONE if few or one.interval is None else f"{100 * one.interval.value:.1f}"
    word = say(language, "quality.score.too_few") if few else ""
    return _row(one.words, one.where, score, between, f"{one.inspected:,}", f"{one.failed:,}", word)
