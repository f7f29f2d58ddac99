"""The rule `clocks`, read into typed values. Its shape is explained in resources/rulebook/clocks.toml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model.clocks import (
    ClockKind,
    ClockRule,
    ClocksRule,
    PauseRule,
    ReminderRule,
    Reopening,
    Unit,
)
from qualitydesk.rulebook.model.days import MIDNIGHT
from qualitydesk.rulebook.rules.reading import Reader

LONGEST = 10_000
LEVELS = (1, 2, 3, 4, 5)


def read_clocks(values: Mapping[str, Any]) -> ClocksRule:
    """The clocks in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    week = reader.wholes("counting.week")
    if not week or not set(week) <= set(range(1, 8)):
        reader.note("counting.week", "value_out_of_range", low=1, high=7, found=str(list(week)))
    rule = ClocksRule(
        clocks=tuple(_clock(reader, code) for code in reader.keys("clocks")),
        pauses={reason: _pause(reader, reason) for reason in reader.keys("pauses")},
        reminders=ReminderRule(
            half=reader.flag("reminders.half"),
            before=reader.wholes("reminders.before"),
            after=reader.wholes("reminders.after"),
            stale=reader.whole("reminders.stale", 1, LONGEST),
        ),
        week=frozenset(week),
        deemed_received=reader.flag("counting.deemed_received"),
        cut_off=reader.whole("counting.cut_off", 0, MIDNIGHT),
        due_at_close=reader.flag("counting.due_at_close"),
    )
    reader.finish()
    return rule


def _clock(reader: Reader, code: str) -> ClockRule:
    base = f"clocks.{code}"
    unit = reader.word(f"{base}.unit", Unit)
    roll = reader.flag(f"{base}.roll", default=False)
    if roll and unit is not Unit.CALENDAR_DAYS:
        reader.note(f"{base}.roll", "clock_rolls_days_only")
    return ClockRule(
        code=code,
        group=reader.text(f"{base}.group"),
        starts_on=reader.text(f"{base}.starts_on"),
        stops_on=reader.codes(f"{base}.stops_on"),
        limit=reader.whole(f"{base}.limit", 1, LONGEST),
        unit=unit,
        kind=reader.word(f"{base}.kind", ClockKind),
        roll=roll,
        per_level=_per_level(reader, f"{base}.per_level"),
        per_region=_named_limits(reader, f"{base}.per_region"),
        pausable=reader.flag(f"{base}.pausable", default=False),
        steps=reader.codes(f"{base}.steps") if reader.has(f"{base}.steps") else (),
        reopening=reader.word(f"{base}.reopening", Reopening),
    )


def _pause(reader: Reader, reason: str) -> PauseRule:
    base = f"pauses.{reason}"
    return PauseRule(reason, reader.whole(f"{base}.longest", 1, LONGEST), reader.word(f"{base}.unit", Unit))


def _per_level(reader: Reader, path: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for name, limit in _named_limits(reader, path).items():
        if name in {str(level) for level in LEVELS}:
            found[int(name)] = limit
        else:
            reader.note(f"{path}.{name}", "value_not_known", found=name, known=", ".join(map(str, LEVELS)))
    return found


def _named_limits(reader: Reader, path: str) -> dict[str, int]:
    if not reader.has(path):
        return {}
    return {name: reader.whole(f"{path}.{name}", 1, LONGEST) for name in reader.keys(path)}
