"""A slip after its issue: signed for or refused, appealed and decided, with what was put on file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class AnswerKind(StrEnum):
    """What the employee did with the paper. Silence is no answer and is kept apart (`Slip.unanswered_on`)."""

    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"


class AppealOutcome(StrEnum):
    """What became of the slip on appeal. Words: phrases `appeal.outcome.<code>`."""

    UPHELD = "upheld"
    REDUCED = "reduced"
    WITHDRAWN = "withdrawn"


class FilePurpose(StrEnum):
    """What a file on a slip is: the signed paper, proof of a refusal, of an appeal, of its decision, or anything."""

    SIGNED = "signed"
    REFUSAL = "refusal"
    APPEAL = "appeal"
    DECISION = "decision"
    OTHER = "other"


@dataclass(frozen=True)
class SlipFile:
    """A file kept with a slip; `sha256` names its content, `size` in bytes."""

    id: UUID
    purpose: FilePurpose
    name: str
    sha256: str
    size: int
    added_at: datetime
    added_by: str


@dataclass(frozen=True)
class AnswerDraft:
    """Signed for or refused: on which day; a refusal with its reason and who saw it. `accepts`: ticked "no objection".

    `has_files`: whether a scan or photo comes with it.
    """

    kind: AnswerKind
    on: date | None = None
    accepts: bool = False
    reason: str = ""
    witness_id: UUID | None = None
    has_files: bool = False


@dataclass(frozen=True)
class Answer:
    """How the employee answered the paper, and who recorded it."""

    kind: AnswerKind
    on: date
    accepts: bool
    reason: str
    witness_id: UUID | None
    witness: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True)
class AppealDraft:
    """An appeal as handed in: by whom on which day, in whose words; after the last day with why it is heard at all."""

    by_id: UUID | None = None
    on: date | None = None
    words: str = ""
    late_reason: str = ""


@dataclass(frozen=True)
class AppealDecision:
    """What was decided on an appeal. `amounts`: the new sum of each payment in its order, in fen, when reduced."""

    outcome: AppealOutcome | None = None
    decided_by: UUID | None = None
    on: date | None = None
    reason: str = ""
    amounts: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class Appeal:
    """An appeal with its decision, once there is one. `before`, `after`: each payment in fen before and after it."""

    by_id: UUID
    by: str
    on: date
    words: str
    late_reason: str
    recorded_at: datetime
    outcome: AppealOutcome | None = None
    decided_by: UUID | None = None
    decider: str = ""
    decided_on: date | None = None
    reason: str = ""
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    paper_id: UUID | None = None


class MatchedBy(StrEnum):
    """How a scan found its slip."""

    CODE = "code"
    NAME = "name"
    NOTHING = "nothing"


@dataclass(frozen=True)
class ScanMatch:
    """A file and the slip it is of, None when nothing tells. `sound`: the check code is that of an issued paper."""

    name: str
    slip_id: UUID | None
    by: MatchedBy
    sound: bool = True
