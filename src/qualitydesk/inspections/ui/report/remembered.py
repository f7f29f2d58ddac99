"""What was last chosen for a paper, kept among this computer's settings; what has no sense there is passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from qualitydesk.basics.settings import SettingsFile

T = TypeVar("T")


def remembered(file: SettingsFile, name: str, usual: T) -> T:
    """The choice kept under `name`, a frozen dataclass like `usual` of plain values and enums."""
    kept = file.current.choices.get(name)
    if not isinstance(kept, Mapping):
        return usual
    known: dict[str, Any] = {}
    for one in fields(usual):  # type: ignore[arg-type]
        was, now = getattr(usual, one.name), kept.get(one.name)
        if isinstance(was, StrEnum):
            if now in [member.value for member in type(was)]:
                known[one.name] = type(was)(now)
        elif type(now) is type(was):
            known[one.name] = now
    return replace(usual, **known)  # type: ignore[type-var]


def remember(file: SettingsFile, name: str, choice: object) -> None:
    """Keep a choice under `name`."""
    plain = {one.name: getattr(choice, one.name) for one in fields(choice)}  # type: ignore[arg-type]
    file.change(choices={**file.current.choices, name: plain})
