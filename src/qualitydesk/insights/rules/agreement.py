"""How far two inspectors agree beyond chance.

J. Cohen, Educational and Psychological Measurement 20 (1960), 37-46, and Psychological Bulletin 70 (1968), 213-220
(weights); J. L. Fleiss, J. Cohen, B. S. Everitt, Psychological Bulletin 72 (1969), 323-327 (error); T. Byrt et al.,
Journal of Clinical Epidemiology 46 (1993), 423-429 (PABAK).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt

from qualitydesk.insights.model.figures import Agreement
from qualitydesk.insights.rules.shares import Z_95

Weights = Callable[[int, int], float]


def agreement(table: Sequence[Sequence[int]]) -> Agreement | None:
    """The agreement in a square table of counts, the first inspector's answers down, the second's across.

    None when it is empty.
    """
    n = sum(map(sum, table))
    if n == 0:
        return None
    size = range(len(table))
    down = [sum(table[i]) / n for i in size]
    across = [sum(table[i][j] for i in size) / n for j in size]
    observed = sum(table[i][i] for i in size) / n
    by_chance = sum(down[i] * across[i] for i in size)
    pabak = 2 * observed - 1 if len(table) == 2 else None
    if by_chance >= 1.0:
        return Agreement(n, observed, by_chance, None, None, None, pabak)
    kappa = (observed - by_chance) / (1 - by_chance)
    error = _error(table, n, down, across, by_chance, kappa)
    return Agreement(n, observed, by_chance, kappa, error, (kappa - Z_95 * error, kappa + Z_95 * error), pabak)


def weighted_kappa(table: Sequence[Sequence[int]], disagreement: Weights) -> float | None:
    """Kappa where some disagreements are graver; `disagreement(i, j)`: 0 on the diagonal. None when undefined."""
    n = sum(map(sum, table))
    if n == 0:
        return None
    size = range(len(table))
    down = [sum(table[i]) for i in size]
    across = [sum(table[i][j] for i in size) for j in size]
    seen = sum(disagreement(i, j) * table[i][j] for i in size for j in size) / n
    expected = sum(disagreement(i, j) * down[i] * across[j] for i in size for j in size) / n**2
    return 1 - seen / expected if expected else None


def linear(i: int, j: int) -> float:
    """A disagreement as grave as the marks are apart."""
    return abs(i - j)


def quadratic(i: int, j: int) -> float:
    """A disagreement as grave as the square of how far the marks are apart."""
    return (i - j) ** 2


def _error(
    table: Sequence[Sequence[int]],
    n: int,
    down: Sequence[float],
    across: Sequence[float],
    by_chance: float,
    kappa: float,
) -> float:
    """The large-sample error of kappa."""
    size = range(len(table))
    same = sum(table[i][i] / n * (1 - (down[i] + across[i]) * (1 - kappa)) ** 2 for i in size)
    other = sum(
        table[i][j] / n * (across[i] + down[j]) ** 2 for i in size for j in size if i != j
    )  # fmt: skip
    inside = same + (1 - kappa) ** 2 * other - (kappa - by_chance * (1 - kappa)) ** 2
    return sqrt(max(0.0, inside) / n) / (1 - by_chance)
