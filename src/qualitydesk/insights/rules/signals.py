"""Patterns in a row of standardised points that chance would rarely make.

L. S. Nelson, The Shewhart control chart: tests for special causes, Journal of Quality Technology 16 (1984), 237-239;
Western Electric, Statistical Quality Control Handbook (1956). Boundary cases as in the R package qcc 3.0: a value
exactly on the centre breaks a run on one side, equal neighbours break a trend, beyond means strictly beyond. A missing
point (None) breaks every pattern. A signal stands at each point that completes its pattern.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from qualitydesk.insights.model.charts import SignalRule

_NEAR = 1e-9  # what arithmetic may add: a point on a limit is inside

_Window = Sequence[float]


def signals_in(zs: Sequence[float | None], rules: Sequence[SignalRule]) -> dict[SignalRule, frozenset[int]]:
    """For each rule the places (from 0) at which its pattern is complete. `zs` in sigmas from the centre."""
    return {rule: frozenset(_places(zs, *_TESTS[rule])) for rule in rules}


def length_of(rule: SignalRule) -> int:
    """How many points the pattern of a rule has."""
    return _TESTS[rule][0]


def _places(zs: Sequence[float | None], length: int, holds: Callable[[_Window], bool]) -> list[int]:
    """Where the last `length` points, none of them missing, make the pattern."""
    found = []
    run: list[float] = []
    for place, z in enumerate(zs):
        if z is None:
            run.clear()
            continue
        run.append(z)
        if len(run) >= length and holds(run[-length:]):
            found.append(place)
    return found


def _beyond(z: float, sigmas: float) -> int:
    """1 above, -1 below, 0 within."""
    return (z > sigmas + _NEAR) - (z < -sigmas - _NEAR)


def _one_side(window: _Window) -> bool:
    sides = {_beyond(z, 0.0) for z in window}
    return len(sides) == 1 and 0 not in sides


def _steps(window: _Window) -> list[int]:
    return [_beyond(after - before, 0.0) for before, after in itertools.pairwise(window)]


def _trend(window: _Window) -> bool:
    steps = set(_steps(window))
    return len(steps) == 1 and 0 not in steps


def _alternating(window: _Window) -> bool:
    steps = _steps(window)
    return 0 not in steps and all(a == -b for a, b in itertools.pairwise(steps))


def _some_of(least: int, sigmas: float) -> Callable[[_Window], bool]:
    """At least `least` of the window beyond `sigmas` on the side of the last point, which is one of them."""

    def holds(window: _Window) -> bool:
        side = _beyond(window[-1], sigmas)
        return side != 0 and sum(_beyond(z, sigmas) == side for z in window) >= least

    return holds


def _near(window: _Window) -> bool:
    return all(_beyond(z, 1.0) == 0 for z in window)


def _far(window: _Window) -> bool:
    sides = {_beyond(z, 1.0) for z in window}
    return sides == {1, -1}


_TESTS: dict[SignalRule, tuple[int, Callable[[_Window], bool]]] = {
    SignalRule.BEYOND: (1, lambda window: _beyond(window[-1], 3.0) != 0),
    SignalRule.NINE_ONE_SIDE: (9, _one_side),
    SignalRule.SIX_TREND: (6, _trend),
    SignalRule.FOURTEEN_ALTERNATING: (14, _alternating),
    SignalRule.TWO_OF_THREE: (3, _some_of(2, 2.0)),
    SignalRule.FOUR_OF_FIVE: (5, _some_of(4, 1.0)),
    SignalRule.FIFTEEN_NEAR: (15, _near),
    SignalRule.EIGHT_FAR: (8, _far),
    SignalRule.EIGHT_ONE_SIDE: (8, _one_side),
}
