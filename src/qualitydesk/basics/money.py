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


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def in_capitals(fen: int) -> str:
    """An amount below 10^18 fen as Chinese money papers have it: 640000 → "陆仟肆佰元整", 10050 → "壹佰元零伍角"."""
    whole, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    said = f"{_whole_in_capitals(whole)}元" if whole or not rest else ""
    if not rest:
        return f"{said}整"
    if whole and (not jiao or whole % 10 == 0):
        said += "零"
    said += f"{_DIGITS[jiao]}角" if jiao else ""
    return said + (f"{_DIGITS[cents]}分" if cents else "")


def _whole_in_capitals(whole: int) -> str:
    """Groups of four digits, each with its name; a gap of noughts is said once."""
    if not whole:
        return _DIGITS[0]
    said, gap = "", False
    groups = []
    while whole:
        whole, group = divmod(whole, 10_000)
        groups.append(group)
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            gap = bool(said)
            continue
        if said and (gap or group < 1000):
            said += _DIGITS[0]
        said += _group_in_capitals(group) + _GROUPS[place]
        gap = False
    return said


def _group_in_capitals(group: int) -> str:
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if not digit:
            gap = bool(said)
            continue
        said += (_DIGITS[0] if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = False
    return said
