"""How often rounds are due, and what a suggested round is made by: the typed view of the rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Per(StrEnum):
    """The period a frequency counts in. Words: phrases `plan.per.<value>`."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Frequency:
    """So many times in each period; 0: only as arranged. DAY counts working days."""

    times: int
    per: Per


@dataclass(frozen=True)
class Suggesting:
    """What a suggested round is made by: how many people at most; from how many days on somebody counts as unseen;
    how often within how many days an item must fail to be a repeat weakness; the share drawn by lot and the share of
    bad ones not to be overlooked, in per cent."""

    people: int = 12
    unseen_days: int = 30
    repeat_times: int = 2
    repeat_days: int = 90
    random_percent: int = 20
    bad_percent: int = 10


@dataclass(frozen=True)
class PlanRule:
    """How often each kind of round is due at an institution, by the codes of `ROUND_KINDS`."""

    kinds: Mapping[str, Frequency]
    suggesting: Suggesting = Suggesting()
