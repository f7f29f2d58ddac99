"""An act neither a round nor a case tells of: observed by whoever proposes, or reported by another department."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.rulebook.model import Gravity


class ActSource(StrEnum):
    """Where a free act comes from. Words: phrases `act.source.<code>`."""

    OBSERVED = "observed"
    REPORTED = "reported"


@dataclass(frozen=True)
class ActGround:
    """A free act as a slip keeps it; nothing else does.

    `kind`: the kind of round whose column of the ladder it is counted in; `told_by`: who observed or reported it, by
    name and department of that day; `other`: why it is another event than what was there already, "" when nothing was.
    """

    id: UUID
    source: ActSource
    at: datetime
    kind: str
    words: str
    item_code: str
    group: str
    gravity: Gravity
    title: Mapping[str, str]
    told_by: str
    witnesses: str = ""
    other: str = ""


@dataclass(frozen=True)
class ActDraft:
    """A free act as its dialog hands it over. `item_code` "": no item fits, then `group` says what it is like.

    `reported_by`: the employee of the other department; `other`: why it is another event than what is there already.
    """

    source: ActSource = ActSource.OBSERVED
    employee_id: UUID | None = None
    at: datetime | None = None
    words: str = ""
    item_code: str = ""
    group: str = ""
    gravity: Gravity = Gravity.ORDINARY
    own_check: bool = True
    reported_by: UUID | None = None
    witnesses: str = ""
    other: str = ""
    improvement: str = ""


class AlikeKind(StrEnum):
    """What is there already of the same employee near the day. HANDLED: in a case, by hand, without a slip."""

    SLIP = "slip"
    HANDLED = "handled"
    FINDING = "finding"
    CASE = "case"
    POINTS = "points"


@dataclass(frozen=True)
class Alike:
    """Something that may be the same event. `title`: the item found, by language; a case has none; `fen`: what is
    paid for it as it stands now, None where nothing was decided."""

    kind: AlikeKind
    number: str
    day: date
    title: Mapping[str, str]
    fen: int | None = None


@dataclass(frozen=True)
class ActItem:
    """An item a free act may be against, with the pack it stands in."""

    code: str
    title: Mapping[str, str]
    pack: Mapping[str, str]
    gravity: Gravity
