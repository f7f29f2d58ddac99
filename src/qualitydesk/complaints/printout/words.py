"""How papers about complaints write moments, people, money and lengths of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.clock import DEFAULT_ZONE, local_day
from qualitydesk.basics.lengths import length
from qualitydesk.basics.phrases import knows, say
from qualitydesk.complaints.rules.deriving import moment
from qualitydesk.printing.fields import Field

BETWEEN = {"zh": "、", "en": ", "}


def rows(names: str, *entries: Sequence[Any]) -> list[dict[str, Any]]:
    """Sample rows: the names of their fields once, then their values."""
    return [dict(zip(names.split(), entry, strict=True)) for entry in entries]


class Words:
    """Words in one language, by the group's clock."""

    def __init__(self, language: str, zone: str = DEFAULT_ZONE) -> None:
        self.language = language
        self.zone = zone

    def say(self, code: str, **values: object) -> str:
        """A phrase of papers about cases."""
        return say(self.language, f"case_paper.{code}", **values)

    def of(self, family: str, code: object) -> str:
        """The word of a code; "" for None, the code itself where nobody has named it."""
        if code is None or code == "":
            return ""
        known = f"{family}.{code.value if hasattr(code, 'value') else code}"
        return say(self.language, known) if knows(self.language, known) else str(code)

    def joined(self, parts: Iterable[str]) -> str:
        return BETWEEN[self.language].join(part for part in parts if part)

    def moment(self, at: datetime | None) -> str:
        return moment(at, self.zone) if at is not None else ""

    def ending(self, at: datetime, on: date) -> str:
        """A deadline; the midnight that ends a day as that day's 24:00."""
        return moment(at, self.zone, on)

    def day(self, at: datetime) -> date:
        return local_day(at, self.zone)

    def length(self, start: datetime, end: datetime) -> str:
        """How long something took."""
        return length(int((end - start).total_seconds()) // 60, self.language)

    def signed(self, name: str, at: datetime | None) -> str:
        """顾晓岚　2026-11-22 10:00"""
        return "　".join(part for part in (name, self.moment(at)) if part)

    @staticmethod
    def money(fen: int) -> str:
        return money.words(fen)


def below(*parts: str) -> str:
    """One below the other, empty ones left out."""
    return "\n".join(part for part in parts if part)


def day_words(day: date | None) -> str:
    """An ISO day, "" for none."""
    return day.isoformat() if day is not None else ""


def plain(values: Mapping[str, Any], fields: Sequence[Field]) -> dict[str, Any]:
    """The values in the order of the fields; KeyError when one is missing or one too many."""
    told = {one.key: values[one.key] for one in fields}
    if len(told) != len(values):
        raise KeyError(sorted(set(values) - set(told)))
    return told
