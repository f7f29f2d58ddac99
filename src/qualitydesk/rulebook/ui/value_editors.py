"""An editor for each kind of value a rule may have, made from its description."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.kit.pickers import Choice, ManyPicker, MoneyBox, NumberBox, Picker
from qualitydesk.kit.theme import GRID
from qualitydesk.rulebook.model.days import MIDNIGHT, clock_time
from qualitydesk.rulebook.model.shapes import Field, Kind
from qualitydesk.rulebook.rules.wording import Posts, choice_words

_SHORT = 8  # as many choices are seen without searching
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})")


@dataclass(frozen=True)
class Editor:
    """A widget with what it holds: `read` gives the value, None when there is none; `unreadable` a problem's code."""

    widget: QWidget
    read: Callable[[], Any]
    unreadable: Callable[[], str] = str


def editor_of(one: Field, value: Any, language: str, posts: Posts) -> Editor:
    """The editor of a value; `value` None: nothing stands there, and what absence means is shown."""
    shown = one.absent if value is None else value
    return _MAKERS[one.kind](one, shown, language, posts)


def _money(one: Field, value: Any, _language: str, _posts: Posts) -> Editor:
    box = MoneyBox(value)
    return Editor(box, box.fen, lambda: "" if box.is_amount() else "amount_unreadable")


def _whole(one: Field, value: Any, language: str, _posts: Posts) -> Editor:
    lacks = one.may_lack and one.absent is None
    box = NumberBox(one.low, least=one.low - 1 if lacks else one.low, most=one.high)
    box.setMaximumWidth(24 * GRID)
    if lacks:
        box.setSpecialValueText("–")
    if value is None:
        box.setValue(box.minimum())
    else:
        box.setValue(value)
    if one.kind is Kind.PERCENT:
        box.setSuffix(" %")
    elif one.unit:
        _with_unit(box, one.unit, language)
    return Editor(box, lambda: None if lacks and box.value() == box.minimum() else box.value())


def _with_unit(box: QSpinBox, unit: str, language: str) -> None:
    """The unit follows the number: 1 month, 2 months."""

    def say_unit(count: int) -> None:
        before, _, after = say(language, f"rule.unit.{unit}{'_one' if abs(count) == 1 else ''}", count="\0").partition(
            "\0"
        )
        box.setPrefix(before)
        box.setSuffix(after)

    say_unit(box.value())
    box.valueChanged.connect(say_unit)


def _yes(one: Field, value: Any, _language: str, _posts: Posts) -> Editor:
    box = QCheckBox()
    box.setChecked(bool(value))
    return Editor(box, box.isChecked)


def _choice(one: Field, value: Any, language: str, posts: Posts) -> Editor:
    standing = (value[0] if value else None) if one.single and isinstance(value, list | tuple) else value
    offered = [Choice(choice, choice_words(one, choice, language, posts)) for choice in one.choices]
    if standing is not None and standing not in one.choices:
        offered.append(Choice(standing, choice_words(one, standing, language, posts)))
    picker = Picker(offered, optional=one.may_lack, placeholder="–")
    picker.setMaximumWidth(48 * GRID)
    picker.choose(standing)

    def read() -> Any:
        chosen = picker.chosen()
        plain = str(chosen) if isinstance(chosen, str) else chosen
        return None if plain is None else [plain] if one.single else plain

    return Editor(picker, read)


def _choices(one: Field, value: Any, language: str, posts: Posts) -> Editor:
    standing = list(value or ())
    keys = list(posts) if one.kind is Kind.POSTS else list(one.choices)
    keys += [key for key in standing if key not in keys]
    offered = [Choice(key, choice_words(one, key, language, posts)) for key in keys]
    picker = ManyPicker(offered, search=len(offered) > _SHORT, rows=min(len(offered), 5))
    picker.setMaximumWidth(64 * GRID)
    picker.choose(standing)

    def read() -> list[Any]:
        """In the order that stood, what is new behind it: turning one on and off again changes nothing."""
        chosen = [str(key) if isinstance(key, str) else key for key in picker.chosen()]
        return [key for key in standing if key in chosen] + [key for key in chosen if key not in standing]

    return Editor(picker, read)


def _several(one: Field, value: Any, language: str, _posts: Posts) -> Editor:
    """Numbers or sums in one line."""
    sums = one.kind is Kind.SUMS
    between = "、" if language == "zh" else "; " if sums else ", "
    line = QLineEdit(between.join(money.words(entry, sign=False) if sums else str(entry) for entry in value or ()))
    line.setMaximumWidth(48 * GRID)

    def entries() -> list[int | None]:
        # A sum may have commas of its own.
        parts = (part.strip() for part in re.split(r"[、；;，\s]+" if sums else r"[、；;，,\s]+", line.text()))
        return [_number(part, sums=sums) for part in parts if part]

    return Editor(
        line,
        lambda: [entry for entry in entries() if entry is not None],
        lambda: f"here.{one.kind}_unreadable" if None in entries() else "",
    )


def _number(part: str, *, sums: bool) -> int | None:
    if sums:
        return money.parse(part)
    return int(part) if part.isdecimal() else None


def _text(one: Field, value: Any, _language: str, _posts: Posts) -> Editor:
    line = QLineEdit(value or "")
    return Editor(line, lambda: line.text().strip() or None)


def _time(one: Field, value: Any, _language: str, _posts: Posts) -> Editor:
    line = QLineEdit("" if value is None else clock_time(value))
    line.setMaximumWidth(16 * GRID)

    def read() -> int | None:
        found = _CLOCK.fullmatch(line.text().strip())
        minutes = int(found[1]) * 60 + int(found[2]) if found and int(found[2]) < 60 else None
        return minutes if minutes is not None and minutes <= MIDNIGHT else None

    return Editor(line, read, lambda: "here.time_unreadable" if line.text().strip() and read() is None else "")


_MAKERS: dict[Kind, Callable[[Field, Any, str, Posts], Editor]] = {
    Kind.MONEY: _money,
    Kind.SUMS: _several,
    Kind.WHOLE: _whole,
    Kind.PERCENT: _whole,
    Kind.NUMBERS: _several,
    Kind.YES: _yes,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.POSTS: _choices,
    Kind.TEXT: _text,
    Kind.TIME: _time,
}
