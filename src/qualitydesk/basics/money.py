"""Money is a whole number of fen (1 yuan = 100 fen); it becomes text only at the edge."""

from __future__ import annotations

import re

_YUAN = re.compile(r"[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?\s*元?")


def yuan(amount: int) -> int:
    """Whole yuan as fen."""
    return amount * 100


def words(fen: int, *, sign: bool = True) -> str:
    """Fen as text: 5000 → "¥50.00", 123456789 → "¥1,234,567.89"; without `sign` no ¥."""
    mark = "−" if fen < 0 else ""
    whole, rest = divmod(abs(fen), 100)
    return f"{mark}{'¥' if sign else ''}{whole:,}.{rest:02d}"


def parse(text: str) -> int | None:
    """Fen from what a person typed ("50", "1,200.5", "￥80元"), or None when it is no amount."""
    found = _YUAN.fullmatch(text.strip())
    if not found:
        return None
    whole, rest = found.groups()
    return int(whole.replace(",", "")) * 100 + int((rest or "").ljust(2, "0"))
