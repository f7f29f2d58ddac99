"""What a pack comes to, in words of either language: how it is inspected, for whom, how long, what is measured.

Screens and papers say it alike; the phrases stand under `pack_card`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model.standards import AnswerKind, Gravity, Item, Pack, Target
from qualitydesk.inspections.rules.units import limit_in_words

BETWEEN = {"zh": "、", "en": ", "}
APART = {"zh": "；", "en": "; "}


@dataclass(frozen=True)
class Measured:
    """An item with a figure: its title and its limit in words. `timed`: a step against the clock."""

    title: str
    limit: str
    timed: bool


def whom_words(pack: Pack, post_names: Mapping[str, str], language: str) -> str:
    """Who is looked at: "女员工 · 导医、护士", "Everybody", "Places"."""
    if pack.target is Target.PLACE:
        return say(language, "pack_card.places")
    parts = [say(language, f"pack_card.{pack.sex}")] if pack.sex else []
    if pack.posts:
        parts.append(BETWEEN[language].join(post_names.get(code, code) for code in pack.posts))
    return " · ".join(parts) or say(language, "pack_card.everybody")


def how_words(pack: Pack, language: str) -> str:
    """How it is inspected: item by item or step by step, one person or one place."""
    return say(language, f"pack_card.how_{pack.kind.value}_{pack.target.value}")


def minutes_words(pack: Pack, language: str) -> str:
    """The time of one stop: "每人约 15 分钟"."""
    return say(language, f"pack_card.minutes_{pack.target.value}", minutes=pack.minutes)


def items_words(pack: Pack, language: str) -> str:
    """How many items, how they are answered, how many critical: "20 项：合格或不合格 12 项、实测 8 项；关键项 2 项"."""
    kinds = Counter(item.kind for item in pack.items)
    told = BETWEEN[language].join(
        say(language, "pack_card.kind", kind=say(language, f"answer_kind.{kind.value}"), count=count)
        for kind, count in kinds.most_common()
    )
    critical = sum(item.critical for item in pack.items)
    tail = say(language, "pack_card.critical" if critical else "pack_card.none_critical", count=critical)
    return APART[language].join((_counted("pack_card.items", len(pack.items), language, kinds=told), tail))


def weights_words(pack: Pack, language: str) -> str:
    """How the weights lie, and what they come to: "权重 3：5 项、权重 2：12 项；满分 39 分"."""
    weights = Counter(item.weight for item in pack.items)
    told = [
        say(language, "pack_card.weight", weight=weight, count=weights[weight])
        for weight in sorted(weights, reverse=True)
    ]
    points = _counted("pack_card.points", sum(item.weight for item in pack.items), language)
    return APART[language].join((BETWEEN[language].join(told), points))


def _counted(code: str, count: int, language: str, **values: str) -> str:
    return say(language, f"{code}_one" if count == 1 else code, count=count, **values)


def measured_in(items: Iterable[Item], language: str) -> list[Measured]:
    """The items with figures, in the order of walking: what is measured, and steps against the clock."""
    return [
        Measured(item.title[language], limit_in_words(item.limit, language), item.kind is AnswerKind.STEP)
        for item in items
        if item.limit is not None
    ]


def measured_words(items: Sequence[Item], language: str) -> list[str]:
    """A line for each: "铃响后接听：最多 3 声"."""
    between = "：" if language == "zh" else ": "
    return [f"{one.title}{between}{one.limit}" for one in measured_in(items, language)]


def limit_line(item: Item, language: str) -> str:
    """The limit with what it is: "时限：最多 30 秒", "Limit: at most 5 people"; "" without one."""
    if item.limit is None:
        return ""
    code = "pack_card.time_limit" if item.kind is AnswerKind.STEP else "pack_card.limit"
    return say(language, code, limit=limit_in_words(item.limit, language))


def marks_line(item: Item, language: str) -> str:
    """Weight, gravity where it is serious: "权重 2，较重"."""
    told = say(language, "pack_card.of_weight", weight=item.weight)
    return told if item.gravity is Gravity.ORDINARY else say(language, "pack_card.serious", marks=told)


def off_limits(items: Iterable[Item]) -> int:
    """How many items stand where their source breaks off or cannot be read."""
    return sum(item.cut_off is not None for item in items)
