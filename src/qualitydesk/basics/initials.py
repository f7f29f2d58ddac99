"""The initials of a Chinese name's pinyin, every reading of its characters, for search by a few Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

MOST_READINGS = 24
MOST_LETTERS = 8  # of one reading; who searches types fewer
_PARTS = re.compile(r"[A-Za-zÀ-ɏ]+|[0-9]+|.", re.DOTALL)


@lru_cache(maxsize=4096)
def initials_of(name: str) -> str:
    """Initials of every reading, each with a blank before it: 单明霞 → " dmx cmx smx"; "" when nothing can be read.

    Of a Latin word the first letter counts. At most 24 readings of 8 letters. The first call loads a dictionary
    (some 150 ms): never in the GUI thread.
    """
    letters = [found for part in _PARTS.findall(name) if (found := _letters(part))][:MOST_LETTERS]
    # Turned round, so that the surname's readings are all there before the last character's second one.
    readings = dict.fromkeys("".join(reading[::-1]) for reading in islice(product(*letters[::-1]), MOST_READINGS))
    return "".join(f" {reading}" for reading in readings if reading)


def _letters(part: str) -> list[str]:
    """What one character or Latin word may begin with when spoken; none for what is no word."""
    if part.isdigit():
        return [part]
    if part[0].isalpha() and ord(part[0]) < 0x250:
        return [_plain(part[0])] if _plain(part[0]) else []
    if not part.isalpha():
        return []
    from pypinyin import Style, pinyin

    found = pinyin(part, style=Style.FIRST_LETTER, heteronym=True, errors="ignore")
    return list(dict.fromkeys(_plain(letter) for letter in (found[0] if found else []) if _plain(letter)))


def sounds_of(name: str, longest: int = 40) -> tuple[str, ...]:
    """Every reading of a Chinese name, tones aside, cut to `longest` letters: 王晓明 → wangxiaoming; () of other names.

    As many readings and as slow at first as `initials_of`.
    """
    syllables = [sorted(found) for sign in name if (found := _syllables(sign))]
    if not syllables or len(syllables) < len(name.replace(" ", "")):
        return ()
    readings = ("".join(reading[::-1])[:longest] for reading in islice(product(*syllables[::-1]), MOST_READINGS))
    return tuple(dict.fromkeys(readings))


def sound_alike(one: str, other: str) -> bool:
    """Whether two names can be spoken the same, tones aside: 王晓明, 王小明. As slow at first as `initials_of`."""
    return len(one) == len(other) and all(
        a == b or _syllables(a) & _syllables(b) for a, b in zip(one, other, strict=True)
    )


@lru_cache(maxsize=4096)
def _syllables(sign: str) -> frozenset[str]:
    """Every way a Chinese character is read, without tones; none for other signs."""
    if sign.isascii() or not sign.isalpha():
        return frozenset()
    from pypinyin import Style, pinyin

    return frozenset(
        reading for found in pinyin(sign, style=Style.NORMAL, heteronym=True, errors="ignore") for reading in found
    )


def _plain(letter: str) -> str:
    """A small letter without its accent."""

    base = unicodedata.normalize("NFD", letter)[:1].lower()
    return base if "a" <= base <= "z" else ""
