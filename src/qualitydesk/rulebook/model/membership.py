"""Typed views of the rules on members' benefits and points. Money in fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class BenefitRule:
    """How often a calendar year each tier may have what: tier → benefit → times."""

    tiers: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class MemberPointsRule:
    """A point for each whole `fen_per_point` of a bill of an earning kind, good for `valid_months` from its day;
    `tiers`: who redeems them."""

    fen_per_point: int
    valid_months: int
    kinds: tuple[str, ...]
    tiers: tuple[str, ...]
