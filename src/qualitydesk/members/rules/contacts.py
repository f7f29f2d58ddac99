"""What is owed to members on a day, which of several it is to be, and what keeps it back. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from qualitydesk.basics import lunar, terms
from qualitydesk.basics.clock import DEFAULT_ZONE, local, months_before
from qualitydesk.basics.errors import Problem
from qualitydesk.members.model.contacts import (
    CLOSED,
    GENERAL,
    Attempt,
    AttemptDraft,
    ContactState,
    Greeting,
    Kept,
    Occasion,
    Owed,
)
from qualitydesk.rulebook.model.contacting import (
    ContactsRule,
    ContactWay,
    Festival,
    FestivalCalendar,
    Planned,
    SolarTerm,
    WithoutWord,
)

MOST_WORDS = 2000
_TERMS = list(SolarTerm)
_ORDER = list(Occasion)
_ONE_DAY = timedelta(days=1)


class Days(Protocol):
    """Which days are worked."""

    def is_working(self, day: date) -> bool: ...


def greetings_on(rule: ContactsRule, day: date) -> tuple[Greeting, ...]:
    """The general message of a day: one at most, a festival before a season's turn before the weekly one."""
    found = [
        Greeting(Occasion.FESTIVAL, code) for code, festival in rule.festivals.items() if is_festival(festival, day)
    ]
    term = terms.term_on(day)
    if term is not None and _TERMS[term] in rule.terms:
        found.append(Greeting(Occasion.SEASON, _TERMS[term].value))
    if rule.weekday and day.isoweekday() == rule.weekday:
        found.append(Greeting(Occasion.WEEKLY))
    return tuple(found[:1])


def is_festival(festival: Festival, day: date) -> bool:
    """Whether a festival falls on a day, by its own calendar."""
    if festival.calendar is FestivalCalendar.SOLAR:
        last = (date(day.year + day.month // 12, day.month % 12 + 1, 1) - _ONE_DAY).day
        return day.month == festival.month and day.day == min(festival.day, last)
    years = (day.year - 1, day.year)
    return any(lunar.kept_on(year, festival.month, festival.day) == day for year in years)


def planned_on(planned: Planned, joined: date) -> date:
    """The day a planned contact is owed to who joined (bought first) on `joined`; month ends are clamped."""
    if planned.after_months:
        return months_before(joined, -planned.after_months)
    return joined + timedelta(days=planned.after_days)


def joined_for(planned: Planned, day: date) -> tuple[date, ...]:
    """All days of joining whose planned contact falls on `day`: none, one, or several at the end of a month."""
    if not planned.after_months:
        return (day - timedelta(days=planned.after_days),)
    about = months_before(day, planned.after_months)
    near = (about + timedelta(days=shift) for shift in range(-3, 4))
    return tuple(one for one in near if planned_on(planned, one) == day)


def days_shown(rule: ContactsRule, way: ContactWay, day: date, days: Days) -> Iterator[date]:
    """The days whose contacts stand on the list of `day`, the newest first.

    A message belongs to its day. A call may be late by `stays_days`, and one due on a day off is made on the next
    working day: on a day off no call is asked for.
    """
    if way is ContactWay.MESSAGE:
        yield day
        return
    if not days.is_working(day):
        return
    for back in range(rule.stays_days + 1):
        yield day - timedelta(days=back)


def is_overdue(owed: Owed, day: date, days: Days) -> bool:
    """Whether a call should have been made on an earlier working day."""
    if owed.way is ContactWay.MESSAGE or owed.due_on >= day:
        return False
    meant = owed.due_on
    while meant < day and not days.is_working(meant):
        meant += _ONE_DAY
    return meant < day


def one_a_day(owed: Iterable[Owed]) -> tuple[list[Owed], list[Owed]]:
    """Of the messages one member is owed on one day the most personal, and the others; calls stay beside them."""
    messages: list[Owed] = []
    calls: list[Owed] = []
    for one in owed:
        (messages if one.way is ContactWay.MESSAGE else calls).append(one)
    messages.sort(key=lambda one: (_ORDER.index(one.occasion), one.detail))
    return [*messages[:1], *calls], messages[1:]


def kept_back(
    rule: ContactsRule,
    owed: Owed,
    *,
    held: bool,
    limited: bool,
    telephone: bool,
    word: bool | None,
    sent_lately: int,
    covered: bool,
) -> Kept | None:
    """What keeps a contact back, the gravest first; None: nothing.

    `word`: her last word on this way of being reached, None = she has said nothing; `sent_lately`: general messages
    sent to her within the rule's days before; `covered`: a more personal message is owed on the same day.
    """
    if limited:
        return Kept.LIMITED
    if held:
        return Kept.HOLD
    if word is False:
        return Kept.DECLINED
    if word is None and rule.without_word is WithoutWord.ASK:
        return Kept.NOT_AGREED
    if not telephone:
        return Kept.NO_TELEPHONE
    if covered:
        return Kept.COVERED
    if owed.occasion in GENERAL and sent_lately >= rule.most_messages:
        return Kept.ENOUGH
    return None


def is_quiet(rule: ContactsRule, now: datetime, zone: str = DEFAULT_ZONE) -> bool:
    """Whether nothing may be sent at this moment."""
    return not rule.message_from <= local(now, zone).hour < rule.message_until


def standing_of(attempts: Sequence[Attempt], day: date) -> tuple[ContactState, int]:
    """How a contact stands on a day after its attempts, the oldest first, and how often nobody was reached.

    A postponed one is open again from the day it was put off to.
    """
    tried = sum(one.state is ContactState.NOT_REACHED for one in attempts)
    if not attempts:
        return ContactState.OPEN, 0
    last = attempts[-1]
    if last.state is ContactState.POSTPONED and last.postponed_to is not None and last.postponed_to <= day:
        return ContactState.OPEN, tried
    return last.state, tried


def still_to_do(state: ContactState) -> bool:
    """Whether something is still to be done about it today."""
    return state in (ContactState.OPEN, ContactState.NOT_REACHED)


def problems_in_attempt(draft: AttemptDraft, today: date) -> list[Problem]:
    """What keeps an entry about a contact from being kept."""
    found = []
    if draft.state is ContactState.LEFT_OUT and not draft.note.strip():
        found.append(Problem("note", "reason_missing"))
    if len(draft.note) > MOST_WORDS:
        found.append(Problem("note", "letterhead_long", {"most": MOST_WORDS}))
    later = draft.postponed_to is not None and draft.postponed_to > today
    if draft.state is ContactState.POSTPONED and not later:
        found.append(Problem("postponed_to", "contact_not_later"))
    if draft.owed.due_on > today and draft.state is ContactState.DONE:
        found.append(Problem("state", "day_in_future"))
    return found


def gift_of(rule: ContactsRule, occasion: Occasion, tier: str) -> str:
    """What goes with a birthday message for a member of this tier, "" for nothing."""
    return rule.gifts.get(tier, "") if occasion is Occasion.BIRTHDAY else ""


def gets(rule: ContactsRule, occasion: Occasion, tier: str) -> bool:
    """Whether members of a tier are owed this occasion at all."""
    if occasion is Occasion.FAMILY_BIRTHDAY:
        return tier in rule.family
    return occasion not in GENERAL or tier in rule.tiers


def coming(rule: ContactsRule, joined: date | None, birthdays: Mapping[str, date | None], today: date, ahead: int,
           tier: str) -> list[tuple[date, Occasion, str]]:  # fmt: skip
    """What is owed to one member within `ahead` days from today, in order. `birthdays`: "" her own, else a relative's
    id, each with the next day it is kept."""
    last = today + timedelta(days=ahead)
    found: list[tuple[date, Occasion, str]] = []
    for code, planned in rule.plan.items():
        if joined is not None and today <= (day := planned_on(planned, joined)) <= last:
            found.append((day, Occasion.PLAN, code))
    for whose, kept in birthdays.items():
        occasion = Occasion.FAMILY_BIRTHDAY if whose else Occasion.BIRTHDAY
        if kept is not None and kept <= last and gets(rule, occasion, tier):
            found.append((kept, occasion, whose))
    for shift in range(ahead + 1):
        day = today + timedelta(days=shift)
        found += [
            (day, one.occasion, one.detail)
            for one in greetings_on(rule, day)
            if one.occasion is not Occasion.WEEKLY and gets(rule, one.occasion, tier)
        ]
    return sorted(found, key=lambda one: (one[0], _ORDER.index(one[1]), one[2]))


def still_coming(
    owed: Iterable[tuple[date, Occasion, str]], attempts: Iterable[Attempt], today: date, ahead: int
) -> list[tuple[date, Occasion, str]]:
    """Of what is owed to one member (`coming`) what is still to be done, after the attempts, the oldest first.

    What was put off, also from an earlier day, stands on the day it waits for.
    """
    stands = {(one.due_on, one.occasion, one.detail): one for one in attempts}
    later = {key: one.postponed_to for key, one in stands.items() if one.state is ContactState.POSTPONED}
    found = [one for one in owed if later.get(one) is None and (one not in stands or stands[one].state not in CLOSED)]
    last = today + timedelta(days=ahead)
    found += [(day, key[1], key[2]) for key, day in later.items() if day is not None and today <= day <= last]
    return sorted(found, key=lambda one: (one[0], _ORDER.index(one[1]), one[2]))


def details_of(rule: ContactsRule) -> dict[Occasion, Collection[str]]:
    """What each occasion may be about, for the list of texts."""
    return {
        Occasion.BIRTHDAY: ("",),
        Occasion.FAMILY_BIRTHDAY: ("",),
        Occasion.PLAN: tuple(code for code, one in rule.plan.items() if one.way is ContactWay.MESSAGE),
        Occasion.FESTIVAL: tuple(rule.festivals),
        Occasion.SEASON: tuple(term.value for term in rule.terms),
        Occasion.WEEKLY: ("",),
    }
