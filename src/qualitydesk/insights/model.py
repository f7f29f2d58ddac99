"""Values of the weekly summary: what a supervisor did, found and plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class WeekWords:
    """What the supervisor writes herself for the week that begins on `monday`. `id` None = nothing kept yet."""

    employee_id: UUID
    monday: date
    summary: str = ""
    problems: str = ""
    plan: str = ""
    id: UUID | None = None
    revision: int = 0
