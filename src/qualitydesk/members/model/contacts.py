"""Values of contacts (会员维护): what is owed to whom on a day, what keeps it back, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.members.model import CustomerLine
from qualitydesk.rulebook.model.contacting import ContactWay


class Occasion(StrEnum):
    """Why a member is thought of, the most personal first. Words: phrases `contact.occasion.<code>`."""

    BIRTHDAY = "birthday"
    FAMILY_BIRTHDAY = "family_birthday"
    PLAN = "plan"  # so long after the first purchase; `detail` says which
    FESTIVAL = "festival"
    SEASON = "season"
    WEEKLY = "weekly"


PERSONAL = (Occasion.BIRTHDAY, Occasion.FAMILY_BIRTHDAY, Occasion.PLAN)
GENERAL = (Occasion.FESTIVAL, Occasion.SEASON, Occasion.WEEKLY)


@dataclass(frozen=True)
class Greeting:
    """What is general on a day: a festival, a season's turn, the weekly message. `detail`: which festival or term."""

    occasion: Occasion
    detail: str = ""


@dataclass(frozen=True)
class Owed:
    """A contact owed to a member. `due_on`: the day it is for; `detail`: plan code, festival, term, or relative's id.

    `gift`: code of what goes with it, "" for nothing.
    """

    member_id: UUID
    occasion: Occasion
    detail: str
    due_on: date
    way: ContactWay
    gift: str = ""

    @property
    def key(self) -> tuple[UUID, Occasion, str, date]:
        """By this what was done about it is found again."""
        return (self.member_id, self.occasion, self.detail, self.due_on)


class Kept(StrEnum):
    """What keeps a contact back. Words: phrases `contact.kept.<code>`."""

    HOLD = "hold"  # a complaint is open, or a person said so
    DECLINED = "declined"
    NOT_AGREED = "not_agreed"  # and the rule asks for her word first
    LIMITED = "limited"  # storage only, or erased
    NO_TELEPHONE = "no_telephone"
    ENOUGH = "enough"  # messages within a few days
    COVERED = "covered"  # a more personal message goes on the same day


class ContactState(StrEnum):
    """What became of a contact. Words: phrases `contact.state.<code>`."""

    OPEN = "open"
    DONE = "done"
    NOT_REACHED = "not_reached"  # tried, still owed
    POSTPONED = "postponed"
    LEFT_OUT = "left_out"  # with a reason


CLOSED = (ContactState.DONE, ContactState.LEFT_OUT)


@dataclass(frozen=True)
class Attempt:
    """One entry about a contact; the latest says how it stands. `text`: what was sent, "" for a call."""

    id: UUID
    member_id: UUID
    occasion: Occasion
    detail: str
    due_on: date
    way: ContactWay
    state: ContactState
    at: datetime
    by: str
    note: str = ""
    text: str = ""
    postponed_to: date | None = None

    @property
    def key(self) -> tuple[UUID, Occasion, str, date]:
        """The contact it is about."""
        return (self.member_id, self.occasion, self.detail, self.due_on)


@dataclass(frozen=True)
class ContactLine:
    """A contact owed as a row of the day's list, masked. `tier`: its code; `tried`: how often nobody was reached.

    `kept` with `kept_by`: what keeps it back, and the number of the complaint or the words of whoever did; None: to do.
    `relative`: whose birthday it is, masked; `put_off_to`: the day it waits for, of one put off.
    """

    owed: Owed
    line: CustomerLine
    tier: str
    state: ContactState
    tried: int = 0
    kept: Kept | None = None
    kept_by: str = ""
    relative: str = ""
    overdue: bool = False
    put_off_to: date | None = None


@dataclass(frozen=True)
class GreetingLine:
    """A general message of a day as one row: how many are owed it, how many were sent and how many are kept back."""

    greeting: Greeting
    day: date
    members: int
    done: int
    kept: int

    @property
    def to_do(self) -> int:
        """Still to be sent."""
        return self.members - self.done - self.kept


@dataclass(frozen=True)
class DayList:
    """What a day asks for: personal contacts, and general messages in a row each.

    `quiet`: whether nothing may be sent just now; `message_from`, `message_until`: hours of the local day.
    """

    day: date
    personal: tuple[ContactLine, ...]
    greetings: tuple[GreetingLine, ...]
    quiet: bool
    message_from: int
    message_until: int


@dataclass(frozen=True)
class AttemptDraft:
    """What was done about a contact, as entered. `postponed_to` for a postponed one, a `note` for one left out."""

    owed: Owed
    state: ContactState
    note: str = ""
    text: str = ""
    postponed_to: date | None = None


@dataclass(frozen=True)
class Hold:
    """All contacts of a member wait: why, since when; lifted when `lifted_at` is set.

    `origin_kind` "case": put and lifted with a complaint, whose `number` it names; "hand": by a person with a reason.
    """

    id: UUID
    customer_id: UUID
    origin_kind: str
    origin_id: UUID
    number: str
    reason: str
    put_at: datetime
    put_by: str
    lifted_at: datetime | None = None
    lifted_by: str = ""
    lifted_why: str = ""

    @property
    def case_id(self) -> UUID | None:
        """The complaint it was put with; None: by a person."""
        return self.origin_id if self.origin_kind == "case" else None


@dataclass(frozen=True)
class MessageText:
    """A text with its blanks, for an occasion, its detail ("" = any) and a tier ("" = any). revision 0: as shipped."""

    occasion: Occasion
    detail: str
    tier: str
    text: str
    revision: int = 0


@dataclass(frozen=True)
class MessageLine:
    """A message ready to be sent: to whom, her telephone in full, and the text filled in."""

    member_id: UUID
    number: str
    name: str
    telephone: str
    text: str
