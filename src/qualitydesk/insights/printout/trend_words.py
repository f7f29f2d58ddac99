"""Charts in words, in both languages: the door to what `over_time_words` and `figure_words` say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qualitydesk.insights.model.told import Told
from qualitydesk.insights.model.trends import (
    Causes,
    Closing,
    Coverage,
    Effects,
    Funnel,
    HeatMap,
    Money,
    Moves,
    OnTime,
    OverTime,
    Span,
    Trend,
    TrendName,
)
from qualitydesk.insights.printout import course_words, figure_words
from qualitydesk.insights.printout.over_time_words import over_time_head, over_time_told
from qualitydesk.insights.printout.trend_marks import head

_TOLD: dict[type[Any], Callable[[Any, str], Told]] = {
    OverTime: over_time_told,
    Causes: figure_words.causes_told,
    HeatMap: figure_words.heat_told,
    Funnel: figure_words.funnel_told,
    Effects: figure_words.effects_told,
    OnTime: course_words.on_time_told,
    Closing: course_words.closing_told,
    Money: course_words.money_told,
    Moves: course_words.moves_told,
    Coverage: course_words.coverage_told,
}
_HEADS: dict[TrendName, tuple[str, ...]] = {
    TrendName.ITEMS: figure_words.ITEM_HEAD,
    TrendName.SUBJECTS: figure_words.SUBJECT_HEAD,
    TrendName.ITEM_DEPARTMENT: figure_words.HEAT_HEADS[TrendName.ITEM_DEPARTMENT],
    TrendName.INSTITUTION_ITEM: figure_words.HEAT_HEADS[TrendName.INSTITUTION_ITEM],
    TrendName.FUNNEL: figure_words.FUNNEL_HEAD,
    TrendName.EFFECTS: figure_words.EFFECT_HEAD,
    TrendName.ON_TIME: course_words.ON_TIME_HEAD,
    TrendName.CLOSING: course_words.CLOSING_HEAD,
    TrendName.MONEY: course_words.MONEY_HEAD,
    TrendName.TIERS: course_words.MOVES_HEAD,
    TrendName.COVERAGE: course_words.COVERAGE_HEAD,
}


def told(trend: Trend, language: str) -> Told:
    """The chart in words."""
    return _TOLD[type(trend)](trend, language)


def head_of(name: TrendName, language: str, span: Span = Span.MONTH) -> tuple[str, ...]:
    """The heads of a chart's table, before anything is read."""
    if name in (TrendName.FAILS, TrendName.COMPLAINTS):
        return over_time_head(name, span, language)
    return head(_HEADS[name], language)
