"""The supervisor's monthly report as values of forms/supervisor_month.toml: each number with its sentence."""

from __future__ import annotations

from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say, together
from qualitydesk.insights.model.reports import MonthFacts, ReportWish, ReportWords, RoundCounts
from qualitydesk.insights.model.trends import Money
from qualitydesk.insights.printout.course_words import clock_words, closing_told, coverage_told, on_time_told
from qualitydesk.insights.printout.over_time_words import change_words
from qualitydesk.insights.printout.report_common import COMMON, ReportHead, common
from qualitydesk.insights.printout.trend_marks import NONE, part, share, shares
from qualitydesk.printing.fields import Field, field

_MOST = 12  # departments listed with those not seen; the rest stands together


def _row(what: str, value: str, before: str, sentence: str) -> dict[str, str]:
    return {"what": what, "value": value, "before": before, "sentence": sentence}


MONTH_REPORT_FIELDS: tuple[Field, ...] = (
    *COMMON,
    field("numbers", "本月数字", "Figures (rows: what, value, before, sentence)",
          [_row("完成巡检", "18", "15", "计划 20 次，已开始 18 次。")],
          [_row("Rounds done", "18", "15", "20 planned, 18 of them begun.")]),
    field("levels", "按等级", "Complaints by level (rows: what, value, before, sentence)",
          [_row("II级", "4", "3", "")], [_row("Level II", "4", "3", "")]),
    field("clocks", "时限", "On time (rows: what, value, before, sentence)",
          [_row("首次联系", "91.7 %", "88.0 %", "11/12，95% 区间 64.6–98.5 %")],
          [_row("First contact", "91.7 %", "88.0 %", "11 of 12, 95 % range 64.6–98.5 %")]),
    field("unseen", "久未受检", "Not seen for longest (rows: what, value, before, sentence)",
          [_row("北京和颐医院 · 导医部", "2", "", "")], [_row("Heyi, Beijing · Guides", "2", "", "")]),
)  # fmt: skip


def month_report_fields(
    facts: MonthFacts, wish: ReportWish, words: ReportWords, head: ReportHead, language: str
) -> dict[str, Any]:
    """Every field of `MONTH_REPORT_FIELDS`."""
    return {
        **common(wish, words, head, language),
        "numbers": numbers_of(facts, wish, language),
        "levels": [_row(_level(level, language), f"{now:,}", f"{before:,}", "") for level, now, before in facts.levels],
        "clocks": [
            _row(
                clock_words(one.code, language),
                share(one.interval.value),
                NONE if one.before is None else share(one.before.value),
                say(language, "quality.month.clock", kept=one.kept, all=one.all, range=shares(one.interval)),
            )
            for one in facts.on_time.rows
        ],
        "unseen": _unseen(facts, language),
    }


def numbers_of(facts: MonthFacts, wish: ReportWish, language: str) -> list[dict[str, str]]:
    """The figures of the month, each with the month before and its sentence."""

    def named(code: str, value: str, before: str, sentence: str) -> dict[str, str]:
        return _row(say(language, f"quality.month.{code}"), value, before, sentence)

    fails, cases = facts.fails, facts.complaints
    count_before, size_before = fails.total_before
    received, received_before = (sum(level[at] for level in facts.levels) for at in (1, 2))
    now, before = _sums(facts.money), _sums(facts.money_before)
    closing, coverage = closing_told(facts.closing, language), coverage_told(facts.coverage, language)
    moved = next(((up, down) for first, up, down in facts.moves.months if first == wish.first), (0, 0))
    return [
        named(
            "rounds", f"{facts.rounds.finished:,}", f"{facts.rounds_before.finished:,}", _rounds(facts.rounds, language)
        ),
        named("checks", f"{fails.total[1]:,.0f}", f"{size_before:,.0f}", say(language, "quality.month.checks_said")),
        named("fails", part(*fails.total), part(count_before, size_before), change_words(fails, language)),
        named(
            "complaints", f"{received:,}", f"{received_before:,}", _received(cases.change is not None, facts, language)
        ),
        named(
            "on_time",
            _overall(facts),
            NONE,
            on_time_told(facts.on_time, language).sentence,
        ),
        named(
            "closing",
            NONE if facts.closing.now.median is None else f"{facts.closing.now.median:g}",
            NONE if facts.closing.before.median is None else f"{facts.closing.before.median:g}",
            closing.sentence,
        ),
        named("slips", f"{now[0]:,}", f"{before[0]:,}", say(language, "quality.month.slips_said")),
        named("fines", money.words(now[1]), money.words(before[1]), say(language, "quality.month.fines_said")),
        named(
            "points",
            f"+{now[2]} / −{now[3]}",
            f"+{before[2]} / −{before[3]}",
            say(language, "quality.month.points_said"),
        ),
        named(
            "tiers",
            f"↑{moved[0]} ↓{moved[1]}",
            "",
            say(language, "quality.month.tiers_said", up=moved[0], down=moved[1]),
        ),
        named(
            "coverage", f"{facts.coverage.people - facts.coverage.late}/{facts.coverage.people}", "", coverage.sentence
        ),
    ]


def _level(level: int, language: str) -> str:
    return say(language, f"level.{level}" if level else "quality.month.ungraded")


def _rounds(counts: RoundCounts, language: str) -> str:
    if not counts.planned:
        return say(language, "quality.month.no_plan")
    return say(language, "quality.month.rounds_said", planned=counts.planned, started=counts.started)


def _received(certain: bool, facts: MonthFacts, language: str) -> str:
    grave = sum(now for level, now, _before in facts.levels if 1 <= level <= 2)
    told = say(language, "quality.month.grave", count=grave) if sum(one[1] for one in facts.levels) else ""
    return together((change_words(facts.complaints, language), told), language)


def _overall(facts: MonthFacts) -> str:
    kept, every = sum(one.kept for one in facts.on_time.rows), sum(one.all for one in facts.on_time.rows)
    return part(kept, every)


def _sums(found: Money) -> tuple[int, int, int, int]:
    """Slips, fen, points given and taken."""
    months = found.months
    return (
        sum(one.slips for one in months), sum(one.fines for one in months), sum(one.plus for one in months),
        sum(one.minus for one in months),
    )  # fmt: skip


def _unseen(facts: MonthFacts, language: str) -> list[dict[str, str]]:
    """How many people of each department were not seen within the limit; nobody is named."""
    counted: dict[str, int] = {}
    for one in facts.coverage.rows:
        if one.kind == "person" and (one.days is None or one.days > facts.coverage.limit):
            counted[one.where] = counted.get(one.where, 0) + 1
    order = sorted(counted.items(), key=lambda at: (-at[1], at[0]))
    rows = [_row(where, f"{count:,}", "", "") for where, count in order[:_MOST]]
    if rest := order[_MOST:]:
        words = say(language, "quality.month.rest", count=len(rest))
        rows.append(_row(words, f"{sum(count for _where, count in rest):,}", "", ""))
    return rows
