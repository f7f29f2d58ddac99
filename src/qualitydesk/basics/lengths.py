"""Lengths of time in words."""

from __future__ import annotations

from qualitydesk.basics.phrases import say


def length(minutes: int, language: str) -> str:
    """A length of time in its two largest units: 3 d 4 h, 2 h 30 min, 40 min."""
    days, rest = divmod(max(0, minutes), 24 * 60)
    hours, left = divmod(rest, 60)
    if days:
        return (
            say(language, "clock.length.days", days=days, hours=hours)
            if hours
            else say(language, "clock.length.day", days=days)
        )
    if hours:
        return (
            say(language, "clock.length.hours", hours=hours, minutes=left)
            if left
            else say(language, "clock.length.hour", hours=hours)
        )
    return say(language, "clock.length.minutes", minutes=left)
