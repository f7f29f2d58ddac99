"""How many people came to an institution in a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class VisitorCount:
    """`month`: its first day; `institution`: its name, as lists show it."""

    institution_id: UUID
    month: date
    visitors: int
    institution: str = ""
