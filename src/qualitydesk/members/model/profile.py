"""Values of what is known of a member beyond the name: birthday, habits, family, standing, consents, preferences.

What is sensitive is hidden as long as nobody has asked for it with a reason: see `MemberFile.masked`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.basics.masking import HIDDEN, masked
from qualitydesk.members.model import Customer, CustomerLine


class Calendar(StrEnum):
    """By which calendar a birthday comes round."""

    SOLAR = "solar"
    LUNAR = "lunar"


@dataclass(frozen=True)
class Birthday:
    """Month and day, and the year where it is told. `leap`: in the lunar month that repeats `month`."""

    calendar: Calendar
    month: int
    day: int
    leap: bool = False
    year: int | None = None


class About(StrEnum):
    """What may be written down of a member, in the order shown. Words `about.<code>`, why it may be kept `purpose.…`"""

    ADDRESS = "address"
    EMAIL = "email"
    JOB = "job"
    HABITS = "habits"
    TASTE = "taste"
    BACKGROUND = "background"
    REQUESTS = "requests"
    # for the appointment
    CALLED = "called"
    HOURS = "hours"
    DRINKS = "drinks"
    SNACKS = "snacks"
    ROOM = "room"
    INTERESTS = "interests"
    TABOOS = "taboos"  # allergies, what must not be offered


PREFERENCES = (
    About.CALLED, About.HOURS, About.DRINKS, About.SNACKS, About.ROOM, About.INTERESTS, About.TABOOS,
)  # fmt: skip
PERSONAL = tuple(one for one in About if one not in PREFERENCES)
SENSITIVE = frozenset({About.HABITS, About.TASTE, About.BACKGROUND, About.REQUESTS, About.TABOOS})
"""Kept only with the member's own consent, like family and assessed assets."""
MASKED = SENSITIVE | {About.ADDRESS, About.EMAIL}
"""Hidden until somebody asks with a reason."""


@dataclass(frozen=True)
class Profile:
    """What is known of a customer. `greeter`: who receives her on an appointment; revision 0: nothing written yet."""

    customer_id: UUID
    birthday: Birthday | None = None
    words: Mapping[About, str] = dataclasses.field(default_factory=dict)
    greeter_id: UUID | None = None
    greeter: str = ""
    revision: int = 0

    def says(self, about: About) -> str:
        return self.words.get(about, "")

    @property
    def masked(self) -> Profile:
        """The same with what is sensitive hidden; the birthday is left out: see `MemberFile.born_known`."""
        words = {about: HIDDEN if about in MASKED else said for about, said in self.words.items()}
        return replace(self, birthday=None, words=words)


@dataclass(frozen=True)
class ProfileDraft:
    """What the dialogs hand over: `words` replace those of the same fields, others stay; an empty text takes one away.

    `fields`: which of birthday and greeter are meant at all, since each dialog shows its part only.
    """

    customer_id: UUID
    words: Mapping[About, str] = dataclasses.field(default_factory=dict)
    birthday: Birthday | None = None
    greeter_id: UUID | None = None
    with_birthday: bool = False
    with_greeter: bool = False
    revision: int = 0


class Kinship(StrEnum):
    """Who somebody is to a member; words `kinship.<code>`."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDCHILD = "grandchild"
    FRIEND = "friend"
    ASSISTANT = "assistant"
    OTHER = "other"


@dataclass(frozen=True)
class Relative:
    """One of a member's family."""

    id: UUID
    kinship: Kinship
    name: str
    birthday: Birthday | None = None
    note: str = ""
    revision: int = 1

    @property
    def masked(self) -> Relative:
        return replace(self, name=masked(self.name), birthday=None, note=HIDDEN if self.note else "")


@dataclass(frozen=True)
class RelativeDraft:
    """Somebody of the family as the dialog hands it over; `id` None: a new one."""

    customer_id: UUID
    kinship: Kinship | None = None
    name: str = ""
    birthday: Birthday | None = None
    note: str = ""
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class Assessment:
    """What somebody holds a member's assets (fen, None = no figure) and standing to be: who, why, when, until when."""

    id: UUID
    assets: int | None
    standing: str
    why: str
    assessed_by: str
    assessed_on: date
    until: date | None

    def in_force(self, today: date) -> bool:
        """Until the end of its last day; which of several in force counts, their order says."""
        return self.until is None or today <= self.until

    @property
    def masked(self) -> Assessment:
        return replace(self, assets=None, standing=HIDDEN if self.standing else "", why=HIDDEN if self.why else "")


@dataclass(frozen=True)
class AssessmentDraft:
    """An assessment as the dialog hands it over; assets in fen."""

    customer_id: UUID
    assets: int | None = None
    standing: str = ""
    why: str = ""
    assessed_by: UUID | None = None
    assessed_on: date | None = None
    until: date | None = None


class ConsentKind(StrEnum):
    """What a member may allow or forbid; words `consent.<code>`."""

    MESSAGES = "messages"
    CALLS = "calls"
    SENSITIVE = "sensitive"  # keeping what is sensitive


class ConsentWay(StrEnum):
    """How it was said; words `consent_way.<code>`."""

    SIGNED = "signed"
    SPOKEN = "spoken"
    MESSAGE = "message"
    OTHER = "other"


@dataclass(frozen=True)
class Consent:
    """One word of a member's: given or withdrawn, on which day, how, and who wrote it down."""

    kind: ConsentKind
    given: bool
    on: date
    way: ConsentWay
    note: str
    entered_at: datetime
    entered_by: str


@dataclass(frozen=True)
class ConsentDraft:
    """A consent or its withdrawal as the dialog hands it over."""

    customer_id: UUID
    kind: ConsentKind | None = None
    given: bool = True
    on: date | None = None
    way: ConsentWay | None = None
    note: str = ""


@dataclass(frozen=True)
class Beside:
    """What a record merged into the one shown says of the same person."""

    line: CustomerLine
    profile: Profile
    relatives: tuple[Relative, ...]


@dataclass(frozen=True)
class MemberFile:
    """All that is known of one person: the record kept, and what stands on records merged into it beside it.

    Assessments and consents are of all her records, newest first. `born_known`: whether a birthday is on record, also
    where it is hidden.
    """

    customer: Customer
    profile: Profile
    today: date
    relatives: tuple[Relative, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    consents: tuple[Consent, ...] = ()
    beside: tuple[Beside, ...] = ()
    born_known: bool = False
    in_full: bool = True

    def consent(self, kind: ConsentKind) -> Consent | None:
        """Her last word on it."""
        return next((one for one in self.consents if one.kind is kind), None)

    @property
    def assessment(self) -> Assessment | None:
        """The newest in force."""
        return next((one for one in self.assessments if one.in_force(self.today)), None)

    @property
    def masked(self) -> MemberFile:
        """The same for a screen nobody asked to see in full."""
        beside = tuple(
            replace(one, profile=one.profile.masked, relatives=tuple(relative.masked for relative in one.relatives))
            for one in self.beside
        )
        return replace(
            self,
            customer=self.customer.masked,
            profile=self.profile.masked,
            relatives=tuple(one.masked for one in self.relatives),
            assessments=tuple(one.masked for one in self.assessments),
            beside=beside,
            in_full=False,
        )
