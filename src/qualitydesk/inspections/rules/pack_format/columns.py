"""The columns of a pack's workbook: their heads in both languages, and the words for codes in their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.inspections.model.standards import AnswerKind, Gravity, ItemGroup, PackKind, Target
from qualitydesk.inspections.rules.units import WORDED

ITEM_COLUMNS = (
    "pack", "code", "section", "section_zh", "section_en", "title_zh", "title_en", "standard_zh", "standard_en",
    "why_zh", "why_en", "kind", "low", "high", "unit", "group", "weight", "gravity", "critical", "sex", "posts",
    "season", "actor_zh", "actor_en", "words_zh", "words_en", "cut_off", "cut_off_zh", "cut_off_en", "rule",
    "source", "replaces",
)  # fmt: skip
PACK_COLUMNS = (
    "pack", "edition", "name_zh", "name_en", "purpose_zh", "purpose_en", "target", "pack_kind", "off", "sex",
    "posts", "minutes", "pass_mark",
)  # fmt: skip
OPTIONAL = {
    "section_zh", "section_en", "low", "high", "unit", "critical", "sex", "posts", "season", "actor_zh", "actor_en",
    "words_zh", "words_en", "cut_off", "cut_off_zh", "cut_off_en", "replaces", "edition", "pack_kind", "off",
    "pass_mark",
}  # fmt: skip
_CODED = {
    "kind": {kind.value: f"answer_kind.{kind.value}" for kind in AnswerKind},
    "group": {group.value: f"item_group.{group.value}" for group in ItemGroup},
    "gravity": {one.value: f"gravity.{one.value}" for one in Gravity},
    "target": {one.value: f"pack_word.{one.value}" for one in Target},
    "pack_kind": {one.value: f"pack_kind.{one.value}" for one in PackKind},
    "sex": {one: f"pack_word.{one}" for one in ("female", "male")},
    "season": {one: f"pack_word.{one}" for one in ("summer", "winter")},
    "unit": {one: f"unit.{one}" for one in WORDED},
}
_FLAGS = ("critical", "cut_off", "off")
_WHOLE = ("weight", "edition", "minutes")
_LISTS = ("posts", "replaces")
_BETWEEN = re.compile(r"[,，、;；\n]+")


def head_words(column: str, language: str) -> str:
    """The head over a column."""
    return say(language, f"pack_head.{column}")


def sheet_name(which: str, language: str) -> str:
    """The name of the sheet of "items" or "packs"."""
    return say(language, f"pack_word.{which}")


def column_of(head: str, columns: tuple[str, ...]) -> str | None:
    """The column a head stands over, in either language or as its code."""
    wanted = _plain(head)
    for column in columns:
        if wanted in (column, *(_plain(head_words(column, language)) for language in LANGUAGES)):
            return column
    return None


def _plain(text: str) -> str:
    return "".join(text.casefold().split()).replace("（", "(").replace("）", ")").replace("％", "%")


def cell_of(column: str, value: object, language: str, posts: Mapping[str, str]) -> str | int | float | None:
    """A raw value as a cell: words for codes, numbers as numbers."""
    if value is None:
        return None
    if column in _FLAGS:
        return say(language, "pack_word.yes") if value else None
    if column == "posts" and isinstance(value, list):
        return _join((posts.get(code, code) for code in value), language)
    if column == "replaces" and isinstance(value, list):
        return _join(value, language)
    if column == "pass_mark":
        share = Decimal(str(value)) * 100
        return int(share) if share == int(share) else float(share)
    if column in _CODED:
        code = _CODED[column].get(str(value))
        return say(language, code) if code else str(value)
    return value if isinstance(value, int | float) else str(value)


def _join(words: object, language: str) -> str:
    return ("、" if language == "zh" else ", ").join(words)  # type: ignore[arg-type]


def value_of(column: str, cell: str, posts: Mapping[str, str]) -> object:
    """What a cell stands for; None: nothing. What cannot be read stays the text it is, for the format to refuse."""
    if not cell:
        return None
    if column in _FLAGS:
        return _flag(cell)
    if column in _LISTS:
        names = {_plain(name): code for code, name in posts.items()} if column == "posts" else {}
        found = [word.strip() for word in _BETWEEN.split(cell) if word.strip()]
        return [names.get(_plain(word), word) for word in found]
    if column in _WHOLE:
        return int(cell) if re.fullmatch(r"[0-9]{1,9}", cell) else cell
    if column in ("low", "high"):
        number = _number(cell)
        return cell if number is None else float(number)
    if column == "pass_mark":
        number = _number(cell.rstrip("%％ "))
        return cell if number is None else float(number / 100)
    if column in _CODED:
        return _code(column, cell)
    return cell


def _flag(cell: str) -> object:
    words = {_plain(say(language, f"pack_word.{one}")): one == "yes" for one in ("yes", "no") for language in LANGUAGES}
    return {**words, "true": True, "false": False}.get(_plain(cell), cell)


def _number(cell: str) -> Decimal | None:
    """A plain number as a cell gives it; exponents only as calamine writes them."""
    if not re.fullmatch(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?([eE][+-]?[0-9]{1,2})?", cell):
        return None
    try:
        return Decimal(cell)
    except InvalidOperation:
        return None


def _code(column: str, cell: str) -> str:
    for code, phrase in _CODED[column].items():
        if column == "unit":  # m and M are different things
            if cell in (code, *(say(language, phrase) for language in LANGUAGES)):
                return code
        elif _plain(cell) in (_plain(code), *(_plain(say(language, phrase)) for language in LANGUAGES)):
            return code
    return cell


def choices_words(column: str, language: str) -> str:
    """What may stand in a column of codes, as the user would write it."""
    return _join((say(language, phrase) for phrase in _CODED[column].values()), language)


def is_coded(column: str) -> bool:
    return column in _CODED
