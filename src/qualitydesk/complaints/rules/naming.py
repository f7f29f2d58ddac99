"""Names of a group's institutions without what all of them have in common: where there is little room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_PIECES = re.compile(r"[A-Za-z0-9'’.\-]+|\s+|.")


def shortened(names: Iterable[str]) -> dict[str, str]:
    """Each name without the words, in Chinese the characters, with which all begin, and without those with which more
    than half of them end (门诊部, Clinic).

    Of fewer than two nothing is left out, nor where less than two signs of a name, or two names alike, would be left.
    """
    wanted = list(dict.fromkeys(names))
    told = [_PIECES.findall(name) for name in wanted]
    if len(wanted) < 2:
        return {name: name for name in wanted}
    told = _kept(told, [pieces[_common(told) :] for pieces in told])
    while True:
        last, often = Counter(pieces[-1] for pieces in told).most_common(1)[0]
        shorter = [pieces[:-1] if pieces[-1] == last else pieces for pieces in told]
        if often * 2 <= len(told) or _kept(told, shorter) is told:
            return dict(zip(wanted, map(_joined, told), strict=True))
        told = shorter


def _kept(before: list[list[str]], after: list[list[str]]) -> list[list[str]]:
    """What was made shorter, if every name still says something of its own."""
    words = [_joined(pieces) for pieces in after]
    tells = all(len(one) >= 2 for one in words) and len(set(words)) == len(words)
    return after if tells else before


def _joined(pieces: Sequence[str]) -> str:
    return "".join(pieces).strip()


def _common(told: Sequence[Sequence[str]]) -> int:
    """How many pieces all begin with."""
    return next((at for at, pieces in enumerate(zip(*told, strict=False)) if len(set(pieces)) > 1), min(map(len, told)))
