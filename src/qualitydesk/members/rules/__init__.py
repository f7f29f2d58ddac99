"""Decisions about customers: how a telephone is written, what a name is found by, who may be the same person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.initials import MOST_LETTERS, initials_of, sound_alike, sounds_of
from qualitydesk.directory.rules import clean, problems_in_name
from qualitydesk.members.model import Comparison, Customer, CustomerDraft, Known, Likeness, Typed

WHOLE, INNER, INITIALS, SOUND = "w", "i", "p", "s"
"""Kinds of key: the name from its first character, from a later one, the initials of a reading of it, a reading."""

PREFIX = "GK"  # of a customer's number: 顾客
_DIGITS = 6
SHORTEST, LONGEST = 5, 15  # digits of a telephone; E.164 allows fifteen
_SHEET = re.compile(r"\d+\.0+")  # a number a workbook took for an amount
_POWER = re.compile(r"\d(?:\.\d+)?E\+?\d\d?", re.IGNORECASE)
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|x|#)\s*(\d{1,6})$", re.IGNORECASE)
_PARTS = re.compile(r"(0\d{2,3}-\d{7,8}|\+?\d{7,15})-(\d{1,6})")  # the last one: an extension
_FILLING = re.compile(r"[\s()\-./·–—]+")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_NUMBER = re.compile(rf"(?:{PREFIX}-?)?(\d{{1,{_DIGITS}}})", re.IGNORECASE)


def telephone(typed: str) -> str:
    """A telephone as kept: digits, a leading + for one abroad, "-801" for an extension; "" for nothing.

    13812345678 from +86 138-1234-5678, １３８…, 13812345678.0 and 1.3812345678E+10 (what workbooks make of it);
    01062345678 from (010) 6234 5678. What is no telephone stays as typed: `problems_in_telephone` names it.
    """
    if typed.isascii() and _MOBILE.fullmatch(typed):
        return typed
    text = unicodedata.normalize("NFKC", typed).strip()
    if _SHEET.fullmatch(text):
        text = text.split(".", 1)[0]
    elif _POWER.fullmatch(text):
        text = str(int(float(text)))
    extension = ""
    if (parts := _PARTS.fullmatch(text)) and not _MOBILE.fullmatch(parts[1] + parts[2]):
        text, extension = parts[1], parts[2]
    elif found := _EXTENSION.search(text):
        text, extension = text[: found.start()], found[1]
    abroad = text.startswith(("+", "00"))
    bare = _FILLING.sub("", text.removeprefix("+" if text.startswith("+") else "00"))
    home = bare.removeprefix("86")
    if _MOBILE.fullmatch(home):
        bare, abroad = home, False
    elif abroad and bare.startswith("86"):  # a landline of China, dialled from abroad without its 0
        bare, abroad = home if home.startswith("0") else f"0{home}", False
    if not bare.isascii() or not bare.isdigit():
        return clean(typed)
    return f"{'+' if abroad else ''}{bare}{f'-{extension}' if extension else ''}"


def telephones_in(text: str) -> tuple[str, ...]:
    """Several typed into one line, kept apart by commas or the like."""
    return tuple(part.strip() for part in re.split(r"[,，、;；/\n]", text) if part.strip())


def last_four(number: str) -> str:
    """What people say of a telephone; the extension left out."""
    return number.split("-", 1)[0][-4:]


def problems_in_telephone(typed: str, field: str = "telephones") -> list[Problem]:
    """Digits, as many as a telephone has: a mobile of China eleven, others five to fifteen."""
    kept = telephone(typed)
    digits = kept.split("-", 1)[0].removeprefix("+")
    if not kept:
        return []
    if not digits.isdigit() or not digits.isascii():
        return [Problem(field, "telephone_signs", {"telephone": clean(typed)})]
    if re.match(r"1[3-9]", digits) and not kept.startswith("+") and len(digits) in range(9, 14) and len(digits) != 11:
        return [Problem(field, "telephone_mobile", {"telephone": kept, "count": len(digits)})]
    if not SHORTEST <= len(digits) <= LONGEST:
        return [Problem(field, "telephone_length", {"telephone": kept, "least": SHORTEST, "most": LONGEST})]
    return []


def telephones(draft: CustomerDraft) -> tuple[str, ...]:
    """Those of a draft as kept, each once, in the order given."""
    return tuple(dict.fromkeys(kept for typed in draft.telephones if (kept := telephone(typed))))


def problems_in_customer(draft: CustomerDraft) -> list[Problem]:
    """A name and an institution; telephones only if there are any."""
    found = problems_in_name(draft.name)
    for typed in draft.telephones:
        found += problems_in_telephone(typed)
    if draft.institution_id is None:
        found.append(Problem("institution_id", "institution_missing"))
    return found


def problems_in_reason(reason: str) -> list[Problem]:
    """Marking, lifting, linking and looking want to know why."""
    return [] if reason.strip() else [Problem("reason", "reason_missing")]


def compared(kept: Customer, other: Customer, tiers: tuple[str, str]) -> Comparison:
    """What of two records is the same, told before they are masked; nothing is of one that may not be shown."""
    shown = kept.limit is None and other.limit is None
    names = clean(kept.name).casefold(), clean(other.name).casefold()
    equal = shown and names[0] == names[1]
    alike = equal or (shown and sound_alike(*names))
    shared = len(set(kept.telephones) & set(other.telephones)) if shown else 0
    return Comparison(kept.masked, other.masked, equal, alike, shared, tiers)


def number_of(serial: int) -> str:
    """GK000123"""
    return f"{PREFIX}{serial:0{_DIGITS}d}"


def keys_of(name: str) -> Iterator[tuple[str, str]]:
    """(kind, key) a name is found by: from each of its characters on, the initials of each reading, each reading."""
    plain = clean(name).casefold()
    yield WHOLE, plain
    yield from ((INNER, part) for part in dict.fromkeys(plain[at:].lstrip() for at in range(1, len(plain))) if part)
    yield from ((INITIALS, reading) for reading in dict.fromkeys(initials_of(name).split()))
    yield from ((SOUND, reading) for reading in sounds_of(plain))


def typed(text: str) -> Typed:
    """What a typed text may be, for the search."""
    words = clean("".join(sign for sign in text if sign.isprintable())).casefold()[:40]
    letters = words.replace(" ", "")
    kept = telephone(words)
    number = _NUMBER.fullmatch(letters)
    return Typed(
        words,
        letters[:MOST_LETTERS] if letters.isascii() and letters.isalpha() else "",
        kept.split("-", 1)[0] if kept.removeprefix("+").replace("-", "").isdigit() else "",
        number_of(int(number[1])) if number else "",
    )


def likeness(draft: CustomerDraft, known: Known, shares_telephone: bool) -> Likeness | None:
    """Why a known customer may be the one in the draft; None: nothing says so.

    Names that sound alike (王晓明, 王小明) or differ by one Latin letter are offered unless the sexes differ.
    """
    if shares_telephone:
        return Likeness.TELEPHONE
    mine, name = clean(draft.name).casefold(), known.name.casefold()
    if draft.sex is not None and known.sex is not None and draft.sex is not known.sex:
        return None
    if mine == name:
        same = draft.institution_id == known.institution_id and draft.sex is known.sex
        return Likeness.PERSON if same else Likeness.NAME
    return Likeness.NAME if sound_alike(mine, name) or _one_letter_apart(mine, name) else None


def _one_letter_apart(one: str, other: str) -> bool:
    """Of Latin names of five letters and more: a letter put in, left out, exchanged."""
    if not (one.isascii() and other.isascii()) or min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[at + 1 :] == other[at + 1 :] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at:]
