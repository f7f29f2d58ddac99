"""Values of the working-day calendar: listed days, the year's notice, opening hours of a week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MIDNIGHT = 24 * 60
"""The end of a day in minutes; also how 24:00 is kept."""


@dataclass(frozen=True)
class ListedDay:
    """A day that is not what its weekday says: a day off (放假), or a weekend day that is worked (调休上班).

    `own`: entered by the group itself; it stands before what the notice says.
    """

    day: date
    working: bool
    name: str = ""
    own: bool = False

    @property
    def id(self) -> date:
        return self.day


@dataclass(frozen=True)
class Notice:
    """A year's days as announced. Its days may lie in the last days of December before it."""

    year: int
    days: tuple[ListedDay, ...]
    number: str = ""
    issued_on: date | None = None
    source: str = ""


@dataclass(frozen=True)
class YearFacts:
    """What is known of a year: whether its days off are announced, and by which notice."""

    year: int
    announced: bool
    number: str = ""
    issued_on: date | None = None
    source: str = ""


@dataclass(frozen=True)
class CalendarYear:
    """A year as the calendar page shows it. `days`: as announced, then own entries, those of the year itself."""

    facts: YearFacts
    days: tuple[ListedDay, ...]
    today: date

    @property
    def year(self) -> int:
        return self.facts.year


@dataclass(frozen=True)
class DayDraft:
    """An own entry of a day. `seen`: the own entry that stood there when the dialog opened."""

    day: date | None
    working: bool
    name: str = ""
    seen: ListedDay | None = None


class DayChange(StrEnum):
    """What a notice on its way in does to a day."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"


@dataclass(frozen=True)
class NoticePreview:
    """A notice on its way in against what stands. `days` in order; `own`: entries of the group that stay before it."""

    notice: Notice
    days: tuple[tuple[ListedDay, DayChange], ...]
    own: tuple[ListedDay, ...]
    known: bool

    @property
    def changes(self) -> bool:
        """Whether importing it would change anything."""
        return not self.known or any(change is not DayChange.SAME for _, change in self.days)


@dataclass(frozen=True)
class Due:
    """The last day of a term. `raw`: before it was rolled on to a working day; `counted`: the days that count.

    `provisional`: it depends on a day whose year is not announced yet and was taken by its weekday.
    """

    day: date
    provisional: bool
    raw: date
    counted: tuple[date, ...] = ()


@dataclass(frozen=True)
class Span:
    """Open from `opens` to `closes`, in minutes after midnight; 1440 is 24:00."""

    opens: int
    closes: int

    def words(self) -> str:
        """As 08:30–12:00."""
        return f"{clock_time(self.opens)}–{clock_time(self.closes)}"


@dataclass(frozen=True)
class WeeklyHours:
    """Opening hours from `since` on: seven days from Monday, worked make-up days, days off. Spans in order, apart."""

    since: date
    week: tuple[tuple[Span, ...], ...]
    make_up: tuple[Span, ...]
    days_off: tuple[Span, ...] = ()


OFFICE = (Span(8 * 60 + 30, 12 * 60), Span(13 * 60 + 30, 17 * 60 + 30))
"""08:30–17:30, the day of the source documents; lunch from 12:00 to 13:30 is our choice."""

DEFAULT_HOURS = WeeklyHours(date.min, (OFFICE,) * 7, OFFICE)
"""Until an institution's own hours are entered: open seven days a week, as clinics are, closed on public holidays."""


def clock_time(minutes: int) -> str:
    """Minutes after midnight as 08:30."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
