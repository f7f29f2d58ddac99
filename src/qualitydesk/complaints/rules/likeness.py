"""How alike two texts are, and which cases may be the same one reported twice."""

from __future__ import annotations

import re
import unicodedata

ALIKE = 0.5
"""From this likeness on two narratives may tell the same."""
LOOK_BACK_DAYS = 60
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_WORDS = re.compile(r"[^\W\d_]{4,}")  # shorter ones join the others and tell nothing


def pairs_of(text: str) -> frozenset[str]:
    """All pairs of neighbouring characters and digits, the rest left out; of a text without Chinese its longer words:
    any two English texts share most pairs of letters."""
    told = unicodedata.normalize("NFKC", text).casefold()
    if not _CHINESE.search(told):
        return frozenset(_WORDS.findall(told))
    plain = "".join(sign for sign in told if sign.isalnum())
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Shared pairs to all pairs of the shorter text, 0 to 1: a short report of a long story is like it."""
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def digits(telephone: str) -> str:
    """A telephone number as it is kept and compared: digits only, +86 and 0086 dropped before a mobile number."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", telephone) if sign.isdigit())
    for prefix in ("0086", "86"):
        if plain.startswith(prefix) and len(plain) == len(prefix) + 11:
            return plain[len(prefix) :]
    return plain
