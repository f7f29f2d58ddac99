"""Reads the rule on contacts owed to members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model.contacting import (
    ContactsRule,
    ContactWay,
    Festival,
    FestivalCalendar,
    Planned,
    SolarTerm,
    WithoutWord,
)
from qualitydesk.rulebook.rules.reading import Reader

GIFTS = ("card_gift", "card_small_gift", "card")
_MOST_DAYS = 366
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_LUNAR = 30


def read_contacts(values: Mapping[str, Any]) -> ContactsRule:
    """The rule on contacts in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    first = reader.whole("message_from", 0, 23)
    rule = ContactsRule(
        plan={code: _planned(reader, code) for code in reader.keys("plan")},
        weekday=reader.whole("weekly.weekday", 0, 7),
        terms=reader.words("seasons.terms", SolarTerm),
        festivals={code: _festival(reader, code) for code in reader.keys("festivals")},
        birthday_way=reader.word("birthday.way", ContactWay),
        gifts={tier: _gift(reader, tier) for tier in reader.keys("birthday.gifts")},
        family=reader.codes("birthday.family") if reader.has("birthday.family") else (),
        tiers=reader.codes("tiers"),
        message_from=first,
        message_until=reader.whole("message_until", first + 1, 24),
        most_messages=reader.whole("most_messages", 1, 99),
        most_days=reader.whole("most_days", 1, _MOST_DAYS),
        stays_days=reader.whole("stays_days", 0, _MOST_DAYS),
        without_word=reader.word("without_word", WithoutWord),
    )
    reader.finish()
    return rule


def _planned(reader: Reader, code: str) -> Planned:
    path = f"plan.{code}"
    months = reader.whole(f"{path}.after_months", 0, 120, 0)
    days = reader.whole(f"{path}.after_days", 0 if months else 1, _MOST_DAYS, 0 if months else None)
    if months and days:
        reader.note(f"{path}.after_days", "value_twice")
    return Planned(days, months, reader.word(f"{path}.way", ContactWay))


def _festival(reader: Reader, code: str) -> Festival:
    path = f"festivals.{code}"
    calendar = reader.word(f"{path}.calendar", FestivalCalendar)
    month = reader.whole(f"{path}.month", 1, 12)
    longest = _LONGEST_LUNAR if calendar is FestivalCalendar.LUNAR else _MONTH_LENGTHS[month - 1]
    return Festival(calendar, month, reader.whole(f"{path}.day", 1, longest))


def _gift(reader: Reader, tier: str) -> str:
    path = f"birthday.gifts.{tier}"
    found = reader.text(path)
    if found and found not in GIFTS:
        reader.note(path, "value_not_known", known=", ".join(GIFTS), found=found)
    return found
