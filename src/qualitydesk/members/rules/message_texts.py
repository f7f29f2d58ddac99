"""Texts of messages with blanks like {name}: which text fits, whether it holds, and how it is filled in. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from qualitydesk.basics.errors import Problem
from qualitydesk.members.model.contacts import MessageText, Occasion

LONGEST = 500
BLANKS = ("name", "surname", "honorific", "institution", "occasion", "relative")
"""What a text may ask for, each with its words in phrases `contact.blank.<code>`."""
_BLANK = re.compile(r"\{([^{}]*)\}")
# Family names of two characters that are common enough to meet; any other name has one.
_DOUBLE = "欧阳 上官 司马 司徒 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木 宇文 长孙 独孤"
_DOUBLE_SURNAMES = frozenset(_DOUBLE.split())


def text_for(texts: Iterable[MessageText], occasion: Occasion, detail: str, tier: str) -> MessageText | None:
    """The text that fits best: for this detail and tier, for the detail, for the tier, for the occasion."""
    known = {(one.detail, one.tier): one for one in texts if one.occasion is occasion}
    wanted = ((detail, tier), (detail, ""), ("", tier), ("", ""))
    return next((known[key] for key in wanted if key in known), None)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its blanks filled; a blank nobody knows stays as it stands."""
    return _BLANK.sub(lambda found: values.get(found[1], found[0]), text)


def in_words(text: str, words: Mapping[str, str]) -> str:
    """The text as it is edited: its blanks called by their words ({姓}), `words` by code."""
    return _BLANK.sub(lambda found: f"{{{words.get(found[1], found[1])}}}", text)


def in_codes(text: str, words: Mapping[str, str]) -> str:
    """Back from `in_words`; a blank that is called neither way stays as it was typed."""
    codes = {word: code for code, word in words.items()}
    return _BLANK.sub(lambda found: f"{{{codes.get(found[1].strip(), found[1])}}}", text)


def problems_in_text(text: str) -> list[Problem]:
    """What keeps a text from being kept: empty, too long, a blank that nobody can fill, a brace left open."""
    if not text.strip():
        return [Problem("text", "reason_missing")]
    if len(text) > LONGEST:
        return [Problem("text", "letterhead_long", {"most": LONGEST})]
    unknown = [blank for blank in _BLANK.findall(text) if blank not in BLANKS]
    if unknown:
        return [Problem("text", "contact_blank_unknown", {"blank": unknown[0]})]
    if "{" in (rest := _BLANK.sub("", text)) or "}" in rest:
        return [Problem("text", "contact_blank_open")]
    return []


def surname_of(name: str) -> str:
    """The family name as it is called: two characters for the known double ones, else the first; a Latin name whole."""
    words = name.strip()
    if not words or words[0].isascii():
        return words
    return words[:2] if words[:2] in _DOUBLE_SURNAMES and len(words) > 2 else words[:1]
