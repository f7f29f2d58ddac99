"""The rules `steps` and `severity`, read into typed values. Their shapes are explained in their files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model.cases import (
    LEVELS,
    NEED_CODES,
    SEVERITY_FLAGS,
    STEP_CODES,
    Criterion,
    LevelRule,
    SeverityRule,
    StepRule,
    StepsRule,
)
from qualitydesk.rulebook.rules.reading import Reader

MOST_FEN = 10**12  # fen


def read_steps(values: Mapping[str, Any]) -> StepsRule:
    """The steps in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = StepsRule(
        steps={code: _step(reader, code) for code in STEP_CODES},
        reopen_to=_known(reader, "reopen_to", STEP_CODES[:9]),
        payment_posts=_listed(reader, "payment_posts"),
    )
    reader.finish()
    return rule


def read_severity(values: Mapping[str, Any]) -> SeverityRule:
    """The severity table in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = SeverityRule(
        criteria=tuple(_criterion(reader, code) for code in reader.keys("criteria")),
        levels={level: _level(reader, level) for level in LEVELS},
        second_from=reader.whole("second_from", 1, 6),
        may_leave_out=reader.whole("may_leave_out", 0, 2, default=1),
        no_level=_no_level(reader),
    )
    if not any(one.level == LEVELS[0] and not one.flags and one.above is None for one in rule.criteria):
        reader.note("criteria", "severity_no_last_row")
    reader.finish()
    return rule


def earlier_steps(code: str) -> tuple[str, ...]:
    """Where a step may be sent back to: a closed case goes back to an open step by a reopening only."""
    at = STEP_CODES.index(code)
    return STEP_CODES[:at] if at < STEP_CODES.index("handled") else STEP_CODES[9:at]


def _no_level(reader: Reader) -> tuple[int, int]:
    """Editions older than the value read as the shipped one."""
    low = reader.whole("no_level.lowest", 0, MOST_FEN, default=20_000)
    high = reader.whole("no_level.highest", 0, MOST_FEN, default=50_000)
    if high < low:
        reader.note("no_level.highest", "value_out_of_range", low=low, high=MOST_FEN, found=high)
    return low, high


def _step(reader: Reader, code: str) -> StepRule:
    base = f"steps.{code}"
    return StepRule(
        code=code,
        needs=_known(reader, f"{base}.needs", NEED_CODES),
        posts=_listed(reader, f"{base}.posts"),
        usual=_listed(reader, f"{base}.usual"),
        back=_known(reader, f"{base}.back", earlier_steps(code)),
        skip=reader.flag(f"{base}.skip", default=False),
        not_complained=reader.flag(f"{base}.not_complained", default=False),
        another=reader.flag(f"{base}.another", default=False),
    )


def _criterion(reader: Reader, code: str) -> Criterion:
    base = f"criteria.{code}"
    return Criterion(
        code=code,
        level=reader.whole(f"{base}.level", LEVELS[0], LEVELS[-1]),
        flags=_known(reader, f"{base}.flags", SEVERITY_FLAGS),
        above=reader.whole(f"{base}.above", 0, MOST_FEN) if reader.has(f"{base}.above") else None,
        offers=reader.whole(f"{base}.offers", LEVELS[0], LEVELS[-1]) if reader.has(f"{base}.offers") else None,
    )


def _level(reader: Reader, level: int) -> LevelRule:
    base = f"levels.{level}"
    return LevelRule(
        level=level,
        sanction=next(iter(_listed(reader, f"{base}.sanction")), ""),
        responsible=reader.whole(f"{base}.responsible", 0, MOST_FEN),
        superior=reader.whole(f"{base}.superior", 0, MOST_FEN),
    )


def _listed(reader: Reader, path: str) -> tuple[str, ...]:
    return reader.codes(path) if reader.has(path) else ()


def _known(reader: Reader, path: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """A list of codes out of `known`, absent = none."""
    found = _listed(reader, path)
    for code in found:
        if code not in known:
            reader.note(path, "value_not_known", found=code, known=", ".join(known))
    return tuple(code for code in found if code in known)
