"""One step, or several in a row, for many slips."""

from __future__ import annotations

from dataclasses import dataclass

from qualitydesk.basics.changes import By
from qualitydesk.penalties.model.slip import Approval


@dataclass(frozen=True)
class Batch:
    """What is done with each slip, in this order: approved as `approval` says, issued, closed; `by` whom.

    `explained`: its explanation is archived with it; `language`: of the papers.
    """

    by: By
    approval: Approval | None = None
    issue: bool = False
    explained: bool = False
    close: bool = False
    language: str = "zh"
