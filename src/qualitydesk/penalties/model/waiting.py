"""What waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class WaitingRound:
    """A finished round with proposals nobody has decided on; `people`: how many of them."""

    id: UUID
    number: str
    kind: str
    institution: str
    started_at: datetime
    people: int
