"""What the rulebook's windows are handed from above: posts and people, which the rulebook itself does not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.kit.pickers import Choice
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.shapes import RuleLine
from qualitydesk.rulebook.rules import read_approval

TryOut = Callable[[str, Mapping[str, Any], date, QWidget], None]
"""Shows what values would have done: rule, values, the day they would hold from, the window to open above."""


@dataclass(frozen=True)
class House:
    """Posts in use by code, people to pick from, names of everybody who ever decided."""

    posts: Mapping[str, str] = field(default_factory=dict)
    people: tuple[Choice, ...] = ()
    names: Mapping[UUID, str] = field(default_factory=dict)

    def name(self, one: UUID | None) -> str:
        """Somebody's name; "" when it is nobody, or nobody known."""
        return self.names.get(one, "") if one is not None else ""


ReadHouse = Callable[[], House]
"""Runs on a read lane."""


@dataclass(frozen=True)
class Known:
    """Everything the page shows, read at once."""

    today: date
    lines: tuple[RuleLine, ...]
    house: House

    def second_person(self) -> bool:
        """Whether by the rule on approval of today an edition is decided on by somebody else than its writer."""
        line = next((one for one in self.lines if one.rule == Rule.APPROVAL), None)
        edition = line.in_force(self.today) if line is not None else None
        return edition is not None and read_approval(edition.values).publish_second
