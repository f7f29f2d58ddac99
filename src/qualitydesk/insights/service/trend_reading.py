"""What all charts ask in the same way: how a filter narrows, totals, the period before, titles of items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import DEFAULT_ZONE, Clock, local_day
from qualitydesk.directory.service import Directory
from qualitydesk.directory.service.visitors import Visitors
from qualitydesk.insights.model.trends import TrendFilter
from qualitydesk.insights.rules import over_time
from qualitydesk.insights.store import trend_sums
from qualitydesk.inspections.service import Standards
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.storage.database import Connection, Database

_PACK = "pack:"
RECORDED = 0.9
"""Of the period compared with so much must be on record."""
Pair = tuple[int, int]
"""Inspected and failed."""


class TrendReading:
    """Base of the charts of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        standards: Standards,
        tiers: Tiers,
        visitors: Visitors,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._standards = standards
        self._tiers = tiers
        self._visitor_counts = visitors

    def titles(self, language: str) -> dict[str, str]:
        """Titles of items by code, of the newest edition of each pack."""
        return {item.code: _in(item.title, language) for line in self._standards.shelf() for item in line.pack.items}

    def item_choices(self, language: str) -> tuple[tuple[str, str, str], ...]:
        """Packs, each followed by its sections and these by their items: (key, words, name of the pack)."""
        found: list[tuple[str, str, str]] = []
        for line in self._standards.shelf():
            pack = line.pack
            name = _in(pack.name, language)
            found.append((f"{_PACK}{pack.code}", name, ""))
            for section, words in pack.sections.items():
                inside = [item for item in pack.items if item.section == section]
                if inside:
                    found.append((f"{_PACK}{pack.code}/{section}", f"{name} · {_in(words, language)}", ""))
                    found += [(item.code, _in(item.title, language), name) for item in inside]
        return tuple(found)

    def _codes(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The codes of the items that keys of `item_choices` stand for."""
        held = self.held() if any(key.startswith(_PACK) for key in keys) else {}
        return tuple(dict.fromkeys(code for key in keys for code in held.get(key, (key,))))

    def held(self) -> dict[str, tuple[str, ...]]:
        """The codes of the items of each pack and section, by their keys."""
        found: dict[str, list[str]] = {}
        for line in self._standards.shelf():
            for item in line.pack.items:
                for key in (f"{_PACK}{line.pack.code}", f"{_PACK}{line.pack.code}/{item.section}"):
                    found.setdefault(key, []).append(item.code)
        return {key: tuple(codes) for key, codes in found.items()}

    def _narrow(self, wanted: TrendFilter) -> trend_sums.Narrow:
        items = self._codes(wanted.items)
        return trend_sums.Narrow(wanted.institutions, wanted.departments, wanted.kinds, items)

    def _recorded(self, connection: Connection, wanted: TrendFilter) -> bool:
        """Whether complaints were on record for the most part of the period compared with: before the first case of
        all, none says nothing."""
        began = trend_sums.first_case(connection)
        first, last = wanted.before
        since = max(first, local_day(began)) if began is not None else last
        return (last - since).days + 1 >= RECORDED * ((last - first).days + 1)

    def _span(self, wanted: TrendFilter) -> tuple[date, date] | None:
        """First days of the first and last month or week of the period; None for one that lies ahead."""
        firsts = over_time.firsts_within(wanted.span, wanted.first, min(wanted.last, self._directory.today()))
        return (firsts[0], firsts[-1]) if firsts else None

    def _span_before(self, wanted: TrendFilter) -> tuple[date, date]:
        """Likewise of the period compared with, which ends before the period begins."""
        first, last = wanted.before
        firsts = over_time.firsts_within(wanted.span, first, last)
        own = over_time.first_of(wanted.span, wanted.first)
        ends = [one for one in firsts if one < own] or [firsts[0]]
        return ends[0], ends[-1]

    def _sums(self, connection: Connection, wanted: TrendFilter, *keys: str) -> dict[Any, Pair]:
        span = self._span(wanted)
        return trend_sums.by(connection, self._narrow(wanted), wanted.span, *span, *keys) if span else {}

    def _sums_before(self, connection: Connection, wanted: TrendFilter, *keys: str) -> dict[Any, Pair]:
        return trend_sums.by(connection, self._narrow(wanted), wanted.span, *self._span_before(wanted), *keys)


def _in(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or words["zh"]


def added(found: Mapping[Any, Pair]) -> Pair:
    """Inspected and failed of all together."""
    return sum(one[0] for one in found.values()), sum(one[1] for one in found.values())


def bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """From the first moment of a day until the first after another."""
    zone = ZoneInfo(DEFAULT_ZONE)
    begin = datetime.combine(first, time(), zone).astimezone(UTC)
    return begin, datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)


def homes_in(wanted: TrendFilter) -> tuple[UUID, ...]:
    """The institutions asked for; empty = all."""
    return wanted.institutions
