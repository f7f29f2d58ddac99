"""How many to look at: to estimate a rate, or to be fairly sure of seeing at least one of a few bad ones.

W. G. Cochran, Sampling Techniques (1977), ch. 4 (estimation, finite population); the hypergeometric distribution
(detection). Neither says anything of a single person: nobody is sanctioned on a sample's result.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, comb

Z_95 = 1.959963984540054
_NEAR = 1e-9


def enough_to_estimate(population: int | None, half_width: float, share: float = 0.5) -> int:
    """How many of `population` (None = without end) tell a rate to ± `half_width` with 95 % confidence.

    `share` expected, one half when nothing is known: the most that can be needed.
    """
    if not 0.0 < half_width < 1.0 or not 0.0 <= share <= 1.0:
        raise ValueError("a half width and a share between 0 and 1")
    endless = Z_95**2 * share * (1 - share) / half_width**2
    if population is None:
        return max(1, ceil(endless - _NEAR))
    if population <= 0:
        return 0
    return min(population, max(1, ceil(endless / (1 + (endless - 1) / population) - _NEAR)))


def enough_to_detect(population: int, bad: int, confidence: float = 0.95) -> int | None:
    """How many of `population` must be looked at to see at least one of `bad` ones with `confidence`.

    None: there is nothing to be seen.
    """
    if bad <= 0 or population <= 0:
        return None
    low, high = 1, population
    while low < high:
        middle = (low + high) // 2
        if chance_to_see(population, bad, middle) >= confidence:
            high = middle
        else:
            low = middle + 1
    return low


def chance_to_see(population: int, bad: int, looked_at: int) -> float:
    """The chance that at least one of `bad` is among `looked_at` of `population`."""
    if looked_at > population - bad:
        return 1.0
    return float(1 - Fraction(comb(population - bad, looked_at), comb(population, looked_at)))
