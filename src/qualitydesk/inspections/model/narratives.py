"""What a mystery customer tells of a visit, and how a report is wished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Told:
    """One entry of the visitor's own account: what happened and when."""

    id: UUID
    round_id: UUID
    told_at: datetime
    words: str
    revision: int = 1


@dataclass(frozen=True)
class ToldDraft:
    """An entry as its editor hands it over; `id` None = new."""

    round_id: UUID
    told_at: datetime | None = None
    words: str = ""
    id: UUID | None = None
    revision: int = 0
